/** What the search box suggests while somebody types: pages of countries, programmes, their families, and printed names. */
import { Hono } from 'hono'
import { z } from 'zod'
import { readQuery } from '../ledger/read/query.js'
import type { CountrySum, ProgramSum } from '../ledger/read/views.js'
import { countries, programOfCode } from '../ledger/vocabulary.js'
import { searchKey } from '../names/search-key.js'
import { countryName } from './countries.js'
import type { WebDependencies } from './dependencies.js'
import { formatFor, type Language, languages, nameIn } from './messages/format.js'
import { messagesFor } from './messages/messages.js'
import { requires } from './permissions.js'
import { programName } from './program-names.js'
import { href } from './site.js'

export interface Suggestion {
  text: string
  detail: string
  href: string
}

export interface Suggestions {
  groups: { label: string; options: Suggestion[] }[]
  /** How many there are, for readers who hear the page. */
  status: string
}

const most = { countries: 4, programs: 4, names: 7 }

const Asked = z.object({ q: z.string().max(300, 'at most 300 characters').default('') })

/** Something that has a page, with the keys by which it is found. */
interface Known extends Suggestion {
  keys: string[]
  quantity: number
}

export function suggestionRoutes({ reading }: WebDependencies): Hono {
  const app = new Hono()
  const known = new Map<Language, { digest: string; countries: Known[]; programs: Known[] }>()

  async function knownIn(language: Language) {
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

  for (const language of languages)
    app.get(`/${language}/suggest`, requires('read'), async (context) => {
      const { q } = readQuery(Asked, new URL(context.req.url).searchParams)
      const { search, rooms } = messagesFor(language)
      const format = formatFor(language)
      const words = searchKey(q).split(' ').filter(Boolean)
      if (words.length === 0) return context.json({ groups: [], status: '' } satisfies Suggestions)
      const lists = await knownIn(language)
      const { rows } = await reading.names({ q: asPrefix(q), limit: most.names })
      const groups = [
        { label: rooms.countries, options: matching(lists.countries, words, most.countries) },
        { label: rooms.programs, options: matching(lists.programs, words, most.programs) },
        {
          label: search.suggestedNames,
          options: rows.map((name) => ({
            text: name.text,
            detail: [
              name.country && countryName(name.country, language),
              search.suggestedSessions(name.quantity, format.number(name.quantity)),
            ]
              .filter(Boolean)
              .join(' · '),
            href: href({ language, asOf: null }, `/names/${name.id}`),
          })),
        },
      ].filter(({ options }) => options.length > 0)
      const count = groups.reduce((sum, { options }) => sum + options.length, 0)
      return context.json({ groups, status: search.suggested(count) } satisfies Suggestions)
    })
  return app
}

/** The last word is still being typed; quotation marks and stars are for the search itself. */
export function asPrefix(typed: string): string {
  const plain = typed.replace(/["“”«»*]/gu, ' ')
  return /[\p{L}\p{N}]$/u.test(plain) ? `${plain}*` : plain
}

function knownCountries(sums: readonly CountrySum[], language: Language): Known[] {
  const { search } = messagesFor(language)
  const format = formatFor(language)
  const held = new Set(sums.map(({ country }) => country.code))
  const page = (slug: string) => href({ language, asOf: null }, `/countries/${slug}`)
  const withRows = sums.map(({ country, quantity }) => {
    const vocabulary = countries().find(({ code }) => code === country.code)
    return {
      text: countryName(country, language),
      detail: search.suggestedSessions(quantity, format.number(quantity)),
      href: page(country.slug),
      keys: [country.name, vocabulary?.nameEn, vocabulary?.nameEs, country.code].flatMap((name) => (name ? searchKey(name) : [])),
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
      keys: [names.nameEn, names.nameEs].map(searchKey),
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
function matching(known: readonly Known[], words: readonly string[], limit: number): Suggestion[] {
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
