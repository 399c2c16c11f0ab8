/**
 * The columns of every fact table, in the order of its canonical form: what is a fact, what is a circumstance of its collection, and what is
 * merely derived. Reading, writing and digests all follow this one list.
 */
import type { FactTableName } from '../schema.js'

/** `number` is a double, `range` a daterange in PostgreSQL's canonical text ("[2014-02-01,2014-03-01)"), `details` a flat object. */
export type ColumnType =
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'range'
  | 'time'
  | 'bytes'
  | 'texts'
  | 'places'
  | 'flags'
  | 'details'

/**
 * - fact: part of the row digest and of the content digest
 * - circumstance: part of the row digest only (when and by whom it was collected: the same facts were collected elsewhere too)
 * - derived: part of neither, and the only thing that may be recomputed in place
 */
export type ColumnPart = 'fact' | 'circumstance' | 'derived'

export interface Column {
  name: string
  type: ColumnType
  part: ColumnPart
}

const fact = (type: ColumnType, ...names: string[]): Column[] => names.map((name) => ({ name, type, part: 'fact' }))
const circumstance = (type: ColumnType, ...names: string[]): Column[] =>
  names.map((name) => ({ name, type, part: 'circumstance' }))
const derived = (type: ColumnType, ...names: string[]): Column[] => names.map((name) => ({ name, type, part: 'derived' }))

const place = [...fact('text', 'source'), ...fact('integer', 'page', 'row_ordinal'), ...fact('places', 'places')]

export const columns: Record<FactTableName, readonly Column[]> = {
  source: [
    ...fact('text', 'sha256', 'kind', 'report', 'region', 'title', 'publisher', 'language', 'published_printed'),
    ...fact('range', 'published'),
    ...fact('text', 'official_url', 'archived_url'),
    ...fact('integer', 'volume_page_offset'),
    ...fact('text', 'file_name', 'media_type'),
    ...fact('integer', 'bytes', 'pages'),
    ...fact('text', 'licence'),
    ...circumstance('time', 'collected_at'),
    ...circumstance('text', 'collected_by', 'collected_from', 'method'),
  ],
  training: [
    ...place,
    ...derived('integer', 'position'),
    ...fact('text', 'report'),
    ...fact('integer', 'fiscal_year'),
    ...fact('text', 'status', 'region', 'country', 'country_code', 'program', 'program_code', 'program_family', 'agency'),
    ...fact('text', 'course_title'),
    ...fact('integer', 'quantity'),
    ...fact('text', 'quantity_header', 'location', 'recipient_unit', 'delivery_unit'),
    ...fact('integer', 'delivery_quantity', 'cents'),
    ...fact('text', 'currency', 'start_printed', 'end_printed'),
    ...fact('date', 'start_date', 'end_date'),
    ...fact('flags', 'flags'),
    ...derived('texts', 'search_keys'),
  ],
  printed_total: [
    ...place,
    ...derived('integer', 'position'),
    ...fact('text', 'report', 'level', 'region', 'country', 'country_code', 'program'),
    ...fact('integer', 'fiscal_year', 'quantity', 'cents'),
    ...fact('text', 'currency', 'printed'),
    ...fact('flags', 'flags'),
  ],
  unread_place: [...place, ...derived('integer', 'position'), ...fact('text', 'text', 'reason')],
  printed_name: [...fact('text', 'kind', 'country', 'text'), ...derived('text', 'search_key')],
  naming: [
    ...fact('text', 'source', 'training', 'role'),
    ...fact('integer', 'ordinal', 'count'),
    ...fact('text', 'recipient_class', 'printed_name'),
    ...fact('flags', 'flags'),
  ],
  coverage: [
    ...fact('text', 'source'),
    ...fact('integer', 'row_ordinal'),
    ...fact('text', 'report', 'region'),
    ...fact('integer', 'fiscal_year'),
    ...fact('text', 'program', 'column', 'state', 'reason', 'citation'),
  ],
  unmasked_cell: fact('text', 'source', 'training', 'column', 'text'),
  entity: fact('text', 'kind'),
  publication: [
    ...fact('text', 'source'),
    ...fact('integer', 'row_ordinal'),
    ...fact('text', 'kind', 'title', 'author', 'publisher', 'url', 'archived_url', 'published_printed'),
    ...fact('range', 'published'),
    ...fact('text', 'accessed_printed', 'locator'),
  ],
  statement: [
    ...place,
    ...derived('integer', 'position'),
    ...fact('text', 'entity', 'property', 'value', 'object'),
    ...fact('details', 'details'),
    ...fact('text', 'stance', 'speaker', 'first_cited_printed'),
    ...fact('range', 'first_cited'),
    ...fact('boolean', 'starts'),
    ...fact('text', 'last_cited_printed'),
    ...fact('range', 'last_cited'),
    ...fact('boolean', 'ends'),
    ...fact('text', 'open_ended', 'confidence', 'status'),
    ...fact('texts', 'citations'),
    ...fact('flags', 'flags'),
  ],
  designation: [
    ...place,
    ...derived('integer', 'position'),
    ...fact('text', 'entity', 'authority', 'list', 'program', 'law', 'effect', 'listed_printed'),
    ...fact('range', 'listed'),
    ...fact('text', 'delisted_printed'),
    ...fact('range', 'delisted'),
    ...fact('date', 'seen_on'),
    ...fact('integer', 'denied_in'),
    ...fact('text', 'reason'),
    ...fact('details', 'identifiers'),
    ...fact('texts', 'citations'),
    ...fact('flags', 'flags'),
  ],
  judgement: [
    ...fact('text', 'source', 'subject_kind', 'subject', 'entity', 'verdict', 'basis', 'reviewer', 'rule'),
    ...fact('number', 'score'),
    ...fact('texts', 'reasons'),
    ...fact('text', 'note'),
  ],
  article: fact('text', 'source', 'text_sha256', 'author', 'text', 'reading'),
  claim: [...place, ...derived('integer', 'position'), ...fact('text', 'type', 'measure', 'proposed_by', 'words', 'content')],
  claim_decision: [
    ...fact('text', 'source', 'claim', 'verdict', 'reviewer', 'note', 'type', 'measure'),
    ...fact('integer', 'start_at', 'end_at'),
    ...fact('text', 'text_sha256', 'content'),
    ...fact('texts', 'statements'),
  ],
  claim_check: fact('text', 'source', 'claim', 'verdict', 'state', 'content'),
  successor: fact('text', 'source', 'kind', 'successor'),
  tombstone: [...fact('text', 'kind'), ...fact('integer', 'row_written', 'row_withdrawn'), ...fact('bytes', 'row_digest')],
}

