/**
 * Compares the rows that past states serve with the versions of the facts, in all states at once: each row served between two changesets is a version that
 * held all that time, and each version that held was served as long. A copy is served or not as the row that it repeats comes and goes: of copies
 * only what is served is compared, not how long.
 */
import { countsSql } from '../serving/repetitions.js'

/** SQL: that a version repeats another file's row. */
export const isCopy = (alias: string) =>
  `EXISTS (SELECT FROM serving.repetition copy WHERE copy.id = ${alias}.id AND copy.written = ${alias}.written)`

export const pastTrainings: Readonly<Record<string, string>> = {
  training: `WITH past AS MATERIALIZED (SELECT p.*, v.written, v.quantity AS printed_quantity, v.cents AS printed_cents, v.start_date AS printed_start,
        v.country AS printed_country, v.fiscal_year AS printed_year, v.status, v.course_title, v.delivery_unit, v.source, v.program,
        ${countsSql('v', 'training', 'p.since')} AS counted
      FROM serving.past_training p LEFT JOIN ledger.training v
        ON v.id = p.id AND v.written <= p.since AND (v.withdrawn IS NULL OR v.withdrawn >= p.until)),
    served AS (SELECT id, written, sum(until - since) AS changesets FROM past GROUP BY id, written)
    SELECT p.id FROM past p LEFT JOIN serving.cell c ON c.id = p.cell
      LEFT JOIN serving.phrase title ON title.id = p.title LEFT JOIN serving.phrase delivery ON delivery.id = p.delivery
      WHERE p.written IS NULL OR c.id IS NULL OR NOT p.counted OR p.delivered <> (p.status = 'delivered')
        OR ROW(p.printed_quantity::float8, p.printed_cents::float8, p.printed_start, p.printed_country COLLATE "C", p.printed_year::int)
          IS DISTINCT FROM ROW(p.quantity, p.cents, p.start_date, p.country COLLATE "C", p.fiscal_year::int)
        OR ROW(p.course_title COLLATE "C", p.delivery_unit COLLATE "C", p.source COLLATE "C", p.program COLLATE "C")
          IS DISTINCT FROM ROW(title.text COLLATE "C", delivery.text COLLATE "C", c.source COLLATE "C", c.program COLLATE "C")
    UNION SELECT v.id FROM ledger.training v LEFT JOIN served s ON s.id = v.id AND s.written = v.written
      WHERE v.withdrawn IS NOT NULL AND coalesce(s.changesets, 0) <> v.withdrawn - v.written AND NOT ${isCopy('v')}`,
}

/** SQL: how many changesets a current version was served otherwise before it was served as it is. */
export const servedBefore = (version: string): string =>
  `(SELECT coalesce(sum(p.until - p.since), 0) FROM serving.past_training p WHERE p.id = ${version}.id AND p.since >= ${version}.written)`

/** SQL: the names that a past state serves otherwise than the present, or whose rows it has and the present does not. */
export const pastNames = (past: string): string => `(SELECT id FROM serving.past_name WHERE since <= ${past} AND until > ${past}
  UNION SELECT printed_name FROM ledger.naming WHERE written <= ${past} AND withdrawn > ${past})`
