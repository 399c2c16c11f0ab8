/**
 * What a sum does not cover. Presence is derived from the rows at hand; absence and exclusion come from the committed tables.
 *
 * A country that left the record is a gap and not zero, and so is a year whose report is not at hand. Nothing here is prose for
 * readers: pages say it in their language by `reasonCode` and the fields beside it; `reason` is the English of the data.
 */
import type { Coverage } from '../ledger/records.js'
import { programOfCode } from '../ledger/vocabulary.js'
import { coverageTables, type ReasonCode, regionKey, regionOfCountry, type SeriesPart } from './coverage-tables.js'

/** Published columns whose absence or blankness is a gap. */
export const coveredColumns = [
  'course_title',
  'location',
  'recipient_unit',
  'delivery_unit',
  'start_date',
  'end_date',
  'total_cost',
] as const
export type CoveredColumn = (typeof coveredColumns)[number]

/** What was asked: absent means all. Countries are codes; programmes are codes or families. */
export interface CoverageScope {
  countries?: readonly string[]
  years?: readonly number[]
  programs?: readonly string[]
  columns?: readonly CoveredColumn[]
}

/** What the ledger holds, delivered rows only: read by `readCoverageFacts`. */
export interface CoverageFacts {
  held: { report: string; region: string | null; fiscalYear: number; countryCode: string | null; rows: number }[]
  columns: { report: string; fiscalYear: number; column: CoveredColumn; rows: number; filled: number }[]
}

/** A gap that a sum must show. `countries` are those of the scope that it touches; empty for all. */
export interface Gap extends Coverage {
  reasonCode: ReasonCode
  countries: string[]
  /** Of the rows at hand, the share (0 to 1) that has a value in `column`; null where no column is meant. */
  filledShare: number | null
}

declare const computed: unique symbol

/** Made by `coverageOf` only, so that no sum can carry a coverage that nobody computed. */
export interface CoverageReport {
  readonly [computed]: true
  years: number[]
  /** Parts of the series (regional files) within the scope: how many there should be, how many are at hand, and their ratio. */
  present: { parts: number; of: number; share: number }
  /** Fiscal years of which nothing in the scope is at hand, and of which a part is missing. */
  yearsMissing: number[]
  yearsInPart: number[]
  gaps: Gap[]
}

/** From this share on a column counts as blank (the U.S. unit of FY 2001 to 2005 is blank in 93 % and more). */
const blankShare = 0.9

export function coverageOf(scope: CoverageScope, facts: CoverageFacts): CoverageReport {
  const { series, known, exempt } = coverageTables()
  const held = index(facts)
  const seriesYears = [...new Set(series.map((part) => part.fiscalYear))]
  // The report of a later year shows that the series went on: what lies between is missing like any other year.
  const lastKnown = Math.max(...seriesYears)
  const later = [...Array(Math.max(0, held.lastYear - lastKnown)).keys()].map((after) => lastKnown + 1 + after)
  const years = [...new Set(scope.years ?? [...seriesYears, ...later])].sort((a, b) => a - b)
  const countries = scope.countries && [...new Set(scope.countries)]
  const gaps: Gap[] = []
  const yearsMissing: number[] = []
  const yearsInPart: number[] = []
  let parts = 0
  let of = 0

  for (const year of years) {
    const expected = series.filter(
      (part) => part.fiscalYear === year && (!countries || countries.some((code) => mayHold(part, code, series))),
    )
    const isListed = (code: string) => held.countries.has(`${reportOf(year)} ${code}`)
    const cut = expected.filter((part) => isHeld(part, held) && isCut(part, held))
    const absent = expected.filter(
      (part) => !isHeld(part, held) || (cut.includes(part) && countries && !countries.some(isListed)),
    )
    of += expected.length
    parts += expected.length - absent.length
    if (later.includes(year) && held.years.has(year)) {
      gaps.push(partsUnknown(year))
      yearsInPart.push(year)
    } else if (!seriesYears.includes(year)) {
      gaps.push(later.includes(year) ? notHeld(year) : yearOutside(year))
      yearsMissing.push(year)
    } else if (absent.length > 0 && absent.length === expected.length) {
      // For one country only one part is expected; whether the whole report is missing, all of its parts tell.
      const whole = series.every((part) => part.fiscalYear !== year || !isHeld(part, held))
      gaps.push(missing(absent, countries, series, whole))
      yearsMissing.push(year)
    } else if (absent.length > 0) {
      for (const part of absent) gaps.push(missing([part], countries, series, false))
      yearsInPart.push(year)
    }
    const heldInPart = countries?.every(isListed) ? [] : cut.filter((part) => !absent.includes(part))
    for (const part of heldInPart)
      gaps.push(
        missing(
          [part],
          countries?.filter((code) => !isListed(code)),
          series,
          false,
        ),
      )
    if (heldInPart.length > 0 && absent.length === 0) yearsInPart.push(year)
    if (absent.length === expected.length) continue

    for (const gap of known) {
      if (gap.fiscalYear !== year) continue
      if (countries && gap.countries.length > 0 && !gap.countries.some((code) => countries.includes(code))) continue
      if (gap.column && scope.columns && !scope.columns.includes(gap.column as CoveredColumn)) continue
      if (!touchesPrograms(gap.program, scope.programs)) continue
      gaps.push({ ...gap, filledShare: gap.column ? 0 : null })
    }
    for (const entry of exempt) {
      if (year < entry.firstFiscalYear) continue
      const gone = entry.countries.filter(
        (code) => (!countries || countries.includes(code)) && !held.countryYears.has(`${code} ${year}`),
      )
      if (gone.length === 0) continue
      const report = reportOf(year)
      const { state, reasonCode, reason, citation } = entry
      gaps.push({
        report,
        region: null,
        fiscalYear: year,
        program: null,
        column: null,
        state,
        reason,
        citation,
        reasonCode,
        countries: gone,
        filledShare: null,
      })
    }
    for (const gap of blankColumns(year, facts, scope.columns)) gaps.push(gap)
  }
  return {
    years,
    present: { parts, of, share: of === 0 ? 0 : parts / of },
    yearsMissing,
    yearsInPart,
    gaps,
  } as unknown as CoverageReport
}

