/** A listing of trainings: what was asked, what the rows sum to and what that does not cover, facets, rows, downloads. */

import type { PersonRow } from '../../ledger/read/people.js'
import type { TrainingQuery } from '../../ledger/read/query.js'
import { writeTrainingQuery } from '../../ledger/read/query.js'
import type { UnitRow } from '../../ledger/read/units.js'
import type { SearchResult } from '../../ledger/read/views.js'
import { ByFilters } from '../components/by-filters.js'
import { Downloads } from '../components/downloads.js'
import { Sum } from '../components/figures.js'
import { AppliedFilters, Facets, FilterForm, SortChoices, searchHref } from '../components/filters.js'
import { Listing } from '../components/listing.js'
import { NameList } from '../components/names.js'
import { EitherOf, OtherWays } from '../components/other-ways.js'
import { Page } from '../components/page.js'
import { Pager } from '../components/pager.js'
import { PersonList } from '../components/person-list.js'
import { UnitList } from '../components/unit-list.js'
import type { Covered } from '../coverage.js'
import type { Suggestion } from '../known-pages.js'
import { shortQuestion, type OtherWays as Ways } from '../other-ways.js'
import type { Siblings } from '../sibling-programs.js'
import { href, useSite } from '../site.js'
import type { WordApart } from '../words-found.js'
import type { AskedByFilters } from '../words-meant.js'

export interface SearchPageProps {
  query: TrainingQuery
  result: Covered<SearchResult>
  /** Units of the present that the words name; none where a past state or no words are asked for. */
  units?: { rows: readonly UnitRow[]; total: number }
  /** People whose names hold the words; none in a past state or without words. */
  people?: readonly PersonRow[]
  /** Where nothing has all the words: how many rows have each, or words that begin like it. */
  apart?: readonly WordApart[]
  /** Where the reports write words of it otherwise, too: the question in all ways, and its rows where they were counted. */
  ways?: { ways: Ways; rows: number | null } | null
  /** The same question with what its words name as filters. */
  byFilters?: AskedByFilters | null
  /** Countries that have the words in their names, where none has just these. */
  named?: readonly Suggestion[]
  /** The same for the families of the programmes that are asked for, where others of them have rows. */
  siblings?: Siblings | null
  /** Years that are asked for and of which no report is held. */
  unheld?: readonly number[]
  /** The question in words of the index that are spelled nearly so, where that finds rows. */
  spelled?: readonly WordApart[]
}

/** People shown here; their own page has all. */
const mostPeople = 5

