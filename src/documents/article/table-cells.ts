/**
 * Rows of tables in an article's text: a line each, its cells parted by bars. Plain text parts them by bars, tabs or wide spaces.
 *
 * "Army names GOC | The Post" is no row: two bars are needed, or a tab.
 */
import type { RawBlock } from './article-text.js'

export const betweenCells = ' | '

const parting = /[ \u00a0]*(?:\t|\|| {3,})[ \u00a0\t|]*/g
/** Longer ones are prose in a table that only lays out a page. */
const longestCell = 160
const longestRow = 800

/** Where the cells of a row stand; none where the stretch is no row. */
export function cellsOf(text: string, start: number, end: number): { start: number; end: number }[] {
  if (end - start > longestRow) return []
  const line = text.slice(start, end)
  if (!/[\t|]| {3}/.test(line)) return []
  const cells: { start: number; end: number }[] = []
  let from = 0
  for (const match of line.matchAll(parting)) {
    if (match.index > from) cells.push({ start: start + from, end: start + match.index })
    from = match.index + match[0].length
  }
  if (from < line.length) cells.push({ start: start + from, end })
  const parted = cells.length > 2 || (cells.length === 2 && line.includes('\t'))
  return parted && cells.every((cell) => cell.end - cell.start <= longestCell) ? cells : []
}

/**
 * Puts together what a row of a table left in `raw` from `first` on, where `cells` of its cells hold something: one line each. A row with a list, a
 * heading or prose in it lays out a page and stays as it is.
 */
export function joinCells<T extends RawBlock>(raw: T[], first: number, cells: number): void {
  const row = raw.slice(first)
  if (row.length < 2 || row.length !== cells) return
  const text = row.map((block) => block.text.replaceAll('|', '/')).join(betweenCells)
  if (text.length > longestRow || row.some((block) => block.kind !== row[0]!.kind || block.text.length > longestCell)) return
  raw.splice(first, row.length, { ...row[0]!, text })
}
