/**
 * Cells of text into quantities, cents and dates. Pure.
 *
 * Blank is printed in several ways: nothing, "-" (2007–2008), a lone "$" (2011–2012), "N/A". All read as null, never as zero.
 */

export type Reading<T> = { value: T } | { blank: true } | { unreadable: string }

/** Whether a cell says "nothing here". "N/A" is told apart by the caller, who flags it. */
export const isBlank = (text: string): boolean => /^[-–—\s\u00a0$]*$/.test(text)
export const isNotApplicable = (text: string): boolean => /^N\s?\/\s?A\.?$/i.test(text.trim())

/** A whole number with or without thousands separators. */
export function readQuantity(text: string): Reading<number> {
  const printed = text.trim()
  if (isBlank(printed) || isNotApplicable(printed)) return { blank: true }
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0{1,2})?$/.test(printed)) return { unreadable: printed }
  return { value: Number(printed.replaceAll(',', '')) }
}

/** A number and the mark of a footnote behind it ("12*"); the mark is empty where there is none. */
export function partMark(text: string): { number: string; mark: string } {
  const [, number, mark] = /^(.*\d)\s?([*†‡§]{1,3})$/.exec(text.trim()) ?? []
  return number === undefined ? { number: text, mark: '' } : { number, mark: mark! }
}

const amount = /^\$?\s?(?:(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,4}))?|\.(\d{1,4}))$/

/** Dollars into integer cents: "$1,468", "45141" (2007–2010 leave "$" and separators out), "12606.72". Half a cent is rounded up. */
export function readCents(text: string): Reading<number> {
  const printed = text.trim()
  if (isBlank(printed) || isNotApplicable(printed)) return { blank: true }
  const negative = /^\((.+)\)$|^-\s?(.+)$|^\$-(.+)$|^\$\((.+)\)$/.exec(printed)
  const digits = negative ? negative.slice(1).find((part) => part !== undefined)! : printed
  const match = amount.exec(digits.trim())
  // "$1.468": a copy that parts thousands by points would be read as a dollar and a half.
  if (!match || /^\$?\s?[1-9]\d{0,2}\.\d{3}$/.test(digits.trim())) return { unreadable: printed }
  const dollars = Number((match[1] ?? '0').replaceAll(',', ''))
  const fraction = (match[2] ?? match[3] ?? '').padEnd(4, '0')
  const cents = dollars * 100 + Math.round(Number(fraction) / 100)
  return { value: negative ? -cents : cents }
}

/** Whether a word can only be an amount of dollars; a bare number could be anything. */
export const isDollars = (text: string): boolean => /^\$\d/.test(text) && 'value' in readCents(text)

const datePattern = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/
export const looksLikeDate = (text: string): boolean => datePattern.test(text.trim())

/**
 * A printed date, month first unless the file writes days first, as ISO 8601. Two digits of a year are the year nearest to the fiscal year.
 * A day that is not in the calendar ("2/30/2005") is unreadable.
 */
export function readDate(text: string, fiscalYear: number, dayFirst = false): Reading<string> {
  const printed = text.trim()
  if (isBlank(printed) || isNotApplicable(printed)) return { blank: true }
  const match = datePattern.exec(printed)
  const [month, day, yearDigits] = match
    ? [dayFirst ? match[2] : match[1], dayFirst ? match[1] : match[2], match[3]]
    : (partsOfOtherForms(printed) ?? [])
  if (!yearDigits) return { unreadable: printed }
  const year = yearDigits!.length === 4 ? Number(yearDigits) : nearestYear(Number(yearDigits), fiscalYear)
  const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) {
    return { unreadable: printed }
  }
  return { value: `${String(year).padStart(4, '0')}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` }
}

/** Month, day and year of "1-Oct-21" and "2021-10-01", which can be read in one way only. */
function partsOfOtherForms(printed: string): [month: string, day: string, year: string] | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(printed)
  if (iso) return [iso[2]!, iso[3]!, iso[1]!]
  const named = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]{0,6}[- ](\d{4}|\d{2})$/.exec(printed)
  const month = named ? MONTHS.indexOf(named[2]!.toLowerCase()) : -1
  return month < 0 ? null : [String(month + 1), named![1]!, named![3]!]
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Whether a file's dates can only be read with the day first: some have no such month, and none has no such day. */
export function areDaysFirst(dates: Iterable<string>): boolean {
  let days = 0
  for (const text of dates) {
    const [, first, second] = datePattern.exec(text.trim()) ?? []
    if (Number(second) > 12) return false
    if (Number(first) > 12) days++
  }
  return days > 0
}

function nearestYear(twoDigits: number, fiscalYear: number): number {
  const year = Math.floor(fiscalYear / 100) * 100 + twoDigits
  return year - fiscalYear > 50 ? year - 100 : fiscalYear - year > 50 ? year + 100 : year
}

export interface DeliveryCell {
  unit: string
  quantity: number | null
  /** Whether the tail was "- N/A". */
  notApplicable: boolean
}

/**
 * Splits "DLIELC, Lackland AFB TX - 0" or "MOBILE TRAINING TEAM - N/A" into unit and number. The header "US Unit - US Qty" stands
 * only 2011–2014, yet most cells of 2020–2021 end so; a number must stand alone after a hyphen with space before it.
 * "-3" without spaces belongs to the unit's name ("SPECIAL PROTECTION BATTALION-1").
 */
export function splitDeliveryUnit(text: string): DeliveryCell | null {
  const match = /^(.*?)(?:^|\s)-\s*(?:(\d{1,4}|\d{1,3}(?:,\d{3})+)|(N\/A))$/i.exec(text.trim())
  if (!match) return null
  return {
    unit: match[1]!.trim(),
    quantity: match[2] ? Number(match[2].replaceAll(',', '')) : null,
    notApplicable: match[3] !== undefined,
  }
}

/**
 * Joins the lines of a wrapped cell. A line ending in a hyphen that follows a letter or digit goes on without a space
 * ("CIVIL-" + "MILITARY"): these tables are not hyphenated, their hyphens are the writer's. One after a space ("OH -") keeps it.
 */
export function joinLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    const next = line.trim()
    if (next === '') continue
    text = text === '' ? next : /[^\s]-$/.test(text) && /^[\p{L}\p{N}]/u.test(next) ? text + next : `${text} ${next}`
  }
  return text
}
