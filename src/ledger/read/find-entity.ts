/** Entities by id, or by a name that a source gives them: for those who type one. */
import type { PoolClient } from 'pg'
import type { EntityKind } from '../entities.js'
import { heldIn } from './relations.js'

export interface FoundEntity {
  id: string
  kind: EntityKind
  name: string
  country: string | null
}

/** At most this many are told apart for who typed a name that several have. */
const most = 20

/**
 * The entity of this id; else those of these kinds with exactly this name or alias, letter case apart. `country` is ISO 3166-1 alpha-3.
 */
export async function findEntities(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  text: string,
  kinds: readonly EntityKind[],
  country: string | null = null,
): Promise<FoundEntity[]> {
  const { rows } = await client.query<FoundEntity>(
    `SELECT e.id, e.kind, coalesce(
        (SELECT min(value COLLATE "C") FROM ledger.statement s WHERE s.entity = e.id AND s.property = 'name' AND s.stance = 'asserts' AND ${heldIn(past, 's')}),
        e.id) AS name,
      (SELECT min(value) FROM ledger.statement s WHERE s.entity = e.id AND s.property = 'country' AND s.stance = 'asserts' AND ${heldIn(past, 's')}) AS country
    FROM ledger.entity e
    WHERE ${heldIn(past, 'e')} AND e.kind = ANY($2) AND (e.id = $1 OR EXISTS (
      SELECT FROM ledger.statement s WHERE s.entity = e.id AND s.property IN ('name', 'alias') AND s.stance = 'asserts'
        AND left(lower(s.value), 200) = left(lower($1), 200) AND ${heldIn(past, 's')}))
    ORDER BY (e.id = $1) DESC, name, e.id LIMIT ${most}`,
    [text.trim(), kinds],
  )
  return country === null ? rows : rows.filter((row) => row.country === country)
}
