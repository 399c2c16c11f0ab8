/**
 * Whom the changesets since a state touch, as far as exposure goes: those of whom something is alleged or listed otherwise than before, and those whose
 * printed names mean something else. Of the present.
 *
 * Where training changed, somebody moved in a chain, or rows are gone for good, nearly everybody may be touched: then it says so, instead of whom.
 */
import type { PoolClient } from 'pg'

export interface Touched {
  /** Ids of units, people and organisations, as rows have them. */
  subjects: string[]
  /** Those among them whose assistance may be another. */
  units: string[]
}

const changed = (table: string) => `(${table}.written > $1 OR ${table}.withdrawn > $1)`

/** Everybody: null. */
export async function touchedSince(client: Pick<PoolClient, 'query'>, since: number): Promise<Touched | null> {
  const { rows: whole } = await client.query<{ everybody: boolean }>(
    `SELECT EXISTS (SELECT FROM serving.refreshed WHERE changeset > $1 AND trainings > 0)
      OR EXISTS (SELECT FROM ledger.tombstone WHERE written > $1)
      OR EXISTS (SELECT FROM ledger.statement s WHERE s.property IN ('parent', 'posting', 'succession') AND ${changed('s')})
      OR EXISTS (SELECT FROM ledger.source f WHERE f.withdrawn > $1)
      OR EXISTS (SELECT FROM ledger.publication p WHERE ${changed('p')}) AS everybody`,
    [since],
  )
  if (whole[0]!.everybody) return null
  const { rows } = await client.query<{ id: string; named: boolean }>(
    `WITH judged AS (SELECT subject_kind, subject FROM ledger.judgement j WHERE ${changed('j')}),
    merged AS (
      SELECT subject AS id FROM judged WHERE subject_kind = 'entity'
      UNION SELECT entity FROM ledger.judgement j WHERE subject_kind = 'entity' AND ${changed('j')}
      UNION SELECT id FROM ledger.entity e WHERE ${changed('e')}
    ), touched AS (
      SELECT id, true AS named FROM merged
      -- Whatever was ever said of a name that is judged now may have been what it meant.
      UNION ALL SELECT j.entity, true FROM ledger.judgement j JOIN judged USING (subject_kind, subject)
      UNION ALL SELECT j.entity, true FROM judged JOIN ledger.naming n ON n.id = judged.subject
        JOIN ledger.judgement j ON j.subject = n.printed_name WHERE judged.subject_kind = 'naming'
      UNION ALL SELECT d.entity, false FROM ledger.designation d WHERE ${changed('d')}
      UNION ALL SELECT s.entity, false FROM ledger.statement s WHERE s.property IN ('reply', 'name', 'country') AND ${changed('s')}
      UNION ALL SELECT a.object, false FROM ledger.statement s JOIN ledger.statement a ON a.entity = s.entity AND a.property = 'perpetrator'
        WHERE s.property IN ('perpetrator', 'occurrence', 'violation', 'outcome', 'reply') AND ${changed('s')} AND a.object IS NOT NULL
    )
    SELECT id, bool_or(named) AS named FROM touched GROUP BY id ORDER BY id`,
    [since],
  )
  const ids = rows.map(({ id }) => id)
  const units = rows.flatMap(({ id, named }) => (named ? [id] : []))
  // Whoever becomes another in the middle of a chain moves what passes through.
  if (units.length > 0 && (await hasMerges(client, since)) && (await areInChains(client, units))) return null
  return { subjects: ids, units }
}

async function hasMerges(client: Pick<PoolClient, 'query'>, since: number): Promise<boolean> {
  const { rows } = await client.query<{ merges: boolean }>(
    `SELECT EXISTS (SELECT FROM ledger.judgement j WHERE subject_kind = 'entity' AND ${changed('j')})
      OR EXISTS (SELECT FROM ledger.entity e WHERE e.withdrawn > $1) AS merges`,
    [since],
  )
  return rows[0]!.merges
}

async function areInChains(client: Pick<PoolClient, 'query'>, ids: readonly string[]): Promise<boolean> {
  const { rows } = await client.query<{ placed: boolean }>(
    `SELECT EXISTS (SELECT FROM ledger.statement WHERE property IN ('parent', 'posting', 'succession') AND withdrawn IS NULL
      AND (entity = ANY($1) OR object = ANY($1))) AS placed`,
    [ids],
  )
  return rows[0]!.placed
}
