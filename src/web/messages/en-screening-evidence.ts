/** English: what speaks for or against a possible match, and what is said of it. `given` is the list's word, `known` the ledger's. */
import type { Evidence } from '../../screening/model.js'

type Agreement<Code extends Evidence['code']> = Extract<Evidence, { code: Code; agreement: string }>['agreement']

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

const birthDates: Record<Agreement<'birth-date'>, (given: string, known: string) => string> = {
  'same day': (given, known) => `same date of birth: ${given}${known === given ? '' : ` (${known})`}`,
  possible: (given, known) => `the date of birth may be the same: ${given} beside ${known}`,
  'year apart': (given, known) =>
    `dates of birth at most two years apart, or with day and month the other way round: ${given} beside ${known}`,
  differs: (given, known) => `another date of birth: ${given} beside ${known}`,
}
const birthPlaces: Record<Agreement<'birth-place'>, (given: string, known: string) => string> = {
  same: (given) => `same place of birth: ${given}`,
  part: (given, known) => `the place of birth agrees in part: ${given} beside ${known}`,
  differs: (given, known) => `another place of birth: ${given} beside ${known}`,
}
const postings: Record<Extract<Evidence, { code: 'posting' }>['relation'], (unit: string, given: string) => string> = {
  same: (unit, given) => `posted to ${unit}, which “${given}” may be`,
  above: (unit, given) => `posted to ${unit}, above “${given}”`,
  below: (unit, given) => `posted to ${unit}, below “${given}”`,
}

export const screeningEvidence = {
  birthDates,
  birthPlaces,
  countries: {
    same: (given: string) => `same country: ${given}`,
    differs: (given: string, known: string) => `another country: ${given} beside ${known}`,
  },
  identifier: (given: string, known: string, scheme: string | null) =>
    `same identifier: ${given}${known === given ? '' : ` (${known})`}${scheme ? `, ${scheme}` : ''}`,
  postings,
  as: (what: string) => `as ${what}`,
  dates: (first: string | null, last: string | null) =>
    first && last ? `cited from ${first} to ${last}` : first ? `cited from ${first}` : last ? `cited to ${last}` : '',
  elsewhere: (units: string, given: string) => `posted elsewhere, and not to “${given}”: ${units}`,
  andMore: (count: number) => `and ${count} more`,
  ranks: {
    same: (given: string) => `same rank: ${given}`,
    differs: (given: string, known: string) => `another rank: ${given} beside ${known}`,
  },
  commands: (unit: string) => `is given as commander of ${unit}`,
  bases: {
    'a source': () => 'a source gives it this name',
    confirmed: (rows: number, text: string) =>
      `a person confirmed that this printed name means it (${text} ${plural(rows, 'row', 'rows')})`,
    proposed: (rows: number, text: string) =>
      `that this printed name means it is proposed by a rule, confirmed by nobody (${text} ${plural(rows, 'row', 'rows')})`,
  },
  noSingleUnit: (kind: string) => `${kind}: no single unit is accused by what is known at this level`,
  othersAlike: (count: number, text: string) =>
    `${text} ${plural(count, 'other entity', 'other entities')} in the ledger ${plural(count, 'matches', 'match')} the name nearly as well`,
  // What is said.
  alleged: (what: string, when: string | null) => `Alleged: ${what}${when ? ` (${when})` : ''}`,
  listed: (authority: string, list: string) => `On a list of ${authority}: ${list}`,
  denied: (authority: string) => `Assistance denied, as ${authority} reports`,
  page: (page: number) => `page ${page}`,
  finding: (count: number, sessions: string, unit: string, order: string) =>
    `${sessions} training ${plural(count, 'session', 'sessions')} of ${unit}: ${order}`,
  orders: {
    before: 'before it',
    during: 'during it',
    after: 'after it',
    undatable: 'which came first is not known',
  },
}
