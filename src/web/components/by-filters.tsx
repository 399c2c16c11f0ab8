/** Leads from a question in words to the same question by filters, and to the pages of the countries that it names. */
import type { Facets } from '../../ledger/read/views.js'
import { href, useSite } from '../site.js'
import type { AskedByFilters } from '../words-meant.js'
import { facetLabel, facetValue, searchHref, spanText } from './filters.js'

export function ByFilters({ asked: { query, meant, rows }, facets }: { asked: AskedByFilters; facets: Facets }) {
  const site = useSite()
  const { text, format } = site
  const label = (facet: 'country' | 'program' | 'family', value: string) =>
    facetLabel(site, facet, facetValue(facets, facet, value))
  const parts = [
    ...(['country', 'program', 'family'] as const).flatMap((facet) =>
      meant[facet].map((value) => `${text.facets[facet]}: ${label(facet, value)}`),
    ),
    ...meant.year.map((span) => `${text.facets.year}: ${spanText(span)}`),
    ...(meant.rest === '' ? [] : [`${text.search.words}: ${meant.rest}`]),
  ]
  return (
    <p class="notice">
      {text.search.namedByWords} <a href={searchHref(site, query)}>{parts.join(' · ')}</a>
      {rows === null ? '' : `: ${rows === 0 ? text.search.noSuchRow : text.search.rowsFound(rows, format.number(rows))}`}.
      {meant.country.map((slug) => (
        <>
          {' '}
          <a href={href(site, `/countries/${slug}`)}>{text.search.countryPage(label('country', slug))}</a>.
        </>
      ))}
    </p>
  )
}
