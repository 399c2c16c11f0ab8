/**
 * Images of pages of originals, drawn in one worker thread: started when first asked, stopped when idle, replaced when it dies.
 *
 * An original is hostile until read, and drawing takes 7 to 50 ms: neither may hold up who answers requests.
 */
import { Worker } from 'node:worker_threads'
import { errors, UserError } from '../ledger/errors.js'
import type { MaskedRow } from './covered.js'
import type { Box } from './page.js'
import type { Card } from './quote-card.js'
import { type FromWorker, workerModule } from './worker-pool.js'

export interface PageJob {
  kind: 'page'
  /** The data folder with the archive. */
  home: string
  /** SHA-256 of the PDF in the archive. */
  original: string
  page: number
  /** Pixels. */
  width: number
  marks: readonly Box[]
  /** The part of the page to show, turned so that its text is upright; without it the page is shown whole, as it is displayed. */
  crop?: Box
  masked: readonly MaskedRow[]
}

export interface CardJob {
  kind: 'card'
  card: Card
  row: PageJob | null
}

export type ImageJob = PageJob | CardJob

export interface PageImages {
  /** A PNG; null where the original is not in the archive. Throws what reading the PDF throws, IMAGE_BUSY or FILE_TOO_SLOW. */
  draw(job: ImageJob): Promise<Uint8Array | null>
  close(): Promise<void>
}

/** Milliseconds. */
const TIME_LIMIT = 15_000
const IDLE = 60_000
/** Drawn and waiting at once; who comes later is asked to come again. */
const QUEUE = 64
/** For all kept images together. */
const CACHE_BYTES = 32_000_000

export function openPageImages(limits: { milliseconds?: number; queue?: number } = {}): PageImages {
  const timeLimit = limits.milliseconds ?? TIME_LIMIT
  const queueLimit = limits.queue ?? QUEUE
  const cache = new Map<string, Uint8Array>()
  let cached = 0
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  const stop = async () => {
    clearTimeout(idle)
    const stopped = worker
    worker = undefined
    await stopped?.terminate()
  }

  const start = () => {
    const started = new Worker(workerModule(import.meta.url, './page-image.worker.js'), {
      resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
    })
    started.on('error', () => {})
    // A server that only waits for this thread may end.
    started.unref()
    return started
  }

  const ask = (job: ImageJob) =>
    new Promise<Uint8Array | null>((resolve, reject) => {
      clearTimeout(idle)
      worker ??= start()
      const asked = worker
      const settle = (finish: () => void, sound: boolean) => {
        clearTimeout(timer)
        asked.off('message', receive)
        asked.off('error', died)
        asked.off('exit', died)
        asked.unref()
        if (!sound && worker === asked) void stop()
        idle = setTimeout(() => void stop(), IDLE)
        idle.unref()
        finish()
      }
      const place = job.kind === 'page' ? { file: job.original, page: job.page } : {}
      const timer = setTimeout(() => settle(() => reject(errors.FILE_TOO_SLOW(place)), false), timeLimit)
      const died = (reason: unknown) => settle(() => reject(errors.FILE_READER_DIED(place, String(reason))), false)
      const receive = (message: FromWorker) => {
        if (message.type === 'value') settle(() => resolve(message.value as Uint8Array | null), true)
        else if (message.type === 'error') {
          const { error } = message
          if ('unexpected' in error) settle(() => reject(errors.FILE_READER_DIED(place, error.unexpected)), false)
          else settle(() => reject(new UserError(error.code, error.message, error.remedy, { ...place, ...error.place })), true)
        }
      }
      asked.ref()
      asked.on('message', receive)
      asked.on('error', died)
      asked.on('exit', died)
      asked.postMessage({ type: 'job', input: job })
    })

  return {
    async draw(job) {
      const key = JSON.stringify(job)
      const known = cache.get(key)
      if (known) {
        cache.delete(key)
        cache.set(key, known)
        return known
      }
      if (waiting >= queueLimit) throw errors.IMAGE_BUSY()
      waiting++
      const turn = last.then(() => ask(job))
      last = turn.catch(() => {})
      try {
        const image = await turn
        if (image && image.length < CACHE_BYTES / 8 && !cache.has(key)) {
          cache.set(key, image)
          cached += image.length
          for (const [oldest, bytes] of cache) {
            if (cached <= CACHE_BYTES) break
            cache.delete(oldest)
            cached -= bytes.length
          }
        }
        return image
      } finally {
        waiting--
      }
    },
    close: stop,
  }
}
