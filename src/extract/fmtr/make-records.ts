/**
 * Makes records of what was printed: cells into values, headings into country and programme codes, places into ids.
 *
 * For all layouts, PDF and HTML. What cannot be read becomes null with a flag that keeps the printed words; nothing is guessed.
 */
import { hash } from 'node:crypto'
import type { Flag, Place, PrintedTotal, Training } from '../../ledger/records.js'
import { itself, remembered } from '../../ledger/remembered.js'
import { readCountry, readProgram } from '../../ledger/vocabulary.js'
import { flag } from './flags.js'
import type { ProgramHeading, TotalsLine } from './headings.js'
import { repairMisprintedLetters } from './misprinted-letters.js'
import { repairNote } from './replaced-letters.js'
import type { Role } from './table-header.js'
import {
  isBlank,
  isDollars,
  isNotApplicable,
  looksLikeDate,
  partMark,
  readCents,
  readDate,
  readQuantity,
  splitDeliveryUnit,
} from './values.js'

export interface SourceFacts {
  sourceSha256: string
  sourceFile: string
  /** First fiscal year of the report: "2012-2013" reports on 2012. */
  firstYear: number
  /** Whether its dates are written with the day first; the reports write the month first. */
  dayFirst?: boolean
}

export interface PrintedTraining {
  /** Text of each cell, wrapped lines joined; a column that the table lacks is absent. */
  cells: Partial<Record<Role, string>>
  quantityHeader: string | null
  deliveryHeader: string | null
  region: string | null
  country: string
  heading: ProgramHeading
  /** The first is where quantity and cost stand. */
  places: [Place, ...Place[]]
  /** Where the row's quantity, or else its cost, stands in the file: page and quantised position, or the ordinal of its `<tr>`. */
  position: string
  /** Whether a line of totals is written over title, quantity and cost: they are then lost, not blank. */
  lost?: boolean
  flags: Flag[]
}

export interface PrintedTotals {
  line: TotalsLine
  quantity: string
  cost: string
  /** All the words of the line. */
  printed: string
  region: string | null
  country: string | null
  heading: ProgramHeading | null
  places: [Place, ...Place[]]
  position: string
  flags: Flag[]
}

/** "2012-2013" for 2012. */
export const reportName = (firstYear: number): string => `${firstYear}-${firstYear + 1}`

/**
 * The first fiscal year of a report: the smallest that at least a tenth of its programme headings name. The reports of 1999–2000
 * and 2000–2001 detail their second year too, as a plan; all later ones detail the first alone.
 */
export function firstFiscalYear(headings: readonly ProgramHeading[]): number {
  return firstFiscalYears(headings, 2)[0]!
}

/** The first fiscal years of all reports that are bound together, in their order; each details so many `years`. */
export function firstFiscalYears(headings: readonly ProgramHeading[], years: 1 | 2): number[] {
  const counts = new Map<number, number>()
  for (const { fiscalYear } of headings) counts.set(fiscalYear, (counts.get(fiscalYear) ?? 0) + 1)
  const named = [...counts].filter(([, count]) => count * 10 >= headings.length).map(([year]) => year)
  const first: number[] = []
  for (const year of named.sort((a, b) => a - b)) if (first.length === 0 || year >= first.at(-1)! + years) first.push(year)
  return first
}

/** Ids come from content: the same file gives the same ids anywhere, and one newly found row moves no other. 96 bits. */
export function recordId(kind: 'training' | 'total', sourceSha256: string, position: string): string {
  return hash('sha256', `${sourceSha256}\n${kind}\n${position}`, 'hex').slice(0, 24)
}

/** "Cancelled", "CANCELD", "Cancellation Penalty": mostly where the unit should stand (FMTR 2001–2002). */
const saysCancelled = /\bcancel(?:l?ed|d|lation)?\b/i

