/** Which entities are one, as persons merged them, and of what kind each is, in a state: after changeset `at`, or now where that is null. */
import type { PoolClient } from 'pg'
import type { EntityKind } from '../entities.js'
import { mergeEntities } from '../meaning.js'
import { planned } from './planned.js'
import { heldIn } from './relations.js'

/** Of each id the one that it is shown by, and of each shown id all that are one with it. */
export interface Identities {
  canonicalOf(id: string): string
  membersOf(id: string): readonly string[]
}

type Client = Pick<PoolClient, 'query'>

/** Which entities persons merged. */
export async function loadIdentities(client: Client, at: number | null): Promise<Identities> {
  if (at !== null) return identitiesThen(client, at)
  const { rows } = await client.query<{ entity: string; canonical: string }>(
    planned('identities', null, 'SELECT entity, canonical FROM serving.merged', []),
  )
  const canonical = new Map(rows.map((row) => [row.entity, row.canonical]))
  const members = new Map<string, string[]>()
  for (const { entity, canonical: shown } of rows) {
    const list = members.get(shown)
    if (list) list.push(entity)
    else members.set(shown, [shown, entity])
  }
  return { canonicalOf: (id) => canonical.get(id) ?? id, membersOf: (id) => members.get(id) ?? [id] }
}

async function identitiesThen(client: Client, at: number): Promise<Identities> {
  const { rows: merges } = await client.query<{ subject: string; entity: string; verdict: 'same' | 'different' | 'unsure' }>(
    `SELECT subject, entity, verdict FROM ledger.judgement j WHERE subject_kind = 'entity' AND basis = 'person' AND ${heldIn(at, 'j')}`,
  )
  const { rows: described } = await client.query<{ entity: string }>(
    `SELECT DISTINCT entity FROM ledger.statement s WHERE entity = ANY($1) AND property = 'name' AND ${heldIn(at, 's')}`,
    [merges.flatMap(({ subject, entity }) => [subject, entity])],
  )
  return mergeEntities(merges, new Set(described.map(({ entity }) => entity)))
}

/**
 * Kinds by shown id. Of several that are one, whichever keeps a path from passing comes first: a list's "organization" that a person judged
 * to be a unit is that unit, and nothing that anyone calls a body or a class becomes a unit by it.
 */
export async function loadKinds(
  client: Client,
  at: number | null,
  identities: Identities,
  ids: readonly string[],
): Promise<Map<string, EntityKind>> {
  const all = ids.flatMap((id) => [id, ...identities.membersOf(id)])
  const { rows } = await client.query<{ id: string; kind: EntityKind }>(
    planned('kinds', at, `SELECT id, kind FROM ledger.entity e WHERE id = ANY($1) AND ${heldIn(at, 'e')}`, [[...new Set(all)]]),
  )
  const weight: readonly EntityKind[] = ['body', 'class of units', 'unit', 'person', 'incident', 'organization']
  const kinds = new Map<string, EntityKind>()
  for (const { id, kind } of rows) {
    const shown = identities.canonicalOf(id)
    const known = kinds.get(shown)
    if (known === undefined || weight.indexOf(kind) < weight.indexOf(known)) kinds.set(shown, kind)
  }
  return kinds
}
