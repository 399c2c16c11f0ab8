/**
 * Which trainings a changeset touches, kept in temporary tables while what is served is brought up to it, and how statements find their rows.
 *
 * - `changed_training (id, source, moved)`: trainings that are to be served anew; `moved` where they are other rows from this changeset on, false
 *   where only what is derived of them changed.
 * - `changed_cell (id)`: cells whose sums change.
 * Without an index: these tables are only ever read whole, and random ids are costly to sort in one by one.
 */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'

/** A transaction of any database that has the ledger's tables: only raw SQL is run on it. */
export type LedgerTransaction = QueryExecutorProvider

/** A state that is being served: the newest, or an older one while all are made anew (`rebuildServing`). */
export interface Moment {
  changeset: number
  /** SQL: that a version of a row of the ledger holds in this state. */
  held(alias: string): RawBuilder<unknown>
  /** For `countsSql`. */
  past: string | null
}

export const newest = (changeset: number): Moment => ({
  changeset,
  held: (alias) => sql.raw(`${alias}.withdrawn IS NULL`),
  past: null,
})
export const older = (changeset: number): Moment => ({
  changeset,
  held: (alias) =>
    sql.raw(`${alias}.written <= ${changeset} AND (${alias}.withdrawn IS NULL OR ${alias}.withdrawn > ${changeset})`),
  past: String(changeset),
})

/** How statements find the rows of the changed trainings. */
export interface ChangedRows {
  /** SQL: that a row belongs to one of them. `column` holds the training's id; the table before it has `source` besides. */
  isChanged(column: string): RawBuilder<unknown>
  /** The sources whose rows are best read whole; null where each row is looked up. */
  sources: readonly string[] | null
}

/** Where these are at least a quarter of their sources' trainings, reading all of them is faster than looking up each. */
const MANY = 1 / 4
/** Up to so many sources, reading their rows is faster than reading all. */
const FEW_SOURCES = 40

/**
 * Finds the trainings that a changeset touches, and returns how their rows are found. A new report's are all rows of its source: read in one go and
 * held against a table in memory. The planner, who knows nothing of rows that this transaction wrote, would look up each by its random id, or join
 * each with each; IS TRUE keeps it from joining. `refreshed` are ids of trainings of which only what is derived changed.
 */
export async function findChanged(
  tx: LedgerTransaction,
  { changeset }: Moment,
  refreshed: readonly string[],
): Promise<ChangedRows> {
  await run(
    tx,
    sql`CREATE TEMPORARY TABLE changed_training ON COMMIT DROP AS
      SELECT id, source, true AS moved FROM ledger.training WHERE written = ${changeset}
      UNION SELECT id, source, true FROM ledger.training WHERE withdrawn = ${changeset}
      UNION SELECT training, source, true FROM ledger.naming WHERE written = ${changeset}
      UNION SELECT training, source, true FROM ledger.naming WHERE withdrawn = ${changeset}`,
    sql`INSERT INTO changed_training SELECT id.id, t.source, false FROM unnest(${[...refreshed]}::text[]) AS id
      LEFT JOIN ledger.training t ON t.id = id.id AND t.withdrawn IS NULL
      WHERE NOT EXISTS (SELECT FROM changed_training c WHERE c.id = id.id)`,
    // Whether a copy counts changes with the row that it is a copy of.
    sql`INSERT INTO changed_training SELECT DISTINCT copy.id, t.source, true FROM serving.repetition copy
      JOIN ledger.training t ON t.id = copy.id AND t.written = copy.written
      WHERE counted IN (SELECT id FROM changed_training WHERE moved) AND NOT EXISTS (SELECT FROM changed_training c WHERE c.id = copy.id)`,
  )
  await sql`ANALYZE changed_training`.execute(tx)
  const { rows } = await sql<{ source: string; changed: number }>`SELECT source, count(*)::int AS changed FROM changed_training
    WHERE source IS NOT NULL GROUP BY source ORDER BY source LIMIT ${sql.lit(FEW_SOURCES + 1)}`.execute(tx)
  const sources = rows.map(({ source }) => source)
  const changed = rows.reduce((sum, row) => sum + row.changed, 0)
  if (sources.length > FEW_SOURCES || changed < MANY * (await trainingsOf(tx, sources)))
    return { sources: null, isChanged: (column) => sql`${sql.ref(column)} IN (SELECT id FROM changed_training)` }
  return {
    sources,
    isChanged: (column) => sql`${ofSources(column.split('.')[0]!, sources)}
      AND (${sql.ref(column)} IN (SELECT id FROM changed_training)) IS TRUE`,
  }
}

async function trainingsOf(tx: LedgerTransaction, sources: readonly string[]): Promise<number> {
  const { rows } = await sql<{ trainings: number }>`SELECT count(*)::int AS trainings FROM ledger.training t
    WHERE ${ofSources('t', sources)} AND withdrawn IS NULL`.execute(tx)
  return rows[0]!.trainings
}

/** SQL: that a row is of one of these sources. */
export const ofSources = (alias: string, sources: readonly string[]): RawBuilder<unknown> =>
  sql`${sql.ref(`${alias}.source`)} = ANY(${[...sources]}::text[])`

export async function run(tx: LedgerTransaction, ...statements: RawBuilder<unknown>[]): Promise<void> {
  for (const statement of statements) await statement.execute(tx)
}
