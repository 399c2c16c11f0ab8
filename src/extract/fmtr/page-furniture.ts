/** What a report itself prints around its tables on every page: the running head, which names the region, and the page's number. */
import type { Page } from '../../documents/page.js'
import { readPageNumber, readRunningHead } from './headings.js'
import { type Line, textOf } from './lines.js'
import { printedNumber } from './page-order.js'

/** Lines from an edge of a page among which its number is looked for: somebody else's may stand beyond it. */
const AT_THE_EDGE = 4

export interface Furniture {
  region: string | null
  heads: ReadonlySet<Line>
  /** What may be the page's number, the likeliest first. */
  numbers: { label: string; line: Line; atHead: boolean; outermost: boolean }[]
}

/** Running heads stand on the first and last lines, page numbers on the very first or last. */
export function furnitureOf(page: Page, lines: readonly Line[]): Furniture {
  let region: string | null = null
  const heads = new Set<Line>()
  for (const line of [...lines.slice(0, 3), ...lines.slice(-3)]) {
    const found = line.words.length < 24 ? readRunningHead(textOf(line.words)) : null
    if (found) {
      region = found
      heads.add(line)
    }
  }
  const inward = [lines.slice(-AT_THE_EDGE).reverse(), lines.slice(0, AT_THE_EDGE)]
  const numbers = inward.flatMap((edge, at) =>
    edge.flatMap((line, index) => {
      const label = heads.has(line) ? null : pageNumberOn(line, page)
      return label === null ? [] : { label, line, atHead: at === 1, outermost: index === 0 }
    }),
  )
  // A number of the section is the report's own, wherever it stands.
  return {
    region,
    heads,
    numbers: numbers.sort((one, other) => Number(isOfSection(other.label)) - Number(isOfSection(one.label))),
  }
}

/**
 * The number of each page: of those that may be one, that which counts on from and to the pages beside it. A number that somebody put below, or the end of a
 * cell in the last line, does not.
 */
export function numbersOf(pages: readonly Furniture[]): (Furniture['numbers'][number] | null)[] {
  return pages.map(({ numbers }, index) => {
    const fits = numbers.map(
      ({ label }) =>
        [-2, -1, 1, 2].filter((by) => pages[index + by]?.numbers.some((other) => countsOn(label, other.label, by))).length,
    )
    const most = Math.max(0, ...fits)
    const own = numbers.filter((_, at) => fits[at] === most)
    // Where several count on, the inner one is the report's; where none does, only the outermost is known for one.
    if (most > 0) return own.find(({ label }) => isOfSection(label)) ?? own.findLast(({ atHead }) => atHead === own[0]!.atHead)!
    return own.find(({ label, outermost }) => outermost || isOfSection(label)) ?? null
  })
}

/** Whether a line is the page's number, or one that somebody put beyond it. */
export function isNumberOf(line: Line, number: Furniture['numbers'][number], { numbers }: Furniture): boolean {
  const own = numbers.find((one) => one.line === line)
  if (!own || own.atHead !== number.atHead) return false
  return number.atHead ? line.top <= number.line.top : line.top >= number.line.top
}

function countsOn(label: string, other: string, by: number): boolean {
  const [one, next] = [printedNumber(label), printedNumber(other)]
  return one.prefix === next.prefix && next.number! - one.number! === by
}

/** A bare number stands at the edge of the page and in the middle of its width; a row's own would stand under its header. */
export function pageNumberOn(line: Line, { width, height }: Pick<Page, 'width' | 'height'>): string | null {
  if (line.words.length > 2) return null
  const number = readPageNumber(textOf(line.words))
  if (number === null || isOfSection(number)) return number
  const atEdge = line.bottom < height * 0.12 || line.top > height * 0.7
  const central = Math.abs((line.left + line.right) / 2 - width / 2) < width * 0.1
  return atEdge && central ? number : null
}

const isOfSection = (number: string): boolean => number.includes('-')
