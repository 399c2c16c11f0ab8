/** Which cells a question is about, and its counts by country, year, programme and the rest, in one pass over them. */
import { RecipientClass } from '../records.js'
import {
  type Cell,
  type Cube,
  type CubeDimension,
  cubeDimensions,
  delivered,
  nothing,
  type Portion,
  priced,
  unitNamed,
} from './cube.js'
import { isHeld, isInTables, isNamed, nothingCalled } from './known-values.js'
import type { TrainingQuery } from './query.js'
import type { Facets, FacetValue, Sum } from './views.js'

/** What of some cells matches a question: cells by their position in the cube, each at most once, and what of each. */
export interface Selection {
  cells: Int32Array
  rows: Float64Array
  quantity: Float64Array
  cents: Float64Array
}

/** A test of the cell at a position for the question's filters, but not for its status; null where there are none. */
export function cellFilter(cube: Cube, query: TrainingQuery): ((position: number) => boolean) | null {
  const tests: ((position: number) => boolean)[] = []
  const among = (dimension: CubeDimension, wanted: (value: string) => boolean) => {
    const holds = Uint8Array.from(cube.dimensions[dimension], ({ value }) => Number(wanted(value)))
    const codes = cube.columns.codes[cubeDimensions.indexOf(dimension)]!
    tests.push((position) => holds[codes[position]!] === 1)
  }
  for (const dimension of ['country', 'program', 'family', 'agency', 'report'] as const) {
    const values = new Set<string>(query[dimension])
    if (values.size === 0) continue
    for (const value of values)
      if (isNamed(dimension) && !isInTables(dimension, value) && !isHeld(cube, dimension, value))
        throw nothingCalled(dimension, value)
    among(dimension, (value) => values.has(value))
  }
  if (query.year.length > 0)
    among('year', (value) => query.year.some(({ first, last }) => first <= Number(value) && Number(value) <= last))
  if (query.source !== '') tests.push((position) => cube.cells[position]!.source === query.source)
  if (query.class.length > 0) {
    const bits = query.class.reduce((sum, name) => sum | (1 << RecipientClass.options.indexOf(name)), 0)
    const { classes } = cube.columns
    tests.push((position) => (classes[position]! & bits) !== 0)
  }
  if (tests.length === 0) return null
  return (position) => tests.every((test) => test(position))
}

/** The cells that pass a filter, all of each. */
export function selectCells({ cells, columns }: Cube, filter: ((position: number) => boolean) | null): Selection {
  if (!filter) {
    const { rows, quantity, cents } = columns
    return { cells: Int32Array.from(cells, (_, position) => position), rows, quantity, cents }
  }
  const chosen: number[] = []
  for (let position = 0; position < cells.length; position++) if (filter(position)) chosen.push(position)
  const of = (column: Float64Array) => Float64Array.from(chosen, (position) => column[position]!)
  return { cells: Int32Array.from(chosen), rows: of(columns.rows), quantity: of(columns.quantity), cents: of(columns.cents) }
}

export const cellsOf = ({ cells }: Cube, selection: Selection): Cell[] =>
  Array.from(selection.cells, (position) => cells[position]!)

export const portionsOf = ({ cells }: Cube, { cells: positions, rows, quantity, cents }: Selection): Portion[] =>
  Array.from(positions, (position, at) => ({
    cell: cells[position]!,
    rows: rows[at]!,
    quantity: quantity[at]!,
    cents: cents[at]!,
  }))

/**
 * Rows of the status that was asked for, the sum of those that were delivered, and the sum of all plans that match: the two are never in
 * one figure. A question for plans alone has an empty `sum`, one for what was delivered is told of the plans that it leaves out.
 */
export function sumSelection(
  { columns }: Cube,
  selection: Selection,
  query: TrainingQuery,
): { total: number; sum: Sum; proposed: Sum } {
  const delivery = nothing()
  const proposed = nothing()
  let total = 0
  for (let at = 0; at < selection.cells.length; at++) {
    const facts = columns.facts[selection.cells[at]!]!
    const isDelivered = (facts & delivered) !== 0
    const asked = query.status === 'all' || isDelivered === (query.status === 'delivered')
    const rows = selection.rows[at]!
    if (asked) total += rows
    else if (isDelivered) continue
    const sum = isDelivered ? delivery : proposed
    const quantity = selection.quantity[at]!
    sum.rows += rows
    sum.quantity += quantity
    sum.cents += selection.cents[at]!
    if ((facts & priced) === 0) {
      sum.rowsWithoutCost += rows
      sum.quantityWithoutCost += quantity
    }
    if ((facts & unitNamed) === 0) {
      sum.rowsWithoutUnit += rows
      sum.quantityWithoutUnit += quantity
    }
  }
  return { total, sum: delivery, proposed }
}

