/**
 * A spreadsheet of Security Force Monitor as facts: statements and publications, what of them only restricted publications say apart, and all
 * that was not taken over. Needs to know of the ledger which publications are restricted and which units other tables brought.
 */
import type { SheetTable } from '../../documents/sheet-table.js'
import type { EntityKind, Publication, Statement } from '../../ledger/entities.js'
import { type ErrorPlace, errors, type UserError } from '../../ledger/errors.js'
import type { TableCounts } from '../table-counts.js'
import { headingsOf } from './columns.js'
import { citationsOf, type Draft, onlyRestricted, publicPart, statementOf } from './draft.js'
import { clipped, type Loss, sheetFlag } from './flags.js'
import { type KnownUnit, kindOfUnit, scheme, UnitNames } from './identity.js'
import type { Layout } from './layouts.js'
import { edgesOnCircles } from './loops.js'
import { readIncidents } from './read-incidents.js'
import { readPersons, readPersonsExtra } from './read-persons.js'
import { type CitedPublication, readSources } from './read-sources.js'
import { addUnitRows, readAliases, readUnits, rowCountry } from './read-units.js'
import { headingKey, recognise, subjectHeadings } from './recognise.js'
import { SheetReader } from './sheet-reader.js'
import { Statements } from './statements.js'

export interface Recognisable {
  tables: { layout: Layout; table: SheetTable }[]
  /** Sheets of a workbook that are not read, and why. */
  problems: UserError[]
}

/** What a reading needs to know of the ledger; other sources' only. */
export interface Knowledge {
  /** Ids of publications that may not be seen. */
  restricted: ReadonlySet<string>
  /** Units with ids of theirs that are called by one of `namesOf`. */
  units: readonly KnownUnit[]
}

export interface ReadCollection {
  tables: (TableCounts & { table: Layout['table']; sheet: string | null })[]
  statements: Statement[]
  publications: Publication[]
  withheld: { statements: Statement[]; publications: Publication[] }
  entities: Map<string, EntityKind>
  /** Ids of the publications that this file restricts. */
  restricts: string[]
  losses: Loss[]
  problems: UserError[]
}

/**
 * Tells the tables of a file by their headings.
 * @throws UserError SHEET_UNKNOWN, SHEET_COLUMN_MISSING, SHEET_WITHOUT_ROWS where no table of the file can be read
 */
export function recogniseTables(tables: readonly SheetTable[], place: ErrorPlace): Recognisable {
  const found: Recognisable = { tables: [], problems: [] }
  for (const table of tables) {
    const heading = table.rows[0]
    const at = { ...place, ...(table.sheet !== null && { page: table.sheet }), ...(heading && { row: heading.row }) }
    const recognised = heading ? recognise(heading.cells) : null
    if (!heading) found.problems.push(errors.SHEET_WITHOUT_ROWS(at))
    else if (!recognised) found.problems.push(errors.SHEET_UNKNOWN(at, shownHeading(heading.cells)))
    else {
      const wanted = subjectHeadings(recognised.layout)
      const keys = new Set(heading.cells.map(headingKey))
      if (!wanted.some((name) => keys.has(headingKey(name))))
        found.problems.push(errors.SHEET_COLUMN_MISSING(at, wanted.map((name) => `"${name}"`).join(' nor ')))
      else if (table.rows.length === 1) found.problems.push(errors.SHEET_WITHOUT_ROWS(at))
      else found.tables.push({ layout: recognised.layout, table })
    }
  }
  if (found.tables.length === 0) throw found.problems[0] ?? errors.SHEET_WITHOUT_ROWS(place)
  return found
}

function shownHeading(cells: readonly string[]): string {
  const shown = cells.slice(0, 6).map((cell) => JSON.stringify(cell.slice(0, 40)))
  return `${shown.join(', ')}${cells.length > 6 ? `, … (${cells.length} columns)` : ''}`
}

/** Names of units that the file gives no id for, to be looked up among those of other tables. */
export function namesOf({ tables }: Recognisable): string[] {
  const names = new Set<string>()
  for (const { layout, table } of tables) {
    const sheet = new SheetReader(table)
    for (const row of sheet.rows()) {
      const add = (name: string, id: string) => {
        if (name !== '' && id === '') names.add(name)
      }
      if (layout.table === 'units') {
        add(row.text(layout.name.value), row.text(layout.id))
        for (const { unit, id } of layout.relations) add(row.text(unit.value), id === undefined ? '' : row.text(id))
      } else if (layout.table === 'persons')
        add(row.text(layout.unit.value), layout.unitId === null ? '' : row.text(layout.unitId))
      else if (layout.table === 'aliases') add(row.text(layout.name), '')
    }
  }
  return [...names]
}

