import { expect, test } from 'vitest'
import type { ProgramHeading } from './headings.js'
import { firstFiscalYear, makeTotal, makeTraining, type PrintedTraining, readMoneyAndDates, recordId } from './make-records.js'

const facts = { sourceSha256: 'a'.repeat(64), sourceFile: 'report.pdf', firstYear: 2000 }
const heading: ProgramHeading = { region: 'Africa', country: 'Benin', program: 'Section 1004', fiscalYear: 2000, agency: 'DoD' }
const place = { page: 3, pageLabel: 'IV-3', box: [1, 2, 3, 4] as [number, number, number, number], row: null }

const printed = (changes: Partial<PrintedTraining> = {}): PrintedTraining => ({
  cells: {
    title: 'MET',
    quantity: '30',
    location: 'Benin',
    recipient: 'Navy',
    delivery: 'ODA 185',
    cost: '$1,200',
    start: '5/7/00',
    end: '5/9/00',
  },
  quantityHeader: 'Qty',
  deliveryHeader: 'US Unit',
  region: 'Africa',
  country: 'Benin',
  heading,
  places: [place],
  position: '3 quantity 1 2',
  flags: [],
  ...changes,
})
const codes = (training: { flags: { code: string }[] }) => training.flags.map(({ code }) => code)

test('a plain row', () => {
  expect(makeTraining(facts, printed())).toMatchObject({
    report: '2000-2001',
    fiscalYear: 2000,
    status: 'delivered',
    country: 'Benin',
    countryCode: 'BEN',
    program: 'Section 1004',
    agency: 'DoD',
    courseTitle: 'MET',
    quantity: 30,
    cents: 120_000,
    startDate: '2000-05-07',
    endPrinted: '5/9/00',
    deliveryUnit: 'ODA 185',
    deliveryQuantity: null,
    flags: [],
  })
})

test('the second year of a report is a plan', () => {
  expect(makeTraining(facts, printed({ heading: { ...heading, fiscalYear: 2001 } })).status).toBe('proposed')
})

test('a row that says it was cancelled is flagged, and keeps what the totals count', () => {
  const training = makeTraining(facts, printed({ cells: { ...printed().cells, recipient: 'CANCELD' } }))
  expect(training).toMatchObject({
    recipientUnit: 'CANCELD',
    quantity: 30,
    flags: [{ code: 'CANCELLED', note: 'Printed "CANCELD".' }],
  })
  expect(codes(makeTraining(facts, printed({ cells: { ...printed().cells, title: 'MET (cancelled)' } })))).toEqual(['CANCELLED'])
  expect(codes(makeTraining(facts, printed({ cells: { ...printed().cells, title: 'CANCER SCREENING' } })))).toEqual([])
})

test('the mark of a footnote behind a number is told, and the number is read', () => {
  const training = makeTraining(facts, printed({ cells: { ...printed().cells, quantity: '12*', cost: '$1,200 †' } }))
  expect(training).toMatchObject({
    courseTitle: 'MET',
    quantity: 12,
    cents: 120_000,
    flags: [
      { code: 'NUMBER_MARKED', note: 'Printed "12*".' },
      { code: 'NUMBER_MARKED', note: 'Printed "$1,200 †".' },
    ],
  })
})

test('blank is null and never zero, "N/A" is blank and says so', () => {
  const training = makeTraining(
    facts,
    printed({ cells: { title: 'MET', quantity: '1', recipient: 'N/A', delivery: '-', cost: '$' } }),
  )
  expect(training).toMatchObject({ recipientUnit: null, deliveryUnit: null, cents: null, location: null, startPrinted: null })
  expect(codes(training)).toEqual(['NOT_APPLICABLE', 'COST_BLANK'])
})

test('a number after the US unit is split off, and flagged where the header does not announce it', () => {
  const cells = { ...printed().cells, delivery: 'AFRICOM - 4' }
  const undeclared = makeTraining(facts, printed({ cells }))
  expect(undeclared).toMatchObject({ deliveryUnit: 'AFRICOM', deliveryQuantity: 4 })
  expect(codes(undeclared)).toEqual(['DELIVERY_QUANTITY_UNDECLARED'])
  expect(codes(makeTraining(facts, printed({ cells, deliveryHeader: 'US Unit - US Qty' })))).toEqual([])
})

test('unknown countries and programmes are flagged, not guessed', () => {
  const training = makeTraining(facts, printed({ country: 'Beninn', heading: { ...heading, program: 'Section 10004' } }))
  expect(training).toMatchObject({ countryCode: null, programCode: null, programFamily: null })
  expect(codes(training)).toEqual(['COUNTRY_WITHOUT_CODE', 'PROGRAM_UNKNOWN'])
})

test('dates that cannot be are kept as printed', () => {
  const training = makeTraining(facts, printed({ cells: { ...printed().cells, start: '2/30/00', end: '5/9/1900' } }))
  expect(training).toMatchObject({ startDate: null, startPrinted: '2/30/00', endDate: '1900-05-09' })
  expect(codes(training)).toEqual(['DATE_UNREADABLE', 'DATE_FAR_FROM_REPORT'])
})

