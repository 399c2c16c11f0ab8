/** English: pages of rows, of files and of printed totals. */
import type { DifferenceCode } from '../../analysis/known-differences.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

const differences: Record<DifferenceCode, string> = {
  rounded: 'One dollar off its rows, which are printed in whole dollars: the total was rounded after summing.',
  'rounded-programmes': 'One dollar less than its rows and than the totals of its programmes: each was rounded on its own.',
  'carries-rounding': 'Carries the dollar by which the total of one of its programmes differs from its rows.',
  'line-overprinted':
    'The line of totals was printed over one training, whose title, quantity and cost are lost. The total counts it.',
  'carries-overprinted': 'Counts a training of one of its programmes that a line of totals was printed over.',
  'country-not-its-programme': 'The country’s total differs from that of its only programme.',
  'file-begins-midway':
    'Not the report’s error: the file begins in the middle of the programme, and the rows before it are in a file that is not at hand.',
}

export const training = {
  kicker: (year: number, report: string) => `One row of the report ${report}, fiscal year ${year}`,
  noRecipient: 'No recipient named',
  noCourse: 'No course title',
  courseOver: 'Course title printed over',
  proposed: 'proposed',
  proposedNotice: 'This row is a plan printed a year ahead. No sum includes it.',
  withdrawn: (changeset: number, at: string) => `This row was withdrawn by change ${changeset} on ${at}.`,
  reading: 'As printed and as read',
  field: 'Field',
  asPrinted: 'As printed',
  onlyRead: 'kept only as read',
  asRead: 'As read',
  same: 'as printed',
  noCode: 'no ISO code',
  header: (header: string) => `column “${header}”`,
  zeroCost: '(not the same as free)',
  severalNames: (count: number) => `${count} names, see below`,
  namings: 'Names in this row',
  noNamings: 'The row names nobody.',
  role: 'Role',
  count: 'Of the quantity',
  flags: 'Doubts and repairs',
  noFlags: 'None.',
  evidence: 'On the page',
  rowImage: 'The row as the original prints it; its words stand in the table above.',
  cite: 'Cite',
  balance: 'What it adds up to',
  totals: 'Printed totals that this row counts in',
  equalRows: (count: number) =>
    plural(
      count,
      'One other row of this file prints the same. The totals count both: equal rows are not duplicates.',
      `${count} other rows of this file print the same. The totals count them all: equal rows are not duplicates.`,
    ),
  countedAs: (place: string, file: string) =>
    `This page stands in two files of the report. The row is printed once and counts once: in sums and listings it stands as the row on ${place} of ${file}.`,
  copyOf: (place: string, file: string) =>
    `This page stands in two files of the report. The row counts once, as it stands here; the other copy is on ${place} of ${file}.`,
  otherCopy: 'See the other copy',
  history: 'History of this row',
  written: (changeset: number, at: string, actor: string) => `Written by change ${changeset} on ${at} by ${actor}.`,
}

