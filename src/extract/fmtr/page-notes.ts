/**
 * What somebody put on single pages of a report: "RECEIVED", a number in a corner, initials beside a row, a remark in print of another size
 * amid a table. Read as part of the table it would become part of a unit's name, or move the lines of other cells into other rows.
 *
 * Tables are set within the same margins on every page and in print of one size (of the given 5,338 pages, all). What stands apart beyond the margins
 * that nine pages in ten keep, or is of another size and not bold, is told as unread: if it belongs to a row after all, it is not lost in silence.
 */
import { type Line, lineOf } from './lines.js'
import { looksTabular } from './row.js'
import { isDollars } from './values.js'

/** Pages of one size: fewer show no margins. */
const FEWEST_PAGES = 5
/** Points by which a line may reach beyond the others. */
const SLACK = 2
/** As a share of the size of the tables' print. */
const OTHER_SIZE = 0.1
/** Words of one size, as a share of all: in recognised text sizes vary from word to word and tell nothing. */
const UNIFORM = 0.98

interface PrintedPage {
  page: { number: number; width: number; height: number }
  lines: Line[]
}

export interface PageNote {
  page: number
  line: Line
}

/** Takes notes out of the lines of pages with tables; the others, of whatever print, stay as they are. */
export function withoutNotes<T extends PrintedPage>(
  pages: readonly T[],
  isOfTables: (page: T) => boolean,
): { pages: T[]; notes: PageNote[] } {
  const notes: PageNote[] = []
  const ofTables = pages.filter(isOfTables)
  const marginsOf = marginsOn(ofTables)
  const size = tableSize(ofTables)
  const without = pages.map((page) => {
    if (!isOfTables(page)) return page
    const lines = withoutMarginal(page.lines, marginsOf(page), (line) => notes.push({ page: page.page.number, line }))
    const kept = size === null ? lines : withoutOtherSizes(lines, size, (line) => notes.push({ page: page.page.number, line }))
    return kept === page.lines ? page : { ...page, lines: kept }
  })
  return { pages: without, notes }
}

interface Margins {
  top: number
  bottom: number
  left: number
}

/** Those that nine of ten pages of the same size keep, for each page; null where there are too few. */
function marginsOn(pages: readonly PrintedPage[]): (page: PrintedPage) => Margins | null {
  const sizeOf = ({ page: { width, height } }: PrintedPage) => `${Math.round(width)} ${Math.round(height)}`
  const margins = new Map<string, Margins | null>()
  for (const size of new Set(pages.map(sizeOf))) {
    const alike = pages.filter((page) => sizeOf(page) === size && page.lines.length > 0).map(({ lines }) => lines)
    const tenth = (edges: number[]) => edges.sort((a, b) => a - b)[Math.max(1, Math.floor(edges.length / 10))]!
    const found = {
      top: tenth(alike.map((lines) => Math.min(...lines.map(({ top }) => top)))),
      bottom: -tenth(alike.map((lines) => -Math.max(...lines.map(({ bottom }) => bottom)))),
      left: tenth(alike.map((lines) => Math.min(...lines.map(({ left }) => left)))),
    }
    margins.set(size, alike.length < FEWEST_PAGES ? null : found)
  }
  return (page) => margins.get(sizeOf(page)) ?? null
}

/**
 * Lines beyond the margins are a note where they stand apart from the table and hold no row: a long cell runs over, and some pages of 2005–2006 have
 * a row more than the others.
 */
function withoutMarginal(lines: Line[], margins: Margins | null, note: (line: Line) => void): Line[] {
  if (!margins) return lines
  const standsApart = (above: Line | undefined, below: Line | undefined) =>
    !above || !below || below.top - above.bottom > Math.max(above.size, below.size)
  let from = 0
  let to = lines.length
  for (let index = 0; index < lines.length && lines[index]!.bottom < margins.top - SLACK; index++)
    if (standsApart(lines[index], lines[index + 1])) from = index + 1
  for (let index = lines.length - 1; index >= from && lines[index]!.top > margins.bottom + SLACK; index--)
    if (standsApart(lines[index - 1], lines[index])) to = index
  if (lines.slice(0, from).some(isOfTable)) from = 0
  if (lines.slice(to).some(isOfTable)) to = lines.length
  for (const line of [...lines.slice(0, from), ...lines.slice(to)]) note(line)
  const within = from === 0 && to === lines.length ? lines : lines.slice(from, to)
  if (within.every(({ words }) => words[0]!.right >= margins.left - SLACK)) return within
  return parted(within, ({ right }) => right < margins.left - SLACK, note)
}

const isOfTable = (line: Line): boolean => looksTabular(line) || line.words.some(({ text }) => isDollars(text))

function withoutOtherSizes(lines: Line[], size: number, note: (line: Line) => void): Line[] {
  const isOther = (word: Line['words'][number]) => isOtherSize(word, size)
  return lines.some(({ words }) => words.some(isOther)) ? parted(lines, isOther, note) : lines
}

const isOtherSize = ({ bold, size }: Line['words'][number], common: number): boolean =>
  !bold && Math.abs(size - common) > common * OTHER_SIZE

/** The lines without the words of notes, each of which becomes a line of its own. */
function parted(lines: readonly Line[], isNote: (word: Line['words'][number]) => boolean, note: (line: Line) => void): Line[] {
  return lines.flatMap((line) => {
    const words = line.words.filter(isNote)
    if (words.length === 0) return line
    note(lineOf(line.page, words))
    const others = line.words.filter((word) => !isNote(word))
    return others.length > 0 ? lineOf(line.page, others) : []
  })
}

/** The size of nearly all words that are not bold; null where there is no such size, and where all have it. */
function tableSize(pages: readonly PrintedPage[]): number | null {
  const counts = new Map<number, number>()
  let all = 0
  for (const { lines } of pages)
    for (const { words } of lines)
      for (const { size, bold } of words) {
        if (bold) continue
        counts.set(size, (counts.get(size) ?? 0) + 1)
        all++
      }
  let common = 0
  for (const [size, count] of counts) if (count > (counts.get(common) ?? 0)) common = size
  let alike = 0
  for (const [size, count] of counts) if (Math.abs(size - common) <= common * OTHER_SIZE) alike += count
  return alike < all && alike >= all * UNIFORM ? common : null
}
