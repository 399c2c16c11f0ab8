/** What a spreadsheet is once it is read, whatever file it came in: tables of cells as text, each row with its ordinal in the sheet. */

export interface SheetRow {
  /** From 1, blank rows counted: the row that a person sees in a spreadsheet program (in a text file: the record, whatever lines it takes). */
  row: number
  /** As printed, without white space around; '' where blank. May be shorter or longer than the heading. */
  cells: string[]
  /** Cells that hold a formula, by the index of their column: its text. It is never evaluated; the cell is what the file shows for it. */
  formulas?: Record<number, string>
  /** The row's bytes were not in the encoding of the rest of the file. */
  otherEncoding?: true
}

export interface SheetTable {
  /** The sheet's ordinal in its workbook and its name; null in a text file. */
  sheet: number | null
  name: string | null
  /** Without blank rows. The first is the heading. */
  rows: SheetRow[]
  /** Cells of a workbook that are shown as one: what stands in the first counts for all. Rows from 1, columns from 0, both ends included. */
  merged?: { fromRow: number; toRow: number; fromColumn: number; toColumn: number }[]
}

export interface Spreadsheet {
  mediaType: 'text/csv' | 'text/tab-separated-values' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  tables: SheetTable[]
}

/** Limits of one file: more rows or cells than these are no list of units or people. */
export const SHEET_LIMITS = { rows: 1_100_000, cells: 8_000_000, columns: 2_000, cellCharacters: 1_000_000 }

/** A cell that a spreadsheet program might run: "=cmd|…", "@SUM(…)", "+A1", "-A1"; a number or a telephone number is none. */
export const looksLikeFormula = (text: string): boolean => /^[=@]\S|^[+-]\s*[A-Za-z(]/.test(text)

/** White space of any kind around a cell says nothing. Line ends within are one "\n". */
export const cellText = (text: string): string => text.replace(/\r\n?/g, '\n').trim()
