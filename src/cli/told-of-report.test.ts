import { expect, test } from 'vitest'
import { toldOfReport } from './told-of-report.js'

const place = (page: number | null, row: number | null = null) => ({ page, pageLabel: null, box: null, row })
const unread = (page: number | null, row: number | null = null) => ({
  place: place(page, row),
  text: 'Course 3',
  reason: 'no country',
})

test('what was not read and what was done to pages is told with its place; words around the tables are not', () => {
  const notes = [
    { code: 'TEXT_BEFORE_TABLES', text: 'Volume I', place: place(1) },
    { code: 'PAGES_SORTED', text: 'The pages are read in the order of their printed numbers.', place: null },
    { code: 'PAGES_MISSING', text: 'Pages before this one are missing.', place: place(4) },
  ]
  expect(toldOfReport('a.pdf', [unread(2), unread(null, 7)], notes)).toEqual([
    'a.pdf, page 2: not read: no country: "Course 3"',
    'a.pdf, row 7: not read: no country: "Course 3"',
    'a.pdf: The pages are read in the order of their printed numbers.',
    'a.pdf, page 4: Pages before this one are missing.',
  ])
})

test('of many the first are told and the others counted', () => {
  const many = Array.from({ length: 8 }, (_, index) => unread(index + 1))
  const notes = many.map(({ place }) => ({ code: 'PAGES_MISSING', text: 'Pages are missing.', place }))
  const told = toldOfReport('a.pdf', many, notes)
  expect(told).toHaveLength(12)
  expect(told.filter((line) => line.includes('more'))).toEqual([
    'a.pdf: 3 more places not read',
    'a.pdf: 3 more remarks on its pages',
  ])
})
