import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDollars, joinLines, readCents, readDate, readQuantity, splitDeliveryUnit } from './values.js'

describe('amounts', () => {
  test.each([
    ['$1,468', 146_800],
    ['45141', 4_514_100],
    ['12606.72', 1_260_672],
    ['1216.8', 121_680],
    ['$0', 0],
    ['($1,200)', -120_000],
    ['.5', 50],
  ])('%s', (printed, value) => {
    expect(readCents(printed)).toEqual({ value })
  })

  test.each(['', '-', '$', 'N/A', '\u00a0', ' $ '])('%j is blank, never zero', (printed) => {
    expect(readCents(printed)).toEqual({ blank: true })
  })

  test.each(['$48,102 $0', 'ST-2 $31,000', '$1,23', '12 34', '1.2.3', '$-'])(
    '%j is kept as unreadable or blank, never guessed',
    (printed) => {
      expect('value' in readCents(printed)).toBe(false)
    },
  )

  test('whatever whole number of cents is printed is read exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.boolean(), (cents, sign) => {
        const dollars = Math.floor(cents / 100).toLocaleString('en-US')
        const printed = `${sign ? '$' : ''}${dollars}.${String(cents % 100).padStart(2, '0')}`
        expect(readCents(printed)).toEqual({ value: cents })
      }),
    )
  })

  test('only what carries a dollar sign is surely dollars', () => {
    expect(['$972', '972', '$', '$1,0'].map(isDollars)).toEqual([true, false, false, false])
  })
})

test.each([
  ['1', { value: 1 }],
  ['1,532', { value: 1532 }],
  ['30 30', { unreadable: '30 30' }],
  ['N/A', { blank: true }],
  ['-', { blank: true }],
  ['1.5', { unreadable: '1.5' }],
])('quantity %j', (printed, reading) => {
  expect(readQuantity(printed)).toEqual(reading)
})

describe('dates', () => {
  test.each([
    ['5/7/01', 2001, { value: '2001-05-07' }],
    ['10/30/00', 2001, { value: '2000-10-30' }],
    ['9/30/99', 2000, { value: '1999-09-30' }],
    ['12/12/2004', 2005, { value: '2004-12-12' }],
    ['2/30/2005', 2005, { unreadable: '2/30/2005' }],
    ['13/1/2005', 2005, { unreadable: '13/1/2005' }],
    ['6/27/2106', 2020, { value: '2106-06-27' }],
    ['9/30/201', 2016, { unreadable: '9/30/201' }],
    ['', 2016, { blank: true }],
  ])('%j in %i', (printed, fiscalYear, reading) => {
    expect(readDate(printed, fiscalYear)).toEqual(reading)
  })

  test('every day of the series is read, with two digits of its year or with four', () => {
    const days = fc.date({ min: new Date('1998-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.boolean(), (day, short) => {
        const iso = day.toISOString().slice(0, 10)
        const [year, month, date] = iso.split('-') as [string, string, string]
        const printed = `${Number(month)}/${Number(date)}/${short ? year.slice(2) : year}`
        expect(readDate(printed, Number(year))).toEqual({ value: iso })
      }),
    )
  })
})

test.each([
  ['DLIELC, Lackland AFB TX - 0', { unit: 'DLIELC, Lackland AFB TX', quantity: 0, notApplicable: false }],
  ['MOBILE TRAINING TEAM - N/A', { unit: 'MOBILE TRAINING TEAM', quantity: null, notApplicable: true }],
  ['- 6', { unit: '', quantity: 6, notApplicable: false }],
  ['Wright Patterson AFB , OH - DISCS - 0', { unit: 'Wright Patterson AFB , OH - DISCS', quantity: 0, notApplicable: false }],
  ['SPECIAL PROTECTION BATTALION-1', null],
  ['NSWU-1', null],
  ['12-05', null],
])('US unit %j', (printed, split) => {
  expect(splitDeliveryUnit(printed)).toEqual(split)
})

test.each([
  [['CIVIL-', 'MILITARY RELATIONS'], 'CIVIL-MILITARY RELATIONS'],
  [['WRIGHT PATTERSON AFB , OH -', 'DISAM'], 'WRIGHT PATTERSON AFB , OH - DISAM'],
  [['METALWKR BNCOC DL - 1', 'RESDNT'], 'METALWKR BNCOC DL - 1 RESDNT'],
  [['Asia-', '(Pacific)'], 'Asia- (Pacific)'],
  [['', ' a ', ''], 'a'],
])('lines %j', (lines, joined) => {
  expect(joinLines(lines)).toBe(joined)
})

test('dates that can be read in one way only, and a negative amount within its sign', () => {
  expect(['1-Oct-21', '1 October 2021', '2021-10-01'].map((printed) => readDate(printed, 2022))).toEqual(
    Array(3).fill({ value: '2021-10-01' }),
  )
  expect(['31-Feb-21', '1-Okt-21', '2021-13-01'].every((printed) => 'unreadable' in readDate(printed, 2022))).toBe(true)
  expect(['$(1,200)', '($1,200)', '$-1,200'].map(readCents)).toEqual(Array(3).fill({ value: -120_000 }))
})
