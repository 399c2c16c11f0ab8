import { expect, test } from 'vitest'
import { calendarRange, dateOrInterval, rangeText, readListedDate, readPartialDate, readRangeText, shortDate } from './dates.js'

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
  expect(['[1952-01-01,1955-01-01)', '[1953-01-01,1954-01-01)'].map(dateOrInterval)).toEqual(['1952-01-01/1954-12-31', '1953'])
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

test.each([
  ['14 Feb 1953', '1953-02-14', '1953-02-14'],
  ['Feb 1953', '1953-02-01', '1953-02-28'],
  ['1953', '1953-01-01', '1953-12-31'],
  ['circa 1953', '1952-01-01', '1954-12-31'],
  ['1953 to 1955', '1953-01-01', '1955-12-31'],
  ['01 Jan 1943 to 31 Dec 1943', '1943-01-01', '1943-12-31'],
])('%s on a list is from %s to %s', (text, from, to) => {
  expect(readListedDate(text)).toEqual({ from, to })
})

test.each(['31 Feb 1953', '1955 to 1953', 'Smarch 1953', 'unknown', ''])('%j is no date of birth', (text) => {
  expect(readListedDate(text)).toBeNull()
})
