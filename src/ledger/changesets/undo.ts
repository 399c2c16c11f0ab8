/**
 * Undoing: a changeset that withdraws what another wrote and restores what it withdrew. Undoing the undo works the same way.
 *
 * What later work stands on is not pulled away: then the undo says which later changesets they are, and changes nothing.
 */
import type { Pool } from 'pg'
import { errors } from '../errors.js'
import type { FactSchema, FactTableName } from '../schema.js'
import type { Row } from './canonical.js'
import { type About, type Change, type Committed, commitChangeset, withdrawRows, writeRows } from './change.js'
import { factTableNames } from './columns.js'
import { allRows } from './rows.js'
import { restoreSettled, settledTables, spokenOf } from './settle.js'

/**
 * Undoes the public changeset `id` and the restricted one that was made by the same act. `also` is written in the same changeset, after it.
 * @throws UserError CHANGESET_UNKNOWN, UNDO_BLOCKED (later work stands on it), UNDO_EXPUNGED (rows are gone for good)
 */
export async function undoChangeset(
  ledger: { ownerPool: Pool },
  id: number,
  about: Omit<About, 'undoes'>,
  also: (change: Change) => Promise<void> = async () => {},
): Promise<Committed> {
  return commitChangeset(ledger, { ...about, undoes: id }, async (change) => {
    const { rows } = await change.client.query(`SELECT FROM ledger.changeset WHERE id = $1`, [id])
    if (rows.length === 0) throw errors.CHANGESET_UNKNOWN(id)
    await undo(change, 'ledger', id)
    const companions = await change.client.query<{ id: number }>(
      `SELECT id::float8 AS id FROM restricted.changeset WHERE accompanies = $1`,
      [id],
    )
    for (const companion of companions.rows) {
      change.undoesRestricted = companion.id
      await undo(change, 'restricted', companion.id)
    }
    await also(change)
  })
}

/** Undoes a restricted changeset that was made by itself, with no public one. */
export async function undoRestricted(ledger: { ownerPool: Pool }, id: number, about: Omit<About, 'undoes'>): Promise<Committed> {
  return commitChangeset(ledger, about, async (change) => {
    const { rows } = await change.client.query('SELECT FROM restricted.changeset WHERE id = $1 AND accompanies IS NULL', [id])
    if (rows.length === 0) throw errors.CHANGESET_UNKNOWN(id)
    change.undoesRestricted = id
    await undo(change, 'restricted', id)
  })
}

async function undo(change: Change, schema: FactSchema, id: number): Promise<void> {
  const { client } = change
  const buried = await client.query(
    `SELECT FROM ${schema}.tombstone WHERE written = $1 OR row_written = $1 OR row_withdrawn = $1 LIMIT 1`,
    [id],
  )
  if (buried.rows.length > 0) throw errors.UNDO_EXPUNGED(id)
  const standing = await whatStandsOn(change, schema, id)
  if (standing.length > 0) throw errors.UNDO_BLOCKED(id, standing)
  const touched = { printed_name: new Set<string>(), entity: new Set<string>() }
  const sources = new Set<string>()
  for (const table of factTableNames) {
    if ((settledTables as readonly string[]).includes(table)) continue
    const written = await allRows(client, schema, table, 'written = $1 AND withdrawn IS NULL', [id])
    const restored = await allRows(client, schema, table, 'withdrawn = $1', [id])
    await withdrawRows(
      change,
      schema,
      table,
      written.map(({ row }) => row.id),
    )
    await writeRows(
      change,
      schema,
      table,
      restored.map(({ row }) => row),
    )
    for (const { row } of [...written, ...restored]) {
      const source = sourceOf(table, row)
      if (source) sources.add(source)
      for (const settled of settledTables) for (const id of spokenOf(settled, table, row)) touched[settled].add(id)
    }
  }
  for (const settled of settledTables) await restoreSettled(change, schema, settled, touched[settled])
  for (const source of sources) change.groups[schema].set(source, null)
  // What was read may be read again: a mark that says "done" would keep it out.
  await client.query('DELETE FROM private.ingested WHERE source = ANY($1)', [[...sources]])
}

export const sourceOf = (table: FactTableName, row: Row): string | null =>
  table === 'source' ? row.id : ((row.source as string | undefined) ?? null)

/** What keeps a changeset from being undone: later changesets, each with the number of rows in which it stands on this one. */
export interface Standing {
  changeset: number
  rows: number
}

async function whatStandsOn({ client }: Change, schema: FactSchema, id: number): Promise<Standing[]> {
  // Names and entities come and go with what speaks of them: that another changeset uses one is no hindrance.
  const tables = factTableNames.filter((table) => !(settledTables as readonly string[]).includes(table))
  const conflicts = tables.map((table) => {
    const fact = `${schema}.${table}`
    // Ended later what this one wrote; or wrote again what this one withdrew.
    return `SELECT withdrawn AS changeset, id FROM ${fact} WHERE written = $1 AND withdrawn IS NOT NULL
      UNION ALL
      SELECT later.written, later.id FROM ${fact} AS earlier JOIN ${fact} AS later ON later.id = earlier.id AND later.withdrawn IS NULL
        WHERE earlier.withdrawn = $1 AND later.written <> $1`
  })
  const gone = (table: string) =>
    `SELECT id FROM ${schema}.${table} WHERE written = $1 AND withdrawn IS NULL
      EXCEPT SELECT id FROM ${schema}.${table} WHERE withdrawn = $1`
  // Wrote later something about a source or a training that would be gone.
  const dependants = [
    ...(
      [
        'training',
        'printed_total',
        'unread_place',
        'coverage',
        'publication',
        'statement',
        'designation',
        'article',
        'claim',
        'claim_decision',
      ] as const
    ).map(
      (table) => `SELECT written AS changeset, id FROM ${schema}.${table}
        WHERE withdrawn IS NULL AND written > $1 AND source IN (${gone('source')})`,
    ),
    `SELECT written AS changeset, id FROM ${schema}.naming WHERE withdrawn IS NULL AND written > $1 AND training IN (${gone('training')})`,
  ]
  const { rows } = await client.query<Standing>(
    `SELECT changeset::float8 AS changeset, count(DISTINCT id)::float8 AS rows FROM (${[...conflicts, ...dependants].join(' UNION ALL ')}) AS conflict
      GROUP BY changeset ORDER BY changeset`,
    [id],
  )
  return rows
}
