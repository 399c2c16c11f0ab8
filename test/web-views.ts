/** Views for tests of pages: what a test does not speak of is filled in. People and units are invented; gaps are as in the reports. */

import { type CoverageFacts, coverageOf } from '../src/analysis/coverage.js'
import { nothing } from '../src/ledger/read/cube.js'
import type { FamilyView } from '../src/ledger/read/family.js'
import type {
  BalanceCounts,
  Changeset,
  CountryRef,
  CountryView,
  Head,
  HomeView,
  NameRow,
  NameView,
  ProgramRef,
  ProgramView,
  ReconciliationView,
  SearchResult,
  SourceView,
  Sum,
  TotalView,
  TrainingRow,
  TrainingView,
  YearProgramSum,
} from '../src/ledger/read/views.js'
import type { Source } from '../src/ledger/records.js'
import type { Covered } from '../src/web/coverage.js'

export const head: Head = { changeset: 7, at: '2026-03-01T09:30:00Z', digest: '3f6c2a9d41be70ee52c1d8aa', content: null }

const mexico: CountryRef = { slug: 'mex', code: 'MEX', name: 'Mexico' }
const tuvalu: CountryRef = { slug: 'tuv', code: 'TUV', name: 'Tuvalu' }
const regional: CountryRef = { slug: 'africa-regional', code: null, name: 'Africa Regional' }

const program = (code: string, family = code, agency: string | null = 'DoD'): ProgramRef => ({
  slug: code.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  code,
  family,
  familySlug: family.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  agency,
})

export const sum = (changes: Partial<Sum> = {}): Sum => ({
  rows: 120,
  quantity: 3456,
  cents: 123_456_700,
  rowsWithoutCost: 12,
  quantityWithoutCost: 340,
  rowsWithoutUnit: 100,
  quantityWithoutUnit: 3100,
  ...changes,
})

export const noSum = nothing

/** Rows of every region in the years at hand; one region's file of FY 2001 is missing. */
const facts: CoverageFacts = {
  held: [1999, 2000, 2001, 2002, 2003, 2005, 2006, 2007, 2008, 2010, 2011, 2012, 2013, 2015, 2016, 2017, 2018, 2020].flatMap(
    (fiscalYear) =>
      ['MEX', 'COL', 'KEN', 'GHA', 'IDN', 'ALB', 'GEO', 'JOR', 'PAK', 'IND']
        .filter((code) => fiscalYear !== 2001 || (code !== 'KEN' && code !== 'GHA'))
        .map((countryCode) => ({ report: `${fiscalYear}-${fiscalYear + 1}`, region: null, fiscalYear, countryCode, rows: 10 })),
  ),
  columns: [{ report: '2002-2003', fiscalYear: 2002, column: 'delivery_unit', rows: 100, filled: 2 }],
}

export const coverageOfCountry = (code: string) => coverageOf({ countries: [code] }, facts)
export const coverage = coverageOfCountry('MEX')
const worldCoverage = coverageOf({}, facts)

const balance = (changes: Partial<BalanceCounts> = {}): BalanceCounts => ({
  totals: 400,
  balanced: 398,
  reportErrors: 1,
  openDoubts: 1,
  unexplained: 0,
  ...changes,
})

