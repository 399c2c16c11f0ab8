/** Brings a database to the newest version: each migration once, in order, in its own transaction, one process at a time. */
import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { errors } from '../errors.js'
import type { Migration } from '../migrations/migration.js'

/** One key for every process that migrates; the number is arbitrary and must never change. */
const MIGRATION_LOCK = 7_261_737_001

const checksum = (migration: Migration) => createHash('sha256').update(migration.sql).digest('hex')

/** What else only one process may do at a time, before the first migration (making roles) and after the last (granting). */
export interface Around {
  before?(client: ClientBase): Promise<void>
  after?(client: ClientBase): Promise<void>
}

/**
 * Runs what has not run yet and returns the names of what ran. Throws DATABASE_NEWER when the database was written by a newer
 * Rastro, and DATABASE_CHANGED when a migration that ran is not the one we know under its name.
 */
export async function migrate(client: ClientBase, migrations: readonly Migration[], around: Around = {}): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    await around.before?.(client)
    const pending = await findPending(client, migrations)
    for (const migration of pending) await run(client, migration)
    await around.after?.(client)
    return pending.map((migration) => migration.name)
  } finally {
    // Where the connection broke there is no lock any more, and the first error is the one to tell.
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {})
  }
}

/** What ran must be the beginning of what we know: anything else is another program's database, or a newer one's. */
async function findPending(client: ClientBase, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await client.query(`create table if not exists public.rastro_migration (
    name text primary key, checksum text not null, at timestamptz not null default now())`)
  const { rows: done } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.rastro_migration order by name collate "C"',
  )
  for (const [index, ran] of done.entries()) {
    const known = migrations[index]
    if (!known) throw errors.DATABASE_NEWER(ran.name)
    if (known.name !== ran.name || checksum(known) !== ran.checksum) throw errors.DATABASE_CHANGED(ran.name)
  }
  return migrations.slice(done.length)
}

async function run(client: ClientBase, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await migration.fill?.(client)
    await client.query('insert into public.rastro_migration (name, checksum) values ($1, $2)', [
      migration.name,
      checksum(migration),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
