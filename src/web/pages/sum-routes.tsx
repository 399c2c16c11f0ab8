/** Loads the pages of sums: the first page, countries, programmes and their families, a printed name, and what no sum covers. */
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { slugOf } from '../../ledger/read/cube.js'
import { countrySlug, programSlug } from '../../ledger/read/known-values.js'
import { readQuery } from '../../ledger/read/query.js'
import { countryOfCode } from '../../ledger/vocabulary.js'
import type { WebDependencies } from '../dependencies.js'
import { sumByLevel } from '../name-levels.js'
import { href } from '../site.js'
import { type Asked, State } from './asked.js'
import { CountriesPage, countryOrders } from './countries.js'
import { CountryPage } from './country.js'
import { CountryWithoutRowsPage } from './country-without-rows.js'
import { CoveragePage } from './coverage.js'
import { notCalled } from './error-route.js'
import { FamilyPage } from './family.js'
import { HomePage } from './home.js'
import { NamePage } from './name.js'
import { ProgramPage } from './program.js'
import { ProgramsPage } from './programs.js'

const Countries = State.extend({ sort: z.enum(countryOrders).default('name') })

export async function homePage({ reading, coverage }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const view = await reading.home(as_of)
  const covered = { ...view, coverage: await coverage({}, as_of, view.head) }
  return send(view.head, () => <HomePage view={covered} />)
}

export async function countriesPage({ reading, coverage }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of, sort } = readQuery(Countries, parameters)
  const view = await reading.home(as_of)
  const covered = { ...view, coverage: await coverage({}, as_of, view.head) }
  return send(view.head, () => <CountriesPage view={covered} order={sort} />)
}

export async function countryPage(dependencies: WebDependencies, asked: Asked, which: string): Promise<Response> {
  const { reading, coverage } = dependencies
  const { parameters, send } = asked
  const { as_of } = readQuery(State, parameters)
  const address = countrySlug(which)
  const view = await reading.country(address, as_of)
  const known = countryOfCode(address.toUpperCase())
  if (!view && !known)
    return notCalled(dependencies, asked, errors.NOT_FOUND(`country "${which.slice(0, 40)}"`), 'country', which)
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
}

export async function programsPage({ reading, coverage }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const view = await reading.home(as_of)
  const covered = { ...view, coverage: await coverage({}, as_of, view.head) }
  return send(view.head, () => <ProgramsPage view={covered} />)
}

export async function programPage(dependencies: WebDependencies, asked: Asked, which: string): Promise<Response> {
  const { reading, coverage } = dependencies
  const { parameters, send } = asked
  const { as_of } = readQuery(State, parameters)
  const address = programSlug(which)
  const view = await reading.program(address, as_of)
  if (!view) return notCalled(dependencies, asked, errors.NOT_FOUND(`programme "${which.slice(0, 40)}"`), 'program', which)
  if (address !== which) return moved(asked, `/programs/${address}`)
  const covered = { ...view, coverage: await coverage({ programs: [view.program.code] }, as_of, view.head) }
  return send(view.head, () => <ProgramPage view={covered} />)
}

export async function familyPage(dependencies: WebDependencies, asked: Asked, which: string): Promise<Response> {
  const { reading, coverage } = dependencies
  const { context, parameters, send, site } = asked
  const { as_of } = readQuery(State, parameters)
  const address = slugOf(which)
  const view = await reading.family(address, as_of)
  if (!view)
    return notCalled(dependencies, asked, errors.NOT_FOUND(`family of programmes "${which.slice(0, 40)}"`), 'family', which)
  if (address !== which) return moved(asked, `/families/${address}`)
  const [only, second] = view.programs
  // What only one programme was ever called needs no second page that says the same.
  if (only && !second) return context.redirect(href(site(view.head), `/programs/${only.program.slug}`), 302)
  const covered = { ...view, coverage: await coverage({ programs: [view.family.name] }, as_of, view.head) }
  return send(view.head, () => <FamilyPage view={covered} />)
}

export async function namePage(
  { reading, coverage }: WebDependencies,
  { parameters, send }: Asked,
  which: string,
): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const view = await reading.name(which, as_of)
  if (!view) throw errors.NOT_FOUND(`printed name "${which.slice(0, 40)}"`)
  const code = view.name.country?.code
  const covered = {
    ...view,
    coverage: await coverage(code && countryOfCode(code) ? { countries: [code] } : {}, as_of, view.head),
  }
  return send(view.head, () => <NamePage view={covered} />)
}

export async function coveragePage({ reading, coverage }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const view = await reading.home(as_of)
  const report = await coverage({}, as_of, view.head)
  return send(view.head, () => <CoveragePage coverage={report} years={view.years} />)
}

/** The page's one address, with the question that was asked of the other. */
function moved({ context, language }: Asked, path: string): Response {
  return context.redirect(`/${language}${encodeURI(path)}${new URL(context.req.url).search}`, 301)
}
