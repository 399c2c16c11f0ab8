/** What was read of spreadsheets and what was not: in a few lines for a terminal, and cell by cell as CSV. */
import type { IngestedSource } from '../extract/ingest.js'
import { type Loss, lossMeanings, sheetFlagMeanings } from '../extract/sfm/flags.js'
import { describeError } from '../ledger/errors.js'
import { csvRow } from '../ledger/publish.js'

/** Rows of one kind that a terminal lists; the rest is counted. */
const LISTED = 5
const meanings: Readonly<Record<string, string>> = { ...lossMeanings, ...sheetFlagMeanings }

/** Nothing where the source is no spreadsheet. What was not taken over is told by kind and column, with the first rows of each. */
export function describeSheet(source: IngestedSource): string[] {
  if (!('sheet' in source) || !source.sheet) return []
  const { sheet, file } = source
  const number = (count: number) => count.toLocaleString('en')
  const tables = sheet.tables.map(
    ({ table, sheet: name, rows, refused }) =>
      `${name ? `${name}: ` : ''}${table}, ${number(rows)} rows${refused > 0 ? `, ${number(refused)} refused` : ''}`,
  )
  const withheld = sheet.withheldStatements + sheet.withheldPublications
  return [
    [
      `${file}: ${tables.join('; ')}`,
      `${number(sheet.entities)} units and people`,
      `${number(sheet.statements)} statements`,
      ...(sheet.designations ? [`${number(sheet.designations)} listings`] : []),
      `${number(sheet.publications)} publications`,
      ...(withheld > 0 ? [`${number(withheld)} withheld, wholly or in part`] : []),
    ].join(' · '),
    ...(sheet.warnings ?? []).map((warning) => `  ${warning}`),
    ...sheet.problems.map((problem) => `  not read: ${describeError(problem)}`),
    ...sheet.readAgain.map((name) => `  read again because of it: ${name}`),
    ...sheet.notReadAgain.map(
      (name) => `  ${name} should be read again and its original is not kept: ingest it again with --again`,
    ),
    ...groups(sheet.losses).map(({ losses, code, outcome, column }) => {
      const rows = losses.slice(0, LISTED).map(({ row }) => row)
      const where = `${losses.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${losses.length > LISTED ? ' …' : ''}`
      return `  ${outcome}, ${number(losses.length)} × ${code}${column ? `, column ${JSON.stringify(column.slice(0, 60))}` : ''} (${where}): ${meanings[code]}`
    }),
  ]
}

function groups(losses: readonly Loss[]) {
  const found = new Map<string, { code: Loss['code']; outcome: Loss['outcome']; column: string | null; losses: Loss[] }>()
  for (const loss of losses) {
    // Flags and refusals are told by kind: which column they are in stands in the file.
    const column =
      loss.outcome === 'flagged' || loss.outcome === 'refused' || /^COLUMN_(MISSING|NOT_KEPT)$/.test(loss.code)
        ? null
        : loss.column
    const key = JSON.stringify([loss.outcome, loss.code, column])
    const group = found.get(key)
    if (group) group.losses.push(loss)
    else found.set(key, { code: loss.code, outcome: loss.outcome, column, losses: [loss] })
  }
  return [...found.values()]
}

/** One line a row or cell. Cells that a spreadsheet program might run are made harmless by an apostrophe. */
export function lossesCsv(results: readonly IngestedSource[]): string {
  const harmless = (text: string | null) => (text !== null && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
  const lines = results.flatMap((result): (string | number | null)[][] => {
    if (result.outcome === 'failed') {
      const { code, message, place } = result.error
      return [[result.file, null, place.row ?? null, place.column ?? null, 'refused', code, message, null]]
    }
    if (!('sheet' in result) || !result.sheet) return []
    const { losses, problems } = result.sheet
    return [
      ...problems.map(({ code, message, place }) => [
        result.file,
        place.page ?? null,
        place.row ?? null,
        null,
        'refused',
        code,
        message,
        null,
      ]),
      ...losses.map(({ sheet, row, column, outcome, code, text }) => [
        result.file,
        harmless(sheet),
        row,
        harmless(column),
        outcome,
        code,
        meanings[code]!,
        harmless(text),
      ]),
    ]
  })
  return [['file', 'sheet', 'row', 'column', 'outcome', 'code', 'meaning', 'text'], ...lines].map(csvRow).join('')
}
