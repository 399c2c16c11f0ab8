/**
 * What a printed country or programme heading means, by committed tables (data/vocabulary): exact forms only.
 *
 * A near miss gives null, never a guess: a heading that the tables do not know is to be flagged and added to them.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

/** A country of the table. `code` is ISO 3166-1 alpha-3, a withdrawn ISO 3166-3 one (YUG, SCG, ANT), or XKX; `reason` says why. */
export interface Country {
  code: string
  /** ISO 3166-1 alpha-2, as spreadsheets and FollowTheMoney have it; XK for Kosovo. */
  alpha2: string
  /** ISO 3166-1 numeric, as map shapes are keyed; null for Kosovo. */
  numeric: string | null
  nameEn: string
  nameEs: string
  /** As the State Department groups it in the reports from 2007–2008 on; null for territories outside its regions. */
  region: string | null
  reason: string | null
  source: string
}

export interface ReadCountry {
  code: string | null
  /** The English display name; the printed form where there is no code. */
  name: string
  /** Why there is no ISO 3166-1 code, or what is unusual about this reading; null where nothing is. */
  reason: string | null
}

export type Agency = 'DoS' | 'DoD' | 'DHS'

/** A programme: `code` as the report has it, `family` what it is compared with over the years (the crosswalk says how well). */
export interface Program {
  code: string
  nameEn: string
  nameEs: string
  family: string
  /** The agency where no heading names one; null where it is of several or of none of the three. */
  agency: Agency | null
  /** First and last fiscal year printed in the reports that the table was made from; null if in none of them. */
  firstFiscalYear: number | null
  lastFiscalYear: number | null
  /** The law, cited; null where it is not known to us. */
  authority: string | null
  /** False where the authority is known by its number alone and was not looked up in the statute book. */
  authorityChecked: boolean
  note: string | null
  source: string
}

export interface ReadProgram {
  code: string
  family: string
  agency: Agency | null
}

/** A change of heading: comparing across `firstFiscalYear` (the first year of `to`) compares unlike things. */
export interface ProgramBreak {
  from: string
  to: string
  firstFiscalYear: number
  change: string
  basis: string
  citation: string
  note: string | null
}

/** Rows of a committed CSV file below `data/`; the folder is found from this module's place, in src and in dist alike. */
export function readDataTable(path: string): Record<string, string>[] {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return parse(readFileSync(join(folder, 'data', path)), { columns: true, bom: true })
}

/** Accents, case and punctuation do not distinguish printed forms; "&" is "and". */
function formKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** "Gambia, The" and "The Gambia" are "Gambia". */
function countryKey(text: string): string {
  return formKey(text)
    .split(' ')
    .filter((word) => word !== 'the')
    .join(' ')
}

const orNull = (text: string | undefined): string | null => (text ? text : null)

interface CountryTables {
  byCode: Map<string, Country>
  byAlpha2: Map<string, Country>
  byForm: Map<string, { printed: string; code: string | null; reason: string | null }>
}
let countryTables: CountryTables | undefined

function loadCountries(): CountryTables {
  if (countryTables) return countryTables
  const byCode = new Map<string, Country>()
  const alpha2 = new Map(readDataTable('vocabulary/country-alpha2.csv').map((row) => [row.code!, row.alpha2!]))
  for (const row of readDataTable('vocabulary/countries.csv')) {
    byCode.set(row.code!, {
      code: row.code!,
      alpha2: alpha2.get(row.code!)!,
      numeric: orNull(row.numeric),
      nameEn: row.name_en!,
      nameEs: row.name_es!,
      region: orNull(row.region),
      reason: orNull(row.reason),
      source: row.source!,
    })
  }
  const byForm: CountryTables['byForm'] = new Map()
  for (const row of readDataTable('vocabulary/country-names.csv'))
    byForm.set(countryKey(row.printed!), { printed: row.printed!, code: orNull(row.code), reason: orNull(row.reason) })
  const byAlpha2 = new Map([...byCode.values()].map((country) => [country.alpha2, country]))
  countryTables = { byCode, byAlpha2, byForm }
  return countryTables
}

