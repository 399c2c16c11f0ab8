/** Countries in the reader's language, and by the number that the map's shapes carry. */

import type { CountryRef } from '../ledger/read/views.js'
import { countries, countryOfCode } from '../ledger/vocabulary.js'
import { type Language, nameIn } from './messages/format.js'

/** A country that the vocabulary does not know keeps the name that the source prints. */
export function countryName(country: CountryRef, language: Language): string {
  const known = countryOfCode(country.code ?? country.slug.toUpperCase())
  if (!known) return country.name
  return nameIn(language, known)
}

/** The same of a code, or of a country as printed, which stays as it is. */
export function countryInWords(code: string, language: Language): string {
  const known = countryOfCode(code)
  if (!known) return code
  return nameIn(language, known)
}

const articles: Readonly<Record<Language, readonly [RegExp, string][]>> = {
  en: [
    [
      /(?:Republic|Islands|Kingdom|Emirates|States|Territory|Territories|Antilles|Authority)$|^(?:Democratic )?Republic |^(?:Comoros|Maldives|Philippines|(?:Caribbean )?Netherlands)$/,
      'the',
    ],
  ],
  es: [
    [/^(?:República|Isla|Autoridad) /, 'la'],
    [/^(?:Islas|Antillas) /, 'las'],
    [/^(?:Emiratos|Países|Territorios) /, 'los'],
    [/^(?:Reino|Territorio) /, 'el'],
  ],
}

/** A country within a sentence: "the Philippines", "la República Dominicana". */
export function countryInSentence(country: CountryRef, language: Language): string {
  const name = countryName(country, language)
  // "The Gambia" stands so in lists.
  if (language === 'en' && name.startsWith('The ')) return `the ${name.slice(4)}`
  const article = articles[language].find(([form]) => form.test(name))?.[1]
  return article ? `${article} ${name}` : name
}

/** The region as the State Department groups it ("Western Hemisphere"); null where there is no code. */
export function countryRegion(country: CountryRef): string | null {
  return countryOfCode(country.code ?? country.slug.toUpperCase())?.region ?? null
}

/** Alpha-3 by ISO 3166-1 number, by which the shapes of the world are keyed. */
export function alpha3ByNumeric(): ReadonlyMap<string, string> {
  return new Map(countries().flatMap((country): [string, string][] => (country.numeric ? [[country.numeric, country.code]] : [])))
}
