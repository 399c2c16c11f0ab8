/**
 * Compares the totals that a report prints with the trainings that they claim to sum. Pure.
 *
 * The surprising case: a report may print the same total twice (a programme's heading stands in two places of a country, each with
 * rows and totals of its own). Then each sums the rows between the one before and itself, else all rows of its scope.
 */
import { coveredRows } from '../ledger/covered-rows.js'
import type { PrintedTotal, Training } from '../ledger/records.js'
import type { KnownDifference } from './known-differences.js'

/** How a printed total compares with the rows that it claims to sum. Differences are printed minus computed. */
export type Balance = { status: 'balanced' } | { status: 'off'; quantity: number; cents: number }

/**
 * - balanced: quantity equal, cost equal to less than a dollar;
 * - report error: off, and proven to be the report's own mistake (data/reconciliation);
 * - open doubt: off, looked into, and not settled;
 * - unexplained: off, and nobody has looked: either we misread the page or the report is wrong.
 */
export type ReconciliationStatus = 'balanced' | 'report error' | 'open doubt' | 'unexplained'

export interface Reconciliation {
  total: PrintedTotal
  /** How many trainings the total covers, and what they sum to. Trainings without a quantity or cost add nothing. */
  trainings: number
  quantity: number
  cents: number
  balance: Balance
  status: ReconciliationStatus
  /** The committed finding, where there is one for this total and these very figures. */
  finding: KnownDifference | null
}

/**
 * What a total says against a sum. Money is in cents, so that equality means equality.
 *
 * Some rows are printed with cents and their total without, so less than a dollar is no difference
 * (FMTR 2010–2011, Africa, Senegal, DOHS/USCG: rows $20,914.08, total $20,914). A total that leaves a number out states none.
 */
export function compare(total: Pick<PrintedTotal, 'quantity' | 'cents'>, sum: { quantity: number; cents: number }): Balance {
  const quantity = (total.quantity ?? 0) - sum.quantity
  const cents = (total.cents ?? 0) - sum.cents
  return quantity === 0 && Math.abs(cents) < 100 ? { status: 'balanced' } : { status: 'off', quantity, cents }
}

/**
 * Reconciles every printed total, in the order given. Trainings and totals of several files may be mixed, those of a file in the
 * order of the document: a country may begin at the end of one file and go on in the next (FMTR 2001–2002, Zambia). Linear in
 * trainings, but for the few totals that are printed twice.
 *
 * A scope is the triple (country, programme, fiscal year) within a report, each null where it spans. Both delivered and proposed
 * trainings count: the country totals of 1999–2000 and 2000–2001 add both years (FMTR 2000–2001, Western Hemisphere, Mexico).
 *
 * @param known looks up what is known of a total that is off, see known-differences.ts.
 * @param files the SHA-256 of all files that were read, in their order: of a file with totals and no training it could not be told.
 */
export function reconcile(
  trainings: readonly Training[],
  totals: readonly PrintedTotal[],
  known: (total: PrintedTotal) => KnownDifference | null = () => null,
  files: readonly string[] = [],
): Reconciliation[] {
  const covered = coveredRows(trainings, totals, files)
  return totals.map((total, index) => {
    const rows = covered[index]!
    const quantity = rows.reduce((sum, row) => sum + (row.quantity ?? 0), 0)
    const cents = rows.reduce((sum, row) => sum + (row.cents ?? 0), 0)
    return judge(total, { trainings: rows.length, quantity, cents }, known)
  })
}

/** What a total is said to be, from what its rows sum to. */
export function judge<Total extends Judged>(
  total: Total,
  { trainings, quantity, cents }: { trainings: number; quantity: number; cents: number },
  known: (total: Total) => KnownDifference | null,
): Omit<Reconciliation, 'total'> & { total: Total } {
  const balance = compare(total, { quantity, cents })
  const listed = balance.status === 'off' ? known(total) : null
  // A finding speaks of two figures: when either changes, it is to be looked at again.
  const finding = listed && listed.computedQuantity === quantity && listed.computedCents === cents ? listed : null
  const status = balance.status === 'balanced' ? 'balanced' : (finding?.status ?? 'unexplained')
  return { total, trainings, quantity, cents, balance, status, finding }
}

type Judged = Pick<PrintedTotal, 'quantity' | 'cents'>
