/** What the record covers and what it does not: every gap by report, with the source of knowing it. */
import type { CoverageReport } from '../../analysis/coverage.js'
import { citesUncheckedStatute } from '../../analysis/coverage-tables.js'
import type { YearSum } from '../../ledger/read/views.js'
import { type GapGroup, GapScope, groupGaps } from '../components/coverage.js'
import { Page } from '../components/page.js'
import { TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { useSite } from '../site.js'

export interface CoveragePageProps {
  coverage: CoverageReport
  years: readonly YearSum[]
}

export function CoveragePage({ coverage, years }: CoveragePageProps) {
  const { text, language } = useSite()
  const groups = groupGaps(coverage.gaps)
  const states = [...new Set(groups.map((group) => group.state))]
  return (
    <Page title={text.rooms.coverage} room="coverage">
      <h1>{text.coveragePage.heading}</h1>
      <p class="lede">{text.coveragePage.lede}</p>
      <YearStates coverage={coverage} years={years} />
      {states.map((state) => (
        <>
          <h2>{text.states[state]}</h2>
          <p>{text.stateMeanings[state]}</p>
          <TableFrame label={text.states[state]}>
            <table class="records">
              <caption class="visually-hidden">{text.states[state]}</caption>
              <TableHead
                columns={[
                  { words: text.coveragePage.what },
                  { words: text.coveragePage.why },
                  { words: text.coveragePage.knownFrom },
                ]}
              />
              <tbody>
                {groups
                  .filter((group) => group.state === state)
                  .map((group) => (
                    <tr>
                      <th scope="row" class="gap-scope wide">
                        <GapScope group={group} whole />
                      </th>
                      <td class="wide">{text.reasons[group.reasonCode]}</td>
                      <td lang="en" class="wide quiet">
                        {group.citations.slice(0, mostCitations).join('; ')}
                        {group.citations.length > mostCitations && ` (+${group.citations.length - mostCitations})`}
                        {group.citations.some(citesUncheckedStatute) && (
                          <>
                            {' '}
                            <span class="badge doubt" lang={language}>
                              {text.coveragePage.unverified}
                            </span>
                          </>
                        )}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </TableFrame>
        </>
      ))}
    </Page>
  )
}

/** A reason may be known from one file a year. */
const mostCitations = 3

/** Fiscal years × what is known of each, at a glance. */
function YearStates({ coverage, years }: CoveragePageProps) {
  const { text, format } = useSite()
  const known = new Map(years.map((year) => [year.fiscalYear, year]))
  const gapYears = coverage.years
  /** What of the year the gaps of one state are about. */
  const detailOf = (gaps: readonly GapGroup[]) => {
    const countries = new Set(gaps.flatMap((gap) => gap.countries)).size
    const columns = gaps.flatMap((gap) =>
      gap.column ? [text.columns[gap.column as keyof typeof text.columns] ?? gap.column] : [],
    )
    return [
      ...gaps.flatMap((gap) => gap.program ?? []),
      ...columns,
      ...gaps.flatMap((gap) => gap.regions),
      countries > 0 ? text.coverage.countries(countries) : '',
    ]
      .filter(Boolean)
      .join(', ')
  }
  const all = [...new Set([...known.keys(), ...gapYears])].sort((a, b) => a - b)
  if (all.length === 0) return null
  return (
    <TableFrame label={text.coveragePage.byYear}>
      <table class="records">
        <caption>{text.coveragePage.byYear}</caption>
        <TableHead
          columns={[
            { words: text.fields.fiscalYear },
            { figures: text.fields.sessions },
            { figures: text.fields.rows },
            { words: text.coveragePage.gaps },
          ]}
        />
        <tbody>
          {all.map((year) => {
            const sum = known.get(year)
            const gaps = groupGaps(coverage.gaps.filter((gap) => gap.fiscalYear === year))
            return (
              <tr class={sum && sum.rows > 0 ? undefined : 'gap'}>
                <th scope="row" class="wide">
                  {year}
                </th>
                <td class="number" data-label={sum && sum.rows > 0 ? text.fields.sessions : undefined}>
                  {sum && sum.rows > 0 ? format.number(sum.quantity) : text.figures.noData}
                </td>
                <td class="number" data-label={sum && sum.rows > 0 ? text.fields.rows : undefined}>
                  {sum && sum.rows > 0 ? format.number(sum.rows) : ''}
                </td>
                <td class="wide">
                  {gaps.length === 0 ? (
                    <span class="quiet">{text.coveragePage.noGap}</span>
                  ) : (
                    <ul class="plain">
                      {[...new Set(gaps.map((gap) => gap.state))].map((state) => {
                        const detail = detailOf(gaps.filter((gap) => gap.state === state))
                        return (
                          <li>
                            {text.states[state]}
                            {detail && <span class="quiet">: {detail}</span>}
                          </li>
                        )
                      })}
                    </ul>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}
