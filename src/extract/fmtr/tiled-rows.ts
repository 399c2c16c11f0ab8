/**
 * Layout E: rows tile the page, so that no line of a cell stands closer to the next than lines of a table do.
 *
 * Where two do, somebody wrote one of them between the rows, and the cells around it cannot be dealt as they were printed: the lines of whole columns
 * may move to the rows below, each neatly centred. The line without which the rows tile again is the one; where none is, or two are, the rows that
 * would be read otherwise without it are in doubt.
 */
import type { Word } from '../../documents/page.js'
import type { Columns } from './columns.js'
import { type Grid, holdsDate, holdsNumber, isWithin, numberRoles } from './grid.js'
import { type Line, middle } from './lines.js'
import { type RowPart, totalsOf, wordsOf } from './row.js'
import { assembleCentred, type CentredRows } from './rows-centred.js'
import { type Role, roles } from './table-header.js'
import type { Doubt } from './tables.js'

export interface CentredStretch {
  rows: { part: RowPart; doubts: Doubt[] }[]
  above: RowPart | null
  below: RowPart | null
  /** What stands among the rows and is no row's. */
  notes: Word[][]
}

interface TiledRows extends CentredRows {
  /** Lines that are no row's. */
  notes: Word[][]
  /** Rows whose cells may hold words of others, or lack their own. */
  doubtful: Set<RowPart>
}

/** In font sizes: lines of the given tables are 1.2 or more apart. */
const CLOSE = 1.05
/** The first line of a row stands so far below the last one of the row before, at most. */
const FAR = 1.75
/** Places of one stretch that are looked into; a page of remarks has more, and is in doubt. */
const MOST_PLACES = 12

export function readCentred(page: number, lines: readonly Line[], columns: Columns, grid: Grid | null): CentredStretch {
  if (!grid) {
    const words = lines.flatMap((line) => line.words)
    const { rows, above, below, outOfLine } = assembleCentred(page, words, columns)
    return { rows: rows.map((part) => ({ part, doubts: outOfLine.has(part) ? ['out of line'] : [] })), above, below, notes: [] }
  }
  const words: Word[] = []
  const notes: Word[][] = []
  const beside: number[] = []
  for (const [index, line] of lines.entries()) {
    const parted = grid.part(line, columns)
    words.push(...parted.cells)
    if (parted.overwritten) beside.push(middle(line.words[0]!))
    for (const run of parted.beside) {
      if (!run[0]!.bold && isSpread(run[0]!, line, lines.slice(index + 1, index + 4), columns)) {
        words.push(...run)
        continue
      }
      notes.push(run)
      beside.push(middle(run[0]!))
    }
    for (const run of parted.over) {
      // In a row's own line it may be the row's title with something behind it: that is read, and in doubt.
      const ofRow = holdsNumber({ words: line.words.filter((word) => !run.includes(word)) })
      if (ofRow) words.push(...run)
      else notes.push(run)
      beside.push(middle(run[0]!))
    }
  }
  const tiled = assembleTiled(page, words, columns)
  notes.push(...tiled.notes)
  const [above, below] = [nextTo(tiled.above, tiled.rows[0]), nextTo(tiled.below, tiled.rows.at(-1))]
  for (const apart of [above, below]) if (apart.note) notes.push(apart.note)
  const rows = tiled.rows.map((part) => {
    const doubts: Doubt[] = tiled.outOfLine.has(part) ? ['out of line'] : []
    const isDoubtful =
      tiled.doubtful.has(part) || isLoose(part, columns, grid) || beside.some((height) => reachesTo(part, height))
    // A line of totals written over a row says so itself.
    if (isDoubtful && !totalsOf(part)) doubts.push('note')
    return { part, doubts }
  })
  return { rows, above: above.part, below: below.part, notes }
}

/** In font sizes: spaces of a line that is spread to the width of its column, because the cell goes on below (2016–2021; 6.9 at most), and before dates. */
const SPREAD = 7

function isSpread(first: Word, line: Line, below: readonly Line[], columns: Columns): boolean {
  const before = line.words[line.words.indexOf(first) - 1]
  if (!before || !isWithin(first, [before], columns, SPREAD)) return false
  const role = columns.place(first)
  if (numberRoles.has(role)) return true
  const goesOn = below.find(({ words }) => words.some((word) => columns.place(word) === role))
  if (!goesOn || middle(goesOn) - middle(line) > first.size * FAR) return false
  // Two lines with dates are two rows.
  return !(holdsDate(line) && holdsDate(goesOn))
}

