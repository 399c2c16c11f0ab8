/** Worker thread: reads the package's tables and makes facts of them, a source at a time, a little ahead of who writes them. */
import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from '../../ledger/errors.js'
import { type FactsTask, type FromReading, factsOfPackage, TAKEN } from './facts.js'

/** Sources that may wait to be written: while a large one is, the next are made. */
const AHEAD = 2

const port = parentPort
if (!port) throw new Error('Runs as a worker thread only.')
const post = (message: FromReading) => port.postMessage(message)
let waiting = 0
let wake = () => {}
port.on('message', (message) => {
  if (message !== TAKEN) return
  waiting -= 1
  wake()
})

try {
  const { folder, description, collection } = workerData as FactsTask
  for await (const facts of factsOfPackage(folder, description, collection, (done, of) => post({ done, of }))) {
    while (waiting >= AHEAD)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    post({ facts })
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
