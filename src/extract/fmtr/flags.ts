/** Every doubt and repair that reading a training report can put on a row: what was seen and what was done. Codes are never reused. */
import type { Flag } from '../../ledger/records.js'

export const flagMeanings = {
  QUANTITY_BLANK: 'No number stands in the quantity column. Quantity is null and counts as nothing in sums.',
  QUANTITY_UNREADABLE:
    'What stands in the quantity column is not a whole number. Quantity is null; the note keeps what is printed.',
  NUMBER_MARKED: 'The mark of a footnote stands behind a number ("12*"). The number is read; what the footnote says is not.',
  COST_BLANK: 'Nothing, or only the dollar sign, stands in the cost column. Cost is null: unknown, not free.',
  COST_UNREADABLE: 'What stands in the cost column is not an amount of dollars. Cost is null; the note keeps what is printed.',
  COST_OUTSIDE_COLUMN: 'The amount stands in a neighbouring column (seen under the dates in 2002–2003). It was read as the cost.',
  DATE_UNREADABLE: 'What stands in a date column is not a date of the calendar. The date is null, the printed text is kept.',
  DATE_OUTSIDE_COLUMN:
    'A date stands in a neighbouring column. It was read as the date of the nearest date column that was empty.',
  DATES_REVERSED: 'The printed end is before the printed start. Both are kept as printed.',
  DATE_FAR_FROM_REPORT: 'A date lies more than five years from the fiscal year. It is kept as printed.',
  NOT_APPLICABLE: 'A cell prints "N/A". It was read as blank.',
  DELIVERY_QUANTITY_UNDECLARED:
    'The cell under the US unit ends in a number ("- 0") though the header does not announce one. It was split off as the delivery quantity.',
  DELIVERY_QUANTITY_NOT_APPLICABLE:
    'The cell under the US unit ends in "- N/A". The unit was read without it; the delivery quantity is null.',
  COUNTRY_WITHOUT_CODE: 'The printed country has no ISO 3166 code, or the table of countries does not know the printed form.',
  PROGRAM_UNKNOWN: 'The table of programmes does not know the printed heading. Code and family are null.',
  TITLE_BLANK: 'No words stand in the title column. The course title is null.',
  ACROSS_PAGES:
    'The row begins on one page and ends on the next. All its places are kept; the first is where quantity and cost stand.',
  CUT_BY_MISSING_PAGE:
    'Going by the printed page numbers, the page after this row is missing from the file. The rest of its cells may stand there.',
  CELL_OUT_OF_LINE: 'A cell does not stand where the rest of its row stands. It was read with the nearest row.',
  NOTE_AMID_CELLS:
    'Words stand in or beside the row as no cell of the table does: they begin at no column, run over one, or stand too close to other lines. What could be told apart is left out and listed as unread; a cell may hold or lack some of it.',
  COUNTRY_FROM_TOTALS: 'No heading names the country; it was read from the line of its totals.',
  FISCAL_YEAR_FROM_TOTALS:
    'The heading ends in "FY" without a year; the year was read from the words of the line of totals below it.',
  PROGRAM_HEADING_MISSING: 'No programme heading stands above the row. It was read with the heading before.',
  PAGE_HEADING_DIFFERS:
    "The heading of the page names another programme than the heading of the table, which its totals sum. The table's was used.",
  ROW_TORN:
    'The source broke the row in two at a line break within a cell, so that its second half stands under the wrong columns. It was put together.',
  TOTAL_WITH_STRAY_CELLS: 'A line of totals carries words or dates in other columns. Only its numbers were read.',
  OVERPRINTED_BY_TOTALS:
    'At the source the line of totals was written over this row: title, quantity and cost are lost and null. The totals count it.',
  UNIT_OUTSIDE_COLUMN:
    'A unit stands to the right of its column: under the US unit, before the cost or under the start. It was read where it belongs.',
  LETTERS_UNKNOWN: 'The file does not say which letters stand in a cell, where the page shows some. They are given as "\ufffd".',
  TEXT_RECOGNISED:
    'The page is a picture, and its words were recognised from it by a program. Letters, spaces and columns may be read otherwise than the page shows them.',
  CANCELLED:
    'The row itself speaks of a cancellation. Its quantity and cost are printed and the totals count them, so sums do, too; the training may not have taken place.',
  REPAIRED_TEXT:
    'The print has a known damage ("N/Avy", "Delegaci≤n"). The printed text is kept; the note gives the repaired reading.',
} as const

export type FlagCode = keyof typeof flagMeanings

export const flag = (code: FlagCode, note: string): Flag => ({ code, note })