export function SearchPage({
  query,
  result,
  units = { rows: [], total: 0 },
  people = [],
  apart = [],
  ways = null,
  spelled = [],
  byFilters = null,
  named = [],
  siblings = null,
  unheld = [],
}: SearchPageProps) {
  const site = useSite()
  const { text, format } = site
  const title = query.q ? text.search.titleFor(shortQuestion(query.q)) : text.search.title
  return (
    <Page title={title} room="search" question={query.q} unlisted>
      <h1>{title}</h1>
      <AppliedFilters query={query} facets={result.facets} unit={result.unit?.name} />
      <EitherOf q={query.q} />
      {byFilters && <ByFilters asked={byFilters} facets={result.facets} />}
      {named.length > 0 && (
        <p class="notice">
          {text.search.countryMeant}{' '}
          {named.map((country, at) => (
            <>
              {at > 0 && ' · '}
              <a href={country.href}>{country.text}</a> ({country.detail})
            </>
          ))}
        </p>
      )}
      {unheld.length > 0 && <p class="notice">{text.search.yearsNotHeld(format.years(unheld), unheld.length === 1)}</p>}
      {siblings && (
        <p class="notice">
          {text.search.siblings(format.list(siblings.others.map(({ label }) => label)))}{' '}
          <a href={searchHref(site, siblings.query)}>{text.search.wholeFamily}</a>:{' '}
          {text.search.rowsFound(siblings.rows, format.number(siblings.rows))}.
        </p>
      )}
      {ways && (
        <OtherWays
          ways={ways.ways}
          address={searchHref(site, query, { q: ways.ways.q })}
          found={ways.rows === null ? null : text.search.rowsFound(ways.rows, format.number(ways.rows))}
        />
      )}
      {result.total === 0 ? (
        <NothingFound query={query} apart={apart} spelled={spelled} />
      ) : (
        <>
          <Sum of={result.sum} coverage={result.coverage} query={query} />
          {query.status !== 'delivered' && <p class="notice">{text.search.proposedNotSummed}</p>}
        </>
      )}
      {units.rows.length > 0 && (
        <section>
          <h2 id="units-found">{text.unitList.found}</h2>
          <p class="quiet">{text.unitList.note}</p>
          <UnitList units={units.rows} caption={text.unitList.found} />
          {units.total > units.rows.length && (
            <p>
              <a href={href(site, '/units', { q: query.q })}>{text.unitList.all(format.number(units.total))}</a>
            </p>
          )}
        </section>
      )}
      {people.length > 0 && (
        <section>
          <h2 id="people-found">{text.people.found}</h2>
          <p class="quiet">{text.people.lede}</p>
          <PersonList people={people.slice(0, mostPeople)} caption={text.people.found} />
          {people.length > mostPeople && (
            <p>
              <a href={href(site, '/people', { q: query.q })}>{text.people.all(format.number(people.length))}</a>
            </p>
          )}
        </section>
      )}
      {result.names.length > 0 && !query.cursor && (
        <section>
          <h2 id="names-found">{text.search.namesFound}</h2>
          <NameList names={result.names} caption={text.search.namesFound} />
        </section>
      )}
      {result.total > 0 && (
        <div class="columns with-facets">
          <section>
            <h2 id="rows">{text.search.rowsFound(result.total, format.number(result.total))}</h2>
            <div class="bar-line">
              <SortChoices query={query} />
              <a class="to-facets" href="#narrow">
                {text.search.narrow}
              </a>
              <Downloads path="/api/v1/trainings" query={wholeQuestion(query)} />
            </div>
            {result.rows.length > 0 && <Listing rows={result.rows} caption={title} />}
            <Pager query={query} next={result.next} />
          </section>
          <aside class="facets" id="narrow" aria-label={text.search.narrow}>
            <h2>{text.search.narrow}</h2>
            <Facets query={query} facets={result.facets} />
            <FilterForm query={query} />
          </aside>
        </div>
      )}
    </Page>
  )
}

/** All rows of the question, not a page of them. */
function wholeQuestion({ cursor: _cursor, limit: _limit, ...asked }: TrainingQuery): URLSearchParams {
  return writeTrainingQuery(asked)
}

/** An empty answer says why it may be empty: a gap, a name at another level, another spelling. */
function NothingFound({
  query,
  apart,
  spelled,
}: { query: TrainingQuery } & Required<Pick<SearchPageProps, 'apart' | 'spelled'>>) {
  const site = useSite()
  const { text, format } = site
  return (
    <section class="prose">
      <p class="lede">{query.q ? text.search.noRowNames(shortQuestion(query.q)) : text.search.noRows}</p>
      <p>{text.search.absence}</p>
      {spelled.length > 0 && (
        <>
          <p>{text.search.spelled}</p>
          <ul>
            {spelled.map(({ q, rows }) => (
              <li>
                <a href={searchHref(site, query, { q })}>{q}</a>: {text.search.rowsFound(rows, format.number(rows))}
              </li>
            ))}
          </ul>
        </>
      )}
      {apart.length > 0 && (
        <>
          <p>{text.search.wordsApart}</p>
          <ul>
            {apart.map(({ q, rows }) => (
              <li>
                {rows > 0 ? <a href={searchHref(site, query, { q })}>{q}</a> : <b>{q}</b>}:{' '}
                {rows > 0 ? text.search.rowsFound(rows, format.number(rows)) : text.search.inNoRow}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul>
        {text.search.tryThis.map((advice) => (
          <li>{advice}</li>
        ))}
        <li>
          <a href={href(site, '/coverage')}>{text.search.tryCoverage}</a>
        </li>
      </ul>
    </section>
  )
}
