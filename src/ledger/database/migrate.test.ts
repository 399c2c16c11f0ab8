import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databaseServer } from '../../../test/database.js'
import { migrations } from '../migrations/index.js'
import type { Migration } from '../migrations/migration.js'
import { withClient } from './connect.js'
import { asOwner, createDatabase } from './embedded.js'
import { migrate } from './migrate.js'

const server = databaseServer()
let name: string
let client: pg.Client

beforeEach(async () => {
  name = `migrate_${Math.random().toString(36).slice(2)}`
  await createDatabase(asOwner(server), name)
  client = new pg.Client({ ...asOwner(server), database: name })
  await client.connect()
})
afterEach(async () => {
  await client.end()
  await withClient(asOwner(server), (owner) => owner.query(`drop database ${name} with (force)`))
})

const one: Migration = { name: '0001-one', sql: 'create table one (a int); insert into one values (1)' }
const two: Migration = { name: '0002-two', sql: 'alter table one add b int not null default 2' }

const tables = async () =>
  (
    await client.query<{ relname: string }>(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    )
  ).rows
    .map(({ relname }) => relname)
    .sort()

test('each migration runs once, in order', async () => {
  expect(await migrate(client, [one, two])).toEqual(['0001-one', '0002-two'])
  expect(await migrate(client, [one, two])).toEqual([])
  expect((await client.query('select * from one')).rows).toEqual([{ a: 1, b: 2 }])
})

test('a newer version runs only what is new, over rows that are there', async () => {
  await migrate(client, [one])
  await client.query('insert into one values (7)')
  expect(await migrate(client, [one, two])).toEqual(['0002-two'])
  expect((await client.query('select * from one order by a')).rows).toEqual([
    { a: 1, b: 2 },
    { a: 7, b: 2 },
  ])
})

test('a migration that fails leaves nothing of itself, and those before it stay', async () => {
  const broken = { name: '0002-broken', sql: 'create table half (a int); select 1 / 0' }
  await expect(migrate(client, [one, broken])).rejects.toThrow(/division by zero/)
  expect(await tables()).toEqual(['one', 'rastro_migration'])
  expect(await migrate(client, [one, two])).toEqual(['0002-two'])
})

test('processes that migrate at once run each migration once', async () => {
  const slow = { name: '0001-slow', sql: 'create table slow (a int); select pg_sleep(0.2)' }
  const others = [1, 2, 3].map(() => withClient({ ...asOwner(server), database: name }, (other) => migrate(other, [slow])))
  expect((await Promise.all(others)).flat()).toEqual(['0001-slow'])
})

test('a database of a newer version is refused', async () => {
  await migrate(client, [one, two])
  await expect(migrate(client, [one])).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
})

test('a database in which a migration ran that is not ours is refused', async () => {
  await migrate(client, [one])
  await expect(migrate(client, [{ ...one, sql: `${one.sql} ` }, two])).rejects.toMatchObject({ code: 'DATABASE_CHANGED' })
  await expect(migrate(client, [two])).rejects.toMatchObject({ code: 'DATABASE_CHANGED' })
})

describe('the ledger’s own migrations', () => {
  test('have names that sort in the order in which they run', () => {
    const names = migrations.map((migration) => migration.name)
    expect(names.length).toBeGreaterThan(0)
    expect(names).toEqual([...names].sort())
    for (const name of names) expect(name).toMatch(/^\d{4}-[a-z-]+$/)
    expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length)
  })

  test('run from empty, and each from the version before, to the same schema', async () => {
    await migrate(client, migrations)
    const whole = await schema(client)
    expect(whole.length).toBeGreaterThan(20)
    const other = `${name}_stepwise`
    await createDatabase(asOwner(server), other)
    try {
      await withClient({ ...asOwner(server), database: other }, async (owner) => {
        for (let version = 1; version <= migrations.length; version += 1)
          expect(await migrate(owner, migrations.slice(0, version))).toEqual([migrations[version - 1]!.name])
        expect(await schema(owner)).toEqual(whole)
      })
    } finally {
      await withClient(asOwner(server), (owner) => owner.query(`drop database ${other} with (force)`))
    }
  })
})

/** Every column and index, described. */
async function schema(on: pg.ClientBase): Promise<string[]> {
  const { rows } = await on.query<{ line: string }>(`
    select format('%s.%s.%s %s', table_schema, table_name, column_name, data_type) as line from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema')
    union all select indexdef from pg_indexes where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
  return rows.map(({ line }) => line)
}
