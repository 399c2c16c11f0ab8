/** A family of programmes: what one kind of assistance was called over the years, summed together and programme by programme. */
import { type Cell, type Cube, sumOf, whole } from './cube.js'
import { countrySums, programSums, yearProgramSums, yearSums } from './summaries.js'
import { countBalance } from './totals.js'
import type { BalanceCounts, CountrySum, Head, ProgramSum, Sum, TotalView, YearProgramSum, YearSum } from './views.js'

export interface FamilyView {
  family: { slug: string; name: string }
  /** Most training sessions first. */
  programs: ProgramSum[]
  sum: Sum
  proposed: Sum
  years: YearSum[]
  yearPrograms: YearProgramSum[]
  countries: CountrySum[]
  /** How the totals compare that the reports print for any of its programmes. */
  balance: BalanceCounts
  head: Head
}

/** The cells of a family by its slug; none where no row is of it. */
export const familyCells = (cube: Cube, slug: string): Cell[] =>
  cube.cells.filter((cell) => cell.program.familySlug === slug.toLowerCase())

export function familyView(cells: readonly Cell[], totals: readonly TotalView[], head: Head): FamilyView | null {
  const { family, familySlug } = cells[0]?.program ?? {}
  if (!family || !familySlug) return null
  const portions = whole(cells)
  return {
    family: { slug: familySlug, name: family },
    programs: programSums(portions),
    sum: sumOf(portions),
    proposed: sumOf(portions, false),
    years: yearSums(portions),
    yearPrograms: yearProgramSums(portions),
    countries: countrySums(portions),
    balance: countBalance(totals.filter((total) => total.programRef?.familySlug === familySlug)),
    head,
  }
}
