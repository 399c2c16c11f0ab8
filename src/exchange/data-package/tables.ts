/**
 * The tables of the bundled data: each field's name, type and meaning once, for the CSV files, for datapackage.json and for reading them back.
 *
 * Blank is null; the reports print no empty text. Money is in dollars with at most two decimals, places in points from the displayed page's
 * top left.
 */
import type { Coverage, Flag, Place, PrintedTotal, Source, Training, UnreadPlace } from '../../ledger/records.js'

export interface Field<Item> {
  name: string
  type: 'string' | 'integer' | 'number' | 'date' | 'boolean'
  description: string
  required?: boolean
  write(item: Item): string | number | null
}

const field = <Item>(
  name: string,
  type: Field<Item>['type'],
  description: string,
  write: Field<Item>['write'],
  required = false,
): Field<Item> => ({ name, type, description, write, ...(required && { required }) })

export interface PlacedItem<Record extends Training | PrintedTotal> {
  record: Record
  /** Id of the source. */
  source: string
  /** Order in the source, from 0. */
  position: number
}
type TrainingItem = PlacedItem<Training>
type TotalItem = PlacedItem<PrintedTotal>

function placeFields<Item extends TrainingItem | TotalItem>(): Field<Item>[] {
  const first = ({ record }: Item) => record.places[0]!
  return [
    field('source', 'string', 'Id of the source, see sources.csv.', ({ source }) => source, true),
    field('position', 'integer', 'Order in the source, from 0.', ({ position }) => position, true),
    field('page', 'integer', 'Page of the file, from 1; blank for HTML.', (item) => first(item).page),
    field('page_label', 'string', 'Number printed on the page ("IV-233").', (item) => first(item).pageLabel),
    field(
      'box',
      'string',
      'Left, top, right and bottom of the row on the displayed page, in points, separated by spaces; blank for HTML.',
      (item) => first(item).box?.join(' ') ?? null,
    ),
    field('row', 'integer', 'HTML: the ordinal of the <tr> in the file, from 1.', (item) => first(item).row),
    field(
      'more_places',
      'string',
      'JSON: places after the first where the row crosses pages, each [page, page_label, [left, top, right, bottom], row].',
      ({ record }) => (record.places.length > 1 ? JSON.stringify(record.places.slice(1).map(placeValues)) : null),
    ),
    field('flags', 'string', 'JSON: doubts and repairs, each [code, what was seen and what was done].', ({ record }) =>
      record.flags.length > 0 ? JSON.stringify(record.flags.map(({ code, note }) => [code, note])) : null,
    ),
  ]
}

const placeValues = ({ page, pageLabel, box, row }: Place) => [page, pageLabel, box, row]
const dollars = (cents: number | null) => (cents === null ? null : cents / 100)

