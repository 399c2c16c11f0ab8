/** Loads the pages of articles and claims. Where somebody may decide, a page holds a token and is kept nowhere. */
import { z } from 'zod'
import type { ClaimRole } from '../../ledger/claims.js'
import { errors } from '../../ledger/errors.js'
import { listArticles } from '../../ledger/read/articles.js'
import { readQuery } from '../../ledger/read/query.js'
import { type ArticleView, articleOfClaim, loadArticleView, type ShownClaim } from '../article-view.js'
import { loadCases } from '../cases-view.js'
import { checkedClaims, checksOf, findClaims, readClaimsQuery } from '../claims-view.js'
import type { WebDependencies } from '../dependencies.js'
import { cardResponse, drawQuotation } from '../evidence.js'
import { formToken } from '../security.js'
import { ArticlePage } from './article.js'
import { AddArticlePage, ArticlesPage } from './articles.js'
import { type Asked, State } from './asked.js'
import { CasesPage } from './cases.js'
import { ClaimPage, quotationOfClaim } from './claim.js'
import { ClaimsPage } from './claims.js'

const OneArticle = z.object({
  ...State.shape,
  done: z
    .string()
    .regex(/^\d{1,10}$/, 'the number of a changeset')
    .transform(Number)
    .optional(),
  verdict: z.enum(['open', 'accepted', 'corrected', 'rejected']).optional(),
})

/** A form may be sent from this answer, so that no copy of it may serve somebody else. */
function unkept(response: Response, token: string | null): Response {
  if (token !== null) response.headers.set('cache-control', 'no-store')
  return response
}

export async function articlesPage({ reading, claiming }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const { articles, head } = await reading.within(as_of, async ({ client, head: state }, { at }) => ({
    articles: await listArticles(client, at),
    head: state,
  }))
  return send(head, () => <ArticlesPage articles={articles} mayAdd={claiming !== null && as_of === undefined} />)
}

export async function casesPage(dependencies: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const view = await loadCases(dependencies, as_of)
  const mayAdd = dependencies.claiming !== null && as_of === undefined
  return send(view.head, () => <CasesPage view={view} mayAdd={mayAdd} />)
}

export async function addArticlePage({ reading, claiming }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  readQuery(z.object({}), parameters)
  const token = claiming === null ? null : formToken
  return unkept(
    send(await reading.head(), () => <AddArticlePage token={token} />),
    token,
  )
}

export async function articlePage(dependencies: WebDependencies, { parameters, send }: Asked, id: string): Promise<Response> {
  const { as_of, done, verdict } = readQuery(OneArticle, parameters)
  const view = await loadArticleView(dependencies, id, as_of)
  if (!view) throw errors.NOT_FOUND(`article "${id.slice(0, 40)}"`)
  const token = dependencies.claiming === null || as_of !== undefined ? null : formToken
  const all = await checkedClaims(dependencies, as_of)
  const told = done !== undefined && verdict !== undefined ? { changeset: done, verdict } : null
  return unkept(
    send(view.head, () => <ArticlePage view={view} all={all} token={token} done={told} />),
    token,
  )
}

/** The quotation of a claim's check as a picture. */
export async function claimCard(
  dependencies: WebDependencies,
  { parameters, context, language, site }: Asked,
  id: string,
): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const source = await articleOfClaim(dependencies, id, as_of)
  const view = source === null ? null : await loadArticleView({ ...dependencies, claiming: null }, source, as_of)
  const shown = view?.claims.find(({ kept }) => kept.id === id)
  if (!view || !shown) throw errors.NOT_FOUND(`claim "${id.slice(0, 40)}"`)
  return cardResponse(context, await drawQuotation(dependencies, quotationOfClaim(site(view.head), shown), language))
}

export async function claimPage(dependencies: WebDependencies, { parameters, send }: Asked, id: string): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const source = await articleOfClaim(dependencies, id, as_of)
  const view = source === null ? null : await loadArticleView(dependencies, source, as_of)
  const shown = view?.claims.find(({ kept }) => kept.id === id)
  if (!view || !shown) throw errors.NOT_FOUND(`claim "${id.slice(0, 40)}"`)
  const token = dependencies.claiming === null || as_of !== undefined ? null : formToken
  const all = await checkedClaims(dependencies, as_of)
  return unkept(
    send(view.head, () => <ClaimPage view={view} shown={shown} all={all} token={token} ties={tiesOf(view, shown)} />),
    token,
  )
}

export async function claimsPage(dependencies: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const query = readClaimsQuery(parameters)
  const claims = await findClaims(dependencies, query)
  const checks = await checksOf(claims, claims.found.slice(query.from, query.from + query.limit))
  return send(claims.head, () => <ClaimsPage query={query} asked={parameters} claims={claims} checks={checks} />)
}

/** As the decision has it, else as it is proposed. */
function tiesOf(
  { entities }: ArticleView,
  { kept, ties }: ShownClaim,
): Partial<Record<ClaimRole, { text: string; kind: string | null }>> {
  return Object.fromEntries(
    (kept.decision?.ties ?? ties ?? []).map((tie) => [
      tie.role,
      // An id is meant by nobody else.
      'entity' in tie ? { text: tie.entity, kind: entities.get(tie.entity)?.kind ?? null } : { text: tie.name, kind: tie.kind },
    ]),
  )
}
