/**
 * A page that holds its tables twice (saved from a print view, or with a hidden copy for small screens) is read once.
 *
 * Equal rows are no sign: reports print the same training many times. But a report prints what a country got under a programme in a year once, with
 * its totals below: where all of it stands again, row by row and with the same totals, it is a copy.
 */
import type { HtmlTables, HtmlTotal, HtmlTraining, RowContext } from './html-tables.js'

/** The tables without what stands again, which is told as unread. */
export function withoutRepeats(tables: HtmlTables): HtmlTables {
  const blocks = new Map<RowContext, { trainings: HtmlTraining[]; totals: HtmlTotal[] }>()
  const blockOf = ({ context }: HtmlTraining | HtmlTotal) => {
    const block = blocks.get(context) ?? { trainings: [], totals: [] }
    blocks.set(context, block)
    return block
  }
  for (const training of tables.trainings) blockOf(training).trainings.push(training)
  for (const total of tables.totals) blockOf(total).totals.push(total)
  const seen = new Set<string>()
  const repeated = new Set<HtmlTraining | HtmlTotal>()
  for (const [{ country, heading }, { trainings, totals }] of blocks) {
    if (trainings.length === 0 || totals.length === 0) continue
    const printed = JSON.stringify([country, heading, trainings.map(({ cells }) => cells), totals.map(({ printed }) => printed)])
    if (seen.has(printed)) for (const one of [...trainings, ...totals]) repeated.add(one)
    seen.add(printed)
  }
  if (repeated.size === 0) return tables
  const reason = 'The table stands in the file twice, and is read once.'
  return {
    ...tables,
    trainings: tables.trainings.filter((row) => !repeated.has(row)),
    totals: tables.totals.filter((row) => !repeated.has(row)),
    unread: [
      ...tables.unread,
      ...tables.trainings
        .filter((row) => repeated.has(row))
        .map(({ rows, cells }) => ({ row: rows[0]!, text: Object.values(cells).filter(Boolean).join(' '), reason })),
      ...tables.totals.filter((row) => repeated.has(row)).map(({ row, printed }) => ({ row, text: printed, reason })),
    ],
  }
}
