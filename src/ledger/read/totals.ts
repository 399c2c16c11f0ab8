/** Printed totals and how they compare with what the rows under them sum to, which is kept: see serving/totals.ts. */
import type { PoolClient } from 'pg'
import type { Flag, Place, PrintedTotal } from '../records.js'
import { held, holds, served } from '../serving/tables.js'
import { type Cube, countryRef, programRef, type State } from './cube.js'
import type { BalanceCounts, CountryRef, ProgramRef, TotalView } from './views.js'

/** What is compared: a total's scope and figures as printed, and what the rows under it sum to. */
export interface Compared
  extends Pick<PrintedTotal, 'report' | 'level' | 'country' | 'program' | 'fiscalYear' | 'quantity' | 'cents'> {
  computedQuantity: number
  computedCents: number
}

/** Says how a printed total compares, with the finding where it is off. The comparison is analysis: it is passed in. */
export type Judging = (compared: Compared) => Pick<TotalView, 'status' | 'reason' | 'reasonCode'>

interface Row {
  id: string
  source: string
  sha256: string
  file_name: string
  report: string
  level: PrintedTotal['level']
  region: string | null
  country: string | null
  country_code: string | null
  program: string | null
  program_code: string | null
  fiscal_year: number | null
  quantity: number | null
  cents: number | null
  printed: string
  places: Place[]
  flags: Flag[]
  counts: boolean
  covered_rows: number
  covered_quantity: number
  covered_cents: number
}

/** Which totals are meant; all of them where nothing is given. */
export interface TotalsOf {
  id?: string
  source?: string
  report?: string
  /** As printed, or its ISO code: also totals that span countries. */
  country?: string
}

/** A total with what the rows under it sum to. */
export interface SummedTotal extends PrintedTotal, Compared {
  sourceId: string
  /** How many trainings it covers. */
  rows: number
  counts: boolean
}

/** Totals of a state by report, file and place, each with its sums. `past`: the state's changeset, null for the present. */
export async function loadSummedTotals(client: PoolClient, past: number | null, of: TotalsOf = {}): Promise<SummedTotal[]> {
  const given: unknown[] = past === null ? [] : [past]
  const at = past === null ? null : '$1'
  const value = (one: unknown) => `$${given.push(one)}`
  const conditions = []
  if (of.id !== undefined) conditions.push(`t.id = ${value(of.id)}`)
  if (of.source !== undefined) conditions.push(`t.source = ${value(of.source)}`)
  // The served table has an index of reports and countries; the facts have none.
  if (of.report !== undefined) conditions.push(`b.report = ${value(of.report)}`)
  if (of.country !== undefined) {
    const country = value(of.country)
    conditions.push(`(b.country = ${country} OR b.country_code = ${country} OR b.country IS NULL)`)
  }
  const { rows } = await client.query<Row>(
    `SELECT t.id, t.source, s.sha256, s.file_name, t.report, t.level, t.region, t.country, t.country_code, t.program, t.fiscal_year,
      t.quantity::float8 AS quantity, t.cents::float8 AS cents, t.printed, t.places, t.flags, b.counts, b.covered_rows, b.covered_quantity,
      b.covered_cents
    FROM ${held('printed_total', at)} t JOIN ledger.source s ON s.id = t.source AND ${holds('s', at)} JOIN ${served('total', at)} b ON b.id = t.id
    ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
    ORDER BY t.report, s.file_name COLLATE "C", t.source, t.position`,
    given,
  )
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source,
    sourceSha256: row.sha256,
    sourceFile: row.file_name,
    report: row.report,
    level: row.level,
    region: row.region,
    country: row.country,
    countryCode: row.country_code,
    program: row.program,
    fiscalYear: row.fiscal_year,
    quantity: row.quantity,
    cents: row.cents,
    printed: row.printed,
    places: row.places,
    flags: row.flags,
    counts: row.counts,
    rows: row.covered_rows,
    computedQuantity: row.covered_quantity,
    computedCents: row.covered_cents,
  }))
}

/** The same with how each compares. Its programme is the one that trainings under the same heading have. */
export async function loadTotals(
  client: PoolClient,
  { cube, past }: State,
  judge: Judging,
  of: TotalsOf = {},
): Promise<TotalView[]> {
  return (await loadSummedTotals(client, past, of)).map((total) => ({
    ...total,
    countryRef:
      total.country === null
        ? null
        : (cube.countries.get((total.countryCode ?? '').toLowerCase()) ?? countryRef(total.countryCode, total.country)),
    programRef: total.program === null ? null : programOf(cube, total.program),
    ...judge(total),
  }))
}

