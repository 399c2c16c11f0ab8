/**
 * The pages' addresses: `/en/…` and `/es/…`. Loading is in the routes, deciding in analysis, showing in the pages. What cannot be read in an
 * address, is not there or was removed answers with a page of its own, in the reader's language.
 */
import { Hono } from 'hono'
import { errors } from '../../ledger/errors.js'
import type { WebDependencies } from '../dependencies.js'
import { refuseUnknown } from '../known-values.js'
import { languages } from '../messages/format.js'
import { screeningPages } from '../screening/routes.js'
import { addArticlePage, articlePage, articlesPage, casesPage, claimCard, claimPage, claimsPage } from './article-routes.js'
import { type Asked, askFor } from './asked.js'
import { changePage, changesPage } from './changes-route.js'
import { checkCard, checkPage } from './check-route.js'
import { chainGraphml, entityPage } from './entity-route.js'
import { failure, problemPage } from './error-route.js'
import { exposuresPage } from './exposures-route.js'
import { incidentPage, incidentsPage } from './incident-routes.js'
import { MethodPage, WordingPage } from './prose.js'
import { namingJudgingPage, queuePage, unitJudgingPage } from './queue-route.js'
import { quoteCard, quotePage, searchPage } from './search-route.js'
import { reconciliationPage, sourcePage, sourcesPage, totalPage } from './source-routes.js'
import {
  countriesPage,
  countryPage,
  coveragePage,
  familyPage,
  homePage,
  namePage,
  programPage,
  programsPage,
} from './sum-routes.js'
import { trainingPage } from './training-route.js'
import { peoplePage, unitsPage } from './units-route.js'

/** `which` stands in the address for a record, or for the name of a country, programme or family. */
type Answer = (dependencies: WebDependencies, asked: Asked, which: string) => Promise<Response>

/** Paths under /en and /es, tried in this order. What is not called as a record is called here has no page. */
const pages: readonly (readonly [path: string, answer: Answer, record?: string])[] = [
  ['/', homePage],
  ['/search', searchPage],
  ['/quote', quotePage],
  ['/quote.png', quoteCard],
  ['/countries', countriesPage],
  ['/countries/:which', countryPage],
  ['/programs', programsPage],
  ['/programs/:which', programPage],
  ['/families/:which', familyPage],
  ['/names/:which', namePage, 'printed name'],
  ['/incidents', incidentsPage],
  ['/incidents/:which', incidentPage, 'incident'],
  ['/changes', changesPage],
  ['/changes/:which', changePage],
  ['/exposures', exposuresPage],
  ['/cases', casesPage],
  ['/articles', articlesPage],
  ['/articles/new', addArticlePage],
  ['/articles/:which', articlePage, 'article'],
  ['/claims', claimsPage],
  ['/claims/:which', claimPage, 'claim'],
  ['/claims/:which/card.png', claimCard, 'claim'],
  ['/checks', checkPage],
  ['/checks.png', checkCard],
  ['/queue', queuePage],
  ['/queue/unit/:which', unitJudgingPage, 'unit'],
  ['/queue/row/:which', namingJudgingPage, 'training'],
  ...screeningPages,
  ['/units', unitsPage],
  ['/units/:which', (dependencies, asked, which) => entityPage(dependencies, asked, which, 'units'), 'page'],
  ['/units/:which/chain.graphml', chainGraphml, 'unit'],
  ['/people', peoplePage],
  ['/people/:which', (dependencies, asked, which) => entityPage(dependencies, asked, which, 'people'), 'page'],
  ['/trainings/:which', trainingPage, 'training'],
  ['/sources', sourcesPage],
  ['/sources/:which', sourcePage, 'source'],
  ['/totals/:which', totalPage, 'printed total'],
  ['/reconciliation', reconciliationPage],
  ['/coverage', coveragePage],
  ['/method', async ({ reading }, { send }) => send(await reading.head(), () => <MethodPage />)],
  ['/wording', async ({ reading }, { send }) => send(await reading.head(), () => <WordingPage />)],
]

const id = /^[0-9A-Za-z_-]{1,80}$/

export function pageRoutes(dependencies: WebDependencies): Hono {
  const app = new Hono()
  for (const language of languages) {
    for (const [path, answer, record] of pages)
      app.get(`/${language}${path}`, async (context) => {
        const asked = askFor(context, language)
        const which = context.req.param('which') ?? ''
        try {
          await refuseUnknown(dependencies, path, asked.parameters)
          if (record !== undefined && !id.test(which)) throw errors.NOT_FOUND(`${record} "${which.slice(0, 40)}"`)
          return await answer(dependencies, asked, which)
        } catch (error) {
          return problemPage(dependencies, asked, error, which)
        }
      })
    app.get(`/${language}`, (context) => context.redirect(`/${language}/`, 301))
    app.get(`/${language}/*`, (context) => failure(askFor(context, language), errors.NOT_FOUND('page')))
  }
  return app
}
