/**
 * Takes a spreadsheet of units, people or publications into the ledger, as one changeset. Where it restricts publications that other
 * spreadsheets cite, or tells who a unit is that they know by name alone, those are read again from the archive in the same changeset, so that
 * the ledger is the same in whatever order the files came.
 */
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Spreadsheet } from '../documents/sheet-table.js'
import { type Change, commitChangeset } from '../ledger/changesets/change.js'
import { sourceId } from '../ledger/changesets/facts.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import { forgetWithheld, removeFromSight, settleWithheld } from '../ledger/changesets/withhold.js'
import { version } from '../ledger/project.js'
import type { Source } from '../ledger/records.js'
import { readSpreadsheetApart } from './read-spreadsheets.js'
import { askLedger, factsOfCollection, sourcesToReadAgain } from './sfm/collection-facts.js'
import { scheme } from './sfm/identity.js'
import { namesOf, type ReadCollection, type Recognisable, readCollection, recogniseTables } from './sfm/read-collection.js'
import { futureDates, recogniseList, takeList } from './take-list.js'
import type { SpreadsheetEffects, TakenSpreadsheet } from './taken-spreadsheet.js'

interface Given {
  file: string
  bytes: Uint8Array
  actor: string
  method: string
  restricted: boolean
  /** The day of a list's snapshot, where the file does not say it. */
  seenOn?: string | null
}

/**
 * @throws UserError where no table of the file can be read: SHEET_…, ZIP_…, FILE_…, LIST_DAY_MISSING
 */
export async function takeSpreadsheet(
  given: Given,
  ledger: { ownerPool: Pool },
  effects: SpreadsheetEffects,
): Promise<TakenSpreadsheet> {
  const { file, bytes, actor, method, restricted } = given
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const spreadsheet = await readSpreadsheetApart({ bytes, file })
  for (const table of spreadsheet.tables) {
    const of = recogniseList(table)
    if (of) return takeList({ ...given, sha256, seenOn: given.seenOn ?? null }, { spreadsheet, table, of }, ledger, effects)
  }
  const found = recogniseTables(spreadsheet.tables, { file })
  const source = sourceOf(given, sha256, spreadsheet, found)
  const at = effects.now()
  const collection = { at, by: actor, from: 'a file given to rastro ingest', method }
  await effects.keepOriginal(sha256)
  let read: ReadCollection | undefined
  let removed = false
  const readAgain: string[] = []
  const notReadAgain: string[] = []
  const about = { actor, reason: `Read ${file}`, tool: 'rastro ingest', toolVersion: version, at }
  const committed = await commitChangeset(ledger, about, async (change) => {
    if (restricted) {
      read = withNothingWithheld(readCollection(found, source.id, { restricted: new Set(), units: [] }))
      await replaceSource(change, { ...factsOfCollection(read, source, collection), withheld: {}, restricted: true })
    } else {
      const result = await replace(change, found, source, collection)
      read = result.read
      removed = result.removed
      const names = namesWithIds(read)
      const wanted = { restricted: [...result.restricted], names }
      for (const other of await sourcesToReadAgain(change.client, source.id, wanted)) {
        const original = await effects.readOriginal(other.sha256)
        if (!original) {
          notReadAgain.push(other.fileName)
          continue
        }
        const again = await readSpreadsheetApart({ bytes: original, file: other.fileName })
        const tables = recogniseTables(again.tables, { file: other.fileName })
        const circumstances = await collectionOf(change, other.id)
        const before = change.rows.ledger.count('written') + change.rows.restricted.count('written')
        const result = await replace(
          change,
          tables,
          sourceOf({ ...given, file: other.fileName, bytes: original }, other.sha256, again, tables),
          circumstances,
        )
        if (result.removed) removed = true
        if (change.rows.ledger.count('written') + change.rows.restricted.count('written') > before) readAgain.push(other.fileName)
      }
    }
    await change.client.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [source.id, method, at],
    )
  })
  if (removed) await forgetWithheld(ledger.ownerPool)
  const { statements, publications, withheld, entities, tables, losses, problems } = read!
  return {
    committed,
    report: {
      tables,
      entities: entities.size,
      statements: statements.length,
      publications: publications.length,
      withheldStatements: withheld.statements.length,
      withheldPublications: withheld.publications.length,
      losses: [...losses, ...futureDates(statements, at.toISOString().slice(0, 10))],
      problems,
      readAgain,
      notReadAgain,
    },
  }
}

