/** Printed names: found by their words, and one of them with what the rows that name it sum to. */
import type { PoolClient } from 'pg'
import type { RecipientClass } from '../records.js'
import { type Cube, countryRef } from './cube.js'
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

export const nameColumns = 'id, country, text, recipient_class, recipient, delivery, rows, quantity, first_year, last_year'

export function nameRow(row: Row, cube: Pick<Cube, 'countries'>): NameRow {
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
export function nameCountry(country: string, cube: Pick<Cube, 'countries'>) {
  return /^[A-Z]{3}$/.test(country)
    ? (cube.countries.get(country.toLowerCase()) ?? countryRef(country, country))
    : countryRef(null, country)
}

/** The name typed in full first, then by sessions. Names are always the present's: a past state's are in its rows. */
export async function searchNames(client: PoolClient, text: Question, limit: number, cube: Cube): Promise<NameRow[]> {
  const { rows } = await client.query<Row>({
    name: 'search names',
    text: `(SELECT ${nameColumns}, 0 AS tier FROM serving.name WHERE md5(search_key) = md5($2) AND search_key = $2
        ORDER BY quantity DESC, id LIMIT $3)
      UNION ALL
      (SELECT ${nameColumns}, 1 AS tier FROM serving.name WHERE key @@ $1::tsquery AND search_key <> $2
        ORDER BY quantity DESC, id LIMIT $3)
      ORDER BY tier, quantity DESC, id LIMIT $3`,
    values: [text.tsquery, text.key, limit],
  })
  return rows.map((row) => nameRow(row, cube))
}

/** Recipient names of a country (all spellings of it together), most sessions first. */
export async function topNames(client: PoolClient, countries: readonly string[], limit: number, cube: Cube): Promise<NameRow[]> {
  const { rows } = await client.query<Row>({
    name: 'top names',
    text: `SELECT ${nameColumns} FROM serving.name WHERE country = ANY ($1::text[]) AND recipient ORDER BY quantity DESC, id LIMIT $2`,
    values: [countries, limit],
  })
  return rows.map((row) => nameRow(row, cube))
}

export async function nameById(client: PoolClient, id: string, cube: Cube): Promise<(NameRow & { searchKey: string }) | null> {
  const { rows } = await client.query<Row & { search_key: string }>({
    name: 'name',
    text: `SELECT ${nameColumns}, search_key FROM serving.name WHERE id = $1`,
    values: [id],
  })
  return rows[0] ? { ...nameRow(rows[0], cube), searchKey: rows[0].search_key } : null
}

export async function namesOfKey(client: PoolClient, searchKey: string, except: string, cube: Cube): Promise<NameRow[]> {
  const { rows } = await client.query<Row>({
    name: 'names of key',
    text: `SELECT ${nameColumns} FROM serving.name WHERE md5(search_key) = md5($1) AND search_key = $1 AND id <> $2
      ORDER BY quantity DESC, id LIMIT 50`,
    values: [searchKey, except],
  })
  return rows.map((row) => nameRow(row, cube))
}
