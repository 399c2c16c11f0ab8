/** How many trainings of the same source print the same as one in every column. */
import type { PoolClient } from 'pg'

const columns = [
  'fiscal_year',
  'status',
  'country',
  'program',
  'course_title',
  'quantity',
  'location',
  'recipient_unit',
  'delivery_unit',
  'delivery_quantity',
  'cents',
  'start_printed',
  'end_printed',
]
const printed = (alias: string) => `ROW(${columns.map((column) => `${alias}.${column}`).join(', ')})`

/**
 * Equal rows are in the same cell with the same phrases and figures, so that a few narrow rows are looked at instead of a whole source.
 * Only where the training itself is not served (a past state's, or a copy of another) is its source read.
 */
const equalSql = `
  SELECT count(o.id)::int AS equal FROM ledger.training t, LATERAL (
    SELECT o.id FROM serving.training m
      JOIN serving.training s ON s.cell = m.cell AND s.n <> m.n AND s.title IS NOT DISTINCT FROM m.title
        AND s.delivery IS NOT DISTINCT FROM m.delivery AND s.quantity IS NOT DISTINCT FROM m.quantity AND s.cents IS NOT DISTINCT FROM m.cents
      JOIN ledger.training o ON o.id = s.id AND o.withdrawn IS NULL
      WHERE m.id = t.id AND ${printed('o')} IS NOT DISTINCT FROM ${printed('t')}
    UNION ALL
    SELECT o.id FROM ledger.training o
      WHERE NOT EXISTS (SELECT FROM serving.training WHERE id = t.id) AND o.source = t.source AND o.withdrawn IS NULL AND o.id <> t.id
        AND ${printed('o')} IS NOT DISTINCT FROM ${printed('t')}
  ) o
  WHERE t.id = $1 AND t.written = $2`

/** `written`: the changeset that wrote the version of the training that is asked about. */
export async function countEqualRows(client: PoolClient, id: string, written: number): Promise<number> {
  const { rows } = await client.query<{ equal: number }>({ name: 'equal rows', text: equalSql, values: [id, written] })
  return rows[0]!.equal
}
