/** Entities by id, or by a name that a source gives them: for those who type one. */
import type { PoolClient } from 'pg'
import type { EntityKind } from '../entities.js'
import { errors } from '../errors.js'
import { heldIn } from './relations.js'
import { listUnits, type UnitKind } from './units.js'
import { askWords, type Normalise } from './words.js'

export interface FoundEntity {
  id: string
  kind: EntityKind
  name: string
  country: string | null
}

/** At most this many are told apart for whoever typed a name that several have. */
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

/** Kinds that `serving.unit` lists. */
const unitKinds: readonly EntityKind[] = ['unit', 'class of units', 'body', 'organization']

/**
 * The one unit of this id or name, as `findEntities` finds it: nothing is chosen for whoever typed a name that several have.
 * @throws UserError ENTITY_UNKNOWN, ENTITY_AMBIGUOUS
 */
export async function findUnit(client: Pick<PoolClient, 'query'>, text: string, country: string | null = null): Promise<string> {
  const found = await findEntities(client, null, text, unitKinds, country)
  if (found.length === 0) throw errors.ENTITY_UNKNOWN(text)
  if (found.length > 1)
    throw errors.ENTITY_AMBIGUOUS(
      text,
      found.map((one) => `${one.id}  ${one.name}${one.country ? ` (${one.country})` : ''}`),
    )
  return found[0]!.id
}

/**
 * For who picks one while typing: entities of these kinds with a name, alias or (of an incident) an allegation in which every word stands, of the
 * present. Those called just so come first, then units with most rows.
 */
export async function suggestEntities(
  client: PoolClient,
  { q, kinds, normalise }: { q: string; kinds: readonly EntityKind[]; normalise: Normalise },
  limit: number,
): Promise<FoundEntity[]> {
  const words = q.trim().split(/\s+/).filter(Boolean).slice(0, 12)
  if (words.length === 0) return []
  const pattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const { rows: said } = await client.query<FoundEntity>(
    `SELECT e.id, e.kind, s.name, (SELECT min(c.value) FROM ledger.statement c WHERE c.entity = e.id AND c.property = 'country'
        AND c.stance = 'asserts' AND c.withdrawn IS NULL) AS country
      FROM (SELECT entity, min(value COLLATE "C") AS name, bool_or(lower(value) = lower($4)) AS exact FROM ledger.statement
          WHERE withdrawn IS NULL AND stance = 'asserts' AND property = ANY($1) AND value ILIKE ALL($2) GROUP BY entity) s
        JOIN ledger.entity e ON e.id = s.entity AND e.withdrawn IS NULL AND e.kind = ANY($3)
      ORDER BY s.exact DESC, length(s.name), s.name, e.id LIMIT ${limit}`,
    [
      kinds.includes('incident') ? ['name', 'alias', 'occurrence', 'violation'] : ['name', 'alias'],
      words.map(pattern),
      kinds,
      q.trim(),
    ],
  )
  const wanted = kinds.filter((kind): kind is UnitKind => unitKinds.includes(kind))
  const text = askWords(/[\p{L}\p{N}]$/u.test(q) ? `${q.replace(/["“”«»*]/gu, ' ')}*` : q, normalise, 'q')
  const printed =
    wanted.length === 0 || text.empty ? [] : (await listUnits(client, { text, kinds: wanted, country: null }, limit, null)).rows
  const found = [...said, ...printed.map(({ id, kind, name, country }) => ({ id, kind, name, country }))]
  return [...new Map(found.map((one) => [one.id, one])).values()].slice(0, limit)
}
