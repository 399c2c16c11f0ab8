/**
 * Brings the serving tables up to a changeset, inside the transaction that commits it: readers see the changeset and its sums together or
 * neither. What each table is for stands in `migrations/0002-serving.ts`.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { RecipientClass } from '../records.js'
import { countsSql, findRepetitions } from './repetitions.js'

// biome-ignore lint/suspicious/noExplicitAny: any database that has the ledger's tables; only raw SQL is run on it
type LedgerTransaction = Transaction<any>

/**
 * Call after the changeset's rows are written and withdrawn. Rows are found by number of changeset, so that undoing, correcting and
 * expunging need nothing of their own; `expunged` are ids of trainings whose rows are gone altogether.
 */
export async function refreshServing(tx: LedgerTransaction, changeset: number, expunged: readonly string[] = []): Promise<void> {
  await findRepetitions(tx, changeset)
  await run(
    tx,
    // Without an index: these tables are only ever read whole, and random ids are dear to sort in one by one.
    sql`CREATE TEMPORARY TABLE changed_training ON COMMIT DROP AS
      SELECT id FROM ledger.training WHERE written = ${changeset}
      UNION SELECT id FROM ledger.training WHERE withdrawn = ${changeset}
      UNION SELECT training FROM ledger.naming WHERE written = ${changeset}
      UNION SELECT training FROM ledger.naming WHERE withdrawn = ${changeset}
      UNION SELECT unnest(${[...expunged]}::text[])`,
    // Whether a copy counts changes with the row that it is a copy of.
    sql`INSERT INTO changed_training SELECT DISTINCT id FROM serving.repetition copy
      WHERE counted IN (SELECT id FROM changed_training) AND NOT EXISTS (SELECT FROM changed_training c WHERE c.id = copy.id)`,
    // A name's sums change with the rows that name it: with their namings, current or just ended, and with their quantities.
    sql`CREATE TEMPORARY TABLE changed_name ON COMMIT DROP AS SELECT DISTINCT printed_name AS id FROM ledger.naming
      WHERE (withdrawn IS NULL OR withdrawn = ${changeset}) AND training IN (SELECT id FROM changed_training)`,
  )
  await refresh(tx, changeset)
  if (expunged.length > 0) await forget(tx)
}

/** Removes derived text that no current row stands behind any more, as expunging demands. */
async function forget(tx: LedgerTransaction): Promise<void> {
  await run(
    tx,
    sql`DELETE FROM serving.name s
      WHERE NOT EXISTS (SELECT FROM ledger.naming n WHERE n.printed_name = s.id AND n.withdrawn IS NULL)`,
    sql`DELETE FROM serving.phrase p WHERE NOT EXISTS (SELECT FROM serving.training t WHERE t.title = p.id)
      AND NOT EXISTS (SELECT FROM serving.training t WHERE t.delivery = p.id)`,
    sql`DELETE FROM serving.repetition r WHERE EXISTS (SELECT FROM ledger.tombstone t WHERE t.id IN (r.id, r.counted))`,
  )
}

/** Empties the serving tables and fills them from the ledger's current rows: after a migration, or when in doubt. */
export async function rebuildServing(tx: LedgerTransaction, changeset: number): Promise<void> {
  await run(tx, sql`DELETE FROM serving.name`, sql`DELETE FROM serving.repetition`)
  await findRepetitions(tx, null)
  await run(
    tx,
    sql`CREATE TEMPORARY TABLE changed_training ON COMMIT DROP AS
      SELECT id FROM ledger.training WHERE withdrawn IS NULL UNION SELECT id FROM serving.training`,
    sql`CREATE TEMPORARY TABLE changed_name ON COMMIT DROP AS
      SELECT DISTINCT printed_name AS id FROM ledger.naming WHERE withdrawn IS NULL`,
  )
  await refresh(tx, changeset)
}

/** The i-th class is bit i of a cell's `classes`. */
export const classBit = (recipientClass: RecipientClass) => 1 << RecipientClass.options.indexOf(recipientClass)

const classBits = sql.join(
  RecipientClass.options.map((name) => sql`WHEN ${sql.lit(name)} THEN ${sql.lit(classBit(name))}`),
  sql` `,
)