/** Brings the ledger to what a public file says now; what is restricted is removed from what was public, past states included. */
async function replace(
  change: Change,
  found: Recognisable,
  source: Source,
  collection: Parameters<typeof factsOfCollection>[2],
): Promise<{ read: ReadCollection; restricted: Set<string>; removed: boolean }> {
  const knowledge = await askLedger(change.client, source.id, namesOf(found))
  const read = readCollection(found, source.id, knowledge)
  const restricted = new Set([...knowledge.restricted, ...read.restricts])
  const open = new Set(read.statements.map(({ id }) => id))
  const entities = await removeFromSight(change, source.id, {
    restricted: [...restricted],
    statements: read.withheld.statements.map(({ id }) => id).filter((id) => !open.has(id)),
    publications: read.withheld.publications.map(({ id }) => id),
  })
  await replaceSource(change, factsOfCollection(read, source, collection))
  await settleWithheld(change, entities)
  return { read, restricted, removed: entities.size > 0 }
}

function withNothingWithheld(read: ReadCollection): ReadCollection {
  const full = new Map([...read.statements, ...read.withheld.statements].map((statement) => [statement.id, statement]))
  return {
    ...read,
    statements: [...full.values()],
    publications: [...read.publications, ...read.withheld.publications],
    withheld: { statements: [], publications: [] },
  }
}

/** Names of the units that the file gives an id of theirs: others may know them by these names alone. */
function namesWithIds({ statements }: ReadCollection): string[] {
  const withId = new Set(
    statements.flatMap(({ entity, property, details }) =>
      property === 'identifier' && details.scheme === scheme ? [entity] : [],
    ),
  )
  const names = statements.filter(({ entity, property }) => property === 'name' && withId.has(entity))
  return [...new Set(names.flatMap(({ value }) => value ?? []))]
}

/** When and by whom it was collected does not change when it is read again. */
async function collectionOf(change: Change, source: string): Promise<Parameters<typeof factsOfCollection>[2]> {
  const { rows } = await change.client.query<{ at: Date; by: string; from: string; method: string }>(
    `SELECT collected_at AS at, collected_by AS by, collected_from AS "from", method FROM ledger.source WHERE id = $1 AND withdrawn IS NULL`,
    [source],
  )
  return rows[0]!
}

function sourceOf(
  { file, bytes }: Pick<Given, 'file' | 'bytes'>,
  sha256: string,
  { mediaType, tables }: Spreadsheet,
  found: Recognisable,
): Source {
  const kinds = [...new Set(found.tables.map(({ layout }) => titles[layout.table]))]
  return {
    id: sourceId(sha256),
    sha256,
    kind: 'spreadsheet',
    report: null,
    region: null,
    title: `${scheme}: ${kinds.join(', ')} (${file})`,
    publisher: scheme,
    language: 'en',
    publishedPrinted: null,
    officialUrl: null,
    archivedUrl: null,
    volumePageOffset: null,
    fileName: file,
    mediaType,
    bytes: bytes.length,
    pages: mediaType.startsWith('text/') ? null : tables.length,
    licence: 'CC BY 4.0',
  }
}

const titles: Record<Recognisable['tables'][number]['layout']['table'], string> = {
  units: 'units',
  persons: 'persons and postings',
  'persons extra': 'persons',
  sources: 'sources',
  aliases: 'names of units',
  incidents: 'incidents',
}
