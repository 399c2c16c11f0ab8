/**
 * Finds trainings: the rows of one page of a listing, how many there are in all, their sum and their counts by country, year,
 * programme and class.
 *
 * Questions without a text are counted in the cube, without touching a row. With a text, matching rows are counted per cell in one pass.
 * Rows come in the order of an index where many match (it stops after a page), and are sorted where few do.
 */
import type { PoolClient } from 'pg'
import { errors } from '../errors.js'
import { type Part, partsOf, served } from '../serving/tables.js'
import type { Cell, Cube, Portion, State } from './cube.js'
import { cursorScope, type Position, readCursor, writeCursor } from './cursor.js'
import { cellFilter, cellsOf, facetsOf, portionsOf, programValues, type Selection, selectCells, sumSelection } from './facets.js'
import { loadMeant, type Meant, meantBy, unitLabel } from './meant.js'
import { type Among, namedBy, namedCountries, searchNames } from './names.js'
import { type Sort, type TrainingQuery, writeTrainingQuery } from './query.js'
import { loadTrainings } from './rows.js'
import type { Snapshot } from './snapshot.js'
import { beyond, beyondKey, isBlank, ordered, relevance, type Sorting, shownAs, sortings, sortOf } from './sorting.js'
import { countryCells } from './summaries.js'
import type { FacetValue, SearchResult } from './views.js'
import { askWords, type Normalise, type Question } from './words.js'

/**
 * Above this many matches the index of a sort is walked. To sort them takes some 0.7 ms a thousand. To walk takes one where matches lie evenly, and fifty where the
 * order has to do with what is asked for: rows of few words have few of any word, and those of one country lie together in the order of countries.
 */
const broad = 12_000
/** The same of the rows of one name or unit, which are few of the index: walking it, most of it is passed over. */
const broadOfOne = 20_000
/** More cells than this are cheaper to leave out after counting than to name in the query. */
const fewCells = 3_000

/** The parameter that holds a past state's changeset: the first. */
const atOf = (past: number | null) => (past === null ? null : '$1')

/** A question whose unit was looked up: `meant` wherever `entity` is asked for. */
export type Asked = TrainingQuery & { meant?: Meant }

/** Looks up what means the unit that is asked for, in the state that `at` names, unless that is known; see `loadMeant`. */
export async function lookUpUnit(client: PoolClient, query: Asked, at: number | null): Promise<Asked> {
  return query.entity === '' || query.meant ? query : { ...query, meant: await loadMeant(client, at, query.entity) }
}

/** A question as conditions on rows `t`; `values` are its parameters, after a past state's changeset. */
export interface Conditions {
  sql: string[]
  values: unknown[]
  /** True where the conditions look at rows, not only at their cells. */
  rows: boolean
}

function conditionsOf(query: Asked, text: Question, unit: Question, past: number | null, among: Among): Conditions {
  const values: unknown[] = past === null ? [] : [past]
  const sql: string[] = []
  const value = (given: unknown) => {
    values.push(given)
    return `$${values.length}`
  }
  for (const question of [text, unit]) {
    if (question.tsquery !== null) sql.push(`t.key @@ ${value(question.tsquery)}::tsquery`)
    if (question.empty) sql.push('false')
  }
  if (query.name !== '') sql.push(namedBy(value(query.name), atOf(past), among))
  if (query.meant) sql.push(meantBy(query.meant, value, atOf(past), among))
  if (query.quantity_min !== undefined) sql.push(`t.quantity >= ${value(query.quantity_min)}::float8`)
  if (query.quantity_max !== undefined) sql.push(`t.quantity <= ${value(query.quantity_max)}::float8`)
  if (query.cost_min !== undefined) sql.push(`t.cents >= ${value(query.cost_min)}::float8`)
  if (query.cost_max !== undefined) sql.push(`t.cents <= ${value(query.cost_max)}::float8`)
  if (query.flag.length > 0) sql.push(`t.flags && ${value(query.flag)}::text[]`)
  return { sql, values, rows: sql.length > 0 }
}

/** What a listing is read from: all of it, or the tables that it is in. */
export interface Listing {
  from: string
  parts: Part[]
  where: string[]
  values: unknown[]
}

