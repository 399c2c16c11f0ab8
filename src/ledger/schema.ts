/** The ledger's tables as Kysely sees them. What the tables mean stands in `migrations/0001-ledger.ts`. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Claim, ClaimType, ClaimVerdict } from './claims.js'
import type { Designation, EntityKind, Judgement, Statement } from './entities.js'
import type { Coverage, Flag, Place, PrintedTotal, RecipientClass, Source, Training } from './records.js'

/** Written by code as a number, read back as one: see `integers` in the database room; all are far below 2^53. */
type Integer = number
/** A time as read (ISO 8601 or Date on the way in). */
type Time = ColumnType<Date, Date | string, never>
/** "YYYY-MM-DD": PostgreSQL's date, never a Date, which would have a time zone. */
type Day = string
type Json<T extends object> = JSONColumnType<T, string, never>

/** What every fact row has besides its facts. */
export interface FactRow {
  id: string
  /** The changeset that wrote this version of the row. */
  written: Integer
  /** The changeset that ended it; null while it is current. */
  withdrawn: Integer | null
  salt: Buffer
  digest: Buffer
}

interface PlacedRow extends FactRow {
  source: string
  /** Page of the first place, for sorting and counting. */
  page: number | null
  row_ordinal: number | null
  places: Json<Place[]>
  /** Order in the document, from 0. */
  position: number
}

export interface ChangesetTable {
  id: Integer
  at: Time
  actor: string
  reason: string
  tool: string
  tool_version: string
  undoes: Integer | null
  /** In `restricted`: the public changeset made by the same act; its numbering is its own. */
  accompanies: Integer | null
  written_rows: Integer
  withdrawn_rows: Integer
  rows_digest: string
  previous_digest: string
  digest: string
}

/** Derived: digest and number of the current rows of one source (`''`: rows of no source). The content digest is over these. */
export interface ContentGroupTable {
  source: string
  rows: Integer
  digest: string
}

export interface SourceTable extends FactRow {
  sha256: string
  kind: Source['kind']
  report: string | null
  region: string | null
  title: string
  publisher: string | null
  language: string | null
  published_printed: string | null
  published: string | null
  official_url: string | null
  archived_url: string | null
  volume_page_offset: number | null
  file_name: string
  media_type: string
  bytes: Integer
  pages: number | null
  licence: string | null
  collected_at: Time
  collected_by: string
  collected_from: string
  method: string
}

export interface TrainingTable extends PlacedRow {
  report: string
  fiscal_year: number
  status: Training['status']
  region: string | null
  country: string
  country_code: string | null
  program: string
  program_code: string | null
  program_family: string | null
  agency: Training['agency']
  course_title: string | null
  quantity: Integer | null
  quantity_header: string | null
  location: string | null
  /** Personal data in text columns is masked here; the words as printed are in `restricted.unmasked_cell`. */
  recipient_unit: string | null
  delivery_unit: string | null
  delivery_quantity: Integer | null
  cents: Integer | null
  currency: Generated<string>
  start_printed: string | null
  end_printed: string | null
  start_date: Day | null
  end_date: Day | null
  /** Precise range of dates; null where a date is missing or the end is before the start. */
  period: ColumnType<string | null, never, never>
  flags: Json<Flag[]>
  /** Derived, in no digest: normalised text of `searchedColumns`, in that order, '' where blank. */
  search_keys: string[]
}

/** What the entries of `training.search_keys` are the normalised text of. */
export const searchedColumns = [
  'course_title',
  'recipient_unit',
  'delivery_unit',
  'location',
  'program',
  'country',
] as const satisfies readonly (keyof TrainingTable)[]

export interface PrintedTotalTable extends PlacedRow {
  report: string
  level: PrintedTotal['level']
  region: string | null
  country: string | null
  country_code: string | null
  program: string | null
  fiscal_year: number | null
  quantity: Integer | null
  cents: Integer | null
  currency: Generated<string>
  printed: string
  flags: Json<Flag[]>
}

/** Current exactly while a current naming uses it. */
export interface PrintedNameTable extends FactRow {
  kind: 'unit'
  /** ISO 3166-1 alpha-3, or the country as printed where it has no code; null for delivery units, whose country no report says. */
  country: string | null
  text: string
  /** Derived, in no digest. */
  search_key: string
}

export interface NamingTable extends FactRow {
  source: string
  training: string
  role: 'recipient' | 'delivery'
  ordinal: number
  count: Integer | null
  recipient_class: RecipientClass | null
  printed_name: string
  flags: Json<Flag[]>
}

/** What could not be read of a source's tables. */
export interface UnreadPlaceTable extends PlacedRow {
  text: string
  reason: string
}

/** `source` is the coverage table's own source, `row_ordinal` the row in it. */
export interface CoverageTable extends FactRow {
  source: string
  row_ordinal: number | null
  report: string
  region: string | null
  fiscal_year: number | null
  program: string | null
  column: string | null
  state: Coverage['state']
  reason: string
  citation: string
}

/** A cell as printed, with the personal data that is masked in public. Only in `restricted`; the id is training + column. */
export interface UnmaskedCellTable extends FactRow {
  source: string
  training: string
  column: 'course_title' | 'recipient_unit' | 'delivery_unit' | 'location'
  text: string
}