export const trainingFields: readonly Field<TrainingItem>[] = [
  field('id', 'string', 'Stable id, from the file and the place of the row in it.', ({ record }) => record.id, true),
  field('report', 'string', 'Report of the series: "2012-2013".', ({ record }) => record.report, true),
  field(
    'fiscal_year',
    'integer',
    'From the programme heading; the year in which the activity ended.',
    ({ record }) => record.fiscalYear,
    true,
  ),
  field(
    'status',
    'string',
    '"delivered", or "proposed" for plans, which are never summed with what was delivered.',
    ({ record }) => record.status,
    true,
  ),
  field('region', 'string', 'As printed.', ({ record }) => record.region),
  field('country', 'string', 'As printed.', ({ record }) => record.country, true),
  field(
    'country_code',
    'string',
    'ISO 3166-1 alpha-3 (Kosovo XKX; dissolved states ISO 3166-3).',
    ({ record }) => record.countryCode,
  ),
  field('program', 'string', 'Programme heading as printed.', ({ record }) => record.program, true),
  field('program_code', 'string', 'Programme, normalised.', ({ record }) => record.programCode),
  field('program_family', 'string', 'What the programme is compared with over the years.', ({ record }) => record.programFamily),
  field('agency', 'string', '"DoS", "DoD" or "DHS".', ({ record }) => record.agency),
  field('course_title', 'string', 'As printed, wrapped lines joined; personal data masked.', ({ record }) => record.courseTitle),
  field('recipient_unit', 'string', 'Who was trained, as printed; personal data masked.', ({ record }) => record.recipientUnit),
  field('delivery_unit', 'string', 'Who trained, as printed; personal data masked.', ({ record }) => record.deliveryUnit),
  field('delivery_quantity', 'integer', 'The number after the delivery unit.', ({ record }) => record.deliveryQuantity),
  field('location', 'string', 'As printed; personal data masked.', ({ record }) => record.location),
  field(
    'quantity',
    'integer',
    'Training sessions: one person in three courses counts three times.',
    ({ record }) => record.quantity,
  ),
  field('quantity_header', 'string', 'Heading of the quantity column.', ({ record }) => record.quantityHeader),
  field('total_cost', 'number', 'US dollars. Blank is unknown; zero is printed as zero, which is not free.', ({ record }) =>
    dollars(record.cents),
  ),
  field('start_date', 'date', 'ISO 8601.', ({ record }) => record.startDate),
  field('end_date', 'date', 'ISO 8601.', ({ record }) => record.endDate),
  field('start_printed', 'string', 'As printed.', ({ record }) => record.startPrinted),
  field('end_printed', 'string', 'As printed.', ({ record }) => record.endPrinted),
  ...placeFields<TrainingItem>(),
]

export const totalFields: readonly Field<TotalItem>[] = [
  field('id', 'string', 'Stable id, from the file and the place of the line in it.', ({ record }) => record.id, true),
  field('report', 'string', 'Report of the series: "2012-2013".', ({ record }) => record.report, true),
  field(
    'level',
    'string',
    '"country", "fiscal_year" (a printed "FY nn Totals" line) or "program".',
    ({ record }) => record.level,
    true,
  ),
  field('fiscal_year', 'integer', 'Blank where the total spans several.', ({ record }) => record.fiscalYear),
  field('region', 'string', 'As printed.', ({ record }) => record.region),
  field('country', 'string', 'As printed; blank where the total spans several.', ({ record }) => record.country),
  field('country_code', 'string', 'ISO 3166-1 alpha-3.', ({ record }) => record.countryCode),
  field(
    'program',
    'string',
    'Programme heading as printed; blank where the total spans several.',
    ({ record }) => record.program,
  ),
  field('quantity', 'integer', 'Training sessions, as printed.', ({ record }) => record.quantity),
  field('total_cost', 'number', 'US dollars, as printed.', ({ record }) => dollars(record.cents)),
  field('printed', 'string', 'The words of the line.', ({ record }) => record.printed, true),
  ...placeFields<TotalItem>(),
]

export interface UnreadItem {
  record: UnreadPlace
  source: string
  position: number
}

export const unreadFields: readonly Field<UnreadItem>[] = [
  field('source', 'string', 'Id of the source, see sources.csv.', ({ source }) => source, true),
  field('position', 'integer', 'Order in the source, from 0.', ({ position }) => position, true),
  field('page', 'integer', 'Page of the file, from 1; blank for HTML.', ({ record }) => record.place.page),
  field('page_label', 'string', 'Number printed on the page ("IV-233").', ({ record }) => record.place.pageLabel),
  field(
    'box',
    'string',
    'Left, top, right and bottom on the displayed page, in points, separated by spaces; blank for HTML.',
    ({ record }) => record.place.box?.join(' ') ?? null,
  ),
  field('row', 'integer', 'HTML: the ordinal of the <tr> in the file, from 1.', ({ record }) => record.place.row),
  field('text', 'string', 'What stands there; personal data masked.', ({ record }) => record.text, true),
  field('reason', 'string', 'Why it could not be read.', ({ record }) => record.reason, true),
]

export interface CoverageItem extends Coverage {
  countries: readonly string[]
}

