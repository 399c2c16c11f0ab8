/** Printed names are kept once, whoever prints them: one is current exactly while a current naming uses it. */
import type { FactSchema } from '../schema.js'
import type { Row } from './canonical.js'
import { type Change, withdrawRows, writeRows } from './change.js'
import { allRows, updateDerived } from './rows.js'

/**
 * Writes the names that are used and not current, and withdraws those of `touched` that no current naming uses any more. Call it after the
 * namings have changed.
 */
export async function settleNames(
  change: Change,
  schema: FactSchema,
  used: readonly Row[],
  touched: ReadonlySet<string>,
): Promise<void> {
  const current = await allRows(change.client, schema, 'printed_name', 'id = ANY($1) AND withdrawn IS NULL', [
    used.map(({ id }) => id),
  ])
  const keys = new Map(current.map(({ row }) => [row.id, row.search_key]))
  await updateDerived(
    change.client,
    schema,
    'printed_name',
    used.filter(({ id, search_key }) => keys.has(id) && keys.get(id) !== search_key),
  )
  await writeRows(
    change,
    schema,
    'printed_name',
    used.filter(({ id }) => !keys.has(id)),
  )
  if (touched.size === 0) return
  const { rows } = await change.client.query<{ id: string }>(
    `SELECT id FROM ${schema}.printed_name AS name WHERE id = ANY($1) AND withdrawn IS NULL
      AND NOT EXISTS (SELECT FROM ${schema}.naming WHERE printed_name = name.id AND withdrawn IS NULL)`,
    [[...touched]],
  )
  await withdrawRows(
    change,
    schema,
    'printed_name',
    rows.map(({ id }) => id),
  )
}

/** For undo: names that current namings use and that are not current come back as they last were. */
export async function restoreNames(change: Change, schema: FactSchema, touched: ReadonlySet<string>): Promise<void> {
  const missing = await allRows(
    change.client,
    schema,
    'printed_name',
    `id = ANY($1) AND (id, written) IN (SELECT id, max(written) FROM ${schema}.printed_name GROUP BY id)
      AND withdrawn IS NOT NULL
      AND EXISTS (SELECT FROM ${schema}.naming WHERE printed_name = ${schema}.printed_name.id AND withdrawn IS NULL)`,
    [[...touched]],
  )
  await writeRows(
    change,
    schema,
    'printed_name',
    missing.map(({ row }) => row),
  )
  await settleNames(change, schema, [], touched)
}
