/**
 * Numbers in an article's prose that no claim tells: what they count is no measure of this field, or was not understood. Whoever relies on the
 * list of claims has to know of them.
 *
 * Years, dates, ages, lengths of time and distances are not among them: they count nothing that somebody could claim here.
 */
import { readDateline } from '../../documents/article/dateline.js'
import { isProse } from '../../documents/article/set-apart.js'
import { isSpanish } from './claims/find-claims.js'
import { findNumbers } from './claims/numbers.js'
import { findPeriods } from './claims/periods.js'
import { isDuration } from './claims/quantities.js'
import { signsOf } from './claims/signs.js'
import type { ReadArticle } from './read-article.js'

/** "Section 1004", "artículo 5", "Route 9", "No. 3" count nothing. */
const ofName =
  /(?<!\p{L})(?:section|sec\.|article|chapter|title|law|resolution|highway|route|art[ií]culo|secci[oó]n|ley|decreto|ruta|no\.|n[ºo°]\.?)\s$/iu

/** As printed, with the words that follow; in the order of the text. */
export function numbersLeft({ text, blocks, claims }: Pick<ReadArticle, 'text' | 'blocks' | 'claims'>): string[] {
  const spanish = isSpanish(text)
  const wide = /[\ud800-\udfff]/.test(text)
  const points = wide ? Array.from(text) : null
  const lengthOf = (part: string) => (wide ? Array.from(part).length : part.length)
  const told = [...claims].sort((one, other) => one.start - other.start)
  const left: string[] = []
  let from = 0
  for (const { kind, start, end } of blocks) {
    if (!isProse(kind)) continue
    while (from < told.length && told[from]!.end < start) from++
    const block = points ? points.slice(start, end).join('') : text.slice(start, end)
    const signs = signsOf(block)
    const numbers = findNumbers(block, 0, block.length, spanish, signs)
    if (numbers.length === 0) continue
    const dateline = readDateline(block)?.end ?? 0
    const periods = findPeriods(block, 0, block.length, null, signs)
    for (const number of numbers) {
      const [at, to] = [number.start, number.end].map((offset) => start + lengthOf(block.slice(0, offset))) as [number, number]
      if (told.some((claim) => claim.start < to && claim.end > at)) continue
      if (periods.some((period) => number.start < period.end && number.end > period.start)) continue
      if (number.start < dateline || isDuration(block, number) || ofName.test(block.slice(0, number.start))) continue
      left.push(/^(?:\s[\p{L}-]+){0,3}/u.exec(block.slice(number.end))![0].replace(/^/, block.slice(number.start, number.end)))
    }
  }
  return left
}
