/**
 * A file's pages as strips of lines in reading order, without page furniture: running heads and page numbers are taken out and
 * remembered, and a page with two columns becomes two strips.
 */
import type { Page, Word } from '../../documents/page.js'
import { boundReports } from './bound-reports.js'
import { readPageNumber, readRunningHead } from './headings.js'
import { type LayoutTraits, layouts } from './layouts.js'
import { type Line, readLines, textOf } from './lines.js'
import { inPrintedOrder } from './page-order.js'
import { looksTabular } from './row.js'
import { isStampedLine } from './stamps.js'
import { readHeaders, type TableHeader } from './table-header.js'
import { isDollars } from './values.js'

export interface Strip {
  page: number
  /** Whether rows may stand on it: another document bound with the report has pages without a header, a total or an amount. */
  ofTables: boolean
  /** Whether it goes on where the strip before ended, as far as page numbers tell; else nothing that was named there holds here. */
  follows: boolean
  /** From 0 at the left. */
  column: number
  region: string | null
  lines: Line[]
  /** The header row that a line is, where it is one. */
  headers: Map<Line, TableHeader>
}

export interface Strips {
  layout: 'B' | 'C' | 'E'
  traits: LayoutTraits
  strips: Strip[]
  /** By page number. */
  pageLabels: Map<number, string>
  /** Pages that stand in the file twice, where they stand again: their strips are left out. */
  repeated: { page: number; words: readonly Word[] }[]
  /** Whether the numbers printed on the pages say another order than the file's: it is theirs that is read in. */
  sorted: boolean
  /** Where pages of another layout begin: indices of pages, the first is 0. Only the first run of pages is then read rightly here. */
  runs: number[]
}

/** Null where no table header of the series stands on any page. */
export function readStrips(pages: readonly Page[]): Strips | null {
  const lines = pages.map((page) => readLines(page))
  const isStamp = isStampedLine(lines)
  const read = pages.map((page, index) => {
    const { body, region, label } = withoutFurniture(
      page,
      lines[index]!.filter((line) => !isStamp(line)),
    )
    return { page, words: page.words, lines: body, region, label, headers: headersOf(body) }
  })
  const counts = { B: 0, C: 0, E: 0 }
  for (const { headers } of read) for (const found of headers.values()) for (const header of found) counts[header.layout]++
  const layout = (['E', 'C', 'B'] as const).reduce((most, one) => (counts[one] > counts[most] ? one : most))
  if (counts[layout] === 0) return null
  const traits = layouts[layout]
  const gutter =
    traits.columnsPerPage === 2
      ? gutterOf(
          read.flatMap(({ headers }) => [...headers.values()]),
          pages[0]!.width,
        )
      : null
  const strips: Strip[] = []
  const pageLabels = new Map<number, string>()
  for (const { page, label } of read) if (label) pageLabels.set(page.number, label)
  const { pages: ordered, repeated, sorted } = inPrintedOrder(read, isOfTables)
  for (const { page: read, follows } of ordered) {
    const { page, lines, region, headers } = read
    if (gutter === null) {
      const single = new Map([...headers].filter(([, found]) => found.length === 1).map(([line, found]) => [line, found[0]!]))
      strips.push({ page: page.number, ofTables: isOfTables(read), column: 0, follows, region, lines, headers: single })
      continue
    }
    const ofTables = isOfTables(read)
    const sides: Word[][] = [[], []]
    for (const line of lines) for (const word of line.words) sides[word.left < gutter ? 0 : 1]!.push(word)
    for (const [column, words] of sides.entries()) {
      const side = readLines(page, words)
      const found = new Map([...headersOf(side)].map(([line, one]) => [line, one[0]!]))
      strips.push({ page: page.number, ofTables, column, follows: follows || column > 0, region, lines: side, headers: found })
    }
  }
  return {
    layout,
    traits,
    strips,
    pageLabels,
    repeated: repeated.map(({ page, words }) => ({ page: page.number, words })),
    sorted,
    runs: boundReports(read.map(({ headers, label, page }) => ({ layout: layoutOf(headers.values()), label, page }))),
  }
}

function layoutOf(headers: Iterable<readonly TableHeader[]>): Strips['layout'] | null {
  let layout: Strips['layout'] | null = null
  for (const found of headers)
    for (const header of found) {
      if (layout !== null && layout !== header.layout) return null
      layout = header.layout
    }
  return layout
}

/** Whether rows may stand on a page; the numbers of others (a letter bound with the report) are not the report's. */
const isOfTables = ({ headers, lines }: { headers: ReadonlyMap<Line, unknown>; lines: readonly Line[] }): boolean =>
  headers.size > 0 || lines.some((line) => looksTabular(line) || line.words.some(({ text }) => isDollars(text)))

/** Whether the header row of a training table stands on the page. */
export const hasTableHeader = (page: Page): boolean => readLines(page).some((line) => readHeaders(line).length > 0)

function headersOf(lines: readonly Line[]): Map<Line, TableHeader[]> {
  const found = new Map<Line, TableHeader[]>()
  for (const line of lines) {
    const headers = readHeaders(line)
    if (headers.length > 0) found.set(line, headers)
  }
  return found
}

/**
 * Halfway between the end of the left header and the beginning of the right one, in the middle of all that stand in pairs; the
 * middle of the page where none do.
 */
function gutterOf(headers: readonly TableHeader[][], pageWidth: number): number {
  const gaps = headers.filter((pair) => pair.length > 1).map(([left, right]) => (left!.right + right!.left) / 2)
  gaps.sort((a, b) => a - b)
  return gaps[gaps.length >> 1] ?? pageWidth / 2
}

/** Running heads stand on the first and last lines, the page number on the very first or last. */
function withoutFurniture(page: Page, lines: Line[]): { body: Line[]; region: string | null; label: string | null } {
  let region: string | null = null
  let label: string | null = null
  const furniture = new Set<Line>()
  for (const line of [...lines.slice(0, 3), ...lines.slice(-3)]) {
    const found = line.words.length < 24 ? readRunningHead(textOf(line.words)) : null
    if (found) {
      region = found
      furniture.add(line)
    }
  }
  for (const line of [lines.at(-1), lines.at(-2), lines[0], lines[1]]) {
    if (!line || furniture.has(line) || line.words.length > 2) continue
    const number = readPageNumber(textOf(line.words))
    // A bare number stands at the edge of the page and in the middle of its width; a row's own would stand under its header.
    const atEdge = line.bottom < page.height * 0.12 || line.top > page.height * 0.7
    const central = Math.abs((line.left + line.right) / 2 - page.width / 2) < page.width * 0.1
    if (!number || !((atEdge && central) || /-/.test(number))) continue
    label = number
    furniture.add(line)
    break
  }
  return { body: lines.filter((line) => !furniture.has(line)), region, label }
}
