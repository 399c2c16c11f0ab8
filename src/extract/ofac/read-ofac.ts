/**
 * The list of Specially Designated Nationals and Blocked Persons of the Office of Foreign Assets Control, and its alternate names, in the columns
 * in which it publishes them as CSV: without a heading, "-0-" for blank, a last line of one control character (1A hex).
 */
import type { SheetTable } from '../../documents/sheet-table.js'
import { entityId } from '../../ledger/changesets/entity-facts.js'
import { rangeText } from '../../ledger/dates.js'
import type { Designation, EntityKind, Property } from '../../ledger/entities.js'
import type { Flag } from '../../ledger/records.js'
import { readDataTable } from '../../ledger/vocabulary.js'
import type { ListFacts, Said, Say } from '../list-facts.js'
import { readPrintedDate } from '../sfm/cited-date.js'
import { sheetFlag } from '../sfm/flags.js'
import { countryCode } from '../sfm/identity.js'
import { type RowReader, SheetReader } from '../sfm/sheet-reader.js'
import type { TableCounts } from '../table-counts.js'
import { programsOf, type Remark, readRemarks } from './remarks.js'

export const scheme = 'OFAC SDN'
export const authority = 'Office of Foreign Assets Control'
export const listName = 'Specially Designated Nationals and Blocked Persons List'

/** As OFAC's specification of the files names them. The given copy has a heading of its own, which calls the programme "Country". */
const sdnColumns = [
  'ent_num',
  'SDN_Name',
  'SDN_Type',
  'Program',
  'Title',
  'Call_Sign',
  'Vess_type',
  'Tonnage',
  'GRT',
  'Vess_flag',
  'Vess_owner',
  'Remarks',
]
const altColumns = ['ent_num', 'alt_num', 'alt_type', 'alt_name', 'alt_remarks']

export type OfacTable = 'SDN list' | 'SDN alternate names'

/** Told by what the first row, or the second below a heading, holds; null where it is neither file. */
export function recogniseOfac({ rows }: SheetTable): OfacTable | null {
  for (const { cells } of rows.slice(0, 2)) {
    if (!/^\d{1,9}$/.test(cells[0] ?? '')) continue
    if (cells.length === sdnColumns.length && /^(-0-|individual|vessel|aircraft)$/i.test(cells[2]!)) return 'SDN list'
    if (cells.length === altColumns.length && /^\d{1,9}$/.test(cells[1]!) && /^[afn]ka$/i.test(cells[2]!))
      return 'SDN alternate names'
  }
  return null
}

/** The table with OFAC's own names of columns in place of a heading that was added, or of none. */
function withColumns(table: SheetTable, columns: string[]): SheetReader {
  const headed = !/^\d+$/.test(table.rows[0]?.cells[0] ?? '') && table.rows[0]?.cells.length === columns.length
  return new SheetReader({ ...table, rows: [{ row: 0, cells: columns }, ...table.rows.slice(headed ? 1 : 0)] })
}

/** "-0-" stands for blank. */
const cell = (row: RowReader, column: string): string => row.text(column).replace(/^-0-$/, '')

/**
 * All entries of the list stand for blocked property, whatever their programme, save those named here: members of the Palestinian Legislative
 * Council, of whom transactions are rejected and nothing is blocked (OFAC, NS-PLC list).
 */
const effectOf = (program: string): Designation['effect'] => (program === 'NS-PLC' ? 'other' : 'asset block')

/** An entry's id says only whether the list has it as a person; what force it is, if any, is for the selection to say. */
export const entryId = (kind: 'person' | 'organization', number: string): string => entityId(kind, scheme, number)

const kindsOfLevels: Readonly<Record<string, EntityKind>> = {
  unit: 'unit',
  service: 'body',
  ministry: 'body',
  'general staff': 'body',
}
let selection: Map<string, EntityKind> | undefined

/**
 * The list does not say which of its entries are units of a security force; the committed selection does (data/designations/selection.csv), in
 * whatever order list and selection come into a ledger.
 */
function kindOfEntry(row: RowReader): { id: string; kind: EntityKind } {
  const number = cell(row, 'ent_num')
  if (/^individual$/i.test(cell(row, 'SDN_Type'))) return { id: entryId('person', number), kind: 'person' }
  selection ??= new Map(
    readDataTable('designations/selection.csv').map((picked) => [
      picked.ent_num!,
      kindsOfLevels[picked.level!] ?? 'organization',
    ]),
  )
  return { id: entryId('organization', number), kind: selection.get(number) ?? 'organization' }
}

/** The row holds nothing but the mark that ends a file; it is not lost. */
function isEndMark(row: RowReader, first: string): boolean {
  if (row.text(first).charCodeAt(0) !== 0x1a) return false
  row.lose(null, 'ROW_END_MARK', 'not taken', null)
  return true
}

/** `seenOn`: the day of the snapshot; it proves the listing on that day alone. */
export function readSdn(table: SheetTable, into: ListFacts, seenOn: string): { sheet: SheetReader; counts: TableCounts } {
  const sheet = withColumns(table, sdnColumns)
  const counts = { rows: 0, refused: 0 }
  const byName = new Map<string, string[]>()
  for (const row of sheet.rows()) {
    const name = cell(row, 'SDN_Name')
    if (name !== '' && !isVessel(row)) byName.set(name, [...(byName.get(name) ?? []), kindOfEntry(row).id])
  }
  const seen = new Set<string>()
  for (const row of sheet.rows()) {
    if (isEndMark(row, 'ent_num')) continue
    counts.rows++
    const number = cell(row, 'ent_num')
    const name = cell(row, 'SDN_Name')
    if (!/^\d+$/.test(number) || name === '') {
      counts.refused++
      row.lose(name === '' ? 'SDN_Name' : 'ent_num', 'ROW_INCOMPLETE', 'refused', number || name)
    } else if (isVessel(row)) row.lose('SDN_Type', 'ROW_OF_VESSEL', 'not taken', name)
    else if (seen.has(number)) {
      counts.refused++
      row.lose('ent_num', 'ROW_REPEATED', 'refused', number)
    } else {
      seen.add(number)
      readEntry(sheet, row, into, { number, name, seenOn, byName })
    }
  }
  return { sheet, counts }
}

