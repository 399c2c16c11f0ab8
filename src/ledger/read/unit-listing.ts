/** Units as a listing: pages of them in one state of the ledger, and all of them for a download. A past state is worked out anew for each. */
import { errors } from '../errors.js'
import type { AsOf } from './as-of.js'
import type { State } from './cube.js'
import { cursorScope, type Position, readCursor, writeCursor } from './cursor.js'
import { unitsThen } from './past-units.js'
import { onceTimeoutMs, type Reading } from './reading.js'
import type { Snapshot } from './snapshot.js'
import { streamed } from './stream.js'
import { declareUnits, fetchUnits, listUnits, type UnitKind, type UnitPosition, type UnitRow } from './units.js'
import type { Head } from './views.js'
import { askWords, type Normalise } from './words.js'

export interface UnitQuery {
  /** Words of any of its names; all units where it is empty. */
  q: string
  kind: readonly UnitKind[]
  /** ISO 3166-1 alpha-3, or a country as printed. */
  country: string | null
  as_of?: AsOf
}

const questionOf = ({ q, kind, country }: UnitQuery, normalise: Normalise) => ({
  text: askWords(q, normalise, 'q'),
  kinds: kind,
  country,
})

/** One page, in the order of `listUnits`. */
export async function searchUnits(
  reading: Reading,
  query: UnitQuery & { limit: number; cursor?: string | undefined },
  normalise: Normalise,
): Promise<{ rows: UnitRow[]; total: number; next: string | null; head: Head }> {
  const read = async ({ client, head }: Snapshot, state: State) => {
    const scope = cursorScope(`units ${JSON.stringify([query.q, query.kind, query.country])}`, head.digest)
    const position = query.cursor === undefined ? null : readCursor(query.cursor, scope, 'number', 'string')
    const after = position && positionOf(position)
    const relation = query.as_of === undefined ? undefined : await unitsThen(client, head.changeset, state)
    const { rows, total, last } = await listUnits(client, questionOf(query, normalise), query.limit, after, relation)
    return { rows, total, next: last && writeCursor({ key: last.quantity, tie: tieOf(last) }, scope), head }
  }
  return reading.within(query.as_of, read, query.as_of === undefined ? undefined : onceTimeoutMs)
}

const tieOf = ({ tier, rows, id }: UnitPosition): string => `${tier} ${rows} ${id}`

function positionOf({ key, tie }: Position): UnitPosition {
  const [, tier, rows, id] = /^([01]) (\d{1,9}) (\S+)$/.exec(String(tie)) ?? []
  if (id === undefined) throw errors.QUERY_INVALID('cursor', 'is not one that a listing gave')
  return { tier: Number(tier), quantity: Number(key), rows: Number(rows), id }
}

const batchSize = 500

/** All units that match, in the order of the pages. */
export function streamUnits(reading: Reading, query: UnitQuery, normalise: Normalise): AsyncGenerator<UnitRow[], void> {
  const question = questionOf(query, normalise)
  return streamed(
    reading,
    query.as_of,
    async ({ client, head }, state) =>
      declareUnits(client, question, query.as_of === undefined ? undefined : await unitsThen(client, head.changeset, state)),
    (client) => fetchUnits(client, batchSize),
  )
}
