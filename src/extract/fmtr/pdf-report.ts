/** A report in PDF, from its pages of words to records with places. Pure: opening the file is extract.ts's. */
import type { Box, Page } from '../../documents/page.js'
import { asDisplayed, type ReadingFrame, readingFrames } from '../../documents/reading-frame.js'
import { errors } from '../../ledger/errors.js'
import type { Flag, Place, UnreadPlace } from '../../ledger/records.js'
import { readCountry } from '../../ledger/vocabulary.js'
import type { ExtractedReport } from './extracted-report.js'
import { flag } from './flags.js'
import type { ProgramHeading } from './headings.js'
import { boxAround, middle, readLines, textOf } from './lines.js'
import { firstFiscalYears, makeTotal, makeTraining, reportName, type SourceFacts } from './make-records.js'
import { scaled, scalesOf } from './print-size.js'
import { readTables } from './read-tables.js'
import { boxOf, cellText, inTenths, looksTabular, type PrintedRow, type RowPart, wordsOf } from './row.js'
import { pagesOfSheets } from './sheets.js'
import { withoutLargeStamps } from './stamps.js'
import { hasTableHeader } from './strips.js'
import type { Role } from './table-header.js'
import type { Tables, TotalsRow, TrainingRow } from './tables.js'

/** A page as it is read, and where it stands in the file: places are on the pages as displayed. */
interface PlacedPage {
  /** Its number is the sheet's, with a fraction where that displays several pages. */
  page: Page
  frame: ReadingFrame
  scale: number
  /** Of its top left within the frame, before it was scaled. */
  left: number
  top: number
}

type PlacedTables = Tables & {
  placed: ReadonlyMap<number, PlacedPage>
  /** Numbers of the pages whose words were recognised from pictures. */
  recognised: ReadonlySet<number>
}

/** Null where no page carries a training table under a programme heading; throws PDF_COLUMNS_UNKNOWN. `file` is the base name. */
export function readPdfReport(pages: readonly Page[], source: { file: string; sha256: string }): ExtractedReport | null {
  const frames = pages.map((page) => readingFrames(page, hasTableHeader))
  const placed = placedPages(frames.map(({ main }) => main))
  const { pages: clear, stamped } = withoutLargeStamps(placed.map(({ page }) => page))
  const read = readTables(clear, (name) => readCountry(name) !== null)
  if (!read) return null
  if (read.unknownHeader) {
    const { page, words } = read.unknownHeader
    throw errors.PDF_COLUMNS_UNKNOWN({ file: source.file, page: Math.floor(page) }, textOf(words))
  }
  const starts = [...new Set(read.runs.map((index) => frames.findIndex(({ main }) => main === placed[index]!.frame)))]
  if (starts.length > 1) return readBoundReports(pages, starts, source)
  const tables: PlacedTables = {
    ...read,
    placed: new Map(placed.map((one) => [one.page.number, one])),
    recognised: new Set(pages.filter(({ recognised }) => recognised).map(({ number }) => number)),
  }
  const headings = tables.headings
  if (headings.length === 0) return null
  const years = firstFiscalYears(headings, tables.layout === 'B' ? 2 : 1)
  const factsUnder = (heading: ProgramHeading | null): SourceFacts => ({
    sourceSha256: source.sha256,
    sourceFile: source.file,
    firstYear: years.findLast((year) => heading !== null && year <= heading.fiscalYear) ?? years[0]!,
  })
  const report: ExtractedReport = {
    report: reportName(years[0]!),
    layout: tables.layout,
    regions: tables.regions,
    pages: pages.length,
    pageLabels: labelsOf(tables),
    trainings: [],
    totals: [],
    sequence: [],
    unread: [],
    notes: tables.remarks.map(({ code, text, page }) => ({ code, text, place: placeOn(tables, page, null) })),
  }
  for (const row of tables.order) {
    if ('line' in row && (row.context.heading !== null || row.line.level === 'country')) {
      report.totals.push(totalOf(factsUnder(row.context.heading), tables, row))
      report.sequence.push('total')
      continue
    }
    const { country, heading, region } = row.context
    if ('line' in row || country === null || heading === null) {
      report.unread.push({
        place: placeOf(tables, row.parts[0]!),
        text: textOf(row.parts.flatMap(wordsOf)),
        reason: 'No heading above the row names its country and programme.',
      })
      continue
    }
    report.trainings.push(trainingOf(factsUnder(heading), tables, row, { region, country, heading }))
    report.sequence.push('training')
  }
  if (stamped) report.notes.push({ code: 'STAMPS_LEFT_OUT', text: 'Words stamped over the pages are left out.', place: null })
  const hidden = pages.filter(({ hiddenLeftOut }) => hiddenLeftOut)
  if (hidden.length > 0) {
    const text = `Words that the file holds and does not display are left out, on ${hidden.length} of its pages.`
    report.notes.push({ code: 'HIDDEN_WORDS_LEFT_OUT', text, place: placeOn(tables, hidden[0]!.number, null) })
  }
  if (placed.length > pages.length) {
    const text = 'Sheets on which several pages are displayed are read page by page.'
    report.notes.push({ code: 'SHEETS_PARTED', text, place: null })
  }
  // Headings alone are no report: all that stands below them could be read as nothing.
  if (report.sequence.length === 0 && report.unread.length === 0) return null
  for (const { part, reason } of tables.leftovers) {
    report.unread.push({ place: placeOf(tables, part), text: textOf(wordsOf(part)), reason })
  }
  for (const { others } of frames) for (const frame of others) report.unread.push(...rowsAside(tables, frame))
  return report
}

