/** What the two layouts in HTML have in common: a table's rows as printed, before anything is made of them. */
import type { ProgramHeading, TotalsLine } from './headings.js'
import type { Role } from './table-header.js'

/** What was last named above a row. */
export interface RowContext {
  region: string | null
  country: string | null
  heading: ProgramHeading | null
  /** Whether the heading lacks its fiscal year and the line of totals below it named one. */
  yearFromTotals?: boolean
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

export const STRUCK_OUT = 'Some of the row is struck out.'
export const ACROSS_COLUMNS = 'A row beside it that may be of its title is one cell across columns.'
