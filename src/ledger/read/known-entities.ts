/**
 * Whatever a list of names may mean, of the present: units, classes of units, bodies, organisations and people, each with all the names that
 * sources give it or that printed rows were taken to be. Incidents have no names and are left out.
 */
import type { PoolClient } from 'pg'
import { listedRange } from '../dates.js'
import type { EntityKind } from '../entities.js'

export interface KnownEntity {
  /** As it is shown: what persons judged to be one stands under one id. */
  id: string
  kind: Exclude<EntityKind, 'incident'>
  name: string
  /** Of all: names and aliases of its sources first, then printed names with most rows first. No two are equal. */
  names: string[]
  /** ISO 3166-1 alpha-3, or as printed; a person may have several. */
  countries: string[]
  /** Ranges of dates of birth, as PostgreSQL writes them. */
  births: string[]
  /** Ids in other collections, as printed. */
  identifiers: string[]
  /** Rows of training reports that name it. */
  rows: number
  /** Known from printed names alone, which a rule put together: no person has confirmed it. */
  proposed: boolean
  /**
   * Rows name it as who gave training and never as who received it, and no source says what it is: a school of armed forces, a university or a firm. A
   * recipient's name is classed; that of who trains is not.
   */
  trainsOnly: boolean
}

/** A unit of the record has a thousand spellings at most, and the rarest add only slips of the print. */
const mostNames = 24

const properties = ['name', 'alias', 'country', 'birth', 'identifier']

/** All of them, in the one snapshot that the caller has opened, in the order of their ids. */
export async function loadKnownEntities(client: Pick<PoolClient, 'query'>): Promise<KnownEntity[]> {
  const units = await client.query<
    Pick<KnownEntity, 'id' | 'kind' | 'name' | 'rows' | 'proposed' | 'trainsOnly'> & { country: string | null }
  >(
    `SELECT u.entity AS id, kind, name, country, rows::float8 AS rows, proposed, NOT described AND received.entity IS NULL AS "trainsOnly"
      FROM serving.unit u LEFT JOIN (
        SELECT m.entity FROM serving.meaning m JOIN serving.name n ON n.id = m.printed_name WHERE n.recipient
        UNION SELECT own.entity FROM serving.naming_meaning own JOIN ledger.naming n ON n.id = own.naming AND n.withdrawn IS NULL
          WHERE own.entity IS NOT NULL AND n.role = 'recipient'
      ) received ON received.entity = u.entity
      WHERE rows > 0 OR described`,
  )
  const people = await client.query<{ id: string }>(
    `SELECT id FROM ledger.entity e WHERE kind = 'person' AND withdrawn IS NULL
      AND NOT EXISTS (SELECT FROM serving.merged m WHERE m.entity = e.id)`,
  )
  const entities = new Map<string, KnownEntity>()
  const empty = () => ({ names: [], births: [], identifiers: [] })
  for (const { country, ...unit } of units.rows)
    entities.set(unit.id, { ...unit, ...empty(), countries: country === null ? [] : [country] })
  for (const { id } of people.rows)
    entities.set(id, { id, kind: 'person', name: '', rows: 0, proposed: false, trainsOnly: false, ...empty(), countries: [] })
  const said = await client.query<{ id: string; property: string; value: string; born: string | null }>(
    `SELECT coalesce(m.canonical, s.entity) AS id, s.property, s.value, coalesce(s.first_cited, s.last_cited)::text AS born
      FROM ledger.statement s LEFT JOIN serving.merged m ON m.entity = s.entity
      WHERE s.property = ANY($1) AND s.stance = 'asserts' AND s.value IS NOT NULL AND s.withdrawn IS NULL
      ORDER BY array_position($1, s.property), s.source, s.position, s.id`,
    [properties],
  )
  for (const { id, property, value, born } of said.rows) {
    const entity = entities.get(id)
    if (!entity) continue
    if (property === 'name' || property === 'alias') add(entity.names, value)
    else if (property === 'country') add(entity.countries, value)
    else if (property === 'identifier') add(entity.identifiers, value)
    else {
      // Lists print a date of birth as a value; only some sources have dates for the statement.
      const range = born ?? listedRange(value)
      if (range !== null) add(entity.births, range)
    }
    if (property === 'name' && entity.name === '') entity.name = value
  }
  const printed = await client.query<{ id: string; text: string }>(
    `SELECT id, text FROM (
      SELECT m.entity AS id, n.text, row_number() OVER (PARTITION BY m.entity ORDER BY n.rows DESC, n.text COLLATE "C") AS ordinal
      FROM serving.meaning m JOIN serving.name n ON n.id = m.printed_name
    ) named WHERE ordinal <= ${mostNames} ORDER BY id, ordinal`,
  )
  for (const { id, text } of printed.rows) {
    const entity = entities.get(id)
    if (entity && entity.names.length < mostNames) add(entity.names, text)
  }
  return [...entities.values()]
    .map(({ name, names, ...entity }) => ({
      ...entity,
      name: name || (names[0] ?? ''),
      // A class is called by what its printed names have in common, which none of them need be.
      names: name === '' || name === '–' || names.includes(name) ? names : [name, ...names],
    }))
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function add(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value)
}
