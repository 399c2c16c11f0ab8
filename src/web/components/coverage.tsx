/** What a sum does not cover: the sentence that stands under every sum, and the gaps behind it. */
import type { Coverage, Sum } from '../../ledger/read/views.js'
import { href, useSite } from '../site.js'

/** Gaps that differ only in year, region or programme read as one line. */
export interface GapGroup {
  state: Coverage['state']
  column: string | null
  reason: string
  citation: string
  years: number[]
  reports: string[]
  regions: string[]
  programs: string[]
}

export function groupGaps(coverage: readonly Coverage[]): GapGroup[] {
  const groups = new Map<string, GapGroup>()
  for (const gap of coverage) {
    if (gap.state === 'present') continue
    const key = JSON.stringify([gap.state, gap.column, gap.reason, gap.citation])
    const group = groups.get(key) ?? {
      state: gap.state,
      column: gap.column,
      reason: gap.reason,
      citation: gap.citation,
      years: [],
      reports: [],
      regions: [],
      programs: [],
    }
    groups.set(key, group)
    if (gap.fiscalYear !== null) addOnce(group.years, gap.fiscalYear)
    addOnce(group.reports, gap.report)
    if (gap.region !== null) addOnce(group.regions, gap.region)
    if (gap.program !== null) addOnce(group.programs, gap.program)
  }
  const weight: Record<Coverage['state'], number> = {
    'file missing': 0,
    'excluded by law': 1,
    classified: 2,
    'in progress elsewhere': 3,
    'column absent': 4,
    'column blank': 5,
    present: 6,
  }
  return [...groups.values()].sort((a, b) => weight[a.state] - weight[b.state])
}

function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value)
}

/** Years that are missing as a whole or in part from what a sum could cover. */
export function missingYears(coverage: readonly Coverage[]): number[] {
  const years = coverage
    .filter((gap) => gap.state === 'file missing' || gap.state === 'excluded by law')
    .flatMap((gap) => gap.fiscalYear ?? [])
  return [...new Set(years)].sort((a, b) => a - b)
}

const shown = 4

export function DoesNotCover({ sum, coverage }: { sum: Sum; coverage: readonly Coverage[] }) {
  const site = useSite()
  const { text, format } = site
  const groups = groupGaps(coverage)
  const missing = missingYears(coverage)
  const first = groups.slice(0, shown)
  const rest = groups.slice(shown)
  return (
    <aside class="covers" aria-label={text.coverage.heading}>
      <p>
        <strong>{text.coverage.heading}.</strong> {text.coverage.people}
        {sum.rowsWithoutCost > 0 && (
          <> {text.coverage.withoutCost(format.number(sum.rowsWithoutCost), format.number(sum.quantityWithoutCost))}</>
        )}
        {missing.length > 0 && <> {text.coverage.years(format.years(missing))}</>}
      </p>
      {groups.length > 0 && (
        <details>
          <summary>{text.coverage.count(groups.length)}</summary>
          <ul>
            {[...first, ...rest].map((group) => (
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

export function GapItem({ group }: { group: GapGroup }) {
  const { text } = useSite()
  return (
    <li>
      <b>{text.states[group.state]}</b>
      {': '}
      <GapScope group={group} /> <span lang="en">{group.reason}</span>{' '}
      <span class="quiet" lang="en">
        ({group.citation})
      </span>
    </li>
  )
}

/** Where the gap is: years, else reports; regions and programmes where they narrow it; the column where it is one. */
export function GapScope({ group }: { group: GapGroup }) {
  const { text, format } = useSite()
  const parts = [
    group.years.length > 0 ? text.coverage.fiscalYears(format.years(group.years)) : group.reports.join(', '),
    group.regions.length > 0 ? group.regions.join(', ') : '',
    group.programs.length > 0 ? group.programs.join(', ') : '',
    group.column ? text.coverage.column(group.column) : '',
  ].filter(Boolean)
  return <>{parts.join('; ')}.</>
}
