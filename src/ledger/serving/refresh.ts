/**
 * Brings the serving tables up to a changeset, inside the transaction that commits it: readers see the changeset and its sums together or
 * neither. What each table is for stands in `migrations/0002-serving.ts`.
 */
import { sql } from 'kysely'
import { findChanged, type LedgerTransaction, type Moment, newest, older, run } from './changed.js'
import { refreshNames } from './names.js'
import { findRepetitions } from './repetitions.js'
import { countedColumns } from './tables.js'
import { refreshTotals } from './totals.js'
import { refreshTrainings } from './trainings.js'

/**
 * Call after the changeset's rows are written and withdrawn. Rows are found by number of changeset, so that undoing and correcting need
 * nothing of their own. `refreshed` are ids of trainings whose derived columns changed and nothing else. Where something was expunged, all that
 * is served is made anew: every past state must be without it.
 */
export async function refreshServing(
  tx: LedgerTransaction,
  changeset: number,
  { refreshed = [], expunged = false }: { refreshed?: readonly string[]; expunged?: boolean } = {},
): Promise<void> {
  if (expunged) {
    await rebuildServing(tx)
    const unused = ['training', 'past_training'].flatMap((table) =>
      ['title', 'delivery'].map((column) => `NOT EXISTS (SELECT FROM serving.${table} t WHERE t.${column} = p.id)`),
    )
    await run(tx, sql`DELETE FROM serving.phrase p WHERE ${sql.raw(unused.join(' AND '))}`)
    return
  }
  await findRepetitions(tx, changeset)
  await refresh(tx, newest(changeset), refreshed)
}

/** After an empty ledger was filled, with what is served of its trainings: all cells and totals. Returns how many trainings and totals there are. */
export async function fillSums(tx: LedgerTransaction, moment: Moment): Promise<{ trainings: number; totals: number }> {
  await run(
    tx,
    sql`ANALYZE serving.training (id, cell)`,
    sql`ANALYZE serving.cell`,
    sql`CREATE TEMPORARY TABLE changed_cell ON COMMIT DROP AS SELECT id FROM serving.cell`,
  )
  const totals = await refreshSums(tx, moment, ofAllCells)
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM ledger.training`.execute(tx)
  return { trainings: rows[0]!.count, totals }
}

/**
 * Empties the serving tables and fills them from the ledger, one changeset after the other, so that every past state is served as when it was
 * the newest: after a migration, an expunging, or when in doubt.
 */
export async function rebuildServing(tx: LedgerTransaction): Promise<void> {
  const tables = [
    'training',
    'past_training',
    'cell',
    'name',
    'name_part',
    'past_name',
    'total',
    'past_total',
    'repetition',
    'refreshed',
  ]
  await run(tx, ...tables.map((table) => sql`DELETE FROM serving.${sql.ref(table)}`))
  await findRepetitions(tx, null)
  const { rows } = await sql<{ changeset: number }>`SELECT changeset::float8 AS changeset FROM (
      SELECT written AS changeset FROM ledger.training UNION SELECT withdrawn FROM ledger.training
      UNION SELECT written FROM ledger.naming UNION SELECT withdrawn FROM ledger.naming
      UNION SELECT written FROM ledger.printed_total UNION SELECT withdrawn FROM ledger.printed_total
      UNION SELECT written FROM ledger.source UNION SELECT withdrawn FROM ledger.source
    ) c WHERE changeset IS NOT NULL ORDER BY changeset`.execute(tx)
  for (const [index, { changeset }] of rows.entries())
    await refresh(tx, index === rows.length - 1 ? newest(changeset) : older(changeset), [])
}

/** SQL over what a cell counts of each column that may be blank. */
const filledColumns = (write: (name: string, bit: number) => string) =>
  sql.raw(countedColumns.map((column, index) => write(`with_${column}`, 1 << index)).join(', '))

async function refresh(tx: LedgerTransaction, moment: Moment, refreshed: readonly string[]): Promise<void> {
  const changed = await findChanged(tx, moment, refreshed)
  await run(tx, sql`SET LOCAL work_mem = '64MB'`)
  await refreshTrainings(tx, moment, changed)
  const totals = await refreshSums(tx, moment)
  await refreshNames(tx, moment, changed)
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM changed_training WHERE moved`.execute(tx)
  await run(tx, sql`DROP TABLE changed_training`)
  await noteRefreshed(tx, moment, { trainings: rows[0]!.count, totals })
}

const sumsOfTrainings = sql`${filledColumns((name, bit) => `count(*) FILTER (WHERE t.filled & ${bit} <> 0) AS ${name}`)}, count(*) AS rows,
  coalesce(sum(t.quantity), 0) AS quantity, coalesce(sum(t.cents), 0) AS cents`

/** A cell is small and found by its number; the planner, told to join, might read all trainings for it. */
const ofChangedCells = sql`SELECT k.id, sums.* FROM (SELECT DISTINCT id FROM changed_cell) k
  CROSS JOIN LATERAL (SELECT ${sumsOfTrainings} FROM serving.training t WHERE t.cell = k.id) sums`
/** Of those that have trainings. */
const ofAllCells = sql`SELECT t.cell AS id, ${sumsOfTrainings} FROM serving.training t GROUP BY t.cell`

/** Sums the cells in `changed_cell`, and the totals printed for what is in them. Returns how many totals changed. */
async function refreshSums(tx: LedgerTransaction, moment: Moment, sums = ofChangedCells): Promise<number> {
  await run(
    tx,
    sql`ANALYZE changed_cell`,
    sql`UPDATE serving.cell c SET rows = s.rows, quantity = s.quantity, cents = s.cents, ${filledColumns((name) => `${name} = s.${name}`)}
      FROM (${sums}) s WHERE s.id = c.id`,
  )
  const totals = await refreshTotals(tx, moment)
  await run(
    tx,
    sql`DELETE FROM serving.cell c WHERE rows = 0 AND NOT EXISTS (SELECT FROM serving.past_training p WHERE p.cell = c.id)`,
    sql`DROP TABLE changed_cell`,
  )
  return totals
}

/** Says what the changeset changed of what is served, and puts the words that still wait into their indexes. */
export async function noteRefreshed(
  tx: LedgerTransaction,
  { changeset }: Moment,
  { trainings, totals }: { trainings: number; totals: number },
): Promise<void> {
  await run(
    tx,
    sql`INSERT INTO serving.refreshed (changeset, trainings, others) SELECT ${changeset}, ${trainings},
        ${totals} + (SELECT count(*) FROM ledger.source WHERE written = ${changeset} OR withdrawn = ${changeset})
      ON CONFLICT (changeset) DO UPDATE SET trainings = greatest(refreshed.trainings, excluded.trainings),
        others = greatest(refreshed.others, excluded.others)`,
    sql`SELECT gin_clean_pending_list(indexrelid) 
      FROM unnest(ARRAY['serving.training_key', 'serving.training_flags', 'serving.name_key', 'serving.past_training_key', 'serving.past_name_key']::regclass[]) AS indexrelid`,
  )
}
