/**
 * What words of a question name beside what rows print: a country by any of its names, a programme or its family, a fiscal year. "IMET Nigeria 2014" asks for rows in
 * which these words stand, and "DRC" finds a fraction of that country's: the same question asked by filters is offered as another one, never asked in its place (0143).
 */

import type { AsOf } from '../ledger/read/as-of.js'
import { slugOf } from '../ledger/read/cube.js'
import { maximumValues, type TrainingQuery } from '../ledger/read/query.js'
import type { Reading } from '../ledger/read/reading.js'
import { joining, partsOfQuestion } from '../ledger/read/words.js'
import { codeOfCountry, namesOfCountry, programs, readDataTable } from '../ledger/vocabulary.js'
import { searchKey } from '../names/search-key.js'

export interface Meant {
  /** As filters take them. */
  country: string[]
  program: string[]
  family: string[]
  year: TrainingQuery['year']
  /** What is left to be looked for as words. */
  rest: string
}

/** A word of the question, or a part that stands for itself: a phrase, a beginning, a choice. */
interface Token {
  text: string
  plain: boolean
}
type Read = Partial<Omit<Meant, 'rest'>>

/** So many words has the longest name of a country or programme that people type. */
const longestName = 7
/** Words that join a country or year to others, in no row by themselves: "IMET in Nigeria". */
const prepositions = new Set([...joining, 'in', 'to', 'for', 'by', 'with', 'from', 'en', 'a', 'para', 'por', 'con'])

/** Null where no word names any of these. */
export function meantBy(q: string): Meant | null {
  const tokens = partsOfQuestion(q).flatMap((text, part): Token[] =>
    part % 2 === 1 ? [{ text, plain: false }] : (text.match(/\S+/gu) ?? []).map((word) => ({ text: word, plain: true })),
  )
  const sure = readTokens(tokens, (text) => yearOf(text) ?? countryOf(text) ?? programOf(text))
  // "PER" and "map" are words of courses; alone, or beside what else is a filter, they are a country and a programme.
  const whole = readTokens(tokens, (text) => yearOf(text) ?? anyCountryOf(text) ?? anyProgramOf(text))
  const read = whole.rest === '' ? whole : sure
  return read.country.length + read.program.length + read.family.length + read.year.length > 0 ? read : null
}

function readTokens(tokens: readonly Token[], readName: (text: string) => Read | null): Meant {
  const meant: Meant = { country: [], program: [], family: [], year: [], rest: '' }
  const rest: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    let length = Math.min(longestName, tokens.length - at)
    let read: Read | null = null
    for (; length > 0; length--) {
      const named = tokens.slice(at, at + length)
      read = named.every(({ plain }) => plain) ? readName(named.map(({ text }) => text).join(' ')) : null
      if (read !== null) break
    }
    if (read === null) rest.push(tokens[at]!)
    else {
      for (const filter of ['country', 'program', 'family'] as const)
        meant[filter] = [...new Set([...meant[filter], ...(read[filter] ?? [])])]
      meant.year.push(...(read.year ?? []))
    }
    at += Math.max(length, 1)
  }
  const words = rest.filter(({ text, plain }) => !(plain && prepositions.has(searchKey(text))))
  return { ...meant, rest: words.map(({ text }) => text).join(' ') }
}

