/**
 * Layouts B and C: the lines of a stretch of table, one by one. A row begins on the line with its numbers; lines without go on with its cells.
 *
 * Lines that go on follow at the distance of lines, and begin where their columns do: others are a remark between two rows or a footnote.
 */
import type { Word } from '../../documents/page.js'
import { type Columns, placeShiftedLine, placeWords } from './columns.js'
import { type Grid, holdsDate, isNear, isPitch, numberRoles } from './grid.js'
import { type Line, middle } from './lines.js'
import { type RowPart, totalsOf } from './row.js'
import type { Strip } from './strips.js'
import type { Role } from './table-header.js'
import type { Doubt } from './tables.js'

export interface TopLine {
  /** Null where nothing on the line is a cell's. */
  part: RowPart | null
  doubts: Doubt[]
  /** What is no cell's. */
  notes: Word[][]
}

export function readTop({ page, column }: Strip, lines: readonly Line[], columns: Columns, grid: Grid | null): TopLine[] {
  let above: Line | undefined
  let row: TopLine | undefined
  /** The last line of each cell of the row under way. */
  let last: RowPart['cells'] = {}
  return lines.map((line) => {
    if (!grid) {
      const { cells, doubts } = placed(line.words)
      return { part: { page, column, cells }, doubts, notes: [] }
    }
    const parted = grid.part(line, columns)
    // A cell that runs over pushes the others of its row aside, and dates may stand anywhere (2001–2003): such a line is read as it is.
    const isPushed = holdsDate(line) && (parted.over.length > 0 || !placed(line.words).cells.cost)
    const bold = parted.beside.filter(([first]) => first!.bold)
    // Units are indented and spread by hand (2003–2004, Colombia).
    const beside = parted.beside.filter(([first]) => !isPushed && !first!.bold && columns.place(first!) !== 'recipient')
    const aside = [...bold, ...beside, ...besideTotals(line)]
    const own = without(line, aside)
    if (own.part && isRow(own.part, parted.over)) {
      above = line
      const isDoubtful = (aside.length > 0 || parted.overwritten) && !totalsOf(own.part)
      row = isDoubtful ? { ...own, doubts: [...own.doubts, 'note'] } : own
      last = { ...own.part.cells }
      return row
    }
    const notes = isPushed ? bold : [...aside.filter(([first]) => first!.bold || !isIndented(first!)), ...parted.over]
    // Headings and totals are bold, and cells are not.
    if (line.words.every(({ bold }) => bold)) notes.splice(0, notes.length, line.words)
    const distance = above ? middle(line) - middle(above) : null
    const isApart = distance !== null && grid.pitch !== null && !isPitch(distance, grid.pitch)
    if (isApart && !line.words[0]!.bold && columns.place(line.words[0]!) !== 'recipient' && !isPushed)
      notes.splice(0, notes.length, line.words)
    // A remark of the width of a cell, right below one that had room for it; and what stands under the numbers and is none.
    for (const [role, [words]] of Object.entries(without(line, notes).part?.cells ?? {})) {
      const before = last[role as Role]?.[0]
      if (isPushed) break
      if (numberRoles.has(role as Role) || (before && grid.hadRoom(before, words!, columns))) notes.push(words!)
    }
    if ((notes.length > 0 || parted.overwritten) && (distance === null || isNear(distance, grid.pitch))) row?.doubts.push('note')
    const kept = without(line, notes)
    if (kept.part) {
      above = line
      last = { ...last, ...kept.part.cells }
    }
    return kept
  })

  /** Within columns where writers broke and indented lines by hand. */
  function isIndented(word: Word): boolean {
    return columns.begins.some(
      ({ at, fills }, index) =>
        !fills &&
        last[columns.place(word)] &&
        word.left > at &&
        word.left < (columns.begins[index + 1]?.at ?? columns.edges!.costRight),
    )
  }

  function without(line: Line, notes: Word[][]): TopLine {
    const words = notes.length === 0 ? line.words : line.words.filter((word) => !notes.some((note) => note.includes(word)))
    if (words.length === 0) return { part: null, doubts: [], notes }
    const { cells, doubts } = placed(words)
    return { part: { page, column, cells }, doubts, notes }
  }

  function placed(words: readonly Word[]): { cells: RowPart['cells']; doubts: Doubt[] } {
    const found = placeWords(words, columns)
    const shifted = placeShiftedLine(found, columns)
    const cells: RowPart['cells'] = {}
    for (const [role, words] of Object.entries(shifted ?? found)) cells[role as keyof typeof found] = [words]
    return { cells, doubts: shifted ? ['shifted'] : [] }
  }

  /** Whether the line is a row's own: it holds a number that is no word of a sentence running through the columns. */
  function isRow(part: RowPart, over: readonly Word[][]): boolean {
    if (totalsOf(part)) return true
    const { quantity, cost, start, end } = part.cells
    const dates = [start, end].flatMap((cell) => (cell?.[0] ?? []).filter(({ text }) => /\d/.test(text)))
    return [...(quantity?.[0] ?? []), ...(cost?.[0] ?? []), ...dates].some((word) => !over.some((run) => run.includes(word)))
  }

  /** Totals are in bold: what else stands on their line is none of theirs. */
  function besideTotals({ words }: Line): Word[][] {
    const bold = words.filter((word) => word.bold)
    const mixed = bold.length > 0 && bold.length < words.length
    return mixed && totalsOf({ page, cells: placed(bold).cells }) ? [words.filter((word) => !word.bold)] : []
  }
}
