/**
 * What is alleged of either side of a pair, so that the queue asks first where most hangs on the answer: whether a unit that was trained is one of
 * which something is alleged. `allegations`: incidents that a source accuses either of, and listings of either.
 */
import type { Migration } from './migration.js'

const sql = `
ALTER TABLE serving.candidate ADD COLUMN allegations integer NOT NULL DEFAULT 0;
DROP INDEX serving.candidate_open;
DROP INDEX serving.candidate_open_country;
CREATE INDEX candidate_open ON serving.candidate (allegations DESC, rows DESC, cents DESC, score DESC, subject, entity) WHERE open;
CREATE INDEX candidate_open_country ON serving.candidate (country, allegations DESC, rows DESC, cents DESC, score DESC, subject, entity) WHERE open;
`

export const queueAllegations: Migration = { name: '0045-queue-allegations', sql, fill: weighAllegations }

/** The same as `serving/units.ts` does of what a changeset touches; a migration stays as it was released. */
async function weighAllegations(client: Parameters<NonNullable<Migration['fill']>>[0]): Promise<void> {
  await client.query(`WITH accused AS (
      SELECT coalesce(m.canonical, a.id) AS id, sum(a.matters)::int AS matters FROM (
        SELECT object AS id, count(DISTINCT entity) AS matters FROM ledger.statement
          WHERE property = 'perpetrator' AND stance = 'asserts' AND withdrawn IS NULL AND object IS NOT NULL GROUP BY object
        UNION ALL SELECT entity, count(*) FROM ledger.designation WHERE withdrawn IS NULL GROUP BY entity
      ) a LEFT JOIN serving.merged m ON m.entity = a.id GROUP BY 1
    )
    UPDATE serving.candidate c SET allegations = of.matters FROM (
      SELECT p.subject, p.entity, coalesce(one.matters, 0) + coalesce(other.matters, 0) AS matters FROM serving.candidate p
        LEFT JOIN serving.merged s ON s.entity = p.subject LEFT JOIN serving.merged e ON e.entity = p.entity
        LEFT JOIN accused one ON one.id = coalesce(s.canonical, p.subject) LEFT JOIN accused other ON other.id = coalesce(e.canonical, p.entity)
    ) of WHERE c.allegations <> of.matters AND c.subject = of.subject AND c.entity = of.entity`)
}
