/** English: what is covered and what is not: the gaps of the record, their kinds and reasons. */
import type { ReasonCode } from '../../analysis/coverage-tables.js'
import type { CoverageState } from '../../ledger/records.js'

type State = (typeof CoverageState)['options'][number]

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const coverage = {
  heading: 'What this does not cover',
  people: 'Sessions are not individuals: one person in three courses counts three times.',
  withoutCost: (rows: number, rowsText: string, sessions: number, sessionsText: string) =>
    `${rowsText} ${plural(rows, 'row', 'rows')} with ${sessionsText} ${plural(sessions, 'session', 'sessions')} ${plural(rows, 'carries', 'carry')} no cost or $0, which is not the same as free.`,
  yearsMissing: (count: number, years: string) => `No report is held for fiscal ${plural(count, 'year', 'years')} ${years}.`,
  partsMissing: (years: string) => `The part of the report that would list this is not held for ${years}.`,
  yearsInPart: (years: string) => `Parts of the reports are missing for ${years}.`,
  countries: (count: number) => `${count} ${plural(count, 'country', 'countries')}`,
  count: (count: number) => plural(count, 'One kind of gap in the record', `${count} kinds of gaps in the record`),
  more: 'All gaps, with sources',
  fiscalYears: (count: number, years: string) => `fiscal ${plural(count, 'year', 'years')} ${years}`,
  column: (column: string) => `column “${column}”`,
}

export const coveragePage = {
  heading: 'What the record covers, and what it does not',
  lede: 'A missing year, a classified programme, a column left blank: each is listed here with how it is known. Pages draw them as gaps, never as zero.',
  what: 'What',
  why: 'Why',
  knownFrom: 'Known from',
  byYear: 'By fiscal year',
  gaps: 'Gaps',
  noGap: 'none listed',
  /** Beside a citation of a statute whose text was not looked up. */
  unverified: 'unverified citation',
  uncheckedStatute: '(Cited by its number; not checked against the statute book.)',
}

export const columns = {
  course_title: 'course',
  location: 'location',
  recipient_unit: 'recipient unit',
  delivery_unit: 'delivery unit',
  start_date: 'start',
  end_date: 'end',
  total_cost: 'cost',
}

export const reasons: Record<ReasonCode, string> = {
  'report-not-at-hand': 'The report is not among the sources of this ledger.',
  'part-not-at-hand': 'A part of the report is not among the sources of this ledger.',
  'parts-not-known': 'Which regions this report has is not known here: nothing tells whether all of it is held.',
  'year-outside-series': 'The series details what was delivered in fiscal years 1999 to 2020.',
  'column-not-printed': 'The tables of the report do not have this column.',
  'column-mostly-blank': 'The column is printed, and left blank in nine rows of ten or more.',
  'classified-volume': 'Joint exercises of special forces (JCET) are mostly in Volume III, which is classified.',
  'in-progress-volume':
    'A training counts in the fiscal year in which it ended: what was still in progress then is in Volume II, and in the sum of the next year.',
  'sales-excluded': 'Training that a country bought is in part outside the report.',
  'nato-member': 'Training of members of NATO is outside the report.',
  'exempted-country': 'The law exempts the country from the report.',
}

export const states: Record<State, string> = {
  present: 'Present',
  'file missing': 'File missing',
  'column absent': 'Column absent',
  'column blank': 'Column blank',
  classified: 'Classified',
  'in progress elsewhere': 'In progress (listed elsewhere)',
  'excluded by law': 'Excluded by law',
}

export const stateMeanings: Record<State, string> = {
  present: 'The rows are here.',
  'file missing': 'The report, or a region’s file of it, is not in this ledger.',
  'column absent': 'The tables of these years do not have the column.',
  'column blank': 'The column is there, but nearly always left empty.',
  classified: 'The activity is reported in a volume that is not public.',
  'in progress elsewhere':
    'Training that was still going on is listed in another volume, and counted in the year in which it ended.',
  'excluded by law': 'The law exempts these countries or programmes from the report.',
}
