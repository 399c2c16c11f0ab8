import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printedTotal as total, training } from '../../test/ledger-facts.js'
import type { Place } from '../ledger/records.js'
import type { KnownDifference } from './known-differences.js'
import { compare, reconcile } from './reconcile.js'

const at = (page: number, top: number, left = 36): [Place] => [
  { page, pageLabel: null, box: [left, top, left + 300, top + 8], row: null },
]
const programTotal = (overrides: Parameters<typeof total>[0]) => total({ level: 'program', fiscalYear: 2012, ...overrides })
const scope = { report: '2012-2013', country: 'Freedonia', program: 'IMET-1', fiscalYear: 2012 }
const row = (overrides: Parameters<typeof training>[0]) => training({ ...scope, ...overrides })

describe('a total and a sum', () => {
  test('are balanced when equal', () => {
    expect(compare({ quantity: 3, cents: 1_000 }, { quantity: 3, cents: 1_000 })).toEqual({ status: 'balanced' })
  })
  test('are balanced when the total drops the cents of the rows', () => {
    expect(compare({ quantity: 1, cents: 2_091_400 }, { quantity: 1, cents: 2_091_408 })).toEqual({ status: 'balanced' })
  })
  test('are off by a whole dollar, and by one training session', () => {
    expect(compare({ quantity: 1, cents: 200 }, { quantity: 1, cents: 100 })).toEqual({ status: 'off', quantity: 0, cents: 100 })
    expect(compare({ quantity: 4, cents: 100 }, { quantity: 3, cents: 100 })).toEqual({ status: 'off', quantity: 1, cents: 0 })
  })
  test('are balanced when the total states no cost and no row has one', () => {
    expect(compare({ quantity: 1, cents: null }, { quantity: 1, cents: 0 })).toEqual({ status: 'balanced' })
  })
})

test('a total of a programme in a year sums its own scope and nothing else', () => {
  const rows = [
    row({ quantity: 1, cents: 100 }),
    row({ quantity: 1, cents: 100 }), // equal rows are not duplicates
    row({ quantity: 4, cents: null }),
    row({ quantity: 10, fiscalYear: 2013 }),
    row({ quantity: 20, program: 'FMF' }),
    row({ quantity: 40, country: 'Sylvania' }),
    row({ quantity: 80, report: '2013-2014' }),
  ]
  expect(reconcile(rows, [programTotal({ ...scope, quantity: 6, cents: 200 })])).toMatchObject([
    { status: 'balanced', trainings: 3, quantity: 6, cents: 200, finding: null },
  ])
})

test('a programme over its years and a country over its programmes count the plan too', () => {
  const rows = [
    row({ fiscalYear: 2000, status: 'delivered', quantity: 1, cents: 100 }),
    row({ fiscalYear: 2001, status: 'proposed', quantity: 2, cents: 200 }),
    row({ fiscalYear: 2001, status: 'proposed', program: 'FMF', quantity: 4, cents: 400 }),
  ]
  const totals = [
    total({ ...scope, level: 'fiscal_year', fiscalYear: 2001, quantity: 2, cents: 200 }),
    total({ ...scope, level: 'program', fiscalYear: null, quantity: 3, cents: 300 }),
    total({ ...scope, level: 'country', program: null, fiscalYear: null, quantity: 7, cents: 700 }),
  ]
  expect(reconcile(rows, totals).map(({ status }) => status)).toEqual(['balanced', 'balanced', 'balanced'])
})

test('a note in the heading is no other programme', () => {
  const rows = [
    row({ program: 'Section 1004', quantity: 1, cents: 0 }),
    row({ program: 'Section 1004 (Note 1)', quantity: 2, cents: 0 }),
  ]
  expect(reconcile(rows, [programTotal({ ...scope, program: 'Section 1004 (Note 1)', quantity: 3, cents: 0 })])[0]!.status).toBe(
    'balanced',
  )
})

