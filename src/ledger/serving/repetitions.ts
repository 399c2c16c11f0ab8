/** Keeps up which records are copies of others (`repeated-pages.ts` says which), and leaves them out of what is summed and listed. */
import { sql } from 'kysely'
import { type PrintedRow, type PrintedTotalLine, repetitions } from '../repeated-pages.js'
import type { LedgerTransaction } from './changed.js'

/**
 * SQL: that row `alias` of a fact table counts, in the present or as of the changeset that `past` stands for ("$1"). What it would yield to
 * must be there in the same state: when that is withdrawn, the copy counts.
 *
 * IS NOT DISTINCT FROM, because nothing can be joined by it: a planner without statistics joins by "written", every row with every copy.
 */
export function countsSql(alias: string, table: 'training' | 'printed_total', past: string | null = null): string {
  const there =
    past === null
      ? 'counted.withdrawn IS NULL'
      : `counted.written <= ${past} AND (counted.withdrawn IS NULL OR counted.withdrawn > ${past})`
  return `NOT EXISTS (SELECT FROM serving.repetition copy
    JOIN ledger.${table} counted ON counted.id = copy.counted AND counted.written = copy.counted_written AND ${there}
    WHERE copy.id = ${alias}.id AND copy.written IS NOT DISTINCT FROM ${alias}.written)`
}

type Version<Record> = Record & { id: string; written: string }

/**
 * Finds the copies among what a changeset wrote and what is current, or with null among all versions there ever were. Only rows of a
 * country that stands in two files of a report, with the same printed page and figures, are looked at. With `filled` all rows are of this changeset
 * and stand in the cells: which countries these are, the few cells tell.
 */
export async function findRepetitions(tx: LedgerTransaction, changeset: number | null, { filled = false } = {}): Promise<void> {
  const compared = changeset === null ? sql`true` : sql`withdrawn IS NULL`
  const touched = changeset === null ? sql`true` : sql`withdrawn IS NULL AND written = ${changeset}`
  const among = filled
    ? sql`serving.cell`
    : sql`(SELECT report, country, source FROM ledger.training
        WHERE ${compared} AND (report, country) IN (SELECT DISTINCT report, country FROM ledger.training WHERE ${touched})) t`
  const trainings = await sql<Version<PrintedRow>>`
    WITH shared AS MATERIALIZED (
      SELECT report, country FROM ${among} GROUP BY report, country HAVING min(source) <> max(source)
    )
    SELECT id, written::text AS written, source AS "sourceSha256", report, country, quantity::float8 AS quantity, cents::float8 AS cents, places,
      course_title AS "courseTitle", location, recipient_unit AS "recipientUnit", start_printed AS "startPrinted",
      end_printed AS "endPrinted"
    FROM (
      SELECT *, min(source) OVER same <> max(source) OVER same AS in_two FROM ledger.training
      WHERE ${compared} AND (report, country) IN (SELECT report, country FROM shared)
      WINDOW same AS (PARTITION BY report, country, places->0->>'pageLabel', quantity, cents)
    ) t WHERE in_two`.execute(tx)
  const totals = await sql<Version<PrintedTotalLine>>`
    SELECT id, written::text AS written, source AS "sourceSha256", report, country, quantity::float8 AS quantity, cents::float8 AS cents, places, printed
    FROM (
      SELECT *, min(source) OVER same <> max(source) OVER same AS in_two FROM ledger.printed_total
      WHERE ${compared} AND report IN (SELECT DISTINCT report FROM ledger.printed_total WHERE ${touched})
      WINDOW same AS (PARTITION BY report, country, places->0->>'pageLabel', quantity, cents)
    ) t WHERE in_two`.execute(tx)
  const pairs = [...repetitions(trainings.rows), ...repetitions(totals.rows)]
  if (pairs.length === 0) return
  const column = (value: (pair: [Version<unknown>, Version<unknown>]) => string) => pairs.map(value)
  await sql`INSERT INTO serving.repetition (id, written, counted, counted_written)
    SELECT * FROM unnest(${column(([copy]) => copy.id)}::text[], ${column(([copy]) => copy.written)}::bigint[],
      ${column(([, counted]) => counted.id)}::text[], ${column(([, counted]) => counted.written)}::bigint[])
    ON CONFLICT DO NOTHING`.execute(tx)
  // Not knowing how few they are, the planner joins them by changeset: each row with each copy.
  await sql`ANALYZE serving.repetition`.execute(tx)
}
