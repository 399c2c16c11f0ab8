/**
 * The pages' addresses: `/en/…` and `/es/…`. Loading is here, deciding in analysis, showing in the pages. What cannot be read in an
 * address, is not there or was removed answers with a page of its own, in the reader's language.
 */

import { Hono } from 'hono'
import { z } from 'zod'
import { errors, UserError } from '../../ledger/errors.js'
import { stateInAddress } from '../../ledger/read/as-of.js'
import { slugOf } from '../../ledger/read/cube.js'
import { countrySlug, isNamed, type Named, programSlug } from '../../ledger/read/known-values.js'
import { readQuery, readTrainingQuery, TrainingQuery, writeTrainingQuery } from '../../ledger/read/query.js'
import { searchUnits } from '../../ledger/read/unit-listing.js'
import { countryOfCode } from '../../ledger/vocabulary.js'
import { searchKey } from '../../names/search-key.js'
import { Evidence } from '../components/evidence.js'
import type { WebDependencies } from '../dependencies.js'
import { coverageScope } from '../dependencies.js'
import { cardResponse, drawQuotation, evidenceOfPage, evidenceOfRow } from '../evidence.js'
import { orExpunged } from '../gone.js'
import { knownPages, nearestTo, type Suggestion } from '../known-pages.js'
import { refuseUnknown } from '../known-values.js'
import { formatFor, type Language, languages } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { sumByLevel } from '../name-levels.js'
import { inOtherWays } from '../other-ways.js'
import { searchPeople } from '../people-view.js'
import { type Problem, problemOf } from '../problems.js'
import { sumQuotation } from '../quote/quoted-sum.js'
import { renderPage } from '../render.js'
import { screeningPages } from '../screening/routes.js'
import { href, type Site } from '../site.js'
import { readSourceText } from '../source-text.js'
import { stylesheet } from '../style/stylesheet.js'
import { otherSpellings, wordsApart } from '../words-found.js'
import { addArticlePage, articlePage, articlesPage, casesPage, claimCard, claimPage, claimsPage } from './article-routes.js'
import { type Asked, askFor } from './asked.js'
import { changePage, changesPage } from './changes-route.js'
import { checkCard, checkPage } from './check-route.js'
import { CountriesPage, countryOrders } from './countries.js'
import { CountryPage } from './country.js'
import { CountryWithoutRowsPage } from './country-without-rows.js'
import { CoveragePage } from './coverage.js'
import { chainGraphml, entityPage } from './entity-route.js'
import { exposuresPage } from './exposures-route.js'
import { FamilyPage } from './family.js'
import { HomePage } from './home.js'
import { incidentPage, incidentsPage } from './incident-routes.js'
import { NamePage } from './name.js'
import { ProgramPage } from './program.js'
import { ProgramsPage } from './programs.js'
import { ErrorPage, MethodPage, WordingPage } from './prose.js'
import { namingJudgingPage, queuePage, unitJudgingPage } from './queue-route.js'
import { QuotePage } from './quote.js'
import { ReconciliationPage } from './reconciliation.js'
import { SearchPage } from './search.js'
import { SourcePage } from './source.js'
import { SourcesPage } from './sources.js'
import { TotalPage } from './total.js'
import { trainingPage } from './training-route.js'
import { peoplePage, unitsPage } from './units-route.js'

const State = TrainingQuery.pick({ as_of: true })

const Countries = z.object({ ...State.shape, sort: z.enum(countryOrders).default('name') })
const OneSource = z.object({
  ...State.shape,
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'the number of a page')
    .transform(Number)
    .optional(),
})
const Reconciliation = z.object({
  ...State.shape,
  report: z
    .string()
    .regex(/^\d{4}-\d{4}$/, 'a report, "2012-2013"')
    .optional(),
})

const id = /^[0-9A-Za-z_-]{1,80}$/