const isVessel = (row: RowReader): boolean => /^(vessel|aircraft)$/i.test(cell(row, 'SDN_Type'))

interface Entry {
  number: string
  name: string
  seenOn: string
  /** Ids of the entries of each name. */
  byName: ReadonlyMap<string, readonly string[]>
}

function readEntry(sheet: SheetReader, row: RowReader, into: ListFacts, { number, name, seenOn, byName }: Entry): void {
  const { id: entity, kind } = kindOfEntry(row)
  into.entities.set(entity, kind)
  const say: Say = (property, said) => into.say(sheet, row, entity, property, said)
  say('name', { value: name, column: 'SDN_Name' })
  say('identifier', { value: number, column: 'ent_num', details: { scheme } })
  const title = cell(row, 'Title')
  if (title !== '') say('note', { value: `Title: ${title}`, column: 'Title' })
  const remarks = readRemarks(cell(row, 'Remarks'))
  for (const remark of remarks) say(...saidBy(remark, { name, byName }))
  const identifiers = { ent_num: number }
  const programs = programsOf(cell(row, 'Program'))
  for (const program of programs.length > 0 ? programs : [null])
    into.list(sheet, row, entity, 'Program', {
      authority,
      list: listName,
      program,
      law: null,
      effect: effectOf(program ?? ''),
      listedPrinted: null,
      listed: null,
      delistedPrinted: null,
      delisted: null,
      seenOn,
      deniedIn: null,
      reason: null,
      identifiers,
    })
  // For vessels and aircraft; on other rows a value would be a surprise, and is told.
  for (const column of ['Call_Sign', 'Vess_type', 'Tonnage', 'GRT', 'Vess_flag', 'Vess_owner'])
    if (cell(row, column) !== '') row.lose(column, 'CELL_NOT_KEPT', 'not taken', cell(row, column))
}

/** What a remark says of the entry. */
function saidBy(remark: Remark, { name, byName }: Pick<Entry, 'name' | 'byName'>): [Property, Said] {
  const column = 'Remarks'
  const value = remark.text
  switch (remark.kind) {
    case 'alias':
      return ['alias', { value, column, details: { kind: remark.as } }]
    case 'identifier':
      return ['identifier', { value, column, details: { scheme: remark.scheme } }]
    case 'country': {
      const code = countryCode(value)
      const flags: Flag[] = code ? [] : [sheetFlag('COUNTRY_UNKNOWN', `Printed: ${value}`)]
      return ['country', { value: code ?? value, column, details: { kind: remark.as }, flags }]
    }
    case 'linked': {
      // Only a name that one entry alone has says whom.
      const named = byName.get(value) ?? []
      return [
        'lineage',
        {
          value: `Linked To: ${value}`,
          object: named.length === 1 ? named[0]! : null,
          column,
          details: { relation: 'linked to' },
        },
      ]
    }
    case 'established': {
      const range = readPrintedDate(value)
      const flags = range ? [] : [sheetFlag('DATE_IMPOSSIBLE', `Printed: ${value}`)]
      const dates = { firstCitedPrinted: value, firstCited: range && rangeText(range), starts: true, flags }
      return ['existence', { value: name, column, ...dates }]
    }
    case 'birth':
    case 'gender':
    case 'classification':
    case 'note':
      return [remark.kind, { value, column }]
  }
}

/** `entries`: entities that the ledger has of the list, by their numbers there. */
export function readAlternateNames(
  table: SheetTable,
  into: ListFacts,
  entries: ReadonlyMap<string, { id: string; kind: EntityKind }>,
): { sheet: SheetReader; counts: TableCounts; absent: { names: number; entries: number } } {
  const sheet = withColumns(table, altColumns)
  const counts = { rows: 0, refused: 0 }
  const absent = new Set<string>()
  let names = 0
  for (const row of sheet.rows()) {
    if (isEndMark(row, 'ent_num')) continue
    counts.rows++
    const number = cell(row, 'ent_num')
    const name = cell(row, 'alt_name')
    if (!/^\d+$/.test(number) || name === '') {
      counts.refused++
      row.lose(name === '' ? 'alt_name' : 'ent_num', 'ROW_INCOMPLETE', 'refused', number || name)
      continue
    }
    const entry = entries.get(number)
    if (!entry) {
      names++
      absent.add(number)
      row.lose('ent_num', 'ROW_OF_ABSENT_ENTRY', 'not taken', `${number}: ${name}`)
      continue
    }
    into.entities.set(entry.id, entry.kind)
    const type = cell(row, 'alt_type').toLowerCase()
    const remarks = cell(row, 'alt_remarks')
    into.say(sheet, row, entry.id, 'alias', {
      value: name,
      column: 'alt_name',
      details: { kind: /^[afn]ka$/.test(type) ? `${type[0]}.k.a.` : type, number: cell(row, 'alt_num') },
    })
    if (remarks !== '') into.say(sheet, row, entry.id, 'note', { value: `${name}: ${remarks}`, column: 'alt_remarks' })
  }
  return { sheet, counts, absent: { names, entries: absent.size } }
}
