/**
 * Takes out of sight what was public and turns out to be restricted: also out of the past states, where it stood in good faith. What is left
 * is a tombstone of each version, which keeps the chain whole and says nothing; the rows themselves go on in the schema `restricted`.
 */
import type { Pool } from 'pg'
import type { FactTableName } from '../schema.js'
import { type Change, writeRows } from './change.js'
import { allRows, type StoredRow } from './rows.js'
import { isUsed, settle, spokenOf } from './settle.js'

export interface Withholding {
  /** Ids of publications that may not be seen, as statements cite them. */
  restricted: readonly string[]
  /** Statements of the source that may not be public at all. */
  statements: readonly string[]
  /** Publications of the source that may not be public at all. */
  publications: readonly string[]
}

/**
 * Removes all public versions of these rows of a source, and of its statements that cite a restricted publication. Call it before the source's
 * rows are replaced by what may be seen of them, and `settleWithheld` after. Returns the entities that the removed rows spoke of.
 */
export async function removeFromSight(
  change: Change,
  source: string,
  { restricted, statements, publications }: Withholding,
): Promise<Set<string>> {
  const entities = new Set<string>()
  const removed: [FactTableName, StoredRow[]][] = [
    [
      'statement',
      await take(change, 'statement', 'source = $1 AND (id = ANY($2) OR citations && $3::text[])', [
        source,
        statements,
        restricted,
      ]),
    ],
    ['publication', await take(change, 'publication', 'source = $1 AND id = ANY($2)', [source, publications])],
  ]
  for (const [table, rows] of removed)
    for (const { row } of rows) for (const id of spokenOf('entity', table, row)) entities.add(id)
  if (removed.some(([, rows]) => rows.length > 0)) change.groups.ledger.set(source, null)
  return entities
}

/** Entities that nothing public ever spoke of but what was removed go, too. */
export async function settleWithheld(change: Change, entities: ReadonlySet<string>): Promise<void> {
  if (entities.size === 0) return
  await take(change, 'entity', `id = ANY($1) AND NOT ${isUsed('ledger', 'entity', 'ledger.entity', true)}`, [[...entities]])
  await settle(change, 'ledger', 'entity', [], entities)
}

/** Rewrites the files of the tables, so that removed rows are not left in them. Takes a lock for some seconds; after the commit. */
export async function forgetWithheld(pool: Pool): Promise<void> {
  for (const table of ['statement', 'publication', 'entity']) await pool.query(`VACUUM (FULL, ANALYZE) ledger.${table}`)
}

async function take(change: Change, table: FactTableName, condition: string, parameters: unknown[]): Promise<StoredRow[]> {
  const rows = await allRows(change.client, 'ledger', table, condition, parameters)
  if (rows.length === 0) return rows
  await change.client.query(`SELECT set_config('rastro.expunging', 'yes', true)`)
  await change.client.query(`DELETE FROM ledger.${table} WHERE ${condition}`, parameters)
  await change.client.query(`SELECT set_config('rastro.expunging', 'no', true)`)
  await writeRows(
    change,
    'ledger',
    'tombstone',
    rows.map(({ written, withdrawn, digest }) => ({
      // The salted digest confirms nothing to whoever has the document; the row's id would.
      id: `${table} ${digest}`,
      kind: table,
      row_written: written,
      row_withdrawn: withdrawn,
      row_digest: digest,
    })),
  )
  return rows
}
