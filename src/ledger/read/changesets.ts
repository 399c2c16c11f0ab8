/** Changesets as the audit trail shows them. */
import type { PoolClient } from 'pg'
import type { Changeset } from './views.js'

const selected = `SELECT c.id::float8 AS id, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, c.actor, c.reason, c.tool,
    c.undoes::float8 AS undoes, c.digest, s.digest AS content
  FROM ledger.changeset c LEFT JOIN ledger.content_state s ON s.changeset = c.id`

export async function loadChangeset(client: PoolClient, id: number): Promise<Changeset | null> {
  const { rows } = await client.query<Changeset>({ name: 'changeset', text: `${selected} WHERE c.id = $1`, values: [id] })
  return rows[0] ?? null
}

/**
 * The newest changeset whose chain digest, or whose content digest, begins with the given digits. Several have one content where one undoes
 * another: they are the same state. Null where there is none, or where the digits could be of two states.
 */
export async function changesetOfDigest(client: PoolClient, digits: string): Promise<Changeset | null> {
  const { rows } = await client.query<Changeset>(
    `${selected} WHERE left(c.digest, length($1::text)) = $1 OR left(s.digest, length($1::text)) = $1 ORDER BY c.id DESC`,
    [digits],
  )
  const named = new Set(rows.map(({ digest, content }) => (content?.startsWith(digits) ? content : digest)))
  return named.size === 1 ? rows[0]! : null
}

/** Newest first, at most `limit`, of those before `before`. */
export async function listChangesets(client: PoolClient, limit: number, before: number): Promise<Changeset[]> {
  const { rows } = await client.query<Changeset>(`${selected} WHERE c.id < $1 ORDER BY c.id DESC LIMIT $2`, [before, limit])
  return rows
}
