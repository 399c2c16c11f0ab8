/**
 * An Excel workbook (Office Open XML, ECMA-376) as tables of text: what its cells show, dates as ISO 8601. Formulas are never evaluated;
 * the value that the file keeps for one is read, and the formula is told beside it.
 */
import { Parser } from 'htmlparser2'
import { type ErrorPlace, errors } from '../ledger/errors.js'
import { cellText, SHEET_LIMITS, type SheetRow, type SheetTable } from './sheet-table.js'
import { openZip, type Zip } from './zip.js'

/** Whether a zip archive is a workbook. */
export const isWorkbook = (zip: Zip): boolean => zip.names.includes('xl/workbook.xml')

/** @throws UserError ZIP_DAMAGED, ZIP_ENCRYPTED, ZIP_TOO_LARGE, SHEET_TOO_LARGE */
export function readWorkbook(bytes: Uint8Array, place: ErrorPlace): SheetTable[] {
  const zip = openZip(bytes, place)
  const targets = readTargets(zip)
  const { sheets, from1904 } = readBook(zip)
  const strings = readStrings(zip)
  const dateStyles = readDateStyles(zip)
  const budget = { cells: 0, rows: 0 }
  return sheets.map(({ name, relation }, index) => {
    const file = targets.get(relation)
    const content = file ? zip.read(file) : null
    if (!content) throw errors.ZIP_DAMAGED(place)
    const read = readSheet(content, { strings, dateStyles, from1904, place: { ...place, page: index + 1 }, budget })
    return { sheet: index + 1, name, ...read }
  })
}

type Attributes = Record<string, string>

/** Elements as they open, their text, and as they close. Entities that a document defines itself are not expanded. */
function walk(
  content: Uint8Array | null,
  on: { open?(name: string, attributes: Attributes): void; text?(text: string): void; close?(name: string): void },
): void {
  if (!content) return
  const bare = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => on.open?.(bare(name), attributes),
      ontext: (text) => on.text?.(text),
      onclosetag: (name) => on.close?.(bare(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  // In pieces, so that a large sheet is never one text.
  const decoder = new TextDecoder()
  for (let at = 0; at < content.length; at += 1 << 20)
    parser.write(decoder.decode(content.subarray(at, at + (1 << 20)), { stream: true }))
  parser.end(decoder.decode())
}

function readTargets(zip: Zip): Map<string, string> {
  const targets = new Map<string, string>()
  walk(zip.read('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  return targets
}

function readBook(zip: Zip): { sheets: { name: string; relation: string }[]; from1904: boolean } {
  const sheets: { name: string; relation: string }[] = []
  let from1904 = false
  walk(zip.read('xl/workbook.xml'), {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (element !== 'sheet') return
      const relation = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
      sheets.push({ name: attributes.name ?? '', relation: relation ?? '' })
    },
  })
  return { sheets, from1904 }
}

/** The texts that cells refer to by ordinal. What is said how to pronounce a word (`rPh`) is not part of it. */
function readStrings(zip: Zip): string[] {
  const strings: string[] = []
  let text = ''
  let within = false
  let pronounced = false
  walk(zip.read('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') pronounced = true
      within = name === 't' && !pronounced
    },
    text(piece) {
      if (within) text += piece
    },
    close(name) {
      if (name === 't') within = false
      if (name === 'rPh') pronounced = false
      if (name === 'si') strings.push(readEscapes(text))
    },
  })
  return strings
}

/** Characters that XML cannot hold are written "_x000D_" (ECMA-376, 22.4.2.4). */
const readEscapes = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Ordinals of the cell styles that show a number as a date (ECMA-376, 18.8.30). */
function readDateStyles(zip: Zip): Set<number> {
  const dated = new Set<string>([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57].map(String))
  const styles = new Set<number>()
  let within = false
  let ordinal = 0
  walk(zip.read('xl/styles.xml'), {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && numFmtId && formatCode) {
        const shown = formatCode.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
        if (/[dy]/i.test(shown)) dated.add(numFmtId)
        else dated.delete(numFmtId)
      }
      if (name === 'cellXfs') within = true
      if (name === 'xf' && within) {
        if (numFmtId && dated.has(numFmtId)) styles.add(ordinal)
        ordinal++
      }
    },
    close(name) {
      if (name === 'cellXfs') within = false
    },
  })
  return styles
}

