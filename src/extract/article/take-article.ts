/**
 * Takes an article into the ledger as a source: its text as archived, what each stretch of it is, who is mentioned and what is claimed, in one
 * changeset.
 *
 * The text is kept as it was first read once an analyst has decided on a claim of it: his ranges count in it. What he said of the article, and
 * what he decided, outlives every later reading.
 */
import type { Pool, PoolClient } from 'pg'
import { findDate } from '../../documents/article/byline.js'
import { withPlainEnds } from '../../documents/article/plain-marks.js'
import type { GivenFacts } from '../../documents/article/read-article-text.js'
import { codePoints } from '../../documents/code-points.js'
import { articleRow, type ClaimToKeep, claimRows, publicationColumns, textSha256 } from '../../ledger/changesets/article-facts.js'
import { type Committed, commitChangeset } from '../../ledger/changesets/change.js'
import { sourceId, sourceRow } from '../../ledger/changesets/facts.js'
import { replaceSource, type SourceFacts } from '../../ledger/changesets/replace-source.js'
import { Claim, type ClaimType } from '../../ledger/claims.js'
import { readPartialDate } from '../../ledger/dates.js'
import { errors } from '../../ledger/errors.js'
import { version } from '../../ledger/project.js'
import { coincide } from '../../ledger/read/claims.js'
import type { FactSchema } from '../../ledger/schema.js'
import { type NotRead, notRead } from './not-read.js'
import { type ReadArticleFile, readArticles } from './read-articles.js'

export interface TakenArticle {
  committed: Committed
  article: ArticleReport
}

export interface ArticleReport {
  claims: number
  byType: Partial<Record<ClaimType, number>>
  mentions: number
  /** Facts that neither the article nor anybody says. */
  missing: ('title' | 'publisher' | 'author' | 'published')[]
  /** What of it claims are not read from. */
  notRead: NotRead[]
  /** Of a PDF. */
  pagesWithoutText: number[]
  /** Words that are not shown, and not read. */
  hiddenWords: number
  /** Stretches set apart: menus, captions, appeals, repetitions. */
  setApart: number
  /** True where this reading gives another text than the one that decisions count in, so that text and claims stay as they are. */
  textKept: boolean
}

interface Taking {
  actor: string
  method: string
  restricted: boolean
  at: Date
  /** Whether somebody says the day of publication now. */
  dated?: boolean
}

export async function takeArticle(
  read: ReadArticleFile,
  { actor, method, restricted, at, dated = false }: Taking,
  ledger: { ownerPool: Pool },
): Promise<TakenArticle> {
  const schema: FactSchema = restricted ? 'restricted' : 'ledger'
  const id = sourceId(read.sha256)
  const about = { actor, reason: `Read ${read.file}`, tool: 'rastro ingest', toolVersion: version, at }
  let textKept = false
  const committed = await commitChangeset(ledger, about, async (change) => {
    const known = await knownOf(change.client, schema, id)
    if (dated) known.published = null
    textKept = known.decisions > 0 && known.textSha256 !== null && known.textSha256 !== textSha256(read.text)
    // Who does not ask the language model again withdraws nothing that it proposed of the same text.
    const asked = read.claims.some(({ proposed_by }) => proposed_by === 'model')
    const kept = asked || known.textSha256 !== textSha256(read.text) ? [] : known.model
    const claims = [
      ...read.claims,
      ...kept.filter((claim) => !read.claims.some((other) => coincide(withMeasure(claim), withMeasure(other)))),
    ]
    const own = claims.filter((claim) => !known.projects.some((project) => coincide(project, withMeasure(claim))))
    const facts: SourceFacts = {
      source: {
        ...sourceRow(sourceOfArticle(read, known.fileName), {
          at,
          by: actor,
          from: known.from ?? 'a file given to rastro ingest',
          method,
        }),
        ...(known.published ?? publicationColumns(publishedOf(read))),
      },
      ...(!textKept && {
        article: [articleRow({ source: id, text: read.text, author: read.facts.author, reading: readingOf(read) })],
        claim: claimRows(claimsToKeep({ text: read.text, claims: own }), id, textSha256(read.text)),
        claimsOf: 'reading' as const,
      }),
      restricted,
    }
    await replaceSource(change, facts)
    await change.client.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [id, method, at],
    )
  })
  return { committed, article: { ...reportOf(read), textKept } }
}

