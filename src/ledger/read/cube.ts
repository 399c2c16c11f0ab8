/**
 * The cube in memory: what the ledger's trainings are counted by, a few ten thousand cells. Sums by country, year or programme and
 * facets are sums over it, for the present and for a past state, whose cells are the present's with what changed since.
 */
import type { PoolClient } from 'pg'
import { countedColumns } from '../serving/tables.js'
import { countryOfCode } from '../vocabulary.js'
import type { CountryRef, ProgramRef, Sum } from './views.js'

export interface Cell {
  /** `serving.cell.id`, the same in every state. */
  id: number
  source: string
  report: string
  region: string | null
  fiscalYear: number
  delivered: boolean
  country: CountryRef
  countryPrinted: string
  program: ProgramRef
  programPrinted: string
  agency: string | null
  /** Bit i: a recipient of the i-th class is named. */
  classes: number
  priced: boolean
  unitNamed: boolean
  rows: number
  quantity: number
  cents: number
  /** The cell as a portion: all of it. */
  whole: Portion
}

/** Part of a cell: the rows of it that match a question. */
export interface Portion {
  cell: Cell
  rows: number
  quantity: number
  cents: number
}

export interface Cube {
  cells: Cell[]
  /** Position in `cells` by `Cell.id`. */
  byId: Map<number, number>
  columns: CubeColumns
  countries: Map<string, CountryRef>
  programs: Map<string, ProgramRef>
  dimensions: Record<CubeDimension, { value: string; label: string }[]>
}

/**
 * The cells' facts again, one array a fact, by position in `cells`: counting all of them reads a few hundred kilobytes in order, where
 * going from object to object took ten times as long.
 */
export interface CubeColumns {
  /** Index of the cell's value in each dimension of `cubeDimensions`. */
  codes: Int32Array[]
  classes: Int32Array
  /** Bits: see `delivered`, `priced` and `unitNamed` below. */
  facts: Uint8Array
  rows: Float64Array
  quantity: Float64Array
  cents: Float64Array
}

export const delivered = 1
export const priced = 2
export const unitNamed = 4

export const cubeDimensions = ['country', 'year', 'program', 'family', 'agency', 'report', 'status'] as const
export type CubeDimension = (typeof cubeDimensions)[number]

interface CellRow {
  id: number
  source: string
  report: string
  region: string | null
  fiscal_year: number
  status: string
  country: string
  country_code: string | null
  program: string
  program_code: string | null
  program_family: string | null
  agency: string | null
  classes: number
  priced: boolean
  unit_named: boolean
  rows: number
  quantity: number
  cents: number
}

const cellColumns = `id, source, report, region, fiscal_year, status, country, country_code, program, program_code, program_family, agency,
  classes, priced, unit_named`
const counted = ['rows', 'quantity', 'cents', ...countedColumns.map((column) => `with_${column}`)]

/** What a past state had of each cell besides the present, or less: in proportion to what changed since. */
const difference = (
  sign: string,
  from: string,
) => `SELECT cell, ${sign}count(*) AS rows, ${sign}coalesce(sum(quantity), 0) AS quantity,
    ${sign}coalesce(sum(cents), 0) AS cents, ${countedColumns
      .map((column, index) => `${sign}count(*) FILTER (WHERE filled & ${1 << index} <> 0) AS with_${column}`)
      .join(', ')}
  FROM ${from} GROUP BY cell`

/** SQL: the cells of a state with what they count, to stand after FROM. `past` is its changeset or the parameter that holds it, null for the present. */
export const cellsOfState = (past: string | null): string =>
  past === null
    ? '(SELECT * FROM serving.cell WHERE rows > 0)'
    : `(SELECT ${cellColumns}, ${counted
        .map((name) => `c.${name} + coalesce(d.${name}, 0) AS ${name}`)
        .join(', ')} FROM serving.cell c LEFT JOIN (
          SELECT cell, ${counted.map((name) => `sum(${name}) AS ${name}`).join(', ')} FROM (
            ${difference('-', `serving.training WHERE since > ${past}`)}
            UNION ALL ${difference('', `serving.past_training WHERE since <= ${past} AND until > ${past}`)}
          ) b GROUP BY cell
        ) d ON d.cell = c.id WHERE c.rows + coalesce(d.rows, 0) > 0)`

export interface State {
  cube: Cube
  /** As of which changeset facts are read; null for the present. */
  at: number | null
  /** Set where the cube is of a past state whose rows differ from the present's: its changeset. */
  past: number | null
}

/** The cells of the present, or of the state of a changeset. */
export async function loadCube(client: PoolClient, past: number | null = null): Promise<Cube> {
  const { rows } = await client.query<CellRow>(
    `SELECT ${cellColumns}, rows::int AS rows, quantity::float8 AS quantity, cents::float8 AS cents
      FROM ${cellsOfState(past === null ? null : '$1')} c ORDER BY id`,
    past === null ? [] : [past],
  )
  return buildCube(rows)
}

