/** Which ranges of a source's text its statements stand in, in a state of the ledger. */
import type { PoolClient } from 'pg'
import { heldIn } from './relations.js'

/** In code points, in the order of the text, each once; at most `limit`. */
export async function loadCitedRanges(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  source: string,
  limit: number,
): Promise<{ start: number; end: number }[]> {
  const { rows } = await client.query<{ start: number; end: number }>(
    `SELECT DISTINCT (place->>'start')::integer AS start, (place->>'end')::integer AS "end"
      FROM ledger.statement s, jsonb_array_elements(s.places) AS place
      WHERE s.source = $1 AND ${heldIn(past, 's')} AND place ? 'start' AND place ? 'end' ORDER BY 1, 2 LIMIT $2`,
    [source, limit],
  )
  return rows
}
