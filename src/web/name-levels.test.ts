import { expect, test } from 'vitest'
import { sumByLevel } from './name-levels.js'

test('sessions of a ministry are not those of a unit', () => {
  const sums = sumByLevel([
    { text: 'SEDENA', quantity: 90 },
    { text: '102/o. Batallón de Infantería', quantity: 7 },
    { text: 'N/A', quantity: 3 },
    { text: 'SEDENA', quantity: 10 },
  ])
  expect(sums).toEqual({ unit: 7, 'class of units': 0, 'service or ministry': 100, none: 3 })
})
