/**
 * A client of the reconciliation protocol as its specification (0.2) has it, written here from the text, against the running server: it knows
 * nothing of the service but its address, and finds the rest in the manifest, as OpenRefine does.
 */
import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { browserAvailable, findViolations, openBrowser } from '../../../test/browser.js'
import { freshDatabase } from '../../../test/database.js'
import { about, designation, source, statement } from '../../../test/ledger-facts.js'
import { writeServing } from '../../../test/serving-ledger.js'
import { type Listening, listen } from '../../cli/listen.js'
import { loadCurated } from '../../exchange/curated/load.js'
import { entryId } from '../../extract/ofac/read-ofac.js'
import { commitChangeset } from '../../ledger/changesets/change.js'
import { designationRow, entityRow, statementRow } from '../../ledger/changesets/entity-facts.js'
import { sourceRow } from '../../ledger/changesets/facts.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import { resolveNames } from '../../resolve/resolve.js'
import { type App, buildApp } from '../app.js'

const now = () => new Date('2026-01-02T03:04:05Z')
const rapidAction = entryId('organization', '33951')
const mistakes: unknown[] = []
let ledger: Awaited<ReturnType<typeof freshDatabase>>
let app: App
let listening: Listening
let service: string
let refine: Awaited<ReturnType<typeof openService>>

beforeAll(async () => {
  ledger = await freshDatabase()
  await writeServing(ledger)
  await loadCurated(ledger, 'a tester', { now })
  const list = source({ sha256: 'be'.repeat(32), kind: 'list', report: null })
  const named = [
    statement({ id: 'n', entity: 'ostrander', value: 'Wilhelmina Ostrander' }),
    statement({ id: 'b', entity: 'ostrander', property: 'birth', value: '1961' }),
    statement({ id: 'c', entity: 'ostrander', property: 'birth', value: 'circa 1962' }),
  ]
  const listed = designation({ entity: 'ostrander', list: 'Old list', listedPrinted: '2009', delistedPrinted: '2016' })
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(list, { at: now(), by: 'a tester', from: 'a test', method: 'by hand' }),
      statement: named.map((one, position) => statementRow(one, list.id, position)),
      designation: [designationRow(listed, list.id, 0)],
      entities: [entityRow('ostrander', 'person')],
    }),
  )
  await resolveNames(ledger, { actor: 'a tester' }, { now })
  app = buildApp({ ledger, report: (error) => mistakes.push(error) })
  listening = await listen({ fetch: app.fetch, host: '127.0.0.1', port: 0, tries: 1 })
  service = `http://127.0.0.1:${listening.port}/reconcile`
  refine = await openService(service)
}, 120_000)
afterAll(async () => {
  await app.dependencies.entities.close()
  await listening.close()
  await ledger.close()
})

/** OpenRefine's pages are on this machine, on its port. */
const origin = 'http://127.0.0.1:3333'

const Service = z.object({ service_url: z.url(), service_path: z.string().startsWith('/') })
const Type = z.object({ id: z.string(), name: z.string() })
const Manifest = z.object({
  versions: z.array(z.string()),
  name: z.string(),
  identifierSpace: z.string().regex(/^\w+:/),
  schemaSpace: z.string().regex(/^\w+:/),
  defaultTypes: z.array(Type),
  view: z.object({ url: z.string().includes('{{id}}') }),
  preview: z.object({ url: z.string().includes('{{id}}'), width: z.number(), height: z.number() }),
  suggest: z.object({ entity: Service, type: Service, property: Service }),
  extend: z.object({ propose_properties: Service, property_settings: z.array(z.object({ name: z.string(), type: z.string() })) }),
})
const Candidate = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  type: z.array(Type).min(1),
  score: z.number().min(0).max(100),
  match: z.boolean(),
  features: z.array(z.object({ id: z.string(), value: z.number() })),
})
const Results = z.record(z.string(), z.object({ result: z.array(Candidate) }))
const Suggested = z.object({ result: z.array(z.object({ id: z.string(), name: z.string() })) })
const Extended = z.object({
  meta: z.array(Type),
  rows: z.record(z.string(), z.record(z.string(), z.array(z.record(z.string(), z.unknown())))),
})

interface Query {
  query?: string
  type?: string | string[]
  limit?: number
  properties?: { pid: string; v: unknown }[]
}

