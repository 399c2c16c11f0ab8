/** Dated relations between units, and postings of people to them, as the statements of a state say. */
import type { PoolClient } from 'pg'
import type { Details, EntityKind, Statement } from '../entities.js'
import type { Flag, Place } from '../records.js'
import { planned } from './planned.js'

/** What one source says of one relation. Ranges are PostgreSQL's text. */
export interface RelationStatement {
  id: string
  /** The unit that is under, or the person who is posted. */
  from: string
  /** The unit above, or the unit that the person is posted to. */
  to: string
  property: Statement['property']
  details: Details
  stance: Statement['stance']
  speaker: string | null
  firstCitedPrinted: string | null
  firstCited: string | null
  starts: boolean | null
  lastCitedPrinted: string | null
  lastCited: string | null
  ends: boolean | null
  openEnded: 'Y' | 'N' | 'E' | null
  precise: string | null
  imprecise: string | null
  confidence: string | null
  status: Statement['status']
  citations: string[]
  source: string
  places: Place[]
  flags: Flag[]
}

/** The condition that a fact table's row is held in a state: after changeset `past`, or now where that is null. */
export const heldIn = (past: number | null, table: string): string =>
  past === null
    ? `${table}.withdrawn IS NULL`
    : `(${table}.written <= ${past} AND (${table}.withdrawn IS NULL OR ${table}.withdrawn > ${past}))`

/** Statements of these properties from these entities (`from`), or to them (`to`), in the order of their sources. */
export async function loadRelations(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  side: 'from' | 'to',
  ids: readonly string[],
  wanted: readonly Statement['property'][],
): Promise<RelationStatement[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<RelationStatement>(
    planned(
      `relations ${side}`,
      past,
      `SELECT id, entity AS "from", object AS "to", property, details, stance, speaker, first_cited_printed AS "firstCitedPrinted",
      first_cited::text AS "firstCited", starts, last_cited_printed AS "lastCitedPrinted", last_cited::text AS "lastCited", ends,
      open_ended AS "openEnded", precise::text AS precise, imprecise::text AS imprecise, confidence, status, citations, source, places, flags
    FROM ledger.statement s
    WHERE ${side === 'from' ? 'entity' : 'object'} = ANY($1) AND property = ANY($2) AND object IS NOT NULL AND ${heldIn(past, 's')}
    ORDER BY lower(imprecise) NULLS LAST, source, position, id`,
      [ids, wanted],
    ),
  )
  return rows
}

export interface NamedEntity {
  id: string
  kind: EntityKind
  /** The name that its sources give first, or null where none says one. */
  name: string | null
  country: string | null
}

/** Entities with the name that a source asserts for them; of several, the one that most statements print. */
export async function loadEntityNames(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  ids: readonly string[],
): Promise<Map<string, NamedEntity>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<NamedEntity>(
    planned(
      'entity names',
      past,
      `SELECT e.id, e.kind,
      (SELECT value FROM ledger.statement s WHERE s.entity = e.id AND s.property = 'name' AND s.stance = 'asserts' AND ${heldIn(past, 's')}
        GROUP BY value ORDER BY count(*) DESC, value COLLATE "C" LIMIT 1) AS name,
      (SELECT value FROM ledger.statement s WHERE s.entity = e.id AND s.property = 'country' AND s.stance = 'asserts' AND ${heldIn(past, 's')}
        GROUP BY value ORDER BY count(*) DESC, value COLLATE "C" LIMIT 1) AS country
    FROM ledger.entity e WHERE e.id = ANY($1) AND ${heldIn(past, 'e')}`,
      [ids],
    ),
  )
  return new Map(rows.map((row) => [row.id, row]))
}
