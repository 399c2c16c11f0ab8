/**
 * What an article says against what was accepted of it, and nobody has decided on yet: a denial that stands beside an allegation in the same text
 * is held, though it is no statement.
 */
import type { PoolClient } from 'pg'
import { claimAsDecided, loadClaims } from './claims.js'

export interface OpenAnswer {
  /** The claim that denies or doubts. */
  id: string
  type: 'denial' | 'doubt'
  speaker: string | null
}

/** Of the claims that these statements were made of; `sources` are the statements'. */
export async function loadOpenAnswers(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  { statements, sources }: { statements: readonly string[]; sources: readonly string[] },
): Promise<OpenAnswer[]> {
  if (sources.length === 0) return []
  const claims = await loadClaims(client, past, sources)
  const accepted = new Set(
    claims.flatMap(({ id, decision }) => (decision?.statements.some((one) => statements.includes(one)) ? [id] : [])),
  )
  return claims.flatMap((kept) => {
    const claim = claimAsDecided(kept)
    const isOpen = kept.decision === null && (claim.type === 'denial' || claim.type === 'doubt')
    return isOpen && claim.concerns.some((id) => accepted.has(id))
      ? [{ id: kept.id, type: claim.type, speaker: claim.speaker }]
      : []
  })
}
