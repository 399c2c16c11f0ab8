/**
 * A list's bytes as tables, in whatever encoding they are and whatever parts their cells. Pure, and bounded by what the readers of documents bound;
 * runs in a worker, since a list may come from anywhere.
 */
import { isUtf8 } from 'node:buffer'
import { readDelimited } from '../documents/delimited.js'
import { kindOf } from '../documents/kind.js'
import { decodeLegacy, guessLegacyEncoding, guessSpecialEncoding, type LegacyEncoding } from '../documents/legacy-encoding.js'
import type { SheetTable, Spreadsheet } from '../documents/sheet-table.js'
import { readSpreadsheet } from '../documents/spreadsheet.js'
import { decodeText } from '../documents/text-encoding.js'
import { isWorkbook } from '../documents/xlsx.js'
import { openZip } from '../documents/zip.js'
import { type ErrorPlace, errors } from '../ledger/errors.js'
import { findHeading } from './headings.js'

/** 100,000 rows of ten long cells are a tenth of it. */
export const mostBytes = 128_000_000

export interface ReadTables extends Pick<Spreadsheet, 'mediaType'> {
  tables: SheetTable[]
  /** For a text file: what its bytes were read as. */
  encoding: string | null
}

/** @throws UserError FILE_EMPTY, SCREENING_KIND_UNKNOWN, SCREENING_TOO_LARGE, SHEET_QUOTE_OPEN, SHEET_TOO_LARGE, ZIP_DAMAGED, ZIP_ENCRYPTED, ZIP_TOO_LARGE */
export function readTables(bytes: Uint8Array, place: ErrorPlace, encoding: LegacyEncoding | null): ReadTables {
  if (bytes.length > mostBytes) throw errors.SCREENING_TOO_LARGE(place, mostBytes / 1_000_000)
  if (bytes.length === 0) throw errors.FILE_EMPTY(place)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    if (!isWorkbook(openZip(bytes, place))) throw errors.SCREENING_KIND_UNKNOWN(place, kindOf(bytes).description)
    return { ...readSpreadsheet(bytes, place), encoding: null }
  }
  const read = asUtf8(bytes, encoding)
  // Separators of old systems are controls, of which text has few.
  const start = read.bytes.subarray(0, 8192).map((byte) => (byte === 0x1e || byte === 0x1f ? 0x2c : byte))
  const kind = kindOf(start)
  if (kind.kind !== 'text') throw errors.SCREENING_KIND_UNKNOWN(place, kind.description)
  const { separator, skip } = separatorOf(decodeText(read.bytes.subarray(0, 200_000)).text)
  const body = skip > 0 ? withoutFirstLine(read.bytes) : read.bytes
  let table: SheetTable = readDelimited(body, place, separator)
  // "Pérez, Juan" in each line is a name as lists print it, not two columns.
  if (
    separator === ',' &&
    findHeading(table) === null &&
    table.rows.every(({ cells }) => cells.length <= 2) &&
    surnamesFirst(body)
  )
    table = readDelimited(body, place, '\x1f')
  if (skip > 0) for (const row of table.rows) row.row += 1
  return {
    mediaType: separator === '\t' ? 'text/tab-separated-values' : 'text/csv',
    tables: [table],
    encoding: read.encoding,
  }
}

function asUtf8(bytes: Uint8Array, given: LegacyEncoding | null): { bytes: Uint8Array; encoding: string } {
  if (given) return { bytes: Buffer.from(decodeLegacy(bytes, given), 'utf8'), encoding: given }
  const special = guessSpecialEncoding(bytes)
  if (special) return { bytes: Buffer.from(decodeLegacy(bytes, special), 'utf8'), encoding: special }
  if (isUtf8(bytes)) return { bytes, encoding: 'utf-8' }
  const { text, otherLines } = decodeText(bytes)
  const [first, second] = [bytes[0], bytes[1]]
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (marked || isUtf16(bytes)) return { bytes: Buffer.from(text, 'utf8'), encoding: 'utf-16' }
  // Single lines of another encoding in a file of UTF-8 are told row by row.
  if (otherLines.size > 0) return { bytes, encoding: 'utf-8' }
  const guess = guessLegacyEncoding(bytes)
  return guess === 'windows-1252'
    ? { bytes, encoding: guess }
    : { bytes: Buffer.from(decodeLegacy(bytes, guess), 'utf8'), encoding: guess }
}

/** Every other byte is zero, as `decodeText` tells it. */
function isUtf16(bytes: Uint8Array): boolean {
  const seen = Math.min(bytes.length, 1024) & ~1
  const zeros = [0, 0]
  for (let at = 0; at < seen; at++) if (bytes[at] === 0) zeros[at & 1]!++
  return seen >= 8 && Math.max(...zeros) > seen * 0.2 && Math.min(...zeros) === 0
}

const usual = ['\t', ';', '|', ','] as const
const rare = ['\x1f', '\x1e', '¦', '¬', '؛', '،', '；', '，', '、', '^', '~', '§', '·'] as const

/** What parts the cells of most lines into the same number; a comma where nothing does. "sep=;" in the first line says it. */
function separatorOf(text: string): { separator: string; skip: number } {
  const said = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(text)
  if (said) return { separator: said[1]!, skip: 1 }
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/"(?:[^"]|"")*"/g, ''))
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
  let best: string = ','
  let most = 0
  for (const separator of [...usual, ...rare]) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(separator).length - 1
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    const [count, agree] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
    // Of the usual ones a line or two may do; a rare sign must part nearly all of them.
    const isRare = !(usual as readonly string[]).includes(separator)
    if (agree === 0 || (isRare && (agree < lines.length * 0.9 || most > lines.length * 0.5))) continue
    const value = agree + Math.min(count, 20) / 100 - (isRare ? 0.5 : 0)
    if (value > most) {
      most = value
      best = separator
    }
  }
  return { separator: best, skip: 0 }
}

function withoutFirstLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0x0a)
  return bytes.subarray(end + 1)
}

function surnamesFirst(bytes: Uint8Array): boolean {
  const lines = decodeText(bytes.subarray(0, 20_000))
    .text.split(/\r\n|\n|\r/)
    .filter((line) => line.includes(','))
  return lines.length > 0 && lines.slice(0, 40).every((line) => /^[^,"\d]+, [^,"\d]+$/.test(line))
}
