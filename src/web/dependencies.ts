/** What the web needs of the rooms below, opened once a process. Everything here only reads, but for what is handed in (`Given`). */

import { type CoverageFacts, type CoverageReport, type CoverageScope, coverageOf } from '../analysis/coverage.js'
import { readCoverageFacts } from '../analysis/coverage-facts.js'
import { judgeTotal } from '../analysis/ledger-balance.js'
import type { GivenFacts } from '../documents/article/read-article-text.js'
import type { ArticleReport } from '../extract/article/take-article.js'
import type { Committed } from '../ledger/changesets/change.js'
import type { Ledger } from '../ledger/database/connect.js'
import { type Cube, slugOf } from '../ledger/read/cube.js'
import { openReading } from '../ledger/read/open-reading.js'
import type { TrainingQuery } from '../ledger/read/query.js'
import { type AsOf, onceTimeoutMs, type Reading } from '../ledger/read/reading.js'
import type { Head } from '../ledger/read/views.js'
import { programs } from '../ledger/vocabulary.js'
import { searchKey } from '../names/search-key.js'
import type { Corrections } from '../resolve/correct-article.js'
import type { Decided, WantedDecision } from '../resolve/decide-claim.js'
import type { Decision } from '../resolve/judge.js'
import { type EntityIndex, openEntityIndex } from '../screening/entity-index.js'
import type { Screening } from '../screening/screening.js'
import type { Uploads } from '../screening/uploads.js'
import type { Entering } from './entry/entering.js'
import { keptStates } from './kept-states.js'
import { type KnownPages, knownPages } from './known-pages.js'
import type { Language } from './messages/format.js'

/** How a reviewer's decisions are written: given by whoever starts the server, since the web itself holds no way to write. */
export interface Judging {
  judge(decision: Decision): Promise<Committed>
  split(wanted: {
    entity: string
    names: readonly string[]
    note: string | null
  }): Promise<{ committed: Committed; entity: string }>
  undo(changeset: number): Promise<Committed>
}

/** How an analyst's decisions on claims, and what is said of an article, are written: given as `Judging` is. */
export interface Claiming {
  decide(wanted: WantedDecision): Promise<Decided>
  undo(changeset: number): Promise<Committed>
  /** Title, publisher, author or day of an article that it does not say, or says wrongly. */
  correctArticle(source: string, given: Corrections): Promise<Committed>
  /** Archives an article and proposes what is claimed in it. Throws a UserError where it cannot be read. */
  addArticle(file: { name: string; bytes: Uint8Array }, given: GivenFacts): Promise<AddedArticle>
}

export interface AddedArticle {
  source: string
  claims: number
  /** What neither it nor anybody says of it. */
  missing: ArticleReport['missing']
}

/** Screening as one person does it, whose lists these are: given as `Judging` is. */
export interface ScreeningDesk {
  who: string
  lists: Screening
  uploads: Uploads
  now(): Date
}

/** What whoever starts the server hands in; without one of these nobody may do that. */
export interface Given {
  judging?: Judging
  claiming?: Claiming
  screening?: ScreeningDesk
  entering?: Entering
  /** Where readers who may not enter a reply themselves send it: an address that they can use. */
  contact?: string | null
}

export interface WebDependencies {
  ledger: Pick<Ledger, 'reader' | 'readerPool' | 'home'>
  reading: Reading
  /** What the ledger knows by its names; made when something is first asked of it. */
  entities: EntityIndex
  /** Those of the present, by the names they go by in a language. */
  knownPages(language: Language): Promise<KnownPages>
  /** Null where nobody may judge. */
  judging: Judging | null
  /** Null where nobody may decide. */
  claiming: Claiming | null
  /** Null where nobody may screen. */
  screening: ScreeningDesk | null
  /** How sources, statements, replies and corrections are entered; null where nobody may. */
  entering: Entering | null
  /** Where a reply or a correction is sent, for readers of a server who may not enter it themselves; null where nobody said. */
  contact: string | null
  /** What a sum over `scope` does not cover, now or as of a changeset; of the state of `head` where the sum was read already. */
  coverage(scope: CoverageScope, asOf?: AsOf, head?: Head): Promise<CoverageReport>
}

export function openWeb(ledger: Pick<Ledger, 'reader' | 'readerPool' | 'home'>, given: Given = {}): WebDependencies {
  const reading = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
  const kept = keptStates<CoverageFacts>()
  /** By what they are counted from: states that differ in what is said alone have one. */
  const ofCube = new WeakMap<Cube, Promise<CoverageFacts>>()

  function factsOf(asOf: AsOf, shown: Head | undefined): Promise<CoverageFacts> {
    const shownFacts = shown && kept.known(shown.digest)
    if (shownFacts) return shownFacts
    return reading.within(
      asOf,
      ({ client, head }, { cube, past }) =>
        kept.of(head.digest, () => {
          const facts = ofCube.get(cube) ?? readCoverageFacts(client, past)
          ofCube.set(cube, facts)
          facts.catch(() => ofCube.delete(cube))
          return facts
        }),
      onceTimeoutMs,
    )
  }

  return {
    ledger,
    reading,
    entities: openEntityIndex(reading),
    knownPages: knownPages(reading),
    judging: given.judging ?? null,
    claiming: given.claiming ?? null,
    screening: given.screening ?? null,
    entering: given.entering ?? null,
    contact: given.contact ?? null,
    coverage: async (scope, asOf, head) => coverageOf(scope, await factsOf(asOf, head)),
  }
}

/** What a listing's sum should cover: the countries, years and programmes that it was asked for. */
export function coverageScope(query: TrainingQuery): CoverageScope {
  const scope: CoverageScope = {}
  const codes = query.country.filter((slug) => slug.length === 3).map((slug) => slug.toUpperCase())
  if (codes.length > 0 && codes.length === query.country.length) scope.countries = codes
  // A span of a century asks for no more than all years do.
  if (query.year.length > 0)
    scope.years = query.year.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
  const asked = [...query.program, ...query.family]
  if (asked.length > 0) {
    const known = programs().flatMap(({ code, family }) => [code, family])
    scope.programs = asked.map((slug) => known.find((name) => slugOf(name) === slug) ?? slug)
  }
  return scope
}
