/**
 * The lines of a page in the order in which they are read.
 *
 * Two columns are told by a strip in the page's middle that hardly any line crosses; what crosses it (a headline) is read before what
 * stands below it. What stands in a box beside a column is read behind the page.
 */
import type { Page, Word } from '../page.js'
import { boxBeside } from './box-beside.js'
import { type Line, lineOf, linesOf } from './page-lines.js'

/** Pages of an article, each in reading order. A page with a few lines alone has its columns where the others have theirs. */
export function pagesInOrder(pages: readonly Page[]): Line[][] {
  const gutters = pages.map(({ words, width }) => gutterOf(words, 0, width))
  const known = gutters.filter((one) => one !== null)
  return pages.map((page, index) =>
    linesInOrder(page, 0, page.width, gutters[index] ?? known.find((one) => isFree(page.words, one)) ?? null),
  )
}

/** Whether a page's few lines stand to both sides of a strip, and hardly one over it. */
function isFree(words: readonly Word[], gutter: number): boolean {
  const lines = linesOf(words)
  if (lines.length === 0 || lines.length >= leastLines) return false
  const over = lines.filter(({ words, size }) =>
    words.some(({ left, right }, at) => {
      const next = words[at + 1]
      return left < gutter + 2 && (next && next.left - right < size * 0.9 ? next.left : right) > gutter - 2
    }),
  )
  return over.length <= lines.length * 0.2 && words.some(({ right }) => right < gutter) && words.some(({ left }) => left > gutter)
}

/** Lines in reading order: across the page, or column by column between lines that span the page. */
function linesInOrder(
  page: Pick<Page, 'words'>,
  from: number,
  to: number,
  gutter: number | null = gutterOf(page.words, from, to),
): Line[] {
  if (gutter === null) {
    const box = boxBeside(page.words)
    if (box === null) return linesOf(page.words)
    const rest = page.words.filter((word) => !box.has(word))
    return [...linesInOrder({ words: rest }, from, to), ...linesOf([...box]).map((line) => ({ ...line, aside: true }))]
  }
  const left: Word[] = []
  const right: Word[] = []
  for (const word of page.words)
    if ((word.left + word.right) / 2 < gutter) left.push(word)
    else right.push(word)
  const lefts = linesOf(left)
  const rights = linesOf(right)
  // A newspaper has three columns or more: each side may have a strip of its own.
  const edge = (words: readonly Word[], of: 'left' | 'right') =>
    words.reduce(
      (most, word) => (of === 'left' ? Math.min(most, word.left) : Math.max(most, word.right)),
      of === 'left' ? to : from,
    )
  // A line that goes on across the strip without a gap spans the page.
  const spanning: Line[] = []
  for (const line of [...lefts]) {
    const other = rights.find(
      (one) => Math.abs(one.bottom - line.bottom) < line.size * 0.3 && one.left - line.right < line.size * 0.6,
    )
    if (!other) continue
    lefts.splice(lefts.indexOf(line), 1)
    rights.splice(rights.indexOf(other), 1)
    spanning.push(lineOf([...line.words, ...other.words]))
  }
  const columns = (lines: readonly Line[]): Line[] => {
    const words = lines.flatMap((line) => line.words)
    return linesInOrder({ words }, edge(words, 'left'), edge(words, 'right'))
  }
  const ordered: Line[] = []
  let top = Number.NEGATIVE_INFINITY
  for (const line of [...spanning.sort((a, b) => a.top - b.top), null]) {
    const bottom = line?.top ?? Number.POSITIVE_INFINITY
    const between = (one: Line) => one.top >= top && one.top < bottom
    ordered.push(...columns(lefts.filter(between)), ...columns(rights.filter(between)))
    if (line) ordered.push(line)
    top = bottom
  }
  return ordered
}

/** Fewer do not tell columns from a table. */
const leastLines = 12

/** Where a strip without words runs down the middle of the page, or of a side of it; null where there is one column. */
function gutterOf(words: readonly Word[], leftmost: number, rightmost: number): number | null {
  if (words.length < 60) return null
  const lines = linesOf(words)
  if (lines.length < leastLines) return null
  const width = rightmost - leftmost
  const from = Math.floor(leftmost + width * 0.25)
  const to = Math.ceil(leftmost + width * 0.75)
  const crossed = new Array<number>(to - from + 1).fill(0)
  for (const { words } of lines)
    for (const [at, word] of words.entries()) {
      // The space between words of one run belongs to the line; the strip between columns is wider.
      const next = words[at + 1]
      const end = next && next.left - word.right < word.size * 0.9 ? next.left : word.right
      for (let x = Math.max(from, Math.floor(word.left)); x <= Math.min(to, Math.ceil(end)); x++) crossed[x - from]!++
    }
  let best: { from: number; to: number } | null = null
  let start = -1
  for (let at = 0; at <= crossed.length; at++) {
    const free = at < crossed.length && crossed[at]! <= lines.length * 0.2
    if (free && start === -1) start = at
    if (!free && start !== -1) {
      if (at - start >= 6 && (!best || at - start > best.to - best.from)) best = { from: start, to: at }
      start = -1
    }
  }
  if (!best) return null
  const middle = from + (best.from + best.to) / 2
  const right = lines.filter((line) => line.words.some((word) => word.left > middle)).length
  const left = lines.filter((line) => line.words.some((word) => word.right < middle)).length
  if (right <= lines.length * 0.4 || left <= lines.length * 0.4) return null
  const inMiddle = Math.abs(middle - leftmost - width / 2) <= width * 0.15
  return inMiddle || [true, false].every((isLeft) => isOfProse(words.filter((word) => word.right < middle === isLeft)))
    ? middle
    : null
}

/** Lines of a narrow column of prose have as many characters on the average; cells of a table have fewer. */
const proseLine = 22

function isOfProse(words: readonly Word[]): boolean {
  const letters = words.reduce((sum, { text }) => sum + text.length + 1, 0)
  return letters > proseLine * linesOf(words).length
}
