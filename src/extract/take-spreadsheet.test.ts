/** Spreadsheets in the ledger: in whatever order they come, with what is restricted out of sight, now and in every past state. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { type Cells, csv, id, olderPerson, olderUnit, parent, person, publication, unit } from '../../test/sheets.js'
import { writeWorkbook } from '../../test/zip-writer.js'
import { openArchive } from '../documents/archive.js'
import { commitChangeset, contentDigest } from '../ledger/changesets/change.js'
import { undoChangeset } from '../ledger/changesets/undo.js'
import { verifyLedger } from '../ledger/changesets/verify.js'
import type { Ledger } from '../ledger/database/connect.js'
import { type IngestedSource, ingest } from './ingest.js'

let ledger: Ledger
let folder: string
beforeEach(async () => {
  ledger = await freshDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'rastro-sheets-'))
})
afterEach(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true })
})

function file(name: string, content: readonly Cells[] | Uint8Array): string {
  const place = path.join(folder, name)
  writeFileSync(place, content instanceof Uint8Array ? content : csv(content as Cells[]))
  return place
}

const takeIn = (paths: readonly string[], options = {}, into = ledger): Promise<IngestedSource[]> => {
  const archive = openArchive(into.home)
  const everything = openArchive(into.home, { clearance: true })
  return ingest(
    paths,
    into,
    { actor: 'a tester', ...options },
    {
      now: () => new Date('2026-01-02T03:04:05Z'),
      keepOriginal: async (place, sha256, kept) => archive.keep(sha256, readFileSync(place), kept),
      readOriginal: (sha256) => everything.read(sha256),
    },
  )
}

/** One run a file, so that each is a changeset of its own in this order. */
async function takeInTurn(paths: readonly string[], into = ledger): Promise<IngestedSource[]> {
  const results: IngestedSource[] = []
  for (const one of paths) results.push(...(await takeIn([one], {}, into)))
  return results
}

const rows = async (query: string, parameters: unknown[] = []) => (await ledger.ownerPool.query(query, parameters)).rows

async function problems(of = ledger): Promise<unknown[]> {
  const client = await of.ownerPool.connect()
  try {
    return [...(await verifyLedger(client, 'ledger')).problems, ...(await verifyLedger(client, 'restricted')).problems]
  } finally {
    client.release()
  }
}

/** All that a reader's role can see of the facts, past versions included. */
async function seen(): Promise<string> {
  const parts: string[] = []
  for (const table of ['statement', 'publication', 'entity', 'source', 'tombstone', 'changeset', 'content_group'])
    parts.push(JSON.stringify((await ledger.readerPool.query(`SELECT * FROM ledger.${table}`)).rows))
  return parts.join('\n')
}

const units = [
  unit('1', '7 Battalion', {
    ...parent('2', '1 Brigade'),
    'unit:other_names': 'Silent Lions',
    'unit:other_names:source': id('b'),
    'unit:classification': 'Army',
    'unit:classification:source': `${id('a')};${id('b')}`,
  }),
  unit('2', '1 Brigade'),
  unit('3', 'Shadow Company', { 'unit:name:source': id('b') }),
]
const sources = [publication('a', 'open'), publication('b', 'hidden report', { 'source:restricted:admin': '1' })]
const openSources = [publication('a', 'open'), publication('b', 'hidden report')]

test('a spreadsheet is one changeset; read again nothing changes; its original is kept out of sight', async () => {
  const paths = [file('units.csv', units), file('sources.csv', openSources)]
  const first = await takeIn(paths)
  expect(first.map(({ outcome }) => outcome)).toEqual(['written', 'written'])
  const digest = await contentDigest(ledger.ownerPool)
  expect((await takeIn(paths)).map(({ outcome }) => outcome)).toEqual(['known', 'known'])
  expect((await takeIn(paths, { again: true })).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
  expect(await contentDigest(ledger.ownerPool)).toBe(digest)
  expect(await rows('SELECT count(*)::int AS n FROM ledger.changeset')).toEqual([{ n: 2 }])
  expect(await rows(`SELECT kind, publisher, licence, media_type FROM ledger.source WHERE file_name = 'units.csv'`)).toEqual([
    { kind: 'spreadsheet', publisher: 'Security Force Monitor', licence: 'CC BY 4.0', media_type: 'text/csv' },
  ])
  const sha256 = createHash('sha256').update(readFileSync(paths[0]!)).digest('hex')
  expect(await openArchive(ledger.home).has(sha256)).toBe(false)
  expect(await openArchive(ledger.home, { clearance: true }).has(sha256)).toBe(true)
  expect(await problems()).toEqual([])
})

test.each([
  ['sources first', ['sources.csv', 'units.csv']],
  ['units first', ['units.csv', 'sources.csv']],
])('what only a restricted publication says is nowhere that a reader sees, with %s', async (_, order) => {
  file('units.csv', units)
  file('sources.csv', sources)
  const results = await takeInTurn(order.map((name) => path.join(folder, name)))
  expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'written'])
  const visible = await seen()
  expect(visible).not.toMatch(/hidden report|Silent Lions|Shadow Company|bbbbbbbb|33333333/)
  expect(visible).toContain('Army')
  expect(await rows(`SELECT citations FROM ledger.statement WHERE property = 'classification' AND withdrawn IS NULL`)).toEqual([
    { citations: [id('a')] },
  ])
  expect(await rows(`SELECT property, value FROM restricted.statement WHERE withdrawn IS NULL ORDER BY property, value`)).toEqual(
    [
      { property: 'alias', value: 'Silent Lions' },
      { property: 'classification', value: 'Army' },
      { property: 'country', value: 'NGA' },
      { property: 'identifier', value: id('3') },
      { property: 'name', value: 'Shadow Company' },
      { property: 'parent', value: '1 Brigade' },
    ],
  )
  expect(await problems()).toEqual([])
  const again = await takeIn(
    order.map((name) => path.join(folder, name)),
    { again: true },
  )
  expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
})