const yearForm = /^(?:(fy|af|fiscal years?|año fiscal|años fiscales)\s*)?['’]?(\d{4}|\d{2})(?:\s*[-–]\s*(\d{4}|\d{2}))?$/iu

/** "2014", "FY2014", "FY 14", "2012-2014". Two digits alone are a unit's number. */
function yearOf(text: string): Read | null {
  const [, marked, from, to] = yearForm.exec(text) ?? []
  if (from === undefined || (!marked && from.length === 2)) return null
  const first = from.length === 2 ? 2000 + Number(from) : Number(from)
  const last = to === undefined ? first : to.length === 2 ? Math.floor(first / 100) * 100 + Number(to) : Number(to)
  return first >= 1950 && last <= 2049 && first <= last ? { year: [{ first, last }] } : null
}

let adjectives: Map<string, string> | undefined

function adjectiveOf(text: string): string | null {
  adjectives ??= new Map(
    ['country-adjectives.csv', 'country-adjectives-es.csv'].flatMap((table) =>
      readDataTable(`vocabulary/${table}`).map((row): [string, string] => [searchKey(row.adjective!), row.code!]),
    ),
  )
  return adjectives.get(searchKey(text)) ?? null
}

const anyCountryOf = (text: string): Read | null => {
  // "in" is no India.
  if (prepositions.has(searchKey(text))) return null
  const code = codeOfCountry(text) ?? adjectiveOf(text)
  return code === null ? null : { country: [code.toLowerCase()] }
}

/** By a name, an adjective ("Philippine police"), or a short form in capitals ("DRC"); codes are words of other meanings ("PER", "ARM"). */
function countryOf(text: string): Read | null {
  const letters = text.replace(/[^\p{L}]/gu, '')
  const code = codeOfCountry(text)
  if (code === null || letters.length > 3) return anyCountryOf(text)
  const isName = namesOfCountry(code).some((name) => searchKey(name) === searchKey(text))
  return isName && letters === letters.toUpperCase() ? { country: [code.toLowerCase()] } : null
}

let programNames: Map<string, Read> | undefined

/** The family where what was typed is what several programmes are called together. */
function anyProgramOf(text: string): Read | null {
  if (!programNames) {
    const all = programs()
    const codes = new Map(readDataTable('vocabulary/program-headings.csv').map((row) => [searchKey(row.heading!), row.code!]))
    for (const { nameEn, nameEs, code } of all) for (const name of [nameEn, nameEs]) codes.set(searchKey(name), code)
    for (const { code } of all) codes.set(searchKey(code), code)
    programNames = new Map([...codes].map(([name, code]) => [name, { program: [slugOf(code)] }]))
    for (const { family } of all)
      if (all.filter((program) => program.family === family).length > 1)
        programNames.set(searchKey(family), { family: [slugOf(family)] })
  }
  return programNames.get(searchKey(text)) ?? null
}

const programOf = (text: string): Read | null =>
  text.replace(/[^\p{L}]/gu, '').length > 3 || text === text.toUpperCase() ? anyProgramOf(text) : null

/** Of a question that has few rows it is counted how many it has by filters; what no words are left of is always counted, from sums that are kept. */
const countedUpTo = 1000

export interface AskedByFilters {
  query: TrainingQuery
  meant: Meant
  /** Null where that was not counted. */
  rows: number | null
}

/** The question with what its words name as filters; null where they name nothing, or are narrowed by such a filter already. */
export async function askedByFilters(
  { sums }: Pick<Reading, 'sums'>,
  query: TrainingQuery,
  found: number,
): Promise<AskedByFilters | null> {
  const meant = meantBy(query.q)
  if (meant === null) return null
  const taken = (['country', 'program', 'family', 'year'] as const).some(
    (filter) => meant[filter].length > 0 && query[filter].length > 0,
  )
  if (taken || meant.year.length > maximumValues || meant.country.length > maximumValues) return null
  const { rest, ...filters } = meant
  const asked: TrainingQuery = { ...query, q: rest }
  for (const filter of ['country', 'program', 'family'] as const) if (filters[filter].length > 0) asked[filter] = filters[filter]
  if (filters.year.length > 0) asked.year = filters.year
  if (asked.sort === 'relevance') asked.sort = undefined
  const rows = rest !== '' && found > countedUpTo ? null : (await sums(asked)).total
  // A year finds the same rows as a word; a country or programme leads to its page.
  if (rows === found && meant.country.length + meant.program.length + meant.family.length === 0) return null
  return { query: asked, meant, rows }
}

/** Of the years that are asked for, those of which no report is held: to ask for them finds nothing, whatever happened. */
export async function yearsNotHeld(
  { yearsHeld }: Pick<Reading, 'yearsHeld'>,
  asked: TrainingQuery['year'],
  asOf: AsOf,
): Promise<number[]> {
  if (asked.length === 0) return []
  const held = new Set(await yearsHeld(asOf))
  const years = asked.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
  return [...new Set(years)].filter((year) => !held.has(year)).sort((a, b) => a - b)
}
