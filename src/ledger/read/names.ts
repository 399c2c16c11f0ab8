/** Printed names: found by their words, of a country, and one of them, with what the rows that name it sum to. For the present or a past state. */
import type { PoolClient } from 'pg'
import type { RecipientClass } from '../records.js'
import { held, served } from '../serving/tables.js'
import { type Cube, countryRef, type State } from './cube.js'
import type { NameRow } from './views.js'
import type { Question } from './words.js'

interface Row {
  id: string
  country: string | null
  text: string
  recipient_class: RecipientClass | null
  recipient: boolean
  delivery: boolean
  rows: number
  quantity: number
  first_year: number | null
  last_year: number | null
}

const nameColumns = 'id, country, text, recipient_class, recipient, delivery, rows, quantity, first_year, last_year'

/** SQL: the names of a state that `chosen` picks among `p`. A past state's changeset is the parameter `$${position}`, the last one. */
const namesFrom = (past: number | null, position: number, chosen: string): string =>
  `(SELECT * FROM ${served('name', past === null ? null : `$${position}`)} p WHERE ${chosen}) names`

/** Parameters of a query over `namesFrom`: a past state's changeset comes last. */
const parameters = (past: number | null, ...values: unknown[]) => (past === null ? values : [...values, past])

/** The driver keeps a prepared statement per name on each connection. */
const named = (name: string, past: number | null) => (past === null ? name : `past ${name}`)

function nameRow(row: Row, cube: Pick<Cube, 'countries'>): NameRow {
  return {
    id: row.id,
    text: row.text,
    country: row.country === null ? null : nameCountry(row.country, cube),
    recipientClass: row.recipient_class,
    roles: [...(row.recipient ? (['recipient'] as const) : []), ...(row.delivery ? (['delivery'] as const) : [])],
    rows: row.rows,
    quantity: row.quantity,
    firstYear: row.first_year,
    lastYear: row.last_year,
  }
}

/** A name's country is a code, or the country as printed where it has none. */
function nameCountry(country: string, cube: Pick<Cube, 'countries'>) {
  return /^[A-Z]{3}$/.test(country)
    ? (cube.countries.get(country.toLowerCase()) ?? countryRef(country, country))
    : countryRef(null, country)
}

/** What names of a country have in their `country`: its code, or its printed forms where it has none. */
export const namedCountries = (code: string | null, cells: readonly { countryPrinted: string }[]): string[] =>
  code ? [code] : [...new Set(cells.map((cell) => cell.countryPrinted))]

/** The name typed in full first, then by sessions; of these countries (`namedCountries`), where any are given. */
export async function searchNames(
  client: PoolClient,
  text: Question,
  countries: readonly string[] | null,
  limit: number,
  cube: Cube,
  past: number | null,
): Promise<NameRow[]> {
  const ofCountries = '($4::text[] IS NULL OR p.country = ANY ($4::text[]))'
  const { rows } = await client.query<Row>({
    name: named('search names', past),
    text: `(SELECT ${nameColumns}, 0 AS tier FROM ${namesFrom(past, 5, `md5(p.search_key) = md5($2) AND p.search_key = $2 AND ${ofCountries}`)}
        ORDER BY quantity DESC, id LIMIT $3)
      UNION ALL
      (SELECT ${nameColumns}, 1 AS tier FROM ${namesFrom(past, 5, `p.key @@ $1::tsquery AND p.search_key <> $2 AND ${ofCountries}`)}
        ORDER BY quantity DESC, id LIMIT $3)
      ORDER BY tier, quantity DESC, id LIMIT $3`,
    values: parameters(past, text.tsquery, text.key, limit, countries),
  })
  return rows.map((row) => nameRow(row, cube))
}

/** Which names of a state a question matches; all of them where nothing was asked. A past state's changeset is the last of `values`. */
function matching(
  { tsquery, key, empty }: Question,
  past: number | null,
): { from: string; where: string; tier: string; ordered: string; values: unknown[] } {
  const asked = empty || tsquery === null ? [] : [tsquery, key]
  const values = parameters(past, ...asked)
  const from = `${served('name', past === null ? null : `$${values.length}`)} p`
  // Without words there is one tier, and the index on sessions gives the order.
  const order = 'p.quantity DESC, p.id'
  if (empty) return { from, where: 'false', tier: '0', ordered: order, values }
  if (tsquery === null) return { from, where: 'true', tier: '0', ordered: order, values }
  const tier = '(p.search_key <> $2)::int'
  return {
    from,
    where: '(p.key @@ $1::tsquery OR (md5(p.search_key) = md5($2) AND p.search_key = $2))',
    tier,
    ordered: `${tier}, ${order}`,
    values,
  }
}

const presentColumns = nameColumns.replace(/\w+/g, 'p.$&')

/** Where a page of names ends: the name's tier (0 where it is what was typed), sessions and id. */
export interface NamePosition {
  tier: number
  quantity: number
  id: string
}

