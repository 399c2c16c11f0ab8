import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, printedTotal, source, sourceFacts, training, withoutArchive } from '../../../test/ledger-facts.js'
import { judgeTotal } from '../../analysis/ledger-balance.js'
import { searchKey } from '../../names/search-key.js'
import { commitChangeset } from '../changesets/change.js'
import { expunge } from '../changesets/expunge.js'
import { replaceSource, type SourceFacts } from '../changesets/replace-source.js'
import { undoChangeset } from '../changesets/undo.js'
import type { Ledger } from '../database/connect.js'
import { migrate } from '../database/migrate.js'
import { migrations } from '../migrations/index.js'
import { openReading } from '../read/open-reading.js'
import { readTrainingQuery } from '../read/query.js'
import type { Reading } from '../read/reading.js'
import { streamTrainings } from '../read/stream.js'
import type { Place, Training } from '../records.js'
import { rebuildServing } from './refresh.js'
import { countedColumns } from './tables.js'

let ledger: Ledger
let reading: Reading
beforeEach(async () => {
  ledger = await freshDatabase()
  reading = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
})
afterEach(() => ledger.close())

/** A page that ends one file and begins the next: the first file has 40 pages before it, the second none. */
const at = (page: number, top: number): Place[] => [
  { page, pageLabel: `IV-${page}`, box: [10, top, 700, top + 10.25], row: null },
]
const shared = (page: number, top: number): Place[] => [{ ...at(page, top)[0]!, pageLabel: 'IV-35' }]
const ends = source({ sha256: 'e'.repeat(64), fileName: 'ends.pdf' })
const begins = source({ sha256: 'b'.repeat(64), fileName: 'begins.pdf' })
const repeated = (overrides: Partial<Training>) =>
  training({ quantity: 5, cents: 500_00, courseTitle: 'Infantry Course', ...overrides })

function facts(of: typeof ends, rows: Training[], page: number): SourceFacts {
  const sha256 = of.sha256
  return sourceFacts(
    rows.map((row) => ({ ...row, sourceSha256: sha256 })),
    {
      of,
      totals: [
        printedTotal({
          id: `total-${of.fileName}`,
          sourceSha256: sha256,
          quantity: 10,
          cents: 1000_00,
          places: shared(page, 300),
        }),
      ],
    },
  )
}
// On the shared page the same row twice, which is no repetition; the programme of the second file's page is another page's.
const endsFacts = () =>
  facts(
    ends,
    [
      repeated({ id: 'e1', places: shared(41, 100) }),
      repeated({ id: 'e2', places: shared(41, 120) }),
      repeated({ id: 'e3', country: 'Sylvania', quantity: 7, places: at(40, 100) }),
    ],
    41,
  )
const beginsFacts = () =>
  facts(
    begins,
    [
      repeated({ id: 'b1', program: 'Of another page', places: shared(1, 100.2) }),
      repeated({ id: 'b2', program: 'Of another page', places: shared(1, 120.2) }),
      repeated({ id: 'b3', quantity: 11, places: at(2, 100) }),
    ],
    1,
  )

const write = (given: SourceFacts) => commitChangeset(ledger, about(), (change) => replaceSource(change, given))
const gone = (of: typeof ends): SourceFacts => ({ ...facts(of, [], 1), training: [], printed_total: [], naming: [], names: [] })

/** What every way of reading says, now or as of a changeset. */
async function said(asOf?: number) {
  const query = readTrainingQuery(new URLSearchParams(asOf === undefined ? 'q=infantry' : `q=infantry&as_of=${asOf}`))
  const found = await reading.search(query)
  const home = await reading.home(asOf)
  const streamed: string[] = []
  for await (const batch of streamTrainings(reading, query, searchKey)) streamed.push(...batch.map(({ id }) => id))
  const sources = await reading.sources(asOf)
  return {
    listed: found.rows.map(({ id }) => id).sort(),
    streamed: streamed.sort(),
    total: found.total,
    facet: found.facets.report[0]?.rows,
    searched: found.sum.quantity,
    home: home.sum.quantity,
    country: (await reading.country('freedonia', asOf))?.sum.quantity,
    bySource: sources.sources.reduce((sum, row) => sum + row.quantity, 0),
    totals: home.balance.totals,
  }
}
const saying = (ids: string[], quantity: number, freedonia: number, totals = 1) => ({
  listed: ids,
  streamed: ids,
  total: ids.length,
  facet: ids.length,
  searched: quantity,
  home: quantity,
  country: freedonia,
  bySource: quantity,
  totals,
})
const both = saying(['b3', 'e1', 'e2', 'e3'], 28, 21)
const onlyEnds = saying(['e1', 'e2', 'e3'], 17, 10)
const onlyBegins = saying(['b1', 'b2', 'b3'], 21, 21)

