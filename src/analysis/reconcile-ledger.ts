/** Reconciles what the ledger holds: its current printed totals, or those of a report or country, with what it keeps of their sums. */
import type { Pool } from 'pg'
import { snapshot } from '../ledger/read/snapshot.js'
import { loadSummedTotals } from '../ledger/read/totals.js'
import { knownDifference } from './known-differences.js'
import { judge, type Reconciliation } from './reconcile.js'

export interface ReconciliationFilter {
  report?: string | undefined
  /** ISO 3166-1 alpha-3, or a country as printed. */
  country?: string | undefined
}

/** Every current printed total with what it covers, by report, file and place. Give it the reader's pool. */
export function reconcileLedger(pool: Pool, { report, country }: ReconciliationFilter = {}): Promise<Reconciliation[]> {
  return snapshot(pool, async ({ client }) => {
    const totals = await loadSummedTotals(client, null, { ...(report && { report }), ...(country && { country }) })
    return totals
      .filter((total) => !country || total.country !== null)
      .map((total) =>
        judge(total, { trainings: total.rows, quantity: total.computedQuantity, cents: total.computedCents }, knownDifference),
      )
  })
}

/** Places inside the tables of a report, or of all, that could not be read. */
export async function countUnread(pool: Pool, report: string | undefined): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ledger.unread_place u JOIN ledger.source s ON s.id = u.source AND s.withdrawn IS NULL
    WHERE u.withdrawn IS NULL AND ($1::text IS NULL OR s.report = $1)`,
    [report ?? null],
  )
  return rows[0]!.count
}
