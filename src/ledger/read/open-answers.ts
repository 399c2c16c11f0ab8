/**
 * What an article says against what was accepted of it, and nobody has decided on yet: a denial that stands beside an allegation in the same text
 * is held, though it is no statement.
 */
import type { PoolClient } from 'pg'
import { claimAsDecided, loadClaims } from './claims.js'
import { heldIn } from './relations.js'

export interface OpenAnswer {
  /** The claim that denies or doubts. */
  id: string
  type: 'denial' | 'doubt'
  speaker: string | null
}

/** By alleged incident that was accepted of an article. */
export async function loadOpenAnswers(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  incidents: readonly string[],
): Promise<Map<string, OpenAnswer[]>> {
  const found = new Map<string, OpenAnswer[]>()
  if (incidents.length === 0) return found
  const { rows } = await client.query<{ incident: string; id: string; source: string }>(
    `SELECT s.entity AS incident, s.id, s.source FROM ledger.statement s JOIN ledger.article a ON a.source = s.source AND ${heldIn(past, 'a')}
      WHERE s.entity = ANY($1) AND s.property = 'occurrence' AND s.stance = 'asserts' AND ${heldIn(past, 's')}`,
    [incidents],
  )
  if (rows.length === 0) return found
  const claims = await loadClaims(client, past, [...new Set(rows.map(({ source }) => source))])
  for (const { incident, id } of rows) {
    const accepted = new Set(claims.flatMap((kept) => (kept.decision?.statements.includes(id) ? [kept.id] : [])))
    const open = claims.flatMap((kept): OpenAnswer[] => {
      const claim = claimAsDecided(kept)
      if (kept.decision !== null || (claim.type !== 'denial' && claim.type !== 'doubt')) return []
      return claim.concerns.some((one) => accepted.has(one)) ? [{ id: kept.id, type: claim.type, speaker: claim.speaker }] : []
    })
    if (open.length > 0) found.set(incident, [...(found.get(incident) ?? []), ...open])
  }
  return found
}
