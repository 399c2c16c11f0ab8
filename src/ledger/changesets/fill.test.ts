import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, source, sourceFacts, training } from '../../../test/ledger-facts.js'
import type { Ledger } from '../database/open.js'
import { commitChangeset, contentDigest, expectMany } from './change.js'
import { replaceSource } from './replace-source.js'
import { verifyLedger } from './verify.js'

let ledger: Ledger
beforeEach(async () => {
  ledger = await freshDatabase()
})
afterEach(() => ledger.close())

/** Every index, whether it can be used, and the files that the tables' rows are in. */
async function state(): Promise<{ indexes: unknown[]; files: unknown[] }> {
  const indexes = await ledger.ownerPool.query(
    `SELECT pg_get_indexdef(indexrelid) AS definition, indisvalid AS valid FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
      WHERE relnamespace IN ('ledger'::regnamespace, 'restricted'::regnamespace, 'serving'::regnamespace) ORDER BY 1`,
  )
  const files = await ledger.ownerPool.query(
    `SELECT pg_relation_filenode('ledger.training') AS training, pg_relation_filenode('ledger.naming') AS naming`,
  )
  return { indexes: indexes.rows, files: files.rows }
}

const rows = () => [training(), training({ id: 't2' })]
const fill = (facts = sourceFacts(rows())) =>
  commitChangeset(ledger, about(), async (change) => {
    await expectMany(change)
    await replaceSource(change, facts)
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
  const half = commitChangeset(ledger, about(), async (change) => {
    await expectMany(change)
    await replaceSource(change, sourceFacts(rows()))
    await replaceSource(change, sourceFacts(rows(), { of: source({ sha256: 'cd'.repeat(32) }) }))
  })
  await expect(half).rejects.toThrow(/training_pkey/)
  expect(await state()).toEqual(before)
  expect((await ledger.ownerPool.query('SELECT count(*)::int AS n FROM ledger.training')).rows[0].n).toBe(0)
})

test('a ledger that ever had a row keeps its tables, also when all its rows are withdrawn', async () => {
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts(rows())))
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts([])))
  const before = await state()
  await fill()
  expect(await state()).toEqual(before)
  expect((await ledger.ownerPool.query('SELECT count(*)::int AS n FROM ledger.training')).rows[0].n).toBe(4)
})
