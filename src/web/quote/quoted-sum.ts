/** The quotation of any sum: what the question narrows the rows to, in words, and the balance of just those reports' totals. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import { writeTrainingQuery } from '../../ledger/read/query.js'
import type { Reading } from '../../ledger/read/reading.js'
import { countBalance } from '../../ledger/read/totals.js'
import type { BalanceCounts, SearchResult, TotalView } from '../../ledger/read/views.js'
import { gapKinds } from '../components/coverage.js'
import { facetLabel, facetValue, spanText } from '../components/filters.js'
import { countryInSentence } from '../countries.js'
import type { Covered } from '../coverage.js'
import { questionInWords } from '../other-ways.js'
import { picksRows } from '../question.js'
import type { Siblings } from '../sibling-programs.js'
import { permalink, type Site } from '../site.js'
import { type Quotation, quoteSum } from './quotation.js'

export async function sumQuotation(
  reading: Pick<Reading, 'totals'>,
  site: Site,
  query: TrainingQuery,
  result: Covered<SearchResult>,
  siblings: Siblings | null = null,
): Promise<Quotation> {
  const years = result.facets.year.filter((value) => value.rows > 0).map((value) => Number(value.value))
  const { totals } = await reading.totals(query.as_of)
  const { cursor: _cursor, limit: _limit, sort: _sort, as_of: _asOf, ...asked } = query
  return quoteSum(site, {
    sum: result.sum,
    plans: query.status !== 'delivered' && result.sum.rows === 0 ? result.total : 0,
    scope: scopeInWords(site, query, result),
    years,
    missing: [...new Set([...result.coverage.yearsMissing, ...result.coverage.yearsInPart])],
    gaps: gapKinds(site, result.coverage),
    picked: picksRows(query),
    siblings: siblings?.others.map(({ label }) => label) ?? [],
    balance: balanceOf(query, totals),
    reports: result.facets.report
      .filter((value) => value.rows > 0)
      .map((value) => value.value)
      .sort(),
    permalink: permalink(site, '/id/search', writeTrainingQuery(asked)),
  })
}

/**
 * "Mexico, under Section 1004": what was summed, after "listed for". Every filter is named in words, so that the sentence says no more than
 * was counted when it stands alone. The years that were asked for are named where no row names its own.
 */
export function scopeInWords(
  site: Pick<Site, 'text' | 'format' | 'language'>,
  query: TrainingQuery,
  { facets, rows, total, unit }: Pick<SearchResult, 'facets' | 'rows' | 'total' | 'unit'>,
): string {
  const { text, format } = site
  const words = text.quote.scopes
  const labelsOf = (facet: 'country' | 'program' | 'family' | 'class' | 'agency' | 'report') =>
    query[facet].map((value) => facetLabel(site, facet, facetValue(facets, facet, value)))
  const labels = (facet: 'program' | 'family' | 'report') => format.list(labelsOf(facet))
  // Rows of either, not of both at once.
  const either = (facet: 'class' | 'agency') => format.either(labelsOf(facet).map((label) => `“${label}”`))
  const countries = query.country.map((slug) =>
    countryInSentence({ slug, code: null, name: facetValue(facets, 'country', slug).label }, site.language),
  )
  const [row] = rows
  const name = row?.namings.find((naming) => naming.nameId === query.name)?.text
  const file = row?.sourceId === query.source ? row.sourceFile : query.source
  const parts = [
    query.country.length > 0 ? format.list(countries) : total === 0 ? words.nothing : words.everything,
    query.year.length > 0 && total === 0
      ? words.years(
          format.list(query.year.map(spanText)),
          query.year.length === 1 && query.year[0]?.first === query.year[0]?.last,
        )
      : '',
    query.program.length > 0 ? words.program(labels('program')) : '',
    query.family.length > 0 ? words.family(labels('family')) : '',
    query.agency.length > 0 ? words.agency(either('agency')) : '',
    query.class.length > 0 ? words.recipientClass(either('class')) : '',
    query.unit ? words.unit(questionInWords(query.unit, text.search.or)) : '',
    query.q ? words.words(questionInWords(query.q, text.search.or)) : '',
    query.name ? words.name(name ?? query.name) : '',
    query.entity ? words.entity(unit?.name ?? query.entity, unit?.proposed ?? false) : '',
    query.flag.length > 0 ? words.flag(format.list(query.flag)) : '',
    query.quantity_min === undefined ? '' : words.sessionsAtLeast(query.quantity_min, format.number(query.quantity_min)),
    query.quantity_max === undefined ? '' : words.sessionsAtMost(query.quantity_max, format.number(query.quantity_max)),
    query.cost_min === undefined ? '' : words.costAtLeast(format.dollars(query.cost_min)),
    query.cost_max === undefined ? '' : words.costAtMost(format.dollars(query.cost_max)),
    query.report.length > 0 ? words.report(labels('report'), query.report.length) : '',
    query.source ? words.file(file) : '',
  ]
  return parts.filter(Boolean).join(', ')
}

/**
 * Totals that the rows of the question count in, where the question is one that printed totals are about: countries, programmes and years.
 * Of rows picked by words or classes no total is printed, and of plans alone none is summed here. A line that stands in two files is one total,
 * as on every page that counts them.
 */
function balanceOf(query: TrainingQuery, totals: readonly TotalView[]): BalanceCounts | null {
  const picked =
    query.q ||
    query.unit ||
    query.name ||
    query.entity ||
    query.class.length > 0 ||
    query.flag.length > 0 ||
    query.agency.length > 0
  const bounded = [query.quantity_min, query.quantity_max, query.cost_min, query.cost_max].some((bound) => bound !== undefined)
  if (picked || bounded || query.status === 'proposed') return null
  const among = totals.filter(
    (total) =>
      (query.country.length === 0 || (total.countryRef !== null && query.country.includes(total.countryRef.slug))) &&
      (query.program.length === 0 || (total.programRef !== null && query.program.includes(total.programRef.slug))) &&
      (query.family.length === 0 ||
        (total.programRef?.familySlug != null && query.family.includes(total.programRef.familySlug))) &&
      (query.report.length === 0 || query.report.includes(total.report)) &&
      (query.source === '' || total.sourceId === query.source) &&
      (query.year.length === 0 ||
        (total.fiscalYear !== null &&
          query.year.some(({ first, last }) => first <= total.fiscalYear! && total.fiscalYear! <= last))),
  )
  return countBalance(among)
}
