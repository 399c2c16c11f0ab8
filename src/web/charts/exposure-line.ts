/**
 * One time line: training above it, allegations and listings below, each over the days that it is known to lie in. What is not of the unit itself is
 * hollow, what is known to a span only is as wide as the span. The table beside it says the same in words.
 */
import { escapeText } from './escape-text.js'

export interface Mark {
  /** Days, both included. */
  from: string
  to: string
  label: string
  /** Not of the unit itself, but of what a path leads to. */
  apart: boolean
  /** Goes on after `to` as far as is known. */
  open: boolean
}

export interface ExposureLine {
  title: string
  description: string
  above: readonly Mark[]
  below: readonly Mark[]
}

/** More of either side than this tell nothing: those of the latest dates are drawn. */
export const mostMarks = 80

const width = 720
const margin = 12
const axis = 18
const laneHeight = (lanes: number) => Math.max(3, Math.min(11, Math.floor(140 / Math.max(lanes, 1))))
const narrowest = 4

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

export function exposureLine({ title, description, above, below }: ExposureLine): string {
  const marks = [above, below].map((side) => [...side].sort(byDate).slice(-mostMarks)) as [Mark[], Mark[]]
  const days = marks.flat().flatMap(({ from, to }) => [from, to])
  if (days.length === 0) return ''
  const first = Number(days.reduce((a, b) => (a < b ? a : b)).slice(0, 4))
  const last = Number(days.reduce((a, b) => (a > b ? a : b)).slice(0, 4)) + 1
  const [start, end] = [dayNumber(`${first}-01-01`), dayNumber(`${last}-01-01`)]
  const x = (day: number) => margin + ((day - start) / (end - start)) * (width - 2 * margin)
  const placed = marks.map((side) => inLanes(side.map((mark) => ({ mark, ...extent(mark, x) }))))
  const [upper, lower] = placed.map(({ lanes }) => lanes * laneHeight(lanes) + 6) as [number, number]
  const height = upper + axis + lower
  const bars = placed.flatMap(({ lanes, boxes }, side) => {
    const tall = laneHeight(lanes)
    return boxes.map(({ mark, left, wide, lane }) => {
      const y = side === 0 ? upper - 3 - (lane + 1) * tall : upper + axis + 3 + lane * tall
      const kind = `exposure-mark ${side === 0 ? 'exposure-training' : 'exposure-matter'}${mark.apart ? ' exposure-apart' : ''}`
      const open = mark.open
        ? `<line class="exposure-open" x1="${round(left + wide)}" x2="${width - margin}" y1="${y + tall / 2}" y2="${y + tall / 2}"/>`
        : ''
      return `<g><title>${escapeText(mark.label)}</title>${open}<rect class="${kind}" x="${round(left)}" y="${y}" width="${round(wide)}" height="${tall - 1}"/></g>`
    })
  })
  const every = Math.max(1, Math.ceil((last - first) / 14))
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year) => {
    const at = round(x(dayNumber(`${year}-01-01`)))
    const line = `<line class="exposure-tick" x1="${at}" x2="${at}" y1="${upper}" y2="${upper + 4}"/>`
    return (year - first) % every === 0 && year < last ? `${line}<text x="${at + 2}" y="${upper + 14}">${year}</text>` : line
  })
  return `<svg class="chart exposure-line" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="exposure-title" aria-describedby="exposure-description"><title id="exposure-title">${escapeText(title)}</title><desc id="exposure-description">${escapeText(description)}</desc><line class="exposure-axis" x1="${margin}" x2="${width - margin}" y1="${upper}" y2="${upper}"/>${ticks.join('')}${bars.join('')}</svg>`
}

const byDate = (a: Mark, b: Mark): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : a.to > b.to ? 1 : 0)
const round = (value: number): number => Math.round(value * 10) / 10

/** A day is drawn as wide as can be seen, never beyond the picture. */
function extent({ from, to }: Mark, x: (day: number) => number): { left: number; wide: number } {
  const left = x(dayNumber(from))
  const wide = Math.max(narrowest, x(dayNumber(to) + 1) - left)
  return { left: Math.min(left, width - margin - wide), wide }
}

/** Each mark in the first lane where it covers no other. */
function inLanes<Box extends { left: number; wide: number }>(
  boxes: readonly Box[],
): { lanes: number; boxes: (Box & { lane: number })[] } {
  const ends: number[] = []
  const placed = [...boxes]
    .sort((a, b) => a.left - b.left)
    .map((box) => {
      let lane = ends.findIndex((end) => end < box.left)
      if (lane < 0) lane = ends.length
      ends[lane] = box.left + box.wide
      return { ...box, lane }
    })
  return { lanes: Math.max(ends.length, 1), boxes: placed }
}
