/**
 * Options that several commands take, read in one way: a country, and what is said of an article. What cannot be read is refused before anything is
 * opened, since "nothing found" for a country that nobody knows reads as an answer.
 */
import type { GivenFacts } from '../documents/article/read-article-text.js'
import { checkPublished } from '../extract/article/take-article.js'
import { errors } from '../ledger/errors.js'
import { codeOfCountry, readCountry } from '../ledger/vocabulary.js'
import type { Command } from './command.js'

type Values = Parameters<Command['run']>[0]

/** "Mexico" and "mex" are MEX; a name of the tables that has no code stays as it is printed. Null where it is left out. @throws UserError OPTION_INVALID */
export function countryAsked(value: Values[string], command: string): string | null {
  if (typeof value !== 'string') return null
  const country = codeOfCountry(value) ?? (readCountry(value) && value.trim())
  if (country === null)
    throw errors.OPTION_INVALID(
      `--country takes a code of three letters (MEX) or a name as the reports print it, not "${value.slice(0, 40)}"`,
      command,
    )
  return country
}

/** What an article does not say of itself, from --title, --publisher, --author and --published. @throws UserError ARTICLE_DAY_INVALID */
export function factsAsked(values: Values): GivenFacts {
  const given: GivenFacts = {}
  for (const name of ['title', 'publisher', 'author', 'published'] as const) {
    const value = values[name]
    if (typeof value === 'string') given[name] = name === 'published' ? checkPublished(value) : value
  }
  return given
}
