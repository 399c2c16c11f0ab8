/** Rows of the HTML layouts into trainings and printed totals: values read, doubts flagged, places and ids given. */
import { createHash } from 'node:crypto'
import type { Flag, Place, PrintedTotal, Training } from '../../ledger/records.js'
import { readCountry, readProgram } from '../../ledger/vocabulary.js'
import type { ExtractedReport } from './extracted-report.js'
import { type FlagCode, flag } from './flags.js'
import { cellsToTheirColumns } from './html-rows-d.js'
import type { HtmlTables, HtmlTotal, HtmlTraining, RowContext } from './html-tables.js'
import { repairReplacedLetters } from './replaced-letters.js'
import type { Role } from './table-header.js'
import { isBlank, isNotApplicable, type Reading, readCents, readDate, readQuantity, splitDeliveryUnit } from './values.js'

export interface HtmlSource {
  file: string
  sha256: string
  /** The two fiscal years that the page says it reports on; null where it names none. */
  years: readonly [number, number] | null
  /** Words printed without damage elsewhere in the file, upper case. */
  knownWords: ReadonlySet<string>
}

/** The place of a `<tr>`. */
const placeOf = (row: number): Place => ({ page: null, pageLabel: null, box: null, row })

/** Ids come from content: the file's digest, the kind of row and the ordinal of its `<tr>`, never a running number. */
export function idOfHtmlRow(sha256: string, kind: 'training' | 'total', row: number): string {
  return createHash('sha256').update(`${sha256}\n${kind}\nrow ${row}`).digest('hex').slice(0, 24)
}

export function recordsOf(
  tables: HtmlTables,
  source: HtmlSource,
): Pick<ExtractedReport, 'report' | 'trainings' | 'totals' | 'unread'> | null {
  const years = [...tables.trainings, ...tables.totals].flatMap(({ context }) => context.heading?.fiscalYear ?? [])
  const first = source.years?.[0] ?? Math.min(...years)
  if (!Number.isFinite(first)) return null
  const report = `${first}-${first + 1}`
  return {
    report,
    trainings: tables.trainings.map((row) => trainingOf(row, source, report, first)),
    totals: tables.totals.map((row) => totalOf(row, source, report)),
    unread: tables.unread.map(({ row, text, reason }) => ({ place: placeOf(row), text, reason })),
  }
}

