/**
 * UCDP's Georeferenced Event Dataset. One-sided violence (type 3) is read as an allegation of deaths, with the side as printed: "Government of …"
 * is a body and never a unit. Combat (types 1 and 2) is context, is never a violation, and is not taken over.
 */
import type { SheetTable } from '../../documents/sheet-table.js'
import type { EntityKind } from '../../ledger/entities.js'
import type { Flag } from '../../ledger/records.js'
import { dateOf, type ListFacts, type Say } from '../list-facts.js'
import { sheetFlag } from '../sfm/flags.js'
import { countryCode } from '../sfm/identity.js'
import { headingKey } from '../sfm/recognise.js'
import { type RowReader, SheetReader } from '../sfm/sheet-reader.js'
import type { TableCounts } from '../table-counts.js'
import { violationDetails } from './violations.js'

const scheme = 'UCDP GED'
const ONE_SIDED = 'one-sided violence'

const telling = ['id', 'type_of_violence', 'side_a', 'date_start', 'deaths_civilians']
const kept = [
  ...telling,
  'side_a_new_id',
  'side_b',
  'source_article',
  'source_original',
  'number_of_sources',
  'where_coordinates',
  'where_description',
  'where_prec',
  'country',
  'event_clarity',
  'date_prec',
  'date_end',
  'best',
  'high',
  'low',
  'longitude',
  'latitude',
]

export function isGed({ rows }: SheetTable): boolean {
  const keys = new Set(rows[0]?.cells.map(headingKey))
  return telling.every((heading) => keys.has(heading))
}

export function readGed(table: SheetTable, into: ListFacts): { sheet: SheetReader; counts: TableCounts } {
  const sheet = new SheetReader(table)
  const counts = { rows: 0, refused: 0 }
  const heading = table.rows[0]!
  // A table may have hundreds of thousands of rows: each column that is not kept is told once.
  for (const column of heading.cells)
    if (column !== '' && !kept.includes(headingKey(column))) sheet.lose(heading.row, column, 'COLUMN_NOT_KEPT', 'not taken', null)
  const seen = new Set<string>()
  for (const row of sheet.rows()) {
    counts.rows++
    const id = row.text('id')
    const type = row.text('type_of_violence')
    if (type === '1' || type === '2') {
      row.lose('type_of_violence', 'ROW_IS_COMBAT', 'not taken', `${id}: ${row.text('side_a')} – ${row.text('side_b')}`)
      continue
    }
    const bad = id === '' ? 'id' : type !== '3' ? 'type_of_violence' : row.text('side_a') === '' ? 'side_a' : null
    if (bad || seen.has(id)) {
      counts.refused++
      row.lose(bad ?? 'id', bad ? 'ROW_INCOMPLETE' : 'ROW_REPEATED', 'refused', row.text(bad ?? 'id') || null)
      continue
    }
    seen.add(id)
    readEvent(sheet, row, id, into)
  }
  return { sheet, counts }
}

