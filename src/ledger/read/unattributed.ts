/**
 * What rows of a country print no more than a ministry, service or class that a unit belongs to: they may or may not include it. Which bodies and
 * classes these are follows from the chain of what is above it and from the classes that its names say, never from the rows.
 */
import type { PoolClient } from 'pg'
import { type Cube, sumOf, whole } from './cube.js'
import { type UnitRow, unitsById } from './units.js'

export interface Unattributed {
  /** Whether a source puts the unit under these; else they are all bodies of its country, any of which may include it. */
  above: boolean
  /** Bodies and classes with rows, most sessions first. */
  bodies: UnitRow[]
  rows: number
  quantity: number
  /** Training sessions of the whole country. */
  ofCountry: number
}

/**
 * Of the present. `above` are the ids above the unit, whatever kind they are; where nothing is known above it, every body of its country may include
 * it. Null where its country is not known or prints no such row.
 */
export async function loadUnattributed(
  client: Pick<PoolClient, 'query'>,
  { cells }: Pick<Cube, 'cells'>,
  { country, above, classes }: { country: string | null; above: readonly string[]; classes: readonly string[] },
): Promise<Unattributed | null> {
  if (country === null) return null
  const known = [...(await unitsById(client, [...above, ...classes])).values()].filter(({ kind }) => kind !== 'unit')
  const isAbove = known.some(({ kind, rows }) => kind === 'body' && rows > 0)
  const bodies = isAbove ? known : [...known, ...(await bodiesOf(client, country))]
  const counted = [...new Map(bodies.filter(({ rows }) => rows > 0).map((body) => [body.id, body])).values()]
  if (counted.length === 0) return null
  counted.sort((a, b) => b.quantity - a.quantity || (a.id < b.id ? -1 : 1))
  return {
    above: isAbove,
    bodies: counted,
    rows: counted.reduce((sum, body) => sum + body.rows, 0),
    quantity: counted.reduce((sum, body) => sum + body.quantity, 0),
    ofCountry: sumOf(whole(cells.filter((cell) => cell.country.code === country || cell.countryPrinted === country))).quantity,
  }
}

async function bodiesOf(client: Pick<PoolClient, 'query'>, country: string): Promise<UnitRow[]> {
  const { rows } = await client.query<{ entity: string }>(
    `SELECT entity FROM serving.unit WHERE country = $1 AND kind = 'body' AND rows > 0 ORDER BY quantity DESC, entity LIMIT 40`,
    [country],
  )
  return [
    ...(
      await unitsById(
        client,
        rows.map(({ entity }) => entity),
      )
    ).values(),
  ]
}
