/** What comparing needs before it begins, made in threads that end with it: what the ledger knows, and the indexes of its names. */
import { Worker } from 'node:worker_threads'
import type { Pool, PoolConfig } from 'pg'
import { workerModule } from '../documents/worker-pool.js'
import { settingsOf } from '../ledger/database/connect.js'
import { UserError } from '../ledger/errors.js'
import { snapshot } from '../ledger/read/snapshot.js'
import type { SharedIndex } from '../names/candidate-index.js'
import type { NameKind } from '../names/comparison.js'
import { loadCoverage, loadFacts } from './facts.js'
import type { Coverage } from './model.js'
import { namesByKind, type PackedFacts, packFacts } from './packed-facts.js'

export type PrepareTask = { type: 'facts'; reader: PoolConfig } | { type: 'index'; facts: PackedFacts; kind: NameKind }
export type FromPreparing = { value: Read | SharedIndex } | { failed: ReturnType<UserError['toJSON']> | string }

/** What one state of the ledger knows, with what it covers, and how many names there are of each kind. */
export interface Read {
  facts: PackedFacts
  names: Record<NameKind, number>
  coverage: Coverage
}

/** A ledger of so few entities is read here: that is done before a thread has begun. */
const fewEntities = 3_000
/** Reading all that the ledger knows, on a machine that is busy with other things. */
const readingMilliseconds = 300_000

export async function readFacts(readerPool: Pool, few = fewEntities): Promise<Read> {
  const { rows } = await readerPool.query<{ entities: number }>(
    'SELECT count(*)::int AS entities FROM (SELECT FROM ledger.entity WHERE withdrawn IS NULL LIMIT $1) e',
    [few + 1],
  )
  if (rows[0]!.entities <= few) return readWith(readerPool)
  return (await once({ type: 'facts', reader: settingsOf(readerPool) })) as Read
}

export const readWith = (pool: Pool): Promise<Read> =>
  snapshot(
    pool,
    async ({ client, head }) => {
      const facts = await loadFacts(client)
      return { facts: packFacts(facts), names: namesByKind(facts), coverage: await loadCoverage(client, head) }
    },
    readingMilliseconds,
  )

export const makeIndex = (facts: PackedFacts, kind: NameKind, signal: AbortSignal): Promise<SharedIndex> =>
  once({ type: 'index', facts, kind }, signal) as Promise<SharedIndex>

const heapMegabytes = 1_500

function once(task: PrepareTask, signal?: AbortSignal): Promise<Read | SharedIndex> {
  const worker = new Worker(workerModule(import.meta.url, './prepare.worker.js'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    stdout: false,
    stderr: false,
  })
  return new Promise<Read | SharedIndex>((resolve, reject) => {
    const stop = () => {
      reject(new Error('It was closed.'))
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
    worker.on('message', (answer: FromPreparing) => {
      if ('value' in answer) resolve(answer.value)
      else if (typeof answer.failed === 'string') reject(new Error(`A thread that prepares failed: ${answer.failed}`))
      else reject(new UserError(answer.failed.code, answer.failed.message, answer.failed.remedy, answer.failed.place))
    })
    worker.on('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(`A thread that prepares ended: ${error.code ?? error.name}`)),
    )
    worker.on('exit', () => {
      signal?.removeEventListener('abort', stop)
      reject(new Error('A thread that prepares ended.'))
    })
  })
}
