/** Sources: the files that the ledger's rows were read from. */
import type { PoolClient } from 'pg'
import type { Source, UnreadPlace } from '../records.js'
import { held } from '../serving/tables.js'

interface Row {
  id: string
  sha256: string
  kind: Source['kind']
  report: string | null
  region: string | null
  title: string
  publisher: string | null
  language: string | null
  published_printed: string | null
  official_url: string | null
  archived_url: string | null
  volume_page_offset: number | null
  file_name: string
  media_type: string
  bytes: number
  pages: number | null
  licence: string | null
  written: number
}

export interface LoadedSource extends Source {
  /** The changeset that wrote it. */
  written: number
}

/** Sources of a state, reports newest first; `id` narrows to one. */
export async function loadSources(client: PoolClient, past: number | null, id: string | null = null): Promise<LoadedSource[]> {
  const { rows } = await client.query<Row>(
    `SELECT id, sha256, kind, report, region, title, publisher, language, published_printed, official_url, archived_url,
      volume_page_offset, file_name, media_type, bytes::float8 AS bytes, pages, licence, written::float8 AS written
    FROM ledger.source
    WHERE ($1::text IS NULL OR id = $1) AND CASE WHEN $2::bigint IS NULL THEN withdrawn IS NULL
      ELSE written <= $2 AND (withdrawn IS NULL OR withdrawn > $2) END
    ORDER BY report DESC NULLS LAST, region, file_name COLLATE "C", id`,
    [id, past],
  )
  return rows.map((row) => ({
    id: row.id,
    sha256: row.sha256,
    kind: row.kind,
    report: row.report,
    region: row.region,
    title: row.title,
    publisher: row.publisher,
    language: row.language,
    publishedPrinted: row.published_printed,
    officialUrl: row.official_url,
    archivedUrl: row.archived_url,
    volumePageOffset: row.volume_page_offset,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    pages: row.pages,
    licence: row.licence,
    written: row.written,
  }))
}

/** Pages of a source with how many trainings and totals begin on each; HTML files have one entry with page null. */
export async function loadSourcePages(client: PoolClient, past: number | null, id: string) {
  const at = past === null ? null : '$2'
  const { rows } = await client.query<{ page: number | null; pageLabel: string | null; trainings: number; totals: number }>(
    `SELECT page, min(label) AS "pageLabel", count(*) FILTER (WHERE kind = 1)::int AS trainings, count(*) FILTER (WHERE kind = 2)::int AS totals
    FROM (
      SELECT page, places->0->>'pageLabel' AS label, 1 AS kind FROM ${held('training', at, 'source = $1')} t
      UNION ALL SELECT page, places->0->>'pageLabel', 2 FROM ${held('printed_total', at, 'source = $1')} t
    ) r GROUP BY page ORDER BY page`,
    past === null ? [id] : [id, past],
  )
  return rows
}

/** How many statements a source makes, of how many units, people and incidents, and how many publications it lists, as of a changeset. */
export async function loadSaid(
  client: PoolClient,
  asOf: number,
  id: string,
): Promise<{ statements: number; entities: number; publications: number }> {
  const { rows } = await client.query<{ statements: number; entities: number; publications: number }>(
    `SELECT count(*)::int AS statements, count(DISTINCT entity)::int AS entities,
      (SELECT count(*)::int FROM ${held('publication', '$2', 'source = $1')} p) AS publications
    FROM ${held('statement', '$2', 'source = $1')} t`,
    [id, asOf],
  )
  return rows[0]!
}

/** Places of a source's tables that could not be read, as of a changeset, in the order of the document. */
export async function loadUnreadPlaces(client: PoolClient, asOf: number, id: string): Promise<UnreadPlace[]> {
  const { rows } = await client.query<UnreadPlace>(
    `SELECT places->0 AS place, text, reason FROM ${held('unread_place', '$2')} t WHERE source = $1
    ORDER BY position, id`,
    [id, asOf],
  )
  return rows
}
