/** The listing of alleged incidents: when, what, where and who says so; newest first. */
import { readPartialDate, readRangeText, shortDate } from '../../ledger/dates.js'
import type { IncidentPage as Listed } from '../../ledger/read/incidents.js'
import { Page } from '../components/page.js'
import { Onward } from '../components/pager.js'
import { Printed, TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { countryInWords } from '../countries.js'
import { href, useSite } from '../site.js'

export interface IncidentsPageProps {
  page: Listed
  /** '' for all. */
  country: string
  from: number
  limit: number
}

export function IncidentsPage({ page, country, from, limit }: IncidentsPageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.incident
  const to = from + page.incidents.length
  const address = (start: number) =>
    href(site, '/incidents', { ...(country !== '' && { country }), ...(start > 0 && { from: String(start) }) })
  return (
    <Page title={words.title} description={words.lede}>
      <h1>{words.title}</h1>
      <p>{words.lede}</p>
      <p class="notice">{words.notJudged}</p>
      {page.countries.length > 0 && (
        <nav aria-label={words.byCountry}>
          <p class="small">
            {country === '' ? <strong>{words.allCountries}</strong> : <a href={href(site, '/incidents')}>{words.allCountries}</a>}
            {page.countries.map((one) => (
              <>
                {' · '}
                {one.country === country ? (
                  <strong>{countryInWords(one.country, site.language)}</strong>
                ) : (
                  <a href={href(site, '/incidents', { country: one.country })}>{countryInWords(one.country, site.language)}</a>
                )}{' '}
                <span class="quiet">{format.number(one.incidents)}</span>
              </>
            ))}
          </p>
        </nav>
      )}
      {page.incidents.length === 0 ? (
        <p class="none">{words.none}</p>
      ) : (
        <>
          <h2>{words.count(page.total, format.number(page.total))}</h2>
          <p class="quiet small">{words.shown(format.number(from + 1), format.number(to), format.number(page.total))}</p>
          <TableFrame label={words.title}>
            <table class="records incidents">
              <caption class="visually-hidden">{words.title}</caption>
              <TableHead
                columns={[
                  { words: words.what },
                  { words: words.when },
                  { words: words.word },
                  { words: words.where },
                  { words: words.who },
                  { words: words.answers },
                ]}
              />
              <tbody>
                {page.incidents.map((incident) => (
                  <tr>
                    <th scope="row" class="wide">
                      <a href={href(site, `/incidents/${incident.id}`)} translate="no">
                        {words.allegedThat(clipped(incident.value ?? words.nothingNamed))}
                      </a>
                    </th>
                    <td class="dates wide" data-label={words.when}>
                      {datesOf(incident.imprecise) ?? <span class="none">{text.entity.noDates}</span>}
                    </td>
                    <td class="wide" data-label={words.word}>
                      <Printed text={incident.violations.join('; ')} blank={words.notSaid} />
                    </td>
                    <td class="wide" data-label={words.where}>
                      <Printed text={incident.locations.map(clipped).join('; ')} blank={words.notSaid} />
                      <span class="line quiet small">
                        {incident.countries.map((code) => countryInWords(code, site.language)).join(', ')}
                      </span>
                    </td>
                    <td class="small wide" translate="no" data-label={words.who}>
                      {incident.speaker && <span class="line">{incident.speaker}</span>}
                      <span class="line quiet">{incident.sourceTitle}</span>
                    </td>
                    <td class="wide" data-label={words.answers}>
                      {incident.answers > 0 ? format.number(incident.answers) : <span class="none">{words.noAnswers}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          <Onward
            first={from > 0 ? { address: address(0), words: words.first } : null}
            next={to < page.total ? { address: address(from + limit), words: words.next } : null}
          />
        </>
      )}
    </Page>
  )
}

/** "2014-02", "2011 – 2014", or "2014-02-03 – 2014-02-09"; never more exact than it is known. */
export function datesOf(range: string | null): string | null {
  if (range === null) return null
  const { from, to } = readRangeText(range)
  // Whole years, or whole months, from the first to the last.
  const [first, last] = [4, 7]
    .map((length) => [from.slice(0, length), to.slice(0, length)] as const)
    .find(([first, last]) => wholeFrom(first, from) && wholeTo(last, to)) ?? [from, to]
  return shortDate(range) ?? `${first} – ${last}`
}

const wholeFrom = (period: string, day: string): boolean => readPartialDate(period)!.from === day
const wholeTo = (period: string, day: string): boolean => readPartialDate(period)!.to === day

const clipped = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
