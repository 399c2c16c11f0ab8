/** Rows that stand in two files of a report, each with the other: what the page of a row, and of a file, says about it. */
import type { PoolClient } from 'pg'
import { countsSql } from '../serving/repetitions.js'
import type { PrintedCopy, SourceView } from './views.js'

/** `$2`: a changeset, or null for the present. */
const holds = (table: string) => `CASE WHEN $2::bigint IS NULL THEN ${table}.withdrawn IS NULL
  ELSE ${table}.written <= $2 AND (${table}.withdrawn IS NULL OR ${table}.withdrawn > $2) END`
const counts = (table: string, past: number | null) => countsSql(table, 'training', past === null ? null : '$2')

/** The copies of a training in a state: which counts in its place, or those that it counts for. */
export async function loadCopies(
  client: PoolClient,
  past: number | null,
  id: string,
): Promise<{ countedAs: PrintedCopy | null; copies: PrintedCopy[] }> {
  const { rows } = await client.query<PrintedCopy & { yields: boolean }>({
    name: past === null ? 'copies' : 'past copies',
    text: `SELECT other.id, other.source AS "sourceId", s.file_name AS "sourceFile", other.page, other.places->0->>'pageLabel' AS "pageLabel",
      pair.yields
    FROM (
      SELECT id AS own, written AS own_written, counted AS id, counted_written AS written, true AS yields FROM serving.repetition WHERE id = $1
      UNION ALL
      SELECT counted, counted_written, id, written, false FROM serving.repetition WHERE counted = $1
    ) pair
    JOIN ledger.training own ON own.id = pair.own AND own.written = pair.own_written AND ${holds('own')}
    JOIN ledger.training other ON other.id = pair.id AND other.written = pair.written AND ${holds('other')}
    JOIN ledger.source s ON s.id = other.source AND ${holds('s')}
    WHERE CASE WHEN pair.yields THEN ${counts('other', past)} ELSE ${counts('own', past)} END
    ORDER BY other.id`,
    values: [id, past],
  })
  const copies = rows.map(({ yields, ...copy }) => ({ yields, copy }))
  return {
    countedAs: copies.find(({ yields }) => yields)?.copy ?? null,
    copies: copies.filter(({ yields }) => !yields).map(({ copy }) => copy),
  }
}

/** How many rows of a source are counted in another, by that source. */
export async function loadCountedElsewhere(
  client: PoolClient,
  past: number | null,
  source: string,
): Promise<SourceView['countedElsewhere']> {
  const { rows } = await client.query<SourceView['countedElsewhere'][number]>(
    `SELECT other.source AS "sourceId", s.file_name AS "sourceFile", count(DISTINCT own.id)::int AS rows
    FROM serving.repetition pair
    JOIN ledger.training own ON own.id = pair.id AND own.written = pair.written AND ${holds('own')} AND own.source = $1
    JOIN ledger.training other ON other.id = pair.counted AND other.written = pair.counted_written AND ${holds('other')}
    JOIN ledger.source s ON s.id = other.source AND ${holds('s')}
    WHERE ${counts('other', past)}
    GROUP BY other.source, s.file_name ORDER BY s.file_name, other.source`,
    [source, past],
  )
  return rows
}
