/** Printed totals and how many of them balance. */
import { groupBy } from '../group-by.js'
import type { State } from './cube.js'
import type { Reading } from './reading.js'
import type { Snapshot } from './snapshot.js'
import type { Within } from './states.js'
import { countBalance, type Judging, loadTotals } from './totals.js'
import type { ReconciliationRow, TotalView } from './views.js'

export type AllTotals = (seen: Snapshot, state: State) => Promise<TotalView[]>

/** Every total as it is published, kept for the newest few states: they are some thousands. */
export function keptTotals(judging: Judging): AllTotals {
  const totalsKept = new Map<string, Promise<TotalView[]>>()
  return ({ client, head }, state) => {
    const kept = totalsKept.get(head.digest)
    if (kept) return kept
    const read = loadTotals(client, state, judging)
    totalsKept.set(head.digest, read)
    read.catch(() => totalsKept.delete(head.digest))
    const oldest = totalsKept.keys().next().value
    if (totalsKept.size > 2 && oldest !== undefined) totalsKept.delete(oldest)
    return read
  }
}

export function totalReading(
  within: Within,
  judging: Judging,
  allTotals: AllTotals,
): Pick<Reading, 'totals' | 'total' | 'reconciliation'> {
  return {
    totals: (asOf) => within(asOf, async (seen, state) => ({ totals: await allTotals(seen, state), head: seen.head })),

    total: (id, asOf) =>
      within(asOf, async ({ client, head }, state) => {
        const [total] = await loadTotals(client, state, judging, { id })
        return total ? { total, head } : null
      }),

    reconciliation: (asOf) =>
      within(asOf, async (seen, state) => {
        const totals = await allTotals(seen, state)
        const reports = [...groupBy(totals, (total) => total.report)]
          .map(([report, group]) => ({ report, ...countBalance(group) }))
          .sort((left, right) => (left.report < right.report ? 1 : -1))
        const programs = [
          ...groupBy(totals, (total) => `${total.report}\n${total.level}\n${total.programRef?.slug ?? ''}`).values(),
        ]
          .map((group): ReconciliationRow => {
            const { report, level, programRef } = group[0]!
            return { report, level, program: programRef, ...countBalance(group) }
          })
          .sort((left, right) => (left.report < right.report ? 1 : left.report > right.report ? -1 : right.totals - left.totals))
        return {
          balance: countBalance(totals),
          reports,
          programs,
          off: totals.filter((total) => total.counts && total.status !== 'balanced'),
          head: seen.head,
        }
      }),
  }
}
