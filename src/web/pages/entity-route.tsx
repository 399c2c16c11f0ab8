/** Loads the page of a unit, class, body, organisation or person, and its command chain as GraphML. */
import { z } from 'zod'
import { commandChain, relationsOfChain, unitsOfChain } from '../../analysis/command-chain.js'
import { chainAsGraphml } from '../../exchange/graphml.js'
import { errors } from '../../ledger/errors.js'
import { chainRelations } from '../../ledger/read/entity.js'
import { readQuery, TrainingQuery } from '../../ledger/read/query.js'
import { loadEntityNames } from '../../ledger/read/relations.js'
import { Designations } from '../components/designations.js'
import { UnitExposure } from '../components/unit-exposure.js'
import { UnitTraining } from '../components/unit-training.js'
import type { WebDependencies } from '../dependencies.js'
import { readEntityView, spanOf } from '../entity-view.js'
import { href } from '../site.js'
import type { Asked } from './asked.js'
import { EntityPage } from './entity.js'

/** The state, and the day, month or year that a command chain is asked for. */
export const EntityQuery = z.object({
  as_of: TrainingQuery.shape.as_of,
  on: z
    .string()
    .regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/, 'a day, a month or a year: 2014-05-17, 2014-05, 2014')
    .refine((text) => text === '' || spanOf(text) !== null, 'a day that there is')
    .default(''),
})

export async function entityPage(
  dependencies: WebDependencies,
  { parameters, send, context, language }: Asked,
  id: string,
  room: 'units' | 'people',
): Promise<Response> {
  const { as_of, on } = readQuery(EntityQuery, parameters)
  const view = await readEntityView(dependencies, id, room, as_of, on)
  if (!view) throw errors.NOT_FOUND(`${room === 'people' ? 'person' : 'unit'} "${id.slice(0, 40)}"`)
  // Persons had judged it to be one with another: its address leads there, in the same state.
  if (view.shownAs !== id) {
    const shown: Record<string, string> = on === '' ? {} : { on }
    return context.redirect(href({ language, asOf: as_of ?? null }, `/${room}/${view.shownAs}`, shown), 303)
  }
  const { facts, chain, detail, unattributed, exposure, listings, incidents, answers, trainings, head } = view
  const answered = new Set(listings.map((listing) => listing.id))
  const replies = (facts.said.reply ?? []).filter(({ details }) => !answered.has(String(details.answers)))
  const name = detail?.unit.name ?? null
  return send(head, () => (
    <EntityPage
      facts={facts}
      name={name}
      chain={chain}
      asked={on}
      proposed={detail?.unit.proposed ?? false}
      allegations={
        <>
          <Designations id={id} listings={listings} incidents={incidents} answers={answers} open={view.open} replies={replies} />
          {exposure && trainings && (
            <UnitExposure read={exposure} name={facts.name ?? name ?? id} coverage={trainings.coverage} />
          )}
        </>
      }
      training={
        trainings && (
          <UnitTraining
            id={id}
            name={facts.name ?? name ?? id}
            trainings={trainings}
            detail={detail}
            unattributed={unattributed}
          />
        )
      }
    />
  ))
}

/** The chain of a unit as a file. */
export async function chainGraphml({ reading }: WebDependencies, { parameters, context }: Asked, id: string): Promise<Response> {
  const { as_of, on } = readQuery(EntityQuery, parameters)
  const graph = await reading.within(as_of, async ({ client }, { at }) => {
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