/** One page of all the names of a state that a question matches, in the order of `searchNames`, and how many there are in all. */
export async function listNames(
  client: PoolClient,
  text: Question,
  limit: number,
  after: NamePosition | null,
  { cube, past }: State,
): Promise<{ rows: NameRow[]; total: number; last: NamePosition | null }> {
  const { from, where, tier, ordered, values } = matching(text, past)
  const count = await client.query<{ total: number }>(`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`, values)
  const at = values.length
  const beyond = after
    ? `AND ${tier} >= $${at + 2}::int AND (${tier} > $${at + 2}::int OR (p.quantity <= $${at + 3}::float8 AND
        (p.quantity < $${at + 3}::float8 OR p.id > $${at + 4}::text)))`
    : ''
  const { rows } = await client.query<Row & { tier: number }>(
    `SELECT ${presentColumns}, ${tier} AS tier FROM ${from} WHERE ${where} ${beyond} ORDER BY ${ordered} LIMIT $${at + 1}`,
    [...values, limit + 1, ...(after ? [after.tier, after.quantity, after.id] : [])],
  )
  const shown = rows.slice(0, limit)
  const end = rows.length > limit ? shown.at(-1) : undefined
  return {
    rows: shown.map((row) => nameRow(row, cube)),
    total: count.rows[0]!.total,
    last: end ? { tier: end.tier, quantity: end.quantity, id: end.id } : null,
  }
}

/** All of them in the same order, as a cursor of the database named `listing`. */
export async function declareNames(client: PoolClient, text: Question, past: number | null): Promise<void> {
  const { from, where, ordered, values } = matching(text, past)
  await client.query(
    `DECLARE listing NO SCROLL CURSOR FOR SELECT ${presentColumns} FROM ${from} WHERE ${where} ORDER BY ${ordered}`,
    values,
  )
}

export async function fetchNames(client: PoolClient, count: number, cube: Pick<Cube, 'countries'>): Promise<NameRow[]> {
  const { rows } = await client.query<Row>(`FETCH ${count} FROM listing`)
  return rows.map((row) => nameRow(row, cube))
}

/** A country's recipient names. */
export interface CountryNames {
  /** Most sessions first. */
  top: NameRow[]
  /** All of them. */
  names: number
  /** Each with sessions, for telling what kind of names they are. */
  sessions: { text: string; quantity: number }[]
}

/** Recipient names of a country (all spellings of it together), read in one go: they lie scattered over the table. */
export async function countryNames(
  client: PoolClient,
  countries: readonly string[],
  limit: number,
  cube: Cube,
  past: number | null,
): Promise<CountryNames> {
  const { rows } = await client.query<{
    names: number
    top: Row[] | null
    texts: string[] | null
    quantities: number[] | null
  }>({
    name: named('country names', past),
    text: `WITH names AS MATERIALIZED (
        SELECT ${nameColumns} FROM ${namesFrom(past, 3, 'p.country = ANY ($1::text[])')} WHERE recipient
      )
      SELECT (SELECT count(*)::int FROM names) AS names,
        (SELECT json_agg(t ORDER BY t.quantity DESC, t.id COLLATE "C") FROM
          (SELECT * FROM names ORDER BY quantity DESC, id COLLATE "C" LIMIT $2) t) AS top,
        (SELECT json_agg(text ORDER BY id COLLATE "C") FROM names WHERE quantity > 0) AS texts,
        (SELECT json_agg(quantity ORDER BY id COLLATE "C") FROM names WHERE quantity > 0) AS quantities`,
    values: parameters(past, countries, limit),
  })
  const { names, top, texts, quantities } = rows[0]!
  return {
    names,
    top: (top ?? []).map((row) => nameRow(row, cube)),
    sessions: (texts ?? []).map((text, index) => ({ text, quantity: quantities![index]! })),
  }
}

export async function countNames(client: PoolClient, past: number | null): Promise<number> {
  const { rows } = await client.query<{ names: number }>(
    `SELECT count(*)::int AS names FROM ${served('name', past === null ? null : '$1')} p`,
    parameters(past),
  )
  return rows[0]!.names
}

export async function nameById(
  client: PoolClient,
  id: string,
  cube: Cube,
  past: number | null,
): Promise<(NameRow & { searchKey: string }) | null> {
  const { rows } = await client.query<Row & { search_key: string }>({
    name: named('name', past),
    text: `SELECT ${nameColumns}, search_key FROM ${namesFrom(past, 2, 'p.id = $1')}`,
    values: parameters(past, id),
  })
  return rows[0] ? { ...nameRow(rows[0], cube), searchKey: rows[0].search_key } : null
}

export async function namesOfKey(
  client: PoolClient,
  searchKey: string,
  except: string,
  cube: Cube,
  past: number | null,
): Promise<NameRow[]> {
  const { rows } = await client.query<Row>({
    name: named('names of key', past),
    text: `SELECT ${nameColumns} FROM ${namesFrom(past, 3, 'md5(p.search_key) = md5($1) AND p.search_key = $1 AND p.id <> $2')}
      ORDER BY quantity DESC, id LIMIT 50`,
    values: parameters(past, searchKey, except),
  })
  return rows.map((row) => nameRow(row, cube))
}

/** SQL: that a served training `t` names a name. */
export const namedBy = (name: string, past: string | null, among: Among): string =>
  amongSql(`SELECT training FROM ${held('naming', past, `printed_name = ${name}`)} n`, past, among)

/** Whether a question is about all rows that something names, or about those of them that are in named cells. */
export type Among = 'all' | 'cells'

/**
 * SQL: that the id of a served training `t` is among what another query gives. Where all of these are wanted they are found first, as an array: an index
 * is walked once for all that an array holds. So they are of a past state, where the planner does not look up in two tables at once.
 */
export const amongSql = (trainings: string, past: string | null, among: Among): string =>
  past === null && among === 'cells' ? `t.id IN (${trainings})` : `t.id = ANY (ARRAY(${trainings}))`
