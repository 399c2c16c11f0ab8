/** Checks as the pages and the API ask them: of one state of the ledger, with the coverage that the process keeps. */

import { askedCheck, type CheckQuery } from '../analysis/check-query.js'
import type { ClaimCheck, ClaimRecord } from '../analysis/claim-check.js'
import { askRecord } from '../analysis/claim-check.js'
import type { AsOf } from '../ledger/read/reading.js'
import type { Head } from '../ledger/read/views.js'
import type { WebDependencies } from './dependencies.js'

/** Every answer is of the state that `head` names, whatever is written meanwhile. */
export async function openRecord(
  { reading, coverage }: Pick<WebDependencies, 'reading' | 'coverage'>,
  asOf: AsOf,
): Promise<{ record: ClaimRecord; head: Head }> {
  const head = asOf === undefined ? await reading.head() : await reading.within(asOf, async (state) => state.head)
  // An empty ledger has no state to name.
  const state = head.changeset === 0 ? undefined : head.changeset
  return {
    head,
    record: {
      sum: async (query) => {
        const { sum } = await reading.search({ ...query, limit: 1, as_of: state })
        return {
          rows: sum.rows,
          sessions: sum.quantity,
          cents: sum.cents,
          rowsWithoutCost: sum.rowsWithoutCost,
          sessionsWithoutCost: sum.quantityWithoutCost,
        }
      },
      coverage: (scope) => coverage(scope, state, head),
    },
  }
}

/** The check that an address asks for; null where it asks nothing yet. */
export async function checkAsked(
  dependencies: Pick<WebDependencies, 'reading' | 'coverage'>,
  query: CheckQuery,
): Promise<{ check: ClaimCheck | null; head: Head }> {
  const asked = askedCheck(query)
  const { record, head } = await openRecord(dependencies, query.as_of)
  return { check: asked && (await askRecord(asked.claim, asked.question, record)), head }
}
