/**
 * Reads the ledger for pages and API: each method answers one kind of page, for the present or as of a changeset, in one snapshot.
 *
 * What it is given is only the reader's way into the database: it can neither write nor see what is restricted.
 */
import type { Pool } from 'pg'
import { type Whereabouts, whereabouts } from '../changesets/whereabouts.js'
import { groupBy } from '../group-by.js'
import type { AsOf } from './as-of.js'
import { listChangesets, loadChangeset } from './changesets.js'
import { loadCopies, loadCountedElsewhere } from './copies.js'
import { type State, sumOf, sumsBy, whole } from './cube.js'
import { cursorScope, type Position, readCursor, writeCursor } from './cursor.js'
import { countEqualRows } from './equal-rows.js'
import { type FamilyView, familyCells, familyView } from './family.js'
import { loadMeant, meaningOfNameThen } from './meant.js'
import { countNames, countryNames, listNames, type NamePosition, nameById, namesOfKey } from './names.js'
import { TrainingQuery } from './query.js'
import { loadTrainings } from './rows.js'
import { type Asked, search, searchCounted } from './search.js'
import { readHead, type Snapshot } from './snapshot.js'
import { loadSaid, loadSourcePages, loadSources, loadUnreadPlaces } from './sources.js'
import { openStates, type Within } from './states.js'
import {
  classCounts,
  countryCells,
  countrySums,
  programCells,
  programSums,
  reportsOf,
  yearProgramSums,
  yearSums,
} from './summaries.js'
import { type BalanceOf, countBalance, countBalances, type Judging, loadTotals, sumBalances } from './totals.js'
import { topValues } from './values.js'
import type {
  BalanceCounts,
  ChangesetsResult,
  CountrySum,
  CountryView,
  Head,
  HomeView,
  NamesResult,
  NameView,
  ProgramSum,
  ProgramView,
  ReconciliationRow,
  ReconciliationView,
  SearchResult,
  SourceRow,
  SourceView,
  TotalView,
  TrainingView,
  UnitTrainings,
} from './views.js'
import { askWords, loadWords, type Normalise, rowsWithWords } from './words.js'

export interface ReadingDependencies {
  pool: Pool
  /** What the words of the ledger went through: `searchKey` of the names room. */
  normalise: Normalise
  /** How a printed total compares: see analysis/ledger-balance.ts. */
  judging: Judging
}

export type { AsOf } from './as-of.js'