export const training = (changes: Partial<TrainingRow> = {}): TrainingRow => ({
  id: 't-0123456789abcdef',
  sourceSha256: 'ab'.repeat(32),
  sourceFile: 'whem-2012-2013.pdf',
  sourceId: 's-0123456789abcdef',
  report: '2012-2013',
  fiscalYear: 2012,
  status: 'delivered',
  region: 'Western Hemisphere',
  country: 'Mexico',
  countryCode: 'MEX',
  countryRef: mexico,
  program: 'Section 1004 - Fiscal Year 2012 Department of Defense Training',
  programCode: 'Section 1004',
  programFamily: 'Section 333',
  programRef: program('Section 1004', 'Section 333'),
  agency: 'DoD',
  courseTitle: 'Tactical Combat Casualty Care',
  quantity: 24,
  quantityHeader: 'Qty',
  location: 'CAMPO MILITAR NO. 1, MEXICO CITY',
  recipientUnit: '102/o. Batallón de Infantería',
  deliveryUnit: '7th Special Forces Group',
  deliveryQuantity: 6,
  cents: 4_512_300,
  startPrinted: '3/5/2012',
  endPrinted: '3/30/2012',
  startDate: '2012-03-05',
  endDate: '2012-03-30',
  places: [{ page: 41, pageLabel: 'IV-233', box: [40, 300, 740, 318], row: null }],
  flags: [],
  namings: [
    {
      role: 'recipient',
      ordinal: 0,
      count: null,
      text: '102/o. Batallón de Infantería',
      recipientClass: 'security force',
      flags: [],
      nameId: 'n-00000001',
    },
  ],
  ...changes,
})

/** Rows as odd as the reports print them: 25 units in a cell, nothing at all, a plan, markup in a cell. */
export const oddRows = (): TrainingRow[] => [
  training(),
  training({
    id: 't-many',
    recipientUnit: Array.from({ length: 25 }, (_, index) => `${index + 1}/o. Batallón de Fuerzas Especiales (${index + 2})`).join(
      ', ',
    ),
    namings: Array.from({ length: 25 }, (_, index) => ({
      role: 'recipient' as const,
      ordinal: index,
      count: index + 2,
      text: `${index + 1}/o. Batallón de Fuerzas Especiales`,
      recipientClass: 'security force' as const,
      flags: [],
      nameId: `n-${index}`,
    })),
  }),
  training({
    id: 't-blank',
    recipientUnit: null,
    deliveryUnit: null,
    location: null,
    cents: null,
    quantity: null,
    startDate: null,
    startPrinted: null,
    endDate: null,
    endPrinted: null,
    namings: [],
  }),
  training({ id: 't-zero', cents: 0, recipientUnit: 'SEDENA', courseTitle: null, fiscalYear: 2013 }),
  training({ id: 't-plan', status: 'proposed', fiscalYear: 2001, report: '2000-2001', recipientUnit: null, namings: [] }),
  training({
    id: 't-markup',
    recipientUnit: '<script>alert(1)</script> "& Co',
    courseTitle: 'ADMINISTRACIÓN-Y-LOGÍSTICA-DE-UNIDADES-MECANIZADAS-SIN-ESPACIOS',
    places: [{ page: null, pageLabel: null, box: null, row: 412 }],
    flags: [{ code: 'REPAIRED_LETTERS', note: 'Printed "EntreN/Amiento", read "EntreNAmiento".' }],
  }),
]

const yearProgram = (fiscalYear: number, of: ProgramRef, changes: Partial<Sum> = {}): YearProgramSum => ({
  ...sum({ rows: 10, quantity: 100 + ((fiscalYear * 37) % 400), cents: ((fiscalYear * 7919) % 900) * 100_000, ...changes }),
  fiscalYear,
  program: of,
})

/** Fiscal years of which there are rows: the missing reports' are not among them. */
export const presentYears = [
  1999, 2000, 2001, 2002, 2003, 2005, 2006, 2007, 2008, 2010, 2011, 2012, 2013, 2015, 2016, 2017, 2018, 2020,
]

const programs = [
  program('IMET', 'IMET', 'DoS'),
  program('IMET-1', 'IMET', 'DoS'),
  program('INL', 'INL/INCLE', 'DoS'),
  program('INCLE', 'INL/INCLE', 'DoS'),
  program('Section 1004', 'Section 333'),
  program('Section 333', 'Section 333'),
  program('FMF', 'FMF', 'DoS'),
  program('CTFP'),
  program('Non-SA, unified (combatant) command', 'Non-security assistance'),
  program('Regional Centers'),
  program('ALP'),
]