/** Current exactly while a current statement, designation or judgement speaks of it. */
export interface EntityTable extends FactRow {
  kind: EntityKind
}

/** A publication that a source cites: never the document itself. In `restricted` where its collector restricted it. */
export interface PublicationTable extends FactRow {
  source: string
  row_ordinal: number | null
  kind: string | null
  title: string | null
  author: string | null
  publisher: string | null
  url: string | null
  archived_url: string | null
  published_printed: string | null
  published: string | null
  accessed_printed: string | null
  locator: string | null
}

/** Ranges are dateranges in PostgreSQL's text; `precise` and `imprecise` follow from what was cited first and last. */
export interface StatementTable extends PlacedRow {
  entity: string
  property: Statement['property']
  value: string | null
  object: string | null
  details: Json<Statement['details']>
  stance: Statement['stance']
  speaker: string | null
  first_cited_printed: string | null
  first_cited: string | null
  starts: boolean | null
  last_cited_printed: string | null
  last_cited: string | null
  ends: boolean | null
  open_ended: 'Y' | 'N' | 'E' | null
  confidence: string | null
  status: Statement['status']
  citations: string[]
  flags: Json<Flag[]>
  precise: ColumnType<string | null, never, never>
  imprecise: ColumnType<string | null, never, never>
}

export interface DesignationTable extends PlacedRow {
  entity: string
  authority: string
  list: string
  program: string | null
  law: string | null
  effect: Designation['effect']
  listed_printed: string | null
  listed: string | null
  delisted_printed: string | null
  delisted: string | null
  seen_on: Day | null
  denied_in: number | null
  reason: string | null
  identifiers: Json<Designation['identifiers']>
  citations: string[]
  flags: Json<Flag[]>
}

export interface JudgementTable extends FactRow {
  /** "judgements by rule" or "judgements by person": the group of the content digest that they are in. */
  source: string
  subject_kind: Judgement['subjectKind']
  subject: string
  entity: string
  verdict: Judgement['verdict']
  basis: Judgement['basis']
  reviewer: string | null
  rule: string | null
  score: number | null
  reasons: string[]
  note: string | null
}

/** An article's text as it was archived; every range in it counts code points of exactly this text. */
export interface ArticleTable extends FactRow {
  source: string
  text_sha256: string
  author: string | null
  text: string
  /** JSON of `ArticleReading`. */
  reading: string
}

/** What is proposed to be claimed. The id tells the same proposal again, whatever reads it. */
export interface ClaimTable extends PlacedRow {
  type: ClaimType
  measure: string | null
  proposed_by: Claim['proposed_by']
  words: string | null
  /** JSON of `Claim`. */
  content: string
}

export interface ClaimDecisionTable extends FactRow {
  source: string
  claim: string
  verdict: ClaimVerdict
  reviewer: string
  note: string | null
  type: ClaimType
  measure: string | null
  start_at: number
  end_at: number
  text_sha256: string
  /** JSON of `DecisionContent`. */
  content: string
  /** Ids of the statements that the claim became. */
  statements: string[]
}

export interface ClaimCheckTable extends FactRow {
  source: string
  claim: string
  verdict: string
  /** Content digest of the state that was asked. */
  state: string
  content: string
}

/** A withdrawn id (`id`) answers with its successor. In the chain, but in no content digest: a fresh ledger has none. */
export interface SuccessorTable extends FactRow {
  source: string
  kind: 'training' | 'printed_total' | 'source'
  successor: string
}

/** What is left of an expunged row: its id (the permalink answers 410) and its digest, so that the chain can be checked. */
export interface TombstoneTable extends FactRow {
  kind: FactTableName
  row_written: Integer
  row_withdrawn: Integer | null
  row_digest: Buffer
}

export interface IngestedTable {
  source: string
  method: string
  at: Time
}

export interface FactTables {
  source: SourceTable
  training: TrainingTable
  printed_total: PrintedTotalTable
  unread_place: UnreadPlaceTable
  printed_name: PrintedNameTable
  naming: NamingTable
  coverage: CoverageTable
  unmasked_cell: UnmaskedCellTable
  entity: EntityTable
  publication: PublicationTable
  statement: StatementTable
  designation: DesignationTable
  judgement: JudgementTable
  article: ArticleTable
  claim: ClaimTable
  claim_decision: ClaimDecisionTable
  claim_check: ClaimCheckTable
  successor: SuccessorTable
  tombstone: TombstoneTable
}
export type FactTableName = keyof FactTables

/** `ledger` is what the reader's role may see; `restricted` has the same tables and no grant to it. */
export type FactSchema = 'ledger' | 'restricted'

type InSchema<Schema extends string, Tables> = { [Name in keyof Tables & string as `${Schema}.${Name}`]: Tables[Name] }
type Bookkeeping = { changeset: ChangesetTable; content_group: ContentGroupTable }

export interface LedgerDatabase
  extends InSchema<'ledger', FactTables & Bookkeeping>,
    InSchema<'restricted', FactTables & Bookkeeping> {
  'private.ingested': IngestedTable
}
