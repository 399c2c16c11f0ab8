/**
 * Where the columns of a table stand, and which words belong to which.
 *
 * In layout E every cell begins where its header cell begins. In B and C the header is set apart from the columns: it names them
 * and their order, and the rows themselves show where they begin (text, left-aligned) or end (numbers, right-aligned).
 */
import type { Word } from '../../documents/page.js'
import type { Line } from './lines.js'
import type { Strip } from './strips.js'
import type { Role, TableHeader } from './table-header.js'
import { isDollars, looksLikeDate } from './values.js'

export interface Columns {
  header: TableHeader
  /** Where the rows, not the header, show the columns. */
  edges?: Edges
  /** Where the lines of cells begin, from left to right. */
  begins: Beginning[]
  /** The column that a word of a row belongs to. */
  place(word: Word, before?: { word: Word; role: Role }): Role
}

export interface Beginning {
  at: number
  /** In font sizes: a line may begin so far from there. */
  within: number
  /** Whether a line ends only, and always, where the next word has no room; else writers broke it by hand. */
  fills: boolean
}

/** In font sizes: cells under their header cells begin there to the point. */
const UNDER_HEADER = 0.5
const BY_EDGES = 0.65

/** Points: italics and lefts that drift. */
const TOLERANCE = 3

export type Cells = Partial<Record<Role, Word[]>>

export function placeWords(words: readonly Word[], columns: Columns): Cells {
  const cells: Cells = {}
  let before: { word: Word; role: Role } | undefined
  for (const word of words) {
    const role = columns.place(word, before)
    before = { word, role }
    const cell = cells[role]
    if (cell) cell.push(word)
    else cells[role] = [word]
  }
  return cells
}

/**
 * A row's first line whose location runs into the next column: what follows then stands one column to the right, the unit under the
 * US unit, the US unit before the cost, the amount under the start (2002–2003, Colombia, "Staff Training"), or the US unit itself under the
 * start where there is no amount (2003–2004, Singapore, "Flash Sabre 03-2"). The unit and the US unit come back to their columns; what stands under
 * the dates is make-records.ts's. Null where the line is not so.
 */
export function placeShiftedLine(cells: Cells, { edges }: Columns): Cells | null {
  const { start, location, delivery } = cells
  if (!edges || !delivery || !start) return null
  const unitUnderStart =
    !cells.cost && start.every((word) => !looksLikeDate(word.text)) && start.some(({ text }) => /\p{L}/u.test(text))
  if (!unitUnderStart && !start.some((word) => isDollars(word.text))) return null
  if ((location?.at(-1)?.right ?? 0) <= edges.recipientLeft) return null
  const next = delivery.findIndex(
    (word, index) => index > 0 && word.left - delivery[index - 1]!.right > Math.max(3, word.size * 0.4),
  )
  const end = next < 0 ? delivery.length : next
  const { delivery: _moved, ...others } = cells
  const recipient = [...(cells.recipient ?? []), ...delivery.slice(0, end)]
  return end < delivery.length ? { ...others, recipient, delivery: delivery.slice(end) } : { ...others, recipient }
}

/** Layout E: as `columnsUnderHeader`, once for each header. */
export function columnsOfHeaders(): (header: TableHeader) => Columns {
  const known = new Map<TableHeader, Columns>()
  return (header) => {
    const columns = known.get(header) ?? columnsUnderHeader(header)
    known.set(header, columns)
    return columns
  }
}

/** Layout E: a word belongs to the last column that begins left of it. */
export function columnsUnderHeader(header: TableHeader): Columns {
  const lefts = header.cells.map((cell) => cell.left - TOLERANCE)
  return {
    header,
    begins: header.cells.map(({ left }) => ({ at: left, within: UNDER_HEADER, fills: true })),
    place(word) {
      let column = 0
      while (column + 1 < lefts.length && word.left >= lefts[column + 1]!) column++
      return header.cells[column]!.role
    },
  }
}

/** Edges of the columns of layouts B and C, in points. Infinity where the table has no such column. */
export interface Edges {
  titleLeft: number
  quantityRight: number
  locationLeft: number
  recipientLeft: number
  deliveryLeft: number
  costRight: number
  /** Between start and end dates. */
  endLeft: number
}

