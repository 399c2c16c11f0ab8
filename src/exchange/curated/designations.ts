/**
 * data/designations as facts of four sources: the picked rows of OFAC's list, read as the whole list would be; those of its alternate names; the
 * selection itself, which says by hand which entries are security forces; and days of listing from official announcements, entered by hand.
 *
 * The list's copy does not say its day, which was inferred: each of its listings carries that as a flag.
 */
import type { SheetTable } from '../../documents/sheet-table.js'
import { dateOf, ListFacts } from '../../extract/list-facts.js'
import { authority, entryId, listName, scheme } from '../../extract/ofac/read-ofac.js'
import { citePublication } from '../../extract/publication-columns.js'
import { sheetFlag } from '../../extract/sfm/flags.js'
import { SheetReader } from '../../extract/sfm/sheet-reader.js'
import { type Entries, type ListTable, readList, sourceOfList } from '../../extract/take-list.js'
import { sourceId } from '../../ledger/changesets/facts.js'
import type { EntityKind } from '../../ledger/entities.js'
import type { Source } from '../../ledger/records.js'
import type { Cells } from '../data-package/tables.js'
import type { ArticleClaims } from './case-claims.js'
import type { CuratedPackage } from './read-package.js'

export interface CuratedSource {
  source: Source
  facts: ListFacts
  /** For an article: what it claims, in our words, and what the record of trainings has to say to it. */
  claims?: ArticleClaims
}

export function designationSources(given: CuratedPackage): CuratedSource[] {
  const files = new Map(given.table('sources').rows.map((row) => [row.table, row]))
  const list = listSource('SDN list', files.get('SDN list')!, rowsAsTable(given.table('entries').rows), new Map())
  const entries: Entries = new Map(
    list.facts.statements.flatMap(({ property, value, entity, details }) =>
      property === 'identifier' && details.scheme === scheme
        ? [[value!, { id: entity, kind: list.facts.entities.get(entity)! }] as const]
        : [],
    ),
  )
  const names = rowsAsTable(given.table('alternate-names').rows)
  return [
    list,
    listSource('SDN alternate names', files.get('SDN alternate names')!, names, entries),
    selectionSource(given, list.facts.entities),
    announcementSource(given, list.facts.entities),
  ]
}

/** The rows with their ordinals in the file that they were taken from; they have no heading. */
function rowsAsTable(rows: readonly Cells[]): SheetTable {
  return {
    sheet: null,
    name: null,
    rows: rows.map(({ row, ...cells }) => ({ row: Number(row), cells: Object.values(cells) })),
  }
}

function listSource(of: ListTable, file: Cells, table: SheetTable, entries: Entries): CuratedSource {
  const seenOn = file.seen_on || null
  const source = sourceOfList(of, {
    file: file.file_name!,
    sha256: file.sha256!,
    seenOn,
    mediaType: 'text/csv',
    bytes: Number(file.bytes),
  })
  const { facts } = readList(table, of, source.id, { seenOn, entries, file: file.file_name! })
  if (file.seen_on_reason)
    for (const listing of facts.designations) listing.flags.push(sheetFlag('LIST_DAY_INFERRED', file.seen_on_reason))
  return { source, facts }
}

/** A table of the project's own, which is a source like any other. */
function sourceByHand({ sha256, bytes }: { sha256: string; bytes: number }, fileName: string, title: string): Source {
  return {
    id: sourceId(sha256),
    sha256,
    kind: 'note',
    report: null,
    region: null,
    title,
    publisher: 'Rastro',
    language: 'en',
    publishedPrinted: null,
    officialUrl: null,
    archivedUrl: null,
    volumePageOffset: null,
    fileName,
    mediaType: 'text/csv',
    bytes,
    pages: null,
    licence: 'CC0-1.0',
  }
}

function sheetOf(rows: readonly Cells[], columns: string[]): SheetReader {
  const cells = rows.map((row, index) => ({ row: index + 2, cells: columns.map((column) => row[column] ?? '') }))
  return new SheetReader({ sheet: null, name: null, rows: [{ row: 1, cells: columns }, ...cells] })
}

function selectionSource(given: CuratedPackage, kinds: ReadonlyMap<string, EntityKind>): CuratedSource {
  const table = given.table('selection')
  const source = sourceByHand(table, 'selection.csv', "Security forces on OFAC's list, picked by hand")
  const facts = new ListFacts(source.id)
  const sheet = sheetOf(table.rows, ['ent_num', 'name', 'level', 'country', 'reason'])
  for (const row of sheet.rows()) {
    const entity = entryId('organization', row.text('ent_num'))
    facts.entities.set(entity, kinds.get(entity) ?? 'organization')
    facts.say(sheet, row, entity, 'country', { value: row.text('country'), column: 'country' })
    facts.say(sheet, row, entity, 'classification', { value: `Security force: ${row.text('level')}`, column: 'level' })
    facts.say(sheet, row, entity, 'note', { value: row.text('reason'), column: 'reason' })
  }
  return { source, facts }
}

/** Since when an entry is listed: the list's files do not say it, the announcement of the listing does. */
function announcementSource(given: CuratedPackage, kinds: ReadonlyMap<string, EntityKind>): CuratedSource {
  const table = given.table('announcements')
  const source = sourceByHand(table, 'announcements.csv', 'Days of listing, entered by hand from official announcements')
  const facts = new ListFacts(source.id)
  const columns = ['ent_num', 'name', 'program', 'listed', 'order', 'publication', 'publisher', 'published', 'url']
  const sheet = sheetOf(table.rows, columns)
  for (const row of sheet.rows()) {
    const entity = entryId('organization', row.text('ent_num'))
    facts.entities.set(entity, kinds.get(entity) ?? 'organization')
    const listed = dateOf(row.text('listed'), 'listed', [])
    facts.list(sheet, row, entity, 'listed', {
      authority,
      list: listName,
      program: row.text('program'),
      law: null,
      effect: 'asset block',
      listedPrinted: listed?.printed ?? null,
      listed: listed?.range ?? null,
      delistedPrinted: null,
      delisted: null,
      seenOn: null,
      deniedIn: null,
      reason: null,
      identifiers: { ent_num: row.text('ent_num'), order: row.text('order') },
      citations: citePublication(row, facts),
      flags: [
        sheetFlag(
          'LIST_DAY_BY_HAND',
          `${row.text('publisher')}: ${row.text('publication')}, ${row.text('published')}, ${row.text('url')}`,
        ),
      ],
    })
  }
  return { source, facts }
}