export function makeTraining(facts: SourceFacts, printed: PrintedTraining): Training {
  const { cells, heading, country } = printed
  const flags = [...printed.flags]
  const text = (role: 'title' | 'location' | 'recipient' | 'delivery', name: string): string | null => {
    const cell = role === 'title' ? money.title : (cells[role] ?? '')
    if (isNotApplicable(cell)) {
      flags.push(flag('NOT_APPLICABLE', `${name} is printed "${cell}".`))
      return null
    }
    return isBlank(cell) ? null : cell
  }
  const money = readMoneyAndDates(cells, flags)
  const courseTitle = text('title', 'The course title')
  if (courseTitle === null && !printed.lost) flags.push(flag('TITLE_BLANK', 'No course title is printed.'))
  const location = text('location', 'The location')
  const recipientUnit = text('recipient', "The student's unit")
  const deliveryCell = [money.delivery, text('delivery', 'The US unit') ?? ''].filter((part) => part !== '').join(' ')
  const delivery = readDelivery(deliveryCell || null, printed.deliveryHeader, flags)
  for (const cell of [courseTitle, location, recipientUnit, delivery.unit]) {
    const repaired = cell === null ? null : repairMisprintedLetters(cell)
    if (repaired !== null && repaired !== cell) flags.push(flag('REPAIRED_TEXT', repairNote(cell!, repaired)))
  }
  const cancelled = saysCancelled.exec([courseTitle, recipientUnit, location, delivery.unit].join(' '))
  if (cancelled) flags.push(flag('CANCELLED', `Printed "${cancelled[0]}".`))
  const quantity = printed.lost ? null : readQuantityCell(cells.quantity ?? '', flags)
  const cents = printed.lost ? null : readCostCell(money.cost, flags)
  const start = readDateCell(money.start, 'start', heading.fiscalYear, facts, flags)
  const end = readDateCell(money.end, 'end', heading.fiscalYear, facts, flags)
  if (end.date && hasFullYear(money.start) && !hasFullYear(money.end)) {
    flags.push(flag('DATE_UNREADABLE', `The end is printed "${end.printed}", cut off after two digits of its year.`))
    end.date = null
  }
  if (start.date && end.date && end.date < start.date) {
    flags.push(flag('DATES_REVERSED', `Printed from ${start.printed} to ${end.printed}.`))
  }
  return {
    id: recordId('training', facts.sourceSha256, printed.position),
    sourceSha256: facts.sourceSha256,
    sourceFile: facts.sourceFile,
    report: reportName(facts.firstYear),
    fiscalYear: heading.fiscalYear,
    status: heading.fiscalYear > facts.firstYear ? 'proposed' : 'delivered',
    region: printed.region,
    ...readCountryCell(country, flags),
    ...readProgramCell(heading, flags),
    courseTitle,
    quantity,
    quantityHeader: printed.quantityHeader,
    location,
    recipientUnit,
    deliveryUnit: delivery.unit,
    deliveryQuantity: delivery.quantity,
    cents,
    startPrinted: start.printed,
    endPrinted: end.printed,
    startDate: start.date,
    endDate: end.date,
    places: printed.places,
    flags,
  }
}

/**
 * A total's scope: country, programme and fiscal year, null where it spans. "Program Totals" of layouts A to C span the years of
 * the programme, country totals all programmes and, there, all years.
 */
export function makeTotal(facts: SourceFacts, printed: PrintedTotals): PrintedTotal {
  const { line, heading } = printed
  const flags = [...printed.flags]
  const country = printed.country ?? line.country
  const ofCountry = line.level === 'country'
  const quantity = readQuantity(withoutMark(printed.quantity, flags))
  const cents = readCents(withoutMark(printed.cost, flags))
  if ('unreadable' in quantity) flags.push(flag('QUANTITY_UNREADABLE', `Printed "${quantity.unreadable}".`))
  if ('unreadable' in cents) flags.push(flag('COST_UNREADABLE', `Printed "${cents.unreadable}".`))
  if (printed.country === null && line.country !== null) {
    flags.push(flag('COUNTRY_FROM_TOTALS', `Read from "${printed.printed}".`))
  }
  return {
    id: recordId('total', facts.sourceSha256, printed.position),
    sourceSha256: facts.sourceSha256,
    sourceFile: facts.sourceFile,
    report: reportName(facts.firstYear),
    level: line.level,
    region: printed.region,
    country,
    countryCode: country === null ? null : (countryOf(country)?.code ?? null),
    program: ofCountry ? null : (heading?.program ?? null),
    fiscalYear: line.fiscalYear,
    quantity: 'value' in quantity ? quantity.value : null,
    cents: 'value' in cents ? cents.value : null,
    printed: printed.printed,
    places: printed.places,
    flags,
  }
}