/** `source` is the ledger's id of the file. Never throws, whatever the cells hold. */
export function readCollection({ tables, problems }: Recognisable, source: string, knowledge: Knowledge): ReadCollection {
  const names = new UnitNames(knowledge.units)
  const into = new Statements()
  const publications = new Map<string, CitedPublication>()
  const sheets = tables.map(({ layout, table }) => ({ layout, sheet: new SheetReader(table) }))
  for (const { layout, sheet } of sheets) {
    if (layout.table === 'units') addUnitRows(sheet, layout, names)
    if (layout.table === 'aliases') {
      for (const row of sheet.rows())
        if (row.text(layout.name) !== '')
          names.addRow(row.text(layout.name), rowCountry(row, { country: { value: layout.country } }), '')
    }
  }
  const counts = sheets.map(({ layout, sheet }) => {
    reportMissing(sheet, layout)
    return { table: layout.table, sheet: sheet.table.name, ...readTable(sheet, layout, { names, into, publications, source }) }
  })
  nameTheSpokenOf(into)
  const restricts = [...publications.values()].filter(({ restricted }) => restricted).map(({ cited }) => cited)
  const restricted = new Set([...knowledge.restricted, ...restricts])
  flagCircles(into.drafts.filter(({ main }) => !onlyRestricted(main, restricted)))
  const split = splitByRestriction(into.drafts, restricted, source)
  const losses = sheets.flatMap(({ sheet }) => sheet.losses)
  return {
    tables: counts,
    statements: split.open,
    publications: [...publications.values()].filter(({ cited }) => !restricted.has(cited)).map(({ publication }) => publication),
    withheld: {
      statements: split.withheld,
      publications: [...publications.values()].filter(({ cited }) => restricted.has(cited)).map(({ publication }) => publication),
    },
    entities: into.entities,
    restricts,
    losses: [...losses, ...split.losses, ...flagLosses(split.open, true), ...flagLosses(split.withheld, false)],
    problems,
  }
}

interface Reading {
  names: UnitNames
  into: Statements
  publications: Map<string, CitedPublication>
  source: string
}

function readTable(sheet: SheetReader, layout: Layout, { names, into, publications, source }: Reading): TableCounts {
  switch (layout.table) {
    case 'units':
      return readUnits(sheet, layout, names, into)
    case 'persons':
      return readPersons(sheet, layout, names, into)
    case 'persons extra':
      return readPersonsExtra(sheet, layout, into)
    case 'sources':
      return readSources(sheet, layout, source, publications)
    case 'aliases':
      return readAliases(sheet, layout, names, into)
    case 'incidents':
      return readIncidents(sheet, layout, into)
  }
}

function reportMissing(sheet: SheetReader, layout: Layout): void {
  const heading = sheet.table.rows[0]!.row
  for (const name of new Set(headingsOf(layout)))
    if (!sheet.has(name)) sheet.lose(heading, name, 'COLUMN_MISSING', 'not taken', null)
}

/** Units that have no row of their own get the name, and the id, that a relation or a posting gives them. */
function nameTheSpokenOf(into: Statements): void {
  const withRow = new Set(
    into.drafts.filter(({ property }) => property === 'name' || property === 'identifier').map(({ entity }) => entity),
  )
  const absent = new Set<string>()
  for (const { sheet, row, unit, id, entity, country, status } of into.spokenOf) {
    if (withRow.has(entity)) continue
    absent.add(entity)
    into.knows(entity, () => kindOfUnit(unit?.text ?? '', country))
    const about = { entity, name: unit, status, flags: [] }
    if (unit) into.say(sheet, row, about, 'name', unit)
    if (id) into.say(sheet, row, about, 'identifier', id, { details: { scheme } })
  }
  for (const draft of into.drafts)
    if (draft.property === 'parent' && draft.object !== null && absent.has(draft.object))
      draft.flags.push(sheetFlag('PARENT_NOT_LISTED', `${draft.value} has no row of its own`))
}

function flagCircles(drafts: readonly Draft[]): void {
  const relations = drafts.filter(({ property, details }) => property === 'parent' && details.relation !== 'membership')
  const circles = edgesOnCircles(relations.map(({ entity, object }) => ({ child: entity, parent: object! })))
  for (const at of circles) relations[at]!.flags.push(sheetFlag('OWN_ANCESTOR', `Through ${relations[at]!.value}`))
}

/** What only restricted publications say is withheld: whole statements, and parts of others, of which the full text is kept apart. */
function splitByRestriction(drafts: readonly Draft[], restricted: ReadonlySet<string>, source: string) {
  const open: Statement[] = []
  const withheld: Statement[] = []
  const losses: Loss[] = []
  // Who is named by nothing but restricted publications must not show by an id without a name.
  const named = new Map<string, boolean>()
  for (const draft of drafts)
    if (draft.property === 'name')
      named.set(draft.entity, named.get(draft.entity) === true || !onlyRestricted(draft.main, restricted))
  for (const draft of drafts) {
    const full = citationsOf(draft)
    const touched = full.some((id) => restricted.has(id))
    const nameless = full.length === 0 && named.get(draft.entity) === false
    const shown = nameless ? null : publicPart(draft, restricted)
    if (shown) open.push(statementOf(shown, source))
    const hides = !shown || touched
    if (!hides) continue
    withheld.push(statementOf(draft, source))
    for (const { row, pageLabel, column } of draft.places)
      losses.push({ sheet: pageLabel, row: row ?? 0, column: column ?? null, outcome: 'withheld', code: 'WITHHELD', text: null })
  }
  return { open, withheld, losses }
}

/** Reports are shown around: what is withheld is not repeated in them. */
function flagLosses(statements: readonly Statement[], repeat: boolean): Loss[] {
  const losses = new Map<string, Loss>()
  for (const { places, flags } of statements)
    for (const { row, pageLabel, column } of places)
      for (const { code, note } of flags) {
        const loss: Loss = {
          sheet: pageLabel,
          row: row ?? 0,
          column: column ?? null,
          outcome: 'flagged',
          code: code as Loss['code'],
          text: repeat ? clipped(note) : null,
        }
        losses.set(JSON.stringify(loss), loss)
      }
  return [...losses.values()]
}
