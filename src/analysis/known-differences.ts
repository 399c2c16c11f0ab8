/**
 * The committed list of totals that the reports themselves got wrong, and of doubts that are open: data/reconciliation.
 *
 * Each entry speaks of one total by its id and of two pairs of figures; it explains nothing else.
 */
import { readDataTable } from '../ledger/vocabulary.js'

export interface KnownDifference {
  /** Of the printed total: from the file's SHA-256 and the place, so that it is the same on any machine. */
  totalId: string
  status: 'report error' | 'open doubt'
  report: string
  file: string
  page: number | null
  row: number | null
  country: string
  program: string | null
  fiscalYear: number | null
  printedQuantity: number | null
  printedCents: number | null
  computedQuantity: number
  computedCents: number
  /** What is wrong, in a sentence. */
  finding: string
  /** How it is known: what was read on the page, what another tool's words sum to, which cross totals agree. */
  proof: string
}

let byTotal: Map<string, KnownDifference> | undefined

/** All entries by the id of their total. Loaded once. */
export function knownDifferences(): ReadonlyMap<string, KnownDifference> {
  byTotal ??= new Map(readDataTable('reconciliation/differences.csv').map((row) => [row.total_id!, entryOf(row)]))
  return byTotal
}

function entryOf(row: Record<string, string>): KnownDifference {
  const number = (text: string | undefined) => (text ? Number(text) : null)
  const cents = (text: string | undefined) => (text ? Math.round(Number(text) * 100) : null)
  return {
    totalId: row.total_id!,
    status: row.status === 'open doubt' ? 'open doubt' : 'report error',
    report: row.report!,
    file: row.file!,
    page: number(row.page),
    row: number(row.row),
    country: row.country!,
    program: row.program || null,
    fiscalYear: number(row.fiscal_year),
    printedQuantity: number(row.printed_quantity),
    printedCents: cents(row.printed_cost),
    computedQuantity: number(row.computed_quantity) ?? 0,
    computedCents: cents(row.computed_cost) ?? 0,
    finding: row.finding!,
    proof: row.proof!,
  }
}
