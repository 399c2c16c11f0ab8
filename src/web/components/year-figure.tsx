/** Sessions and dollars by fiscal year and programme: two charts and the table that says the same, with gaps and breaks drawn. */
import type { CoverageReport } from '../../analysis/coverage.js'
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { ProgramRef, YearProgramSum, YearSum } from '../../ledger/read/views.js'
import { breakLetter, type YearSeries, yearChart } from '../charts/year-chart.js'
import { type Break, citedSources } from '../program-breaks.js'
import { href, useSite } from '../site.js'
import { FamilyYears } from './family-years.js'
import { Figure, Legend } from './figure.js'
import { shownYears, YearTable, yearGaps } from './year-table.js'

export interface YearFigureProps {
  years: readonly YearSum[]
  yearPrograms: readonly YearProgramSum[]
  /** What the columns are divided by: families over all programmes, or the programmes of one family. */
  by: 'family' | 'program'
  coverage: CoverageReport
  breaks?: readonly Break[]
  query: Partial<TrainingQuery>
  title: { sessions: string; cost: string }
  /** What the table is of, where the picture shows more than it. */
  tableOf?: string
  id: string
}

/** More than six colours cannot be told apart; the rest is one. */
const mostSeries = 6

export function YearFigure({ years, yearPrograms, by, coverage, breaks = [], query, title, tableOf, id }: YearFigureProps) {
  const site = useSite()
  const { text, format } = site
  const named = (program: ProgramRef) => (by === 'family' ? (program.family ?? program.code) : program.code)
  const present = new Set(years.filter((year) => year.rows > 0).map((year) => year.fiscalYear))
  const gaps = yearGaps(coverage, present, { ofCountry: query.country !== undefined })
  const series = (measure: 'quantity' | 'cents') => seriesOf(yearPrograms, named, measure, text.figures.otherPrograms)
  const { first, last } = shownYears(present, gaps)
  const chart = (measure: 'quantity' | 'cents') => {
    const heading = measure === 'quantity' ? title.sessions : title.cost
    const largest = years.reduce(
      (best, year) => (best === null || year[measure] > best[measure] ? year : best),
      null as YearSum | null,
    )
    return yearChart({
      id: `${id}-${measure}`,
      title: heading,
      description: largest
        ? text.figures.chartDescription(
            largest.fiscalYear,
            measure === 'quantity' ? format.number(largest.quantity) : format.dollars(largest.cents),
            format.years([...gaps.whole.keys()]),
          )
        : text.figures.noRows,
      first,
      last,
      series: series(measure),
      gaps,
      breaks,
      formatTick: (value) => (measure === 'quantity' ? format.shortNumber(value) : format.shortDollars(value)),
      unit: measure === 'quantity' ? text.figures.sessions : text.figures.dollars,
    })
  }
  const key = [
    ...series('quantity').map((each) => ({ text: each.label, mark: `series-${each.series}` })),
    ...(gaps.whole.size + gaps.part.size > 0 ? [{ text: text.figures.gapKey, mark: 'gap' }] : []),
  ]
  return (
    <>
      <Legend of={key} />
      <div class="columns halves">
        <Figure title={title.sessions} picture={chart('quantity')} />
        <Figure title={title.cost} note={text.figures.costNote} picture={chart('cents')} />
      </div>
      <YearTable
        years={years}
        gaps={gaps}
        query={query}
        caption={tableOf ? `${tableOf}: ${text.figures.yearTable}` : text.figures.yearTable}
      />
      {by === 'family' && <FamilyYears yearPrograms={yearPrograms} named={named} present={present} query={query} />}
      {breaks.length > 0 && (
        <ul class="small breaks" aria-label={text.figures.breaks}>
          {breaks.map((each) => (
            <li>
              <b>{breakLetter(breaks, each.year)}</b>{' '}
              {text.figures.breakLine(
                each.year,
                each.from,
                each.to,
                text.changes[each.change as keyof typeof text.changes] ?? each.change,
              )}{' '}
              <span class="quiet">
                (
                {citedSources(each.citation, text).map((source, index) => (
                  <>
                    {index > 0 && '; '}
                    {source.printed ? <span lang="en">{source.text}</span> : source.text}
                  </>
                ))}
                )
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        <a href={href(site, '/coverage')}>{text.coverage.more}</a>
      </p>
    </>
  )
}

function seriesOf(
  sums: readonly YearProgramSum[],
  named: (program: ProgramRef) => string,
  measure: 'quantity' | 'cents',
  other: string,
): YearSeries[] {
  // The order is by sessions for both charts, so that a colour means the same in both.
  const size = new Map<string, number>()
  for (const sum of sums) size.set(named(sum.program), (size.get(named(sum.program)) ?? 0) + sum.quantity)
  const order = [...size].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
  const kept = order.length > mostSeries + 1 ? order.slice(0, mostSeries) : order
  const rest = order.filter((name) => !kept.includes(name))
  const series = kept.map((name, index) => ({ label: name, series: index + 1, values: new Map<number, number>() }))
  if (rest.length > 0) series.push({ label: other, series: 7, values: new Map() })
  for (const sum of sums) {
    const at = kept.indexOf(named(sum.program))
    const values = (series[at === -1 ? series.length - 1 : at] as (typeof series)[number]).values
    values.set(sum.fiscalYear, (values.get(sum.fiscalYear) ?? 0) + sum[measure])
  }
  return series
}
