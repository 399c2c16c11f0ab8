/**
 * The articles that come with the project, with what they claim in our words, each checked now; and where two of them say of the same people what
 * cannot both be so.
 */

import type { ClaimCheck } from '../analysis/claim-check.js'
import type { ListedClaim } from '../analysis/claim-list.js'
import { groupBy } from '../ledger/group-by.js'
import type { ArticleRow } from '../ledger/read/articles.js'
import type { AsOf } from '../ledger/read/reading.js'
import { heldIn, loadEntityNames, type NamedEntity } from '../ledger/read/relations.js'
import type { Head } from '../ledger/read/views.js'
import { checkedClaims, checksOf } from './claims-view.js'
import type { WebDependencies } from './dependencies.js'

export interface CheckedCase {
  claim: ListedClaim
  check: ClaimCheck
  /** Denials and doubts of the same article that concern it. */
  answers: CheckedCase[]
}

export interface CaseArticle {
  article: ArticleRow
  /** In the order of the text; what is said in answer to one of them stands with it. */
  cases: CheckedCase[]
}

/** What articles say became of the same people, where they do not say the same. */
export interface Contradiction {
  about: NamedEntity
  said: {
    statement: string
    value: string
    /** The claim that says it, in whose words it is told. */
    claim: ListedClaim | null
    speaker: string | null
    object: NamedEntity
    source: string
    paragraph: string | null
  }[]
}

export interface CasesView {
  articles: CaseArticle[]
  contradictions: Contradiction[]
  head: Head
}

export async function loadCases(dependencies: Pick<WebDependencies, 'reading' | 'coverage'>, asOf: AsOf): Promise<CasesView> {
  const all = await checkedClaims(dependencies, asOf)
  const own = all.claims.claims.filter(({ claim, state }) => claim.proposed_by === 'project' && state !== 'rejected')
  const checks = await checksOf(all, own)
  const cases = own.map((claim, index): CheckedCase => ({ claim, check: checks[index]!, answers: [] }))
  const byId = new Map(cases.map((one) => [one.claim.id, one]))
  const answering = new Set<CheckedCase>()
  for (const one of cases) {
    const { shown } = one.claim
    if (shown.type !== 'denial' && shown.type !== 'doubt') continue
    for (const id of shown.concerns) byId.get(id)?.answers.push(one)
    if (shown.concerns.some((id) => byId.has(id))) answering.add(one)
  }
  const articles = new Map<string, CaseArticle>()
  for (const one of cases) {
    const { article } = one.claim
    const known = articles.get(article.id) ?? { article, cases: [] }
    articles.set(article.id, known)
    if (!answering.has(one)) known.cases.push(one)
  }
  // In the order in which the project keeps them: the file names are numbers.
  const ordered = [...articles.values()].sort((a, b) => (a.article.fileName < b.article.fileName ? -1 : 1))
  const contradictions = await readContradictions(dependencies, asOf, [...articles.keys()], own)
  return { articles: ordered, contradictions, head: all.head }
}

/** Whoever "joined or formed" one group did not form the backbone of another. */
const oneOfThese = ['joined or formed', 'formed the backbone of']

interface Said {
  id: string
  entity: string
  value: string
  object: string
  speaker: string | null
  source: string
  places: { pageLabel: string | null; start?: number; end?: number }[]
}

async function readContradictions(
  { reading }: Pick<WebDependencies, 'reading'>,
  asOf: AsOf,
  sources: readonly string[],
  claims: readonly ListedClaim[],
): Promise<Contradiction[]> {
  if (sources.length === 0) return []
  return reading.within(asOf, async ({ client }, { at: past }) => {
    const { rows } = await client.query<Said>(
      `SELECT id, entity, value, object, speaker, source, places FROM ledger.statement s
        WHERE property = 'lineage' AND object IS NOT NULL AND stance = 'asserts' AND source = ANY($1)
          AND details->>'relation' = ANY($2) AND ${heldIn(past, 's')} ORDER BY entity, source, position, id`,
      [sources, oneOfThese],
    )
    const apart = [...groupBy(rows, ({ entity }) => entity)].filter(
      ([, said]) => new Set(said.map(({ object }) => object)).size > 1 && new Set(said.map(({ source }) => source)).size > 1,
    )
    const names = await loadEntityNames(client, past, [
      ...new Set(apart.flatMap(([entity, said]) => [entity, ...said.map(({ object }) => object)])),
    ])
    const named = (id: string): NamedEntity => names.get(id) ?? { id, kind: 'organization', name: null, country: null }
    return apart.map(([entity, said]) => ({
      about: named(entity),
      said: said.map(({ id, value, object, speaker, source, places }) => ({
        statement: id,
        value,
        claim: claims.find((one) => one.source === source && one.shown.type === 'lineage' && meets(one.claim, places[0])) ?? null,
        speaker,
        object: named(object),
        source,
        paragraph: /^paragraph (\d+)$/.exec(places[0]?.pageLabel ?? '')?.[1] ?? null,
      })),
    }))
  })
}

/** Whether the words of a claim and those of a statement overlap. */
const meets = (claim: { start: number; end: number }, place: Said['places'][number] | undefined): boolean =>
  place?.start !== undefined && claim.start < (place.end ?? place.start) && place.start < claim.end
