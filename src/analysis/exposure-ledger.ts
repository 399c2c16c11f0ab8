/** Works exposure out from what the ledger holds at present: as a whole, or of one unit and what is around it. Give it the reader's connection. */
import type { PoolClient } from 'pg'
import type { Assistance } from '../ledger/read/exposure.js'
import {
  type Identities,
  loadAssistance,
  loadExposureRelations,
  loadIdentities,
  loadKinds,
  loadMatters,
  unitsWithTraining,
} from '../ledger/read/exposure.js'
import { loadEntityNames, type NamedEntity, type RelationStatement } from '../ledger/read/relations.js'
import { unitsById } from '../ledger/read/units.js'
import { type Exposure, exposures, reachableUnits } from './exposure.js'

type Client = Pick<PoolClient, 'query'>

export interface LedgerExposures {
  exposures: Exposure[]
  /** Units, persons and incidents that the findings name, by shown id. */
  names: Map<string, NamedEntity>
}

/** The findings of the whole ledger. */
export async function exposuresOfLedger(client: Client): Promise<LedgerExposures> {
  const identities = await loadIdentities(client)
  const matters = await loadMatters(client, identities, null)
  if (matters.length === 0) return { exposures: [], names: new Map() }
  const relations = await loadExposureRelations(client, identities, null)
  const around = [...new Set([...matters.map(({ subject }) => subject), ...relations.flatMap(({ from, to }) => [from, to])])]
  const kinds = await loadKinds(client, identities, around)
  const units = await unitsWithTraining(client, reachableUnits({ matters, relations, kinds }))
  const assistance = await loadAssistance(client, units)
  return named(client, exposures({ matters, relations, kinds, assistance }))
}

export interface UnitExposures extends LedgerExposures {
  /** The id that the unit is shown under. */
  unit: string
  /** Every training of the unit itself that counts here, whether or not anything is alleged. */
  assistance: Assistance[]
}

/**
 * The findings of one unit: of its own assistance, and of the assistance to units around it that what is alleged of it or listed would
 * concern. Reads only what is above, below, before, after and posted to it.
 */
export async function exposuresOfUnit(client: Client, given: string): Promise<UnitExposures> {
  const identities = await loadIdentities(client)
  const unit = identities.canonicalOf(given)
  const none = { exposures: [], names: new Map(), unit, assistance: [] }
  if ((await loadKinds(client, identities, [unit])).get(unit) !== 'unit') return none
  const relations: RelationStatement[] = []
  for (const [side, property] of [
    ['entity', 'parent'],
    ['object', 'parent'],
    ['entity', 'succession'],
    ['object', 'succession'],
  ] as const)
    relations.push(...(await walk(client, identities, unit, side, property)))
  relations.push(
    ...(await loadExposureRelations(client, identities, { side: 'object', ids: identities.membersOf(unit) }, ['posting'])),
  )
  const around = [...new Set([unit, ...relations.flatMap(({ from, to }) => [from, to])])]
  const kinds = await loadKinds(client, identities, around)
  const matters = await loadMatters(client, identities, around)
  const reachable = matters.length === 0 ? [] : reachableUnits({ matters, relations, kinds })
  const units = await unitsWithTraining(client, [...new Set([unit, ...reachable])])
  const assistance = await loadAssistance(client, units)
  const found = exposures({ matters, relations, kinds, assistance }).filter(
    (one) => one.unit === unit || one.matter.subject === unit,
  )
  return { ...(await named(client, found)), unit, assistance: assistance.filter((one) => one.unit === unit) }
}

/** No army is so deep: see command-chain. */
const deepest = 30

/** Relations in one direction, a level of units a reading. */
async function walk(
  client: Client,
  identities: Identities,
  unit: string,
  side: 'entity' | 'object',
  property: 'parent' | 'succession',
): Promise<RelationStatement[]> {
  const found: RelationStatement[] = []
  const seen = new Set([unit])
  let frontier = [unit]
  for (let depth = 0; frontier.length > 0 && depth < deepest; depth++) {
    const ids = frontier.flatMap((id) => identities.membersOf(id))
    const read = await loadExposureRelations(client, identities, { side, ids }, [property])
    found.push(...read)
    frontier = [...new Set(read.map((one) => (side === 'entity' ? one.to : one.from)))].filter((id) => !seen.has(id))
    for (const id of frontier) seen.add(id)
  }
  return found
}

async function named(client: Client, found: Exposure[]): Promise<LedgerExposures> {
  const ids = new Set(
    found.flatMap(({ unit, matter, path }) => [
      unit,
      matter.subject,
      matter.id,
      ...path.steps.flatMap(({ from, to }) => [from, to]),
    ]),
  )
  const names = await loadEntityNames(client, null, [...ids])
  // A unit that no source names is called by its printed name.
  for (const [id, { kind, name, country }] of await unitsById(client, [...ids])) names.set(id, { id, kind, name, country })
  return { exposures: found, names }
}
