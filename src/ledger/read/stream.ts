/**
 * All rows that a question asks for, in batches, out of one snapshot. A cursor of the database keeps the place, so that memory is bounded on
 * both sides; leaving the loop early ends the transaction.
 */
import type { PoolClient } from 'pg'
import type { AsOf } from './as-of.js'
import type { State } from './cube.js'
import { declareNames, fetchNames } from './names.js'
import type { TrainingQuery } from './query.js'
import type { Reading } from './reading.js'
import { loadTrainings } from './rows.js'
import { countAsked, listingOf, lookUpUnit } from './search.js'
import type { Snapshot } from './snapshot.js'
import { orderOf } from './sorting.js'
import type { NameRow, TrainingRow } from './views.js'
import { askWords, type Normalise } from './words.js'

const batchSize = 500
/** For one statement: sorting everything takes longer than a page may. */
const statementTimeoutMs = 60_000

export function streamTrainings(
  reading: Reading,
  query: TrainingQuery,
  normalise: Normalise,
): AsyncGenerator<TrainingRow[], void> {
  const text = askWords(query.q, normalise, 'q')
  const unit = askWords(query.unit, normalise, 'unit', 'C')
  const declare = async ({ client }: Snapshot, state: State) => {
    const asked = await lookUpUnit(client, query, state.at)
    const { from, where, values } = listingOf(asked, state, text, unit)
    const total = text.tsquery === null ? 0 : await countAsked(client, state, asked, text, unit)
    const order = orderOf(query, text, total, (given) => `$${values.push(given)}`)
    await client.query(
      `DECLARE listing NO SCROLL CURSOR FOR SELECT t.id FROM ${from} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
        ORDER BY ${order}`,
      values,
    )
  }
  return streamed(reading, query.as_of, declare, async (client, { past }) => {
    const ids = await fetchIds(client)
    return ids.length === 0 ? [] : loadTrainings(client, ids, past)
  })
}

/** All printed names of a state that words match; all there are where `q` is empty. */
export function streamNames(reading: Reading, q: string, asOf: AsOf, normalise: Normalise): AsyncGenerator<NameRow[], void> {
  const text = askWords(q, normalise, 'q')
  return streamed(
    reading,
    asOf,
    ({ client }, { past }) => declareNames(client, text, past),
    (client, { cube }) => fetchNames(client, batchSize, cube),
  )
}

/** Batches of the cursor `listing`, which `declare` opens, until `fetch` finds it at its end. */
export async function* streamed<Row>(
  reading: Reading,
  asOf: AsOf,
  declare: (snapshot: Snapshot, state: State) => Promise<void>,
  fetch: (client: PoolClient, state: State) => Promise<Row[]>,
): AsyncGenerator<Row[], void> {
  const handed = handOver<Row[]>()
  const reader = reading.within(
    asOf,
    async (seen, state) => {
      await declare(seen, state)
      for (;;) {
        const batch = await fetch(seen.client, state)
        if (batch.length === 0) return
        if (!(await handed.give(batch))) return
      }
    },
    statementTimeoutMs,
  )
  reader.then(handed.close, handed.fail)
  try {
    for (;;) {
      const batch = await handed.take()
      if (batch === null) return
      yield batch
    }
  } finally {
    handed.leave()
    await reader.catch(() => {})
  }
}

async function fetchIds(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`FETCH ${batchSize} FROM listing`)
  return rows.map((row) => row.id)
}

/** One item at a time from a writer that waits until it is taken. */
function handOver<Item>() {
  let item: { value: Item; taken: (wanted: boolean) => void } | null = null
  let waiting: { resolve: (value: Item | null) => void; reject: (error: unknown) => void } | null = null
  let ended: { error?: unknown } | null = null
  let left = false
  return {
    /** Resolves to false when nobody wants more. */
    give(value: Item): Promise<boolean> {
      if (left) return Promise.resolve(false)
      if (waiting) {
        waiting.resolve(value)
        waiting = null
        // The next batch is read while this one is written out: one ahead, no more.
        return Promise.resolve(true)
      }
      return new Promise((taken) => {
        item = { value, taken }
      })
    },
    take(): Promise<Item | null> {
      if (item) {
        const { value, taken } = item
        item = null
        taken(true)
        return Promise.resolve(value)
      }
      if (ended) return 'error' in ended ? Promise.reject(ended.error) : Promise.resolve(null)
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject }
      })
    },
    close() {
      ended = {}
      waiting?.resolve(null)
      waiting = null
    },
    fail(error: unknown) {
      ended = { error }
      waiting?.reject(error)
      waiting = null
    },
    leave() {
      left = true
      item?.taken(false)
      item = null
    },
  }
}
