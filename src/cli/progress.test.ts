import { expect, test } from 'vitest'
import { duration, progressLine, startProgress } from './progress.js'

test('a line says share, count, rate and what is left', () => {
  expect(progressLine(0.25, 1334, 5, 'pages')).toBe('[██████··················]  25 % · 1,334 pages · 267 pages/s · 15 s left')
  expect(progressLine(0, 0, 0, 'pages')).toBe('[························]   0 % · 0 pages')
  expect(progressLine(1, 5338, 20, 'pages')).not.toContain('left')
  expect(progressLine(7, 1, 2, 'rows')).toContain('100 %')
  expect(progressLine(0.25, 0, 5, null)).toBe('[██████··················]  25 % · 15 s left')
})

test('durations are in the units a person waits in', () => {
  expect([0.4, 14, 59.6, 185, 4320].map(duration)).toEqual(['0 s', '14 s', '1 min 00 s', '3 min 05 s', '1 h 12 min'])
})

test('a terminal is drawn on at most ten times a second, and left clean', () => {
  let clock = 0
  const written: string[] = []
  const progress = startProgress({
    interactive: true,
    write: (text) => written.push(text),
    now: () => clock,
    unit: 'pages',
    columns: 40,
  })
  for (clock = 0; clock < 1000; clock += 10) progress.update(clock / 1000, clock)
  expect(written).toHaveLength(10)
  // No line is wider than the terminal: it would wrap, and never be taken away.
  for (const line of written) expect(line.replace('\r\x1b[K', '').length).toBeLessThan(40)
  progress.clear()
  progress.clear()
  expect(written.slice(10)).toEqual(['\r\x1b[K'])
})

test('nothing is drawn where there is no terminal', () => {
  const written: string[] = []
  const progress = startProgress({ interactive: false, write: (text) => written.push(text), now: () => 0, unit: 'pages' })
  progress.update(0.5, 10)
  progress.clear()
  expect(written).toEqual([])
})
