import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { about, sourceFacts, training } from '../../test/ledger-facts.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import { fillEmptyLedger } from './bring-in-data.js'

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