/** The pages that the frames display, each at the size of the reports. */
function placedPages(frames: readonly ReadingFrame[]): PlacedPage[] {
  const sheets = pagesOfSheets(frames.map(({ page }) => page))
  const scales = scalesOf(sheets.flatMap((sheet) => sheet.map(({ page }) => page)))
  return sheets.flatMap((sheet, index) =>
    sheet.map(({ page, left, top }, at) => {
      const scale = scales.get(page)!
      const number = page.number + at / sheet.length
      return { page: scaled(at === 0 ? page : { ...page, number }, scale), frame: frames[index]!, scale, left, top }
    }),
  )
}

/** For each page of the file, the number or numbers printed on it. */
function labelsOf({ placed, pageLabels }: PlacedTables): (string | null)[] {
  const labels = new Map<ReadingFrame, string | null>()
  for (const { page, frame } of placed.values()) {
    const found = [labels.get(frame), pageLabels.get(page.number)].filter((label) => !!label)
    labels.set(frame, found.length > 0 ? found.join(', ') : null)
  }
  return [...labels.values()]
}

/** Reports of several layouts in one file: each is read by itself. `runs` are the indices of their first pages. */
function readBoundReports(
  pages: readonly Page[],
  runs: readonly number[],
  source: { file: string; sha256: string },
): ExtractedReport | null {
  const read = runs.map((from, at) => {
    const own = pages.slice(from, runs[at + 1])
    const report = readPdfReport(own, source)
    return { report, pageLabels: report?.pageLabels ?? own.map(() => null) }
  })
  const parts = read.flatMap(({ report }) => report ?? [])
  const [first] = parts
  if (!first) return null
  return {
    ...first,
    regions: [...new Set(parts.flatMap(({ regions }) => regions))],
    pages: pages.length,
    pageLabels: read.flatMap(({ pageLabels }) => pageLabels),
    trainings: parts.flatMap(({ trainings }) => trainings),
    totals: parts.flatMap(({ totals }) => totals),
    sequence: parts.flatMap(({ sequence }) => sequence),
    unread: parts.flatMap(({ unread }) => unread),
    notes: parts.flatMap(({ notes }) => notes),
  }
}

/** Lines of a table that run otherwise than the rest of their page: they are not read, and not lost in silence either. */
function rowsAside(tables: Tables, { page, turns }: ReadingFrame): UnreadPlace[] {
  return readLines(page)
    .filter(looksTabular)
    .map((line) => {
      const box = inTenths(asDisplayed(boxAround(line.words), turns, page))
      return {
        place: placeOn(tables, page.number, box),
        text: textOf(line.words),
        reason: 'The line runs otherwise than the rest of its page.',
      }
    })
}

function trainingOf(
  facts: SourceFacts,
  tables: PlacedTables,
  row: TrainingRow,
  above: { region: string | null; country: string; heading: ProgramHeading },
) {
  const cell = (role: Role) => row.header.cells.find((one) => one.role === role)?.printed ?? null
  const cells: Partial<Record<Role, string>> = {}
  let unknown = [above.country, above.heading.program].find((text) => text.includes('\ufffd'))
  for (const { role } of row.header.cells) {
    const text = cellText(row, role)
    cells[role] = text
    if (unknown === undefined && text.includes('\ufffd')) unknown = text
  }
  const flags = [...flagsOf(row), ...recognisedFlags(tables, row)]
  if (unknown) flags.push(flag('LETTERS_UNKNOWN', `Read as "${unknown}".`))
  return makeTraining(facts, {
    cells,
    quantityHeader: cell('quantity'),
    deliveryHeader: cell('delivery'),
    ...above,
    places: placesOf(tables, row),
    position: positionOf(row),
    lost: row.doubts.includes('overprinted'),
    flags,
  })
}

