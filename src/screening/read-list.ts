/**
 * A list's tables as subjects: one a row, whatever its cells hold. What cannot be read is a flag on its cell and takes neither the row nor another
 * with it; only what tells whom the list is about must be known.
 */
import type { LegacyEncoding } from '../documents/legacy-encoding.js'
import { looksLikeFormula, type SheetRow, type SheetTable } from '../documents/sheet-table.js'
import { type ErrorPlace, errors } from '../ledger/errors.js'
import { cleanCell } from './cells.js'
import { readGivenCountry } from './countries.js'
import { type DateOrder, orderOfColumn, readGivenDate } from './dates.js'
import { findHeading, letterOf } from './headings.js'
import { kindOfSubject, readKind } from './kinds.js'
import {
  type GivenDate,
  type Mapping,
  mostSubjects,
  type Preview,
  type Subject,
  type SubjectField,
  type SubjectFlag,
} from './model.js'
import { type ReadTables, readTables } from './read-table.js'

export interface ListJob {
  bytes: Uint8Array
  /** For messages. */
  file: string
  /** What the user named; fields of it replace what headings tell. */
  mapping: Mapping
  headed: boolean | null
  encoding: LegacyEncoding | null
  /** YYYY-MM-DD. */
  today: string
}

interface Layout {
  table: SheetTable
  columns: string[]
  mapping: Mapping
  /** Rows of subjects. */
  rows: SheetRow[]
}

export function previewList(job: ListJob): Preview {
  const read = readTables(job.bytes, { file: job.file }, job.encoding)
  const layouts = layOut(read, job)
  const first = layouts[0]
  // Where nothing is recognised the user says what the columns hold, and must see them.
  const shown = first ?? unknownLayout(read.tables.find(({ rows }) => rows.length > 0) ?? read.tables[0]!, job.headed)
  const width = Math.max(shown.columns.length, ...shown.rows.slice(0, 50).map(({ cells }) => cells.length), 0)
  return {
    mediaType: read.mediaType,
    encoding: read.encoding,
    sheets: read.tables.map((table) => ({
      name: table.name,
      rows: table.rows.length,
      read: layouts.some((layout) => layout.table === table),
    })),
    headed: shown.columns.length > 0,
    columns: Array.from({ length: Math.min(width, 200) }, (_, index) => ({
      index,
      heading: shown.columns[index] ?? '',
      letter: letterOf(index),
      field: fieldOfColumn(shown.mapping, index),
      samples: shown.rows.slice(0, 3).map(({ cells }) => cleanCell(cells[index] ?? '').text.slice(0, 80)),
    })),
    mapping: shown.mapping,
    rows: layouts.reduce((sum, { rows }) => sum + rows.length, 0),
  }
}

const fieldOfColumn = (mapping: Mapping, index: number): SubjectField | null =>
  (Object.entries(mapping).find(([, columns]) => columns.includes(index))?.[0] as SubjectField | undefined) ?? null

export interface ReadList extends Pick<ReadTables, 'mediaType' | 'encoding'> {
  mapping: Mapping
  subjects: Subject[]
}

/** @throws UserError SCREENING_COLUMNS_UNKNOWN, SCREENING_WITHOUT_SUBJECTS, SCREENING_TOO_MANY, and what `readTables` throws */
export function readList(job: ListJob): ReadList {
  const place: ErrorPlace = { file: job.file }
  const read = readTables(job.bytes, place, job.encoding)
  const layouts = layOut(read, job)
  const heads = read.tables[0]?.rows[0]?.cells ?? []
  if (layouts.length === 0) {
    if (read.tables.every(({ rows }) => rows.length === 0)) throw errors.SCREENING_WITHOUT_SUBJECTS(place)
    throw errors.SCREENING_COLUMNS_UNKNOWN(
      place,
      heads
        .slice(0, 12)
        .map((cell) => cell.slice(0, 40))
        .join(', '),
    )
  }
  const beyond = layouts.flatMap(({ rows }) => rows)[mostSubjects]
  if (beyond) throw errors.SCREENING_TOO_MANY({ ...place, row: beyond.row }, mostSubjects)
  const subjects: Subject[] = []
  const seen = new Set<string>()
  for (const layout of layouts) {
    const reader = readerOf(layout, job.today)
    for (const row of layout.rows) {
      const subject = reader(row, subjects.length + 1)
      const { position: _, row: __, flags, ...said } = subject
      const key = JSON.stringify(said)
      if (seen.has(key)) flags.push({ code: 'ROW_REPEATED', column: null, text: null })
      else seen.add(key)
      subjects.push(subject)
    }
  }
  if (subjects.length === 0) throw errors.SCREENING_WITHOUT_SUBJECTS(place)
  return { mediaType: read.mediaType, encoding: read.encoding, mapping: layouts[0]!.mapping, subjects }
}

