/**
 * Takes a list into the ledger as one changeset: OFAC's designations, UCDP's events, and the tables of our own that docs/formats.md describes.
 * Alternate names are those of entries that the ledger has: where their file came first, they are read again when the entries come.
 */
import type { Pool, PoolClient } from 'pg'
import type { SheetTable, Spreadsheet } from '../documents/sheet-table.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { designationRow, entityRow, publicationRow, statementRow } from '../ledger/changesets/entity-facts.js'
import { type Collection, sourceId, sourceRow } from '../ledger/changesets/facts.js'
import { replaceSource, type SourceFacts } from '../ledger/changesets/replace-source.js'
import { readRangeText } from '../ledger/dates.js'
import type { EntityKind } from '../ledger/entities.js'
import { errors } from '../ledger/errors.js'
import { version } from '../ledger/project.js'
import type { Source } from '../ledger/records.js'
import { isGed, readGed } from './incidents/read-ged.js'
import { isStatements, readStatements } from './incidents/read-statements.js'
import { isListing, readListings } from './ineligible/read-ineligible.js'
import { ListFacts } from './list-facts.js'
import { authority, readAlternateNames, readSdn, recogniseOfac, scheme } from './ofac/read-ofac.js'
import { readSpreadsheetApart } from './read-spreadsheets.js'
import type { Loss } from './sfm/flags.js'
import type { SheetReader } from './sfm/sheet-reader.js'
import type { TableCounts } from './table-counts.js'
import type { SheetReport, SpreadsheetEffects, TakenSpreadsheet } from './taken-spreadsheet.js'

export type ListTable = 'SDN list' | 'SDN alternate names' | 'UCDP events' | 'incidents, by statement' | 'listings'

/** Entries of the SDN list that the ledger has from other sources, by their numbers. */
export type Entries = ReadonlyMap<string, { id: string; kind: EntityKind }>

/** Null where the table is none of these lists. */
export function recogniseList(table: SheetTable): ListTable | null {
  const ofac = recogniseOfac(table)
  if (ofac) return ofac
  if (isGed(table)) return 'UCDP events'
  if (isStatements(table)) return 'incidents, by statement'
  return isListing(table) ? 'listings' : null
}

export interface ReadList {
  facts: ListFacts
  table: ListTable
  counts: TableCounts
  losses: Loss[]
  warnings: string[]
}

/**
 * `seenOn`: the day of the snapshot, where the file does not say it.
 * @throws UserError LIST_DAY_MISSING where a list proves what it says on its day alone, and no day is given
 */
export function readList(
  table: SheetTable,
  of: ListTable,
  source: string,
  { seenOn, entries, file }: { seenOn: string | null; entries: Entries; file: string },
): ReadList {
  const facts = new ListFacts(source)
  const warnings: string[] = []
  const read = (): { sheet: SheetReader; counts: TableCounts } => {
    switch (of) {
      case 'SDN list':
        if (seenOn === null) throw errors.LIST_DAY_MISSING({ file })
        return readSdn(table, facts, seenOn)
      case 'SDN alternate names': {
        const names = readAlternateNames(table, facts, entries)
        if (names.absent.names > 0)
          warnings.push(
            `${names.absent.names} alternate names are of ${names.absent.entries} entries that the ledger does not have: vessels and aircraft, which are not taken over, or the list and its alternate names are of different days.`,
          )
        return names
      }
      case 'UCDP events':
        return readGed(table, facts)
      case 'incidents, by statement':
        return readStatements(table, facts)
      case 'listings':
        return readListings(table, facts, seenOn)
    }
  }
  const { sheet, counts } = read()
  return { facts, table: of, counts, losses: [...sheet.losses, ...flagged(facts)], warnings }
}

function flagged({ statements, designations }: ListFacts): Loss[] {
  return [...statements, ...designations].flatMap(({ places, flags }) =>
    flags.map(
      ({ code, note }): Loss => ({
        sheet: places[0]!.pageLabel,
        row: places[0]!.row ?? 0,
        column: places[0]!.column ?? null,
        outcome: 'flagged',
        code: code as Loss['code'],
        text: note,
      }),
    ),
  )
}

type Dated = Pick<ListFacts['statements'][number], 'property' | 'firstCited' | 'firstCitedPrinted' | 'places'>
type Listed = Pick<ListFacts['designations'][number], 'deniedIn' | 'listed' | 'delisted' | 'seenOn' | 'places'>