async function openService(url: string) {
  const browsed = async (address: string) => {
    const response = await fetch(address, { headers: { origin } })
    expect([address, response.status]).toEqual([address, 200])
    // Without it the browser keeps the answer from OpenRefine's page.
    expect(response.headers.get('access-control-allow-origin')).toBe(origin)
    return (await response.json()) as unknown
  }
  const manifest = Manifest.parse(await browsed(url))
  const at = ({ service_url, service_path }: z.infer<typeof Service>, parameters: Record<string, string>) =>
    `${service_url}${service_path}?${new URLSearchParams(parameters)}`
  const send = async (fields: Record<string, string>) => {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
    expect(response.status).toBe(200)
    return (await response.json()) as unknown
  }
  return {
    manifest,
    reconcile: async (queries: Record<string, Query>) => Results.parse(await send({ queries: JSON.stringify(queries) })),
    reconcileByGet: async (queries: Record<string, Query>) =>
      Results.parse(await browsed(`${url}?${new URLSearchParams({ queries: JSON.stringify(queries) })}`)),
    suggest: async (what: 'entity' | 'type' | 'property', prefix: string, cursor = '0') =>
      Suggested.parse(await browsed(at(manifest.suggest[what], { prefix, cursor }))).result,
    propose: async (type: string) =>
      z.object({ properties: z.array(Type) }).parse(await browsed(at(manifest.extend.propose_properties, { type }))).properties,
    extend: async (ids: string[], properties: { id: string; settings?: object }[]) =>
      Extended.parse(await send({ extend: JSON.stringify({ ids, properties }) })),
    view: (id: string) => manifest.view.url.replace('{{id}}', id),
    preview: (id: string) => manifest.preview.url.replace('{{id}}', id),
  }
}

describe('a client that knows only the address', () => {
  test('reads in the manifest what there is', () => {
    expect(refine.manifest.versions).toContain('0.2')
    expect(refine.manifest.defaultTypes.map(({ id }) => id)).toContain('unit')
  })

  test('reconciles a column: by POST and by GET alike, candidates with score, types and features', async () => {
    const queries = {
      q0: { query: 'Rapid Action Batallion' },
      q1: { query: '102 Infantry Battalion', type: 'unit', properties: [{ pid: 'country', v: 'Mexico' }] },
      q2: { query: 'Nobody Whatsoever 99' },
      q3: { query: '7th Brigade', limit: 2 },
    }
    const answered = await refine.reconcile(queries)
    expect(Object.keys(answered)).toEqual(['q0', 'q1', 'q2', 'q3'])
    expect(answered.q3!.result).toHaveLength(2)
    expect(answered.q0!.result[0]!.id).toBe(rapidAction)
    expect(answered.q1!.result[0]).toMatchObject({
      name: '102/o. Batallón de Infantería',
      description: expect.stringContaining('MEX'),
    })
    expect(answered.q2!.result.every(({ match }) => !match)).toBe(true)
    expect(await refine.reconcileByGet(queries)).toEqual(answered)
  })

  test('what a program would join without asking is alone, says the same and is of the country that was given', async () => {
    const one = async (query: Query) => (await refine.reconcile({ q: query })).q!.result
    const [certain] = await one({ query: '102/o. Batallón de Infantería', properties: [{ pid: 'country', v: 'mx' }] })
    expect(certain!.match).toBe(true)
    expect(
      (await one({ query: '102 Infantry Regiment', properties: [{ pid: 'country', v: 'mx' }] })).some(({ match }) => match),
    ).toBe(false)
    expect((await one({ query: 'Battalion' })).some(({ match }) => match)).toBe(false)
  })

  test('a type keeps to its kinds; one that the service does not have finds nothing', async () => {
    const typed = async (type: string | string[]) =>
      (await refine.reconcile({ q: { query: 'Rapid Action Battalion', type } })).q!.result
    expect((await typed('person')).map(({ id }) => id)).not.toContain(rapidAction)
    expect((await typed(['person', 'organization', 'security-force'])).map(({ id }) => id)).toContain(rapidAction)
    expect(await typed('Q5')).toEqual([])
  })

  test('suggests entities, types and properties by their beginnings', async () => {
    const [entity] = await refine.suggest('entity', 'rapid act')
    expect(entity!.id).toBe(rapidAction)
    const [first, second] = [await refine.suggest('entity', 'b'), await refine.suggest('entity', 'b', '20')]
    expect(first.map(({ id }) => id).filter((id) => second.some((other) => other.id === id))).toEqual([])
    expect((await refine.suggest('type', 'un')).map(({ id }) => id)).toContain('unit')
    expect((await refine.suggest('property', 'cou')).map(({ id }) => id)).toEqual(['country'])
    expect(await refine.suggest('entity', '')).toEqual([])
  })

  test('extends rows by what is proposed; an allegation is counted as one, a sum as training sessions', async () => {
    const proposed = await refine.propose('unit')
    expect(proposed.map(({ id }) => id)).toContain('alleged_incidents')
    const [unit] = (
      await refine.reconcile({ q: { query: '102 Infantry Battalion', properties: [{ pid: 'country', v: 'MEX' }] } })
    ).q!.result
    const { meta, rows } = await refine.extend(
      [unit!.id, rapidAction, 'gone'],
      [
        { id: 'country' },
        { id: 'training_sessions' },
        { id: 'lists' },
        { id: 'other_names', settings: { limit: '1' } },
        { id: 'alleged_incidents' },
      ],
    )
    expect(meta.map(({ id }) => id)).toEqual(['country', 'training_sessions', 'lists', 'other_names', 'alleged_incidents'])
    expect(rows[unit!.id]).toMatchObject({
      country: [{ str: 'Mexico' }],
      training_sessions: [{ int: 3 }],
      lists: [],
      alleged_incidents: [{ int: 0 }],
    })
    expect(rows[rapidAction]!.lists).toEqual([{ str: expect.stringMatching(/^Office of Foreign Assets Control: /) }])
    expect(rows.gone).toEqual({ country: [], training_sessions: [], lists: [], other_names: [], alleged_incidents: [] })
  })

  test('a year of birth stays a year, and who was taken off a list is said to have been', async () => {
    const { rows } = await refine.extend(['ostrander'], [{ id: 'birth_date' }, { id: 'lists' }])
    expect(rows.ostrander).toEqual({
      birth_date: [{ str: '1961' }, { str: '1961-01-01/1963-12-31' }],
      lists: [{ str: expect.stringContaining('Old list, listed 2009, taken off 2016') }],
    })
    expect(await (await fetch(refine.preview('ostrander'))).text()).toContain('taken off 2016')
    const entity = await app.request('/entities/rastro-ostrander')
    expect(await entity.json()).toMatchObject({ target: false })
  })

  test('views and previews what it found: a page in the reader’s language, and a document without script', async () => {
    const viewed = await fetch(refine.view(rapidAction), { headers: { 'accept-language': 'es' }, redirect: 'manual' })
    expect([viewed.status, viewed.headers.get('location')]).toEqual([303, `/es/units/${rapidAction}`])
    const previewed = await fetch(refine.preview(rapidAction), { headers: { 'accept-language': 'es' } })
    expect(previewed.headers.get('content-security-policy')).toContain("frame-ancestors 'self' http://localhost:*")
    expect(previewed.headers.get('x-frame-options')).toBeNull()
    const html = await previewed.text()
    expect(html).toContain('RAPID ACTION BATTALION')
    expect(html).not.toMatch(/<script|\son\w+=|style=/)
    expect((await fetch(refine.preview('gone'))).status).toBe(404)
  })
})

