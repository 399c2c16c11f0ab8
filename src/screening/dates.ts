/**
 * Dates as lists print them, in whatever order of day, month and year: what the cell alone does not tell, the other cells of its column may. What
 * neither tells is kept as both days that it may be.
 */
import { calendarRange, type DateRange, readPartialDate } from '../ledger/dates.js'
import type { GivenDate } from './model.js'

const orders = ['dmy', 'mdy', 'ymd', 'ydm', 'myd'] as const
export type DateOrder = (typeof orders)[number]

/** Months by the first letters that tell them apart in English, Spanish, French and Portuguese. */
const months: readonly (readonly [RegExp, number])[] = [
  [/^(?:jan|ene)/, 1],
  [/^(?:feb|fev)/, 2],
  [/^mar/, 3],
  [/^(?:apr|abr|avr)/, 4],
  [/^(?:may|mai|mayo)/, 5],
  [/^(?:jun|juin)/, 6],
  [/^(?:jul|juil)/, 7],
  [/^(?:aug|ago|aou)/, 8],
  [/^(?:sep|set)/, 9],
  [/^(?:oct|out)/, 10],
  [/^nov/, 11],
  [/^(?:dec|dic|dez)/, 12],
]

/** Digits of other scripts are digits. */
const latinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!
    if (code < 128) return digit
    // Decimal digits of a script stand in a row of ten.
    let zero = code
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
    return String((code - zero) % 10)
  })

const plain = (text: string): string =>
  latinDigits(text)
    .normalize('NFKD')
    .replace(/[\p{M}\u200e\u200f]/gu, '')
    .toLowerCase()
    .trim()

/** Three numbers, whose order is to be told; null where the text is otherwise. */
function numbersOf(text: string): [string, string, string] | null {
  const parts = /^(\d{1,4})\s?[./\-\s]\s?(\d{1,2})\s?[./\-\s]\s?(\d{1,4})(?:[t\s]\d\d?:\d\d.*)?$/.exec(plain(text))
  return parts ? [parts[1]!, parts[2]!, parts[3]!] : null
}

/** For a year in two digits, the last that is not after `today`: nobody is born or was trained in a year to come. */
function yearOf(digits: string, today: string): number {
  if (digits.length === 4) return Number(digits)
  if (digits.length === 3) return Number.NaN
  const century = Number(today.slice(0, 2)) * 100
  const year = century + Number(digits)
  return year > Number(today.slice(0, 4)) ? year - 100 : year
}

function inOrder(parts: readonly [string, string, string], order: DateOrder, today: string): DateRange | null {
  const part = (letter: string) => parts[order.indexOf(letter)]!
  const [year, month, day] = [part('y'), part('m'), part('d')]
  if (month.length > 2 || day.length > 2 || year.length === 1 || year.length === 3) return null
  // A year that stands in the middle or first is written in full.
  if (order !== 'dmy' && order !== 'mdy' && year.length !== 4 && !(order === 'ymd' && year.length === 2)) return null
  const number = yearOf(year, today)
  return plausible(calendarRange(number, Number(month), Number(day)))
}

const plausible = (range: DateRange | null): DateRange | null =>
  range && Number(range.from.slice(0, 4)) >= 1800 && Number(range.to.slice(0, 4)) <= 2100 ? range : null

function ordersOf(text: string, today: string): DateOrder[] {
  const parts = numbersOf(text)
  return parts ? orders.filter((order) => inOrder(parts, order, today) !== null) : []
}

/**
 * The order in which a column writes its dates: the one that all of its cells allow, and null where several or none is. A cell that allows none is a
 * bad cell and says nothing of the others.
 */
export function orderOfColumn(cells: Iterable<string>, today: string): DateOrder | null {
  let allowed: readonly DateOrder[] = orders
  let told = false
  for (const cell of cells) {
    const own = ordersOf(cell, today)
    if (own.length === 0) continue
    const both = allowed.filter((order) => own.includes(order))
    if (both.length === 0) return null
    told = true
    allowed = both
  }
  if (!told) return null
  // "1980-05-06" is year, month, day wherever it stands.
  if (allowed.includes('ymd')) return 'ymd'
  return allowed.length === 1 ? allowed[0]! : null
}

