/** A report in PDF, from its pages of words to records with places. Pure: opening the file is extract.ts's. */
import type { Box, Page } from '../../documents/page.js'
import { asDisplayed, type ReadingFrame, readingFrames } from '../../documents/reading-frame.js'
import type { Flag, Place, UnreadPlace } from '../../ledger/records.js'
import { readCountry } from '../../ledger/vocabulary.js'
import type { ExtractedReport } from './extracted-report.js'
import { flag } from './flags.js'
import type { ProgramHeading } from './headings.js'
import { boxAround, middle, readLines, textOf } from './lines.js'
import { firstFiscalYears, makeTotal, makeTraining, reportName, type SourceFacts } from './make-records.js'
import { scaled, scaleOf } from './print-size.js'
import { looksTabular, readTables, type Tables, type TotalsRow, type TrainingRow } from './read-tables.js'
import { boxOf, cellText, inTenths, type PrintedRow, type RowPart, wordsOf } from './row.js'
import { hasTableHeader } from './strips.js'
import type { Role } from './table-header.js'

/** Tables, and the frames in which their pages were read, and at which scale: places are on the pages as displayed. */
type PlacedTables = Tables & { frames: ReadonlyMap<number, ReadingFrame>; scale: number }

/** Null where no page carries a training table under a programme heading. `file` is the base name. */
export function readPdfReport(pages: readonly Page[], source: { file: string; sha256: string }): ExtractedReport | null {
  const frames = pages.map((page) => readingFrames(page, hasTableHeader))
  const scale = scaleOf(frames.map(({ main }) => main.page))
  const read = readTables(
    frames.map(({ main }) => scaled(main.page, scale)),
    (name) => readCountry(name) !== null,
  )
  if (!read) return null
  if (read.runs.length > 1) return readBoundReports(pages, read.runs, source)
  const tables: PlacedTables = { ...read, scale, frames: new Map(frames.map(({ main }) => [main.page.number, main])) }
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
    pageLabels: pages.map((page) => tables.pageLabels.get(page.number) ?? null),
    trainings: [],
    totals: [],
    sequence: [],
    unread: [],
    notes: tables.remarks.map(({ code, text, page }) => ({ code, text, place: placeOn(tables, page, null) })),
  }
  for (const row of tables.order) {
    if ('line' in row) {
      report.totals.push(totalOf(factsUnder(row.context.heading), tables, row))
      report.sequence.push('total')
      continue
    }
    const { country, heading, region } = row.context
    if (country === null || heading === null) {
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
  for (const { part, reason } of tables.leftovers) {
    report.unread.push({ place: placeOf(tables, part), text: textOf(wordsOf(part)), reason })
  }
  for (const { others } of frames) for (const frame of others) report.unread.push(...rowsAside(tables, frame))
  return report
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
  return makeTraining(facts, {
    cells: Object.fromEntries(row.header.cells.map(({ role }) => [role, cellText(row, role)])),
    quantityHeader: cell('quantity'),
    deliveryHeader: cell('delivery'),
    ...above,
    places: placesOf(tables, row),
    position: positionOf(row),
    lost: row.doubts.includes('overprinted'),
    flags: flagsOf(row),
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
    flags: stray.length > 0 ? [flag('TOTAL_WITH_STRAY_CELLS', `Also printed on the line: ${stray.join(' | ')}.`)] : [],
  })
}

function flagsOf(row: TrainingRow): Flag[] {
  const flags: Flag[] = []
  const pages = row.parts.length > 1 ? [...new Set(row.parts.map((part) => part.page))] : []
  if (pages.length > 1) flags.push(flag('ACROSS_PAGES', `The row stands on pages ${pages.join(' and ')} of the file.`))
  if (row.doubts.includes('out of line')) flags.push(flag('CELL_OUT_OF_LINE', 'A line of a cell is not centred on the row.'))
  if (row.doubts.includes('country from totals')) {
    flags.push(flag('COUNTRY_FROM_TOTALS', 'The file begins below the heading of the country.'))
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
  const { page, turns } = tables.frames.get(part.page)!
  const read = boxOf(part)
  if (turns === 0 && tables.scale === 1) return placeOn(tables, part.page, read)
  const box = read.map((edge) => edge / tables.scale) as unknown as Box
  return placeOn(tables, part.page, inTenths(asDisplayed(box, turns, page)))
}

function placeOn(tables: Tables, page: number, box: Box | null): Place {
  return { page, pageLabel: tables.pageLabels.get(page) ?? null, box: box && [...box], row: null }
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
