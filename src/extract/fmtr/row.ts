/** A row as it is printed: words in columns, perhaps on two pages, before anything is made of them. */
import type { Word } from '../../documents/page.js'
import { boxAround, middle, readLines, textOf } from './lines.js'
import type { Role } from './table-header.js'
import { joinLines } from './values.js'

/** What of a row stands on one page (or page column). Each cell has its lines, from top to bottom. */
export interface RowPart {
  page: number
  cells: Partial<Record<Role, Word[][]>>
}

export interface PrintedRow {
  /** In the order of the pages. */
  parts: RowPart[]
}

export function wordsOf(part: RowPart): Word[] {
  return Object.values(part.cells).flat(2)
}

export const boxOf = (part: RowPart) => boxAround(wordsOf(part))

/** The text of a cell, its lines joined, over all pages. */
export function cellText(row: PrintedRow, role: Role): string {
  return joinLines(row.parts.flatMap((part) => part.cells[role] ?? []).map(textOf))
}

/** The words of one cell as lines from top to bottom. */
export function cellLines(page: number, words: readonly Word[]): { words: Word[]; y: number }[] {
  return readLines({ number: page, width: 0, height: 0, words: words as Word[] }).map((line) => ({
    words: line.words,
    y: middle(line),
  }))
}

/** Whether the part holds what only a row's own line holds: quantity, cost or dates. */
export const hasNumbers = (part: RowPart): boolean =>
  ['quantity', 'cost', 'start', 'end'].some((role) => part.cells[role as Role])
