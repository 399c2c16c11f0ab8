/**
 * Works exposure out from what the ledger holds, as a whole, or of one unit and what is around it: in the state after changeset `at`, or at
 * present where that is null. Give it the reader's connection.
 */
import type { PoolClient } from 'pg'
import type { Assistance } from '../ledger/read/assistance.js'
import { loadAssistance, unitsWithNames } from '../ledger/read/assistance.js'
import { chainRelations } from '../ledger/read/entity.js'
import { loadExposureRelations } from '../ledger/read/exposure.js'
import { type Identities, loadIdentities, loadKinds } from '../ledger/read/identities.js'
import type { Matter } from '../ledger/read/matters.js'
import { loadMatters, loadSubjects } from '../ledger/read/matters.js'
import { loadEntityNames, type NamedEntity, type RelationStatement } from '../ledger/read/relations.js'
import { touchedSince } from '../ledger/read/touched.js'
import { unitsById } from '../ledger/read/units.js'
import type { ReadRelations } from './command-chain.js'
import { accuses, type Exposure, exposures, inOrder, reachableUnits } from './exposure.js'

type Client = Pick<PoolClient, 'query'>

export interface LedgerExposures {
  exposures: Exposure[]
  /** Units, persons and incidents that the findings name, by shown id. */
  names: Map<string, NamedEntity>
}

/**
 * The findings of the whole ledger. Of those whom lists and incidents name, thousands are companies and people whom nothing connects with a unit: what
 * is said of them is not read.
 */
export async function exposuresOfLedger(client: Client, at: number | null): Promise<LedgerExposures> {
  const identities = await loadIdentities(client, at)
  return exposuresOfSubjects(client, at, identities, await loadSubjects(client, at, identities))
}

async function exposuresOfSubjects(
  client: Client,
  at: number | null,
  identities: Identities,
  subjects: readonly string[],
): Promise<LedgerExposures> {
  const relations = await loadExposureRelations(client, at, identities, null)
  const related = new Set(relations.flatMap(({ from, to }) => [from, to]))
  const received = new Set(await unitsWithNames(client, at, identities, subjects))
  const near = subjects.filter((id) => related.has(id) || received.has(id))
  if (near.length === 0) return { exposures: [], names: new Map() }
  const matters = await loadMatters(client, at, identities, near)
  const kinds = await loadKinds(client, at, identities, [...new Set([...near, ...related])])
  const units = await unitsWithNames(client, at, identities, reachableUnits({ matters, relations, kinds }))
  const assistance = await loadAssistance(client, at, units)
  return named(client, at, exposures({ matters, relations, kinds, assistance }))
}

/** More than this is as soon worked out as a whole. */
const mostSubjects = 400
const mostUnits = 40

/**
 * The findings of the present from those of the state after changeset `since`: worked out anew are only those of whom the changesets between touch. Null
 * where that is nearly everybody (see `touchedSince`): then the whole is asked for.
 */
export async function exposuresSince(client: Client, known: LedgerExposures, since: number): Promise<LedgerExposures | null> {
  const touched = await touchedSince(client, since)
  if (!touched) return null
  const identities = await loadIdentities(client, null)
  // With all that are one with them now: of what was joined or parted any may have been shown before.
  const groupsOf = (ids: readonly string[]) =>
    new Set(ids.flatMap((id) => [id, ...identities.membersOf(identities.canonicalOf(id))]))
  const [subjects, units] = [groupsOf(touched.subjects), groupsOf(touched.units)]
  if (subjects.size > mostSubjects || units.size > mostUnits) return null
  const accused = (await loadSubjects(client, null, identities)).filter((id) => subjects.has(id))
  const parts = [await exposuresOfSubjects(client, null, identities, accused)]
  for (const unit of new Set([...units].map(identities.canonicalOf)))
    parts.push(await exposuresOfUnit(client, null, unit, { identities }))
  const kept = known.exposures.filter(({ unit, matter }) => !units.has(unit) && !subjects.has(matter.subject))
  const found = new Map([...kept, ...parts.flatMap((part) => part.exposures)].map((finding) => [finding.id, finding]))
  const renamed = [...subjects].filter((id) => known.names.has(id))
  const names = new Map([...known.names, ...(await namesOf(client, null, renamed)), ...parts.flatMap((part) => [...part.names])])
  return { exposures: [...found.values()].sort(inOrder), names }
}

