/** Keeps what the rows under each printed total sum to, so that no page has to add them up. */
import { sql } from 'kysely'
import { type CoveredTraining, type CoveringTotal, coveredRows, programNote } from '../covered-rows.js'
import { type LedgerTransaction, type Moment, run } from './changed.js'
import { countsSql } from './repetitions.js'
import { servedColumns } from './tables.js'

/** What a row says; when one of these changes, it is another row from this changeset on. */
const said = servedColumns.total.filter((column) => column !== 'id' && column !== 'since')
const names = (list: readonly string[]) => sql.raw(list.join(', '))
const columns = (alias: string, names: readonly string[]) => sql.raw(names.map((name) => `${alias}.${name}`).join(', '))

/**
 * Brings `serving.total` up to a changeset, for the countries of reports that it touched: totals stay within a country of a report. Call it after
 * the cells are summed, with their numbers in `changed_cell`. Returns how many totals changed.
 */
export async function refreshTotals(tx: LedgerTransaction, moment: Moment): Promise<number> {
  const { changeset, held, past } = moment
  const inScope = (alias: string) =>
    sql.raw(`(${alias}.report, coalesce(${alias}.country, '')) IN (SELECT report, country FROM changed_scope)`)
  /** Only headings with a parenthesis can have a note: the expression is costly. */
  const withoutNote = (alias: string) =>
    sql.raw(`CASE WHEN ${alias}.program LIKE '%(Note%' THEN regexp_replace(${alias}.program, '${programNote}', '', 'i')
      ELSE ${alias}.program END`)
  await run(
    tx,
    sql`CREATE TEMPORARY TABLE changed_scope ON COMMIT DROP AS
      SELECT report, country FROM serving.cell WHERE id IN (SELECT id FROM changed_cell)
      UNION SELECT report, coalesce(country, '') FROM ledger.printed_total WHERE written = ${changeset}
      UNION SELECT report, coalesce(country, '') FROM ledger.printed_total WHERE withdrawn = ${changeset}`,
    sql`ANALYZE changed_scope`,
    sql`CREATE TEMPORARY TABLE fresh_total ON COMMIT DROP AS
      WITH sums AS MATERIALIZED (
        SELECT report, country, program, fiscal_year, GROUPING(program) = 1 AS programs, GROUPING(fiscal_year) = 1 AS years,
          sum(rows)::integer AS rows, sum(quantity) AS quantity, sum(cents) AS cents
        FROM (SELECT report, country, ${withoutNote('c')} AS program, fiscal_year, rows, quantity, cents
          FROM serving.cell c WHERE rows > 0 AND (report, country) IN (SELECT report, country FROM changed_scope)) c
        GROUP BY report, country, GROUPING SETS ((program, fiscal_year), (program), (fiscal_year), ())
      )
      SELECT t.id, t.source, t.report, t.level, t.country, t.country_code, t.program, t.fiscal_year::smallint AS fiscal_year,
        t.quantity::float8 AS quantity, t.cents::float8 AS cents, ${sql.raw(countsSql('t', 'printed_total', past))} AS counts,
        coalesce(s.rows, 0) AS covered_rows, coalesce(s.quantity, 0) AS covered_quantity, coalesce(s.cents, 0) AS covered_cents, t.scope_program
      FROM (SELECT t.*, ${withoutNote('t')} AS scope_program FROM ledger.printed_total t WHERE ${held('t')} AND ${inScope('t')}) t
      LEFT JOIN sums s ON s.report = t.report AND s.country = t.country AND s.programs = (t.program IS NULL)
        AND coalesce(s.program, '') = coalesce(t.scope_program, '') AND s.years = (t.fiscal_year IS NULL)
        AND coalesce(s.fiscal_year, 0) = coalesce(t.fiscal_year, 0)`,
  )
  await sumRepeated(tx, moment)
  await run(
    tx,
    sql`CREATE TEMPORARY TABLE gone_total ON COMMIT DROP AS
      SELECT s.id FROM serving.total s WHERE ${inScope('s')}
        AND NOT EXISTS (SELECT FROM fresh_total f WHERE f.id = s.id AND ROW(${columns('f', said)}) IS NOT DISTINCT FROM ROW(${columns('s', said)}))`,
    sql`INSERT INTO serving.past_total (${names(servedColumns.total)}, until) SELECT ${names(servedColumns.total)}, ${changeset}
      FROM serving.total WHERE since < ${changeset} AND id IN (SELECT id FROM gone_total)`,
    sql`DELETE FROM serving.total WHERE id IN (SELECT id FROM gone_total)`,
  )
  const written =
    await sql`INSERT INTO serving.total (id, ${names(said)}, since) SELECT id, ${names(said)}, ${changeset} FROM fresh_total f
    WHERE NOT EXISTS (SELECT FROM serving.total s WHERE s.id = f.id)`.execute(tx)
  const gone = await sql<{ count: number }>`SELECT count(*)::int AS count FROM gone_total`.execute(tx)
  await run(tx, sql`DROP TABLE changed_scope, fresh_total, gone_total`)
  return Math.max(Number(written.numAffectedRows ?? 0), gone.rows[0]!.count)
}