/** The rows that a question asks for, without order: also what downloads read. */
export function listingOf(query: Asked, state: State, text: Question, unit: Question): Listing & { cells: Cell[] | null } {
  const filter = cellFilter(state.cube, query)
  const conditions = conditionsOf(query, text, unit, state.past, filter ? 'cells' : 'all')
  const cells = filter && cellsOf(state.cube, selectCells(state.cube, filter))
  const where = [...conditions.sql]
  if (query.status !== 'all') where.push(query.status === 'delivered' ? 't.delivered' : 'NOT t.delivered')
  if (cells) {
    conditions.values.push(cellIds(cells))
    where.push(`t.cell = ANY ($${conditions.values.length}::int[])`)
  }
  const at = atOf(state.past)
  return { from: `${served('training', at)} t`, parts: partsOf('training', at), where, values: conditions.values, cells }
}

/** The cells' numbers as an array of PostgreSQL: written here, thousands of integers take a tenth of the time that the driver takes. */
const cellIds = (cells: readonly Cell[]) => `{${cells.map((cell) => cell.id).join(',')}}`

/** Which rows match, as SQL over `t`: of all statuses, cells that pass the filter being named where they are few enough. */
function matchingOf(state: State, query: Asked, text: Question, unit: Question) {
  const { cube, past } = state
  const filter = cellFilter(cube, query)
  const { sql, values, rows } = conditionsOf(query, text, unit, past, filter ? 'cells' : 'all')
  const selected = filter || !rows ? selectCells(cube, filter) : null
  const areNamed = selected !== null && selected.cells.length <= fewCells
  if (rows && selected && areNamed) {
    values.push(cellIds(cellsOf(cube, selected)))
    sql.push(`t.cell = ANY ($${values.length}::int[])`)
  }
  return { filter, sql, values, rows, selected, areNamed }
}
type Matching = ReturnType<typeof matchingOf>

interface CountedCells {
  cell: string | null
  rows: string | null
  quantity: string | null
  cents: string | null
}

/** SQL: rows, sessions and cents by cell of what stands there. One long text a column reads several times faster than ten thousand rows. */
const countedSql = (
  from: string,
): string => `SELECT string_agg(cell::text, ',') AS cell, string_agg(rows::text, ',') AS rows, string_agg(quantity::text, ',') AS quantity,
    string_agg(cents::text, ',') AS cents
  FROM (
    SELECT t.cell, count(*) AS rows, coalesce(sum(t.quantity), 0) AS quantity, coalesce(sum(t.cents), 0) AS cents FROM ${from} GROUP BY t.cell
  ) c`

async function countMatching(client: PoolClient, state: State, matching: Matching): Promise<Selection> {
  const { filter, sql, values, rows, selected } = matching
  if (selected && (!rows || selected.cells.length === 0)) return selected
  const { rows: counted } = await client.query<CountedCells>(
    countedSql(`${served('training', atOf(state.past))} t WHERE ${sql.join(' AND ')}`),
    values,
  )
  return selectionOf(state, filter, counted[0]!)
}

function selectionOf({ cube }: State, filter: Matching['filter'], columns: CountedCells): Selection {
  const ids = columns.cell === null ? [] : columns.cell.split(',')
  const numbers = (column: string | null) => (column === null ? [] : column.split(','))
  const [rowsOf, quantityOf, centsOf] = [numbers(columns.rows), numbers(columns.quantity), numbers(columns.cents)]
  const found: Selection = {
    cells: new Int32Array(ids.length),
    rows: new Float64Array(ids.length),
    quantity: new Float64Array(ids.length),
    cents: new Float64Array(ids.length),
  }
  let size = 0
  for (const [index, id] of ids.entries()) {
    const position = cube.byId.get(Number(id))
    if (position === undefined || (filter && !filter(position))) continue
    found.cells[size] = position
    found.rows[size] = Number(rowsOf[index])
    found.quantity[size] = Number(quantityOf[index])
    found.cents[size++] = Number(centsOf[index])
  }
  return size === ids.length ? found : { ...found, cells: found.cells.subarray(0, size) }
}

/**
 * Counts the rows of one name or unit and takes a page of them in one pass: to find them is most of the work, and a school has thousands. Only
 * where the order is of a column and the cells are all or few.
 */
