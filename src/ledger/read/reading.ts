/**
 * Reads the ledger for pages and API: each method answers one kind of page, for the present or as of a changeset, in one snapshot.
 *
 * What it is given is only the reader's way into the database: it can neither write nor see what is restricted.
 */
import type { Whereabouts, whereabouts } from '../changesets/whereabouts.js'
import type { AsOf } from './as-of.js'
import type { FamilyView } from './family.js'
import type { TrainingQuery } from './query.js'
import type { Within } from './states.js'
import type {
  ChangesetsResult,
  CountrySum,
  CountryView,
  FacetValue,
  Head,
  HomeView,
  NamesResult,
  NameView,
  ProgramSum,
  ProgramView,
  ReconciliationView,
  SearchResult,
  SourceRow,
  SourceView,
  TotalView,
  TrainingView,
  UnitTrainings,
} from './views.js'

export type { AsOf } from './as-of.js'
export { onceTimeoutMs } from './states.js'

/** Questions are about the present where `asOf` is undefined, else about the ledger in that state. */
export interface Reading {
  head(): Promise<Head>
  search(query: TrainingQuery): Promise<SearchResult>
  /** What `search` says of all rows that match, without reading any of them. */
  sums(query: TrainingQuery): Promise<Pick<SearchResult, 'total' | 'sum' | 'proposed'>>
  /** Those programmes that have rows of a question, with how many, the most first. */
  programsAmong(query: TrainingQuery): Promise<FacetValue[]>
  /** Fiscal years of which there is a row. */
  yearsHeld(asOf?: AsOf): Promise<number[]>
  home(asOf?: AsOf): Promise<HomeView>
  countries(asOf?: AsOf): Promise<{ countries: CountrySum[]; head: Head }>
  country(slug: string, asOf?: AsOf): Promise<CountryView | null>
  programs(asOf?: AsOf): Promise<{ programs: ProgramSum[]; head: Head }>
  program(slug: string, asOf?: AsOf): Promise<ProgramView | null>
  /** Programmes that are compared with each other over the years, together. */
  family(slug: string, asOf?: AsOf): Promise<FamilyView | null>
  name(id: string, asOf?: AsOf): Promise<NameView | null>
  /** The rows that name a unit, by the printed names that mean it in that state. */
  unitTrainings(id: string, asOf?: AsOf): Promise<UnitTrainings>
  /** The words that rows of the present are found by, those of most rows first: letters alone, for whoever mistyped one. */
  words(): Promise<{ word: string; rows: number }[]>
  /** Printed names that words match, the name typed in full first; all of them by sessions where `q` is empty. */
  names(query: { q: string; limit: number; cursor?: string | undefined; as_of?: AsOf }): Promise<NamesResult>
  /** In how many rows of the present each of these normalised words or phrases stands, counted up to some thousands: to tell the usual from the rare. */
  wordRows(words: readonly string[]): Promise<ReadonlyMap<string, number>>
  training(id: string, asOf?: AsOf): Promise<TrainingView | null>
  /** Where an id that is not current is: withdrawn (with its successor), expunged or unknown. */
  whereabouts(table: Parameters<typeof whereabouts>[1], id: string): Promise<Whereabouts>
  sources(asOf?: AsOf): Promise<{ sources: SourceRow[]; head: Head }>
  source(id: string, asOf?: AsOf): Promise<SourceView | null>
  /** Every printed total with its comparison, in the order of the documents. */
  totals(asOf?: AsOf): Promise<{ totals: TotalView[]; head: Head }>
  total(id: string, asOf?: AsOf): Promise<{ total: TotalView; head: Head } | null>
  reconciliation(asOf?: AsOf): Promise<ReconciliationView>
  /** The audit trail of a state, newest first; all of it without a limit. */
  changesets(query: { limit?: number; cursor?: string | undefined; as_of?: AsOf }): Promise<ChangesetsResult>
  /** One snapshot with the state that was asked for, for downloads. */
  within: Within
}
