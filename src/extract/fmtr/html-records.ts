/** Rows of the HTML layouts into records. The place of a row is the ordinal of its `<tr>` in the file; there are no pages. */
import type { Flag, Place } from '../../ledger/records.js'
import type { ExtractedReport } from './extracted-report.js'
import { flag } from './flags.js'
import { cellsToTheirColumns } from './html-rows-d.js'
import { HEADING_STRUCK_OUT, type HtmlTables, type HtmlTotal, type HtmlTraining } from './html-tables.js'
import { firstFiscalYear, makeTotal, makeTraining, reportName, type SourceFacts } from './make-records.js'
import { repairNote, repairReplacedLetters } from './replaced-letters.js'
import { areDaysFirst } from './values.js'

export interface HtmlSource {
  file: string
  sha256: string
  /** The first of the two fiscal years that the page says it reports on; null where it names none. */
  firstYear: number | null
  /** Words in capitals that the page prints, for `repairReplacedLetters`. */
  knownWords: ReadonlySet<string>
}

const placeOf = (row: number): Place => ({ page: null, pageLabel: null, box: null, row })
const positionOf = (row: number): string => `row ${row}`

export function recordsOf(
  tables: HtmlTables,
  source: HtmlSource,
): Pick<ExtractedReport, 'report' | 'trainings' | 'totals' | 'sequence' | 'unread'> {
  const headings = [...tables.trainings, ...tables.totals].flatMap(({ context }) => context.heading ?? [])
  const firstYear = source.firstYear ?? firstFiscalYear(headings)
  const dayFirst = areDaysFirst(tables.trainings.flatMap(({ cells }) => [cells.start ?? '', cells.end ?? '']))
  const facts: SourceFacts = { sourceSha256: source.sha256, sourceFile: source.file, firstYear, dayFirst }
  return {
    report: reportName(firstYear),
    trainings: tables.trainings.map((row) => trainingOf(row, facts, source.knownWords)),
    totals: tables.totals.map((row) => totalOf(row, facts)),
    sequence: sequenceOf(tables),
    unread: tables.unread.map(({ row, text, reason }) => ({ place: placeOf(row), text, reason })),
  }
}

/** By the ordinals of their rows. */
function sequenceOf({ trainings, totals }: HtmlTables): ('training' | 'total')[] {
  const records = [
    ...trainings.map(({ rows }) => ({ type: 'training' as const, row: rows[0]! })),
    ...totals.map(({ row }) => ({ type: 'total' as const, row })),
  ]
  return records.sort((one, other) => one.row - other.row).map(({ type }) => type)
}

function trainingOf(row: HtmlTraining, facts: SourceFacts, knownWords: ReadonlySet<string>) {
  const { heading, country, region, yearFromTotals } = row.context
  const flags: Flag[] = []
  if (yearFromTotals) flags.push(flag('FISCAL_YEAR_FROM_TOTALS', `Fiscal year ${heading!.fiscalYear}.`))
  if (row.lost) {
    flags.push(flag('OVERPRINTED_BY_TOTALS', 'A line of totals stands in the place of title, quantity and cost.'))
  }
  const doubt = row.doubt ?? (row.context.struck ? HEADING_STRUCK_OUT : undefined)
  if (doubt) flags.push(flag('NOTE_AMID_CELLS', doubt))
  const { cost, start, end, moved } = cellsToTheirColumns(row.cells.cost ?? '', row.cells.start ?? '', row.cells.end ?? '')
  if (moved.date) flags.push(flag('DATE_OUTSIDE_COLUMN', `${row.cells.cost} stands under the cost.`))
  if (moved.cost) flags.push(flag('COST_OUTSIDE_COLUMN', `${cost} stands under the dates.`))
  for (const printed of Object.values(row.cells)) {
    const repaired = repairReplacedLetters(printed, knownWords)
    if (repaired !== printed) flags.push(flag('REPAIRED_TEXT', repairNote(printed, repaired)))
  }
  const [first, ...others] = row.rows.map(placeOf)
  return makeTraining(facts, {
    cells: { ...row.cells, cost, start, end },
    quantityHeader: row.quantityHeader,
    deliveryHeader: row.deliveryHeader,
    region,
    country: country!,
    heading: heading!,
    places: [first!, ...others],
    position: positionOf(row.rows[0]!),
    flags,
  })
}

function totalOf({ row, line, quantity, cost, printed, context, stray }: HtmlTotal, facts: SourceFacts) {
  return makeTotal(facts, {
    line,
    quantity,
    cost,
    printed,
    ...context,
    places: [placeOf(row)],
    position: positionOf(row),
    flags: stray.length > 0 ? [flag('TOTAL_WITH_STRAY_CELLS', `Also printed on the line: ${stray.join(' | ')}.`)] : [],
  })
}
