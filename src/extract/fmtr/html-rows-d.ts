/**
 * Layout D (2006–2007, HTML): eight columns named by a header row, a country in a coloured row across them, a programme in bold.
 *
 * The surprising case: where a title was set in two lines, its first line became a row of its own and pushed the rest of the
 * table down, so that the line of totals was written over one of the trainings: title, quantity and cost of that training are
 * gone, its location, unit and dates stand beside the totals (Europe, Kosovo, Regional Centers; six times in the files seen).
 */
import type { HtmlRow, HtmlRows } from '../../documents/html-rows.js'
import { readProgramHeading, readTotalsLine, readWebPageTitle, withoutContinued } from './headings.js'
import {
  ACROSS_COLUMNS,
  type HtmlTables,
  type HtmlTraining,
  isStruck,
  maybeHeading,
  type RowContext,
  STRUCK_OUT,
} from './html-tables.js'
import { type Role, roleOfHeaderCell } from './table-header.js'
import { isBlank, joinLines, looksLikeDate, readCents } from './values.js'

const WITHOUT_HEADING = 'No heading names its country and programme.'

const keptBesideTotals: readonly Role[] = ['location', 'recipient', 'delivery', 'start', 'end']

/** `isCountry` tells names of countries, where a page shows them by no colour or type. */
export function readLayoutD({ title, items }: HtmlRows, isCountry: (name: string) => boolean): HtmlTables {
  const tables: HtmlTables = { layout: 'D', regions: [], trainings: [], totals: [], unread: [] }
  const region = readWebPageTitle(title) ?? firstMatch(items)
  if (region) tables.regions.push(region)
  let context: RowContext = { region, country: null, heading: null }
  let countryStruck = false
  let roles: (Role | null)[] | null = null
  let headers: Pick<HtmlTraining, 'quantityHeader' | 'deliveryHeader'> = { quantityHeader: null, deliveryHeader: null }
  let titleAbove: HtmlRow[] = []
  const textsOf = gridReader()

  for (const item of items) {
    if (item.kind === 'line') continue
    const texts = textsOf(item)
    if (texts.every((text) => text === '')) continue
    const first = texts[0]!
    const single = texts.slice(1).every((text) => text === '')
    const header = readHeader(texts)
    if (header) {
      roles = header
      const cell = (role: Role) => texts[header.indexOf(role)] ?? null
      headers = { quantityHeader: cell('quantity'), deliveryHeader: cell('delivery') }
      continue
    }
    const heading = single ? readProgramHeading(first) : null
    if (heading) {
      // Nothing but a country stands alone above a programme: one whose name is not known must not leave its rows to the country before.
      if (titleAbove.length > 0) context = { ...context, country: null }
      leaveTitles()
      context = { region, country: context.country, heading, ...((countryStruck || isStruck(item)) && { struck: true }) }
      continue
    }
    if (single && (isCountryRow(item) || isCountry(first))) {
      leaveTitles()
      context = { region, country: withoutContinued(first), heading: null }
      countryStruck = isStruck(item)
      continue
    }
    if (!roles) continue
    if (single && maybeHeading(item.cells[0]!)) {
      leaveTitles()
      tables.unread.push({ row: item.ordinal, text: first, reason: 'Neither a heading nor the rest of a title.' })
      context = { ...context, heading: null }
      continue
    }
    if (single) {
      titleAbove.push(item)
      continue
    }
    const cells: Partial<Record<Role, string>> = {}
    for (const [index, role] of roles.entries()) if (role) cells[role] = texts[index] ?? ''
    const line = readTotalsLine(first)
    if (line && texts.length === roles.length) {
      leaveTitles()
      const stray = keptBesideTotals.map((role) => cells[role] ?? '').filter((text) => !isBlank(text))
      const printed = texts.filter((text) => text !== '').join(' ')
      tables.totals.push({
        row: item.ordinal,
        line,
        context,
        quantity: cells.quantity ?? '',
        cost: cells.cost ?? '',
        printed,
        stray,
      })
      if (stray.length > 0 && context.heading && context.country) {
        const { title: _title, quantity: _quantity, cost: _cost, ...kept } = cells
        tables.trainings.push({ rows: [item.ordinal], context, ...headers, cells: kept, lost: true })
      } else if (stray.length > 0) {
        tables.unread.push({ row: item.ordinal, text: stray.join(' | '), reason: WITHOUT_HEADING })
      }
      continue
    }
    if (!context.heading || !context.country || texts.length !== roles.length) {
      const reason =
        context.heading && context.country
          ? `The row has ${texts.length > roles.length ? 'more' : 'fewer'} cells than its header.`
          : WITHOUT_HEADING
      tables.unread.push({ row: item.ordinal, text: texts.join(' | '), reason })
      continue
    }
    const training: HtmlTraining = { rows: [item.ordinal], context, ...headers, cells, lost: false }
    for (const above of titleAbove) training.rows.push(above.ordinal)
    if (isStruck(item)) training.doubt = STRUCK_OUT
    // The blank cells beside the first line of a title are there; a cell across them may be a note.
    if (titleAbove.some(({ cells }) => cells.length === 1)) training.doubt = ACROSS_COLUMNS
    cells.title = joinLines([...titleAbove.map(({ cells }) => cells[0]!.text), cells.title ?? ''])
    titleAbove = []
    tables.trainings.push(training)
  }
  leaveTitles()
  return tables

  function leaveTitles(): void {
    for (const { ordinal, cells } of titleAbove) {
      tables.unread.push({ row: ordinal, text: cells[0]!.text, reason: 'No row follows that this could be the title of.' })
    }
    titleAbove = []
  }
}

