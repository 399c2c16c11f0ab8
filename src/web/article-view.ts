/** An article as its pages show it: the claims in the order of the text, each with its check, what was decided, and whose page it stands on. */
import type { PoolClient } from 'pg'
import { type ClaimCheck, checkClaim } from '../analysis/claim-check.js'
import type { Claim, ClaimTie } from '../ledger/claims.js'
import type { EntityKind } from '../ledger/entities.js'
import { type Article, loadArticle } from '../ledger/read/articles.js'
import { claimAsDecided, type KeptClaim } from '../ledger/read/claims.js'
import { labelUnnamed } from '../ledger/read/meant.js'
import type { AsOf } from '../ledger/read/reading.js'
import { heldIn, loadEntityNames, type NamedEntity } from '../ledger/read/relations.js'
import type { Head } from '../ledger/read/views.js'
import { proposeTies, type TiesKnown } from '../resolve/propose-ties.js'
import { recordOf } from './check-view.js'
import type { WebDependencies } from './dependencies.js'

export interface ShownClaim {
  /** Counted from 1 in the order of the text. */
  number: number
  kept: KeptClaim
  /** As the analyst left it. */
  claim: Claim
  check: ClaimCheck
  /** Whom it would be said of if it were accepted now; null where it was decided on, or nobody may decide. */
  ties: ClaimTie[] | null
  /** Entities on whose pages its statements stand. */
  standsOn: NamedEntity[]
  /** Denials and doubts of the article that concern it. */
  answers: ShownClaim[]
}

export interface ArticleView {
  article: Article
  claims: ShownClaim[]
  /** Entities that ties name. */
  entities: ReadonlyMap<string, NamedEntity>
  head: Head
}

/** Whom each claim speaks of is looked up for so many at once: the rest are told on their own pages. */
const mostTied = 120

/** Null where there is no such article in that state. */
export async function loadArticleView(
  dependencies: Pick<WebDependencies, 'reading' | 'coverage' | 'claiming'>,
  id: string,
  asOf: AsOf,
): Promise<ArticleView | null> {
  const mayDecide = dependencies.claiming !== null && asOf === undefined
  const read = await dependencies.reading.within(asOf, async ({ client, head }, { cube, at: past }) => {
    const view = await loadArticle(client, past, id)
    if (view === null) return null
    const standing = await standingOf(client, past, view.claims)
    const ties = new Map<string, ClaimTie[]>()
    const known: TiesKnown = { named: new Map() }
    if (mayDecide)
      for (const kept of view.claims.filter(({ decision }) => decision === null).slice(0, mostTied))
        ties.set(kept.id, await proposeTies(client, kept, kept.claim, known))
    const tied = [...ties.values()].flat().flatMap((tie) => ('entity' in tie ? [tie.entity] : []))
    const entities = await loadEntityNames(client, past, [...new Set([...tied, ...[...standing.values()].flat()])])
    await labelUnnamed(client, entities.values())
    for (const entity of entities.values()) if (entity.kind === 'article') entity.name ??= view.article.title
    return { view, standing, ties, entities, head, cube }
  })
  if (read === null) return null
  const { view, standing, ties, entities, head, cube } = read
  const record = recordOf(dependencies, cube, head)
  const among = view.claims.map((kept) => ({ ...claimAsDecided(kept), id: kept.id }))
  const claims = await Promise.all(
    inTextOrder(view.claims).map(async (kept, index): Promise<ShownClaim> => {
      const claim = claimAsDecided(kept)
      return {
        number: index + 1,
        kept,
        claim,
        check: await checkClaim(claim, view.article.published, record, among),
        ties: ties.get(kept.id) ?? null,
        standsOn: (standing.get(kept.id) ?? []).flatMap((entity) => entities.get(entity) ?? []),
        answers: [],
      }
    }),
  )
  const byId = new Map(claims.map((shown) => [shown.kept.id, shown]))
  for (const shown of claims)
    if (shown.claim.type === 'denial' || shown.claim.type === 'doubt')
      for (const concerned of shown.claim.concerns) byId.get(concerned)?.answers.push(shown)
  return { article: view.article, claims, entities, head }
}

const inTextOrder = (claims: readonly KeptClaim[]): KeptClaim[] =>
  [...claims].sort((one, other) => one.claim.start - other.claim.start || one.claim.end - other.claim.end)

/** Whose pages each claim's statements stand on: those whom they are about, and those whom they name. */
async function standingOf(client: PoolClient, past: number | null, claims: readonly KeptClaim[]): Promise<Map<string, string[]>> {
  const ids = claims.flatMap(({ decision }) => decision?.statements ?? [])
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; entity: string; object: string | null }>(
    `SELECT id, entity, object FROM ledger.statement s WHERE id = ANY($1) AND ${heldIn(past, 's')}`,
    [ids],
  )
  const of = new Map(rows.map(({ id, entity, object }) => [id, object === null ? [entity] : [entity, object]]))
  return new Map(
    claims.map(({ id, decision }) => [id, [...new Set((decision?.statements ?? []).flatMap((one) => of.get(one) ?? []))]]),
  )
}

/** The article that a claim is of; null where no claim of that state has the id. */
export async function articleOfClaim(
  { reading }: Pick<WebDependencies, 'reading'>,
  claim: string,
  asOf: AsOf,
): Promise<string | null> {
  return reading.within(asOf, async ({ client }, { at: past }) => {
    const { rows } = await client.query<{ source: string }>(
      `SELECT source FROM ledger.claim c WHERE id = $1 AND ${heldIn(past, 'c')}
        UNION SELECT source FROM ledger.claim_decision d WHERE claim = $1 AND ${heldIn(past, 'd')}`,
      [claim],
    )
    return rows[0]?.source ?? null
  })
}

/** Kinds that a claim can be said of. */
export const tiedKinds = ['unit', 'class of units', 'body', 'organization', 'person', 'incident'] as const satisfies EntityKind[]
