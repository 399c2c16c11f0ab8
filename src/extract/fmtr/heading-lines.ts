/**
 * Which lines of a strip are headings: a programme's, in bold over one to four lines, or a country's, larger than the text.
 *
 * What somebody wrote beside a heading would hide it, and the rows below would be read under the heading before: it is left aside where it is not in
 * bold, is in smaller print, or stands behind what is a heading without it.
 */
import type { Word } from '../../documents/page.js'
import { commonSize } from './body-size.js'
import { endsWithFiscalYear, type ProgramHeading, readProgramHeading, readTotalsLine, withoutContinued } from './headings.js'
import type { LayoutTraits } from './layouts.js'
import { type Line, textOf } from './lines.js'
import type { Strip } from './strips.js'
import { isDollars, looksLikeDate } from './values.js'

export interface HeadingLines {
  /** Each with how many lines it takes from `index` on, and what stands beside it; null where no such heading begins there. */
  programmeAt(strip: Strip, index: number): { heading: ProgramHeading; lines: number; aside: Word[] } | null
  countryAt(strip: Strip, index: number): { name: string; lines: number; aside: Word[] } | null
  hasAny(strip: Strip): boolean
}

/** `isCountry` tells names of countries, see headings.ts. */
export function headingLines(
  strips: readonly Strip[],
  { countryHeading }: LayoutTraits,
  isCountry: (name: string) => boolean,
): HeadingLines {
  const bodySize = commonSize(strips.flatMap(({ lines }) => lines)) ?? 0
  return { programmeAt, countryAt, hasAny }

  function hasAny(strip: Strip): boolean {
    return strip.lines.some((_, index) => programmeAt(strip, index) !== null || countryAt(strip, index) !== null)
  }

  /** A programme heading may run over several lines, all bold; the last ends with the fiscal year. */
  function programmeAt(strip: Strip, index: number): { heading: ProgramHeading; lines: number; aside: Word[] } | null {
    const first = boldOf(strip.lines[index]!)
    if (first.length === 0) return null
    const size = sizeOf(first)
    const aside: Word[] = []
    let text = ''
    for (let count = 1; count <= 4; count++) {
      const next = strip.lines[index + count - 1]
      if (count > 1 && !/,| - /.test(text)) return null
      if (!next || next.words.length > 40 || strip.headers.has(next)) return null
      const words = boldOf(next)
      if (words.length === 0 || Math.abs(sizeOf(words) - size) > 0.6) return null
      if (words.length < next.words.length) aside.push(...next.words.filter(({ bold }) => !bold))
      const before = text === '' ? '' : `${text} `
      text = before + textOf(words)
      if (readTotalsLine(text.replace(/[\s\d,.$]+$/, ''))) return null
      const heading = readProgramHeading(text, isCountry)
      if (heading) return { heading, lines: count, aside }
      if (endsWithFiscalYear(text)) return null
      const shorter = headingBefore(before, words)
      if (shorter) return { heading: shorter.heading, lines: count, aside: [...aside, ...shorter.aside] }
    }
    return null
  }

  /** The heading that a line is without some words at its end, be they in bold, too. */
  function headingBefore(before: string, words: readonly Word[]): { heading: ProgramHeading; aside: Word[] } | null {
    for (let end = words.length - 1; end > 2; end--) {
      // Nearly every place is decided here: a heading ends with its year or with "Training".
      if (!/(?:\d\d|training)$/i.test(words[end - 1]!.text)) continue
      const heading = readProgramHeading(before + textOf(words.slice(0, end)), isCountry)
      if (heading) return { heading, aside: words.slice(end) }
    }
    return null
  }

  function countryAt(strip: Strip, index: number): { name: string; lines: number; aside: Word[] } | null {
    if (!countryHeading) return null
    const isLarge = ({ size }: Word) => size > bodySize * 1.4
    const large = (line: Line | undefined): line is Line =>
      line !== undefined && line.words.length < 16 && line.words.every(isLarge)
    let lines = 0
    let name = ''
    while (large(strip.lines[index + lines]) && lines < 3) {
      name = `${name} ${textOf(strip.lines[index + lines]!.words)}`.trim()
      lines++
    }
    if (lines > 0) return { name: withoutContinued(name), lines, aside: [] }
    const { words } = strip.lines[index]!
    const own = words.filter((word) => word.bold && isLarge(word))
    if (own.length === 0 || words.some(({ text }) => isDollars(text) || looksLikeDate(text))) return null
    const alone = withoutContinued(textOf(own))
    const isHeading = isCountry(alone) || (index + 1 < strip.lines.length && programmeAt(strip, index + 1) !== null)
    return isHeading ? { name: alone, lines: 1, aside: words.filter((word) => !own.includes(word)) } : null
  }
}

/** A line's words in bold: none where it is a row's, which a note in bold may stand beside. */
function boldOf({ words }: Line): Word[] {
  const bold = words.filter((word) => word.bold)
  if (bold.length === words.length || bold.length === 0) return bold
  return words.some(({ bold, text }) => !bold && (isDollars(text) || looksLikeDate(text))) ? [] : bold
}

const sizeOf = (words: readonly Word[]): number => Math.max(...words.map(({ size }) => size))
