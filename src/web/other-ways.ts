/**
 * Other ways of writing the words of a question: "battalion" also stands as "bn", "batallon" and "batalion" in the reports. Nothing is looked for
 * in other words than those that were typed, since an address must go on meaning what it meant: the question with all ways is offered as another one.
 */
import { maximumQueryLength, type TrainingQuery } from '../ledger/read/query.js'
import type { Reading } from '../ledger/read/reading.js'
import { choiceOf, partsOfQuestion } from '../ledger/read/words.js'
import { otherWaysAt } from '../names/other-ways.js'
import { searchKey } from '../names/search-key.js'

export interface OtherWays {
  /** The question with all ways of writing, as it can be asked. */
  q: string
  /** A word as typed, and the others that stand in the reports, the usual ones first. */
  words: { typed: string; others: readonly string[] }[]
}

/** A way of writing as it can be asked: several words are a phrase. */
const asAsked = (text: string) => (text.includes(' ') ? `"${text}"` : text)

/** Null where no word outside of quotation marks has another way that stands in any row. */
export async function otherWaysOf({ wordRows }: Pick<Reading, 'wordRows'>, q: string): Promise<OtherWays | null> {
  // Phrases and lists of ways stay as they are asked.
  const parts = partsOfQuestion(q)
  const found: { part: number; from: number; to: number; typed: string; others: readonly string[] }[] = []
  for (const [part, text] of parts.entries())
    if (part % 2 === 0) {
      const places = [...text.matchAll(/\S+/gu)].map((match) => ({
        from: match.index,
        to: match.index + match[0].length,
        key: searchKey(match[0]),
      }))
      const keys = places.map(({ key }) => key)
      for (let at = 0; at < places.length; at++) {
        const ways = otherWaysAt(keys, at)
        if (ways === null) continue
        const [from, to] = [places[at]!.from, places[at + ways.length - 1]!.to]
        found.push({ part, from, to, typed: text.slice(from, to), others: ways.others })
        at += ways.length - 1
      }
    }
  if (found.length === 0) return null
  const rows = await wordRows([...new Set(found.flatMap(({ others }) => others))])
  const standing = found.flatMap((one) => {
    const others = one.others.filter((each) => rows.get(each)! > 0).sort((a, b) => rows.get(b)! - rows.get(a)!)
    return others.length > 0 ? [{ ...one, others }] : []
  })
  if (standing.length === 0) return null
  for (const { part, from, to, typed, others } of standing.toReversed()) {
    const either = [searchKey(typed), ...others].map(asAsked).join('|')
    parts[part] = `${parts[part]!.slice(0, from)}${either}${parts[part]!.slice(to)}`
  }
  return { q: parts.join(''), words: standing.map(({ typed, others }) => ({ typed, others })) }
}

/** Of a question that has few rows it is counted how many it has in other ways of writing. */
const countedUpTo = 1000

/** What leads on from a listing that found so many rows; null where all ways of writing find no more. */
export async function inOtherWays(
  { sums, wordRows }: Pick<Reading, 'sums' | 'wordRows'>,
  query: TrainingQuery,
  found: number,
): Promise<{ ways: OtherWays; rows: number | null } | null> {
  const ways = await otherWaysOf({ wordRows }, query.q)
  if (ways === null || ways.q.length > maximumQueryLength) return null
  const rows = found > countedUpTo ? null : (await sums({ ...query, q: ways.q })).total
  return rows === found ? null : { ways, rows }
}

/** A question with its choices written otherwise, for people to read. */
const withChoices = (q: string, write: (items: readonly string[]) => string): string =>
  partsOfQuestion(q)
    .map((part) => {
      const items = choiceOf(part)
      return items === null ? part : write(items)
    })
    .join('')
    // Phrases as they stand in a text that is itself in quotation marks.
    .replace(/"([^"]*)"/gu, '‘$1’')

/** A question as it is shown: of the words in place of which others may stand the first, and that there are others. */
export const shortQuestion = (q: string): string => withChoices(q, ([first]) => `${first}|…`)

/** A question as a sentence quotes it; `or` as the language has it. */
export const questionInWords = (q: string, or: string): string => withChoices(q, (items) => items.join(` ${or} `))

/** The lists of words that may stand for each other in a question. */
export const listsOfWays = (q: string): string[] =>
  partsOfQuestion(q).flatMap(
    (part) =>
      choiceOf(part)
        ?.map((one) => one.replaceAll('"', ''))
        .join(', ') ?? [],
  )
