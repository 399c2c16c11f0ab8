/**
 * Threads that compare, so that no page waits for a list. What the ledger knows in one state, and the indexes of its names (some ten thousand take seconds), lie in
 * memory that they share. They are kept for a while, since people screen several lists one after the other, and end by themselves.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { workerModule } from '../documents/worker-pool.js'
import type { SharedIndex } from '../names/candidate-index.js'
import type { NameKind } from '../names/comparison.js'
import { type Compared, kindsAskedBy } from './compare.js'
import type { Subject } from './model.js'
import { nameKinds, type PackedFacts } from './packed-facts.js'
import { makeIndex, type Read } from './prepare.js'

type News = { type: 'facts'; facts: PackedFacts } | { type: 'indexed'; kind: NameKind; index: SharedIndex }
export type ToComparer = News | { type: 'subjects'; subjects: readonly Subject[]; at: number }
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
/** Of one portion, on a machine that is busy with other things. */
const milliseconds = 900_000
const heapMegabytes = 500

/** For so few each thread makes an index of its own: that is done before another thread has begun. */
const fewNames = 3_000
/** So many indexes are made at once, whatever the list: two of them are half of all names each. */
const mostMakers = Math.min(2, availableParallelism())

/** `count`: a short list is compared before a second thread has begun. */
export function startComparers(
  { facts, names }: Pick<Read, 'facts' | 'names'>,
  count = Math.min(mostThreads, availableParallelism()),
): Comparers {
  const threads = Array.from({ length: count }, () => startThread(facts))
  const closing = new AbortController()
  const indexes = new Map<NameKind, Promise<void>>()
  let makers = 0
  const waiting: (() => void)[] = []
  let next = 0

  /** Made when a subject first asks for such names: a list of people alone need not wait for all units. */
  function indexed(kind: NameKind): Promise<void> {
    let made = indexes.get(kind)
    if (!made) {
      made = (async () => {
        if (makers++ >= mostMakers) await new Promise<void>((resolve) => waiting.push(resolve))
        try {
          const index = await makeIndex(facts, kind, closing.signal)
          for (const thread of threads) thread.tell({ type: 'indexed', kind, index })
        } finally {
          makers--
          waiting.shift()?.()
        }
      })()
      indexes.set(kind, made)
    }
    return made
  }

  return {
    count,
    async compare(subjects) {
      const asked = new Set(subjects.flatMap(kindsAskedBy))
      const kinds = nameKinds.filter((kind) => asked.has(kind) && names[kind] > fewNames).sort((a, b) => names[b] - names[a])
      await Promise.all(kinds.map(indexed))
      const least = threads.reduce((best, one) => (one.waiting() < best.waiting() ? one : best), threads[next++ % count]!)
      return least.ask(subjects)
    },
    close: async () => {
      closing.abort()
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}

interface Thread {
  tell(news: News): void
  ask(subjects: readonly Subject[]): Promise<Compared[]>
  waiting(): number
  end(): Promise<void>
}

function startThread(facts: PackedFacts): Thread {
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
  worker.postMessage({ type: 'facts', facts } satisfies ToComparer)
  return {
    tell: (news) => worker.postMessage(news satisfies ToComparer),
    ask: (subjects) =>
      new Promise((resolve, reject) => {
        if (over) return reject(over)
        const at = ++last
        const timer = setTimeout(() => void end(new Error('Comparing took too long.')), milliseconds)
        timer.unref()
        asked.set(at, { resolve, reject, timer })
        worker.ref()
        worker.postMessage({ type: 'subjects', subjects, at } satisfies ToComparer)
      }),
    waiting: () => asked.size,
    end: () => end(new Error('It was closed.')),
  }
}
