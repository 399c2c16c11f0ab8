/** What a page says in the place of a title, sessions or cost that a row lacks: "not printed" only where nothing is. */
import type { Training } from '../ledger/records.js'
import type { Messages } from './messages/messages.js'

type Flagged = Pick<Training, 'flags'>
const isFlagged = ({ flags }: Flagged, wanted: string): boolean => flags.some(({ code }) => code === wanted)

/** The report prints a line of totals over the row: title, sessions and cost were printed, and cannot be read. */
export const isOverprinted = (row: Flagged): boolean => isFlagged(row, 'OVERPRINTED_BY_TOTALS')

export function lackIn({ figures }: Messages, row: Flagged, column: 'title' | 'quantity' | 'cost'): string {
  if (isOverprinted(row)) return figures.printedOver
  return isFlagged(row, `${column.toUpperCase()}_UNREADABLE`) ? figures.unreadable : figures.notPrinted
}

/** The same of a course title that stands alone, without the name of its field. */
export const noCourseIn = ({ training }: Messages, row: Flagged): string =>
  isOverprinted(row) ? training.courseOver : training.noCourse