/** Incidents and listings after `today`: told, and kept, for a plan or a slip cannot be told apart. They are no fact of the row: tomorrow they are none. */
export function futureDates(statements: readonly Dated[], today: string, designations: readonly Listed[] = []): Loss[] {
  const year = Number(today.slice(0, 4))
  const future = (range: string | null): range is string => range !== null && readRangeText(range).from > today
  const told = ([place]: Dated['places'], text: string, column = place?.column): Loss => ({
    sheet: place!.pageLabel,
    row: place!.row ?? 0,
    column: column ?? null,
    outcome: 'flagged',
    code: 'DATE_IN_FUTURE',
    text,
  })
  return [
    ...statements.flatMap(({ property, firstCited, firstCitedPrinted, places }) =>
      property === 'occurrence' && future(firstCited) ? [told(places, firstCitedPrinted ?? readRangeText(firstCited).from)] : [],
    ),
    ...designations.flatMap(({ deniedIn, listed, delisted, seenOn, places }) => [
      ...(deniedIn !== null && deniedIn > year ? [told(places, String(deniedIn), 'denied_in')] : []),
      ...(future(listed) ? [told(places, readRangeText(listed).from, 'listed')] : []),
      ...(future(delisted) ? [told(places, readRangeText(delisted).from, 'delisted')] : []),
      ...(seenOn !== null && seenOn > today ? [told(places, seenOn, 'seen_on')] : []),
    ]),
  ]
}

export function factsOfList({ facts }: Pick<ReadList, 'facts'>, source: Source, collection: Collection): SourceFacts {
  return {
    source: sourceRow(source, collection),
    statement: facts.statements.map((statement, position) => statementRow(statement, source.id, position)),
    designation: facts.designations.map((designation, position) => designationRow(designation, source.id, position)),
    publication: [...facts.publications.values()].map((publication) => publicationRow(publication, source.id)),
    entities: [...facts.entities].map(([id, kind]) => entityRow(id, kind)),
  }
}

/** Rows after which what the database assumes of its tables is out of date. */
const MANY = 5000

interface Given {
  file: string
  bytes: Uint8Array
  sha256: string
  actor: string
  method: string
  restricted: boolean
  seenOn: string | null
}

/** @throws UserError LIST_DAY_MISSING */
export async function takeList(
  given: Given,
  { spreadsheet, table, of }: { spreadsheet: Spreadsheet; table: SheetTable; of: ListTable },
  ledger: { ownerPool: Pool },
  effects: SpreadsheetEffects,
): Promise<TakenSpreadsheet> {
  const { file, sha256, actor, method, restricted, seenOn } = given
  if (of === 'SDN list' && seenOn === null) throw errors.LIST_DAY_MISSING({ file })
  const source = sourceOfList(of, { ...given, mediaType: spreadsheet.mediaType, bytes: given.bytes.length })
  const at = effects.now()
  await effects.keepOriginal(sha256)
  let read: ReadList | undefined
  const readAgain: string[] = []
  const notReadAgain: string[] = []
  const about = { actor, reason: `Read ${file}`, tool: 'rastro ingest', toolVersion: version, at }
  const committed = await commitChangeset(ledger, about, async (change) => {
    const entries = of === 'SDN alternate names' ? await entriesInLedger(change.client, source.id) : new Map()
    read = readList(table, of, source.id, { seenOn, entries, file })
    if (of === 'SDN list' || of === 'SDN alternate names')
      read.warnings.push(...snapshotWarnings(of, seenOn, await otherSnapshots(change.client, of)))
    const collection = { at, by: actor, from: 'a file given to rastro ingest', method }
    await replaceSource(change, { ...factsOfList(read, source, collection), restricted })
    if (of === 'SDN list' && !restricted)
      for (const other of await alternateNamesInLedger(change.client)) {
        const original = await effects.readOriginal(other.sha256)
        if (!original) {
          notReadAgain.push(other.file_name)
          continue
        }
        const again = await readSpreadsheetApart({ bytes: original, file: other.file_name })
        const names = readList(again.tables[0]!, 'SDN alternate names', other.id, {
          seenOn: null,
          entries: await entriesInLedger(change.client, other.id),
          file: other.file_name,
        })
        const before = change.rows.ledger.count('written')
        const facts = factsOfList(
          names,
          sourceOfList('SDN alternate names', {
            file: other.file_name,
            sha256: other.sha256,
            seenOn: other.published_printed,
            mediaType: again.mediaType,
            bytes: original.length,
          }),
          { at: other.collected_at, by: other.collected_by, from: other.collected_from, method: other.method },
        )
        await replaceSource(change, facts)
        if (change.rows.ledger.count('written') > before) readAgain.push(other.file_name)
      }
    await change.client.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [source.id, method, at],
    )
  })
  // Pages are asked for before the database gets round to counting anew, and would look through all rows for one entity's.
  if (committed.written > MANY) await ledger.ownerPool.query('ANALYZE ledger.statement, ledger.designation, ledger.entity')
  if (spreadsheet.tables.length > 1) read!.warnings.push(`Of the workbook only the sheet ${JSON.stringify(table.name)} was read.`)
  return { committed, report: { ...reportOf(read!, table.name, at.toISOString().slice(0, 10)), readAgain, notReadAgain } }
}

