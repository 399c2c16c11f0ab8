/** Printed names, the rows that name a unit, and the words that rows are found by. */
import { sumOf } from './cube.js'
import { cursorScope, type Position, readCursor, writeCursor } from './cursor.js'
import { loadMeant, meaningOfNameThen } from './meant.js'
import { listNames, type NamePosition, nameById, namesOfKey } from './names.js'
import { TrainingQuery } from './query.js'
import type { Reading } from './reading.js'
import { type Asked, searchCounted } from './search.js'
import { onceTimeoutMs, type Within } from './states.js'
import { countrySums, programSums, yearSums } from './summaries.js'
import { askWords, loadWords, type Normalise, rowsWithWords } from './words.js'

export function nameReading(
  within: Within,
  normalise: Normalise,
): Pick<Reading, 'name' | 'unitTrainings' | 'names' | 'wordRows' | 'words'> {
  let indexed: { digest: string; words: ReturnType<typeof loadWords> } | null = null
  /** Of the newest state; a few hundred words are ever asked for. */
  let wordsKept = { digest: '', rows: new Map<string, number>() }

  return {
    name: (id, asOf) =>
      within(asOf, async (seen, state) => {
        const name = await nameById(seen.client, id, state.cube, state.past)
        if (!name) return null
        const { searchKey, ...row } = name
        const query: TrainingQuery = { ...TrainingQuery.parse({}), sort: 'year', name: id, as_of: asOf }
        const { found: firstPage, portions } = await searchCounted(seen, state, query, normalise)
        return {
          name: row,
          means: await meaningOfNameThen(seen.client, state.at, id),
          sum: sumOf(portions),
          years: yearSums(portions),
          programs: programSums(portions),
          countries: countrySums(portions),
          sameKey: await namesOfKey(seen.client, searchKey, id, state.cube, state.past),
          firstPage,
          head: seen.head,
        }
      }),

    unitTrainings: (id, asOf) =>
      within(asOf, async (seen, state) => {
        const meant = await loadMeant(seen.client, state.at, id)
        const query: Asked = { ...TrainingQuery.parse({}), sort: 'year', entity: id, as_of: asOf, meant }
        const { found, portions } = await searchCounted(seen, state, query, normalise)
        return {
          sum: sumOf(portions),
          years: yearSums(portions),
          programs: programSums(portions),
          firstPage: found,
          names: meant.names.length,
          head: seen.head,
        }
      }),

    names: ({ q, limit, cursor, as_of }) =>
      within(as_of, async ({ client, head }, state) => {
        const scope = cursorScope(`names ${q}`, head.digest)
        const after = cursor === undefined ? null : namePosition(readCursor(cursor, scope, 'number', 'string'))
        const { rows, total, last } = await listNames(client, askWords(q, normalise, 'q'), limit, after, state)
        return { rows, total, next: last && writeCursor({ key: last.quantity, tie: `${last.tier}${last.id}` }, scope), head }
      }),

    wordRows: (words) =>
      within(undefined, async ({ client, head }) => {
        if (wordsKept.digest !== head.digest || wordsKept.rows.size > 10_000) wordsKept = { digest: head.digest, rows: new Map() }
        const kept = wordsKept.rows
        const unknown = words.filter((word) => !kept.has(word))
        if (unknown.length > 0) for (const [word, rows] of await rowsWithWords(client, unknown)) kept.set(word, rows)
        return new Map(words.map((word) => [word, kept.get(word)!]))
      }),

    words: () =>
      within(
        undefined,
        async ({ client, head }) => {
          if (indexed?.digest !== head.digest) indexed = { digest: head.digest, words: loadWords(client) }
          const { words } = indexed
          words.catch(() => {
            if (indexed?.words === words) indexed = null
          })
          return words
        },
        onceTimeoutMs,
      ),
  }
}

/** A cursor's tie-breaker is the tier's digit and the name's id. */
const namePosition = ({ key, tie }: Position): NamePosition => ({
  tier: String(tie).startsWith('0') ? 0 : 1,
  quantity: Number(key),
  id: String(tie).slice(1),
})
