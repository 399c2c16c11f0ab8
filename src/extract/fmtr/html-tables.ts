/** What the two layouts in HTML have in common: a table's rows as printed, before anything is made of them. */
import type { HtmlCell, HtmlRow } from '../../documents/html-rows.js'
import type { ProgramHeading, TotalsLine } from './headings.js'
import type { Role } from './table-header.js'

/** What was last named above a row. */
export interface RowContext {
  region: string | null
  country: string | null
  heading: ProgramHeading | null
  /** Whether the heading lacks its fiscal year and the line of totals below it named one. */
  yearFromTotals?: boolean
  /** Whether some of the rows that name country and programme is struck out; absent where nothing is. */
  struck?: true
}

export interface HtmlTraining {
  /** Ordinals of its `<tr>` in the file; the first is the one with the numbers. */
  rows: number[]
  context: RowContext
  quantityHeader: string | null
  deliveryHeader: string | null
  cells: Partial<Record<Role, string>>
  /** Whether a line of totals stands in its place, so that title, quantity and cost are lost. */
  lost: boolean
  /** What makes its cells doubtful; absent where nothing does. */
  doubt?: string
}

export interface HtmlTotal {
  row: number
  line: TotalsLine
  context: RowContext
  quantity: string
  cost: string
  /** All its cells. */
  printed: string
  /** What stands in columns where a total has nothing. */
  stray: string[]
}

export interface HtmlTables {
  layout: 'A' | 'D'
  regions: string[]
  trainings: HtmlTraining[]
  totals: HtmlTotal[]
  unread: { row: number; text: string; reason: string }[]
}

/** What names a fiscal year in bold and is neither heading nor total: a heading that cannot be read ("IMET - FY 2006 2007 DoS Training"). */
export const maybeHeading = ({ text, bold }: HtmlCell): boolean => bold && /\b(?:FY|Fiscal Year)\s*\d/i.test(text)

export const isStruck = ({ cells }: HtmlRow): boolean => cells.some(({ struck }) => struck)

export const STRUCK_OUT = 'Some of the row is struck out.'
export const HEADING_STRUCK_OUT = 'Some of the heading above it is struck out.'
export const ACROSS_COLUMNS = 'A row beside it that may be of its title is one cell across columns.'
