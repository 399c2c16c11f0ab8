/**
 * Keeps what is served of printed names: what the rows of each source say of a name (`name_part`), and what that sums to (`name`). Only the sources
 * that a changeset touches are read again.
 */
import { type RawBuilder, sql } from 'kysely'
import { type ChangedRows, type LedgerTransaction, type Moment, ofSources, run } from './changed.js'
import { servedColumns } from './tables.js'

const nameColumns = sql.raw(servedColumns.name.join(', '))

/**
 * Brings names up to a changeset, and leaves those whose rows changed in `changed_name (id, moved)`. Call it when serving.training is up to it, with
 * the trainings in `changed_training`.
 */
export async function refreshNames(tx: LedgerTransaction, moment: Moment, { isChanged, sources }: ChangedRows): Promise<void> {
  const { changeset, held } = moment
  await run(
    tx,
    sql`CREATE TEMPORARY TABLE changed_part ON COMMIT DROP AS
      SELECT printed_name AS name, source, bool_or(moved) AS moved FROM (
        SELECT n.printed_name, n.source, n.training IN (SELECT id FROM changed_training WHERE moved) AS moved
          FROM ledger.naming n WHERE ${held('n')} AND ${isChanged('n.training')}
        UNION ALL SELECT printed_name, source, true FROM ledger.naming WHERE withdrawn = ${changeset}
      ) n GROUP BY printed_name, source`,
    sql`ANALYZE changed_part`,
    sql`DELETE FROM serving.name_part WHERE (name, source) IN (SELECT name, source FROM changed_part)`,
  )
  const few = sources ? ofSources('n', sources) : sql`n.printed_name IN (SELECT name FROM changed_part)`
  await addParts(
    tx,
    sql`${held('n')} AND ${few} AND ((n.printed_name, n.source) IN (SELECT name, source FROM changed_part)) IS TRUE`,
  )
  await run(
    tx,
    sql`CREATE TEMPORARY TABLE changed_name ON COMMIT DROP AS SELECT name AS id, bool_or(moved) AS moved FROM changed_part GROUP BY name`,
    sql`ANALYZE changed_name`,
    sql`DROP TABLE changed_part`,
    sql`CREATE TEMPORARY TABLE kept_name ON COMMIT DROP AS
      SELECT id, since FROM serving.name WHERE id IN (SELECT id FROM changed_name WHERE NOT moved)`,
    // What was served until now stays served as of then; a name whose rows only read anew is what it was.
    sql`WITH gone AS (DELETE FROM serving.name WHERE id IN (SELECT id FROM changed_name) RETURNING *)
      INSERT INTO serving.past_name (${nameColumns}, until) SELECT ${nameColumns}, ${changeset}
      FROM gone WHERE since < ${changeset} AND id IN (SELECT id FROM changed_name WHERE moved)`,
  )
  await addNames(tx, moment, sql`name IN (SELECT id FROM changed_name)`)
  await run(tx, sql`DROP TABLE changed_name, kept_name`)
}

/** For a ledger that was empty, when `name_part` has all that the rows say. */
export async function fillNames(tx: LedgerTransaction, moment: Moment): Promise<void> {
  await run(tx, sql`CREATE TEMPORARY TABLE kept_name (id text COLLATE "C", since bigint) ON COMMIT DROP`)
  await addNames(tx, moment, sql`true`)
  await run(tx, sql`DROP TABLE kept_name`)
}

/**
 * What the rows of a source say of a name, for the namings `n` that meet a condition and the rows of `trainings` that they belong to. A row that names
 * a name twice counts once. Plans count as rows, but not as sessions.
 */
export async function addParts(
  tx: LedgerTransaction,
  namings: RawBuilder<unknown>,
  trainings: RawBuilder<unknown> = sql`serving.training`,
): Promise<void> {
  await run(
    tx,
    sql`INSERT INTO serving.name_part (name, source, recipient_class, recipient, delivery, rows, quantity, first_year, last_year)
      SELECT printed_name, source, recipient_class, bool_or(recipient), bool_or(delivery), count(*),
        coalesce(sum(quantity) FILTER (WHERE delivered AND recipient), 0), min(fiscal_year), max(fiscal_year)
      FROM (
        SELECT n.printed_name, n.source, t.id, min(n.recipient_class) AS recipient_class, bool_or(n.role = 'recipient') AS recipient,
          bool_or(n.role = 'delivery') AS delivery, coalesce(sum(n.count) FILTER (WHERE n.role = 'recipient'), t.quantity) AS quantity,
          t.delivered, t.fiscal_year
        FROM ledger.naming n JOIN ${trainings} t ON t.id = n.training
        WHERE ${namings}
        GROUP BY n.printed_name, n.source, t.id, t.quantity, t.delivered, t.fiscal_year
      ) r GROUP BY printed_name, source, recipient_class`,
  )
}

/** The sums of those parts. A name is of the class that most of its rows give it, the first by alphabet where several do. */
async function addNames(tx: LedgerTransaction, { changeset, held }: Moment, which: RawBuilder<unknown>): Promise<void> {
  await run(
    tx,
    sql`INSERT INTO serving.name (id, country, text, search_key, recipient_class, recipient, delivery, rows, quantity, first_year,
        last_year, key, since)
      SELECT p.id, p.country, p.text, p.search_key, s.recipient_class, s.recipient, s.delivery, s.rows, s.quantity, s.first_year,
        s.last_year, to_tsvector('simple', p.search_key), coalesce(k.since, ${changeset})
      FROM (
        SELECT name, (array_agg(recipient_class ORDER BY rows DESC, recipient_class) FILTER (WHERE recipient_class IS NOT NULL))[1] AS recipient_class,
          bool_or(recipient) AS recipient, bool_or(delivery) AS delivery, sum(rows) AS rows, sum(quantity) AS quantity,
          min(first_year) AS first_year, max(last_year) AS last_year
        FROM (
          SELECT name, recipient_class, bool_or(recipient) AS recipient, bool_or(delivery) AS delivery, sum(rows) AS rows,
            sum(quantity) AS quantity, min(first_year) AS first_year, max(last_year) AS last_year
          FROM serving.name_part WHERE ${which} GROUP BY name, recipient_class
        ) c GROUP BY name
      ) s JOIN ledger.printed_name p ON p.id = s.name AND ${held('p')} LEFT JOIN kept_name k ON k.id = p.id`,
  )
}
