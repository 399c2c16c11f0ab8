/**
 * Which countries, programmes and families there are to ask for, by code or by name. Of what neither the tables nor the ledger know no row can be
 * asked for: "no row" would be taken for an answer about a country whose name was mistyped.
 */
import type { PoolClient } from 'pg'
import { errors } from '../errors.js'
import { codeOfCountry, codeOfProgram, countryOfCode, programs, readCountry } from '../vocabulary.js'
import { type Cube, slugOf } from './cube.js'
import { heldIn } from './relations.js'

/** What an address asks for by name. */
export const named = ['country', 'program', 'family'] as const
export type Named = (typeof named)[number]
export const isNamed = (parameter: string): parameter is Named => named.some((each) => each === parameter)

/** "MX", "mex" and "México" are "mex"; what the table does not know may be a country that a report prints. */
export const countrySlug = (text: string): string => slugOf(codeOfCountry(text) ?? text)
/** "imet-1" and "International Military Education and Training (IMET-1)" are "imet-1". */
export const programSlug = (text: string): string => slugOf(codeOfProgram(text) ?? text)

/** Whether the tables know it, by code, slug or name. */
export function isInTables(parameter: Named, text: string): boolean {
  if (parameter === 'country')
    return countryOfCode(text.toUpperCase()) !== null || readCountry(text) !== null || codeOfCountry(text) !== null
  const slug = parameter === 'program' ? programSlug(text) : slugOf(text)
  if (parameter === 'program') return programs().some(({ code }) => slugOf(code) === slug)
  return slug === 'none' || programs().some(({ family }) => slugOf(family) === slug)
}

/** Whether trainings of a state have it, by slug or name. */
export function isHeld({ dimensions }: Cube, parameter: Named, text: string): boolean {
  const slug = slugOf(text)
  return dimensions[parameter].some(({ value }) => value === slug)
}

/** Whether a source says it of a unit, a person or an incident, in whatever state. */
export async function isSaid(client: Pick<PoolClient, 'query'>, country: string): Promise<boolean> {
  const { rows } = await client.query<{ said: boolean }>(
    `SELECT EXISTS (SELECT FROM ledger.statement WHERE property = 'country' AND value = $1) AS said`,
    [country],
  )
  return rows[0]!.said
}

/** The reports of a state that a file of it is held of, also where no row was read from any. */
export async function reportsHeld(client: Pick<PoolClient, 'query'>, past: number | null): Promise<string[]> {
  const { rows } = await client.query<{ report: string }>(
    `SELECT DISTINCT report FROM ledger.source s WHERE report IS NOT NULL AND ${heldIn(past, 's')} ORDER BY report`,
  )
  return rows.map(({ report }) => report)
}

export const nothingCalled = (parameter: Named, text: string) =>
  errors.QUERY_INVALID(parameter, `nothing is called "${text}" here`)
