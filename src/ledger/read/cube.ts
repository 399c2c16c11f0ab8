/**
 * The cube in memory: what the ledger's trainings are counted by, a few ten thousand cells. Sums by country, year or programme and
 * facets are sums over it, for the present (kept per state of the ledger) and for a past state (computed from the facts).
 */
import type { PoolClient } from 'pg'
import { RecipientClass } from '../records.js'
import { countsSql } from '../serving/repetitions.js'
import { countryOfCode } from '../vocabulary.js'
import type { CountryRef, ProgramRef, Sum } from './views.js'

export interface Cell {
  /** `serving.cell.id`; in a past state a number of this cube's own. */
  id: number
  combination: string
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
  combination: string
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

const presentCells = `SELECT id, combination::text, source, report, region, fiscal_year, status, country, country_code, program, program_code,
  program_family, agency, classes, priced, unit_named, rows, quantity, cents FROM serving.cell ORDER BY id`

export async function loadCube(client: PoolClient): Promise<Cube> {
  const { rows } = await client.query<CellRow>(presentCells)
  return buildCube(rows)
}

/** What a past state's rows are read from; `$1` is the changeset. The same columns as `serving.cell` and `serving.training`. */
export const pastTrainings = `(
  SELECT t.id, t.source, t.report, t.region, t.fiscal_year::smallint, t.status, t.country, t.country_code, t.program, t.program_code,
    t.program_family, t.agency, coalesce(c.classes, 0)::smallint AS classes, coalesce(t.cents, 0) <> 0 AS priced,
    coalesce(t.recipient_unit, '') <> '' AS unit_named, t.quantity::float8 AS quantity, t.cents::float8 AS cents, t.start_date,
    t.status = 'delivered' AS delivered, t.search_keys, t.flags, t.course_title, t.delivery_unit, t.written,
    md5(ROW(t.source, t.report, t.region, t.fiscal_year, t.status, t.country, t.country_code, t.program, t.program_code,
      t.program_family, t.agency, coalesce(c.classes, 0), coalesce(t.cents, 0) <> 0,
      coalesce(t.recipient_unit, '') <> '')::text)::uuid::text AS combination
  FROM ledger.training t
  LEFT JOIN (
    SELECT training, bit_or(CASE recipient_class ${RecipientClass.options
      .map((name, index) => `WHEN '${name.replaceAll("'", "''")}' THEN ${1 << index}`)
      .join(' ')} ELSE 0 END) AS classes
    FROM ledger.naming WHERE written <= $1 AND (withdrawn IS NULL OR withdrawn > $1) AND role = 'recipient' GROUP BY training
  ) c ON c.training = t.id
  WHERE t.written <= $1 AND (t.withdrawn IS NULL OR t.withdrawn > $1) AND ${countsSql('t', 'training', '$1')}
)`

export async function loadPastCube(client: PoolClient, asOf: number): Promise<Cube> {
  const { rows } = await client.query<CellRow>(
    `SELECT row_number() OVER (ORDER BY combination)::int AS id, combination, source, report, region, fiscal_year, status, country,
      country_code, program, program_code, program_family, agency, classes, priced, unit_named, count(*)::int AS rows,
      coalesce(sum(quantity), 0) AS quantity, coalesce(sum(cents), 0) AS cents
    FROM ${pastTrainings} t
    GROUP BY combination, source, report, region, fiscal_year, status, country, country_code, program, program_code, program_family,
      agency, classes, priced, unit_named`,
    [asOf],
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
      combination: row.combination,
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

export function add(sum: Sum, { cell, rows, quantity, cents }: Portion): void {
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