/** What a printed country is; null where the table does not know the form. A known form that is no country has code null. */
export function readCountry(printed: string): ReadCountry | null {
  const { byCode, byForm } = loadCountries()
  const form = byForm.get(countryKey(printed))
  if (!form) return null
  const country = form.code === null ? undefined : byCode.get(form.code)
  if (!country) return { code: null, name: form.printed, reason: form.reason }
  return { code: country.code, name: country.nameEn, reason: form.reason ?? country.reason }
}

/** The country of a code, with its display names in English and Spanish; null for a code that is not in the table. */
export function countryOfCode(code: string): Country | null {
  return loadCountries().byCode.get(code) ?? null
}

/**
 * The code of a country as people and programs write it ("mx", "MEX", "Mexico", "Alemania", "Tchad", "UK"); null where no table knows it, or one knows no
 * code. More names than `readCountry` has: reports print English names alone, and are read by no others.
 */
export function codeOfCountry(text: string): string | null {
  const trimmed = text.trim()
  const { byName } = loadCountryNames()
  if (trimmed.length === 2) return countryOfAlpha2(trimmed)?.code ?? byName.get(countryKey(trimmed)) ?? null
  const known = countryOfCode(trimmed.toUpperCase()) ?? readCountry(trimmed)
  return known ? known.code : (byName.get(countryKey(trimmed)) ?? null)
}

/** All names by which a country is asked for: those that reports print, short, former and translated ones. */
export const namesOfCountry = (code: string): readonly string[] => loadCountryNames().byCode.get(code) ?? []

interface CountryNames {
  byName: Map<string, string>
  byCode: Map<string, string[]>
}
let countryNames: CountryNames | undefined

function loadCountryNames(): CountryNames {
  if (countryNames) return countryNames
  const byName: CountryNames['byName'] = new Map()
  const byCode: CountryNames['byCode'] = new Map()
  const add = (name: string, code: string) => {
    const key = countryKey(name)
    // What reports print, or is told apart there ("Congo"), means nothing else; of two countries with a name the first table's has it.
    if (key === '' || byName.has(key) || (readCountry(name) !== null && readCountry(name)?.code !== code)) return
    byName.set(key, code)
    byCode.set(code, [...(byCode.get(code) ?? []), name])
  }
  const french = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' })
  for (const { code, nameEn, nameEs } of countries()) for (const name of [nameEn, nameEs]) add(name, code)
  for (const { called, code } of readDataTable('vocabulary/country-called.csv')) add(called!, code!)
  for (const { printed, code } of loadCountries().byForm.values()) if (code !== null) add(printed, code)
  for (const { code, alpha2 } of countries()) add(french.of(alpha2) ?? '', code)
  countryNames = { byName, byCode }
  return countryNames
}

/** The country of a code of two letters, in whatever case; null for one that is not in the table. */
export function countryOfAlpha2(alpha2: string): Country | null {
  return loadCountries().byAlpha2.get(alpha2.toUpperCase()) ?? null
}

/** All countries of the table, by code. */
export function countries(): Country[] {
  return [...loadCountries().byCode.values()]
}

interface ProgramTables {
  byCode: Map<string, Program>
  byHeading: Map<string, string>
  breaks: ProgramBreak[]
}
let programTables: ProgramTables | undefined

function loadPrograms(): ProgramTables {
  if (programTables) return programTables
  const byCode = new Map<string, Program>()
  for (const row of readDataTable('vocabulary/programs.csv')) {
    byCode.set(row.code!, {
      code: row.code!,
      nameEn: row.name_en!,
      nameEs: row.name_es!,
      family: row.family!,
      agency: orNull(row.agency) as Agency | null,
      firstFiscalYear: row.first_fiscal_year ? Number(row.first_fiscal_year) : null,
      lastFiscalYear: row.last_fiscal_year ? Number(row.last_fiscal_year) : null,
      authority: orNull(row.authority),
      authorityChecked: row.statute_checked !== 'no',
      note: orNull(row.note),
      source: row.source!,
    })
  }
  const byHeading = new Map<string, string>()
  for (const row of readDataTable('vocabulary/program-headings.csv')) byHeading.set(formKey(row.heading!), row.code!)
  const breaks = readDataTable('vocabulary/program-crosswalk.csv').map((row) => ({
    from: row.from_code!,
    to: row.to_code!,
    firstFiscalYear: Number(row.first_fiscal_year),
    change: row.change!,
    basis: row.basis!,
    citation: row.citation!,
    note: orNull(row.note),
  }))
  programTables = { byCode, byHeading, breaks }
  return programTables
}