function readEvent(sheet: SheetReader, row: RowReader, id: string, into: ListFacts): void {
  const entity = into.know('incident', scheme, id)
  const say: Say = (property, said) => into.say(sheet, row, entity, property, said)
  const side = row.text('side_a')
  const reported = row.text('source_article')
  say('identifier', { value: id, column: 'id', details: { scheme } })
  say('occurrence', {
    value: `${side} – ${row.text('side_b') || 'civilians'}: ${ONE_SIDED}`,
    column: 'type_of_violence',
    // Who told it, as UCDP's own source has it; where it says nothing the reports speak.
    speaker: row.text('source_original') || null,
    ...eventDates(row),
    details: reported === '' ? {} : { reported_in: reported },
  })
  say('violation', { value: ONE_SIDED, column: 'type_of_violence', details: violationDetails(ONE_SIDED) })
  const [best, low, high] = ['best', 'low', 'high'].map((column) => row.text(column))
  const count = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null)
  say('victims', {
    value: `best estimate ${best}, low ${low}, high ${high}; of them civilians ${row.text('deaths_civilians')}`,
    column: 'best',
    details: { low: count(low), high: count(high), kind: 'deaths' },
    flags: [best, low, high].every((text) => count(text) !== null)
      ? []
      : [sheetFlag('VALUE_UNEXPECTED', `best ${best}, low ${low}, high ${high}`)],
  })
  sayPlace(row, say)
  sayPerpetrator(sheet, row, side, into, entity)
  if (row.text('event_clarity') === '2')
    say('factor', {
      value: 'UCDP: the event is known from a summary, not in itself (event_clarity 2)',
      column: 'event_clarity',
      details: { kind: 'detail' },
    })
  const sources = row.text('number_of_sources')
  if (/^[1-9]\d*$/.test(sources))
    say('factor', {
      value: `Reports that UCDP counts for it: ${sources}`,
      column: 'number_of_sources',
      details: { kind: 'corroboration' },
    })
}

/**
 * Where the day is known exactly (date_prec 1) the event lasted from the first day to the last. Else it happened at some time between them
 * (UCDP GED codebook, date_prec), which is one imprecise date and no span.
 */
function eventDates(row: RowReader) {
  const flags: Flag[] = []
  const [from, to] = ['date_start', 'date_end'].map((column) =>
    dateOf(row.text(column).replace(/T00:00:00$| 00:00:00.*$/, ''), column, flags),
  )
  if (!from || !to || !from.range || !to.range)
    return { firstCitedPrinted: from?.printed ?? null, firstCited: from?.range ?? null, flags }
  const backwards = to.range < from.range
  if (backwards) flags.push(sheetFlag('CITED_LAST_BEFORE_FIRST', `First ${from.printed}, last ${to.printed}`))
  if (backwards || row.text('date_prec') === '1')
    return {
      firstCitedPrinted: from.printed,
      firstCited: from.range,
      starts: true,
      lastCitedPrinted: to.printed,
      lastCited: to.range,
      ends: true,
      flags,
    }
  const printed = from.printed === to.printed ? from.printed : `${from.printed} – ${to.printed}`
  return { firstCitedPrinted: printed, firstCited: `${from.range.split(',')[0]},${to.range.split(',')[1]}`, flags }
}

function sayPlace(row: RowReader, say: Say): void {
  const country = row.text('country')
  const code = countryCode(country)
  if (country !== '')
    say('country', {
      value: code ?? country,
      column: 'country',
      flags: code ? [] : [sheetFlag('COUNTRY_UNKNOWN', `Printed: ${country}`)],
    })
  const place = row.text('where_description') || row.text('where_coordinates')
  if (place === '') return
  const [latitude, longitude] = [Number(row.text('latitude') || Number.NaN), Number(row.text('longitude') || Number.NaN)]
  const known = Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180
  const precision = row.text('where_prec')
  say('location', {
    value: place,
    column: 'where_description',
    details: {
      ...(known && { latitude: latitude!, longitude: longitude! }),
      ...(precision !== '' && { precision: `where_prec ${precision} (1 exact, 6 the country)` }),
    },
  })
}

function sayPerpetrator(sheet: SheetReader, row: RowReader, side: string, into: ListFacts, incident: string): void {
  const government = /^Government of (.+)$/.exec(side)
  const kind: EntityKind = government ? 'body' : 'organization'
  const key = row.text('side_a_new_id') || side
  const known = into.entities.size
  const actor = into.know(kind, `${scheme} actor`, key)
  // The first row that names it says its name.
  if (into.entities.size > known) {
    into.say(sheet, row, actor, 'name', { value: side, column: 'side_a' })
    const country = government && countryCode(government[1]!)
    if (country) into.say(sheet, row, actor, 'country', { value: country, column: 'side_a' })
  }
  into.say(sheet, row, incident, 'perpetrator', { value: side, object: actor, column: 'side_a' })
}
