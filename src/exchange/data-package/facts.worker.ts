/** Worker thread: reads the package's tables and makes facts or rows of them, a source at a time, a little ahead of the writer. */
import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf, readySource } from '../../ledger/changesets/ready-source.js'
import { UserError } from '../../ledger/errors.js'
import { type FactsTask, type FromReading, factsOfPackage, TAKEN } from './facts.js'

/** Sources that may wait to be written: while a large one is, the next are made. */
const AHEAD = 2

const port = parentPort
if (!port) throw new Error('Runs as a worker thread only.')
const post = (message: FromReading, buffers: ArrayBuffer[] = []) => port.postMessage(message, buffers)
let waiting = 0
let wake = () => {}
port.on('message', (message) => {
  if (message !== TAKEN) return
  waiting -= 1
  wake()
})

try {
  const { folder, description, collection, readyFor } = workerData as FactsTask
  const names = new Set<string>()
  for await (const facts of factsOfPackage(folder, description, collection, (done, of) => post({ done, of }))) {
    const ready = readyFor === undefined ? null : readySource(facts, readyFor, names)
    while (waiting >= AHEAD)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    post({ source: ready ?? facts }, ready ? buffersOf(ready) : [])
    waiting += 1
  }
  post({ end: true })
} catch (error) {
  post({
    failed:
      error instanceof UserError ? error.toJSON() : error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  })
}
port.close()
