/** English: the review queue. What is proposed is never told as decided. */

export const queue = {
  title: 'Review queue',
  lede: 'Two names or units that may be one. A person decides; every decision stands in the audit trail and can be undone. Pairs that most rows hang on come first.',
  waiting: (count: number, text: string) => `${text} ${count === 1 ? 'pair waits' : 'pairs wait'}`,
  allCountries: 'all countries',
  recorded: 'Recorded',
  recordedAs: (changeset: number) => `Recorded as changeset ${changeset}.`,
  failed: 'This could not be recorded. Load the page again.',
  undo: 'Undo',
  pair: 'Pair to decide',
  left: 'First',
  right: 'Second',
  score: (percent: string) => `${percent} of 100 alike:`,
  verdicts: { same: 'The same', different: 'Different', unsure: 'Unsure' },
  skip: 'Skip',
  keys: { same: 's', different: 'd', unsure: 'u', skip: 'k', undo: 'z' },
  note: 'Note (optional)',
  nobody: 'Decisions are taken on the machine that keeps the ledger.',
  kinds: {
    unit: 'unit',
    'class of units': 'class of units',
    body: 'ministry, service or branch',
    organization: 'organisation',
  },
  proposed: 'proposed',
  hangs: (rows: number, text: string, dollars: string) => `${text} ${rows === 1 ? 'row' : 'rows'}, ${dollars}`,
  rows: (rows: number, text: string) => `${text} ${rows === 1 ? 'row' : 'rows'}`,
  described: 'Names that sources give it',
  names: 'Printed names',
  places: 'Places:',
  sample: 'Some of its rows',
  empty: 'No pair waits.',
  end: 'No pair is left behind those that were skipped.',
  again: 'Begin again with those that were skipped',
}

export const unitList = {
  found: 'Units that these words name',
  note: 'Which printed names mean which unit is proposed by their wording until a person has decided it.',
  unit: 'Unit',
  kind: 'Kind',
  names: (text: string) => `${text} printed names`,
  anyOf: 'its rows may mean any of its members',
  all: (text: string) => `${text} units in all, as data`,
}

export const unitJudging = {
  title: (name: string) => `Put right: ${name}`,
  lede: 'What is decided here outweighs every proposal, stands in the audit trail, and can be undone.',
  link: 'Put right which names mean this unit',
  split: 'Split names off',
  splitWhich: 'Names that mean another unit',
  merge: 'Another unit is the same, or is not',
  other: 'Id of the other unit, the last part of its address',
}
