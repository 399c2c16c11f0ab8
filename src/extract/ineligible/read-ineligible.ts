/**
 * Our own CSV of listings: units that a government published as ineligible for assistance (Foreign Assistance Act 620M, 10 USC 362), and lists
 * like those under section 353, one row a listing. The columns are described in docs/formats.md.
 */
import type { SheetTable } from '../../documents/sheet-table.js'
import { rangeText } from '../../ledger/dates.js'
import type { Designation, EntityKind } from '../../ledger/entities.js'
import type { Flag } from '../../ledger/records.js'
import { dateOf, type ListFacts, readRows } from '../list-facts.js'
import { citePublication } from '../publication-columns.js'
import { sheetFlag } from '../sfm/flags.js'
import { countryCode, nameKey } from '../sfm/identity.js'
import { headingKey } from '../sfm/recognise.js'
import type { RowReader, SheetReader } from '../sfm/sheet-reader.js'
import type { TableCounts } from '../table-counts.js'

const telling = ['name', 'authority', 'list']
const oneOf = ['denied_in', 'effect', 'law']
const effects: readonly Designation['effect'][] = ['asset block', 'visa bar', 'embargo', 'ineligible for assistance', 'other']
const kinds: readonly EntityKind[] = ['unit', 'class of units', 'body', 'person', 'organization']

export function isListing({ rows }: SheetTable): boolean {
  const keys = new Set(rows[0]?.cells.map(headingKey))
  return telling.every((heading) => keys.has(heading)) && oneOf.some((heading) => keys.has(heading))
}

export function readListings(
  table: SheetTable,
  into: ListFacts,
  seenOn: string | null,
): { sheet: SheetReader; counts: TableCounts } {
  return readRows(table, problemOf, (sheet, row) => readListing(sheet, row, into, seenOn))
}

/** The column for which the row cannot be read, or null. */
function problemOf(row: RowReader): string | null {
  for (const column of telling) if (row.text(column) === '') return column
  const year = row.text('denied_in')
  // A year of a denial is a calendar year; nothing else can be meant by anything else.
  if (year !== '' && !/^(19|20)\d\d$/.test(year)) return 'denied_in'
  const effect = row.text('effect').toLowerCase()
  if (effect !== '' && !effects.some((known) => known === effect)) return 'effect'
  if (effect === '' && row.text('law') === '' && year === '') return 'effect'
  const kind = row.text('kind').toLowerCase()
  return kind === '' || kinds.some((known) => known === kind) ? null : 'kind'
}

function readListing(sheet: SheetReader, row: RowReader, into: ListFacts, day: string | null): void {
  const flags: Flag[] = []
  const name = row.text('name')
  const printed = row.text('country')
  const country = countryCode(printed) ?? (printed || null)
  if (printed !== '' && !countryCode(printed)) flags.push(sheetFlag('COUNTRY_UNKNOWN', `Printed: ${printed}`))
  const kind = (row.text('kind').toLowerCase() || 'unit') as EntityKind
  const authority = row.text('authority')
  const before = into.entities.size
  const entity = into.know(kind, `listed by ${authority}`, `${country ?? ''}|${nameKey(name)}`)
  const citations = citePublication(row, into)
  // The first listing of a name says the name.
  if (into.entities.size > before) {
    into.say(sheet, row, entity, 'name', { value: name, column: 'name', citations })
    if (country) into.say(sheet, row, entity, 'country', { value: country, column: 'country', citations })
  }
  const listed = dateOf(row.text('listed'), 'listed', flags)
  const delisted = dateOf(row.text('delisted'), 'delisted', flags)
  const seen = dateOf(row.text('seen_on'), 'seen_on', flags)
  // A snapshot is of a day; a year or a month proves nothing of any day in it.
  const isDay = seen !== null && seen.range !== null && rangeText(calendarDay(seen.range)) === seen.range
  if (seen?.range && !isDay) flags.push(sheetFlag('VALUE_UNEXPECTED', `seen_on: ${seen.printed} is no day`))
  const seenOn = isDay ? seen.range!.slice(1, 11) : seen ? null : day
  const deniedIn = row.text('denied_in') === '' ? null : Number(row.text('denied_in'))
  if (!listed?.range && seenOn === null && deniedIn === null)
    flags.push(sheetFlag('LIST_UNDATED', `${name}, ${row.text('list')}`))
  into.list(sheet, row, entity, 'list', {
    authority,
    list: row.text('list'),
    program: row.text('program') || null,
    law: row.text('law') || null,
    effect: (row.text('effect').toLowerCase() || 'ineligible for assistance') as Designation['effect'],
    listedPrinted: listed?.printed ?? null,
    listed: listed?.range ?? null,
    delistedPrinted: delisted?.printed ?? null,
    delisted: delisted?.range ?? null,
    seenOn,
    deniedIn,
    reason: row.text('reason') || null,
    identifiers: row.text('identifier') === '' ? {} : { identifier: row.text('identifier') },
    citations,
    flags,
  })
}

const calendarDay = (range: string) => ({ from: range.slice(1, 11), to: range.slice(1, 11) })
