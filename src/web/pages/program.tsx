/** A programme beside its family: under which names the same assistance was reported, year by year, and to which countries. */
import type { ProgramView } from '../../ledger/read/views.js'
import { programOfCode } from '../../ledger/vocabulary.js'
import { CountryTable } from '../components/country-table.js'
import { Page } from '../components/page.js'
import { SumWithPlans } from '../components/sum-with-plans.js'
import { Courses, Deliverers, ValueTable } from '../components/value-table.js'
import { YearFigure } from '../components/year-figure.js'
import type { Covered } from '../coverage.js'
import { breaksFor } from '../program-breaks.js'
import { programName } from '../program-names.js'
import { href, useSite } from '../site.js'

export function ProgramPage({ view }: { view: Covered<ProgramView> }) {
  const site = useSite()
  const { text } = site
  const { program } = view
  const query = { program: [program.slug] }
  const known = programOfCode(program.code)
  const name = programName(program.code, site.language)
  const others = view.family.filter((each) => each.slug !== program.slug)
  return (
    <Page title={program.code} room="programs" breadcrumb={[{ text: text.rooms.programs, path: '/programs' }]}>
      {program.agency && <p class="kicker">{text.agencies[program.agency as keyof typeof text.agencies] ?? program.agency}</p>}
      <h1 translate="no">{program.code}</h1>
      {name && <p class="lede">{name}</p>}
      {known?.authority && (
        <p class="quiet">
          {text.program.authority(known.authority)}
          {!known.authorityChecked && <> {text.coveragePage.uncheckedStatute}</>}
        </p>
      )}
      {others.length > 0 && (
        <p>
          {text.program.family(program.family ?? program.code)}{' '}
          {others.map((each, index) => (
            <>
              {index > 0 && ', '}
              <a href={href(site, `/programs/${each.slug}`)} translate="no">
                {each.code}
              </a>
            </>
          ))}
          {'. '}
          {program.family && program.familySlug && (
            <a href={href(site, `/families/${program.familySlug}`)}>{text.program.together(program.family)}</a>
          )}
        </p>
      )}
      <SumWithPlans view={view} query={query} />
      <h2>{others.length > 0 ? text.program.familyByYear : text.country.byYear}</h2>
      <YearFigure
        id="program"
        years={view.years}
        yearPrograms={view.yearPrograms}
        by="program"
        coverage={view.coverage}
        breaks={breaksFor([program, ...view.family])}
        query={query}
        title={{ sessions: text.figures.sessionsByYear, cost: text.figures.costByYear }}
        tableOf={program.code}
      />
      <h2>{text.rooms.countries}</h2>
      <CountryTable countries={view.countries} caption={text.program.countriesCaption(program.code)} query={query} />
      <div class="columns halves">
        <Courses values={view.courses} query={query} />
        <Deliverers values={view.deliveryUnits} query={query} />
      </div>
      <h2>{text.program.headings}</h2>
      <ValueTable values={view.printed} caption={text.program.headingsCaption} column={text.fields.programPrinted} empty="–" />
    </Page>
  )
}
