/**
 * Layout A (1999–2000, HTML): title, number and cost in one long table; country and programme in bold rows among them.
 *
 * The surprising case: nothing but its words tells what a row with a single cell is. "UNIT" goes on with the title of the row
 * above, "Training (IMET), FY 99" with the heading of the row above, and some headings are not bold ("Benin, International
 * Military Education And Training", "Egypt, Foreign Military Financing (FMF) Program, FY" + "00").
 */
import type { HtmlRow, HtmlRows } from '../../documents/html-rows.js'
import { type ProgramHeading, readProgramHeading, readTotalsLine } from './headings.js'
import {
  ACROSS_COLUMNS,
  type HtmlTables,
  type HtmlTraining,
  isStruck,
  maybeHeading,
  type RowContext,
  STRUCK_OUT,
} from './html-tables.js'
import { joinLines } from './values.js'

interface FoundHeading {
  heading: ProgramHeading
  /** Rows that it takes. */
  lines: number
  yearFromTotals: boolean
}

/** "Africa Region", "East Asia and Pacific Regions", "Near East Region (Continued)". */
const regionLine = /^(.+?)\s+Regions?(?:\s+\(Continued\))?$/i

export function readLayoutA({ items }: HtmlRows, isCountry: (name: string) => boolean): HtmlTables {
  const tables: HtmlTables = { layout: 'A', regions: [], trainings: [], totals: [], unread: [] }
  let context: RowContext = { region: null, country: null, heading: null }
  let quantityHeader: string | null = null
  let alone: HtmlRow[] = []
  let begun = false
  let above: HtmlTraining | null = null

  for (const item of items) {
    if (item.kind === 'line') {
      const region = item.italic ? regionLine.exec(item.text)?.[1] : undefined
      if (region) nameRegion(region)
      continue
    }
    const cells = item.cells.map(({ text }) => text)
    const [title = '', quantity = '', cost = '', ...more] = cells
    if (cells.every((text) => text === '')) continue
    if (title !== '' && cells.slice(1).every((text) => text === '')) {
      alone.push(item)
      continue
    }
    readAlone()
    above = null
    if (isHeader(cells)) {
      quantityHeader = quantity
      continue
    }
    const totals = readTotalsLine(title)
    if (totals) {
      tables.totals.push({ row: item.ordinal, line: totals, context, quantity, cost, printed: printed(cells), stray: [] })
    } else if (context.heading && context.country && (quantity !== '' || cost !== '') && more.every((text) => text === '')) {
      above = {
        rows: [item.ordinal],
        context,
        quantityHeader,
        deliveryHeader: null,
        cells: { title, quantity, cost },
        lost: false,
      }
      if (isStruck(item)) above.doubt = STRUCK_OUT
      tables.trainings.push(above)
    } else if (begun) {
      const reason =
        context.heading && context.country
          ? 'The row has more cells than title, number and cost.'
          : 'No heading names its country and programme.'
      tables.unread.push({ row: item.ordinal, text: printed(cells), reason })
    }
  }
  readAlone()
  return tables

  function nameRegion(region: string): void {
    if (!tables.regions.includes(region)) tables.regions.push(region)
    context = { ...context, region }
  }

  /** Rows that have only a first cell: first the rest of a title, then the lines of headings. */
  function readAlone(): void {
    const rows = alone
    alone = []
    let index = 0
    while (index < rows.length) {
      const found = headingAt(rows, index)
      if (found) {
        const { heading, lines, yearFromTotals } = found
        if (heading.region) nameRegion(heading.region)
        const struck = rows.slice(index, index + lines).some(isStruck)
        context = { region: context.region, country: heading.country, heading, yearFromTotals, ...(struck && { struck }) }
        begun = true
        above = null
        index += lines
        continue
      }
      const { ordinal, cells } = rows[index]!
      const isAcross = cells[0]!.colspan > 1
      if (above && isAcross) above.doubt = ACROSS_COLUMNS
      if (above && !cells[0]!.bold && !isAcross) {
        above.cells.title = joinLines([above.cells.title ?? '', cells[0]!.text])
        above.rows.push(ordinal)
      } else if (begun) {
        tables.unread.push({ row: ordinal, text: cells[0]!.text, reason: 'Neither a heading nor the rest of a title.' })
        if (maybeHeading(cells[0]!)) context = { ...context, country: null, heading: null }
      }
      index++
    }
  }

  /** The shortest run of rows from `index` that makes a heading; its first row is bold or begins with a country or region. */
  function headingAt(rows: readonly HtmlRow[], index: number): FoundHeading | null {
    const first = rows[index]!.cells[0]!
    if (!first.bold && !beginsWithCountry(first.text)) return null
    const texts: string[] = []
    for (const row of rows.slice(index, index + 4)) {
      texts.push(row.cells[0]!.text)
      const heading = readProgramHeading(joinLines(texts), isCountry)
      if (heading) return { heading, lines: texts.length, yearFromTotals: false }
    }
    return headingWithoutYear(rows, index)
  }

  /** "Saudi Arabia, Miscellaneous DoD-DoS Activities, FY" and no row with the year: the line of totals below names it. */
  function headingWithoutYear(rows: readonly HtmlRow[], index: number): FoundHeading | null {
    const text = joinLines(rows.slice(index).map(({ cells }) => cells[0]!.text))
    if (!/,\s*FY$/.test(text)) return null
    const below = items.slice(items.indexOf(rows.at(-1)!) + 1)
    for (const item of below) {
      const year = item.kind === 'row' && item.cells[0] ? readTotalsLine(item.cells[0].text)?.fiscalYear : undefined
      const heading = year ? readProgramHeading(`${text} ${year}`, isCountry) : null
      if (heading) return { heading, lines: rows.length - index, yearFromTotals: true }
    }
    return null
  }

  function beginsWithCountry(text: string): boolean {
    const parts = text.split(/\s*,\s*/)
    return (
      parts.length > 1 && (/ Regions?$/i.test(parts[0]!) || [1, 2].some((count) => isCountry(parts.slice(0, count).join(', '))))
    )
  }
}

/** "Title of", "#", "Cost": the head of a printed page that was taken over once (South Asia, Sri Lanka). */
const isHeader = (cells: readonly string[]): boolean =>
  /^(?:Course )?Title/i.test(cells[0]!) && /^(?:Total )?Cost$/i.test(cells[2] ?? '')

const printed = (cells: readonly string[]): string => cells.filter((text) => text !== '').join(' ')
