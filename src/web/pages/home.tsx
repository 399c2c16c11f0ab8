/** The first page: what the ledger holds, whether it balances, where the sessions went, and six questions to begin with. */
import type { HomeView } from '../../ledger/read/views.js'
import { BalanceLine } from '../components/balance.js'
import { Sum } from '../components/figures.js'
import { MapFigure } from '../components/map-figure.js'
import { Page } from '../components/page.js'
import { SearchBox } from '../components/search-box.js'
import { YearFigure } from '../components/year-figure.js'
import type { Covered } from '../coverage.js'
import { href, useSite } from '../site.js'

export function HomePage({ view }: { view: Covered<HomeView> }) {
  const site = useSite()
  const { text, format } = site
  const countries = new Set(view.countries.map((sum) => `/countries/${sum.country.slug}`))
  /** An example country that this ledger has no row of leads to those that it has. */
  // A list is screened against the present alone.
  const questions = text.home.questions.filter(({ path }) => site.asOf === null || path !== '/screening')
  const pathOf = (path: string) => (path.startsWith('/countries/') && !countries.has(path) ? '/countries' : path)
  const years = view.years.filter((year) => year.rows > 0).map((year) => year.fiscalYear)
  return (
    <Page title={text.home.title} room="home" description={text.home.lede}>
      <h1>{text.home.heading}</h1>
      <p class="lede">{text.home.lede}</p>
      <SearchBox large />
      <p class="small quiet">{text.search.hint}</p>
      {view.sum.rows === 0 ? (
        <p class="notice">{text.home.empty}</p>
      ) : (
        <>
          <h2>{text.home.holds}</h2>
          <p>
            {text.home.holdsSentence(
              view.sources,
              format.number(view.sources),
              format.number(view.pages),
              years.length === 1,
              format.years(years),
              view.countries.length,
            )}
          </p>
          <Sum of={view.sum} coverage={view.coverage} query={{}}>
            <div>
              <dt>{text.home.names}</dt>
              <dd>{format.number(view.names)}</dd>
            </div>
          </Sum>
          <h2>{text.home.balances}</h2>
          <BalanceLine balance={view.balance} />
        </>
      )}
      <h2>{text.cases.title}</h2>
      <p>
        <a href={href(site, '/cases')}>{text.cases.home}</a>
      </p>
      <h2>{text.home.begin}</h2>
      <ul class="questions">
        {questions.map((question) => (
          <li>
            <a href={href(site, pathOf(question.path), new URLSearchParams(question.query))}>{question.ask}</a>
            <span>{question.answer}</span>
          </li>
        ))}
      </ul>
      {view.sum.rows > 0 && (
        <>
          <h2>{text.home.where}</h2>
          <MapFigure countries={view.countries} title={text.home.mapTitle} />
          <h2>{text.home.when}</h2>
          <YearFigure
            id="home"
            years={view.years}
            yearPrograms={view.yearPrograms}
            by="family"
            coverage={view.coverage}
            query={{}}
            title={{ sessions: text.figures.sessionsByYear, cost: text.figures.costByYear }}
          />
        </>
      )}
    </Page>
  )
}
