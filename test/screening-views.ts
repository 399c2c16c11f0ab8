/** Builders of what a screening answers with, and one that answers from memory: they fill what a test does not speak of. People are invented. */

import type { KnownEntity } from '../src/ledger/read/known-entities.js'
import type { Facts } from '../src/screening/facts.js'
import type { Coverage, Decision, Hit, ListSummary, MatterSummary, Run, Subject, SubjectView } from '../src/screening/model.js'
import type { Screening } from '../src/screening/screening.js'

export const coverage = (overrides: Partial<Coverage> = {}): Coverage => ({
  at: '2026-01-02T03:04:05Z',
  changeset: 1,
  digest: 'ab'.repeat(32),
  units: 1200,
  people: 30,
  organizations: 4,
  incidents: 5,
  trainings: { first: 1999, last: 2020, rows: 190_000, countries: 180 },
  lists: [{ authority: 'Treasury of Freedonia', list: 'Blocked persons', entries: 45, seenOn: ['2026-01-01'], deniedIn: [] }],
  ...overrides,
})

export const run = (overrides: Partial<Run> = {}): Run => ({
  number: 1,
  state: 'done',
  started: '2026-01-03T00:00:00Z',
  ended: '2026-01-03T00:00:09Z',
  done: 3,
  of: 3,
  coverage: coverage(),
  ...overrides,
})

export const list = (overrides: Partial<ListSummary> = {}): ListSummary => ({
  id: 'l1',
  title: 'Course in spring',
  owner: 'an officer',
  colleagues: [],
  created: '2026-01-03T00:00:00Z',
  purgeAfter: '2026-04-03',
  fourEyes: false,
  subjects: 3,
  toLookAt: 1,
  waiting: 1,
  withNews: 0,
  flags: 0,
  run: run(),
  ...overrides,
})

export const subject = (overrides: Partial<Subject> = {}): Subject => ({
  position: 1,
  row: 2,
  sheet: null,
  name: 'Juan Invented Example',
  otherNames: [],
  kind: 'person',
  unit: null,
  rank: null,
  post: null,
  country: 'MEX',
  countryPrinted: 'Mexico',
  birth: null,
  birthPlace: null,
  identifiers: [],
  event: null,
  authority: null,
  start: null,
  besides: {},
  flags: [],
  ...overrides,
})

const matter = (overrides: Partial<MatterSummary> = {}): MatterSummary => ({
  id: 'd1',
  kind: 'designation',
  standing: 'listed',
  outcomes: [],
  violations: [],
  span: null,
  authority: 'Treasury of Freedonia',
  list: 'Blocked persons',
  program: 'Human rights',
  effect: 'asset block',
  seenOn: ['2026-01-01'],
  deniedIn: null,
  source: 'list',
  sourceFile: 'blocked.csv',
  row: 12,
  page: null,
  ...overrides,
})

export const hit = (overrides: Partial<Hit> = {}): Hit => ({
  rank: 1,
  role: 'subject',
  entity: { id: 'e1', kind: 'person', name: 'Juan I. Example', country: 'MEX' },
  score: 0.91,
  verdict: 'unsure',
  name: { given: 'Juan Invented Example', known: 'Juan I. Example', score: 0.9, reasons: ['same name: juan, example'] },
  evidence: [],
  exposure: { matters: { shown: [matter()], of: 1 }, findings: { shown: [], of: 0 }, assistance: null },
  look: true,
  news: null,
  firstRun: 1,
  decision: null,
  ...overrides,
})

export const decision = (overrides: Partial<Decision> = {}): Decision => ({
  number: 1,
  position: 1,
  entity: null,
  finding: 'no match',
  action: 'proceed',
  reviewer: 'an officer',
  reason: 'another date of birth',
  at: '2026-01-04T00:00:00Z',
  expires: null,
  bulk: false,
  run: 1,
  confirmedBy: null,
  confirmedAt: null,
  state: 'counts',
  ...overrides,
})

export const view = (overrides: Partial<SubjectView> = {}): SubjectView => ({
  subject: subject(),
  hits: [],
  matched: 0,
  compared: true,
  decision: null,
  ...overrides,
})

/** Answers what is asked to be read; whoever asks for more than the test gives is told so. */
export function answering(given: {
  list: ListSummary
  views: readonly SubjectView[]
  decisions?: readonly Decision[]
}): Screening {
  const answers: Partial<Screening> = {
    list: async () => given.list,
    subjects: async (_who, _list, { after = 0, limit = 50 } = {}) => {
      const rows = given.views.filter(({ subject: { position } }) => position > after).slice(0, limit)
      const last = rows.at(-1)?.subject.position ?? null
      const more = last !== null && given.views.some(({ subject: { position } }) => position > last)
      return { rows, total: given.views.length, next: more ? last : null }
    },
    subject: async (_who, _list, position) => given.views.find(({ subject: one }) => one.position === position)!,
    decisions: async (_who, _list, position) => (given.decisions ?? []).filter((one) => one.position === position),
  }
  return answers as Screening
}

/** Nothing but who there is: no postings, no training, nothing said. */
export const factsOf = (entities: KnownEntity[]): Facts => ({
  entities,
  postings: [],
  parents: [],
  matters: new Map(),
  findings: new Map(),
  assistance: new Map(),
  birthPlaces: new Map(),
})
