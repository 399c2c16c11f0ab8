/**
 * What may be said of what was expunged: what kind of thing it was, and the changeset that removed it, whose day, writer and reason are public.
 *
 * What was only taken out of sight, because it turned out to be restricted, is told by nothing: its tombstone has no id that anybody could ask for.
 */
import type { Pool } from 'pg'

export interface ExpungedRecord {
  kind: string
  changeset: number
  /** A day of UTC, "2026-11-29". */
  on: string
  actor: string
  reason: string
}

/** Of the first of these ids that was expunged; null where none was. Claims have a page, and no tombstone under their own id. */
export async function expungedRecord(pool: Pick<Pool, 'query'>, ids: readonly string[]): Promise<ExpungedRecord | null> {
  if (ids.length === 0) return null
  const { rows } = await pool.query<ExpungedRecord>(
    `SELECT t.kind, c.id::float8 AS changeset, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS on, c.actor, c.reason
      FROM unnest($1::text[]) WITH ORDINALITY AS asked (id, ordinal)
        JOIN ledger.tombstone t ON t.id = asked.id OR (t.id > 'claim ' || asked.id || ' ' AND t.id < 'claim ' || asked.id || '!')
        JOIN ledger.changeset c ON c.id = t.written
      ORDER BY asked.ordinal, t.written DESC LIMIT 1`,
    [ids],
  )
  return rows[0] ?? null
}
