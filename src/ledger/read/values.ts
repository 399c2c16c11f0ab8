/** Course titles and delivery units as printed, counted over some cells. */
import type { PoolClient } from 'pg'
import { served } from '../serving/tables.js'
import type { Cell } from './cube.js'
import type { ValueCount } from './views.js'

export interface TopValues {
  courses: ValueCount[]
  deliveryUnits: ValueCount[]
}

interface Row extends ValueCount {
  course: boolean
}

const statement = (past: string | null) => `
  WITH counted AS MATERIALIZED (
    SELECT t.title, t.delivery, GROUPING(t.title) = 0 AS course, count(*)::int AS rows, coalesce(sum(t.quantity), 0) AS quantity
    FROM ${served('training', past)} t WHERE t.cell = ANY ($1::int[]) GROUP BY GROUPING SETS ((t.title), (t.delivery))
  ), chosen AS (
    (SELECT title AS phrase, course, rows, quantity FROM counted WHERE title IS NOT NULL
      ORDER BY quantity DESC, rows DESC, title LIMIT $2)
    UNION ALL
    (SELECT delivery, course, rows, quantity FROM counted WHERE delivery IS NOT NULL
      ORDER BY quantity DESC, rows DESC, delivery LIMIT $2)
  )
  SELECT p.text, c.course, c.rows, c.quantity FROM chosen c JOIN serving.phrase p ON p.id = c.phrase
  ORDER BY c.quantity DESC, c.rows DESC, p.text`

const presentSql = statement(null)
const pastSql = statement('$3')

/** The most frequent by sessions delivered, both columns in one pass over the rows. */
export async function topValues(
  client: PoolClient,
  cells: readonly Cell[],
  limit: number,
  past: number | null,
): Promise<TopValues> {
  const delivered = cells.filter((cell) => cell.delivered)
  if (delivered.length === 0) return { courses: [], deliveryUnits: [] }
  const { rows } = await client.query<Row>({
    name: past === null ? 'top values' : 'past top values',
    text: past === null ? presentSql : pastSql,
    values: [`{${delivered.map((cell) => cell.id).join(',')}}`, limit, ...(past === null ? [] : [past])],
  })
  const of = (course: boolean) =>
    rows.filter((row) => row.course === course).map(({ text, rows, quantity }): ValueCount => ({ text, rows, quantity }))
  return { courses: of(true), deliveryUnits: of(false) }
}
