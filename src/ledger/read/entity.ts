/** All that the ledger's sources say of one unit, person or organisation in a state: the statements by what they are about. */
import type { PoolClient } from 'pg'
import type { EntityKind, Property } from '../entities.js'
import { held } from '../serving/tables.js'
import { type Identities, loadIdentities } from './identities.js'
import { planned } from './planned.js'
import { heldIn, loadEntityNames, loadRelations, type NamedEntity, type RelationStatement } from './relations.js'

/** A statement as a page shows it: with the file that it stands in and the publications that the file cites for it. */
export interface SaidOf extends Omit<RelationStatement, 'from' | 'to'> {
  entity: string
  value: string | null
  object: string | null
  sourceFile: string
  sourceTitle: string
}

export interface CitedPublication {
  id: string
  title: string | null
  author: string | null
  publisher: string | null
  url: string | null
  archivedUrl: string | null
  publishedPrinted: string | null
  locator: string | null
}

/** Another entity of the same country that has one of the same names: not to be confused with. */
export interface Homonym extends NamedEntity {
  sharedName: string
}

export interface EntityFacts {
  id: string
  kind: EntityKind
  name: string | null
  country: string | null
  /** By property, in the order of the sources. */
  said: Partial<Record<Property, SaidOf[]>>
  /** Statements whose object it is: postings to a unit, lineages. Parents and children are read as a chain. */
  saidWith: Partial<Record<Property, SaidOf[]>>
  /** Entities that the statements name. */
  others: Map<string, NamedEntity>
  publications: Map<string, CitedPublication>
  homonyms: Homonym[]
  /** The id that it is shown under and those that persons judged to be one with that: its own among them. */
  members: readonly string[]
}

/** More statements of one property than this are not shown on one page; the listing has them all. */
const mostSaid = 500

/**
 * With what is said of all that persons judged to be one with it; whom the statements name are told by the ids that they are shown under.
 * `known`: the identities of that state, where they are read already.
 */
export async function loadEntity(
  client: PoolClient,
  past: number | null,
  id: string,
  known?: Identities,
): Promise<EntityFacts | null> {
  const entity = (await loadEntityNames(client, past, [id])).get(id)
  if (!entity) return null
  const identities = known ?? (await loadIdentities(client, past))
  const members = identities.membersOf(identities.canonicalOf(id))
  const [own, withIt] = [
    await loadSaid(client, past, 'entity', members, identities),
    await loadSaid(client, past, 'object', members, identities),
  ]
  const ids = new Set([...own, ...withIt].flatMap(({ entity: subject, object }) => [subject, ...(object ? [object] : [])]))
  ids.delete(id)
  const cited = [...new Set([...own, ...withIt].flatMap(({ citations }) => citations))]
  return {
    ...entity,
    said: byProperty(own),
    saidWith: byProperty(withIt.filter(({ property }) => property !== 'parent')),
    others: await loadEntityNames(client, past, [...ids]),
    publications: await loadPublications(client, past, cited),
    homonyms: await loadHomonyms(client, past, members, identities),
    members,
  }
}

function byProperty(statements: readonly SaidOf[]): Partial<Record<Property, SaidOf[]>> {
  const grouped: Partial<Record<Property, SaidOf[]>> = {}
  for (const statement of statements) {
    grouped[statement.property] ??= []
    grouped[statement.property]!.push(statement)
  }
  return grouped
}

async function loadSaid(
  client: PoolClient,
  past: number | null,
  side: 'entity' | 'object',
  ids: readonly string[],
  { canonicalOf }: Identities,
): Promise<SaidOf[]> {
  const { rows } = await client.query<SaidOf>(
    planned(
      `said ${side}`,
      past,
      `SELECT * FROM (
      SELECT s.id, s.entity, s.object, s.property, s.value, s.details, s.stance, s.speaker, s.first_cited_printed AS "firstCitedPrinted",
        s.first_cited::text AS "firstCited", s.starts, s.last_cited_printed AS "lastCitedPrinted", s.last_cited::text AS "lastCited", s.ends,
        s.open_ended AS "openEnded", s.precise::text AS precise, s.imprecise::text AS imprecise, s.confidence, s.status, s.citations, s.source,
        s.places, s.flags, f.file_name AS "sourceFile", f.title AS "sourceTitle",
        row_number() OVER (PARTITION BY s.property ORDER BY lower(s.imprecise) NULLS LAST, s.source, s.position, s.id) AS ordinal
      FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND ${heldIn(past, 'f')}
      WHERE s.${side} = ANY($1) AND ${heldIn(past, 's')}
    ) said WHERE ordinal <= ${mostSaid} ORDER BY property, ordinal`,
      [ids],
    ),
  )
  return rows.map((row) => ({ ...row, ...shownEnds(row, canonicalOf) }))
}

