/**
 * One table, row by row and by the headings of its layout. It keeps account of every cell: what no reader asked for is reported as not taken
 * over, so that nothing is lost in silence.
 */
import { looksLikeFormula, type SheetRow, type SheetTable } from '../../documents/sheet-table.js'
import type { DateRange } from '../../ledger/dates.js'
import type { Flag } from '../../ledger/records.js'
import { readDate } from './cited-date.js'
import type { DateColumns, ValueColumns } from './columns.js'
import { clipped, type Loss, type LossCode, sheetFlag } from './flags.js'
import { headingKey } from './recognise.js'

/** A value that a cell gives, with who says it. */
export interface Part {
  text: string
  /** The heading as printed. */
  column: string
  citations: string[]
  confidence: string | null
  flags: Flag[]
}

export interface CitedDate extends Part {
  range: DateRange | null
}

/** More entries in one cell are no list. */
const MOST_IN_A_CELL = 1000

export class SheetReader {
  readonly losses: Loss[] = []
  private readonly columns = new Map<string, number[]>()
  /** The same by heading as asked for: every row asks for the same. */
  private readonly found = new Map<string, readonly number[]>()
  private readonly headings: readonly string[]

  private readonly readers: RowReader[]

  constructor(readonly table: SheetTable) {
    this.headings = table.rows[0]?.cells ?? []
    this.headings.forEach((heading, index) => {
      const key = headingKey(heading)
      if (key === '') return
      const same = this.columns.get(key)
      if (same) same.push(index)
      else this.columns.set(key, [index])
    })
    this.readers = table.rows.slice(1).map((row) => new RowReader(this, row))
  }

  /** The rows below the heading. */
  rows(): readonly RowReader[] {
    return this.readers
  }

  indexes(heading: string): readonly number[] {
    let found = this.found.get(heading)
    if (!found) {
      found = this.columns.get(headingKey(heading)) ?? []
      this.found.set(heading, found)
    }
    return found
  }

  heading(index: number): string {
    return this.headings[index] ?? ''
  }

  has(heading: string): boolean {
    return this.columns.has(headingKey(heading))
  }

  lose(row: number, column: string | null, code: Loss['code'], outcome: Loss['outcome'], text: string | null): void {
    this.losses.push({ sheet: this.table.name, row, column, code, outcome, text: text === null ? null : clipped(text) })
  }

  /** Nothing of this row is repeated in reports. */
  silence(row: number): void {
    for (const loss of this.losses) if (loss.row === row) loss.text = null
  }
}

export class RowReader {
  private readonly asked = new Set<number>()

  constructor(
    private readonly sheet: SheetReader,
    private readonly source: SheetRow,
  ) {}

  get row(): number {
    return this.source.row
  }

  lose(column: string | null, code: Loss['code'], outcome: Loss['outcome'], text: string | null): void {
    this.sheet.lose(this.row, column, code, outcome, text)
  }

  /** The cell's text, '' where it is blank or there is no such column. Of columns with one heading, the first that is not blank. */
  text(heading: string): string {
    return this.cell(heading).text
  }

  private cell(heading: string): { text: string; column: string; flags: Flag[] } {
    const indexes = this.sheet.indexes(heading)
    let found = ''
    let at = indexes[0] ?? -1
    const flags: Flag[] = []
    for (const index of indexes) {
      const again = this.asked.has(index)
      this.asked.add(index)
      const text = this.source.cells[index] ?? ''
      if (text === '') continue
      if (found === '') {
        found = text
        at = index
      } else {
        if (text !== found) flags.push(sheetFlag('COLUMNS_DIFFER', `Also printed under this heading: ${text}`))
        if (!again) this.lose(this.sheet.heading(index), 'COLUMN_REPEATED', text === found ? 'in part' : 'not taken', text)
      }
    }
    const formula = this.source.formulas?.[at]
    if (formula !== undefined) flags.push(sheetFlag('FORMULA_CELL', `The formula: ${formula}`))
    else if (looksLikeFormula(found)) flags.push(sheetFlag('FORMULA_CELL', `The cell begins: ${found.slice(0, 60)}`))
    if (this.source.otherEncoding && /[^\0-\x7f]/.test(found)) flags.push(sheetFlag('ENCODING_DIFFERS', found))
    return { text: found, column: at >= 0 ? this.sheet.heading(at) : heading, flags }
  }

