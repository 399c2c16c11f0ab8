import { expect, test } from 'vitest'
import { calendarRange, rangeText, readPartialDate, readRangeText, shortDate } from './dates.js'

test.each([
  ['2014', '[2014-01-01,2015-01-01)'],
  ['2014-12', '[2014-12-01,2015-01-01)'],
  ['2016-02', '[2016-02-01,2016-03-01)'],
  ['2014-02-28', '[2014-02-28,2014-03-01)'],
])('%s is the range %s, and back', (date, range) => {
  const read = readPartialDate(date)!
  expect(rangeText(read)).toBe(range)
  expect(readRangeText(range)).toEqual(read)
  expect(shortDate(range)).toBe(date)
})

test('a week is no short date; what is not known of a date is written as zeros', () => {
  expect(shortDate('[2014-02-03,2014-02-10)')).toBeNull()
  expect(shortDate(null)).toBeNull()
  expect(readPartialDate('2014-02-00')).toEqual(readPartialDate('2014-02'))
  expect(readPartialDate('2014-00-00')).toEqual(readPartialDate('2014'))
})

test.each([
  [2011, 2, 29],
  [2011, 13, null],
  [2011, 0, null],
  [2011, null, 3],
  [99, null, null],
  [2011.5, null, null],
])('%s-%s-%s is no date', (year, month, day) => {
  expect(calendarRange(year, month, day)).toBeNull()
})

test('no range of days is no range', () => {
  expect(() => readRangeText('empty')).toThrow('no range')
})
