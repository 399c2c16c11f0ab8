/** Units through the web: the API's listing, and the forms of the review queue with what keeps strangers from them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { about, designation, source, statement, training } from '../../test/ledger-facts.js'
import { writeServing } from '../../test/serving-ledger.js'
import { judgingBy } from '../cli/judging.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { designationRow, entityRow, statementRow } from '../ledger/changesets/entity-facts.js'
import { sourceRow } from '../ledger/changesets/facts.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import { undoChangeset } from '../ledger/changesets/undo.js'
import type { Ledger } from '../ledger/database/connect.js'
import { unitsThen } from '../ledger/read/past-units.js'
import { listUnits } from '../ledger/read/units.js'
import { askWords } from '../ledger/read/words.js'
import { searchKey } from '../names/search-key.js'
import { resolveNames } from '../resolve/resolve.js'
import { type App, buildApp } from './app.js'
import { readEntityView } from './entity-view.js'
import { formToken } from './security.js'

const names = [
  '315th GAFE, Zapopan, Jalisco',
  '6th BN, GAFE, Nogales, Sonora',
  'GAFE, Mexico, D.F., Mexico',
  '102 Batallón',
  '102 Batallón de Infantería',
  '7 Batallón',
  '7 Batallón de Infantería',
]
let ledger: Ledger
let app: App
beforeAll(async () => {
  ledger = await freshDatabase()
  await writeServing(
    ledger,
    names.map((text, at) =>
      training({ id: `t${at}`, country: 'Mexico', countryCode: 'MEX', recipientUnit: text, deliveryUnit: null }),
    ),
  )
  const now = () => new Date('2026-02-01T00:00:00Z')
  await (await resolveNames(ledger, { actor: 'a tester' }, { now })).fillQueue()
  app = buildApp({ ledger, judging: judgingBy(ledger, 'a reviewer', now) })
}, 60_000)
afterAll(() => ledger?.close())

interface Listing {
  data: { id: string; kind: string; name: string; proposed: boolean; rows: number }[]
  total: number
  next: string | null
}
const units = async (query: string) => (await (await app.request(`/api/v1/units?${query}`)).json()) as Listing

describe('the listing of units', () => {
  test('gives the class of just that name first, then its members, all of them proposed', async () => {
    const { data, total } = await units('q=gafe&country=mex')
    expect(data.map(({ kind, proposed }) => [kind, proposed])).toEqual([
      ['class of units', true],
      ['unit', true],
      ['unit', true],
    ])
    expect(total).toBe(3)
  })

  test('pages through all of them once, and refuses what it does not know', async () => {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Listing = await units(`limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.data.map(({ id }) => id))
      cursor = page.next
    }
    const { total } = await units('')
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
    expect((await app.request('/api/v1/units?kind=army')).status).toBe(400)
    expect((await app.request('/api/v1/units?limit=2&cursor=abc')).status).toBe(400)
  })

  test('is a file in the same order, with the ETag of the state otherwise', async () => {
    const csv = await (await app.request('/api/v1/units.csv?q=gafe')).text()
    expect(csv.split('\n')[0]).toMatch(/^id,kind,name,country,/)
    expect(csv.split('\n')[1]).toContain('class of units')
    const answer = await app.request('/api/v1/units?q=gafe')
    const again = await app.request('/api/v1/units?q=gafe', { headers: { 'if-none-match': answer.headers.get('etag')! } })
    expect(again.status).toBe(304)
  })
})

test('who searches "GAFE" on the page sees the class apart from its members', async () => {
  const page = await (await app.request('/en/search?q=gafe')).text()
  const section = page.slice(page.indexOf('id="units-found"'), page.indexOf('id="names-found"'))
  expect(section.match(/<tr>/g)).toHaveLength(4)
  expect(section.indexOf('any of its members')).toBeGreaterThan(0)
  expect(section.indexOf('any of its members')).toBeLessThan(section.indexOf('315th GAFE'))
  expect(section).toContain('proposed')
})

describe('the pages of units and people', () => {
  const page = async (path: string) => {
    const answer = await app.request(path)
    return { status: answer.status, text: (await answer.text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') }
  }

  test('list units by words, country and kind, and page on in the same question', async () => {
    expect((await page('/en/units')).text).toContain(`${(await units('')).total} units`)
    const { text } = await page('/en/units?q=gafe&country=mex&kind=unit')
    expect(text).toContain('2 units')
    expect(text).toContain('315th GAFE, Zapopan, Jalisco')
    expect(text).not.toContain('102 Batallón')
    expect((await page('/es/units?q=nadie')).text).toContain('Ninguna unidad coincide.')
    expect((await page('/en/units?kind=army')).status).toBe(400)
  })

  test('a forged place to go on from is refused, whatever it holds', async () => {
    const { next } = await units('limit=2')
    const [, , scope] = JSON.parse(Buffer.from(next!, 'base64url').toString())
    for (const tie of ['1 x y', '1 99999999999 a', '2 1 a', ''])
      expect(
        (await app.request(`/api/v1/units?limit=2&cursor=${Buffer.from(JSON.stringify([1, tie, scope])).toString('base64url')}`))
          .status,
      ).toBe(400)
  })

  test('a person is found by the words of any name, from the search box too, in the present and as of then', async () => {
    const { rows } = await ledger.ownerPool.query<{ head: number }>('SELECT max(id)::int AS head FROM ledger.changeset')
    const before = rows[0]!.head
    const id = 'aaaaaaaaaaaaaaaaaaa1'
    const named = { id: '9'.repeat(16), sha256: '9'.repeat(64) }
    await commitChangeset(ledger, about(), (change) =>
      replaceSource(change, {
        source: sourceRow(source(named), { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }),
        entities: [entityRow(id, 'person')],
        statement: [
          statement({ id: 'p1', entity: id, property: 'name', value: 'Xi Ibáñez Orellana' }),
          statement({ id: 'p2', entity: id, property: 'alias', value: 'El Primo' }),
        ].map((one, position) => statementRow(one, named.id, position)),
      }),
    )
    for (const q of ['orellana%20xi', 'IBANEZ', 'ibañ*', 'primo'])
      expect((await page(`/en/people?q=${q}`)).text).toContain('Xi Ibáñez Orellana also El Primo')
    expect((await page('/en/search?q=orellana')).text).toContain('People whose names hold these words')
    expect((await page('/en/people?q=orellana%20primo')).text).toContain('Nobody matches.')
    expect((await page(`/en/people?q=orellana&as_of=${before}`)).text).toContain('Nobody matches.')
    expect((await page('/es/people')).text).toContain('1 persona')
    const person = { id, name: 'Xi Ibáñez Orellana', names: ['Xi Ibáñez Orellana', 'El Primo'], countries: [], postings: 0 }
    expect(await (await app.request('/api/v1/people?q=ibanez')).json()).toMatchObject({ data: [person], total: 1, next: null })
    expect(await (await app.request(`/api/v1/people?q=ibanez&as_of=${before}`)).json()).toMatchObject({ data: [], total: 0 })
    const file = await (await app.request('/api/v1/people.csv')).text()
    expect(file.split('\r\n')[1]).toBe(`${id},Xi Ibáñez Orellana,"[""Xi Ibáñez Orellana"",""El Primo""]",[],0`)
  })
})

describe('the review queue', () => {
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    })
  async function pair(): Promise<Record<string, string>> {
    const page = await (await app.request('/en/queue')).text()
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!
    return {
      token: field('token'),
      subject_kind: field('subject_kind'),
      subject: field('subject'),
      entity: field('entity'),
      verdict: 'same',
    }
  }

  test('asks first about pairs of which something is alleged or listed, however few rows they have, until it is withdrawn', async () => {
    const candidates = async () =>
      (
        await ledger.ownerPool.query<{ subject: string; entity: string; allegations: number }>(
          'SELECT subject, entity, allegations FROM serving.candidate WHERE open ORDER BY allegations DESC, rows DESC, cents DESC, score DESC, subject, entity',
        )
      ).rows
    const before = await candidates()
    const last = before.at(-1)!
    expect(before.map(({ allegations }) => allegations)).toEqual(before.map(() => 0))
    const list = source({
      sha256: 'ce'.repeat(32),
      kind: 'list',
      report: null,
      fileName: 'blocked.csv',
      title: 'Blocked persons',
    })
    const collection = { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }
    const { rows: kinds } = await ledger.ownerPool.query('SELECT kind FROM ledger.entity WHERE id = $1', [last.entity])
    const listed = await commitChangeset(ledger, about(), (change) =>
      replaceSource(change, {
        source: sourceRow(list, collection),
        designation: [designationRow(designation({ id: 'listing', entity: last.entity }), list.id, 0)],
        entities: [entityRow(last.entity, kinds[0].kind)],
      }),
    )
    const first = (await candidates())[0]!
    expect(first).toMatchObject({ allegations: 1 })
    expect([first.subject, first.entity]).toContain(last.entity)
    expect((await pair()).entity).toBe(first.entity)
    expect(await (await app.request('/en/queue')).text()).toContain('1 allegation or listing stands against one of them')
    await undoChangeset(ledger, listed.changeset!, about())
    expect(await candidates()).toEqual(before)
  })

  test('records a decision by a plain form, leads to the next, and undoes it', async () => {
    const fields = await pair()
    const answer = await post('/es/queue/judge', fields)
    expect(answer.status).toBe(303)
    const next = answer.headers.get('location')!
    expect(next).toMatch(/^\/es\/queue\?done=\d+$/)
    expect(await (await app.request(next)).text()).not.toContain(`name="subject" value="${fields.subject}"`)
    const undone = await post('/es/queue/undo', { token: fields.token!, changeset: /\d+$/.exec(next)![0] })
    expect(undone.status).toBe(303)
    expect((await pair()).subject).toBe(fields.subject)
  })

  test('answers script with the changeset alone', async () => {
    const answer = await post('/en/queue/judge', { ...(await pair()), verdict: 'unsure' }, { accept: 'application/json' })
    expect(await answer.json()).toEqual({ changeset: expect.any(Number) })
  })

  test('splits a name off a unit by a plain form, and leads to the new unit', async () => {
    const { data } = await units('q=102')
    const unit = data.find(({ name }) => name === '102 Batallón de Infantería')!
    const page = await (await app.request(`/en/queue/unit/${unit.id}`)).text()
    const name = /name="names" value="([^"]*)"/.exec(page)![1]!
    const answer = await post('/en/queue/split', { token: formToken, entity: unit.id, names: name })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/en\/units\/\w+$/)
    expect(answer.headers.get('location')).not.toContain(unit.id)
    expect((await post('/en/queue/split', { token: formToken, entity: unit.id })).status).toBe(400)
  })

  test('a name is judged in one row by a unit’s id or name; what names none or several changes nothing', async () => {
    const page = await (await app.request('/en/queue/row/t3')).text()
    const naming = /name="naming" value="([^"]*)"/.exec(page)![1]!
    const fields = { token: formToken, training: 't3', naming, entity: '', verdict: 'same' }
    expect((await post('/en/queue/naming', { ...fields, other: 'no unit of this name' })).status).toBe(400)
    expect((await post('/en/queue/naming', { ...fields, other: ' ' })).status).toBe(400)
    const { data } = await units('q=gafe')
    const other = data.find(({ kind }) => kind === 'unit')!
    const answer = await post('/en/queue/naming', { ...fields, other: other.id })
    expect(answer.status).toBe(303)
    expect(await (await app.request(answer.headers.get('location')!)).text()).toContain('In this row it is taken to mean')
    expect((await app.request('/en/queue/row/absent')).status).toBe(404)
    const changeset = /done=(\d+)/.exec(answer.headers.get('location')!)![1]!
    const undone = await post('/en/queue/undo', { token: formToken, changeset, training: 't3' })
    expect(undone.headers.get('location')).toMatch(/^\/en\/queue\/row\/t3/)
  })

  test('takes nothing from another site, without its token, or from whom nobody lets judge', async () => {
    const fields = { token: formToken, subject_kind: 'entity', subject: 'a', entity: 'b', verdict: 'same' }
    expect((await post('/en/queue/judge', fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post('/en/queue/judge', { ...fields, token: 'guessed' })).status).toBe(403)
    expect((await post('/en/queue/judge', fields)).status).toBe(404)
    expect((await post('/en/queue/judge', { ...fields, verdict: 'perhaps' })).status).toBe(400)
    expect((await post('/en/queue/judge', { ...fields, note: 'x'.repeat(100_000) })).status).toBe(400)
    expect((await post('/en/search', {})).status).toBe(405)
    const reader = buildApp({ ledger })
    const refused = await reader.request('/en/queue/judge', { method: 'POST', body: new URLSearchParams(fields) })
    expect(refused.status).toBe(403)
    expect(await (await reader.request('/en/queue')).text()).not.toContain(formToken)
  })
})

describe('in a past state', () => {
  const headOf = async () => ((await (await app.request('/api/v1/changesets/head')).json()) as { changeset: number }).changeset
  const listed = async (query = '') => (await units(`limit=500&${query}`)).data

  test('the listing is as it was then, whatever was judged, merged and read since', async () => {
    const states: { at: number; all: unknown; gafe: unknown }[] = []
    const keep = async () => states.push({ at: await headOf(), all: await listed(), gafe: await listed('q=gafe') })
    const now = () => new Date('2026-02-01T00:00:00Z')
    const judging = app.dependencies.judging!
    await keep()
    const battalions = (await listed('q=102')) as { id: string }[]
    expect(battalions).toHaveLength(2)
    const merged = await judging.judge({
      subjectKind: 'entity',
      subject: battalions[0]!.id,
      entity: battalions[1]!.id,
      verdict: 'same',
      note: null,
    })
    await keep()
    await writeServing(
      ledger,
      [...names.slice(1), '7 Batallón de Ingenieros', '102 Batallón'].map((text, at) =>
        training({
          id: `t${at + 1}`,
          country: 'Mexico',
          countryCode: 'MEX',
          recipientUnit: text,
          deliveryUnit: null,
          quantity: 9,
        }),
      ),
    )
    await resolveNames(ledger, { actor: 'a tester', onlyNew: true }, { now })
    await keep()
    const { rows } = await ledger.readerPool.query<{ id: string }>(
      `SELECT id FROM ledger.naming WHERE training = 't3' AND role = 'recipient' AND withdrawn IS NULL`,
    )
    const engineers = ((await listed('q=ingenieros')) as { id: string }[])[0]!
    await judging.judge({
      subjectKind: 'naming',
      subject: rows[0]!.id,
      entity: engineers.id,
      verdict: 'same',
      note: null,
    })
    await keep()
    await judging.undo(merged.changeset!)
    await keep()
    expect(new Set(states.map(({ all }) => JSON.stringify(all))).size).toBe(states.length)
    for (const { at, all, gafe } of states) {
      expect([at, await listed(`as_of=${at}`)]).toEqual([at, all])
      expect([at, await listed(`q=gafe&as_of=${at}`)]).toEqual([at, gafe])
      // Where more was touched than is worth naming, all of them are worked out, and are the same.
      const whole = await app.dependencies.reading.within(at, async ({ client, head }, state) =>
        listUnits(
          client,
          { text: askWords('', searchKey, 'q'), kinds: [], country: null },
          500,
          null,
          await unitsThen(client, head.changeset, state, 0),
        ),
      )
      expect(whole.rows.map(({ id, rows }) => ({ id, rows }))).toEqual(
        (all as Listing['data']).map(({ id, rows }) => ({ id, rows })),
      )
    }
    const csv = await (await app.request(`/api/v1/units.csv?as_of=${states[1]!.at}`)).text()
    expect(csv.trim().split('\r\n')).toHaveLength((states[1]!.all as unknown[]).length + 1)
  })
})

describe('what persons judged to be one', () => {
  const sheet = source({ sha256: 'd4'.repeat(32), kind: 'spreadsheet', report: null, fileName: 'regiments.csv' })
  const collection = { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }
  const write = (values: Readonly<Record<string, string>>) =>
    commitChangeset(ledger, about(), (change) =>
      replaceSource(change, {
        source: sourceRow(sheet, collection),
        statement: Object.entries(values)
          .map(([entity, value]) => statement({ id: `said ${entity} ${value}`, entity, value }))
          .map((one, position) => statementRow(one, sheet.id, position)),
        entities: Object.keys(values).map((entity) => entityRow(entity, 'unit')),
      }),
    )
  const said = { regiment: 'Regimiento Zarzuela', renamed: 'Regimiento Alondra' }

  test('is one page in a past state, too, with what is said of either', async () => {
    await write(said)
    const before = (await write({ ...said, other: 'Regimiento Garza' })).changeset!
    const judging = app.dependencies.judging!
    const decision = { subjectKind: 'entity', verdict: 'same', note: null } as const
    const merged = (await judging.judge({ ...decision, subject: 'renamed', entity: 'regiment' })).changeset!
    await judging.undo(merged)
    const page = (id: string, at: number) => app.request(`/en/units/${id}?as_of=${at}&on=2014`)
    expect((await page('renamed', before)).status).toBe(200)
    const led = await page('renamed', merged)
    expect([led.status, led.headers.get('location')]).toEqual([303, `/en/units/regiment?on=2014&as_of=${merged}`])
    expect(await (await page('regiment', merged)).text()).toContain('Regimiento Alondra')
    const answer = (await (await app.request(`/api/v1/units/renamed?as_of=${merged}`)).json()) as {
      shown_as: string
      statements: { value: string }[]
    }
    expect(answer.shown_as).toBe('regiment')
    expect(answer.statements.map(({ value }) => value).sort()).toEqual(['Regimiento Alondra', 'Regimiento Zarzuela'])
  })

  test('a page is of one state, though something is committed while it is read', async () => {
    const { reading } = app.dependencies
    let late: number | null = null
    const unitTrainings: typeof reading.unitTrainings = async (id, asOf) => {
      late ??= (await write({ ...said, lark: 'Regimiento Calandria' })).changeset
      return reading.unitTrainings(id, asOf)
    }
    // The facts are read before that, in the snapshot that stands when the page is asked for.
    const within: typeof reading.within = (asOf, use, timeout) => reading.within(asOf ?? before, use, timeout)
    const before = ((await (await app.request('/api/v1/changesets/head')).json()) as { changeset: number }).changeset
    const view = await readEntityView(
      { ...app.dependencies, reading: { ...reading, unitTrainings, within } },
      'regiment',
      'units',
      undefined,
      '',
    )
    expect(late).toBe(before + 1)
    expect([view!.head.changeset, view!.trainings!.head.changeset]).toEqual([before, before])
  })
})
