/**
 * All rows that a question asks for, in batches, out of one snapshot. A cursor of the database keeps the place, so that memory is bounded on
 * both sides; leaving the loop early ends the transaction.
 */
import type { PoolClient } from 'pg'
import type { TrainingQuery } from './query.js'
import type { Reading } from './reading.js'
import { loadTrainings } from './rows.js'
import { listingOf, orderOf } from './search.js'
import type { TrainingRow } from './views.js'
import { askWords, type Normalise } from './words.js'

const batchSize = 500
/** Of one statement: sorting everything takes longer than a page may. */
const statementTimeoutMs = 60_000

export async function* streamTrainings(
  reading: Reading,
  query: TrainingQuery,
  normalise: Normalise,
): AsyncGenerator<TrainingRow[], void> {
  const text = askWords(query.q, normalise, 'q')
  const unit = askWords(query.unit, normalise, 'unit', 'C')
  const handed = handOver<TrainingRow[]>()
  const reader = reading.within(
    query.as_of,
    async ({ client }, state) => {
      const { from, where, values, tie } = listingOf(query, state, text, unit)
      await client.query(
        `DECLARE listing NO SCROLL CURSOR FOR SELECT t.id FROM ${from} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
          ORDER BY ${orderOf(query, state.past)}, t.${tie}`,
        values,
      )
      for (;;) {
        const ids = await fetchIds(client)
        if (ids.length === 0) return
        if (!(await handed.give(await loadTrainings(client, ids, state.past)))) return
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
