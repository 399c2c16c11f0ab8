/** What taking a spreadsheet or a list into the ledger needs from outside, and what it tells of what was read and what was not. */
import type { Committed } from '../ledger/changesets/change.js'
import type { UserError } from '../ledger/errors.js'
import type { Loss } from './sfm/flags.js'

export interface SpreadsheetEffects {
  now(): Date
  /** Called before the changeset is committed. Originals of spreadsheets hold the researchers' own comments, and what is restricted. */
  keepOriginal(sha256: string): Promise<void>
  /** An original that was kept, or null. */
  readOriginal(sha256: string): Promise<Uint8Array | null>
}

/** What was read of a spreadsheet, and what was not. */
export interface SheetReport {
  tables: { table: string; sheet: string | null; rows: number; refused: number }[]
  /** Units and people that it speaks of. */
  entities: number
  statements: number
  publications: number
  withheldStatements: number
  withheldPublications: number
  /** Entries of lists. */
  designations?: number
  /** What a reader must know of the whole file. */
  warnings?: string[]
  losses: Loss[]
  /** Sheets of a workbook that were not read. */
  problems: UserError[]
  /** Names of other files that were read again because of this one. */
  readAgain: string[]
  /** Names of files that should have been, and of which the original is not kept. */
  notReadAgain: string[]
}

export interface TakenSpreadsheet {
  committed: Committed
  report: SheetReport
}
