/**
 * What rows of a country print no more than a ministry, service or class that a unit belongs to: they may or may not include it. Which bodies and
 * classes these are follows from the chain of what is above it and from the classes that its names say, never from the rows.
 */
import type { PoolClient } from 'pg'
import { type Cube, sumOf, whole } from './cube.js'
import { bodiesOfCountry, type UnitRow, unitsById } from './units.js'

/** A country has a ministry and its services; how they are spelled makes more of them. */
const mostBodies = 40

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
  const bodies = isAbove ? known : [...known, ...(await bodiesOfCountry(client, country, mostBodies))]
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
