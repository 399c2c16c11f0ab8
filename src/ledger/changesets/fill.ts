/**
 * Filling an empty ledger: what comes first needs no index yet, and no log of its own.
 *
 * A table that is emptied anew in the transaction that fills it has a file that nobody else can see: PostgreSQL need not log its rows
 * (where `wal_level` is minimal, as in the embedded server), and a crash leaves the empty table. Indexes are made at the end, from sorted
 * rows, several times faster than row by row. Nothing here happens to a ledger that has, or ever had, a fact.
 */
import type { PoolClient } from 'pg'

/** The tables that hold nearly all rows. Printed names keep their indexes: each source looks up which of its names are there. */
const indexedAfter = ['ledger.training', 'ledger.naming', 'ledger.printed_total']
const filled = [...indexedAfter, 'ledger.printed_name', 'serving.training', 'serving.cell', 'serving.phrase', 'serving.name']

/**
 * Prepares the tables of an empty ledger for many rows and returns what makes their indexes; where there is anything in it, does
 * nothing. Readers wait until the changeset is committed: they would find nothing.
 */
export async function prepareToFill(client: PoolClient): Promise<() => Promise<void>> {
  const nothing = async () => {}
  const { rows } = await client.query<{ empty: boolean }>(
    `SELECT ${filled.map((table) => `NOT EXISTS (SELECT FROM ${table})`).join(' AND ')} AS empty`,
  )
  if (!rows[0]?.empty) return nothing
  const indexes = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE indrelid = ANY($1::text[]::regclass[]) AND NOT indisprimary ORDER BY indexrelid`,
    [indexedAfter],
  )
  await client.query(`TRUNCATE ${filled.join(', ')}`)
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`)
  return async () => {
    await client.query(`SET LOCAL maintenance_work_mem = '128MB'`)
    for (const { definition } of indexes.rows) await client.query(definition)
  }
}
