/** The table of sums by fiscal year, and the years of which it cannot say a sum: each such year stands in its place, with why. */
import type { Gap as CoverageGap, CoverageReport } from '../../analysis/coverage.js'
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { YearSum } from '../../ledger/read/views.js'
import type { Messages } from '../messages/messages.js'
import { useSite } from '../site.js'
import { missingYears } from './coverage.js'
import { SumMoney } from './figures.js'
import { searchHref } from './filters.js'
import { QuoteLink } from './quote.js'
import { Gap, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

/** First and last fiscal year of the series of reports: a year without data stands in its place, empty and hatched. */
const firstYear = 1999
const lastYear = 2020

/** Years that are not known as a whole, each with why; and years that are known in part. */
export interface YearGaps {
  whole: ReadonlyMap<number, CoverageGap['state'] | 'part missing'>
  part: ReadonlySet<number>
}

/**
 * A year without rows is a gap where its report, or a part of it, is not held, and, on the page of a country
 * (`ofCountry`), where the law exempts it: it left the record. A programme of many countries is not exempt because one of them is.
 * Where rows are present nothing is missing as a whole. With `column`, a year whose report has no such column is a gap, too: no name
 * can stand in a column that was not printed.
 */
export function yearGaps(
  coverage: CoverageReport,
  present: ReadonlySet<number>,
  { ofCountry, column }: { ofCountry: boolean; column?: 'recipient_unit' | 'delivery_unit' },
): YearGaps {
  const whole = new Map<number, CoverageGap['state'] | 'part missing'>()
  for (const gap of coverage.gaps)
    if (column && gap.column === column && gap.state === 'column absent' && gap.region === null && gap.fiscalYear !== null)
      whole.set(gap.fiscalYear, gap.state)
  for (const gap of coverage.gaps)
    if (ofCountry && gap.state === 'excluded by law' && gap.program === null && gap.column === null && gap.fiscalYear !== null)
      whole.set(gap.fiscalYear, gap.state)
  for (const year of coverage.yearsInPart) whole.set(year, 'part missing')
  const missing = missingYears(coverage)
  for (const year of missing.part) whole.set(year, 'part missing')
  for (const year of missing.whole) whole.set(year, 'file missing')
  const part = [...coverage.yearsMissing, ...coverage.yearsInPart].filter((year) => present.has(year))
  for (const year of present) whole.delete(year)
  return { whole, part: new Set(part) }
}

/** From the first to the last year that tables and charts show: the series, and what is held or missing after it. */
export function shownYears(rows: Iterable<number>, { whole, part }: YearGaps): { first: number; last: number } {
  const years = [...rows, ...whole.keys(), ...part]
  return { first: Math.min(firstYear, ...years), last: Math.max(lastYear, ...years) }
}

function whyEmpty(text: Messages, gap: CoverageGap['state'] | 'part missing'): string {
  if (gap === 'file missing') return text.figures.noData
  if (gap === 'part missing') return text.figures.partMissing
  if (gap === 'excluded by law') return text.figures.excluded
  if (gap === 'column absent') return text.figures.columnAbsent
  return text.figures.noRowsListed
}

interface YearTableProps {
  years: readonly YearSum[]
  gaps: YearGaps
  query: Partial<TrainingQuery>
  caption: string
}

export function YearTable({ years, gaps, query, caption }: YearTableProps) {
  const site = useSite()
  const { text, format } = site
  const known = new Map(years.map((year) => [year.fiscalYear, year]))
  const { first, last } = shownYears(known.keys(), gaps)
  const all = Array.from({ length: last - first + 1 }, (_, index) => last - index)
  const inPart = years.some((year) => year.rows > 0 && gaps.part.has(year.fiscalYear))
  const columns = inPart ? 7 : 6
  return (
    <TableFrame label={caption}>
      <table>
        <caption>{caption}</caption>
        <TableHead
          columns={[
            { words: text.fields.fiscalYear },
            { figures: text.fields.sessions },
            { figures: text.fields.cost },
            { figures: text.fields.rows },
            { figures: text.fields.withoutCost },
            { figures: text.fields.withoutUnit },
            inPart && { words: text.fields.coverage },
            'quote',
          ]}
        />
        <tbody>
          {all.map((year) => {
            const sum = known.get(year)
            const gap = gaps.whole.get(year)
            const asked = { ...query, year: [{ first: year, last: year }] }
            if (!sum || sum.rows === 0)
              return (
                <tr>
                  <th scope="row">{year}</th>
                  {gap ? (
                    <Gap why={whyEmpty(text, gap)} span={columns} />
                  ) : (
                    // The report is held and has no such row: that is known, and hatched is what is not.
                    <td class="quiet" colspan={columns}>
                      {text.figures.noRowsListed}
                    </td>
                  )}
                </tr>
              )
            return (
              <tr>
                <th scope="row">
                  <a href={searchHref(site, asked)}>{year}</a>
                </th>
                <td class="number">{format.number(sum.quantity)}</td>
                <td class="number">
                  <SumMoney of={sum} />
                </td>
                <td class="number">{format.number(sum.rows)}</td>
                <td class="number">{format.share(sum.quantityWithoutCost, sum.quantity)}</td>
                <td class="number">{format.share(sum.quantityWithoutUnit, sum.quantity)}</td>
                {inPart && <td>{gaps.part.has(year) ? <span class="badge doubt">{text.figures.partial}</span> : ''}</td>}
                <td>
                  <QuoteLink query={asked} about={String(year)} short />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}
