import { expect, test } from 'vitest'
import type { Place, PrintedTotal, Training } from '../ledger/records.js'
import { inDocumentOrder } from './document-order.js'

const at = (page: number, left: number, top: number): Place => ({
  page,
  pageLabel: null,
  box: [left, top, left + 200, top + 8],
  row: null,
})
const training = (id: string, place: Place) => ({ id, places: [place] }) as Training
const total = (id: string, place: Place) => ({ id, places: [place] }) as PrintedTotal
const order = (...given: Parameters<typeof inDocumentOrder>) => inDocumentOrder(...given).map((item) => item.record.id)

test('totals stand between the trainings, page by page and from top to bottom', () => {
  expect(
    order(
      [training('a', at(1, 36, 90)), training('b', at(1, 36, 120)), training('c', at(2, 36, 40))],
      [total('A', at(1, 36, 100)), total('C', at(2, 36, 60))],
    ),
  ).toEqual(['a', 'A', 'b', 'c', 'C'])
})

test('a page of two columns is read column by column', () => {
  const trainings = [training('a', at(1, 58, 100)), training('b', at(1, 58, 700)), training('c', at(1, 320, 90))]
  const totals = [total('B', at(1, 58, 720)), total('C', at(1, 320, 110))]
  expect(order(trainings, totals, { count: 2, width: 612 })).toEqual(['a', 'b', 'B', 'c', 'C'])
})

test('rows of an HTML table follow their ordinals', () => {
  const row = (ordinal: number): Place => ({ page: null, pageLabel: null, box: null, row: ordinal })
  expect(
    order([training('a', row(3)), training('b', row(9))], [total('A', row(4)), total('B', row(10)), total('C', row(11))]),
  ).toEqual(['a', 'A', 'b', 'B', 'C'])
})

test('the order of each list is kept, whatever the places say', () => {
  expect(order([training('a', at(1, 36, 200)), training('b', at(1, 36, 100))], [])).toEqual(['a', 'b'])
})
