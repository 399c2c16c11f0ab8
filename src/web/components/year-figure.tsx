/** Sessions and dollars by fiscal year and programme: two charts and the table that says the same, with gaps and breaks drawn. */
import type { Gap as CoverageGap, CoverageReport } from '../../analysis/coverage.js'
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { ProgramRef, YearProgramSum, YearSum } from '../../ledger/read/views.js'
import { breakLetter, type YearSeries, yearChart } from '../charts/year-chart.js'
import type { Messages } from '../messages/messages.js'
import { type Break, citedSources } from '../program-breaks.js'
import { href, useSite } from '../site.js'
import { missingYears } from './coverage.js'
import { Figure, Legend } from './figure.js'
import { SumMoney } from './figures.js'
import { searchHref } from './filters.js'
import { QuoteLink } from './quote.js'
import { Gap, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

/** First and last fiscal year of the series of reports: a year without data stands in its place, empty and hatched. */
export const firstYear = 1999
export const lastYear = 2020

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
  const first = Math.min(firstYear, ...present)
  const last = Math.max(lastYear, ...present)
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
        first={first}
        last={last}
        gaps={gaps}
        query={query}
        caption={tableOf ? `${tableOf}: ${text.figures.yearTable}` : text.figures.yearTable}
      />
      {by === 'family' && <ProgramTable yearPrograms={yearPrograms} named={named} present={present} query={query} />}
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

function whyEmpty(text: Messages, gap: CoverageGap['state'] | 'part missing' | undefined): string {
  if (gap === 'file missing') return text.figures.noData
  if (gap === 'part missing') return text.figures.partMissing
  if (gap === 'excluded by law') return text.figures.excluded
  if (gap === 'column absent') return text.figures.columnAbsent
  return text.figures.noRowsListed
}

interface YearTableProps {
  years: readonly YearSum[]
  first: number
  last: number
  gaps: YearGaps
  query: Partial<TrainingQuery>
  caption: string
}

export function YearTable({ years, first, last, gaps, query, caption }: YearTableProps) {
  const site = useSite()
  const { text, format } = site
  const known = new Map(years.map((year) => [year.fiscalYear, year]))
  const all = Array.from({ length: last - first + 1 }, (_, index) => last - index)
  const inPart = years.some((year) => year.rows > 0 && gaps.part.has(year.fiscalYear))
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
            const asked = { ...query, year: [{ first: year, last: year }] }
            if (!sum || sum.rows === 0)
              return (
                <tr>
                  <th scope="row">{year}</th>
                  <Gap why={whyEmpty(text, gaps.whole.get(year))} span={inPart ? 7 : 6} />
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

interface ProgramTableProps {
  yearPrograms: readonly YearProgramSum[]
  named(program: ProgramRef): string
  present: ReadonlySet<number>
  query: Partial<TrainingQuery>
}

/** A number that leads to the listing of its rows, where it can be quoted. */
function CellLink({ asked, about, value }: { asked: Partial<TrainingQuery>; about: string; value: number }) {
  const site = useSite()
  return (
    <a href={searchHref(site, asked)} rel="nofollow">
      <span class="visually-hidden">{about}: </span>
      {site.format.number(value)}
    </a>
  )
}

/** Family × year: the numbers behind the colours. */
function ProgramTable({ yearPrograms, named, present, query }: ProgramTableProps) {
  const site = useSite()
  const { text } = site
  const years = [...present].sort((a, b) => a - b)
  const cells = new Map<string, { asked: Partial<TrainingQuery>; all: number; byYear: Map<number, number> }>()
  for (const sum of yearPrograms) {
    const name = named(sum.program)
    const { familySlug, slug } = sum.program
    const asked = { ...query, ...(familySlug ? { family: [familySlug] } : { program: [slug] }) }
    const row = cells.get(name) ?? { asked, all: 0, byYear: new Map<number, number>() }
    row.all += sum.quantity
    row.byYear.set(sum.fiscalYear, (row.byYear.get(sum.fiscalYear) ?? 0) + sum.quantity)
    cells.set(name, row)
  }
  const rows = [...cells].sort((a, b) => b[1].all - a[1].all)
  return (
    <details class="data">
      <summary>{text.figures.matrix}</summary>
      <TableFrame label={text.figures.matrix}>
        <table class="matrix">
          <caption>
            {text.figures.matrix}
            <small>{text.figures.matrixNote}</small>
          </caption>
          <TableHead
            columns={[{ words: text.fields.family }, ...years.map((year) => ({ figures: year })), { figures: text.figures.all }]}
          />
          <tbody>
            {rows.map(([name, row]) => (
              <tr>
                <th scope="row" translate="no">
                  <a href={searchHref(site, row.asked)}>{name}</a>
                </th>
                {years.map((year) => {
                  const value = row.byYear.get(year)
                  const asked = { ...row.asked, year: [{ first: year, last: year }] }
                  return (
                    <td class="number">
                      {value === undefined ? '·' : <CellLink asked={asked} about={`${name} ${year}`} value={value} />}
                    </td>
                  )
                })}
                <td class="number">
                  <CellLink asked={row.asked} about={name} value={row.all} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </details>
  )
}
