/**
 * Our own CSV of incidents: one row a statement about an incident, or about a unit, person or organisation in it. The columns are described in
 * docs/formats.md; what a row may be about, and what its value then holds, is the one list of `ledger/entities.ts`.
 */
import type { SheetTable } from '../../documents/sheet-table.js'
import { type Details, EntityKind, Property, propertyMeanings } from '../../ledger/entities.js'
import type { Flag, Place } from '../../ledger/records.js'
import { dateOf, type ListFacts, readRows } from '../list-facts.js'
import { citePublication } from '../publication-columns.js'
import { sheetFlag } from '../sfm/flags.js'
import { countryCode } from '../sfm/identity.js'
import { headingKey } from '../sfm/recognise.js'
import type { RowReader, SheetReader } from '../sfm/sheet-reader.js'
import type { TableCounts } from '../table-counts.js'
import { violationDetails } from './violations.js'

const telling = ['collection', 'entity', 'kind', 'property']

export function isStatements({ rows }: SheetTable): boolean {
  const keys = new Set(rows[0]?.cells.map(headingKey))
  return telling.every((heading) => keys.has(heading))
}

/** `placeOf`: where in its source a row's statement stands, where that is not the row itself. */
export function readStatements(
  table: SheetTable,
  into: ListFacts,
  placeOf: (row: RowReader) => Place | undefined = () => undefined,
): { sheet: SheetReader; counts: TableCounts } {
  return readRows(table, problemOf, (sheet, row) => readStatement(sheet, row, into, placeOf(row)))
}

const kindOf = (row: RowReader, column: string) => EntityKind.safeParse(row.text(column).toLowerCase()).data
const propertyOf = (row: RowReader) => Property.safeParse(row.text('property').toLowerCase()).data

/** The column for which the row says nothing that can be kept, or null. */
function problemOf(row: RowReader): string | null {
  for (const column of telling) if (row.text(column) === '') return column
  const kind = kindOf(row, 'kind')
  if (!kind) return 'kind'
  const property = propertyOf(row)
  if (!property || !propertyMeanings[property].of.includes(kind)) return 'property'
  const object = row.text('object')
  if (row.text('value') === '' && object === '') return 'value'
  if (object !== '') {
    const objectKind = kindOf(row, 'object_kind')
    if (!objectKind || !propertyMeanings[property].object?.includes(objectKind)) return 'object_kind'
  }
  return /^(asserts|denies|questions)?$/i.test(row.text('stance')) ? null : 'stance'
}

function readStatement(sheet: SheetReader, row: RowReader, into: ListFacts, place: Place | undefined): void {
  const flags: Flag[] = []
  const scheme = row.text('collection')
  const property = propertyOf(row)!
  const entity = into.know(kindOf(row, 'kind')!, scheme, row.text('entity'))
  const object = row.text('object') === '' ? null : into.know(kindOf(row, 'object_kind')!, scheme, row.text('object'))
  const value = row.text('value')
  const first = dateOf(row.text('first'), 'first', flags)
  const last = dateOf(row.text('last'), 'last', flags)
  if (first?.range && last?.range && last.range < first.range)
    flags.push(sheetFlag('CITED_LAST_BEFORE_FIRST', `First ${first.printed}, last ${last.printed}`))
  // What marks a date that is not there says nothing.
  for (const [mark, date] of [
    ['starts', first],
    ['ends', last],
  ] as const)
    if (!date && row.text(mark) !== '') row.lose(mark, 'CELL_OF_BLANK', 'not taken', row.text(mark))
  const details = { ...(property === 'violation' && violationDetails(value)), ...readDetails(row, property, flags) }
  into.say(sheet, row, entity, property, {
    value: property === 'country' ? (countryCode(value) ?? value) : value || null,
    object,
    column: 'value',
    ...(place && { place }),
    stance: (row.text('stance').toLowerCase() || 'asserts') as 'asserts' | 'denies' | 'questions',
    speaker: row.text('speaker') || null,
    firstCitedPrinted: first?.printed ?? null,
    firstCited: first?.range ?? null,
    starts: first ? row.yesOrNo('starts', flags) : null,
    lastCitedPrinted: last?.printed ?? null,
    lastCited: last?.range ?? null,
    ends: last ? row.yesOrNo('ends', flags) : null,
    confidence: row.text('confidence') || null,
    details,
    citations: citePublication(row, into),
    flags,
  })
}

/** "name=value; name=value", by the names that the property has; what has another name is a doubt and is not kept. */
function readDetails(row: RowReader, property: Property, flags: Flag[]): Details {
  const known = propertyMeanings[property].details ?? {}
  const details: Details = {}
  for (const entry of row
    .text('details')
    .split(';')
    .map((one) => one.trim())) {
    if (entry === '') continue
    const [, name, value] = /^([a-z_]+)\s*=\s*(.+)$/s.exec(entry) ?? []
    // Which class of the law a word falls under is for the committed table, not for a cell, to say.
    if (name === undefined || value === undefined || !(name in known) || name === 'gvhr_class') {
      flags.push(sheetFlag('VALUE_UNEXPECTED', `details: ${entry}`))
      continue
    }
    details[name] = /^(low|high|latitude|longitude)$/.test(name) && Number.isFinite(Number(value)) ? Number(value) : value
  }
  return details
}