/** The tables whose columns are known; a workbook's other sheets are notes, and the preview says that they were not read. */
function layOut({ tables }: ReadTables, { mapping, headed }: ListJob): Layout[] {
  const found = new Map(tables.map((table) => [table, headed === false ? null : findHeading(table)]))
  // A sheet of notes is a column of lines as well: beside one that has a heading it is not meant.
  const some = [...found.values()].some((one) => one !== null)
  return tables.flatMap((table): Layout[] => {
    if (table.rows.length === 0 || (some && found.get(table) === null)) return []
    const plain = unknownLayout(table, headed)
    const head = found.get(table) ?? (plain.columns.length > 0 ? { rows: 1, columns: plain.columns, mapping: {} } : null)
    const rows = table.rows.slice(head?.rows ?? 0)
    const single = rows.every(({ cells }) => cells.length <= 1)
    const told = head ? head.mapping : single ? { name: [0] } : {}
    const whole = withGiven(told, mapping)
    if (whole.name === undefined && whole.unit === undefined) return []
    return [{ table, columns: head?.columns ?? [], mapping: whole, rows }]
  })
}

/** A table of which no heading is known: its first row may be one all the same. */
function unknownLayout(table: SheetTable, headed: boolean | null): Layout {
  const isHeading = headed ?? looksLikeHeading(table.rows)
  const columns = isHeading ? (table.rows[0]?.cells ?? []) : []
  return { table, columns, mapping: {}, rows: table.rows.slice(isHeading ? 1 : 0) }
}

/** Several words without a digit above rows with dates and numbers. */
function looksLikeHeading(rows: readonly SheetRow[]): boolean {
  const [first, ...others] = rows.slice(0, 20)
  if (!first || first.cells.length < 2 || first.cells.some((cell) => cell === '' || /\d/.test(cell))) return false
  return others.length > 0 && others.filter(({ cells }) => cells.some((cell) => /\d{2}/.test(cell))).length > others.length / 2
}

/** What the user named stands; a column that he gave another meaning has no other. */
function withGiven(told: Mapping, given: Mapping): Mapping {
  const named = new Set(Object.values(given).flat())
  const rest = Object.entries(told)
    .filter(([field]) => given[field as SubjectField] === undefined)
    .map(([field, columns]) => [field, columns.filter((column) => !named.has(column))] as const)
    .filter(([, columns]) => columns.length > 0)
  return { ...Object.fromEntries(rest), ...given }
}

const mostFlags = 20
const mostBesides = 40