function totalOf(facts: SourceFacts, tables: PlacedTables, row: TotalsRow) {
  const { country, heading, region } = row.context
  const stray = (['location', 'recipient', 'delivery', 'start', 'end'] as const)
    .map((role) => cellText(row, role))
    .filter((text) => text !== '' && text !== '-')
  return makeTotal(facts, {
    line: row.line,
    quantity: cellText(row, 'quantity'),
    cost: cellText(row, 'cost'),
    printed: textOf(wordsOf(row.parts[0]!)),
    region,
    country,
    heading,
    places: placesOf(tables, row),
    position: positionOf(row),
    flags: [
      ...(stray.length > 0 ? [flag('TOTAL_WITH_STRAY_CELLS', `Also printed on the line: ${stray.join(' | ')}.`)] : []),
      ...recognisedFlags(tables, row),
    ],
  })
}

function recognisedFlags({ recognised }: PlacedTables, row: PrintedRow): Flag[] {
  const on = row.parts.map(({ page }) => Math.floor(page)).find((page) => recognised.has(page))
  return on === undefined ? [] : [flag('TEXT_RECOGNISED', `Page ${on} of the file is a picture; a program recognised its words.`)]
}

function flagsOf(row: TrainingRow): Flag[] {
  const flags: Flag[] = []
  const pages = row.parts.length > 1 ? [...new Set(row.parts.map((part) => part.page))] : []
  if (pages.length > 1) {
    const sheets = [...new Set(pages.map(Math.floor))]
    const where = sheets.length > 1 ? `pages ${sheets.join(' and ')}` : `two of the pages that page ${sheets[0]} displays,`
    flags.push(flag('ACROSS_PAGES', `The row stands on ${where} of the file.`))
  }
  if (row.doubts.includes('out of line')) flags.push(flag('CELL_OUT_OF_LINE', 'A line of a cell is not centred on the row.'))
  if (row.doubts.includes('note')) {
    flags.push(flag('NOTE_AMID_CELLS', 'Words stand in or beside its cells as no cell of the table does.'))
  }
  if (row.doubts.includes('country from totals')) {
    flags.push(flag('COUNTRY_FROM_TOTALS', 'The file begins below the heading of the country.'))
  }
  if (row.doubts.includes('cut')) {
    flags.push(flag('CUT_BY_MISSING_PAGE', 'The page on which its cells may go on is not in the file.'))
  }
  if (row.doubts.includes('torn')) flags.push(flag('ROW_TORN', 'Its second half is printed as a row of its own below.'))
  if (row.doubts.includes('shifted')) {
    flags.push(flag('UNIT_OUTSIDE_COLUMN', 'The location runs over; the units beside it stand one column to the right.'))
  }
  if (row.doubts.includes('overprinted')) {
    flags.push(flag('OVERPRINTED_BY_TOTALS', 'The line of totals is written over its title, quantity and cost.'))
  }
  if (row.pageHeading) {
    const { country, program } = row.pageHeading
    flags.push(flag('PAGE_HEADING_DIFFERS', `The page is headed "${[country, program].filter(Boolean).join(', ')}".`))
  }
  if (row.doubts.includes('no heading')) {
    flags.push(flag('PROGRAM_HEADING_MISSING', 'The row follows a line of totals without a new heading.'))
  }
  return flags
}

/** The row's own line first: where quantity and cost stand. */
function placesOf(tables: PlacedTables, row: PrintedRow): [Place, ...Place[]] {
  const own = row.parts.findIndex((part) => part.cells.quantity || part.cells.cost)
  const [first, ...others] = row.parts.map((part) => placeOf(tables, part))
  if (own <= 0) return [first!, ...others]
  const places = [first!, ...others]
  return [places[own]!, ...places.filter((_, index) => index !== own)]
}

function placeOf(tables: PlacedTables, part: RowPart): Place {
  const { frame, scale, left, top } = tables.placed.get(part.page)!
  const read = boxOf(part)
  if (frame.turns === 0 && scale === 1 && left === 0 && top === 0) return placeOn(tables, part.page, read)
  const [x, y, right, bottom] = read.map((edge) => edge / scale) as unknown as Box
  const box: Box = [x + left, y + top, right + left, bottom + top]
  return placeOn(tables, part.page, inTenths(asDisplayed(box, frame.turns, frame.page)))
}

function placeOn(tables: Tables, page: number, box: Box | null): Place {
  return { page: Math.floor(page), pageLabel: tables.pageLabels.get(page) ?? null, box: box && [...box], row: null }
}

/** Page and position, to two points, of the quantity, else of the cost, else of the row's first word. */
function positionOf(row: PrintedRow): string {
  for (const role of ['quantity', 'cost', 'start', 'title'] as const) {
    for (const part of row.parts) {
      const word = part.cells[role]?.[0]?.[0]
      if (word) return `${part.page} ${role} ${Math.round(word.right / 2)} ${Math.round(middle(word) / 2)}`
    }
  }
  const part = row.parts[0]!
  const word = wordsOf(part)[0]!
  return `${part.page} other ${Math.round(word.right / 2)} ${Math.round(middle(word) / 2)}`
}
