/** How many trainings of the same source print the same as one in every column. */
import type { PoolClient } from 'pg'
import { held, holds, served } from '../serving/tables.js'

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
 * Only where the training itself is not served (a copy of another) is its source read. `past`: the parameter that is the changeset.
 */
const equalSql = (past: '$2' | null) => `
  SELECT count(o.id)::int AS equal FROM ledger.training t, LATERAL (
    SELECT o.id FROM ${served('training', past, 'id = $1')} m
      JOIN LATERAL ${served('training', past, 'cell = m.cell')} s ON s.n <> m.n AND s.title IS NOT DISTINCT FROM m.title
        AND s.delivery IS NOT DISTINCT FROM m.delivery AND s.quantity IS NOT DISTINCT FROM m.quantity AND s.cents IS NOT DISTINCT FROM m.cents
      JOIN ledger.training o ON o.id = s.id AND ${holds('o', past)}
      WHERE ${printed('o')} IS NOT DISTINCT FROM ${printed('t')}
    UNION ALL
    SELECT o.id FROM ${held('training', past, 'source = t.source')} o
      WHERE NOT EXISTS (SELECT FROM ${served('training', past, 'id = $1')} m) AND o.id <> t.id
        AND ${printed('o')} IS NOT DISTINCT FROM ${printed('t')}
  ) o
  WHERE t.id = $1 AND ${holds('t', past)}`

const presentSql = equalSql(null)
const pastSql = equalSql('$2')

/** In a state: `past` is its changeset, null the present. */
export async function countEqualRows(client: PoolClient, id: string, past: number | null): Promise<number> {
  const { rows } = await client.query<{ equal: number }>({
    name: past === null ? 'equal rows' : 'past equal rows',
    text: past === null ? presentSql : pastSql,
    values: past === null ? [id] : [id, past],
  })
  return rows[0]?.equal ?? 0
}
