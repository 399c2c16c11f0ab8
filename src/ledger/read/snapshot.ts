/**
 * One consistent look at the ledger: everything that an answer is made of is read in one transaction, so that a changeset committed
 * meanwhile shows in all of it or none, and the answer's head is the state that it really shows.
 */
import type { Pool, PoolClient } from 'pg'
import { errors } from '../errors.js'
import type { Head } from './views.js'

export interface Snapshot {
  client: PoolClient
  head: Head
}

const headSql = `SELECT c.id::float8 AS changeset, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, c.digest,
    s.digest AS content
  FROM ledger.changeset c LEFT JOIN ledger.content_state s ON s.changeset = c.id ORDER BY c.id DESC LIMIT 1`

/** The ledger before its first changeset. */
export const emptyHead: Head = { changeset: 0, at: '1970-01-01T00:00:00Z', digest: 'empty', content: null }

export async function readHead(pool: Pool): Promise<Head> {
  const { rows } = await pool.query<Head>({ name: 'head', text: headSql })
  return rows[0] ?? emptyHead
}

/**
 * Runs `use` on one connection, in one read-only transaction. A query that runs into the statement timeout becomes QUERY_TOO_SLOW; the
 * connection is given back clean in every case.
 */
export async function snapshot<Result>(
  pool: Pool,
  use: (snapshot: Snapshot) => Promise<Result>,
  timeoutMs = 5_000,
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // Several statements in one message: one trip to the database instead of three.
    const results = (await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = ${timeoutMs}; ${headSql}`,
    )) as unknown as { rows: Head[] }[]
    return await use({ client, head: results[2]?.rows[0] ?? emptyHead })
  } catch (error) {
    if (isTimeout(error)) throw errors.QUERY_TOO_SLOW()
    throw error
  } finally {
    await client.query('ROLLBACK').catch((error: Error) => {
      broken = error
    })
    client.release(broken)
  }
}

/** 57014: query_canceled, by the statement timeout. */
export const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '57014'
