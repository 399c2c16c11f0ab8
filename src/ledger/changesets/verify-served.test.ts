import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, judgement, sourceFacts } from '../../../test/ledger-facts.js'
import { servingTrainings } from '../../../test/serving-ledger.js'
import type { Ledger } from '../database/connect.js'
import { commitChangeset } from './change.js'
import { addJudgements } from './judgements.js'
import { replaceSource } from './replace-source.js'
import { verifyLedger } from './verify.js'
import { compareServed, rebuildServed } from './verify-served.js'

let ledger: Ledger
beforeAll(async () => {
  ledger = await freshDatabase()
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts(servingTrainings)))
  const { rows } = await ledger.ownerPool.query(`SELECT id FROM serving.name WHERE text LIKE '102%'`)
  const entities = [{ id: 'u1', kind: 'unit' as const, recipe: 'invented' }]
  await commitChangeset(ledger, about(), (change) =>
    addJudgements(change, { judgements: [judgement({ subject: rows[0].id })], entities }),
  )
  // The same file, read again: one row says something else, one is gone.
  const others = servingTrainings
    .filter(({ id }) => id !== 'a2')
    .map((row) => (/^(?:a1|b29)$/.test(row.id) ? { ...row, quantity: 4, fiscalYear: 2012 } : row))
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts(others)))
})
afterAll(() => ledger.close())

async function differing(): Promise<string[]> {
  const client = await ledger.ownerPool.connect()
  try {
    const { problems } = await verifyLedger(client, 'ledger')
    return [...new Set(problems.map(({ kind, detail }) => `${kind}: ${detail}`))]
  } finally {
    client.release()
  }
}

test('what pages show otherwise than the facts is found, table by table, and made anew', async () => {
  expect(await differing()).toEqual([])
  const client = await ledger.ownerPool.connect()
  for (const [table, change] of [
    ['training', `UPDATE serving.training SET quantity = 900 WHERE id = 'a1'`],
    ['training', `DELETE FROM serving.training WHERE id = 'a1'`],
    ['training', `UPDATE serving.cell SET country = 'Freedonia' WHERE country = 'Mexico'`],
    ['cell', 'UPDATE serving.cell SET cents = cents + 100'],
    ['name', `UPDATE serving.name SET text = 'another' WHERE text LIKE '102%'`],
    ['name', `UPDATE serving.name SET quantity = 1000 WHERE text LIKE '102%'`],
    ['unit', 'UPDATE serving.unit SET quantity = 1000'],
    ['total', 'UPDATE serving.total SET covered_quantity = covered_quantity + 1'],
    ['total', 'UPDATE serving.total SET cents = 0'],
    ['meaning', `UPDATE serving.meaning SET entity = 'u2'`],
    ['words', `UPDATE serving.training SET key = to_tsvector('simple', 'other words') WHERE id = 'a1'`],
    ['cell', `UPDATE serving.cell SET words = 'other words' WHERE country = 'Mexico'`],
    ['training', `UPDATE serving.phrase SET text = 'another title' WHERE text LIKE 'Border%'`],
    ['training', `UPDATE serving.training SET flags = NULL WHERE id = 'a3'`],
    ['name', `UPDATE serving.name SET key = to_tsvector('simple', 'another') WHERE text LIKE '102%'`],
    ['past_training', `UPDATE serving.past_training SET quantity = 900 WHERE id = 'a1'`],
    ['past_training', `DELETE FROM serving.past_training WHERE id = 'a2'`],
    ['past_training', `UPDATE serving.past_training SET until = until + 1 WHERE id = 'a2'`],
    ['training', `UPDATE serving.training SET since = 1 WHERE id = 'a1'`],
    ['past_name', 'UPDATE serving.past_name SET quantity = 1000'],
    ['past_total', 'UPDATE serving.past_total SET covered_quantity = covered_quantity + 1'],
  ]) {
    await client.query('BEGIN')
    expect([change, (await client.query(change!)).rowCount! > 0]).toEqual([change, true])
    expect([change, (await compareServed(client)).map((found) => found.table)]).toEqual([
      change,
      expect.arrayContaining([`serving.${table}`]),
    ])
    await client.query('ROLLBACK')
  }
  client.release()
  await ledger.ownerPool.query('UPDATE serving.cell SET cents = cents + 100')
  expect(await differing()).toContain('pages show otherwise: serving.cell is not what the facts give.')
  await rebuildServed(ledger)
  expect(await differing()).toEqual([])
})
