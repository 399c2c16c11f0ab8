/** Course titles and delivery units as printed, counted over some cells. */
import type { PoolClient } from 'pg'
import type { Cell } from './cube.js'
import { pastTrainings } from './cube.js'
import type { ValueCount } from './views.js'

/** The most frequent by sessions delivered. */
export async function topValues(
  client: PoolClient,
  cells: readonly Cell[],
  column: 'title' | 'delivery',
  limit: number,
  past: number | null,
): Promise<ValueCount[]> {
  const delivered = cells.filter((cell) => cell.delivered)
  if (delivered.length === 0) return []
  if (past !== null) {
    const { rows } = await client.query<ValueCount>(
      `SELECT ${column === 'title' ? 'course_title' : 'delivery_unit'} AS text, count(*)::int AS rows,
        coalesce(sum(quantity), 0) AS quantity
      FROM ${pastTrainings} t
      WHERE combination = ANY ($2::text[]) AND ${column === 'title' ? 'course_title' : 'delivery_unit'} IS NOT NULL
      GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1 LIMIT $3`,
      [past, delivered.map((cell) => cell.combination), limit],
    )
    return rows
  }
  const { rows } = await client.query<ValueCount>(
    `SELECT p.text, c.rows, c.quantity FROM (
      SELECT t.${column} AS phrase, count(*)::int AS rows, coalesce(sum(t.quantity), 0) AS quantity
      FROM serving.training t WHERE t.cell = ANY ($1::int[]) AND t.${column} IS NOT NULL
      GROUP BY t.${column} ORDER BY quantity DESC, rows DESC, phrase LIMIT $2
    ) c JOIN serving.phrase p ON p.id = c.phrase ORDER BY c.quantity DESC, c.rows DESC, p.text`,
    [delivered.map((cell) => cell.id), limit],
  )
  return rows
}
