/** A country: sessions and dollars by year and programme with gaps and breaks, who is named as recipient, who delivered, what courses. */
import type { CountryView } from '../../ledger/read/views.js'
import { searchHref } from '../components/filters.js'
import { NameList } from '../components/names.js'
import { Page } from '../components/page.js'
import { ProgramTable } from '../components/program-table.js'
import { QuoteLink } from '../components/quote.js'
import { SumWithPlans } from '../components/sum-with-plans.js'
import { TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { Courses, Deliverers } from '../components/value-table.js'
import { YearFigure } from '../components/year-figure.js'
import { countryInSentence, countryName, countryRegion } from '../countries.js'
import type { Covered } from '../coverage.js'
import type { LevelSessions } from '../name-levels.js'
import { breaksFor } from '../program-breaks.js'
import { href, useSite } from '../site.js'

export interface CountryPageProps {
  view: Covered<CountryView>
  /** How far down the printed recipients reach; null where nobody can say. */
  levels?: LevelSessions | null
}

export function CountryPage({ view, levels = null }: CountryPageProps) {
  const site = useSite()
  const { text, format } = site
  const name = countryName(view.country, site.language)
  const inSentence = countryInSentence(view.country, site.language)
  const query = { country: [view.country.slug] }
  const region = countryRegion(view.country)
  const breaks = breaksFor(view.yearPrograms.map((sum) => sum.program))
  const years = view.years.filter((year) => year.rows > 0).map((year) => year.fiscalYear)
  return (
    <Page
      title={name}
      room="countries"
      breadcrumb={[{ text: text.rooms.countries, path: '/countries' }]}
      description={text.country.lede(inSentence)}
    >
      {region && <p class="kicker">{text.regions[region as keyof typeof text.regions] ?? region}</p>}
      <h1>{name}</h1>
      <p class="lede">
        {text.country.sentence(
          inSentence,
          view.sum.quantity,
          format.number(view.sum.quantity),
          years.length === 1,
          format.years(years),
        )}
      </p>
      <SumWithPlans view={view} query={query} />
      <h2>{text.country.byYear}</h2>
      <YearFigure
        id="country"
        years={view.years}
        yearPrograms={view.yearPrograms}
        by="family"
        coverage={view.coverage}
        breaks={breaks}
        query={query}
        title={{ sessions: text.figures.sessionsByYear, cost: text.figures.costByYear }}
      />
      <h2>{text.country.programs}</h2>
      <ProgramTable programs={view.programs} caption={text.country.programsCaption(name)} query={query} />
      <h2>{text.country.recipients}</h2>
      <p>
        {text.proposal}{' '}
        {text.country.recipientsNote(format.share(view.sum.quantityWithoutUnit, view.sum.quantity), format.number(view.names))}
      </p>
      <div class={view.classes.length > 0 || levels ? 'columns with-aside' : 'columns'}>
        <NameList names={view.topNames} caption={text.country.recipients} country={false} />
        {(view.classes.length > 0 || levels) && (
          <div>
            {levels && <LevelTable levels={levels} />}
            {view.classes.length > 0 && <ClassTable view={view} />}
          </div>
        )}
      </div>
      <p class="small">
        <a href={searchHref(site, query)}>{text.country.allRows(inSentence)}</a>
      </p>
      <div class="columns halves">
        <Deliverers values={view.deliveryUnits} query={query} />
        <Courses values={view.courses} query={query} />
      </div>
      <p class="small">
        <a href={href(site, '/sources')}>{text.country.sources(format.number(view.reports.length))}</a>
        {view.country.code && (
          <>
            {' · '}
            <a href={href(site, '/claims', new URLSearchParams({ country: view.country.code }))}>
              {text.country.claims(inSentence)}
            </a>
          </>
        )}
      </p>
    </Page>
  )
}

/** How much of what is printed names a unit at all: the share that can be followed further. */
function LevelTable({ levels }: { levels: LevelSessions }) {
  const { text, format } = useSite()
  const rows = (['unit', 'class of units', 'service or ministry', 'none'] as const).map(
    (level) => [level, levels[level]] as const,
  )
  const all = rows.reduce((sum, [, sessions]) => sum + sessions, 0)
  if (all === 0) return null
  return (
    <TableFrame label={text.country.levels}>
      <table>
        <caption>
          {text.country.levels}
          <small>{text.country.levelsNote}</small>
        </caption>
        <TableHead columns={[{ words: text.fields.level }, { figures: text.fields.sessions }, { figures: text.fields.share }]} />
        <tbody>
          {rows.map(([level, sessions]) => (
            <tr>
              <th scope="row">{text.levels[level]}</th>
              <td class="number">{format.number(sessions)}</td>
              <td class="number">{format.share(sessions, all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function ClassTable({ view }: { view: CountryView }) {
  const site = useSite()
  const { text, format } = site
  return (
    <TableFrame label={text.country.classes}>
      <table>
        <caption>
          {text.country.classes}
          <small>{text.country.classesNote}</small>
        </caption>
        <TableHead columns={[{ words: text.fields.class }, { figures: text.fields.sessions }, 'quote']} />
        <tbody>
          {view.classes.map((each) => (
            <tr>
              <th scope="row">
                <a href={searchHref(site, { country: [view.country.slug], class: [each.recipientClass] })}>
                  {text.classes[each.recipientClass]}
                </a>
              </th>
              <td class="number">{format.number(each.quantity)}</td>
              <td>
                <QuoteLink
                  query={{ country: [view.country.slug], class: [each.recipientClass] }}
                  about={text.classes[each.recipientClass]}
                  short
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