function reportOf({ facts, table, counts, losses, warnings }: ReadList, sheet: string | null, today: string) {
  return {
    tables: [{ table, sheet, ...counts }],
    entities: facts.entities.size,
    statements: facts.statements.length,
    designations: facts.designations.length,
    publications: facts.publications.size,
    withheldStatements: 0,
    withheldPublications: 0,
    losses: [...losses, ...futureDates(facts.statements, today, facts.designations)],
    problems: [],
    warnings,
  } satisfies Partial<SheetReport>
}

/** Entries that another source than this one, and so the list itself, speaks of. */
async function entriesInLedger(client: PoolClient, source: string): Promise<Entries> {
  const { rows } = await client.query<{ number: string; id: string; kind: EntityKind }>(
    `SELECT DISTINCT s.value AS number, s.entity AS id, e.kind FROM ledger.statement s
      JOIN ledger.entity e ON e.id = s.entity AND e.withdrawn IS NULL
      WHERE s.property = 'identifier' AND s.details->>'scheme' = $2 AND s.source <> $1 AND s.withdrawn IS NULL`,
    [source, scheme],
  )
  return new Map(rows.map(({ number, id, kind }) => [number, { id, kind }]))
}

/** Days of the copies of the other of the two files that go together: null for one whose day nobody said. */
async function otherSnapshots(client: PoolClient, of: 'SDN list' | 'SDN alternate names'): Promise<(string | null)[]> {
  const other = of === 'SDN list' ? 'SDN alternate names' : 'SDN list'
  const { rows } = await client.query<{ day: string | null }>(
    `SELECT DISTINCT published_printed AS day FROM ledger.source WHERE withdrawn IS NULL AND publisher = $1 AND title = $2
      AND collected_from NOT LIKE 'the bundled data %' ORDER BY 1`,
    [authority, descriptions[other].title],
  )
  return rows.map(({ day }) => day)
}

/** The list and its alternate names belong together only where they are copies of one day. */
export function snapshotWarnings(
  of: 'SDN list' | 'SDN alternate names',
  seenOn: string | null,
  others: readonly (string | null)[],
): string[] {
  if (others.length === 0 || (seenOn !== null && others.includes(seenOn))) return []
  const [own, other] = of === 'SDN list' ? ['this list is', 'alternate names'] : ['these alternate names are', 'list']
  const day = (text: string | null) => text ?? 'a day that nobody said'
  return [
    `The snapshots differ: ${own} a copy of ${day(seenOn)}, and the ${other} in the ledger of ${others.map(day).join(', ')}. Names may belong to entries that the other copy does not have, and entries may lack names.`,
  ]
}

/** Files of alternate names that somebody gave; those of the bundled data are of bundled entries, and of no others. */
async function alternateNamesInLedger(client: PoolClient) {
  const { rows } = await client.query<{
    id: string
    sha256: string
    file_name: string
    published_printed: string | null
    collected_at: Date
    collected_by: string
    collected_from: string
    method: string
  }>(
    `SELECT id, sha256, file_name, published_printed, collected_at, collected_by, collected_from, method
      FROM ledger.source WHERE withdrawn IS NULL AND publisher = $1 AND title = $2 AND collected_from NOT LIKE 'the bundled data %' ORDER BY id`,
    [authority, descriptions['SDN alternate names'].title],
  )
  return rows
}

const descriptions: Record<ListTable, { kind: Source['kind']; title: string; publisher: string | null; licence: string | null }> =
  {
    'SDN list': {
      kind: 'list',
      title: 'Specially Designated Nationals and Blocked Persons List',
      publisher: authority,
      licence: 'United States Government work',
    },
    'SDN alternate names': {
      kind: 'list',
      title: 'Specially Designated Nationals and Blocked Persons List: alternate names',
      publisher: authority,
      licence: 'United States Government work',
    },
    'UCDP events': {
      kind: 'spreadsheet',
      title: 'UCDP Georeferenced Event Dataset',
      publisher: 'Uppsala Conflict Data Program',
      licence: 'CC BY 4.0',
    },
    'incidents, by statement': { kind: 'spreadsheet', title: 'Incidents, by statement', publisher: null, licence: null },
    listings: { kind: 'list', title: 'Listings', publisher: null, licence: null },
  }

export function sourceOfList(
  of: ListTable,
  {
    file,
    sha256,
    seenOn,
    mediaType,
    bytes,
  }: { file: string; sha256: string; seenOn: string | null; mediaType: string; bytes: number },
): Source {
  const { kind, title, publisher, licence } = descriptions[of]
  return {
    id: sourceId(sha256),
    sha256,
    kind,
    report: null,
    region: null,
    title: publisher === null ? `${title} (${file})` : title,
    publisher,
    language: 'en',
    publishedPrinted: seenOn,
    officialUrl: publisher === authority ? 'https://sanctionslist.ofac.treas.gov/Home/SdnList' : null,
    archivedUrl: null,
    volumePageOffset: null,
    fileName: file,
    mediaType,
    bytes,
    pages: null,
    licence,
  }
}
