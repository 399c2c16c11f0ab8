/**
 * Entities as the servers answer that speak the FollowTheMoney model: with caption, datasets and referents, and with what they are linked to
 * nested within, one step far.
 */
import type { PoolClient } from 'pg'
import { entitiesWith, type ShownEntities, shownEntities } from '../../ledger/read/all-entities.js'
import type { KnownEntity } from '../../ledger/read/known-entities.js'
import { asFollowTheMoney, type FollowTheMoneyEntity } from './export.js'

export const DATASET = 'rastro'

export interface ShownEntity {
  id: string
  caption: string
  schema: string
  properties: Record<string, (string | ShownEntity)[]>
  datasets: string[]
  /** Ids of those that persons judged to be one with it. */
  referents: string[]
  /** It stands on an official list of the ledger's sources, from which none says that it was taken off. */
  target: boolean
  first_seen: null
  last_seen: null
  last_change: string | null
}

const prefix = 'rastro-'
export const shownId = (id: string): string => `${prefix}${id}`
export const idOfShown = (id: string): string => (id.startsWith(prefix) ? id.slice(prefix.length) : id)

/** Who knows names and country of entities that no source describes: the index of entities. */
export type Known = (ids: readonly string[]) => Promise<readonly KnownEntity[]>

/** These, without what they are linked to; what the model has no schema for is left out. */
export async function loadShown(client: PoolClient, ids: readonly string[], known: Known): Promise<Map<string, ShownEntity>> {
  if (ids.length === 0) return new Map()
  const batch = await shownEntities(client, ids)
  const names = new Map((await known(ids)).map((entity) => [entity.id, entity]))
  const shown = new Map<string, ShownEntity>()
  for (const entity of asFollowTheMoney(batch, names)) {
    const id = idOfShown(entity.id)
    if (nodes.has(entity.schema)) shown.set(id, show(entity, batch, names.get(id)))
  }
  return shown
}

const nodes = new Set(['Organization', 'Person'])
/** For one entity; a unit with more subunits and postings than this is asked for at the API. */
const mostLinks = 400

/** A link's two ends, each with the property under which the entity at that end has the link. */
const links: Readonly<Record<string, readonly [end: string, under: string][]>> = {
  Membership: [
    ['member', 'membershipMember'],
    ['organization', 'membershipOrganization'],
  ],
  Employment: [
    ['employee', 'employers'],
    ['employer', 'employees'],
  ],
  Succession: [
    ['predecessor', 'successors'],
    ['successor', 'predecessors'],
  ],
  Sanction: [['entity', 'sanctions']],
}

/** One with its listings, places, and whom it is linked to; null where there is none, or the model has no schema for it. */
export async function loadNested(client: PoolClient, id: string, known: Known): Promise<ShownEntity | null> {
  const own = await shownEntities(client, [id])
  const with_ = await entitiesWith(client, [id, ...(own.members.get(id) ?? [])], mostLinks)
  const named = own.entities.flatMap(({ statements }) => statements.flatMap(({ object }) => (object === null ? [] : [object])))
  const others = [...new Set([...named, ...with_])].filter((other) => other !== id).slice(0, mostLinks)
  const around = await shownEntities(client, others)
  const names = new Map((await known([id, ...others])).map((entity) => [entity.id, entity]))
  const rootId = shownId(id)
  const ends = new Map<string, ShownEntity>()
  const edges: FollowTheMoneyEntity[] = []
  for (const batch of [own, around])
    for (const entity of asFollowTheMoney(batch, names)) {
      if (nodes.has(entity.schema) || entity.schema === 'Address')
        ends.set(entity.id, show(entity, batch, names.get(idOfShown(entity.id))))
      else if (links[entity.schema]?.some(([end]) => entity.properties[end]?.includes(rootId))) edges.push(entity)
    }
  const root = ends.get(rootId)
  if (!root) return null
  const properties: ShownEntity['properties'] = { ...root.properties }
  const places = (properties.addressEntity ?? []).flatMap((address) => ends.get(String(address)) ?? [])
  if (places.length > 0) properties.addressEntity = places
  for (const edge of edges)
    for (const [end, under] of links[edge.schema]!) {
      if (!edge.properties[end]?.includes(rootId)) continue
      const { [end]: _back, ...rest } = show(edge, own, undefined).properties
      for (const [other] of links[edge.schema]!)
        if (other !== end)
          rest[other] = (rest[other] ?? []).map((value) => withoutAddresses(ends.get(String(value))) ?? String(value))
      properties[under] = [...(properties[under] ?? []), { ...show(edge, own, undefined), properties: rest }]
    }
  return { ...root, properties }
}

/** What is one step away is shown without its own places, which were not read. */
function withoutAddresses(entity: ShownEntity | undefined): ShownEntity | undefined {
  if (!entity) return undefined
  const { addressEntity: _, ...properties } = entity.properties
  return { ...entity, properties }
}

function show(entity: FollowTheMoneyEntity, batch: ShownEntities, known: KnownEntity | undefined): ShownEntity {
  const id = idOfShown(entity.id)
  const stored = batch.entities.find((one) => one.id === id)
  return {
    id: entity.id,
    caption: known?.name ?? entity.properties.name?.[0] ?? entity.properties.full?.[0] ?? labelOf(entity),
    schema: entity.schema,
    properties: entity.properties,
    datasets: [DATASET],
    referents: (batch.members.get(id) ?? []).map(shownId),
    target: stored?.designations.some(({ delistedPrinted }) => delistedPrinted === null) ?? false,
    first_seen: null,
    last_seen: null,
    last_change: batch.changed.get(id) ?? null,
  }
}

/** For a link: its role or authority, as the model captions it. */
const labelOf = ({ schema, properties }: FollowTheMoneyEntity): string =>
  properties.role?.[0] ?? properties.program?.[0] ?? properties.authority?.[0] ?? schema
