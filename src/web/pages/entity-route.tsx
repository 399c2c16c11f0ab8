/** Loads the page of a unit, class, body, organisation or person, and its command chain as GraphML. */
import { z } from 'zod'
import { commandChain, relationsOfChain, type Span, unitsAbove, unitsOfChain } from '../../analysis/command-chain.js'
import { chainAsGraphml } from '../../exchange/graphml.js'
import { calendarRange } from '../../ledger/dates.js'
import { errors } from '../../ledger/errors.js'
import { chainRelations, loadEntity } from '../../ledger/read/entity.js'
import { readQuery, TrainingQuery } from '../../ledger/read/query.js'
import { loadEntityNames } from '../../ledger/read/relations.js'
import { loadUnattributed } from '../../ledger/read/unattributed.js'
import { loadUnit } from '../../ledger/read/units.js'
import { countryOfCode } from '../../ledger/vocabulary.js'
import { UnitTraining } from '../components/unit-training.js'
import type { WebDependencies } from '../dependencies.js'
import { href } from '../site.js'
import { EntityPage } from './entity.js'
import type { Asked } from './routes.js'

const OneEntity = z.object({
  as_of: TrainingQuery.shape.as_of,
  on: z
    .string()
    .regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/, 'a day, a month or a year: 2014-05-17, 2014-05, 2014')
    .refine((text) => text === '' || spanOf(text) !== null, 'a day that there is')
    .default(''),
})

function spanOf(text: string): Span | null {
  if (text === '') return null
  const [year, month, day] = text.split('-').map(Number)
  return calendarRange(year!, month ?? null, day ?? null)
}

export async function entityPage(
  { reading, coverage }: WebDependencies,
  { parameters, send, context, language }: Asked,
  id: string,
  room: 'units' | 'people',
): Promise<Response> {
  const { as_of, on } = readQuery(OneEntity, parameters)
  const read = await reading.within(as_of, async ({ client, head }) => {
    const at = as_of === undefined ? null : head.changeset
    const facts = await loadEntity(client, at, id)
    if (!facts || (facts.kind === 'person') !== (room === 'people') || facts.kind === 'incident') return null
    if (facts.kind === 'person') return { facts, chain: null, detail: null, unattributed: null, shownAs: id, head }
    const chain = await commandChain(id, spanOf(on), chainRelations(client, at))
    for (const [unit, named] of await loadEntityNames(client, at, unitsOfChain(chain))) facts.others.set(unit, named)
    // Which names mean it, and what it is shown as, is served of the present alone.
    const detail = at === null ? await loadUnit(client, id) : null
    const country = facts.country ?? detail?.unit.country ?? null
    const above = unitsAbove(chain)
    const classes = detail?.classes.map((unit) => unit.id) ?? []
    const unattributed = at === null && facts.kind === 'unit' ? await loadUnattributed(client, { country, above, classes }) : null
    return { facts: { ...facts, country }, chain, detail, unattributed, shownAs: detail?.unit.id ?? id, head }
  })
  if (!read) throw errors.NOT_FOUND(`${room === 'people' ? 'person' : 'unit'} "${id.slice(0, 40)}"`)
  // Persons judged it to be one with another: its address leads there, in the present.
  if (read.shownAs !== id) return context.redirect(href({ language, asOf: null }, `/units/${read.shownAs}`), 303)
  const { facts, chain, detail, unattributed, head } = read
  const name = detail?.unit.name ?? null
  if (!chain) return send(head, () => <EntityPage facts={facts} name={name} chain={null} asked={on} proposed={false} />)
  const trainings = await reading.unitTrainings(id, as_of)
  const known = facts.country !== null && countryOfCode(facts.country) ? { countries: [facts.country] } : {}
  const covered = { ...trainings, coverage: await coverage(known, as_of, trainings.head) }
  return send(head, () => (
    <EntityPage
      facts={facts}
      name={name}
      chain={chain}
      asked={on}
      proposed={detail?.unit.proposed ?? false}
      training={
        <UnitTraining id={id} name={facts.name ?? name ?? id} trainings={covered} detail={detail} unattributed={unattributed} />
      }
    />
  ))
}

/** The chain of a unit as a file. */
export async function chainGraphml({ reading }: WebDependencies, { parameters, context }: Asked, id: string): Promise<Response> {
  const { as_of, on } = readQuery(OneEntity, parameters)
  const graph = await reading.within(as_of, async ({ client, head }) => {
    const at = as_of === undefined ? null : head.changeset
    const chain = await commandChain(id, spanOf(on), chainRelations(client, at))
    const names = await loadEntityNames(client, at, unitsOfChain(chain))
    return names.has(id) ? chainAsGraphml(id, relationsOfChain(chain), names) : null
  })
  if (graph === null) throw errors.NOT_FOUND(`unit "${id.slice(0, 40)}"`)
  return context.body(graph, 200, {
    'content-type': 'application/graphml+xml; charset=utf-8',
    'content-disposition': `attachment; filename="chain-${id}.graphml"`,
  })
}
