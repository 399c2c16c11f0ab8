/** English: what programs of others show of ours, and what changed in the ledger. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const interfaces = {
  preview: {
    rows: (rows: number, writtenRows: string, sessions: number, writtenSessions: string, oneYear: boolean, years: string) =>
      `Named in ${writtenRows} ${plural(rows, 'row', 'rows')} of training reports (fiscal ${oneYear ? 'year' : 'years'} ${years}), ${writtenSessions} training ${plural(sessions, 'session', 'sessions')} delivered.`,
    proposed: 'Which printed names mean it was proposed by a rule; no person has confirmed it.',
    alleged: (count: number, written: string) =>
      `Sources allege ${written} ${plural(count, 'incident', 'incidents')} of it. An allegation is no finding.`,
  },
}

export const whatChanged = {
  title: 'What changed',
  lede: 'Every change to the ledger, newest first: what was added, corrected, withdrawn or expunged, and what was answered. For whoever took data from here and wants to know whether it still stands.',
  taken:
    'Whoever took data gives the state that it is of (it stands at the foot of every page and in every file of the API) and gets the records that are no longer what they were:',
  feeds: 'As a feed',
  ofChangeset: (id: string) => `Change ${id}`,
  when: 'When',
  what: 'What was done',
  changed: 'What changed',
  by: 'By',
  tool: 'With',
  state: 'State after it',
  undoes: (id: string) => `It takes change ${id} back.`,
  undoneBy: (id: string) => `Change ${id} took it back.`,
  count: (id: string) => `${id} changes`,
  none: 'Nothing has been written to this ledger yet.',
  nothingPublic: 'nothing that is counted here',
  older: 'Older',
  newest: 'Newest',
  kinds: {
    source: 'sources',
    training: 'trainings',
    printed_total: 'printed totals',
    naming: 'names in cells',
    statement: 'statements',
    designation: 'listings',
    publication: 'publications cited',
    judgement: 'judgements of which name means what',
    article: 'texts of articles',
    claim: 'claims of articles',
    claim_check: 'checks of claims',
    coverage: 'statements of what is not covered',
    printed_name: 'printed names',
    entity: 'units, people and incidents',
  } as Record<string, string>,
  added: 'Added',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
  done: {
    added: (_count: number, written: string) => `${written} added`,
    corrected: (_count: number, written: string) => `${written} corrected`,
    withdrawn: (_count: number, written: string) => `${written} withdrawn`,
  },
  answers: (count: number, written: string) =>
    `${written} ${plural(count, 'denial, doubt or reply', 'denials, doubts and replies')} among what was added`,
  expunged: (count: number, written: string) => `${written} ${plural(count, 'record', 'records')} expunged`,
  meanings:
    'Corrected: the record goes on under its id with other facts. Withdrawn: its id ends; where another record stands in its place, it is named. Expunged: gone from every state.',
  withdrawnIds: 'Withdrawn records',
  successor: 'What stands in its place',
  noSuccessor: 'nothing does',
  record: 'Record',
  kind: 'Kind',
  more: 'Only the first are shown.',
  expungedIds: 'Expunged records',
  expungedNote:
    'They are gone from every state of the ledger. Whoever has one deletes it, too. Why, and what they said, is not told.',
  otherVersions: (count: number, written: string) =>
    `${written} other ${plural(count, 'version of a row is', 'versions of rows are')} gone from every state.`,
  answersGiven: 'Denials, doubts and replies',
  stances: { asserts: 'reply', denies: 'denial', questions: 'doubt' },
  address: 'Permalink',
}
