/** Collects what the rows of a list say: statements, listings and cited publications with their places, and what was not taken over. */
import type { SheetTable } from '../documents/sheet-table.js'
import { entityId, statementId } from '../ledger/changesets/entity-facts.js'
import { rangeText } from '../ledger/dates.js'
import {
  type Designation,
  type Details,
  type EntityKind,
  type Property,
  type Publication,
  plainly,
  type Stated,
  type Statement,
} from '../ledger/entities.js'
import type { Flag, Place } from '../ledger/records.js'
import { readPrintedDate } from './sfm/cited-date.js'
import { sheetFlag } from './sfm/flags.js'
import { type RowReader, SheetReader } from './sfm/sheet-reader.js'

export type Said = Partial<Stated & Pick<Statement, 'citations' | 'flags'>> & {
  details?: Details
  column?: string
  place?: Place
}

/** Says something of the entity that a row is about. */
export type Say = (property: Property, said: Said) => void

export type Listed = Omit<Designation, 'id' | 'entity' | 'places' | 'flags' | 'citations'> & {
  citations?: string[]
  flags?: Flag[]
}

export class ListFacts {
  readonly statements: Statement[] = []
  readonly designations: Designation[] = []
  readonly publications = new Map<string, Publication>()
  readonly entities = new Map<string, EntityKind>()
  private readonly ordinals = new Map<string, number>()

  /** `source` is the ledger's id of the file. */
  constructor(readonly source: string) {}

  /** An entity of the list, by the id that it has there. The first word on its kind counts. */
  know(kind: EntityKind, scheme: string, key: string): string {
    const id = entityId(kind, scheme, key)
    if (!this.entities.has(id)) this.entities.set(id, kind)
    return id
  }

  say(sheet: SheetReader, row: RowReader, entity: string, property: Property, said: Said): void {
    const { column, place = placeOf(sheet, row, column), details = {}, ...values } = said
    this.statements.push({
      ...plainly,
      citations: [],
      flags: [],
      ...values,
      id: statementId(this.source, ...this.where(place, property)),
      entity,
      property,
      details,
      places: [place],
    })
  }

  list(sheet: SheetReader, row: RowReader, entity: string, column: string, listed: Listed): void {
    const place = placeOf(sheet, row, column)
    this.designations.push({
      citations: [],
      flags: [],
      ...listed,
      id: statementId(this.source, ...this.where(place, 'designation')),
      entity,
      places: [place],
    })
  }

  private where(place: Place, what: string): (string | number)[] {
    const where = [place.page ?? 0, place.row ?? 0, place.start ?? '', place.column ?? '', what]
    const key = JSON.stringify(where)
    const ordinal = this.ordinals.get(key) ?? 0
    this.ordinals.set(key, ordinal + 1)
    return [...where, ordinal]
  }
}

const placeOf = (sheet: SheetReader, row: RowReader, column: string | undefined): Place => ({
  page: sheet.table.sheet,
  pageLabel: sheet.table.name,
  box: null,
  row: row.row,
  ...(column !== undefined && { column }),
})

/** A date as printed and as read; a doubt where it is none. */
export function dateOf(text: string, column: string, flags: Flag[]): { printed: string; range: string | null } | null {
  if (text === '') return null
  const range = readPrintedDate(text)
  if (!range) flags.push(sheetFlag('DATE_IMPOSSIBLE', `${column}: ${text}`))
  return { printed: text, range: range && rangeText(range) }
}

/**
 * Reads the rows of a table of our own, each but those that `problemOf` names a column of: without it they cannot be read, and are lost.
 */
export function readRows(
  table: SheetTable,
  problemOf: (row: RowReader) => string | null,
  read: (sheet: SheetReader, row: RowReader) => void,
): { sheet: SheetReader; counts: { rows: number; refused: number } } {
  const sheet = new SheetReader(table)
  const counts = { rows: 0, refused: 0 }
  for (const row of sheet.rows()) {
    counts.rows++
    const bad = problemOf(row)
    if (bad === null) {
      read(sheet, row)
      row.finish([])
    } else {
      counts.refused++
      row.lose(bad, 'ROW_INCOMPLETE', 'refused', row.text(bad) || null)
    }
  }
  return { sheet, counts }
}
