/** English: the review queue. What is proposed is never told as decided. */

export const queue = {
  title: 'Review queue',
  lede: 'Two names or units that may be one. A person decides; every decision stands in the audit trail and can be undone. Pairs of which something is alleged or listed come first, then those that most rows and dollars hang on.',
  waiting: (count: number, text: string) => `${text} ${count === 1 ? 'pair waits' : 'pairs wait'}`,
  allCountries: 'all countries',
  recorded: 'Recorded',
  recordedAs: (changeset: number) => `Recorded as change ${changeset}.`,
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
  hangs: (rows: number, text: string, dollars: string) =>
    rows === 0 ? 'no row of the reports names it' : `${text} ${rows === 1 ? 'row' : 'rows'}, ${dollars}`,
  allegations: (count: number, text: string) =>
    `${text} ${count === 1 ? 'allegation or listing stands' : 'allegations or listings stand'} against one of them: the answer decides whether training is put beside it.`,
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

export const namingJudging = {
  title: 'What a name means in this row',
  lede: 'Two units may print alike, and a row tell by its course, place or dates which it is. What is decided here holds for this row alone, outweighs what was decided of the name, stands in the audit trail, and can be undone.',
  link: 'Put right what the names mean in this row alone',
  row: 'The row',
  back: 'Back to the row',
  name: 'all rows with this name',
  meansHere: 'In this row it is taken to mean',
  meansAsElsewhere: 'As in every row with this name, it is taken to mean',
  meansNot: 'In this row, a person says, it does not mean',
  meansNothing: 'Which unit it means has not been decided.',
  elsewhere: 'In other rows the name means',
  judged: (verdict: string, reviewer: string) => `${reviewer} judged: ${verdict.toLowerCase()},`,
  undo: (changeset: number) => `Undo (change ${changeset})`,
  which: 'The unit',
  asElsewhere: 'as in other rows',
  another: 'another:',
  other: 'Id or name of another unit',
  otherHint: 'its id, the last part of its address, or the name that a source gives it',
  same: 'It means it in this row',
  different: 'It does not in this row',
}