test('a publication that one edition restricts is restricted in all', async () => {
  const results = await takeInTurn([file('old.csv', openSources), file('units.csv', units), file('new.csv', sources)])
  expect(results[2]).toMatchObject({ sheet: { readAgain: expect.arrayContaining(['old.csv', 'units.csv']), notReadAgain: [] } })
  expect(await seen()).not.toMatch(/hidden report|Silent Lions|bbbbbbbb/)
  expect(await rows(`SELECT count(*)::int AS n FROM restricted.publication WHERE withdrawn IS NULL`)).toEqual([{ n: 2 }])
})

test('where the original of what must be read again is not kept, it is said', async () => {
  await takeIn([file('units.csv', units)])
  rmSync(path.join(ledger.home, 'restricted'), { recursive: true })
  const [taken] = await takeIn([file('sources.csv', sources)])
  expect(taken).toMatchObject({ outcome: 'written', sheet: { readAgain: [], notReadAgain: ['units.csv'] } })
})

test('the ledger is the same in whatever order the files come', async () => {
  const files = [
    file('units.csv', [
      olderUnit('7 Battalion', {
        o_id: id('1'),
        'Organization:other_names': '7 Bn',
        'Source: Aliases or alternative spellings': id('b'),
      }),
      olderUnit('1 Brigade', { o_id: id('2') }),
    ]),
    file('persons.csv', [
      olderPerson('Ada Example', { Organization: '7 Battalion', 'Source: Organization': `${id('a')};${id('b')}` }),
    ]),
    file('names.tsv', Buffer.from(`unit_id\tcountry\tname\talias\n4\tng\t1 Brigade\tOne Brigade\n`)),
    file('sources.csv', sources),
  ]
  const digests = new Set<string>()
  const restricted = new Set<string>()
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 3, 0, 2],
  ]) {
    const other = await freshDatabase()
    try {
      await takeInTurn(
        order.map((at) => files[at]!),
        other,
      )
      digests.add(await contentDigest(other.ownerPool))
      restricted.add(await contentDigest(other.ownerPool, 'restricted'))
      expect(await problems(other)).toEqual([])
      const { rows: known } = await other.ownerPool.query(
        `SELECT count(DISTINCT coalesce(object, entity))::int AS units FROM ledger.statement
          WHERE withdrawn IS NULL AND (property = 'posting' OR value IN ('7 Battalion', '1 Brigade'))`,
      )
      expect(known).toEqual([{ units: 2 }])
    } finally {
      await other.close()
    }
  }
  expect([digests.size, restricted.size]).toEqual([1, 1])
})

test('a newer edition with the same ids leaves one entity of each, with the statements of both sources', async () => {
  await takeInTurn([file('2025.csv', units), file('2026.csv', [...units, unit('4', '2 Brigade')])])
  expect(await rows(`SELECT count(*)::int AS n FROM ledger.entity WHERE withdrawn IS NULL`)).toEqual([{ n: 4 }])
  expect(
    await rows(`SELECT count(DISTINCT source)::int AS sources, count(DISTINCT entity)::int AS entities FROM ledger.statement
      WHERE property = 'name' AND value = '7 Battalion' AND withdrawn IS NULL`),
  ).toEqual([{ sources: 2, entities: 1 }])
})

