/**
 * English. What sources print is never in a catalogue: it is not translated. Figures arrive formatted; a message that has to agree with a
 * number takes the number as well.
 */

import type { RecipientClass, Status } from '../../ledger/records.js'
import { article } from './en-article.js'
import { cases } from './en-cases.js'
import { check } from './en-check.js'
import { columns, coverage, coveragePage, reasons, stateMeanings, states } from './en-coverage.js'
import { dossier } from './en-dossier.js'
import { entity } from './en-entity.js'
import { entry, respond } from './en-entry.js'
import { evidence } from './en-evidence.js'
import { exposure } from './en-exposure.js'
import { incident } from './en-incident.js'
import { interfaces, whatChanged } from './en-interfaces.js'
import { method, wording } from './en-prose.js'
import { namingJudging, people, queue, unitJudging, unitList } from './en-queue.js'
import { quote, shareOf } from './en-quote.js'
import { balance, reconciliation, sources, training } from './en-records.js'
import { screening } from './en-screening.js'
import { screeningEvidence } from './en-screening-evidence.js'
import { facets, search, sorts } from './en-search.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

const classes: Record<RecipientClass, string> = {
  'security force': 'security force',
  'other government': 'other government',
  'U.S. organisation': 'U.S. organisation',
  "another country's force": 'another country’s force',
  'civil society': 'civil society',
  individual: 'individual',
  unknown: 'unknown',
}

const statuses: Record<Status | 'all', string> = { delivered: 'delivered', proposed: 'proposed', all: 'delivered and proposed' }

