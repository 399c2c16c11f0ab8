/** Brings the serving tables of a ledger that an older version filled to what this version serves: what a migration ends with. */
import type { ClientBase } from 'pg'
import { contentDigest } from '../changesets/change.js'
import { rebuildServing } from './refresh.js'
import { kyselyOn } from './transaction.js'

/** On a connection with an open transaction; nothing where the ledger is empty. */
export async function fillServing(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ head: number | null }>('SELECT max(id)::float8 AS head FROM ledger.changeset')
  const head = rows[0]!.head
  if (head === null) return
  await rebuildServing(kyselyOn(client))
  // What the facts of older states would give was kept nowhere; they go by their chain digest.
  await client.query(
    'INSERT INTO ledger.content_state (changeset, digest) VALUES ($1, $2) ON CONFLICT (changeset) DO UPDATE SET digest = excluded.digest',
    [head, await contentDigest(client)],
  )
}
