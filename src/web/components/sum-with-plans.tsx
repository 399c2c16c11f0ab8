/** The head of a page of sums: the sum with what it does not cover, whether it balances, and what was planned, which is no part of it. */
import type { CoverageReport } from '../../analysis/coverage.js'
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { BalanceCounts, Sum as SumOf } from '../../ledger/read/views.js'
import { useSite } from '../site.js'
import { BalanceLine } from './balance.js'
import { Sum } from './figures.js'
import { searchHref } from './filters.js'

export interface SumWithPlansProps {
  view: { sum: SumOf; coverage: CoverageReport; balance: BalanceCounts; proposed: SumOf }
  query: Partial<TrainingQuery>
}

export function SumWithPlans({ view: { sum, coverage, balance, proposed }, query }: SumWithPlansProps) {
  const site = useSite()
  const { text, format } = site
  return (
    <>
      <Sum of={sum} coverage={coverage} query={query} />
      <BalanceLine balance={balance} />
      {proposed.rows > 0 && (
        <p class="notice">
          {text.country.proposed(format.number(proposed.quantity), format.dollars(proposed.cents))}{' '}
          <a href={searchHref(site, { ...query, status: 'proposed' })}>{text.country.proposedRows}</a>
        </p>
      )}
    </>
  )
}
