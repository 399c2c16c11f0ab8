/** A small ledger with words, years, countries and two changesets to read from in tests. People and units in it are invented. */
import { commitChangeset } from '../src/ledger/changesets/change.js'
import { replaceSource } from '../src/ledger/changesets/replace-source.js'
import type { Ledger } from '../src/ledger/database/connect.js'
import type { Training } from '../src/ledger/records.js'
import { searchKey } from '../src/names/search-key.js'
import { about, sourceFacts, type TrainingWithNames, training } from './ledger-facts.js'

export const servingTrainings: TrainingWithNames[] = [
  training({
    id: 'a1',
    country: 'Mexico',
    countryCode: 'MEX',
    recipientUnit: '102/o. Batallón de Infantería',
    quantity: 3,
    cents: 100_000,
  }),
  training({
    id: 'a2',
    country: 'Mexico',
    countryCode: 'MEX',
    recipientUnit: 'SEDENA',
    courseTitle: 'Infantry Officer Course for the 102 men of a battalion',
    quantity: 5,
    cents: 0,
  }),
  training({
    id: 'a3',
    country: 'Guatemala',
    countryCode: 'GTM',
    fiscalYear: 2011,
    program: 'Section 1004 - Fiscal Year 2011 Department of Defense Training',
    programCode: 'Section 1004',
    programFamily: 'Counter-drug',
    agency: 'DoD',
    recipientUnit: null,
    deliveryUnit: '7th SFG',
    quantity: 40,
    cents: null,
    startDate: null,
    flags: [{ code: 'QUANTITY_UNREADABLE', note: 'seen and left' }],
  }),
  training({
    id: 'a4',
    country: 'Guatemala',
    countryCode: 'GTM',
    status: 'proposed',
    fiscalYear: 2013,
    quantity: 1000,
    cents: 9_999_900,
  }),
  ...Array.from({ length: 30 }, (_, index) =>
    training({
      id: `b${String(index).padStart(2, '0')}`,
      country: 'Freedonia',
      fiscalYear: 2008 + (index % 4),
      courseTitle: 'Border Patrol Seminar',
      recipientUnit: index % 3 === 0 ? null : `${index}th Brigade`,
      quantity: index,
      cents: index * 1000,
      startDate: index % 5 === 0 ? null : `2009-01-${String(index + 1).padStart(2, '0')}`,
    }),
  ),
]

export async function writeServing(ledger: Ledger, trainings: readonly TrainingWithNames[] = servingTrainings): Promise<void> {
  const facts = sourceFacts(trainings)
  const columns = ['courseTitle', 'recipientUnit', 'deliveryUnit', 'location', 'program', 'country'] as const
  const byId = new Map(trainings.map((row): [string, Training] => [row.id, row]))
  for (const row of facts.training ?? [])
    row.search_keys = columns.map((column) => searchKey(byId.get(row.id as string)?.[column] ?? ''))
  const codes = Object.fromEntries(trainings.flatMap(({ country, countryCode }) => (countryCode ? [[country, countryCode]] : [])))
  for (const name of facts.names ?? []) {
    name.search_key = searchKey(name.text as string)
    name.country = codes[name.country as string] ?? name.country
  }
  await commitChangeset(ledger, about(), (change) => replaceSource(change, facts))
}
