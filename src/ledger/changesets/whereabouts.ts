/** Where a row is that an address names and the ledger no longer holds: withdrawn, followed by another, or expunged. */
import type { Pool } from 'pg'

/** What an id that is not current answers with. */
export type Whereabouts =
  | { state: 'current' }
  /** `withdrawn`: the changeset that took it away last; the state before that has it. */
  | { state: 'withdrawn'; successor: string | null; withdrawn: number }
  | { state: 'expunged' }
  | { state: 'unknown' }

/** Where a training, a printed total or a source is now. Successors are followed to the last; a permalink of an expunged row answers 410. */
export async function whereabouts(pool: Pool, table: 'training' | 'printed_total' | 'source', id: string): Promise<Whereabouts> {
  const { rows } = await pool.query<{ current: boolean; known: boolean; expunged: boolean; withdrawn: number | null }>(
    `SELECT EXISTS (SELECT FROM ledger.${table} WHERE id = $1 AND withdrawn IS NULL) AS current,
      EXISTS (SELECT FROM ledger.${table} WHERE id = $1) AS known,
      EXISTS (SELECT FROM ledger.tombstone WHERE id = $1) AS expunged,
      (SELECT max(withdrawn) FROM ledger.${table} WHERE id = $1)::int AS withdrawn`,
    [id],
  )
  const { current, known, expunged, withdrawn } = rows[0]!
  if (expunged) return { state: 'expunged' }
  if (current) return { state: 'current' }
  if (!known || withdrawn === null) return { state: 'unknown' }
  const chain = await pool.query<{ id: string }>(
    `WITH RECURSIVE next AS (
        SELECT successor AS id, 1 AS step FROM ledger.successor WHERE id = $1 AND withdrawn IS NULL
        UNION ALL
        SELECT s.successor, step + 1 FROM next JOIN ledger.successor AS s ON s.id = next.id AND s.withdrawn IS NULL WHERE step < 100
      )
      SELECT id FROM next WHERE EXISTS (SELECT FROM ledger.${table} AS t WHERE t.id = next.id AND t.withdrawn IS NULL)
      ORDER BY step DESC LIMIT 1`,
    [id],
  )
  return { state: 'withdrawn', successor: chain.rows[0]?.id ?? null, withdrawn }
}
