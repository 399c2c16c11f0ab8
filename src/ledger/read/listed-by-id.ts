/** Rows that a question selects, in the order of their ids: a page of them, or all of them for a download. */
import type { PoolClient } from 'pg'
import type { AsOf } from './as-of.js'
import { cursorScope, readCursor, writeCursor } from './cursor.js'
import type { Reading } from './reading.js'
import type { Snapshot } from './snapshot.js'
import { streamed } from './stream.js'

/** SQL that selects rows with an `id`, and its values. */
export interface Selection {
  text: string
  values: unknown[]
}

/** `next` is the cursor of the page behind this one; `name` keeps cursors of different listings apart. */
export async function pageById<Row extends { id: string }>(
  { client, head }: Snapshot,
  name: string,
  { text, values }: Selection,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ rows: Row[]; next: string | null }> {
  const scope = cursorScope(`${name} ${JSON.stringify(values)}`, head.digest)
  const after = cursor === undefined ? '' : String(readCursor(cursor, scope, 'number', 'string').tie)
  const { rows } = await client.query<Row>(
    `SELECT * FROM (${text}) page WHERE id > $${values.length + 1}::text COLLATE "C" ORDER BY id COLLATE "C" LIMIT $${values.length + 2}`,
    [...values, after, limit + 1],
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { rows: shown, next: last ? writeCursor({ key: 0, tie: last.id }, scope) : null }
}

const batchSize = 500

/** In batches. `select` is given the changeset of the state that is asked for, null for the present. */
export function streamById<Row>(
  reading: Reading,
  asOf: AsOf,
  select: (client: PoolClient, at: number | null) => Promise<Selection>,
): AsyncGenerator<Row[], void> {
  return streamed(
    reading,
    asOf,
    async ({ client }, { at }) => {
      const { text, values } = await select(client, at)
      await client.query(`DECLARE listing NO SCROLL CURSOR FOR SELECT * FROM (${text}) page ORDER BY id COLLATE "C"`, values)
    },
    async (client) => (await client.query<Row & object>(`FETCH ${batchSize} FROM listing`)).rows,
  )
}
