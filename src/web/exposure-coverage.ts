/** What the ledger does not cover of the countries and years that findings were asked for: as a report, and in words for files and terminals. */
import type { CoverageReport, CoverageScope } from '../analysis/coverage.js'
import type { Head } from '../ledger/read/views.js'
import { groupGaps, missingYears } from './components/coverage.js'
import type { WebDependencies } from './dependencies.js'
import type { ExposureQuery } from './exposure-view.js'
import { formatFor } from './messages/format.js'
import { messagesFor } from './messages/messages.js'

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

/** Beside every finding and every absence of one. */
export function notCoveredInWords(report: CoverageReport): string {
  const { text, format } = { text: messagesFor('en').coverage, format: formatFor('en') }
  const { whole, part } = missingYears(report)
  return [
    `${text.heading}: ${text.people}`,
    ...(whole.length > 0 ? [text.yearsMissing(whole.length, format.years(whole))] : []),
    ...(part.length > 0 ? [text.partsMissing(format.years(part))] : []),
    ...(report.yearsInPart.length > 0 ? [text.yearsInPart(format.years(report.yearsInPart))] : []),
    `${text.count(groupGaps(report.gaps).length)}: see the page on coverage.`,
  ].join(' ')
}
