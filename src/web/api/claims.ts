/**
 * Articles and their claims as the API and files give them: what is claimed, by whom, where, whether somebody accepted that the article says so, and
 * what the record has to say to it. The articles' texts and sentences are their publishers' and are not among it.
 */
import { z } from '@hono/zod-openapi'
import type { ClaimCheck } from '../../analysis/claim-check.js'
import type { ListedClaim } from '../../analysis/claim-list.js'
import { relations } from '../../analysis/claims-together.js'
import { ClaimType } from '../../ledger/claims.js'
import { publishPlace } from '../../ledger/publish.js'
import { type ArticleRow, listArticles } from '../../ledger/read/articles.js'
import { contentInWords, reasonInWords, speaking, verdictInWords } from '../check-words.js'
import {
  checksOf,
  decisionStates,
  type FoundClaims,
  findClaims,
  readClaimsQuery,
  togetherWith,
  verdictSlugs,
} from '../claims-view.js'
import { addressOfClaim, CheckSchema, publishCheck } from './checks.js'
import { asOfOnly, type Endpoint, envelope, found, readAsOf } from './endpoint.js'
import { asOfParameter } from './parameters.js'
import { publishHead } from './published.js'
import { Anything, HeadSchema, listing } from './schemas.js'

const English = speaking('en')

const publishArticle = (article: ArticleRow) => ({
  id: article.id,
  title: article.title,
  publisher: article.publisher,
  author: article.author,
  published: article.published,
  published_printed: article.publishedPrinted,
  language: article.language,
  file_name: article.fileName,
  media_type: article.mediaType,
  sha256: article.sha256,
  official_url: article.officialUrl,
  text_at_hand: article.hasText,
  claims: article.claims,
  decided: article.decided,
})

/** What was read, without the sentence and without what ties it to the reading. */
function publishContent({ shown }: ListedClaim) {
  const { id: _id, sentence: _sentence, start: _start, end: _end, type: _type, proposed_by: _by, ...content } = shown
  return content
}

function publishClaim(claim: ListedClaim, check: ClaimCheck, all: FoundClaims) {
  const { article, decision, shown } = claim
  return {
    id: claim.id,
    type: shown.type,
    article: { id: article.id, title: article.title, publisher: article.publisher, published: article.published },
    places: claim.places.map(publishPlace),
    start: claim.claim.start,
    end: claim.claim.end,
    words: claim.words ?? contentInWords(English, shown),
    ...publishContent(claim),
    countries: claim.countries,
    proposed_by: claim.claim.proposed_by,
    decision: claim.state,
    statements: decision?.statements ?? [],
    check: publishCheck(check, addressOfClaim(check, article.published, all.head), all.head),
    together: togetherWith(all, claim.id).map(({ other, relation, difference }) => ({
      claim: other.id,
      article: other.source,
      relation,
      difference,
    })),
  }
}

const claimColumns = [
  'id',
  'article_id',
  'article',
  'publisher',
  'published',
  'paragraph',
  'start',
  'end',
  'type',
  'words',
  'speaker',
  'hedge',
  'period',
  'first',
  'last',
  'place',
  'measure',
  'comparator',
  'value',
  'low',
  'high',
  'currency',
  'printed_damaged',
  'per',
  'counted',
  'provider',
  'recipient',
  'programme',
  'proposed_by',
  'decision',
  'verdict',
  'verdict_words',
  'difference',
  'difference_in',
  'training_sessions',
  'total_cost',
  'partial',
  'reasons',
  'together',
  'permalink',
] as const

function flatClaim(claim: ListedClaim, check: ClaimCheck, all: FoundClaims): Record<(typeof claimColumns)[number], unknown> {
  const { article, shown } = claim
  const quantity = shown.type === 'quantity' ? shown : null
  return {
    id: claim.id,
    article_id: article.id,
    article: article.title,
    publisher: article.publisher,
    published: article.published,
    paragraph: /\d+/.exec(claim.places[0]?.pageLabel ?? '')?.[0] ?? null,
    start: claim.claim.start,
    end: claim.claim.end,
    type: shown.type,
    words: claim.words ?? contentInWords(English, shown),
    speaker: shown.speaker,
    hedge: shown.hedge,
    period: shown.period?.printed ?? null,
    first: shown.period?.from ?? null,
    last: shown.period?.to ?? null,
    place: shown.place,
    measure: quantity?.measure ?? null,
    comparator: quantity?.comparator ?? null,
    value: quantity?.value ?? null,
    low: quantity?.low ?? null,
    high: quantity?.high ?? null,
    currency: quantity?.currency ?? null,
    printed_damaged: quantity?.repaired ?? null,
    per: quantity?.per ?? null,
    counted: quantity?.counted ?? null,
    provider: quantity?.provider ?? null,
    recipient: quantity?.recipient ?? null,
    programme: quantity?.programme ?? null,
    proposed_by: claim.claim.proposed_by,
    decision: claim.state,
    verdict: check.verdict,
    verdict_words: verdictInWords(English, check),
    difference: check.difference,
    difference_in: check.difference === null ? null : check.measure,
    training_sessions: check.figure?.sessions ?? null,
    total_cost: check.figure ? check.figure.cents / 100 : null,
    partial: check.figure ? check.partial : null,
    reasons: check.reasons.map((reason) => reasonInWords(English, reason)).join(' '),
    together: togetherWith(all, claim.id)
      .map(({ other, relation }) => `${relation} ${other.id}`)
      .join('; '),
    permalink: addressOfClaim(check, article.published, all.head),
  }
}

