import { expect, test } from 'vitest'
import type { Word } from '../../documents/page.js'
import { columnsByEdges } from './columns.js'
import { partLine } from './grid.js'
import { type Line, lineOf } from './lines.js'
import { cellText } from './row.js'
import { readTop } from './rows-down.js'
import type { Strip } from './strips.js'

const columns = columnsByEdges(
  { layout: 'C', cells: [], left: 36, right: 740 },
  { titleLeft: 36, quantityRight: 174, locationLeft: 178, recipientLeft: 315, deliveryLeft: 438, costRight: 648, endLeft: 700 },
)
const grid = { part: partLine, pitch: 8, hadRoom: () => false }
const strip = { page: 1, column: 0 } as Strip

const word = (text: string, left: number, y: number): Word => ({
  text,
  left,
  right: left + text.length * 3.5,
  top: y - 4,
  bottom: y + 4,
  size: 7,
  bold: false,
})
/** Words of a line, each run a space apart from its `left` on. */
function line(y: number, ...runs: [left: number, text: string][]): Line {
  const words = runs.flatMap(([left, text]) => {
    let at = left
    return text.split(' ').map((one) => {
      const next = word(one, at, y)
      at = next.right + 2
      return next
    })
  })
  return lineOf(1, words)
}
const row = (y: number) =>
  line(
    y,
    [36, 'Infantry Course'],
    [170.5, '2'],
    [178, 'Fort Benning, GA'],
    [315, 'Battalion 3 of the'],
    [627, '$1,200'],
    [660, '1/2/2003'],
    [706, '2/3/2003'],
  )
const wrapped = (y: number) => line(y, [315, 'Infantry'])
const read = (...lines: Line[]) => readTop(strip, lines, columns, grid)
const unitOf = (lines: ReturnType<typeof read>) => cellText({ parts: lines.flatMap(({ part }) => part ?? []) }, 'recipient')
const notesOf = (lines: ReturnType<typeof read>) =>
  lines.flatMap(({ notes }) => notes.map((words) => words.map(({ text }) => text).join(' ')))

test('a cell goes on at the distance of lines', () => {
  const lines = read(row(100), wrapped(108))
  expect(unitOf(lines)).toBe('Battalion 3 of the Infantry')
  expect(notesOf(lines)).toEqual([])
})

test.each([
  ['farther below than a line', line(112, [36, 'a/ With others.'])],
  ['nearer than a line', line(103, [36, 'a/ With others.'])],
  ['through several columns', line(116, [100, 'This course was held elsewhere, see the memorandum of the fourth of May'])],
  ['in the dates, without one', line(116, [680, 'checked'])],
])('what stands %s goes on with no cell', (_, note) => {
  const last = row(100)
  const lines = read(last, ...[wrapped(108), note].sort((one, other) => one.top - other.top))
  expect(unitOf(lines)).toBe('Battalion 3 of the Infantry')
  expect(notesOf(lines)).toEqual([note.words.map(({ text }) => text).join(' ')])
})

test('what stands beside the cells of a row is left out, and the row is in doubt', () => {
  const beside = row(100)
  const lines = read(lineOf(1, [...beside.words, word('checked', 560, 100)]))
  expect(notesOf(lines)).toEqual(['checked'])
  expect(lines[0]!.doubts).toEqual(['note'])
})

test('units that writers indented by hand stay', () => {
  expect(unitOf(read(row(100), line(108, [330, '(a) Sylvania - 1'])))).toBe('Battalion 3 of the (a) Sylvania - 1')
})
