import { expect, test } from 'vitest'
import { classThresholds, isOnMap, mapClass, worldMap } from './world-map.js'
import { niceTop, type YearChart, yearChart } from './year-chart.js'

const chart = (changes: Partial<YearChart> = {}): YearChart => ({
  id: 'test',
  title: 'Training sessions & <more>',
  description: 'Columns.',
  first: 2009,
  last: 2012,
  series: [
    {
      label: 'IMET',
      series: 1,
      values: new Map([
        [2010, 40],
        [2012, 10],
      ]),
    },
  ],
  gaps: { whole: new Set(), part: new Set() },
  breaks: [],
  formatTick: String,
  unit: 'sessions',
  ...changes,
})

/** The first of the two drawings. */
const wide = (svg: string) => svg.slice(0, svg.indexOf('</svg>') + 6)
const bars = (svg: string, fill: string) =>
  [...wide(svg).matchAll(/<rect\b[^>]*>/g)].map(([rect]) => rect).filter((rect) => rect.includes(fill))

test('a year has a column if it has sessions, and none if it has none', () => {
  const drawn = bars(yearChart(chart()), 'var(--series-1)')
  expect(drawn).toHaveLength(2)
  const heights = drawn.map((rect) => Number(/height="([\d.]+)"/.exec(rect)?.[1]))
  expect(heights[0]! / heights[1]!).toBeCloseTo(4, 1)
})

test('a year without data is hatched over the whole height, one known in part behind its column', () => {
  const none = yearChart(chart())
  const svg = yearChart(chart({ gaps: { whole: new Set([2009]), part: new Set([2010]) } }))
  const hatched = (picture: string) =>
    wide(picture).match(/<g[^>]*fill="url\(#test-for-wide-hatch\)"[^>]*>(.*?)<\/g>/s)?.[1] ?? ''
  expect(hatched(none)).toBe('')
  expect(hatched(svg).match(/<rect/g)).toHaveLength(2)
})

test('a break is a line between two years, with its letter', () => {
  const svg = wide(yearChart(chart({ breaks: [{ year: 2011 }, { year: 2012 }, { year: 2040 }] })))
  expect(svg.match(/stroke-dasharray="2 3"/g)).toHaveLength(1)
  expect(svg).toMatch(/>a<\/text>.*>b<\/text>/s)
  // Behind the last year that is drawn there is nothing to part.
  expect(svg).not.toContain('>c</text>')
})

test('a picture carries no inline style, which the policy forbids, and names itself with its text escaped', () => {
  const svg = yearChart(chart({ gaps: { whole: new Set([2009]), part: new Set() }, breaks: [{ year: 2011 }] }))
  expect(svg).not.toMatch(/<style|\sstyle=|<script/)
  expect(svg).not.toContain('<more>')
  // The description is not part of the name: a screen reader would say it twice.
  expect(svg).toMatch(/role="img" aria-labelledby="test-for-wide-title" aria-describedby="test-for-wide-description"/)
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
  expect(new Set(ids).size).toBe(ids.length)
})

test('an axis ends at or above the largest value, in round steps', () => {
  for (const value of [1, 3, 7, 99, 100, 101, 1234, 98_765]) {
    expect(niceTop(value)).toBeGreaterThanOrEqual(value)
    expect(niceTop(value)).toBeLessThanOrEqual(value * 1.7 + 1)
  }
})

const entry = (code: string, value: number) => ({
  code,
  name: code,
  value,
  href: `/en/countries/${code.toLowerCase()}`,
  label: `${code}: ${value}`,
})

test('the map shows large countries as shapes, small states as dots, Kosovo too', () => {
  const svg = worldMap({
    title: 'Map',
    description: 'Map',
    entries: [entry('MEX', 1), entry('XKX', 500), entry('TUV', 50_000), entry('MLT', 3)],
    thresholds: [1, 100, 10_000],
    noRow: 'none',
  })
  expect(svg).toMatch(/countries\/mex"[^>]*>.*?<path class="map-1"/s)
  expect(svg).toMatch(/countries\/tuv"[^>]*><title>TUV: 50000<\/title><circle class="map-3"/)
  expect(svg).toMatch(/countries\/mlt"[^>]*><title>MLT: 3<\/title><circle class="map-1"/)
  expect(isOnMap('XKX')).toBe(true)
  expect(svg).not.toMatch(/\sstyle=|<style/)
})

test('a country without a row is in no colour class', () => {
  const svg = worldMap({ title: 'Map', description: 'Map', entries: [], thresholds: [1], noRow: 'none' })
  expect(svg).not.toMatch(/class="map-\d/)
  expect(svg).toContain('url(#map-hatch)')
})

test('colour classes rise, and every value falls in one', () => {
  const values = [1, 2, 5, 40, 90, 700, 1200, 5000, 80_000]
  const bounds = classThresholds(values)
  expect(bounds[0]).toBe(1)
  expect(bounds).toEqual([...bounds].sort((a, b) => a - b))
  expect(bounds.length).toBeLessThanOrEqual(5)
  for (const value of values) expect(mapClass(value, bounds)).toBeGreaterThan(0)
})
