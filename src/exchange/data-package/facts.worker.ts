/** Worker thread: reads the package's tables and makes facts or rows of them, a source at a time, a little ahead of the writer. */
import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf, type ReadySource } from '../../ledger/changesets/ready-source.js'
import type { SourceFacts } from '../../ledger/changesets/replace-source.js'
import { UserError } from '../../ledger/errors.js'
import { type FactsTask, type FromReading, factsOfPackage, readyOfPackage, TAKEN } from './facts.js'

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
  const task = workerData as FactsTask
  const onRows = (done: number, of: number) => post({ done, of })
  const send = async (source: SourceFacts | ReadySource, buffers: ArrayBuffer[] = []) => {
    while (waiting >= AHEAD)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    post({ source }, buffers)
    waiting += 1
  }
  if (task.readyFor === undefined) for await (const facts of factsOfPackage(task, onRows)) await send(facts)
  else for await (const ready of readyOfPackage(task, task.readyFor, onRows)) await send(ready, buffersOf(ready))
  post({ end: true })
} catch (error) {
  post({
    failed:
      error instanceof UserError ? error.toJSON() : error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  })
}
port.close()