function reportOf({
  claims,
  mentions,
  blocks,
  facts,
  text,
  pagesWithoutText = [],
  hiddenWords = 0,
}: ReadArticleFile): Omit<ArticleReport, 'textKept'> {
  const byType: ArticleReport['byType'] = {}
  for (const { type } of claims) byType[type] = (byType[type] ?? 0) + 1
  return {
    claims: claims.length,
    byType,
    mentions: mentions.length,
    missing: (['title', 'publisher', 'author', 'publishedPrinted'] as const)
      .filter((name) => facts[name] === null)
      .map((name) => (name === 'publishedPrinted' ? 'published' : name)),
    notRead: notRead(text),
    pagesWithoutText,
    hiddenWords,
    setApart: blocks.filter(({ kind }) => ['navigation', 'caption', 'appeal', 'repetition'].includes(kind)).length,
  }
}

const withMeasure = (claim: Claim) => (claim.type === 'quantity' ? claim : { ...claim, measure: undefined })

const readingOf = ({ blocks, mentions, relations, pagesWithoutText, hiddenWords }: ReadArticleFile) => ({
  blocks,
  mentions,
  relations,
  ...(pagesWithoutText && { pagesWithoutText }),
  ...(hiddenWords && { hiddenWords }),
})

/** Claims with the paragraphs that they stand in. */
export function claimsToKeep({ text, claims }: Pick<ReadArticleFile, 'text' | 'claims'>): ClaimToKeep[] {
  const points = codePoints(text)
  /** Where each line that is not empty ends, in code points. */
  const ends: number[] = []
  let at = 0
  for (const line of withPlainEnds(text).split('\n')) {
    at += line.length
    if (line.trim() !== '') ends.push(points.of(at))
    at += 1
  }
  return claims.map((claim) => {
    const index = ends.findIndex((end) => claim.start < end)
    return { claim, paragraph: index === -1 ? ends.length : index + 1, words: null }
  })
}

/** What the ledger has of this file already: said by an analyst, by an earlier reading, or by the project. */
export async function knownFacts(pool: Pool, sha256: string): Promise<GivenFacts> {
  const { rows } = await pool.query<Record<keyof GivenFacts, string | null>>(
    `SELECT s.title, s.publisher, a.author, coalesce(CASE WHEN upper(s.published) - lower(s.published) = 1 THEN lower(s.published)::text END, s.published_printed) AS published
      FROM (SELECT * FROM ledger.source UNION ALL SELECT * FROM restricted.source) s
      LEFT JOIN (SELECT * FROM ledger.article UNION ALL SELECT * FROM restricted.article) a ON a.source = s.id AND a.withdrawn IS NULL
      WHERE s.id = $1 AND s.kind = 'article' AND s.withdrawn IS NULL LIMIT 1`,
    [sourceId(sha256)],
  )
  return Object.fromEntries(Object.entries(rows[0] ?? {}).filter(([, value]) => value !== null))
}

/**
 * Reads an article that is kept again, as when its day of publication was corrected: what "last year" means in its claims hangs on it. Null
 * where the original is not at hand.
 */
