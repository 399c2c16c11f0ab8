/**
 * The grammar of what stands between the rows of a training report, for all layouts: programme headings, totals lines and
 * running heads. Pure: text in, parts out; null where the text is none of these.
 *
 * The surprising case: countries and programmes both contain commas ("Korea, Republic of, Non-Security Assistance, Unified
 * Command, FY 01"), so that only knowing how countries are written tells where one ends.
 */

export type Agency = 'DoS' | 'DoD' | 'DHS'

export interface ProgramHeading {
  /** As printed without the word "Region"; null where the heading names none (layouts D, E and most of A and B). */
  region: string | null
  /** As printed; null in layouts D and E, where the country has a heading of its own. */
  country: string | null
  /** As printed, without region, country, fiscal year and agency: "International Military Education and Training (IMET)", "IMET-1". */
  program: string
  /** Four digits. */
  fiscalYear: number
  /** The agency that the heading itself names. */
  agency: Agency | null
}

export interface TotalsLine {
  /** fiscal_year: "FY 03 Totals:" (a programme in a year); program: "Program Totals:", "FY 2007 Program Totals"; country. */
  level: 'fiscal_year' | 'program' | 'country'
  /** Only where the line names it: "Benin Fiscal Year 2012 Totals". */
  country: string | null
  fiscalYear: number | null
}

