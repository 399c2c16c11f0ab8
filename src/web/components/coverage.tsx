/** What a sum does not cover: the sentence that stands under every sum, and the gaps behind it. */
import type { CoverageReport, Gap } from '../../analysis/coverage.js'
import type { Sum } from '../../ledger/read/views.js'
import { countryName } from '../countries.js'
import { href, type Site, useSite } from '../site.js'

/** Gaps that differ only in year, region or country read as one line; missing parts only where each year lacks the same ones. */
export interface GapGroup {
  state: Gap['state']
  reasonCode: Gap['reasonCode']
  column: string | null
  program: string | null
  /** As the data says it, in English. */
  reason: string
  citations: string[]
  years: number[]
  regions: string[]
  /** ISO codes; empty for all. */
  countries: string[]
}

const weight: Record<Gap['state'], number> = {
  'file missing': 0,
  'excluded by law': 1,
  classified: 2,
  'in progress elsewhere': 3,
  'column absent': 4,
  'column blank': 5,
  present: 6,
}

export function groupGaps(gaps: readonly Gap[]): GapGroup[] {
  const groups = new Map<string, GapGroup>()
  for (const gap of gaps) {
    if (gap.state === 'present') continue
    const year = gap.reasonCode === 'part-not-at-hand' ? gap.fiscalYear : null
    const key = JSON.stringify([gap.reasonCode, gap.state, gap.column, gap.program, gap.reason, year])
    const group = groups.get(key) ?? {
      state: gap.state,
      reasonCode: gap.reasonCode,
      column: gap.column,
      program: gap.program,
      reason: gap.reason,
      citations: [],
      years: [],
      regions: [],
      countries: [],
    }
    groups.set(key, group)
    if (gap.fiscalYear !== null) addOnce(group.years, gap.fiscalYear)
    if (gap.region !== null) addOnce(group.regions, gap.region)
    addOnce(group.citations, gap.citation)
    for (const country of gap.countries) addOnce(group.countries, country)
  }
  const lines = new Map<string, GapGroup>()
  for (const group of groups.values()) {
    const { state, reasonCode, column, program, reason, regions, countries } = group
    const parts = reasonCode === 'part-not-at-hand' ? [...regions, ...countries] : []
    const key = JSON.stringify([reasonCode, state, column, program, reason, parts])
    const line = lines.get(key)
    if (!line) lines.set(key, group)
    else {
      for (const year of group.years) addOnce(line.years, year)
      for (const citation of group.citations) addOnce(line.citations, citation)
    }
  }
  return [...lines.values()].sort((a, b) => weight[a.state] - weight[b.state])
}

function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value)
}

/** Kinds of gap other than missing years, in the reader's language: for a sentence that names them. */
export function gapKinds(site: Pick<Site, 'text'>, coverage: CoverageReport): string[] {
  const states = new Set(groupGaps(coverage.gaps).map((group) => group.state))
  return [...states].filter((state) => state !== 'file missing').map((state) => site.text.states[state].toLowerCase())
}

/** Years of which nothing that was asked for is at hand: because the report is not, or because the part of it is not that would list it. */
export function missingYears({ gaps, yearsMissing }: CoverageReport): { whole: number[]; part: number[] } {
  const inPart = new Set(
    gaps
      .filter((gap) => gap.reasonCode === 'part-not-at-hand' || gap.reasonCode === 'parts-not-known')
      .map((gap) => gap.fiscalYear),
  )
  return { whole: yearsMissing.filter((year) => !inPart.has(year)), part: yearsMissing.filter((year) => inPart.has(year)) }
}

/** `about` tells several on one page apart. */
export function DoesNotCover({ sum, coverage, about }: { sum: Sum; coverage: CoverageReport; about?: string }) {
  const site = useSite()
  const { text, format } = site
  const groups = groupGaps(coverage.gaps)
  const years = missingYears(coverage)
  return (
    <aside class="covers" aria-label={about ? `${text.coverage.heading}: ${about}` : text.coverage.heading}>
      <p>
        <strong>{text.coverage.heading}.</strong> {text.coverage.people}
        {sum.rowsWithoutCost > 0 && (
          <>
            {' '}
            {text.coverage.withoutCost(
              sum.rowsWithoutCost,
              format.number(sum.rowsWithoutCost),
              sum.quantityWithoutCost,
              format.number(sum.quantityWithoutCost),
            )}
          </>
        )}
        {years.whole.length > 0 && <> {text.coverage.yearsMissing(years.whole.length, format.years(years.whole))}</>}
        {years.part.length > 0 && <> {text.coverage.partsMissing(format.years(years.part))}</>}
        {coverage.yearsInPart.length > 0 && <> {text.coverage.yearsInPart(format.years(coverage.yearsInPart))}</>}
      </p>
      {groups.length > 0 && (
        <details>
          <summary>{text.coverage.count(groups.length)}</summary>
          <ul>
            {groups.map((group) => (
              <GapItem group={group} />
            ))}
          </ul>
          <p>
            <a href={href(site, '/coverage')}>{text.coverage.more}</a>
          </p>
        </details>
      )}
    </aside>
  )
}

function GapItem({ group }: { group: GapGroup }) {
  const { text } = useSite()
  return (
    <li>
      <b>{text.states[group.state]}</b>
      {': '}
      <GapScope group={group} /> {text.reasons[group.reasonCode]}
    </li>
  )
}

/** Beyond this many, countries are counted and not named: the page on coverage names them. */
const mostCountries = 12

/** Where the gap is: years; regions, countries and programmes where they narrow it; the column where it is one. */
export function GapScope({ group, whole = false }: { group: GapGroup; whole?: boolean }) {
  const site = useSite()
  const { text, format } = site
  const countries = group.countries
    .map((code) => countryName({ slug: code.toLowerCase(), code, name: code }, site.language))
    .sort(format.collator.compare)
  const named = whole || countries.length <= mostCountries ? countries.join(', ') : text.coverage.countries(countries.length)
  const parts = [
    group.years.length > 0 ? text.coverage.fiscalYears(group.years.length, format.years(group.years)) : '',
    group.program ?? '',
    group.column ? text.coverage.column(text.columns[group.column as keyof typeof text.columns] ?? group.column) : '',
    group.regions.join(', '),
    named,
  ].filter(Boolean)
  return <>{parts.length > 0 ? `${parts.join('; ')}.` : ''}</>
}
