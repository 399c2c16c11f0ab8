/**
 * Reads the training tables of a file's pages, top to bottom: which rows and totals stand under which headings.
 *
 * One walk for all layouts in PDF. It keeps what a reader keeps in mind: the country and programme last named, the columns last
 * seen, whether a table is open, and the row that may go on on the next page.
 */
import type { Page, Word } from '../../documents/page.js'
import { mayBeOneRow } from './across-pages.js'
import { type Columns, columnsOfHeaders, learnColumns } from './columns.js'
import { gridOf } from './grid.js'
import { headingLines } from './heading-lines.js'
import { type ProgramHeading, readWebPageTitle } from './headings.js'
import { type Line, textOf } from './lines.js'
import { nameCountriesByTotals, nameRegionsByCountry } from './named-afterwards.js'
import { hasNumbers, isStray, looksTabular, type RowPart, totalsOf, wordsOf } from './row.js'
import { readTop } from './rows-down.js'
import { readStrips, type Strip, type Strips } from './strips.js'
import type { Context, Doubt, Tables, TotalsRow, TrainingRow } from './tables.js'
import { readCentred } from './tiled-rows.js'
import { cellsLeft, isTorn, tornCells } from './torn-rows.js'

/** Null where no page carries a training table as the reports print it. `isCountry` tells names of countries, see headings.ts. */
export function readTables(pages: readonly Page[], isCountry: (name: string) => boolean): Tables | null {
  const strips = readStrips(pages)
  return !strips || isPrintedWebPage(strips) ? null : walk(strips, isCountry)
}

/** The report of 2006–2007 is a web page: printed as PDF it looks like layout E, but its title would be a country and its header misses a column. */
const isPrintedWebPage = ({ strips }: Strips): boolean =>
  strips.some(({ lines }) =>
    lines.some(({ words }) => words[0]!.bold && words.length < 16 && readWebPageTitle(textOf(words)) !== null),
  )