test.each([
  // FMTR 2002–2003, Armenia: the amount stands under the start, the end on the next line under the title.
  [
    { title: 'Humanitarian Demining TRNG 9/16/02', cost: '', start: '$1,140,740', end: '5/3/02' },
    { title: 'Humanitarian Demining TRNG', cost: '$1,140,740', start: '5/3/02', end: '9/16/02' },
  ],
  // FMTR 2006–2007, Swaziland: a date under the cost.
  [
    { title: 'MET', cost: '$100 5/3/02', start: '', end: '5/9/02' },
    { title: 'MET', cost: '$100', start: '5/3/02', end: '5/9/02' },
  ],
  // FMTR 2016–2017, Ukraine: the amount printed twice, both dates under the end.
  [
    { title: 'DIILS', cost: '25832', start: '$25,832', end: '10/9/2015 10/10/20' },
    { title: 'DIILS', cost: '$25,832', start: '10/9/2015', end: '10/10/20' },
  ],
  [
    { title: 'ends on 5/3/02', cost: '$5', start: '5/3/02', end: '5/4/02' },
    { title: 'ends on 5/3/02', cost: '$5', start: '5/3/02', end: '5/4/02' },
  ],
])('money and dates of %j', (cells, expected) => {
  expect(readMoneyAndDates(cells, [])).toEqual({ delivery: '', ...expected })
})

test('a date cut off after two digits of its year is not read', () => {
  const cells = { ...printed().cells, start: '10/9/2015', end: '10/10/20' }
  const training = makeTraining({ ...facts, firstYear: 2016 }, printed({ cells, heading: { ...heading, fiscalYear: 2016 } }))
  expect(training).toMatchObject({ startDate: '2015-10-09', endDate: null, endPrinted: '10/10/20' })
})

test('a row that totals were written over has lost its numbers and is not blank', () => {
  const training = makeTraining(facts, printed({ cells: { location: 'Benin', start: '5/7/00', end: '5/9/00' }, lost: true }))
  expect(training).toMatchObject({ courseTitle: null, quantity: null, cents: null, location: 'Benin', flags: [] })
})

test.each([
  ['fiscal_year', 'Section 1004', 2000],
  ['program', 'Section 1004', null],
  ['country', null, null],
] as const)('the scope of a total of level %s', (level, program, fiscalYear) => {
  const total = makeTotal(facts, {
    line: { level, country: null, fiscalYear },
    quantity: '1,532',
    cost: '$5,658,747',
    printed: 'words',
    region: null,
    country: 'Mexico',
    heading,
    places: [place],
    position: 'x',
    flags: [],
  })
  expect(total).toMatchObject({
    level,
    country: 'Mexico',
    countryCode: 'MEX',
    program,
    fiscalYear,
    quantity: 1532,
    cents: 565_874_700,
  })
})

test('a report is named after the first year that its headings name often', () => {
  const of = (year: number, count: number) => Array.from({ length: count }, () => ({ ...heading, fiscalYear: year }))
  expect(firstFiscalYear([...of(2001, 40), ...of(2000, 50)])).toBe(2000)
  // One misprinted heading does not make an older report.
  expect(firstFiscalYear([...of(2012, 60), ...of(2002, 1)])).toBe(2012)
})

test('ids differ by file, kind and position alone', () => {
  const ids = [
    recordId('training', 'a', '1'),
    recordId('total', 'a', '1'),
    recordId('training', 'b', '1'),
    recordId('training', 'a', '2'),
  ]
  expect(new Set(ids).size).toBe(4)
  expect(recordId('training', 'a', '1')).toBe(ids[0])
})

test('a unit under the start goes back to its column, and the dates to theirs (FMTR 2003–2004, Korea and Singapore)', () => {
  const row = (delivery: string) =>
    makeTraining(
      facts,
      printed({
        cells: {
          title: 'Flash Sabre 03-2 8/22/00',
          quantity: '0',
          location: 'Tuas',
          recipient: 'Regiment',
          delivery,
          cost: '',
          start: 'ST-5C',
          end: '8/6/00',
        },
      }),
    )
  expect(row('')).toMatchObject({
    courseTitle: 'Flash Sabre 03-2',
    deliveryUnit: 'ST-5C',
    startDate: '2000-08-06',
    endDate: '2000-08-22',
    cents: null,
  })
  expect(row('4th POG 7th POG').deliveryUnit).toBe('ST-5C 4th POG 7th POG')
  expect(codes(row(''))).toEqual(['UNIT_OUTSIDE_COLUMN', 'DATE_OUTSIDE_COLUMN', 'COST_BLANK'])
  // A word under the start alone says nothing of the row.
  const unread = makeTraining(facts, printed({ cells: { ...printed().cells, cost: '', start: 'ST-5C', end: '8/6/00' } }))
  expect(unread).toMatchObject({ deliveryUnit: 'ODA 185', startDate: null, startPrinted: 'ST-5C', endDate: '2000-08-06' })
})

test('letters printed from another table stay as printed, with the reading in a flag', () => {
  const { recipientUnit, flags } = makeTraining(
    facts,
    printed({ cells: { ...printed().cells, recipient: 'Policφa Control de Drogas' } }),
  )
  expect(recipientUnit).toBe('Policφa Control de Drogas')
  expect(flags).toEqual([{ code: 'REPAIRED_TEXT', note: '"Policφa Control de Drogas" reads "Policía Control de Drogas".' }])
})
