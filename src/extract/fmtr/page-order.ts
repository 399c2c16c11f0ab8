/**
 * In which order a file's pages are to be read, and where pages between them are missing, by the numbers that are printed on them.
 *
 * A page that goes on with a table names neither its country nor, often, its programme: under the wrong page its rows would be laid to
 * another country. Every report numbers its pages without a break. In a file that was cut, shuffled, bound backwards or put together from
 * sheets of several pages the numbers jump: then they say the order, and nothing is carried over to a page that follows no other.
 */
import type { Word } from '../../documents/page.js'

export interface NumberedPage {
  /** Its words but for running heads and page numbers. */
  words: readonly Word[]
  /** "IV-233", "57"; null where none is printed. */
  label: string | null
  /** By its running head. */
  region: string | null
}

export interface PageOrder<T> {
  /** `follows` is false where what stands before is known not to be the page before. */
  pages: { page: T; follows: boolean }[]
  /** Pages that stand in the file again, with the same number and words. */
  repeated: T[]
  /** Whether the order is another than the file's. */
  sorted: boolean
}

interface Numbered<T> {
  page: T
  /** What the number counts on from: "IV-", or nothing. */
  prefix: string
  number: number | null
}

/** `isOfTables` tells pages of the report from others that were bound with it, whose numbers are their own. */
export function inPrintedOrder<T extends NumberedPage>(pages: readonly T[], isOfTables: (page: T) => boolean): PageOrder<T> {
  // Nearly every file is decided here.
  if (!following(pages.map(numberOf)).includes(false))
    return { pages: pages.map((page) => ({ page, follows: true })), repeated: [], sorted: false }
  const numbered = pages.map((page) => (isOfTables(page) ? numberOf(page) : { page, prefix: '', number: null }))
  const { kept, repeated } = withoutRepetitions(numbered)
  const inOrder = byNumber(kept)
  // Two reports that count from different numbers stay apart: sorted, they have as many gaps.
  const sorted = inOrder !== null && gaps(inOrder) < gaps(kept)
  const order = sorted ? inOrder : kept
  const follows = following(order)
  return { pages: order.map(({ page }, index) => ({ page, follows: follows[index]! })), repeated, sorted }
}

const numberOf = <T extends NumberedPage>(page: T): Numbered<T> => ({ page, ...printedNumber(page.label) })

/** What a page's label counts on from, and its number: "IV-" and 233; null where there is none. */
export function printedNumber(label: string | null): { prefix: string; number: number | null } {
  const [, prefix = '', digits] = /^(.*?)(\d+)$/.exec(label ?? '') ?? []
  return { prefix: prefix.replace(/\s/g, '').toUpperCase(), number: digits === undefined ? null : Number(digits) }
}

/**
 * Whether the number of each is one more than the last before it. Pages without a number may be counted or not (2005–2006 leaves four out);
 * where they cannot bridge a gap, none of them is known to follow.
 */
function following<T extends NumberedPage>(pages: readonly Numbered<T>[]): boolean[] {
  const follows: boolean[] = pages.map(() => true)
  let before = -1
  for (const [index, one] of pages.entries()) {
    if (one.number === null) continue
    if (before >= 0 && !mayFollow(pages[before]!, one, index - before)) follows.fill(false, before + 1, index + 1)
    before = index
  }
  return follows
}

const gaps = <T extends NumberedPage>(pages: readonly Numbered<T>[]): number =>
  following(pages).filter((follows) => !follows).length

/** In whole volumes the numbers may run on over the regions; each begins with a heading of its own, so that nothing is lost there. */
function mayFollow<T extends NumberedPage>(one: Numbered<T>, other: Numbered<T>, distance: number): boolean {
  const step = other.number! - one.number!
  const [region, next] = [one.page.region, other.page.region]
  return one.prefix === other.prefix && step >= 1 && step <= distance && (region === null || next === null || region === next)
}

/** Without pages whose number and words were there before. */
function withoutRepetitions<T extends NumberedPage>(pages: readonly Numbered<T>[]): { kept: Numbered<T>[]; repeated: T[] } {
  const seen = new Map<string, T[]>()
  const kept: Numbered<T>[] = []
  const repeated: T[] = []
  for (const one of pages) {
    const { page, prefix, number } = one
    const alike = seen.get(`${prefix}${number}`) ?? []
    if (number !== null && alike.some((other) => sharedWords(other, page) >= SAME_PAGE)) {
      repeated.push(page)
      continue
    }
    seen.set(`${prefix}${number}`, [...alike, page])
    kept.push(one)
  }
  return { kept, repeated }
}

/** A copy may carry a stamp that the other does not; the same page of another year shares no dates. */
const SAME_PAGE = 0.95

/** The share of the words of the page with more that stand on the other, too. */
function sharedWords(one: NumberedPage, other: NumberedPage): number {
  const counts = new Map<string, number>()
  for (const { text } of one.words) counts.set(text, (counts.get(text) ?? 0) + 1)
  let shared = 0
  for (const { text } of other.words) {
    const left = counts.get(text) ?? 0
    if (left > 0) shared++
    counts.set(text, left - 1)
  }
  return shared / Math.max(1, one.words.length, other.words.length)
}

/** By the numbers, within a region where several count from 1; a page without one stays behind the page before it. Null where two pages share a number. */
function byNumber<T extends NumberedPage>(pages: readonly Numbered<T>[]): Numbered<T>[] | null {
  for (const series of [({ prefix }: Numbered<T>) => prefix, ({ prefix, page }: Numbered<T>) => `${page.region}\n${prefix}`]) {
    const places = new Map<string, Map<number, Numbered<T>[]>>()
    let behind: Numbered<T>[] = []
    const ahead = behind
    let single = true
    for (const one of pages) {
      if (one.number === null) {
        behind.push(one)
        continue
      }
      const key = series(one)
      const numbers = places.get(key) ?? new Map<number, Numbered<T>[]>()
      places.set(key, numbers)
      single &&= !numbers.has(one.number)
      behind = [one]
      numbers.set(one.number, behind)
    }
    if (!single) continue
    const runs = [...places.values()].map((numbers) => [...numbers].sort(([a], [b]) => a - b).flatMap(([, run]) => run))
    return [...ahead, ...runs.flat()]
  }
  return null
}