describe('a total that is printed twice', () => {
  const rows = [
    row({ quantity: 1, cents: 0, places: at(1, 100) }),
    row({ quantity: 2, cents: 0, places: at(2, 100) }),
    row({ quantity: 4, cents: 0, places: at(2, 300) }),
  ]
  test('sums the rows since the one before, and the last one what follows it', () => {
    const totals = [
      programTotal({ ...scope, quantity: 1, cents: 0, places: at(1, 200) }),
      programTotal({ ...scope, quantity: 6, cents: 0, places: at(2, 200) }),
    ]
    expect(reconcile(rows, totals).map(({ quantity, status }) => [quantity, status])).toEqual([
      [1, 'balanced'],
      [6, 'balanced'],
    ])
  })
  test('in the right column of the page comes after the left one', () => {
    const left = row({ quantity: 1, cents: 0, places: at(1, 500, 36) })
    const right = row({ quantity: 2, cents: 0, places: at(1, 100, 400) })
    const totals = [
      programTotal({ ...scope, quantity: 1, cents: 0, places: at(1, 600, 36) }),
      programTotal({ ...scope, quantity: 2, cents: 0, places: at(1, 200, 400) }),
    ]
    expect(reconcile([left, right], totals).map(({ quantity }) => quantity)).toEqual([1, 2])
  })
  test.each<[string, (height: number) => [number, number, number, number]]>([
    ['with lines that run downwards', (height: number) => [600 - height, 36, 608 - height, 336]],
    ['with lines that run upwards', (height: number) => [height, 36, height + 8, 336]],
    ['upside down', (height: number) => [36, 600 - height, 336, 608 - height]],
  ])('sums the same rows on a page displayed %s', (_, box) => {
    const place = (height: number): [Place] => [{ page: 1, pageLabel: null, box: box(height), row: null }]
    const turned = [1, 2, 4].map((quantity, at) => row({ quantity, cents: 0, places: place([100, 140, 300][at]!) }))
    const totals = [
      programTotal({ ...scope, quantity: 3, cents: 0, places: place(200) }),
      programTotal({ ...scope, quantity: 4, cents: 0, places: place(400) }),
    ]
    expect(reconcile(turned, totals).map(({ quantity }) => quantity)).toEqual([3, 4])
  })
  test('in two files sums each its own file', () => {
    const inFile = (sourceSha256: string, quantity: number) => row({ sourceSha256, quantity, cents: 0, places: at(1, 100) })
    const totals = ['a', 'b'].map((sourceSha256, index) =>
      programTotal({ ...scope, sourceSha256, quantity: index + 1, cents: 0, places: at(1, 50) }),
    )
    expect(reconcile([inFile('a', 1), inFile('b', 2)], totals).map(({ quantity }) => quantity)).toEqual([1, 2])
  })
})

test('a country that goes on in the next file is summed over both, and a page in both files counts once', () => {
  const printed = (page: number, top: number): [Place] => [{ page, pageLabel: 'IV-35', box: [36, top, 700, top + 8], row: null }]
  const country = total({
    ...scope,
    level: 'country',
    program: null,
    fiscalYear: null,
    quantity: 3,
    cents: 0,
    printed: 'Country Totals: 3 $0',
  })
  const rows = [
    row({ sourceSha256: 'a', quantity: 1, cents: 0, places: at(34, 500) }),
    row({ sourceSha256: 'a', quantity: 2, cents: 0, places: printed(35, 100) }),
    // The copy stands on the first page of its file, under the heading of another page.
    row({ sourceSha256: 'b', quantity: 2, cents: 0, places: printed(1, 100), program: 'FMF' }),
  ]
  const totals = [
    { ...country, sourceSha256: 'a', places: printed(35, 200) },
    { ...country, sourceSha256: 'b', places: printed(1, 200) },
  ]
  expect(reconcile(rows, totals).map(({ quantity, status }) => [quantity, status])).toEqual([
    [3, 'balanced'],
    [3, 'balanced'],
  ])
})

