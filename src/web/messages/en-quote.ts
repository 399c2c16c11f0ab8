/** English: sentences that are safe to print. "Training sessions", never people; what a row lists, never what happened. */

export interface TrainingSentence {
  report: string
  planned: boolean
  sessions: number | null
  sessionsText: string
  course: string | null
  recipient: string | null
  country: string
  /** "the Philippines" of "Philippines". */
  countryInSentence: string
  program: string
  fiscalYear: number
  /** Null where the row carries no cost. */
  cost: string | null
  /** The report itself printed something else where sessions and cost stood. */
  overprinted: boolean
}

export interface SumSentence {
  sessions: number
  sessionsText: string
  rows: number
  rowsText: string
  scope: string
  years: string
  oneYear: boolean
  cost: string | null
}

/** A share that begins a sentence: no newspaper prints "<1%". */
export const shareOf = (share: string) => share.replace(/^</, 'Less than ').replace(/^>/, 'More than ')

const sessions = (count: number, text: string) => `${text} training ${count === 1 ? 'session' : 'sessions'}`

export const quote = {
  this: 'Quote this',
  short: 'quote',
  rowLabel: (row: string) => `Quote this row: ${row}`,
  caveat: 'Caveat',
  place: 'Place',
  balance: 'Does it balance?',
  permalink: 'Permalink',
  card: 'As a picture (PNG)',
  rows: 'The rows behind this figure',
  training: ({
    report,
    planned,
    sessions: count,
    sessionsText,
    course,
    recipient,
    country,
    countryInSentence,
    program,
    fiscalYear,
    cost,
    overprinted,
  }: TrainingSentence) =>
    [
      `The U.S. government’s Foreign Military Training report for ${report} lists`,
      planned ? ' as planned' : '',
      overprinted
        ? ' a training whose sessions and cost cannot be read'
        : count === null
          ? ' a training without a number of sessions'
          : ` ${sessions(count, sessionsText)}`,
      course ? ` in “${course}”` : '',
      recipient ? ` for “${recipient}” (${country})` : ` for ${countryInSentence}, without naming a recipient,`,
      ` in fiscal year ${fiscalYear} under “${program}”`,
      overprinted ? '' : cost ? `, with a printed cost of ${cost}` : ', without a printed cost',
      '.',
    ].join(''),
  sum: ({ sessions: count, sessionsText, rows, rowsText, scope, years, oneYear, cost }: SumSentence) =>
    rows === 0
      ? `The U.S. government’s Foreign Military Training reports in this ledger list no row${scope ? ` for ${scope}` : ''}.`
      : [
          `The U.S. government’s Foreign Military Training reports in this ledger list ${sessions(count, sessionsText)}`,
          scope ? ` for ${scope}` : '',
          // What is said of the rows ends before the years, which are those of all of them.
          `${scope.includes(',') ? ',' : ''} in fiscal ${oneYear ? 'year' : 'years'} ${years}`,
          ` (${rowsText} ${rows === 1 ? 'row' : 'rows'}`,
          cost ? `, with costs of ${cost} printed)` : ', without any cost)',
          '.',
        ].join(''),
  plans: (rows: number, rowsText: string, scope: string, years: string, oneYear: boolean) =>
    `The U.S. government’s Foreign Military Training reports in this ledger list ${rowsText} ${rows === 1 ? 'row' : 'rows'} of plans${scope ? ` for ${scope}` : ''} in fiscal ${oneYear ? 'year' : 'years'} ${years}, printed a year ahead.`,
  sessionsCaveat:
    'Training sessions are counted, not people: someone who attended three courses counts three times, and the number of individuals is not known.',
  plannedCaveat: 'This is the plan printed a year ahead; it does not say that the training took place.',
  cancelledCaveat: 'The row itself says that the training was cancelled, and still counts in the printed totals.',
  noRecipientCaveat: 'The row names no recipient.',
  serviceCaveat: 'The row names a ministry, a service or a place and no unit: which unit took part cannot be said from it.',
  classCaveat: 'The name stands for several units of a kind: which of them took part cannot be said from the row.',
  notForceCaveat: (recipientClass: string) =>
    `By its printed name the recipient is classed as “${recipientClass}”, which Rastro proposes and nobody has reviewed: it must not be called a unit of a security force.`,
  doubtfulCaveat: 'How this row is read is in doubt: compare it with the page before you print it.',
  maskedCaveat: 'Where it says “withheld”, the report prints personal data, which Rastro leaves out.',
  overprintedCaveat:
    'The report prints a line of totals over this row, so that its title, sessions and cost cannot be read; the totals count them.',
  noCostCaveat: 'No cost is printed; that does not mean that it was free.',
  zeroCostCaveat: 'The printed cost is $0; that does not mean that it was free.',
  shortenedCaveat: 'The printed recipient is longer than quoted here.',
  noTotals: 'The report prints no total that this row counts in.',
  rowBalances: (totals: number) =>
    totals === 1
      ? 'The row counts in one printed total, which equals the sum of its rows.'
      : `The row counts in ${totals} printed totals; each equals the sum of its rows.`,
  rowOff: (totals: number, off: number, errors: number) =>
    `Of ${totals} printed totals that the row counts in, ${off} ${off === 1 ? 'does' : 'do'} not equal the sum of ${off === 1 ? 'its' : 'their'} rows (${
      errors === off ? 'an error of the report’s own' : 'still in doubt'
    }).`,
  sumWithoutCost: (count: string, share: string) =>
    `${count} of the sessions (${share}) carry no cost, which does not mean that they were free.`,
  sumWithoutUnit: (share: string) =>
    `${shareOf(share)} of the sessions print no recipient, and others name only a ministry or a service.`,
  sumWithoutUnitAlone: (share: string) => `${shareOf(share)} of the sessions print no recipient.`,
  sumWithoutAnyUnit: 'None of these rows prints a recipient.',
  sumMissing: (years: string, oneYear: boolean) =>
    `Reports or parts of them are missing for fiscal ${oneYear ? 'year' : 'years'} ${years}: a gap is not zero.`,
  siblings: (others: string) =>
    `Rows of the same family of programmes are printed under ${others}, too; they are not part of it.`,
  sumGaps: (gaps: string) => `Other gaps: ${gaps}.`,
  emptyCaveat: 'That no row is listed does not show that there was no training.',
  deliveredOnly: 'Plans are not part of the sum.',
  plansOnly: 'Plans are not summed, and do not say that the training took place.',
  total: (
    report: string,
    country: string | null,
    printed: string,
    said: string,
    rows: number,
    rowsText: string,
    summed: string,
  ) =>
    `The U.S. government’s Foreign Military Training report ${report} prints the total “${printed}”${country ? ` under ${country}` : ''}: ${said}. The ${rowsText} ${rows === 1 ? 'row' : 'rows'} that it covers, as this ledger reads them, ${rows === 1 ? 'has' : 'sum to'} ${summed}.`,
  totalFigures: (sessions: number | null, sessionsText: string, cost: string | null) =>
    [sessions === null ? null : `${sessionsText} training ${sessions === 1 ? 'session' : 'sessions'}`, cost]
      .filter((one) => one !== null)
      .join(' and ') || 'no figure',
  totalBalance: (status: string, reason: string) => `This total: ${status}.${reason && ` ${reason}`}`,
  sumPlace: (rows: string, reports: string, count: number) =>
    `Sum of ${rows} rows${reports ? ` of the ${count === 1 ? 'report' : 'reports'} ${reports}` : ''}; each row cites its place there.`,
  plansPlace: (rows: string, reports: string, count: number) =>
    `${rows} rows of the ${count === 1 ? 'report' : 'reports'} ${reports}; each row cites its place there.`,
  noPlace: 'No row of the reports in this ledger.',
  sumBalance: (balanced: string, totals: string, errors: number, doubts: number, unexplained: number) =>
    [
      `${balanced} of the ${totals} totals that these reports print equal the sum of their rows`,
      errors > 0 ? `; ${errors} ${errors === 1 ? 'is an error' : 'are errors'} of the reports’ own` : '',
      doubts > 0 ? `; ${doubts} ${doubts === 1 ? 'is' : 'are'} in doubt` : '',
      unexplained > 0 ? `; ${unexplained} ${unexplained === 1 ? 'is' : 'are'} unexplained` : '',
      '.',
    ].join(''),
  sumNoTotals: 'The reports print no total with exactly this scope.',
  scopes: {
    program: (program: string) => `under ${program}`,
    family: (family: string) => `under programmes compared as “${family}” (which may have had other names then)`,
    unit: (unit: string) => `with a printed delivery unit matching “${unit}”`,
    words: (words: string) => `matching “${words}”`,
    recipientClass: (recipientClass: string) => `with recipients classed as ${recipientClass}`,
    name: (name: string) => `with the printed name “${name}”`,
    entity: (name: string, proposed: boolean) =>
      `with printed names taken to mean “${name}”${proposed ? ' (proposed by a rule, confirmed by nobody)' : ''}`,
    years: (years: string, oneYear: boolean) => `fiscal ${oneYear ? 'year' : 'years'} ${years}`,
    agency: (agencies: string) => `with the agency read as ${agencies}`,
    flag: (codes: string) => `in rows that Rastro flags ${codes}`,
    sessionsAtLeast: (bound: number, text: string) => `in rows of at least ${sessions(bound, text)}`,
    sessionsAtMost: (bound: number, text: string) => `in rows of at most ${sessions(bound, text)}`,
    costAtLeast: (bound: string) => `in rows with a printed cost of at least ${bound}`,
    costAtMost: (bound: string) => `in rows with a printed cost of at most ${bound}`,
    report: (reports: string, count: number) => `in the ${count === 1 ? 'report' : 'reports'} ${reports} alone`,
    file: (file: string) => `in the file “${file}” alone`,
    everything: 'all countries',
    /** After "no row for". */
    nothing: 'any country',
  },
}
