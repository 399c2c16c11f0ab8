/**
 * What is kept once, whoever speaks of it, and is current exactly while something current does: printed names (used by namings) and entities
 * (used by statements, designations and judgements).
 */
import type { FactSchema, FactTableName } from '../schema.js'
import type { Row } from './canonical.js'
import { type Change, withdrawRows, writeRows } from './change.js'
import { allRows, updateDerived } from './rows.js'

export const settledTables = ['printed_name', 'entity'] as const satisfies FactTableName[]
export type SettledTable = (typeof settledTables)[number]

/** The columns that speak of a settled row, by table. */
export const users: Record<SettledTable, readonly { table: FactTableName; column: string; only?: string }[]> = {
  printed_name: [{ table: 'naming', column: 'printed_name' }],
  entity: [
    { table: 'statement', column: 'entity' },
    { table: 'statement', column: 'object' },
    { table: 'designation', column: 'entity' },
    { table: 'judgement', column: 'entity' },
    { table: 'judgement', column: 'subject', only: "subject_kind = 'entity'" },
  ],
}

/** Ids of settled rows that a row speaks of. */
export function spokenOf(settled: SettledTable, table: FactTableName, row: Row): string[] {
  return users[settled].flatMap((user) => {
    if (user.table !== table || (user.only && row.subject_kind !== 'entity')) return []
    const id = row[user.column]
    return typeof id === 'string' ? [id] : []
  })
}

/** The condition that something speaks of `name`.id, currently or ever. */
export function isUsed(schema: FactSchema, settled: SettledTable, name: string, ever = false): string {
  const uses = users[settled].map(
    ({ table, column, only }) =>
      `EXISTS (SELECT FROM ${schema}.${table} WHERE ${column} = ${name}.id${ever ? '' : ' AND withdrawn IS NULL'}${only ? ` AND ${only}` : ''})`,
  )
  return `(${uses.join(' OR ')})`
}

/**
 * Writes the rows that are used and not current, and withdraws those of `touched` that nothing current speaks of any more. Call it after what
 * speaks of them has changed.
 */
export async function settle(
  change: Change,
  schema: FactSchema,
  table: SettledTable,
  used: readonly Row[],
  touched: ReadonlySet<string>,
): Promise<void> {
  if (used.length > 0) {
    const current = await allRows(change.client, schema, table, 'id = ANY($1) AND withdrawn IS NULL', [used.map(({ id }) => id)])
    const known = new Map(current.map(({ row }) => [row.id, row]))
    if (table === 'printed_name') {
      const rederived = used.filter(({ id, search_key }) => known.has(id) && known.get(id)!.search_key !== search_key)
      await updateDerived(change.client, schema, table, rederived)
    }
    await writeRows(
      change,
      schema,
      table,
      used.filter(({ id }) => !known.has(id)),
    )
  }
  if (touched.size === 0) return
  const { rows } = await change.client.query<{ id: string }>(
    `SELECT id FROM ${schema}.${table} AS settled WHERE id = ANY($1) AND withdrawn IS NULL AND NOT ${isUsed(schema, table, 'settled')}`,
    [[...touched]],
  )
  await withdrawRows(
    change,
    schema,
    table,
    rows.map(({ id }) => id),
  )
}

/** For undo: rows that something current speaks of and that are not current come back as they last were. */
export async function restoreSettled(
  change: Change,
  schema: FactSchema,
  table: SettledTable,
  touched: ReadonlySet<string>,
): Promise<void> {
  const missing = await allRows(
    change.client,
    schema,
    table,
    `id = ANY($1) AND (id, written) IN (SELECT id, max(written) FROM ${schema}.${table} WHERE id = ANY($1) GROUP BY id)
      AND withdrawn IS NOT NULL AND ${isUsed(schema, table, `${schema}.${table}`)}`,
    [[...touched]],
  )
  await writeRows(
    change,
    schema,
    table,
    missing.map(({ row }) => row),
  )
  await settle(change, schema, table, [], touched)
}