const parameters = z.object({
  country: z
    .string()
    .optional()
    .openapi({ description: 'ISO 3166-1 alpha-3 of a country that the claim names.', example: 'mex' }),
  measure: z.string().optional().openapi({ description: 'What a number measures.', example: 'people_trained' }),
  type: ClaimType.optional(),
  article: z.string().optional().openapi({ description: 'Id of an article.' }),
  verdict: z.enum(Object.keys(verdictSlugs) as [string, ...string[]]).optional(),
  decision: z.enum(decisionStates).optional().openapi({ description: 'Whether somebody accepted that the article says so.' }),
  from: z.string().optional().openapi({ description: 'How many claims are passed over; `next` of the page before.' }),
  limit: z.string().optional().openapi({ description: '1 to 500, 30 unless given.' }),
  as_of: asOfParameter,
})

const ClaimSchema = z
  .object({
    id: z.string(),
    type: ClaimType,
    words: z.string().openapi({ description: 'In our words; no sentence of the article.' }),
    speaker: z.string().nullable().openapi({ description: 'Who says so, as printed; null where the article itself does.' }),
    proposed_by: z
      .enum(['rules', 'model', 'project'])
      .openapi({ description: 'Whose proposal it is: "model" is a language model.' }),
    decision: z.enum(decisionStates).openapi({ description: 'Accepted: the article says so. Nothing says that it is so.' }),
    check: CheckSchema,
    together: z.array(z.looseObject({ relation: z.enum(relations) })),
  })
  .loose()

export const claimEndpoints: readonly Endpoint[] = [
  {
    path: '/articles',
    summary:
      'Articles that were read, whether their text is at hand, and how many claims were proposed, accepted and rejected. No text of theirs.',
    parameters: asOfOnly,
    answer: listing(Anything),
    async handle({ reading }, asked) {
      const asOf = readAsOf(asked)
      return reading.within(asOf, async ({ client, head }, { at }) => {
        const articles = await listArticles(client, at)
        return envelope(articles.map(publishArticle), { head: publishHead(head) })
      })
    },
    file: {
      name: 'articles',
      rows: async ({ reading }, asked) => {
        const asOf = readAsOf(asked)
        const articles = await reading.within(asOf, ({ client }, { at }) => listArticles(client, at))
        return articles.map((article) => {
          const { decided, ...row } = publishArticle(article)
          return { ...row, ...decided }
        })
      },
    },
  },
  {
    path: '/claims',
    summary:
      'What articles claim, with the check against the record and what other articles claim about the same thing. No sentence of theirs.',
    parameters,
    answer: listing(ClaimSchema).extend({
      facets: z.record(z.string(), z.array(z.object({ value: z.string(), claims: z.number().int() }))),
    }),
    async handle(dependencies, asked) {
      const query = readClaimsQuery(asked)
      const all = await findClaims(dependencies, query)
      const shown = all.found.slice(query.from, query.from + query.limit)
      const checks = await checksOf(all, shown)
      const end = query.from + query.limit
      return envelope(
        shown.map((claim, index) => publishClaim(claim, checks[index]!, all)),
        {
          total: all.found.length,
          next: end < all.found.length ? String(end) : null,
          facets: Object.fromEntries(
            Object.entries(all.counts).map(([name, counts]) => [name, [...counts].map(([value, claims]) => ({ value, claims }))]),
          ),
          head: publishHead(all.head),
        },
      )
    },
    file: {
      name: 'claims',
      columns: claimColumns,
      row: Anything,
      rows: async (dependencies, asked) => {
        const all = await findClaims(dependencies, readClaimsQuery(asked))
        const checks = await checksOf(all, all.found)
        return all.found.map((claim, index) => flatClaim(claim, checks[index]!, all))
      },
    },
  },
  {
    path: '/claims/{id}',
    summary: 'One claim of an article, with its check.',
    parameters: asOfOnly,
    answer: z.object({ data: ClaimSchema, head: HeadSchema }).loose(),
    async handle(dependencies, asked, id) {
      const all = await findClaims(dependencies, readClaimsQuery(asked))
      const claim = found(all.byId.get(id) ?? null, 'claim')
      return { data: publishClaim(claim, await all.checks.of(claim), all), head: publishHead(all.head) }
    },
  },
]
