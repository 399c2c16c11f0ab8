/**
 * A text file of cells (CSV, TSV, with semicolons or bars) as a table. Which delimiter it has is told from its first record; quoted cells may
 * hold delimiters, line ends and doubled quotes.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { type ErrorPlace, errors } from '../ledger/errors.js'
import { cellText, SHEET_LIMITS, type SheetRow, type SheetTable } from './sheet-table.js'
import { decodeText } from './text-encoding.js'

const DELIMITERS = ['\t', ',', ';', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** `given` is what parts the cells where the caller knows it. @throws UserError SHEET_QUOTE_OPEN, SHEET_TOO_LARGE */
export function readDelimited<Given extends string = Delimiter>(
  bytes: Uint8Array,
  place: ErrorPlace,
  given?: Given,
): SheetTable & { delimiter: Delimiter | Given } {
  const { text, otherLines } = decodeText(bytes)
  const delimiter = given ?? delimiterOf(text)
  const rows: SheetRow[] = []
  let ordinal = 0
  let cellCount = 0
  let linesBefore = 0
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: 0,
      info: true,
      on_record(record: unknown) {
        const { info, record: fields } = record as { info: { lines: number }; record: string[] }
        ordinal++
        const from = linesBefore + 1
        linesBefore = info.lines
        const cells = fields.map((field, index) => {
          if (field.length > SHEET_LIMITS.cellCharacters)
            throw errors.SHEET_TOO_LARGE({ ...place, row: ordinal, column: `${index + 1}` })
          return cellText(field)
        })
        if (cells.every((cell) => cell === '')) return null
        cellCount += cells.length
        if (rows.length >= SHEET_LIMITS.rows || cellCount > SHEET_LIMITS.cells || cells.length > SHEET_LIMITS.columns)
          throw errors.SHEET_TOO_LARGE({ ...place, row: ordinal })
        const row: SheetRow = { row: ordinal, cells }
        if (otherLines.size > 0 && hasLine(otherLines, from, info.lines)) row.otherEncoding = true
        rows.push(row)
        return null
      },
    })
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw errors.SHEET_QUOTE_OPEN({ ...place, row: ordinal + 1 })
    throw error
  }
  return { sheet: null, name: null, rows, delimiter }
}

function hasLine(lines: ReadonlySet<number>, from: number, to: number): boolean {
  for (let line = from; line <= to; line++) if (lines.has(line)) return true
  return false
}

/**
 * What stands between the cells of the first record, outside quotes: a tab where there is one, as no heading has any; else what stands most
 * often; a comma where nothing does.
 */
function delimiterOf(text: string): Delimiter {
  const counts = new Map<string, number>()
  let quoted = false
  for (const letter of text.slice(0, 100_000)) {
    if (letter === '"') quoted = !quoted
    else if (!quoted && (letter === '\n' || letter === '\r')) {
      if (counts.size > 0) break
    } else if (!quoted) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  if (counts.has('\t')) return '\t'
  let best: Delimiter = ','
  for (const delimiter of DELIMITERS) if ((counts.get(delimiter) ?? 0) > (counts.get(best) ?? 0)) best = delimiter
  return best
}

/**
 * Whether a text looks like a table rather than like prose: its first two records have the same number of cells, three or more, or the first has
 * so many that no sentence has them. Looks at the beginning alone.
 */
export function isTabular(bytes: Uint8Array): boolean {
  const { text } = decodeText(bytes.subarray(0, 65_536))
  const delimiter = delimiterOf(text)
  const counts: number[] = []
  let quoted = false
  let cells = 1
  let empty = true
  for (const letter of `${text}\n`) {
    if (letter === '"') quoted = !quoted
    if (letter === '\n' && !quoted) {
      if (!empty) counts.push(cells)
      if (counts.length === 2) break
      cells = 1
      empty = true
    } else if (letter === delimiter && !quoted) cells++
    if (letter.trim() !== '') empty = false
  }
  const [first = 0, second] = counts
  return first >= 12 || (delimiter === '\t' && first > 1) || (first >= 3 && (second === undefined || second === first))
}
