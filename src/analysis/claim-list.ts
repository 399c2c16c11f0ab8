/**
 * The claims of all articles in one state of the ledger, narrowed by what a reader asks, each with its check and with what other articles claim
 * about the same thing.
 */
import type { PoolClient } from 'pg'
import type { Claim, ClaimType } from '../ledger/claims.js'
import { type ArticleRow, listArticles } from '../ledger/read/articles.js'
import { claimAsDecided, type KeptClaim, loadClaims } from '../ledger/read/claims.js'
import { type ClaimCheck, type ClaimRecord, checkClaim, remembering, type Verdict, verdictOf } from './claim-check.js'
import { readPlace } from './claim-places.js'
import { type PlacedClaim, putTogether, type Together } from './claims-together.js'

export type DecisionState = 'open' | 'accepted' | 'corrected' | 'rejected'

export interface ClaimFilter {
  /** ISO 3166-1 alpha-3. */
  country?: string
  measure?: string
  type?: ClaimType
  /** The source's id. */
  article?: string
  decision?: DecisionState
  verdict?: Verdict
}

export interface ListedClaim extends KeptClaim {
  article: ArticleRow
  /** As the analyst left it. */
  shown: Claim
  /** Countries that its words name, as codes. */
  countries: string[]
  state: DecisionState
}

export type ClaimFacet = Exclude<keyof ClaimFilter, 'verdict'>

export interface ListedClaims {
  /** Those that the filter leaves, in the order of the articles' titles and of their texts. */
  claims: ListedClaim[]
  /** How many there are by each value of a part of the filter, the other parts being as asked. Verdicts are not counted: each is a question to the record. */
  counts: Record<ClaimFacet, Map<string, number>>
  /** Pairs of claims about the same thing, of all articles; of what was rejected its copies alone. */
  together: Together[]
}

const stateOf = ({ decision }: Pick<KeptClaim, 'decision'>): DecisionState => decision?.verdict ?? 'open'

/** Everything that lists are made of, read once a state. */
export interface ClaimsOfState {
  claims: ListedClaim[]
  together: Together[]
}

export async function loadClaimsOfState(client: Pick<PoolClient, 'query'>, past: number | null): Promise<ClaimsOfState> {
  const articles = await listArticles(client, past)
  const order = new Map(articles.map((article, index) => [article.id, index]))
  const byId = new Map(articles.map((article) => [article.id, article]))
  const claims = (await loadClaims(client, past)).flatMap((kept): ListedClaim[] => {
    const article = byId.get(kept.source)
    const shown = claimAsDecided(kept)
    return article ? [{ ...kept, article, shown, countries: countriesOf(shown), state: stateOf(kept) }] : []
  })
  claims.sort((a, b) => order.get(a.source)! - order.get(b.source)! || a.claim.start - b.claim.start)
  return { claims, together: putTogether(claims.map(placed)) }
}

const placed = ({ id, source, shown, article, state }: ListedClaim): PlacedClaim => ({
  id,
  source,
  rejected: state === 'rejected',
  claim: shown,
  published: article.published,
})

/** Countries that a claim's words name, as codes; of a region all. */
export function countriesOf(claim: Claim): string[] {
  const texts = claim.type === 'quantity' ? [claim.recipient, claim.counted, claim.place] : [claim.place, claim.sentence]
  for (const text of texts) {
    const read = readPlace(text)
    if (read) return read.codes
  }
  return []
}

const valuesOf: Record<ClaimFacet, (claim: ListedClaim) => readonly string[]> = {
  country: ({ countries }) => countries,
  measure: ({ shown }) => (shown.type === 'quantity' ? [shown.measure] : []),
  type: ({ shown }) => [shown.type],
  article: ({ source }) => [source],
  decision: ({ state }) => [state],
}
const facets = Object.keys(valuesOf) as ClaimFacet[]

export function filterClaims({ claims, together }: ClaimsOfState, filter: ClaimFilter): ListedClaims {
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as ListedClaims['counts']
  const left: ListedClaim[] = []
  for (const claim of claims) {
    const failing = facets.filter((facet) => filter[facet] !== undefined && !valuesOf[facet](claim).includes(filter[facet]))
    if (failing.length === 0) left.push(claim)
    for (const facet of facets) {
      if (failing.some((one) => one !== facet)) continue
      for (const value of valuesOf[facet](claim)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
    }
  }
  return { claims: left, counts, together }
}

type CheckedClaim = Pick<ListedClaim, 'id' | 'shown' | 'article' | 'decision'>

const keyOf = ({ id, article, decision }: CheckedClaim): string => `${id} ${decision?.changeset ?? ''} ${article.published ?? ''}`

/** Checks of one state, each asked once: keep it as long as the state is shown. */
export class ClaimChecks {
  private readonly kept = new Map<string, Promise<ClaimCheck>>()
  private readonly verdicts = new Map<string, Verdict>()
  private readonly record: ClaimRecord

  /** `listed`: all claims, of which a denial concerns some. */
  constructor(
    record: ClaimRecord,
    private readonly listed: ReadonlyMap<string, Pick<ListedClaim, 'shown'>> = new Map(),
  ) {
    this.record = remembering(record)
  }

  of(claim: CheckedClaim): Promise<ClaimCheck> {
    const key = keyOf(claim)
    let check = this.kept.get(key)
    if (!check) {
      const { shown, article } = claim
      const concerns = shown.type === 'denial' || shown.type === 'doubt' ? shown.concerns : []
      const among = concerns.flatMap((id) => {
        const concerned = this.listed.get(id)
        return concerned ? [{ ...concerned.shown, id }] : []
      })
      check = checkClaim(shown, article.published, this.record, among)
      this.kept.set(key, check)
      check.catch(() => this.kept.delete(key))
    }
    return check
  }

  /** Those that have this verdict, in one pass over the claims: each question is put to the record once, whoever asks it. */
  async withVerdict(claims: readonly ListedClaim[], verdict: Verdict): Promise<ListedClaim[]> {
    const found: ListedClaim[] = []
    for (const [index, claim] of claims.entries()) {
      // Other readers get their turn in between.
      if (index % 500 === 499) await new Promise((resolve) => setImmediate(resolve))
      const key = keyOf(claim)
      const known = this.verdicts.get(key) ?? (await verdictOf(claim.shown, claim.article.published, this.record))
      this.verdicts.set(key, known)
      if (known === verdict) found.push(claim)
    }
    return found
  }
}
