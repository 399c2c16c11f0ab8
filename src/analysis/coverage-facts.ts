/** Reads from the ledger what coverage is derived from: two counts over delivered trainings, present or as of a changeset. */
import { type Kysely, sql } from 'kysely'
import { countsSql } from '../ledger/serving/repetitions.js'
import type { CoverageFacts, CoveredColumn } from './coverage.js'
import { coveredColumns } from './coverage.js'

/**
 * Two scans of the training table, some tenths of a second over all reports: keep the result as long as the ledger's head stands.
 * `asOf` is a changeset; absent or null is the present.
 */
export async function readCoverageFacts<Tables>(reader: Kysely<Tables>, asOf: number | null = null): Promise<CoverageFacts> {
  const current = asOf === null ? sql`withdrawn IS NULL` : sql`written <= ${asOf} AND (withdrawn IS NULL OR withdrawn > ${asOf})`
  const counts = sql.raw(countsSql('training', 'training', asOf === null ? null : String(Number(asOf))))
  const held = await sql<{
    report: string
    region: string | null
    fiscal_year: number
    country_code: string | null
    rows: string
  }>`
    SELECT report, region, fiscal_year, country_code, count(*) AS rows
    FROM ledger.training WHERE ${current} AND status = 'delivered' AND ${counts}
    GROUP BY report, region, fiscal_year, country_code`.execute(reader)
  // A cost of $0 is a value of the column: that it is not free is the sum's to say.
  const filled = await sql<{ report: string; fiscal_year: number; rows: string } & Record<CoveredColumn, string>>`
    SELECT report, fiscal_year, count(*) AS rows, count(course_title) AS course_title, count(location) AS location,
      count(recipient_unit) AS recipient_unit, count(delivery_unit) AS delivery_unit, count(start_date) AS start_date,
      count(end_date) AS end_date, count(cents) AS total_cost
    FROM ledger.training WHERE ${current} AND status = 'delivered' AND ${counts}
    GROUP BY report, fiscal_year`.execute(reader)
  return {
    held: held.rows.map((row) => ({
      report: row.report,
      region: row.region,
      fiscalYear: row.fiscal_year,
      countryCode: row.country_code,
      rows: Number(row.rows),
    })),
    columns: filled.rows.flatMap((row) =>
      coveredColumns.map((column) => ({
        report: row.report,
        fiscalYear: row.fiscal_year,
        column,
        rows: Number(row.rows),
        filled: Number(row[column]),
      })),
    ),
  }
}
