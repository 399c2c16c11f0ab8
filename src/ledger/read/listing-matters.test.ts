/** Which rows of lists are one listing. */
import { expect, test } from 'vitest'
import { listingMatters } from './listing-matters.js'

const row = (overrides: Partial<Parameters<typeof listingMatters>[0][number]> = {}) => ({
  id: 'copy',
  entity: 'battalion',
  authority: 'Treasury of Freedonia',
  list: 'Blocked persons',
  program: 'Human rights',
  law: null,
  effect: 'asset block',
  reason: null,
  listed: null,
  listedPrinted: null,
  delisted: null,
  delistedPrinted: null,
  seenOn: null,
  deniedIn: null,
  flags: [],
  citations: [],
  source: 'a source',
  sourceFile: 'list.csv',
  place: null,
  ...overrides,
})
const summary = (...rows: ReturnType<typeof row>[]) =>
  listingMatters(rows, new Map()).map(({ id, listed, seenOn, places }) => [id, listed, seenOn, places.length])
const day = (from: string, next: string) => `[${from},${next})`
const first = row({ id: 'first', listed: day('2001-01-01', '2001-01-02'), delisted: day('2005-01-01', '2005-01-02') })
const second = row({ id: 'second', listed: day('2021-12-10', '2021-12-11') })

test('a copy of the list is of the listing whose day another row tells', () => {
  const later = row({ id: 'later', seenOn: '2026-01-01' })
  expect(summary(later, row({ seenOn: '2023-01-06' }), second)).toEqual([
    ['second', second.listed, ['2023-01-06', '2026-01-01'], 3],
  ])
})

test('of several listings it is the one that was in force on its day', () => {
  expect(summary(row({ seenOn: '2023-01-06' }), first, second)).toEqual([
    ['first', first.listed, [], 1],
    ['second', second.listed, ['2023-01-06'], 2],
  ])
})

test('a copy of a day on which nothing says that it was listed stands for itself', () => {
  expect(summary(row({ seenOn: '2010-01-01' }), first, second).map(([id]) => id)).toEqual(['first', 'second', 'copy'])
  expect(summary(row({ seenOn: '2023-01-06', program: 'Another' }), second)).toHaveLength(2)
})

test('that a listing ended is known of it, whichever row says so, and a row that says so proves no listing on its copy’s day', () => {
  const ended = row({
    id: 'ended',
    listed: first.listed,
    delisted: first.delisted,
    delistedPrinted: '1 Jan 2005',
    seenOn: '2026-01-01',
  })
  const summed = (...rows: ReturnType<typeof row>[]) =>
    listingMatters(rows, new Map()).map(({ id, delistedPrinted, seenOn }) => [id, delistedPrinted, seenOn])
  const early = row({ id: 'early', listed: first.listed, seenOn: '2003-01-01' })
  expect(summed(early, ended)).toEqual([['ended', '1 Jan 2005', ['2003-01-01']]])
  // A copy of a day after it ended may be of another listing.
  expect(summed(row({ id: 'late', listed: first.listed, seenOn: '2010-01-01' }), ended)).toHaveLength(2)
  const garbled = row({ id: 'garbled', listed: first.listed, delistedPrinted: 'sine die', seenOn: '2026-01-01' })
  expect(summed(early, garbled)).toEqual([['garbled', 'sine die', ['2003-01-01']]])
  expect(summed(row({ id: 'alone', delistedPrinted: 'sine die', seenOn: '2026-01-01' }))).toEqual([['alone', 'sine die', []]])
})
