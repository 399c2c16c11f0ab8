/** All countries in the record, by name or by sessions. */
import type { HomeView } from '../../ledger/read/views.js'
import { CountryTable } from '../components/country-table.js'
import { DoesNotCover } from '../components/coverage.js'
import { MapFigure } from '../components/map-figure.js'
import { Page } from '../components/page.js'
import { countryName } from '../countries.js'
import type { Covered } from '../coverage.js'
import { href, useSite } from '../site.js'

export const countryOrders = ['name', 'sessions', 'cost'] as const
export type CountryOrder = (typeof countryOrders)[number]

export function CountriesPage({ view, order }: { view: Covered<HomeView>; order: CountryOrder }) {
  const site = useSite()
  const { text, format } = site
  const countries = [...view.countries].sort((a, b) =>
    order === 'sessions'
      ? b.quantity - a.quantity
      : order === 'cost'
        ? b.cents - a.cents
        : format.collator.compare(countryName(a.country, site.language), countryName(b.country, site.language)),
  )
  return (
    <Page title={text.rooms.countries} room="countries">
      <h1>{text.countries.heading(format.number(countries.length))}</h1>
      <DoesNotCover sum={view.sum} coverage={view.coverage} />
      {countries.length > 0 && <MapFigure countries={countries} title={text.home.mapTitle} table={false} />}
      <p class="bar-line">
        <span>
          {text.search.sortBy}{' '}
          <span class="choices">
            {countryOrders.map((each) => (
              <a
                href={href(site, '/countries', each === 'name' ? {} : ({ sort: each } as Record<string, string>))}
                aria-current={each === order ? 'true' : undefined}
              >
                {text.countries.orders[each]}
              </a>
            ))}
          </span>
        </span>
      </p>
      <CountryTable countries={countries} caption={text.countries.caption} />
    </Page>
  )
}
