/**
 * Holds lists against the ledger, a portion of subjects at a time, each kept as soon as it is compared: a run that is killed goes on where it
 * stopped, and memory does not grow with the list. One process compares a list at a time; another that is asked waits for it.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { mayCopy } from '../ledger/changesets/expunge-copies.js'
import { transact } from '../ledger/database/transact.js'
import { errors } from '../ledger/errors.js'
import { readHead } from '../ledger/read/snapshot.js'
import { comparePortions } from './compare-portions.js'
import { keptComparers } from './kept-comparers.js'
import type { Coverage, Run } from './model.js'
import type { CompareOptions, ScreeningEffects, ScreeningLedger } from './screening.js'
import { loadRuns } from './store.js'

export interface Comparing {
  /** Compares what is left of the list's latest run, beginning one where there is none. */
  finish(list: string, options?: CompareOptions): Promise<Run>
  /** The same, with nobody waiting. */
  begin(list: string): void
  /** Makes a new run wanted, where the ledger has changed since the last. */
  again(list: string): Promise<void>
  resume(): Promise<number>
  drop(list: string): void
  close(): Promise<void>
}

const pollMilliseconds = 500
/** Each list that is compared holds a connection, and needs others besides. */
const mostAtOnce = 2

interface Working {
  done: Promise<void>
  stop: AbortController
  /** Called when a portion is kept. */
  told: Set<() => void>
}

