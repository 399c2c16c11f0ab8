/** Which countries an article's words mean: a country, its adjective, or a region as a stated list of countries. */
import { isElsewhere, spanishForms } from '../extract/article/claims/actors.js'
import { itself, remembered } from '../ledger/remembered.js'
import { countries, countryOfCode, readDataTable } from '../ledger/vocabulary.js'

/** `region` is the name of the list, null where the words mean a country. */
export interface PlaceReading {
  code: 'place'
  printed: string
  region: string | null
  countries: string[]
}

export interface ReadPlace {
  /** ISO 3166-1 alpha-3. */
  codes: string[]
  /** For words that are not themselves the name that a country is shown by. */
  readings: PlaceReading[]
}

export interface Region {
  name: string
  /** ISO 3166-1 alpha-3. */
  codes: string[]
}

/** The committed lists, by the name that they are shown under. */
export const regions = (): Region[] =>
  readDataTable('vocabulary/regions.csv').map(({ name, codes }) => ({ name: name!, codes: codes!.split(' ') }))

interface Lexicon {
  pattern: RegExp
  byWords: Map<string, { codes: string[]; region: string | null }>
}

let loaded: Lexicon | undefined
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

function lexicon(): Lexicon {
  if (loaded) return loaded
  const byWords: Lexicon['byWords'] = new Map()
  for (const { adjective, code } of readDataTable('vocabulary/country-adjectives.csv'))
    byWords.set(adjective!.toLowerCase(), { codes: [code!], region: null })
  for (const { adjective, code } of readDataTable('vocabulary/country-adjectives-es.csv'))
    for (const form of spanishForms(adjective!)) byWords.set(form, { codes: [code!], region: null })
  for (const { code, nameEn, nameEs } of countries())
    for (const name of [nameEn, nameEs]) byWords.set(name.toLowerCase(), { codes: [code], region: null })
  for (const { words, name, codes } of readDataTable('vocabulary/regions.csv'))
    for (const word of words!.split('|')) byWords.set(word, { codes: codes!.split(' '), region: name! })
  for (const provider of ['united states', 'estados unidos', 'american', 'estadounidense']) byWords.delete(provider)
  const longest = [...byWords.keys()].sort((a, b) => b.length - a.length).map(escaped)
  loaded = { pattern: new RegExp(`(?<![\\p{L}])(?:${longest.join('|')})(?:s|n)?(?![\\p{L}])`, 'giu'), byWords }
  return loaded
}

/** Null where the words name no country but perhaps the United States, which gives and does not receive here. */
export const readPlace = (words: string | null): ReadPlace | null => (words === null ? null : placeIn(words))

/** Claims of many articles name the same few places. */
const placeIn = remembered(4000, findPlace, itself)

function findPlace(words: string): ReadPlace | null {
  const { pattern, byWords } = lexicon()
  const codes: string[] = []
  const readings: PlaceReading[] = []
  for (const { 0: match, index } of words.matchAll(pattern)) {
    if (isElsewhere(match, words.slice(0, index), words.slice(index + match.length))) continue
    const lower = match.toLowerCase()
    const found = byWords.get(lower) ?? byWords.get(lower.slice(0, -1))
    if (!found) continue
    for (const code of found.codes) if (!codes.includes(code)) codes.push(code)
    if (found.region !== null || countryOfCode(found.codes[0]!)?.nameEn !== match)
      readings.push({ code: 'place', printed: match, region: found.region, countries: found.codes })
  }
  return codes.length === 0 ? null : { codes, readings }
}

/** The words without those that name a country. */
export const withoutPlaces = (words: string): string => words.replace(lexicon().pattern, ' ')
