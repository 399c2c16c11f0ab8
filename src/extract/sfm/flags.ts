/**
 * What reading a table of units or people can put on a statement (flags), and what of the table was not taken over, or only in part (losses):
 * by stable code. Codes are never reused.
 */
import type { Flag } from '../../ledger/records.js'

export const sheetFlagMeanings = {
  CITATION_UNREADABLE: 'What stands in a column of sources is not the id of a publication. It is not among the citations.',
  CITED_LAST_BEFORE_FIRST: 'The date of the last citation lies before that of the first. Both are kept as printed.',
  COLUMNS_DIFFER: 'The heading names a column twice and its cells differ. The first that is not blank was read.',
  COUNTRY_UNKNOWN: 'The table of countries does not know the country. It is kept as printed.',
  DATE_IN_FUTURE: 'The date lies after the day on which the table was read. It is kept as printed.',
  DATE_IMPOSSIBLE: 'What stands in a date column is not a date of the calendar. The printed text is kept; the date is unknown.',
  DATE_PARTS_DIFFER:
    'The cell of a date and the columns of its month, day and year say different dates. The date is taken to be somewhere between the two; where only one of them is possible, that one.',
  ENCODING_DIFFERS: 'The row is not in the encoding of the rest of the file. It was read as windows-1252.',
  FIXES_NOT_CHECKED:
    'The researchers had fixed this row and not yet checked it (status 2). Its statements have the status "work needed".',
  FORMULA_CELL: 'The cell is a formula or begins like one. It is kept as text and never evaluated.',
  LOCATION_KIND_MISSING: 'The table does not say whether a place is a site or an area of operations. It was read as a site.',
  LIST_DAY_BY_HAND:
    'The day of the listing was entered by hand. The official announcement that is cited for it with its address is not archived here, and the two have not been compared.',
  LIST_DAY_INFERRED:
    'The copy of the list does not say of which day it is. The day was inferred from what the copy holds; the note says how.',
  LIST_UNDATED:
    'The list gives neither the day on which it was seen, nor when the entry was listed, nor the year of a denial. Its order to a training is not known.',
  NAME_AMBIGUOUS:
    'Several units have this name, and the table gives no id. It was read as a unit of its own, known by its name alone.',
  NAME_WITHOUT_LETTERS: 'The name has neither letters nor digits. It is kept as printed.',
  NAMES_AND_IDS_DIFFER:
    'The row gives more names than ids, or fewer. Which name is whose cannot be told: the names are kept, and accuse no one known by an id.',
  OWN_ANCESTOR:
    'The unit is among its own ancestors if dates are left aside. The relation is kept; whoever follows chains must not follow it in a circle.',
  PARENT_NOT_LISTED: 'The parent has no row of its own in the file. All that is known of it here is its name, from this row.',
  RELATION_KIND_MISSING:
    'The table does not say which kind of relation it is, or says one that is not known. What it says is kept as printed.',
  UNIT_BY_NAME: 'The table gives no id and no unit of this name is known. It is known by country and name alone.',
  UNIT_OF_OTHER_COUNTRY: 'The table gives no id. The one unit of this name is of another country than the row, and was taken.',
  VALUE_UNEXPECTED: 'The cell holds another value than its column allows. It was read as blank.',
} as const

export type SheetFlagCode = keyof typeof sheetFlagMeanings

export const sheetFlag = (code: SheetFlagCode, note: string): Flag => ({ code, note: clipped(note) })

export const lossMeanings = {
  CELL_BEYOND_HEADING: 'The cell stands beyond the last column that has a heading.',
  CELL_NOT_KEPT: 'The ledger has no place for what this column says.',
  CELL_INTERNAL: 'The column is the researchers’ own (comments, owner, status); it is never taken over.',
  CELL_OF_BLANK: 'A source, a confidence or a date’s mark is given for a value that is blank.',
  CELL_NOT_AN_ADDRESS: 'The column is for an address, and what stands there is none.',
  COLUMN_NOT_KEPT: 'The ledger has no place for what this column of the table says.',
  COLUMN_UNKNOWN: 'The heading is not one of the layout.',
  COLUMN_REPEATED: 'The heading stands twice; the cell says the same or was passed over.',
  COLUMN_MISSING: 'The layout has this column and the table does not.',
  LINE_UNREADABLE: 'The line is not a JSON object with an id, a schema and properties.',
  LINK_UNKNOWN: 'What it ties together is not in the file, or is no unit, person or organisation.',
  NAME_REPEATED: 'The table repeats the name beside the id; the table of persons says it, with its sources.',
  ROW_END_MARK: 'The row holds nothing but the character that ends a file on old systems.',
  ROW_INCOMPLETE: 'A cell without which the row says nothing is blank, or says what its column does not allow.',
  ROW_IS_COMBAT: 'Combat between armed sides (UCDP types 1 and 2) is context; it is never read as a violation.',
  ROW_NOT_CLEAN: 'The researchers have not finished this row (its status is not 3).',
  ROW_OF_ABSENT_ENTRY:
    'The ledger has no person or organisation of this number: the list is of another day, or it is a vessel or an aircraft.',
  ROW_OF_VESSEL: 'A vessel or an aircraft; the ledger is about forces, organisations and people.',
  ROW_WITHOUT_SUBJECT: 'The row names nobody: neither an id nor a name.',
  ROW_REPEATED: 'An earlier row has the same id.',
  SCHEMA_NOT_KEPT: 'The ledger has no place for entities of this schema.',
  WITHHELD: 'Only restricted publications say it. It is kept where only those with a clearance can see it.',
} as const

export type LossCode = keyof typeof lossMeanings

/** What of a table was not taken over (`refused`, `not taken`), only in part, out of sight (`withheld`), or with a doubt (`flagged`). */
export interface Loss {
  /** The sheet's name in a workbook. */
  sheet: string | null
  row: number
  column: string | null
  outcome: 'refused' | 'not taken' | 'in part' | 'withheld' | 'flagged'
  code: LossCode | SheetFlagCode
  /** What stands there, shortened; null where it must not be repeated. */
  text: string | null
}

/** Notes and reports repeat a cell only so far. */
export const clipped = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text)
