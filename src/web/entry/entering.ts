/**
 * How an analyst's entries are written, and what the forms show of sources that the web itself may not read: given by whoever starts the server,
 * since the web holds no way to write.
 */

import type { Committed } from '../../ledger/changesets/change.js'
import type { Correction } from '../../ledger/entry/correct.js'
import type { Drafts } from '../../ledger/entry/drafts.js'
import type { Entered, Entry, NewSource } from '../../ledger/entry/enter.js'
import type { EnteredFacts, EnteredLine } from '../../ledger/entry/entered.js'
import type { Source } from '../../ledger/records.js'
import type { FactSchema } from '../../ledger/schema.js'
import type { Paragraph } from './paragraphs.js'

/** A source as the forms show it beside their fields. */
export interface Material {
  source: Pick<Source, 'id' | 'kind' | 'title' | 'publisher' | 'publishedPrinted' | 'mediaType' | 'pages' | 'fileName'>
  restricted: boolean
  /** Null where the source is not text, or the original is not here. */
  text: string | null
  paragraphs: Paragraph[]
  /** A row of a table that was asked for, with its heading; null where it is no table, there is no such row, or the original is not here. */
  row: { number: number; cells: { heading: string; text: string }[] } | null
}

export interface SourceLine {
  id: string
  title: string
  publisher: string | null
  kind: Source['kind']
  restricted: boolean
}

export interface Entering {
  /** Under which name the audit trail has what is entered. */
  actor: string
  addSource(given: NewSource, bytes: Uint8Array): Promise<Entered>
  enter(entry: Entry, bytes: Uint8Array | null): Promise<Entered>
  correct(correction: Correction): Promise<Committed>
  undo(changeset: number, schema: FactSchema): Promise<Committed>
  /** The text of a file that was sent, read apart; throws what reading it throws. */
  textOf(file: { name: string; bytes: Uint8Array }): Promise<{ text: string; mediaType: string; title: string | null }>
  sources(): Promise<SourceLine[]>
  /** Null where there is no such source. `row`: of a table. */
  material(id: string, row?: number | null): Promise<Material | null>
  /** The newest entries and corrections first. */
  entries(): Promise<EnteredLine[]>
  /** What one of them wrote and withdrew; null where it is none. */
  entered(changeset: number, schema: FactSchema): Promise<EnteredFacts | null>
  drafts: Drafts
  now(): Date
}
