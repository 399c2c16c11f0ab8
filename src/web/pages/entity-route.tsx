/** Loads the page of a unit, class, body, organisation or person, and its command chain as GraphML. */
import { z } from 'zod'
import { commandChain, type Span, unitsOfChain } from '../../analysis/command-chain.js'
import { chainAsGraphml } from '../../exchange/graphml.js'
import { calendarRange } from '../../ledger/dates.js'
import { errors } from '../../ledger/errors.js'
import { chainRelations, loadEntity } from '../../ledger/read/entity.js'
import { readQuery, TrainingQuery } from '../../ledger/read/query.js'
import { loadEntityNames } from '../../ledger/read/relations.js'
import type { WebDependencies } from '../dependencies.js'
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
  { reading }: WebDependencies,
  { parameters, send }: Asked,
  id: string,
  room: 'units' | 'people',
): Promise<Response> {
  const { as_of, on } = readQuery(OneEntity, parameters)
  const read = await reading.within(as_of, async ({ client, head }, { past }) => {
    const facts = await loadEntity(client, past, id)
    if (!facts || (facts.kind === 'person') !== (room === 'people') || facts.kind === 'incident') return null
    const chain = facts.kind === 'person' ? null : await commandChain(id, spanOf(on), chainRelations(client, past))
    if (chain) for (const [unit, named] of await loadEntityNames(client, past, unitsOfChain(chain))) facts.others.set(unit, named)
    return { facts, chain, head }
  })
  if (!read) throw errors.NOT_FOUND(`${room === 'people' ? 'person' : 'unit'} "${id.slice(0, 40)}"`)
  return send(read.head, () => <EntityPage facts={read.facts} name={null} chain={read.chain} asked={on} proposed={false} />)
}

/** The chain of a unit as a file. */
export async function chainGraphml({ reading }: WebDependencies, { parameters, context }: Asked, id: string): Promise<Response> {
  const { as_of, on } = readQuery(OneEntity, parameters)
  const graph = await reading.within(as_of, async ({ client }, { past }) => {
    const chain = await commandChain(id, spanOf(on), chainRelations(client, past))
    const names = await loadEntityNames(client, past, unitsOfChain(chain))
    return names.has(id) ? chainAsGraphml(chain, names) : null
  })
  if (graph === null) throw errors.NOT_FOUND(`unit "${id.slice(0, 40)}"`)
  return context.body(graph, 200, {
    'content-type': 'application/graphml+xml; charset=utf-8',
    'content-disposition': `attachment; filename="chain-${id}.graphml"`,
  })
}
