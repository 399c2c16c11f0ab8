import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Word } from '../../documents/page.js'
import { columnsUnderHeader } from './columns.js'
import { textOf } from './lines.js'
import { assembleCentred } from './rows-centred.js'
import type { Role, TableHeader } from './table-header.js'

const lefts: Record<Role, number> = {
  title: 36,
  quantity: 216,
  location: 252,
  recipient: 378,
  delivery: 504,
  cost: 630,
  start: 684,
  end: 738,
}
const header: TableHeader = {
  layout: 'E',
  cells: (Object.entries(lefts) as [Role, number][]).map(([role, left]) => ({ role, printed: role, left, right: left + 20 })),
  left: 36,
  right: 758,
}
const PITCH = 9.2

/** One word a line; `y` is the middle. */
const word = (text: string, left: number, y: number): Word => ({
  text,
  left,
  right: left + 20,
  top: y - 3.4,
  bottom: y + 3.4,
  size: 7,
  bold: false,
})

interface Row {
  cells: Partial<Record<Role, number>>
}

/** Prints rows as layout E does: a row is as high as its tallest cell, and every cell is centred on it. */
function print(rows: readonly Row[]): Word[] {
  const words: Word[] = []
  let top = 50
  for (const [index, { cells }] of rows.entries()) {
    const height = Math.max(1, ...Object.values(cells)) * PITCH
    const centre = top + height / 2
    for (const [role, lines] of Object.entries(cells) as [Role, number][]) {
      for (let line = 0; line < lines; line++)
        words.push(word(`${role}${index}.${line}`, lefts[role], centre + (line - (lines - 1) / 2) * PITCH))
    }
    top += height
  }
  return words
}

const lines = fc.integer({ min: 0, max: 5 })
const rowOf = fc
  .record({ title: lines, location: lines, recipient: lines, delivery: lines, start: fc.integer({ min: 0, max: 1 }) })
  .map(({ title, location, recipient, delivery, start }): Row => {
    const all = { title, quantity: 1, location, recipient, delivery, cost: 1, start }
    return { cells: Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0)) }
  })

test('however cells wrap, each line comes back to its own row', () => {
  fc.assert(
    fc.property(
      fc.array(rowOf, { minLength: 1, maxLength: 25 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 1000 })),
      (rows, order) => {
        // The order of the words in the file must not matter.
        const shuffled = print(rows)
          .map((one) => ({ one, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const result = assembleCentred(1, shuffled, columnsUnderHeader(header))
        expect(result.above).toBeNull()
        expect(result.below).toBeNull()
        expect(result.outOfLine.size).toBe(0)
        expect(
          result.rows.map(({ cells }) =>
            Object.fromEntries(Object.entries(cells).map(([role, printed]) => [role, printed.map(textOf)])),
          ),
        ).toEqual(
          rows.map(({ cells }, index) =>
            Object.fromEntries(
              Object.entries(cells).map(([role, count]) => [
                role,
                Array.from({ length: count }, (_, line) => `${role}${index}.${line}`),
              ]),
            ),
          ),
        )
      },
    ),
  )
})

test('a cell that is not centred takes no lines of the rows below it', () => {
  // FMTR 2017–2018, Afghanistan, p. 4: a title of three lines whose last stands beside the numbers.
  const rows = print([1, 1, 1].map(() => ({ cells: { title: 1, quantity: 1, cost: 1 } })))
  const above = [
    word('first', lefts.title, 54.6 - 2 * PITCH),
    word('second', lefts.title, 54.6 - PITCH),
    word('0', lefts.quantity, 20),
  ]
  const result = assembleCentred(1, [...above, ...rows], columnsUnderHeader(header))
  expect(result.rows.map(({ cells }) => cells.title?.map(textOf))).toEqual([
    undefined,
    ['first', 'second', 'title0.0'],
    ['title1.0'],
    ['title2.0'],
  ])
  expect(result.outOfLine).toEqual(new Set([result.rows[1]]))
})

test('lines above the first row are the rest of a row of the page before', () => {
  const words = [word('rest', lefts.recipient, 45), ...print([{ cells: { title: 1, quantity: 1, recipient: 1, cost: 1 } }])]
  const { above, rows } = assembleCentred(1, words, columnsUnderHeader(header))
  expect(above?.cells.recipient?.map(textOf)).toEqual(['rest'])
  expect(rows[0]!.cells.recipient?.map(textOf)).toEqual(['recipient0.0'])
})

test('lines below the last row begin a row that ends on the next page', () => {
  const words = [...print([{ cells: { title: 1, quantity: 1, cost: 1 } }]), word('begins', lefts.title, 90)]
  const { below } = assembleCentred(1, words, columnsUnderHeader(header))
  expect(below?.cells.title?.map(textOf)).toEqual(['begins'])
})

test('a hundred thousand words without a row are read in time that grows with their number', () => {
  const words = Array.from({ length: 100_000 }, (_, index) => word('w', lefts.title + (index % 100), 40 + (index % 500)))
  const started = performance.now()
  assembleCentred(1, [...words, word('1', lefts.quantity, 560)], columnsUnderHeader(header))
  expect(performance.now() - started).toBeLessThan(3000)
})
