/**
 * The requests that the OpenSanctions Python client (yente-client 0.2) and nomenklatura's enricher (4.17) make, as they stand in their published
 * code, against the running server; and what they read of each answer.
 */
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { freshDatabase } from '../../../test/database.js'
import { writeServing } from '../../../test/serving-ledger.js'
import { type Listening, listen } from '../../cli/listen.js'
import { loadCurated } from '../../exchange/curated/load.js'
import { entryId } from '../../extract/ofac/read-ofac.js'
import { errors } from '../../ledger/errors.js'
import { resolveNames } from '../../resolve/resolve.js'
import { type App, buildApp } from '../app.js'
import { problemOf, problemResponse } from '../problems.js'

let ledger: Awaited<ReturnType<typeof freshDatabase>>
let app: App
let listening: Listening
const logged: unknown[] = []
const now = () => new Date('2026-01-02T03:04:05Z')
const rapidAction = `rastro-${entryId('organization', '33951')}`

beforeAll(async () => {
  ledger = await freshDatabase()
  await writeServing(ledger)
  await loadCurated(ledger, 'a tester', { now })
  await resolveNames(ledger, { actor: 'a tester' }, { now })
  app = buildApp({ ledger, report: (error, address) => logged.push([String(error), address]) })
  listening = await listen({ fetch: app.fetch, host: '127.0.0.1', port: 0, tries: 1 })
}, 120_000)
afterAll(async () => {
  await app.dependencies.entities.close()
  await listening.close()
  await ledger.close()
})

const Total = z.object({ value: z.number().int(), relation: z.enum(['eq', 'gte']) })
/** As the client's model of an entity, which refuses what does not fit. */
const Entity: z.ZodType<Answered> = z.lazy(() =>
  z.object({
    id: z.string(),
    caption: z.string(),
    schema: z.string(),
    properties: z.record(z.string(), z.array(z.union([z.string(), Entity]))),
    datasets: z.array(z.string()),
    referents: z.array(z.string()),
    target: z.boolean(),
    last_change: z.string().nullable(),
  }),
)
interface Answered {
  id: string
  caption: string
  schema: string
  properties: Record<string, (string | Answered)[]>
  datasets: string[]
  referents: string[]
  target: boolean
  last_change: string | null
}
const Scored = z.object({
  id: z.string(),
  caption: z.string(),
  schema: z.string(),
  properties: z.record(z.string(), z.array(z.string())),
  score: z.number().min(0).max(1),
  match: z.boolean(),
  explanations: z.record(z.string(), z.object({ score: z.number(), detail: z.string().nullable() })),
})
const Matched = z.object({
  responses: z.record(z.string(), z.object({ query: z.object({ schema: z.string() }), results: z.array(Scored), total: Total })),
  limit: z.number().int(),
})
const Found = z.object({
  results: z.array(Entity),
  facets: z.record(
    z.string(),
    z.object({ label: z.string(), values: z.array(z.object({ name: z.string(), label: z.string(), count: z.number() })) }),
  ),
  total: Total,
  limit: z.number(),
  offset: z.number(),
})

/** What httpx sends for the client. */
const headers = {
  accept: '*/*',
  'accept-encoding': 'gzip, deflate',
  'user-agent': 'yente-client/0.2.0 (python/3.12; httpx/0.28.1)',
}
const address = (path: string) => `http://127.0.0.1:${listening.port}${path}`
const get = (path: string, more: Record<string, string> = {}) => fetch(address(path), { headers: { ...headers, ...more } })
const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
  fetch(address(path), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', ...more },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const example = (schema: string, properties: Record<string, unknown>, more: object = {}) => ({
  queries: { q: { schema, properties, ...more } },
  weights: {},
  config: {},
})
const match = async (path: string, body: unknown) => {
  const response = await post(path, body)
  expect(response.status).toBe(200)
  return Matched.parse(await response.json())
}

