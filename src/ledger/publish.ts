/**
 * Trainings and printed totals as we publish them: snake_case fields, dollars as a number with at most two decimals, as NDJSON or CSV.
 *
 * Values are as printed, also where a spreadsheet would take one for a formula ("-" or "=HMDS"): changing what a source prints
 * is worse than asking readers to import as text, and RFC 4180 knows no formulas.
 */
import type { Place, PrintedTotal, Training } from './records.js'

export interface PublishedPlace {
  page: number | null
  page_label: string | null
  box: Place['box']
  row: number | null
  /** Characters of a text, in Unicode code points. */
  start?: number
  end?: number
  /** The heading of a spreadsheet's column. */
  column?: string
}

interface PublishedSource {
  source_sha256: string
  source_file: string
  page: number | null
  page_label: string | null
  box: Place['box']
  row: number | null
  places: PublishedPlace[]
  flags: { code: string; note: string }[]
}

export interface PublishedTraining extends PublishedSource {
  type: 'training'
  id: string
  report: string
  fiscal_year: number
  status: Training['status']
  region: string | null
  country: string
  country_code: string | null
  program: string
  program_code: string | null
  program_family: string | null
  agency: Training['agency']
  course_title: string | null
  recipient_unit: string | null
  delivery_unit: string | null
  delivery_quantity: number | null
  location: string | null
  quantity: number | null
  quantity_header: string | null
  total_cost: number | null
  start_date: string | null
  end_date: string | null
  start_printed: string | null
  end_printed: string | null
}

export interface PublishedTotal extends PublishedSource {
  type: 'total'
  id: string
  report: string
  level: PrintedTotal['level']
  fiscal_year: number | null
  region: string | null
  country: string | null
  country_code: string | null
  program: string | null
  quantity: number | null
  total_cost: number | null
  printed: string
}

/** Dollars of integer cents: 1550 is 15.5. Exact, as doubles hold every cent below 2^53 and division rounds to the nearest. */
export function dollars(cents: number | null): number | null {
  return cents === null ? null : cents / 100
}

export function publishPlace({ page, pageLabel, box, row, start, end, column }: Place): PublishedPlace {
  return {
    page,
    page_label: pageLabel,
    box,
    row,
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(column !== undefined && { column }),
  }
}

function publishSource(record: Training | PrintedTotal): PublishedSource {
  return {
    source_sha256: record.sourceSha256,
    source_file: record.sourceFile,
    ...publishPlace(record.places[0]!),
    places: record.places.map(publishPlace),
    flags: record.flags,
  }
}

export function publishTraining(training: Training): PublishedTraining {
  return {
    type: 'training',
    id: training.id,
    report: training.report,
    fiscal_year: training.fiscalYear,
    status: training.status,
    region: training.region,
    country: training.country,
    country_code: training.countryCode,
    program: training.program,
    program_code: training.programCode,
    program_family: training.programFamily,
    agency: training.agency,
    course_title: training.courseTitle,
    recipient_unit: training.recipientUnit,
    delivery_unit: training.deliveryUnit,
    delivery_quantity: training.deliveryQuantity,
    location: training.location,
    quantity: training.quantity,
    quantity_header: training.quantityHeader,
    total_cost: dollars(training.cents),
    start_date: training.startDate,
    end_date: training.endDate,
    start_printed: training.startPrinted,
    end_printed: training.endPrinted,
    ...publishSource(training),
  }
}

export function publishTotal(total: PrintedTotal): PublishedTotal {
  return {
    type: 'total',
    id: total.id,
    report: total.report,
    level: total.level,
    fiscal_year: total.fiscalYear,
    region: total.region,
    country: total.country,
    country_code: total.countryCode,
    program: total.program,
    quantity: total.quantity,
    total_cost: dollars(total.cents),
    printed: total.printed,
    ...publishSource(total),
  }
}

export type Published = PublishedTraining | PublishedTotal

/** The columns of a published training, in the order of every CSV file. */
export const TRAINING_COLUMNS = [
  'type',
  'id',
  'report',
  'fiscal_year',
  'status',
  'region',
  'country',
  'country_code',
  'program',
  'program_code',
  'program_family',
  'agency',
  'course_title',
  'recipient_unit',
  'delivery_unit',
  'delivery_quantity',
  'location',
  'quantity',
  'quantity_header',
  'total_cost',
  'start_date',
  'end_date',
  'start_printed',
  'end_printed',
  'source_sha256',
  'source_file',
  'page',
  'page_label',
  'box',
  'row',
  'places',
  'flags',
] as const satisfies readonly (keyof PublishedTraining)[]

/** The header of every CSV file: all fields of a training, then those that only a total has. */
export const CSV_COLUMNS = [...TRAINING_COLUMNS, 'level', 'printed'] as const satisfies readonly (
  | keyof PublishedTraining
  | keyof PublishedTotal
)[]

export const CSV_HEADER = csvRow(CSV_COLUMNS)

/** One line of CSV (RFC 4180, CRLF). Null is empty; `box`, `places` and `flags` are JSON. */
export function csvLine(published: Published): string {
  const values = published as unknown as Record<string, unknown>
  return csvRow(CSV_COLUMNS.map((column) => values[column]))
}

/** One line of any CSV file that we write. */
export function csvRow(cells: readonly unknown[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** A CSV cell: null is empty, an empty string is quoted so that it differs, lists and objects are JSON. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function ndjsonLine(published: Published): string {
  return `${JSON.stringify(published)}\n`
}

/** What a statement says, by column: the same wherever statements are given as CSV, before what each download adds on where it stands. */
export const saidColumns = [
  'id',
  'entity',
  'entity_kind',
  'property',
  'value',
  'object',
  'details',
  'stance',
  'speaker',
  'first_cited_printed',
  'first_cited',
  'starts',
  'last_cited_printed',
  'last_cited',
  'ends',
  'open_ended',
  'precise',
  'imprecise',
  'confidence',
  'status',
] as const