export const en = {
  frame: {
    skip: 'Skip to the content',
    rooms: 'Sections',
    breadcrumb: 'Where you are',
    language: 'Language',
    past: 'Past state of the ledger',
    pastState: (changeset: number | string) => `You are looking at the ledger as it was after change ${changeset}.`,
    toPresent: 'See its present state',
    about:
      'Rastro follows security assistance from the public record to the unit that received it. Training sessions are counted, not people.',
    wording: 'About the wording',
    pastEmpty: 'You are looking at the ledger before its first change, when it was empty.',
    stateEmpty: 'State of the ledger: empty, before its first change.',
    state: (changeset: number, at: string) => `State of the ledger: change ${changeset}, ${at}, digest`,
  },
  rooms: {
    countries: 'Countries',
    programs: 'Programmes',
    units: 'Units',
    exposures: 'Exposure',
    articles: 'Articles',
    sources: 'Sources',
    reconciliation: 'Does it balance?',
    coverage: 'Coverage',
    method: 'Method',
  },
  figures: {
    sessions: 'Training sessions',
    cost: 'Printed cost',
    dollars: 'US dollars',
    rows: 'Rows',
    withoutUnit: 'No recipient printed',
    withoutUnitMeaning: 'of the sessions; many others name only a ministry or a service',
    withoutUnitShare: 'of the sessions',
    withoutCost: (share: string) => `${share} of the sessions carry no cost`,
    notPrinted: 'not printed',
    /** Printed, and lost under another line. */
    printedOver: 'printed over',
    unreadable: 'not readable',
    noCost: 'no cost printed',
    noData: 'no data: the report is not held',
    partMissing: 'no row here; a part of the report is not held',
    excluded: 'no row: the law exempts the country from the report',
    columnAbsent: 'not known: the report prints no such column',
    noRowsListed: 'no row in the reports held',
    noRows: 'No row.',
    partial: 'partly missing',
    table: (title: string) => `${title}: as a table`,
    sessionsByYear: 'Training sessions by fiscal year',
    costByYear: 'Printed cost by fiscal year',
    costNote: 'Only what the rows print; a row without a cost adds nothing here.',
    yearTable: 'By fiscal year',
    nameYearsNote: 'A year without a column has no row with this name; a hatched year is not known.',
    chartDescription: (year: number, value: string, missing: string) =>
      `Columns by fiscal year. The largest is ${year} with ${value}.${missing ? ` No data for ${missing}.` : ''} The table below has all figures.`,
    gapKey: 'no data, or part of it missing',
    otherPrograms: 'other programmes',
    breaks: 'Breaks in the series',
    breakLine: (year: number, from: string, to: string, change: string) =>
      `From fiscal year ${year}: ${from} → ${to}, ${change}.`,
    matrix: 'Training sessions by programme family and fiscal year',
    matrixNote: 'A dot: no row. Each number leads to its rows, and to how they can be quoted.',
    all: 'All years',
    mapLabel: (name: string, count: number, text: string) => `${name}: ${text} training ${plural(count, 'session', 'sessions')}`,
    mapDescription: (largest: string) =>
      `A map of the world; most sessions are listed for ${largest}. The table has all figures.`,
    mapNote: 'Sum of all fiscal years held. Small states are dots. Borders are those of Natural Earth.',
    orMore: (bound: string) => `${bound} or more`,
    noRowKey: 'no row in the reports held',
  },
  coverage,
  coveragePage,
  columns,
  reasons,
  levels: {
    unit: 'a unit',
    'class of units': 'a class of units',
    'service or ministry': 'a service or ministry',
    none: 'no unit',
  },
  states,
  stateMeanings,
  classes,
  agencies: { DoS: 'State Department', DoD: 'Defense Department', DHS: 'Homeland Security', none: 'no agency named' },
  statuses,
  regions: {
    Africa: 'Africa',
    'East Asia and Pacific': 'East Asia and Pacific',
    Europe: 'Europe',
    'Near East': 'Near East',
    'South Central Asia': 'South Central Asia',
    'Western Hemisphere': 'Western Hemisphere',
  },
  changes: {
    renamed: 'renamed',
    widened: 'widened',
    replaced: 'replaced',
    merged: 'merged',
    'replaced in part': 'replaced in part',
    'made permanent': 'made permanent',
    split: 'split',
    moved: 'moved',
  },
  breakSources: {
    headings: (before: string, after: string) => `headings of the FY ${before} and FY ${after} tables`,
    law: (number: string, section: string, code: string | null) =>
      `Public Law ${number}, section ${section}${code ? ` (${code})` : ''}`,
  },
  proposal: 'Splitting into names and the class of a recipient are proposed by rules; nobody has reviewed them.',
  place: {
    label: (label: string) => `p. ${label}`,
    page: (page: number) => `page ${page} of the file`,
    row: (row: number) => `table row ${row}`,
  },
  fields: {
    recipientAndCourse: 'Recipient and course, as printed',
    recipient: 'Recipient unit',
    deliverer: 'Delivery unit',
    deliveryQuantity: 'Number beside the delivery unit',
    course: 'Course',
    location: 'Location',
    country: 'Country',
    region: 'Region',
    program: 'Programme',
    programPrinted: 'Heading as printed',
    family: 'Family',
    agency: 'Agency',
    fiscalYear: 'Fiscal year',
    fiscalYearShort: 'FY',
    sessions: 'Sessions',
    cost: 'Cost',
    costDollars: 'Cost in US dollars',
    start: 'Start',
    end: 'End',
    place: 'Place',
    source: 'Source',
    report: 'Report',
    rows: 'Rows',
    years: 'Years',
    class: 'Class',
    share: 'Share',
    level: 'Names',
    printedName: 'Printed name',
    withoutCost: 'No cost',
    withoutUnit: 'No recipient',
    coverage: 'Coverage',
  },
  facets,
  sorts,
  search,
  home: {
    title: 'Rastro: U.S. training of foreign security forces, every row cited',
    heading: 'Two decades of U.S. training of foreign security forces, every row cited to its place',
    lede: 'Who was trained, in what, by whom and at what cost, as the official reports print it: searchable, added up, and compared with the totals that the reports themselves print.',
    empty: 'The ledger is empty. Load the bundled data, or ingest reports with `bin/rastro ingest`.',
    holds: 'What the ledger holds',
    holdsSentence: (files: number, filesText: string, pagesText: string, oneYear: boolean, years: string, countries: number) =>
      `${filesText} ${plural(files, 'file', 'files')} with ${pagesText} pages, fiscal ${oneYear ? 'year' : 'years'} ${years}, ${countries} ${plural(countries, 'country or territory', 'countries and territories')}.`,
    names: 'Printed names',
    balances: 'Does it balance?',
    begin: 'Six questions to begin with',
    where: 'Where the sessions went',
    mapTitle: 'Training sessions by country',
    when: 'Year by year, programme by programme',
    questions: [
      {
        ask: 'Was this battalion trained?',
        answer: 'Search for a unit however it is written: “batallon infanteria 39”.',
        path: '/search',
        query: { q: 'batallon infanteria 39' },
      },
      {
        ask: 'How much for Colombia, in which years, from which budget?',
        answer: 'A country’s page, with gaps and renamed programmes drawn.',
        path: '/countries/col',
        query: {},
      },
      {
        ask: 'Whom do the Mexican rows name?',
        answer: 'Most name only a ministry or a service: the names as printed, by sessions.',
        path: '/countries/mex',
        query: {},
      },
      {
        ask: 'What did 7th Special Forces Group deliver?',
        answer: 'Search for the delivery unit as the rows print it, “7th SFG”; sort by sessions or cost.',
        path: '/search',
        query: { unit: '7th sfg' },
      },
      {
        ask: 'Do the reports add up?',
        answer: 'Each printed total beside the sum of its rows.',
        path: '/reconciliation',
        query: {},
      },
      {
        ask: 'Is anybody on my list known?',
        answer: 'Screen people and units, in private: possible matches beside what sources say of them.',
        path: '/screening',
        query: {},
      },
    ] as { ask: string; answer: string; path: string; query: Record<string, string> }[],
  },
  balance,
  countries: {
    heading: (count: string) => `${count} countries and territories`,
    caption: 'Countries in the record, all fiscal years held',
    orders: { name: 'name', sessions: 'sessions', cost: 'printed cost' },
  },
  country: {
    lede: (name: string) => `U.S. training of security forces of ${name}, by year, programme and recipient.`,
    sentence: (name: string, count: number, sessions: string, oneYear: boolean, years: string) =>
      count === 0
        ? `The reports held list no delivered training session for ${name}.`
        : `The reports held list ${sessions} training ${plural(count, 'session', 'sessions')} delivered to ${name} in fiscal ${oneYear ? 'year' : 'years'} ${years}.`,
    noRow: (name: string) => `The reports held list no training of ${name}.`,
    noRowExempt: 'The law exempts it from the report: that it is absent here does not show that there was no training.',
    noRowUnknown: 'That does not show that there was no training.',
    noRowWhy: 'What is known of the reason',
    noRowNote: 'A hatched year is not known; a year without a column has no row in the reports held.',
    proposed: (sessions: string, cost: string) => `Planned, and not part of the sum: ${sessions} sessions for ${cost}.`,
    proposedRows: 'See the planned rows',
    byYear: 'By year and programme',
    programs: 'Programmes',
    programsCaption: (name: string) => `${name}: programmes`,
    recipients: 'Recipients, as printed',
    recipientsNote: (share: string, names: string) =>
      `${shareOf(share)} of the sessions print no recipient, and many name only a ministry or a service. ${names} printed names in all; those with most sessions:`,
    classes: 'By class of recipient',
    classesNote:
      'Proposed by rules. A row whose cell names recipients of several classes counts in each, so the classes may add up to more than the rows.',
    levels: 'How far the names reach',
    levelsNote: 'Sessions of printed recipients, read by rules. One that stands under two names counts under both.',
    allRows: (name: string) => `All rows of ${name}`,
    deliverers: 'Delivery units',
    deliverersCaption: 'Who trained, as printed',
    noDeliverers: 'No row names a delivery unit.',
    courses: 'Courses',
    coursesCaption: 'Courses with most sessions',
    noCourses: 'No row names a course.',
    sources: (count: string) => `Rows from ${count} reports`,
    claims: (country: string) => `What articles claim of ${country}, beside the record`,
  },
  programs: {
    heading: (count: string) => `${count} programmes`,
    note: 'The code is what the reports’ headings are read as; the family is what a programme is compared with over the years, because programmes are renamed and merged.',
    caption: 'Programmes, all fiscal years held',
  },
  family: {
    kicker: 'Family of programmes',
    lede: 'What this assistance was called over the years: these programmes were renamed, merged or replaced by one another, and are summed together here.',
    byYear: 'By year and programme',
    programs: 'Its programmes',
    programsCaption: (family: string) => `${family}: programmes`,
    about: (family: string) => `U.S. training of foreign security forces under ${family}, by year, programme and country.`,
  },
  program: {
    authority: (law: string) => `By authority of: ${law}.`,
    together: (family: string) => `“${family}” over the years, all of them together`,
    family: (family: string) => `Compared over the years with the family “${family}”:`,
    familyByYear: 'The family by year',
    countriesCaption: (program: string) => `${program}: countries`,
    headings: 'Headings',
    headingsCaption: 'As the reports print it',
  },
  name: {
    means: 'Taken to mean the unit',
    lede: 'A name exactly as the reports print it.',
    kicker: 'Printed name',
    levels: {
      'class of units': 'This name stands for several units of a kind. Which of them is meant cannot be said from the rows.',
      'service or ministry':
        'This name is a ministry or a service, not a unit. Its sessions may or may not include a given unit; they accuse none.',
      none: 'This text names no unit.',
    },
    timeLine: 'Time line',
    rowsCaption: 'Rows with this printed name',
    allRows: (count: string) => `All ${count} rows`,
    alike: 'Printed names that read alike',
    alikeNote: 'Spelled differently or printed for another country. Nobody has judged them to be the same.',
  },
  training,
  sources,
  reconciliation,
  entity,
  evidence,
  article,
  cases,
  check,
  exposure,
  incident,
  interfaces,
  whatChanged,
  entry,
  respond,
  queue,
  screening,
  screeningEvidence,
  dossier,
  unitJudging,
  namingJudging,
  unitList,
  people,
  quote,
  method,
  wording,
  errors: {
    400: {
      heading: 'This address cannot be read',
      explanation: 'Something in it is not a question that this ledger understands.',
    },
    sent: { heading: 'What was sent was not taken', explanation: 'Nothing of it was written.' },
    404: { heading: 'There is no such page', explanation: 'Neither a page nor a row has this address.' },
    410: {
      heading: 'This was removed',
      explanation:
        'It was removed for good, for a reason that outweighs keeping it. Nothing of it is shown in any state of the ledger.',
    },
    withdrawn: {
      heading: 'This was withdrawn',
      explanation:
        'A later change of the ledger took it back or replaced it. It is still in the states of the ledger that had it: a permalink that names its state leads there.',
    },
    500: {
      heading: 'Something went wrong here',
      explanation: 'The fault is ours, not yours. The ledger itself is not touched by reading it.',
    },
    503: {
      heading: 'This takes too long',
      explanation: 'The question was stopped before it was answered. Ask a narrower one, or try again.',
    },
    removedBy: (changeset: number) => `The change that removed it (change ${changeset})`,
    lastState: (changeset: number) => `See it as it was, in the last state that had it (change ${changeset})`,
    nearest: 'The nearest names here:',
    again: 'To the beginning of this listing, as it is now',
    home: 'To the first page',
  },
}
