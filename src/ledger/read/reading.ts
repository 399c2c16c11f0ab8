/**
 * Reads the ledger for pages and API: each method answers one kind of page, for the present or as of a changeset, in one snapshot.
 *
 * What it is given is only the reader's way into the database: it can neither write nor see what is restricted.
 */
import type { Pool, PoolClient } from 'pg'
import { type Whereabouts, whereabouts } from '../changesets/as-of.js'
import { type AsOf, headAsOf } from './as-of.js'
import { listChangesets, loadChangeset } from './changesets.js'
import { loadCopies, loadCountedElsewhere } from './copies.js'
import { type Cube, loadCube, loadPastCube, pastTrainings, sumOf, sumsBy, whole } from './cube.js'
import { cursorScope, type Position, readCursor, writeCursor } from './cursor.js'
import { countEqualRows } from './equal-rows.js'
import { type FamilyView, familyCells, familyView } from './family.js'
import { countNames, countryNames, listNames, type NamePosition, nameById, namesOfKey } from './names.js'
import { TrainingQuery } from './query.js'
import { loadTrainings } from './rows.js'
import { type State, search } from './search.js'
import { readHead, type Snapshot, snapshot } from './snapshot.js'
import { loadSourcePages, loadSources } from './sources.js'
import {
  classCounts,
  countryCells,
  countrySums,
  groupBy,
  programCells,
  programSums,
  reportsOf,
  yearProgramSums,
  yearSums,
} from './summaries.js'
import { type Balancing, countBalance, loadTotals, type TotalBalance, type TotalRow, totalView } from './totals.js'
import { topValues } from './values.js'
import type {
  Changeset,
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
} from './views.js'
import { askWords, type Normalise } from './words.js'

export interface ReadingDependencies {
  pool: Pool
  /** What the words of the ledger went through: `searchKey` of the names room. */
  normalise: Normalise
  /** How printed totals compare: see analysis/ledger-balance.ts. */
  balancing: Balancing
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
  name(id: string, asOf?: AsOf, query?: Partial<TrainingQuery>): Promise<NameView | null>
  /** Printed names that words match, the name typed in full first; all of them by sessions where `q` is empty. */
  names(query: { q: string; limit: number; cursor?: string | undefined }): Promise<NamesResult>
  training(id: string, asOf?: AsOf): Promise<TrainingView | null>
  /** Where an id that is not current is: withdrawn (with its successor), expunged or unknown. */
  whereabouts(table: 'training' | 'printed_total', id: string): Promise<Whereabouts>
  sources(asOf?: AsOf): Promise<{ sources: SourceRow[]; head: Head }>
  source(id: string, asOf?: AsOf): Promise<SourceView | null>
  /** Every printed total with its comparison, in the order of the documents. */
  totals(asOf?: AsOf): Promise<{ totals: TotalView[]; head: Head }>
  reconciliation(asOf?: AsOf): Promise<ReconciliationView>
  changesets(limit: number, before: number | null): Promise<Changeset[]>
  /** One snapshot with the state that was asked for, for downloads. */
  within<Result>(asOf: AsOf, use: (snapshot: Snapshot, state: State) => Promise<Result>, timeoutMs?: number): Promise<Result>
}

/** Past states are rarely asked for, and each costs seconds and memory. */
const keptPastCubes = 3
/** Reading a past state reads all facts. */
const pastTimeoutMs = 20_000
/** Of a statement whose answer is kept for all who ask after: on a busy machine it may take its time once. */
export const onceTimeoutMs = 60_000

