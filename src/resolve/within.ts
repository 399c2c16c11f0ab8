/** What resolving needs of a database and of lists. */
import type { PoolClient } from 'pg'
import type { Ledger } from '../ledger/database/connect.js'

/** One transaction of the owner's: what is kept beside the ledger's facts needs no changeset. */
export async function within<Result>(
  ledger: Pick<Ledger, 'ownerPool'>,
  use: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await ledger.ownerPool.connect()
  try {
    await client.query('BEGIN')
    const result = await use(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
