/**
 * The entities of the ledger's present state, indexed in a thread of their own: some ten thousand names take seconds to index and a query
 * milliseconds, for which no page should wait. Made when it is first asked for, made anew when the ledger changed, and private to the process.
 */
import { Worker } from 'node:worker_threads'
import { workerModule } from '../documents/worker-pool.js'
import { errors } from '../ledger/errors.js'
import { type KnownEntity, loadKnownEntities } from '../ledger/read/known-entities.js'
import { onceTimeoutMs, type Reading } from '../ledger/read/reading.js'
import type { Head } from '../ledger/read/views.js'
import type { EntitiesAsked, EntityMatch, EntityPage, NameQuery } from './entity-match.js'

export interface EntityIndex {
  /** The matches of each query, in the order of the queries, and the state of the ledger that they are of. */
  match(queries: readonly NameQuery[]): Promise<{ matches: EntityMatch[][]; head: Head }>
  search(asked: EntitiesAsked): Promise<{ page: EntityPage; head: Head }>
  /** In the order of the ids; those that no entity has are left out. */
  entities(ids: readonly string[]): Promise<{ entities: KnownEntity[]; head: Head }>
  /** Ends the thread, also one that is still indexing; the next question starts another. */
  close(): Promise<void>
}

type Question =
  | { type: 'match'; queries: readonly NameQuery[] }
  | { type: 'search'; asked: EntitiesAsked }
  | { type: 'entities of'; ids: readonly string[] }
  | { type: 'state' }
/** `state`: the entities that were told are all there are; what is asked from now on is of them. */
export type ToIndex = { type: 'entities'; entities: readonly KnownEntity[] } | (Question & { at: number })
export type FromIndex = { at: number; value: unknown } | { at: number; failed: string }

export interface EntityIndexOptions {
  /** The longest that a question may take once the index is there. */
  milliseconds?: number
  /** So long a question waits for the index to be made; then whoever asks is told to ask again, and it goes on being made. */
  patience?: number
  /** So many questions may wait; more are refused. */
  waiting?: number
  heapMegabytes?: number
}

/** Indexing all there is, on a machine that is busy with other things besides. */
const indexingMilliseconds = 600_000
/** Handed over in portions, so that copying them holds up nothing else. */
const portion = 2_000

export function openEntityIndex(
  reading: Pick<Reading, 'head' | 'within'>,
  { milliseconds = 60_000, patience = 20_000, waiting = 20, heapMegabytes = 1_500 }: EntityIndexOptions = {},
): EntityIndex {
  let present: { digest: string; made: Promise<Indexed> } | null = null
  const threads = new Set<Thread>()
  /** Counts the times that it was closed: what was begun before ends. */
  let closed = 0

  async function indexed(): Promise<Indexed> {
    const { digest } = await reading.head()
    if (present?.digest === digest) return present.made
    const before = present?.made
    const mine = { digest, made: make(before) }
    present = mine
    mine.made.then(
      // The state may have moved on while it was read.
      ({ head }) => {
        mine.digest = head.digest
      },
      () => {
        if (present === mine) present = null
      },
    )
    return mine.made
  }

  /** In the thread of the state before, which keeps what did not change. */
  async function make(before: Promise<Indexed> | undefined): Promise<Indexed> {
    const begun = closed
    const earlier = (await before?.catch(() => undefined))?.thread
    const { entities, head } = await reading.within(
      undefined,
      async ({ client, head }) => ({ entities: await loadKnownEntities(client), head }),
      onceTimeoutMs,
    )
    if (begun !== closed) throw errors.QUERY_TOO_SLOW()
    const thread = earlier && !earlier.gone() ? earlier : startThread(heapMegabytes)
    for (const other of threads) if (other.gone()) threads.delete(other)
    threads.add(thread)
    for (let at = 0; at < entities.length; at += portion) {
      thread.tell({ type: 'entities', entities: entities.slice(at, at + portion) })
      await new Promise((resolve) => setImmediate(resolve))
    }
    await thread.ask({ type: 'state' }, indexingMilliseconds)
    return { thread, head }
  }

  async function ask<Value>(question: Question): Promise<{ value: Value; head: Head }> {
    const { thread, head } = await inTime(indexed())
    if (thread.waiting() >= waiting) throw errors.QUERY_TOO_SLOW()
    try {
      return { value: (await thread.ask(question, milliseconds)) as Value, head }
    } catch (error) {
      if (thread.gone()) present = null
      throw error
    }
  }

  /** Programs give up after half a minute, and learn nothing by it. */
  async function inTime(made: Promise<Indexed>): Promise<Indexed> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(errors.INDEX_NOT_READY()), patience)
    })
    try {
      return await Promise.race([made, late])
    } finally {
      clearTimeout(timer)
      // Nobody waits for it any more, and the next who asks learns what came of it.
      made.catch(() => {})
    }
  }

  return {
    match: async (queries) => {
      const { value, head } = await ask<EntityMatch[][]>({ type: 'match', queries })
      return { matches: value, head }
    },
    search: async (asked) => {
      const { value, head } = await ask<EntityPage>({ type: 'search', asked })
      return { page: value, head }
    },
    entities: async (ids) => {
      const { value, head } = await ask<KnownEntity[]>({ type: 'entities of', ids })
      return { entities: value, head }
    },
    close: async () => {
      closed++
      present = null
      await Promise.all([...threads].map((thread) => thread.end()))
      threads.clear()
    },
  }
}

interface Indexed {
  thread: Thread
  head: Head
}

interface Thread {
  tell(message: ToIndex): void
  ask(question: Question, milliseconds: number): Promise<unknown>
  waiting(): number
  /** It was ended, or hung, or ran out of memory: it answers nobody. */
  gone(): boolean
  end(): Promise<void>
}

function startThread(heapMegabytes: number): Thread {
  const worker = new Worker(workerModule(import.meta.url, './entity-index.worker.js'), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  })
  const asked = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void; timer: NodeJS.Timeout }>()
  let last = 0
  let gone = false
  // A server that is told to stop does not wait for it.
  worker.unref()
  const end = async () => {
    gone = true
    for (const { reject, timer } of asked.values()) {
      clearTimeout(timer)
      reject(errors.QUERY_TOO_SLOW())
    }
    asked.clear()
    await worker.terminate()
  }
  const settled = () => {
    if (asked.size === 0) worker.unref()
  }
  worker.on('message', (answer: FromIndex) => {
    const question = asked.get(answer.at)
    if (!question) return
    asked.delete(answer.at)
    clearTimeout(question.timer)
    if ('failed' in answer) question.reject(new Error(`A question to the index of entities failed: ${answer.failed}`))
    else question.resolve(answer.value)
    settled()
  })
  worker.on('error', () => void end())
  worker.on('exit', () => void end())
  return {
    tell: (message) => worker.postMessage(message),
    ask: (question, milliseconds) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(errors.QUERY_TOO_SLOW())
        const at = ++last
        const timer = setTimeout(() => void end(), milliseconds)
        asked.set(at, { resolve, reject, timer })
        worker.ref()
        worker.postMessage({ ...question, at } satisfies ToIndex)
      }),
    waiting: () => asked.size,
    gone: () => gone,
    end,
  }
}
