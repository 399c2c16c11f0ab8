/** One transaction on one connection, for what is kept beside the ledger's facts and needs no changeset; facts go through changesets/change.ts. */
import type { Pool, PoolClient } from 'pg'

/** A connection that could not be rolled back is thrown away. */
export async function transact<Result>(pool: Pool, use: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await use(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((fault: Error) => {
      broken = fault
    })
    throw error
  } finally {
    client.release(broken)
  }
}