export const coverageFields: readonly Field<CoverageItem>[] = [
  field('report', 'string', 'Report of the series: "2012-2013".', ({ report }) => report, true),
  field('region', 'string', 'Region; blank for all.', ({ region }) => region),
  field('fiscal_year', 'integer', 'The year whose delivered training is meant.', ({ fiscalYear }) => fiscalYear),
  field('program', 'string', 'Programme code; blank for all.', ({ program }) => program),
  field('column', 'string', 'Field of the trainings; blank for all.', ({ column }) => column),
  field(
    'countries',
    'string',
    'ISO 3166-1 alpha-3 codes of the countries meant, separated by spaces; blank for all.',
    ({ countries }) => countries.join(' ') || null,
  ),
  field(
    'state',
    'string',
    '"present", "file missing", "column absent", "column blank" (in nine rows of ten or more), "classified", "in progress elsewhere" or "excluded by law". All but the first are gaps, never zero.',
    ({ state }) => state,
    true,
  ),
  field('reason', 'string', 'Why.', ({ reason }) => reason, true),
  field('citation', 'string', 'Where that is known from.', ({ citation }) => citation, true),
]

export interface SourceItem {
  source: Source
  trainings: number
  totals: number
  /** Places of its tables that could not be read. */
  unread: number
  fiscalYears: number[]
}

export const sourceFields: readonly Field<SourceItem>[] = [
  field('id', 'string', 'The first sixteen digits of the SHA-256.', ({ source }) => source.id, true),
  field('sha256', 'string', 'Of the file as published.', ({ source }) => source.sha256, true),
  field('kind', 'string', 'What kind of publication it is.', ({ source }) => source.kind, true),
  field('report', 'string', 'Report of the series: "2012-2013".', ({ source }) => source.report),
  field('region', 'string', 'Regions that the file covers, as printed.', ({ source }) => source.region),
  field('title', 'string', 'Title of the report and its part.', ({ source }) => source.title, true),
  field('publisher', 'string', 'Who published it.', ({ source }) => source.publisher),
  field('language', 'string', 'ISO 639-1.', ({ source }) => source.language),
  field('published_printed', 'string', 'Date of publication as printed.', ({ source }) => source.publishedPrinted),
  field(
    'official_url',
    'string',
    'Where it, or the volume that it is a section of, was published.',
    ({ source }) => source.officialUrl,
  ),
  field('archived_url', 'string', 'Where an archive keeps it.', ({ source }) => source.archivedUrl),
  field(
    'volume_page_offset',
    'integer',
    'Add it to a page of the file for the number printed on the page.',
    ({ source }) => source.volumePageOffset,
  ),
  field('file_name', 'string', 'Name of the file.', ({ source }) => source.fileName, true),
  field('media_type', 'string', 'Of the file.', ({ source }) => source.mediaType, true),
  field('bytes', 'integer', 'Size of the file.', ({ source }) => source.bytes, true),
  field('pages', 'integer', 'Pages of the file; blank for HTML.', ({ source }) => source.pages),
  field('licence', 'string', 'Under which it may be used.', ({ source }) => source.licence),
  field('trainings', 'integer', 'Rows read from it.', ({ trainings }) => trainings, true),
  field('totals', 'integer', 'Printed totals read from it.', ({ totals }) => totals, true),
  field('unread', 'integer', 'Places of its tables that could not be read, see unread.csv.', ({ unread }) => unread, true),
  field('fiscal_years', 'string', 'Fiscal years of its rows, separated by spaces.', ({ fiscalYears }) => fiscalYears.join(' ')),
]

/** A row as read from CSV, by field name. */
export type Cells = Record<string, string>

const text = (cell: string | undefined): string | null => (cell ? cell : null)
const number = (cell: string | undefined): number | null => (cell ? Number(cell) : null)
const cents = (cell: string | undefined): number | null => (cell ? Math.round(Number(cell) * 100) : null)

function readPlaces({ page, page_label, box, row, more_places }: Cells): Place[] {
  const first: Place = {
    page: number(page),
    pageLabel: text(page_label),
    box: box ? (box.split(' ').map(Number) as [number, number, number, number]) : null,
    row: number(row),
  }
  if (!more_places) return [first]
  const more = JSON.parse(more_places) as [Place['page'], Place['pageLabel'], Place['box'], Place['row']][]
  return [first, ...more.map(([page, pageLabel, box, row]) => ({ page, pageLabel, box, row }))]
}

