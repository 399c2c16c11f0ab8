/** A spreadsheet file as tables, told from its bytes: an Excel workbook, or text with delimiters. */
import { type ErrorPlace, errors } from '../ledger/errors.js'
import { readDelimited } from './delimited.js'
import { kindOf } from './kind.js'
import type { Spreadsheet } from './sheet-table.js'
import { isWorkbook, readWorkbook } from './xlsx.js'
import { openZip } from './zip.js'

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** Whether the bytes may be a spreadsheet: an Excel workbook, or any text. Damaged archives are told when they are read. */
export function maySpread(bytes: Uint8Array): boolean {
  if (isZip(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('xl/workbook.xml')
  return kindOf(bytes).kind === 'text'
}

/**
 * @throws UserError FILE_EMPTY, FILE_KIND_UNKNOWN, SHEET_QUOTE_OPEN, SHEET_TOO_LARGE, ZIP_DAMAGED, ZIP_ENCRYPTED, ZIP_TOO_LARGE
 */
export function readSpreadsheet(bytes: Uint8Array, place: ErrorPlace): Spreadsheet {
  if (bytes.length === 0) throw errors.FILE_EMPTY(place)
  if (isZip(bytes)) {
    if (!isWorkbook(openZip(bytes, place))) throw errors.FILE_KIND_UNKNOWN(place, kindOf(bytes).description)
    return {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      tables: readWorkbook(bytes, place),
    }
  }
  const { delimiter, ...table } = readDelimited(bytes, place)
  return { mediaType: delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv', tables: [table] }
}
