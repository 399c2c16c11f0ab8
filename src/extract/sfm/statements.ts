/** Collects what the rows of a table say: one draft for equal statements of several rows, and the entities that they speak of. */
import { createHash } from 'node:crypto'
import type { EntityKind, Property } from '../../ledger/entities.js'
import type { Flag, Place } from '../../ledger/records.js'
import type { SpanColumns } from './columns.js'
import { type Draft, noSpan, type Span, saying } from './draft.js'
import { sheetFlag } from './flags.js'
import type { Part, RowReader, SheetReader } from './sheet-reader.js'

export interface About {
  entity: string
  /** The name in the row; what repeats it must not be public where it is not. */
  name: Part | null
  status: Draft['status']
  flags: Flag[]
}

export interface SpokenOf {
  sheet: SheetReader
  row: RowReader
  unit: Part | null
  id: Part | null
  entity: string
  country: string | null
  status: Draft['status']
}

type Said = Partial<Pick<Draft, 'object' | 'details' | 'span' | 'stance' | 'flags' | 'about' | 'value' | 'status'>> & {
  column?: string
}

export class Statements {
  readonly drafts: Draft[] = []
  readonly entities = new Map<string, EntityKind>()
  /** Units that a relation or a posting names. */
  readonly spokenOf: SpokenOf[] = []
  private readonly bySaying = new Map<string, Draft>()
  private readonly ordinals = new Map<string, number>()

  /** A statement that a row makes. Equal ones of other rows add their place. */
  say(sheet: SheetReader, row: RowReader, about: About, property: Property, main: Part | null, said: Said = {}): void {
    const column = main?.column ?? said.column
    const place: Place = {
      page: sheet.table.sheet,
      pageLabel: sheet.table.name,
      box: null,
      row: row.row,
      ...(column !== undefined && { column }),
    }
    const draft: Draft = {
      entity: about.entity,
      property,
      main,
      about: null,
      value: main?.text ?? null,
      object: null,
      details: {},
      span: noSpan,
      stance: 'asserts',
      status: about.status,
      places: [place],
      ordinal: 0,
      ...withoutColumn(said),
      flags: [...about.flags, ...(said.flags ?? [])],
    }
    // A digest rather than the text, of which there may be some hundred thousand.
    const key = createHash('sha256').update(saying(draft)).digest('base64')
    const same = this.bySaying.get(key)
    if (same) {
      const last = same.places.at(-1)!
      if (last.row !== place.row || last.page !== place.page) same.places.push(place)
      return
    }
    this.bySaying.set(key, draft)
    draft.ordinal = this.nextOrdinal(draft)
    this.drafts.push(draft)
  }

  /** The first word on what an entity is counts. */
  knows(entity: string, kind: () => EntityKind): void {
    if (!this.entities.has(entity)) this.entities.set(entity, kind())
  }

  private nextOrdinal({ places, property }: Draft): number {
    const place = places[0]!
    const key = JSON.stringify([place.page, place.row, place.column, property])
    const ordinal = this.ordinals.get(key) ?? 0
    this.ordinals.set(key, ordinal + 1)
    return ordinal
  }
}

function withoutColumn({ column: _, ...said }: Said): Omit<Said, 'column'> {
  return said
}

/** When something was cited. A mark without its date, as "start date: N" beside a blank, says nothing and is reported. */
export function readSpan(row: RowReader, columns: SpanColumns, flags: Flag[], given: boolean): Span {
  const first = row.date(columns.first)
  const last = row.date(columns.last)
  const starts = row.yesOrNo(columns.starts, flags)
  const openEnded = columns.open === undefined ? null : row.openEnded(columns.open, flags)
  const ends = columns.ends === undefined ? null : readEnd(row, columns.ends, flags)
  if (!given) {
    for (const [heading, value] of [
      [columns.first.date, first?.text],
      [columns.last.date, last?.text],
      [columns.starts, starts],
      [columns.open, openEnded],
      [columns.ends, ends],
    ] as const)
      if (heading !== undefined && value !== null && value !== undefined)
        row.lose(heading, 'CELL_OF_BLANK', 'not taken', row.text(heading))
    return noSpan
  }
  if (!first && starts !== null) row.lose(columns.starts, 'CELL_OF_BLANK', 'not taken', row.text(columns.starts))
  if (!last && ends !== null) row.lose(columns.ends!, 'CELL_OF_BLANK', 'not taken', row.text(columns.ends!))
  if (first?.range && last?.range && last.range.to < first.range.from)
    flags.push(sheetFlag('CITED_LAST_BEFORE_FIRST', `First ${first.text}, last ${last.text}`))
  return {
    first,
    last,
    starts: first ? starts : null,
    // E says that the last date is exact; Y and N both say that it is not known to be the end.
    ends: last ? (ends ?? (openEnded === null ? null : openEnded === 'E')) : null,
    openEnded,
  }
}

/** Y or N, or E as the columns of units have it. */
function readEnd(row: RowReader, heading: string, flags: Flag[]): boolean | null {
  return /^e$/i.test(row.text(heading)) ? true : row.yesOrNo(heading, flags)
}