/** The ends of a statement by the ids that they are shown under. */
export const shownEnds = ({ entity, object }: Pick<SaidOf, 'entity' | 'object'>, canonicalOf: Identities['canonicalOf']) => ({
  entity: canonicalOf(entity),
  object: object === null ? null : canonicalOf(object),
})

/** By the ids that statements cite: a row's own id names its source besides ("id@source"), as several files may describe one publication. */
export async function loadPublications(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  ids: readonly string[],
): Promise<Map<string, CitedPublication>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<CitedPublication>(
    planned(
      'publications',
      past,
      `SELECT DISTINCT ON (split_part(id, '@', 1)) split_part(id, '@', 1) AS id, title, author, publisher, url, archived_url AS "archivedUrl",
      published_printed AS "publishedPrinted", locator
    FROM ledger.publication p WHERE split_part(id, '@', 1) = ANY($1) AND ${heldIn(past, 'p')}
    ORDER BY split_part(id, '@', 1), written DESC, id`,
      [ids],
    ),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Entities of the same kind and country that a source gives one of the same names or aliases. Each name is looked up by itself: joined, the database
 * reads every name there is where it expects to have enough early.
 */
async function loadHomonyms(
  client: PoolClient,
  past: number | null,
  members: readonly string[],
  { canonicalOf }: Identities,
): Promise<Homonym[]> {
  const id = canonicalOf(members[0]!)
  const at = past === null ? null : '$2'
  const isName = (alias: string) => `${alias}.property IN ('name', 'alias') AND ${alias}.stance = 'asserts'`
  const { rows } = await client.query<{ id: string; sharedName: string }>(
    planned(
      'homonyms',
      past,
      `WITH own AS MATERIALIZED (
      SELECT DISTINCT s.value FROM ${held('statement', at, 'entity = ANY($1)')} s WHERE ${isName('s')}
    )
    SELECT DISTINCT ON (other.entity) other.entity AS id, own.value AS "sharedName"
    FROM own CROSS JOIN LATERAL (
      SELECT s.entity FROM ${held('statement', at, `left(lower(value), 200) = left(lower(own.value), 200) AND property IN ('name', 'alias')`)} s
      WHERE ${isName('s')} AND s.entity <> ALL($1) OFFSET 0
    ) other
    ORDER BY other.entity, own.value LIMIT 100`,
      past === null ? [members] : [members, past],
    ),
  )
  if (rows.length === 0) return []
  const others = new Map(rows.map((row) => [canonicalOf(row.id), row.sharedName]))
  const names = await loadEntityNames(client, past, [id, ...others.keys()])
  const own = names.get(id)
  return [...others].flatMap(([other, sharedName]) => {
    const named = names.get(other)
    return named && named.kind === own?.kind && named.country === own.country ? [{ ...named, sharedName }] : []
  })
}

/** What a chain of units is read with, in one state: units that persons judged to be one are one in it. `known` as for `loadEntity`. */
export function chainRelations(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  known?: Identities,
): (side: 'from' | 'to', units: readonly string[]) => Promise<RelationStatement[]> {
  let identities: Identities | undefined = known
  return async (side, units) => {
    identities ??= await loadIdentities(client, past)
    const { canonicalOf, membersOf } = identities
    const relations = await loadRelations(client, past, side, units.flatMap(membersOf), ['parent'])
    return relations
      .map((one) => ({ ...one, from: canonicalOf(one.from), to: canonicalOf(one.to) }))
      .filter(({ from, to }) => from !== to)
  }
}
