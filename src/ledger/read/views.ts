/**
 * What pages and API get to show: plain data, money in integer cents, quantities in training sessions (never people).
 *
 * A sum says itself how much of it is without a cost or a unit; what it does not cover at all (missing years, classified programmes …) is
 * coverage, which the rooms above add (`Covered`). Sums take trainings with status "delivered" only.
 */
import type { Coverage, Flag, Naming, PrintedTotal, RecipientClass, Source, Training, UnreadPlace } from '../records.js'

/** Where the ledger stands: answers are the same as long as this is. */
export interface Head {
  changeset: number
  at: string
  /** The chain digest: of this ledger's history. */
  digest: string
  /** The content digest: the same in every ledger that holds the same facts. Null where it was not kept, or had to go with an expunged row. */
  content: string | null
}

/** The change that wrote a row, for its audit trail. */
export interface Changeset {
  id: number
  at: string
  actor: string
  reason: string
  tool: string
  undoes: number | null
  digest: string
  /** Of what the ledger held after it: see `Head`. */
  content: string | null
}

/** Sessions and money over a set of delivered trainings, with how much of it lacks what. `$0` counts as without cost: it is not free. */
export interface Sum {
  rows: number
  quantity: number
  cents: number
  rowsWithoutCost: number
  quantityWithoutCost: number
  rowsWithoutUnit: number
  quantityWithoutUnit: number
}

/** A view with the coverage that its sums rest on; composed by the rooms above the ledger. */
export type Covered<View> = View & { coverage: Coverage[] }

/** `slug` is what stands in addresses: the ISO code in lower case, or a slug of the name where there is no code. */
export interface CountryRef {
  slug: string
  code: string | null
  name: string
}

export interface ProgramRef {
  slug: string
  /** The normalised code ("Section 1004"), or the heading as printed where the vocabulary knows none. */
  code: string
  family: string | null
  familySlug: string | null
  agency: string | null
}

export interface NamingView extends Naming {
  /** Id of the printed name, for /names/ID. */
  nameId: string
}

/** One training in a listing. */
export interface TrainingRow extends Training {
  sourceId: string
  countryRef: CountryRef
  programRef: ProgramRef
  namings: NamingView[]
}

/** How a printed total compares: see analysis/reconcile. */
export interface TotalView extends PrintedTotal {
  sourceId: string
  countryRef: CountryRef | null
  programRef: ProgramRef | null
  /** What the delivered and proposed rows under this total sum to. */
  computedQuantity: number
  computedCents: number
  rows: number
  /** Unexplained: off, and nobody has looked at why. */
  status: 'balanced' | 'report error' | 'open doubt' | 'unexplained'
  /** False for the copy on a page that stands in two files: the line is printed, and counted, once. */
  counts: boolean
  /** Why it is off, from the committed lists, in English; null when balanced or not listed. */
  reason: string | null
  /** The kind of that reason, a stable code. */
  reasonCode: string | null
}

export interface BalanceCounts {
  totals: number
  balanced: number
  reportErrors: number
  openDoubts: number
  unexplained: number
}

/** The same printed row in another file: a page that stands in two files of a report is printed, and counted, once. */
export interface PrintedCopy {
  id: string
  sourceId: string
  sourceFile: string
  page: number | null
  pageLabel: string | null
}

/** A training's own page: the row, where it is from, the totals it counts in, and its changesets. */
export interface TrainingView {
  training: TrainingRow
  source: Source
  /** Which counts in its place, in sums and listings; null where this one counts. */
  countedAs: PrintedCopy | null
  /** Those that do not count because this one does. */
  copies: PrintedCopy[]
  totals: TotalView[]
  /** Trainings of the same source that print the same in every column: equal rows are not duplicates, the totals count them all. */
  equalRows: number
  written: Changeset
  withdrawn: Changeset | null
  head: Head
}

export interface FacetValue {
  /** What the filter of the same name takes. */
  value: string
  label: string
  /** Rows, of the status that was asked for. */
  rows: number
  /** Training sessions delivered. */
  quantity: number
  /** Training sessions planned, among the same rows and never part of `quantity`; absent where there are none. */
  planned?: number
}

export interface Facets {
  country: FacetValue[]
  year: FacetValue[]
  program: FacetValue[]
  family: FacetValue[]
  agency: FacetValue[]
  class: FacetValue[]
  report: FacetValue[]
  status: FacetValue[]
}

export interface SearchResult {
  /** The unit that was asked for, where one was. */
  unit?: { name: string; proposed: boolean }
  rows: TrainingRow[]
  /** All rows that match, of the status that was asked for. */
  total: number
  /** Cursor of the next page; null at the end. */
  next: string | null
  facets: Facets
  /** Over all matching rows that were delivered, not only over this page; nothing where only plans were asked for. */
  sum: Sum
  /** Over all matching rows of plans, whatever status was asked for; never part of `sum`. */
  proposed: Sum
  head: Head
  /** Printed names whose words match the question, best first: what a reader probably looks for. Empty without `q`. */
  names: NameRow[]
}

