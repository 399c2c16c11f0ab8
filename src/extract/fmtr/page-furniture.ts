/** What a report itself prints around its tables on every page: the running head, which names the region, and the page's number. */
import type { Page } from '../../documents/page.js'
import { readPageNumber, readRunningHead } from './headings.js'
import { type Line, textOf } from './lines.js'

/** Running heads stand on the first and last lines, page numbers on the very first or last. */
export function withoutFurniture(page: Page, lines: Line[]): { body: Line[]; region: string | null; label: string | null } {
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
  const numberOn = (line: Line | undefined) => (line && !furniture.has(line) ? pageNumberOn(line, page) : null)
  for (const [outer, inner] of [
    [lines.at(-1), lines.at(-2)],
    [lines[0], lines[1]],
  ] as const) {
    const number = numberOn(outer)
    const next = numberOn(inner)
    // Beyond the report's "IV-233" somebody may have put a number of his own; a bare one within is the end of a cell.
    if (next !== null && (number === null || (isOfSection(next) && !isOfSection(number)))) {
      label = next
      furniture.add(inner!)
    }
    if (number === null && label === null) continue
    label ??= number
    if (number !== null) furniture.add(outer!)
    break
  }
  return { body: lines.filter((line) => !furniture.has(line)), region, label }
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
