/** A family of programmes: one kind of assistance under all the names that it had, which no single programme's page can sum. */
import type { FamilyView } from '../../ledger/read/family.js'
import { CountryTable } from '../components/country-table.js'
import { Page } from '../components/page.js'
import { ProgramTable } from '../components/program-table.js'
import { SumWithPlans } from '../components/sum-with-plans.js'
import { YearFigure } from '../components/year-figure.js'
import type { Covered } from '../coverage.js'
import { breaksFor } from '../program-breaks.js'
import { useSite } from '../site.js'

export function FamilyPage({ view }: { view: Covered<FamilyView> }) {
  const { text } = useSite()
  const { family } = view
  const query = { family: [family.slug] }
  return (
    <Page
      title={family.name}
      room="programs"
      breadcrumb={[{ text: text.rooms.programs, path: '/programs' }]}
      description={text.family.about(family.name)}
    >
      <p class="kicker">{text.family.kicker}</p>
      <h1 translate="no">{family.name}</h1>
      <p class="lede">{text.family.lede}</p>
      <SumWithPlans view={view} query={query} />
      <h2>{text.family.byYear}</h2>
      <YearFigure
        id="family"
        years={view.years}
        yearPrograms={view.yearPrograms}
        by="program"
        coverage={view.coverage}
        breaks={breaksFor(view.programs.map(({ program }) => program))}
        query={query}
        title={{ sessions: text.figures.sessionsByYear, cost: text.figures.costByYear }}
      />
      <h2>{text.family.programs}</h2>
      <ProgramTable programs={view.programs} caption={text.family.programsCaption(family.name)} />
      <h2>{text.rooms.countries}</h2>
      <CountryTable countries={view.countries} caption={text.program.countriesCaption(family.name)} query={query} />
    </Page>
  )
}