/** A cell of country × fiscal year × programme. */
export interface YearProgramSum extends Sum {
  fiscalYear: number
  program: ProgramRef
}

export interface YearSum extends Sum {
  fiscalYear: number
}

export interface CountrySum extends Sum {
  country: CountryRef
}

export interface ProgramSum extends Sum {
  program: ProgramRef
}

/** A printed name in a list. A machine's classing is a proposal until a reviewer judges it. */
export interface NameRow {
  id: string
  text: string
  country: CountryRef | null
  recipientClass: RecipientClass | null
  roles: ('recipient' | 'delivery')[]
  rows: number
  quantity: number
  firstYear: number | null
  lastYear: number | null
}

/** A text as printed in a column, and how often. */
export interface ValueCount {
  text: string
  rows: number
  quantity: number
}

/** A page of the audit trail. */
export interface ChangesetsResult {
  rows: Changeset[]
  total: number
  /** Cursor of the next page; null at the end. */
  next: string | null
  head: Head
}

/** A page of the printed names that a question matches. */
export interface NamesResult {
  rows: NameRow[]
  /** All names that match. */
  total: number
  /** Cursor of the next page; null at the end. */
  next: string | null
  head: Head
}

export interface CountryView {
  country: CountryRef
  sum: Sum
  /** Planned by the reports of 1999–2001, never part of `sum`. */
  proposed: Sum
  years: YearSum[]
  programs: ProgramSum[]
  yearPrograms: YearProgramSum[]
  classes: { recipientClass: RecipientClass; rows: number; quantity: number }[]
  topNames: NameRow[]
  /** Recipient names of this country in all. */
  names: number
  /** Each of them that has sessions: what kind of names they are is not read here. */
  recipients: { text: string; quantity: number }[]
  deliveryUnits: ValueCount[]
  courses: ValueCount[]
  balance: BalanceCounts
  reports: string[]
  head: Head
}

export interface ProgramView {
  program: ProgramRef
  /** Other programmes of its family: what it is compared with over the years. */
  family: ProgramRef[]
  /** Its headings as printed. */
  printed: ValueCount[]
  sum: Sum
  proposed: Sum
  years: YearSum[]
  /** Years × programmes of the whole family, so that a renamed programme's break can be drawn. */
  yearPrograms: YearProgramSum[]
  countries: CountrySum[]
  courses: ValueCount[]
  deliveryUnits: ValueCount[]
  balance: BalanceCounts
  head: Head
}

export interface NameView {
  name: NameRow
  /** The unit that it is taken to mean; null where nothing decides. */
  means: { id: string; name: string; proposed: boolean } | null
  sum: Sum
  years: YearSum[]
  programs: ProgramSum[]
  countries: CountrySum[]
  /** Other printed names with the same search key: spelled differently, or of another country. Not judged to be the same. */
  sameKey: NameRow[]
  firstPage: SearchResult
  head: Head
}

/** What the rows that name a unit sum to. */
export interface UnitTrainings {
  sum: Sum
  years: YearSum[]
  programs: ProgramSum[]
  firstPage: SearchResult
  /** Printed names that mean it. */
  names: number
  head: Head
}

export interface SourceRow {
  source: Source
  rows: number
  quantity: number
  cents: number
  balance: BalanceCounts
}

export interface SourceView extends SourceRow {
  /** Pages (or, for HTML, null) with how many trainings and totals stand on each. */
  /** Rows that stand in this file and are counted in another, which has the same pages; they are not in `rows`. */
  countedElsewhere: { rows: number; sourceId: string; sourceFile: string }[]
  pages: { page: number | null; pageLabel: string | null; trainings: number; totals: number }[]
  /** What it says of units, people and incidents. */
  said: { statements: number; entities: number; publications: number }
  /** What is inside its tables and could not be read; no figure counts it. */
  unread: UnreadPlace[]
  countries: CountrySum[]
  totals: TotalView[]
  written: Changeset
  head: Head
}

export interface HomeView {
  sum: Sum
  proposed: Sum
  countries: CountrySum[]
  years: YearSum[]
  programs: ProgramSum[]
  yearPrograms: YearProgramSum[]
  balance: BalanceCounts
  /** Files of training reports, and their pages. */
  sources: number
  pages: number
  names: number
  reports: string[]
  head: Head
}

/** Per report and programme: what `rastro reconcile` prints, as a page. */
export interface ReconciliationRow extends BalanceCounts {
  report: string
  program: ProgramRef | null
  level: PrintedTotal['level']
}

export interface ReconciliationView {
  balance: BalanceCounts
  reports: ({ report: string } & BalanceCounts)[]
  programs: ReconciliationRow[]
  /** Every total that does not balance, with both figures. */
  off: TotalView[]
  head: Head
}

export type { Coverage, Flag, RecipientClass }
