/** Worker thread: holds the index of one state of the ledger, and answers questions to it one after another. */
import { parentPort } from 'node:worker_threads'
import type { KnownEntity } from '../ledger/read/known-entities.js'
import type { FromIndex, ToIndex } from './entity-index.js'
import { EntityMatcher } from './entity-match.js'

const port = parentPort
if (!port) throw new Error('Runs as a worker thread only.')
let told: KnownEntity[] = []
let matcher: EntityMatcher | null = null

port.on('message', (message: ToIndex) => {
  if (message.type === 'entities') {
    for (const entity of message.entities) told.push(entity)
    return
  }
  // Nothing that was typed may reach a log, not even by way of an error's words.
  let answer: FromIndex
  try {
    if (message.type === 'state') {
      matcher = new EntityMatcher(told, matcher)
      told = []
    }
    answer = { at: message.at, value: answerOf(message, matcher!) }
  } catch (error) {
    answer = { at: message.at, failed: error instanceof Error ? error.name : 'Error' }
  }
  port.postMessage(answer)
})

function answerOf(question: Exclude<ToIndex, { type: 'entities' }>, matcher: EntityMatcher): unknown {
  switch (question.type) {
    case 'state':
      return matcher.size
    case 'match':
      return question.queries.map((query) => matcher.match(query))
    case 'search':
      return matcher.search(question.asked)
    case 'entities of':
      return matcher.entities(question.ids)
  }
}
