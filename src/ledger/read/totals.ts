/** Printed totals and what they are compared with. The comparison itself is analysis and comes in through the door (`Balancing`). */
import type { PoolClient } from 'pg'
import type { Flag, Place, PrintedTotal } from '../records.js'
import { countsSql } from '../serving/repetitions.js'
import { type Cube, countryRef, programRef } from './cube.js'
import type { BalanceCounts, Head, TotalView } from './views.js'

/** How a printed total compares: what it covers sums to, and the finding where it is off. */
export type TotalBalance = Pick<TotalView, 'computedQuantity' | 'computedCents' | 'rows' | 'status' | 'reason' | 'reasonCode'>

/** Compares every printed total of a state of the ledger; by the total's id. Kept by whoever implements it: it reads all trainings. */
export type Balancing = (client: PoolClient, head: Head, past: number | null) => Promise<ReadonlyMap<string, TotalBalance>>

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
}

/** Totals of a state in the order of their documents, without their balance; `source` narrows to one file. */
export async function loadTotals(client: PoolClient, past: number | null, source: string | null = null): Promise<TotalRow[]> {
  const holds = (table: string) =>
    past === null
      ? `${table}.withdrawn IS NULL AND $2::bigint IS NULL`
      : `${table}.written <= $2 AND (${table}.withdrawn IS NULL OR ${table}.withdrawn > $2)`
  const { rows } = await client.query<Row>(
    `SELECT t.id, t.source, s.sha256, s.file_name, t.report, t.level, t.region, t.country, t.country_code, t.program, t.fiscal_year,
      t.quantity::float8 AS quantity, t.cents::float8 AS cents, t.printed, t.places, t.flags,
      ${countsSql('t', 'printed_total', past === null ? null : '$2')} AS counts
    FROM ledger.printed_total t JOIN ledger.source s ON s.id = t.source AND ${holds('s')}
    WHERE ${holds('t')} AND ($1::text IS NULL OR t.source = $1)
    ORDER BY t.report, t.source, t.position`,
    [source, past],
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
  }))
}

export interface TotalRow extends PrintedTotal {
  sourceId: string
  counts: boolean
}

/** Adds to a total what it compares to. Its programme is the one that trainings under the same heading have. */
export function totalView(total: TotalRow, cube: Cube, balances: ReadonlyMap<string, TotalBalance>): TotalView {
  const balance = balances.get(total.id) ?? unlooked
  return {
    ...total,
    countryRef:
      total.country === null
        ? null
        : (cube.countries.get((total.countryCode ?? '').toLowerCase()) ?? countryRef(total.countryCode, total.country)),
    programRef: total.program === null ? null : programOf(cube, total.program),
    ...balance,
  }
}

const unlooked: TotalBalance = {
  computedQuantity: 0,
  computedCents: 0,
  rows: 0,
  status: 'unexplained',
  reason: null,
  reasonCode: null,
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

export function countBalance(totals: Iterable<TotalView>): BalanceCounts {
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
