/**
 * Dates that say what they know: a day, a month or a year as a range of days, both ends included here, and as PostgreSQL's daterange text
 * ("[2014-02-01,2014-03-01)", the end not included) in rows.
 */
import { z } from 'zod'

/** Days as "YYYY-MM-DD", both included. */
export interface DateRange {
  from: string
  to: string
}

export const DateRangeText = z.string().regex(/^\[\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d\)$/)

const dayAfter = (day: string): string => shift(day, 1)
const dayBefore = (day: string): string => shift(day, -1)

function shift(day: string, days: number): string {
  const number = Number(day.slice(8)) + days
  // No month is shorter: a page writes hundreds of days, and the calendar takes longer than the rest of them.
  if (number >= 1 && number <= 28) return `${day.slice(0, 8)}${String(number).padStart(2, '0')}`
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The range of a year, of a month of it, or of a day; null where there is no such day ("2011-02-30") or no year of four digits. */
export function calendarRange(year: number, month: number | null = null, day: number | null = null): DateRange | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9998) return null
  if (month === null) return day === null ? { from: `${year}-01-01`, to: `${year}-12-31` } : null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day !== null && (!Number.isInteger(day) || day < 1 || day > last)) return null
  const at = (number: number) => `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
  return { from: at(day ?? 1), to: at(day ?? last) }
}

/** Reads "2014", "2014-02", "2014-02-17", and "2014-02-00" or "2014-00-00" as spreadsheets write a date of which the day is not known. */
export function readPartialDate(text: string): DateRange | null {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.trim())
  if (!parts) return null
  const [month, day] = [parts[2], parts[3]].map((part) => (part === undefined || part === '00' ? null : Number(part)))
  return calendarRange(Number(parts[1]), month ?? null, day ?? null)
}

export const rangeText = ({ from, to }: DateRange): string => `[${from},${dayAfter(to)})`

/** @throws Error where the text is no range of days as PostgreSQL writes it. */
export function readRangeText(text: string): DateRange {
  const parts = /^\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\)$/.exec(text)
  if (!parts) throw new Error(`${text} is no range of days.`)
  return { from: parts[1]!, to: dayBefore(parts[2]!) }
}

/** "2014", "2014-02" or "2014-02-17" where the range is a year, a month or a day; null where it is none of these. */
export function shortDate(range: string | null): string | null {
  if (range === null) return null
  const { from } = readRangeText(range)
  return [from.slice(0, 4), from.slice(0, 7), from].find((text) => rangeText(readPartialDate(text)!) === range) ?? null
}

/** The same, and any other range from its first day to its last, as ISO 8601 writes an interval. */
export function dateOrInterval(range: string): string {
  const { from, to } = readRangeText(range)
  return shortDate(range) ?? `${from}/${to}`
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * Reads a date of birth as lists in English print it: "14 Feb 1953", "Feb 1953", "1953", "circa 1953", "1953 to 1955"; null where it is none of
 * these. What is only about a year is the year and those beside it.
 */
export function readListedDate(text: string): DateRange | null {
  const about = /^(?:circa|ca?\.|about|approximately)\s+(.+)$/i.exec(text.trim())
  const [first, last] = (about ? about[1]! : text.trim()).split(/\s+(?:to|or|-)\s+/i).map(readOneListed)
  if (!first) return null
  const range = { from: first.from, to: last ? last.to : first.to }
  if (range.from > range.to) return null
  if (!about) return range
  const year = (day: string, by: number) => String(Number(day.slice(0, 4)) + by)
  return { from: `${year(range.from, -1)}-01-01`, to: `${year(range.to, 1)}-12-31` }
}

/** The same as PostgreSQL writes it: of a birth that a list prints and no statement dates. */
export function listedRange(text: string): string | null {
  const range = readListedDate(text)
  return range && rangeText(range)
}

function readOneListed(text: string): DateRange | null {
  const parts = /^(?:(?:(\d{1,2})\s+)?([A-Za-z]{3})[a-z]*\.?\s+)?(\d{4})$/.exec(text)
  if (!parts) return readPartialDate(text)
  const month = parts[2] === undefined ? null : monthNames.indexOf(parts[2].toLowerCase()) + 1
  return calendarRange(Number(parts[3]), month, parts[1] === undefined ? null : Number(parts[1]))
}