export async function readAgain(
  { source, actor, method, at }: { source: string; actor: string; method: string; at: Date },
  ledger: { ownerPool: Pool },
  readOriginal: (sha256: string) => Promise<Uint8Array | null>,
): Promise<TakenArticle | null> {
  const { rows } = await ledger.ownerPool.query<{ sha256: string; file: string }>(
    `SELECT s.sha256, s.file_name AS file FROM ledger.source s JOIN ledger.article a ON a.source = s.id AND a.withdrawn IS NULL
      WHERE s.id = $1 AND s.withdrawn IS NULL`,
    [source],
  )
  const known = rows[0]
  const bytes = known ? await readOriginal(known.sha256) : null
  if (!known || !bytes) return null
  const given = await knownFacts(ledger.ownerPool, known.sha256)
  for await (const outcome of readArticles([{ path: known.file, bytes, given }])) {
    if (!outcome.ok) throw outcome.error
    return await takeArticle(outcome.value, { actor, method, restricted: false, at }, ledger)
  }
  return null
}

interface Known {
  decisions: number
  textSha256: string | null
  /** Claims of the project's own, which are not proposed a second time. */
  projects: (Pick<Claim, 'type' | 'start' | 'end'> & { measure?: string })[]
  /** What a language model proposed of the text as it is kept. */
  model: Claim[]
  fileName: string | null
  from: string | null
  /** As the ledger has it, a month alone included; null where it has none. */
  published: { published_printed: string; published: string | null } | null
}

async function knownOf(client: PoolClient, schema: FactSchema, source: string): Promise<Known> {
  const dates = await client.query<NonNullable<Known['published']>>(
    `SELECT published_printed, published::text FROM ${schema}.source WHERE id = $1 AND withdrawn IS NULL AND published_printed IS NOT NULL`,
    [source],
  )
  const { rows } = await client.query<Omit<Known, 'projects' | 'model' | 'published'>>(
    `SELECT (SELECT count(*)::int FROM ${schema}.claim_decision WHERE source = $1 AND withdrawn IS NULL) AS decisions,
      (SELECT text_sha256 FROM ${schema}.article WHERE source = $1 AND withdrawn IS NULL) AS "textSha256",
      (SELECT file_name FROM ${schema}.source WHERE id = $1 AND withdrawn IS NULL) AS "fileName",
      (SELECT collected_from FROM ${schema}.source WHERE id = $1 AND withdrawn IS NULL) AS "from"`,
    [source],
  )
  const proposed = await client.query<{ content: string }>(
    `SELECT content FROM ${schema}.claim WHERE source = $1 AND proposed_by IN ('project', 'model') AND withdrawn IS NULL`,
    [source],
  )
  const others = proposed.rows.map(({ content }) => Claim.parse(JSON.parse(content)))
  return {
    ...rows[0]!,
    published: dates.rows[0] ?? null,
    projects: others.filter(({ proposed_by }) => proposed_by === 'project').map(withMeasure),
    model: others.filter(({ proposed_by }) => proposed_by === 'model'),
  }
}

function sourceOfArticle({ sha256, facts, file, mediaType, bytes, blocks }: ReadArticleFile, knownName: string | null) {
  const pages = blocks.reduce((most, { page }) => Math.max(most, page ?? 0), 0)
  return {
    id: sourceId(sha256),
    sha256,
    kind: 'article' as const,
    report: null,
    region: null,
    title: facts.title ?? file,
    publisher: facts.publisher,
    language: facts.language,
    publishedPrinted: facts.publishedPrinted,
    officialUrl: null,
    archivedUrl: null,
    volumePageOffset: null,
    // The same bytes under another name are the same source.
    fileName: knownName ?? file,
    mediaType,
    bytes,
    pages: pages === 0 ? null : pages,
    licence: null,
  }
}

function publishedOf({ facts }: ReadArticleFile): { printed: string; day: string | null } | null {
  const { publishedPrinted: printed, published } = facts
  return printed === null ? null : { printed, day: published ?? (readPartialDate(printed) ? printed.trim() : null) }
}

/**
 * A day, month or year of publication as a person gives it.
 * @throws UserError ARTICLE_DAY_INVALID
 */
export function checkPublished(text: string): string {
  if (findDate(text) === null && readPartialDate(text) === null) throw errors.ARTICLE_DAY_INVALID(text)
  return text
}
