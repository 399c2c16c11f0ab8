/** Cuts the wanted pages out of a file on disk, in a worker thread with bounded memory and time. */
import { basename } from 'node:path'
import type { WantedText } from './text-digest.js'
import { runInWorkers, workerModule } from './worker-pool.js'

export interface CutJob {
  path: string
  wanted: readonly WantedText[]
}

export interface CutAnswer {
  /** Of the whole file. */
  pages: number | null
  firstPage: string
  text: string
  /** What was found, cut out; `first` is its first page in the volume. */
  found: { sha256: string; first: number; bytes: Uint8Array }[]
}

/** Throws what reading the file throws. `wanted` may be empty: then the file is only digested. */
export async function cutOut(
  path: string,
  wanted: readonly WantedText[],
  onProgress?: (done: number, of: number) => void,
): Promise<CutAnswer> {
  const job = { file: basename(path), input: { path, wanted } satisfies CutJob }
  const outcomes = runInWorkers<CutJob, CutAnswer>([job], {
    module: workerModule(import.meta.url, './cut.worker.js'),
    workers: 1,
    onProgress: (_, done, of) => onProgress?.(done, of),
  })
  for await (const outcome of outcomes) {
    if (outcome.ok) return outcome.value
    throw outcome.error
  }
  throw new Error('interrupted')
}
