/** The listings of units and of people: all of them, or those whose names hold some words. */
import type { Child } from 'hono/jsx'
import type { PersonRow } from '../../ledger/read/people.js'
import { maximumQueryLength } from '../../ledger/read/query.js'
import type { UnitKind, UnitRow } from '../../ledger/read/units.js'
import { Downloads } from '../components/downloads.js'
import { EitherOf, OtherWays } from '../components/other-ways.js'
import { Page } from '../components/page.js'
import { Onward } from '../components/pager.js'
import { PersonList } from '../components/person-list.js'
import { UnitList } from '../components/unit-list.js'
import type { OtherWays as Ways } from '../other-ways.js'
import { href, useSite } from '../site.js'

export const unitKinds = ['unit', 'class of units', 'body', 'organization'] as const satisfies UnitKind[]

interface Asked {
  q: string
  /** '' for all. */
  country: string
}

export interface UnitsPageProps {
  query: Asked & { kind: UnitKind | ''; cursor?: string | undefined }
  units: readonly UnitRow[]
  total: number
  next: string | null
  /** Where sources write words of it otherwise, too: the question in all ways, and the units that it finds. */
  ways: { ways: Ways; found: number } | null
}

export function UnitsPage({ query, units, total, next, ways }: UnitsPageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.unitList
  const asked = { ...asParameters(query), ...(query.kind !== '' && { kind: query.kind }) }
  return (
    <Page title={words.title} room="units" description={words.lede} unlisted={Object.keys(asked).length > 0}>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <AskForm path="/units" query={query}>
        <label>
          {words.kind}
          <select name="kind">
            <option value="">{words.anyKind}</option>
            {unitKinds.map((kind) => (
              <option value={kind} selected={query.kind === kind}>
                {text.queue.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
      </AskForm>
      <EitherOf q={query.q} />
      {ways && (
        <OtherWays
          ways={ways.ways}
          address={href(site, '/units', { ...asked, q: ways.ways.q })}
          found={words.count(ways.found, format.number(ways.found))}
        />
      )}
      {units.length === 0 ? (
        <p class="none">{words.none}</p>
      ) : (
        <>
          <h2>{words.count(total, format.number(total))}</h2>
          <p class="quiet">{words.note}</p>
          <Downloads path="/api/v1/units" query={new URLSearchParams(asked)} />
          <UnitList units={units} caption={words.title} />
          <Onward
            first={query.cursor === undefined ? null : { address: href(site, '/units', asked), words: text.incident.first }}
            next={next === null ? null : { address: href(site, '/units', { ...asked, cursor: next }), words: text.incident.next }}
          />
        </>
      )}
    </Page>
  )
}

export interface PeoplePageProps {
  query: Asked & { from: number }
  /** Those of this page. */
  people: readonly PersonRow[]
  total: number
}

export function PeoplePage({ query, people, total }: PeoplePageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.people
  const asked = asParameters(query)
  const to = query.from + people.length
  return (
    <Page title={words.title} description={words.lede} unlisted={Object.keys(asked).length > 0}>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <AskForm path="/people" query={query} />
      {people.length === 0 ? (
        <p class="none">{words.none}</p>
      ) : (
        <>
          <h2>{words.count(total, format.number(total))}</h2>
          <p class="quiet small">{text.incident.shown(format.number(query.from + 1), format.number(to), format.number(total))}</p>
          <Downloads path="/api/v1/people" query={new URLSearchParams(asked)} />
          <PersonList people={people} caption={words.title} />
          <Onward
            first={query.from === 0 ? null : { address: href(site, '/people', asked), words: text.incident.first }}
            next={
              to < total ? { address: href(site, '/people', { ...asked, from: String(to) }), words: text.incident.next } : null
            }
          />
        </>
      )}
    </Page>
  )
}

const asParameters = ({ q, country }: Asked): Record<string, string> => ({
  ...(q !== '' && { q }),
  ...(country !== '' && { country }),
})

function AskForm({ path, query, children }: { path: string; query: Asked; children?: Child }) {
  const site = useSite()
  const words = site.text.unitList
  return (
    <form action={href(site, path).split('?')[0]!} method="get" class="filter-line" aria-label={words.ask}>
      {site.asOf !== null && <input type="hidden" name="as_of" value={String(site.asOf)} />}
      <label>
        {words.words} <input type="text" name="q" value={query.q} maxlength={maximumQueryLength} size={28} />
      </label>
      <label>
        {site.text.fields.country} <span class="quiet small">{words.countryHint}</span>
        <input type="text" name="country" value={query.country} maxlength={80} size={8} />
      </label>
      {children}
      <button type="submit">{words.show}</button> <a href={href(site, path)}>{words.everything}</a>
    </form>
  )
}
