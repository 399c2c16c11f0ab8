import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { CSV_COLUMNS, CSV_HEADER, csvLine, dollars, ndjsonLine, publishTotal, publishTraining } from './publish.js'
import type { PrintedTotal, Training } from './records.js'

const place = { page: 7, pageLabel: 'IV-5', box: [36, 37, 728, 44] as [number, number, number, number], row: null }

function training(given: Partial<Training> = {}): Training {
  return {
    id: 't1',
    sourceSha256: 'ab'.repeat(32),
    sourceFile: 'report.pdf',
    report: '2012-2013',
    fiscalYear: 2012,
    status: 'delivered',
    region: 'Western Hemisphere',
    country: 'Mexico',
    countryCode: 'MEX',
    program: 'IMET-1',
    programCode: 'IMET',
    programFamily: 'IMET',
    agency: 'DoS',
    courseTitle: 'AIRBORNE',
    quantity: 2,
    quantityHeader: 'Qty',
    location: null,
    recipientUnit: 'SEDENA, "102/o."\nBatallón',
    deliveryUnit: null,
    deliveryQuantity: null,
    cents: 2091408,
    startPrinted: '1/2/2012',
    endPrinted: '-',
    startDate: '2012-01-02',
    endDate: null,
    places: [place, { ...place, page: 8, pageLabel: null }],
    flags: [{ code: 'X', note: 'seen, done' }],
    ...given,
  }
}

const total: PrintedTotal = {
  id: 'p1',
  sourceSha256: 'ab'.repeat(32),
  sourceFile: 'report.pdf',
  report: '2012-2013',
  level: 'country',
  region: null,
  country: 'Mexico',
  countryCode: 'MEX',
  program: null,
  fiscalYear: 2012,
  quantity: 9,
  cents: null,
  printed: 'Mexico Fiscal Year 2012 Totals 9',
  places: [place],
  flags: [],
}

test('dollars are a number with at most two decimals', () => {
  expect([0, 1, 15_00, 2_091_408, 123_456_789_01, 29, 57, 110].map(dollars)).toEqual([
    0, 0.01, 15, 20914.08, 123456789.01, 0.29, 0.57, 1.1,
  ])
  for (let cents = 0; cents < 200_000; cents++)
    if (!/^\d+(\.\d{1,2})?$/.test(String(dollars(cents)))) throw new Error(String(cents))
})

test('a training is published with the fields of the design, its first place on top', () => {
  const published = publishTraining(training())
  expect(published).toMatchObject({
    type: 'training',
    total_cost: 20914.08,
    page: 7,
    page_label: 'IV-5',
    box: [36, 37, 728, 44],
    row: null,
  })
  expect(published.places).toHaveLength(2)
  expect(published.places[1]).toEqual({ page: 8, page_label: null, box: [36, 37, 728, 44], row: null })
})

test('the CSV header is the union of both, and every field has its column', () => {
  const fields = new Set([...Object.keys(publishTraining(training())), ...Object.keys(publishTotal(total))])
  expect(new Set(CSV_COLUMNS)).toEqual(fields)
})

test('a CSV line gives back what was written', () => {
  const file = CSV_HEADER + csvLine(publishTraining(training())) + csvLine(publishTotal(total))
  const [first, second] = parse(file, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
  expect(first).toMatchObject({
    recipient_unit: 'SEDENA, "102/o."\nBatallón',
    end_printed: '-',
    end_date: '',
    level: '',
    box: '[36,37,728,44]',
  })
  expect(JSON.parse(first!.flags!)).toEqual([{ code: 'X', note: 'seen, done' }])
  expect(second).toMatchObject({ type: 'total', level: 'country', quantity: '9', total_cost: '', program: '', course_title: '' })
})

test('an NDJSON line is one line', () => {
  const line = ndjsonLine(publishTraining(training()))
  expect(line.indexOf('\n')).toBe(line.length - 1)
  expect(JSON.parse(line)).toEqual(publishTraining(training()))
})
