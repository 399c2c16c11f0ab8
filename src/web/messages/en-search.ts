/** English: asking for rows: filters, order, and what is said where none answers. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const facets = {
  country: 'Country',
  year: 'Fiscal year',
  program: 'Programme',
  family: 'Programme family',
  agency: 'Agency',
  class: 'Recipient class',
  report: 'Report',
  status: 'Status',
  flag: 'Flag (code)',
}

export const sorts = {
  relevance: 'best match',
  year: 'oldest year',
  '-year': 'latest year',
  date: 'earliest date',
  '-date': 'latest date',
  quantity: 'fewest sessions',
  '-quantity': 'most sessions',
  cost: 'lowest cost',
  '-cost': 'highest cost',
  country: 'country',
}

export const search = {
  label: 'Search units, courses, places',
  button: 'Search',
  suggestions: 'Suggestions',
  suggested: (count: number) =>
    count === 0
      ? 'No suggestion.'
      : `${plural(count, 'One suggestion', `${count} suggestions`)}; up and down arrows move through them.`,
  suggestedNames: 'Printed names',
  suggestedSessions: (count: number, text: string) => `${text} training ${plural(count, 'session', 'sessions')}`,
  suggestedNoRow: 'no row in the reports held',
  suggestedFamily: (codes: string, more: boolean) => `together: ${codes}${more ? ' …' : ''}`,
  example: 'batallón infantería 39',
  hint: 'Printed unit names, courses, delivery units, locations, programmes, countries. Accents, word order and ways of writing 1st do not matter; “quotes” for a phrase, an asterisk* for the beginning of a word, battalion|bn for either of two.',
  title: 'All trainings',
  titleFor: (words: string) => `Trainings matching “${words}”`,
  words: 'Words',
  applied: 'Filters applied',
  remove: 'Remove:',
  narrow: 'Narrow down',
  moreFilters: 'More filters',
  onlyCancelled: 'Only rows that speak of a cancellation',
  apply: 'Apply',
  atLeast: 'at least',
  atMost: 'at most',
  more: (count: number) => `${count} more`,
  sortBy: 'Sort by',
  download: 'All rows:',
  pages: 'Pages',
  firstPage: 'First page',
  nextPage: (limit: number) => `Next ${limit} rows`,
  namesFound: 'Printed names that match',
  rowsFound: (count: number, text: string) => plural(count, 'One row', `${text} rows`),
  proposedNotSummed: 'Proposed rows are listed, but no sum on this page includes them: a plan is not a delivery.',
  noRowNames: (words: string) => `No row in the reports held names “${words}” in this way.`,
  noRows: 'No row in the reports held matches these filters.',
  asTyped: 'The words were looked for as typed.',
  alsoWritten: (others: string, typed: string) => `${others} for “${typed}”`,
  others: (count: number) => plural(count, 'one other', `${count} others`),
  reportsWrite: (ways: string) => `The reports also write ${ways}.`,
  inAnyWay: 'In any of these ways',
  namedByWords: 'The words were looked for in the rows. They also name what can be asked by filters:',
  countryMeant: 'A country may be meant:',
  noSuchRow: 'no row',
  countryPage: (country: string) => `The country’s page: ${country}`,
  yearsNotHeld: (years: string, oneYear: boolean) =>
    `No report is held for fiscal ${oneYear ? 'year' : 'years'} ${years}: that no row is found there says nothing of what happened.`,
  siblings: (others: string) =>
    `The reports print rows of the same family of programmes under ${others}, too; they are not in this list.`,
  wholeFamily: 'The whole family',
  eitherOf: (lists: string) => `Any one of: ${lists}.`,
  or: 'or',
  spelled: 'Search instead for words that the reports spell nearly so:',
  wordsApart: 'Each word by itself, with the same filters:',
  inNoRow: 'in no row',
  absence:
    'That does not show that there was no training: many rows name only a ministry or service, some years are missing, and some programmes are classified.',
  tryThis: [
    'Remove a filter, or search with fewer words.',
    'Try the unit’s number alone, or another spelling; accents and word order do not matter.',
    'Look at the country’s page: most of its sessions may name only a ministry or a service.',
  ],
  tryCoverage: 'See what the record does not cover.',
}