export function openReading({ pool, normalise, balancing }: ReadingDependencies): Reading {
  let present: { digest: string; cube: Promise<Cube> } | null = null
  const past = new Map<number, Promise<Cube>>()
  const totalsKept = new Map<string, Promise<TotalView[]>>()

  function presentCube(client: PoolClient, digest: string): Promise<Cube> {
    if (present?.digest !== digest) {
      const cube = loadCube(client)
      present = { digest, cube }
      cube.catch(() => {
        if (present?.cube === cube) present = null
      })
    }
    return present.cube
  }

  function pastCube(client: PoolClient, asOf: number): Promise<Cube> {
    const kept = past.get(asOf)
    if (kept) return kept
    const cube = loadPastCube(client, asOf)
    past.set(asOf, cube)
    cube.catch(() => past.delete(asOf))
    const oldest = past.keys().next().value
    if (past.size > keptPastCubes && oldest !== undefined) past.delete(oldest)
    return cube
  }

  async function stateOf({ client, head }: Snapshot, asOf: AsOf): Promise<{ head: Head; state: State }> {
    const then = asOf === undefined ? head : await headAsOf(client, asOf, head)
    if (then === head) return { head, state: { cube: await presentCube(client, head.digest), past: null } }
    const { rows } = await client.query<{ changed: boolean }>(
      'SELECT EXISTS (SELECT FROM serving.refreshed WHERE changeset > $1 AND trainings > 0) AS changed',
      [then.changeset],
    )
    // What came later left the trainings as they were: the present's tables show that state, too.
    if (!rows[0]!.changed) return { head: then, state: { cube: await presentCube(client, head.digest), past: null } }
    return { head: then, state: { cube: await pastCube(client, then.changeset), past: then.changeset } }
  }

  function within<Result>(
    asOf: AsOf,
    use: (snapshot: Snapshot, state: State) => Promise<Result>,
    timeoutMs?: number,
  ): Promise<Result> {
    const limit = timeoutMs ?? (asOf === undefined ? undefined : pastTimeoutMs)
    return snapshot(
      pool,
      async (seen) => {
        const { head, state } = await stateOf(seen, asOf)
        return use({ client: seen.client, head }, state)
      },
      limit,
    )
  }

  /** Totals with their comparison, kept for the newest few states: they are some thousands and every page counts some of them. */
  async function allTotals({ client, head }: Snapshot, { cube, past: at }: State): Promise<TotalView[]> {
    const kept = totalsKept.get(head.digest)
    if (kept) return kept
    const read = (async () => {
      await client.query(`SET LOCAL statement_timeout = ${onceTimeoutMs}`)
      const balances: ReadonlyMap<string, TotalBalance> = await balancing(client, head, at)
      const asOf = at ?? head.changeset
      const totals: TotalRow[] = await loadTotals(client, at === null && head.changeset !== 0 ? null : asOf)
      return totals.map((total) => totalView(total, cube, balances))
    })()
    totalsKept.set(head.digest, read)
    read.catch(() => totalsKept.delete(head.digest))
    const oldest = totalsKept.keys().next().value
    if (totalsKept.size > 2 && oldest !== undefined) totalsKept.delete(oldest)
    return read
  }

  async function searchWithin(seen: Snapshot, state: State, query: TrainingQuery): Promise<SearchResult> {
    return search(seen, state, query, normalise)
  }

  async function sourceRows(seen: Snapshot, state: State, id: string | null): Promise<(SourceRow & { written: number })[]> {
    const totals = await allTotals(seen, state)
    const sources = await loadSources(seen.client, state.past, id)
    const sums = sumsBy(whole(state.cube.cells), (cell) => cell.source)
    const bySource = groupBy(totals, (total) => total.sourceId)
    return sources.map(({ written, ...source }) => {
      const sum = sums.get(source.id)
      const plans = sumOf(whole(state.cube.cells.filter((cell) => cell.source === source.id)), false)
      return {
        source,
        rows: (sum?.rows ?? 0) + plans.rows,
        quantity: sum?.quantity ?? 0,
        cents: sum?.cents ?? 0,
        balance: countBalance(bySource.get(source.id) ?? []),
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
        const sources = await loadSources(seen.client, state.past)
        return {
          sum: sumOf(portions),
          proposed: sumOf(portions, false),
          countries: countrySums(portions),
          years: yearSums(portions),
          programs: programSums(portions),
          yearPrograms: yearProgramSums(portions),
          balance: countBalance(await allTotals(seen, state)),
          sources: sources.length,
          pages: sources.reduce((sum, source) => sum + (source.pages ?? 0), 0),
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
        const totals = await allTotals(seen, state)
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
          balance: countBalance(indexed(totals).byCountry.get(country.slug) ?? []),
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
        const totals = await allTotals(seen, state)
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
          balance: countBalance(totals.filter((total) => total.programRef?.slug === program.slug)),
          head: seen.head,
        }
      }),

    family: (slug, asOf) =>
      within(asOf, async (seen, state) => {
        const cells = familyCells(state.cube, slug)
        return cells.length === 0 ? null : familyView(cells, await allTotals(seen, state), seen.head)
      }),

    name: (id, asOf, given = {}) =>
      within(asOf, async (seen, state) => {
        const name = await nameById(seen.client, id, state.cube, state.past)
        if (!name) return null
        const { searchKey, ...row } = name
        const query: TrainingQuery = { ...TrainingQuery.parse({}), sort: 'year', ...given, name: id, as_of: asOf }
        const firstPage = await searchWithin(seen, state, query)
        const portions = await portionsOfName(seen.client, state, id)
        return {
          name: row,
          sum: sumOf(portions),
          years: yearSums(portions),
          programs: programSums(portions),
          countries: countrySums(portions),
          sameKey: await namesOfKey(seen.client, searchKey, id, state.cube, state.past),
          firstPage,
          head: seen.head,
        }
      }),

    names: ({ q, limit, cursor }) =>
      within(undefined, async ({ client, head }, { cube }) => {
        const scope = cursorScope(`names ${q}`, head.digest)
        const after = cursor === undefined ? null : namePosition(readCursor(cursor, scope, 'number', 'string'))
        const { rows, total, last } = await listNames(client, askWords(q, normalise, 'q'), limit, after, cube)
        return { rows, total, next: last && writeCursor({ key: last.quantity, tie: `${last.tier}${last.id}` }, scope), head }
      }),

    training: (id, asOf) =>
      within(asOf, async (seen, state) => {
        const { client, head } = seen
        const at = asOf === undefined ? null : head.changeset
        const [training] = await loadTrainings(client, [id], at)
        if (!training) return null
        const [source] = await loadSources(client, at, training.sourceId)
        if (!source) return null
        const { written: _, ...rest } = source
        const { byScope } = indexed(await allTotals(seen, state))
        const totals = [training.country, null]
          .flatMap((country) => byScope.get(`${training.report}\n${country ?? ''}`) ?? [])
          .filter(
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
          equalRows: await countEqualRows(client, id, row.written),
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
          countries: countrySums(whole(cells)),
          totals: (await allTotals(seen, state)).filter((total) => total.sourceId === id),
          written: (await loadChangeset(seen.client, written))!,
          head: seen.head,
        }
      }),

    totals: (asOf) => within(asOf, async (seen, state) => ({ totals: await allTotals(seen, state), head: seen.head })),

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

    changesets: (limit, before) => within(undefined, ({ client }) => listChangesets(client, limit, before)),

    within,
  }
}

/** A cursor's tie-breaker is the tier's digit and the name's id. */
const namePosition = ({ key, tie }: Position): NamePosition => ({
  tier: String(tie).startsWith('0') ? 0 : 1,
  quantity: Number(key),
  id: String(tie).slice(1),
})

interface TotalIndex {
  byCountry: Map<string | undefined, TotalView[]>
  /** By report and country as printed, '' where the total spans countries. */
  byScope: Map<string, TotalView[]>
}

const indexes = new WeakMap<readonly TotalView[], TotalIndex>()

/** Some fifteen thousand totals are kept as one list: looking through it for each page costs more than the page. */
function indexed(totals: readonly TotalView[]): TotalIndex {
  let index = indexes.get(totals)
  if (!index) {
    index = {
      byCountry: groupBy(totals, (total) => total.countryRef?.slug),
      byScope: groupBy(totals, (total) => `${total.report}\n${total.country ?? ''}`),
    }
    indexes.set(totals, index)
  }
  return index
}

/** What names of a country have in their `country`: its code, or its printed forms where it has none. */
const namedCountries = (code: string | null, cells: readonly { countryPrinted: string }[]) =>
  code ? [code] : [...new Set(cells.map((cell) => cell.countryPrinted))]

/** The rows that name a name, per cell. */
async function portionsOfName(client: PoolClient, { cube, past }: State, id: string) {
  if (past !== null) {
    // A past state's rows are few where one name is asked for: their cells follow from the rows themselves.
    const { rows } = await client.query<{
      fiscal_year: number
      combination: string
      rows: number
      quantity: number
      cents: number
    }>(
      `SELECT combination, count(*)::int AS rows, coalesce(sum(quantity), 0) AS quantity, coalesce(sum(cents), 0) AS cents
      FROM ${pastTrainings} t
      WHERE id IN (SELECT training FROM ledger.naming WHERE printed_name = $2 AND written <= $1 AND (withdrawn IS NULL OR withdrawn > $1))
      GROUP BY combination`,
      [past, id],
    )
    const byCombination = new Map(cube.cells.map((cell) => [cell.combination, cell]))
    return rows.flatMap(({ combination, ...counted }) => {
      const cell = byCombination.get(combination)
      return cell ? [{ cell, ...counted }] : []
    })
  }
  const { rows } = await client.query<{ cell: number; rows: number; quantity: number; cents: number }>(
    `SELECT t.cell, count(*)::int AS rows, coalesce(sum(t.quantity), 0) AS quantity, coalesce(sum(t.cents), 0) AS cents
    FROM serving.training t WHERE t.id IN (SELECT training FROM ledger.naming WHERE printed_name = $1 AND withdrawn IS NULL)
    GROUP BY t.cell`,
    [id],
  )
  return rows.flatMap(({ cell: cellId, ...counted }) => {
    const cell = cube.cells[cube.byId.get(cellId) ?? -1]
    return cell ? [{ cell, ...counted }] : []
  })
}
