/** What the room above gets of an article: its text in reading order, cut into blocks that say what each stretch is. */

/**
 * What a block is. Claims are read from titles, headings and paragraphs alone; `navigation` is the page's own furniture, `appeal` asks for
 * money or subscriptions, `repetition` says again what another block says (a pull-quote).
 */
export type BlockKind = 'title' | 'byline' | 'heading' | 'paragraph' | 'caption' | 'navigation' | 'appeal' | 'repetition'

/** A stretch of the text; offsets count UTF-16 units. */
export interface ArticleBlock {
  kind: BlockKind
  start: number
  end: number
  /** For a PDF, counted from 1. */
  page?: number
}

/** What the article says of itself; null where it does not. */
export interface ArticleFacts {
  title: string | null
  publisher: string | null
  author: string | null
  /** The date as printed or given. */
  publishedPrinted: string | null
  /** ISO 8601 day. */
  published: string | null
  /** ISO 639-1. */
  language: string | null
}

export type ArticleMediaType =
  | 'text/plain'
  | 'text/html'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export interface ArticleText {
  mediaType: ArticleMediaType
  /** For plain text the file's own characters, a byte order mark included, so that offsets are those of the file. */
  text: string
  /** In the order of the text; white space between them belongs to none. */
  blocks: ArticleBlock[]
  facts: ArticleFacts
  /** Pages of a PDF that are nothing but images, counted from 1; not given where there is none. */
  pagesWithoutText?: number[]
  /** Words that a page or document holds and does not show, which are not read; not given where there are few. */
  hiddenWords?: number
}

/** Fewer words are names of buttons. */
export const fewHidden = 12

export const noFacts: ArticleFacts = {
  title: null,
  publisher: null,
  author: null,
  publishedPrinted: null,
  published: null,
  language: null,
}

/** A block before the text is put together: what a format's reader knows of it. */
export interface RawBlock {
  text: string
  /** What the format's own markup says; `paragraph` where it says nothing. */
  kind: BlockKind
  page?: number
}

/** UTF-16 units. The longest given article has 16,000; a book has a million. */
export const ARTICLE_LENGTH_LIMIT = 2_000_000

/** Puts blocks together with an empty line between them. */
export function joinBlocks(raw: readonly RawBlock[]): { text: string; blocks: ArticleBlock[] } {
  const blocks: ArticleBlock[] = []
  const parts: string[] = []
  let at = 0
  for (const { text, kind, page } of raw) {
    if (text === '') continue
    if (parts.length > 0) {
      parts.push('\n\n')
      at += 2
    }
    blocks.push({ kind, start: at, end: at + text.length, ...(page === undefined ? {} : { page }) })
    parts.push(text)
    at += text.length
  }
  return { text: parts.join(''), blocks }
}
