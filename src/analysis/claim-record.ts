/** The ledger in one state, as claim checks ask it. */

import type { Reading } from '../ledger/read/reading.js'
import type { Head } from '../ledger/read/views.js'
import type { ClaimRecord } from './claim-check.js'
import { type CoverageFacts, coverageOf } from './coverage.js'
import { readCoverageFacts } from './coverage-facts.js'

/** All answers are of the same state, whatever is written meanwhile; `head` says which, for an address that keeps it. */
export async function openClaimRecord(reading: Reading): Promise<{ record: ClaimRecord; head: Head }> {
  const head = await reading.head()
  // An empty ledger has no state to name.
  const asOf = head.changeset === 0 ? undefined : head.changeset
  let facts: Promise<CoverageFacts> | undefined
  const record: ClaimRecord = {
    sum: async (query) => {
      const { total, sum } = await reading.sums({ ...query, as_of: asOf })
      return {
        rows: total,
        sessions: sum.quantity,
        cents: sum.cents,
        rowsWithoutCost: sum.rowsWithoutCost,
        sessionsWithoutCost: sum.quantityWithoutCost,
      }
    },
    coverage: async (scope) => {
      facts ??= reading.within(asOf, ({ client }, { past }) => readCoverageFacts(client, past))
      return coverageOf(scope, await facts)
    },
  }
  return { record, head }
}