/** Hundreds of rows stand under one heading: what it means is looked up once. */
const countryOf = remembered(2000, readCountry, itself)
const programOf = remembered(
  2000,
  ({ program, agency }: ProgramHeading) => readProgram(program, agency),
  ({ program, agency }) => `${program}\n${agency}`,
)

function readCountryCell(country: string, flags: Flag[]): { country: string; countryCode: string | null } {
  const known = countryOf(country)
  if (known?.code) return { country, countryCode: known.code }
  flags.push(flag('COUNTRY_WITHOUT_CODE', known?.reason ?? `"${country}" is not in the table of countries.`))
  return { country, countryCode: null }
}

function readProgramCell(
  heading: ProgramHeading,
  flags: Flag[],
): Pick<Training, 'program' | 'programCode' | 'programFamily' | 'agency'> {
  const known = programOf(heading)
  if (!known) flags.push(flag('PROGRAM_UNKNOWN', `"${heading.program}" is not in the table of programmes.`))
  return {
    program: heading.program,
    programCode: known?.code ?? null,
    programFamily: known?.family ?? null,
    agency: heading.agency ?? known?.agency ?? null,
  }
}

function readDelivery(
  cell: string | null,
  header: string | null,
  flags: Flag[],
): { unit: string | null; quantity: number | null } {
  const split = cell === null ? null : splitDeliveryUnit(cell)
  if (!split) return { unit: cell, quantity: null }
  if (split.notApplicable) flags.push(flag('DELIVERY_QUANTITY_NOT_APPLICABLE', `Printed "${cell}".`))
  else if (!/qty/i.test(header ?? '')) flags.push(flag('DELIVERY_QUANTITY_UNDECLARED', `Printed "${cell}".`))
  const unit = split.unit
  if (isNotApplicable(unit)) flags.push(flag('NOT_APPLICABLE', `The US unit is printed "${cell}".`))
  return { unit: isBlank(unit) || isNotApplicable(unit) ? null : unit, quantity: split.quantity }
}

function withoutMark(cell: string, flags: Flag[]): string {
  const { number, mark } = partMark(cell)
  if (mark) flags.push(flag('NUMBER_MARKED', `Printed "${cell.trim()}".`))
  return number
}

function readQuantityCell(cell: string, flags: Flag[]): number | null {
  const quantity = readQuantity(withoutMark(cell, flags))
  if ('value' in quantity) return quantity.value
  if ('blank' in quantity) flags.push(flag('QUANTITY_BLANK', 'No quantity is printed.'))
  else flags.push(flag('QUANTITY_UNREADABLE', `Printed "${quantity.unreadable}".`))
  return null
}

function readCostCell(cell: string, flags: Flag[]): number | null {
  const cents = readCents(withoutMark(cell, flags))
  if ('value' in cents) return cents.value
  if ('blank' in cents) flags.push(flag('COST_BLANK', cell.trim() === '' ? 'No cost is printed.' : `Printed "${cell.trim()}".`))
  else flags.push(flag('COST_UNREADABLE', `Printed "${cents.unreadable}".`))
  return null
}

function readDateCell(
  cell: string,
  which: 'start' | 'end',
  fiscalYear: number,
  { dayFirst }: SourceFacts,
  flags: Flag[],
): { printed: string | null; date: string | null } {
  const printed = cell.trim()
  const reading = readDate(printed, fiscalYear, dayFirst)
  if ('blank' in reading) return { printed: null, date: null }
  if ('unreadable' in reading) {
    flags.push(flag('DATE_UNREADABLE', `The ${which} is printed "${printed}".`))
    return { printed, date: null }
  }
  if (Math.abs(Number(reading.value.slice(0, 4)) - fiscalYear) > 5) {
    flags.push(flag('DATE_FAR_FROM_REPORT', `The ${which} is printed "${printed}" in a row of fiscal year ${fiscalYear}.`))
  }
  return { printed, date: reading.value }
}