function firstMatch(items: HtmlRows['items']): string | null {
  for (const item of items) {
    const found = item.kind === 'line' ? readWebPageTitle(item.text) : null
    if (found) return found
  }
  return null
}

/**
 * Gives each row's texts by the columns in which they stand, as a browser lays them out: a cell across two columns leaves the second blank, one
 * across two rows says the same in both. Blank cells behind the last column of the header are no columns.
 */
function gridReader(): (row: HtmlRow) => string[] {
  let above: { text: string; rows: number }[] = []
  let width = 0
  return ({ cells }) => {
    const texts: string[] = []
    const below: typeof above = []
    const fill = () => {
      for (let over = above[texts.length]; over && over.rows > 0; over = above[texts.length]) {
        below[texts.length] = { text: over.text, rows: over.rows - 1 }
        texts.push(over.text)
      }
    }
    for (const { text, colspan, rowspan = 1 } of cells) {
      fill()
      for (let column = 0; column < Math.min(colspan, MOST_COLUMNS); column++) {
        const own = column === 0 ? text : ''
        if (rowspan > 1) below[texts.length] = { text: own, rows: rowspan - 1 }
        texts.push(own)
      }
    }
    fill()
    above = below
    if (readHeader(texts)) width = texts.findLastIndex((text) => text !== '') + 1
    while (texts.length > width && texts.at(-1) === '') texts.pop()
    return texts
  }
}

const MOST_COLUMNS = 100

/** A country's name stands alone in a cell across the whole table, on a ground of its own. */
function isCountryRow({ cells }: HtmlRow): boolean {
  const [cell, ...others] = cells
  return others.every(({ text }) => text === '') && cell!.colspan > 2 && (cell!.background !== null || cell!.bold)
}

/** The roles of a header row's cells; null where the row is none. */
function readHeader(texts: readonly string[]): (Role | null)[] | null {
  const roles = texts.map((text) => roleOfHeaderCell(text))
  return roles[0] === 'title' && roles.includes('quantity') && roles.includes('cost') && roles.includes('start') ? roles : null
}

/** An amount among dates, and dates that stand under "Total Cost" (48 rows of Swaziland): each to its own column. */
export interface MovedCells {
  cost: string
  start: string
  end: string
  /** What was moved, for a flag; empty where every cell stands in its column. */
  moved: { cost: boolean; date: boolean }
}

/**
 * Puts a date that stands under the cost where a date is missing, and an amount that stands under a date back under the cost.
 * Where both dates stand already, the one under the cost stays out and the cost is unknown.
 */
export function cellsToTheirColumns(cost: string, start: string, end: string): MovedCells {
  const moved = { cost: false, date: false }
  if (!looksLikeDate(cost)) return { cost, start, end, moved }
  moved.date = true
  const date = cost
  const amount = [end, start].find((text) => !isBlank(text) && 'value' in readCents(text))
  if (amount !== undefined) {
    moved.cost = true
    return amount === end ? { cost: amount, start, end: date, moved } : { cost: amount, start: '', end: end || date, moved }
  }
  if (isBlank(end)) return { cost: '', start, end: date, moved }
  if (isBlank(start)) return { cost: '', start: date, end, moved }
  return { cost: '', start, end, moved }
}