function walk(
  { layout, traits, strips, pageLabels, runs, notes, repeated, sorted, unknownHeader }: Strips,
  isCountry: (name: string) => boolean,
): Tables {
  const tables: Tables = {
    layout,
    rows: [],
    totals: [],
    order: [],
    leftovers: [],
    remarks: [],
    regions: [],
    headings: [],
    pageLabels,
    unknownHeader,
    runs,
  }
  const headings = headingLines(strips, traits, isCountry)
  const columnsOf = traits.underHeader ? columnsOfHeaders() : learnColumns(strips)
  const onGrid = gridOf(strips, columnsOf)

  const regionOfCountry = new Map<string, string>()
  let context: Context = { region: null, country: null, heading: null, since: strips[0]!.page }
  const columns: (Columns | null)[] = [null, null]
  let open = false
  /** Whether the table last headed has got its totals; null before the first. */
  let summed: boolean | null = null
  /** What the page's own heading says where it is not what the table's says. */
  let pageHeading: ProgramHeading | null = null
  let lastRow: TrainingRow | null = null
  let pending: RowPart | null = null

  for (const strip of strips) {
    if (!strip.follows) forget(strip.page)
    if (!strip.ofTables && !headings.hasAny(strip)) {
      for (const { words } of strip.lines)
        tables.remarks.push({ page: strip.page, code: 'TEXT_BETWEEN_TABLES', text: textOf(words) })
      continue
    }
    if (strip.region) nameRegion(strip.region)
    let stretch: Line[] = []
    let first = true
    const flush = (last: boolean) => {
      if (stretch.length > 0) readStretch(strip, stretch, first, last)
      if (stretch.length > 0) first = false
      stretch = []
    }
    for (let index = 0; index < strip.lines.length; index++) {
      const line = strip.lines[index]!
      const header = strip.headers.get(line)
      if (header) {
        flush(false)
        columns[strip.column] = columnsOf(header, strip)
        open = true
        continue
      }
      const country = headings.countryAt(strip, index)
      if (country) {
        flush(false)
        leaveBeside(strip.page, country.aside)
        index += country.lines - 1
        context = { ...context, country: country.name, heading: null }
        open = false
        lastRow = null
        continue
      }
      const programme = headings.programmeAt(strip, index)
      if (programme) {
        flush(false)
        leaveBeside(strip.page, programme.aside)
        index += programme.lines - 1
        const below = strip.lines[index + 1]
        nameProgramme(programme.heading, below !== undefined && strip.headers.has(below))
        continue
      }
      stretch.push(line)
    }
    flush(true)
  }
  for (const { page, line } of notes)
    tables.leftovers.push({
      part: { page, cells: {}, unplaced: line.words },
      reason: 'The words stand outside of the margins of the tables, or are in print of another size.',
    })
  for (const { page, words } of repeated)
    tables.leftovers.push({
      part: { page, cells: {}, unplaced: [...words] },
      reason: 'The page stands in the file twice, and is read once.',
    })
  if (sorted)
    tables.remarks.push({ page: 1, code: 'PAGES_SORTED', text: 'The pages are read in the order of their printed numbers.' })
  if (pending) tables.leftovers.push({ part: pending, reason: 'The file ends before the row does.' })
  nameCountriesByTotals(tables.order)
  if (!traits.regionInHeading) nameRegionsByCountry(tables.order, regionOfCountry)
  return tables

  /** What stands above a page is unknown where the page before it is missing. */
  function forget(page: number): void {
    if (pending) tables.leftovers.push({ part: pending, reason: 'The page on which the row goes on is missing.' })
    pending = null
    lastRow?.doubts.push('cut')
    lastRow = null
    pageHeading = null
    summed = null
    open = false
    context = { region: null, country: null, heading: null, since: page }
    tables.remarks.push({
      page,
      code: 'PAGES_MISSING',
      text: 'Going by the printed page numbers, pages are missing before this one.',
    })
  }

  function nameRegion(region: string): void {
    if (!tables.regions.includes(region)) tables.regions.push(region)
    context = { ...context, region }
  }

  /**
   * A heading right above a header row is the page's, repeated from the table that goes on. While that table has not been summed,
   * its own heading holds, whatever the page's says: what the totals below sum is what stands under the table's heading
   * (FMTR 2001–2002, Korea: the table "Miscellaneous … (Note 3)" goes on under the page heading "Unified Command (Note 4)").
   * Once it has been summed, the page's heading names the next row, but not further totals (El Salvador, "Program Totals").
   */
  function nameProgramme(heading: ProgramHeading, aboveHeader: boolean): void {
    if (heading.region) {
      nameRegion(heading.region)
      if (heading.country) regionOfCountry.set(heading.country, heading.region)
    }
    const { heading: before, country } = context
    const same =
      before?.program === heading.program &&
      before.fiscalYear === heading.fiscalYear &&
      (heading.country === null || heading.country === country)
    if (aboveHeader && summed !== null && traits.headingOpensTable) {
      pageHeading = same ? null : heading
      return
    }
    pageHeading = null
    summed = false
    // A heading repeated at the head of a page may leave out the agency.
    if (same && before && heading.agency === null) return
    if (!same) {
      lastRow = null
      tables.headings.push(heading)
    }
    context = { ...context, country: heading.country ?? country, heading }
    if (traits.headingOpensTable) open = true
  }

  function readStretch(strip: Strip, lines: Line[], first: boolean, last: boolean): void {
    const under = columns[strip.column] ?? firstColumns(strip)
    if (!under || (!columns[strip.column] && !open && !lines.some(looksTabular))) {
      for (const line of lines) tables.remarks.push({ page: strip.page, code: 'TEXT_BEFORE_TABLES', text: textOf(line.words) })
      return
    }
    if (traits.cells === 'top') {
      for (const { part, doubts, notes } of readTop(strip, lines, under, onGrid)) {
        takeOut(strip.page, notes)
        if (!part) continue
        if (hasNumbers(part) || totalsOf(part)) accept(part, under, doubts)
        else continueRow(part, under)
      }
      return
    }
    const { rows, above, below, notes } = readCentred(strip.page, lines, under, onGrid)
    takeOut(strip.page, notes)
    if (above) {
      if (first) continueRow(above, under)
      else leave(above, 'These lines stand between two rows and belong to neither.')
    }
    for (const { part, doubts } of rows) accept(part, under, doubts)
    if (below) {
      if (last && open) pending = below
      else if (rows.length === 0 && first) continueRow(below, under)
      else leave(below, 'These lines stand below the last row and belong to none.')
    }
  }

  /** What is no cell's is told, and part of none. */
  function takeOut(page: number, notes: readonly Word[][]): void {
    for (const words of notes)
      tables.leftovers.push({
        part: { page, cells: {}, unplaced: words },
        reason:
          'The words stand as no cell of the table does: beside the columns, over one, or too near to or far from other lines.',
      })
  }

  /** What stands beside a heading is told, and part of nothing. */
  function leaveBeside(page: number, words: Word[]): void {
    if (words.length > 0)
      tables.leftovers.push({
        part: { page, cells: {}, unplaced: words },
        reason: 'The words stand beside a heading, and are not of it.',
      })
  }

  /** A file may begin within a table, without a header row: then the columns are those of the next one. */
  function firstColumns({ column }: Strip): Columns | null {
    for (const strip of strips) {
      if (strip.column !== column) continue
      for (const header of strip.headers.values()) return columnsOf(header, strip)
    }
    return null
  }

  function accept(part: RowPart, under: Columns, doubts: Doubt[]): void {
    const found = totalsOf(part)
    if (found) {
      if (pending) continueRow(pending, under)
      pending = null
      const total: TotalsRow = { parts: [part], context, header: under.header, line: found.line }
      const endsCountry = found.line.level === 'country' && tables.order.at(-1)?.context.country === context.country
      tables.totals.push(total)
      // Dates have no place in a total: they are left of the row that the total was written over (FMTR 2007–2008, Lesotho).
      const overprinted = part.cells.start !== undefined || part.cells.end !== undefined
      if (overprinted) addRow({ ...part, cells: cellsLeft(part, found.titleLines) }, under, [...doubts, 'overprinted'])
      tables.order.push(total)
      open = overprinted
      summed = true
      lastRow = null
      // What follows a country's totals, unless they stand above its rows, is another's: where no heading names it, nothing does.
      if (endsCountry && !overprinted) context = { ...context, country: null, heading: null }
      return
    }
    if (lastRow && isTorn(part, lastRow)) {
      lastRow.parts.push(tornCells(part))
      lastRow.doubts.push('torn')
      return
    }
    if (isStray(part)) leave(part, 'These words stand under the dates, and no row beside them.')
    else addRow(part, under, doubts)
  }

  function addRow(part: RowPart, under: Columns, doubts: Doubt[]): void {
    if (pageHeading && summed) nameProgramme(pageHeading, false)
    if (!open || !context.heading || summed) doubts.push('no heading')
    if (pending && !isOneRow(pending, part, under)) {
      takeOut(pending.page, [wordsOf(pending)])
      pending = null
    }
    const parts = pending ? [pending, part] : [part]
    pending = null
    lastRow = { parts, context, header: under.header, doubts, pageHeading }
    tables.rows.push(lastRow)
    tables.order.push(lastRow)
  }

  /** Lines without numbers go on where the last row stopped, on this page or the one before. */
  function continueRow(part: RowPart, under: Columns): void {
    if (!lastRow) {
      leave(part, 'These lines follow no row.')
      return
    }
    const to = lastRow.parts.at(-1)!
    if (to.page !== part.page && !isOneRow(to, part, under)) {
      takeOut(part.page, [wordsOf(part)])
      return
    }
    if (to.page === part.page && (to.column ?? 0) === (part.column ?? 0)) {
      for (const [role, lines] of Object.entries(part.cells)) {
        const key = role as keyof RowPart['cells']
        to.cells[key] = [...(to.cells[key] ?? []), ...lines]
      }
    } else lastRow.parts.push(part)
  }

  function isOneRow(foot: RowPart, head: RowPart, under: Columns): boolean {
    return !onGrid || mayBeOneRow(foot, head, under, onGrid, traits.cells === 'centred')
  }

  function leave(part: RowPart, reason: string): void {
    if (open) tables.leftovers.push({ part, reason })
    else tables.remarks.push({ page: part.page, code: 'TEXT_BETWEEN_TABLES', text: textOf(wordsOf(part)) })
  }
}
