/**
 * Reads an article: its text with blocks, who is mentioned and how these belong together, and what it claims. Pure: no ledger, no network.
 *
 * Every offset is in Unicode code points of `text`, as places and BRAT count them.
 */
import type {
  ArticleBlock,
  ArticleFacts,
  ArticleMediaType,
  ArticleText,
  BlockKind,
} from '../../documents/article/article-text.js'
import { codePoints } from '../../documents/code-points.js'
import { type Again, findAgain } from './again.js'
import type { Claim } from './claims/claim.js'
import { findClaims } from './claims/find-claims.js'
import { findMentions } from './find-mentions.js'
import type { Mention, Relation } from './mention.js'
import { sentencesIn } from './sentences.js'

export interface ReadArticle {
  mediaType: ArticleMediaType
  facts: ArticleFacts
  text: string
  blocks: ArticleBlock[]
  /** In the order of the text. */
  mentions: Mention[]
  /** By index in `mentions`. */
  relations: Relation[]
  /** People named once more by their surname; not among the mentions. */
  again: Again[]
  claims: Claim[]
}

/**
 * Where mentions are marked. Headlines and headings say again, in capitals and in short, what the prose says; the annotators of
 * ../shared/data/articles mark none there.
 */
const marked: ReadonlySet<BlockKind> = new Set(['paragraph', 'caption', 'byline', 'repetition'])

export function readArticle({ mediaType, facts, text, blocks }: ArticleText): ReadArticle {
  const read = blocks.filter(({ kind }) => marked.has(kind))
  const sentences = sentencesIn(text)
  const { mentions, relations } = findMentions(text, read, sentences)
  const again = findAgain(text, mentions, read)
  const claims = findClaims(text, blocks, facts.published, sentences)
  const points = codePoints(text)
  const placed = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: points.of(one.start),
    end: points.of(one.end),
  })
  return {
    mediaType,
    facts,
    text,
    blocks: blocks.map(placed),
    mentions: mentions.map(placed),
    relations,
    again: again.map(placed),
    claims: claims.map(placed),
  }
}
