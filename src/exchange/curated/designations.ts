/**
 * data/designations as facts of three sources: the picked rows of OFAC's list, read as the whole list would be; those of its alternate names; and
 * the selection itself, which says by hand which entries are security forces.
 */
import type { SheetTable } from '../../documents/sheet-table.js'
import { ListFacts } from '../../extract/list-facts.js'
import { entryId, scheme } from '../../extract/ofac/read-ofac.js'
import { SheetReader } from '../../extract/sfm/sheet-reader.js'
import { type Entries, type ListTable, readList, sourceOfList } from '../../extract/take-list.js'
import { sourceId } from '../../ledger/changesets/facts.js'
import type { EntityKind } from '../../ledger/entities.js'
import type { Source } from '../../ledger/records.js'
import type { Cells } from '../data-package/tables.js'
import type { CuratedPackage } from './read-package.js'

export interface CuratedSource {
  source: Source
  facts: ListFacts
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
  return { source, facts: readList(table, of, source.id, { seenOn, entries, file: file.file_name! }).facts }
}

function selectionSource(given: CuratedPackage, kinds: ReadonlyMap<string, EntityKind>): CuratedSource {
  const { rows, sha256, bytes } = given.table('selection')
  const source: Source = {
    id: sourceId(sha256),
    sha256,
    kind: 'note',
    report: null,
    region: null,
    title: "Security forces on OFAC's list, picked by hand",
    publisher: 'Rastro',
    language: 'en',
    publishedPrinted: null,
    officialUrl: null,
    archivedUrl: null,
    volumePageOffset: null,
    fileName: 'selection.csv',
    mediaType: 'text/csv',
    bytes,
    pages: null,
    licence: 'CC0-1.0',
  }
  const facts = new ListFacts(source.id)
  const columns = ['ent_num', 'name', 'level', 'country', 'reason']
  const cells = rows.map((row, index) => ({ row: index + 2, cells: columns.map((column) => row[column] ?? '') }))
  const sheet = new SheetReader({ sheet: null, name: null, rows: [{ row: 1, cells: columns }, ...cells] })
  for (const row of sheet.rows()) {
    const entity = entryId('organization', row.text('ent_num'))
    facts.entities.set(entity, kinds.get(entity) ?? 'organization')
    facts.say(sheet, row, entity, 'country', { value: row.text('country'), column: 'country' })
    facts.say(sheet, row, entity, 'classification', { value: `Security force: ${row.text('level')}`, column: 'level' })
    facts.say(sheet, row, entity, 'note', { value: row.text('reason'), column: 'reason' })
  }
  return { source, facts }
}
