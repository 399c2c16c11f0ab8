/** Changesets as the audit trail shows them. */
import type { PoolClient } from 'pg'
import type { Changeset } from './views.js'

const columns = `id::float8 AS id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, actor, reason, tool,
  undoes::float8 AS undoes, digest`

export async function loadChangeset(client: PoolClient, id: number): Promise<Changeset | null> {
  const { rows } = await client.query<Changeset>({
    name: 'changeset',
    text: `SELECT ${columns} FROM ledger.changeset WHERE id = $1`,
    values: [id],
  })
  return rows[0] ?? null
}

/** The changeset whose chain digest begins with the given digits; null where there is none, or where it could be either of two. */
export async function changesetOfDigest(client: PoolClient, digits: string): Promise<Changeset | null> {
  const { rows } = await client.query<Changeset>(
    `SELECT ${columns} FROM ledger.changeset WHERE left(digest, length($1::text)) = $1 LIMIT 2`,
    [digits],
  )
  return rows.length === 1 ? rows[0]! : null
}

/** Newest first, at most `limit`, before `before` where given. */
export async function listChangesets(client: PoolClient, limit: number, before: number | null): Promise<Changeset[]> {
  const { rows } = await client.query<Changeset>(
    `SELECT ${columns} FROM ledger.changeset WHERE $1::bigint IS NULL OR id < $1 ORDER BY ledger.changeset.id DESC LIMIT $2`,
    [before, limit],
  )
  return rows
}
