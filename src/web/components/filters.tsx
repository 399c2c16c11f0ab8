/** Filters of a listing: what is applied (each removable), counts as links, and a form for what has no counts. The address is the state. */
import { flagMeanings } from '../../extract/fmtr/flags.js'
import { slugOf } from '../../ledger/read/cube.js'
import type { Sort, TrainingQuery } from '../../ledger/read/query.js'
import { maximumQueryLength, sorts, writeTrainingQuery } from '../../ledger/read/query.js'
import type { Facets as FacetsOf, FacetValue } from '../../ledger/read/views.js'
import { programs } from '../../ledger/vocabulary.js'
import { countryName } from '../countries.js'
import { shortQuestion } from '../other-ways.js'
import type { Site } from '../site.js'
import { href, useSite } from '../site.js'

type Listed = 'country' | 'year' | 'program' | 'family' | 'agency' | 'class' | 'flag' | 'report'

/** The address of the same question with some of it changed; always from its first page. */
export function searchHref(site: Site, query: Partial<TrainingQuery>, change: Partial<TrainingQuery> = {}): string {
  return href(site, '/search', writeTrainingQuery({ ...query, cursor: undefined, ...change }))
}

/** What a facet's value is called in the reader's language; what sources print stays as printed. */
export function facetLabel(site: Pick<Site, 'text' | 'language'>, facet: keyof FacetsOf | Listed, value: FacetValue): string {
  const { text } = site
  if (facet === 'country') return countryName({ slug: value.value, code: null, name: value.label }, site.language)
  if (facet === 'class') return text.classes[value.value as keyof typeof text.classes] ?? value.label
  if (facet === 'agency') return text.agencies[value.value as keyof typeof text.agencies] ?? value.label
  if (facet === 'status') return text.statuses[value.value as keyof typeof text.statuses] ?? value.label
  if (facet === 'report') return value.value.replace('-', '–')
  return value.label
}

/** A value that was asked for, also where no row has it: a programme goes by its code then, not by its slug. */
export function facetValue(facets: FacetsOf, facet: keyof FacetsOf, value: string): FacetValue {
  const known = facets[facet].find((each) => each.value === value)
  if (known) return known
  const program = facet === 'program' ? programs().find(({ code }) => slugOf(code) === value)?.code : undefined
  const family = facet === 'family' ? programs().find((each) => slugOf(each.family) === value)?.family : undefined
  return { value, label: program ?? family ?? value, rows: 0, quantity: 0 }
}

export const spanText = ({ first, last }: TrainingQuery['year'][number]) => (first === last ? `${first}` : `${first}–${last}`)

