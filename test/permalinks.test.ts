/** A permalink made on one machine opens on another that loaded the same bundle, and on no other. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countCoverage } from '../src/analysis/coverage-rows.js'
import { loadDataPackage } from '../src/exchange/data-package/load.js'
import { writeDataPackage } from '../src/exchange/data-package/write.js'
import type { ReadReport } from '../src/extract/read-report.js'
import { expunge } from '../src/ledger/changesets/expunge.js'
import { undoChangeset } from '../src/ledger/changesets/undo.js'
import { verifyLedger } from '../src/ledger/changesets/verify.js'
import type { Ledger } from '../src/ledger/database/connect.js'
import { type App, buildApp } from '../src/web/app.js'
import { freshDatabase } from './database.js'
import { about, printedTotal, training, withoutArchive } from './ledger-facts.js'

const folder = mkdtempSync(path.join(tmpdir(), 'rastro-permalinks-'))
const report = (quantity: number): ReadReport => ({
  file: 'a.pdf',
  sha256: 'a'.repeat(64),
  bytes: 1000,
  mediaType: 'application/pdf',
  report: '2012-2013',
  layout: 'E',
  regions: ['Africa'],
  pages: 2,
  pageLabels: ['IV-1', 'IV-2'],
  trainings: [training({ id: 'a1', quantity }), training({ id: 'a2', quantity: 4 })],
  totals: [printedTotal({ id: 'total-a' })],
  unread: [],
  notes: [],
})
const bundle = async (quantity: number) => {
  const to = path.join(folder, String(quantity))
  await writeDataPackage(
    (async function* () {
      yield report(quantity)
    })(),
    to,
    { method: 'a test', coverage: countCoverage() },
  )
  return to
}

const ledgers: Ledger[] = []
async function machine(actor: string, day: string, ...quantities: number[]): Promise<{ app: App; ledger: Ledger }> {
  const ledger = await freshDatabase()
  ledgers.push(ledger)
  for (const quantity of quantities)
    await loadDataPackage(ledger, actor, { now: () => new Date(`${day}T10:00:00Z`) }, await bundle(quantity))
  return { app: buildApp({ ledger }), ledger }
}

let here: { app: App; ledger: Ledger }
let permalink: string
beforeAll(async () => {
  here = await machine('a reporter', '2026-01-01', 3)
  const page = await (await here.app.request('/en/trainings/a1')).text()
  permalink = /\/id\/trainings\/a1\?as_of=[0-9a-f]{16}/.exec(page)?.[0] ?? ''
  expect(permalink).not.toBe('')
})
afterAll(async () => {
  for (const ledger of ledgers) await ledger.close()
  rmSync(folder, { recursive: true })
})

const follow = async (app: App, address: string) => {
  const leads = await app.request(address)
  return app.request(leads.headers.get('location') ?? address)
}
const quantityAt = async (app: App, asOf: string) => {
  const response = await app.request(`/api/v1/trainings/a1?as_of=${asOf}`)
  return response.status === 200 ? ((await response.json()) as { data: { quantity: number } }).data.quantity : response.status
}
const state = () => new URL(`http://localhost${permalink}`).searchParams.get('as_of')!

test('it opens where another loaded the same, at another time, also after more was loaded', async () => {
  const there = await machine('an analyst', '2026-02-02', 3)
  expect((await follow(there.app, permalink)).status).toBe(200)
  expect(await quantityAt(there.app, state())).toBe(3)
  const chains = await Promise.all(
    [here, there].map(
      async ({ app }) => (await app.request('/api/v1/changesets/head')).json() as Promise<{ digest: string; content: string }>,
    ),
  )
  expect(chains[0]!.digest).not.toBe(chains[1]!.digest)
  expect(chains[0]!.content).toBe(chains[1]!.content)
  const later = await machine('a maintainer', '2026-03-03', 3, 8)
  expect(await quantityAt(later.app, state())).toBe(3)
  expect(((await (await later.app.request('/api/v1/trainings/a1')).json()) as { data: { quantity: number } }).data.quantity).toBe(
    8,
  )
  const listed = (await (await later.app.request(`/api/v1/names?as_of=${state()}`)).json()) as { head: { content: string } }
  expect(listed.head.content).toBe(chains[0]!.content)
})

test('a ledger that never held that state refuses it, on pages and in the API', async () => {
  const other = await machine('an analyst', '2026-02-02', 8)
  expect(await quantityAt(other.app, state())).toBe(400)
  const page = await follow(other.app, permalink)
  expect(page.status).toBe(400)
  expect(await page.text()).toContain('AS_OF_UNKNOWN')
})

test('what an undoing brings back has its old name; expunging takes the names of the states that held the row', async () => {
  const { app, ledger } = await machine('an analyst', '2026-02-02', 3, 8)
  const chainOf = async (id: number) =>
    ((await (await app.request('/api/v1/changesets')).json()) as { data: { id: number; digest: string }[] }).data.find(
      (one) => one.id === id,
    )!.digest
  await undoChangeset(ledger, 2, about())
  const present = (await (await app.request('/api/v1/changesets/head')).json()) as { changeset: number; content: string }
  expect(present).toMatchObject({ changeset: 3 })
  expect(present.content.startsWith(state())).toBe(true)
  const first = await chainOf(1)
  await expunge(ledger, ['a2'], about(), withoutArchive)
  expect(await quantityAt(app, state())).toBe(400)
  expect(await quantityAt(app, first)).toBe(3)
  const { rows } = await ledger.readerPool.query('SELECT changeset::int AS changeset FROM ledger.content_state')
  expect(rows).toEqual([{ changeset: 4 }])
  const client = await ledger.ownerPool.connect()
  try {
    expect((await verifyLedger(client, 'ledger')).problems).toEqual([])
  } finally {
    client.release()
  }
})

test('the audit trail is paged by cursor, of the present and of a past state', async () => {
  const { app } = await machine('a maintainer', '2026-03-03', 3, 8, 9)
  const page = async (query: string) =>
    (await (await app.request(`/api/v1/changesets?${query}`)).json()) as {
      data: { id: number }[]
      total: number
      next: string | null
    }
  const first = await page('limit=2')
  expect(first.data.map(({ id }) => id)).toEqual([3, 2])
  expect(first.total).toBe(3)
  const rest = await page(`limit=2&cursor=${first.next}`)
  expect(rest.data.map(({ id }) => id)).toEqual([1])
  expect(rest.next).toBeNull()
  expect((await page('as_of=2')).data.map(({ id }) => id)).toEqual([2, 1])
  expect((await app.request('/api/v1/changesets?cursor=2')).status).toBe(400)
})
