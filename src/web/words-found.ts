/** What a search without a result is told of its words: how many rows have each by itself, and which words of the index are spelled nearly so. */
import type { TrainingQuery } from '../ledger/read/query.js'
import type { Reading } from '../ledger/read/reading.js'
import { joining } from '../ledger/read/words.js'
import { nearestOf } from '../names/nearest.js'
import { searchKey } from '../names/search-key.js'

/** A question in other words, and how many rows answer it. */
export interface WordApart {
  q: string
  rows: number
}

/** A question is counted once more for so many words of it at most. */
const mostApart = 6
/** So many spellings of a word are tried, and so many questions counted and shown. */
const mostSpellings = 4
const mostTried = 8
const mostShown = 4

const wordsOf = (q: string): string[] =>
  [...new Set(q.replace(/["“”«»]/gu, ' ').split(/\s+/u))].filter(
    (word) => searchKey(word) !== '' && !joining.has(searchKey(word)),
  )

const counting =
  ({ sums }: Pick<Reading, 'sums'>, query: TrainingQuery) =>
  async (q: string) =>
    (await sums({ ...query, q })).total

/** Of words that no row has together, how many rows have each; of one that none has, how many have a word that begins like its singular. */
export async function wordsApart(reading: Pick<Reading, 'sums'>, query: TrainingQuery): Promise<WordApart[]> {
  const words = wordsOf(query.q)
  if (words.length > mostApart) return []
  const rowsOf = counting(reading, query)
  const found: WordApart[] = []
  for (const word of words) {
    const rows = words.length > 1 ? await rowsOf(word) : 0
    if (words.length > 1) found.push({ q: word, rows })
    // "Kaibiles" and "GAFES" are "KAIBIL" and "GAFE" in the reports.
    if (rows > 0 || !/^\p{L}{5,}$/u.test(word)) continue
    for (const stem of new Set([word, word.replace(/s$/iu, ''), word.replace(/es$/iu, '')])) {
      const like = await rowsOf(`${stem}*`)
      if (like > 0) found.push({ q: `${stem}*`, rows: like })
      if (like > 0) break
    }
  }
  return found
}

/**
 * The question with a word of the index in the place of one that is spelled nearly so, where that finds rows: the fewest slips first. Words that are in
 * no row are replaced all at once, the nearest for each; where each is in some row, one is.
 */
export async function otherSpellings(reading: Pick<Reading, 'sums' | 'words'>, query: TrainingQuery): Promise<WordApart[]> {
  const words = wordsOf(query.q)
  if (words.length === 0 || words.length > mostApart) return []
  const known = await reading.words()
  const rowsWith = new Map(known.map(({ word, rows }) => [word, rows]))
  const near = words.map((word) => {
    const key = searchKey(word)
    // A beginning and a choice of words are meant as they stand.
    if (!/^\p{L}+$/u.test(key) || /[*|]/u.test(word)) return { word, spellings: [], unknown: false, usual: null }
    const others = nearestOf(key, known, (one) => [one.word], mostSpellings + 1).filter((one) => one.word !== key)
    const rows = rowsWith.get(key) ?? 0
    const usual = others.find((one) => one.rows > 10 * rows)?.word ?? null
    return { word, spellings: others.slice(0, mostSpellings).map((one) => one.word), unknown: rows === 0, usual }
  })
  const unknown = near.filter((one) => one.unknown && one.spellings.length > 0)
  const replaced = (by: ReadonlyMap<string, string>) => words.map((word) => by.get(word) ?? word).join(' ')
  const nearest = new Map(unknown.map(({ word, spellings }) => [word, spellings[0]!]))
  const tried = new Set<string>()
  for (const { word, spellings } of unknown.length > 0 ? unknown : near)
    for (const spelling of spellings) tried.add(replaced(new Map([...nearest, [word, spelling]])))
  // "terorism" stands in three rows, and is a slip all the same.
  const last = replaced(new Map(near.flatMap(({ word, usual }) => (usual === null ? [] : [[word, usual]]))))
  const rowsOf = counting(reading, query)
  const found: WordApart[] = []
  for (const q of [...tried].slice(0, mostTried)) {
    const rows = await rowsOf(q)
    if (rows > 0) found.push({ q, rows })
    if (found.length === mostShown) break
  }
  if (found.length > 0 || last === words.join(' ') || tried.has(last)) return found
  const rows = await rowsOf(last)
  return rows > 0 ? [{ q: last, rows }] : []
}
