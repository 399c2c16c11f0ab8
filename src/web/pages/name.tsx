/** A name exactly as sources print it: all its rows, by year; and other printed names that read alike, which nobody has judged the same. */
import type { NameView } from '../../ledger/read/views.js'
import { namesUnit } from '../../names/recipient-class.js'
import { Sum } from '../components/figures.js'
import { searchHref } from '../components/filters.js'
import { Listing } from '../components/listing.js'
import { NameYears } from '../components/name-years.js'
import { NameList } from '../components/names.js'
import { Page } from '../components/page.js'
import { ProgramTable } from '../components/program-table.js'
import { YearTable, yearGaps } from '../components/year-table.js'
import { countryName } from '../countries.js'
import type { Covered } from '../coverage.js'
import { href, useSite } from '../site.js'

export function NamePage({ view }: { view: Covered<NameView> }) {
  const site = useSite()
  const { text, format } = site
  const { name } = view
  const level = namesUnit(name.text)
  const query = { name: name.id }
  const present = new Set(view.years.filter((year) => year.rows > 0).map((year) => year.fiscalYear))
  const gaps = yearGaps(view.coverage, present, {
    ofCountry: Boolean(name.country?.code),
    column: name.roles.includes('recipient') ? 'recipient_unit' : 'delivery_unit',
  })
  const country = name.country && countryName(name.country, site.language)
  return (
    <Page
      title={name.text}
      room="search"
      breadcrumb={name.country && country ? [{ text: country, path: `/countries/${name.country.slug}` }] : []}
      description={text.name.lede}
    >
      <p class="kicker">{text.name.kicker}</p>
      <h1 class="printed" translate="no">
        {name.text}
      </h1>
      <p>
        {name.recipientClass && <span class="badge">{text.classes[name.recipientClass]}</span>}{' '}
        {name.recipientClass && <span class="quiet small">{text.proposal}</span>}
      </p>
      {view.means && (
        <p>
          {text.name.means}{' '}
          <a href={href(site, `/units/${view.means.id}`)} translate="no">
            {view.means.name}
          </a>{' '}
          {view.means.proposed && <span class="badge doubt">{text.entity.proposed}</span>}
        </p>
      )}
      {level !== 'unit' && <p class="notice">{text.name.levels[level]}</p>}
      <Sum of={view.sum} coverage={view.coverage} query={query} ofName />
      <h2>{text.name.timeLine}</h2>
      <NameYears years={view.years} gaps={gaps} title={text.name.timeLine} />
      <details class="data">
        <summary>{text.figures.table(text.name.timeLine)}</summary>
        <YearTable years={view.years} gaps={gaps} query={query} caption={text.figures.yearTable} />
      </details>
      {view.programs.length > 0 && (
        <>
          <h2>{text.country.programs}</h2>
          <ProgramTable programs={view.programs} caption={text.country.programsCaption(name.text)} query={query} />
        </>
      )}
      <h2>{text.search.rowsFound(view.firstPage.total, format.number(view.firstPage.total))}</h2>
      <Listing rows={view.firstPage.rows} caption={text.name.rowsCaption} recipient={false} />
      {view.firstPage.next !== null && (
        <p class="pager">
          <a href={searchHref(site, query)}>{text.name.allRows(format.number(view.firstPage.total))}</a>
        </p>
      )}
      {view.sameKey.length > 0 && (
        <>
          <h2>{text.name.alike}</h2>
          <p>{text.name.alikeNote}</p>
          <NameList names={view.sameKey} caption={text.name.alike} />
        </>
      )}
    </Page>
  )
}