const yearPrograms = presentYears.flatMap((year) =>
  programs.filter((_, index) => (year + index) % 3 !== 0).map((each) => yearProgram(year, each)),
)
const years = presentYears.map((fiscalYear) => ({
  ...sum({
    rows: 40,
    quantity: yearPrograms.filter((each) => each.fiscalYear === fiscalYear).reduce((all, each) => all + each.quantity, 0),
    cents: yearPrograms.filter((each) => each.fiscalYear === fiscalYear).reduce((all, each) => all + each.cents, 0),
  }),
  fiscalYear,
}))

export const nameRow = (changes: Partial<NameRow> = {}): NameRow => ({
  id: 'n-00000001',
  text: '102/o. Batallón de Infantería',
  country: mexico,
  recipientClass: 'security force',
  roles: ['recipient'],
  rows: 4,
  quantity: 60,
  firstYear: 2010,
  lastYear: 2013,
  ...changes,
})

const names = [
  nameRow(),
  nameRow({ id: 'n-2', text: 'SEDENA', rows: 420, quantity: 5210, firstYear: 2003, lastYear: 2020 }),
  nameRow({
    id: 'n-3',
    text: 'El Diario de la Frontera (newspaper)',
    recipientClass: 'civil society',
    firstYear: 2012,
    lastYear: 2012,
  }),
  nameRow({ id: 'n-4', text: 'N/A', recipientClass: 'unknown', country: null, firstYear: null, lastYear: null }),
]
const values = (...texts: string[]) => texts.map((text, index) => ({ text, rows: 40 - index, quantity: 900 - 100 * index }))
const courses = values(
  'Tactical Combat Casualty Care',
  'English Language Training',
  'HUMAN RIGHTS TRAIN THE TRAINER (MOBILE EDUCATION TEAM)',
)
const deliveryUnits = values(
  '7th Special Forces Group',
  'WHINSEC',
  'Naval Small Craft Instruction and Technical Training School, Stennis',
)

const countrySum = (country: CountryRef, quantity: number) => ({ ...sum({ quantity }), country })

export const total = (changes: Partial<TotalView> = {}): TotalView => ({
  id: 'p-1',
  sourceSha256: 'ab'.repeat(32),
  sourceFile: 'whem-2012-2013.pdf',
  sourceId: 's-0123456789abcdef',
  report: '2012-2013',
  level: 'program',
  region: 'Western Hemisphere',
  country: 'Mexico',
  countryCode: 'MEX',
  countryRef: mexico,
  program: 'Section 1004',
  programRef: program('Section 1004', 'Section 333'),
  fiscalYear: 2012,
  quantity: 524,
  cents: 76_724_600,
  computedQuantity: 524,
  computedCents: 76_724_600,
  rows: 38,
  printed: 'Fiscal Year 2012 Program Totals',
  places: [{ page: 42, pageLabel: 'IV-234', box: [40, 500, 740, 512], row: null }],
  flags: [],
  status: 'balanced',
  counts: true,
  reason: null,
  reasonCode: null,
  ...changes,
})

export const offTotals = (): TotalView[] => [
  total({
    id: 'p-2',
    status: 'report error',
    computedQuantity: 523,
    reason: 'The page prints 524; its rows sum to 523.',
    reasonCode: 'rounded',
  }),
  total({
    id: 'p-3',
    status: 'open doubt',
    computedCents: 76_700_000,
    country: null,
    countryRef: null,
    program: null,
    programRef: null,
  }),
]

export const source = (changes: Partial<Source> = {}): Source => ({
  id: 's-0123456789abcdef',
  sha256: 'ab'.repeat(32),
  kind: 'training report',
  report: '2012-2013',
  region: 'Western Hemisphere',
  title:
    'Foreign Military Training and DoD Engagement Activities of Interest, 2012–2013, Volume I, section IV: Western Hemisphere',
  publisher: 'U.S. Department of State and U.S. Department of Defense',
  language: 'en',
  publishedPrinted: null,
  officialUrl: 'https://2009-2017.state.gov/documents/organization/213458.pdf',
  archivedUrl: null,
  volumePageOffset: 190,
  fileName: 'whem-2012-2013.pdf',
  mediaType: 'application/pdf',
  bytes: 1_234_567,
  pages: 60,
  licence: 'United States Government work',
  ...changes,
})