export const sources = {
  heading: (count: string) => `${count} sources`,
  note: 'Each file as it was published. The originals are not part of this program: each source says where it can be had and how to check it.',
  caption: 'Training reports',
  balancedOf: (balanced: string, totals: string) => `${balanced} of ${totals}`,
  othersCaption: 'Articles, lists, spreadsheets and notes',
  titleOf: 'Title',
  kind: 'Kind',
  kinds: {
    'training report': 'training report',
    article: 'article',
    list: 'official list',
    spreadsheet: 'spreadsheet',
    note: 'note',
    reply: 'reply',
  },
  noPublisher: 'publisher not known',
  pages: 'Pages',
  report: (report: string) => `Report ${report}`,
  publisher: 'Publisher',
  file: 'File',
  bytes: 'bytes',
  address: 'Official address',
  noAddress: 'none known',
  archived: 'Archived at',
  licence: 'Licence',
  holds: 'In the ledger',
  said: (statements: string, entities: string) => `${statements} statements about ${entities} units, people and incidents`,
  publications: (count: string) => `${count} publications`,
  rows: (count: string) => `${count} rows`,
  countedElsewhere: (count: number, file: string) =>
    plural(
      count,
      `One more row stands in this file and is counted in ${file}, which has the same page.`,
      `${count} more rows stand in this file and are counted in ${file}, which has the same page.`,
    ),
  reconciliation: 'Does it balance?',
  allRead: 'Everything inside its tables was read.',
  unread: (count: number, printed: string) =>
    plural(
      count,
      'One place inside its tables could not be read. No sum counts it.',
      `${printed} places inside its tables could not be read. No sum counts them.`,
    ),
  unreadCaption: 'What could not be read',
  unreadWords: 'What stands there',
  unreadReason: 'Why it was not read',
  /** By the reason as the ledger keeps it; one that is not here is shown as it is. */
  // As the extraction says it; each is here so that every language must have it.
  unreadReasons: {
    'These lines follow no row.': 'These lines follow no row.',
    'These lines stand between two rows and belong to neither.': 'These lines stand between two rows and belong to neither.',
    'These lines stand below the last row and belong to none.': 'These lines stand below the last row and belong to none.',
    'The file ends before the row does.': 'The file ends before the row does.',
    'No heading above the row names its country and programme.': 'No heading above the row names its country and programme.',
    'No heading names its programme.': 'No heading names its programme.',
    'The row has more cells than title, number and cost.': 'The row has more cells than title, number and cost.',
    'Neither a heading nor the rest of a title.': 'Neither a heading nor the rest of a title.',
    'No row follows that this could be the title of.': 'No row follows that this could be the title of.',
  } as Record<string, string | undefined>,
  off: 'Totals that do not equal the sum of their rows',
  balanced: (count: number, text: string) => plural(count, 'One total that balances', `${text} totals that balance`),
  countriesCaption: 'Countries in this source',
  page: (page: number) => `Page ${page}`,
  pagesHeading: (count: string) => `${count} pages`,
  pageHolds: (trainings: number, totals: number) =>
    `${trainings} ${plural(trainings, 'row', 'rows')}, ${totals} ${plural(totals, 'total', 'totals')}`,
}

export const balance = {
  rows: (count: string) => `The ${count} rows that it sums`,
  total: 'Printed total',
  printedTotals: 'Printed totals',
  printedSessions: 'Sessions printed',
  computedSessions: 'Sessions computed',
  printedCost: 'Cost printed',
  computedCost: 'Cost computed',
  status: 'Status',
  headings: {
    balanced: 'Balanced',
    'report error': 'Report’s own error',
    'open doubt': 'Open doubt',
    unexplained: 'Unexplained',
  },
  finding: 'The finding, with figures',
  reasons: differences,
  statuses: {
    balanced: 'balanced',
    'report error': 'report’s own error',
    'open doubt': 'open doubt',
    unexplained: 'unexplained',
  },
  sentence: (balanced: string, totals: string, share: string) =>
    `${balanced} of ${totals} printed totals (${share}) equal the sum of their rows.`,
  errors: (count: number) => plural(count, 'One is an error of the report’s own.', `${count} are errors of the reports’ own.`),
  doubts: (count: number) => plural(count, 'One is in doubt.', `${count} are in doubt.`),
  unexplained: (count: number) => plural(count, 'One is unexplained.', `${count} are unexplained.`),
  noTotals: 'The reports print no total with this scope.',
  more: 'Each total, with its place',
}

export const reconciliation = {
  heading: 'Does it balance?',
  lede: 'The reports print totals by programme, fiscal year and country. Each is recomputed from the rows, which were read without looking at any total.',
  ofReport: (report: string) => `Report ${report}`,
  byReport: 'By report',
  byProgram: 'By programme',
  byProgramIn: (report: string) => `By programme, report ${report}`,
  allPrograms: 'all programmes',
  allReports: 'All reports',
  level: 'Level',
  levels: { country: 'country', fiscal_year: 'fiscal year', program: 'programme' },
  errors: 'Errors of the reports’ own',
  errorsNote:
    'Read on the page’s image, re-added with an independent tool, and consistent with the other totals: the report is wrong.',
  doubts: 'Open doubts',
  doubtsNote: 'Neither balanced nor proven to be the report’s error.',
  unexplained: 'Unexplained',
  unexplainedNote:
    'Off, and nobody has said why: a page was misread, the report is wrong, or one of their rows was expunged from this ledger.',
  none: 'None.',
}
