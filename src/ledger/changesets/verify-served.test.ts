import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, judgement, sourceFacts } from '../../../test/ledger-facts.js'
import { servingTrainings } from '../../../test/serving-ledger.js'
import type { Ledger } from '../database/connect.js'
import { commitChangeset } from './change.js'
import { addJudgements } from './judgements.js'
import { replaceSource } from './replace-source.js'
import { verifyLedger } from './verify.js'
import { rebuildServed } from './verify-served.js'

let ledger: Ledger
beforeAll(async () => {
  ledger = await freshDatabase()
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts(servingTrainings)))
  const { rows } = await ledger.ownerPool.query(`SELECT id FROM serving.name WHERE text LIKE '102%'`)
  const entities = [{ id: 'u1', kind: 'unit' as const, recipe: 'invented' }]
  await commitChangeset(ledger, about(), (change) =>
    addJudgements(change, { judgements: [judgement({ subject: rows[0].id })], entities }),
  )
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
  ]) {
    expect([change, (await ledger.ownerPool.query(change!)).rowCount]).not.toEqual([change, 0])
    expect([change, await differing()]).toEqual([
      change,
      expect.arrayContaining([`pages show otherwise: serving.${table} is not what the facts give.`]),
    ])
    await rebuildServed(ledger)
  }
  expect(await differing()).toEqual([])
})