export function pageRoutes(dependencies: WebDependencies): Hono {
  const { reading, coverage } = dependencies
  const app = new Hono()
  const knownIn = knownPages(reading)

  /** What nothing is called, with the pages of what may have been meant. */
  async function notThere(asked: Asked, error: UserError, what: Named, typed: string): Promise<Response> {
    const { countries, programs } = await knownIn(asked.language)
    const nearest = nearestTo(typed, what === 'country' ? countries : programs, 5)
    const problem = problemOf(error)
    return asked.send(null, () => <ErrorOf problem={problem} nearest={nearest} />, shownStatus(problem.status))
  }

  const page = (path: string, answer: (asked: Asked, parameter: string) => Promise<Response> | Response) => {
    for (const language of languages)
      app.get(`/${language}${path}`, async (context) => {
        const asked = askFor(context, language)
        try {
          await refuseUnknown(dependencies, path, asked.parameters)
          return await answer(asked, context.req.param('which') ?? '')
        } catch (error) {
          const named = error instanceof UserError && isNamed(error.place.column ?? '') ? (error.place.column as Named) : null
          if (named) return await notThere(asked, error as UserError, named, asked.parameters.get(named) ?? '')
          return failure(asked, await orExpunged(dependencies, error, [context.req.param('which') ?? '']))
        }
      })
  }

  page('/', async ({ parameters, send }) => {
    const { as_of } = readQuery(State, parameters)
    const view = await reading.home(as_of)
    const covered = { ...view, coverage: await coverage({}, as_of, view.head) }
    return send(view.head, () => <HomePage view={covered} />)
  })

  page('/search', async ({ parameters, send }) => {
    const query = readTrainingQuery(parameters)
    const result = await reading.search(query)
    const covered = { ...result, coverage: await coverage(coverageScope(query), query.as_of, result.head) }
    // Names are resolved for the present alone.
    const asked = query.q !== '' && query.as_of === undefined && query.cursor === undefined
    const country = query.country.length === 1 ? query.country[0]!.toUpperCase() : null
    const units = asked ? await searchUnits(reading, { q: query.q, kind: [], country, limit: 10 }, searchKey) : undefined
    const people = asked
      ? (await searchPeople(dependencies, { q: query.q, country: country ?? '' }, undefined, result.head)).people
      : []
    const ways = query.cursor === undefined ? await inOtherWays(reading, query, result.total) : null
    const nothing = result.total === 0 && query.q !== ''
    const apart = nothing ? await wordsApart(reading, query) : []
    const spelled = nothing ? await otherSpellings(reading, query) : []
    return send(result.head, () => (
      <SearchPage
        query={query}
        result={covered}
        people={people}
        apart={apart}
        spelled={spelled}
        ways={ways}
        {...(units && { units })}
      />
    ))
  })

  page('/quote', async ({ parameters, send, site }) => {
    const { cursor: _cursor, ...query } = readTrainingQuery(parameters)
    const result = await reading.search({ ...query, limit: 1 })
    const covered = { ...result, coverage: await coverage(coverageScope(query), query.as_of, result.head) }
    const quotation = await sumQuotation(reading, site(result.head), query, covered)
    const card = href(site(result.head), '/quote.png', writeTrainingQuery({ ...query, as_of: stateInAddress(result.head) }))
    return send(result.head, () => <QuotePage query={query} result={covered} quotation={quotation} card={card} />)
  })

  page('/quote.png', async ({ parameters, context, language, site }) => {
    const { cursor: _cursor, ...query } = readTrainingQuery(parameters)
    const result = await reading.search({ ...query, limit: 1 })
    const covered = { ...result, coverage: await coverage(coverageScope(query), query.as_of, result.head) }
    const quotation = await sumQuotation(reading, site(result.head), query, covered)
    return cardResponse(context, await drawQuotation(dependencies, quotation, language))
  })

  page('/countries', async ({ parameters, send }) => {
    const { as_of, sort } = readQuery(Countries, parameters)
    const view = await reading.home(as_of)
    const covered = { ...view, coverage: await coverage({}, as_of, view.head) }
    return send(view.head, () => <CountriesPage view={covered} order={sort} />)
  })

  page('/countries/:which', async (asked, which) => {
    const { parameters, send } = asked
    const { as_of } = readQuery(State, parameters)
    const address = countrySlug(which)
    const view = await reading.country(address, as_of)
    const known = countryOfCode(address.toUpperCase())
    if (!view && !known) return notThere(asked, errors.NOT_FOUND(`country "${which.slice(0, 40)}"`), 'country', which)
    // By a name or in capitals: every page has one address.
    if (address !== which) return moved(asked, `/countries/${address}`)
    if (!view) {
      // A country that no row names is no mistake of the reader: that it is absent, and why, is the answer.
      const { head } = await reading.home(as_of)
      const { code, nameEn } = known!
      const country = { slug: address, code, name: nameEn }
      const absent = await coverage({ countries: [code] }, as_of, head)
      return send(head, () => <CountryWithoutRowsPage country={country} coverage={absent} />)
    }
    const code = view.country.code
    const covered = {
      ...view,
      coverage: await coverage(code && countryOfCode(code) ? { countries: [code] } : {}, as_of, view.head),
    }
    const levels = code === null ? null : sumByLevel(view.recipients)
    return send(view.head, () => <CountryPage view={covered} levels={levels} />)
  })

  page('/programs', async ({ parameters, send }) => {
    const { as_of } = readQuery(State, parameters)
    const view = await reading.home(as_of)
    const covered = { ...view, coverage: await coverage({}, as_of, view.head) }
    return send(view.head, () => <ProgramsPage view={covered} />)
  })

  page('/programs/:which', async (asked, which) => {
    const { parameters, send } = asked
    const { as_of } = readQuery(State, parameters)
    const address = programSlug(which)
    const view = await reading.program(address, as_of)
    if (!view) return notThere(asked, errors.NOT_FOUND(`programme "${which.slice(0, 40)}"`), 'program', which)
    if (address !== which) return moved(asked, `/programs/${address}`)
    const covered = { ...view, coverage: await coverage({ programs: [view.program.code] }, as_of, view.head) }
    return send(view.head, () => <ProgramPage view={covered} />)
  })

  page('/families/:which', async (asked, which) => {
    const { context, parameters, send, site } = asked
    const { as_of } = readQuery(State, parameters)
    const address = slugOf(which)
    const view = await reading.family(address, as_of)
    if (!view) return notThere(asked, errors.NOT_FOUND(`family of programmes "${which.slice(0, 40)}"`), 'family', which)
    if (address !== which) return moved(asked, `/families/${address}`)
    const [only, second] = view.programs
    // What only one programme was ever called needs no second page that says the same.
    if (only && !second) return context.redirect(href(site(view.head), `/programs/${only.program.slug}`), 302)
    const covered = { ...view, coverage: await coverage({ programs: [view.family.name] }, as_of, view.head) }
    return send(view.head, () => <FamilyPage view={covered} />)
  })

  page('/names/:which', async ({ parameters, send }, which) => {
    const { as_of } = readQuery(State, parameters)
    const view = id.test(which) ? await reading.name(which, as_of) : null
    if (!view) throw errors.NOT_FOUND(`printed name "${which.slice(0, 40)}"`)
    const code = view.name.country?.code
    const covered = {
      ...view,
      coverage: await coverage(code && countryOfCode(code) ? { countries: [code] } : {}, as_of, view.head),
    }
    return send(view.head, () => <NamePage view={covered} />)
  })

  page('/incidents', (asked) => incidentsPage(dependencies, asked))

  page('/incidents/:which', (asked, which) => {
    if (!id.test(which)) throw errors.NOT_FOUND(`incident "${which.slice(0, 40)}"`)
    return incidentPage(dependencies, asked, which)
  })

  page('/changes', (asked) => changesPage(dependencies, asked))
  page('/changes/:which', (asked, which) => changePage(dependencies, asked, which))

  page('/exposures', (asked) => exposuresPage(dependencies, asked))

  page('/cases', (asked) => casesPage(dependencies, asked))
  page('/articles', (asked) => articlesPage(dependencies, asked))
  page('/articles/new', (asked) => addArticlePage(dependencies, asked))
  page('/articles/:which', (asked, which) => {
    if (!id.test(which)) throw errors.NOT_FOUND(`article "${which.slice(0, 40)}"`)
    return articlePage(dependencies, asked, which)
  })
  page('/claims', (asked) => claimsPage(dependencies, asked))
  page('/claims/:which', (asked, which) => {
    if (!id.test(which)) throw errors.NOT_FOUND(`claim "${which.slice(0, 40)}"`)
    return claimPage(dependencies, asked, which)
  })

  page('/claims/:which/card.png', (asked, which) => {
    if (!id.test(which)) throw errors.NOT_FOUND(`claim "${which.slice(0, 40)}"`)
    return claimCard(dependencies, asked, which)
  })
  page('/checks', (asked) => checkPage(dependencies, asked))
  page('/checks.png', (asked) => checkCard(dependencies, asked))

  page('/queue', (asked) => queuePage(dependencies, asked))

  for (const [path, answer] of screeningPages) page(path, (asked, which) => answer(dependencies, asked, which))

  page('/queue/unit/:which', (asked, which) => {
    if (!id.test(which)) throw errors.NOT_FOUND(`unit "${which.slice(0, 40)}"`)
    return unitJudgingPage(dependencies, asked, which)
  })

  page('/queue/row/:which', (asked, which) => {
    if (!id.test(which)) throw errors.NOT_FOUND(`training "${which.slice(0, 40)}"`)
    return namingJudgingPage(dependencies, asked, which)
  })

  page('/units', (asked) => unitsPage(dependencies, asked))
  page('/people', (asked) => peoplePage(dependencies, asked))
  for (const room of ['units', 'people'] as const)
    page(`/${room}/:which`, (asked, which) => {
      if (!id.test(which)) throw errors.NOT_FOUND(`page "${which.slice(0, 40)}"`)
      return entityPage(dependencies, asked, which, room)
    })

  page('/units/:which/chain.graphml', (asked, which) => {
    if (!id.test(which)) throw errors.NOT_FOUND(`unit "${which.slice(0, 40)}"`)
    return chainGraphml(dependencies, asked, which)
  })

  page('/trainings/:which', (asked, which) => {
    const { as_of } = readQuery(State, asked.parameters)
    if (!id.test(which)) throw errors.NOT_FOUND(`training "${which.slice(0, 40)}"`)
    return trainingPage(dependencies, asked, which, as_of)
  })

  page('/sources', async ({ parameters, send }) => {
    const { as_of } = readQuery(State, parameters)
    const { sources, head } = await reading.sources(as_of)
    return send(head, () => <SourcesPage sources={sources} />)
  })

  page('/sources/:which', async ({ parameters, send }, which) => {
    const { as_of, page: shown } = readQuery(OneSource, parameters)
    const view = id.test(which) ? await reading.source(which, as_of) : null
    if (!view || (shown !== undefined && shown > (view.source.pages ?? 0)))
      throw errors.NOT_FOUND(shown === undefined ? `source "${which.slice(0, 40)}"` : `page ${shown} of this source`)
    const countries = view.countries.flatMap(({ country }) => country.code ?? [])
    const report = view.source.report
    const years = report ? [Number(report.slice(0, 4))] : undefined
    const covered = { ...view, coverage: await coverage({ countries, ...(years && { years }) }, as_of, view.head) }
    const evidence = await evidenceOfPage(dependencies, view.source, shown ?? null)
    const text = await readSourceText(dependencies, view.source, as_of)
    return send(view.head, () => (
      <SourcePage view={covered} page={shown ?? null} evidence={<Evidence view={evidence} />} text={text} />
    ))
  })

  page('/totals/:which', async ({ parameters, send }, which) => {
    const { as_of } = readQuery(State, parameters)
    const view = id.test(which) ? await reading.total(which, as_of) : null
    if (!view) throw errors.NOT_FOUND(`printed total "${which.slice(0, 40)}"`)
    const { total, head } = view
    const evidence = await evidenceOfRow(dependencies, 'total', which)
    return send(head, () => <TotalPage total={total} evidence={evidence && <Evidence view={evidence} />} />)
  })

  page('/reconciliation', async ({ parameters, send }) => {
    const { as_of, report } = readQuery(Reconciliation, parameters)
    const view = await reading.reconciliation(as_of)
    return send(view.head, () => <ReconciliationPage view={view} report={report ?? null} />)
  })

  page('/coverage', async ({ parameters, send }) => {
    const { as_of } = readQuery(State, parameters)
    const view = await reading.home(as_of)
    const report = await coverage({}, as_of, view.head)
    return send(view.head, () => <CoveragePage coverage={report} years={view.years} />)
  })

  page('/method', async ({ send }) => send(await reading.head(), () => <MethodPage />))
  page('/wording', async ({ send }) => send(await reading.head(), () => <WordingPage />))

  for (const language of languages) {
    app.get(`/${language}`, (context) => context.redirect(`/${language}/`, 301))
    app.get(`/${language}/*`, (context) => failure(askFor(context, language), errors.NOT_FOUND('page')))
  }
  return app
}

