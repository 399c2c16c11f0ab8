/** Keeps what is served of trainings: a narrow row each, with the cell that it is counted in, its phrases and its words. */
import { type RawBuilder, sql } from 'kysely'
import { RecipientClass } from '../records.js'
import { type ChangedRows, type LedgerTransaction, type Moment, newest, ofSources, run } from './changed.js'
import { addParts } from './names.js'
import { countsSql } from './repetitions.js'
import { countedColumns, servedColumns } from './tables.js'

/** The i-th class is bit i of a cell's `classes`. */
const classBit = (recipientClass: RecipientClass) => 1 << RecipientClass.options.indexOf(recipientClass)

const classBits = sql.join(
  RecipientClass.options.map((name) => sql`WHEN ${sql.lit(name)} THEN ${sql.lit(classBit(name))}`),
  sql` `,
)

/** The i-th of `filledColumns` is bit i of a served training's `filled`. */
export const filledBits = (alias: string): string =>
  countedColumns.map((column, index) => `(${alias}.${column} IS NOT NULL)::int * ${1 << index}`).join(' + ')

const trainingColumns = sql.raw(servedColumns.training.join(', '))

/** Brings trainings up to a changeset, and leaves the cells that they were and are counted in in `changed_cell`. */
export async function refreshTrainings(tx: LedgerTransaction, moment: Moment, changed: ChangedRows): Promise<void> {
  const { changeset, held, past } = moment
  await run(
    tx,
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
  let makeAgain = async () => {}
  await addTrainings(tx, {
    changeset,
    trainings: sql`${held('t')} AND ${changed.isChanged('t.id')}
      AND NOT EXISTS (SELECT FROM yielding y WHERE y.id = t.id AND y.written = t.written)`,
    namings: sql`${held('n')} AND ${changed.isChanged('n.training')}`,
    sources: changed.sources,
    beforeRows: async () => {
      makeAgain = await dropIndexesForMany(tx)
    },
    afterRows: async () => {
      await makeAgain()
      await run(
        tx,
        sql`INSERT INTO changed_cell SELECT id FROM serving.cell WHERE combination IN (SELECT combination FROM fresh_training)`,
      )
    },
  })
  if (changed.sources) await joinByHash(tx, false)
  await run(tx, sql`DROP TABLE kept_since, yielding`)
}

/**
 * Where a text stands in search_keys (`searchedColumns` in schema.ts), and the weight of its words: A recipient, B course title, C delivery unit, D the
 * rest: place, country, programme, year.
 */
const weights = { 1: 'B', 2: 'A', 3: 'C', 4: 'D' } as const
export const textPlaces = (table: string): string =>
  Object.entries(weights)
    .map(
      ([place, weight]) => `SELECT DISTINCT ${place} AS place, '${weight}' AS weight, search_keys[${place}] AS key FROM ${table}`,
    )
    .join(' UNION ALL ')

interface Additions {
  changeset: number
  /** Which rows of ledger.training `t`. */
  trainings: RawBuilder<unknown>
  /** Which rows of ledger.naming `n` are theirs. */
  namings: RawBuilder<unknown>
  /** The sources that all of them are of, where these are few. */
  sources: readonly string[] | null
  /** Whether all joins are by hash: then the planner need not know how many the new rows are. */
  byHash?: boolean
  /** Called when the new rows stand in fresh_training. */
  beforeRows?(): Promise<void>
  /** Called when they stand in serving.training besides. */
  afterRows?(): Promise<void>
}

/** Adds rows to serving.training, with the cells and phrases that they need; sums are not touched. Those in kept_since keep theirs. */
async function addTrainings(tx: LedgerTransaction, additions: Additions): Promise<void> {
  const { changeset, trainings, namings, sources, byHash = false, beforeRows, afterRows } = additions
  const told = (table: string, columns: string) => (byHash ? [] : [sql.raw(`ANALYZE ${table} (${columns})`)])
  await run(
    tx,
    sql`CREATE TEMPORARY TABLE fresh_training ON COMMIT DROP AS
      SELECT t.id, t.ctid AS fact, t.fiscal_year, t.status, t.country, t.course_title, t.delivery_unit, t.start_date, t.quantity,
        t.cents, t.flags, t.search_keys,
        coalesce(c.classes, 0)::smallint AS classes, coalesce(t.cents, 0) <> 0 AS priced,
        coalesce(t.recipient_unit, '') <> '' AS unit_named, (${sql.raw(filledBits('t'))})::smallint AS filled,
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
      ORDER BY ${inDocumentOrder(sources)}`,
    ...told('fresh_training', 'id, combination'),
    // A row that was read by other rules says the same and may be found by other words.
    ...(byHash
      ? []
      : [
          sql`UPDATE serving.cell c SET words = f.words FROM (
              SELECT f.combination, ${sql.raw(cellWordsOf('t'))} AS words FROM ledger.training t JOIN fresh_training f ON f.fact = t.ctid
              WHERE t.ctid = ANY (ARRAY (SELECT min(fact) FROM fresh_training GROUP BY combination))
            ) f WHERE c.combination = f.combination AND c.words <> f.words`,
        ]),
    sql`INSERT INTO serving.cell (source, report, region, fiscal_year, status, country, country_code, program, program_code,
        program_family, agency, classes, priced, unit_named, combination, words)
      SELECT t.source, t.report, t.region, t.fiscal_year, t.status, t.country, t.country_code, t.program, t.program_code, t.program_family,
        t.agency, f.classes, f.priced, f.unit_named, f.combination, ${sql.raw(cellWordsOf('t'))}
      FROM ledger.training t JOIN fresh_training f ON f.fact = t.ctid
      WHERE t.ctid = ANY (ARRAY (SELECT min(fact) FROM fresh_training GROUP BY combination))
        AND NOT EXISTS (SELECT FROM serving.cell c WHERE c.combination = f.combination)`,
    sql`CREATE TEMPORARY TABLE fresh_text ON COMMIT DROP AS
      SELECT text, md5(text) AS digest FROM (
        SELECT course_title AS text FROM fresh_training WHERE course_title IS NOT NULL
        UNION SELECT delivery_unit FROM fresh_training WHERE delivery_unit IS NOT NULL
      ) t`,
    ...told('fresh_text', 'digest'),
    sql`INSERT INTO serving.phrase (text) SELECT text FROM fresh_text ORDER BY text COLLATE "C" ON CONFLICT DO NOTHING`,
    sql`CREATE TEMPORARY TABLE fresh_phrase ON COMMIT DROP AS
      SELECT p.id, f.text FROM fresh_text f JOIN serving.phrase p ON md5(p.text) = f.digest`,
    // Cells repeat what others print: each distinct text is cut into words once.
    sql`CREATE TEMPORARY TABLE fresh_words ON COMMIT DROP AS
      SELECT place, key, setweight(to_tsvector('simple', key), weight::"char") AS words FROM (${sql.raw(textPlaces('fresh_training'))}) k`,
    ...told('fresh_words', 'key'),
  )
  await beforeRows?.()
  await run(
    tx,
    sql`INSERT INTO serving.training (id, cell, title, delivery, fiscal_year, words, delivered, start_date, quantity, cents, country,
        flags, key, since, filled)
      SELECT id, cell, title, delivery, fiscal_year, least(length(key), 32000), status = 'delivered', start_date, quantity, cents,
        country, flags, key, since, filled
      FROM (
        SELECT f.*, title.id AS title, delivery.id AS delivery, c.id AS cell,
          coalesce(a.words, '') || coalesce(b.words, '') || coalesce(d.words, '') || coalesce(l.words, '') || c.words AS key
        FROM (SELECT id, fiscal_year, status, start_date, quantity, cents, country, search_keys, course_title, delivery_unit, combination,
            since, filled,
            CASE WHEN flags <> '[]' THEN (SELECT array_agg(DISTINCT flag->>'code') FROM jsonb_array_elements(flags) flag) END AS flags
          FROM fresh_training) f
        JOIN (SELECT id, combination, setweight(to_tsvector('simple', words), 'D') AS words FROM serving.cell
          WHERE combination IN (SELECT combination FROM fresh_training) OFFSET 0) c USING (combination)
        LEFT JOIN fresh_words a ON a.place = 2 AND a.key = f.search_keys[2]
        LEFT JOIN fresh_words b ON b.place = 1 AND b.key = f.search_keys[1]
        LEFT JOIN fresh_words d ON d.place = 3 AND d.key = f.search_keys[3]
        LEFT JOIN fresh_words l ON l.place = 4 AND l.key = f.search_keys[4]
        LEFT JOIN fresh_phrase title ON title.text = f.course_title
        LEFT JOIN fresh_phrase delivery ON delivery.text = f.delivery_unit
      ) r`,
  )
  await afterRows?.()
  await run(tx, sql`DROP TABLE fresh_training, fresh_words, fresh_text, fresh_phrase`)
}

/**
 * While an empty ledger is filled: adds what is served of these sources and what their rows say of names, before it is known which of their rows are
 * copies of others'. The tables of trainings and names have no index meanwhile.
 */
export async function serveNewSources(tx: LedgerTransaction, changeset: number, sources: readonly string[]): Promise<void> {
  const of = (alias: string) => sql`${ofSources(alias, sources)} AND ${newest(changeset).held(alias)}`
  await run(tx, sql`CREATE TEMPORARY TABLE kept_since (id text COLLATE "C", since bigint) ON COMMIT DROP`)
  await joinByHash(tx, true)
  await addTrainings(tx, {
    changeset,
    trainings: of('t'),
    namings: of('n'),
    sources,
    byHash: true,
    afterRows: () =>
      addParts(tx, of('n'), sql`(SELECT id, quantity, status = 'delivered' AS delivered, fiscal_year FROM fresh_training)`),
  })
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

/**
 * After `serveNewSources` of all sources: all versions are current, so that whatever yields to another row does so now. What the rows of a file say of
 * names is said anew where some of them are copies.
 */
export async function leaveOutCopies(tx: LedgerTransaction, { held }: Moment): Promise<void> {
  const { rows } = await sql<{ source: string }>`
    WITH copy AS (DELETE FROM serving.training WHERE id IN (SELECT id FROM serving.repetition) RETURNING cell)
    SELECT DISTINCT source FROM serving.cell WHERE id IN (SELECT cell FROM copy)`.execute(tx)
  const sources = rows.map(({ source }) => source)
  if (sources.length === 0) return
  await joinByHash(tx, true)
  await run(tx, sql`DELETE FROM serving.name_part p WHERE ${ofSources('p', sources)}`)
  await addParts(tx, sql`${held('n')} AND ${ofSources('n', sources)}`)
  await joinByHash(tx, false)
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
 * SQL: rows of ledger.training `t` as they stand in their documents. One number is sorted several times faster than a text and a column far back in
 * the row.
 */
const inDocumentOrder = (sources: readonly string[] | null): RawBuilder<unknown> =>
  sources === null
    ? sql`t.source, t.position`
    : sql`array_position(${sources.toSorted()}::text[], t.source)::bigint << 32 | t.position`

/**
 * Words that all trainings of a cell share. What the headings of a whole year say ("Fiscal Year 2012 Department of State Training") tells
 * nothing about a row and is left out, so that searching for "state" or "training" means something; the year itself is kept.
 */
export function cellWordsOf(training: string): string {
  return `concat_ws(' ', ${training}.search_keys[6],
    regexp_replace(${training}.search_keys[5], '\\m(fiscal year|fy) ?\\d{2,4}\\M.*$', ''),
    regexp_replace(lower(${training}.program_code), '[^[:alnum:]]+', ' ', 'g'),
    regexp_replace(lower(${training}.program_family), '[^[:alnum:]]+', ' ', 'g'), ${training}.fiscal_year::text)`
}
