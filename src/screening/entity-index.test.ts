import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { about, judgement } from '../../test/ledger-facts.js'
import { writeServing } from '../../test/serving-ledger.js'
import { judgeTotal } from '../analysis/ledger-balance.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { entityRow } from '../ledger/changesets/entity-facts.js'
import { addJudgements } from '../ledger/changesets/judgements.js'
import type { Ledger } from '../ledger/database/connect.js'
import { openReading } from '../ledger/read/open-reading.js'
import { searchKey } from '../names/search-key.js'
import { resolveNames } from '../resolve/resolve.js'
import { type EntityIndex, openEntityIndex } from './entity-index.js'

let ledger: Ledger
let index: EntityIndex
beforeAll(async () => {
  ledger = await freshDatabase()
  await writeServing(ledger)
  await resolveNames(ledger, { actor: 'a tester' }, { now: () => new Date('2026-02-01T00:00:00Z') })
  index = openEntityIndex(openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal }))
}, 60_000)
afterAll(async () => {
  await index.close()
  await ledger.close()
})

const found = async (words: string) => index.search({ words, kinds: [], countries: [], from: 0, limit: 5 })

test('answers of the present state, and of the next as soon as there is one', async () => {
  const before = await index.search({ words: '102', kinds: ['unit'], countries: ['MEX'], from: 0, limit: 5 })
  const [unit] = (await index.entities(before.page.ids)).entities
  expect(unit).toMatchObject({ name: '102/o. Batallón de Infantería', countries: ['MEX'], proposed: true })
  const { rows } = await ledger.readerPool.query<{ id: string }>(`SELECT id FROM ledger.printed_name WHERE text = 'SEDENA'`)
  await commitChangeset(ledger, about(), (change) =>
    addJudgements(change, {
      judgements: [judgement({ subject: rows[0]!.id, entity: before.page.ids[0]! })],
      entities: [entityRow(before.page.ids[0]!, 'unit')],
    }),
  )
  const after = await found('sedena')
  expect(after.head.changeset).toBe(before.head.changeset + 1)
  expect(after.page.ids).toContain(before.page.ids[0])
  expect((await index.entities(before.page.ids)).entities[0]).toMatchObject({ proposed: false, rows: 2 })
})

test('ends while it is still indexing, and starts again when something is asked', async () => {
  const fresh = openEntityIndex(openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal }))
  const asked = fresh.search({ words: '', kinds: [], countries: [], from: 0, limit: 1 }).then(
    () => 'answered',
    ({ code }) => code as string,
  )
  await fresh.close()
  expect(['QUERY_TOO_SLOW', 'answered']).toContain(await asked)
  expect((await fresh.search({ words: '', kinds: [], countries: [], from: 0, limit: 1 })).page.total).toBeGreaterThan(5)
  await fresh.close()
})

test('who asks before there is an index is told in time to ask again, and the index goes on being made', async () => {
  const reading = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
  const slow = openEntityIndex(reading, { patience: 1 })
  const question = () => slow.search({ words: 'brigade', kinds: [], countries: [], from: 0, limit: 1 })
  await expect(question()).rejects.toMatchObject({ code: 'INDEX_NOT_READY' })
  let answered = false
  for (let tries = 0; tries < 200 && !answered; tries++) {
    await sleep(50)
    answered = await question().then(
      ({ page }) => page.total > 0,
      () => false,
    )
  }
  expect(answered).toBe(true)
  await slow.close()
})

test('a question that takes too long is given up, and the next is answered', async () => {
  const reading = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
  const hasty = openEntityIndex(reading, { milliseconds: 0 })
  const question = () => hasty.search({ words: 'brigade', kinds: [], countries: [], from: 0, limit: 1 })
  await Promise.allSettled([question()])
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, question))
  expect(outcomes.every((each) => each.status === 'fulfilled' || each.reason.code === 'QUERY_TOO_SLOW')).toBe(true)
  await hasty.close()
  expect((await found('brigade')).page.total).toBeGreaterThan(0)
})
