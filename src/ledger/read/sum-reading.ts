/** What the first page and those of countries, programmes and their families show: sums over the cells of one state. */
import { type State, sumOf, sumsBy, whole } from './cube.js'
import { familyCells, familyView } from './family.js'
import { countNames, countryNames, namedCountries } from './names.js'
import type { Reading } from './reading.js'
import type { Snapshot } from './snapshot.js'
import { loadSources } from './sources.js'
import type { Within } from './states.js'
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
import type { AllTotals } from './total-reading.js'
import { type BalanceOf, countBalances, type Judging, sumBalances } from './totals.js'
import { topValues } from './values.js'
import type { BalanceCounts } from './views.js'

export function sumReading(
  within: Within,
  judging: Judging,
  allTotals: AllTotals,
): Pick<Reading, 'yearsHeld' | 'home' | 'countries' | 'country' | 'programs' | 'program' | 'family'> {
  /** How many totals balance: all of them, or those of a country or programme. */
  const balanceOf = async ({ client }: Snapshot, state: State, of: BalanceOf = {}): Promise<BalanceCounts> =>
    sumBalances((await countBalances(client, state, judging, of)).values())

  return {
    yearsHeld: (asOf) => within(asOf, async (_seen, { cube }) => yearSums(whole(cube.cells)).map(({ fiscalYear }) => fiscalYear)),

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
  }
}
