/** English: claims, and what the record has to say to each. A claim is somebody's; people are never training sessions; a part at hand is no answer. */

import type { Comparison } from '../../analysis/check-query.js'
import type { Verdict } from '../../analysis/claim-check.js'
import type { About } from '../../analysis/claim-question.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

const verdicts: Record<Verdict, string> = {
  agrees: 'Agrees',
  'ledger higher': 'Ledger higher',
  'ledger lower': 'Ledger lower',
  'cannot say': 'Cannot say',
}

const abouts: Record<About, string> = {
  people: 'people who are said to have received training',
  sessions: 'training sessions',
  cost: 'U.S. dollars for training',
  missions: 'missions or exercises',
  trainers: 'trainers',
  assistance: 'U.S. dollars of assistance as a whole',
}

const comparisons: Record<Comparison, string> = {
  exactly: 'exactly',
  about: 'about',
  nearly: 'nearly',
  more: 'more than',
  least: 'at least',
  fewer: 'fewer than',
  most: 'at most',
  between: 'between … and …',
}

/** What is counted, after the number. What is not here is shown as the code says it. */
const measures: Record<string, string> = {
  training_sessions: 'training sessions',
  people_trained: 'people said to have received training',
  trainers: 'trainers',
  missions: 'training missions',
  assistance: 'of assistance',
  weapons: 'of weapons',
  training_cost: 'for training',
  cost: 'of cost',
  personnel: 'people',
  deaths: 'deaths',
  disappeared: 'disappeared',
  injured: 'injured',
  inmates: 'inmates',
  officials: 'officials',
}

