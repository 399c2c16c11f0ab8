/** An article's bytes as text with blocks: told from the bytes what they are, within limits. */
import { errors } from '../../ledger/errors.js'
import { decodeHtml, kindOf } from '../kind.js'
import { ARTICLE_LENGTH_LIMIT, type ArticleFacts, type ArticleText } from './article-text.js'
import { findDate } from './byline.js'
import { decodeText } from './decode-text.js'
import { readDocxArticle } from './docx-article.js'
import { readHtmlArticle } from './html-article.js'
import { readPdfArticle } from './pdf-article.js'
import { readPlainArticle } from './plain-article.js'

/** Bytes. A saved page with its images inside has a few megabytes. */
const ARTICLE_FILE_LIMIT = 32_000_000

/** What the person who brings the article says of it; it outweighs what was found. */
export interface GivenFacts {
  title?: string
  publisher?: string
  author?: string
  published?: string
}

/**
 * `file` is the name for messages. Throws FILE_EMPTY, FILE_TOO_LARGE, ARTICLE_KIND_UNKNOWN, ARTICLE_NO_TEXT, ARTICLE_TOO_DEEP, ARTICLE_TOO_LONG, DOCX_DAMAGED
 * and what reading a PDF throws.
 */
export async function readArticleText(
  bytes: Uint8Array,
  file: string,
  given: GivenFacts = {},
  onPage?: (done: number, of: number) => void,
): Promise<ArticleText> {
  if (bytes.length > ARTICLE_FILE_LIMIT) throw errors.FILE_TOO_LARGE({ file }, bytes.length, ARTICLE_FILE_LIMIT)
  const article = await readByKind(bytes, file, onPage)
  if (!/[\p{L}\p{N}]/u.test(article.text)) throw errors.ARTICLE_NO_TEXT({ file })
  if (article.text.length > ARTICLE_LENGTH_LIMIT) throw errors.ARTICLE_TOO_LONG({ file }, ARTICLE_LENGTH_LIMIT)
  return { ...article, facts: withGiven(article.facts, given) }
}

async function readByKind(bytes: Uint8Array, file: string, onPage?: (done: number, of: number) => void): Promise<ArticleText> {
  const { kind, description } = kindOf(bytes)
  switch (kind) {
    case 'empty':
      throw errors.FILE_EMPTY({ file })
    case 'pdf':
      return await readPdfArticle(bytes, file, onPage)
    case 'html': {
      const html = decodeHtml(bytes)
      return readHtmlArticle(html, file)
    }
    case 'text': {
      const text = decodeText(bytes)
      if (text.length > ARTICLE_LENGTH_LIMIT) throw errors.ARTICLE_TOO_LONG({ file }, ARTICLE_LENGTH_LIMIT)
      return readPlainArticle(text)
    }
    default: {
      const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
      if (start !== 'PK\x03\x04') throw errors.ARTICLE_KIND_UNKNOWN({ file }, description)
      const article = readDocxArticle(bytes)
      if (!article) throw errors.DOCX_DAMAGED({ file })
      return article
    }
  }
}

function withGiven(found: ArticleFacts, given: GivenFacts): ArticleFacts {
  const date = given.published === undefined ? null : findDate(given.published)
  return {
    ...found,
    ...(given.title === undefined ? {} : { title: given.title }),
    ...(given.publisher === undefined ? {} : { publisher: given.publisher }),
    ...(given.author === undefined ? {} : { author: given.author }),
    ...(given.published === undefined ? {} : { publishedPrinted: given.published, published: date?.day ?? null }),
  }
}