/** "Department of State Training", "DoD", "DOHS Africa Region, …": which agency the printed words name; null for none. */
export function readAgency(printed: string): Agency | null {
  if (/\bDepartment of State\b|^\s*DoS\b(?!\s*\/)|\bDoS Training\b/i.test(printed)) return 'DoS'
  if (/\bDepartment of Defense\b|^\s*DoD\b(?=\s+Training|.*\bRegion\b|\s*$)|\bDoD Training\b/i.test(printed)) return 'DoD'
  if (/\bDepartment of Homeland Security Training\b|^\s*DO?HS\b(?!\s*\/)|\bDO?HS Training\b/i.test(printed)) return 'DHS'
  return null
}

/** The programme's own words: without fiscal year, agency, note, and what stands before it (region, country). */
function headingCandidates(printed: string): string[] {
  const bare = printed
    .replace(/\s+/g, ' ')
    .replace(/\(Notes? [\d, &and]+\)/gi, ' ')
    .replace(
      /(?:[\s,-]+(?:FY|Fiscal Year)\s*(?:\d{2,4})?(?:\s*(?:DoS|DoD|DO?HS|Department of [A-Za-z ]+?)?\s*(?:Training|Totals?:?)?)?)+\s*$/i,
      '',
    )
    .replace(/[\s,-]+$/, '')
    .trim()
  const parts = bare.split(',')
  // "Antigua And Barbuda (UK), Section 1004", "DOD Africa Region, Congo, Republic of, …": a programme may hold commas itself,
  // so the longest known ending wins.
  return parts.map((_, index) => parts.slice(index).join(',').trim())
}

/**
 * The programme that a printed heading names, in any layout's form: "IMET-1 - Fiscal Year 2012 Department of State Training",
 * "DOS Africa Region, Angola, International Military Education and Training (IMET),FY05", "Section 1004 (Note 1), FY 01".
 * The agency that the heading names itself outweighs `headingAgency` (a heading around it), and that the table's; null if unknown.
 */
export function readProgram(printed: string, headingAgency?: string | null): ReadProgram | null {
  const { byCode, byHeading } = loadPrograms()
  for (const [index, candidate] of headingCandidates(printed).entries()) {
    const program = byCode.get(byHeading.get(formKey(candidate)) ?? '')
    if (!program) continue
    if (index > 0 && !isPrefix(printed, candidate)) return null
    const agency = readAgency(printed) ?? (headingAgency ? readAgency(headingAgency) : null) ?? program.agency
    return { code: program.code, family: program.family, agency }
  }
  return null
}

/** Only a region and a country may stand before a programme: "Other Activities, IMET" is a heading that we do not know. */
function isPrefix(printed: string, candidate: string): boolean {
  const before = printed
    .replace(/\s+/g, ' ')
    .slice(0, printed.replace(/\s+/g, ' ').indexOf(candidate))
    .replace(/[\s,]+$/, '')
    .replace(/^.*\bRegions?(?: \(Continued\))?\s*,?\s*/i, '')
  return before === '' || readCountry(before) !== null
}

/** The code of a programme as people write it ("imet-1", "Section 1004", its name in either language, a printed heading); null where the table knows none. */
export function codeOfProgram(text: string): string | null {
  const key = formKey(text)
  const all = programs()
  const known =
    all.find(({ code }) => formKey(code) === key) ??
    all.find(({ nameEn, nameEs }) => formKey(nameEn) === key || formKey(nameEs) === key)
  return known?.code ?? readProgram(text)?.code ?? null
}

/** The programme of a code; null for a code that is not in the table. */
export function programOfCode(code: string): Program | null {
  return loadPrograms().byCode.get(code) ?? null
}

/** All programmes of the table. */
export function programs(): Program[] {
  return [...loadPrograms().byCode.values()]
}

/** Where headings change, for charts that mark the break: all, or those that touch a family. */
export function programBreaks(family?: string): ProgramBreak[] {
  const { byCode, breaks } = loadPrograms()
  if (family === undefined) return breaks
  return breaks.filter(({ from, to }) => byCode.get(from)?.family === family || byCode.get(to)?.family === family)
}
