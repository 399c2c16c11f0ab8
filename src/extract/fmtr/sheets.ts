/**
 * Sheets on which several pages of a report are displayed, side by side or one above the other: each is parted into its pages.
 *
 * Lines of two pages stand at the same height, and a page's foot stands amid the sheet: read as one page, rows of two countries would run into
 * each other. How many pages stand side by side is told by where header rows begin (one a page, two in layout B); how many stand below each
 * other by the shape of what is left, if there the sheet is blank across. All sheets of one size are parted alike: the last may hold one page.
 */
import type { Page } from '../../documents/page.js'
import { lineOf, middle } from './lines.js'
import { readHeaders, type TableHeader } from './table-header.js'

/** A page of a sheet, with its words where they stand on it. */
export interface SheetPage {
  page: Page
  /** Of its top left on the sheet. */
  left: number
  top: number
}

interface Grid {
  across: number
  down: number
}

/** Width by height of the reports' pages. */
const SHAPE = { B: 8.5 / 11, C: 11 / 8.5, E: 11 / 8.5 }
/** In either direction; more than that nobody could read. */
const MOST = 4
/** Of the height of a sheet: a band without words that lines of a table never leave between them. */
const BLANK_BAND = 0.014

const single: Grid = { across: 1, down: 1 }

/** The pages of each sheet, from left to right and then down; a sheet that holds one page is that page itself. */
export function pagesOfSheets(sheets: readonly Page[]): SheetPage[][] {
  const found = new Map<string, Grid>()
  for (const sheet of sheets) {
    const grid = gridOf(sheet)
    if (grid && grid.across * grid.down > 1) found.set(sizeOf(sheet), grid)
  }
  return sheets.map((sheet) => {
    const grid = found.get(sizeOf(sheet)) ?? single
    return grid.across * grid.down === 1 ? [{ page: sheet, left: 0, top: 0 }] : parted(sheet, grid)
  })
}

const sizeOf = ({ width, height }: Page): string => `${Math.round(width)} ${Math.round(height)}`

/** Null where no header row stands on the sheet. */
function gridOf(sheet: Page): Grid | null {
  const headers = headersOn(sheet)
  const [first] = headers
  if (!first) return null
  const perPage = first.layout === 'B' ? 2 : 1
  const across = Math.min(MOST, Math.ceil(columnsOf(headers, sheet.width) / perPage))
  const height = sheet.width / across / SHAPE[first.layout]
  const down = Math.min(MOST, Math.max(1, Math.round(sheet.height / height)))
  return { across, down: isBlankBetween(sheet, down) ? down : 1 }
}

/** Header rows wherever they begin: what stands beside one at the same height may be another page's row. */
function headersOn({ number, words }: Page): TableHeader[] {
  const headers: TableHeader[] = []
  for (const word of words) {
    // "Course Title", "Title of Training": each header has it once.
    if (word.text.length !== 5 || word.text.toLowerCase() !== 'title') continue
    const near = words.filter(
      (other) =>
        other.right > word.left - word.size * 6 &&
        Math.abs(middle(other) - middle(word)) <= Math.max(1.2, word.size * 0.2) &&
        other.left - word.left < 1000,
    )
    const line = lineOf(number, near)
    const from = line.words.findIndex(({ text }) => /^(?:course|title)$/i.test(text))
    for (let to = line.words.length; to > from + 2; to--) {
      const [header] = readHeaders(lineOf(number, line.words.slice(from, to)))
      if (!header) continue
      headers.push(header)
      break
    }
  }
  return headers
}

/** How many header rows stand side by side: those that begin within a tenth of the width of each other stand one below the other. */
function columnsOf(headers: readonly TableHeader[], width: number): number {
  const lefts = headers.map(({ left }) => left).sort((one, other) => one - other)
  return lefts.filter((left, index) => index === 0 || left - lefts[index - 1]! > width * 0.1).length
}

function isBlankBetween({ height, words }: Page, down: number): boolean {
  const band = (height * BLANK_BAND) / 2
  for (let border = 1; border < down; border++) {
    const at = (height * border) / down
    if (words.some(({ top, bottom }) => top < at + band && bottom > at - band)) return false
  }
  return true
}

function parted(sheet: Page, { across, down }: Grid): SheetPage[] {
  const width = sheet.width / across
  const height = sheet.height / down
  const pages: SheetPage[] = []
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      const [left, top] = [column * width, row * height]
      pages.push({ page: { number: sheet.number, width, height, words: [] }, left, top })
    }
  for (const word of sheet.words) {
    const column = Math.min(across - 1, Math.max(0, Math.floor((word.left + word.right) / 2 / width)))
    const row = Math.min(down - 1, Math.max(0, Math.floor(middle(word) / height)))
    const { page, left, top } = pages[row * across + column]!
    const { text, glyphs, size, bold } = word
    page.words.push({
      text,
      glyphs,
      left: word.left - left,
      top: word.top - top,
      right: word.right - left,
      bottom: word.bottom - top,
      size,
      bold,
    })
  }
  return pages
}
