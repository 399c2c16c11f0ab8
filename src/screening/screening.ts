/**
 * The room's door: lists of subjects made, held against the ledger, looked at and decided. Whatever a function is asked for is asked by somebody
 * (`who`): a list is there for its owner and the colleagues that the owner named, and for nobody else, in the same words as one that does not
 * exist. It writes with the owner's way into the database, and so is handed in by whoever starts the program (the pages hold no way to write); the
 * ledger itself is read as the reader's role, so that nothing restricted is ever compared.
 */
import type { Ledger } from '../ledger/database/connect.js'
import type { Decision, Given, ListSummary, Mapping, NewDecision, Preview, Run, SubjectFilter, SubjectView } from './model.js'

export interface ScreeningEffects {
  now(): Date
  /** A fault of ours while a list was compared with nobody waiting for it. */
  report?(error: unknown): void
}

export interface NewList {
  title?: string
  /** Columns that the user named; the others are recognised by their headings. */
  mapping?: Mapping
  /** Whether the first row names the columns; told from the row where it is left out. */
  headed?: boolean
  /** One of the older encodings (`legacyEncodings`), where the guess of it is wrong. */
  encoding?: string | null
  fourEyes?: boolean
}

export interface CompareOptions {
  signal?: AbortSignal
  onProgress?(done: number, of: number): void
}

export interface Screening {
  /** What a file or text would be read as. Nothing is kept. @throws UserError of a file that cannot be read */
  preview(given: Given, options?: Pick<NewList, 'mapping' | 'headed' | 'encoding'>): Promise<Preview>
  /**
   * Reads and keeps a list; nothing is compared yet. The same bytes given again by the same owner with the same mapping, and read as the same
   * subjects, are that list while it is not fully compared. @throws UserError
   */
  create(who: string, given: Given, options?: NewList): Promise<ListSummary>
  /** Compares what is not compared yet with the present ledger; ends early where `signal` is aborted, and goes on when called again. */
  compare(who: string, list: string, options?: CompareOptions): Promise<Run>
  /** The same with nobody waiting: returns at once, `list()` tells how far it is. */
  start(who: string, list: string): Promise<void>
  /** Starts all that was interrupted, by whomever: for the beginning of a server. */
  resume(): Promise<number>
  /** A new run against the present ledger; what it finds beyond the last one has `news`. The present run where nothing changed. */
  rescreen(who: string, list: string, options?: CompareOptions): Promise<Run>
  /** Newest first: the lists that `who` may see. */
  lists(who: string): Promise<ListSummary[]>
  list(who: string, list: string): Promise<ListSummary>
  runs(who: string, list: string): Promise<Run[]>
  /** In the order of the list; `next` is the `after` of the next page, null at the end. */
  subjects(
    who: string,
    list: string,
    filter?: SubjectFilter,
  ): Promise<{ rows: SubjectView[]; total: number; next: number | null }>
  subject(who: string, list: string, position: number): Promise<SubjectView>
  /** Every decision on a subject, newest first. */
  decisions(who: string, list: string, position: number): Promise<Decision[]>
  decide(who: string, list: string, decision: NewDecision): Promise<Decision>
  /**
   * "No match" for many: these subjects, or all that wait and have no hit of that score or more. Returns how many were decided; hits that a
   * reviewer has judged otherwise are left alone.
   */
  decideNoMatch(
    who: string,
    list: string,
    which: { positions: readonly number[] } | { below: number },
    given: { reason: string; expires?: string | null },
  ): Promise<number>
  /** A second person's yes, of a list with four eyes. @throws UserError SCREENING_SAME_PERSON */
  confirm(who: string, list: string, number: number): Promise<Decision>
  /** Everything is as it was seen: what is new is no longer new. */
  seen(who: string, list: string): Promise<void>
  /** Only the owner. `kept` false gives it 90 days from now. */
  keep(who: string, list: string, kept: boolean): Promise<ListSummary>
  share(who: string, list: string, colleague: string): Promise<ListSummary>
  unshare(who: string, list: string, colleague: string): Promise<ListSummary>
  remove(who: string, list: string): Promise<void>
  /** Removes every list whose day has passed; returns how many. */
  purge(): Promise<number>
  /** Stops what is under way (it can be resumed) and ends the threads. */
  close(): Promise<void>
}

/** What `openScreening` of `open.ts` takes. */
export type ScreeningLedger = Pick<Ledger, 'ownerPool' | 'readerPool'>
