/**
 * Finds a box of another text beside a column ("At a glance", "Who is who"), whose lines would be mixed into those of the column.
 *
 * A table stands so, too, and has to be read row by row: a box is told by its own size of type, or by lines that stand at other heights
 * than the column's.
 */
import type { Word } from '../page.js'
import { commonSize, type Line, lineOf, linesOf } from './page-lines.js'

const fewestLines = 4
/** Of a page that somebody can read: the search takes quadratic time. */
const mostLines = 1_500
/** Letters of a line of prose, on the average; cells of a table are shorter. */
const prose = 14

/** The words of the box; null where there is none. */
export function boxBeside(words: readonly Word[]): Set<Word> | null {
  const runs = linesOf(words).flatMap(runsOf)
  if (runs.length < 3 * fewestLines || runs.length > mostLines) return null
  for (const edge of sharedEdges(runs)) {
    const crossing = runs.filter((run) => run.left < edge - 3 && run.right > edge - 3).sort((a, b) => a.top - b.top)
    let from = Number.NEGATIVE_INFINITY
    for (const across of [...crossing, null]) {
      const to = across?.top ?? Number.POSITIVE_INFINITY
      const between = runs.filter(({ top, bottom }) => (top + bottom) / 2 > from && (top + bottom) / 2 < to)
      from = Math.max(from, across?.bottom ?? from)
      const sides = sidesOf(between, edge)
      if (sides === null) continue
      const outside = runs.filter((run) => !sides.left.includes(run) && !sides.right.includes(run))
      const box = boxOf(sides, outside.length >= fewestLines ? outside : runs)
      if (box) return new Set(box.flatMap((line) => line.words))
    }
  }
  return null
}

/** A line in parts, where more than the space between two words parts them. */
export function runsOf(line: Line): Line[] {
  const parts: Word[][] = []
  for (const word of line.words) {
    const last = parts.at(-1)?.at(-1)
    if (last && word.left - last.right < Math.min(last.size, word.size) * 1.2) parts.at(-1)!.push(word)
    else parts.push([word])
  }
  return parts.map(lineOf)
}

/** Where several runs begin that have others to their left; most runs first. */
function sharedEdges(runs: readonly Line[]): number[] {
  const counts = new Map<number, number>()
  for (const { left } of runs) {
    const edge = Math.floor(left / 4) * 4
    counts.set(edge, (counts.get(edge) ?? 0) + 1)
  }
  const leftmost = Math.min(...runs.map(({ left }) => left))
  return [...counts]
    .filter(([edge, count]) => count >= fewestLines && edge > leftmost + 40)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([edge]) => edge)
}

interface Sides {
  left: Line[]
  right: Line[]
  /** Beside each other stand too few to tell by their heights. */
  few: boolean
}

/** The lines at both sides of the edge, as far down as both go; null where they are too few or too short. */
function sidesOf(runs: readonly Line[], edge: number): Sides | null {
  const within = (lines: readonly Line[], others: readonly Line[]) => {
    const top = Math.min(...others.map((one) => one.top))
    const bottom = Math.max(...others.map((one) => one.bottom))
    return lines.filter((line) => line.bottom > top && line.top < bottom)
  }
  const lefts = runs.filter(({ right }) => right <= edge - 3)
  const rights = runs.filter(({ left }) => left >= edge - 3)
  if (lefts.length === 0 || rights.length === 0) return null
  const [left, right] = [within(lefts, rights), within(rights, lefts)]
  const letters = (lines: readonly Line[]) =>
    lines.reduce((sum, { words }) => sum + words.reduce((all, { text }) => all + text.length + 1, 0), 0) / lines.length
  const [fewer, more] = [Math.min(left.length, right.length), Math.max(left.length, right.length)]
  return fewer >= 2 && more >= fewestLines && letters(left) >= prose && letters(right) >= prose
    ? { left: lefts, right: rights, few: fewer < fewestLines }
    : null
}

/** Which of the two sides is the box: the one in another size of type than what stands outside, else the narrower; null where they are a table's. */
function boxOf({ left, right, few }: Sides, outside: readonly Line[]): readonly Line[] | null {
  const body = commonSize(outside)
  const differs = (lines: readonly Line[]) => Math.abs(commonSize(lines) - body) > body * 0.06
  if (differs(left) !== differs(right)) return differs(left) ? left : right
  if (few) return null
  const shared = right.filter((line) => left.some((other) => Math.abs(other.bottom - line.bottom) < line.size * 0.1)).length
  if (shared > right.length / 2) return null
  const width = (lines: readonly Line[]) => Math.max(...lines.map((one) => one.right)) - Math.min(...lines.map((one) => one.left))
  return width(left) < width(right) ? left : right
}
