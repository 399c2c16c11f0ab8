/** What the pages of countries and programmes and the first page sum: all from the cube, so that every page adds up with every other. */
import { RecipientClass } from '../records.js'
import { type Cell, type Cube, type Portion, sumOf, sumsBy, whole } from './cube.js'
import type { CountryRef, CountrySum, CountryView, ProgramRef, ProgramSum, Sum, YearProgramSum, YearSum } from './views.js'

export function yearSums(portions: readonly Portion[]): YearSum[] {
  return [...sumsBy(portions, (cell) => cell.fiscalYear)]
    .map(([fiscalYear, sum]) => ({ fiscalYear, ...sum }))
    .sort((left, right) => left.fiscalYear - right.fiscalYear)
}

export function programSums(portions: readonly Portion[]): ProgramSum[] {
  return [...sumsBy(portions, (cell) => cell.program)]
    .map(([program, sum]) => ({ program, ...sum }))
    .sort(bySessions((row) => row.program.slug))
}

export function countrySums(portions: readonly Portion[]): CountrySum[] {
  return [...sumsBy(portions, (cell) => cell.country)]
    .map(([country, sum]) => ({ country, ...sum }))
    .sort(bySessions((row) => row.country.slug))
}

export function yearProgramSums(portions: readonly Portion[]): YearProgramSum[] {
  const programs = new Map(portions.map(({ cell }) => [cell.program.slug, cell.program]))
  return [...sumsBy(portions, (cell) => `${cell.fiscalYear} ${cell.program.slug}`)]
    .map(([key, sum]) => ({ fiscalYear: Number(key.slice(0, 4)), program: programs.get(key.slice(5))!, ...sum }))
    .sort((left, right) => left.fiscalYear - right.fiscalYear || (left.program.slug < right.program.slug ? -1 : 1))
}

/** Rows and delivered sessions by class of recipient; a row with recipients of two classes is in both. */
export function classCounts(portions: readonly Portion[]): CountryView['classes'] {
  return RecipientClass.options
    .map((recipientClass, index) => {
      const sum = sumOf(portions.filter(({ cell }) => (cell.classes & (1 << index)) !== 0))
      return { recipientClass, rows: sum.rows, quantity: sum.quantity }
    })
    .filter(({ rows }) => rows > 0)
}

export const reportsOf = (cells: readonly Cell[]): string[] => [...new Set(cells.map((cell) => cell.report))].sort()

/** The cells of a country by its slug, and it; null where no row names it. */
export function countryCells(cube: Cube, slug: string): { country: CountryRef; cells: Cell[]; portions: Portion[] } | null {
  const country = cube.countries.get(slug.toLowerCase())
  if (!country) return null
  const cells = cube.cells.filter((cell) => cell.country === country)
  return { country, cells, portions: whole(cells) }
}

export function programCells(cube: Cube, slug: string): { program: ProgramRef; cells: Cell[]; portions: Portion[] } | null {
  const program = cube.programs.get(slug.toLowerCase())
  if (!program) return null
  const cells = cube.cells.filter((cell) => cell.program === program)
  return { program, cells, portions: whole(cells) }
}

const bySessions =
  <Row extends Sum>(slug: (row: Row) => string) =>
  (left: Row, right: Row) =>
    right.quantity - left.quantity || right.rows - left.rows || (slug(left) < slug(right) ? -1 : 1)
