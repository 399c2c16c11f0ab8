/** The pages of countries, programmes and their families by the names they go by: for what is suggested while somebody types, and for what was mistyped. */
import type { Reading } from '../ledger/read/reading.js'
import type { CountrySum, ProgramSum } from '../ledger/read/views.js'
import { countries, namesOfCountry, programOfCode } from '../ledger/vocabulary.js'
import { nearestOf } from '../names/nearest.js'
import { searchKey } from '../names/search-key.js'
import { countryName } from './countries.js'
import { formatFor, type Language, nameIn } from './messages/format.js'
import { messagesFor } from './messages/messages.js'
import { programName } from './program-names.js'
import { href } from './site.js'

export interface Suggestion {
  text: string
  detail: string
  href: string
}

/** Something that has a page, with the keys by which it is found. */
export interface Known extends Suggestion {
  keys: string[]
  quantity: number
}

export interface KnownPages {
  countries: Known[]
  /** Programmes, and families of several. */
  programs: Known[]
}

/** Those of the present in a language, kept as long as it is the present. */
export function knownPages(
  reading: Pick<Reading, 'head' | 'countries' | 'programs'>,
): (language: Language) => Promise<KnownPages> {
  const known = new Map<Language, KnownPages & { digest: string }>()
  return async (language) => {
    const { digest } = await reading.head()
    const kept = known.get(language)
    if (kept?.digest === digest) return kept
    const [sums, programSums] = [await reading.countries(), await reading.programs()]
    const made = {
      digest: sums.head.digest,
      countries: knownCountries(sums.countries, language),
      programs: knownPrograms(programSums.programs, language),
    }
    known.set(language, made)
    return made
  }
}

/** Whom somebody may have meant who typed a name that nothing has: what has all its words, else what few slips part from it. */
export function nearestTo(typed: string, known: readonly Known[], limit: number): Suggestion[] {
  const key = searchKey(typed.replaceAll('-', ' '))
  const words = key.split(' ').filter(Boolean)
  if (words.length === 0) return []
  const begun = matching(known, words, limit)
  if (begun.length > 0) return begun
  const near = nearestOf(key, known, ({ keys }) => keys, limit)
  // A long name with one slip, or half of one: "mexico city", "republic of columbia".
  const byWord = words
    .filter((word) => word.length > 3)
    .flatMap((word) => nearestOf(word, known, ({ keys }) => keys.flatMap((one) => [one, ...one.split(' ')]), limit))
  return [...new Set([...near, ...byWord])].slice(0, limit)
}

/** Countries whose name has all of some words where no country has just these: "Congo". None where they are too many to be meant. */
export function countriesOfWords({ countries: known }: KnownPages, q: string): Suggestion[] {
  const words = searchKey(q).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const named = known.filter(({ keys }) => keys.some((key) => words.every((word) => key.split(' ').includes(word))))
  return named.length <= 3 ? named.map(({ text, detail, href: address }) => ({ text, detail, href: address })) : []
}

function knownCountries(sums: readonly CountrySum[], language: Language): Known[] {
  const { search } = messagesFor(language)
  const format = formatFor(language)
  const held = new Set(sums.map(({ country }) => country.code))
  const page = (slug: string) => href({ language, asOf: null }, `/countries/${slug}`)
  const withRows = sums.map(({ country, quantity }) => {
    return {
      text: countryName(country, language),
      detail: search.suggestedSessions(quantity, format.number(quantity)),
      href: page(country.slug),
      keys: [country.name, ...(country.code ? [...namesOfCountry(country.code), country.code] : [])].map(searchKey),
      quantity,
    }
  })
  // That no row names a country is an answer, too.
  const without = countries()
    .filter(({ code }) => !held.has(code))
    .map(({ code, ...names }) => ({
      text: nameIn(language, names),
      detail: search.suggestedNoRow,
      href: page(code.toLowerCase()),
      keys: namesOfCountry(code).map(searchKey),
      quantity: -1,
    }))
  return [...withRows, ...without]
}

function knownPrograms(sums: readonly ProgramSum[], language: Language): Known[] {
  const { search } = messagesFor(language)
  const families = new Map<string, { slug: string; quantity: number; codes: string[] }>()
  for (const { program, quantity } of sums) {
    if (program.family === null || program.familySlug === null) continue
    const family = families.get(program.family) ?? { slug: program.familySlug, quantity: 0, codes: [] }
    families.set(program.family, { ...family, quantity: family.quantity + quantity, codes: [...family.codes, program.code] })
  }
  return [
    ...[...families]
      .filter(([, { codes }]) => codes.length > 1)
      .map(([name, { slug, quantity, codes }]) => ({
        text: name,
        detail: search.suggestedFamily(codes.slice(0, 4).join(', '), codes.length > 4),
        href: href({ language, asOf: null }, `/families/${slug}`),
        keys: [searchKey(name)],
        quantity,
      })),
    ...sums.map(({ program, quantity }) => {
      const vocabulary = programOfCode(program.code)
      return {
        text: program.code,
        detail: programName(program.code, language) ?? '',
        href: href({ language, asOf: null }, `/programs/${program.slug}`),
        keys: [program.code, vocabulary?.nameEn, vocabulary?.nameEs].flatMap((name) => (name ? searchKey(name) : [])),
        quantity,
      }
    }),
  ]
}

/** Those with a key in which every typed word begins a word: the key that was typed whole first, then those that begin so. */
export function matching(known: readonly Known[], words: readonly string[], limit: number): Suggestion[] {
  const typed = words.join(' ')
  return known
    .flatMap((each) => {
      const tiers = each.keys
        .filter((key) => words.every((word) => key.split(' ').some((part) => part.startsWith(word))))
        .map((key) => (key === typed ? 0 : key.startsWith(typed) ? 1 : 2))
      return tiers.length > 0 ? [{ each, tier: Math.min(...tiers) }] : []
    })
    .sort((left, right) => left.tier - right.tier || right.each.quantity - left.each.quantity)
    .slice(0, limit)
    .map(({ each: { text, detail, href: address } }) => ({ text, detail, href: address }))
}