const changeset = (changes: Partial<Changeset> = {}): Changeset => ({
  id: 3,
  at: '2026-02-01T10:00:00Z',
  actor: 'local user',
  reason: 'Bundled data',
  tool: 'rastro data',
  undoes: null,
  digest: '11'.repeat(32),
  content: null,
  ...changes,
})

export const searchResult = (changes: Partial<Covered<SearchResult>> = {}): Covered<SearchResult> => ({
  rows: oddRows(),
  total: 12_345,
  next: 'abc',
  facets: {
    country: Array.from({ length: 60 }, (_, index) => ({
      value: index === 0 ? 'mex' : `c${index}`,
      label: `Country ${index}`,
      rows: 900 - index,
      quantity: 10,
    })),
    year: presentYears.map((year) => ({ value: `${year}`, label: `${year}`, rows: year - 1900, quantity: 3 })),
    program: programs.map((each, index) => ({ value: each.slug, label: each.code, rows: 1000 - index, quantity: 3 })),
    family: programs
      .slice(0, 4)
      .map((each, index) => ({ value: each.familySlug ?? '', label: each.family ?? '', rows: 1000 - index, quantity: 3 })),
    agency: [{ value: 'DoD', label: 'DoD', rows: 400, quantity: 1000 }],
    class: [
      { value: 'security force', label: 'security force', rows: 4000, quantity: 9000 },
      { value: 'unknown', label: 'unknown', rows: 40, quantity: 90 },
    ],
    report: [{ value: '2012-2013', label: '2012-2013', rows: 4, quantity: 90 }],
    status: [{ value: 'delivered', label: 'delivered', rows: 4, quantity: 90 }],
  },
  sum: sum(),
  proposed: noSum(),
  head,
  names,
  coverage,
  ...changes,
})

export const nothingFound = (): Covered<SearchResult> =>
  searchResult({
    rows: [],
    total: 0,
    next: null,
    sum: noSum(),
    names: [],
    facets: { country: [], year: [], program: [], family: [], agency: [], class: [], report: [], status: [] },
  })

export const homeView = (changes: Partial<Covered<HomeView>> = {}): Covered<HomeView> => ({
  sum: sum({ rows: 191_000, quantity: 1_234_567 }),
  proposed: sum({ rows: 100 }),
  countries: [
    countrySum(mexico, 54_321),
    countrySum({ slug: 'col', code: 'COL', name: 'Colombia' }, 154_321),
    countrySum({ slug: 'ken', code: 'KEN', name: 'Kenya' }, 1_220),
    countrySum({ slug: 'civ', code: 'CIV', name: "Cote d'Ivoire" }, 21),
    countrySum({ slug: 'xkx', code: 'XKX', name: 'Kosovo' }, 321),
    countrySum({ slug: 'tto', code: 'TTO', name: 'Trinidad and Tobago' }, 621),
    countrySum(tuvalu, 1),
    countrySum(regional, 77),
  ],
  years,
  programs: programs.map((each, index) => ({ ...sum({ quantity: 9000 - 700 * index }), program: each })),
  yearPrograms,
  balance: balance(),
  sources: 94,
  pages: 5338,
  names: 56_000,
  reports: ['2012-2013'],
  head,
  coverage: worldCoverage,
  ...changes,
})

export const countryView = (changes: Partial<Covered<CountryView>> = {}): Covered<CountryView> => ({
  country: mexico,
  sum: sum(),
  proposed: sum({ quantity: 1532, cents: 565_874_700 }),
  years,
  programs: programs.map((each, index) => ({ ...sum({ quantity: 900 - 70 * index }), program: each })),
  yearPrograms,
  classes: [
    { recipientClass: 'security force', rows: 100, quantity: 3000 },
    { recipientClass: 'civil society', rows: 20, quantity: 456 },
  ],
  topNames: names,
  names: 812,
  recipients: names,
  deliveryUnits,
  courses,
  balance: balance(),
  reports: ['2010-2011', '2012-2013'],
  head,
  coverage,
  ...changes,
})

