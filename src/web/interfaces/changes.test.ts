/** Who took data learns what became of it: by feed, by listing and on a page, and never what is restricted. */
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserAvailable, findViolations, openBrowser } from '../../../test/browser.js'
import { freshDatabase } from '../../../test/database.js'
import { about, source, sourceFacts, statement, training, withoutArchive } from '../../../test/ledger-facts.js'
import { type Listening, listen } from '../../cli/listen.js'
import { commitChangeset } from '../../ledger/changesets/change.js'
import { entityRow, statementRow } from '../../ledger/changesets/entity-facts.js'
import { expunge } from '../../ledger/changesets/expunge.js'
import { sourceRow } from '../../ledger/changesets/facts.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import { undoChangeset } from '../../ledger/changesets/undo.js'
import { removeFromSight, settleWithheld } from '../../ledger/changesets/withhold.js'
import { type App, buildApp } from '../app.js'

let ledger: Awaited<ReturnType<typeof freshDatabase>>
let app: App
let listening: Listening
const mistakes: unknown[] = []
const sheet = source({ sha256: 'cd'.repeat(32), kind: 'spreadsheet', report: null })
const collected = { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }

/** 1: three trainings. (Restricted: one.) 2: one corrected, one withdrawn with a successor. 3: an incident and its denial. 4: 3 undone. 5: one expunged. */
beforeAll(async () => {
  ledger = await freshDatabase()
  const write = (rows: Parameters<typeof training>[0][], more: object = {}) =>
    commitChangeset(ledger, about(), (change) => replaceSource(change, { ...sourceFacts(rows.map(training)), ...more }))
  const place = (row: number) => [
    { page: 1, pageLabel: null, box: [10, 20 * row, 90, 20 * row + 10] as [number, number, number, number], row: null },
  ]
  await write([
    { id: 't1', places: place(1) },
    { id: 't2', places: place(2) },
    { id: 't3', places: place(3) },
  ])
  await commitChangeset(ledger, about({ reason: 'a secret file' }), (change) =>
    replaceSource(change, {
      ...sourceFacts([training({ id: 'secret' })], { of: source({ sha256: 'ff'.repeat(32) }), totals: [] }),
      restricted: true,
    }),
  )
  await write([
    { id: 't1', places: place(1), quantity: 77 },
    { id: 't2b', places: place(2) },
    { id: 't3', places: place(3) },
  ])
  await commitChangeset(ledger, about({ reason: 'an incident, and who denies it <b>&' }), (change) =>
    replaceSource(change, {
      source: sourceRow(sheet, collected),
      statement: [
        statement({ id: 'i1', entity: 'i1', property: 'occurrence', value: 'what is said' }),
        statement({ id: 'i2', entity: 'i1', property: 'occurrence', value: 'no such thing', stance: 'denies' }),
      ].map((one, position) => statementRow(one, sheet.id, position)),
      entities: [entityRow('i1', 'incident')],
    }),
  )
  await undoChangeset(ledger, 3, about())
  await expunge(ledger, ['t3'], about({ reason: 'a request' }), withoutArchive)
  app = buildApp({ ledger, report: (error) => mistakes.push(error) })
  listening = await listen({ fetch: app.fetch, host: '127.0.0.1', port: 0, tries: 1 })
}, 120_000)
afterAll(async () => {
  await listening.close()
  await ledger.close()
})

interface Feed {
  data: {
    changeset: number
    counts: Record<string, object>
    expunged: { ids: object[] }
    undoes: number | null
    id: string
    reason: string
  }[]
  total: number
  next: string | null
}
const feed = async (query = '') => (await (await app.request(`/changes.json${query}`)).json()) as Feed
const records = async (query: string) =>
  ((await (await app.request(`/api/v1/changes?${query}`)).json()) as { data: { id: string; kind: string }[]; total: number }).data

