/**
 * Compares the totals that a report prints with the trainings that they claim to sum. Pure.
 *
 * The surprising case: a report may print the same total twice (a programme's heading stands in two places of a country, each with
 * rows and totals of its own). Then each sums the rows between the one before and itself, else all rows of its scope.
 */
import type { Place, PrintedTotal, Training } from '../ledger/records.js'
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
 * Reconciles every printed total, in the order given. Trainings and totals of several files may be mixed: a total covers rows of
 * its own file only. Linear in trainings, but for the few totals that are printed twice.
 *
 * A scope is the triple (country, programme, fiscal year), each null where it spans. Both delivered and proposed trainings count:
 * the country totals of 1999–2000 and 2000–2001 add both years (FMTR 2000–2001, Western Hemisphere, Mexico).
 *
 * @param known looks a finding up by the id of a total, see known-differences.ts.
 */
export function reconcile(
  trainings: readonly Training[],
  totals: readonly PrintedTotal[],
  known: (totalId: string) => KnownDifference | undefined = () => undefined,
): Reconciliation[] {
  const rows = indexByScope(trainings)
  const repeated = new Map<string, PrintedTotal[]>()
  for (const total of totals) {
    const key = `${total.level}\n${scopeKey(total)}`
    const group = repeated.get(key)
    if (group) group.push(total)
    else repeated.set(key, [total])
  }
  return totals.map((total) => {
    const alike = repeated.get(`${total.level}\n${scopeKey(total)}`)!
    const covered = coveredBy(total, alike, rows.get(scopeKey(total)) ?? [])
    const quantity = covered.reduce((sum, row) => sum + (row.quantity ?? 0), 0)
    const cents = covered.reduce((sum, row) => sum + (row.cents ?? 0), 0)
    const balance = compare(total, { quantity, cents })
    const listed = balance.status === 'off' ? known(total.id) : undefined
    // A finding speaks of two figures: when either changes, it is to be looked at again.
    const finding = listed && listed.computedQuantity === quantity && listed.computedCents === cents ? listed : null
    const status = balance.status === 'balanced' ? 'balanced' : (finding?.status ?? 'unexplained')
    return { total, trainings: covered.length, quantity, cents, balance, status, finding }
  })
}

interface Scope {
  sourceSha256: string
  country: string | null
  program: string | null
  fiscalYear: number | null
}

const scopeKey = ({ sourceSha256, country, program, fiscalYear }: Scope): string =>
  [sourceSha256, country ?? '', program ?? '', fiscalYear ?? ''].join('\n')

/** Every training under each of the scopes that a total over it could have. */
function indexByScope(trainings: readonly Training[]): Map<string, Training[]> {
  const index = new Map<string, Training[]>()
  for (const training of trainings) {
    const { sourceSha256, country, program, fiscalYear } = training
    for (const scope of [
      { country, program, fiscalYear },
      { country, program, fiscalYear: null },
      { country, program: null, fiscalYear },
      { country, program: null, fiscalYear: null },
    ]) {
      const key = scopeKey({ sourceSha256, ...scope })
      const rows = index.get(key)
      if (rows) rows.push(training)
      else index.set(key, [training])
    }
  }
  return index
}

/** All rows of the scope; where the same total is printed more than once, those between the one before and this one. */
function coveredBy(total: PrintedTotal, alike: readonly PrintedTotal[], rows: readonly Training[]): readonly Training[] {
  if (alike.length === 1) return rows
  const places = alike.map(({ places }) => places[0]!).sort(inOrder)
  const place = total.places[0]!
  const at = places.indexOf(place)
  const from = at === 0 ? null : places[at - 1]!
  const to = at === places.length - 1 ? null : place
  return rows.filter(({ places: [own] }) => (!from || inOrder(own!, from) > 0) && (!to || inOrder(own!, to) < 0))
}

/** Page, row in the file, then height on the page. Boxes that overlap in no column stand in columns side by side. */
function inOrder(one: Place, other: Place): number {
  const page = (one.page ?? 0) - (other.page ?? 0) || (one.row ?? 0) - (other.row ?? 0)
  if (page !== 0 || !one.box || !other.box) return page
  if (one.box[2] < other.box[0]) return -1
  if (other.box[2] < one.box[0]) return 1
  return one.box[1] + one.box[3] - other.box[1] - other.box[3]
}