test('taking in is undone, with what was read again because of it', async () => {
  await takeIn([file('persons.csv', [olderPerson('Ada Example', { Organization: '7 Battalion' })])])
  const before = await contentDigest(ledger.ownerPool)
  const [taken] = await takeIn([file('units.csv', [olderUnit('7 Battalion', { o_id: id('1') })])])
  expect(taken).toMatchObject({ sheet: { readAgain: ['persons.csv'] } })
  const { committed } = taken as Extract<IngestedSource, { committed: unknown }>
  const about = { actor: 'a tester', reason: 'a test', tool: 'vitest', toolVersion: '0', at: new Date('2026-01-03T00:00:00Z') }
  await undoChangeset(ledger, committed.changeset!, about)
  expect(await contentDigest(ledger.ownerPool)).toBe(before)
  expect(await problems()).toEqual([])
})

test('a wholly restricted spreadsheet leaves no trace in public, and none in what is read after', async () => {
  await takeIn([file('hidden.csv', [...openSources])], { restricted: true })
  const [taken] = await takeIn([file('hidden-units.csv', units)], { restricted: true })
  expect(taken).toMatchObject({ committed: { changeset: null, restrictedChangeset: 2 } })
  await takeIn([file('sources.csv', [...openSources, publication('c', 'another')])])
  expect(await rows('SELECT count(*)::int AS n FROM ledger.publication WHERE withdrawn IS NULL')).toEqual([{ n: 3 }])
  expect(await rows('SELECT count(*)::int AS n FROM ledger.entity')).toEqual([{ n: 0 }])
})

test('a workbook of several sheets is one source; a damaged file loses only itself', async () => {
  const sheet = (cells: readonly Cells[]) => {
    const headings = [...new Set(cells.flatMap((row) => Object.keys(row)))]
    return [headings, ...cells.map((row) => headings.map((heading) => row[heading] ?? ''))]
  }
  const book = writeWorkbook([
    { name: 'units', rows: sheet(units) },
    { name: 'people', rows: sheet([person('6', 'Ada Example', { 'person:posting_unit_id:admin': id('1') })]) },
    { name: 'sources', rows: sheet(sources) },
    { name: 'to do', rows: [['call back']] },
  ])
  const results = await takeIn([
    file('all.xlsx', book),
    file('broken.xlsx', Buffer.concat([book.subarray(0, -400), Buffer.from('xl/workbook.xml')])),
    file('junk.xlsx', Buffer.from('PK\x03\x04junk')),
    file('open-quote.csv', Buffer.from('unit:id:admin,unit:name\nx,"y\n')),
    file('other.csv', Buffer.from('a,b\n1,2\n')),
  ])
  expect(results.map((one) => (one.outcome === 'failed' ? one.error.code : one.outcome))).toEqual([
    'written',
    'ZIP_DAMAGED',
    'ZIP_DAMAGED',
    'SHEET_QUOTE_OPEN',
    'SHEET_UNKNOWN',
  ])
  expect(results[0]).toMatchObject({ sheet: { problems: [{ code: 'SHEET_UNKNOWN', place: { page: 4 } }] } })
  expect(await seen()).not.toMatch(/Silent Lions/)
  expect(
    await rows(`SELECT page, row_ordinal, places->0->>'pageLabel' AS sheet FROM ledger.statement WHERE property = 'posting'`),
  ).toEqual([{ page: 2, row_ordinal: 2, sheet: 'people' }])
})

const given = path.resolve(import.meta.dirname, '../../../shared/data/sfm')
test.skipIf(!existsSync(given))('the given files: numbers, and the postings of 2019 at the units of 2019', async () => {
  const files = ['nigeria/ng_persons_20190501.csv', 'nigeria/ng_orgs_20191024.tsv', 'nigeria/sources_20190501.csv']
  const results = await takeInTurn(files.map((name) => path.join(given, name)))
  expect(
    results.map((one) =>
      'sheet' in one && one.sheet ? [one.sheet.entities, one.sheet.statements, one.sheet.publications] : one.outcome,
    ),
  ).toEqual([
    [894, 3496, 0],
    [1058, 10203, 0],
    [0, 0, 5985],
  ])
  // "Force Headquarters" of a row without a country, and the like, have a unit with an id of their own.
  const [postings] = await rows(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE EXISTS (
        SELECT FROM ledger.statement AS identifier WHERE identifier.entity = posting.object AND identifier.property = 'identifier'))::int AS known
      FROM ledger.statement AS posting WHERE property = 'posting' AND withdrawn IS NULL`,
  )
  expect(postings!.known / postings!.all).toBeGreaterThan(0.99)
  expect(await problems()).toEqual([])
})

test('two changesets at once wait for each other', async () => {
  const about = { actor: 'a tester', reason: 'a test', tool: 'vitest', toolVersion: '0', at: new Date('2026-01-03T00:00:00Z') }
  const slow = commitChangeset(ledger, about, async ({ client }) => void (await client.query('SELECT pg_sleep(0.3)')))
  const [taken] = await Promise.all([takeIn([file('units.csv', units)]), slow])
  expect(taken[0]!.outcome).toBe('written')
})
