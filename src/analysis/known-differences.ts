/**
 * The committed list of totals that the reports themselves got wrong, and of doubts that are open: data/reconciliation.
 *
 * Each entry speaks of one total, by its scope and by what is printed and what its rows sum to; it explains nothing else. It does
 * not name a file: the same page may be held as a volume, or as a section cut out of it.
 */
import type { PrintedTotal } from '../ledger/records.js'
import { readDataTable } from '../ledger/vocabulary.js'

/** What kind of reason it is, for pages that say it in their own language; `finding` is the English of the data, with its figures. */
export const differenceCodes = [
  'rounded',
  'rounded-programmes',
  'carries-rounding',
  'line-overprinted',
  'carries-overprinted',
  'country-not-its-programme',
  'file-begins-midway',
] as const
export type DifferenceCode = (typeof differenceCodes)[number]

export interface KnownDifference {
  status: 'report error' | 'open doubt'
  /** Shared by the totals that are off for one reason: a programme's in a year, the programme's, the country's. */
  findingId: string
  report: string
  /** Where it was read; another file of the report may hold the page too. */
  file: string
  page: number | null
  row: number | null
  level: PrintedTotal['level']
  country: string
  program: string | null
  fiscalYear: number | null
  printedQuantity: number | null
  printedCents: number | null
  computedQuantity: number
  computedCents: number
  reasonCode: DifferenceCode
  /** What is wrong, in a sentence. */
  finding: string
  /** How it is known: what was read on the page, what another tool's words sum to, which cross totals agree. */
  proof: string
}

let byTotal: Map<string, KnownDifference> | undefined

/** All entries. Loaded once. */
export function knownDifferences(): readonly KnownDifference[] {
  return [...entries().values()]
}

/** The entry about this total, whatever file it was read in; null where there is none. */
export function knownDifference(
  total: Pick<PrintedTotal, 'report' | 'level' | 'country' | 'program' | 'fiscalYear' | 'quantity' | 'cents'>,
): KnownDifference | null {
  return entries().get(keyOf({ ...total, printedQuantity: total.quantity, printedCents: total.cents })) ?? null
}

function entries(): Map<string, KnownDifference> {
  byTotal ??= new Map(
    readDataTable('reconciliation/differences.csv')
      .map(entryOf)
      .map((entry) => [keyOf(entry), entry]),
  )
  return byTotal
}

type Key = Pick<KnownDifference, 'report' | 'level' | 'country' | 'program' | 'fiscalYear' | 'printedQuantity' | 'printedCents'>

const keyOf = (total: Omit<Key, 'country'> & { country: string | null }): string =>
  [total.report, total.level, total.country, total.program, total.fiscalYear, total.printedQuantity, total.printedCents].join(
    '\n',
  )

function entryOf(row: Record<string, string>): KnownDifference {
  const number = (text: string | undefined) => (text ? Number(text) : null)
  const cents = (text: string | undefined) => (text ? Math.round(Number(text) * 100) : null)
  return {
    findingId: row.finding_id!,
    status: row.status === 'open doubt' ? 'open doubt' : 'report error',
    report: row.report!,
    file: row.file!,
    page: number(row.page),
    row: number(row.row),
    level: row.level as KnownDifference['level'],
    country: row.country!,
    program: row.program || null,
    fiscalYear: number(row.fiscal_year),
    printedQuantity: number(row.printed_quantity),
    printedCents: cents(row.printed_cost),
    computedQuantity: number(row.computed_quantity) ?? 0,
    computedCents: cents(row.computed_cost) ?? 0,
    reasonCode: row.reason_code as DifferenceCode,
    finding: row.finding!,
    proof: row.proof!,
  }
}
