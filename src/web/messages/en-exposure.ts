/** English: exposure. What came first preceded; nothing here says that it led to anything, and an allegation is never worded as a fact. */
import type { Identity, MatterKind, MatterStatus, Order, PathKind, Strength, Undatable } from '../../analysis/exposure.js'
import type { StepKind } from '../../analysis/exposure-paths.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

const orders: Record<Order, string> = {
  before: 'before',
  during: 'during',
  after: 'after',
  undatable: 'order not known',
}

const kinds: Record<MatterKind, string> = {
  incident: 'alleged incident',
  designation: 'listing',
  ineligibility: 'ineligibility',
}

const paths: Record<PathKind, string> = {
  direct: 'the unit itself',
  parent: 'a unit above it',
  subunit: 'a unit below it',
  person: 'a person posted there',
  succession: 'a predecessor or successor',
}

const undatable: Record<Undatable, string> = {
  'no date': 'nothing dates it',
  'seen only': 'a snapshot of the list proves the listing on its day alone; since when it was listed is not known',
  'ended only': 'it is known when it was taken off the list, not since when it was on it',
  overlap: 'the dates overlap and are not exact enough',
}

const identities: Record<Identity, string> = {
  confirmed: 'names confirmed by a person',
  'confirmed in part': 'names confirmed in part',
  proposed: 'names proposed by a rule, confirmed by nobody',
}

const assistanceDates: Record<Strength['assistanceDates'], string> = {
  day: 'training dated to the day',
  'day in part': 'training dated to the day in part',
  'fiscal year': 'training dated to the fiscal year alone',
}

const matterDates: Record<Strength['matterDates'], string> = {
  day: 'the allegation or listing dated to the day',
  span: 'the allegation or listing dated to a span',
  snapshot: 'seen on a list on one day',
  none: 'the allegation or listing without a date',
}

const standing: Record<MatterStatus['standing'], string> = {
  alleged: 'alleged',
  disputed: 'alleged, and denied or questioned',
  listed: 'listed; no delisting known',
  delisted: 'delisted since',
  'delisted, day not known': 'a delisting is recorded; its day could not be read',
  'denied assistance': 'assistance denied in that year; absence from other years’ lists means nothing',
}

const steps: Record<StepKind, (from: string, to: string) => string> = {
  above: (from, to) => `${to} was above ${from}`,
  below: (from, to) => `${to} was below ${from}`,
  'posted there': (from, to) => `${to} was posted to ${from}`,
  'came after': (from, to) => `${to} came after ${from}`,
  'came before': (from, to) => `${to} came before ${from}`,
}

