/** Single figures as they may stand in a page: training sessions, dollars, and the sum that never stands without its coverage. */
import type { Child } from 'hono/jsx'
import type { CoverageReport } from '../../analysis/coverage.js'
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { Sum as SumOf } from '../../ledger/read/views.js'
import type { Training } from '../../ledger/records.js'
import { lackIn } from '../lacking.js'
import { picksRows } from '../question.js'
import { useSite } from '../site.js'
import { DoesNotCover } from './coverage.js'
import { QuoteLink } from './quote.js'

/** Training sessions of one row; a blank cell is no zero. */
export function Sessions({ of }: { of: Pick<Training, 'quantity' | 'flags'> }) {
  const { format, text } = useSite()
  return of.quantity === null ? <span class="none">{lackIn(text, of, 'quantity')}</span> : <>{format.number(of.quantity)}</>
}

/** Dollars of one row; blank and $0 are two different things, and neither is free. */
export function Money({ of }: { of: Pick<Training, 'cents' | 'flags'> }) {
  const { format, text } = useSite()
  return of.cents === null ? <span class="none">{lackIn(text, of, 'cost')}</span> : <>{format.dollars(of.cents)}</>
}

/** Dollars of a sum: where no row of it carries a cost there is no sum. Some sums have cents and most have none: set apart, dollars align. */
export function SumMoney({ of }: { of: Pick<SumOf, 'cents' | 'rows' | 'rowsWithoutCost'> }) {
  const { format, text } = useSite()
  if (of.rows > 0 && of.rowsWithoutCost === of.rows) return <span class="none">{text.figures.noCost}</span>
  const [dollars, cents] = format.dollars(of.cents).split('.')
  return (
    <>
      {dollars}
      <span class="cents">{cents === undefined ? '' : `.${cents}`}</span>
    </>
  )
}

export interface SumProps {
  of: SumOf
  /** Required: nothing here may show a sum without saying what it does not cover. */
  coverage: CoverageReport
  /** The question that the sum answers, for the quotation and the rows behind it. */
  query: Partial<TrainingQuery>
  /** All its rows print the same name: how many print none is no question. */
  ofName?: boolean
  /** More figures in the same line. */
  children?: Child
}

/** The headline figures of a page: sessions, printed cost, rows; what they do not cover; and how to quote them. */
export function Sum({ of, coverage, query, ofName = false, children }: SumProps) {
  const { text, format } = useSite()
  return (
    <>
      <dl class="figures">
        <div>
          <dt>{text.figures.sessions}</dt>
          <dd>{format.number(of.quantity)}</dd>
        </div>
        <div>
          <dt>{text.figures.cost}</dt>
          <dd>
            <SumMoney of={of} />
            {of.rowsWithoutCost > 0 && (
              <small>{text.figures.withoutCost(format.share(of.quantityWithoutCost, of.quantity))}</small>
            )}
          </dd>
        </div>
        <div>
          <dt>{text.figures.rows}</dt>
          <dd>{format.number(of.rows)}</dd>
        </div>
        {!ofName && (
          <div>
            <dt>{text.figures.withoutUnit}</dt>
            <dd>
              {format.share(of.quantityWithoutUnit, of.quantity)}
              <small>
                {picksRows(query) || of.quantityWithoutUnit === of.quantity
                  ? text.figures.withoutUnitShare
                  : text.figures.withoutUnitMeaning}
              </small>
            </dd>
          </div>
        )}
        {children}
      </dl>
      <p class="small no-print">
        <QuoteLink query={query} />
      </p>
      <DoesNotCover sum={of} coverage={coverage} />
    </>
  )
}
