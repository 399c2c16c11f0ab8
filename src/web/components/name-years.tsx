/** A printed name's years as one line of columns: when it received, and when nobody can know. */
import type { YearSum } from '../../ledger/read/views.js'
import { yearChart } from '../charts/year-chart.js'
import { useSite } from '../site.js'
import { Figure } from './figure.js'
import { shownYears, type YearGaps } from './year-table.js'

export interface NameYearsProps {
  years: readonly YearSum[]
  gaps: YearGaps
  title: string
  /** What stands beside the heading where the usual note, which is of names, does not fit. */
  note?: string
}

export function NameYears({ years, gaps, title, note }: NameYearsProps) {
  const { text, format } = useSite()
  const values = new Map(years.map((year) => [year.fiscalYear, year.quantity]))
  const { first, last } = shownYears(values.keys(), gaps)
  const largest = [...years].sort((a, b) => b.quantity - a.quantity)[0]
  const picture = yearChart({
    id: 'name',
    title,
    description: largest
      ? text.figures.chartDescription(largest.fiscalYear, format.number(largest.quantity), format.years([...gaps.whole.keys()]))
      : text.figures.noRows,
    first,
    last,
    series: [{ label: title, series: 1, values }],
    gaps,
    breaks: [],
    formatTick: (value) => (Number.isInteger(value) ? format.shortNumber(value) : ''),
    unit: text.figures.sessions,
  })
  return <Figure title={text.figures.sessionsByYear} note={note ?? text.figures.nameYearsNote} picture={picture} />
}
