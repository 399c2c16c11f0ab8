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

test('every entry says where it was read and what stands there', () => {
  for (const { page, row, proof, printedCents, level } of knownDifferences()) {
    expect(proof).toMatch(
      page === null ? new RegExp(`^Read in the page’s source, row ${row}\\b`) : /^Read on the page images?, pages? /,
    )
    if (page !== null) expect(proof).toMatch(new RegExp(`^[^:]*\\b${page}\\b`))
    // A country's total is quoted as printed, so that whoever opens the page finds it.
    if (level === 'country') expect(proof).toContain(`$${((printedCents ?? 0) / 100).toLocaleString('en-US')}`)
  }
})

test('what is off for one reason is one finding: the totals of a country and, unless it is the country’s own, of one programme', () => {
  for (const { findingId } of knownDifferences()) {
    const entries = knownDifferences().filter((one) => one.findingId === findingId)
    expect(new Set(entries.map(({ report, country }) => `${report} ${country}`)).size).toBe(1)
    expect(new Set(entries.flatMap(({ program }) => program ?? [])).size).toBeLessThanOrEqual(1)
    expect(entries.filter(({ level }) => level === 'country').length).toBe(1)
    // One cause has one size.
    const off = entries.map((one) => (one.printedQuantity ?? 0) - one.computedQuantity)
    expect(new Set(off).size).toBe(1)
  }
})
