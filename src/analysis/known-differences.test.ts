import { expect, test } from 'vitest'
import { differenceCodes, knownDifferences } from './known-differences.js'

test('every committed difference has a code that pages have words for, and every code is of some difference', () => {
  const used = new Set(knownDifferences().map(({ reasonCode }) => reasonCode))
  expect([...used].sort()).toEqual([...differenceCodes].sort())
})

test('a doubt has no code of a report’s error', () => {
  for (const { status, reasonCode } of knownDifferences())
    expect(reasonCode === 'file-begins-midway', reasonCode).toBe(status === 'open doubt')
})
