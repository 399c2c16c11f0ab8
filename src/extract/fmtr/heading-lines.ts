/** Which lines of a strip are headings: a programme's, in bold over one to four lines, or a country's, larger than the text. */
import { commonSize } from './body-size.js'
import { endsWithFiscalYear, type ProgramHeading, readProgramHeading, readTotalsLine, withoutContinued } from './headings.js'
import type { LayoutTraits } from './layouts.js'
import { type Line, textOf } from './lines.js'
import type { Strip } from './strips.js'

export interface HeadingLines {
  /** Each with how many lines it takes from `index` on; null where no such heading begins there. */
  programmeAt(strip: Strip, index: number): { heading: ProgramHeading; lines: number } | null
  countryAt(strip: Strip, index: number): { name: string; lines: number } | null
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
  function programmeAt(strip: Strip, index: number): { heading: ProgramHeading; lines: number } | null {
    const line = strip.lines[index]!
    if (!line.words[0]!.bold || !line.words.at(-1)!.bold) return null
    let text = ''
    for (let count = 1; count <= 4; count++) {
      const next = strip.lines[index + count - 1]
      if (count > 1 && !/,| - /.test(text)) return null
      if (!next || next.words.length > 40 || !next.words[0]!.bold || strip.headers.has(next)) return null
      if (Math.abs(next.size - line.size) > 0.6) return null
      text = text === '' ? textOf(next.words) : `${text} ${textOf(next.words)}`
      if (readTotalsLine(text.replace(/[\s\d,.$]+$/, ''))) return null
      const heading = readProgramHeading(text, isCountry)
      if (heading) return { heading, lines: count }
      if (endsWithFiscalYear(text)) return null
    }
    return null
  }

  function countryAt(strip: Strip, index: number): { name: string; lines: number } | null {
    if (!countryHeading) return null
    const large = (line: Line | undefined): line is Line =>
      line !== undefined && line.words.length < 16 && line.words.every((word) => word.size > bodySize * 1.4)
    let lines = 0
    let name = ''
    while (large(strip.lines[index + lines]) && lines < 3) {
      name = `${name} ${textOf(strip.lines[index + lines]!.words)}`.trim()
      lines++
    }
    return lines > 0 ? { name: withoutContinued(name), lines } : null
  }
}
