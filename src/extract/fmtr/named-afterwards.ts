/** Countries and regions that are known only once the rows below are: what stands at a file's beginning, or names a region now and then. */
import type { TotalsRow, TrainingRow } from './tables.js'

/**
 * Layout B names the region only at the head of a page column: what stands there holds for its country. A country that begins and
 * ends between two heads is of the region that both name; where they differ, its region is not printed.
 */
export function nameRegionsByCountry(
  rows: readonly (TrainingRow | TotalsRow)[],
  regionOfCountry: ReadonlyMap<string, string>,
): void {
  const countries = [...new Set(rows.map((row) => row.context.country))]
  const named = countries.map((country) => (country === null ? undefined : regionOfCountry.get(country)))
  const regions = new Map(
    countries.map((country, index) => {
      const before = named.slice(0, index + 1).findLast((region) => region !== undefined)
      const after = named.slice(index).find((region) => region !== undefined)
      return [country, named[index] ?? (before === after || after === undefined ? before : null) ?? null]
    }),
  )
  for (const row of rows) row.context = { ...row.context, region: regions.get(row.context.country) ?? null }
}

/** A file may begin within a country: then the country's totals name it, for what stands above them. */
export function nameCountriesByTotals(rows: readonly (TrainingRow | TotalsRow)[]): void {
  let from = 0
  for (const [index, row] of rows.entries()) {
    if (row.context.country === null && 'line' in row && row.line.country !== null) {
      for (const above of rows.slice(from, index + 1)) {
        if (above.context.country !== null || above.context.since !== row.context.since) continue
        above.context = { ...above.context, country: row.line.country }
        if ('doubts' in above) above.doubts.push('country from totals')
      }
    }
    if (row.context.country !== null) from = index + 1
  }
}