describe('as a feed', () => {
  test('each changeset says what it added, corrected, withdrew and expunged; the restricted one leaves no gap', async () => {
    const { data, total } = await feed()
    expect(total).toBe(5)
    expect(data.map(({ changeset }) => changeset)).toEqual([5, 4, 3, 2, 1])
    expect(data[3]!.counts.training).toEqual({ added: 1, corrected: 1, withdrawn: 1 })
    expect(data[2]).toMatchObject({
      counts: { statement: { added: 2, corrected: 0, withdrawn: 0 } },
      denials_doubts_and_replies: 1,
    })
    expect(data[1]).toMatchObject({ undoes: 3, counts: { statement: { withdrawn: 2 } } })
    expect(data[0]!.expunged.ids).toEqual([{ id: 't3', kind: 'training' }])
    expect(JSON.stringify(data)).not.toContain('secret')
  })

  test('pages are linked, and stay what they are while the ledger grows', async () => {
    const { data, next } = await feed('?limit=2')
    expect(data.map(({ changeset }) => changeset)).toEqual([5, 4])
    const second = (await (await app.request(new URL(next!).pathname + new URL(next!).search)).json()) as Feed
    expect(second.data.map(({ changeset }) => changeset)).toEqual([3, 2])
    expect((await feed('?since=3')).data.map(({ changeset }) => changeset)).toEqual([5, 4])
    expect((await app.request('/changes.json?since=99')).status).toBe(400)
  })

  test('as Atom it is well-formed, with ids that do not change and pages linked', async () => {
    const response = await app.request('/changes.atom?limit=3')
    expect(response.headers.get('content-type')).toContain('application/atom+xml')
    const xml = await response.text()
    const open: string[] = []
    const seen: string[] = []
    const parser = new Parser(
      {
        onopentag: (name) => {
          open.push(name)
          seen.push(name)
        },
        onclosetag: (name, implied) => {
          expect([open.pop(), implied && !['link'].includes(name)]).toEqual([name, false])
        },
      },
      { xmlMode: true },
    )
    parser.end(xml)
    expect(open).toEqual([])
    expect(seen.filter((name) => name === 'entry')).toHaveLength(3)
    expect(xml).toContain('an incident, and who denies it &lt;b&gt;&amp;')
    expect(xml).toMatch(/<link rel="next" type="application\/atom\+xml" href="[^"]+before=3/)
    const ids = (text: string) => [...text.matchAll(/<entry><id>([^<]+)</g)].map(([, id]) => id)
    expect(ids(xml)).toEqual((await feed('?limit=3')).data.map(({ id }) => id))
  })

  test('it is not sent again to who has it, and the short address leads to what is asked for', async () => {
    const first = await app.request('/changes.atom')
    const again = await app.request('/changes.atom', { headers: { 'if-none-match': first.headers.get('etag')! } })
    expect(again.status).toBe(304)
    const leads = async (headers: Record<string, string>) =>
      (await app.request('/changes?since=2', { headers })).headers.get('location')
    expect(await leads({ accept: 'text/html,*/*', 'accept-language': 'es' })).toBe('/es/changes?since=2')
    expect(await leads({ accept: 'application/json' })).toBe('/changes.json?since=2')
    expect(await leads({})).toBe('/changes.atom?since=2')
    const permanent = await app.request('/id/changes/2', { headers: { 'accept-language': 'es' } })
    expect(permanent.headers.get('location')).toBe('/es/changes/2')
  })

  test('one changeset names what it withdrew with what stands there now, and what was answered', async () => {
    const detail = async (number: number) => (await app.request(`/changes/${number}.json`)).json()
    expect(await detail(2)).toMatchObject({ withdrawn: [{ kind: 'training', id: 't2', successor: 't2b' }] })
    expect(await detail(3)).toMatchObject({ undone_by: 4, denials_doubts_and_replies: [] })
    expect((await app.request('/changes/6.json')).status).toBe(404)
  })
})

test('what turns out to be restricted and is taken out of sight is neither named nor counted', async () => {
  const elsewhere = await freshDatabase()
  try {
    const write = (statements: string[], withheld: string[]) =>
      commitChangeset(elsewhere, about(), async (change) => {
        const spoken = await removeFromSight(change, sheet.id, { restricted: [], statements: withheld, publications: [] })
        await replaceSource(change, {
          source: sourceRow(sheet, collected),
          statement: statements.map((id, position) => statementRow(statement({ id, value: id }), sheet.id, position)),
          withheld: { statement: withheld.map((id, position) => statementRow(statement({ id, value: id }), sheet.id, position)) },
          entities: [entityRow('u1', 'unit')],
        })
        await settleWithheld(change, spoken)
      })
    await write(['public', 's-withheld'], [])
    await write(['public', 'more'], ['s-withheld'])
    const told = await elsewhere.readerPool.query('SELECT FROM ledger.tombstone')
    expect(told.rowCount).toBe(1)
    const there = buildApp({ ledger: elsewhere })
    const [last] = ((await (await there.request('/changes.json')).json()) as Feed).data
    expect(last).toMatchObject({
      counts: { statement: { added: 1, corrected: 0, withdrawn: 0 } },
      expunged: { ids: [], other_versions: 0 },
    })
    for (const path of ['/changes/2.json', '/changes.atom', '/api/v1/changes?since=1', '/en/changes/2'])
      expect([path, /s-withheld|other versions? of|expunged: /.test(await (await there.request(path)).text())]).toEqual([
        path,
        false,
      ])
  } finally {
    await elsewhere.close()
  }
})

