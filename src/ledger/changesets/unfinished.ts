/**
 * What a filling leaves that is broken off. Its rows are committed piece by piece (`fill.ts`), so that several connections can work at once, and count
 * for nothing until their changeset is committed. Until then `private.filling` has the statements that make the dropped indexes again.
 */
import type { ClientBase, Pool } from 'pg'
import { transact } from '../database/transact.js'
import { factTableNames } from './columns.js'

/** One key for all who commit, held until the end of the transaction; the number is arbitrary and must never change. */
const COMMIT_LOCK = 7_261_737_002

/** Waits until nobody else commits. */
export async function lockCommits(client: ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [COMMIT_LOCK])
}

/** All tables that a filling writes to, those of facts first. */
export const filledTables = [
  ...factTableNames.map((table) => `ledger.${table}`),
  ...['training', 'cell', 'phrase', 'repetition', 'total', 'name', 'name_part'].map((table) => `serving.${table}`),
]

/**
 * Empties a ledger that a filling left half full, and makes its indexes again; where one is under way, waits for its end and does nothing. Call it
 * before anything is read or written.
 */
export async function clearUnfinished(pool: Pool): Promise<void> {
  const { rows } = await pool.query('SELECT FROM private.filling LIMIT 1')
  if (rows.length > 0) await transact(pool, clear)
}

async function clear(client: ClientBase): Promise<void> {
  await lockCommits(client)
  const { rows } = await client.query<{ statement: string }>('SELECT statement FROM private.filling ORDER BY ordinal')
  if (rows.length === 0) return
  await client.query(`TRUNCATE ${filledTables.join(', ')}`)
  for (const { statement } of rows) await client.query(statement)
  await client.query('DELETE FROM private.filling')
}
