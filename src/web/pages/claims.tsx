/** All claims of all articles, narrowed by what a reader asks. */
import type { ClaimCheck } from '../../analysis/claim-check.js'
import { type ClaimsQuery, decisionStates, type FoundClaims, verdictSlugs } from '../claims-view.js'
import { ClaimLine } from '../components/claim-line.js'
import { Page } from '../components/page.js'
import { countryName } from '../countries.js'
import { href, useSite } from '../site.js'

interface ClaimsPageProps {
  query: ClaimsQuery
  /** The address's own parameters, to go on with. */
  asked: URLSearchParams
  claims: FoundClaims
  /** Of those shown. */
  checks: readonly ClaimCheck[]
}

export function ClaimsPage({ query, asked, claims, checks }: ClaimsPageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.article.list
  const { found } = claims
  const shown = found.slice(query.from, query.from + query.limit)
  const end = query.from + shown.length
  const file = (kind: 'csv' | 'json' | 'ndjson') => {
    const rest = new URLSearchParams([...asked].filter(([name, value]) => value !== '' && name !== 'from' && name !== 'limit'))
    return `/api/v1/claims.${kind}${rest.size > 0 ? `?${rest}` : ''}`
  }
  const next = new URLSearchParams([...asked].filter(([, value]) => value !== ''))
  next.set('from', String(end))
  return (
    <Page
      title={words.title}
      room="articles"
      description={words.lede}
      breadcrumb={[{ text: text.article.title, path: '/articles' }]}
    >
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <Filters query={query} claims={claims} />
      <h2>{words.found(found.length, format.number(found.length))}</h2>
      {found.length === 0 ? (
        <p class="none">{claims.claims.claims.length === 0 ? text.article.none : words.none}</p>
      ) : (
        <p class="quiet small">
          {words.more(format.number(Math.min(query.from + 1, end)), format.number(end), format.number(found.length))} ·{' '}
          {words.files} <a href={file('csv')}>CSV</a> · <a href={file('json')}>JSON</a> · <a href={file('ndjson')}>NDJSON</a>
        </p>
      )}
      <div class="claim-list">
        {shown.map((claim, index) => (
          <ClaimLine claim={claim} check={checks[index]!} all={claims} />
        ))}
      </div>
      {end < found.length && (
        <nav class="pager" aria-label={text.search.pages}>
          <a href={href(site, '/claims', next)} rel="next">
            {words.next}
          </a>
        </nav>
      )}
    </Page>
  )
}

function Filters({ query, claims }: { query: ClaimsQuery; claims: FoundClaims }) {
  const site = useSite()
  const { text, format, language } = site
  const words = text.article.list.filters
  const { counts } = claims
  const titles = new Map(claims.claims.claims.map(({ article }) => [article.id, article.title]))
  const option = (value: string, label: string, chosen: boolean, count?: number) => (
    <option value={value} selected={chosen}>
      {label}
      {count === undefined ? '' : ` (${format.number(count)})`}
    </option>
  )
  const choice = (
    name: 'country' | 'measure' | 'type' | 'article' | 'decision',
    label: (value: string) => string,
    chosen: string | undefined,
  ) => {
    const values = [...counts[name]].map(([value, count]) => ({ value, count, label: label(value) }))
    // What was asked for stays chosen where nothing is left of it.
    if (chosen !== undefined && !counts[name].has(chosen)) values.push({ value: chosen, count: 0, label: label(chosen) })
    return (
      <label>
        {words[name]}
        <select name={name}>
          <option value="">{words.any}</option>
          {values
            .sort((one, other) => format.collator.compare(one.label, other.label))
            .map(({ value, count, label: shown }) => option(value, shown, value === chosen, count))}
        </select>
      </label>
    )
  }
  const measures = text.check.measures
  return (
    <form action={href(site, '/claims').split('?')[0]!} method="get" class="filter-line" aria-label={words.heading}>
      {site.asOf !== null && <input type="hidden" name="as_of" value={String(site.asOf)} />}
      {choice('article', (id) => titles.get(id) ?? id, query.article)}
      {choice('type', (type) => text.article.types[type as keyof typeof text.article.types] ?? type, query.type)}
      {choice('measure', (measure) => measures[measure] ?? measure.replaceAll('_', ' '), query.measure)}
      {choice('country', (code) => countryName({ slug: code.toLowerCase(), code, name: code }, language), query.country)}
      <label>
        {words.verdict}
        <select name="verdict">
          <option value="">{words.any}</option>
          {Object.entries(verdictSlugs).map(([slug, verdict]) =>
            option(slug, text.check.verdicts[verdict], query.verdict === slug),
          )}
        </select>
      </label>
      <label>
        {words.decision}
        <select name="decision">
          <option value="">{words.any}</option>
          {decisionStates.map((state) =>
            option(state, text.article.states[state], query.decision === state, counts.decision.get(state) ?? 0),
          )}
        </select>
      </label>
      <button type="submit">{words.show}</button> <a href={href(site, '/claims')}>{words.all}</a>
    </form>
  )
}
