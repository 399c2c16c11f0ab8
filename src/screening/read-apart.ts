/** Reads a list in a worker thread: whatever it is, it ends in subjects or in an error, and takes nothing else with it. */
import { runInWorkers, workerModule } from '../documents/worker-pool.js'
import type { Preview } from './model.js'
import type { ListJob, ReadList } from './read-list.js'

export interface ReadingJob extends ListJob {
  preview: boolean
}

/** 128 MB of text become some hundred MB of cells before a limit is reached. */
const limits = { heapMegabytes: 1_500, pageMilliseconds: 180_000, fileMilliseconds: 180_000 }

async function apart<Result>(job: ReadingJob): Promise<Result> {
  const module = workerModule(import.meta.url, './read-list.worker.js')
  const jobs = [{ file: job.file, input: job }]
  for await (const outcome of runInWorkers<ReadingJob, Result>(jobs, { module, workers: 1, limits })) {
    if (!outcome.ok) throw outcome.error
    return outcome.value
  }
  throw new Error('A worker ended without an answer.')
}

/** @throws UserError FILE_TOO_SLOW, FILE_TOO_MUCH_MEMORY, and what `previewList` throws */
export const previewApart = (job: ListJob): Promise<Preview> => apart<Preview>({ ...job, preview: true })

/** @throws UserError FILE_TOO_SLOW, FILE_TOO_MUCH_MEMORY, and what `readList` throws */
export const readListApart = (job: ListJob): Promise<ReadList> => apart<ReadList>({ ...job, preview: false })
