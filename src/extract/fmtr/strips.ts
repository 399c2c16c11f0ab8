/**
 * A file's pages as strips of lines in reading order, without page furniture: running heads and page numbers are taken out and
 * remembered, and a page with two columns becomes two strips.
 */
import type { Page, Word } from '../../documents/page.js'
import { boundReports } from './bound-reports.js'
import { type LayoutTraits, layouts } from './layouts.js'
import { type Line, readLines } from './lines.js'
import { furnitureOf, isNumberOf, numbersOf } from './page-furniture.js'
import { type PageNote, withoutNotes } from './page-notes.js'
import { inPrintedOrder } from './page-order.js'
import { looksTabular } from './row.js'
import { isStampedLine } from './stamps.js'
import { hasUnknownColumn, readHeaders, type TableHeader } from './table-header.js'
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
  /** What somebody put on single pages: it is in no strip. */
  notes: PageNote[]
  /** Whether the numbers printed on the pages say another order than the file's: it is theirs that is read in. */
  sorted: boolean
  /** A header with a column that is not known, where it is no single page's; null where there is none. */
  unknownHeader: Line | null
  /** Where pages of another layout begin: indices of pages, the first is 0. Only the first run of pages is then read rightly here. */
  runs: number[]
}

/** Null where no table header of the series stands on any page. */
export function readStrips(pages: readonly Page[]): Strips | null {
  const lines = pages.map((page) => readLines(page))
  const isStamp = isStampedLine(pages.map(({ width, height }, index) => ({ width, height, lines: lines[index]! })))
  const unstamped = pages.map((page, index) => lines[index]!.filter((line) => !isStamp(line, page)))
  const furniture = pages.map((page, index) => furnitureOf(page, unstamped[index]!))
  const numbers = numbersOf(furniture)
  const bodies = pages.map((page, index) => {
    const { region, heads } = furniture[index]!
    const number = numbers[index]
    const body = unstamped[index]!.filter((line) => !heads.has(line) && !(number && isNumberOf(line, number, furniture[index]!)))
    return { page, words: page.words, lines: body, region, label: number?.label ?? null, headers: headersOf(body) }
  })
  const { pages: read, notes } = withoutNotes(bodies, isOfTables)
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
    notes,
    repeated: repeated.map(({ page, words }) => ({ page: page.number, words })),
    sorted,
    unknownHeader: unknownHeaderOf(read),
    runs: boundReports(read.map(({ headers, label, page }) => ({ layout: layoutOf(headers.values()), label, page }))),
  }
}

/** A note beside a header may look like a column; the same on several pages, and on many of those with a header, is none. */
function unknownHeaderOf(pages: readonly { lines: readonly Line[]; headers: ReadonlyMap<Line, unknown> }[]): Line | null {
  const lines = pages.flatMap(({ lines }) => lines.filter(hasUnknownColumn))
  const known = pages.reduce((count, { headers }) => count + headers.size, 0)
  return lines.length > 1 && lines.length * 10 > known ? lines[0]! : null
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
