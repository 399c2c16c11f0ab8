/**
 * An entity of the FollowTheMoney model given as an example, as what the ledger's entities are compared with. Of its properties those are read
 * that the ledger can hold beside a name; a property that is not of the model is ignored, as the servers that speak this model do.
 */
import { rangeText, readPartialDate } from '../../ledger/dates.js'
import { codeOfCountry } from '../../ledger/vocabulary.js'

export type Properties = Readonly<Record<string, readonly string[]>>

export interface ExampleFacts {
  names: string[]
  /** ISO 3166-1 alpha-3. */
  countries: string[]
  /** Ranges of days, as PostgreSQL writes them. */
  births: string[]
  identifiers: string[]
}

const names = ['name', 'alias', 'weakAlias', 'previousName', 'abbreviation', 'title']
const countries = ['country', 'nationality', 'citizenship', 'jurisdiction', 'mainCountry', 'birthCountry']
const identifiers = [
  'idNumber',
  'registrationNumber',
  'passportNumber',
  'taxNumber',
  'innCode',
  'ogrnCode',
  'leiCode',
  'dunsCode',
]

export function readExample(properties: Properties): ExampleFacts {
  const all = (list: readonly string[]) => [...new Set(list.flatMap((property) => properties[property] ?? []))]
  const given = all(names).filter((name) => name.trim() !== '')
  const parts = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'].flatMap(
    (property) => properties[property]?.[0] ?? [],
  )
  return {
    names: given.length > 0 || parts.length === 0 ? given : [parts.join(' ')],
    countries: [...new Set(all(countries).flatMap(countryCode))],
    births: all(['birthDate']).flatMap((date) => {
      // "1960-05-02T00:00:00" is a day, too.
      const range = readPartialDate(date.slice(0, 10))
      return range ? [rangeText(range)] : []
    }),
    identifiers: all(identifiers),
  }
}

/** A country as people and programs write it ("mx", "MEX", "Mexico"), as ISO 3166-1 alpha-3; none where the table does not know it. */
export function countryCode(text: string): string[] {
  const code = codeOfCountry(text)
  return code === null ? [] : [code]
}
