/** What the ledger does not cover of the countries and years that findings were asked for. */
import type { CoverageReport, CoverageScope } from '../analysis/coverage.js'
import type { Head } from '../ledger/read/views.js'
import type { WebDependencies } from './dependencies.js'
import type { ExposureQuery } from './exposure-view.js'

export function coverageOfFindings(
  { coverage }: Pick<WebDependencies, 'coverage'>,
  query: Pick<ExposureQuery, 'country' | 'year' | 'as_of'>,
  head: Head,
): Promise<CoverageReport> {
  const scope: CoverageScope = {}
  const codes = query.country.filter((slug) => slug.length === 3).map((slug) => slug.toUpperCase())
  if (codes.length > 0 && codes.length === query.country.length) scope.countries = codes
  if (query.year.length > 0)
    scope.years = query.year.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
  return coverage(scope, query.as_of, head)
}
