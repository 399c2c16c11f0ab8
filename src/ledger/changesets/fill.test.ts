import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { databaseServer, freshDatabase } from '../../../test/database.js'
import { about, printedTotal, source, sourceFacts, training } from '../../../test/ledger-facts.js'
import { withClient } from '../database/connect.js'
import { asOwner } from '../database/embedded.js'
import type { Ledger } from '../database/open.js'
import { commitChangeset, contentDigest, expectMany } from './change.js'
import { copyInto } from './copy.js'
import { prepareToFill } from './fill.js'
import { type ReadySource, SourceInTheMaking, writeReadySource } from './ready-source.js'
import { replaceSource, type SourceFacts } from './replace-source.js'
import { copiedColumns } from './rows.js'
import { clearUnfinished, filledTables, lockCommits } from './unfinished.js'
import { verifyLedger } from './verify.js'

let ledger: Ledger & { name: string }
beforeEach(async () => {
  ledger = await freshDatabase()
})
afterEach(() => ledger.close())

/** Every index, whether it can be used, and the files that the tables' rows are in. */
async function state(): Promise<{ indexes: unknown[]; files: unknown[] }> {
  const indexes = await ledger.ownerPool.query(
    `SELECT pg_get_indexdef(indexrelid) AS definition, indisvalid AS valid, indisprimary AS key FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
      WHERE relnamespace IN ('ledger'::regnamespace, 'restricted'::regnamespace, 'serving'::regnamespace) ORDER BY 1`,
  )
  const files = await ledger.ownerPool.query(
    `SELECT pg_relation_filenode('serving.training') AS training, pg_relation_filenode('serving.name') AS name`,
  )
  return { indexes: indexes.rows, files: files.rows }
}

async function expectEmptyAgain(before: Awaited<ReturnType<typeof state>>): Promise<void> {
  expect((await state()).indexes).toEqual(before.indexes)
  for (const table of filledTables)
    expect((await ledger.ownerPool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n, table).toBe(0)
  expect((await ledger.ownerPool.query('SELECT FROM private.filling')).rowCount).toBe(0)
}

const rows = () => [training(), training({ id: 't2' })]
function ready({ source, names = [], ...facts }: SourceFacts, written: number, seen: Set<string>): ReadySource {
  const making = new SourceInTheMaking(written, seen)
  making.add('source', source)
  for (const table of ['training', 'printed_total', 'naming'] as const)
    for (const row of facts[table] ?? []) making.add(table, row)
  return making.ready(source.id, names)
}
/** As the bundled data is loaded. */
const fill = (sources = [sourceFacts(rows())]) =>
  commitChangeset(ledger, about(), async (change) => {
    const names = new Set<string>()
    if (await expectMany(change))
      for (const facts of sources) await writeReadySource(change, ready(facts, change.ids.ledger, names))
    else for (const facts of sources) await replaceSource(change, facts)
  })

test('an empty ledger that is filled has the same indexes and digest as one that was written to, and verifies', async () => {
  const before = await state()
  await fill()
  const after = await state()
  expect(after.indexes).toEqual(before.indexes)
  expect(after.files).not.toEqual(before.files)
  const client = await ledger.ownerPool.connect()
  expect((await verifyLedger(client, 'ledger')).problems).toEqual([])
  client.release()
  const other = await freshDatabase()
  await commitChangeset(other, about(), (change) => replaceSource(change, sourceFacts(rows())))
  expect(await contentDigest(ledger.ownerPool)).toBe(await contentDigest(other.ownerPool))
  await other.close()
})

test('a filling that fails leaves the empty ledger with its indexes', async () => {
  const before = await state()
  const half = fill([sourceFacts(rows()), sourceFacts(rows(), { of: source({ sha256: 'cd'.repeat(32) }) })])
  await expect(half).rejects.toThrow(/(training|total)_pkey/)
  await expectEmptyAgain(before)
})

test('a ledger that ever had a row keeps its tables, also when all its rows are withdrawn', async () => {
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts(rows())))
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts([])))
  const before = await state()
  await fill()
  expect(await state()).toEqual(before)
  expect((await ledger.ownerPool.query('SELECT count(*)::int AS n FROM ledger.training')).rows[0].n).toBe(4)
})

