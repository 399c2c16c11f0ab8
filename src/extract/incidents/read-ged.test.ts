/** UCDP events: one-sided violence is an allegation, combat is none. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Cells, table } from '../../../test/sheets.js'
import { readDelimited } from '../../documents/delimited.js'
import { entityId } from '../../ledger/changesets/entity-facts.js'
import type { Property } from '../../ledger/entities.js'
import { futureDates, readList, recogniseList } from '../take-list.js'

const row = (more: Cells = {}): Cells => ({
  id: '7',
  type_of_violence: '3',
  side_a_new_id: '86',
  side_a: 'Government of Central African Republic',
  side_b: 'Civilians',
  number_of_sources: '2',
  source_article: 'Invented News, 2009-02-25',
  source_original: 'a hospital',
  where_prec: '1',
  where_description: 'Bangui city',
  country: 'Central African Republic',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2009-02-20T00:00:00',
  date_end: '2009-02-21T00:00:00',
  deaths_civilians: '3',
  best: '3',
  high: '20',
  low: '0',
  longitude: '18.58',
  latitude: '4.36',
  ...more,
})
const read = (rows: Cells[]) => {
  const sheet = table(rows)
  expect(recogniseList(sheet)).toBe('UCDP events')
  return readList(sheet, 'UCDP events', 's', { seenOn: null, entries: new Map(), file: 'ged.csv' })
}
const of = (result: ReturnType<typeof read>, property: Property) =>
  result.facts.statements.filter((statement) => statement.property === property)

test('one-sided violence is said by whom UCDP names, of the side as printed, with the numbers as estimates', () => {
  const result = read([row()])
  const incident = entityId('incident', 'UCDP GED', '7')
  expect(of(result, 'occurrence')).toMatchObject([
    {
      entity: incident,
      speaker: 'a hospital',
      firstCited: '[2009-02-20,2009-02-21)',
      lastCited: '[2009-02-21,2009-02-22)',
      details: { reported_in: 'Invented News, 2009-02-25' },
    },
  ])
  expect(of(result, 'violation')).toMatchObject([{ value: 'one-sided violence', details: {} }])
  expect(of(result, 'victims')).toMatchObject([{ details: { low: 0, high: 20, kind: 'deaths' } }])
  expect(of(result, 'perpetrator')).toMatchObject([{ value: 'Government of Central African Republic' }])
})

test('a government is a body and never a unit, any other side an organisation; each is named once', () => {
  const result = read([row(), row({ id: '8' }), row({ id: '9', side_a: 'LRA', side_a_new_id: '488' })])
  expect([...result.facts.entities.values()].filter((kind) => kind !== 'incident')).toEqual(['body', 'organization'])
  expect(of(result, 'name').map(({ value }) => value)).toEqual(['Government of Central African Republic', 'LRA'])
})

test('a day that is not known is one imprecise date, not a span', () => {
  const [occurrence] = of(read([row({ date_prec: '4', date_start: '2009-02-01', date_end: '2009-02-28' })]), 'occurrence')
  expect([occurrence!.firstCited, occurrence!.lastCited, occurrence!.starts]).toEqual(['[2009-02-01,2009-03-01)', null, null])
})

test('combat is told as not taken over and leaves nothing in the ledger; broken rows lose themselves alone', () => {
  const result = read([
    row({ id: '1', type_of_violence: '1' }),
    row({ id: '2', type_of_violence: '2' }),
    row({ id: '3', type_of_violence: 'x' }),
    row({ id: '' }),
    row(),
    row(),
  ])
  expect(result.counts).toEqual({ rows: 6, refused: 3 })
  expect(result.losses.map(({ row, code }) => [row, code])).toEqual([
    [2, 'ROW_IS_COMBAT'],
    [3, 'ROW_IS_COMBAT'],
    [4, 'ROW_INCOMPLETE'],
    [5, 'ROW_INCOMPLETE'],
    [7, 'ROW_REPEATED'],
  ])
  expect(of(result, 'occurrence')).toHaveLength(1)
})

test('numbers and dates that are none are doubts; an incident in the future is told with its row', () => {
  const result = read([
    row({ best: 'many', date_start: '2009-02-31' }),
    row({ id: '8', date_start: '2099-01-01', date_end: '2099-01-01' }),
  ])
  expect(result.losses.map(({ row, code }) => [row, code])).toEqual([
    [2, 'DATE_IMPOSSIBLE'],
    [2, 'VALUE_UNEXPECTED'],
  ])
  expect(futureDates(result.facts.statements, '2026-01-01')).toMatchObject([
    { row: 3, code: 'DATE_IN_FUTURE', text: '2099-01-01' },
  ])
})

const given = new URL('../../../../shared/data/incidents/ged_central_african_republic_v23_1.csv', import.meta.url)
test.skipIf(!existsSync(given))('the given events are all read or told', () => {
  const sheet = readDelimited(readFileSync(given), { file: 'ged.csv' })
  const result = readList(sheet, 'UCDP events', 's', { seenOn: null, entries: new Map(), file: 'ged.csv' })
  expect(result.counts).toEqual({ rows: 1848, refused: 0 })
  expect(result.losses.filter(({ code }) => code === 'ROW_IS_COMBAT')).toHaveLength(772)
  expect([...result.facts.entities.values()].filter((kind) => kind === 'incident')).toHaveLength(1076)
  expect([...result.facts.entities.values()].includes('unit')).toBe(false)
  expect(result.losses.filter(({ outcome }) => outcome === 'flagged')).toEqual([])
})
