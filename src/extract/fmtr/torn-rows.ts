/** Rows that the source tore in two, or wrote a line of totals over: which cells are whose. */
import { textOf } from './lines.js'
import type { PrintedRow, RowPart } from './row.js'
import { isDollars, looksLikeDate, readQuantity } from './values.js'

/**
 * Whether a part is the second half of a row that the source tore in two at a line break within a cell: its first cells are empty
 * or the rest of the torn cell, and the amount stands under the units (FMTR 2015–2016, Bangladesh, PKO).
 */
export function isTorn(part: RowPart, before: PrintedRow): boolean {
  const quantity = part.cells.quantity
  // Nearly every row is decided here.
  if (!quantity || before.parts.some(({ cells }) => cells.cost || cells.start)) return false
  if ('value' in readQuantity(textOf(quantity.flat()))) return false
  return !part.cells.cost && (part.cells.recipient ?? []).flat().some((word) => isDollars(word.text))
}

/** The second half's cells where they belong: unit, US unit, amount, start. */
export function tornCells({ page, cells }: RowPart): RowPart {
  const amounts = [...(cells.location ?? []), ...(cells.recipient ?? [])].flat()
  const dates = (cells.delivery ?? []).flat()
  const placed: RowPart['cells'] = {
    cost: [amounts.filter((word) => isDollars(word.text))],
    start: [dates.filter((word) => looksLikeDate(word.text))],
  }
  if (cells.title) placed.recipient = cells.title
  if (cells.quantity) placed.delivery = cells.quantity
  const unplaced = [...amounts.filter((word) => !isDollars(word.text)), ...dates.filter((word) => !looksLikeDate(word.text))]
  return { page, cells: placed, unplaced }
}

/** What a line of totals left of the row it was written over: all but title, quantity and cost. */
export function cellsLeft({ cells }: RowPart, titleLines: number): RowPart['cells'] {
  const { quantity: _quantity, cost: _cost, title, ...left } = cells
  return titleLines > 0 && title ? { ...left, title: title.slice(0, titleLines) } : left
}
