/** Reads a spreadsheet in a worker thread, so that a hostile one ends in an error and takes nothing with it. */
import type { Spreadsheet } from '../documents/sheet-table.js'
import { runInWorkers, workerModule } from '../documents/worker-pool.js'

export interface SpreadsheetJob {
  bytes: Uint8Array
  /** For messages. */
  file: string
}

/** A table is cells, not pages: 128 MB of text may become some hundred MB of cells before a limit is reached. */
const limits = { heapMegabytes: 1024, pageMilliseconds: 60_000, fileMilliseconds: 60_000 }

/** @throws UserError FILE_TOO_SLOW, FILE_TOO_MUCH_MEMORY, and what `readSpreadsheet` throws */
export async function readSpreadsheetApart(job: SpreadsheetJob): Promise<Spreadsheet> {
  const module = workerModule(import.meta.url, './read-spreadsheet.worker.js')
  for await (const outcome of runInWorkers<SpreadsheetJob, Spreadsheet>([{ file: job.file, input: job }], {
    module,
    workers: 1,
    limits,
  })) {
    if (!outcome.ok) throw outcome.error
    return outcome.value
  }
  throw new Error('A worker ended without an answer.')
}