function trainingOf(row: HtmlTraining, source: HtmlSource, report: string, firstYear: number): Training {
  const heading = row.context.heading!
  const { fiscalYear } = heading
  const flags: Flag[] = []
  const note = (code: FlagCode, text: string) => flags.push(flag(code, text))

  const text = (role: Role, name: string): string | null => {
    const printed = row.cells[role] ?? ''
    if (isBlank(printed)) return null
    if (isNotApplicable(printed)) {
      note('NOT_APPLICABLE', `${name}: printed "${printed}".`)
      return null
    }
    const repaired = repairReplacedLetters(printed, source.knownWords)
    if (repaired !== printed) note('REPAIRED_TEXT', `${name}: "${printed}" is to be read as "${repaired}".`)
    return printed
  }
  const value = <T>(reading: Reading<T>, blank: FlagCode | null, unreadable: FlagCode, name: string): T | null => {
    if ('value' in reading) return reading.value
    if ('unreadable' in reading) note(unreadable, `${name}: printed "${reading.unreadable}".`)
    else if (blank) note(blank, `${name} is blank.`)
    return null
  }

  if (row.context.yearFromTotals) note('FISCAL_YEAR_FROM_TOTALS', `Fiscal year ${fiscalYear}.`)
  const dated = 'start' in row.cells || 'end' in row.cells
  const { cost, start, end, moved } = cellsToTheirColumns(row.cells.cost ?? '', row.cells.start ?? '', row.cells.end ?? '')
  if (moved.date) note('DATE_OUTSIDE_COLUMN', `"${row.cells.cost}" stands in the column of the cost.`)
  if (moved.cost) note('COST_OUTSIDE_COLUMN', `"${cost}" stands in a column of dates.`)
  if (row.lost) {
    note(
      'OVERPRINTED_BY_TOTALS',
      'The line of totals stands in its place; location, units and dates beside it are this training’s.',
    )
  }
  const courseTitle = text('title', 'Course title')
  if (courseTitle === null && !row.lost) note('TITLE_BLANK', 'Course title is blank.')
  const quantity = row.lost
    ? null
    : value(readQuantity(row.cells.quantity ?? ''), 'QUANTITY_BLANK', 'QUANTITY_UNREADABLE', 'Quantity')
  const cents = row.lost ? null : value(readCents(cost), 'COST_BLANK', 'COST_UNREADABLE', 'Cost')
  const startDate = dated ? value(readDate(start, fiscalYear), null, 'DATE_UNREADABLE', 'Start date') : null
  const endDate = dated ? value(readDate(end, fiscalYear), null, 'DATE_UNREADABLE', 'End date') : null
  if (startDate && endDate && endDate < startDate) note('DATES_REVERSED', `Printed ${start} to ${end}.`)
  for (const date of [startDate, endDate]) {
    if (date && Math.abs(Number(date.slice(0, 4)) - fiscalYear) > 5)
      note('DATE_FAR_FROM_REPORT', `${date} in fiscal year ${fiscalYear}.`)
  }
  const delivery = text('delivery', 'US unit')
  const split = delivery === null ? null : splitDeliveryUnit(delivery)
  if (split?.notApplicable) note('DELIVERY_QUANTITY_NOT_APPLICABLE', `US unit: printed "${delivery}".`)
  else if (split) note('DELIVERY_QUANTITY_UNDECLARED', `US unit: printed "${delivery}".`)

  return {
    id: idOfHtmlRow(source.sha256, 'training', row.rows[0]!),
    sourceSha256: source.sha256,
    sourceFile: source.file,
    report,
    fiscalYear,
    // The page's own title names two fiscal years; the second is the plan (FMTR 1999–2000, title page: "FY 1999 and 2000").
    status: fiscalYear > firstYear ? 'proposed' : 'delivered',
    ...scopeOf(row.context),
    courseTitle,
    quantity,
    quantityHeader: row.quantityHeader,
    location: text('location', 'Location'),
    recipientUnit: text('recipient', 'Student’s unit'),
    deliveryUnit: split ? split.unit || null : delivery,
    deliveryQuantity: split?.quantity ?? null,
    cents,
    startPrinted: isBlank(start) ? null : start,
    endPrinted: isBlank(end) ? null : end,
    startDate,
    endDate,
    places: row.rows.map(placeOf),
    flags,
  }
}

function scopeOf({ region, country, heading }: RowContext) {
  const printed = country ?? ''
  const program = readProgram(heading!.program, heading!.fiscalYear, heading!.agency)
  return {
    region,
    country: printed,
    countryCode: readCountry(printed)?.code ?? null,
    program: heading!.program,
    programCode: program?.code ?? null,
    programFamily: program?.family ?? null,
    agency: heading!.agency ?? program?.agency ?? null,
  }
}

function totalOf(row: HtmlTotal, source: HtmlSource, report: string): PrintedTotal {
  const { line, context } = row
  const flags: Flag[] = []
  if (row.stray.length > 0) flags.push(flag('TOTAL_WITH_STRAY_CELLS', `Beside the totals: ${row.stray.join(', ')}.`))
  // "Antigua And Barbuda FY 2006 Totals" closes what "Antigua and Barbuda" opened: the heading's form joins them.
  const country = context.country ?? line.country
  const quantity = readQuantity(row.quantity)
  const cents = readCents(row.cost)
  if ('unreadable' in quantity) flags.push(flag('QUANTITY_UNREADABLE', `Printed "${row.quantity}".`))
  if ('unreadable' in cents) flags.push(flag('COST_UNREADABLE', `Printed "${row.cost}".`))
  return {
    id: idOfHtmlRow(source.sha256, 'total', row.row),
    sourceSha256: source.sha256,
    sourceFile: source.file,
    report,
    level: line.level,
    region: context.region,
    country,
    countryCode: country === null ? null : (readCountry(country)?.code ?? null),
    program: line.level === 'country' ? null : (context.heading?.program ?? null),
    fiscalYear: line.fiscalYear,
    quantity: 'value' in quantity ? quantity.value : null,
    cents: 'value' in cents ? cents.value : null,
    printed: row.printed,
    places: [placeOf(row.row)],
    flags,
  }
}
