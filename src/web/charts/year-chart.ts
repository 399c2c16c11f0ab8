/**
 * Sums by fiscal year as stacked columns, drawn on the server with Observable Plot.
 *
 * A year of which the ledger has nothing is hatched, never an empty place that reads as zero; a year that is known in part is
 * hatched behind its column. A break (a programme renamed between two years) is a dotted line between them.
 */
import * as Plot from '@observablehq/plot'
import { drawingDocument } from './drawing-document.js'
import { escapeText } from './escape-text.js'

export interface YearSeries {
  label: string
  /** 1–7: the colour, by the style's names. */
  series: number
  values: ReadonlyMap<number, number>
}

export interface YearChart {
  /** Unique in the page: names the hatching and the title. */
  id: string
  title: string
  description: string
  first: number
  last: number
  series: readonly YearSeries[]
  /** Years without data as a whole, and in part. */
  gaps: { whole: Pick<ReadonlySet<number>, 'has'>; part: Pick<ReadonlySet<number>, 'has'> }
  /** The first year under the new name, and what changed. */
  breaks: readonly { year: number }[]
  formatTick(value: number): string
  /** "training sessions": stands above the axis. */
  unit: string
}

/** Two drawings of the same: a phone gets one whose type is not scaled down. The style shows one of them. */
export function yearChart(chart: YearChart): string {
  return (
    draw(chart, { name: 'for-wide', width: 580, height: 250, every: 2 }) +
    draw(chart, { name: 'for-narrow', width: 340, height: 230, every: 4 })
  )
}

/** A break's letter stands over its line; the list below the picture says what each is. Breaks of one year share it. */
export function breakLetter(breaks: readonly { year: number }[], year: number): string {
  const years = [...new Set(breaks.map((each) => each.year))].sort((a, b) => a - b)
  return String.fromCharCode(97 + years.indexOf(year))
}

interface Shape {
  name: string
  width: number
  height: number
  /** Label every nth year. */
  every: number
}

const margins = { left: 48, right: 4, top: 26, bottom: 24 }

function draw(chart: YearChart, shape: Shape): string {
  const years = Array.from({ length: chart.last - chart.first + 1 }, (_, index) => chart.first + index)
  const largest = Math.max(
    0,
    ...years.map((year) => chart.series.reduce((sum, series) => sum + (series.values.get(year) ?? 0), 0)),
  )
  const top = Math.max(1, largest)
  // Where no year has a figure there is nothing to measure: a scale would look like one.
  const ticks = largest === 0 ? [] : 4
  const hatch = `${chart.id}-${shape.name}-hatch`
  const band = (shape.width - margins.left - margins.right) / years.length
  const marked = years.filter((year) => chart.gaps.whole.has(year) || chart.gaps.part.has(year))
  const breaks = [...new Set(chart.breaks.map((each) => each.year))]
    .filter((year) => year > chart.first && year <= chart.last)
    .map((year) => [year, chart.breaks.filter((each) => each.year === year)] as const)
    .map(([year]) => ({ year, label: breakLetter(chart.breaks, year) }))
  const svg = Plot.plot({
    document: drawingDocument(),
    width: shape.width,
    height: shape.height,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    x: { type: 'band', domain: years, padding: 0.18, label: null },
    y: { domain: [0, niceTop(top)], label: null },
    marks: [
      Plot.gridY({ ticks, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisY({
        ticks,
        tickSize: 0,
        tickFormat: (value: number) => chart.formatTick(value),
        fill: 'var(--quiet)',
        fontSize: 11,
      }),
      Plot.axisX({
        ticks: years.filter((year) => (chart.last - year) % shape.every === 0),
        tickSize: 0,
        tickFormat: (year: number) => String(year),
        fill: 'var(--quiet)',
        fontSize: 11,
      }),
      Plot.barY(marked, {
        x: (year: number) => year,
        y1: 0,
        y2: niceTop(top),
        fill: `url(#${hatch})`,
        insetLeft: -band * 0.09,
        insetRight: -band * 0.09,
      }),
      Plot.barY(columnsOf(chart.series, years), {
        x: 'year',
        y1: 'from',
        y2: 'to',
        fill: { value: 'colour', scale: null },
      }),
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      Plot.ruleX(breaks, { x: 'year', dx: -band / 2, stroke: 'var(--ink)', strokeDasharray: '2 3' }),
      Plot.text(breaks, {
        x: 'year',
        dx: -band / 2 + 3,
        frameAnchor: 'top',
        textAnchor: 'start',
        text: 'label',
        fill: 'var(--quiet)',
        fontSize: 10,
        dy: -12,
      }),
    ],
  })
  return finish(svg.innerHTML, chart, shape, hatch)
}

/** The pieces of every year's column, each standing on the one before. */
function columnsOf(series: readonly YearSeries[], years: readonly number[]) {
  return years.flatMap((year) => {
    let top = 0
    return series.flatMap((each) => {
      const from = top
      top += each.values.get(year) ?? 0
      return top > from ? [{ year, from, to: top, colour: `var(--series-${each.series})` }] : []
    })
  })
}

/** Where the axis ends when it is made nice: the next 1, 2 or 5 step. Given to the scale too, so that both agree. */
export function niceTop(value: number): number {
  const step = 10 ** Math.floor(Math.log10(value / 4))
  const nice = [1, 2, 2.5, 5, 10].map((factor) => factor * step).find((size) => size * 4 >= value) ?? value
  return Math.ceil(value / nice) * nice
}

/** Our own frame around Plot's marks: no inline style (the content security policy forbids it), a title and a description. */
function finish(marks: string, chart: YearChart, shape: Shape, hatch: string): string {
  const titleId = `${chart.id}-${shape.name}-title`
  const descriptionId = `${chart.id}-${shape.name}-description`
  // Plot names its groups for script's sake; the picture as a whole has its name.
  const body = marks.replace(/ aria-(?:label|hidden|description)="[^"]*"/g, '')
  return `<svg class="chart ${shape.name}" viewBox="0 0 ${shape.width} ${shape.height}" role="img" aria-labelledby="${titleId} ${descriptionId}" text-anchor="middle"><title id="${titleId}">${escapeText(chart.title)}</title><desc id="${descriptionId}">${escapeText(chart.description)}</desc><defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--gap)"/><line x1="0" x2="0" y1="0" y2="6" class="hatch-line"/></pattern></defs>${body}<text x="0" y="10" text-anchor="start">${escapeText(chart.unit)}</text></svg>`
}