export const programView = (changes: Partial<Covered<ProgramView>> = {}): Covered<ProgramView> => ({
  program: program('Section 1004', 'Section 333'),
  family: [program('Section 1004', 'Section 333'), program('Section 333', 'Section 333')],
  printed: values('Section 1004 - Fiscal Year 2012 Department of Defense Training'),
  sum: sum(),
  proposed: noSum(),
  years,
  yearPrograms: yearPrograms.filter((each) => each.program.family === 'Section 333'),
  countries: [countrySum(mexico, 3456)],
  courses,
  deliveryUnits: [],
  balance: balance({ reportErrors: 0, openDoubts: 0, balanced: 400 }),
  head,
  coverage,
  ...changes,
})

export const familyView = (changes: Partial<Covered<FamilyView>> = {}): Covered<FamilyView> => ({
  family: { slug: 'section-333', name: 'Section 333' },
  programs: programs
    .filter((each) => each.family === 'Section 333')
    .map((each, index) => ({ ...sum({ quantity: 900 - 70 * index }), program: each })),
  sum: sum(),
  proposed: noSum(),
  years,
  yearPrograms: yearPrograms.filter((each) => each.program.family === 'Section 333'),
  countries: [countrySum(mexico, 3456)],
  balance: balance({ reportErrors: 0, openDoubts: 0, balanced: 400 }),
  head,
  coverage,
  ...changes,
})

export const nameView = (changes: Partial<Covered<NameView>> = {}): Covered<NameView> => ({
  name: nameRow(),
  means: { id: 'u-1', name: '102 Batallón de Infantería', proposed: true },
  sum: sum({ rows: 4, quantity: 60, quantityWithoutUnit: 0, rowsWithoutUnit: 0 }),
  years: [2010, 2012, 2013].map((fiscalYear) => ({ ...sum({ rows: 2, quantity: 20 }), fiscalYear })),
  programs: [{ ...sum({ rows: 4, quantity: 60 }), program: program('Section 1004', 'Section 333') }],
  countries: [countrySum(mexico, 60)],
  sameKey: [nameRow({ id: 'n-9', text: '102 BATALLON DE INFANTERIA' })],
  firstPage: searchResult({ total: 6, next: null }),
  head,
  coverage,
  ...changes,
})

export const trainingView = (changes: Partial<TrainingView> = {}): TrainingView => ({
  training: training(),
  source: source(),
  countedAs: null,
  copies: [],
  totals: [total(), ...offTotals()],
  equalRows: 3,
  written: changeset(),
  withdrawn: null,
  head,
  ...changes,
})

export const sourceView = (changes: Partial<Covered<SourceView>> = {}): Covered<SourceView> => ({
  source: source(),
  rows: 1200,
  quantity: 9000,
  cents: 123_456_789_00,
  balance: balance(),
  countedElsewhere: [],
  said: { statements: 0, entities: 0, publications: 0 },
  unread: [],
  pages: Array.from({ length: 60 }, (_, index) => ({
    page: index + 1,
    pageLabel: `IV-${index + 193}`,
    trainings: 20,
    totals: 2,
  })),
  countries: [countrySum(mexico, 3456)],
  totals: [total(), ...offTotals()],
  written: changeset(),
  head,
  coverage,
  ...changes,
})

export const reconciliationView = (changes: Partial<ReconciliationView> = {}): ReconciliationView => ({
  balance: balance(),
  reports: [
    { report: '2010-2011', ...balance() },
    { report: '2012-2013', ...balance({ openDoubts: 0, reportErrors: 0, balanced: 400 }) },
  ],
  programs: [
    { report: '2012-2013', program: program('Section 1004', 'Section 333'), level: 'program', ...balance() },
    { report: '2012-2013', program: null, level: 'country', ...balance() },
  ],
  off: offTotals(),
  head,
  ...changes,
})
