/** A country of which the reports held list no row: no sum, but why there is none as far as that is known, and the gap drawn. */
import type { CoverageReport } from '../../analysis/coverage.js'
import type { CountryRef } from '../../ledger/read/views.js'
import { GapScope, groupGaps } from '../components/coverage.js'
import { NameYears } from '../components/name-years.js'
import { Page } from '../components/page.js'
import { YearTable, yearGaps } from '../components/year-table.js'
import { countryInSentence, countryName, countryRegion } from '../countries.js'
import { href, useSite } from '../site.js'

export function CountryWithoutRowsPage({ country, coverage }: { country: CountryRef; coverage: CoverageReport }) {
  const site = useSite()
  const { text } = site
  const name = countryName(country, site.language)
  const region = countryRegion(country)
  const gaps = yearGaps(coverage, new Set(), { ofCountry: true })
  // What touches columns or programmes, or is listed in another volume, explains no country that is absent as a whole.
  const why = groupGaps(
    coverage.gaps.filter(
      (gap) => gap.column === null && gap.program === null && (gap.state === 'file missing' || gap.state === 'excluded by law'),
    ),
  )
  const exempted = why.some((group) => group.state === 'excluded by law')
  return (
    <Page
      title={name}
      room="countries"
      breadcrumb={[{ text: text.rooms.countries, path: '/countries' }]}
      description={text.country.noRow(countryInSentence(country, site.language))}
    >
      {region && <p class="kicker">{text.regions[region as keyof typeof text.regions] ?? region}</p>}
      <h1>{name}</h1>
      <p class="lede">
        {text.country.noRow(countryInSentence(country, site.language))}{' '}
        {exempted ? text.country.noRowExempt : text.country.noRowUnknown}
      </p>
      <h2>{text.country.noRowWhy}</h2>
      <ul>
        {why.map((group) => (
          <li>
            <b>{text.states[group.state]}</b>: <GapScope group={group} /> {text.reasons[group.reasonCode]}{' '}
            <span class="quiet small" lang="en">
              ({group.citations.join('; ')})
            </span>
          </li>
        ))}
      </ul>
      <NameYears years={[]} gaps={gaps} title={name} note={text.country.noRowNote} />
      <YearTable years={[]} gaps={gaps} query={{ country: [country.slug] }} caption={text.figures.yearTable} />
      <p class="small">
        <a href={href(site, '/coverage')}>{text.coverage.more}</a>
      </p>
    </Page>
  )
}