/**
 * Cost, start and end where they belong. Rows are printed with the amount under the dates (2002–2003) or dates under the cost
 * (2006–2007, Swaziland); an amount has a dollar sign and a date slashes, so that nothing is guessed.
 */
export function readMoneyAndDates(
  cells: Partial<Record<Role, string>>,
  flags: Flag[],
): { title: string; cost: string; start: string; end: string; delivery: string } {
  let cost = cells.cost ?? ''
  let start = cells.start ?? ''
  let end = cells.end ?? ''
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')
  const strayMoney = [...words(start), ...words(end)].filter(isDollars)
  let title = cells.title ?? ''
  // The amount may be printed twice: bare under the cost, with its sign under the start (2016–2018, Ukraine).
  if (strayMoney.length === 1 && (isBlank(cost) || sameAmount(cost, strayMoney[0]!))) {
    flags.push(flag('COST_OUTSIDE_COLUMN', `${strayMoney[0]} stands under the dates.`))
    cost = strayMoney[0]!
    start = words(start)
      .filter((word) => !isDollars(word))
      .join(' ')
    end = words(end)
      .filter((word) => !isDollars(word))
      .join(' ')
  }
  // A tab too many moved the whole row to the right: start under end, end under the title of the next line (2001–2002, Japan).
  if (strayMoney.length === 1 && start === '' && looksLikeDate(end)) {
    start = end
    end = ''
    const tail = /^(.*\S)\s+(\S+)$/.exec(title)
    if (tail && looksLikeDate(tail[2]!)) {
      flags.push(flag('DATE_OUTSIDE_COLUMN', `${tail[2]} stands under the course title.`))
      title = tail[1]!
      end = tail[2]!
    }
  }
  const endWords = words(end)
  if (strayMoney.length === 1 && start === '' && endWords.length === 2 && looksLikeDate(endWords[0]!)) {
    start = endWords[0]!
    end = endWords[1]!
  }
  const strayDates = words(cost).filter(looksLikeDate)
  if (strayDates.length > 0 && strayDates.length + (start ? 1 : 0) + (end ? 1 : 0) <= 2) {
    flags.push(flag('DATE_OUTSIDE_COLUMN', `${strayDates.join(' ')} stands under the cost.`))
    cost = words(cost)
      .filter((word) => !looksLikeDate(word))
      .join(' ')
    const dates = [...strayDates, start, end].filter((date) => date !== '')
    if (dates.length === 2) [start, end] = dates as [string, string]
    else start = dates[0]!
  }
  let delivery = ''
  const titled = /^(.*\S)\s+(\S+)$/.exec(title)
  // The same with a unit before the dates: unit under start, start under end, end on the next line under the title (2003–2004, Korea). Without
  // an amount the unit skipped the empty cost.
  if (isBlank(cost) && /\p{L}/u.test(start) && looksLikeDate(end) && titled && looksLikeDate(titled[2]!)) {
    flags.push(flag('UNIT_OUTSIDE_COLUMN', `${start} stands under the start.`))
    flags.push(flag('DATE_OUTSIDE_COLUMN', `${end} stands under the end, ${titled[2]} under the course title.`))
    delivery = start
    title = titled[1]!
    start = end
    end = titled[2]!
  }
  const [first, second, ...more] = words(start)
  if (second && more.length === 0 && end === '' && looksLikeDate(first!) && looksLikeDate(second)) {
    flags.push(flag('DATE_OUTSIDE_COLUMN', `${start} stand under the start.`))
    start = first!
    end = second
  }
  return { title, cost, start, end, delivery }
}

const sameAmount = (one: string, other: string): boolean => {
  const [first, second] = [readCents(one), readCents(other)]
  return 'value' in first && 'value' in second && first.value === second.value
}

const hasFullYear = (date: string): boolean => /\/\d{4}$/.test(date.trim())