  /** A value with its sources; null where it is blank. */
  value({ value, source, confidence }: ValueColumns): Part | null {
    const { text, column, flags } = this.cell(value)
    const support = this.support(source, confidence, text !== '')
    if (text === '') return null
    return { text, column, citations: support.citations, confidence: support.confidence, flags: [...flags, ...support.flags] }
  }

  /** The entries of a cell that lists several, with the sources of all. */
  list(columns: ValueColumns): Part[] {
    const whole = this.value(columns)
    if (!whole) return []
    const entries = [...new Set(whole.text.split(';').map((entry) => entry.trim()))].filter((entry) => entry !== '')
    if (entries.length > MOST_IN_A_CELL || entries.length === 0) return [whole]
    return entries.map((text) => ({ ...whole, text }))
  }

  date({ date, month, day, year, source, confidence }: DateColumns): CitedDate | null {
    const { text: printed, column, flags } = this.cell(date)
    const read = readDate({ printed, month: this.text(month), day: this.text(day), year: this.text(year) })
    const support = this.support(source, confidence, read !== null)
    if (!read) return null
    return {
      text: read.printed,
      column,
      range: read.range,
      citations: support.citations,
      confidence: support.confidence,
      flags: [...flags, ...read.flags, ...support.flags],
    }
  }

  /** Y or N; `flags` get a doubt where something else stands there. */
  yesOrNo(heading: string, flags: Flag[]): boolean | null {
    const text = this.text(heading)
    if (text === '') return null
    if (/^(y|yes|true|1)$/i.test(text)) return true
    if (/^(n|no|false|0)$/i.test(text)) return false
    flags.push(sheetFlag('VALUE_UNEXPECTED', `${heading}: ${text}`))
    return null
  }

  /** Y, N or E. */
  openEnded(heading: string, flags: Flag[]): 'Y' | 'N' | 'E' | null {
    const text = this.text(heading).toUpperCase()
    if (text === '') return null
    if (text === 'Y' || text === 'N' || text === 'E') return text
    flags.push(sheetFlag('VALUE_UNEXPECTED', `${heading}: ${text}`))
    return null
  }

  private support(source: string | undefined, confidence: string | undefined, given: boolean) {
    const citations: string[] = []
    const flags: Flag[] = []
    const cell = source === undefined ? '' : this.text(source)
    const sure = confidence === undefined ? '' : this.text(confidence)
    if (!given) {
      for (const [column, text] of [
        [source, cell],
        [confidence, sure],
      ] as const)
        if (column !== undefined && text !== '') this.lose(column, 'CELL_OF_BLANK', 'not taken', text)
      return { citations, flags, confidence: null }
    }
    const entries = [...new Set(cell.split(/[;,\n]/).map((entry) => entry.trim()))].filter((entry) => entry !== '')
    for (const entry of entries) {
      if (uuid.test(entry)) citations.push(entry.toLowerCase())
      else flags.push(sheetFlag('CITATION_UNREADABLE', `${source}: ${entry}`))
    }
    return { citations: [...new Set(citations)], flags, confidence: sure || null }
  }

  /** Reports what no one asked for. Call it once, after all else. */
  finish(internal: readonly string[], notKept: readonly string[] = []): void {
    this.report(internal, 'CELL_INTERNAL', false)
    this.report(notKept, 'CELL_NOT_KEPT', true)
    this.source.cells.forEach((text, index) => {
      if (text === '' || this.asked.has(index)) return
      const heading = this.sheet.heading(index)
      if (heading === '') this.lose(null, 'CELL_BEYOND_HEADING', 'not taken', text)
      else this.lose(heading, 'COLUMN_UNKNOWN', 'not taken', text)
    })
  }

  private report(headings: readonly string[], code: LossCode, repeat: boolean): void {
    for (const heading of headings)
      for (const index of this.sheet.indexes(heading)) {
        if (this.asked.has(index)) continue
        this.asked.add(index)
        const text = this.source.cells[index] ?? ''
        if (text !== '') this.lose(this.sheet.heading(index), code, 'not taken', repeat ? text : null)
      }
  }
}

export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