async function countWithPage(
  client: PoolClient,
  state: State,
  { filter, sql, values }: Matching,
  { status, limit }: Asked,
  sorting: Sorting,
  after: Position | null,
): Promise<{ matching: Selection; page: PageRow[] }> {
  const value = (given: unknown) => `$${values.push(given)}`
  const { key } = sorting
  const asked = status === 'all' ? [] : [status === 'delivered' ? 'delivered' : 'NOT delivered']
  const { rows } = await client.query<CountedCells & { page: [id: string, key: string | number, tie: number][] | null }>(
    `WITH matching AS MATERIALIZED (
      SELECT t.id, t.cell, t.delivered, t.quantity, t.cents, ${key} AS key, t.n AS tie
      FROM ${served('training', atOf(state.past))} t WHERE ${sql.join(' AND ')}
    ), page AS (
      SELECT id, key${shownAs(sorting)} AS key, tie FROM matching ${whereSql([...asked, ...beyond(sorting, after, 'key', 'tie', value)])}
      ORDER BY ${ordered(sorting, 'matching.key', 'tie')} LIMIT ${value(limit + 1)}
    )
    SELECT counted.*, (SELECT json_agg(json_build_array(id, key, tie) ORDER BY ${ordered(sorting, 'key', 'tie')}) FROM page) AS page
    FROM (${countedSql('matching t')}) counted`,
    values,
  )
  const { page, ...counted } = rows[0]!
  return {
    matching: selectionOf(state, filter, counted),
    page: (page ?? []).map(([id, position, tie]) => ({ id, key: position, tie })),
  }
}

/**
 * Throws QUERY_INVALID for a cursor of another question and for too many words, QUERY_TOO_SLOW where the statement timeout strikes.
 */
export const search = async (seen: Snapshot, state: State, query: TrainingQuery, normalise: Normalise): Promise<SearchResult> =>
  (await searchCounted(seen, state, query, normalise)).found

/** The same with all that matches, of any status, per cell: for sums that a listing does not tell. */
export async function searchCounted(
  { client, head }: Snapshot,
  state: State,
  { meant: known, ...given }: Asked,
  normalise: Normalise,
): Promise<{ found: SearchResult; portions: Portion[] }> {
  const query = await lookUpUnit(client, { ...given, ...(known && { meant: known }) }, state.at)
  const text = askWords(query.q, normalise, 'q')
  const unit = askWords(query.unit, normalise, 'unit', 'C')
  const sort = sortOf(query)
  const scope = cursorScope(writeTrainingQuery({ ...given, cursor: undefined, limit: undefined, sort }).toString(), head.digest)
  const kind = sort === 'relevance' ? 'number' : sortings[sort].kind
  const after = query.cursor ? readCursor(query.cursor, scope, kind, 'number') : null
  if (after && sort.endsWith('date') && !/^\d{4}-\d\d-\d\d$/.test(String(after.key)))
    throw errors.QUERY_INVALID('cursor', 'is not one that a listing gave')
  const asked = matchingOf(state, query, text, unit)
  const isOfOne = (query.meant !== undefined || query.name !== '') && (asked.filter === null || asked.areNamed)
  const both = isOfOne && sort !== 'relevance' ? await countWithPage(client, state, asked, query, sortings[sort], after) : null
  const matching = both?.matching ?? (await countMatching(client, state, asked))
  const { total, sum, proposed } = sumSelection(state.cube, matching, query)
  const page = both?.page ?? (total === 0 ? [] : await pageOf(client, state, query, text, unit, sort, total, after))
  const more = page.length > query.limit
  const shown = page.slice(0, query.limit)
  const last = shown.at(-1)
  const found: SearchResult = {
    rows: await loadTrainings(
      client,
      shown.map((row) => row.id),
      state.past,
    ),
    total,
    next: more && last ? writeCursor({ key: last.key, tie: last.tie }, scope) : null,
    facets: facetsOf(state.cube, matching, query),
    sum,
    proposed,
    head,
    // Whoever knows what means the unit knows the unit.
    ...(given.entity && !known && { unit: await unitLabel(client, given.entity) }),
    names:
      text.tsquery === null || after
        ? []
        : await searchNames(client, text, countriesOf(state.cube, query), 8, state.cube, state.past),
  }
  return { found, portions: portionsOf(state.cube, matching) }
}

/** The countries that are asked for, as the table of names has them; null where all are. */
function countriesOf(cube: Cube, { country }: TrainingQuery): string[] | null {
  if (country.length === 0) return null
  return country.flatMap((slug) => {
    const found = countryCells(cube, slug)
    return found ? namedCountries(found.country.code, found.cells) : []
  })
}

/** What matches, of any status, per cell: counted without a page of it. */
async function countCells({ client }: Snapshot, state: State, given: TrainingQuery, normalise: Normalise): Promise<Selection> {
  const query = await lookUpUnit(client, given, state.at)
  const matching = matchingOf(state, query, askWords(query.q, normalise, 'q'), askWords(query.unit, normalise, 'unit', 'C'))
  return countMatching(client, state, matching)
}