export const exposure = {
  title: 'Exposure',
  lede: 'Units that received training, beside what a source alleges or a list says of the unit itself, of one above or below it, of a person posted there, or of its predecessor or successor. What came first preceded; nothing here says that it led to anything.',
  laws: 'Which law applied to this training',
  lawApplied: {
    '620M': 'Paid by the Department of State: Foreign Assistance Act, section 620M.',
    'appropriations, training only':
      'Paid by the Department of Defense before fiscal year 2014: the provision of its yearly appropriations acts, which spoke of training alone.',
    '10 USC 362':
      'Paid by the Department of Defense since fiscal year 2014: the law that is now 10 USC 362, of training, equipment and other assistance.',
    unknown: 'Whose money it was is not printed, or it was another agency’s: which of these laws applied is not known.',
  },
  notJudged:
    'Rastro does not say that an alleged incident happened, nor that a source can be believed. No path passes through a ministry, a service, a staff or a class of units, and what is known only at that level makes no finding.',
  orders,
  kinds,
  paths,
  undatable,
  identities,
  assistanceDates,
  matterDates,
  standing,
  howDated: {
    LIST_DAY_BY_HAND:
      'its day entered by hand and not compared with the official announcement that is cited, which is not archived here',
    LIST_DAY_INFERRED: 'the day of the list’s copy inferred from what it holds',
  },
  steps,
  found: (count: number, text: string) => `${text} ${plural(count, 'finding', 'findings')}`,
  none: 'No finding. That is no proof that there is nothing: below is what the ledger does not cover.',
  noneOfUnit:
    'Nothing that the ledger holds connects this unit’s training with an allegation or a listing. That is no proof that there is none.',
  limits:
    'The ledger holds only the incidents and lists that were taken into it. A unit that no row names by itself may have been trained under the name of its ministry or service.',
  sessions: (count: number, text: string) => `${text} training ${plural(count, 'session', 'sessions')}`,
  rowsWithout: (count: number, text: string) => `${text} ${plural(count, 'row', 'rows')} without a printed number of sessions`,
  ofUnit: (what: string, unit: string) => `${what} of ${unit}`,
  courseUnknown: 'no course printed',
  furtherCourses: (count: number, text: string) => `${text} further ${plural(count, 'course', 'courses')}`,
  eachDays: (shortest: number, longest: number) =>
    shortest === longest ? `${shortest} ${plural(shortest, 'day', 'days')} each` : `${shortest} to ${longest} days each`,
  whereDated: (text: string) => `${text} where both dates are printed`,
  fiscalYears: (count: number, text: string) => `fiscal ${plural(count, 'year', 'years')} ${text}`,
  years: (count: number, text: string) => `${text} ${plural(count, 'year', 'years')}`,
  months: (count: number) => `${count} ${plural(count, 'month', 'months')}`,
  days: (count: number) => `${count} ${plural(count, 'day', 'days')}`,
  atLeast: (time: string) => `at least ${time}`,
  theLast: (time: string) => `the last ${time} before`,
  theOnly: (time: string) => `${time} before`,
  theFirst: (time: string) => `the first ${time} after`,
  theOnlyAfter: (time: string) => `${time} after`,
  preceded: (assistance: string, interval: string, matter: string) => `${assistance} preceded ${matter}: ${interval}.`,
  followed: (assistance: string, interval: string, matter: string) => `${assistance} followed ${matter}: ${interval}.`,
  accompanied: (assistance: string, matter: string) => `${assistance} came during ${matter}.`,
  unordered: (assistance: string, matter: string, why: string) =>
    `${assistance}; and ${matter}. Which came first is not known: ${why}.`,
  incident: (words: string, when: string | null, whose: string) =>
    `an alleged incident (${words}${when ? `, ${when}` : ''}) of which ${whose} accused`,
  listing: (authority: string, list: string, when: string | null, whose: string) =>
    `the listing of ${whose} by ${authority} (${list}${when ? `, ${when}` : ''})`,
  ineligible: (authority: string, when: string | null, whose: string) =>
    `the denial of assistance to ${whose} that ${authority} reports${when ? ` (${when})` : ''}`,
  since: (when: string) => `listed ${when}`,
  sinceUnread: (printed: string) => `listed on a day that could not be read: “${printed}”`,
  untilUnread: (printed: string) => `taken off on a day that could not be read: “${printed}”`,
  seenOn: (when: string) => `seen on ${when}`,
  deniedIn: (year: number) => `in the calendar year ${year}`,
  whose: {
    direct: { accused: 'the unit is', other: 'the unit' },
    parent: {
      accused: (name: string) => `${name}, above it, not the unit itself, is`,
      other: (name: string) => `${name}, above it, not of the unit itself,`,
    },
    subunit: {
      accused: (name: string) => `${name}, below it, not the unit itself, is`,
      other: (name: string) => `${name}, below it, not of the unit itself,`,
    },
    person: {
      accused: (name: string) => `${name}, posted there, not the unit itself, is`,
      other: (name: string) => `${name}, posted there, not of the unit itself,`,
    },
    succession: {
      accused: (name: string) => `${name}, which came before or after it, not the unit itself, is`,
      other: (name: string) => `${name}, which came before or after it, not of the unit itself,`,
    },
  },
  asOfMatter: (when: string) => `asked for ${when}`,
  asOfAssistance: 'asked for the dates of the training',
  path: 'Path',
  strength: 'What it rests on',
  evidence: 'Evidence',
  trainings: 'Rows of training',
  stands: 'Where it stands',
  relationDisputed: 'a source denies or questions the relation',
  filters: {
    heading: 'Narrow the findings',
    country: 'Country',
    countryHint: 'ISO code, such as mex',
    years: 'Fiscal years',
    yearsHint: '2012, or 2010-2015',
    kind: 'What',
    path: 'Path',
    order: 'Training came',
    identity: 'Names of the unit',
    any: 'any',
    toTheDay: 'only what is dated to the day',
    afterOnly: 'only training after an alleged incident or during or after a listing',
    show: 'Show',
    all: 'Show all',
  },
  more: (from: string, to: string, of: string) => `${from} to ${to} of ${of}`,
  next: 'Next',
  csv: 'as CSV',
  json: 'as JSON',
  section: 'Training beside allegations and listings',
  timeline: (name: string) => `${name}: training above, allegations and listings below`,
  timelineDescription: (trainings: number, matters: number) =>
    `${trainings} ${plural(trainings, 'training', 'trainings')} above the line, ${matters} ${plural(matters, 'allegation or listing', 'allegations or listings')} below it. The table has each with its dates.`,
  timelineTable: 'What the time line shows',
  when: 'When',
  what: 'What',
  whoseColumn: 'Whose',
  training: 'Training',
  notItself: 'not of the unit itself',
  undated: 'Without a date, so not on the line',
}