test('what the client may ask and is not offered is refused as it expects: no statements (404), no other algorithm, order or filter (400)', async () => {
  const statements = await get('/statements?canonical_id=NK-1&offset=0')
  expect([statements.status, (await statements.json()).detail]).toEqual([404, expect.any(String)])
  for (const path of [
    '/search/default?q=rapid&sort=caption:asc',
    '/search/default?q=rapid&filter=a:b',
    '/search/default?q=rapid&changed_since=2026-01-01',
  ])
    expect([path, (await get(path)).status]).toEqual([path, 400])
  const other = await post('/match/default?algorithm=logic-v2', example('Person', { name: ['Nobody'] }))
  expect([other.status, (await other.json()).detail]).toEqual([400, expect.stringContaining('/algorithms')])
  // The index may still be made when a client asks: a server's error that says when to ask again, within the half minute that the client waits.
  const busy = problemResponse(problemOf(errors.INDEX_NOT_READY()))
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '5'])
})

describe("the client's calls", () => {
  test('match(): a listed unit is found by its name, with what bears on the score', async () => {
    const { responses, limit } = await match(
      '/match/default?threshold=0.7&cutoff=0.5&algorithm=best&limit=3',
      example('Organization', { name: ['Rapid Action Batallion'], country: ['bd'] }, { id: 'mine' }),
    )
    expect(limit).toBe(3)
    const { query, results, total } = responses.q!
    expect(query).toEqual({ schema: 'Organization' })
    expect(results[0]).toMatchObject({
      id: rapidAction,
      match: true,
      explanations: { name_match: { score: expect.any(Number) } },
    })
    expect(results[0]!.properties.topics).toContain('gov.security')
    expect(total.value).toBeGreaterThanOrEqual(1)
    expect(total.relation).toBe('eq')
  })

  test('match(): where more may be alike than are compared, the total is a least', async () => {
    const { responses } = await match(
      '/match/default?threshold=0.3&cutoff=0&limit=1',
      example('Organization', { name: ['Brigade'] }),
    )
    const { results, total } = responses.q!
    expect([results.length, total.relation]).toEqual([1, 'gte'])
  })

  test('match(): a unit known from printed names alone says that no person has confirmed it', async () => {
    const { responses } = await match('/match/rastro', example('Thing', { name: '102 Infantry Battalion', country: 'Mexico' }))
    const [unit] = responses.q!.results
    expect(unit).toMatchObject({ match: true, caption: '102/o. Batallón de Infantería', schema: 'Organization' })
    expect(unit!.properties.notes!.join()).toContain('no person has confirmed it')
  })

  test('match(): what only a number or a word has in common scores, and is no match that a program may take', async () => {
    for (const name of ['5', '102', 'Brigade']) {
      const { responses } = await match('/match/default?threshold=0.3&cutoff=0', example('Organization', { name: [name] }))
      const { results, total } = responses.q!
      expect(results.length).toBeGreaterThan(0)
      expect([name, results.filter((one) => one.match), total.value]).toEqual([name, [], 0])
    }
    const { responses } = await match('/match/default', example('Organization', { name: ['5'] }))
    expect(responses.q!.results[0]!.score).toBeGreaterThan(0.8)
  })

  test('who only gives training is not said to be a security force, nor found as one', async () => {
    const school = async (more: string) => Found.parse(await (await get(`/search/default?q=infantry+school${more}`)).json())
    const { results, facets, total } = await school('&facets=topics')
    expect(total.value).toBe(1)
    expect(results[0]!.properties.topics).toBeUndefined()
    expect(results[0]!.properties.notes!.join()).toContain('never as who received it')
    expect(facets.topics!.values).toEqual([])
    expect((await school('&topics=gov.security')).total.value).toBe(0)
    const asked = example('Organization', { name: ['Infantry School'] })
    const found = async (query: string) =>
      (await match(`/match/default?${query}`, asked)).responses.q!.results.map(({ id }) => id)
    expect(await found('')).toContain(results[0]!.id)
    expect(await found('topics=gov.security')).not.toContain(results[0]!.id)
    const forces = Found.parse(await (await get('/search/default?q=rapid+action&facets=topics')).json())
    expect(forces.facets.topics!.values).toMatchObject([{ name: 'gov.security', count: expect.any(Number) }])
  })

  test('match(): filters leave out what they name, and a query of ships finds none', async () => {
    const rapid = example('Thing', { name: ['Rapid Action Battalion'] })
    const idsWith = async (query: string, body: unknown = rapid) =>
      (await match(`/match/default?${query}`, body)).responses.q!.results.map(({ id }) => id)
    expect(await idsWith('')).toContain(rapidAction)
    expect(await idsWith('topics=gov.security')).toContain(rapidAction)
    expect(await idsWith(`exclude_entity_ids=Q1&exclude_entity_ids=${rapidAction}`)).not.toContain(rapidAction)
    for (const without of [
      'exclude_schema=Organization',
      'exclude_dataset=rastro',
      'include_dataset=us_ofac_sdn',
      'topics=role.pep',
    ])
      expect(await idsWith(without)).toEqual([])
    expect(await idsWith('changed_since=2026-01-01')).toContain(rapidAction)
    expect(await idsWith('changed_since=2026-01-03T00:00:00')).toEqual([])
    const { last_change } = Entity.parse(await (await get(`/entities/${rapidAction}`)).json())
    expect(await idsWith(`changed_since=${last_change}`)).toContain(rapidAction)
    expect(await idsWith(`changed_since=${last_change}Z`)).toContain(rapidAction)
    for (const no of ['2026-02-30', '2026-13-01', '0000-01-01', '2026-01-01T25:00:00'])
      expect([no, (await post(`/match/default?changed_since=${no}`, rapid)).status]).toEqual([no, 400])
    expect(await idsWith('', example('Vessel', { name: ['Rapid Action Battalion'] }))).toEqual([])
  })

  test('match() in a batch: answers stand under the keys of the questions', async () => {
    const queries = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [
        `row ${at}`,
        { schema: 'Organization', properties: { name: [`${at}th Brigade`] } },
      ]),
    )
    const response = await post('/match/default', JSON.stringify({ queries: { ...queries, ['__proto__']: queries['row 1'] } }))
    expect(response.status).toBe(400)
    const { responses } = await match('/match/default', { queries })
    expect(Object.keys(responses)).toEqual(Object.keys(queries))
    expect(responses['row 7']!.results[0]!.caption).toBe('7th Brigade')
  })

  test('every property and schema of the answers is of the model, listings and links among them', async () => {
    const model: { schemata: Record<string, { extends: string[]; properties: Record<string, object> }> } = createRequire(
      import.meta.url,
    )('@opensanctions/followthemoney/dist/defaultModel.json')
    const known = (schema: string): string[] => {
      const { extends: above, properties } = model.schemata[schema]!
      return [...Object.keys(properties), ...above.flatMap(known)]
    }
    const check = (entity: Answered) => {
      expect(Object.keys(entity.properties).filter((name) => !known(entity.schema).includes(name))).toEqual([])
      for (const value of Object.values(entity.properties).flat()) if (typeof value !== 'string') check(value)
    }
    const { results } = Found.parse(await (await get('/search/default?q=&limit=500')).json())
    expect(results.length).toBeGreaterThan(20)
    results.forEach(check)
    for (const { id } of results.filter(({ target }) => target).slice(0, 5))
      check(Entity.parse(await (await get(`/entities/${id}?nested=true`)).json()))
  })

  test('search(): words of a name, with counts; pages do not overlap', async () => {
    const page = async (query: string) => Found.parse(await (await get(`/search/default?${query}`)).json())
    const found = await page('offset=0&q=rapid+action&limit=5&countries=bd&schema=Organization&facets=countries&facets=schema')
    expect(found.results[0]!.id).toBe(rapidAction)
    expect(found.facets.countries!.values[0]).toMatchObject({ name: 'bd', label: 'Bangladesh' })
    const [first, second] = [await page('offset=0&limit=4&q='), await page('offset=4&limit=4&q=')]
    expect(new Set([...first.results, ...second.results].map(({ id }) => id)).size).toBe(8)
    expect(first.total.value).toBe(second.total.value)
    expect((await page('offset=0&q=rapid&schema=Person')).total.value).toBe(0)
  })

  test('fetch(): an entity with its listing nested, and without; by the same ETag as long as nothing changes', async () => {
    const response = await get(`/entities/${rapidAction}?nested=true`)
    const entity = Entity.parse(await response.json())
    const sanction = entity.properties.sanctions!.find((value) => typeof value !== 'string')
    expect(entity).toMatchObject({ id: rapidAction, target: true, datasets: ['rastro'] })
    expect(sanction).toMatchObject({ schema: 'Sanction', properties: { authority: [expect.stringContaining('Foreign Assets')] } })
    expect((sanction as Answered).properties.entity).toBeUndefined()
    const flat = Entity.parse(await (await get(`/entities/${rapidAction}?nested=False`)).json())
    expect(
      Object.values(flat.properties)
        .flat()
        .every((value) => typeof value === 'string'),
    ).toBe(true)
    const again = await get(`/entities/${rapidAction}?nested=true`, { 'if-none-match': response.headers.get('etag')! })
    expect(again.status).toBe(304)
  })

  test('adjacent(): the links of an entity, all or of one property', async () => {
    const { entity, adjacent } = z
      .object({ entity: Entity, adjacent: z.record(z.string(), z.object({ results: z.array(Entity), total: Total })) })
      .parse(await (await get(`/entities/${rapidAction}/adjacent?offset=0`)).json())
    expect(entity.id).toBe(rapidAction)
    expect(adjacent.sanctions!.total.value).toBeGreaterThan(0)
    const one = await get(`/entities/${rapidAction}/adjacent/sanctions?offset=0&limit=1`)
    expect(z.object({ results: z.array(Entity) }).parse(await one.json()).results).toHaveLength(1)
    expect((await get(`/entities/${rapidAction}/adjacent/ships?offset=0`)).status).toBe(404)
  })

  test('datasets(), algorithms(), healthz(), readyz()', async () => {
    const catalog = await get('/catalog')
    const Dataset = z.object({
      name: z.string(),
      title: z.string(),
      load: z.boolean(),
      children: z.array(z.string()),
      updated_at: z.iso.datetime({ local: true }),
    })
    const { datasets, current } = z
      .object({ datasets: z.array(Dataset), current: z.array(z.string()) })
      .parse(await catalog.json())
    expect(datasets.map(({ name }) => name)).toEqual(['rastro', 'default'])
    expect(current).toEqual(['rastro'])
    expect((await get('/catalog', { 'if-none-match': catalog.headers.get('etag')! })).status).toBe(304)
    expect(await (await get('/algorithms')).json()).toMatchObject({ best: 'rastro-names', default: 'rastro-names' })
    for (const path of ['/healthz', '/readyz']) expect(await (await get(path)).json()).toEqual({ status: 'ok' })
  })

  test('what it asks wrongly is told as it reads mistakes: a status and a detail', async () => {
    const wrong: [number, Promise<Response>][] = [
      [404, get('/entities/Q7747?nested=true')],
      [404, get('/search/us_ofac_sdn?q=x')],
      [404, post('/match/peps', example('Person', { name: ['x'] }))],
      [400, post('/match/default?algorithm=logic-v2', example('Person', { name: ['x'] }))],
      [400, post('/match/default', example('Document', { name: ['x'] }))],
      [400, post('/match/default', { queries: {} })],
      [400, post('/match/default', { ...example('Person', { name: ['x'] }), weights: { name_literal: 1 } })],
      [400, get('/search/default?q=x&filter=birthDate:1960')],
      [413, post('/match/default', example('Person', { name: ['x'.repeat(2_100_000)] }))],
      [415, post('/match/default', '{}', { 'content-type': 'text/plain' })],
    ]
    for (const [status, asked] of wrong) {
      const response = await asked
      expect([response.url, response.status]).toEqual([response.url, status])
      const { detail } = (await response.json()) as { detail: unknown }
      expect(detail).toEqual(expect.any(String))
    }
  })
})