export function comparing(ledger: ScreeningLedger, effects: ScreeningEffects): Comparing {
  const pool = ledger.ownerPool
  const under = new Map<string, Working>()
  const turns = inTurn(mostAtOnce)
  const kept = keptComparers(ledger.readerPool)

  async function work(list: string, signal: AbortSignal): Promise<void> {
    const lock = await pool.connect()
    try {
      if (await lockList(lock, list, signal)) await compareList(list, signal)
    } finally {
      await lock.query('SELECT pg_advisory_unlock_all()').catch(() => {})
      lock.release()
    }
  }

  async function compareList(list: string, signal: AbortSignal): Promise<void> {
    const { rows } = await pool.query<{ subjects: number; number: number | null; ended: Date | null; left: number }>(
      `SELECT l.subjects, r.number, r.ended,
        (SELECT count(*)::int FROM private.screening_subject s WHERE s.list = l.id AND s.compared < coalesce(r.number, 1)) AS left
        FROM private.screening_list l LEFT JOIN LATERAL (SELECT * FROM private.screening_run r WHERE r.list = l.id ORDER BY number DESC LIMIT 1) r ON true
        WHERE l.id = $1`,
      [list],
    )
    const found = rows[0]
    if (!found || (found.ended !== null && found.left === 0)) return
    // What is expunged meanwhile is still among the facts that the threads hold: then all is compared with the new state.
    while (!(await compareOnce(list, found.number, found.left, signal)));
  }

  /** False where something was expunged before all was kept. */
  async function compareOnce(list: string, number: number | null, left: number, signal: AbortSignal): Promise<boolean> {
    return kept.use(left, async ({ comparers, coverage }) => {
      const run = await startRun(list, number, coverage)
      const whole = await comparePortions({ pool, list, run, comparers, coverage, signal, told: () => tell(list) })
      if (signal.aborted || !whole) return signal.aborted
      return transact(pool, async (client) => {
        if (!(await mayCopy(client, coverage.changeset))) return false
        await client.query('UPDATE private.screening_run SET ended = $3 WHERE list = $1 AND number = $2', [
          list,
          run,
          effects.now(),
        ])
        await client.query('UPDATE private.screening_list SET complete = true WHERE id = $1', [list])
        return true
      })
    })
  }

  /** The run that is under way, or a new one. What was compared with another state of the ledger is compared again: a run is of one. */
  async function startRun(list: string, number: number | null, coverage: Coverage): Promise<number> {
    const run = number ?? 1
    await pool.query(
      `UPDATE private.screening_subject SET compared = $2 - 1 WHERE list = $1 AND compared = $2 AND EXISTS (
        SELECT FROM private.screening_run WHERE list = $1 AND number = $2 AND coverage ->> 'digest' <> $3)`,
      [list, run, coverage.digest],
    )
    await pool.query(
      `INSERT INTO private.screening_run (list, number, started, changeset, coverage) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (list, number) DO UPDATE SET changeset = excluded.changeset, coverage = excluded.coverage`,
      [list, run, effects.now(), coverage.changeset, JSON.stringify(coverage)],
    )
    return run
  }

  const tell = (list: string) => {
    for (const told of under.get(list)?.told ?? []) told()
  }

  function launch(list: string): Working {
    const known = under.get(list)
    if (known) return known
    const stop = new AbortController()
    const mine: Working = {
      stop,
      told: new Set(),
      done: turns(() => (stop.signal.aborted ? Promise.resolve() : work(list, stop.signal))).finally(() => {
        if (under.get(list) === mine) under.delete(list)
      }),
    }
    under.set(list, mine)
    return mine
  }

  function begin(list: string): void {
    launch(list).done.catch((error: unknown) => effects.report?.(error))
  }

  async function latest(list: string): Promise<Run | null> {
    const { rows } = await pool.query<{ subjects: number }>('SELECT subjects FROM private.screening_list WHERE id = $1', [list])
    return rows[0] ? ((await loadRuns(pool, list, rows[0].subjects))[0] ?? null) : null
  }

  return {
    async finish(list, { signal, onProgress } = {}) {
      const mine = launch(list)
      const stop = () => mine.stop.abort()
      signal?.addEventListener('abort', stop, { once: true })
      if (signal?.aborted) stop()
      let over = false
      const told = (async () => {
        while (!over && onProgress) {
          // Another process may be at it: then nobody tells.
          await new Promise<void>((resolve) => {
            const wake = () => {
              clearTimeout(timer)
              mine.told.delete(wake)
              resolve()
            }
            const timer = setTimeout(wake, pollMilliseconds)
            mine.told.add(wake)
            mine.done.then(wake, wake)
          })
          const run = await latest(list)
          if (run) onProgress(run.done, run.of)
        }
      })()
      try {
        await mine.done
      } finally {
        over = true
        signal?.removeEventListener('abort', stop)
        await told.catch(() => {})
      }
      const run = await latest(list)
      if (!run) throw signal?.aborted ? (signal.reason as Error) : errors.SCREENING_UNKNOWN()
      return run
    },
    begin,
    async again(list) {
      await under.get(list)?.done.catch(() => {})
      const head = await readHead(ledger.readerPool)
      await pool.query(
        `INSERT INTO private.screening_run (list, number, started, changeset, coverage)
          SELECT list, number + 1, $2, $3, coverage FROM private.screening_run r
            WHERE list = $1 AND ended IS NOT NULL AND number = (SELECT max(number) FROM private.screening_run WHERE list = $1)
              AND coverage ->> 'digest' <> $4
          ON CONFLICT DO NOTHING`,
        [list, effects.now(), head.changeset, head.digest],
      )
    },
    async resume() {
      const { rows } = await pool.query<{ id: string }>(
        `SELECT l.id FROM private.screening_list l WHERE EXISTS (SELECT FROM private.screening_run r WHERE r.list = l.id AND r.ended IS NULL)
          ORDER BY l.created`,
      )
      for (const { id } of rows) begin(id)
      return rows.length
    },
    drop(list) {
      under.get(list)?.stop.abort()
    },
    async close() {
      for (const { stop } of under.values()) stop.abort()
      await Promise.all([...under.values()].map(({ done }) => done.catch(() => {})))
      await kept.close()
    },
  }
}

/** Whether the list is ours; waits while another process compares it. */
async function lockList(client: PoolClient, list: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine', [
      `screening list ${list}`,
    ])
    if (rows[0]!.mine) return true
    await sleep(pollMilliseconds)
  }
  return false
}

/** At most so many are under way; the others wait their turn. */
function inTurn(most: number): (work: () => Promise<void>) => Promise<void> {
  let free = most
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
