/** Builders of what exposure is worked out from: they fill what a test does not speak of. Units and people in them are invented. */
import { type EntityKind, plainly } from '../src/ledger/entities.js'
import type { Assistance } from '../src/ledger/read/assistance.js'
import type { ExposureFacts } from '../src/ledger/read/exposure.js'
import type { IncidentMatter, ListingMatter, Matter } from '../src/ledger/read/matters.js'
import type { RelationStatement } from '../src/ledger/read/relations.js'

const place = { page: null, pageLabel: null, box: null, row: 2 }
const standing = { source: 'list', sourceFile: 'list.csv', place }

export const assistance = (overrides: Partial<Assistance> = {}): Assistance => ({
  ...standing,
  training: 't1',
  unit: 'battalion',
  name: '102 Battalion',
  confirmed: true,
  confirmedBy: 'a reviewer',
  fiscalYear: 2012,
  startDate: '2012-02-01',
  endDate: '2012-02-10',
  course: 'Captains Career Course',
  program: 'IMET',
  agency: 'DoS',
  quantity: 3,
  cents: 1000,
  ...overrides,
})

export const said = (overrides: Partial<IncidentMatter['accusations'][number]> = {}): IncidentMatter['accusations'][number] => ({
  ...standing,
  id: 's',
  value: 'Torture',
  stance: 'asserts',
  speaker: null,
  details: {},
  firstCited: null,
  firstCitedPrinted: null,
  ...overrides,
})

export const incident = (overrides: Partial<IncidentMatter> = {}): IncidentMatter => ({
  kind: 'incident',
  id: 'incident',
  subject: 'battalion',
  hull: '[2014-05-17,2014-05-18)',
  precise: ['[2014-05-17,2014-05-18)'],
  violations: [said()],
  occurrences: [],
  accusations: [said({ value: null })],
  outcomes: [],
  replies: [],
  places: [standing],
  ...overrides,
})

export const listing = (overrides: Partial<ListingMatter> = {}): ListingMatter => ({
  kind: 'designation',
  id: 'designation',
  subject: 'battalion',
  authority: 'Treasury of Freedonia',
  list: 'Blocked persons',
  program: null,
  law: null,
  effect: 'asset block',
  reason: null,
  listed: '[2014-05-17,2014-05-18)',
  delisted: null,
  listedPrinted: null,
  delistedPrinted: null,
  seenOn: [],
  deniedIn: null,
  replies: [],
  places: [standing],
  flags: [],
  cited: [],
  ...overrides,
})

export type Relation = Partial<RelationStatement> & Pick<RelationStatement, 'from' | 'to'>
const relation = ({ from, to, ...overrides }: Relation): RelationStatement => {
  const years = overrides.imprecise === undefined ? '[2000-01-01,2021-01-01)' : overrides.imprecise
  return {
    ...plainly,
    id: `${from} ${to}`,
    from,
    to,
    property: 'parent',
    precise: years,
    imprecise: years,
    source: 'sheet',
    places: [place],
    ...overrides,
  }
}

export function facts(
  matters: Matter[],
  {
    rows = [assistance()],
    relations = [],
    kinds = {},
  }: { rows?: Assistance[]; relations?: Relation[]; kinds?: Record<string, EntityKind> } = {},
): ExposureFacts {
  const made = relations.map(relation)
  const ids = [
    ...matters.map(({ subject }) => subject),
    ...rows.map(({ unit }) => unit),
    ...made.flatMap(({ from, to }) => [from, to]),
  ]
  return {
    matters,
    relations: made,
    kinds: new Map(ids.map((id) => [id, kinds[id] ?? 'unit'])),
    assistance: rows,
  }
}
