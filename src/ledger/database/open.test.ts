import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import type { Ledger } from './open.js'

let ledger: Ledger
beforeAll(async () => {
  ledger = await freshDatabase()
})
afterAll(() => ledger.close())

test('text is searched as UTF-8, whatever the language of the machine', async () => {
  const { rows } = await ledger.readerPool.query(
    `select lower('BATALLÓN') as lower, to_tsvector('simple', 'Batallón')::text as vector, current_setting('server_encoding') as encoding`,
  )
  expect(rows[0]).toEqual({ lower: 'batallón', vector: "'batallón':1", encoding: 'UTF8' })
})

test('who reads can see the ledger, cannot write, and has no way into what is restricted', async () => {
  expect((await ledger.readerPool.query('select current_user as role')).rows).toEqual([{ role: 'rastro_reader' }])
  await expect(ledger.readerPool.query('select count(*) from ledger.training')).resolves.toBeDefined()
  await expect(ledger.readerPool.query('select count(*) from restricted.training')).rejects.toThrow(/permission denied/)
  await expect(ledger.readerPool.query('delete from ledger.training')).rejects.toThrow(/permission denied|read-only/)
  // Read-only is a setting that a query can change; the missing grant is not.
  await expect(ledger.readerPool.query('set transaction read write; delete from ledger.training')).rejects.toThrow(
    /permission denied/,
  )
  await expect(ledger.readerPool.query('create table public.planted (a int)')).rejects.toThrow()
})

test('integers, sums and dates come back as numbers and as written', async () => {
  const { rows } = await ledger.readerPool.query(
    `select 9007199254740991::bigint as large, sum(n) as sum, '2001-02-03'::date as day from generate_series(1::bigint, 3) n`,
  )
  expect(rows[0]).toEqual({ large: 9007199254740991, sum: 6, day: '2001-02-03' })
  await expect(ledger.readerPool.query('select 9007199254740993::bigint')).rejects.toThrow(/does not fit/)
})

test('a query of the reader that takes too long is ended', async () => {
  const client = await ledger.readerPool.connect()
  try {
    expect((await client.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '5s' }])
    await client.query('set statement_timeout = 50')
    await expect(client.query('select pg_sleep(30)')).rejects.toMatchObject({ code: '57014' })
  } finally {
    client.release(true)
  }
})
