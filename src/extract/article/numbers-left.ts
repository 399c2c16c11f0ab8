/**
 * Numbers in an article's prose that no claim tells: what they count is no measure of this field, or was not understood. Whoever relies on the
 * list of claims has to know of them.
 *
 * Years, dates, ages, lengths of time and distances are not among them: they count nothing that somebody could claim here.
 */
import { readDateline } from '../../documents/article/dateline.js'
import { isProse } from '../../documents/article/set-apart.js'
import { isSpanish } from './claims/find-claims.js'
import { signsOf } from './claims/grammar/signs.js'
import { findNumbers } from './claims/numbers/numbers.js'
import { isDuration } from './claims/numbers/quantities.js'
import { findPeriods } from './claims/periods.js'
import type { ReadArticle } from './read-article.js'

/** "Section 1004", "artículo 5", "Route 9", "No. 3" count nothing. */
const ofName =
  /(?<!\p{L})(?:section|sec\.|article|chapter|title|law|resolution|highway|route|art[ií]culo|secci[oó]n|ley|decreto|ruta|no\.|n[ºo°]\.?)\s$/iu

const longestName = 30

/** Letters of a stretch that is looked at as a whole: what is longer is a table or no prose, and to look for times takes quadratic time. */
const longest = 4000

/** A block, cut between sentences where it is longer, or where there are none between words. */
function* piecesOf(block: string): Generator<string> {
  for (let from = 0; from < block.length; ) {
    const cuts = block.length - from > longest ? ['. ', ' '].map((mark) => block.lastIndexOf(mark, from + longest)) : []
    const cut = cuts.find((at) => at > from)
    const end = cut === undefined ? Math.min(block.length, from + longest) : block.indexOf(' ', cut) + 1
    yield block.slice(from, end)
    from = end
  }
}

/** As printed, with the words that follow; in the order of the text. */
export function numbersLeft({ text, blocks, claims }: Pick<ReadArticle, 'text' | 'blocks' | 'claims'>): string[] {
  const spanish = isSpanish(text)
  const wide = /[\ud800-\udfff]/.test(text)
  const points = wide ? Array.from(text) : null
  const lengthOf = (part: string) => (wide ? Array.from(part).length : part.length)
  const told = [...claims].sort((one, other) => one.start - other.start)
  const left: string[] = []
  /** The claims that may meet a piece. */
  let from = 0
  let until = 0
  for (const { kind, start, end } of blocks) {
    if (!isProse(kind)) continue
    const block = points ? points.slice(start, end).join('') : text.slice(start, end)
    let first = start
    for (const piece of piecesOf(block)) {
      const begun = first
      first += lengthOf(piece)
      while (from < told.length && told[from]!.end <= begun) from++
      while (until < told.length && told[until]!.start < first) until++
      const near = told.slice(from, until)
      const signs = signsOf(piece)
      const numbers = findNumbers(piece, 0, piece.length, spanish, signs)
      if (numbers.length === 0) continue
      const dateline = begun === start ? (readDateline(piece)?.end ?? 0) : 0
      const periods = findPeriods(piece, 0, piece.length, null, signs)
      for (const number of numbers) {
        const [at, to] = [number.start, number.end].map((offset) => begun + lengthOf(piece.slice(0, offset))) as [number, number]
        if (near.some((claim) => claim.start < to && claim.end > at)) continue
        if (periods.some((period) => number.start < period.end && number.end > period.start)) continue
        if (number.start < dateline || isDuration(piece, number)) continue
        if (ofName.test(piece.slice(Math.max(0, number.start - longestName), number.start))) continue
        left.push(/^(?:\s[\p{L}-]+){0,3}/u.exec(piece.slice(number.end))![0].replace(/^/, piece.slice(number.start, number.end)))
      }
    }
  }
  return left
}