test('the same course at the same height of two pages with one number is no page in two files', () => {
  const seminar = (sourceSha256: string, country: string) =>
    row({
      sourceSha256,
      country,
      quantity: 1,
      cents: 0,
      places: [{ page: 22, pageLabel: '22', box: [36, 222, 763, 229], row: null }],
    })
  const totals = ['Freedonia', 'Sylvania'].map((country, index) =>
    programTotal({ ...scope, country, sourceSha256: String(index), quantity: 1, cents: 0, places: at(22, 240) }),
  )
  const results = reconcile([seminar('0', 'Freedonia'), seminar('1', 'Sylvania')], totals)
  expect(results.map(({ status }) => status)).toEqual(['balanced', 'balanced'])
})

describe('a finding', () => {
  const finding = {
    status: 'report error',
    computedQuantity: 3,
    computedCents: 100,
  } as KnownDifference
  const known = ({ id }: { id: string }) => (id === 'p1' ? finding : null)
  const off = programTotal({ ...scope, id: 'p1', quantity: 4, cents: 100 })

  test('explains the total that it is about', () => {
    expect(reconcile([row({ quantity: 3, cents: 100 })], [off], known)[0]).toMatchObject({ status: 'report error', finding })
  })
  test('explains no other total, and none whose figures have changed since', () => {
    expect(reconcile([row({ quantity: 3, cents: 100 })], [{ ...off, id: 'p2' }], known)[0]!.status).toBe('unexplained')
    expect(reconcile([row({ quantity: 2, cents: 100 })], [off], known)[0]).toMatchObject({ status: 'unexplained', finding: null })
  })
  test('never makes a balanced total anything else', () => {
    expect(reconcile([row({ quantity: 4, cents: 100 })], [off], known)[0]).toMatchObject({ status: 'balanced', finding: null })
  })
})

test('every total that is the sum of its rows balances, and none after a row is changed', () => {
  const rows = fc.array(
    fc.record({
      country: fc.constantFrom('Freedonia', 'Sylvania'),
      program: fc.constantFrom('IMET-1', 'FMF'),
      fiscalYear: fc.constantFrom(2000, 2001),
      quantity: fc.integer({ min: 0, max: 500 }),
      cents: fc.integer({ min: 0, max: 10_000_000 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  fc.assert(
    fc.property(rows, fc.nat(), (facts, pick) => {
      const trainings = facts.map((fact, index) => row({ ...fact, id: `t${index}`, places: at(1, index * 10) }))
      const changed = trainings[pick % trainings.length]!
      const { country, program, fiscalYear } = changed
      const sum = (of: typeof trainings) =>
        of.reduce((one, { quantity, cents }) => ({ quantity: one.quantity + quantity!, cents: one.cents + cents! }), {
          quantity: 0,
          cents: 0,
        })
      const inProgram = trainings.filter((one) => one.country === country && one.program === program)
      const totals = [
        total({
          ...scope,
          level: 'fiscal_year',
          country,
          program,
          fiscalYear,
          ...sum(inProgram.filter((one) => one.fiscalYear === fiscalYear)),
        }),
        total({ ...scope, level: 'program', country, program, fiscalYear: null, ...sum(inProgram) }),
        total({
          ...scope,
          level: 'country',
          country,
          program: null,
          fiscalYear: null,
          ...sum(trainings.filter((one) => one.country === country)),
        }),
      ]
      expect(reconcile(trainings, totals).every(({ status }) => status === 'balanced')).toBe(true)
      const wrong = trainings.map((one) => (one === changed ? { ...one, quantity: one.quantity! + 1 } : one))
      expect(reconcile(wrong, totals).every(({ balance }) => balance.status === 'off' && balance.quantity === -1)).toBe(true)
    }),
  )
})
