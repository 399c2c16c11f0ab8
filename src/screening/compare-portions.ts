/** Compares a run's subjects a portion at a time: each thread has one at hand and one waiting, and what is done is kept in the order in which it is done. */
import type { Pool } from 'pg'
import { mayCopy } from '../ledger/changesets/expunge-copies.js'
import { transact } from '../ledger/database/transact.js'
import type { Comparers } from './compare-threads.js'
import type { Coverage } from './model.js'
import { keepCompared, uncompared } from './store.js'

const portion = 100

interface Portions {
  pool: Pool
  list: string
  run: number
  comparers: Comparers
  coverage: Coverage
  signal: AbortSignal
  /** Called when a portion is kept. */
  told(): void
}

/** False where something was expunged before all was kept. */
export async function comparePortions({ pool, list, run, comparers, coverage, signal, told }: Portions): Promise<boolean> {
  let after = 0
  let over = false
  let whole = true
  const step = async (): Promise<void> => {
    while (!over && !signal.aborted) {
      const subjects = await next()
      if (subjects.length === 0) return
      const compared = await comparers.compare(subjects)
      if (signal.aborted) return
      await transact(pool, async (client) => {
        if (await mayCopy(client, coverage.changeset)) await keepCompared(client, list, run, subjects, compared)
        else whole = false
      })
      if (!whole) {
        over = true
        return
      }
      told()
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
  const steps = Array.from({ length: comparers.count + 1 }, () =>
    step().catch((error: unknown) => {
      over = true
      throw error
    }),
  )
  await Promise.all(steps)
  return whole
}