const readFlags = (flags: string | undefined): Flag[] =>
  flags ? (JSON.parse(flags) as [string, string][]).map(([code, note]) => ({ code, note })) : []

/** Where the fields stand in a row. Of 195,000 rows no object is made by the names of its cells: that takes as long as reading them. */
export type TrainingColumns = Readonly<Record<string, number>>

export const trainingColumns = (header: readonly string[]): TrainingColumns =>
  Object.fromEntries(header.map((name, index) => [name, index]))

export function readTraining(cells: readonly string[], at: TrainingColumns, source: Source): Training {
  return {
    id: cells[at.id!]!,
    sourceSha256: source.sha256,
    sourceFile: source.fileName,
    report: cells[at.report!]!,
    fiscalYear: Number(cells[at.fiscal_year!]),
    status: cells[at.status!] as Training['status'],
    region: text(cells[at.region!]),
    country: cells[at.country!]!,
    countryCode: text(cells[at.country_code!]),
    program: cells[at.program!]!,
    programCode: text(cells[at.program_code!]),
    programFamily: text(cells[at.program_family!]),
    agency: text(cells[at.agency!]) as Training['agency'],
    courseTitle: text(cells[at.course_title!]),
    quantity: number(cells[at.quantity!]),
    quantityHeader: text(cells[at.quantity_header!]),
    location: text(cells[at.location!]),
    recipientUnit: text(cells[at.recipient_unit!]),
    deliveryUnit: text(cells[at.delivery_unit!]),
    deliveryQuantity: number(cells[at.delivery_quantity!]),
    cents: cents(cells[at.total_cost!]),
    startPrinted: text(cells[at.start_printed!]),
    endPrinted: text(cells[at.end_printed!]),
    startDate: text(cells[at.start_date!]),
    endDate: text(cells[at.end_date!]),
    places: readPlaces({
      page: cells[at.page!]!,
      page_label: cells[at.page_label!]!,
      box: cells[at.box!]!,
      row: cells[at.row!]!,
      more_places: cells[at.more_places!]!,
    }),
    flags: readFlags(cells[at.flags!]),
  }
}

export function readTotal(cells: Cells, source: Source): PrintedTotal {
  return {
    id: cells.id!,
    sourceSha256: source.sha256,
    sourceFile: source.fileName,
    report: cells.report!,
    level: cells.level as PrintedTotal['level'],
    region: text(cells.region),
    country: text(cells.country),
    countryCode: text(cells.country_code),
    program: text(cells.program),
    fiscalYear: number(cells.fiscal_year),
    quantity: number(cells.quantity),
    cents: cents(cells.total_cost),
    printed: cells.printed!,
    places: readPlaces(cells),
    flags: readFlags(cells.flags),
  }
}

export function readUnread(cells: Cells): UnreadPlace {
  return { place: readPlaces(cells)[0]!, text: cells.text!, reason: cells.reason! }
}

export function readSource(cells: Cells): SourceItem {
  return {
    source: {
      id: cells.id!,
      sha256: cells.sha256!,
      kind: cells.kind as Source['kind'],
      report: text(cells.report),
      region: text(cells.region),
      title: cells.title!,
      publisher: text(cells.publisher),
      language: text(cells.language),
      publishedPrinted: text(cells.published_printed),
      officialUrl: text(cells.official_url),
      archivedUrl: text(cells.archived_url),
      volumePageOffset: number(cells.volume_page_offset),
      fileName: cells.file_name!,
      mediaType: cells.media_type!,
      bytes: Number(cells.bytes),
      pages: number(cells.pages),
      licence: text(cells.licence),
    },
    trainings: Number(cells.trainings),
    totals: Number(cells.totals),
    unread: Number(cells.unread ?? 0),
    fiscalYears: cells.fiscal_years ? cells.fiscal_years.split(' ').map(Number) : [],
  }
}
