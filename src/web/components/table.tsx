/** Parts that tables share: the scrolling frame, the share bar, sort links in headers, a gap's cell. */
import type { Child } from 'hono/jsx'
import { useSite } from '../site.js'

/** A table wider than the page scrolls by itself; a keyboard can reach and scroll it. */
export function TableFrame({ label, children }: { label: string; children: Child }) {
  return (
    <section class="table" aria-label={label} tabindex={0}>
      {children}
    </section>
  )
}

/** How long a figure is beside the largest of its table; the figure itself stands in the next cell. */
export function ShareBar({ of, largest }: { of: number; largest: number }) {
  const width = largest > 0 ? (100 * of) / largest : 0
  return (
    <td class="bar">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width={width.toFixed(1)} height="8" />
      </svg>
    </td>
  )
}

/** A cell of which nothing is known; never zero. */
export function Gap({ why, span = 1 }: { why: string; span?: number }) {
  return (
    <td class="gap" colspan={span > 1 ? span : undefined}>
      {why}
    </td>
  )
}

/** A cell of 25 units fills a page; the page that it leads to shows it whole. */
const longestCell = 160

/** Printed text as it stands in a listing. */
export const clipped = <Cell extends string | null>(cell: Cell) =>
  cell && cell.length > longestCell ? `${cell.slice(0, longestCell - 1).trimEnd()}…` : cell

/** Text as a source prints it: not translated, its language not guessed. */
export function Printed({ text, blank }: { text: string | null; blank?: string }) {
  const { text: messages } = useSite()
  if (text === null || text === '') return <span class="none">{blank ?? messages.figures.notPrinted}</span>
  return (
    <span class="printed-name" translate="no">
      {text}
    </span>
  )
}
