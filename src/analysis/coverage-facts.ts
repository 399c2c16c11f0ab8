/** Reads from the ledger what coverage is derived from: two counts over delivered trainings, present or as of a changeset. */
import type { Pool, PoolClient } from 'pg'
import { cellsOfState } from '../ledger/read/cube.js'
import type { CoverageFacts, CoveredColumn } from './coverage.js'
import { coveredColumns } from './coverage.js'

/** From the cells, which count the rows of a state and their values by column. `past` is a changeset, null the present. */
export async function readCoverageFacts(client: Pool | PoolClient, past: number | null = null): Promise<CoverageFacts> {
  const from = `FROM ${cellsOfState(past === null ? null : '$1')} c WHERE status = 'delivered'`
  const values = past === null ? [] : [past]
  const held = await client.query<{
    report: string
    region: string | null
    fiscal_year: number
    country_code: string | null
    rows: string
  }>(
    `SELECT report, region, fiscal_year, country_code, sum(rows) AS rows ${from}
      GROUP BY report, region, fiscal_year, country_code ORDER BY report, region, fiscal_year, country_code`,
    values,
  )
  // A cost of $0 is a value of the column: that it is not free is the sum's to say.
  const filled = await client.query<{ report: string; fiscal_year: number; rows: string } & Record<CoveredColumn, string>>(
    `SELECT report, fiscal_year, sum(rows) AS rows, ${coveredColumns
      .map((column) => `sum(with_${column === 'total_cost' ? 'cents' : column}) AS ${column}`)
      .join(', ')} ${from} GROUP BY report, fiscal_year ORDER BY report, fiscal_year`,
    values,
  )
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
