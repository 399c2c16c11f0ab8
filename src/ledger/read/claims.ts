/** Claims of articles with what was decided on them, in one state of the ledger. */
import type { PoolClient } from 'pg'
import { Claim, type ClaimDecision, DecisionContent, type KeptCheck } from '../claims.js'
import type { Place } from '../records.js'
import { heldIn } from './relations.js'

export interface DecidedClaim extends ClaimDecision {
  /** The changeset that decided: what undoing takes. */
  changeset: number
  /** ISO 8601, UTC; empty within the changeset that decides. */
  at: string
}

export interface KeptClaim {
  /** As addresses name it. */
  id: string
  /** The article. */
  source: string
  /** As proposed; `sentence` is empty where the text is not at hand. */
  claim: Claim
  /** Our own words, of a claim that comes with the project. */
  words: string | null
  places: Place[]
  decision: DecidedClaim | null
  /** Checks that were kept with a state, the newest last. */
  checks: KeptCheck[]
  /** False where only the decision knows of it: what reads articles now does not propose it. */
  proposed: boolean
}

/** As the analyst left it: corrected where he corrected it. What was rejected is what was proposed. */
export const claimAsDecided = ({ claim, decision }: Pick<KeptClaim, 'claim' | 'decision'>): Claim => decision?.corrected ?? claim

interface ClaimRow {
  id: string
  source: string
  places: Place[]
  words: string | null
  content: string
}

interface DecisionRow {
  source: string
  claim: string
  verdict: ClaimDecision['verdict']
  reviewer: string
  note: string | null
  textSha256: string
  content: string
  statements: string[]
  changeset: number
  at: string
}

/**
 * All claims of these articles (of all, where null) in the order of the articles' ids and of their texts. Rejected ones are among them, with
 * their decision. A decision holds for the proposal of its id, and else for one of the same kind that its range meets: better rules may take
 * a word more or less.
 */
export async function loadClaims(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  sources: readonly string[] | null = null,
): Promise<KeptClaim[]> {
  const [proposals, decisions, checks] = [
    await client.query<ClaimRow>(
      `SELECT id, source, places, words, content FROM ledger.claim c
        WHERE ${heldIn(past, 'c')} AND ($1::text[] IS NULL OR source = ANY($1)) ORDER BY source, position, id`,
      [sources],
    ),
    await client.query<DecisionRow>(
      `SELECT d.source, d.claim, d.verdict, d.reviewer, d.note, d.text_sha256 AS "textSha256", d.content, d.statements,
        d.written::float8 AS changeset, coalesce(to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '') AS at
      FROM ledger.claim_decision d LEFT JOIN ledger.changeset c ON c.id = d.written
      WHERE ${heldIn(past, 'd')} AND ($1::text[] IS NULL OR d.source = ANY($1)) ORDER BY d.source, d.start_at, d.id`,
      [sources],
    ),
    await client.query<{ claim: string; verdict: string; content: string; state: string }>(
      `SELECT claim, verdict, content, state FROM ledger.claim_check c
        WHERE ${heldIn(past, 'c')} AND ($1::text[] IS NULL OR source = ANY($1)) ORDER BY claim, written, id`,
      [sources],
    ),
  ]
  const claims = proposals.rows.map(
    ({ content, ...row }): KeptClaim => ({
      ...row,
      claim: Claim.parse(JSON.parse(content)),
      decision: null,
      checks: [],
      proposed: true,
    }),
  )
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  for (const { content, ...check } of checks.rows)
    byId.get(check.claim)?.checks.push({ ...check, content: JSON.parse(content) as unknown })
  return withDecisions(claims, decisions.rows.map(decisionOf))
}

function decisionOf({ content, ...row }: DecisionRow): DecidedClaim & { source: string } {
  return { ...row, ...DecisionContent.parse(JSON.parse(content)) }
}

type Proposal = Pick<Claim, 'type' | 'start' | 'end'>

/** The same kind of claim about the same words. Of a change ("from 12 to 36") each end has words of its own. */
export function coincide(one: Proposal & { measure?: string }, other: Proposal & { measure?: string }): boolean {
  return one.type === other.type && one.start < other.end && other.start < one.end && one.measure === other.measure
}

function withDecisions(claims: readonly KeptClaim[], decisions: readonly (DecidedClaim & { source: string })[]): KeptClaim[] {
  if (decisions.length === 0) return [...claims]
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const left: (DecidedClaim & { source: string })[] = []
  for (const decision of decisions) {
    const claim = byId.get(decision.claim)
    if (claim) claim.decision = decision
    else left.push(decision)
  }
  const gone: KeptClaim[] = []
  for (const { source, ...decision } of left) {
    const met = claims.find(
      (claim) => claim.source === source && claim.decision === null && coincide(claim.claim, decision.proposed),
    )
    if (met) met.decision = decision
    else
      gone.push({
        id: decision.claim,
        source,
        claim: decision.proposed,
        words: null,
        places: [],
        decision,
        checks: [],
        proposed: false,
      })
  }
  if (gone.length === 0) return [...claims]
  return [...claims, ...gone].sort((a, b) =>
    a.source === b.source ? a.claim.start - b.claim.start : a.source < b.source ? -1 : 1,
  )
}