function readerOf({ table, columns, mapping, rows }: Layout, today: string): (row: SheetRow, position: number) => Subject {
  const cellsOf = spreadMerged(table)
  const orders = new Map<SubjectField, DateOrder | null>()
  for (const field of ['birth date', 'start date'] as const) {
    const column = mapping[field]?.[0]
    if (column !== undefined)
      orders.set(
        field,
        orderOfColumn(
          rows.map(({ cells }) => cells[column] ?? ''),
          today,
        ),
      )
  }
  const mapped = new Set(Object.values(mapping).flat())
  const headingOf = (index: number): string => columns[index] || letterOf(index)
  return (row, position) => {
    const flags: SubjectFlag[] = []
    const flag = (code: SubjectFlag['code'], index: number | null, text: string | null) => {
      if (flags.length < mostFlags)
        flags.push({
          code,
          column: index === null ? null : headingOf(index),
          text: text === null ? null : [...text].slice(0, 120).join(''),
        })
    }
    const spread = cellsOf(row)
    const clean = spread.cells.map((raw, index) => {
      const cell = cleanCell(raw)
      if (mapped.has(index)) {
        if (cell.controls) flag('CONTROL_CHARACTERS', index, cell.text)
        if (cell.shortened) flag('CELL_SHORTENED', index, cell.text)
        if (row.formulas?.[index] !== undefined || looksLikeFormula(cell.text))
          flag('FORMULA_CELL', index, row.formulas?.[index] ?? cell.text)
        if (spread.from.has(index)) flag('CELL_SPANS_ROWS', index, cell.text)
      } else if (columns.length > 0 && index >= columns.length && cell.text !== '') flag('CELL_BEYOND_HEADING', index, cell.text)
      return cell.text
    })
    if (row.otherEncoding && clean.some((cell) => /[^\0-\x7f]/.test(cell))) flag('ENCODING_DIFFERS', null, null)
    const all = (field: SubjectField): string[] =>
      (mapping[field] ?? []).map((index) => clean[index] ?? '').filter((text) => text !== '')
    const one = (field: SubjectField): string | null => all(field)[0] ?? null
    // Line ends part the entries of a cell; elsewhere they are blanks.
    const parts = (field: SubjectField): string[] =>
      (mapping[field] ?? []).flatMap((index) => partsOf(spread.cells[index] ?? '')).slice(0, 20)
    const at = (field: SubjectField): number | null => mapping[field]?.[0] ?? null
    const dateOf = (field: 'birth date' | 'start date'): GivenDate | null => {
      const read = readGivenDate(one(field) ?? '', orders.get(field) ?? null, today)
      if (!read) return null
      if (read.doubt) flag(read.doubt, at(field), read.date.printed)
      if (!read.date.ranges.some(({ from }) => from > today)) return read.date
      flag('DATE_IN_FUTURE', at(field), read.date.printed)
      return field === 'birth date' ? { printed: read.date.printed, ranges: [] } : read.date
    }
    const countryPrinted = one('country')
    const country = countryPrinted === null ? null : readGivenCountry(countryPrinted)
    if (countryPrinted !== null && country === null) flag('COUNTRY_UNKNOWN', at('country'), countryPrinted)
    const kindPrinted = one('kind')
    const kind = kindPrinted === null ? null : readKind(kindPrinted)
    if (kindPrinted !== null && kind === null) flag('KIND_UNKNOWN', at('kind'), kindPrinted)
    let [name, unit] = [all('name').join(' '), one('unit')]
    // A row that names a unit and nobody is about the unit.
    const aboutUnit = name === '' && unit !== null
    if (aboutUnit) [name, unit] = [unit!, null]
    if (name === '') flag('ROW_NOT_A_SUBJECT', null, null)
    else if (!/[\p{L}\p{N}]/u.test(name)) flag('NAME_WITHOUT_LETTERS', at('name'), name)
    const besides: Record<string, string> = {}
    clean.forEach((text, index) => {
      if (text !== '' && !mapped.has(index) && Object.keys(besides).length < mostBesides)
        besides[headingOf(index)] ??= [...text].slice(0, 300).join('')
    })
    const birth = dateOf('birth date')
    const [rank, post] = [one('rank'), one('position')]
    return {
      position,
      row: row.row,
      sheet: table.name,
      name,
      otherNames: parts('other names'),
      kind: aboutUnit
        ? 'unit'
        : (kind ?? (kindPrinted === null ? kindOfSubject(mapping, columns, { name, unit, rank, birth }) : null)),
      unit,
      rank,
      post,
      country,
      countryPrinted,
      birth,
      birthPlace: one('birth place'),
      identifiers: parts('identifiers'),
      event: one('event'),
      authority: one('authority'),
      start: dateOf('start date'),
      besides,
      flags,
    }
  }
}

/** Several of one cell. */
const partsOf = (cell: string): string[] =>
  cell
    .split(/\s*[;|\n]\s*|\s+(?:a\.?k\.?a\.?|alias)\s+/i)
    .slice(0, 50)
    .map((part) => cleanCell(part).text)
    .filter((part) => part !== '')

/** A cell that spans rows counts for each of them. */
function spreadMerged({ rows, merged }: SheetTable): (row: SheetRow) => { cells: readonly string[]; from: ReadonlySet<number> } {
  const none = new Set<number>()
  const spans = (merged ?? []).filter(({ fromRow, toRow }) => toRow > fromRow && toRow - fromRow < mostSubjects)
  if (spans.length === 0) return ({ cells }) => ({ cells, from: none })
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const filled = new Map<number, { column: number; text: string }[]>()
  let budget = 1_000_000
  for (const { fromRow, toRow, fromColumn } of spans) {
    const text = byRow.get(fromRow)?.cells[fromColumn] ?? ''
    for (let row = fromRow + 1; text !== '' && row <= toRow && budget-- > 0; row++) {
      if (!byRow.has(row)) continue
      const list = filled.get(row)
      if (list) list.push({ column: fromColumn, text })
      else filled.set(row, [{ column: fromColumn, text }])
    }
  }
  return (row) => {
    const fills = filled.get(row.row)
    if (!fills) return { cells: row.cells, from: none }
    const cells = [...row.cells]
    const from = new Set<number>()
    for (const { column, text } of fills) {
      if ((cells[column] ?? '') !== '') continue
      while (cells.length < column) cells.push('')
      cells[column] = text
      from.add(column)
    }
    return { cells, from }
  }
}
