import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { about, sourceFacts, training } from '../../test/ledger-facts.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import { bringInData, fillEmptyLedger } from './bring-in-data.js'

test('a ledger that somebody filled, and emptied again, is not given the bundled data by whoever only asks', async () => {
  const ledger = await freshDatabase()
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts([training()])))
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts([])))
  const notes: string[] = []
  const out = { write: async () => {}, note: (line: string) => void notes.push(line), interactive: false }
  const context = { out, env: {}, cwd: process.cwd(), now: () => new Date(0), signal: new AbortController().signal }
  await fillEmptyLedger(ledger, context, { names: true })
  expect(notes).toEqual([])
  const { rows } = await ledger.ownerPool.query('SELECT count(*)::int AS changesets FROM ledger.changeset')
  expect(rows).toEqual([{ changesets: 2 }])
  await ledger.close()
})

test('whoever stops the first load waits for nothing, and the ledger is empty and whole', async () => {
  const ledger = await freshDatabase()
  const stopping = new AbortController()
  const notes: string[] = []
  let stopped = 0
  const note = (line: string) => {
    notes.push(line)
    if (notes.length > 1) return
    stopped = performance.now()
    stopping.abort()
  }
  const out = { write: async () => {}, note, interactive: false }
  const context = { out, env: {}, cwd: process.cwd(), now: () => new Date(0), signal: stopping.signal }
  await expect(bringInData(ledger, context)).rejects.toThrow()
  expect(performance.now() - stopped).toBeLessThan(10_000)
  expect(notes).toEqual([
    'Loading the bundled data (once) …',
    expect.stringMatching(/^Interrupted: nothing of the bundled data is kept/),
  ])
  const { rows } = await ledger.ownerPool.query(
    'SELECT (SELECT count(*)::int FROM ledger.training) AS trainings, (SELECT count(*)::int FROM private.filling) AS left',
  )
  expect(rows).toEqual([{ trainings: 0, left: 0 }])
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts([training()])))
  await ledger.close()
})
