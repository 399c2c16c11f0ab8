/** Coverage as data: what a set of trainings holds and what it does not, as rows that can be published beside them. */
import type { Coverage, Training } from '../ledger/records.js'
import { type CoverageFacts, type CoveredColumn, coverageOf, coveredColumns } from './coverage.js'

/** `countries` are ISO 3166-1 alpha-3 codes of those meant; empty for all. */
export interface CoverageRow extends Coverage {
  countries: string[]
}

const cells: Record<CoveredColumn, (training: Training) => unknown> = {
  course_title: (training) => training.courseTitle,
  location: (training) => training.location,
  recipient_unit: (training) => training.recipientUnit,
  delivery_unit: (training) => training.deliveryUnit,
  start_date: (training) => training.startDate,
  end_date: (training) => training.endDate,
  total_cost: (training) => training.cents,
}

/** Counts delivered trainings as they come by, into what coverage is derived from: the same facts that `readCoverageFacts` reads from a ledger. */
export function countCoverage() {
  const held = new Map<string, CoverageFacts['held'][number]>()
  const columns = new Map<string, CoverageFacts['columns'][number]>()
  return {
    count(trainings: Iterable<Training>): void {
      for (const training of trainings) {
        if (training.status !== 'delivered') continue
        const { report, region, fiscalYear, countryCode } = training
        entry(held, [report, region, fiscalYear, countryCode], { report, region, fiscalYear, countryCode, rows: 0 }).rows++
        for (const column of coveredColumns) {
          const counted = entry(columns, [report, fiscalYear, column], { report, fiscalYear, column, rows: 0, filled: 0 })
          counted.rows++
          if (cells[column](training) !== null) counted.filled++
        }
      }
    },
    facts: (): CoverageFacts => ({ held: [...held.values()], columns: [...columns.values()] }),
    rows: () => coverageRows({ held: [...held.values()], columns: [...columns.values()] }),
  }
}

function entry<Value>(map: Map<string, Value>, key: unknown[], made: Value): Value {
  const name = JSON.stringify(key)
  const known = map.get(name)
  if (known !== undefined) return known
  map.set(name, made)
  return made
}

/** Every region of every year that is there, then every gap; by year, in the same order whatever order the facts came in. */
export function coverageRows(facts: CoverageFacts): CoverageRow[] {
  const present = new Map<string, CoverageRow>()
  for (const { report, region, fiscalYear } of facts.held) {
    const row = { report, region, fiscalYear, program: null, column: null, state: 'present' as const, countries: [] }
    const citation = `The report ${report.replace('-', '–')} as listed in sources.csv`
    entry(present, [report, region, fiscalYear], { ...row, reason: 'Rows of this region are in the tables.', citation })
  }
  const gaps = coverageOf({}, facts).gaps.map(
    ({ report, region, fiscalYear, program, column, state, reason, citation, countries }): CoverageRow => ({
      report,
      region,
      fiscalYear,
      program,
      column,
      state,
      reason,
      citation,
      countries: [...countries].sort(),
    }),
  )
  const order = ({ report, fiscalYear, state, region, program, column, countries }: CoverageRow) =>
    JSON.stringify([fiscalYear, report, state !== 'present', region ?? '', program ?? '', column ?? '', state, countries])
  return [...present.values(), ...gaps]
    .map((row) => ({ row, key: order(row) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ row }) => row)
}