async function refresh(tx: LedgerTransaction, changeset: number): Promise<void> {
  await run(
    tx,
    sql`SET LOCAL work_mem = '64MB'`,
    sql`ANALYZE changed_training`,
    sql`ANALYZE changed_name`,
    sql`CREATE TEMPORARY TABLE changed_cell (id integer) ON COMMIT DROP`,
    sql`WITH gone AS (DELETE FROM serving.training WHERE id IN (SELECT id FROM changed_training) RETURNING cell)
      INSERT INTO changed_cell SELECT DISTINCT cell FROM gone`,
    sql`CREATE TEMPORARY TABLE fresh_training ON COMMIT DROP AS
      SELECT t.id, t.source, t.report, t.region, t.fiscal_year, t.status, t.country, t.country_code, t.program, t.program_code,
        t.program_family, t.agency, t.course_title, t.delivery_unit, t.start_date, t.quantity, t.cents, t.flags, t.search_keys,
        coalesce(c.classes, 0)::smallint AS classes, coalesce(t.cents, 0) <> 0 AS priced,
        coalesce(t.recipient_unit, '') <> '' AS unit_named,
        md5(ROW(t.source, t.report, t.region, t.fiscal_year, t.status, t.country, t.country_code, t.program, t.program_code,
          t.program_family, t.agency, coalesce(c.classes, 0), coalesce(t.cents, 0) <> 0,
          coalesce(t.recipient_unit, '') <> '')::text)::uuid AS combination
      FROM ledger.training t
      LEFT JOIN (
        SELECT training, bit_or(CASE recipient_class ${classBits} ELSE 0 END) AS classes
        FROM ledger.naming
        WHERE withdrawn IS NULL AND role = 'recipient' AND training IN (SELECT id FROM changed_training)
        GROUP BY training
      ) c ON c.training = t.id
      WHERE t.withdrawn IS NULL AND t.id IN (SELECT id FROM changed_training) AND ${sql.raw(countsSql('t', 'training'))}
      ORDER BY t.source, t.position`,
    sql`ANALYZE fresh_training (id, combination)`,
    sql`INSERT INTO serving.cell (source, report, region, fiscal_year, status, country, country_code, program, program_code,
        program_family, agency, classes, priced, unit_named, combination, words)
      SELECT source, report, region, fiscal_year, status, country, country_code, program, program_code, program_family, agency, classes,
        priced, unit_named, combination, ${cellWordsOf(sql`f`)}
      FROM (SELECT DISTINCT ON (combination) * FROM fresh_training) f
      WHERE NOT EXISTS (SELECT FROM serving.cell c WHERE c.combination = f.combination)`,
    sql`INSERT INTO serving.phrase (text)
      SELECT text FROM (
        SELECT course_title AS text FROM fresh_training WHERE course_title IS NOT NULL
        UNION SELECT delivery_unit FROM fresh_training WHERE delivery_unit IS NOT NULL
      ) p ORDER BY text COLLATE "C"
      ON CONFLICT DO NOTHING`,
    // Cells repeat what others print: each distinct text is cut into words once.
    // Weights say where a word stands: A recipient, B course title, C delivery unit, D the rest (place, country, programme, year).
    // Order of search_keys: see `searchedColumns` in schema.ts.
    sql`CREATE TEMPORARY TABLE fresh_words ON COMMIT DROP AS
      SELECT key, to_tsvector('simple', key) AS words FROM (SELECT DISTINCT unnest(search_keys[1:4]) AS key FROM fresh_training) k`,
    sql`ANALYZE fresh_words (key)`,
  )
  const remake = await dropIndexesForMany(tx)
  await run(
    tx,
    sql`INSERT INTO serving.training (id, cell, title, delivery, fiscal_year, words, delivered, start_date, quantity, cents, country,
        flags, key)
      SELECT id, cell, title, delivery, fiscal_year, least(length(key), 32000), status = 'delivered', start_date, quantity, cents,
        country, flags, key
      FROM (
        SELECT f.*, title.id AS title, delivery.id AS delivery, c.id AS cell,
          setweight(coalesce(a.words, ''), 'A') || setweight(coalesce(b.words, ''), 'B') || setweight(coalesce(d.words, ''), 'C')
            || setweight(coalesce(l.words, '') || c.words, 'D') AS key
        FROM (SELECT id, fiscal_year, status, start_date, quantity, cents, country, search_keys, course_title, delivery_unit, combination,
            (SELECT array_agg(DISTINCT flag->>'code') FROM jsonb_array_elements(CASE WHEN flags = '[]' THEN NULL ELSE flags END) flag)
              AS flags
          FROM fresh_training) f
        JOIN (SELECT id, combination, to_tsvector('simple', words) AS words FROM serving.cell
          WHERE combination IN (SELECT combination FROM fresh_training) OFFSET 0) c USING (combination)
        LEFT JOIN fresh_words a ON a.key = f.search_keys[2]
        LEFT JOIN fresh_words b ON b.key = f.search_keys[1]
        LEFT JOIN fresh_words d ON d.key = f.search_keys[3]
        LEFT JOIN fresh_words l ON l.key = f.search_keys[4]
        LEFT JOIN serving.phrase title ON md5(title.text) = md5(f.course_title)
        LEFT JOIN serving.phrase delivery ON md5(delivery.text) = md5(f.delivery_unit)
      ) r`,
  )
  await remake()
  await run(
    tx,
    sql`INSERT INTO changed_cell SELECT DISTINCT cell FROM serving.training WHERE id IN (SELECT id FROM changed_training)`,
    sql`UPDATE serving.cell c SET rows = s.rows, quantity = s.quantity, cents = s.cents
      FROM (
        SELECT k.id, count(t.n) AS rows, coalesce(sum(t.quantity), 0) AS quantity, coalesce(sum(t.cents), 0) AS cents
        FROM (SELECT DISTINCT id FROM changed_cell) k LEFT JOIN serving.training t ON t.cell = k.id
        GROUP BY k.id
      ) s WHERE s.id = c.id`,
    sql`DELETE FROM serving.cell WHERE rows = 0`,
    sql`DELETE FROM serving.name WHERE id IN (SELECT id FROM changed_name)`,
    sql`INSERT INTO serving.name (id, country, text, search_key, recipient_class, recipient, delivery, rows, quantity, first_year,
        last_year, key)
      SELECT p.id, p.country, p.text, p.search_key, s.recipient_class, s.recipient, s.delivery, s.rows, s.quantity, s.first_year,
        s.last_year, to_tsvector('simple', p.search_key)
      FROM (
        -- A row that names a name twice counts once. Plans count as rows, but not as sessions.
        SELECT printed_name, mode() WITHIN GROUP (ORDER BY recipient_class) AS recipient_class, bool_or(recipient) AS recipient,
          bool_or(delivery) AS delivery, count(*) AS rows, coalesce(sum(quantity) FILTER (WHERE delivered AND recipient), 0) AS quantity,
          min(fiscal_year) AS first_year, max(fiscal_year) AS last_year
        FROM (
          SELECT n.printed_name, t.id, min(n.recipient_class) AS recipient_class, bool_or(n.role = 'recipient') AS recipient,
            bool_or(n.role = 'delivery') AS delivery, coalesce(sum(n.count) FILTER (WHERE n.role = 'recipient'), t.quantity) AS quantity,
            t.delivered, t.fiscal_year
          FROM ledger.naming n JOIN serving.training t ON t.id = n.training
          WHERE n.withdrawn IS NULL AND n.printed_name IN (SELECT id FROM changed_name)
          GROUP BY n.printed_name, t.id, t.quantity, t.delivered, t.fiscal_year
        ) r GROUP BY printed_name
      ) s JOIN ledger.printed_name p ON p.id = s.printed_name AND p.withdrawn IS NULL`,
    sql`INSERT INTO serving.refreshed (changeset, trainings) SELECT ${changeset}, count(*) FROM changed_training
      ON CONFLICT (changeset) DO UPDATE SET trainings = excluded.trainings`,
    sql`SELECT gin_clean_pending_list(indexrelid) 
      FROM unnest(ARRAY['serving.training_key', 'serving.training_flags', 'serving.name_key']::regclass[]) AS indexrelid`,
    sql`DROP TABLE changed_training, changed_name, changed_cell, fresh_training, fresh_words`,
  )
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

async function run(tx: LedgerTransaction, ...statements: RawBuilder<unknown>[]): Promise<void> {
  for (const statement of statements) await statement.execute(tx)
}
