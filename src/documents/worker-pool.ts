/**
 * Reads files in worker threads: bounded memory and time for each file, results in the order of the files.
 *
 * A worker that dies, hangs or runs out of memory loses only the file that it was reading: that file ends in an error and a new
 * worker takes the next. At most a few results wait for their turn, so that memory does not grow with the number of files.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { errors, UserError } from '../ledger/errors.js'

export interface Job<Input> {
  /** For messages. */
  file: string
  input: Input
}

export type Outcome<Result> = { ok: true; value: Result } | { ok: false; error: UserError }

export interface PoolLimits {
  /** Limits a worker's JavaScript heap; PDFium's own heap has its own cap, see `pdfium.ts`. */
  heapMegabytes: number
  /** The longest time without a page being finished. */
  pageMilliseconds: number
  fileMilliseconds: number
}

const DEFAULT_LIMITS: PoolLimits = { heapMegabytes: 320, pageMilliseconds: 30_000, fileMilliseconds: 600_000 }

export interface PoolOptions {
  /** The worker's own file, see `workerModule`. */
  module: URL
  /** As many as cores if absent. */
  workers?: number
  /**
   * How many results besides the workers' own may wait for their turn; 1 if absent. More keep all workers busy beside a long file,
   * at the price of the memory that the results take.
   */
  waiting?: number
  limits?: Partial<PoolLimits>
  signal?: AbortSignal
  /** Pages of a file done so far; not every page is told. */
  onProgress?(index: number, done: number, of: number): void
}

export type ToWorker = { type: 'job'; input: unknown }
/** What a worker is born with. */
export interface WorkerShare {
  /** One number: the pages of its file that are done. Telling every page by message cost more than 1 % of the time of reading. */
  pagesDone: Int32Array
}
export type FromWorker =
  | { type: 'progress'; done: number; of: number }
  | { type: 'value'; value: unknown }
  | { type: 'error'; error: ReturnType<UserError['toJSON']> | { unexpected: string } }

/** The compiled file of a worker module that is named beside the caller: `workerModule(import.meta.url, './read.worker.js')`. */
export function workerModule(from: string, path: string): URL {
  const url = new URL(path, from)
  // Under test the caller is a .ts file in src; workers are always loaded from what was built.
  if (from.endsWith('.ts') || from.endsWith('.tsx'))
    url.pathname = url.pathname.replace(/\/(src|test|bench)\/(?!.*\/(src|test|bench)\/)/, '/dist/$1/')
  return url
}

/** One outcome a job, in the order of the jobs. Ends early, without an error, when `signal` is aborted. */
export async function* runInWorkers<Input, Result>(
  jobs: readonly Job<Input>[],
  options: PoolOptions,
): AsyncGenerator<Outcome<Result>, void, void> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const count = Math.max(1, Math.min(options.workers ?? availableParallelism(), jobs.length))
  const waiting = Math.max(1, options.waiting ?? 1)
  const outcomes = new Map<number, Outcome<Result>>()
  const pagesDone = new WeakMap<Worker, Int32Array>()
  const idle: Worker[] = []
  const all = new Set<Worker>()
  let next = 0
  let emitted = 0
  let running = 0
  let wake = () => {}

  const start = () => {
    while (running < count && next < jobs.length && next < emitted + count + waiting && !options.signal?.aborted) {
      const index = next++
      running++
      const worker = idle.pop() ?? launch()
      void work(worker, index).then((outcome) => {
        outcomes.set(index, outcome)
        running--
        // Not only when the reader of the results comes back for the next: it may be writing.
        start()
        wake()
      })
    }
  }

  const launch = () => {
    const pages = new Int32Array(new SharedArrayBuffer(4))
    const worker = new Worker(options.module, {
      workerData: { pagesDone: pages } satisfies WorkerShare,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 24 },
      stdout: false,
      stderr: false,
    })
    // Without a listener an error between jobs would end the program.
    worker.on('error', () => {})
    all.add(worker)
    pagesDone.set(worker, pages)
    return worker
  }

  const work = (worker: Worker, index: number) =>
    new Promise<Outcome<Result>>((resolve) => {
      const { file, input } = jobs[index]!
      const pages = pagesDone.get(worker)!
      Atomics.store(pages, 0, 0)
      let told = 0
      const place = () => ({ file, page: Math.max(told, Atomics.load(pages, 0)) + 1 })
      let pageTimer: NodeJS.Timeout
      const fileTimer = setTimeout(() => fail(errors.FILE_TOO_SLOW(place())), limits.fileMilliseconds)
      const waitForPage = () => {
        clearTimeout(pageTimer)
        pageTimer = setTimeout(() => fail(errors.FILE_TOO_SLOW(place())), limits.pageMilliseconds)
      }
      const settle = (outcome: Outcome<Result>, sound: boolean) => {
        clearTimeout(pageTimer)
        clearTimeout(fileTimer)
        worker.off('message', receive)
        worker.off('error', failed)
        worker.off('exit', exited)
        if (sound) idle.push(worker)
        else {
          all.delete(worker)
          void worker.terminate()
        }
        resolve(outcome)
      }
      const fail = (error: UserError) => settle({ ok: false, error }, false)
      const failed = (error: NodeJS.ErrnoException) =>
        fail(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? errors.FILE_TOO_MUCH_MEMORY(place())
            : errors.FILE_READER_DIED(place(), error.message),
        )
      const exited = (status: number) => fail(errors.FILE_READER_DIED(place(), `exit status ${status}`))
      const receive = (message: FromWorker) => {
        if (message.type === 'progress') {
          told = message.done
          waitForPage()
          options.onProgress?.(index, message.done, message.of)
        } else if (message.type === 'value') settle({ ok: true, value: message.value as Result }, true)
        else if ('unexpected' in message.error) {
          fail(errors.FILE_READER_DIED(place(), message.error.unexpected))
        } else {
          const { code, message: text, remedy, place } = message.error
          settle({ ok: false, error: new UserError(code, text, remedy, { file, ...place }) }, true)
        }
      }
      worker.on('message', receive)
      worker.on('error', failed)
      worker.on('exit', exited)
      waitForPage()
      worker.postMessage({ type: 'job', input } satisfies ToWorker)
    })

  const abort = () => wake()
  options.signal?.addEventListener('abort', abort)
  try {
    while (emitted < jobs.length && !options.signal?.aborted) {
      start()
      const outcome = outcomes.get(emitted)
      if (outcome) {
        outcomes.delete(emitted)
        emitted++
        yield outcome
      } else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    options.signal?.removeEventListener('abort', abort)
    await Promise.all([...all].map((worker) => worker.terminate()))
  }
}