describe('who may read the answers', () => {
  test('pages of this machine; no other site, by script neither', async () => {
    for (const [from, allowed] of [
      ['http://localhost:3333', 'http://localhost:3333'],
      ['http://[::1]:3333', 'http://[::1]:3333'],
      ['https://example.org', null],
      ['http://localhost.example.org', null],
      ['null', null],
    ] as const) {
      const response = await fetch(service, { headers: { origin: from } })
      expect([from, response.headers.get('access-control-allow-origin')]).toEqual([from, allowed])
      expect(response.headers.get('vary')).toContain('origin')
    }
    expect((await fetch(`${service}?callback=take`)).status).toBe(400)
    const foreign = { method: 'POST', headers: { origin: 'https://example.org' }, body: new URLSearchParams({ queries: '{}' }) }
    expect((await fetch(service, foreign)).status).toBe(403)
  })
})

test.skipIf(!browserAvailable)(
  'a preview in the frame of another program of this machine, small and accessible',
  async () => {
    const browser: Browser = await openBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 420, height: 260 } })
      await page.goto(refine.preview(rapidAction))
      expect(await findViolations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420)
      if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/preview.png` })
    } finally {
      await browser.close()
    }
  },
  60_000,
)

test('whatever is sent gets an answer or a problem of the question, never an error of ours', async () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  const query = fc.record(
    {
      query: fc.oneof(fc.string({ unit: 'binary' }), value),
      type: value,
      limit: fc.oneof(fc.nat(9), value),
      properties: fc.oneof(fc.array(fc.record({ pid: fc.constantFrom('country', 'birth_date', 'x'), v: value })), value),
    },
    { requiredKeys: [] },
  )
  const text = fc.oneof(
    fc.dictionary(fc.string(), query, { maxKeys: 3 }).map((made) => JSON.stringify(made)),
    fc.json(),
    fc.string({ unit: 'binary' }),
  )
  const extend = fc.oneof(
    fc
      .record({
        ids: fc.array(fc.oneof(fc.constant(rapidAction), fc.string({ unit: 'binary' }))),
        properties: fc.array(fc.record({ id: fc.constantFrom('country', 'lists', 'page'), settings: value })),
      })
      .map((made) => JSON.stringify(made)),
    fc.json(),
  )
  await fc.assert(
    fc.asyncProperty(text, extend, fc.string({ unit: 'binary', maxLength: 20 }), async (queries, extension, typed) => {
      const form = (fields: Record<string, string>) =>
        app.request('/reconcile', {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
        })
      const answers = [
        await form({ queries }),
        await form({ extend: extension }),
        await app.request('/reconcile', { method: 'POST', body: queries }),
        await app.request(`/reconcile?${new URLSearchParams({ queries })}`),
        await app.request(`/reconcile/suggest/entity?${new URLSearchParams({ prefix: typed })}`),
        await app.request(`/reconcile/preview?${new URLSearchParams({ id: typed })}`),
        await app.request(`/reconcile/extend/propose?${new URLSearchParams({ type: typed, limit: typed })}`),
      ]
      for (const answer of answers) expect(answer.status).toBeLessThan(500)
    }),
    { numRuns: 40 },
  )
  expect(mistakes).toEqual([])
}, 60_000)
