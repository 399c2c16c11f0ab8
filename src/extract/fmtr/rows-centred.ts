/**
 * Layout E: puts the words of a stretch of table together into rows whose cells are centred on the row.
 *
 * A cell's wrapped lines stand above and below the row's own line, so that lines at one height need not belong to one row.
 * Quantity, cost and dates never wrap: their heights are the rows' heights. A cell is the run of lines whose middle is that height.
 */
import type { Word } from '../../documents/page.js'
import { type Columns, placeWords } from './columns.js'
import { middle } from './lines.js'
import { type CellLine, cellLines, type RowPart } from './row.js'
import type { Role } from './table-header.js'

const numberRoles: readonly Role[] = ['quantity', 'cost', 'start', 'end']
const textRoles: readonly Role[] = ['title', 'location', 'recipient', 'delivery']

export interface CentredRows {
  rows: RowPart[]
  /** Lines above the first row that belong to none: the rest of a row that began on the page before. */
  above: RowPart | null
  /** Lines below the last row that belong to none: the beginning of a row that ends on the next page. */
  below: RowPart | null
  /** Lines that had to be given to the nearest row: they do not stand where its cells should. */
  outOfLine: Set<RowPart>
}

export function assembleCentred(page: number, words: readonly Word[], columns: Columns): CentredRows {
  const placed = placeWords(words, columns)
  const heights = rowHeights(numberRoles.flatMap((role) => placed[role] ?? []))
  const rows: RowPart[] = heights.map(() => ({ page, cells: {} }))
  const result: CentredRows = { rows, above: null, below: null, outOfLine: new Set() }
  for (const role of numberRoles) {
    for (const word of placed[role] ?? []) addLine(rows[nearest(heights, middle(word))]!, role, [word])
  }
  for (const role of textRoles) {
    const cell = placed[role]
    if (cell) deal(cellLines(page, cell), role, heights, result, page)
  }
  for (const row of rows) {
    // Words of one number cell ("$ 1,200") are one line.
    for (const role of numberRoles) {
      const lines = row.cells[role]
      if (lines && lines.length > 1) row.cells[role] = [lines.flat().sort((a, b) => a.left - b.left)]
    }
  }
  return result
}

/** Deals a column's lines to the rows from top to bottom: a cell begun with a line can only end at one line to be centred. */
function deal(lines: CellLine[], role: Role, heights: readonly number[], result: CentredRows, page: number): void {
  const { rows } = result
  let next = 0
  for (let row = 0; row < heights.length && next < lines.length; row++) {
    const height = heights[row]!
    const tolerance = 2.4
    if (lines[next]!.y > height + tolerance) continue // blank cell
    let end = next
    while (
      end + 1 < lines.length &&
      lines[end + 1]!.y - lines[end]!.y < lines[end]!.pitch &&
      // A line at the height of the next row is of that row or one below it.
      lines[end + 1]!.y < (heights[row + 1] ?? Number.POSITIVE_INFINITY) - tolerance &&
      (lines[next]!.y + lines[end]!.y) / 2 < height - tolerance
    ) {
      end++
    }
    const centre = (lines[next]!.y + lines[end]!.y) / 2
    if (Math.abs(centre - height) <= tolerance) {
      for (; next <= end; next++) addLine(rows[row]!, role, lines[next]!.words)
      continue
    }
    // The lines above the row's own cannot be its: the row before ran over, or a row of the page before goes on here.
    if (row === 0) {
      const own = closest(lines, next, height, heights[1] ?? Number.POSITIVE_INFINITY)
      for (; next < own; next++) {
        result.above ??= { page, cells: {} }
        addLine(result.above, role, lines[next]!.words)
      }
      row--
      if (own === lines.length) return
      continue
    }
    addLine(rows[row]!, role, lines[next]!.words)
    result.outOfLine.add(rows[row]!)
    next++
    row--
  }
  for (; next < lines.length; next++) {
    result.below ??= { page, cells: {} }
    addLine(result.below, role, lines[next]!.words)
  }
}

/** The first line from `from` on with which a cell centred on `height` can begin. */
function closest(lines: readonly { y: number }[], from: number, height: number, limit: number): number {
  for (let start = from + 1; start < lines.length; start++) {
    if (lines[start]!.y > height + 2.4) return start
    for (let end = start; end < lines.length && lines[end]!.y < limit; end++) {
      if (Math.abs((lines[start]!.y + lines[end]!.y) / 2 - height) <= 2.4) return start
    }
  }
  return lines.length
}

/** The heights of the rows' own lines: words of the number columns within 3 points of each other are one row. */
function rowHeights(words: readonly Word[]): number[] {
  const sorted = words.map(middle).sort((a, b) => a - b)
  const heights: number[] = []
  let first = 0
  for (let index = 0; index < sorted.length; index++) {
    if (index + 1 < sorted.length && sorted[index + 1]! - sorted[first]! <= 3) continue
    heights.push((sorted[first]! + sorted[index]!) / 2)
    first = index + 1
  }
  return heights
}

function nearest(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const half = (low + high) >> 1
    if (value <= (sorted[half]! + sorted[half + 1]!) / 2) high = half
    else low = half + 1
  }
  return low
}

function addLine(part: RowPart, role: Role, words: Word[]): void {
  const lines = part.cells[role]
  if (lines) lines.push(words)
  else part.cells[role] = [words]
}
