/**
 * Editions of a report: a file that prints again, corrected or not, what another file in the ledger prints. Counting both would count everything twice,
 * and which of them holds no rule can know: a person says it.
 *
 * In all reports at hand no two files print the total of the same country, programme and year, except on a page that stands in both
 * (`repeated-pages.ts`). So two files that share half of the totals of either are editions, unless all that they share is the same print: then rows
 * may still differ under a total that does not.
 */
import type { PoolClient } from 'pg'
import { errors } from '../errors.js'
import { groupBy } from '../group-by.js'
import { type PrintedRow, type PrintedTotalLine, repetitions } from '../repeated-pages.js'
import type { Row } from './canonical.js'
import { type Change, writeRows } from './change.js'
import { type SourceFacts, withdrawSource } from './replace-source.js'
import { allRows } from './rows.js'
import { findSuccessors } from './successors.js'

type Queryable = Pick<PoolClient, 'query'>
type Total = PrintedTotalLine & { scope: string }

/** A file in the ledger of which another is an edition. */
interface Edition {
  source: string
  file: string
  /** Totals of the same scope, and those of them that are not the same print. */
  shared: number
  different: number
  /** Countries of which only that file has rows. */
  lacking: string[]
}

/**
 * For who is about to write a report that the ledger does not have, before anything of it is written; `replaces` are the sources that it takes the place of.
 * @throws UserError EDITION_OF_ANOTHER, EDITION_LACKS
 */
export async function refuseOtherEdition(client: Queryable, facts: SourceFacts, replaces: readonly string[] = []): Promise<void> {
  const { source } = facts
  const known = await client.query('SELECT FROM ledger.source WHERE id = $1 AND withdrawn IS NULL', [source.id])
  if (known.rows.length > 0 && replaces.length === 0) return
  const place = { file: String(source.file_name) }
  const editions = await editionsOf(client, facts)
  const others = editions.filter(({ source: id }) => !replaces.includes(id))
  if (others.length > 0) throw errors.EDITION_OF_ANOTHER(place, String(source.report), others)
  for (const { file, lacking } of editions) if (lacking.length > 0) throw errors.EDITION_LACKS(place, file, lacking)
}

async function editionsOf(client: Queryable, { source, printed_total = [], training = [] }: SourceFacts): Promise<Edition[]> {
  const { rows } = await client.query<Total & { file: string }>(
    `SELECT t.source AS "sourceSha256", s.file_name AS file, t.report, t.country, t.quantity::float8 AS quantity, t.cents::float8 AS cents, t.places,
        t.printed, concat_ws('|', t.report, t.level, t.country, t.program, t.fiscal_year) AS scope
      FROM ledger.printed_total t JOIN ledger.source s ON s.id = t.source AND s.withdrawn IS NULL
      WHERE t.withdrawn IS NULL AND t.source <> $1 AND t.report = ANY($2)`,
    [source.id, [...new Set(printed_total.map(({ report }) => report))]],
  )
  const own = printed_total.map(totalOf)
  const scopes = new Set(own.map(({ scope }) => scope))
  const found: Edition[] = []
  for (const [id, totals] of groupBy(rows, ({ sourceSha256 }) => sourceSha256)) {
    const shared = totals.filter(({ scope }) => scopes.has(scope))
    if (shared.length * 2 < Math.min(scopes.size, totals.length) || shared.length === 0) continue
    const same = pairedOf([...own, ...totals])
    const different = shared.filter((total) => !same.has(total)).length
    const theirs = await rowsOf(client, id)
    if (different === 0 && !differ(training.map(rowOf), theirs)) continue
    const countries = new Set(training.map(({ country }) => country))
    const lacking = [...new Set(theirs.map(({ country }) => country))].filter((country) => !countries.has(country)).sort()
    found.push({ source: id, file: totals[0]!.file, shared: shared.length, different, lacking })
  }
  return found
}

/** Whether, of a country, each has rows that are not printed in the same place of the other: where a page stands in both, only one goes on. */
function differ(ours: readonly PrintedRow[], theirs: readonly PrintedRow[]): boolean {
  const same = pairedOf([...ours, ...theirs])
  const left = (rows: readonly PrintedRow[]) => new Set(rows.filter((row) => !same.has(row)).map(({ country }) => country))
  const others = left(theirs)
  return [...left(ours)].some((country) => others.has(country))
}

/** Records that are printed in the same place of two files. */
const pairedOf = <T extends PrintedRow | PrintedTotalLine>(records: readonly T[]): Set<T> => new Set(repetitions(records).flat())

async function rowsOf(client: Queryable, source: string): Promise<PrintedRow[]> {
  const { rows } = await client.query<PrintedRow>(
    `SELECT source AS "sourceSha256", report, country, quantity::float8 AS quantity, cents::float8 AS cents, places, course_title AS "courseTitle",
        location, recipient_unit AS "recipientUnit", start_printed AS "startPrinted", end_printed AS "endPrinted"
      FROM ledger.training WHERE source = $1 AND withdrawn IS NULL`,
    [source],
  )
  return rows
}

const common = (row: Row) =>
  ({
    sourceSha256: row.source,
    report: row.report,
    country: row.country,
    quantity: row.quantity,
    cents: row.cents,
    places: row.places,
  }) as Pick<PrintedRow, 'sourceSha256' | 'report' | 'country' | 'quantity' | 'cents' | 'places'>
const totalOf = (row: Row): Total => ({
  ...common(row),
  printed: row.printed as string,
  scope: [row.report, row.level, row.country, row.program, row.fiscal_year].filter((part) => part !== null).join('|'),
})
const rowOf = (row: Row): PrintedRow =>
  ({
    ...common(row),
    courseTitle: row.course_title,
    location: row.location,
    recipientUnit: row.recipient_unit,
    startPrinted: row.start_printed,
    endPrinted: row.end_printed,
  }) as PrintedRow

/** Withdraws what these sources say, which that edition of them took the place of: their rows answer with those that stand where they stood. */
export async function replaceEditions(
  change: Change,
  { source, training = [], printed_total = [] }: SourceFacts,
  replaced: readonly string[],
): Promise<void> {
  for (const id of replaced) {
    const current = async (table: 'training' | 'printed_total') =>
      (await allRows(change.client, 'ledger', table, 'source = $1 AND withdrawn IS NULL', [id])).map(({ row }) => row)
    const pairs = {
      training: findSuccessors(await current('training'), training),
      printed_total: findSuccessors(await current('printed_total'), printed_total),
      source: [[id, source.id] as const],
    }
    await withdrawSource(change, id)
    for (const [kind, of] of Object.entries(pairs))
      await writeRows(
        change,
        'ledger',
        'successor',
        of.map(([old, successor]) => ({ id: old, source: id, kind, successor })),
      )
  }
}

/** The file that a person said to hold instead of this source, and the changeset; null where nobody did. */
export async function replacementOf(client: Queryable, source: string): Promise<{ file: string; changeset: number } | null> {
  const { rows } = await client.query<{ file: string; changeset: number }>(
    `SELECT coalesce(s.file_name, r.successor) AS file, r.written::float8 AS changeset
      FROM ledger.successor r LEFT JOIN ledger.source s ON s.id = r.successor AND s.withdrawn IS NULL
      WHERE r.id = $1 AND r.kind = 'source' AND r.withdrawn IS NULL`,
    [source],
  )
  return rows[0] ?? null
}
