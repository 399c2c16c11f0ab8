/**
 * Other ways of writing the words of a question: "battalion" also stands as "bn", "batallon" and "batalion" in the reports. Nothing is looked for
 * in other words than those that were typed, since an address must go on meaning what it meant: the question with all ways is offered as another one.
 */
import { maximumQueryLength, type TrainingQuery } from '../ledger/read/query.js'
import type { Reading } from '../ledger/read/reading.js'
import { searchKey } from '../names/search-key.js'
import { otherWaysOfWriting } from '../names/unit-vocabulary.js'

export interface OtherWays {
  /** The question with all ways of writing, as it can be asked. */
  q: string
  /** A word as typed, and the others that stand in the reports, the usual ones first. */
  words: { typed: string; others: readonly string[] }[]
}

/** Null where no word outside of quotation marks has another way that stands in any row. */
export async function otherWaysOf({ wordRows }: Pick<Reading, 'wordRows'>, q: string): Promise<OtherWays | null> {
  const parts = q.split(/["“”«»]/u)
  const ways = new Map<string, readonly string[]>()
  for (const [index, part] of parts.entries())
    if (index % 2 === 0)
      for (const typed of part.split(/\s+/u)) {
        const [word, ...others] = /[*|]/u.test(typed) ? [] : otherWaysOfWriting(searchKey(typed))
        if (word !== undefined && others.length > 0) ways.set(typed, others)
      }
  if (ways.size === 0) return null
  const rows = await wordRows([...new Set([...ways.values()].flat())])
  const words = [...ways].flatMap(([typed, others]) => {
    const standing = others.filter((each) => rows.get(each)! > 0).sort((one, other) => rows.get(other)! - rows.get(one)!)
    return standing.length > 0 ? [{ typed, others: standing }] : []
  })
  if (words.length === 0) return null
  const replaced = new Map(words.map(({ typed, others }) => [typed, [searchKey(typed), ...others].join('|')]))
  const asked = parts.map((part, index) =>
    index % 2 === 1 ? `"${part}"` : part.replace(/\S+/gu, (typed) => replaced.get(typed) ?? typed),
  )
  return { q: asked.join(''), words }
}

/** Of a question that has few rows it is counted how many it has in other ways of writing. */
const countedUpTo = 1000

/** What leads on from a listing that found so many rows; null where all ways of writing find no more. */
export async function inOtherWays(
  { search, wordRows }: Pick<Reading, 'search' | 'wordRows'>,
  query: TrainingQuery,
  found: number,
): Promise<{ ways: OtherWays; rows: number | null } | null> {
  const ways = await otherWaysOf({ wordRows }, query.q)
  if (ways === null || ways.q.length > maximumQueryLength) return null
  const rows = found > countedUpTo ? null : (await search({ ...query, q: ways.q, limit: 1 })).total
  return rows === found ? null : { ways, rows }
}

/** A question as it is shown: of the words in place of which others may stand the first, and that there are others. */
export const shortQuestion = (q: string): string => q.replace(/([^\s|"]+)\|[^\s"]+/gu, '$1|…')
