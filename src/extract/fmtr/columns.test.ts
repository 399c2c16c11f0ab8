import { expect, test } from 'vitest'
import type { Word } from '../../documents/page.js'
import { columnsByEdges, placeShiftedLine, placeWords } from './columns.js'
import type { TableHeader } from './table-header.js'

const header: TableHeader = { layout: 'C', cells: [], left: 36, right: 740 }
const columns = columnsByEdges(header, {
  titleLeft: 40,
  quantityRight: 174,
  locationLeft: 178,
  recipientLeft: 315,
  deliveryLeft: 438,
  costRight: 648,
  endLeft: 700,
})
/** Words from left to right, each where its cell begins. */
const words = (...cells: [left: number, text: string][]): Word[] =>
  cells.flatMap(([left, text]) =>
    text.split(' ').map((word, index, all) => {
      const from = left + all.slice(0, index).join(' ').length * 3.8 + (index > 0 ? 3 : 0)
      return { text: word, left: from, top: 0, right: from + word.length * 3.8, bottom: 8, size: 7, bold: false }
    }),
  )
const texts = (cells: Partial<Record<string, Word[]>> | null) =>
  cells && Object.fromEntries(Object.entries(cells).map(([role, found]) => [role, found!.map(({ text }) => text).join(' ')]))

// FMTR 2003–2004, East Asia and Pacific, p. 26.
const flashSabre = (location: string) =>
  placeWords(words([36, 'Flash Sabre 03-2'], [178, location], [438, '1st Commando'], [660, 'ST-5C'], [712, '8/6/2003']), columns)

test('a location that runs over moved the unit under the US unit, and the US unit under the start', () => {
  expect(texts(placeShiftedLine(flashSabre('Hendon Camp Army Base, Tuas Naval Base'), columns))).toEqual({
    title: 'Flash Sabre 03-2',
    location: 'Hendon Camp Army Base, Tuas Naval Base',
    recipient: '1st Commando',
    start: 'ST-5C',
    end: '8/6/2003',
  })
})

test('where the location keeps to its column, the unit is left where it stands', () => {
  expect(placeShiftedLine(flashSabre('Hendon Camp'), columns)).toBe(null)
})

test('a number with the mark of a footnote hanging behind it stands in its column', () => {
  const marked = { ...words([163, '12*'])[0]!, right: 177 }
  expect(texts(placeWords([...words([36, 'MET']), marked, ...words([178, 'Benin'])], columns))).toEqual({
    title: 'MET',
    quantity: '12*',
    location: 'Benin',
  })
})
