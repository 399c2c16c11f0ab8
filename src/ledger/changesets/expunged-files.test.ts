/** What expunging leaves in the database's files. On a server of its own, since whoever writes elsewhere on the same one matters. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { about, sourceFacts, training, withoutArchive } from '../../../test/ledger-facts.js'
import { openEmbedded } from '../database/embedded.js'
import type { Ledger } from '../database/open.js'
import { commitChangeset } from './change.js'
import { expunge } from './expunge.js'
import { replaceSource } from './replace-source.js'

let ledger: Ledger
beforeAll(async () => {
  ledger = await openEmbedded({ home: mkdtempSync(path.join(tmpdir(), 'rastro-expunged-')) })
})
afterAll(() => ledger.close())

test.each([
  ['somebody was reading the state before', 't8'],
  ['somebody was writing in another database of the server', 't9'],
])('no page of the database files says it any more, though %s', async (what, id) => {
  const secret = training({ id, courseTitle: 'Zanzibarquux Course', recipientUnit: 'Zanzibarquux Guards' })
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts([training(), secret])))
  const { options } = ledger.ownerPool
  // The pool keeps the password from being listed.
  const elsewhere = new pg.Client({ ...options, password: options.password, database: 'postgres' })
  await elsewhere.connect()
  const reader = await ledger.readerPool.connect()
  if (what.includes('reading')) {
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
    await reader.query('SELECT FROM ledger.training')
  } else await elsewhere.query('BEGIN; SELECT pg_current_xact_id()')
  const ended = setTimeout(500).then(() => Promise.all([reader.query('COMMIT'), elsewhere.query('COMMIT')]))
  expect(await expunge(ledger, [id], about(), { ...withoutArchive, patience: 30_000 })).toMatchObject({ inFiles: false })
  await ended
  reader.release()
  await elsewhere.end()
  const { rows: tables } = await ledger.ownerPool.query(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname IN ('ledger', 'restricted', 'serving', 'private')`,
  )
  // The planner's samples, and the log: every file that is there.
  tables.push({ name: 'pg_catalog.pg_statistic' })
  const { rows: log } = await ledger.ownerPool.query(
    `SELECT name FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$' AND position('anzibarquu'::bytea IN pg_read_binary_file('pg_wal/' || name)) > 0`,
  )
  expect(log).toEqual([])
  for (const { name } of tables) {
    const { rows: found } = await ledger.ownerPool.query(
      `SELECT position('anzibarquu'::bytea IN pg_read_binary_file(pg_relation_filepath('${name}'))) AS at`,
    )
    expect({ name, at: found[0].at }).toEqual({ name, at: 0 })
  }
})
