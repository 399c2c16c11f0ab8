/** Which cells a question is about, and its counts by country, year, programme and the rest, in one pass over them. */
import { RecipientClass } from '../records.js'
import { type Cell, type Cube, cubeDimensions, type Portion } from './cube.js'
import type { TrainingQuery } from './query.js'
import type { Facets, FacetValue } from './views.js'

/** A test for the question's filters that a cell decides, but not its status; null where there are none. */
export function cellFilter(query: TrainingQuery): ((cell: Cell) => boolean) | null {
  const tests: ((cell: Cell) => boolean)[] = []
  const among = (values: readonly string[], of: (cell: Cell) => string) => {
    if (values.length === 0) return
    const asked = new Set(values)
    tests.push((cell) => asked.has(of(cell)))
  }
  among(query.country, (cell) => cell.country.slug)
  among(query.program, (cell) => cell.program.slug)
  among(query.family, (cell) => cell.program.familySlug ?? 'none')
  among(query.agency, (cell) => cell.agency ?? 'none')
  among(query.report, (cell) => cell.report)
  if (query.source !== '') among([query.source], (cell) => cell.source)
  if (query.year.length > 0)
    tests.push((cell) => query.year.some(({ first, last }) => first <= cell.fiscalYear && cell.fiscalYear <= last))
  if (query.class.length > 0) {
    const bits = query.class.reduce((sum, name) => sum | (1 << RecipientClass.options.indexOf(name)), 0)
    tests.push((cell) => (cell.classes & bits) !== 0)
  }
  if (tests.length === 0) return null
  return (cell) => tests.every((test) => test(cell))
}

/** Rows of the status that was asked for. */
export const asked = (query: TrainingQuery, cell: Cell) =>
  query.status === 'all' || cell.delivered === (query.status === 'delivered')

/**
 * Counts rows (of the status that was asked for) and delivered sessions. A row that names recipients of two classes counts in both; `status`
 * counts every status, so that a reader sees what the default leaves out.
 */
export function facetsOf(cube: Cube, portions: readonly Portion[], query: TrainingQuery): Facets {
  const sizes = cubeDimensions.map((name) => cube.dimensions[name].length)
  const rows = sizes.map((size) => new Float64Array(size))
  const quantity = sizes.map((size) => new Float64Array(size))
  const classRows = new Float64Array(RecipientClass.options.length)
  const classQuantity = new Float64Array(RecipientClass.options.length)
  const last = cubeDimensions.length - 1
  for (const portion of portions) {
    const { cell } = portion
    const delivered = cell.delivered ? portion.quantity : 0
    rows[last]![cell.codes[last]!]! += portion.rows
    quantity[last]![cell.codes[last]!]! += delivered
    if (!asked(query, cell)) continue
    for (let dimension = 0; dimension < last; dimension++) {
      const code = cell.codes[dimension]!
      rows[dimension]![code]! += portion.rows
      quantity[dimension]![code]! += delivered
    }
    for (let index = 0, bits = cell.classes; bits !== 0; index++, bits >>= 1) {
      if ((bits & 1) === 0) continue
      classRows[index]! += portion.rows
      classQuantity[index]! += delivered
    }
  }
  const values = (dimension: number): FacetValue[] =>
    cube.dimensions[cubeDimensions[dimension]!]
      .map((value, code) => ({ ...value, rows: rows[dimension]![code]!, quantity: quantity[dimension]![code]! }))
      .filter((value) => value.rows > 0)
  const most = (left: FacetValue, right: FacetValue) => right.rows - left.rows || (left.value < right.value ? -1 : 1)
  const newest = (left: FacetValue, right: FacetValue) => (left.value < right.value ? 1 : -1)
  return {
    country: values(0).sort(most),
    year: values(1).sort(newest),
    program: values(2).sort(most),
    family: values(3).sort(most),
    agency: values(4).sort(most),
    class: RecipientClass.options
      .map((name, index) => ({ value: name, label: name, rows: classRows[index]!, quantity: classQuantity[index]! }))
      .filter((value) => value.rows > 0)
      .sort(most),
    report: values(5).sort(newest),
    status: values(6).sort(most),
  }
}
