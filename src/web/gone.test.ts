/** What was expunged says so under its address, when, by whom and why; what is or was restricted says nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeArticle } from '../../test/article-facts.js'
import { freshDatabase } from '../../test/database.js'
import { about, source, sourceFacts, statement, training, withoutArchive } from '../../test/ledger-facts.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { entityRow, statementRow } from '../ledger/changesets/entity-facts.js'
import { expunge } from '../ledger/changesets/expunge.js'
import { sourceRow } from '../ledger/changesets/facts.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import { removeFromSight, settleWithheld } from '../ledger/changesets/withhold.js'
import type { Ledger } from '../ledger/database/open.js'
import { type App, buildApp } from './app.js'

const sheet = source({ sha256: 'cd'.repeat(32), kind: 'spreadsheet', report: null })
const hidden = source({ sha256: 'ef'.repeat(32), kind: 'spreadsheet', report: null })
const collected = { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }
const kinds = { battalion: 'unit', sergeant: 'person', killing: 'incident', stays: 'unit', withheld: 'unit' } as const
const removed = new Date('2026-04-05T06:07:08Z')

let ledger: Ledger
let app: App
let article: Awaited<ReturnType<typeof writeArticle>>
beforeAll(async () => {
  ledger = await freshDatabase()
  const rows = (of: readonly string[], source: string) =>
    of.map((entity, position) => statementRow(statement({ id: `s-${entity}`, entity, value: entity }), source, position))
  const entities = Object.entries(kinds).map(([id, kind]) => entityRow(id, kind))
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts([training(), training({ id: 'kept' })])))
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, { source: sourceRow(sheet, collected), statement: rows(Object.keys(kinds), sheet.id), entities }),
  )
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(hidden, collected),
      statement: rows(['secret'], hidden.id),
      entities: [entityRow('secret', 'unit')],
      restricted: true,
    }),
  )
  article = await writeArticle(ledger)
  await commitChangeset(ledger, about(), async (change) => {
    const withholding = { restricted: [], statements: ['s-withheld'], publications: [] }
    await settleWithheld(change, await removeFromSight(change, sheet.id, withholding))
  })
  await expunge(
    ledger,
    ['battalion', 'sergeant', 'killing', 'kept', article.source, hidden.id],
    about({ at: removed, actor: 'Hortensia Vellucci', reason: 'court order 12/2026 <b>' }),
    withoutArchive,
  )
  app = buildApp({ ledger })
}, 60_000)
afterAll(() => ledger?.close())

const addresses = () => [
  '/units/battalion',
  '/people/sergeant',
  '/incidents/killing',
  '/trainings/kept',
  `/sources/${article.source}`,
  `/articles/${article.source}`,
  `/claims/${article.claims[0]}`,
]

describe('what was expunged', () => {
  test.each([
    [
      'en',
      /removed from the ledger for good on 2026-04-05, by Hortensia Vellucci\. Reason recorded: court order 12\/2026 &lt;b&gt;/,
    ],
    [
      'es',
      /El 2026-04-05 se suprimió para siempre .*Lo hizo: Hortensia Vellucci\. Motivo registrado: court order 12\/2026 &lt;b&gt;/,
    ],
  ])('is said to be gone on its page, /%s/, with when, by whom and why, and a link to the change', async (language, said) => {
    for (const address of addresses()) {
      const response = await app.request(`/${language}${address}`)
      const html = await response.text()
      expect([address, response.status]).toEqual([address, 410])
      expect(html).toMatch(said)
      expect(html).toMatch(new RegExp(`href="/${language}/changes/\\d+"`))
      expect(html).not.toMatch(/There is no such|No consta/)
    }
  })

  test('is gone from a past state that had it, too', async () => {
    expect((await app.request('/en/units/battalion?as_of=3')).status).toBe(410)
  })

  test.each([
    '/api/v1/units/battalion',
    '/api/v1/people/sergeant',
    '/api/v1/incidents/killing',
    '/api/v1/trainings/kept',
    '/entities/battalion',
  ])('is said to be gone by %s, naming the changeset', async (address) => {
    const response = await app.request(address)
    const problem = (await response.json()) as object
    expect([response.status, problem]).toEqual([
      410,
      expect.objectContaining({ code: 'EXPUNGED', changeset: expect.any(Number), detail: expect.stringContaining('2026-04-05') }),
    ])
  })

  test('is said to be gone where its source, its claim or its image is asked for', async () => {
    for (const address of [
      `/api/v1/sources/${article.source}`,
      `/api/v1/claims/${article.claims[0]}`,
      `/evidence/sources/${article.source}/1.png`,
      '/id/entities/battalion',
    ])
      expect([address, (await app.request(address)).status]).toEqual([address, 410])
  })
})

test('what never was, what is restricted and what was taken out of sight answer alike', async () => {
  const answers = ['nothing', 'secret', 'withheld', hidden.id].map(async (id) => {
    const response = await app.request(`/api/v1/units/${id}`)
    return [response.status, await response.json()]
  })
  const [nothing, ...others] = await Promise.all(answers)
  expect(nothing![0]).toBe(404)
  for (const other of others) expect(other).toEqual(nothing)
  expect((await app.request(`/en/sources/${hidden.id}`)).status).toBe(404)
})

test('what is still there is shown', async () => {
  expect((await app.request('/en/units/stays')).status).toBe(200)
})
