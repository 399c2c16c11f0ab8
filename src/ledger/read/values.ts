/** Course titles and delivery units as printed, counted over some cells. */
import type { PoolClient } from 'pg'
import type { Cell } from './cube.js'
import { pastTrainings } from './cube.js'
import type { ValueCount } from './views.js'

export interface TopValues {
  courses: ValueCount[]
  deliveryUnits: ValueCount[]
}

interface Row extends ValueCount {
  course: boolean
}

const presentSql = `
  WITH counted AS MATERIALIZED (
    SELECT t.title, t.delivery, GROUPING(t.title) = 0 AS course, count(*)::int AS rows, coalesce(sum(t.quantity), 0) AS quantity
    FROM serving.training t WHERE t.cell = ANY ($1::int[]) GROUP BY GROUPING SETS ((t.title), (t.delivery))
  ), chosen AS (
    (SELECT title AS phrase, course, rows, quantity FROM counted WHERE title IS NOT NULL
      ORDER BY quantity DESC, rows DESC, title LIMIT $2)
    UNION ALL
    (SELECT delivery, course, rows, quantity FROM counted WHERE delivery IS NOT NULL
      ORDER BY quantity DESC, rows DESC, delivery LIMIT $2)
  )
  SELECT p.text, c.course, c.rows, c.quantity FROM chosen c JOIN serving.phrase p ON p.id = c.phrase
  ORDER BY c.quantity DESC, c.rows DESC, p.text`

const pastSql = `
  WITH counted AS MATERIALIZED (
    SELECT course_title AS title, delivery_unit AS delivery, GROUPING(course_title) = 0 AS course, count(*)::int AS rows,
      coalesce(sum(quantity), 0) AS quantity
    FROM ${pastTrainings} t WHERE combination = ANY ($2::text[]) GROUP BY GROUPING SETS ((course_title), (delivery_unit))
  )
  (SELECT title AS text, course, rows, quantity FROM counted WHERE title IS NOT NULL ORDER BY quantity DESC, rows DESC, title LIMIT $3)
  UNION ALL
  (SELECT delivery, course, rows, quantity FROM counted WHERE delivery IS NOT NULL ORDER BY quantity DESC, rows DESC, delivery LIMIT $3)`

/** The most frequent by sessions delivered, both columns in one pass over the rows. */
export async function topValues(
  client: PoolClient,
  cells: readonly Cell[],
  limit: number,
  past: number | null,
): Promise<TopValues> {
  const delivered = cells.filter((cell) => cell.delivered)
  if (delivered.length === 0) return { courses: [], deliveryUnits: [] }
  const { rows } =
    past === null
      ? await client.query<Row>({
          name: 'top values',
          text: presentSql,
          values: [`{${delivered.map((cell) => cell.id).join(',')}}`, limit],
        })
      : await client.query<Row>(pastSql, [past, `{${delivered.map((cell) => cell.combination).join(',')}}`, limit])
  const of = (course: boolean) =>
    rows.filter((row) => row.course === course).map(({ text, rows, quantity }): ValueCount => ({ text, rows, quantity }))
  return { courses: of(true), deliveryUnits: of(false) }
}