describe('a row on a page that stands in two files', () => {
  test('counts once, in the file with more pages before it, whichever came first', async () => {
    await write(endsFacts())
    expect(await said()).toEqual(onlyEnds)
    await write(beginsFacts())
    expect(await said()).toEqual(both)
    await write(gone(ends))
    expect(await said()).toEqual(onlyBegins)
    await write(endsFacts())
    expect(await said()).toEqual(both)
  })

  test('the other order of coming, undoing and past states give the same', async () => {
    await write(beginsFacts())
    await write(endsFacts())
    expect(await said()).toEqual(both)
    expect(await said(1)).toEqual(onlyBegins)
    await undoChangeset(ledger, 2, about())
    expect(await said()).toEqual(onlyBegins)
    expect(await said(2)).toEqual(both)
    await undoChangeset(ledger, 3, about())
    expect(await said()).toEqual(both)
    expect(await said(3)).toEqual(onlyBegins)
    expect(await said(1)).toEqual(onlyBegins)
  })

  test('counts again when a better reading makes it another row', async () => {
    await write(endsFacts())
    await write(beginsFacts())
    const corrected = beginsFacts()
    corrected.training![0]!.cents = 600_00
    await write(corrected)
    expect((await said()).listed).toEqual(['b1', 'b3', 'e1', 'e2', 'e3'])
    expect(await said(2)).toEqual(both)
  })

  test('a copy stays at its own address, each says where the other is, and its file says how many are counted elsewhere', async () => {
    await write(beginsFacts())
    await write(endsFacts())
    const copy = await reading.training('b1')
    expect(copy?.countedAs).toMatchObject({ id: 'e1', sourceFile: 'ends.pdf', page: 41, pageLabel: 'IV-35' })
    expect(copy?.copies).toEqual([])
    const counted = await reading.training('e1')
    expect(counted?.countedAs).toBe(null)
    expect(counted?.copies.map(({ id }) => id)).toEqual(['b1'])
    expect((await reading.training('b1', 1))?.countedAs).toBe(null)
    expect((await reading.source(begins.id))?.countedElsewhere).toEqual([{ sourceId: ends.id, sourceFile: 'ends.pdf', rows: 2 }])
    expect((await reading.source(begins.id))?.rows).toBe(1)
    expect((await reading.source(ends.id))?.countedElsewhere).toEqual([])
    // The total of the page stands in both files; both say that it is off by the same, and it is counted once.
    const { totals } = await reading.totals()
    expect(totals.map(({ id, counts }) => [id, counts]).sort()).toEqual([
      ['total-begins.pdf', false],
      ['total-ends.pdf', true],
    ])
  })

  test('is expunged with its copy, whichever is named: the same print would go on in the other file', async () => {
    await write(beginsFacts())
    await write(endsFacts())
    const originals: string[] = []
    const effects = { ...withoutArchive, removeOriginal: async (sha256: string) => void originals.push(sha256[0]!) }
    await expunge(ledger, ['e1'], about(), effects)
    expect((await said()).listed).toEqual(['b3', 'e2', 'e3'])
    await expunge(ledger, ['b2'], about(), effects)
    expect((await said()).listed).toEqual(['b3', 'e3'])
    expect(originals.sort()).toEqual(['b', 'b', 'e', 'e'])
  })

  test('is found again when what is served is made anew', async () => {
    await write(beginsFacts())
    await write(endsFacts())
    await undoChangeset(ledger, 2, about())
    await ledger.owner.transaction().execute((tx) => rebuildServing(tx))
    expect(await said()).toEqual(onlyBegins)
    expect(await said(2)).toEqual(both)
  })
})

test('are found in a ledger that an older version filled, when it is migrated', async () => {
  await write(beginsFacts())
  await write(endsFacts())
  // As it was before 0006: with nothing of what it makes.
  await ledger.ownerPool.query(`DELETE FROM serving.training; DELETE FROM serving.cell; DELETE FROM serving.repetition; DELETE FROM serving.name;
    DELETE FROM serving.refreshed; DROP TABLE serving.past_training, serving.past_name, serving.total, serving.past_total, ledger.content_state;
    ALTER TABLE serving.training DROP COLUMN since, DROP COLUMN filled; ALTER TABLE serving.name DROP COLUMN since;
    ALTER TABLE serving.refreshed DROP COLUMN others;
    ALTER TABLE serving.cell ${countedColumns.map((column) => `DROP COLUMN with_${column}`).join(', ')};
    DROP INDEX ledger.naming_past_training, ledger.naming_past_printed_name, ledger.training_past_source, ledger.printed_total_past_source;
    DELETE FROM public.rastro_migration WHERE name >= '0006'`)
  const through = migrations.findIndex(({ name }) => name.startsWith('0006')) + 1
  const client = await ledger.ownerPool.connect()
  try {
    await migrate(client, migrations.slice(0, through))
    await client.query(
      'GRANT SELECT ON ALL TABLES IN SCHEMA serving TO PUBLIC; GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO PUBLIC',
    )
  } finally {
    client.release()
  }
  expect(await said()).toEqual(both)
  expect(await said(1)).toEqual(onlyBegins)
})

test('rows alike on pages of the same number, in files that count their pages anew, are no copies', async () => {
  await write(facts(ends, [repeated({ id: 'e1', places: shared(22, 100) })], 22))
  await write(facts(begins, [repeated({ id: 'b1', country: 'Sylvania', places: shared(22, 100) })], 22))
  expect((await said()).listed).toEqual(['b1', 'e1'])
})

test.each([
  ['pages without a printed number', [{ page: 3, pageLabel: null, box: [10, 100, 700, 110.25], row: null }]],
  ['tables of a web page', [{ page: null, pageLabel: null, box: null, row: 12 }]],
] as [string, Place[]][])('a report that was saved anew, in %s, counts once', async (_, places) => {
  const elsewhere = { ...places[0]!, ...(places[0]!.page === null ? { row: 13 } : { page: 4 }) }
  const saved = (of: typeof ends, rows: Partial<Training>[]) =>
    sourceFacts(
      rows.map((row) => repeated({ sourceSha256: of.sha256, ...row })),
      { of, totals: [] },
    )
  await write(saved(ends, [{ id: 'e1', places }]))
  await write(
    saved(begins, [
      { id: 'b1', places },
      { id: 'b2', places: [elsewhere] },
    ]),
  )
  expect((await said()).listed).toEqual(['b1', 'b2'])
})