interface Counted {
  /** Sessions that were delivered, those that were planned, and rows of the status that was asked for, in the order of the selection's cells. */
  sessions: Float64Array
  plans: Float64Array
  counted: Float64Array
}

function countOf({ columns: { facts } }: Cube, selection: Selection, query: TrainingQuery): Counted {
  const size = selection.cells.length
  const sessions = new Float64Array(size)
  const plans = new Float64Array(size)
  const counted = new Float64Array(size)
  for (let at = 0; at < size; at++) {
    const isDelivered = (facts[selection.cells[at]!]! & delivered) !== 0
    if (isDelivered) sessions[at] = selection.quantity[at]!
    else plans[at] = selection.quantity[at]!
    if (query.status === 'all' || isDelivered === (query.status === 'delivered')) counted[at] = selection.rows[at]!
  }
  return { sessions, plans, counted }
}

/** The values of a dimension that have any of `weights`, which is rows by the order of the selection's cells. */
function valuesOf(
  { columns, dimensions }: Cube,
  { cells }: Selection,
  { sessions, plans }: Counted,
  dimension: CubeDimension,
  weights: Float64Array,
): FacetValue[] {
  const known = dimensions[dimension]
  const code = columns.codes[cubeDimensions.indexOf(dimension)]!
  const rows = new Float64Array(known.length)
  const quantity = new Float64Array(known.length)
  const planned = new Float64Array(known.length)
  for (let at = 0; at < cells.length; at++) {
    if (weights[at] === 0) continue
    const value = code[cells[at]!]!
    rows[value]! += weights[at] ?? 0
    quantity[value]! += sessions[at] ?? 0
    planned[value]! += plans[at] ?? 0
  }
  const found: FacetValue[] = []
  for (const [index, { value, label }] of known.entries())
    if (rows[index]! > 0) found.push(facetValue(value, label, rows[index]!, quantity[index]!, planned[index]!))
  return found
}

const most = (left: FacetValue, right: FacetValue) => right.rows - left.rows || (left.value < right.value ? -1 : 1)

/** The counts by programme alone. */
export function programValues(cube: Cube, selection: Selection, query: TrainingQuery): FacetValue[] {
  const counts = countOf(cube, selection, query)
  return valuesOf(cube, selection, counts, 'program', counts.counted).sort(most)
}

/**
 * Counts rows (of the status that was asked for), delivered sessions and, apart, planned ones. A row that names recipients of two classes counts in both; `status`
 * counts every status, so that a reader sees what the default leaves out.
 */
export function facetsOf(cube: Cube, selection: Selection, query: TrainingQuery): Facets {
  const { classes } = cube.columns
  const size = selection.cells.length
  const counts = countOf(cube, selection, query)
  const { sessions, plans, counted } = counts
  const values = (dimension: CubeDimension) =>
    valuesOf(cube, selection, counts, dimension, dimension === 'status' ? selection.rows : counted)
  const classRows = new Float64Array(RecipientClass.options.length)
  const classQuantity = new Float64Array(RecipientClass.options.length)
  const classPlanned = new Float64Array(RecipientClass.options.length)
  for (let at = 0; at < size; at++) {
    if (counted[at] === 0) continue
    for (let index = 0, bits = classes[selection.cells[at]!]!; bits !== 0; index++, bits >>= 1) {
      if ((bits & 1) === 0) continue
      classRows[index]! += counted[at] ?? 0
      classQuantity[index]! += sessions[at] ?? 0
      classPlanned[index]! += plans[at] ?? 0
    }
  }
  const newest = (left: FacetValue, right: FacetValue) => (left.value < right.value ? 1 : -1)
  return {
    country: values('country').sort(most),
    year: values('year').sort(newest),
    program: values('program').sort(most),
    family: values('family').sort(most),
    agency: values('agency').sort(most),
    class: RecipientClass.options
      .map((name, index) => facetValue(name, name, classRows[index]!, classQuantity[index]!, classPlanned[index]!))
      .filter((value) => value.rows > 0)
      .sort(most),
    report: values('report').sort(newest),
    status: values('status').sort(most),
  }
}

const facetValue = (value: string, label: string, rows: number, quantity: number, planned: number): FacetValue =>
  planned === 0 ? { value, label, rows, quantity } : { value, label, rows, quantity, planned }
