import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, source, sourceFacts, training } from '../../../test/ledger-facts.js'
import { commitChangeset } from '../changesets/change.js'
import { replaceSource } from '../changesets/replace-source.js'
import type { Ledger } from '../database/open.js'
import { nameParts } from '../migrations/0057-name-parts.js'

let ledger: Ledger
beforeAll(async () => {
  ledger = await freshDatabase()
  for (const digit of ['a', 'b', 'c']) {
    const of = source({ sha256: digit.repeat(64), fileName: `${digit}.pdf`, report: digit })
    const rows = [1, 2, 3].map((n) =>
      training({
        id: `${digit}${n}`,
        sourceSha256: of.sha256,
        report: digit,
        recipientUnit: n === 3 ? 'National Police' : '1st Battalion',
        quantity: n,
      }),
    )
    await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts(rows, { of, totals: [] })))
  }
})
afterAll(() => ledger.close())

const rows = async (sql: string) => (await ledger.ownerPool.query(sql)).rows
const parts = () => rows('SELECT * FROM serving.name_part ORDER BY name, source, recipient_class')

test('a name sums what each source says of it; without one of them it sums the others', async () => {
  const sums = () => rows(`SELECT text, rows, quantity FROM serving.name WHERE recipient ORDER BY text`)
  expect(await sums()).toEqual([
    { text: '1st Battalion', rows: 6, quantity: 9 },
    { text: 'National Police', rows: 3, quantity: 9 },
  ])
  const of = source({ sha256: 'b'.repeat(64), fileName: 'b.pdf', report: 'b' })
  const fewer = [training({ id: 'b1', sourceSha256: of.sha256, report: 'b', recipientUnit: '1st Battalion', quantity: 1 })]
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts(fewer, { of, totals: [] })))
  expect(await sums()).toEqual([
    { text: '1st Battalion', rows: 5, quantity: 7 },
    { text: 'National Police', rows: 2, quantity: 6 },
  ])
})

test('a ledger of an older version is given the same parts', async () => {
  const kept = await parts()
  expect(kept.length).toBeGreaterThan(5)
  await ledger.ownerPool.query('DROP TABLE serving.name_part; DROP INDEX serving.cell_report')
  await ledger.ownerPool.query(nameParts.sql)
  expect(await parts()).toEqual(kept)
})
