/**
 * Brings the serving tables up to a changeset, inside the transaction that commits it: readers see the changeset and its sums together or
 * neither. What each table is for stands in `migrations/0002-serving.ts`.
 */
import { type RawBuilder, sql } from 'kysely'
import { RecipientClass } from '../records.js'
import { changedRows, type LedgerTransaction, type Moment, newest, ofSources, older, run } from './changed.js'
import { fillNames, refreshNames } from './names.js'
import { countsSql, findRepetitions } from './repetitions.js'
import { countedColumns, servedColumns } from './tables.js'
import { refreshTotals } from './totals.js'

/** For a ledger that was empty, after `serveNewSources` of all its sources: what makes the indexes that the tables were filled without. */
export interface Filled {
  makeTrainingIndexes(): Promise<void>
  makeNameIndexes(): Promise<void>
}

/**
 * Call after the changeset's rows are written and withdrawn. Rows are found by number of changeset, so that undoing and correcting need
 * nothing of their own. `refreshed` are ids of trainings whose derived columns changed and nothing else. Where something was expunged, all that
 * is served is made anew: every past state must be without it.
 */
export async function refreshServing(
  tx: LedgerTransaction,
  changeset: number,
  { refreshed = [], expunged = false, filled }: { refreshed?: readonly string[]; expunged?: boolean; filled?: Filled } = {},
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
  if (filled) await refreshAll(tx, newest(changeset), filled)
  else await refreshChanged(tx, newest(changeset), refreshed)
}

/** After an empty ledger was filled: everything changed, and what is served of the trainings stands there already. */
async function refreshAll(tx: LedgerTransaction, moment: Moment, filled: Filled): Promise<void> {
  await run(tx, sql`SET LOCAL work_mem = '64MB'`)
  await leaveOutCopies(tx, filled)
  await run(tx, sql`CREATE TEMPORARY TABLE changed_cell ON COMMIT DROP AS SELECT id FROM serving.cell`)
  const totals = await refreshSums(tx, moment)
  await fillNames(tx, moment)
  await filled.makeNameIndexes()
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM ledger.training`.execute(tx)
  await noteRefreshed(tx, moment, { trainings: rows[0]!.count, totals })
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
    await refreshChanged(tx, index === rows.length - 1 ? newest(changeset) : older(changeset), [])
}

async function refreshChanged(tx: LedgerTransaction, moment: Moment, refreshed: readonly string[]): Promise<void> {
  const { changeset } = moment
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
  await refresh(tx, moment)
}

/** The i-th class is bit i of a cell's `classes`. */
export const classBit = (recipientClass: RecipientClass) => 1 << RecipientClass.options.indexOf(recipientClass)

const classBits = sql.join(
  RecipientClass.options.map((name) => sql`WHEN ${sql.lit(name)} THEN ${sql.lit(classBit(name))}`),
  sql` `,
)

/** The i-th of `filledColumns` is bit i of a served training's `filled`. */
const filledBits = sql.raw(countedColumns.map((column, index) => `(t.${column} IS NOT NULL)::int * ${1 << index}`).join(' + '))

/** SQL over what a cell counts of each column that may be blank. */
const filledColumns = (write: (name: string, bit: number) => string) =>
  sql.raw(countedColumns.map((column, index) => write(`with_${column}`, 1 << index)).join(', '))

const trainingColumns = sql.raw(servedColumns.training.join(', '))

async function refresh(tx: LedgerTransaction, moment: Moment): Promise<void> {
  const { changeset, held, past } = moment
  const changed = await changedRows(tx)
  await run(
    tx,
    sql`SET LOCAL work_mem = '64MB'`,
    sql`CREATE TEMPORARY TABLE kept_since ON COMMIT DROP AS
      SELECT id, since FROM serving.training WHERE id IN (SELECT id FROM changed_training WHERE NOT moved)`,
    // What was served until now stays served as of then; a row that only reads anew is what it was.
    sql`CREATE TEMPORARY TABLE changed_cell (id integer) ON COMMIT DROP`,
    sql`WITH gone AS (DELETE FROM serving.training WHERE id IN (SELECT id FROM changed_training) RETURNING *),
      past AS (INSERT INTO serving.past_training (${trainingColumns}, until) SELECT ${trainingColumns}, ${changeset}
        FROM gone WHERE since < ${changeset} AND id IN (SELECT id FROM changed_training WHERE moved))
      INSERT INTO changed_cell SELECT DISTINCT cell FROM gone`,
  )
  await run(
    tx,
    sql`CREATE TEMPORARY TABLE yielding ON COMMIT DROP AS SELECT copy.id, copy.written FROM serving.repetition copy
      WHERE NOT (${sql.raw(countsSql('copy', 'training', past))})`,
    sql`ANALYZE yielding`,
  )
  if (changed.sources) await joinByHash(tx, true)
  await addTrainings(tx, {
    changeset,
    trainings: sql`${held('t')} AND ${changed.isChanged('t.id')}
      AND NOT EXISTS (SELECT FROM yielding y WHERE y.id = t.id AND y.written = t.written)`,
    namings: sql`${held('n')} AND ${changed.isChanged('n.training')}`,
    beforeRows: () => dropIndexesForMany(tx),
    noteCells: true,
  })
  if (changed.sources) await joinByHash(tx, false)
  await run(tx, sql`DROP TABLE kept_since, yielding`)
  const totals = await refreshSums(tx, moment)
  await refreshNames(tx, moment, changed)
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM changed_training WHERE moved`.execute(tx)
  await run(tx, sql`DROP TABLE changed_training`)
  await noteRefreshed(tx, moment, { trainings: rows[0]!.count, totals })
}