test("the enricher's calls: Python's booleans, and a link that leads back to the entity", async () => {
  const { responses } = await match('/match/default?fuzzy=False&algorithm=best&cutoff=0.5', {
    queries: { entity: { schema: 'Organization', properties: { name: ['Rapid Action Battalion'] } } },
  })
  const [first] = responses.entity!.results
  const nested = Entity.parse(await (await get(`/entities/${first!.id}?nested=True`)).json())
  expect(nested.id).toBe(first!.id)
})

describe('who may ask', () => {
  const rapid = example('Organization', { name: ['Rapid Action Battalion'] })

  test('a page of another site may not, nor may a foreign name for this machine', async () => {
    expect((await post('/match/default', rapid, { origin: 'https://example.org' })).status).toBe(403)
    expect((await post('/match/default', rapid, { origin: 'http://localhost:3333' })).status).toBe(200)
    const foreign = new Request('http://rebound.example.org/match/default', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rapid),
    })
    expect((await app.fetch(foreign)).status).toBe(421)
  })

  test('what was asked stands in no log, also where answering fails', async () => {
    const failing = buildApp({
      ledger: { ...ledger, readerPool: { ...ledger.readerPool, connect: () => Promise.reject(new Error('gone')) } as never },
      report: (error, path) => logged.push([String(error), path]),
    })
    const response = await failing.fetch(
      new Request('http://localhost/match/default?limit=3', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(example('Person', { name: ['Zenobia Secreta'] })),
      }),
    )
    expect(response.status).toBe(500)
    expect((await failing.request('/search/default?q=Zenobia+Secreta')).status).toBe(500)
    expect(logged.length).toBeGreaterThan(1)
    expect(JSON.stringify(logged)).not.toMatch(/Zenobia|limit=3/)
    logged.length = 0
  })
})

