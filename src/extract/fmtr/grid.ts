/**
 * Which words on a page with a table cannot be of the table, because no cell of it is set so: a remark between two rows, a footnote.
 *
 * The tables are set on a grid. Every line of a cell begins where its column does, its words stand a space apart, and it ends before the next column;
 * of the given files' lines all but a few of 2001–2006 do, which run from the units into the US units. Where a file is not so (recognised text,
 * another printer), nothing is told by it.
 */
import type { Word } from '../../documents/page.js'
import type { Beginning, Columns } from './columns.js'
import { readTotalsLine } from './headings.js'
import { type Line, middle, textOf } from './lines.js'
import type { Strip } from './strips.js'
import type { Role, TableHeader } from './table-header.js'
import { isDollars, looksLikeDate } from './values.js'

/** In font sizes: words follow each other as in a sentence, mostly a space apart; within a cell a few given lines have wider gaps. */
const APART = 2
const SPACE = 0.4
const WITHIN = 3.3
const PUSHED = 1.5
/** In font sizes: words of one line that overlap by more. */
const OVERWRITTEN = 0.3
/** In points: a line may run so far over the edge of the next column. */
const OVER = 1
/** In font sizes: room for a word that was not used shows that no word was to follow (given: 2.7 at most). */
const ROOM = 3
/** Lines of a column that may reach farther than its cells do: notes that stand at its edge. */
const FEW = 3
const FEWEST_IN_COLUMN = 30
/** Of the runs of words of a file, those that must stand on the grid for others to be told by it. */
const REGULAR = 0.98
/** Of the distance of two lines of a cell: what is closer or farther is no such distance. */
const CLOSER = 0.88
const FARTHER = 1.12
/** Lines of cells that go on: fewer show no distance. */
const FEWEST_LINES = 8

/** Cells that are set at the right, or that begin at no edge known. */
export const numberRoles: ReadonlySet<Role> = new Set<Role>(['quantity', 'cost', 'start', 'end'])

export interface Grid {
  /** What stands on a line of the tables; each is parted once. */
  part(line: Line, columns: Columns): PartedLine
  /** Of two lines of a cell that begins on its row's first line, in points; null where it is not known. */
  pitch: number | null
  /** Whether a line of a cell would have had room for the first word of what is said to be its next line: then it is not. */
  hadRoom(line: readonly Word[], next: readonly Word[], columns: Columns): boolean
}

/** What stands on a line: words as a cell has them, and runs of words as none has. */
export interface PartedLine {
  cells: readonly Word[]
  /** Each begins at no column, or is in bold beside words that are not. */
  beside: Word[][]
  /** Each begins at a column, and runs over the next. */
  over: Word[][]
  /** Whether words are written over each other: nobody can tell what is whose. */
  overwritten: boolean
}

export function partLine({ words }: Line, columns: Columns): PartedLine & { runs: Word[][] } {
  const runs = runsOf(words, columns)
  const mixed = isMixed(words) && !isBoldTotals(words)
  const on: Word[][] = []
  const beside: Word[][] = []
  const over: Word[][] = []
  let before: Word[] | undefined
  for (const run of runs) {
    const where = mixed && run[0]!.bold ? 'beside' : standing(run, columns, before)
    ;(where === 'on' ? on : where === 'over' ? over : beside).push(run)
    before = run
  }
  const cells = on.length === runs.length ? words : on.flat()
  return {
    cells,
    beside,
    over,
    overwritten: areOverwritten(words),
    runs: on.length === runs.length ? runs : runsOf(cells, columns),
  }
}

/** Whether some words are in bold and some are not: no line of the given tables is so, but where totals are written over a row. */
const isMixed = (words: readonly Word[]): boolean => words.some(({ bold }) => bold !== words[0]!.bold)

const isBoldTotals = (words: readonly Word[]): boolean => {
  const bold = words.filter(({ bold, text }) => bold && (!/^[$\d,.]+$/.test(text) || /^(?:19|20)\d\d$/.test(text)))
  return readTotalsLine(textOf(bold)) !== null
}

function areOverwritten(words: readonly Word[]): boolean {
  let right = Number.NEGATIVE_INFINITY
  for (const word of words) {
    if (right - word.left > word.size * OVERWRITTEN) return true
    right = word.right
  }
  return false
}

/** Words that follow each other as in a sentence. A word at the edge of a column begins a cell, unless nothing but a space is before it. */
function runsOf(words: readonly Word[], columns: Columns): Word[][] {
  const runs: Word[][] = []
  let run: Word[] | undefined
  let right = 0
  for (const word of words) {
    const gap = run ? word.left - right : 0
    const begins = gap > word.size * SPACE ? columnAt(word, columns) || isNumber(word, columns) : beginsColumn(word, columns)
    if (!run || begins || gap > word.size * APART || run[0]!.bold !== word.bold) {
      run = [word]
      runs.push(run)
    } else run.push(word)
    right = word.right
  }
  return runs
}

function columnAt({ left, size }: Word, { begins }: Columns): Beginning | undefined {
  for (const column of begins) if (Math.abs(left - column.at) <= column.within * size) return column
  return undefined
}

