/** Loads what changed in the ledger: a page of changesets, or one. */
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { loadChange, loadChanges } from '../../ledger/read/changes.js'
import { readQuery } from '../../ledger/read/query.js'
import { onceTimeoutMs } from '../../ledger/read/reading.js'
import type { WebDependencies } from '../dependencies.js'
import { type Asked, State } from './asked.js'
import { ChangePage, ChangesPage } from './changes.js'

const PAGE = 30
const ChangesQuery = State.extend({
  before: z
    .string()
    .regex(/^\d{1,10}$/, 'the number of a changeset')
    .transform(Number)
    .optional(),
})

export async function changesPage({ reading }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of, before } = readQuery(ChangesQuery, parameters)
  const { changes, head } = await reading.within(
    as_of,
    async ({ client, head }) => {
      const end = Math.min(before ?? Number.MAX_SAFE_INTEGER, head.changeset + 1)
      return { changes: await loadChanges(client, { since: 0, before: end, limit: PAGE }), head }
    },
    onceTimeoutMs,
  )
  const last = changes.at(-1)?.id ?? 1
  return send(head, () => (
    <ChangesPage changes={changes} total={head.changeset} next={last > 1 ? last : null} first={before === undefined} />
  ))
}

export async function changePage({ reading }: WebDependencies, { parameters, send }: Asked, number: string): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  if (!/^[1-9]\d{0,8}$/.test(number)) throw errors.NOT_FOUND(`changeset "${number.slice(0, 40)}"`)
  const { change, head } = await reading.within(
    as_of,
    async ({ client, head }) => ({
      change: Number(number) <= head.changeset ? await loadChange(client, Number(number)) : null,
      head,
    }),
    onceTimeoutMs,
  )
  if (!change) throw errors.NOT_FOUND(`changeset ${number}`)
  return send(head, () => <ChangePage change={change} />)
}
