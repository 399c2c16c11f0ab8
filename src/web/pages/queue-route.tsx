/** Loads the review queue: one pair to decide, always of the present. */
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { loadNamingsToJudge } from '../../ledger/read/naming-judging.js'
import { countryOrPrinted, readQuery } from '../../ledger/read/query.js'
import { type PairName, readQueue } from '../../ledger/read/queue.js'
import { loadUnit } from '../../ledger/read/units.js'
import type { WebDependencies } from '../dependencies.js'
import { formToken } from '../security.js'
import type { Asked } from './asked.js'
import { NamingJudgingPage } from './naming-judging.js'
import { QueuePage } from './queue.js'
import { UnitJudgingPage } from './unit-judging.js'

const pair = z
  .string()
  .regex(/^[\w-]{1,80}\.[\w-]{1,80}$/, 'a pair, "subject.entity"')
  .transform((text): PairName => {
    const [subject, entity] = text.split('.') as [string, string]
    return { subject, entity }
  })
  .optional()

const QueueQuery = z.object({
  country: countryOrPrinted,
  after: pair,
  pair,
  done: z
    .string()
    .regex(/^\d{1,10}$/, 'the number of a changeset')
    .transform(Number)
    .optional(),
})

export async function queuePage({ reading, judging }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { country, after, pair: first, done } = readQuery(QueueQuery, parameters)
  const { queue, head } = await reading.within(undefined, async ({ client, head: state }) => ({
    queue: await readQueue(client, { country, after: after ?? null, first: first ?? null }, 1),
    head: state,
  }))
  const answer = send(head, () => (
    <QueuePage
      waiting={queue.waiting}
      pair={queue.pairs[0] ?? null}
      country={country}
      skipped={after !== undefined}
      done={done ?? null}
      token={judging === null ? null : formToken}
    />
  ))
  // It holds a token, and the next pair depends on more than the address.
  answer.headers.set('cache-control', 'no-store')
  return answer
}

/** The page where names are split off one unit, or another is said to be the same. */
export async function unitJudgingPage(
  { reading, judging }: WebDependencies,
  { parameters, send }: Asked,
  id: string,
): Promise<Response> {
  readQuery(z.object({}), parameters)
  const { detail, head } = await reading.within(undefined, async ({ client, head: state }) => ({
    detail: await loadUnit(client, id),
    head: state,
  }))
  if (!detail) throw errors.NOT_FOUND(`unit "${id.slice(0, 40)}"`)
  const answer = send(head, () => <UnitJudgingPage detail={detail} token={judging === null ? null : formToken} />)
  answer.headers.set('cache-control', 'no-store')
  return answer
}

const DoneQuery = z.object({ done: QueueQuery.shape.done })

/** The page where a name in one row is judged apart from the name. */
export async function namingJudgingPage(
  { reading, judging }: WebDependencies,
  { parameters, send }: Asked,
  training: string,
): Promise<Response> {
  const { done } = readQuery(DoneQuery, parameters)
  const { namings, head } = await reading.within(undefined, async ({ client, head: state }) => ({
    namings: await loadNamingsToJudge(client, training),
    head: state,
  }))
  if (namings.length === 0) throw errors.NOT_FOUND(`training with names "${training.slice(0, 40)}"`)
  const token = judging === null ? null : formToken
  const answer = send(head, () => <NamingJudgingPage {...{ training, namings, token }} done={done ?? null} />)
  answer.headers.set('cache-control', 'no-store')
  return answer
}
