/**
 * What people entered and corrected among the rows of a source, and what holds when the source is read again: a statement that was entered by hand
 * stays, and a row that a correction withdrew stays out. Undoing the correction brings the row back; from then on it is read like any other.
 */
import type { FactSchema, FactTableName } from '../schema.js'
import type { Row } from './canonical.js'
import type { Change } from './change.js'

/** The names under which the audit trail has what is entered and what is corrected. */
export const entryTool = 'rastro entry'
export const correctionTool = 'rastro correction'

const prefix = 'hand-'

export const isByHand = (id: string): boolean => id.startsWith(prefix)
export const byHand = (hash: string): string => prefix + hash

/** What can be corrected. */
const correctedTables = ['statement', 'designation'] as const satisfies FactTableName[]

/** Those of the rows read from a source that no correction has withdrawn. */
export async function withoutCorrected(
  change: Change,
  schema: FactSchema,
  table: FactTableName,
  source: string,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  if (!(correctedTables as readonly string[]).includes(table) || rows.length === 0) return rows
  const { rows: corrected } = await change.client.query<{ id: string }>(
    `SELECT DISTINCT fact.id FROM ${schema}.${table} fact JOIN ${schema}.changeset c ON c.id = fact.withdrawn AND c.tool = $2
      WHERE fact.source = $1 AND NOT EXISTS (SELECT FROM ${schema}.${table} later WHERE later.id = fact.id AND later.written > fact.written)`,
    [source, correctionTool],
  )
  if (corrected.length === 0) return rows
  const out = new Set(corrected.map(({ id }) => id))
  return rows.filter(({ id }) => !out.has(id))
}