/** Totals that are printed twice sum some of the rows of their scope, which only the rows' places tell: there are a hundred of 15,000. */
async function sumRepeated(tx: LedgerTransaction, { held }: Moment): Promise<void> {
  await run(
    tx,
    sql`CREATE TEMPORARY TABLE repeated_scope ON COMMIT DROP AS
      SELECT DISTINCT report, country FROM fresh_total WHERE country IS NOT NULL
      GROUP BY report, country, level, scope_program, fiscal_year HAVING count(*) > 1
      UNION SELECT report, country FROM fresh_total WHERE NOT counts AND country IS NOT NULL`,
  )
  const inRepeated = (alias: string) =>
    sql.raw(`(${alias}.report, ${alias}.country) IN (SELECT report, country FROM repeated_scope)`)
  const common = sql`t.id, t.source AS "sourceSha256", t.report, t.country, t.program, t.fiscal_year AS "fiscalYear",
    t.quantity::float8 AS quantity, t.cents::float8 AS cents, t.places`
  const totals = await sql<CoveringTotal & { id: string }>`SELECT ${common}, t.level, t.printed
    FROM ledger.printed_total t JOIN ledger.source s ON s.id = t.source AND ${held('s')}
    WHERE ${held('t')} AND ${inRepeated('t')} ORDER BY t.report, s.file_name, t.source, t.position`.execute(tx)
  if (totals.rows.length > 0) {
    const trainings = await sql<CoveredTraining>`SELECT ${common}, t.course_title AS "courseTitle", t.location,
        t.recipient_unit AS "recipientUnit", t.start_printed AS "startPrinted", t.end_printed AS "endPrinted"
      FROM ledger.training t JOIN ledger.source s ON s.id = t.source AND ${held('s')}
      WHERE ${held('t')} AND ${inRepeated('t')} ORDER BY t.report, s.file_name, t.source, t.position`.execute(tx)
    const files = await sql<{
      id: string
    }>`SELECT id FROM ledger.source s WHERE ${held('s')} ORDER BY report, file_name, id`.execute(tx)
    const covered = coveredRows(
      trainings.rows,
      totals.rows,
      files.rows.map(({ id }) => id),
    )
    const sum = (of: (row: CoveredTraining) => number | null) =>
      covered.map((rows) => rows.reduce((all, row) => all + (of(row) ?? 0), 0))
    await sql`UPDATE fresh_total f SET covered_rows = c.rows, covered_quantity = c.quantity, covered_cents = c.cents
      FROM unnest(${totals.rows.map(({ id }) => id)}::text[], ${covered.map((rows) => rows.length)}::integer[],
        ${sum((row) => row.quantity)}::float8[], ${sum((row) => row.cents)}::float8[]) AS c (id, rows, quantity, cents)
      WHERE c.id = f.id`.execute(tx)
  }
  await run(tx, sql`DROP TABLE repeated_scope`)
}
