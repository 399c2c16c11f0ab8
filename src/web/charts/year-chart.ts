/**
 * Sums by fiscal year as stacked columns, drawn on the server.
 *
 * A year of which the ledger has nothing is hatched, never an empty place that reads as zero; a year that is known in part is
 * hatched behind its column. A break (a programme renamed between two years) is a dotted line between them.
 */
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
    1,
    ...years.map((year) => chart.series.reduce((sum, series) => sum + (series.values.get(year) ?? 0), 0)),
  )
  const top = niceTop(largest)
  const step = niceStep(largest)
  const [right, bottom] = [shape.width - margins.right, shape.height - margins.bottom]
  const band = (right - margins.left) / years.length
  const left = (year: number) => margins.left + (year - chart.first) * band
  const height = (value: number) => ((bottom - margins.top) * value) / top
  const y = (value: number) => bottom - height(value)
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step)
  const grid = ticks.map((value) => `<path d="M${margins.left} ${round(y(value))}H${right}"/>`)
  const values = ticks.map(
    (value) => `<text x="${margins.left - 6}" y="${round(y(value) + 4)}">${escapeText(chart.formatTick(value))}</text>`,
  )
  const labels = years
    .filter((year) => (chart.last - year) % shape.every === 0)
    .map((year) => `<text x="${round(left(year) + band / 2)}" y="${bottom + 16}">${year}</text>`)
  const hatched = years
    .filter((year) => chart.gaps.whole.has(year) || chart.gaps.part.has(year))
    .map((year) => rectangle(left(year), margins.top, band, bottom - margins.top))
  const inset = band * 0.09
  const columns = columnsOf(chart.series, years).map(
    ({ year, from, to, colour }) =>
      `<rect fill="${colour}"${rectangle(left(year) + inset, y(to), band - 2 * inset, height(to - from)).slice('<rect'.length)}`,
  )
  const breaks = [...new Set(chart.breaks.map((each) => each.year))]
    .filter((year) => year > chart.first && year <= chart.last)
    .sort((one, other) => one - other)
  const lines = breaks.map((year) => `M${round(left(year))} ${margins.top}V${bottom}`)
  const letters = breaks.map(
    (year) => `<text x="${round(left(year) + 3)}" y="${margins.top - 4}">${breakLetter(chart.breaks, year)}</text>`,
  )
  const hatch = `${chart.id}-${shape.name}-hatch`
  const marks = [
    `<g stroke="var(--rule)">${grid.join('')}</g>`,
    `<g text-anchor="end">${values.join('')}</g>`,
    `<g>${labels.join('')}</g>`,
    `<g fill="url(#${hatch})">${hatched.join('')}</g>`,
    columns.join(''),
    `<path stroke="var(--rule-strong)" d="M${margins.left} ${bottom}H${right}"/>`,
    ...(lines.length > 0 ? [`<path stroke="var(--ink)" stroke-dasharray="2 3" d="${lines.join('')}"/>`] : []),
    `<g text-anchor="start">${letters.join('')}</g>`,
  ]
  return frame(marks.join(''), chart, shape, hatch)
}

const round = (value: number) => Math.round(value * 10) / 10
const rectangle = (x: number, y: number, width: number, height: number) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`

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

/** The next 1, 2, 2.5 or 5 of a power of ten that four steps reach the value with. */
function niceStep(value: number): number {
  const step = 10 ** Math.floor(Math.log10(value / 4))
  return [1, 2, 2.5, 5, 10].map((factor) => factor * step).find((size) => size * 4 >= value) ?? value
}

/** Where an axis ends that is to hold a value: a whole number of steps. */
export function niceTop(value: number): number {
  const step = niceStep(value)
  return Math.ceil(value / step) * step
}

/** The picture with its name and description, the pattern of its gaps, and what its axis counts. */
function frame(marks: string, chart: YearChart, shape: Shape, hatch: string): string {
  const titleId = `${chart.id}-${shape.name}-title`
  const descriptionId = `${chart.id}-${shape.name}-description`
  return `<svg class="chart ${shape.name}" viewBox="0 0 ${shape.width} ${shape.height}" role="img" aria-labelledby="${titleId}" aria-describedby="${descriptionId}" text-anchor="middle"><title id="${titleId}">${escapeText(chart.title)}</title><desc id="${descriptionId}">${escapeText(chart.description)}</desc><defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--gap)"/><line x1="0" x2="0" y1="0" y2="6" class="hatch-line"/></pattern></defs>${marks}<text x="0" y="10" text-anchor="start">${escapeText(chart.unit)}</text></svg>`
}
