import { expect, test } from 'vitest'
import { nearestOf, slipsBetween } from './nearest.js'

test.each([
  ['helecopter', 'helicopter', 1],
  ['colombai', 'colombia', 1],
  ['batalon', 'batallon', 1],
  ['infantry', 'infantry', 0],
  ['patrol', 'petrol', 1],
  ['police', 'marine', 4],
])('%s is %s with %i slips', (typed, meant, slips) => {
  expect(slipsBetween(typed, meant, 3)).toBe(slips)
  expect(slipsBetween(meant, typed, 3)).toBe(slips)
})

test('the nearest come first, and what is too far for its length not at all', () => {
  const words = ['brigade', 'brigada', 'bridge', 'patrol']
  expect(nearestOf('brigado', words, (word) => [word], 5)).toEqual(['brigade', 'brigada'])
  expect(nearestOf('sof', ['sog', 'sfg'], (word) => [word], 5)).toEqual([])
})
