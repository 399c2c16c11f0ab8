/** How reading the ledger says that a printed total compares: by its sums, which the ledger keeps, and the committed findings. */
import type { Judging } from '../ledger/read/totals.js'
import { knownDifference } from './known-differences.js'
import { judge } from './reconcile.js'

export const judgeTotal: Judging = (compared) => {
  const { status, finding } = judge(
    compared,
    { trainings: 0, quantity: compared.computedQuantity, cents: compared.computedCents },
    knownDifference,
  )
  return { status, reason: finding?.finding ?? null, reasonCode: finding?.reasonCode ?? null }
}
