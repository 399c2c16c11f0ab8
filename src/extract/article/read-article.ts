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
import { withPlainMarks } from '../../documents/article/plain-marks.js'
import { codePoints } from '../../documents/code-points.js'
import { joinBroken, type WholeWords } from './broken-words.js'
import type { Claim } from './claims/claim.js'
import { findClaims } from './claims/find-claims.js'
import { repairWords } from './damaged-words.js'
import { type Again, findAgain } from './mentions/again.js'
import { findMentions } from './mentions/find-mentions.js'
import type { Mention, Relation } from './mentions/mention.js'
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
  pagesWithoutText?: number[]
  hiddenWords?: number
}

/**
 * Where mentions are marked. Headlines and headings say again, in capitals and in short, what the prose says; the annotators of
 * ../shared/data/articles mark none there.
 */
const marked: ReadonlySet<BlockKind> = new Set(['paragraph', 'caption', 'byline', 'repetition'])

/** The words that are read, where they are read, and how what was found in them is told: in code points of the text as it stands. */
function prepared(text: string, blocks: readonly ArticleBlock[]) {
  const plain = withPlainMarks(text)
  const whole = joinBroken(plain, blocks)
  const { text: joined, blocks: stretches } = whole ?? { text: plain, blocks }
  const words = inTwoBytes(joined)
  const read = stretches.filter(({ kind }) => marked.has(kind))
  const sentences = sentencesIn(words)
  const mended = repairWords(words)
  const points = codePoints(text)
  const placed = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: points.of(one.start),
    end: points.of(one.end),
  })
  const inPrint = <T extends { start: number; end: number }>(one: T): T => (whole ? whole.printed(one) : one)
  const told = (mentions: readonly Mention[]) =>
    mentions.map(inPrint).map((one) => placed({ ...one, text: text.slice(one.start, one.end) }))
  return { whole, stretches, words, read, sentences, mended, placed, inPrint, told }
}

/** Who is mentioned alone, for whoever asks nothing else. */
export function readMentions({
  text,
  blocks,
}: Pick<ArticleText, 'text' | 'blocks'>): Pick<ReadArticle, 'mentions' | 'relations'> {
  const { mended, read, sentences, told } = prepared(text, blocks)
  const { mentions, relations } = findMentions(mended, read, sentences)
  return { mentions: told(mentions), relations }
}

export function readArticle({ mediaType, facts, text, blocks, pagesWithoutText, hiddenWords }: ArticleText): ReadArticle {
  const { whole, stretches, words, read, sentences, mended, placed, inPrint, told } = prepared(text, blocks)
  const { mentions, relations } = findMentions(mended, read, sentences)
  const again = findAgain(mended, mentions, read)
  const claims = findClaims(
    words,
    stretches,
    facts.published,
    sentences,
    mentions.filter(({ type }) => type === 'Person'),
  )
  const posts = embeddedPosts(words, stretches)
  for (const claim of claims)
    claim.speaker ??= posts.find(({ start, end }) => claim.start >= start && claim.end <= end)?.by ?? null
  return {
    mediaType,
    ...(pagesWithoutText && { pagesWithoutText }),
    ...(hiddenWords && { hiddenWords }),
    facts,
    text,
    blocks: blocks.map(placed),
    mentions: told(mentions),
    relations,
    again: again.map((one) => placed(inPrint(one))),
    claims: claims.map((one) => placed(whole ? { ...inPrint(one), sentence: sentenceInPrint(one, text, whole) } : one)),
  }
}

/** Posts of others that a page shows within an article: words, and below them "— Who Posts (@them) November 21, 2019". */
function embeddedPosts(text: string, blocks: readonly ArticleBlock[]): { start: number; end: number; by: string }[] {
  return blocks.slice(1).flatMap((block, index) => {
    const by = /^[—–-]\s?(\S[^()]{0,60}?) \(@\w{1,30}\)/u.exec(text.slice(block.start, Math.min(block.end, block.start + 110)))
    return by ? [{ start: blocks[index]!.start, end: blocks[index]!.end, by: by[1]! }] : []
  })
}

/**
 * The same text. V8 compiles a pattern anew for texts that it keeps in one byte a letter and for those in two (any with a curly quotation mark), to
 * megabytes of code for all that are tried here: these are all made of two.
 */
const inTwoBytes = (text: string): string => `${text}\u2028`.slice(0, -1)

/** A claim's sentence as it stands in the print, with its broken words. */
function sentenceInPrint(claim: Claim, text: string, whole: WholeWords): string {
  const start = whole.text.lastIndexOf(claim.sentence, claim.start)
  if (start === -1) return claim.sentence
  const printed = whole.printed({ start, end: start + claim.sentence.length })
  return text.slice(printed.start, printed.end)
}
