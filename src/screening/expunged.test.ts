/** What is expunged goes from the stored hits of lists at once, also from one that is being compared at that moment. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { about, withoutArchive } from '../../test/ledger-facts.js'
import { writeScreening } from '../../test/screening-ledger.js'
import { expunge } from '../ledger/changesets/expunge.js'
import type { Ledger } from '../ledger/database/open.js'
import { openScreening } from './open.js'
import type { Screening } from './screening.js'

const list = [
  'Name,Rank,Unit,Nationality,DOB,Start date',
  'Fermin Quesnel,Coronel,12 Batallón de Infantería,Guatemala,14/02/1971,2012-06-01',
  'Hortensia Vellucci,Lt,Batallón Rápido Zarzuela,Guatemala,30/11/1988,2012-06-01',
].join('\n')

let ledger: Ledger
let screening: Screening
beforeEach(async () => {
  ledger = await freshDatabase()
  await writeScreening(ledger)
  screening = openScreening(ledger, { now: () => new Date('2026-03-01T12:00:00Z') })
}, 60_000)
afterEach(async () => {
  await screening?.close()
  await ledger?.close()
})

const stored = async (): Promise<string> =>
  JSON.stringify((await ledger.ownerPool.query('SELECT * FROM private.screening_hit ORDER BY position, rank')).rows)

test('hits that speak of an expunged person go with it; the subject counts as not compared until it is screened again', async () => {
  const { id } = await screening.create('ana', { text: list })
  await screening.compare('ana', id)
  expect(await stored()).toMatch(/QUESNEL ARBOLEDA/)
  const { copies } = await expunge(ledger, ['quesnel'], about(), withoutArchive)
  expect(copies).toEqual({ hits: expect.any(Number), subjects: 1, drafts: 0 })
  expect(copies.hits).toBeGreaterThan(0)
  expect(await stored()).not.toMatch(/quesnel/i)
  expect(await screening.subject('ana', id, 1)).toMatchObject({ compared: false, matched: 0, hits: [] })
  expect((await screening.subjects('ana', id, { show: 'none' })).rows).toEqual([])
  expect((await screening.subject('ana', id, 2)).hits[0]).toMatchObject({ entity: { id: 'rapid' } })
  expect(await screening.list('ana', id)).toMatchObject({ toLookAt: 1, run: { number: 2, state: 'comparing' } })
  await screening.resume()
  expect(await screening.compare('ana', id)).toMatchObject({ number: 2, state: 'done', done: 2, coverage: { people: 1 } })
  expect(await screening.subject('ana', id, 1)).toMatchObject({ compared: true })
  expect((await screening.subject('ana', id, 2)).hits[0]).toMatchObject({ entity: { id: 'rapid' }, news: null, firstRun: 1 })
  expect(await stored()).not.toMatch(/quesnel arboleda/i)
})

test('a training that is expunged takes the hits whose sums count it', async () => {
  const { id } = await screening.create('ana', { text: list })
  await screening.compare('ana', id)
  const counted = (await screening.subject('ana', id, 2)).hits.map(({ exposure }) => exposure.assistance?.rows)
  expect(counted).toContain(1)
  await expunge(ledger, ['t0'], about(), withoutArchive)
  expect(await screening.subject('ana', id, 2)).toMatchObject({ compared: false, hits: [] })
  expect(await screening.subject('ana', id, 1)).toMatchObject({ compared: true })
})

test('what is expunged while a list is compared is not written back', async () => {
  const { id } = await screening.create('ana', { text: list })
  let comparing: Promise<unknown> | undefined
  // Called at the end of expunging, before it is committed: the list is compared with the state that still has the person, up to where it is kept.
  const removeOriginal = async () => {
    comparing ??= screening.compare('ana', id)
    for (let tries = 0; tries < 400; tries++) {
      const { rows } = await ledger.ownerPool.query(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      )
      if (rows.length > 0) return
      await sleep(25)
    }
    throw new Error('the comparison does not wait for what is being expunged')
  }
  await expunge(ledger, ['quesnel'], about(), { ...withoutArchive, removeOriginal })
  expect(await comparing).toMatchObject({ number: 1, state: 'done', done: 2, coverage: { people: 1 } })
  expect(await stored()).not.toMatch(/quesnel arboleda/i)
  expect(await stored()).toMatch(/"rapid"/)
})