/** Sums the cells in `changed_cell`, and the totals printed for what is in them. Returns how many totals changed. */
async function refreshSums(tx: LedgerTransaction, moment: Moment): Promise<number> {
  await run(
    tx,
    sql`ANALYZE changed_cell`,
    sql`UPDATE serving.cell c SET rows = s.rows, quantity = s.quantity, cents = s.cents, ${filledColumns((name) => `${name} = s.${name}`)}
      FROM (
        SELECT k.id, sums.* FROM (SELECT DISTINCT id FROM changed_cell) k
        -- A cell is small and found by its number; the planner, told to join, might read all trainings for it.
        CROSS JOIN LATERAL (
          SELECT ${filledColumns((name, bit) => `count(*) FILTER (WHERE t.filled & ${bit} <> 0) AS ${name}`)}, count(*) AS rows,
            coalesce(sum(t.quantity), 0) AS quantity, coalesce(sum(t.cents), 0) AS cents
          FROM serving.training t WHERE t.cell = k.id
        ) sums
      ) s WHERE s.id = c.id`,
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
async function noteRefreshed(
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

interface Additions {
  changeset: number
  /** Which rows of ledger.training `t`. */
  trainings: RawBuilder<unknown>
  /** Which rows of ledger.naming `n` are theirs. */
  namings: RawBuilder<unknown>
  /** Whether the cells of the new rows are added to `changed_cell`. */
  noteCells?: boolean
  /** Called when the new rows stand in fresh_training; gives what is to be done when they stand in serving.training. */
  beforeRows?(): Promise<() => Promise<void>>
}

/** Adds rows to serving.training, with the cells and phrases that they need; sums are not touched. Those in kept_since keep theirs. */
async function addTrainings(tx: LedgerTransaction, additions: Additions): Promise<void> {
  const { changeset, trainings, namings, noteCells = false, beforeRows = async () => async () => {} } = additions
  await run(
    tx,
    sql`CREATE TEMPORARY TABLE fresh_training ON COMMIT DROP AS
      SELECT t.id, t.source, t.report, t.region, t.fiscal_year, t.status, t.country, t.country_code, t.program, t.program_code,
        t.program_family, t.agency, t.course_title, t.delivery_unit, t.start_date, t.quantity, t.cents, t.flags, t.search_keys,
        coalesce(c.classes, 0)::smallint AS classes, coalesce(t.cents, 0) <> 0 AS priced,
        coalesce(t.recipient_unit, '') <> '' AS unit_named, (${filledBits})::smallint AS filled,
        coalesce(k.since, ${changeset}) AS since,
        md5(ROW(t.source, t.report, t.region, t.fiscal_year, t.status, t.country, t.country_code, t.program, t.program_code,
          t.program_family, t.agency, coalesce(c.classes, 0), coalesce(t.cents, 0) <> 0,
          coalesce(t.recipient_unit, '') <> '')::text)::uuid AS combination
      FROM ledger.training t
      LEFT JOIN (
        SELECT training, bit_or(CASE recipient_class ${classBits} ELSE 0 END) AS classes
        FROM ledger.naming n
        WHERE ${namings} AND role = 'recipient'
        GROUP BY training
      ) c ON c.training = t.id
      LEFT JOIN kept_since k ON k.id = t.id
      WHERE ${trainings}
      ORDER BY t.source, t.position`,
    sql`ANALYZE fresh_training (id, combination)`,
    sql`INSERT INTO serving.cell (source, report, region, fiscal_year, status, country, country_code, program, program_code,
        program_family, agency, classes, priced, unit_named, combination, words)
      SELECT source, report, region, fiscal_year, status, country, country_code, program, program_code, program_family, agency, classes,
        priced, unit_named, combination, ${cellWordsOf(sql`f`)}
      FROM (SELECT DISTINCT ON (combination) * FROM fresh_training) f
      WHERE NOT EXISTS (SELECT FROM serving.cell c WHERE c.combination = f.combination)`,
    sql`CREATE TEMPORARY TABLE fresh_text ON COMMIT DROP AS
      SELECT text, md5(text) AS digest FROM (
        SELECT course_title AS text FROM fresh_training WHERE course_title IS NOT NULL
        UNION SELECT delivery_unit FROM fresh_training WHERE delivery_unit IS NOT NULL
      ) t`,
    sql`ANALYZE fresh_text (digest)`,
    sql`INSERT INTO serving.phrase (text) SELECT text FROM fresh_text ORDER BY text COLLATE "C" ON CONFLICT DO NOTHING`,
    sql`CREATE TEMPORARY TABLE fresh_phrase ON COMMIT DROP AS
      SELECT p.id, f.text FROM fresh_text f JOIN serving.phrase p ON md5(p.text) = f.digest`,
    // Cells repeat what others print: each distinct text is cut into words once.
    // Weights say where a word stands: A recipient, B course title, C delivery unit, D the rest (place, country, programme, year).
    // Order of search_keys: see `searchedColumns` in schema.ts.
    sql`CREATE TEMPORARY TABLE fresh_words ON COMMIT DROP AS
      SELECT key, to_tsvector('simple', key) AS words FROM (SELECT DISTINCT unnest(search_keys[1:4]) AS key FROM fresh_training) k`,
    sql`ANALYZE fresh_words (key)`,
  )
  const remake = await beforeRows()
  await run(
    tx,
    sql`INSERT INTO serving.training (id, cell, title, delivery, fiscal_year, words, delivered, start_date, quantity, cents, country,
        flags, key, since, filled)
      SELECT id, cell, title, delivery, fiscal_year, least(length(key), 32000), status = 'delivered', start_date, quantity, cents,
        country, flags, key, since, filled
      FROM (
        SELECT f.*, title.id AS title, delivery.id AS delivery, c.id AS cell,
          setweight(coalesce(a.words, ''), 'A') || setweight(coalesce(b.words, ''), 'B') || setweight(coalesce(d.words, ''), 'C')
            || setweight(coalesce(l.words, '') || c.words, 'D') AS key
        FROM (SELECT id, fiscal_year, status, start_date, quantity, cents, country, search_keys, course_title, delivery_unit, combination,
            since, filled,
            (SELECT array_agg(DISTINCT flag->>'code') FROM jsonb_array_elements(CASE WHEN flags = '[]' THEN NULL ELSE flags END) flag)
              AS flags
          FROM fresh_training) f
        JOIN (SELECT id, combination, to_tsvector('simple', words) AS words FROM serving.cell
          WHERE combination IN (SELECT combination FROM fresh_training) OFFSET 0) c USING (combination)
        LEFT JOIN fresh_words a ON a.key = f.search_keys[2]
        LEFT JOIN fresh_words b ON b.key = f.search_keys[1]
        LEFT JOIN fresh_words d ON d.key = f.search_keys[3]
        LEFT JOIN fresh_words l ON l.key = f.search_keys[4]
        LEFT JOIN fresh_phrase title ON title.text = f.course_title
        LEFT JOIN fresh_phrase delivery ON delivery.text = f.delivery_unit
      ) r`,
  )
  await remake()
  if (noteCells)
    await run(
      tx,
      sql`INSERT INTO changed_cell SELECT id FROM serving.cell WHERE combination IN (SELECT combination FROM fresh_training)`,
    )
  await run(tx, sql`DROP TABLE fresh_training, fresh_words, fresh_text, fresh_phrase`)
}

/**
 * While an empty ledger is filled: adds what is served of these sources, before it is known which of their rows are copies of others'. The
 * tables of trainings and names have no index meanwhile. `refreshServing` with `filled` does the rest.
 */
export async function serveNewSources(tx: LedgerTransaction, changeset: number, sources: readonly string[]): Promise<void> {
  const of = (alias: string) => sql`${ofSources(alias, sources)} AND ${newest(changeset).held(alias)}`
  await run(
    tx,
    sql`SET LOCAL work_mem = '64MB'`,
    sql`CREATE TEMPORARY TABLE kept_since (id text COLLATE "C", since bigint) ON COMMIT DROP`,
  )
  await joinByHash(tx, true)
  await addTrainings(tx, { changeset, trainings: of('t'), namings: of('n') })
  await joinByHash(tx, false)
  await run(tx, sql`DROP TABLE kept_since`)
}

/**
 * Where nearly all rows of some sources are new and are joined with what is small: the planner, who knows none of them yet, would join them one by
 * one, each with all.
 */
async function joinByHash(tx: LedgerTransaction, only: boolean): Promise<void> {
  const others = sql.raw(only ? 'off' : 'on')
  await run(tx, sql`SET LOCAL enable_nestloop = ${others}`, sql`SET LOCAL enable_mergejoin = ${others}`)
}

/** All versions are current, so that whatever yields to another row does so now. */
async function leaveOutCopies(tx: LedgerTransaction, { makeTrainingIndexes }: Filled): Promise<void> {
  await run(tx, sql`DELETE FROM serving.training WHERE id IN (SELECT id FROM serving.repetition)`)
  await makeTrainingIndexes()
  await run(tx, sql`ANALYZE serving.training (id, cell)`, sql`ANALYZE serving.cell`)
}

/** From this many new rows on, and where they are more than those that stay, making indexes anew is faster than filling them. */
const manyRows = 20_000

/**
 * Where most rows are new, tells the planner so, drops the indexes of serving.training and returns what makes them again: several times faster. It locks readers
 * out until the changeset is committed, which matters little where most of what they read is about to change.
 */
async function dropIndexesForMany(tx: LedgerTransaction): Promise<() => Promise<void>> {
  const { rows } = await sql<{
    many: boolean
  }>`SELECT count(*) >= ${manyRows} AND count(*) > (SELECT count(*) FROM serving.training) AS many
    FROM fresh_training`.execute(tx)
  if (!rows[0]?.many) return async () => {}
  const indexes = await sql<{ name: string; definition: string }>`SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE schemaname = 'serving' AND tablename = 'training' AND indexname <> 'training_pkey' ORDER BY indexname`.execute(tx)
  // Rows that this transaction wrote are unknown to the planner, which would join them one by one.
  await run(tx, sql`ANALYZE serving.cell`, sql`ANALYZE serving.phrase`)
  for (const { name } of indexes.rows) await sql`DROP INDEX serving.${sql.ref(name)}`.execute(tx)
  return async () => {
    await sql`SET LOCAL maintenance_work_mem = '128MB'`.execute(tx)
    for (const { definition } of indexes.rows) await sql.raw(definition).execute(tx)
  }
}

/**
 * Words that all trainings of a cell share. What the headings of a whole year say ("Fiscal Year 2012 Department of State Training") tells
 * nothing about a row and is left out, so that searching for "state" or "training" means something; the year itself is kept.
 */
function cellWordsOf(training: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`concat_ws(' ', ${training}.search_keys[6],
    regexp_replace(${training}.search_keys[5], '\\m(fiscal year|fy) ?\\d{2,4}\\M.*$', ''),
    regexp_replace(lower(${training}.program_code), '[^[:alnum:]]+', ' ', 'g'),
    regexp_replace(lower(${training}.program_family), '[^[:alnum:]]+', ' ', 'g'), ${training}.fiscal_year::text)`
}
