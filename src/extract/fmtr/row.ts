/** A row as it is printed: words in columns, perhaps on two pages, before anything is made of them. */
import type { Box, Word } from '../../documents/page.js'
import { readTotalsLine, type TotalsLine } from './headings.js'
import { boxAround, type Line, middle, readLines, textOf } from './lines.js'
import { type Role, roles } from './table-header.js'
import { joinLines, looksLikeDate } from './values.js'

/** What of a row stands on one page (or page column). Each cell has its lines, from top to bottom. */
export interface RowPart {
  page: number
  /** The page column, from 0 at the left; 0 where it is not given. */
  column?: number
  cells: Partial<Record<Role, Word[][]>>
  /** Words of the row that belong to no cell. */
  unplaced?: Word[]
}

export interface PrintedRow {
  /** In the order of the pages. */
  parts: RowPart[]
}

/** Cell by cell, in the order of the columns. */
export function wordsOf(part: RowPart): Word[] {
  const words: Word[] = []
  for (const role of roles) {
    for (const line of part.cells[role] ?? []) for (const word of line) words.push(word)
  }
  if (part.unplaced) words.push(...part.unplaced)
  return words
}

/**
 * The box of a row: all its words and no other's. Where a word's box holds the whole height of its font (layouts B and C: 1.2 of
 * its size, more than the distance of two lines), the room above the letters is left out. Tenths of a point.
 */
export function boxOf(part: RowPart): Box {
  const words = wordsOf(part)
  const [left, top, right, bottom] = boxAround(words)
  const height = bottom - top
  const { size } = words[0]!
  const line = Math.min(height, size * 1.25)
  const above = line > size * 1.05 ? line * 0.13 : 0
  const below = line > size * 1.05 ? line * 0.04 : 0
  return inTenths([left, top + above, right, bottom - below])
}

export const inTenths = ([left, top, right, bottom]: Box): Box => [tenths(left), tenths(top), tenths(right), tenths(bottom)]

const tenths = (edge: number): number => Math.round(edge * 10) / 10

/** The text of a cell, its lines joined, over all pages. */
export function cellText({ parts }: PrintedRow, role: Role): string {
  const only = parts.length === 1 ? (parts[0]!.cells[role] ?? []) : null
  // Nearly every cell has one line or none; many are one word, which is a string that is known already.
  if (only && only.length <= 1) return only.length === 0 ? '' : textOf(only[0]!)
  const lines: string[] = []
  for (const part of parts) for (const line of part.cells[role] ?? []) lines.push(textOf(line))
  return joinLines(lines)
}

export interface CellLine {
  words: Word[]
  y: number
  /** The next line of the same cell is not farther below than this. */
  pitch: number
}

/** The words of one column as lines from top to bottom. */
export function cellLines(page: number, words: readonly Word[]): CellLine[] {
  return readLines({ number: page, width: 0, height: 0, words: words as Word[] }).map((line) => ({
    words: line.words,
    y: middle(line),
    pitch: Math.max(line.size, line.bottom - line.top) * 1.6,
  }))
}

/** Whether the part holds what only a row's own line holds: quantity, cost or dates. */
export const hasNumbers = (part: RowPart): boolean =>
  !!(part.cells.quantity ?? part.cells.cost ?? part.cells.start ?? part.cells.end)

/** Whether nothing but words under the dates makes the part a row, and they are no dates: a note on the margin, a stamp. */
export const isStray = ({ cells }: RowPart): boolean =>
  Object.keys(cells).every((role) => role === 'start' || role === 'end') &&
  ![...(cells.start ?? []), ...(cells.end ?? [])].some((line) => line.some(({ text }) => looksLikeDate(text)))

/** Whether a line without a header row above it can only be of a table: a line of totals, or an amount and two dates. */
export function looksTabular({ words }: Pick<Line, 'words'>): boolean {
  if (words.length > 60) return false
  const dates = words.filter(({ text }) => looksLikeDate(text)).length
  return (
    dates === 2 ||
    readTotalsLine(textOf(words.filter(({ text }) => !/^[$\d,.]+$/.test(text) || /^(19|20)\d\d$/.test(text)))) !== null
  )
}

/** The totals line that a part is. A line of totals may be written over a row, below the first lines of its title. */
export function totalsOf(part: RowPart): { line: TotalsLine; titleLines: number } | null {
  const lines = part.cells.title ?? []
  for (let first = 0; first < lines.length; first++) {
    const line = readTotalsLine(lines.slice(first).map(textOf).join(' '))
    if (line) return { line, titleLines: first }
  }
  return null
}
