/**
 * An article cut up for its page: block by block, each in pieces that say which claims and which mention stand there. Pieces put together are the
 * text, letter for letter: nothing is dropped, whatever overlaps what. What no block holds is shown as such, unless it is blank.
 */
import { codePoints } from '../documents/code-points.js'
import type { ArticleReading, BlockKind } from '../ledger/articles.js'

export interface Ranged {
  start: number
  end: number
}

export interface Piece {
  text: string
  /** Indexes of the claims that stand here. */
  claims: number[]
  /** Index of the mention that stands here, the shortest where several do. */
  mention: number | null
  /** Those of the claims that begin or end with this piece. */
  begins: number[]
  ends: number[]
}

export interface MarkedBlock {
  kind: BlockKind | 'between'
  page: number | null
  pieces: Piece[]
  /** Claims that begin in the block. */
  claims: number[]
}

export interface MarkedText {
  blocks: MarkedBlock[]
  /** Claims whose range begins nowhere in the text that is shown. */
  elsewhere: number[]
  /** Code points that were left out at the end, because the text is too long for a page. */
  left: number
}

/** Code points that a page shows: a book's worth of an article is read with `rastro read`. */
export const longestShown = 300_000

/** Offsets are in code points. */
export function markText(
  text: string,
  { blocks, mentions }: Pick<ArticleReading, 'blocks' | 'mentions'>,
  claims: readonly Ranged[],
): MarkedText {
  const points = codePoints(text)
  const whole = points.of(text.length)
  const end = Math.min(whole, longestShown)
  const cut = (from: number, to: number) => text.slice(points.at(from), points.at(to))
  const shown: MarkedBlock[] = []
  const placed = new Set<number>()
  const add = (kind: MarkedBlock['kind'], page: number | null, range: Ranged) => {
    const pieces = piecesOf(range, claims, kind === 'between' ? [] : mentions, cut)
    const begun = pieces.flatMap(({ begins }) => begins).filter((index) => !placed.has(index))
    begun.sort((a, b) => a - b)
    for (const index of begun) placed.add(index)
    shown.push({ kind, page, pieces, claims: begun })
  }
  let at = 0
  for (const block of [...blocks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const range = { start: Math.max(at, block.start), end: Math.min(end, block.end) }
    if (range.end <= range.start) continue
    if (cut(at, range.start).trim() !== '') add('between', null, { start: at, end: range.start })
    add(block.kind, block.page ?? null, range)
    at = range.end
  }
  if (at < end && cut(at, end).trim() !== '') add('between', null, { start: at, end })
  return { blocks: shown, elsewhere: [...claims.keys()].filter((index) => !placed.has(index)), left: whole - end }
}

function piecesOf(
  { start, end }: Ranged,
  claims: readonly Ranged[],
  mentions: readonly Ranged[],
  cut: (from: number, to: number) => string,
): Piece[] {
  const within = (list: readonly Ranged[]) =>
    list.flatMap((one, index) => (one.start < end && one.end > start && one.end > one.start ? [{ ...one, index }] : []))
  const marked = within(claims)
  const named = within(mentions)
  const bounds = new Set([start, end])
  for (const one of [...marked, ...named])
    for (const bound of [one.start, one.end]) if (bound > start && bound < end) bounds.add(bound)
  const sorted = [...bounds].sort((a, b) => a - b)
  // Both lists are gone through once: what stands in a piece began before it and is dropped where it ended.
  const walk = (list: (Ranged & { index: number })[]) => {
    const waiting = [...list].sort((a, b) => a.start - b.start)
    let open: typeof list = []
    let next = 0
    return (from: number) => {
      while (next < waiting.length && waiting[next]!.start <= from) open.push(waiting[next++]!)
      open = open.filter((one) => one.end > from)
      return open
    }
  }
  const claimsAt = walk(marked)
  const mentionsAt = walk(named)
  return sorted.slice(0, -1).map((from, position): Piece => {
    const to = sorted[position + 1]!
    const here = claimsAt(from)
    const mention = mentionsAt(from).reduce<(Ranged & { index: number }) | null>(
      (shortest, one) => (shortest === null || one.end - one.start < shortest.end - shortest.start ? one : shortest),
      null,
    )
    const of = (test: (one: Ranged) => boolean) => here.filter(test).map(({ index }) => index)
    return {
      text: cut(from, to),
      claims: of(() => true),
      mention: mention?.index ?? null,
      begins: of((one) => Math.max(one.start, start) === from && one.start >= start),
      ends: of((one) => one.end === to || (to === end && one.end > end)).sort((a, b) => a - b),
    }
  })
}
