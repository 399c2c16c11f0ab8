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
import { type Comparers, startComparers } from './compare-threads.js'
import type { Coverage, Run } from './model.js'
import { readFacts } from './prepare.js'
import type { CompareOptions, ScreeningEffects, ScreeningLedger } from './screening.js'
import { keepCompared, loadRuns, uncompared } from './store.js'

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

const portion = 100
/** A list as short as this is done by one thread. */
const fewSubjects = 1_000
/** Threads that nobody asks are kept so long. */
const idleMilliseconds = 120_000
const pollMilliseconds = 500
const mostAtOnce = 2

interface Ready {
  digest: string
  coverage: Coverage
  comparers: Comparers
  users: number
  timer: NodeJS.Timeout | null
  /** Nobody is to use it any more. */
  ended: boolean
}

interface Working {
  done: Promise<void>
  stop: AbortController
  /** Called when a portion is kept. */
  told: Set<() => void>
}

export function comparing(ledger: ScreeningLedger, effects: ScreeningEffects): Comparing {
  const pool = ledger.ownerPool
  const under = new Map<string, Working>()
  let ready: Promise<Ready> | null = null
  let closed = false

  /** What the present state knows, indexed; kept for the next list while the ledger stays as it is. */
  async function prepare(size: number): Promise<Ready> {
    const head = await readHead(ledger.readerPool)
    const known = await ready?.catch(() => null)
    const enough = size > fewSubjects ? 2 : 1
    if (known && !known.ended && known.digest === head.digest && known.comparers.count >= enough) return use(known)
    if (known) await endUnused(known)
    const mine = (async (): Promise<Ready> => {
      const read = await readFacts(ledger.readerPool)
      const comparers = startComparers(read, size > fewSubjects ? undefined : 1)
      return { digest: read.coverage.digest, coverage: read.coverage, comparers, users: 0, timer: null, ended: false }
    })()
    ready = mine
    mine.catch(() => {
      if (ready === mine) ready = null
    })
    return use(await mine)
  }

  function use(one: Ready): Ready {
    one.users++
    if (one.timer) clearTimeout(one.timer)
    one.timer = null
    return one
  }

  function release(one: Ready): void {
    if (--one.users > 0) return
    if (closed) void endUnused(one)
    else {
      one.timer = setTimeout(() => void endUnused(one), idleMilliseconds)
      one.timer.unref()
    }
  }

  /** Marked before anything is waited for: another list may ask for it meanwhile. */
  async function endUnused(one: Ready): Promise<void> {
    if (one.users > 0 || one.ended) return
    one.ended = true
    if (one.timer) clearTimeout(one.timer)
    const kept = ready
    if ((await kept?.catch(() => null)) === one && ready === kept) ready = null
    await one.comparers.close()
  }

  async function work(list: string, signal: AbortSignal): Promise<void> {
    await turn()
    try {
      if (!signal.aborted) await locked(list, signal)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }

  /** Each list that is compared holds a connection, and needs others besides. */
  let free = mostAtOnce
  const waiting: (() => void)[] = []
  async function turn(): Promise<void> {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }

  async function locked(list: string, signal: AbortSignal): Promise<void> {
    const lock = await pool.connect()
    try {
      if (!(await lockList(lock, list, signal))) return
      await compareList(list, signal)
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
    const prepared = await prepare(left)
    try {
      const run = await startRun(list, number, prepared.coverage)
      const kept = await portions(list, run, prepared, signal)
      if (signal.aborted || !kept) return signal.aborted
      return await transact(pool, async (client) => {
        if (!(await mayCopy(client, prepared.coverage.changeset))) return false
        await client.query('UPDATE private.screening_run SET ended = $3 WHERE list = $1 AND number = $2', [
          list,
          run,
          effects.now(),
        ])
        await client.query('UPDATE private.screening_list SET complete = true WHERE id = $1', [list])
        return true
      })
    } finally {
      release(prepared)
    }
  }

  /** Each thread has a portion at hand and one waiting; what is done is kept in the order in which it is done. */
  async function portions(list: string, run: number, { comparers, coverage }: Ready, signal: AbortSignal): Promise<boolean> {
    const { count, compare } = comparers
    let after = 0
    let over = false
    let whole = true
    const step = async (): Promise<void> => {
      while (!over && !signal.aborted) {
        const subjects = await next()
        if (subjects.length === 0) return
        const compared = await compare(subjects)
        if (signal.aborted) return
        await transact(pool, async (client) => {
          if (await mayCopy(client, coverage.changeset)) await keepCompared(client, list, run, subjects, compared)
          else whole = false
        })
        if (!whole) {
          over = true
          return
        }
        for (const tell of under.get(list)?.told ?? []) tell()
      }
    }
    // One after the other, so that no two take the same subjects.
    let taking = Promise.resolve()
    const next = () => {
      const taken = taking.then(async () => {
        const subjects = await uncompared(pool, list, run, after, portion)
        after = subjects.at(-1)?.position ?? after
        return subjects
      })
      taking = taken.then(
        () => {},
        () => {},
      )
      return taken
    }
    const steps = Array.from({ length: count + 1 }, () =>
      step().catch((error: unknown) => {
        over = true
        throw error
      }),
    )
    await Promise.all(steps)
    return whole
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

  function launch(list: string): Working {
    const known = under.get(list)
    if (known) return known
    const stop = new AbortController()
    const mine: Working = {
      stop,
      told: new Set(),
      done: work(list, stop.signal).finally(() => {
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
      closed = true
      for (const { stop } of under.values()) stop.abort()
      await Promise.all([...under.values()].map(({ done }) => done.catch(() => {})))
      const one = await ready?.catch(() => null)
      ready = null
      await one?.comparers.close()
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
