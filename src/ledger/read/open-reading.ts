/** Opens reading on a ledger: see `reading.ts` for what may be asked. */
import type { Pool } from 'pg'
import { whereabouts } from '../changesets/whereabouts.js'
import { listChangesets } from './changesets.js'
import { cursorScope, readCursor, writeCursor } from './cursor.js'
import { nameReading } from './name-reading.js'
import type { Reading } from './reading.js'
import { search, searchPrograms, searchSums } from './search.js'
import { readHead } from './snapshot.js'
import { sourceReading } from './source-reading.js'
import { openStates } from './states.js'
import { sumReading } from './sum-reading.js'
import { keptTotals, totalReading } from './total-reading.js'
import type { Judging } from './totals.js'
import type { Normalise } from './words.js'

export interface ReadingDependencies {
  pool: Pool
  /** What the words of the ledger went through: `searchKey` of the names room. */
  normalise: Normalise
  /** How a printed total compares: see analysis/ledger-balance.ts. */
  judging: Judging
}

export function openReading({ pool, normalise, judging }: ReadingDependencies): Reading {
  const within = openStates(pool)
  const allTotals = keptTotals(judging)
  return {
    head: () => readHead(pool),
    search: (query) => within(query.as_of, (seen, state) => search(seen, state, query, normalise)),
    sums: (query) => within(query.as_of, (seen, state) => searchSums(seen, state, query, normalise)),
    programsAmong: (query) => within(query.as_of, (seen, state) => searchPrograms(seen, state, query, normalise)),
    ...sumReading(within, judging, allTotals),
    ...nameReading(within, normalise),
    ...sourceReading(within, judging),
    ...totalReading(within, judging, allTotals),
    whereabouts: (table, id) => whereabouts(pool, table, id),

    changesets: ({ limit = 1_000_000, cursor, as_of }) =>
      within(as_of, async ({ client, head }) => {
        const scope = cursorScope('changesets', head.digest)
        const before = cursor === undefined ? head.changeset + 1 : Number(readCursor(cursor, scope, 'number', 'number').key)
        const rows = await listChangesets(client, limit, before)
        const last = rows.at(-1)
        const more = last && last.id > 1 && rows.length === limit
        return { rows, total: head.changeset, next: more ? writeCursor({ key: last.id, tie: 0 }, scope) : null, head }
      }),
    within,
  }
}
