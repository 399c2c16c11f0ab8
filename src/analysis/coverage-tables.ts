/** The committed side of coverage (data/coverage): what the series should have, and what cannot be there whatever file is at hand. */
import type { Coverage } from '../ledger/records.js'
import { countryOfCode, readDataTable } from '../ledger/vocabulary.js'

/** Stable codes of why something is not covered, for pages that say it in their own language. */
export const reasonCodes = [
  'report-not-at-hand',
  'part-not-at-hand',
  'parts-not-known',
  'year-outside-series',
  'column-not-printed',
  'column-mostly-blank',
  'classified-volume',
  'in-progress-volume',
  'sales-excluded',
  'nato-member',
  'exempted-country',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** A part of the series: a regional file, or one of several of a region. `countries` are those of the part; empty for all of its region. */
export interface SeriesPart {
  report: string
  fiscalYear: number
  region: string | null
  countries: string[]
  source: string
}

/** A cell known to be absent. Empty lists and nulls mean all. */
export interface KnownGap {
  report: string
  region: string | null
  fiscalYear: number
  program: string | null
  column: string | null
  countries: string[]
  state: Coverage['state']
  reasonCode: ReasonCode
  reason: string
  citation: string
}

/** Countries that may leave the record from a fiscal year on: a year without their rows is then a gap and not zero. */
export interface ExemptCountries {
  countries: string[]
  firstFiscalYear: number
  state: Coverage['state']
  reasonCode: ReasonCode
  reason: string
  citation: string
}

/** Whether a citation names a statute by its number alone, as the tables' column `statute_checked` and the citation's own words say. */
export const citesUncheckedStatute = (citation: string): boolean => citation.includes('(not checked against the statute book)')

const codes = (cell: string | undefined): string[] => (cell ? cell.split(' ') : [])

let tables: { series: SeriesPart[]; known: KnownGap[]; exempt: ExemptCountries[] } | undefined

export function coverageTables(): { series: SeriesPart[]; known: KnownGap[]; exempt: ExemptCountries[] } {
  tables ??= {
    series: readDataTable('coverage/series.csv').map((row) => ({
      report: row.report!,
      fiscalYear: Number(row.fiscal_year),
      region: row.region || null,
      countries: codes(row.countries),
      source: row.source!,
    })),
    known: readDataTable('coverage/coverage.csv').map((row) => ({
      report: row.report!,
      region: row.region || null,
      fiscalYear: Number(row.fiscal_year),
      program: row.program || null,
      column: row.column || null,
      countries: codes(row.countries),
      state: row.state as Coverage['state'],
      reasonCode: row.reason_code as ReasonCode,
      reason: row.reason!,
      citation: row.citation!,
    })),
    exempt: readDataTable('coverage/exempt-countries.csv').map((row) => ({
      countries: codes(row.countries),
      firstFiscalYear: Number(row.first_fiscal_year),
      state: row.state as Coverage['state'],
      reasonCode: row.reason_code as ReasonCode,
      reason: row.reason!,
      citation: row.citation!,
    })),
  }
  return tables
}

/** The reports until 2003–2004 print these countries under a region of their own, "New Independent States" or "NIS". */
const newIndependentStates = new Set('ARM AZE BLR GEO KAZ KGZ MDA RUS TJK TKM UKR UZB'.split(' '))

/** One name for what the reports print as "NIS Region", "South Asia Regions (Continued)", "South Central Asia". Null for none. */
export function regionKey(printed: string | null): string | null {
  if (!printed) return null
  const words = printed
    .toLowerCase()
    .replace(/\(.*?\)|\bregions?\b|\bthe\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()
  if (/^(?:nis|new(?:ly)? independent states)$/.test(words)) return 'new independent states'
  if (/^south (?:central )?asia$/.test(words)) return 'south asia'
  if (/^europe(?: and eurasia)?$/.test(words)) return 'europe'
  return words || null
}

/** The region under which a report of that first year prints a country; null where no region is known. */
export function regionOfCountry(code: string, fiscalYear: number): string | null {
  if (fiscalYear < 2004 && newIndependentStates.has(code)) return 'new independent states'
  return regionKey(countryOfCode(code)?.region ?? null)
}