test('what is served of a filled ledger is what is served of one that was written to, copies left out', async () => {
  const place = (page: number) => [
    { page, pageLabel: 'IV-35', box: [10, 100, 700, 110] as [number, number, number, number], row: null },
  ]
  const sources = ['e', 'b'].map((digit, index) => {
    const of = source({ sha256: digit.repeat(64), fileName: `${digit}.pdf` })
    const sourceSha256 = of.sha256
    const printed = [
      training({ id: `${digit}1`, sourceSha256, places: place(41 - 40 * index) }),
      training({
        id: `${digit}2`,
        sourceSha256,
        country: index === 0 ? 'Sylvania' : 'Freedonia',
        flags: [{ code: 'DOUBT', note: 'seen' }],
      }),
    ]
    return sourceFacts(printed, { of, totals: [printedTotal({ id: `p${digit}`, sourceSha256 })] })
  })
  const other = await freshDatabase()
  await fill(sources)
  await commitChangeset(other, about(), async (change) => {
    for (const facts of sources) await replaceSource(change, facts)
  })
  const served = async ({ ownerPool }: Ledger) => {
    const read = async (sql: string) => (await ownerPool.query(sql)).rows
    return {
      trainings:
        await read(`SELECT t.id, c.combination, p.text AS title, d.text AS delivery, t.fiscal_year, t.words, t.delivered, t.start_date,
          t.quantity, t.cents, t.country, t.flags, t.key::text, t.since, t.filled
        FROM serving.training t JOIN serving.cell c ON c.id = t.cell LEFT JOIN serving.phrase p ON p.id = t.title
        LEFT JOIN serving.phrase d ON d.id = t.delivery ORDER BY t.id`),
      cells: await read(`SELECT to_jsonb(c) - 'id' AS cell FROM serving.cell c ORDER BY combination`),
      names: await read('SELECT to_jsonb(n) AS name FROM serving.name n ORDER BY id'),
      parts: await read('SELECT * FROM serving.name_part ORDER BY name, source, recipient_class'),
      totals: await read('SELECT to_jsonb(t) AS total FROM serving.total t ORDER BY id'),
      refreshed: await read('SELECT * FROM serving.refreshed'),
    }
  }
  const filled = await served(ledger)
  expect(filled.trainings.map(({ id }) => id)).toEqual(['b2', 'e1', 'e2'])
  expect(filled).toEqual(await served(other))
  await other.close()
})

test('when what is served cannot be made, that is said, and the ledger stays empty with its indexes', async () => {
  await ledger.ownerPool.query(`ALTER TABLE serving.cell ADD CONSTRAINT nowhere CHECK (country <> 'Freedonia')`)
  const before = await state()
  await expect(fill()).rejects.toThrow(/nowhere/)
  await expectEmptyAgain(before)
})

/** Writes a source of an empty ledger, as far as `until` says, and then loses every connection at once, as when the process is killed. */
async function breakOff(until: 'some rows are served' | 'all but the changeset is made'): Promise<void> {
  const changeset = await ledger.ownerPool.connect()
  changeset.on('error', () => {})
  await changeset.query('BEGIN')
  await lockCommits(changeset)
  const filling = (await prepareToFill(ledger.ownerPool, changeset, 1))!
  for (const { table, lines } of ready(sourceFacts(rows()), 1, new Set()).tables)
    await copyInto(filling.facts, `ledger.${table}`, copiedColumns(table), lines)
  await filling.sourceWritten(source().id, until === 'some rows are served' ? 10_000 : 2)
  if (until === 'all but the changeset is made') await filling.finish(() => {})
  await withClient(asOwner(databaseServer()), (client) =>
    client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [ledger.name]),
  )
  await filling.end()
  changeset.release(true)
}

test.each(['some rows are served', 'all but the changeset is made'] as const)(
  'what is left of a filling that was broken off when %s is cleared by the next changeset',
  async (until) => {
    const before = await state()
    await breakOff(until)
    const left = await ledger.ownerPool.query('SELECT count(*)::int AS n FROM ledger.training')
    expect(left.rows[0].n).toBe(2)
    await fill()
    expect((await state()).indexes).toEqual(before.indexes)
    const client = await ledger.ownerPool.connect()
    expect((await verifyLedger(client, 'ledger')).problems).toEqual([])
    client.release()
    const served = await ledger.ownerPool.query('SELECT count(*)::int AS trainings, max(n)::int AS n FROM serving.training')
    expect(served.rows).toEqual([{ trainings: 2, n: expect.any(Number) }])
  },
)

test('what is left of a filling that was broken off is cleared by who opens the ledger to read', async () => {
  const before = await state()
  await breakOff('some rows are served')
  await clearUnfinished(ledger.ownerPool)
  await expectEmptyAgain(before)
})

test('while a ledger is filled readers wait, and so does who opens it', async () => {
  let reading: Promise<unknown> | undefined
  const opening = { done: false }
  await commitChangeset(ledger, about(), async (change) => {
    await expectMany(change)
    await writeReadySource(change, ready(sourceFacts(rows()), change.ids.ledger, new Set()))
    reading = ledger.readerPool.query('SELECT max(id)::int AS head FROM ledger.changeset')
    void clearUnfinished(ledger.ownerPool).then(() => {
      opening.done = true
    })
    await expect(ledger.readerPool.query(`SET lock_timeout = '50ms'; SELECT FROM ledger.changeset`)).rejects.toThrow(
      /lock timeout/,
    )
    expect(opening.done).toBe(false)
  })
  expect(((await reading) as { rows: unknown[] }).rows).toEqual([{ head: 1 }])
  await vi.waitUntil(() => opening.done)
  expect((await ledger.ownerPool.query('SELECT count(*)::int AS n FROM ledger.training')).rows[0].n).toBe(2)
})
