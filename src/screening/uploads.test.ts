import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import type { Ledger } from '../ledger/database/connect.js'
import { openUploads, type Uploads } from './uploads.js'

let ledger: Ledger
let uploads: Uploads
let now = new Date('2026-02-01T00:00:00Z')

beforeAll(async () => {
  ledger = await freshDatabase()
  uploads = openUploads(ledger, { now: () => now })
})
afterAll(() => ledger.close())

test('what was taken is there for who gave it, and for nobody else', async () => {
  const file = await uploads.take('one', { bytes: Buffer.from([0xff, 0xfe, 0]), fileName: 'list.csv' })
  const lines = await uploads.take('one', { text: 'Pérez, Juan' })
  expect(await uploads.given('one', file)).toEqual({ bytes: Buffer.from([0xff, 0xfe, 0]), fileName: 'list.csv' })
  expect(await uploads.given('one', lines)).toEqual({ text: 'Pérez, Juan' })
  expect((await uploads.all('one')).map(({ fileName }) => fileName).sort()).toEqual(['list.csv', null])
  expect(await uploads.all('another')).toEqual([])
  await expect(uploads.given('another', file)).rejects.toMatchObject({ code: 'SCREENING_UPLOAD_GONE' })
  await uploads.drop('another', file)
  expect(await uploads.all('one')).toHaveLength(2)
  await uploads.drop('one', file)
  await expect(uploads.given('one', file)).rejects.toMatchObject({ code: 'SCREENING_UPLOAD_GONE' })
})

test('it is gone after a day, and of many the oldest go first', async () => {
  now = new Date('2026-02-02T00:00:01Z')
  expect(await uploads.all('one')).toEqual([])
  const ids: string[] = []
  for (let at = 0; at < 12; at++) {
    now = new Date(now.getTime() + 1000)
    ids.push(await uploads.take('one', { text: String(at) }))
  }
  expect((await uploads.all('one')).map(({ id }) => id)).toEqual(ids.slice(2).reverse())
})

test('the reader’s role has no way to it', async () => {
  await expect(ledger.readerPool.query('SELECT * FROM private.screening_upload')).rejects.toThrow(/permission denied/)
})
