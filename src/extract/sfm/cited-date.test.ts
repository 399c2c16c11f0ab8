import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate, readPrintedDate } from './cited-date.js'

const cells = (printed: string, year = '', month = '', day = '') => ({ printed, year, month, day })

test.each([
  ['2014', '2014-01-01', '2014-12-31'],
  ['2014-02', '2014-02-01', '2014-02-28'],
  ['2018-02-01', '2018-02-01', '2018-02-01'],
  ['2014-02-00', '2014-02-01', '2014-02-28'],
  ['2019-11-29T10:25:45Z', '2019-11-29', '2019-11-29'],
  ['4/21/2013', '2013-04-21', '2013-04-21'],
  ['May 2010', '2010-05-01', '2010-05-31'],
  ['12 Sep 2010', '2010-09-12', '2010-09-12'],
  ['September 12, 2010', '2010-09-12', '2010-09-12'],
])('%s is from %s to %s', (text, from, to) => expect(readPrintedDate(text)).toEqual({ from, to }))

test.each([
  '21/4/2013',
  '2/30/2013',
  '2013-02-30',
  'Noevember 2013',
  '5/13/20133',
  '6/2/1016',
  '3/30/3006',
  'Undated',
  '',
  '01/01/80',
])('"%s" is no date', (text) => expect(readPrintedDate(text)).toBeNull())

describe('a cell and the columns of its parts', () => {
  test('that agree are one date without a doubt', () => {
    expect(readDate(cells('4/21/2013', '2013', '4', '21'))).toEqual({
      printed: '4/21/2013',
      range: { from: '2013-04-21', to: '2013-04-21' },
      flags: [],
    })
    expect(readDate(cells('May 2010', '2010', '5'))).toMatchObject({ range: { from: '2010-05-01', to: '2010-05-31' }, flags: [] })
  })

  test('that differ leave it open between the two', () => {
    expect(readDate(cells('6/9/2016', '2016', '9', '6'))).toMatchObject({
      range: { from: '2016-06-09', to: '2016-09-06' },
      flags: [{ code: 'DATE_PARTS_DIFFER', note: 'Printed: 6/9/2016; year-month-day 2016-9-6' }],
    })
  })

  test('of which one is impossible mean the other, with a doubt', () => {
    expect(readDate(cells('6/2/1016', '2016', '6', '2'))).toMatchObject({
      range: { from: '2016-06-02', to: '2016-06-02' },
      flags: [{ code: 'DATE_PARTS_DIFFER' }],
    })
    expect(readDate(cells('4/21/2013', '2013', '14', '21'))).toMatchObject({ range: { from: '2013-04-21' }, flags: [{}] })
  })

  test('alone are enough; together they may be nothing, which is kept as printed', () => {
    expect(readDate(cells('', '2013', '4'))).toEqual({
      printed: '2013-4',
      range: { from: '2013-04-01', to: '2013-04-30' },
      flags: [],
    })
    expect(readDate(cells('2/30/2013', '2013', '2', '30'))).toMatchObject({
      printed: '2/30/2013',
      range: null,
      flags: [{ code: 'DATE_IMPOSSIBLE' }],
    })
    expect(readDate(cells('', '', '2', '3'))).toMatchObject({ range: null, flags: [{ code: 'DATE_IMPOSSIBLE' }] })
    expect(readDate(cells(''))).toBeNull()
    expect(readDate(cells('', '0000', '00', '00'))).toBeNull()
  })

  test('never lose what is printed and never give a date without reason', () => {
    const cell = fc.oneof(fc.string(), fc.nat(3000).map(String), fc.constantFrom('', '1/2/2012', '2012', 'May 2010', '00'))
    fc.assert(
      fc.property(cell, cell, cell, cell, (printed, year, month, day) => {
        const read = readDate({ printed, year, month, day })
        if (read === null) return
        if (printed !== '') expect(read.printed).toBe(printed)
        expect(read.range !== null || read.flags.length > 0).toBe(true)
        if (read.range) expect(read.range.from <= read.range.to).toBe(true)
      }),
    )
  })
})
