/** Findings: what training preceded or followed which allegation or listing, by which path, on what it rests, and what is not covered. */
import type { CoverageReport } from '../../analysis/coverage.js'
import { type Exposure, identities, matterKinds, orders, pathKinds } from '../../analysis/exposure.js'
import { DoesNotCover } from '../components/coverage.js'
import { Finding } from '../components/finding.js'
import { Page } from '../components/page.js'
import type { ExposureQuery } from '../exposure-view.js'
import type { Names } from '../exposure-words.js'
import { href, useSite } from '../site.js'
import { noSum } from '../sums.js'

export interface ExposuresPageProps {
  query: ExposureQuery
  /** The address's own parameters, to go on with. */
  asked: URLSearchParams
  found: readonly Exposure[]
  names: Names
  coverage: CoverageReport
}

export function ExposuresPage({ query, asked, found, names, coverage }: ExposuresPageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.exposure
  const shown = found.slice(query.from, query.from + query.limit)
  const end = query.from + shown.length
  const file = (kind: 'csv' | 'json') => {
    const rest = new URLSearchParams([...asked].filter(([name, value]) => value !== '' && name !== 'from' && name !== 'limit'))
    return `/api/v1/exposures.${kind}${rest.size > 0 ? `?${rest}` : ''}`
  }
  const next = new URLSearchParams(asked)
  next.set('from', String(end))
  return (
    <Page title={words.title} room="exposures" description={words.lede}>
      <h1>{words.title}</h1>
      <p>{words.lede}</p>
      <p class="notice">{words.notJudged}</p>
      <Filters query={query} />
      <h2>{words.found(found.length, format.number(found.length))}</h2>
      {found.length === 0 ? (
        <p class="none">{words.none}</p>
      ) : (
        <p class="quiet small">
          {words.more(format.number(Math.min(query.from + 1, end)), format.number(end), format.number(found.length))} ·{' '}
          <a href={file('csv')}>{words.csv}</a> · <a href={file('json')}>{words.json}</a>
        </p>
      )}
      {shown.map((finding) => (
        <Finding finding={finding} names={names} />
      ))}
      {end < found.length && (
        <nav class="pager" aria-label={text.search.pages}>
          <a href={href(site, '/exposures', next)} rel="next">
            {words.next}
          </a>
        </nav>
      )}
      <p class="quiet small">{words.limits}</p>
      <DoesNotCover sum={noSum} coverage={coverage} />
    </Page>
  )
}

function Filters({ query }: { query: ExposureQuery }) {
  const site = useSite()
  const words = site.text.exposure
  const years = query.year.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',')
  const choice = (name: 'kind' | 'path' | 'order' | 'identity', values: readonly string[], labels: Record<string, string>) => (
    <label>
      {words.filters[name]}
      <select name={name}>
        <option value="">{words.filters.any}</option>
        {values.map((value) => (
          <option value={value} selected={(query[name] as readonly string[]).includes(value)}>
            {labels[value]}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form action={href(site, '/exposures').split('?')[0]!} method="get" class="filter-line" aria-label={words.filters.heading}>
      {site.asOf !== null && <input type="hidden" name="as_of" value={String(site.asOf)} />}
      {query.unit !== '' && <input type="hidden" name="unit" value={query.unit} />}
      <label>
        {words.filters.country} <span class="quiet small">{words.filters.countryHint}</span>
        <input type="text" name="country" value={query.country.join(',')} size={8} />
      </label>
      <label>
        {words.filters.years} <span class="quiet small">{words.filters.yearsHint}</span>
        <input type="text" name="year" value={years} size={10} />
      </label>
      {choice('kind', matterKinds, words.kinds)}
      {choice('path', pathKinds, words.paths)}
      {choice('order', orders, words.orders)}
      {choice('identity', identities, words.identities)}
      <label>
        <input type="checkbox" name="to_the_day" value="yes" checked={query.to_the_day} /> {words.filters.toTheDay}
      </label>
      <label>
        <input type="checkbox" name="after_only" value="yes" checked={query.after_only} /> {words.filters.afterOnly}
      </label>
      <button type="submit">{words.filters.show}</button> <a href={href(site, '/exposures')}>{words.filters.all}</a>
    </form>
  )
}
