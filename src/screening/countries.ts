/** Countries as lists print them: by code, by name in English, Spanish, French or Portuguese, or by what their people are called ("Mexican"). */
import { countries, countryOfAlpha2, countryOfCode, readCountry, readDataTable } from '../ledger/vocabulary.js'

const key = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

let byName: Map<string, string> | undefined

function names(): Map<string, string> {
  if (byName) return byName
  byName = new Map(readDataTable('vocabulary/country-adjectives.csv').map((row) => [row.adjective!, row.code!]))
  // The names that Unicode's locale data give; a name that two countries have would be a fault of theirs.
  const languages = ['en', 'es', 'fr', 'pt'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  )
  for (const { code, alpha2, nameEn, nameEs } of countries())
    for (const name of [nameEn, nameEs, ...languages.map((language) => language.of(alpha2) ?? '')])
      if (name !== '' && !byName.has(key(name))) byName.set(key(name), code)
  return byName
}

/** ISO 3166-1 alpha-3 of the first country that the cell names; null where no table knows any. */
export function readGivenCountry(printed: string): string | null {
  for (const part of [printed, ...printed.split(/[;,/|]+/)]) {
    const text = part.trim()
    if (text === '') continue
    const code =
      text.length === 2 ? countryOfAlpha2(text)?.code : text.length === 3 ? countryOfCode(text.toUpperCase())?.code : null
    const found = code ?? readCountry(text)?.code ?? names().get(key(text)) ?? null
    if (found) return found
  }
  return null
}