interface SheetContext {
  strings: readonly string[]
  dateStyles: ReadonlySet<number>
  from1904: boolean
  place: ErrorPlace
  budget: { cells: number; rows: number }
}

/** More merged cells than these are no list; the others are read as they stand. */
const MERGED = 20_000

function readSheet(
  content: Uint8Array,
  { strings, dateStyles, from1904, place, budget }: SheetContext,
): Pick<SheetTable, 'rows' | 'merged'> {
  const rows: SheetRow[] = []
  const merged: NonNullable<SheetTable['merged']> = []
  let row: SheetRow = { row: 0, cells: [] }
  let cell = { column: -1, type: 'n', style: 0, value: '', formula: '', inline: '' }
  let within: 'value' | 'formula' | 'inline' | null = null
  const finishCell = () => {
    const { column, type, style, value, formula, inline } = cell
    let text = inline || value
    if (type === 's') text = strings[Number(value)] ?? ''
    else if (type === 'b') text = value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value
    else if (type === 'str' || type === 'inlineStr') text = readEscapes(text)
    else if (type === 'n' && dateStyles.has(style)) text = serialDate(value, from1904) ?? value
    if (text.length > SHEET_LIMITS.cellCharacters) throw errors.SHEET_TOO_LARGE({ ...place, row: row.row })
    text = cellText(text)
    if (formula) {
      row.formulas ??= {}
      row.formulas[column] = `=${formula}`
      if (text === '') text = `=${formula}`
    }
    if (text === '') return
    while (row.cells.length < column) row.cells.push('')
    row.cells[column] = text
    if (++budget.cells > SHEET_LIMITS.cells) throw errors.SHEET_TOO_LARGE({ ...place, row: row.row })
  }
  walk(content, {
    open(name, attributes) {
      if (name === 'row') {
        const given = Number(attributes.r)
        const ordinal = Number.isInteger(given) && given > row.row ? given : row.row + 1
        row = { row: ordinal, cells: [] }
      } else if (name === 'c') {
        const column = columnOf(attributes.r) ?? cell.column + 1
        if (column >= SHEET_LIMITS.columns) throw errors.SHEET_TOO_LARGE({ ...place, row: row.row })
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', formula: '', inline: '' }
      } else if (name === 'v') within = 'value'
      else if (name === 'f') within = 'formula'
      else if (name === 't') within = 'inline'
      else if (name === 'mergeCell' && merged.length < MERGED) {
        const range = rangeOf(attributes.ref)
        if (range) merged.push(range)
      }
    },
    text(text) {
      if (within) cell[within] += text
    },
    close(name) {
      if (name === 'v' || name === 'f' || name === 't') within = null
      else if (name === 'c') finishCell()
      else if (name === 'row') {
        cell.column = -1
        if (row.cells.length === 0) return
        if (++budget.rows > SHEET_LIMITS.rows) throw errors.SHEET_TOO_LARGE({ ...place, row: row.row })
        rows.push(row)
      }
    },
  })
  return merged.length > 0 ? { rows, merged } : { rows }
}

/** "B2:C5", as a range of merged cells is written. */
function rangeOf(reference: string | undefined): NonNullable<SheetTable['merged']>[number] | null {
  const parts = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '')
  if (!parts) return null
  return {
    fromRow: Number(parts[2]),
    toRow: Number(parts[4]),
    fromColumn: columnOf(parts[1])!,
    toColumn: columnOf(parts[3])!,
  }
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/**
 * A number of days as ISO 8601, with the time where there is one. Excel counts 1900 as a leap year: before 1900-03-01 its days are one off,
 * and so are read by its own calendar.
 */
function serialDate(value: string, from1904: boolean): string | null {
  const days = Number(value)
  if (value === '' || !Number.isFinite(days) || days < 0 || days > 2_958_466) return null
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const iso = new Date(epoch + Math.round(days * 86_400) * 1000).toISOString()
  return days % 1 === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}
