/** The claims that an address asks for: its parameters, and all claims of the ledger with their checks, kept for the states that were last shown. */
import { z } from 'zod'
import type { ClaimCheck } from '../analysis/claim-check.js'
import {
  ClaimChecks,
  type ClaimFilter,
  type ClaimsOfState,
  filterClaims,
  type ListedClaim,
  type ListedClaims,
  loadClaimsOfState,
} from '../analysis/claim-list.js'
import type { Together } from '../analysis/claims-together.js'
import { measures } from '../extract/article/claims/numbers/measures.js'
import { ClaimType } from '../ledger/claims.js'
import { errors } from '../ledger/errors.js'
import { countryOrPrinted, fromParameter, limitParameter, readQuery, TrainingQuery } from '../ledger/read/query.js'
import type { AsOf } from '../ledger/read/reading.js'
import type { Head } from '../ledger/read/views.js'
import { recordOf } from './check-view.js'
import type { WebDependencies } from './dependencies.js'
import { keptStatesOf } from './kept-states.js'
import { messagesFor } from './messages/messages.js'

export const verdictSlugs = {
  agrees: 'agrees',
  higher: 'ledger higher',
  lower: 'ledger lower',
  'cannot-say': 'cannot say',
} as const
type VerdictSlug = keyof typeof verdictSlugs
const slugs = Object.keys(verdictSlugs) as [VerdictSlug, ...VerdictSlug[]]
export const decisionStates = ['open', 'accepted', 'corrected', 'rejected'] as const

const mostClaims = 500

export const ClaimsQuery = z.object({
  country: countryOrPrinted.transform((country) => country ?? undefined),
  measure: z
    .string()
    .regex(/^[a-z_]{1,40}$/, 'the code of a measure, such as people_trained')
    .optional(),
  type: ClaimType.optional(),
  article: z
    .string()
    .regex(/^[\w-]{1,80}$/, 'the id of an article')
    .optional(),
  verdict: z.enum(slugs).optional(),
  decision: z.enum(decisionStates).optional(),
  as_of: TrainingQuery.shape.as_of,
  from: fromParameter,
  limit: limitParameter(mostClaims, 30),
})
export type ClaimsQuery = z.infer<typeof ClaimsQuery>

/** @throws UserError QUERY_INVALID, QUERY_UNKNOWN_PARAMETER, QUERY_REPEATED */
export const readClaimsQuery = (parameters: URLSearchParams): ClaimsQuery => readQuery(ClaimsQuery, parameters)

export interface CheckedClaims {
  claims: ClaimsOfState
  checks: ClaimChecks
  /** By id, for those that stand together. */
  byId: ReadonlyMap<string, ListedClaim>
  /** By the id of each of the two. */
  pairs: ReadonlyMap<string, readonly Together[]>
}

const kept = keptStatesOf<CheckedClaims>()

/** All claims of a state. */
export async function checkedClaims(
  dependencies: Pick<WebDependencies, 'reading' | 'coverage'>,
  asOf: AsOf,
): Promise<CheckedClaims & { head: Head }> {
  const { reading } = dependencies
  return reading.within(asOf, async ({ client, head }, { cube, at }) => {
    const found = await kept(reading).of(head.digest, async () => {
      const claims = await loadClaimsOfState(client, at)
      const byId = new Map(claims.claims.map((claim) => [claim.id, claim]))
      const pairs = new Map<string, Together[]>()
      for (const pair of claims.together) for (const id of [pair.one, pair.other]) pairs.set(id, [...(pairs.get(id) ?? []), pair])
      return { claims, checks: new ClaimChecks(recordOf(dependencies, cube, head), byId), byId, pairs }
    })
    return { ...found, head }
  })
}

export interface FoundClaims extends CheckedClaims {
  /** Those that the question leaves, in the order of the articles' titles and of their texts. */
  found: ListedClaim[]
  counts: ListedClaims['counts']
  head: Head
}

/** What articles are read for, what pages have words for, or what a claim was corrected to. */
const isMeasure = (measure: string, { claims }: ClaimsOfState): boolean =>
  measures.some(([known]) => known === measure) ||
  measure in messagesFor('en').check.measures ||
  claims.some(({ shown }) => shown.type === 'quantity' && shown.measure === measure)

/** @throws UserError QUERY_INVALID where no measure is called so */
export async function findClaims(
  dependencies: Pick<WebDependencies, 'reading' | 'coverage'>,
  query: ClaimsQuery,
): Promise<FoundClaims> {
  const all = await checkedClaims(dependencies, query.as_of)
  if (query.measure !== undefined && !isMeasure(query.measure, all.claims))
    throw errors.QUERY_INVALID('measure', `nothing is called "${query.measure}" here`)
  const { country, measure, type, article, decision, verdict } = query
  const filter: ClaimFilter = {
    ...(country && { country }),
    ...(measure && { measure }),
    ...(type && { type }),
    ...(article && { article }),
    ...(decision && { decision }),
  }
  const { claims, counts } = filterClaims(all.claims, filter)
  const found = verdict === undefined ? claims : await all.checks.withVerdict(claims, verdictSlugs[verdict])
  return { ...all, found, counts }
}

/** What other articles claim about the same thing, with how the two stand to each other. */
export function togetherWith(
  { pairs, byId }: Pick<CheckedClaims, 'pairs' | 'byId'>,
  id: string,
): { other: ListedClaim; relation: Together['relation']; difference: number | null }[] {
  return (pairs.get(id) ?? []).flatMap(({ one, other, relation, difference }) => {
    const met = byId.get(one === id ? other : one)
    return met ? [{ other: met, relation, difference }] : []
  })
}

export const checksOf = ({ checks }: Pick<CheckedClaims, 'checks'>, claims: readonly ListedClaim[]): Promise<ClaimCheck[]> =>
  Promise.all(claims.map((claim) => checks.of(claim)))