/** What `search` says of all that matches, for who shows none of it. Throws as it does. */
export async function searchSums(
  seen: Snapshot,
  state: State,
  query: TrainingQuery,
  normalise: Normalise,
): Promise<Pick<SearchResult, 'total' | 'sum' | 'proposed'>> {
  return sumSelection(state.cube, await countCells(seen, state, query, normalise), query)
}

/** How many of the rows that match each programme has. Throws as `search` does. */
export async function searchPrograms(
  seen: Snapshot,
  state: State,
  query: TrainingQuery,
  normalise: Normalise,
): Promise<FacetValue[]> {
  return programValues(state.cube, await countCells(seen, state, query, normalise), query)
}

interface PageRow extends Position {
  id: string
}

async function pageOf(
  client: PoolClient,
  state: State,
  query: Asked,
  text: Question,
  unit: Question,
  sort: Sort,
  total: number,
  after: Position | null,
): Promise<PageRow[]> {
  const listing = listingOf(query, state, text, unit)
  const value = (given: unknown) => `$${listing.values.push(given)}`
  const sorting = sort === 'relevance' ? relevance(text, total, value) : sortings[sort]
  const limit = query.limit + 1
  if (total > (query.meant || query.name !== '' ? broadOfOne : broad))
    return pageOfIndex(client, { ...listing, where: [...listing.where, ...boundsOf(sorting, query)] }, sorting, after, limit)
  const { rows } = await client.query<PageRow>(
    `WITH matching AS MATERIALIZED (SELECT t.id, ${sorting.key} AS key, t.n AS tie FROM ${listing.from} ${whereSql(listing.where)})
      SELECT id, key${shownAs(sorting)} AS key, tie FROM matching ${whereSql(beyond(sorting, after, 'key', 'tie', value))}
      ORDER BY ${ordered(sorting, 'matching.key', 'tie')} LIMIT ${value(limit)}`,
    listing.values,
  )
  return rows
}

/** Of rows of some years, in the order of years: where in the index they are, so that it is not walked from its end to there. */
function boundsOf(sorting: Sorting, { year }: TrainingQuery): string[] {
  if (year.length === 0 || sorting.key !== sortings.year.key) return []
  const [first, last] = [Math.min(...year.map(({ first }) => first)), Math.max(...year.map(({ last }) => last))]
  return [`${sorting.key} BETWEEN ${first} AND ${last}`]
}

/**
 * A page in the order of an index, which is walked until the page is full. Blanks are the least in it: where the least come first, they are what is
 * walked last, if the others do not fill the page.
 */
async function pageOfIndex(
  client: PoolClient,
  { parts, where, values }: Listing,
  sorting: Sorting,
  after: Position | null,
  limit: number,
): Promise<PageRow[]> {
  const { key, descending, blank } = sorting
  const direction = descending ? 'DESC' : 'ASC'
  const walk = async (among: readonly string[], from: Position | null, most: number) => {
    const given = [...values]
    const value = (one: unknown) => `$${given.push(one)}`
    const further = from === null ? [] : [beyondKey(sorting, from, key, 't.n', value)]
    const end = value(most)
    // Each table's index gives its first rows in order.
    const first = ({ table, where: part }: Part) => `(SELECT t.id, ${key}${shownAs(sorting)} AS key, t.n AS tie FROM ${table} t
      ${whereSql([part, ...where, ...among, ...further])} ORDER BY ${key} ${direction}, t.n ${direction} LIMIT ${end})`
    const statement =
      parts.length === 1
        ? first(parts[0]!)
        : `SELECT * FROM (${parts.map(first).join(' UNION ALL ')}) t ORDER BY key ${direction}, tie ${direction} LIMIT ${end}`
    return (await client.query<PageRow>(statement, given)).rows
  }
  if (blank === undefined || descending) return walk([], after, limit)
  const page = isBlank(sorting, after) ? [] : await walk([`${key} > '${blank}'`], after, limit)
  if (page.length >= limit) return page
  return [...page, ...(await walk([`${key} = '${blank}'`], isBlank(sorting, after) ? after : null, limit - page.length))]
}

/** How many rows match, of the status that was asked for. */
export async function countAsked(
  client: PoolClient,
  state: State,
  query: Asked,
  text: Question,
  unit: Question,
): Promise<number> {
  return sumSelection(state.cube, await countMatching(client, state, matchingOf(state, query, text, unit)), query).total
}

const whereSql = (conditions: readonly string[]) => (conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '')
