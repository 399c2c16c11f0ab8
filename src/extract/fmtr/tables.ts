/** What the walk through a report's pages gives: rows and totals as printed, under what was named above them, and what is neither. */

import type { ProgramHeading, TotalsLine } from './headings.js'
import type { Line } from './lines.js'
import type { PrintedRow, RowPart } from './row.js'
import type { TableHeader } from './table-header.js'

/** What was last named above a row. */
export interface Context {
  region: string | null
  country: string | null
  heading: ProgramHeading | null
  /** The page from which on no page is known to be missing. */
  since: number
}

export interface TrainingRow extends PrintedRow {
  context: Context
  header: TableHeader
  doubts: Doubt[]
  /** What the heading of the row's page says where it differs from the heading of its table. */
  pageHeading: ProgramHeading | null
}

export type Doubt = 'out of line' | 'note' | 'no heading' | 'torn' | 'shifted' | 'overprinted' | 'country from totals' | 'cut'

export interface TotalsRow extends PrintedRow {
  context: Context
  header: TableHeader
  line: TotalsLine
}

export interface Leftover {
  part: RowPart
  reason: string
}

export interface Remark {
  page: number
  code: string
  text: string
}

export interface Tables {
  layout: 'B' | 'C' | 'E'
  rows: TrainingRow[]
  totals: TotalsRow[]
  /** Rows and totals in the order of the document. */
  order: (TrainingRow | TotalsRow)[]
  leftovers: Leftover[]
  remarks: Remark[]
  regions: string[]
  /** Each programme heading where it changes what is named. */
  headings: ProgramHeading[]
  pageLabels: Map<number, string>
  /** See strips.ts. */
  unknownHeader: Line | null
  /** Indices of the pages where a report of another layout begins, see strips.ts. */
  runs: number[]
}