/** What stands right above or below the rows may be of a row that another page holds the rest of; what stands apart is none's. */
function nextTo(part: RowPart | null, row: RowPart | undefined): { part: RowPart | null; note: Word[] | null } {
  if (!part || !row) return { part, note: null }
  const heights = wordsOf(part).map(middle)
  const ofRow = wordsOf(row).map(middle)
  const gap = Math.max(Math.min(...heights) - Math.max(...ofRow), Math.min(...ofRow) - Math.max(...heights))
  return gap > wordsOf(row)[0]!.size * FAR ? { part: null, note: wordsOf(part) } : { part, note: null }
}

/** Whether a cell has a line that needed no line of its own. */
const isLoose = ({ cells }: RowPart, columns: Columns, grid: Grid): boolean =>
  Object.values(cells).some((lines) => lines.some((line, at) => at > 0 && grid.hadRoom(lines[at - 1]!, line, columns)))

function reachesTo(part: RowPart, height: number): boolean {
  const heights = wordsOf(part).map(middle)
  const slack = wordsOf(part)[0]!.size / 2
  return height > Math.min(...heights) - slack && height < Math.max(...heights) + slack
}

function assembleTiled(page: number, words: readonly Word[], columns: Columns): TiledRows {
  let rows = assembleCentred(page, words, columns)
  const notes: Word[][] = []
  const doubtful = new Set<number>()
  const left = new Set<Word[]>()
  for (let place = 0; place < MOST_PLACES; place++) {
    const close = closeLines(rows).filter((lines) => !lines.some((line) => left.has(line)))
    const lines = close[0]
    if (!lines) break
    const kept = words.filter((word) => !notes.some((note) => note.includes(word)))
    const without = lines.map((line) => {
      const others = assembleCentred(
        page,
        kept.filter((word) => !line.includes(word)),
        columns,
      )
      return { line, rows: others, disorder: disorderOf(others) }
    })
    const least = Math.min(...without.map(({ disorder }) => disorder))
    const best = without.filter(({ disorder }) => disorder === least)
    if (best.length === 1 && least < disorderOf(rows)) {
      rows = best[0]!.rows
      notes.push(best[0]!.line)
      continue
    }
    for (const other of without) for (const index of readOtherwise(rows, other.rows)) doubtful.add(index)
    for (const line of lines) left.add(line)
  }
  return { ...rows, notes, doubtful: new Set([...doubtful].flatMap((index) => rows.rows[index] ?? [])) }
}

/** Lines that stand closer than lines of a table: of one column, or of two rows. */
function closeLines({ rows, above, below }: CentredRows): Word[][][] {
  const found: Word[][][] = []
  const parts = [...(above ? [above] : []), ...rows, ...(below ? [below] : [])]
  for (const role of roles) {
    let before: Word[] | undefined
    for (const { cells } of parts) {
      const lines = cells[role]
      if (!lines) continue
      for (const line of lines) {
        if (before && isClose(before, line)) found.push([before, line])
        before = line
      }
    }
  }
  let lowest: Word[][] = []
  for (const { cells } of rows) {
    const lines: Word[][] = []
    for (const role in cells) lines.push(...cells[role as Role]!)
    const highest = outermost(lines, -1)
    if (lowest[0] && highest[0] && isClose(lowest[0], highest[0])) found.push([...lowest, ...highest])
    lowest = outermost(lines, 1)
  }
  return found
}

const heightOf = (line: readonly Word[]): number => middle(line[0]!)

/** Of two lines, the second of which ought to stand below the first. */
const isClose = (line: Word[], below: Word[]): boolean => heightOf(below) - heightOf(line) < below[0]!.size * CLOSE

/** The lines of a row that stand highest (-1) or lowest (1). */
function outermost(lines: Word[][], sign: 1 | -1): Word[][] {
  let edge = Number.NEGATIVE_INFINITY
  for (const line of lines) edge = Math.max(edge, heightOf(line) * sign)
  return lines.filter((line) => heightOf(line) * sign > edge - 1)
}

const disorderOf = (rows: CentredRows): number =>
  closeLines(rows).length + rows.outOfLine.size + (rows.above ? 1 : 0) + (rows.below ? 1 : 0)

/** Which rows have other words in one than in the other reading; a line that is left out is not counted. */
function readOtherwise(one: CentredRows, other: CentredRows): number[] {
  const changed: number[] = []
  for (const [index, row] of one.rows.entries()) {
    const there = other.rows[index]
    if (!there || roles.some((role) => !sameWords(row.cells[role], there.cells[role]))) changed.push(index)
  }
  return changed
}

const sameWords = (one: Word[][] | undefined, other: Word[][] | undefined): boolean => {
  const [first, second] = [one?.flat() ?? [], other?.flat() ?? []]
  return first.length === second.length && first.every((word, index) => word === second[index])
}
