/** A worker's side of `worker-pool.ts`: answers jobs one after another. */
import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from '../ledger/errors.js'
import type { FromWorker, ToWorker, WorkerShare } from './worker-pool.js'

export interface Answer<Result> {
  value: Result
  /** Buffers of `value` that are handed over rather than copied. */
  transfer?: ArrayBuffer[]
}

/** Milliseconds between two messages of progress: a small part of what a page may take. */
const TELLING = 100

/** Call once, at the top of a worker's module. `progress` must be called after every page: its silence is what limits a page's time. */
export function answerJobs<Input, Result>(
  answer: (input: Input, progress: (done: number, of: number) => void) => Promise<Answer<Result>>,
): void {
  const port = parentPort
  if (!port) throw new Error('Runs as a worker thread only.')
  const post = (message: FromWorker, transfer?: ArrayBuffer[]) => port.postMessage(message, transfer)
  const share = workerData as Partial<WorkerShare> | null
  let told = 0
  const progress = (done: number, of: number) => {
    if (share?.pagesDone) Atomics.store(share.pagesDone, 0, done)
    const now = performance.now()
    if (done < of && now - told < TELLING) return
    told = now
    post({ type: 'progress', done, of })
  }
  port.on('message', async (job: ToWorker) => {
    try {
      const { value, transfer } = await answer(job.input as Input, progress)
      post({ type: 'value', value }, transfer)
    } catch (error) {
      if (error instanceof UserError) post({ type: 'error', error: error.toJSON() })
      else
        post({ type: 'error', error: { unexpected: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } })
    }
  })
}
