/**
 * Worker thread for one task: reads what the ledger knows into shared memory, or makes the index of the names of one kind. It ends with the task, and with it goes
 * the memory that reading took, ten times what is kept.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { poolOf } from '../ledger/database/connect.js'
import { UserError } from '../ledger/errors.js'
import { KnownFacts } from './packed-facts.js'
import { type FromPreparing, type PrepareTask, type Read, readWith } from './prepare.js'

const port = parentPort
if (!port) throw new Error('Runs as a worker thread only.')
const task = workerData as PrepareTask

async function read({ reader }: Extract<PrepareTask, { type: 'facts' }>): Promise<Read> {
  const pool = poolOf(reader)
  try {
    return await readWith(pool)
  } finally {
    await pool.end()
  }
}

let answer: FromPreparing
try {
  answer = { value: task.type === 'facts' ? await read(task) : new KnownFacts(task.facts).index(task.kind) }
} catch (error) {
  answer = { failed: error instanceof UserError ? error.toJSON() : error instanceof Error ? error.name : 'Error' }
}
port.postMessage(answer)
