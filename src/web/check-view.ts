/** Checks as the pages and the API ask them: of one state of the ledger, its sums from the cube that the process keeps. */
import { askedCheck, type CheckQuery } from '../analysis/check-query.js'
import { askRecord, type ClaimCheck, type ClaimRecord } from '../analysis/claim-check.js'
import type { Cube } from '../ledger/read/cube.js'
import { cellFilter, selectCells, sumSelection } from '../ledger/read/facets.js'
import type { Head } from '../ledger/read/views.js'
import type { WebDependencies } from './dependencies.js'

/** Every answer is of the state of `head`, whose cells `cube` has. What a check asks are whole cells: countries, years, programmes. */
export function recordOf({ coverage }: Pick<WebDependencies, 'coverage'>, cube: Cube, head: Head): ClaimRecord {
  // An empty ledger has no state to name.
  const state = head.changeset === 0 ? undefined : head.changeset
  return {
    async sum(query) {
      const { sum } = sumSelection(cube, selectCells(cube, cellFilter(cube, query)), query)
      return {
        rows: sum.rows,
        sessions: sum.quantity,
        cents: sum.cents,
        rowsWithoutCost: sum.rowsWithoutCost,
        sessionsWithoutCost: sum.quantityWithoutCost,
      }
    },
    coverage: (scope) => coverage(scope, state, head),
  }
}

/** The check that an address asks for; null where it asks nothing yet. */
export async function checkAsked(
  dependencies: Pick<WebDependencies, 'reading' | 'coverage'>,
  query: CheckQuery,
): Promise<{ check: ClaimCheck | null; head: Head }> {
  const asked = askedCheck(query)
  const { cube, head } = await dependencies.reading.within(query.as_of, async (seen, state) => ({
    cube: state.cube,
    head: seen.head,
  }))
  const record = recordOf(dependencies, cube, head)
  return { check: asked && (await askRecord(asked.claim, asked.question, record)), head }
}
