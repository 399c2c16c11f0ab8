/** Worker thread: holds what the ledger knows in one state, and compares subjects with it, a portion at a time. */
import { parentPort } from 'node:worker_threads'
import { Comparer } from './compare.js'
import type { FromComparer, ToComparer } from './compare-threads.js'
import { KnownFacts } from './packed-facts.js'

const port = parentPort
if (!port) throw new Error('Runs as a worker thread only.')
let known: KnownFacts | null = null
let comparer: Comparer | null = null

port.on('message', (message: ToComparer) => {
  if (message.type === 'facts') {
    known = new KnownFacts(message.facts)
    comparer = new Comparer(known)
    return
  }
  if (message.type === 'indexed') return known!.takeIndex(message.kind, message.index)
  let answer: FromComparer
  try {
    answer = { at: message.at, compared: message.subjects.map((subject) => comparer!.compare(subject)) }
  } catch (error) {
    // Nothing of a list may reach a log, not even by way of an error's words.
    answer = { at: message.at, failed: error instanceof Error ? `${error.name} ${placeOf(error)}` : 'Error' }
  }
  port.postMessage(answer)
})

/** The line of our code, without the words of the error. */
const placeOf = (error: Error): string => /at .*$/m.exec(error.stack ?? '')?.[0] ?? ''