function buildCube(rows: readonly CellRow[]): Cube {
  const countries = new Map<string, CountryRef>()
  const programs = new Map<string, ProgramRef>()
  const dimensions = Object.fromEntries(cubeDimensions.map((name) => [name, []])) as unknown as Cube['dimensions']
  const codes = cubeDimensions.map(() => new Map<string, number>())
  const code = (dimension: number, value: string, label: string): number => {
    const known = codes[dimension]!
    let index = known.get(value)
    if (index === undefined) {
      index = known.size
      known.set(value, index)
      dimensions[cubeDimensions[dimension]!].push({ value, label })
    }
    return index
  }
  const columns: CubeColumns = {
    codes: cubeDimensions.map(() => new Int32Array(rows.length)),
    classes: Int32Array.from(rows, (row) => row.classes),
    facts: Uint8Array.from(
      rows,
      (row) => (row.status === 'delivered' ? delivered : 0) | (row.priced ? priced : 0) | (row.unit_named ? unitNamed : 0),
    ),
    rows: Float64Array.from(rows, (row) => row.rows),
    quantity: Float64Array.from(rows, (row) => row.quantity),
    cents: Float64Array.from(rows, (row) => row.cents),
  }
  const cells = rows.map((row, position): Cell => {
    const country = countryRef(row.country_code, row.country, countries)
    const program = programRef(row.program_code, row.program, row.program_family, row.agency, programs)
    const inDimensions = [
      code(0, country.slug, country.name),
      code(1, String(row.fiscal_year), String(row.fiscal_year)),
      code(2, program.slug, program.code),
      code(3, program.familySlug ?? 'none', program.family ?? 'none'),
      code(4, row.agency ?? 'none', row.agency ?? 'none'),
      code(5, row.report, row.report),
      code(6, row.status, row.status),
    ]
    for (const [dimension, value] of inDimensions.entries()) columns.codes[dimension]![position] = value
    const cell = {
      id: row.id,
      source: row.source,
      report: row.report,
      region: row.region,
      fiscalYear: row.fiscal_year,
      delivered: row.status === 'delivered',
      country,
      countryPrinted: row.country,
      program,
      programPrinted: row.program,
      agency: row.agency,
      classes: row.classes,
      priced: row.priced,
      unitNamed: row.unit_named,
      rows: row.rows,
      quantity: row.quantity,
      cents: row.cents,
    } as Cell
    cell.whole = { cell, rows: row.rows, quantity: row.quantity, cents: row.cents }
    return cell
  })
  return { cells, byId: new Map(cells.map((cell, position) => [cell.id, position])), columns, countries, programs, dimensions }
}

/** A country by its code, or by the words of its printed name where it has none. */
export function countryRef(code: string | null, printed: string, known: Map<string, CountryRef> = new Map()): CountryRef {
  const slug = code ? code.toLowerCase() : slugOf(printed)
  let country = known.get(slug)
  if (!country) {
    country = { slug, code, name: (code && countryOfCode(code)?.nameEn) || printed }
    known.set(slug, country)
  }
  return country
}

export function programRef(
  code: string | null,
  printed: string,
  family: string | null,
  agency: string | null,
  known: Map<string, ProgramRef> = new Map(),
): ProgramRef {
  const slug = slugOf(code ?? printed)
  let program = known.get(slug)
  if (!program) {
    program = { slug, code: code ?? printed, family, familySlug: family && slugOf(family), agency }
    known.set(slug, program)
  }
  // A programme that different agencies report under is of none of them in particular.
  else if (program.agency !== agency && program.agency !== null) program.agency = null
  return program
}

/** What stands in an address: lower case, ASCII letters and digits where there are any, hyphens between. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words ? words.join('-').slice(0, 80).replace(/-$/, '') : 'unnamed'
}

/** All of some cells. */
export const whole = (cells: readonly Cell[]): Portion[] => cells.map((cell) => cell.whole)

export const nothing = (): Sum => ({
  rows: 0,
  quantity: 0,
  cents: 0,
  rowsWithoutCost: 0,
  quantityWithoutCost: 0,
  rowsWithoutUnit: 0,
  quantityWithoutUnit: 0,
})

function add(sum: Sum, { cell, rows, quantity, cents }: Portion): void {
  sum.rows += rows
  sum.quantity += quantity
  sum.cents += cents
  if (!cell.priced) {
    sum.rowsWithoutCost += rows
    sum.quantityWithoutCost += quantity
  }
  if (!cell.unitNamed) {
    sum.rowsWithoutUnit += rows
    sum.quantityWithoutUnit += quantity
  }
}

/** What was delivered, or with `delivered` false what was planned; never both in one sum. */
export function sumOf(portions: readonly Portion[], delivered = true): Sum {
  const sum = nothing()
  for (const portion of portions) if (portion.cell.delivered === delivered) add(sum, portion)
  return sum
}

/** Delivered sums per value of `by`, in no particular order. */
export function sumsBy<Key>(portions: readonly Portion[], by: (cell: Cell) => Key): Map<Key, Sum> {
  const sums = new Map<Key, Sum>()
  for (const portion of portions) {
    if (!portion.cell.delivered) continue
    const key = by(portion.cell)
    let sum = sums.get(key)
    if (!sum) {
      sum = nothing()
      sums.set(key, sum)
    }
    add(sum, portion)
  }
  return sums
}