test('whatever is sent gets an answer or a problem of the question, never an error of ours', async () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  const query = fc.record(
    {
      schema: fc.oneof(fc.constantFrom('Person', 'Thing', 'Company'), fc.string()),
      properties: fc.oneof(fc.dictionary(fc.constantFrom('name', 'country', 'birthDate', 'idNumber', 'firstName'), value), value),
      id: value,
    },
    { requiredKeys: [] },
  )
  const body = fc.oneof(
    fc.record({ queries: fc.dictionary(fc.string(), query, { maxKeys: 3 }) }).map((made) => JSON.stringify(made)),
    fc.json(),
    fc.string({ unit: 'binary' }),
  )
  const parameters = fc.dictionary(
    fc.constantFrom(
      'limit',
      'threshold',
      'cutoff',
      'topics',
      'changed_since',
      'exclude_entity_ids',
      'offset',
      'q',
      'schema',
      'countries',
      'facets',
      'nested',
    ),
    fc.oneof(fc.string({ unit: 'binary' }), fc.nat().map(String)),
    { maxKeys: 3 },
  )
  await fc.assert(
    fc.asyncProperty(body, parameters, fc.string({ unit: 'binary', maxLength: 20 }), async (sent, given, id) => {
      const search = new URLSearchParams(given).toString()
      const answers = [
        await app.request(`/match/default?${search}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: sent,
        }),
        await app.request(`/search/default?${search}`),
        await app.request(`/entities/${encodeURIComponent(id.replace(/\p{Surrogate}/gu, ''))}?${search}`),
      ]
      for (const answer of answers) expect(answer.status).toBeLessThan(500)
    }),
    { numRuns: 60 },
  )
  expect(logged).toEqual([])
}, 60_000)