/** Layouts B and C: words are placed by the edges that the rows show. */
export function columnsByEdges(header: TableHeader, edges: Edges): Columns {
  const { titleLeft, quantityRight, locationLeft, recipientLeft, deliveryLeft, costRight, endLeft } = edges
  const textLefts = [titleLeft, locationLeft, recipientLeft, deliveryLeft].filter(Number.isFinite)
  const lefts: Partial<Record<Role, number>> = { location: locationLeft, recipient: recipientLeft, delivery: deliveryLeft }
  /** A cell's line may run into the next column: there it goes on unless a word begins just where that column does. */
  const goesOn = (word: Word, before: { word: Word; role: Role } | undefined, role: Role): boolean =>
    before !== undefined &&
    before.role !== 'quantity' &&
    word.left - before.word.right < Math.max(2.4, word.size * 0.35) &&
    Math.abs(word.left - (lefts[role] ?? 0)) > 1
  return {
    header,
    edges,
    // Writers of 2001–2006 broke lines by hand in all columns but the first.
    begins: textLefts.map((at) => ({ at, within: BY_EDGES, fills: at === titleLeft })),
    place(word, before) {
      const role = placeByEdges(word)
      return role in lefts && before && before.role !== role && goesOn(word, before, role) ? before.role : role
    },
  }

  /** How far a number ends from the edge of its column, with or without the mark that hangs behind it. */
  function quantityEdge({ text, right, size }: Word): number {
    const marks = /[*†‡§]+$/.exec(text)?.[0].length ?? 0
    return Math.min(Math.abs(right - quantityRight), Math.abs(right - marks * size * 0.45 - quantityRight))
  }

  function placeByEdges(word: Word): Role {
    if (word.left > costRight - 1) return (word.left + word.right) / 2 < endLeft ? 'start' : 'end'
    if (Math.abs(word.right - costRight) <= TOLERANCE && /^[$(]?[-\d$]/.test(word.text)) return 'cost'
    if (word.left >= deliveryLeft - TOLERANCE) return 'delivery'
    if (word.left >= recipientLeft - TOLERANCE) return 'recipient'
    if (quantityEdge(word) <= TOLERANCE && /^[\d,]+[*†‡§]*$/.test(word.text)) return 'quantity'
    if (word.left >= locationLeft - TOLERANCE && word.left > quantityRight) return 'location'
    return 'title'
  }
}

/**
 * Learns the edges from the lines of the tables under headers of one shape. Each edge is the place where most words begin or end
 * within the room that the header leaves to it: a column begins after the header cell before it and before its own ends.
 */
function learnEdges(header: TableHeader, lines: Iterable<Line>): Edges {
  const cell = (role: Role) => header.cells.find((one) => one.role === role)
  const rightOf = (role: Role) => {
    const index = header.cells.findIndex((one) => one.role === role)
    if (index <= 0) return Number.NEGATIVE_INFINITY
    const before = header.cells[index - 1]!
    // "# Students/Activities" reaches over the beginning of the locations.
    return role === 'location' ? before.left : before.right
  }
  const title = new Histogram()
  const cost = new Histogram()
  const quantity = new Histogram()
  const lefts: Partial<Record<Role, Histogram>> = {}
  for (const role of ['location', 'recipient', 'delivery'] as const) if (cell(role)) lefts[role] = new Histogram()
  const titleLeft = cell('title')!.left
  const quantityRoom = cell('location')?.right ?? cell('cost')!.left
  const starts: number[] = []
  for (const line of lines) {
    let before: Word | undefined
    if (!line.words[0]!.bold && line.left < quantityRoom) title.add(line.left)
    for (const word of line.words) {
      if (isDollars(word.text)) cost.add(word.right)
      else if (/^[\d,]+$/.test(word.text) && word.left > titleLeft && word.right < quantityRoom) quantity.add(word.right)
      else if (looksLikeDate(word.text)) starts.push((word.left + word.right) / 2)
      if (!before || word.left - before.right > Math.max(3, word.size * 0.4)) {
        for (const role of ['location', 'recipient', 'delivery'] as const) {
          const own = cell(role)
          if (own && word.left > rightOf(role) && word.left < own.right) lefts[role]!.add(word.left)
        }
      }
      before = word
    }
  }
  const quantityRight = quantity.mode() ?? cell('quantity')!.right
  const costRight = cost.mode() ?? cell('cost')!.right
  const start = cell('start')
  const end = cell('end')
  return {
    titleLeft: title.mode() ?? titleLeft,
    quantityRight,
    locationLeft: cell('location') ? (lefts.location!.mode(quantityRight) ?? cell('location')!.left) : Number.POSITIVE_INFINITY,
    recipientLeft: cell('recipient') ? (lefts.recipient!.mode() ?? cell('recipient')!.left) : Number.POSITIVE_INFINITY,
    deliveryLeft: cell('delivery') ? (lefts.delivery!.mode() ?? cell('delivery')!.left) : Number.POSITIVE_INFINITY,
    costRight,
    endLeft: start && end ? (start.left + end.right) / 2 : Number.POSITIVE_INFINITY,
  }
}

/** Counts places by half points; the mode is the middle of the fullest point. */
class Histogram {
  #bins = new Map<number, number>()

  add(at: number): void {
    const bin = Math.round(at * 2)
    this.#bins.set(bin, (this.#bins.get(bin) ?? 0) + 1)
  }

  /** The fullest place right of `after`; undefined where fewer than three words say so. */
  mode(after = Number.NEGATIVE_INFINITY): number | undefined {
    let best = 2
    let mode: number | undefined
    for (const [bin, count] of this.#bins) {
      if (bin / 2 <= after) continue
      const around = count + (this.#bins.get(bin - 1) ?? 0) + (this.#bins.get(bin + 1) ?? 0)
      if (around > best) {
        best = around
        mode = bin / 2
      }
    }
    return mode
  }
}

/** Layouts B and C: one set of edges for all tables of a page column whose headers stand at the same place. */
export function learnColumns(strips: readonly Strip[]): (header: TableHeader, strip: Strip) => Columns {
  interface Shape {
    column: number
    header: TableHeader
    lines: Line[]
    columns?: Columns
  }
  const shapes: Shape[] = []
  const shapeOf = (header: TableHeader, { column }: Strip) =>
    shapes.find((shape) => shape.column === column && sameShape(shape.header, header))
  const current: (Shape | undefined)[] = []
  for (const strip of strips) {
    for (const header of strip.headers.values()) {
      let shape = shapeOf(header, strip)
      if (!shape) {
        shape = { column: strip.column, header, lines: [] }
        shapes.push(shape)
      }
      current[strip.column] = shape
    }
    const shape = current[strip.column]
    if (shape) for (const line of strip.lines) if (!strip.headers.has(line)) shape.lines.push(line)
  }
  for (const shape of shapes) shape.columns = columnsByEdges(shape.header, learnEdges(shape.header, shape.lines))
  return (header, strip) => shapeOf(header, strip)!.columns!
}

function sameShape(one: TableHeader, other: TableHeader): boolean {
  return (
    one.cells.length === other.cells.length &&
    one.cells.every(
      (cell, index) => cell.role === other.cells[index]!.role && Math.abs(cell.left - other.cells[index]!.left) < 12,
    )
  )
}