/** What totals are counted by: the file that they stand in, a country as `countryRef` tells it, a programme by its address. */
export interface BalanceOf {
  source?: string
  country?: CountryRef
  program?: ProgramRef
}

interface Counted {
  source: string
  totals: number
  /** Totals whose figures are the computed ones to the cent: they balance by any rule. */
  equal: number
  off: Compared[] | null
}

/** How the totals of a state compare, by the file that they stand in; a line that is printed in two files is counted once. */
export async function countBalances(
  client: PoolClient,
  { cube, past }: State,
  judge: Judging,
  of: BalanceOf = {},
): Promise<Map<string, BalanceCounts>> {
  const given: unknown[] = past === null ? [] : [past]
  const at = past === null ? null : '$1'
  const value = (one: unknown) => `$${given.push(one)}`
  const conditions = ['b.counts']
  if (of.source !== undefined) conditions.push(`b.source = ${value(of.source)}`)
  if (of.country?.code) conditions.push(`b.country_code = ${value(of.country.code)}`)
  else if (of.country) {
    const slug = of.country.slug
    const { rows } = await client.query<{ country: string }>(
      `SELECT DISTINCT country FROM ${served('total', at)} b WHERE country_code IS NULL AND country IS NOT NULL`,
      given,
    )
    const forms = rows.map(({ country }) => country).filter((country) => countryRef(null, country).slug === slug)
    conditions.push(`b.country_code IS NULL AND b.country = ANY (${value(forms)}::text[])`)
  }
  if (of.program) {
    const slug = of.program.slug
    const { rows } = await client.query<{ program: string }>(
      `SELECT DISTINCT program FROM ${served('total', at)} b WHERE program IS NOT NULL`,
      given,
    )
    const headings = rows.map(({ program }) => program).filter((program) => programOf(cube, program)?.slug === slug)
    conditions.push(`b.program = ANY (${value(headings)}::text[])`)
  }
  const { rows } = await client.query<Counted>(
    `SELECT source, count(*)::int AS totals, count(*) FILTER (WHERE equal)::int AS equal,
      json_agg(json_build_object('report', report, 'level', level, 'country', country, 'program', program, 'fiscalYear', fiscal_year,
        'quantity', quantity, 'cents', cents, 'computedQuantity', covered_quantity, 'computedCents', covered_cents))
        FILTER (WHERE NOT equal) AS off
    FROM (SELECT b.*, coalesce(quantity, 0) = covered_quantity AND coalesce(cents, 0) = covered_cents AS equal
      FROM ${served('total', at)} b WHERE ${conditions.join(' AND ')}) b
    GROUP BY source`,
    given,
  )
  return new Map(
    rows.map(({ source, equal, off }) => {
      const counts = countBalance((off ?? []).map((compared) => ({ counts: true, ...judge(compared) })))
      return [source, { ...counts, totals: counts.totals + equal, balanced: counts.balanced + equal }]
    }),
  )
}

/** All of the counts together. */
export function sumBalances(counts: Iterable<BalanceCounts>): BalanceCounts {
  const sum = countBalance([])
  for (const one of counts) for (const name of Object.keys(sum) as (keyof BalanceCounts)[]) sum[name] += one[name]
  return sum
}

const programsByHeading = new WeakMap<Cube, Map<string, TotalView['programRef']>>()

function programOf(cube: Cube, printed: string): TotalView['programRef'] {
  let headings = programsByHeading.get(cube)
  if (!headings) {
    headings = new Map(cube.cells.map((cell) => [cell.programPrinted, cell.program]))
    programsByHeading.set(cube, headings)
  }
  return headings.get(printed) ?? programRef(null, printed, null, null)
}

export function countBalance(totals: Iterable<Pick<TotalView, 'status' | 'counts'>>): BalanceCounts {
  const counts: BalanceCounts = { totals: 0, balanced: 0, reportErrors: 0, openDoubts: 0, unexplained: 0 }
  for (const { status, counts: counted } of totals) {
    if (!counted) continue
    counts.totals++
    if (status === 'balanced') counts.balanced++
    else if (status === 'report error') counts.reportErrors++
    else if (status === 'open doubt') counts.openDoubts++
    else counts.unexplained++
  }
  return counts
}
