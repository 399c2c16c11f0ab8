/**
 * Which page of a report displays only a part of its table, though the file holds the rest.
 *
 * What a crop leaves out may be the heading that names a country, or the column of the dates: the rest would be read without a word, and rows
 * laid to the country before. Page numbers, running heads and what a printer writes beside every page (its file, the time) may be left out.
 */
import type { Page } from '../../documents/page.js'
import { readPageNumber, readRunningHead } from './headings.js'
import { type Line, readLines, textOf } from './lines.js'
import { isStampedLine } from './stamps.js'
import { hasTableHeader } from './strips.js'

/** The number of the first such page; null where there is none, and where the file, crop or no crop, holds no training table. */
export function firstCroppedPage(pages: readonly Page[]): number | null {
  // Nearly every file is decided here.
  if (!pages.some(({ outside }) => outside)) return null
  const lines = pages.map((page) => readLines(page, page.outside ?? []))
  const isStamp = isStampedLine(pages.map(({ width, height }, index) => ({ width, height, lines: lines[index]! })))
  // A column of dates is on every page, too.
  const isBesidePages = (line: Line, index: number) =>
    isStamp(line, pages[index]!) && line.words.some(({ text }) => /\p{L}/u.test(text))
  const cropped = lines.findIndex((left, index) =>
    left.some((line) => {
      const text = textOf(line.words)
      return !isBesidePages(line, index) && readRunningHead(text) === null && readPageNumber(text) === null
    }),
  )
  if (cropped < 0) return null
  const isReport = pages.some((page) => hasTableHeader({ ...page, words: [...page.words, ...(page.outside ?? [])] }))
  return isReport ? pages[cropped]!.number : null
}