export interface UnitExposures extends LedgerExposures {
  /** The id that the unit is shown under. */
  unit: string
  /** Every training of the unit itself that counts here, whether or not anything is alleged. */
  assistance: Assistance[]
  /** What is alleged of the unit itself, and the lists that it stands on, whether or not it received anything. */
  matters: Matter[]
}

/**
 * The findings of one unit: of its own assistance, and of the assistance to units around it that what is alleged of it or listed would
 * concern. Reads only what is above, below, before, after and posted to it. `known`: the identities of that state and who reads its chains, where
 * a page has them already.
 */
export async function exposuresOfUnit(
  client: Client,
  at: number | null,
  given: string,
  known: { identities?: Identities; parents?: ReadRelations } = {},
): Promise<UnitExposures> {
  const identities = known.identities ?? (await loadIdentities(client, at))
  const parents = known.parents ?? chainRelations(client, at, identities)
  const unit = identities.canonicalOf(given)
  const none = { exposures: [], names: new Map(), unit, assistance: [], matters: [] }
  const own = await loadKinds(client, at, identities, [unit])
  if (own.get(unit) !== 'unit') return none
  // Most units have no relations: one reading tells.
  const ends = { side: 'either', ids: identities.membersOf(unit) } as const
  const near = await loadExposureRelations(client, at, identities, ends)
  const relations = near.filter(({ property, to }) => property === 'posting' && to === unit)
  const successions: ReadRelations = (side, units) => {
    const asked = { side: side === 'from' ? 'entity' : 'object', ids: units.flatMap(identities.membersOf) } as const
    return loadExposureRelations(client, at, identities, asked, ['succession'])
  }
  for (const [property, read] of [
    ['parent', parents],
    ['succession', successions],
  ] as const)
    for (const side of ['from', 'to'] as const) {
      const first = near.filter((one) => one.property === property && one[side] === unit)
      relations.push(...(await walk(read, unit, side, first)))
    }
  const around = [...new Set([unit, ...relations.flatMap(({ from, to }) => [from, to])])]
  const kinds = around.length === 1 ? own : await loadKinds(client, at, identities, around)
  const matters = await loadMatters(client, at, identities, around)
  const reachable = matters.length === 0 ? [] : reachableUnits({ matters, relations, kinds })
  const units = await unitsWithNames(client, at, identities, [...new Set([unit, ...reachable])])
  const assistance = await loadAssistance(client, at, units)
  const found = exposures({ matters, relations, kinds, assistance }).filter(
    (one) => one.unit === unit || one.matter.subject === unit,
  )
  return {
    ...(await named(client, at, found, [unit])),
    unit,
    assistance: assistance.filter((one) => one.unit === unit),
    matters: matters.filter((matter) => matter.subject === unit && accuses(matter)),
  }
}

/** No army is so deep: see command-chain. */
const deepest = 30

/** Relations in one direction, a level of units a reading, after the first, which is given. */
async function walk(
  read: ReadRelations,
  unit: string,
  side: 'from' | 'to',
  first: readonly RelationStatement[],
): Promise<RelationStatement[]> {
  const other = side === 'from' ? 'to' : 'from'
  const found = [...first]
  const seen = new Set([unit])
  const beyond = (relations: readonly RelationStatement[]) => {
    const units = [...new Set(relations.map((one) => one[other]))].filter((id) => !seen.has(id))
    for (const id of units) seen.add(id)
    return units
  }
  let frontier = beyond(first)
  for (let depth = 1; frontier.length > 0 && depth < deepest; depth++) {
    const further = await read(side, frontier)
    found.push(...further)
    frontier = beyond(further)
  }
  return found
}

async function named(
  client: Client,
  at: number | null,
  found: Exposure[],
  besides: readonly string[] = [],
): Promise<LedgerExposures> {
  const ids = new Set(
    besides.concat(
      found.flatMap(({ unit, matter, path }) => [
        unit,
        matter.subject,
        matter.id,
        ...path.steps.flatMap(({ from, to }) => [from, to]),
      ]),
    ),
  )
  return { exposures: found, names: await namesOf(client, at, [...ids]) }
}

async function namesOf(client: Client, at: number | null, ids: readonly string[]): Promise<Map<string, NamedEntity>> {
  const names = await loadEntityNames(client, at, ids)
  // A unit that no source names is called by its printed name, in every state by that of the present.
  for (const [id, { kind, name, country }] of await unitsById(client, ids)) {
    const said = names.get(id)
    names.set(id, { id, kind, name: said?.name ?? name, country: said?.country ?? country })
  }
  return names
}