export const factTableNames = Object.keys(columns) as FactTableName[]

/**
 * Tables whose rows belong to a source; the others are printed names and entities (current while something uses them) and the ledger's own
 * bookkeeping.
 */
export const tablesOfSources = [
  'training',
  'printed_total',
  'unread_place',
  'naming',
  'coverage',
  'unmasked_cell',
  'publication',
  'statement',
  'designation',
  'judgement',
  'article',
  'claim',
  'claim_decision',
  'claim_check',
] as const satisfies FactTableName[]

/**
 * Tables in the content digest. Printed names follow from the namings (an id is the hash of the text), entities from what speaks of them; successors and tombstones tell
 * the history of one ledger, which another with the same facts need not have.
 */
export const tablesOfContent = ['source', ...tablesOfSources] as const satisfies FactTableName[]

/** A column in a SELECT list such that every driver setting reads it alike: numbers, ISO dates, milliseconds since 1970. */
export function selected(column: Column): string {
  const name = `"${column.name}"`
  switch (column.type) {
    case 'integer':
    case 'number':
      return `${name}::float8 AS ${name}`
    case 'range':
      return `${name}::text AS ${name}`
    case 'date':
      return `to_char(${name}, 'YYYY-MM-DD') AS ${name}`
    case 'time':
      return `(extract(epoch FROM ${name}) * 1000)::bigint::float8 AS ${name}`
    case 'bytes':
      return `encode(${name}, 'hex') AS ${name}`
    default:
      return name
  }
}
