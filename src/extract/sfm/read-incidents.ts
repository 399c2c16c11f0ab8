/**
 * A table of incidents: what is alleged to have happened, where, and who is alleged to have done it. A perpetrator known only by a class
 * ("Ejército") accuses no unit; every value stands as its publications have it.
 */
import type { Flag } from '../../ledger/records.js'
import { violationDetails } from '../incidents/violations.js'
import type { TableCounts } from '../table-counts.js'
import { cleanRows, standing } from './clean-rows.js'
import type { DateColumns, ValueColumns } from './columns.js'
import type { Span } from './draft.js'
import { sheetFlag } from './flags.js'
import { incidentOfId, kindOfUnit, personOfId, scheme, unitOfId } from './identity.js'
import type { IncidentsLayout } from './incident-layouts.js'
import { sayCountry } from './read-units.js'
import type { CitedDate, Part, RowReader, SheetReader } from './sheet-reader.js'
import type { About, Statements } from './statements.js'

export function readIncidents(sheet: SheetReader, layout: IncidentsLayout, into: Statements): TableCounts {
  const counts = { rows: 0, refused: 0 }
  for (const { row, status } of cleanRows(sheet, layout, layout.id, counts)) {
    const id = row.value({ value: layout.id })
    if (!id) {
      counts.refused++
      row.lose(layout.id, 'ROW_WITHOUT_SUBJECT', 'refused', null)
      continue
    }
    const about: About = { entity: incidentOfId(id.text), name: null, ...standing(status, layout.status) }
    into.knows(about.entity, () => 'incident')
    readIncident(sheet, row, layout, about, into)
    into.say(sheet, row, about, 'identifier', { ...id, citations: whole(row, layout) }, { details: { scheme } })
    // Where all that it would be the source of is blank, it is not an unknown column.
    row.text(layout.classes.source!)
    row.finish(layout.internal)
  }
  return counts
}

/** The sources of the row, so that an incident of restricted ones alone does not show by its id. */
const whole = (row: RowReader, { classes, violations, description }: IncidentsLayout): string[] =>
  [classes, violations, description].map((columns) => value(row, columns)?.citations ?? []).find((ids) => ids.length > 0) ?? []

function readIncident(sheet: SheetReader, row: RowReader, layout: IncidentsLayout, about: About, into: Statements): void {
  const say = (...[property, main, said]: SayIncident) => into.say(sheet, row, about, property, main, said)
  const flags: Flag[] = []
  const span = incidentSpan(dated(row, layout.start), dated(row, layout.end), flags)
  const alleged = dated(row, layout.alleged)
  const description = value(row, layout.description)
  const violations = list(row, layout.violations)
  const what = description ?? violations[0] ?? null
  const when = span.first ?? span.last ?? alleged
  const details = { ...(alleged && { first_alleged: alleged }) }
  if (what) say('occurrence', what, { span, flags, details })
  else if (when) say('occurrence', when, { value: 'not described', span, flags, details })
  for (const violation of violations) say('violation', violation, { details: stringDetails(violationDetails(violation.text)) })
  if (layout.updated) {
    const updated = dated(row, layout.updated.date)
    const text = value(row, { value: layout.updated.status, source: layout.start.source! })
    if (text) say('note', text, updated ? { span: { ...noEnd, first: updated } } : {})
    else if (updated) row.lose(layout.updated.date.date, 'CELL_OF_BLANK', 'not taken', updated.text)
  }
  if (layout.country) sayCountry(value(row, layout.country), (property, main, said) => say(property, main, said))
  readLocation(row, layout, say)
  for (const name of list(row, layout.classes)) say('perpetrator', name)
  readAccused(
    row,
    layout,
    'units',
    (id) => unitOfId(id),
    say,
    (entity, name) => {
      into.knows(entity, () => kindOfUnit(name?.text ?? '', null))
      into.spokenOf.push({ sheet, row, unit: name, id: null, entity, country: null, status: about.status })
    },
  )
  readAccused(
    row,
    layout,
    'persons',
    (id) => personOfId(id),
    say,
    (entity, name) => {
      into.knows(entity, () => 'person')
      if (name) into.say(sheet, row, { ...about, entity, flags: [] }, 'name', name)
    },
  )
}

type SayIncident = [property: Parameters<Statements['say']>[3], main: Part | null, said?: Parameters<Statements['say']>[5]]

const noEnd: Span = { first: null, last: null, starts: null, ends: null, openEnded: null }

/** Both dates are those of the incident itself, where they are given. */
function incidentSpan(first: CitedDate | null, last: CitedDate | null, flags: Flag[]): Span {
  if (first?.range && last?.range && last.range.to < first.range.from)
    flags.push(sheetFlag('CITED_LAST_BEFORE_FIRST', `First ${first.text}, last ${last.text}`))
  return { first, last, starts: first ? true : null, ends: last ? true : null, openEnded: null }
}

function readLocation(row: RowReader, layout: IncidentsLayout, say: (...said: SayIncident) => void): void {
  const described = value(row, layout.placeDescription)
  const place = layout.place ? value(row, layout.place) : null
  const id = layout.placeId === null ? null : value(row, { ...layout.placeDescription, value: layout.placeId })
  const gazetteer: Record<string, Part> = id ? { gazetteer: { ...id, text: `OpenStreetMap ${id.text}` } } : {}
  if (described) say('location', described, { details: gazetteer })
  else if (id) say('location', id, { value: `OpenStreetMap ${id.text}`, details: gazetteer })
  if (place) say('location', place)
}

function readAccused(
  row: RowReader,
  layout: IncidentsLayout,
  kind: 'units' | 'persons',
  entityOf: (id: string) => string,
  say: (...said: SayIncident) => void,
  know: (entity: string, name: Part | null) => void,
): void {
  const { id, name } = layout[kind]
  const ids = list(row, { ...(name ?? layout.classes), value: id })
  const names = name ? list(row, name) : []
  if (ids.length !== names.length && names.length > 0) {
    // Which name is whose cannot be told: each stands alone, and accuses no one that the ledger knows.
    for (const one of names)
      say('perpetrator', one, { flags: [sheetFlag('NAMES_AND_IDS_DIFFER', `${names.length} names, ${ids.length} ids`)] })
    return
  }
  ids.forEach((one, index) => {
    const entity = entityOf(one.text)
    const named = names[index] ?? null
    know(entity, named)
    say('perpetrator', named ?? one, { object: entity, ...(named ? {} : { value: null }) })
  })
}

const stringDetails = (details: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]))

/** One column gives the sources of the whole row: of a cell that is blank they are not lost. */
const value = (row: RowReader, columns: ValueColumns): Part | null => (row.text(columns.value) === '' ? null : row.value(columns))
const list = (row: RowReader, columns: ValueColumns): Part[] => (row.text(columns.value) === '' ? [] : row.list(columns))
const dated = (row: RowReader, columns: DateColumns): CitedDate | null =>
  [columns.date, columns.month, columns.day, columns.year].every((heading) => row.text(heading) === '') ? null : row.date(columns)
