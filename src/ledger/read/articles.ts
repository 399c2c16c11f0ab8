/** Articles: their texts with what each stretch is, who is mentioned and what is claimed, in one state of the ledger. */
import type { PoolClient } from 'pg'
import { ArticleReading } from '../articles.js'
import { type KeptClaim, loadClaims } from './claims.js'
import { heldIn } from './relations.js'

export interface ArticleRow {
  /** The source's id. */
  id: string
  title: string
  publisher: string | null
  author: string | null
  /** As printed or given. */
  publishedPrinted: string | null
  /** ISO 8601 day; null where nobody knows it. */
  published: string | null
  language: string | null
  fileName: string
  mediaType: string
  sha256: string
  bytes: number
  officialUrl: string | null
  /** Whether the text is here: of the articles that come with the project it is not, until somebody brings them. */
  hasText: boolean
  claims: number
  /** How many of the claims, by verdict. */
  decided: { accepted: number; corrected: number; rejected: number }
}

export interface Article extends Omit<ArticleRow, 'claims' | 'decided'> {
  /** Null where it is not here. */
  text: string | null
  textSha256: string | null
  reading: ArticleReading
}

export interface ArticleView {
  article: Article
  /** In the order of the text, rejected ones among them. */
  claims: KeptClaim[]
}

const columnsOf = `s.id, s.title, s.publisher, a.author, s.published_printed AS "publishedPrinted", to_char(lower(s.published), 'YYYY-MM-DD') AS published,
  s.language, s.file_name AS "fileName", s.media_type AS "mediaType", s.sha256, s.bytes::float8 AS bytes, s.official_url AS "officialUrl", a.id IS NOT NULL AS "hasText"`

/** By title; those that nobody brought a text of, and that claim nothing, too. */
export async function listArticles(client: Pick<PoolClient, 'query'>, past: number | null): Promise<ArticleRow[]> {
  const { rows } = await client.query<Omit<ArticleRow, 'decided'> & ArticleRow['decided']>(
    `SELECT ${columnsOf}, coalesce(c.claims, 0)::int AS claims, coalesce(d.accepted, 0)::int AS accepted,
      coalesce(d.corrected, 0)::int AS corrected, coalesce(d.rejected, 0)::int AS rejected
    FROM ledger.source s
    LEFT JOIN ledger.article a ON a.source = s.id AND ${heldIn(past, 'a')}
    LEFT JOIN (SELECT source, count(*) AS claims FROM ledger.claim c WHERE ${heldIn(past, 'c')} GROUP BY source) c ON c.source = s.id
    LEFT JOIN (SELECT source, count(*) FILTER (WHERE verdict = 'accepted') AS accepted,
        count(*) FILTER (WHERE verdict = 'corrected') AS corrected, count(*) FILTER (WHERE verdict = 'rejected') AS rejected
      FROM ledger.claim_decision d WHERE ${heldIn(past, 'd')} GROUP BY source) d ON d.source = s.id
    WHERE s.kind = 'article' AND ${heldIn(past, 's')}
    ORDER BY lower(s.title), s.id`,
  )
  return rows.map(({ accepted, corrected, rejected, ...row }) => ({ ...row, decided: { accepted, corrected, rejected } }))
}

/** By the source's id; null where there is no such article. */
export async function loadArticle(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  id: string,
): Promise<ArticleView | null> {
  const { rows } = await client.query<Omit<Article, 'reading'> & { reading: string | null }>(
    `SELECT ${columnsOf}, a.text, a.text_sha256 AS "textSha256", a.reading
    FROM ledger.source s LEFT JOIN ledger.article a ON a.source = s.id AND ${heldIn(past, 'a')}
    WHERE s.id = $1 AND s.kind = 'article' AND ${heldIn(past, 's')}`,
    [id],
  )
  const row = rows[0]
  if (!row) return null
  const reading =
    row.reading === null ? { blocks: [], mentions: [], relations: [] } : ArticleReading.parse(JSON.parse(row.reading))
  return { article: { ...row, reading }, claims: await loadClaims(client, past, [id]) }
}
