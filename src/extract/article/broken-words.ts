/**
 * Puts words together that a hyphen breaks at a line's end ("instruc-/tors"), or a soft hyphen or a letter without width anywhere, leaves out what
 * only dresses words ("**Major** General"), and keeps where each letter stands in the print.
 *
 * Not every hyphen at a line's end breaks a word: "US-/led" and "non-/commissioned" keep it, and so does what the text prints with it elsewhere.
 */
import type { ArticleBlock } from '../../documents/article/article-text.js'

export interface WholeWords {
  text: string
  blocks: ArticleBlock[]
  /** A stretch of `text`, where it stands in the print. */
  printed<T extends { start: number; end: number }>(stretch: T): T
}

const anywhere = /[-‐¬\u00ad][ \t]*\r?\n|[\u00ad\u200b-\u200d\u2060\ufeff]|\*\*|\\[.*_-]|\]\(|\d\]/
/** "2018.[4] The army": the mark of a note, which would hide where a sentence ends. */
const noteMark = /(?<=[\p{L}\d.,;:!?”"’)%])(?:\[\d{1,3}\])+(?=[\s.,;:]|$)/gu
/** A word, or a number behind its comma: "13,-/000". */
const broken =
  /(?<head>\p{L}+)(?<mark>[-‐¬\u00ad][ \t]*\r?\n[ \t]*|\u00ad)(?=(?<tail>\p{L}+))|(?<=\d)(?<comma>,)(?<numberMark>[-‐¬\u00ad][ \t]*\r?\n[ \t]*)(?=\d{3}(?!\d))/gu
/** Letters without width, but in scripts that need them; where no other sign parts two words, they do. */
const withoutWidth = /(?<![^\p{Script=Latin}\P{L}])[\u200b-\u200d\u2060\ufeff]+(?!(?<=\p{Ll}.)\p{Lu})/gu
/** Marks of Markdown: emphasis, signs that are to stand for themselves, links. */
const dress = /\*\*|\\(?=[.*_-])|\[(?=[^[\]\n]{1,120}\]\(https?:)|(?<=\[[^[\]\n]{1,120})\]\(https?:[^\s()]{1,400}\)/g
/** These are printed with a hyphen. */
const parted = /^(?:non|anti|ex|self|half|mid|vice|well|so|al|el|ul|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i

/** Lines that were taken for paragraphs of their own, though a word or a number goes on from one to the next. */
function goingOn(text: string, blocks: readonly ArticleBlock[]): ArticleBlock[] {
  const joined: ArticleBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const ends = last?.kind === block.kind ? text.slice(Math.max(last.start, last.end - 12), last.end).trimEnd() : ''
    const begins = text.slice(block.start, block.start + 5)
    if (
      last &&
      ((/\p{Ll}[-‐]$/u.test(ends) && /^\p{Ll}/u.test(begins)) || (/\d,[-‐]?$/.test(ends) && /^\d{3}(?!\d)/.test(begins)))
    )
      last.end = block.end
    else joined.push({ ...block })
  }
  return joined
}

/** Null where no word is broken. Offsets count UTF-16 units. */
export function joinBroken(text: string, given: readonly ArticleBlock[]): WholeWords | null {
  if (!anywhere.test(text)) return null
  const blocks = goingOn(text, given)
  /** Stretches of the print that are left out. */
  const gone: { start: number; end: number }[] = []
  /** Where a line ends now: behind the word that was broken. */
  const lineEnds = new Set<number>()
  for (const block of blocks) {
    const printed = text.slice(block.start, block.end)
    if (!anywhere.test(printed)) continue
    for (const pattern of [withoutWidth, dress])
      for (const { 0: mark, index } of printed.matchAll(pattern))
        gone.push({ start: block.start + index, end: block.start + index + mark.length })
    for (const match of printed.matchAll(broken)) {
      const { head = ',', tail, mark = match.groups!.numberMark! } = match.groups!
      const end = block.start + match.index + head.length + mark.length
      const soft = !/^[-‐]/.test(mark)
      const kept =
        tail !== undefined && !soft && (!/^\p{Ll}/u.test(tail) || parted.test(head) || text.includes(`${head}-${tail}`))
      gone.push({ start: end - mark.length + (kept ? 1 : 0), end })
      if (!mark.includes('\n')) continue
      const space = /\s/.exec(text.slice(end, block.end))
      if (space && space[0] !== '\n') lineEnds.add(end + space.index)
    }
    for (const mark of printed.matchAll(noteMark))
      gone.push({ start: block.start + mark.index, end: block.start + mark.index + mark[0].length })
  }
  if (gone.length === 0) return null
  gone.sort((a, b) => a.start - b.start)
  const ended = withLineEnds(text, lineEnds)
  let whole = ''
  let from = 0
  for (const { start, end } of gone) {
    whole += ended.slice(from, start)
    from = end
  }
  whole += ended.slice(from)
  /** Where what is left out stood, and how much of it stood there and before. */
  let sum = 0
  const shifts = gone.map(({ start, end }) => {
    const at = start - sum
    sum += end - start
    return { start, at, sum }
  })
  const inPrint = (at: number): number => at + (lastOf(shifts, (one) => one.at <= at)?.sum ?? 0)
  const inWhole = (at: number): number => at - (lastOf(shifts, (one) => one.start < at)?.sum ?? 0)
  return {
    text: whole,
    blocks: blocks.map((block) => ({ ...block, start: inWhole(block.start), end: inWhole(block.end) })),
    printed: (stretch) => ({
      ...stretch,
      start: inPrint(stretch.start),
      end: stretch.end > stretch.start ? inPrint(stretch.end - 1) + 1 : inPrint(stretch.end),
    }),
  }
}

/** The same text with line ends in place of what stands at these places, which are in its order. */
function withLineEnds(text: string, places: Iterable<number>): string {
  let ended = ''
  let from = 0
  for (const at of places) {
    ended += `${text.slice(from, at)}\n`
    from = at + 1
  }
  return ended + text.slice(from)
}

/** The last for which `before` holds, of a list that it holds for up to a place: a text may have a mark at every letter. */
function lastOf<T>(list: readonly T[], before: (one: T) => boolean): T | undefined {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(list[middle]!)) low = middle + 1
    else high = middle
  }
  return list[low - 1]
}