const agencyWords: Record<string, Agency> = {
  dos: 'DoS',
  'department of state': 'DoS',
  dod: 'DoD',
  'department of defense': 'DoD',
  dohs: 'DHS',
  dhs: 'DHS',
  'department of homeland security': 'DHS',
}
const agencyPattern = 'Do[SD]|DOHS|DHS|Department of (?:State|Defense|Homeland Security)'
/** Before "Training" any department may stand; the table above has those of which records speak. */
const anyAgency = `${agencyPattern}|Department of [\\p{L} ]+?`
/** What the head of the next page says of a table that goes on. */
const continued = /\s*[([]?\s*cont(?:inued|['’]d|d?\.)\s*[)\]]?$/i
const yearPattern = '(?:FY|Fiscal Year)\\s*(\\d{4}|\\d{2})'

/** "IMET-1 - Fiscal Year 2012 Department of State Training", "CTFP - FY 2007 DoD Training", "IMET-X- FY 2008 DoS Training" (layouts D and E). */
const programThenYear = new RegExp(`^(.+?)(?:\\s*[-–—]\\s*|\\s+)${yearPattern}\\s+(${anyAgency})\\s+Training$`, 'iu')

/** "[DoS] [Africa Region,] Angola, Foreign Military Financing (FMF),FY05" (layouts A, B and C). */
const yearAtEnd = new RegExp(`^(?:(${agencyPattern})\\s+)?(.+?)\\s*,\\s*${yearPattern}$`, 'i')

const totalsLine = new RegExp(`^(?:(.*?)\\s*${yearPattern}|(.*?))\\s*(Program |Country )?Totals?\\s*:?$`, 'i')

/** "Volume I Section IV-I - Africa", "Volume I, Section IV-VI - …", "Volume I - Section IV - Part IV-I - Africa" (layout E). */
const runningHead = /^Volume\s+[IVX]+\s*[,-]?\s*Section\s+[IVX]+\s*(?:-\s*(?:Part\s+)?[IVX]+\s*)*-\s+(.+)$/i

/**
 * The tail of a country's name turned round for the alphabet: "Cape Verde, Republic Of", "Korea, Republic of". Only such a tail
 * may follow a comma within a country's name (FMTR 2001–2002, East Asia and Pacific, Korea).
 */
const invertedName =
  /^(?:the |(?:(?:united|democratic|islamic|people['’]?s|federa(?:l|ted)|socialist|former|yugoslav)\s+)*(?:republic|kingdom|states?|federation|emirates|territory|union|sultanate)(?:\s+of(?:\s+the)?)?$|(?:north|south)$|the$)/i

/** Two digits are of the years 1970 to 2069: the series begins with fiscal year 1999. */
export function fourDigitYear(digits: string): number {
  const year = Number(digits)
  return digits.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}

/**
 * Reads a programme heading of any layout; white space must be single and lines joined.
 *
 * @param isCountry tells a country's name; the longest run of comma parts that is one wins, else the first part together with
 * the tail of a name turned round. Nothing is looked up here, so that the grammar needs no table.
 */
export function readProgramHeading(text: string, isCountry: (name: string) => boolean = () => false): ProgramHeading | null {
  const heading = withoutContinued(text.trim())
  const later = programThenYear.exec(heading)
  if (later) {
    const [, program, year, agency] = later
    return { region: null, country: null, program: program!, fiscalYear: fourDigitYear(year!), agency: readAgency(agency) }
  }
  const earlier = yearAtEnd.exec(heading)
  if (!earlier) return null
  const [, agency, names, year] = earlier
  const parts = names!.split(/\s*,\s*/)
  const region = /^(.+?)\s+Region$/i.exec(parts[0]!)
  if (region) parts.shift()
  if (parts.length < 2 || parts.some((part) => part === '')) return null
  const length = countryLength(parts, isCountry)
  return {
    region: region ? region[1]! : null,
    country: parts.slice(0, length).join(', '),
    program: parts.slice(length).join(', '),
    fiscalYear: fourDigitYear(year!),
    agency: readAgency(agency),
  }
}

/** "Albania (Continued)" is Albania. */
export const withoutContinued = (heading: string): string => heading.replace(continued, '')

/** How many of the comma parts are the country; at least one part is left for the programme. */
function countryLength(parts: readonly string[], isCountry: (name: string) => boolean): number {
  for (let length = Math.min(3, parts.length - 1); length > 1; length--) {
    if (isCountry(parts.slice(0, length).join(', '))) return length
  }
  return parts.length > 2 && invertedName.test(parts[1]!) ? 2 : 1
}

function readAgency(printed: string | undefined): Agency | null {
  return (printed && agencyWords[printed.toLowerCase()]) || null
}

/** Whether a text could be the end of a programme heading: it ends with a fiscal year. Wrapped headings are joined until it does. */
export function endsWithFiscalYear(text: string): boolean {
  return new RegExp(`,\\s*${yearPattern}$`, 'i').test(withoutContinued(text.trim()))
}

/** Reads the words of a totals line, without its numbers. A course may be called "Contracts - Total": only the printed forms count. */
export function readTotalsLine(text: string): TotalsLine | null {
  // Nearly every line is decided here.
  if (!/total/i.test(text)) return null
  const match = totalsLine.exec(text.replace(/[\s\u00a0]+/g, ' ').trim())
  if (!match) return null
  const [, before, year, alone, kind] = match
  const fiscalYear = year === undefined ? null : fourDigitYear(year)
  const words = (before ?? alone ?? '').trim()
  switch (kind?.trim().toLowerCase()) {
    case 'program':
      return words === '' ? { level: 'program', country: null, fiscalYear } : null
    case 'country':
      return words === '' ? { level: 'country', country: null, fiscalYear } : null
    default:
      if (fiscalYear === null) return null
      return words === '' ? { level: 'fiscal_year', country: null, fiscalYear } : { level: 'country', country: words, fiscalYear }
  }
}

/** The region that the line at the head or foot of a page names; null where the text is no such line. */
export function readRunningHead(text: string): string | null {
  return runningHead.exec(text.trim())?.[1]?.trim() ?? null
}

/** The region that the title of a web page of 2006–2007 names: "IV. Country Training Activities--East Asia and Pacific". */
export const readWebPageTitle = (text: string): string | null =>
  /Country Training Activities\s*[-–—]+\s*(.+)$/i.exec(text)?.[1] ?? null

/** Printed page numbers: "IV-233", "57", "Page 3"; null where the text is none. */
export const readPageNumber = (text: string): string | null =>
  /^(?:page\s+)?((?:[IVX]+\s?-\s?)?\d{1,4})$/i.exec(text)?.[1] ?? null