const reportOf = (year: number): string => `${year}-${year + 1}`

interface HeldIndex {
  years: Set<number>
  /** 0 where nothing is held. */
  lastYear: number
  regions: Set<string>
  countries: Set<string>
  /** By region and report. */
  countriesOfRegion: Map<string, Map<string, Set<string>>>
  /** By region and by how its countries are told, see isCut. */
  mostOfRegion: Map<string, number>
  countryYears: Set<string>
  reports: Set<string>
}

const indexes = new WeakMap<CoverageFacts, HeldIndex>()

/** The same facts serve every page of a state of the ledger. */
function index(facts: CoverageFacts): HeldIndex {
  let found = indexes.get(facts)
  if (!found) {
    found = indexFacts(facts)
    indexes.set(facts, found)
  }
  return found
}

function indexFacts(facts: CoverageFacts): HeldIndex {
  const found: HeldIndex = {
    years: new Set(),
    lastYear: 0,
    regions: new Set(),
    countries: new Set(),
    countriesOfRegion: new Map(),
    mostOfRegion: new Map(),
    countryYears: new Set(),
    reports: new Set(),
  }
  for (const row of facts.held) {
    if (row.rows === 0) continue
    found.reports.add(row.report)
    found.years.add(row.fiscalYear)
    found.lastYear = Math.max(found.lastYear, row.fiscalYear)
    const region = regionKey(row.region) ?? (row.countryCode ? regionOfCountry(row.countryCode, row.fiscalYear) : null)
    if (region) found.regions.add(`${row.report} ${region}`)
    if (!row.countryCode) continue
    if (region) {
      const reports = found.countriesOfRegion.get(region) ?? new Map<string, Set<string>>()
      found.countriesOfRegion.set(region, reports)
      reports.set(row.report, (reports.get(row.report) ?? new Set()).add(row.countryCode))
    }
    found.countries.add(`${row.report} ${row.countryCode}`)
    found.countryYears.add(`${row.countryCode} ${row.fiscalYear}`)
  }
  return found
}

function isHeld(part: SeriesPart, held: HeldIndex): boolean {
  if (part.countries.length > 0) return part.countries.some((code) => held.countries.has(`${part.report} ${code}`))
  const region = regionKey(part.region)
  return region ? held.regions.has(`${part.report} ${region}`) : held.reports.has(part.report)
}

/**
 * Whether what is held of a region is a piece of its file: it names fewer than half of the countries that the region has in another report. Between
 * reports they differ by less (East Asia of 2005, 17 of 29). Then a country that it does not name may stand in the rest.
 */
