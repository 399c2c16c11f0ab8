/**
 * What is worked out of a whole state of the ledger, kept for the states that were asked for last. Whoever asks while it is being worked out waits
 * for the same answer; one that failed is not kept.
 */
import type { Reading } from '../ledger/read/reading.js'

/** The present, and the past state that somebody compares it with. */
const most = 2

export interface KeptStates<Value> {
  /** What is kept, or being worked out, of the state of this digest. */
  known(digest: string): Promise<Value> | undefined
  of(digest: string, work: () => Promise<Value>): Promise<Value>
}

export function keptStates<Value>(): KeptStates<Value> {
  const kept = new Map<string, Promise<Value>>()
  return {
    known: (digest) => kept.get(digest),
    of(digest, work) {
      const known = kept.get(digest)
      if (known) return known
      const value = work()
      kept.set(digest, value)
      value.catch(() => kept.delete(digest))
      const oldest = kept.keys().next().value
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return value
    },
  }
}

/** For each ledger that is served, its own. */
export function keptStatesOf<Value>(): (reading: Reading) => KeptStates<Value> {
  const byReading = new WeakMap<Reading, KeptStates<Value>>()
  return (reading) => {
    const kept = byReading.get(reading) ?? keptStates<Value>()
    byReading.set(reading, kept)
    return kept
  }
}