export interface ReadGivenDate {
  date: GivenDate
  doubt: 'DATE_IMPOSSIBLE' | 'DATE_AMBIGUOUS' | null
}

/** `order` of the column; a cell that does not fit it is read by itself. Null where the cell is blank. */
export function readGivenDate(printed: string, order: DateOrder | null, today: string): ReadGivenDate | null {
  const text = plain(printed)
  if (text === '') return null
  const said = (ranges: DateRange[]): ReadGivenDate => ({
    date: { printed, ranges: ranges.slice(0, 2) },
    doubt: ranges.length === 0 ? 'DATE_IMPOSSIBLE' : ranges.length > 1 ? 'DATE_AMBIGUOUS' : null,
  })
  if (text.length > 40) return said([])
  const simple = worded(text, today) ?? compact(text)
  if (simple) return said([simple])
  const parts = numbersOf(text)
  if (!parts) return said([])
  const byColumn = order && inOrder(parts, order, today)
  if (byColumn) return said([byColumn])
  const ranges = new Map<string, DateRange>()
  for (const each of parts[0].length === 4 ? (['ymd', 'ydm'] as const) : orders) {
    const range = inOrder(parts, each, today)
    // A two-digit year that may stand first as well: "05/06/07". Day and month first are what people write.
    if (range && !(each === 'ymd' && parts[0].length < 3 && ranges.size > 0)) ranges.set(range.from, range)
    if (range && each === 'ymd' && parts[0].length === 4) break
  }
  return said([...ranges.values()])
}

/** "1980", "1980-05", "19800506", "c. 1980", "1980 to 1982". */
function compact(text: string): DateRange | null {
  const bare = text.replace(/^(?:circa|about|approx\.?|around|ca?\.?|hacia|vers)\s+/, '')
  const partial = readPartialDate(bare)
  if (partial) return plausible(partial)
  const joined = /^(\d{4})(\d\d)(\d\d)$/.exec(bare)
  if (joined) return plausible(calendarRange(Number(joined[1]), Number(joined[2]), Number(joined[3])))
  const monthFirst = /^(\d{1,2})[/.-](\d{4})$/.exec(bare)
  if (monthFirst) return plausible(calendarRange(Number(monthFirst[2]), Number(monthFirst[1])))
  const span = /^(\d{4})\s*(?:to|-|–|a|or)\s*(\d{4})$/.exec(bare)
  if (!span || Number(span[1]) > Number(span[2])) return null
  const [from, to] = [plausible(calendarRange(Number(span[1]))), plausible(calendarRange(Number(span[2])))]
  return from && to ? { from: from.from, to: to.to } : null
}

/** "12 May 1980", "May 12, 1980", "12 de mayo de 1980", "1er mars 1980", "mai 1980", "12-MAY-80". */
function worded(text: string, today: string): DateRange | null {
  const words = text
    .replace(/\b(?:de|del|of|the|le|el)\b/g, ' ')
    .split(/[\s,./-]+/)
    .filter((word) => word !== '')
  if (words.length < 2 || words.length > 3) return null
  const month = words.map((word) => (/^[a-z]{3,10}$/.test(word) ? (months.find(([name]) => name.test(word))?.[1] ?? 0) : 0))
  const at = month.findIndex((number) => number > 0)
  if (at < 0) return null
  const numbers = words.filter((_, index) => index !== at).map((word) => word.replace(/(?<=\d)(?:st|nd|rd|th|er|o|º|ª)$/, ''))
  if (numbers.some((word) => !/^\d{1,4}$/.test(word))) return null
  const yearAt = numbers.findIndex((word) => word.length === 4)
  const year = numbers[yearAt >= 0 ? yearAt : numbers.length - 1]!
  const day = numbers.find((_, index) => index !== (yearAt >= 0 ? yearAt : numbers.length - 1)) ?? null
  if (year.length !== 4 && (year.length !== 2 || day === null)) return null
  return plausible(calendarRange(yearOf(year, today), month[at]!, day === null ? null : Number(day)))
}
