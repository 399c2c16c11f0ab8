/**
 * What others put on a report's pages: "UNCLASSIFIED", "RELEASED IN FULL", running numbers of a file, a watermark, the address and time that a
 * browser prints. Amid the tables it would become part of a cell, of a country's name or a row of its own.
 *
 * It is told by being on most pages of the file: as a line of its own at their heads or feet, or in print larger than the tables', at one
 * place. Headings are bold, and rows have amounts or dates: those are never taken for it.
 */
import type { Page, Word } from '../../documents/page.js'
import { commonSize } from './body-size.js'
import { readPageNumber, readRunningHead } from './headings.js'
import { type Line, textOf } from './lines.js'
import { pageNumberOn } from './page-furniture.js'
import { looksTabular } from './row.js'
import { readHeaders } from './table-header.js'
import { isDollars } from './values.js'

/** Pages that say the same: fewer may be chance. */
const FEWEST_PAGES = 3
/** Lines from the edge of a page. */
const AT_THE_EDGE = 4
/** As a share of the size of the tables' print. Headings of countries are up to 1.8 times as large, and bold. */
const LARGER = 1.2
const LARGER_THAN_HEADINGS = 2.2

/** Numbers count on from page to page. */
const withoutDigits = (text: string): string => text.replace(/\d+/g, '#')

type PageSize = Pick<Page, 'width' | 'height'>

/** The lines that stand at heads and feet of more than half of the pages, by what they say but for numbers. */
export function isStampedLine(
  pages: readonly (PageSize & { lines: readonly Line[] })[],
): (line: Line, page: PageSize) => boolean {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const { lines } = page
    const edges = lines.length > AT_THE_EDGE * 2 ? [...lines.slice(0, AT_THE_EDGE), ...lines.slice(-AT_THE_EDGE)] : lines
    const said = new Set(
      edges.filter((line) => mayBeStamp(line, page)).flatMap((line) => [-1, 0, 1].map((by) => stampOf(line, by))),
    )
    for (const text of said) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const stamps = new Set([...counts].filter(([, count]) => isOnMost(count, pages.length)).map(([text]) => text))
  return (line, page) => stamps.size > 0 && mayBeStamp(line, page) && stamps.has(stampOf(line, 0))
}

/** What a stamp says; where that is a number alone, also at what height, to four points: the rest of a heading may be "01". */
function stampOf(line: Line, by: number): string {
  const text = withoutDigits(textOf(line.words))
  return counting.test(text) ? `${text} ${Math.round(line.bottom / 4) + by}` : text
}

/** What counts pages, or dates them: "00123", "Page 3 of 40", "12/3/2004". In bold, too: no heading is of numbers alone. */
const counting = /^(?:page )?#(?:[/.:-]#)*(?:(?: of |\/)#)?$|^[A-Z]+(?:-[A-Z]+)*-?#$/i

function mayBeStamp(line: Line, page: PageSize): boolean {
  const { words } = line
  if (words.length > 12) return false
  const text = textOf(words)
  if (pageNumberOn(line, page) !== null) return false
  if (counting.test(withoutDigits(text))) return true
  // Letters, or the colon of a time.
  if (words[0]!.bold || !words.some(({ text }) => /[\p{L}:]/u.test(text))) return false
  return (
    readRunningHead(text) === null &&
    readHeaders(line).length === 0 &&
    !looksTabular(line) &&
    !words.some(({ text }) => isDollars(text))
  )
}

/** The pages without words in large print that stand on most of them at one place, or that are larger than any heading. */
export function withoutLargeStamps(pages: readonly Page[]): { pages: Page[]; stamped: boolean } {
  const body = commonSize(pages) ?? 0
  const isLarge = ({ text, size, bold }: Word) =>
    size > body * (bold ? LARGER_THAN_HEADINGS : LARGER) && readPageNumber(text) === null
  const counts = new Map<string, number>()
  for (const { words } of pages) {
    const large = words.filter(isLarge)
    if (large.length > 0) for (const key of new Set(large.flatMap(nearby))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const isStamp = (word: Word) =>
    isLarge(word) && (word.size > body * LARGER_THAN_HEADINGS || isOnMost(counts.get(placeOf(word)) ?? 0, pages.length))
  let stamped = false
  const without = pages.map((page) => {
    if (counts.size === 0 || !page.words.some(isStamp)) return page
    stamped = true
    return { ...page, words: page.words.filter((word) => !isStamp(word)) }
  })
  return { pages: without, stamped }
}

const isOnMost = (count: number, pages: number): boolean => count >= FEWEST_PAGES && count * 2 > pages

/** What a word says and where, to four points. */
const placeOf = ({ text, right, bottom }: Word, dx = 0, dy = 0): string =>
  `${withoutDigits(text)} ${Math.round(right / 4) + dx} ${Math.round(bottom / 4) + dy}`

/** A copy may have moved by a point. */
const nearby = (word: Word): string[] => [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => placeOf(word, dx, dy)))
