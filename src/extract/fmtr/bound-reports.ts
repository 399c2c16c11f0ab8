/**
 * Where one report ends and another begins in a file that somebody bound of several: by the layouts that their header rows tell.
 *
 * A page without a header row goes with the pages before it, unless its number or its size says that the next ones are its own: the first
 * page of 2003–2004 goes on without one for 28 rows.
 */
import type { Page } from '../../documents/page.js'
import { printedNumber } from './page-order.js'

type Layout = 'B' | 'C' | 'E'

interface BoundPage {
  /** Null where its headers tell none, or several. */
  layout: Layout | null
  label: string | null
  page: Pick<Page, 'width' | 'height'>
}

/** Pages with a header of one layout in a row that make a report of their own: fewer are a header that was printed otherwise. */
const SHORTEST_RUN = 3

/** Indices of the pages with which a report begins; the first is 0. */
export function boundReports(pages: readonly BoundPage[]): number[] {
  const runs: { layout: Layout | null; from: number }[] = [{ layout: null, from: 0 }]
  let from = 0
  let alike = 0
  let last: Layout | null = null
  for (const [index, { layout }] of pages.entries()) {
    if (layout === null) continue
    if (layout !== last) {
      from = index
      alike = 0
    }
    last = layout
    alike++
    const current = runs.at(-1)!
    if (alike < SHORTEST_RUN || current.layout === layout) continue
    if (current.layout === null) current.layout = layout
    else runs.push({ layout, from: firstOf(pages, from) })
  }
  return runs.map(({ from }) => from)
}

/** The first page of the report whose first header row stands on page `from`. */
function firstOf(pages: readonly BoundPage[], from: number): number {
  let first = from
  while (first > 1 && pages[first - 1]!.layout === null && goesWith(pages[first - 1]!, pages[first]!, pages[first - 2]!)) first--
  return first
}

function goesWith(page: BoundPage, next: BoundPage, before: BoundPage): boolean {
  if (isNumberedBefore(page, next)) return true
  if (isNumberedBefore(before, page) || page.label !== null) return false
  return isOfSize(page, next) && !isOfSize(page, before)
}

function isNumberedBefore(one: BoundPage, other: BoundPage): boolean {
  const [first, second] = [printedNumber(one.label), printedNumber(other.label)]
  return first.number !== null && first.number + 1 === second.number && first.prefix === second.prefix
}

const isOfSize = ({ page: one }: BoundPage, { page: other }: BoundPage): boolean =>
  Math.abs(one.width - other.width) < 2 && Math.abs(one.height - other.height) < 2
