/** An article's bytes as text with blocks: told from the bytes what they are, within limits. */

import { isUtf8 as isUtf8Text } from 'node:buffer'
import { errors, UserError } from '../../ledger/errors.js'
import { decodeHtml, kindOf } from '../kind.js'
import { wideEncoding } from '../text-encoding.js'
import { openZip, ZIP_LIMITS } from '../zip.js'
import { ARTICLE_LENGTH_LIMIT, type ArticleFacts, type ArticleText } from './article-text.js'
import { findDate } from './byline.js'
import { readDateline } from './dateline.js'
import { decodeText } from './decode-text.js'
import { readDocxArticle } from './docx-article.js'
import { readHtmlArticle } from './html-article.js'
import { readPdfArticle } from './pdf-article.js'
import { readPlainArticle } from './plain-article.js'
import { savedPage } from './saved-page.js'

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
  return { ...article, facts: withGiven(withDateline(article), given) }
}

async function readByKind(bytes: Uint8Array, file: string, onPage?: (done: number, of: number) => void): Promise<ArticleText> {
  const { kind, description } = kindOf(bytes)
  switch (kind) {
    case 'empty':
      throw errors.FILE_EMPTY({ file })
    case 'pdf':
      return await readPdfArticle(bytes, file, onPage)
    case 'html': {
      const page = savedPage(bytes) ?? bytes
      return readHtmlArticle(isUtf8(page) ? decodeText(page).replaceAll('\0', '') : decodeHtml(page), file)
    }
    case 'text': {
      const text = decodeText(bytes)
      if (text.length > ARTICLE_LENGTH_LIMIT) throw errors.ARTICLE_TOO_LONG({ file }, ARTICLE_LENGTH_LIMIT)
      return isFragment(text) ? readHtmlArticle(text, file) : readPlainArticle(text)
    }
    default: {
      const wide = description === 'a binary file' ? wideEncoding(bytes) : null
      const text = wide ? new TextDecoder(wide, { ignoreBOM: true }).decode(bytes) : '\0'
      if (!text.includes('\0')) return readPlainArticle(text)
      const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
      if (start !== 'PK\x03\x04') throw errors.ARTICLE_KIND_UNKNOWN({ file }, description)
      const article = readDocxArticle(bytes, file)
      const other = article ? null : otherDocument(bytes)
      if (other) throw errors.ARTICLE_KIND_UNKNOWN({ file }, other)
      if (!article) throw errors.DOCX_DAMAGED({ file })
      return article
    }
  }
}

/** What else an archive is that office programs write, told by what it holds: their names are changed by hand. */
function otherDocument(bytes: Uint8Array): string | null {
  try {
    const zip = openZip(bytes, {}, { ...ZIP_LIMITS, fileBytes: 1_000_000 })
    const has = (name: string) => zip.names.includes(name)
    if (has('xl/workbook.xml') || has('xl/workbook.bin')) return 'a spreadsheet (.xlsx)'
    if (has('ppt/presentation.xml')) return 'a presentation (.pptx)'
    if (!has('mimetype')) return null
    const type = new TextDecoder().decode(zip.read('mimetype') ?? new Uint8Array())
    if (/opendocument\.spreadsheet/.test(type)) return 'a spreadsheet (.ods)'
    if (/opendocument\.presentation/.test(type)) return 'a presentation (.odp)'
    if (/opendocument/.test(type)) return 'an OpenDocument text (.odt)'
    return /epub/.test(type) ? 'a book (.epub)' : null
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

/**
 * A page pasted together from two encodings, whatever it declares, is read each part in its own. One that declares a Western encoding and is valid
 * UTF-8 to its end is UTF-8, as its server had said: it would read "1,5 millones de dÃ³lares".
 */
function isUtf8(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const charset = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? ''
  if (/^utf-?8/i.test(charset)) return true
  return /^(?:windows-?125\d|cp125\d|iso-?8859-?\d+|latin-?\d|us-ascii|ascii)$/i.test(charset) && isUtf8Text(bytes)
}

/** The inside of a page, as content systems export it. */
const isFragment = (text: string): boolean =>
  /^\s*<(?:p|div|h[1-6]|article|section|main|blockquote)\b[^>]*>/i.test(text) &&
  /<\/(?:p|div|h[1-6]|article|section|main)>/i.test(text)

/** The day of writing, where the page does not say when it was published. */
function withDateline({ text, blocks, facts }: ArticleText): ArticleFacts {
  const first = facts.published === null ? blocks.find(({ kind }) => kind === 'paragraph') : undefined
  const dateline = first ? readDateline(text.slice(first.start, first.end)) : null
  return dateline?.day ? { ...facts, published: dateline.day, publishedPrinted: dateline.printed } : facts
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