/** The page's one address, with the question that was asked of the other. */
function moved({ context, language }: Asked, path: string): Response {
  return context.redirect(`/${language}${encodeURI(path)}${new URL(context.req.url).search}`, 301)
}

const shownStatuses = [400, 404, 410, 500, 503] as const

/** 405, 414 and the like are of the address, too. */
const shownStatus = (status: number) => shownStatuses.find((each) => each === status) ?? 400

/** The reader's mistakes as pages, in the frame of the address that was asked; what is our mistake goes on to whoever logs it. */
function failure(asked: Asked, error: unknown): Response {
  if (!(error instanceof UserError)) throw error
  const problem = problemOf(error)
  return asked.send(
    null,
    ({ address }) => (
      <ErrorOf problem={problem} again={problem.parameter === 'cursor' ? beginningOf(asked, address) : undefined} />
    ),
    shownStatus(problem.status),
  )
}

/** The same listing without the place in it: whoever pages while the ledger changes has done nothing wrong. */
function beginningOf({ language, parameters }: Asked, address: string): string {
  const rest = new URLSearchParams([...parameters].filter(([name]) => name !== 'cursor'))
  return href({ language, asOf: null }, address.split('?')[0]!, rest)
}

/** What went wrong, as a page, where no route of a page has answered: an address outside the languages, or our own mistake. */
export async function errorPage(problem: Problem, language: Language, { reading }: WebDependencies): Promise<string> {
  const site: Site = {
    language,
    text: messagesFor(language),
    format: formatFor(language),
    address: '/',
    asOf: null,
    head: await reading.head().catch(() => null),
    origin: '',
    stylesheet: stylesheet().path,
  }
  return renderPage(site, <ErrorOf problem={problem} />)
}

interface ErrorOfProps {
  problem: Problem
  nearest?: readonly Suggestion[]
  again?: string | undefined
}

function ErrorOf({ problem, nearest = [], again }: ErrorOfProps) {
  const status = shownStatus(problem.status)
  // What our own mistake says of itself helps no reader.
  if (status === 500) return <ErrorPage status={status} />
  const { code, detail, remedy, changeset } = problem
  return (
    <ErrorPage
      status={status}
      code={code}
      message={detail}
      remedy={remedy}
      changeset={changeset}
      nearest={nearest}
      {...(again !== undefined && { again })}
    />
  )
}
