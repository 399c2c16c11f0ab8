/** All that the ledger's sources say of one unit, person or organisation in a state: the statements by what they are about. */
import type { PoolClient } from 'pg'
import type { EntityKind, Property } from '../entities.js'
import { held } from '../serving/tables.js'
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
}

/** More statements of one property than this are not shown on one page; the listing has them all. */
const mostSaid = 500

export async function loadEntity(client: PoolClient, past: number | null, id: string): Promise<EntityFacts | null> {
  const entity = (await loadEntityNames(client, past, [id])).get(id)
  if (!entity) return null
  const [own, withIt] = [await loadSaid(client, past, 'entity', id), await loadSaid(client, past, 'object', id)]
  const ids = new Set([...own, ...withIt].flatMap(({ entity: subject, object }) => [subject, ...(object ? [object] : [])]))
  ids.delete(id)
  const cited = [...new Set([...own, ...withIt].flatMap(({ citations }) => citations))]
  return {
    ...entity,
    said: byProperty(own),
    saidWith: byProperty(withIt.filter(({ property }) => property !== 'parent')),
    others: await loadEntityNames(client, past, [...ids]),
    publications: await loadPublications(client, past, cited),
    homonyms: await loadHomonyms(client, past, id),
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

async function loadSaid(client: PoolClient, past: number | null, side: 'entity' | 'object', id: string): Promise<SaidOf[]> {
  const { rows } = await client.query<SaidOf>(
    `SELECT * FROM (
      SELECT s.id, s.entity, s.object, s.property, s.value, s.details, s.stance, s.speaker, s.first_cited_printed AS "firstCitedPrinted",
        s.first_cited::text AS "firstCited", s.starts, s.last_cited_printed AS "lastCitedPrinted", s.last_cited::text AS "lastCited", s.ends,
        s.open_ended AS "openEnded", s.precise::text AS precise, s.imprecise::text AS imprecise, s.confidence, s.status, s.citations, s.source,
        s.places, s.flags, f.file_name AS "sourceFile", f.title AS "sourceTitle",
        row_number() OVER (PARTITION BY s.property ORDER BY lower(s.imprecise) NULLS LAST, s.source, s.position, s.id) AS ordinal
      FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND ${heldIn(past, 'f')}
      WHERE s.${side} = $1 AND ${heldIn(past, 's')}
    ) said WHERE ordinal <= ${mostSaid} ORDER BY property, ordinal`,
    [id],
  )
  return rows
}

/** By the ids that statements cite: a row's own id names its source besides ("id@source"), as several files may describe one publication. */
export async function loadPublications(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  ids: readonly string[],
): Promise<Map<string, CitedPublication>> {
  const { rows } = await client.query<CitedPublication>(
    `SELECT DISTINCT ON (split_part(id, '@', 1)) split_part(id, '@', 1) AS id, title, author, publisher, url, archived_url AS "archivedUrl",
      published_printed AS "publishedPrinted", locator
    FROM ledger.publication p WHERE split_part(id, '@', 1) = ANY($1) AND ${heldIn(past, 'p')}
    ORDER BY split_part(id, '@', 1), written DESC, id`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Entities of the same kind and country that a source gives one of the same names or aliases. Each name is looked up by itself: joined, the database
 * reads every name there is where it expects to have enough early.
 */
async function loadHomonyms(client: PoolClient, past: number | null, id: string): Promise<Homonym[]> {
  const at = past === null ? null : '$2'
  const isName = (alias: string) => `${alias}.property IN ('name', 'alias') AND ${alias}.stance = 'asserts'`
  const { rows } = await client.query<{ id: string; sharedName: string }>(
    `WITH own AS MATERIALIZED (
      SELECT DISTINCT s.value FROM ${held('statement', at, 'entity = $1')} s WHERE ${isName('s')}
    )
    SELECT DISTINCT ON (other.entity) other.entity AS id, own.value AS "sharedName"
    FROM own CROSS JOIN LATERAL (
      SELECT s.entity FROM ${held('statement', at, `left(lower(value), 200) = left(lower(own.value), 200) AND property IN ('name', 'alias')`)} s
      WHERE ${isName('s')} AND s.entity <> $1 OFFSET 0
    ) other
    ORDER BY other.entity, own.value LIMIT 100`,
    past === null ? [id] : [id, past],
  )
  const names = await loadEntityNames(client, past, [id, ...rows.map((row) => row.id)])
  const own = names.get(id)
  return rows.flatMap(({ id: other, sharedName }) => {
    const named = names.get(other)
    return named && named.kind === own?.kind && named.country === own.country ? [{ ...named, sharedName }] : []
  })
}

/** What a chain of this unit is read with, in one state. */
export const chainRelations =
  (client: Pick<PoolClient, 'query'>, past: number | null) =>
  (side: 'from' | 'to', units: readonly string[]): Promise<RelationStatement[]> =>
    loadRelations(client, past, side, units, ['parent'])