export function AppliedFilters({ query, facets, unit }: { query: TrainingQuery; facets: FacetsOf; unit?: string | undefined }) {
  const site = useSite()
  const { text, format } = site
  const applied: { label: string; change: Partial<TrainingQuery> }[] = []
  if (query.q) applied.push({ label: `${text.search.words}: ${shortQuestion(query.q)}`, change: { q: '' } })
  for (const facet of ['country', 'program', 'family', 'agency', 'class', 'report', 'flag'] as const) {
    const values: string[] = query[facet]
    for (const value of values) {
      const label = facet === 'flag' ? value : facetLabel(site, facet, facetValue(facets, facet, value))
      applied.push({ label: `${text.facets[facet]}: ${label}`, change: { [facet]: values.filter((each) => each !== value) } })
    }
  }
  for (const span of query.year) {
    applied.push({
      label: `${text.facets.year}: ${spanText(span)}`,
      change: { year: query.year.filter((each) => each !== span) },
    })
  }
  if (query.unit) applied.push({ label: `${text.fields.deliverer}: ${query.unit}`, change: { unit: '' } })
  if (query.entity) applied.push({ label: `${text.entity.unit}: ${unit ?? query.entity}`, change: { entity: '' } })
  if (query.name) applied.push({ label: `${text.fields.printedName}: ${query.name}`, change: { name: '' } })
  if (query.source) applied.push({ label: `${text.fields.source}: ${query.source}`, change: { source: '' } })
  if (query.quantity_min !== undefined)
    applied.push({ label: `${text.fields.sessions} ≥ ${format.number(query.quantity_min)}`, change: { quantity_min: undefined } })
  if (query.quantity_max !== undefined)
    applied.push({ label: `${text.fields.sessions} ≤ ${format.number(query.quantity_max)}`, change: { quantity_max: undefined } })
  if (query.cost_min !== undefined)
    applied.push({ label: `${text.fields.cost} ≥ ${format.dollars(query.cost_min)}`, change: { cost_min: undefined } })
  if (query.cost_max !== undefined)
    applied.push({ label: `${text.fields.cost} ≤ ${format.dollars(query.cost_max)}`, change: { cost_max: undefined } })
  if (query.status !== 'delivered')
    applied.push({ label: `${text.facets.status}: ${text.statuses[query.status]}`, change: { status: 'delivered' } })
  if (applied.length === 0) return null
  return (
    <ul class="applied" aria-label={text.search.applied}>
      {applied.map(({ label, change }) => (
        <li>
          <a href={searchHref(site, query, change)}>
            <span class="visually-hidden">{text.search.remove} </span>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Values shown before the rest is folded away. */
const shown = 8

export function Facets({ query, facets }: { query: TrainingQuery; facets: FacetsOf }) {
  return (
    <>
      {(['country', 'year', 'family', 'program', 'class', 'agency', 'report'] as const).map((facet) => (
        <Facet facet={facet} values={facets[facet]} query={query} />
      ))}
    </>
  )
}

function Facet({
  facet,
  values,
  query,
}: {
  facet: Exclude<Listed, 'flag'>
  values: readonly FacetValue[]
  query: TrainingQuery
}) {
  const site = useSite()
  const { text } = site
  if (values.length === 0) return null
  const first = facet === 'year' ? values : values.slice(0, shown)
  const rest = facet === 'year' ? [] : values.slice(shown)
  const folded = facet === 'report' || facet === 'agency'
  const lists = (
    <>
      <ul>
        {first.map((value) => (
          <FacetItem facet={facet} value={value} query={query} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details class="more">
          <summary>{text.search.more(rest.length)}</summary>
          <ul>
            {rest.map((value) => (
              <FacetItem facet={facet} value={value} query={query} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
  if (folded)
    return (
      <details class="facet">
        <summary>{text.facets[facet]}</summary>
        {lists}
      </details>
    )
  return (
    <div class={facet === 'year' ? 'facet years' : 'facet'}>
      <h3>{text.facets[facet]}</h3>
      {lists}
    </div>
  )
}

function FacetItem({ facet, value, query }: { facet: Exclude<Listed, 'flag'>; value: FacetValue; query: TrainingQuery }) {
  const site = useSite()
  const label = facetLabel(site, facet, value)
  return (
    <li>
      {isApplied(facet, value.value, query) ? (
        <b>{label}</b>
      ) : (
        <a
          href={searchHref(site, query, only(facet, value.value))}
          translate={facet === 'program' || facet === 'family' ? 'no' : undefined}
        >
          {label}
        </a>
      )}
      <span>{site.format.number(value.rows)}</span>
    </li>
  )
}

/** A facet's link narrows to that one value. */
function only(facet: Exclude<Listed, 'flag'>, value: string): Partial<TrainingQuery> {
  if (facet === 'year') return { year: [{ first: Number(value), last: Number(value) }] }
  return { [facet]: [value] } as Partial<TrainingQuery>
}

function isApplied(facet: Exclude<Listed, 'flag'>, value: string, query: TrainingQuery): boolean {
  if (facet === 'year') return query.year.some(({ first, last }) => first === Number(value) && last === Number(value))
  return (query[facet] as string[]).includes(value)
}

/** A field of its own for what has no counts; all that is already asked is carried along. */
export function FilterForm({ query }: { query: TrainingQuery }) {
  const site = useSite()
  const { text } = site
  const own = new Set([
    'q',
    'unit',
    'year',
    'quantity_min',
    'quantity_max',
    'cost_min',
    'cost_max',
    'flag',
    'status',
    'cursor',
    'limit',
  ])
  const carried = [...writeTrainingQuery(query)].filter(([parameter]) => !own.has(parameter))
  const asked = writeTrainingQuery(query)
  const value = (parameter: string) => asked.get(parameter) ?? ''
  return (
    <details class="facet filters-box" open={query.unit !== '' || query.flag.length > 0}>
      <summary>{text.search.moreFilters}</summary>
      <form class="filters" action={`/${site.language}/search`} method="get">
        {carried.map(([parameter, carriedValue]) => (
          <input type="hidden" name={parameter} value={carriedValue} />
        ))}
        <div>
          <label for="filter-q">{text.search.words}</label>
          <input id="filter-q" name="q" value={query.q} maxlength={maximumQueryLength} />
        </div>
        <div>
          <label for="filter-unit">{text.fields.deliverer}</label>
          <input id="filter-unit" name="unit" value={query.unit} maxlength={maximumQueryLength} />
        </div>
        <div>
          <label for="filter-year">{text.facets.year}</label>
          <input id="filter-year" name="year" value={value('year')} placeholder="2010-2014" />
        </div>
        <Bounds of="quantity" label={text.fields.sessions} inputmode="numeric" value={value} />
        <Bounds of="cost" label={text.fields.costDollars} inputmode="decimal" value={value} />
        <div>
          <label for="filter-flag">{text.facets.flag}</label>
          <input id="filter-flag" name="flag" value={value('flag')} list="flags-known" />
          <datalist id="flags-known">
            {Object.keys(flagMeanings)
              .sort()
              .map((code) => (
                <option value={code} />
              ))}
          </datalist>
          <p class="hint">
            <a href={searchHref(site, query, { flag: ['CANCELLED'] })}>{text.search.onlyCancelled}</a>
          </p>
        </div>
        <div>
          <label for="filter-status">{text.facets.status}</label>
          <select id="filter-status" name="status">
            {(['delivered', 'proposed', 'all'] as const).map((status) => (
              <option value={status} selected={query.status === status}>
                {text.statuses[status]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <button type="submit">{text.search.apply}</button>
        </div>
      </form>
    </details>
  )
}

/** At least and at most. */
function Bounds({
  of,
  label,
  inputmode,
  value,
}: {
  of: 'quantity' | 'cost'
  label: string
  inputmode: 'numeric' | 'decimal'
  value(parameter: string): string
}) {
  const { atLeast, atMost } = useSite().text.search
  const ends = [
    [`${of}_min`, atLeast, '≥'],
    [`${of}_max`, atMost, '≤'],
  ] as const
  return (
    <fieldset>
      <legend>{label}</legend>
      <div class="pair">
        {ends.map(([name, said, sign]) => (
          <input name={name} inputmode={inputmode} value={value(name)} aria-label={said} placeholder={sign} />
        ))}
      </div>
    </fieldset>
  )
}

export function SortChoices({ query }: { query: TrainingQuery }) {
  const site = useSite()
  const { text } = site
  const offered: Sort[] = sorts.filter(
    (sort) => sort !== 'date' && sort !== 'quantity' && sort !== 'cost' && (sort !== 'relevance' || query.q !== ''),
  )
  const current: Sort = query.sort ?? (query.q ? 'relevance' : '-year')
  return (
    <p>
      {text.search.sortBy}{' '}
      <span class="choices">
        {offered.map((sort) => (
          <a href={searchHref(site, query, { sort })} aria-current={sort === current ? 'true' : undefined}>
            {text.sorts[sort]}
          </a>
        ))}
      </span>
    </p>
  )
}