/** Questions are about the present where `asOf` is undefined, else about the ledger in that state. */
export interface Reading {
  head(): Promise<Head>
  search(query: TrainingQuery): Promise<SearchResult>
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
  whereabouts(table: 'training' | 'printed_total', id: string): Promise<Whereabouts>
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

/** For a statement whose answer is kept for everyone who asks later: on a busy machine it may take its time once. */
export const onceTimeoutMs = 60_000

export function openReading({ pool, normalise, judging }: ReadingDependencies): Reading {
  const within = openStates(pool)
  let indexed: { digest: string; words: ReturnType<typeof loadWords> } | null = null
  const totalsKept = new Map<string, Promise<TotalView[]>>()
  /** Of the newest state; a few hundred words are ever asked for. */
  let wordsKept = { digest: '', rows: new Map<string, number>() }

  /** Every total as it is published, kept for the newest few states: they are some thousands. */
  function allTotals({ client, head }: Snapshot, state: State): Promise<TotalView[]> {
    const kept = totalsKept.get(head.digest)
    if (kept) return kept
    const read = loadTotals(client, state, judging)
    totalsKept.set(head.digest, read)
    read.catch(() => totalsKept.delete(head.digest))
    const oldest = totalsKept.keys().next().value
    if (totalsKept.size > 2 && oldest !== undefined) totalsKept.delete(oldest)
    return read
  }

  /** How many totals balance: all of them, or those of a country or programme. */
  const balanceOf = async ({ client }: Snapshot, state: State, of: BalanceOf = {}): Promise<BalanceCounts> =>
    sumBalances((await countBalances(client, state, judging, of)).values())

  async function searchWithin(seen: Snapshot, state: State, query: TrainingQuery): Promise<SearchResult> {
    return search(seen, state, query, normalise)
  }

  async function sourceRows(seen: Snapshot, state: State, id: string | null): Promise<(SourceRow & { written: number })[]> {
    const balances = await countBalances(seen.client, state, judging, id === null ? {} : { source: id })
    const sources = await loadSources(seen.client, state.past, id)
    const sums = sumsBy(whole(state.cube.cells), (cell) => cell.source)
    return sources.map(({ written, ...source }) => {
      const sum = sums.get(source.id)
      const plans = sumOf(whole(state.cube.cells.filter((cell) => cell.source === source.id)), false)
      return {
        source,
        rows: (sum?.rows ?? 0) + plans.rows,
        quantity: sum?.quantity ?? 0,
        cents: sum?.cents ?? 0,
        balance: balances.get(source.id) ?? sumBalances([]),
        written,
      }
    })
  }

  return {
    head: () => readHead(pool),

    search: (query) => within(query.as_of, (seen, state) => searchWithin(seen, state, query)),

    home: (asOf) =>
      within(asOf, async (seen, state) => {
        const portions = whole(state.cube.cells)
        // An article or a list has pages, too, but no row that the fiscal years are of.
        const files = (await loadSources(seen.client, state.past)).filter(({ kind }) => kind === 'training report')
        return {
          sum: sumOf(portions),
          proposed: sumOf(portions, false),
          countries: countrySums(portions),
          years: yearSums(portions),
          programs: programSums(portions),
          yearPrograms: yearProgramSums(portions),
          balance: await balanceOf(seen, state),
          sources: files.length,
          pages: files.reduce((sum, source) => sum + (source.pages ?? 0), 0),
          names: await countNames(seen.client, state.past),
          reports: reportsOf(state.cube.cells),
          head: seen.head,
        }
      }),

    countries: (asOf) => within(asOf, async ({ head }, { cube }) => ({ countries: countrySums(whole(cube.cells)), head })),

    country: (slug, asOf) =>
      within(asOf, async (seen, state) => {
        const found = countryCells(state.cube, slug)
        if (!found) return null
        const { country, cells, portions } = found
        // One connection answers one query at a time.
        const names = await countryNames(seen.client, namedCountries(country.code, cells), 25, state.cube, state.past)
        return {
          country,
          sum: sumOf(portions),
          proposed: sumOf(portions, false),
          years: yearSums(portions),
          programs: programSums(portions),
          yearPrograms: yearProgramSums(portions),
          classes: classCounts(portions),
          topNames: names.top,
          names: names.names,
          recipients: names.sessions,
          ...(await topValues(seen.client, cells, 25, state.past)),
          balance: await balanceOf(seen, state, { country }),
          reports: reportsOf(cells),
          head: seen.head,
        }
      }),

    programs: (asOf) => within(asOf, async ({ head }, { cube }) => ({ programs: programSums(whole(cube.cells)), head })),

    program: (slug, asOf) =>
      within(asOf, async (seen, state) => {
        const found = programCells(state.cube, slug)
        if (!found) return null
        const { program, cells, portions } = found
        const relatives = state.cube.cells.filter(
          (cell) => cell.program === program || (program.familySlug !== null && cell.program.familySlug === program.familySlug),
        )
        return {
          program,
          family: [...new Set(relatives.map((cell) => cell.program))].filter((relative) => relative !== program),
          printed: [...sumsBy(portions, (cell) => cell.programPrinted)]
            .map(([text, { rows, quantity }]) => ({ text, rows, quantity }))
            .sort((left, right) => right.rows - left.rows || (left.text < right.text ? -1 : 1)),
          sum: sumOf(portions),
          proposed: sumOf(portions, false),
          years: yearSums(portions),
          yearPrograms: yearProgramSums(whole(relatives)),
          countries: countrySums(portions),
          ...(await topValues(seen.client, cells, 25, state.past)),
          balance: await balanceOf(seen, state, { program }),
          head: seen.head,
        }
      }),

    family: (slug, asOf) =>
      within(asOf, async (seen, state) => {
        const cells = familyCells(state.cube, slug)
        return cells.length === 0 ? null : familyView(cells, await allTotals(seen, state), seen.head)
      }),

    name: (id, asOf) =>
      within(asOf, async (seen, state) => {
        const name = await nameById(seen.client, id, state.cube, state.past)
        if (!name) return null
        const { searchKey, ...row } = name
        const query: TrainingQuery = { ...TrainingQuery.parse({}), sort: 'year', name: id, as_of: asOf }
        const { found: firstPage, portions } = await searchCounted(seen, state, query, normalise)
        return {
          name: row,
          means: await meaningOfNameThen(seen.client, state.at, id),
          sum: sumOf(portions),
          years: yearSums(portions),
          programs: programSums(portions),
          countries: countrySums(portions),
          sameKey: await namesOfKey(seen.client, searchKey, id, state.cube, state.past),
          firstPage,
          head: seen.head,
        }
      }),

    unitTrainings: (id, asOf) =>
      within(asOf, async (seen, state) => {
        const meant = await loadMeant(seen.client, state.at, id)
        const query: Asked = { ...TrainingQuery.parse({}), sort: 'year', entity: id, as_of: asOf, meant }
        const { found, portions } = await searchCounted(seen, state, query, normalise)
        return {
          sum: sumOf(portions),
          years: yearSums(portions),
          programs: programSums(portions),
          firstPage: found,
          names: meant.names.length,
          head: seen.head,
        }
      }),

    names: ({ q, limit, cursor, as_of }) =>
      within(as_of, async ({ client, head }, state) => {
        const scope = cursorScope(`names ${q}`, head.digest)
        const after = cursor === undefined ? null : namePosition(readCursor(cursor, scope, 'number', 'string'))
        const { rows, total, last } = await listNames(client, askWords(q, normalise, 'q'), limit, after, state)
        return { rows, total, next: last && writeCursor({ key: last.quantity, tie: `${last.tier}${last.id}` }, scope), head }
      }),

    wordRows: (words) =>
      within(undefined, async ({ client, head }) => {
        if (wordsKept.digest !== head.digest || wordsKept.rows.size > 10_000) wordsKept = { digest: head.digest, rows: new Map() }
        const kept = wordsKept.rows
        const unknown = words.filter((word) => !kept.has(word))
        if (unknown.length > 0) for (const [word, rows] of await rowsWithWords(client, unknown)) kept.set(word, rows)
        return new Map(words.map((word) => [word, kept.get(word)!]))
      }),
    words: () =>
      within(
        undefined,
        async ({ client, head }) => {
          if (indexed?.digest !== head.digest) indexed = { digest: head.digest, words: loadWords(client) }
          const { words } = indexed
          words.catch(() => {
            if (indexed?.words === words) indexed = null
          })
          return words
        },
        onceTimeoutMs,
      ),

    training: (id, asOf) =>
      within(asOf, async (seen, state) => {
        const { client, head } = seen
        const { at } = state
        const [training] = await loadTrainings(client, [id], at)
        if (!training) return null
        const [source] = await loadSources(client, at, training.sourceId)
        if (!source) return null
        const { written: _, ...rest } = source
        const { report, country } = training
        const totals = (await loadTotals(client, state, judging, { report, country })).filter(
          ({ program, fiscalYear }) =>
            (program === null || program === training.program) && (fiscalYear === null || fiscalYear === training.fiscalYear),
        )
        const { rows } = await client.query<{ written: number; withdrawn: number | null }>({
          name: 'versions',
          text: `SELECT written::float8 AS written, withdrawn::float8 AS withdrawn FROM ledger.training
            WHERE id = $1 AND CASE WHEN $2::bigint IS NULL THEN withdrawn IS NULL
              ELSE written <= $2 AND (withdrawn IS NULL OR withdrawn > $2) END`,
          values: [id, at],
        })
        const row = rows[0]!
        return {
          training,
          source: rest,
          ...(await loadCopies(client, at, id)),
          totals,
          equalRows: await countEqualRows(client, id, state.past),
          written: (await loadChangeset(client, row.written))!,
          withdrawn: row.withdrawn === null ? null : await loadChangeset(client, row.withdrawn),
          head,
        }
      }),

    whereabouts: (table, id) => whereabouts(pool, table, id),

    sources: (asOf) =>
      within(asOf, async (seen, state) => ({
        sources: (await sourceRows(seen, state, null)).map(({ written: _, ...row }) => row),
        head: seen.head,
      })),

    source: (id, asOf) =>
      within(asOf, async (seen, state) => {
        const [found] = await sourceRows(seen, state, id)
        if (!found) return null
        const { written, ...row } = found
        const cells = state.cube.cells.filter((cell) => cell.source === id)
        return {
          ...row,
          countedElsewhere: await loadCountedElsewhere(seen.client, state.past, id),
          pages: await loadSourcePages(seen.client, state.past, id),
          // Not served from tables of their own: a state that is served as the present is may differ in these.
          said: await loadSaid(seen.client, seen.head.changeset, id),
          unread: await loadUnreadPlaces(seen.client, seen.head.changeset, id),
          countries: countrySums(whole(cells)),
          totals: await loadTotals(seen.client, state, judging, { source: id }),
          written: (await loadChangeset(seen.client, written))!,
          head: seen.head,
        }
      }),

    totals: (asOf) => within(asOf, async (seen, state) => ({ totals: await allTotals(seen, state), head: seen.head })),

    total: (id, asOf) =>
      within(asOf, async ({ client, head }, state) => {
        const [total] = await loadTotals(client, state, judging, { id })
        return total ? { total, head } : null
      }),

    reconciliation: (asOf) =>
      within(asOf, async (seen, state) => {
        const totals = await allTotals(seen, state)
        const reports = [...groupBy(totals, (total) => total.report)]
          .map(([report, group]) => ({ report, ...countBalance(group) }))
          .sort((left, right) => (left.report < right.report ? 1 : -1))
        const programs = [
          ...groupBy(totals, (total) => `${total.report}\n${total.level}\n${total.programRef?.slug ?? ''}`).values(),
        ]
          .map((group): ReconciliationRow => {
            const { report, level, programRef } = group[0]!
            return { report, level, program: programRef, ...countBalance(group) }
          })
          .sort((left, right) => (left.report < right.report ? 1 : left.report > right.report ? -1 : right.totals - left.totals))
        return {
          balance: countBalance(totals),
          reports,
          programs,
          off: totals.filter((total) => total.counts && total.status !== 'balanced'),
          head: seen.head,
        }
      }),

    changesets: ({ limit = 1_000_000, cursor, as_of }) =>
      within(as_of, async ({ client, head }) => {
        const scope = cursorScope('changesets', head.digest)
        const before = cursor === undefined ? head.changeset + 1 : Number(readCursor(cursor, scope, 'number', 'number').key)
        const rows = await listChangesets(client, limit, before)
        const last = rows.at(-1)
        const more = last && last.id > 1 && rows.length === limit
        return { rows, total: head.changeset, next: more ? writeCursor({ key: last.id, tie: 0 }, scope) : null, head }
      }),

    within,
  }
}

/** A cursor's tie-breaker is the tier's digit and the name's id. */
const namePosition = ({ key, tie }: Position): NamePosition => ({
  tier: String(tie).startsWith('0') ? 0 : 1,
  quantity: Number(key),
  id: String(tie).slice(1),
})

/** What names of a country have in their `country`: its code, or its printed forms where it has none. */
const namedCountries = (code: string | null, cells: readonly { countryPrinted: string }[]) =>
  code ? [code] : [...new Set(cells.map((cell) => cell.countryPrinted))]
