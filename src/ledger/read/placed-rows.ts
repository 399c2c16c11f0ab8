/** Rows by where they stand: what the evidence of a page, or of a row, is drawn from. Public rows only. */
import type { Pool } from 'pg'
import type { Flag, Place, Source } from '../records.js'

export interface PlacedRow {
  kind: 'training' | 'total'
  id: string
  places: Place[]
  /** The row's cells as they are public, in the order of the columns: personal data is masked in them. */
  cells: string[]
  flags: Flag[]
}

export type PlacedSource = Pick<
  Source,
  'id' | 'sha256' | 'mediaType' | 'pages' | 'officialUrl' | 'archivedUrl' | 'fileName' | 'report'
>

const sourceColumns = `jsonb_build_object('id', s.id, 'sha256', s.sha256, 'mediaType', s.media_type, 'pages', s.pages, 'officialUrl', s.official_url,
  'archivedUrl', s.archived_url, 'fileName', s.file_name, 'report', s.report) AS source`

const cells = {
  training: `array_remove(ARRAY[t.course_title, t.quantity::text, t.location, t.recipient_unit,
    t.delivery_unit || coalesce(' - ' || t.delivery_quantity::text, ''),
    CASE WHEN t.cents % 100 = 0 THEN to_char(t.cents / 100, 'FM$999,999,999,999') ELSE to_char(t.cents / 100.0, 'FM$999,999,999,990.00') END,
    t.start_printed, t.end_printed], NULL)`,
  total: 'ARRAY[t.printed]',
}

const tables = { training: 'ledger.training', total: 'ledger.printed_total' } as const

/** The newest version of a row, current or withdrawn: an id is its place, so that the place is the same in every state. */
export async function placedRow(
  pool: Pool,
  kind: PlacedRow['kind'],
  id: string,
): Promise<(PlacedRow & { source: PlacedSource }) | null> {
  const { rows } = await pool.query({
    name: `placed ${kind}`,
    text: `SELECT '${kind}' AS kind, t.id, t.places, ${cells[kind]} AS cells, t.flags, ${sourceColumns}
    FROM ${tables[kind]} t JOIN ledger.source s ON s.id = t.source
    WHERE t.id = $1 ORDER BY t.written DESC, s.written DESC LIMIT 1`,
    values: [id],
  })
  return rows[0] ?? null
}

export async function placedSource(pool: Pool, id: string): Promise<PlacedSource | null> {
  const { rows } = await pool.query(
    `SELECT ${sourceColumns} FROM ledger.source s WHERE s.id = $1 ORDER BY s.written DESC LIMIT 1`,
    [id],
  )
  return rows[0]?.source ?? null
}

/** Current rows that stand on a page, wholly or in part, in the order of the document. */
export async function rowsOnPage(pool: Pool, source: string, page: number): Promise<PlacedRow[]> {
  // A row that crosses pages is filed under the page of its quantity, at most one page away.
  const rows = await around(pool, source, 'page', page - 1, page + 1)
  return rows.filter((row) => row.places.some((place) => place.page === page))
}

/** Current rows of an HTML source whose ordinals lie in a range. */
export function rowsAround(pool: Pool, source: string, first: number, last: number): Promise<PlacedRow[]> {
  return around(pool, source, 'row_ordinal', first, last)
}

async function around(
  pool: Pool,
  source: string,
  column: 'page' | 'row_ordinal',
  first: number,
  last: number,
): Promise<PlacedRow[]> {
  const one = (
    kind: PlacedRow['kind'],
  ) => `SELECT '${kind}' AS kind, t.id, t.places, ${cells[kind]} AS cells, t.flags, t.page, t.row_ordinal, t.position
    FROM ${tables[kind]} t WHERE t.source = $1 AND t.withdrawn IS NULL AND ${
      // Rows of an HTML file have no page: so the index by page and row answers both.
      column === 'page' ? 't.page' : 't.page IS NULL AND t.row_ordinal'
    } BETWEEN $2 AND $3`
  const { rows } = await pool.query<PlacedRow & { page: number | null; row_ordinal: number | null; position: number }>({
    name: `around ${column}`,
    text: `${one('training')} UNION ALL ${one('total')}`,
    values: [source, first, last],
  })
  const top = (row: PlacedRow) => row.places[0]?.box?.[1] ?? 0
  return rows
    .sort(
      (a, b) =>
        (a.page ?? 0) - (b.page ?? 0) ||
        (a.row_ordinal ?? 0) - (b.row_ordinal ?? 0) ||
        (a.kind === b.kind ? a.position - b.position : top(a) - top(b)),
    )
    .map(({ kind, id, places, cells: texts, flags }) => ({ kind, id, places, cells: texts, flags }))
}
