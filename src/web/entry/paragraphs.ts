/** A source's text by its lines, and where in it a passage stands. */
import { codePoints } from '../../documents/code-points.js'
import type { Place } from '../../ledger/records.js'

/** A line of a text: offsets in UTF-16 units, the number as places print it. */
export interface Paragraph {
  number: number
  start: number
  end: number
}

/** The lines that are not empty, counted from 1. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = []
  for (const line of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const start = line.index + /^\s*/.exec(line[0])![0].length
    found.push({ number: found.length + 1, start, end: line.index + line[0].trimEnd().length })
  }
  return found
}

/** Where a passage stands, white space apart, in UTF-16 units: every place that it stands in, at most three of them. */
export function findPassage(text: string, passage: string): { start: number; end: number }[] {
  const words = passage.trim().split(/\s+/)
  if (words[0] === '') return []
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'gu')
  const found: { start: number; end: number }[] = []
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length === 3) break
  }
  return found
}

/** A range as a place: in code points, with the paragraph that it begins in. */
export function placeOfRange(text: string, { start, end }: { start: number; end: number }): Place {
  const points = codePoints(text)
  const paragraph = paragraphsOf(text).findLast((one) => one.start <= start)
  return {
    page: null,
    pageLabel: `paragraph ${paragraph?.number ?? 1}`,
    box: null,
    row: null,
    start: points.of(start),
    end: points.of(end),
  }
}
