/** The dates of Security Force Monitor's tables: a cell as printed, and columns of month, day and year that say the same, or not. */
import { calendarRange, type DateRange, readPartialDate } from '../../ledger/dates.js'
import type { Flag } from '../../ledger/records.js'
import { sheetFlag } from './flags.js'

const months = 'january february march april may june july august september october november december'.split(' ')
/** Outside these years a date is a slip of the keyboard: 1016, 3006. */
const FIRST_YEAR = 1800
const LAST_YEAR = 2100

const plausible = (range: DateRange | null): DateRange | null =>
  range && Number(range.from.slice(0, 4)) >= FIRST_YEAR && Number(range.to.slice(0, 4)) <= LAST_YEAR ? range : null

/**
 * Reads "2014", "2014-02-17" (a time after it is left out), "4/21/2013" (month first, as the tables have it), "May 2010", "12 May 2010",
 * "May 12, 2010". Null where it is no such date of a plausible year.
 */
export function readPrintedDate(text: string): DateRange | null {
  const trimmed = text.trim()
  if (trimmed.length > 40) return null
  const iso = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d/.exec(trimmed)
  const partial = readPartialDate(iso ? iso[1]! : trimmed)
  if (partial) return plausible(partial)
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed)
  if (slashed) return plausible(calendarRange(Number(slashed[3]), Number(slashed[1]), Number(slashed[2])))
  const worded = /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?(?:\s+(\d{1,2}),)?\s+(\d{4})$/.exec(trimmed)
  if (!worded) return null
  const word = worded[2]!.toLowerCase()
  const month = months.findIndex((name) => name === word || (word.length === 3 && name.startsWith(word))) + 1
  const day = worded[1] ?? worded[3]
  return month === 0 ? null : plausible(calendarRange(Number(worded[4]), month, day === undefined ? null : Number(day)))
}

export interface DateCells {
  printed: string
  month: string
  day: string
  year: string
}

export interface ReadDate {
  /** The cell, else its parts as they stand ("2013-4-"), for the record. */
  printed: string
  range: DateRange | null
  flags: Flag[]
}

/** Null where all four cells are blank. "00" in the columns of month and day is blank. */
export function readDate({ printed, month, day, year }: DateCells): ReadDate | null {
  const parts = [year, month, day].map((part) => (/^0{1,4}$/.test(part) ? '' : part))
  const partsText = parts.join('-').replace(/-+$/, '')
  if (printed === '' && partsText === '') return null
  const said = printed === '' ? null : readPrintedDate(printed)
  const split = rangeOfParts(parts as [string, string, string])
  const shown = printed || partsText
  const impossible = (what: string) => sheetFlag('DATE_IMPOSSIBLE', `Printed: ${what}`)
  if (printed === '' || partsText === '')
    return { printed: shown, range: said ?? split, flags: said || split ? [] : [impossible(shown)] }
  if (said && split && said.from === split.from && said.to === split.to) return { printed, range: said, flags: [] }
  if (!said && !split) return { printed, range: null, flags: [impossible(`${printed}; year-month-day ${partsText}`)] }
  const range =
    said && split
      ? { from: said.from < split.from ? said.from : split.from, to: said.to > split.to ? said.to : split.to }
      : (said ?? split)
  return { printed, range, flags: [sheetFlag('DATE_PARTS_DIFFER', `Printed: ${printed}; year-month-day ${partsText}`)] }
}

function rangeOfParts(parts: [string, string, string]): DateRange | null {
  const numbers = parts.map((part) => (part === '' ? null : /^\d{1,4}(\.0+)?$/.test(part) ? Number(part) : Number.NaN))
  const [year, month, day] = numbers as [number | null, number | null, number | null]
  return year === null ? null : plausible(calendarRange(year, month, day))
}
