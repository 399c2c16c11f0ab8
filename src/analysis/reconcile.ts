/**
 * Compares the totals that a report prints with the trainings that they claim to sum. Pure.
 *
 * The surprising case: a report may print the same total twice (a programme's heading stands in two places of a country, each with
 * rows and totals of its own). Then each sums the rows between the one before and itself, else all rows of its scope.
 */
import type { Place, PrintedTotal, Training } from '../ledger/records.js'
import { countedCopies, withoutRepeatedPages } from '../ledger/repeated-pages.js'
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
 */
export function reconcile(
  trainings: readonly Training[],
  totals: readonly PrintedTotal[],
  known: (total: PrintedTotal) => KnownDifference | null = () => null,
): Reconciliation[] {
  const rows = indexByScope(withoutRepeatedPages(trainings))
  const fileOrder = new Map([...trainings, ...totals].map(({ sourceSha256 }) => [sourceSha256, 0]))
  for (const [index, sha256] of [...fileOrder.keys()].entries()) fileOrder.set(sha256, index)
  const repeated = new Map<string, PrintedTotal[]>()
  const counted = countedCopies(totals)
  for (const total of totals) {
    if (counted.has(total)) continue
    const key = `${total.level}\n${scopeKey(total)}`
    const group = repeated.get(key)
    if (group) group.push(total)
    else repeated.set(key, [total])
  }
  return totals.map((total) => {
    const copy = counted.get(total) ?? total
    const alike = repeated.get(`${copy.level}\n${scopeKey(copy)}`)!
    const covered = coveredBy(copy, alike, rows.get(scopeKey(copy)) ?? [], fileOrder)
    const quantity = covered.reduce((sum, row) => sum + (row.quantity ?? 0), 0)
    const cents = covered.reduce((sum, row) => sum + (row.cents ?? 0), 0)
    const balance = compare(total, { quantity, cents })
    const listed = balance.status === 'off' ? known(total) : null
    // A finding speaks of two figures: when either changes, it is to be looked at again.
    const finding = listed && listed.computedQuantity === quantity && listed.computedCents === cents ? listed : null
    const status = balance.status === 'balanced' ? 'balanced' : (finding?.status ?? 'unexplained')
    return { total, trainings: covered.length, quantity, cents, balance, status, finding }
  })
}

interface Scope {
  report: string
  country: string | null
  program: string | null
  fiscalYear: number | null
}

/** A note is no part of a programme's name: headings are repeated with and without it (FMTR 2001–2002, Saudi Arabia). */
const withoutNote = (program: string): string => program.replace(/\s*\(Notes? [\d, &and]+\)/i, '')

const scopeKey = ({ report, country, program, fiscalYear }: Scope): string =>
  [report, country ?? '', program === null ? '' : withoutNote(program), fiscalYear ?? ''].join('\n')

/** Every training under each of the scopes that a total over it could have. */
function indexByScope(trainings: readonly Training[]): Map<string, Training[]> {
  const index = new Map<string, Training[]>()
  for (const training of trainings) {
    const { report, country, program, fiscalYear } = training
    for (const scope of [
      { country, program, fiscalYear },
      { country, program, fiscalYear: null },
      { country, program: null, fiscalYear },
      { country, program: null, fiscalYear: null },
    ]) {
      const key = scopeKey({ report, ...scope })
      const rows = index.get(key)
      if (rows) rows.push(training)
      else index.set(key, [training])
    }
  }
  return index
}

/**
 * All rows of the scope. Where the same total is printed more than once: those of its own file, if each file has some; within a
 * file, those between the one before and this one, and after the last one, too.
 */
function coveredBy(
  total: PrintedTotal,
  alike: readonly PrintedTotal[],
  rows: readonly Training[],
  fileOrder: ReadonlyMap<string, number>,
): readonly Training[] {
  if (alike.length === 1) return rows
  const files = new Set(rows.map(({ sourceSha256 }) => sourceSha256))
  const apart =
    new Set(alike.map(({ sourceSha256 }) => sourceSha256)).size > 1 && alike.every((one) => files.has(one.sourceSha256))
  const sameFile = (record: { sourceSha256: string }) => !apart || record.sourceSha256 === total.sourceSha256
  const order = (one: Training | PrintedTotal, other: Training | PrintedTotal) =>
    fileOrder.get(one.sourceSha256)! - fileOrder.get(other.sourceSha256)! || inOrder(one.places[0]!, other.places[0]!)
  const sequence = alike.filter(sameFile).sort(order)
  const at = sequence.indexOf(total)
  const before = sequence[at - 1]
  const last = at === sequence.length - 1
  return rows.filter((row) => sameFile(row) && (!before || order(row, before) > 0) && (last || order(row, total) < 0))
}

/** Page, row in the file, then height on the page. Boxes that overlap in no column stand in columns side by side. */
function inOrder(one: Place, other: Place): number {
  const page = (one.page ?? 0) - (other.page ?? 0) || (one.row ?? 0) - (other.row ?? 0)
  if (page !== 0 || !one.box || !other.box) return page
  if (one.box[2] < other.box[0]) return -1
  if (other.box[2] < one.box[0]) return 1
  return one.box[1] + one.box[3] - other.box[1] - other.box[3]
}