/** Whether a run goes on, after a gap, with the line of a cell whose column is set under its header cell. */
export function isWithin(first: Word, before: readonly Word[], columns: Columns, most = WITHIN): boolean {
  const gap = first.left - before.at(-1)!.right
  return !columns.edges && columns.place(before[0]!) === columns.place(first) && gap < first.size * most
}

/** Numbers of 2000–2006 are set at the right of their columns. */
const isNumber = (word: Word, columns: Columns): boolean => !!columns.edges && numberRoles.has(columns.place(word))

/** To the point. */
function beginsColumn({ left }: Word, { begins }: Columns): boolean {
  for (const { at } of begins) if (Math.abs(left - at) <= OVER) return true
  return false
}

function standing(
  run: readonly Word[],
  columns: Columns,
  before: readonly Word[] | undefined,
): 'on' | keyof Omit<PartedLine, 'cells'> {
  const first = run[0]!
  // Headings and totals are bold, and stand as they like.
  if (first.bold) return 'on'
  const column = columnAt(first, columns)
  if (!column) {
    if (before && (isPushed(first, before, columns) || isWithin(first, before, columns))) return 'on'
    return isNumber(first, columns) ? 'on' : 'beside'
  }
  return run.at(-1)!.right > columnBehind(column, columns) + OVER ? 'over' : 'on'
}

/** A cell that runs over pushes the next one aside (2003–2004, Russia, "Executive Course 2002-3"). */
function isPushed(first: Word, before: readonly Word[], { begins }: Columns): boolean {
  const right = before.at(-1)!.right
  const left = before[0]!.left + first.size
  return first.left - right < first.size * PUSHED && begins.some(({ at }) => at > left && at < right && at < first.left)
}

/** Where the next column begins, from left to right; where writers broke lines by hand, a line may run over it (2003–2004, Philippines). */
function columnBehind({ at, fills }: Beginning, { begins, edges }: Columns): number {
  let behind = fills ? 0 : 1
  for (const next of begins) if (next.at > at && behind-- === 0) return next.at
  return edges?.costRight ?? Number.POSITIVE_INFINITY
}

/** Null where the tables of the file stand on none. */
export function gridOf(strips: readonly Strip[], columnsOf: (header: TableHeader, strip: Strip) => Columns): Grid | null {
  const distances: number[] = []
  const rights = new Map<number, number[]>()
  /** Of each line, under the columns of its header. */
  const partedLines = new Map<Line, { columns: Columns; parted: PartedLine }>()
  const current: Columns[] = []
  let on = 0
  let off = 0
  for (const strip of strips) {
    if (!strip.ofTables) continue
    let above: Line | undefined
    for (const line of strip.lines) {
      const header = strip.headers.get(line)
      if (header) current[strip.column] = columnsOf(header, strip)
      const columns = header ? undefined : current[strip.column]
      if (!columns) continue
      const parted = partLine(line, columns)
      partedLines.set(line, { columns, parted })
      for (const run of parted.runs) {
        on++
        const column = run[0]!.bold ? undefined : columnAt(run[0]!, columns)
        if (column) collect(rights, Math.round(column.at), run.at(-1)!.right)
      }
      off += parted.beside.length + parted.over.length
      if (above && !holdsNumber(line)) distances.push(middle(line) - middle(above))
      above = line
    }
  }
  if (off > (on + off) * (1 - REGULAR)) return null
  const edges = new Map([...rights].map(([at, all]) => [at, rightEdge(all)]))
  return {
    pitch: pitchOf(distances),
    part(line, columns) {
      const known = partedLines.get(line)
      return known?.columns === columns ? known.parted : partLine(line, columns)
    },
    hadRoom(line, next, columns) {
      const [last, first] = [line.at(-1)!, next[0]!]
      const column = columnAt(line[0]!, columns)
      const edge = column?.fills ? edges.get(Math.round(column.at)) : undefined
      return edge !== undefined && last.right + first.size * (SPACE + ROOM) + first.right - first.left < edge
    },
  }
}

function collect(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** How far lines of a column reach to the right, but for a few. */
function rightEdge(rights: number[]): number {
  if (rights.length < FEWEST_IN_COLUMN) return Number.NEGATIVE_INFINITY
  return Float64Array.from(rights)
    .sort()
    .at(-1 - FEW)!
}

/** Whether a quantity, an amount or a date stands on the line: such a line is a row's own. */
export const holdsNumber = ({ words }: Pick<Line, 'words'>): boolean =>
  words.some(({ text }) => isDollars(text) || looksLikeDate(text) || /^\d[\d,]*$/.test(text))

export const holdsDate = ({ words }: Pick<Line, 'words'>): boolean => words.some(({ text }) => looksLikeDate(text))

/** The middle of all, if most are like it. */
function pitchOf(distances: number[]): number | null {
  if (distances.length < FEWEST_LINES) return null
  distances.sort((one, other) => one - other)
  const pitch = distances[distances.length >> 1]!
  const alike = distances.filter((distance) => isPitch(distance, pitch)).length
  return alike < distances.length * 0.9 ? null : pitch
}

export const isPitch = (distance: number, pitch: number): boolean => distance >= pitch * CLOSER && distance <= pitch * FARTHER

/** Whether a line is near enough to another that one of a cell may have been lost with it. */
export const isNear = (distance: number, pitch: number | null): boolean => pitch === null || distance < pitch * 1.6
