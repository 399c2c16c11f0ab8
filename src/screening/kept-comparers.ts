/** The threads that compare with the present state: made when first asked for, kept for the next list while the ledger stays as it is. */
import type { Pool } from 'pg'
import { readHead } from '../ledger/read/snapshot.js'
import { type Comparers, startComparers } from './compare-threads.js'
import type { Coverage } from './model.js'
import { readFacts } from './prepare.js'

export interface Ready {
  coverage: Coverage
  comparers: Comparers
}

interface Kept extends Ready {
  users: number
  timer: NodeJS.Timeout | null
  /** What other threads have taken the place of ends with its last user. */
  replaced: boolean
  ended: boolean
}

export interface KeptComparers {
  /** Runs `compare` with threads that know the present state. `size` is how many subjects there are to compare. */
  use<Result>(size: number, compare: (ready: Ready) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** A list as short as this is done by one thread. */
const fewSubjects = 1_000
/** Threads that nobody asks are kept so long. */
const idleMilliseconds = 120_000

export function keptComparers(reader: Pool): KeptComparers {
  let newest: Promise<Kept> | null = null

  async function take(size: number): Promise<Kept> {
    const head = await readHead(reader)
    const known = await newest?.catch(() => null)
    const enough = size > fewSubjects ? 2 : 1
    if (known && !known.ended && known.coverage.digest === head.digest && known.comparers.count >= enough) return use(known)
    if (known) {
      known.replaced = true
      await endUnused(known)
    }
    const made = (async (): Promise<Kept> => {
      const read = await readFacts(reader)
      const comparers = startComparers(read, size > fewSubjects ? undefined : 1)
      return { coverage: read.coverage, comparers, users: 0, timer: null, replaced: false, ended: false }
    })()
    newest = made
    made.catch(() => {
      if (newest === made) newest = null
    })
    return use(await made)
  }

  function use(one: Kept): Kept {
    one.users++
    if (one.timer) clearTimeout(one.timer)
    one.timer = null
    return one
  }

  function release(one: Kept): void {
    if (--one.users > 0) return
    if (one.replaced) void endUnused(one)
    else one.timer = setTimeout(() => void endUnused(one), idleMilliseconds).unref()
  }

  /** Marked before anything is waited for: another list may ask for it meanwhile. */
  async function endUnused(one: Kept): Promise<void> {
    if (one.users > 0 || one.ended) return
    one.ended = true
    if (one.timer) clearTimeout(one.timer)
    await one.comparers.close()
  }

  return {
    async use(size, compare) {
      const one = await take(size)
      try {
        return await compare(one)
      } finally {
        release(one)
      }
    },
    async close() {
      const one = await newest?.catch(() => null)
      newest = null
      await one?.comparers.close()
    },
  }
}