export const check = {
  title: 'Check a claim',
  lede: 'What the official record of U.S. training has to say to a number that somebody claims: the question that the claim is read as, the ledger’s figure with its rows, and a verdict. Where a part of what is asked for is not in the record, the verdict is “cannot say”, and the partial figure follows it.',
  heading: (claim: string) => `Checked: ${claim}`,
  claim: 'The claim',
  verdict: 'Verdict',
  verdicts,
  by: (verdict: string, difference: string) => `${verdict}, by ${difference}`,
  /** Where the figure is the very number that the claim says is exceeded, or not reached. */
  sameNumber: (verdict: string, isLower: boolean) =>
    `${verdict}: it has just this number, and the claim is of ${isLower ? 'more' : 'less'}`,
  bound: 'Even if nobody was counted twice, that is fewer than claimed.',
  boundOfAll: 'Even all that the record has, whoever got it, is less than claimed.',
  partExceeds: 'The part at hand alone is already more than what is claimed.',
  moreReasons: (count: number) => `${count} more ${plural(count, 'reason', 'reasons')}`,
  ledger: 'The ledger’s figure',
  part: 'The part at hand',
  askProgram: (lacking: string) =>
    `What is lacking is of ${lacking} alone. If the claim is of another programme, choose that in the question: of it the record can be whole.`,
  besideDenial: 'What the reports list',
  noPart: 'No figure is shown: what the record sums is no part of what is claimed.',
  noFigure: 'There is no figure: no years to ask for were read.',
  notAsked: 'The record is not asked: it holds nothing of what is counted.',
  sessions: (count: number, text: string) => `${text} training ${plural(count, 'session', 'sessions')}`,
  rows: (count: number, text: string) => `${text} ${plural(count, 'row', 'rows')}`,
  noRows: 'no row, which does not show that there was no training',
  figure: (sessions: string, rows: string, cost: string, share: string) =>
    `${sessions} in ${rows}, printed cost ${cost}${share ? ` (${share} of the rows carry none)` : ''}`,
  seeRows: (count: number, text: string) => (count === 1 ? 'See the row' : `See the ${text} rows`),
  seeAllRows: 'See the rows that it could be about',
  seeRowsPart: (part: number) => `See the rows, list ${part}`,
  readAs: 'Read as this question',
  allowed: (low: string | null, high: string | null) =>
    low === null
      ? `As worded, the claim allows up to ${high}.`
      : high === null
        ? `As worded, the claim allows ${low} or more.`
        : low === high
          ? `As worded, the claim allows ${low} and nothing else.`
          : `As worded and rounded, the claim allows ${low} to ${high}.`,
  upperBound: 'The sessions are taken as an upper bound: the claim can be less than the figure, and not more.',
  coverage: (parts: string, of: string, all: boolean) =>
    of === '1'
      ? `the one part of the reports that it touches is ${all ? '' : 'not '}at hand`
      : all
        ? `all ${of} parts of the reports that it touches are at hand`
        : `${parts} of the ${of} parts of the reports that it touches ${parts === '1' ? 'is' : 'are'} at hand`,
  yearsMissing: (years: string) => `missing: ${years}`,
  yearsInPart: (years: string) => `in part: ${years}`,
  state: (changeset: number, time: string) => `Made with the state of the ledger after change ${changeset} (${time}).`,
  askHeading: 'What is claimed',
  edit: 'Change the question',
  editHint:
    'Every part of the question can be changed. The answer is a page of its own, with an address that can be shared and that keeps the state of the ledger.',
  ask: 'Check',
  blank: 'Ask for something else',
  permalink: 'Permalink of this check',
  examples: 'For example',
  exampleChecks: {
    people: 'Were about 13,000 people of Latin America trained in special forces’ exercises (JCET), 2007 to 2014?',
    cost: 'Did training under the counter-drug authority (Section 1004) cost more than $10 million in Mexico in fiscal year 2012?',
    sessions: 'Fewer than 500 training sessions for Honduras under IMET in fiscal year 2012?',
  },
  form: {
    measure: 'What is counted',
    comparator: 'The number is',
    value: 'Number',
    valueTo: 'and, for “between”',
    place: 'Country, countries or region',
    placeHint: '“Mexico”, “Mexico and Colombia”, “Latin America”, “all countries”',
    from: 'From year',
    to: 'to year',
    years: 'Years are',
    fiscal: 'fiscal years (October to September)',
    calendar: 'calendar years',
    open: 'on to the day of the article:',
    published: 'Day of the article',
    publishedHint: '2014-11-05',
    program: 'Programme',
    anyProgram: 'any programme',
    families: 'Families of programmes',
    currency: 'Currency',
    usDollars: 'U.S. dollars',
    programs: 'Programmes',
    counted: 'Who is counted, in the claim’s words',
    countedHint: '“Mexican police officers”, if they are fewer than all recipients there',
    provider: 'Who trained',
    usa: 'the United States',
    unsaid: 'not said',
    per: 'One of every',
    perYear: 'year',
    perNot: 'no: in all',
    said: 'The claim says',
    reserves: {
      done: 'that it was so',
      planned: 'that it was planned, asked for or promised',
      'not-asserted': 'that it was not so, or asks',
      'part-of-more': 'only a part of a larger number',
      'loosely-tied': 'a number that is not of this country or programme alone',
      'says-more': 'a number of which the sentence says more than is asked here',
    },
  },
  everywhere: 'all countries',
  countries: (count: number, text: string) => `${text} ${plural(count, 'country', 'countries')}`,
  regionOf: (region: string, count: number) => `${region} (${count} countries)`,
  noPlace: 'no country or region',
  noYears: 'no years',
  fiscalYears: (count: number, years: string) => `fiscal ${plural(count, 'year', 'years')} ${years}`,
  anyProgram: 'any programme',
  or: (parts: string[]) => parts.join(' or '),
  question: {
    sessions: 'Training sessions delivered',
    cost: 'Printed cost of training delivered',
  },
  abouts,
  comparisons,
  measures,
  repaired: (printed: string) => `(damaged in print: “${printed}”)`,
  number: {
    about: (number: string) => `about ${number}`,
    nearly: (number: string) => `nearly ${number}`,
    more: (number: string) => `more than ${number}`,
    least: (number: string) => `at least ${number}`,
    fewer: (number: string) => `fewer than ${number}`,
    most: (number: string) => `at most ${number}`,
    between: (low: string | null, high: string | null) =>
      low === null ? `up to ${high}` : high === null ? `${low} or more` : `${low} to ${high}`,
  },
  change: { from: 'at first', to: 'in the end' },
  per: (what: string) => `a ${what}`,
  perWords: { year: 'year', month: 'month', week: 'week', day: 'day', person: 'person' } as Record<string, string>,
  /** Behind a number of which the sentence says that it was not so. */
  notSo: '(said not to be so)',
  forWhom: (whom: string) => `for ${whom}`,
  in: (place: string) => `in ${place}`,
  says: (what: string, who: string) => `${what}; said by ${who}`,
  theArticle: 'the article',
  event: (action: string, whom: string | null, by: string | null) =>
    `what is said to have happened: “${action}”${whom ? ` “${whom}”` : ''}; ${by ? `said of “${by}”` : 'who did it is not said'}`,
  lineage: (parts: string) => `lineage: ${parts}`,
  left: (what: string) => `left “${what}”`,
  trainedBy: (what: string) => `had training from “${what}”`,
  status: (parts: string) => `state of affairs: ${parts}`,
  denialInWords: (words: string) => `denial, in the words: “${words}”`,
  denial: (of: string | null) => (of === null ? 'denial' : `denial of: “${of}”`),
  doubt: (of: string | null) => (of === null ? 'doubt' : `doubt of: “${of}”`),
  concerns: (ids: string) => `concerns ${ids}`,
  regions: {
    'Latin America': 'Latin America',
    'Central America': 'Central America',
    'South America': 'South America',
    'the Caribbean': 'the Caribbean',
    'the Western Hemisphere': 'the Western Hemisphere',
    'West Africa': 'West Africa',
    'East Africa': 'East Africa',
    'Central Africa': 'Central Africa',
    'Southern Africa': 'Southern Africa',
    'North Africa': 'North Africa',
    'the Sahel': 'the Sahel',
    'the Maghreb': 'the Maghreb',
    'Central Asia': 'Central Asia',
    'Southeast Asia': 'Southeast Asia',
  } as Record<string, string>,
  readings: {
    peopleNotSessions:
      'People are not training sessions: one person in three courses counts three times, so the sessions are an upper bound on the number of people.',
    program: (printed: string, programs: string) => `“${printed}” was read as the programme ${programs}.`,
    country: (printed: string, countries: string) => `“${printed}” was read as ${countries}.`,
    region: (printed: string | null, region: string, countries: string) =>
      printed === null ? `${region} is here: ${countries}.` : `“${printed}” was read as ${region}: ${countries}.`,
    /** Of a time that an address leaves open. */
    since: (from: string) => `since ${from}`,
    years: (printed: string, first: number, last: number) =>
      `“${printed}” was read as fiscal ${first === last ? `year ${first}` : `years ${first} to ${last}`} (training that ended from October ${first - 1} to September ${last})`,
    part: (printed: string, first: number, last: number) =>
      `“${printed}” is a part of fiscal ${first === last ? `year ${first}` : `years ${first} to ${last}`} (October ${first - 1} to September ${last}); the record is summed by whole fiscal years`,
    calendar: ', which share nine months of twelve with the calendar years',
    until: (year: number) => `; ${year}, the year of publication, is the last`,
  },
  outside: {
    weapons: 'The record is of training; arms sales and transfers are not in it.',
    deaths: 'The record is of training; deaths are not in it.',
    disappeared: 'The record is of training; disappearances are not in it.',
    injured: 'The record is of training; the wounded are not in it.',
    inmates: 'The record is of training; prisoners are not in it.',
    officials: 'The record is of training; investigations of officials are not in it.',
    percent: 'The record is of training; the share that is claimed is not in it.',
    cost: 'The record is of training; other costs are not in it.',
    money: 'What the money is for was not read; the record has the printed cost of training alone.',
  } as Record<string, string>,
  outsideOther: 'What is counted is not in the record, which is of training.',
  noNumber: {
    event: 'An event is not a number of trainings: the reports tell of courses, not of what units do.',
    lineage:
      'The reports print courses and units, and nobody by name: what became of those who received training is not in them.',
    status: 'A state of affairs is not a number of trainings: the reports do not tell of posts and plans.',
    denial: 'The reports tell of courses, not of operations: they neither support nor refute what is denied.',
    doubt: 'A doubt claims no number of trainings.',
  } as Record<string, string>,
  noNumberOther: 'The claim is not a number of trainings.',
  reasons: {
    trainingDenied: {
      all: 'This speaks of training, which the record is of. What the reports list is given beside it; whether that is the training meant, the reports do not say, and no verdict is given on it.',
      country: 'This speaks of training, which the record is of; no years to ask for were read, and it was not checked.',
      nothing: 'This speaks of training, which the record is of; no country to ask for was read, and it was not checked.',
    },
    deniedUnread: 'What is meant stands elsewhere in the article and was not read, so it was not checked.',
    missionsNotCounted:
      'The reports count training sessions by row, not missions or exercises: how many of these there were cannot be told from the rows.',
    trainersNotSummed: 'How many trainers there were is printed in few years and for few rows, and is not summed.',
    assistanceOutside:
      'Assistance is more than training: the record has the printed cost of training alone, which is a part of it.',
    currencyOther: (currency: string) => `The record is in U.S. dollars; the claim is in ${currency}.`,
    providerOther: (provider: string) => `The record is of training by the United States; the claim is of ${provider}.`,
    providerNotSaid: 'The claim does not say who trained; the record is of training by the United States alone.',
    countryNotSaid: 'The claim names no country or region that was read.',
    programOutside: (program: string) => `“${program}” is no programme that the reports list by this name.`,
    perOther: (per: string) => `The number is one of every ${per}, and which is not said.`,
    periodNotSaid: 'The claim names no time.',
    periodUnread: (printed: string) => `“${printed}” could not be read as years.`,
    periodOpen: (printed: string) => `“${printed}” reaches to the day of publication, which is not known.`,
    periodFuture: (printed: string) => `“${printed}” is in the future of the article: the record has what was delivered.`,
    periodPartOfYear: (printed: string) => `“${printed}” is not made of whole fiscal years, by which the record is summed.`,
    costNotPrinted: (rows: string, of: string, share: string, sessions: string) =>
      `${rows} of ${of} rows (${share}), with ${sessions} training sessions, print no cost or $0.`,
    noRow: (countries: string, years: string) =>
      countries === ''
        ? 'The reports at hand list no row for what is asked. No row is no zero: it does not show that there was no training.'
        : `For ${countries} the reports at hand list no row in ${years}, and no row is no zero: training that is not listed could make up the difference.`,
    peopleSome:
      'The record lists training sessions, so that somebody was trained; how many people they were sessions cannot say.',
    peopleWithinBound:
      'There are at least as many training sessions as people claimed: that many people are possible, and sessions cannot say how many there were.',
    narrowerWithinBound: (recipient: string) =>
      `The figure is of all training sessions there, the claim of “${recipient}”: as a part of it the claim is possible.`,
    calendarYears: (printed: string) =>
      `The figure differs, but “${printed}” begins or ends within a fiscal year, and the months between could make up the difference.`,
    reserves: {
      planned: 'What is claimed was planned, asked for or promised; the record has what was delivered.',
      'not-asserted': 'The claim does not say that it was so: it denies the number, or asks.',
      'part-of-more': 'The number is a part of a larger one, which the claim does not give.',
      'loosely-tied': 'The sentence does not tie the number to this country or programme alone.',
      'says-more':
        'The sentence says more of the number than the question asks, and no verdict is given on words that were not read.',
    },
    unread: (words: string) =>
      `The sentence was not understood at “${words}”: it may say more of the number than the question asks, and no verdict is given on words that were not read.`,
    moreCountries: (names: string, count: number) => `${names} and ${count} more countries`,
  },
  quote: {
    claimed: (claim: string) => `Claimed: ${claim}.`,
    asked: (question: string) => `Asked of the record: ${question}.`,
    listed: (figure: string) => `The U.S. government’s Foreign Military Training reports in this ledger list ${figure}.`,
    listedPart: (figure: string) =>
      `The part of the U.S. government’s Foreign Military Training reports that this ledger holds lists ${figure}, which is no answer by itself.`,
    notLooked: 'What the U.S. government’s Foreign Military Training reports list of it was not asked.',
    notListed: 'The U.S. government’s Foreign Military Training reports have no figure for it.',
    verdict: (verdict: string) => `Verdict: ${verdict}.`,
    cannotSay: 'Whether the claim is right cannot be said from the record.',
    place: (rows: number, text: string) =>
      rows === 1
        ? 'One row of the reports, which cites its place there.'
        : `Sum of ${text} rows of the reports; each cites its place there.`,
    balance:
      'The verdict rests on the rows as printed; whether they add up to the printed totals is on the page “Does it balance?”.',
  },
}