function isCut(part: SeriesPart, held: HeldIndex): boolean {
  const region = regionKey(part.region)
  if (region === null || part.countries.length > 0) return false
  const reports = held.countriesOfRegion.get(region)
  return (reports?.get(part.report)?.size ?? 0) * 2 < mostOfRegion(region, part.fiscalYear, held)
}

/** Of the countries that another report has in the region, those count that a report of this year would have there. */
function mostOfRegion(region: string, fiscalYear: number, held: HeldIndex): number {
  const key = `${region} ${regionOfCountry('KAZ', fiscalYear)}`
  let most = held.mostOfRegion.get(key)
  if (most === undefined) {
    const reports = [...(held.countriesOfRegion.get(region)?.values() ?? [])]
    most = Math.max(
      0,
      ...reports.map((codes) => [...codes].filter((code) => regionOfCountry(code, fiscalYear) === region).length),
    )
    held.mostOfRegion.set(key, most)
  }
  return most
}

/** Whether a part would hold a country's rows: it lists the country, or its region does and no part of the report lists it. */
function mayHold(part: SeriesPart, code: string, series: readonly SeriesPart[]): boolean {
  if (part.countries.includes(code)) return true
  if (part.countries.length > 0 && series.some((other) => other.report === part.report && other.countries.includes(code)))
    return false
  const region = regionKey(part.region)
  const own = regionOfCountry(code, part.fiscalYear)
  return region === null || own === null || own === region
}

function touchesPrograms(program: string | null, asked: readonly string[] | undefined): boolean {
  if (program === null || asked === undefined) return true
  const family = programOfCode(program)?.family ?? program
  return asked.some((one) => one === program || one === family || programOfCode(one)?.family === family)
}

function missing(
  parts: readonly SeriesPart[],
  countries: readonly string[] | undefined,
  series: readonly SeriesPart[],
  whole: boolean,
): Gap {
  const { report, fiscalYear } = parts[0]!
  const regions = [...new Set(parts.flatMap((part) => part.region ?? []))]
  const touched =
    countries?.filter((code) => parts.some((part) => mayHold(part, code, series))) ?? parts.flatMap((part) => part.countries)
  return {
    report,
    region: whole || regions.length !== 1 ? null : regions[0]!,
    fiscalYear,
    program: null,
    column: null,
    state: 'file missing',
    reasonCode: whole ? 'report-not-at-hand' : 'part-not-at-hand',
    reason: whole
      ? 'The report is not among the sources of the ledger.'
      : 'A part of the report is not among the sources of the ledger.',
    citation: parts[0]!.source,
    countries: whole ? [...(countries ?? [])] : [...new Set(touched)],
    filledShare: null,
  }
}

const yearOutside = (year: number): Gap =>
  ofYear(year, 'year-outside-series', 'The series known here details what was delivered in fiscal years 1999 to 2020.')

const notHeld = (year: number): Gap => ofYear(year, 'report-not-at-hand', 'The report is not among the sources of the ledger.')

/** A report that no table knows: rows of it are there, and nothing says which regions it has. */
const partsUnknown = (year: number): Gap =>
  ofYear(
    year,
    'parts-not-known',
    'Which regions the report has is not known here, so that nothing tells whether all of it is there.',
  )

const ofYear = (year: number, reasonCode: ReasonCode, reason: string): Gap => ({
  report: reportOf(year),
  region: null,
  fiscalYear: year,
  program: null,
  column: null,
  state: 'file missing',
  reasonCode,
  reason,
  citation: 'data/coverage/series.csv',
  countries: [],
  filledShare: null,
})

function blankColumns(year: number, facts: CoverageFacts, asked: readonly CoveredColumn[] | undefined): Gap[] {
  const { known } = coverageTables()
  return facts.columns
    .filter(({ fiscalYear, report, column, rows, filled }) => {
      if (fiscalYear !== year || rows === 0 || filled / rows > 1 - blankShare) return false
      if (asked && !asked.includes(column)) return false
      return !known.some((gap) => gap.report === report && gap.column === column && gap.state === 'column absent')
    })
    .map(({ report, fiscalYear, column, rows, filled }) => ({
      report,
      region: null,
      fiscalYear,
      program: null,
      column,
      state: 'column blank' as const,
      reasonCode: 'column-mostly-blank' as const,
      reason: 'The column is printed and left blank in nine rows of ten or more.',
      citation: `Counted over the rows of the report that the ledger holds`,
      countries: [],
      filledShare: filled / rows,
    }))
}
