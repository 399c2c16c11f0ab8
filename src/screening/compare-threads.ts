/**
 * Threads that compare: each holds the whole of what the ledger knows in one state (some ten thousand names take seconds to index), so that no page
 * waits for a list. They are kept for a while, since people screen several lists one after the other, and end by themselves.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { workerModule } from '../documents/worker-pool.js'
import type { Compared } from './compare.js'
import type { Facts } from './facts.js'
import type { Subject } from './model.js'

export type ToComparer = { at: number } & ({ type: 'facts'; facts: Facts } | { type: 'subjects'; subjects: readonly Subject[] })
export type FromComparer = { at: number } & ({ compared: Compared[] } | { failed: string })

export interface Comparers {
  /** How many portions can be compared at once. */
  count: number
  /** In the order of the subjects. */
  compare(subjects: readonly Subject[]): Promise<Compared[]>
  close(): Promise<void>
}

/** More take more memory than time is gained. */
const mostThreads = 4
/** Of one portion; indexing takes part of the first. */
const milliseconds = 900_000
const heapMegabytes = 1_500

/** `count`: a short list is compared before a second thread has read its names. */
export function startComparers(facts: Facts, count = Math.min(mostThreads, availableParallelism())): Comparers {
  const threads = Array.from({ length: count }, () => startThread(facts))
  let next = 0
  return {
    count,
    compare(subjects) {
      const least = threads.reduce((best, one) => (one.waiting() < best.waiting() ? one : best), threads[next++ % count]!)
      return least.ask(subjects)
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}

interface Thread {
  ask(subjects: readonly Subject[]): Promise<Compared[]>
  waiting(): number
  end(): Promise<void>
}

function startThread(facts: Facts): Thread {
  const worker = new Worker(workerModule(import.meta.url, './compare.worker.js'), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    stdout: false,
    stderr: false,
  })
  const asked = new Map<number, { resolve(value: Compared[]): void; reject(error: Error): void; timer: NodeJS.Timeout }>()
  let last = 0
  let over: Error | null = null
  const end = async (why: Error) => {
    over ??= why
    for (const { reject, timer } of asked.values()) {
      clearTimeout(timer)
      reject(over)
    }
    asked.clear()
    await worker.terminate()
  }
  worker.on('message', (answer: FromComparer) => {
    const question = asked.get(answer.at)
    if (!question) return
    asked.delete(answer.at)
    clearTimeout(question.timer)
    if (asked.size === 0) worker.unref()
    if ('failed' in answer) question.reject(new Error(`Comparing a subject failed: ${answer.failed}`))
    else question.resolve(answer.compared)
  })
  worker.on(
    'error',
    (error: NodeJS.ErrnoException) => void end(new Error(`A thread that compares ended: ${error.code ?? error.name}`)),
  )
  worker.on('exit', () => void end(new Error('A thread that compares ended.')))
  const post = (message: ToComparer extends infer One ? (One extends { at: number } ? Omit<One, 'at'> : never) : never) =>
    new Promise<Compared[]>((resolve, reject) => {
      if (over) return reject(over)
      const at = ++last
      const timer = setTimeout(() => void end(new Error('Comparing took too long.')), milliseconds)
      timer.unref()
      asked.set(at, { resolve, reject, timer })
      worker.ref()
      worker.postMessage({ ...message, at } as ToComparer)
    })
  post({ type: 'facts', facts }).catch(() => {})
  return {
    ask: (subjects) => post({ type: 'subjects', subjects }),
    waiting: () => asked.size,
    end: () => end(new Error('It was closed.')),
  }
}