test('a statement that was expunged is told by its id, once, to whoever took it', async () => {
  const elsewhere = await freshDatabase()
  try {
    for (const value of ['as it was', 'as corrected'])
      await commitChangeset(elsewhere, about(), (change) =>
        replaceSource(change, {
          source: sourceRow(sheet, collected),
          statement: [statementRow(statement({ id: 's-gone', value }), sheet.id, 0)],
          entities: [entityRow('u1', 'unit')],
        }),
      )
    await expunge(elsewhere, [sheet.id], about({ reason: 'a request' }), withoutArchive)
    const there = buildApp({ ledger: elsewhere })
    const { data } = (await (await there.request('/api/v1/changes?since=1')).json()) as { data: { kind: string }[] }
    expect(data.filter(({ kind }) => kind === 'statement')).toEqual([
      { kind: 'statement', id: 's-gone', change: 'expunged', successor: null, changeset: 3 },
    ])
  } finally {
    await elsewhere.close()
  }
})

describe('as a listing of records since a state', () => {
  test('what is new, corrected, withdrawn with its successor, and expunged; what came and went is left out', async () => {
    const training = { kind: 'training', successor: null }
    expect(await records('since=1&kind=training')).toEqual([
      { ...training, id: 't1', change: 'corrected', changeset: 2 },
      { ...training, id: 't2', change: 'withdrawn', successor: 't2b', changeset: 2 },
      { ...training, id: 't2b', change: 'added', changeset: 2 },
      { ...training, id: 't3', change: 'expunged', changeset: 5 },
    ])
    expect((await records('since=1')).some(({ id }) => id === 'i1')).toBe(false)
    expect(await records('since=3&kind=statement')).toEqual([
      expect.objectContaining({ kind: 'statement', id: 'i1', change: 'withdrawn' }),
      expect.objectContaining({ kind: 'statement', id: 'i2', change: 'withdrawn' }),
      expect.objectContaining({ kind: 'training', id: 't3', change: 'expunged' }),
    ])
    expect((await records('since=5')).length).toBe(0)
    expect(JSON.stringify(await records('since=0'))).not.toContain('secret')
  })

  test('its file has what its pages have', async () => {
    const whole = await records('since=0&limit=500')
    const csv = await (await app.request('/api/v1/changes.csv?since=0')).text()
    expect(
      csv
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[1]),
    ).toEqual(whole.map(({ id }) => id))
    const ids: string[] = []
    let cursor = ''
    do {
      const page = (await (await app.request(`/api/v1/changes?since=0&limit=4${cursor && `&cursor=${cursor}`}`)).json()) as {
        data: { id: string }[]
        next: string | null
      }
      ids.push(...page.data.map(({ id }) => id))
      cursor = page.next ?? ''
    } while (cursor !== '')
    expect(ids).toEqual(whole.map(({ id }) => id))
  })
})

describe.skipIf(!browserAvailable)('as a page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test.each([
    ['en', 'light', 1280],
    ['es', 'dark', 360],
  ] as const)(
    '%s, %s, %i wide: accessible, and no wider than the screen',
    async (language, colorScheme, width) => {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 740 } })
      for (const path of ['/changes', '/changes/2', '/changes/3', '/changes/5']) {
        const response = await page.goto(`http://127.0.0.1:${listening.port}/${language}${path}`)
        expect([path, response?.status()]).toEqual([path, 200])
        expect([path, await findViolations(page)]).toEqual([path, []])
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width])
        if (process.env.SCREENSHOTS)
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/${language}${path.replace(/\W/g, '-')}.png`, fullPage: true })
      }
      await page.close()
    },
    60_000,
  )
})

test('any number and any parameter gets an answer or a problem of the question', async () => {
  const parameters = fc.dictionary(
    fc.constantFrom('since', 'before', 'limit', 'kind', 'cursor', 'as_of'),
    fc.oneof(fc.string({ unit: 'binary' }), fc.nat(9).map(String)),
    { maxKeys: 3 },
  )
  await fc.assert(
    fc.asyncProperty(parameters, fc.oneof(fc.nat().map(String), fc.string()), async (given, number) => {
      const query = new URLSearchParams(given)
      for (const path of [
        '/changes.json',
        '/changes.atom',
        '/changes',
        `/changes/${encodeURIComponent(number.replace(/\p{Surrogate}/gu, ''))}.json`,
        '/api/v1/changes',
        '/en/changes',
      ])
        expect((await app.request(`${path}?${query}`)).status).toBeLessThan(500)
    }),
    { numRuns: 25 },
  )
  expect(mistakes).toEqual([])
}, 60_000)
