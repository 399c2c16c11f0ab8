import { get as httpGet, type IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeArticle } from '../../test/article-facts.js'
import { freshDatabase } from '../../test/database.js'
import { about, source, statement, withoutArchive } from '../../test/ledger-facts.js'
import { servingTrainings, writeServing } from '../../test/serving-ledger.js'
import { listen } from '../cli/listen.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { entityRow, statementRow } from '../ledger/changesets/entity-facts.js'
import { expunge } from '../ledger/changesets/expunge.js'
import { sourceRow } from '../ledger/changesets/facts.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import type { Ledger } from '../ledger/database/connect.js'
import { trainingQueryParameters } from '../ledger/read/query.js'
import { streamedFile } from './api/download.js'
import { endpoints } from './api/endpoints.js'
import { trainingParameters } from './api/parameters.js'
import { rowsOf } from './api/routes.js'
import { type App, buildApp } from './app.js'
import { preferredLanguage } from './identity.js'

let ledger: Ledger
let app: App
const mistakes: unknown[] = []

beforeAll(async () => {
  ledger = await freshDatabase()
  await writeServing(ledger)
  app = buildApp({ ledger, report: (error, address) => mistakes.push([address, error]) })
})
afterAll(() => ledger.close())

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

/** What listings share; the rest of an answer is compared, not typed. */
interface Listing {
  data: { id: string }[]
  total: number
  next: string | null
  sum: object
  proposed: object
  facets: Record<string, object[]>
  coverage: Record<string, unknown>[]
}
const json = async <Answer = Listing>(path: string): Promise<Answer> => (await (await get(path)).json()) as Answer

interface Description {
  openapi: string
  info: { description: string }
  paths: Record<string, { get: { operationId: string; responses: { 200: { content: Record<string, { schema: object }> } } } }>
  components: { schemas: Record<string, { description: string; properties: Record<string, { enum?: string[] }> }> }
}

/** A unit and a person, as a spreadsheet would say them. */
const describeUnits = (into: Ledger) =>
  commitChangeset(into, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(source({ sha256: 'cd'.repeat(32), kind: 'spreadsheet', report: null }), {
        at: new Date(0),
        by: 'a tester',
        from: 'a test',
        method: 'by hand',
      }),
      statement: [
        statement(),
        statement({ id: 's2', entity: 'u2', value: 'Ada Example' }),
        statement({ id: 's3', entity: 'i1', property: 'occurrence', value: 'what somebody alleges' }),
      ].map((one, position) => statementRow(one, 'cd'.repeat(8), position)),
      entities: [entityRow('u1', 'unit'), entityRow('u2', 'person'), entityRow('i1', 'incident')],
    }),
  )

describe('the API', () => {
  test('a listing says how many there are, what comes next, counts, sums and what the sum does not cover', async () => {
    const answer = await json('/api/v1/trainings?country=mex&limit=1')
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(['data', 'total', 'next', 'facets', 'sum', 'coverage', 'head']))
    expect(answer.total).toBe(2)
    expect(answer.data[0]).toMatchObject({ type: 'training', country_code: 'MEX', total_cost: expect.any(Number) })
    expect(answer.sum).toMatchObject({ training_sessions: 8, total_cost: 1000, rows_without_cost: 1 })
    expect(answer.coverage.length).toBeGreaterThan(0)
    const next = await json(`/api/v1/trainings?country=mex&limit=1&cursor=${answer.next}`)
    expect(next.data[0]!.id).not.toBe(answer.data[0]!.id)
    expect(next.next).toBeNull()
  })

  test('a gap says why by a code that programs can rely on, in listings, by itself and as a file', async () => {
    const { coverage } = await json('/api/v1/trainings?country=mex&year=2004')
    expect(coverage).toContainEqual(
      expect.objectContaining({ fiscal_year: 2004, reason_code: 'report-not-at-hand', countries: ['MEX'], filled_share: null }),
    )
    const described = (await json<Description>('/api/v1/openapi.json')).components.schemas.Coverage!.properties
    expect(Object.keys(coverage[0]!).sort()).toEqual(Object.keys(described).sort())
    expect(described.reason_code!.enum).toContain('report-not-at-hand')
    const { data } = await json<{ data: object[] }>('/api/v1/coverage?country=mex&year=2004')
    expect(data).toEqual(coverage)
    const [head, row] = (await (await get('/api/v1/coverage.csv?country=mex&year=2004')).text()).split('\r\n')
    expect(head?.split(',')).toEqual(Object.keys(coverage[0]!))
    expect(row).toContain(',file missing,report-not-at-hand,')
  })

  test('every address in the description answers, and every parameter that is accepted is described', async () => {
    expect(Object.keys(trainingParameters.shape).sort()).toEqual([...trainingQueryParameters].sort())
    const { paths, openapi } = await json<Description>('/api/v1/openapi.json')
    expect(openapi).toBe('3.1.0')
    const [report] = (await json('/api/v1/sources')).data
    const [name] = (await json('/api/v1/names?q=sedena')).data
    const ids: Record<string, string> = {
      trainings: 'a1',
      countries: 'mex',
      programs: 'section-1004',
      names: name!.id,
      sources: report!.id,
      units: 'u1',
      people: 'u2',
      incidents: 'i1',
    }
    await describeUnits(ledger)
    ids.claims = (await writeArticle(ledger)).claims[0]!
    for (const path of Object.keys(paths)) {
      const room = path.replace(/\/(\w+)\/\{id\}/, (_, name: string) => `/${name}/${ids[name]}`)
      // A claim without its number is none.
      const address = path === '/api/v1/checks' ? `${room}?measure=sessions&value=13000&country=mex` : room
      const answer = await get(address)
      expect([address, answer.status]).toEqual([address, 200])
      const body = await answer.text()
      // What is not described is taken off by reading it as described.
      const [, at, format] = /^\/api\/v1(.*?)(?:\.(csv|json|ndjson))?$/.exec(path)!
      const endpoint = endpoints.find((each) => each.path === at)!
      if (format === undefined) expect([address, endpoint.answer.parse(JSON.parse(body))]).toEqual([address, JSON.parse(body)])
      else if (format === 'json') expect([address, rowsOf(endpoint).parse(JSON.parse(body))]).toEqual([address, JSON.parse(body)])
    }
    const operations = Object.values(paths).map(({ get: { operationId } }) => operationId)
    expect(new Set(operations).size).toBe(operations.length)
    expect(operations).toContain('one_of_trainings')
    expect(paths['/api/v1/trainings.json']!.get.responses['200'].content['application/json']?.schema).toMatchObject({
      type: 'array',
    })
    expect(Object.keys(paths).length).toBeGreaterThan(endpoints.length)
  })

  test('whatever takes a country, programme or family refuses one that nothing is called, and takes a code or a name', async () => {
    const { paths } = await json<{ paths: Record<string, { get: { parameters?: { name: string; in: string }[] } }> }>(
      '/api/v1/openapi.json',
    )
    const listings = Object.entries(paths).flatMap(([path, { get: asked }]) =>
      // A check asks in words of its own.
      path.includes('{id}') || path.includes('/checks')
        ? []
        : (asked.parameters ?? []).map(({ name }): [string, string] => [path, name]),
    )
    const pages = ['search', 'quote', 'units', 'people', 'incidents', 'exposures', 'claims', 'queue'].map(
      (room): [string, string] => [`/en/${room}`, 'country'],
    )
    const names: Record<string, readonly string[]> = {
      country: ['mex', 'MX', 'México', 'Freedonia', 'Poland'],
      program: ['section-1004', 'Section 1004', 'International Military Education and Training (IMET-1)'],
      family: ['counter-drug', 'Counter-drug'],
    }
    const asked = [...listings, ...pages].filter(([, parameter]) => parameter in names)
    expect(asked.length).toBeGreaterThan(40)
    for (const [path, parameter] of asked) {
      const answer = await get(`${path}?${parameter}=mexiko`)
      expect([path, parameter, answer.status]).toEqual([path, parameter, 400])
      expect(await answer.text()).toContain('mexiko')
      expect([path, (await get(`${path}?${parameter}=a%00b`)).status]).toEqual([path, 400])
      if (path.endsWith('json') || path.endsWith('.csv')) continue
      for (const name of names[parameter]!)
        expect([path, name, (await get(`${path}?${parameter}=${encodeURIComponent(name)}`)).status]).toEqual([path, name, 200])
    }
    const sessions = async (program: string) =>
      (await json(`/api/v1/trainings?program=${encodeURIComponent(program)}`)).data.map(({ id }) => id)
    expect(await sessions('Section 1004')).toEqual(['a3'])
  })

  test('a name, capitals or a slash at the end lead to the one address of a page, with what was asked', async () => {
    for (const [asked, address] of [
      ['/en/countries/Mexico?as_of=1', '/en/countries/mex?as_of=1'],
      ['/es/countries/M%C3%A9xico', '/es/countries/mex'],
      ['/en/countries/MX', '/en/countries/mex'],
      ['/es/countries/Alemania', '/es/countries/deu'],
      ['/en/countries/Poland', '/en/countries/pol'],
      ['/en/countries/UK', '/en/countries/gbr'],
      ['/es/countries/RDC', '/es/countries/cod'],
      ['/en/countries/Upper%20Volta', '/en/countries/bfa'],
      ['/en/countries/Tchad', '/en/countries/tcd'],
      ['/en/countries/mex/', '/en/countries/mex'],
      ['/en/search/?q=sedena&sort=cost', '/en/search?q=sedena&sort=cost'],
      ['/en/programs/Section%201004', '/en/programs/section-1004'],
      ['/en/families/Counter-drug', '/en/families/counter-drug'],
      ['/api/v1/trainings/?limit=1', '/api/v1/trainings?limit=1'],
      ['//evil.example/', '/evil.example'],
      ['/en//', '/en/'],
    ] as const) {
      const answer = await get(asked)
      expect([asked, answer.status, answer.headers.get('location')]).toEqual([asked, 301, address])
    }
    for (const address of ['/en/', '/api/v1/', '/en/countries/freedonia', '/api/v1/countries/Mexico'])
      expect([address, (await get(address)).status]).toEqual([address, 200])
  })

  test('a search without a result names the words that are spelled nearly so, with their rows, and replaces nothing', async () => {
    for (const [q, instead, rows] of [
      ['batalon infanteria', 'batallon infanteria', 'One row'],
      ['bordre seminer', 'border seminar', '30 rows'],
      ['SEDEAN', 'sedena', 'One row'],
      ['officer patrol', null, ''],
      ['7th xqzv', null, ''],
    ] as const) {
      const html = await (await get(`/en/search?q=${encodeURIComponent(q)}`)).text()
      expect([q, html.includes('No row')]).toEqual([q, true])
      const spelled = /spell nearly so:<\/p><ul>(.*?)<\/ul>/.exec(html)?.[1] ?? ''
      if (instead === null) expect([q, spelled]).toEqual([q, ''])
      else expect(spelled).toContain(`/en/search?q=${instead.replace(' ', '+')}">${instead}</a>: ${rows}`)
    }
    expect(await (await get('/en/search?q=batalon+infanteria&country=gtm')).text()).not.toContain('spell nearly so')
  })

  test('a search whose words name a country, a programme or a year leads to the same question by filters, and says which years are not held', async () => {
    const notices = async (question: string) =>
      [...(await (await get(`/en/search?${question}`)).text()).matchAll(/<p class="notice">(.*?)<\/p>/g)].map(([, html]) => html)
    expect(await notices('q=Section+1004+in+Guatemala+FY2011')).toEqual([
      expect.stringMatching(
        /<a href="\/en\/search\?country=gtm&amp;year=2011&amp;program=section-1004">Country: Guatemala · Programme: Section 1004 · Fiscal year: 2011<\/a>: One row\. <a href="\/en\/countries\/gtm">/,
      ),
    ])
    const [filters, unheld] = await notices('q=Mexican+battalion+2014')
    expect(filters).toContain(
      '"/en/search?q=battalion&amp;country=mex&amp;year=2014">Country: Mexico · Fiscal year: 2014 · Words: battalion</a>: no row',
    )
    expect(unheld).toContain('No report is held for fiscal year 2014')
    expect((await notices('country=mex&year=2014-2015'))[0]).toContain('No report is held for fiscal years 2014–2015')
    // Both states are called so.
    expect((await notices('q=congo'))[0]).toMatch(/countries\/cod".*countries\/cog"/)
    for (const question of ['q=102+men', 'q=Mexico&country=mex', 'q=border+2009', 'country=mex'])
      expect(await notices(question)).toEqual([])
  })

  test('whoever pages on while the ledger changes is led to the beginning of the listing', async () => {
    const html = await (await get('/en/search?q=seminar&sort=cost&cursor=WzAsMCwiYSJd')).text()
    expect(html).toContain('the ledger has changed since')
    expect(html).toContain('<a href="/en/search?q=seminar&amp;sort=cost">To the beginning of this listing')
  })

  test('of a country or programme that is not there, the page names those that may be meant', async () => {
    for (const [asked, status, nearest] of [
      ['/en/countries/mexiko', 404, '<a href="/en/countries/mex">Mexico</a>'],
      ['/es/countries/Gautemala', 404, '<a href="/es/countries/gtm">Guatemala</a>'],
      ['/en/programs/secton-1004', 404, '<a href="/en/programs/section-1004">Section 1004</a>'],
      ['/en/reconciliation?report=2031-2032', 400, 'No report 2031-2032 is held here'],
      ['/es/search?q=102&report=2031-2032', 400, 'Aquí no hay ningún informe 2031-2032'],
      ['/en/quote?report=2031-2032', 400, 'Held are: 2012-2013'],
      ['/api/v1/totals?report=2031-2032', 400, '"code": "REPORT_UNKNOWN"'],
      ['/api/v1/trainings.csv?report=1999-2000,2031-2032', 400, '"parameter": "report"'],
      ['/en/units?country=mexiko', 400, '<a href="/en/countries/mex">Mexico</a>'],
    ] as const) {
      const answer = await get(asked)
      expect([asked, answer.status]).toEqual([asked, status])
      expect(await answer.text()).toContain(nearest)
    }
    expect(await (await get('/en/countries/qqqqqq')).text()).not.toContain('nearest names')
  })

  test('an id with a character that no id has is not there, on every address', async () => {
    for (const { path } of endpoints.filter(({ path: each }) => each.includes('{id}')))
      for (const id of ['%00', 'a%00b', '%07'])
        expect([path, (await get(`/api/v1${path.replace('{id}', id)}`)).status]).toEqual([path, 404])
    for (const room of ['totals', 'names', 'sources', 'trainings', 'countries', 'programs', 'families'])
      expect([room, (await get(`/en/${room}/a%00b`)).status]).toEqual([room, 404])
  })

  test('what cannot be read is a problem that says which part and what to do', async () => {
    const answer = await get('/api/v1/trainings?cost_min=much')
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({
      status: 400,
      code: 'QUERY_INVALID',
      parameter: 'cost_min',
      remedy: expect.any(String),
    })
    expect(await json('/api/v1/trainings?shape=round')).toMatchObject({ code: 'QUERY_UNKNOWN_PARAMETER' })
    expect((await get('/api/v1/trainings/nothing')).status).toBe(404)
    expect((await get('/api/v1/nowhere')).status).toBe(404)
    expect((await app.request('/api/v1/trainings', { method: 'POST' })).status).toBe(405)
    expect((await app.request('/en/search', { method: 'PUT' })).headers.get('allow')).toBe('GET, HEAD')
    expect((await get(`/api/v1/trainings?q=${'a'.repeat(100_000)}`)).status).toBe(414)
  })

  test('a file that would be refused is refused to whoever asks for its head alone', async () => {
    const head = async (path: string) => (await app.request(path, { method: 'HEAD' })).status
    for (const path of ['/api/v1/trainings.csv?colour=red', '/api/v1/units.json?kind=ship', '/api/v1/countries.csv?as_of=zzz'])
      expect([path, await head(path)]).toEqual([path, 400])
    for (const path of ['/api/v1/trainings.csv?q=sedena', '/api/v1/countries.json'])
      expect([path, await head(path)]).toEqual([path, 200])
  })

  test('an answer that the caller has is not sent again, until the ledger changes', async () => {
    const first = await get('/api/v1/countries')
    const etag = first.headers.get('etag')!
    expect((await get('/api/v1/countries', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('/api/v1/programs', { 'if-none-match': etag })).status).toBe(200)
    const again = await get('/api/v1/countries')
    expect(await again.text()).toBe(await first.text())
  })

  test('whoever has any answer of an address is told that there is one only where there is', async () => {
    const any = async (path: string) => {
      const answer = await get(path, { 'if-none-match': '*' })
      return [answer.status, (await answer.text()).length > 0, answer.headers.has('content-type')]
    }
    // Answered now, and from memory.
    for (const _ of [1, 2]) expect(await any('/en/trainings/a2')).toEqual([304, false, false])
    for (const path of ['/en/nowhere', '/en/trainings/nobody', '/api/v1/nowhere', '/api/v1/countries/nowhere'])
      expect([path, await any(path)]).toEqual([path, [404, true, true]])
    expect((await get('/en/search?year=soon', { 'if-none-match': '*' })).status).toBe(400)
  })

  test('readers elsewhere get text compressed who take it so, whole and once', async () => {
    const elsewhere = buildApp({ ledger, compressed: true })
    const packed = async (path: string) => {
      const answer = await elsewhere.request(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
      const bytes = Buffer.from(await answer.arrayBuffer())
      const encoding = answer.headers.get('content-encoding')
      return { answer, encoding, length: bytes.length, text: String(encoding === 'gzip' ? gunzipSync(bytes) : bytes) }
    }
    for (const path of ['/en/countries/mex', '/en/countries/mex', '/api/v1/trainings', '/api/v1/trainings.csv?status=all']) {
      const plain = await (await elsewhere.request(path)).text()
      const { answer, encoding, length, text } = await packed(path)
      expect([path, encoding, answer.headers.get('vary'), text === plain]).toEqual([path, 'gzip', 'Accept-Encoding', true])
      expect(length).toBeLessThan(plain.length / 2)
      const etag = answer.headers.get('etag')
      if (etag === null) continue
      const again = await elsewhere.request(path, { headers: { 'accept-encoding': 'gzip', 'if-none-match': etag } })
      expect([path, again.status, await again.text()]).toEqual([path, 304, ''])
    }
    expect((await packed('/en/quote.png?country=mex')).encoding).toBeNull()
    expect((await get('/en/countries/mex', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBeNull()
  })

  test('every listing is complete as CSV, JSON and NDJSON', async () => {
    const delivered = servingTrainings.filter((row) => row.status === 'delivered').length
    const csv = await (await get('/api/v1/trainings.csv?limit=3')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(delivered + 1)
    expect(csv).toContain('102/o. Batallón de Infantería')
    const list = await json('/api/v1/trainings.json')
    expect(list).toHaveLength(delivered)
    const lines = (await (await get('/api/v1/trainings.ndjson?status=all')).text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).id).sort()).toEqual(servingTrainings.map((row) => row.id).sort())
    expect(await (await get('/api/v1/trainings.csv?q=nothingofthekind')).text()).toMatch(/^type,id,/)
    expect(await json('/api/v1/trainings.json?q=nothingofthekind')).toEqual([])
    for (const { path, file } of endpoints) {
      if (!file) continue
      for (const format of ['csv', 'json', 'ndjson']) {
        const answer = await get(`/api/v1${path}.${format}`)
        expect(answer.status).toBe(200)
        await answer.text()
      }
    }
  })

  test('plans are summed apart, and never in a sum of what was delivered', async () => {
    const asked = (status: string) => json(`/api/v1/trainings?country=gtm&status=${status}`)
    const [delivered, proposed, all] = await Promise.all([asked('delivered'), asked('proposed'), asked('all')])
    for (const answer of [delivered, proposed, all])
      expect(answer.proposed).toMatchObject({ rows: 1, training_sessions: 1000, total_cost: 99_999 })
    expect(delivered.sum).toMatchObject({ rows: 1, training_sessions: 40 })
    expect(all.sum).toEqual(delivered.sum)
    expect(proposed.sum).toMatchObject({ rows: 0, training_sessions: 0 })
    const year = (answer: Listing) => answer.facets.year ?? []
    expect(year(proposed)).toEqual([
      { value: '2013', label: '2013', rows: 1, training_sessions: 0, training_sessions_planned: 1000 },
    ])
    expect(year(delivered)).toEqual([
      { value: '2011', label: '2011', rows: 1, training_sessions: 40, training_sessions_planned: 0 },
    ])
    expect(year(all)).toEqual([...year(proposed), ...year(delivered)])
    const { components, info } = await json<Description>('/api/v1/openapi.json')
    expect(info.description).toContain('A sum covers delivered trainings only')
    expect(components.schemas.Sum!.description).toContain('never add the two')
  })

  test.each(['', 'brigade', 'sedena', '7th Brigade', '***'])(
    'names by "%s" are counted, paged and downloaded completely',
    async (q) => {
      const asked = `q=${encodeURIComponent(q)}`
      const walked: { id: string; rows: number; training_sessions: number }[] = []
      let next: string | null = ''
      while (next !== null) {
        const page: { data: typeof walked; total: number; next: string | null } = await json(
          `/api/v1/names?${asked}&limit=3&cursor=${next}`,
        )
        walked.push(...page.data)
        expect(page.data.length).toBeLessThanOrEqual(3)
        next = page.next
        if (next === null) expect(page.total).toBe(walked.length)
      }
      const list = await json(`/api/v1/names.json?${asked}`)
      expect(list).toEqual(walked)
      const lines = (await (await get(`/api/v1/names.ndjson?${asked}`)).text()).split('\n').filter(Boolean)
      expect(lines.map((line) => JSON.parse(line))).toEqual(walked)
      const csv = (await (await get(`/api/v1/names.csv?${asked}`)).text()).trim().split('\r\n')
      expect(csv[0]).toBe('id,text,country,recipient_class,roles,rows,training_sessions,first_year,last_year')
      expect(csv).toHaveLength(walked.length + 1)
      const { rows } = await ledger.ownerPool.query('SELECT count(*)::int AS names FROM serving.name')
      const expected: Record<string, number> = { '': rows[0].names, brigade: 20, sedena: 1, '7th Brigade': 1, '***': 0 }
      expect(new Set(walked.map(({ id }) => id)).size).toBe(expected[q])
      if (q === '')
        expect(walked.map((name) => name.training_sessions)).toEqual(
          walked.map((name) => name.training_sessions).sort((left, right) => right - left),
        )
    },
  )

  test('a cursor of other names is refused', async () => {
    const { next } = await json('/api/v1/names?limit=3')
    expect((await get(`/api/v1/names?limit=3&cursor=${next}`)).status).toBe(200)
    expect((await get(`/api/v1/names?q=brigade&limit=3&cursor=${next}`)).status).toBe(400)
    expect((await get('/api/v1/names?cursor=garbage')).status).toBe(400)
    const trainings = await json('/api/v1/trainings?limit=3')
    expect((await get(`/api/v1/names?cursor=${trainings.next}`)).status).toBe(400)
  })

  test('a reader who goes away in the middle of a download leaves nothing behind', async () => {
    for (let round = 0; round < 12; round++) {
      const { body, status } = await get('/api/v1/trainings.ndjson')
      expect(status).toBe(200)
      const reader = body!.getReader()
      await reader.read()
      await reader.cancel()
    }
    await Promise.all(Array.from({ length: 12 }, () => app.request('/api/v1/trainings.csv', { method: 'HEAD' })))
    const last = await get('/api/v1/trainings.ndjson')
    expect(last.status).toBe(200)
    await last.body?.cancel()
  })

  test('where no row has all the words a page says how many have each, and words that begin like one that none has', async () => {
    const page = await (await get('/en/search?q=seminar+de+batallones')).text()
    expect(page).toMatch(/q=seminar">seminar<\/a>: 30 rows/)
    expect(page).toMatch(/<b>batallones<\/b>: in no row/)
    expect(page).toMatch(/>batallon\*<\/a>: One row/)
    const ways = await (await get('/en/search?q=102+bn')).text()
    expect(ways).toContain(
      '“batallon” and “battalion” for “bn”. <a href="/en/search?q=102+bn%7Cbatallon%7Cbattalion">In any of these ways</a>: 2 rows.',
    )
    expect(await (await get('/en/search?q=102+bn%7Cbatallon')).text()).toMatch(
      /matching “102 bn\|…”.*Any one of: bn, batallon\./s,
    )
    expect(await (await get('/en/quote?q=102+bn%7C%22de+infanteria%22')).text()).toContain('matching “102 bn or ‘de infanteria’”')
    expect(await (await get('/en/search?q=102+%22bn%22')).text()).not.toContain('In any of these ways')
    expect(page).not.toContain('<b>de</b>')
  })

  test('downloads that nobody reads leave room for pages, and say so to the next', async () => {
    const open = await Promise.all([1, 2, 3, 4].map(() => get('/api/v1/trainings.ndjson')))
    expect(open.map(({ status }) => status).sort()).toEqual([200, 200, 200, 503])
    expect((await get('/api/v1/trainings?limit=2')).status).toBe(200)
    await Promise.all(open.map(({ body }) => body?.cancel()))
  })

  test('a download that nobody takes a row of is let go, so that three of them do not keep all others out', async () => {
    const left: number[] = []
    const endless = async function* (at: number) {
      try {
        for (;;) yield [{ id: at }]
      } finally {
        left.push(at)
      }
    }
    const open = await Promise.all([1, 2, 3].map((at) => streamedFile(endless(at), 'x', 'ndjson', ['id'], 30)))
    await expect.poll(() => left.length, { timeout: 5_000 }).toBe(3)
    await expect(open[0]!.text()).rejects.toThrow()
    const after = await get('/api/v1/trainings.ndjson?country=mex')
    expect([after.status, (await after.text()).length > 0]).toEqual([200, true])
  })
})

test('files are written no faster than they are read, by three at once, slow or fast, and each gets every row', async () => {
  const batches = 60
  const rows = Array.from({ length: 500 }, (_, at) => ({ id: `${at}`, text: 'x'.repeat(600) }))
  const written = new Map<string, number>()
  async function* listing(reader: string) {
    for (let at = 0; at < batches; at++) {
      written.set(reader, at + 1)
      yield rows
    }
  }
  const listening = await listen({
    fetch: ({ url }) => streamedFile(listing(new URL(url).pathname), 'x', 'ndjson', ['id']),
    host: '127.0.0.1',
    port: 0,
    tries: 1,
  })
  const read = async (reader: string, waits: () => Promise<void>) => {
    const answer = await new Promise<IncomingMessage>((resolve) =>
      httpGet({ port: listening.port, path: reader, agent: false }, resolve),
    )
    let lines = 0
    await waits()
    for await (const chunk of answer) lines += (chunk as Buffer).filter((byte) => byte === 10).length
    return lines
  }
  try {
    const [slow, ...fast] = await Promise.all([
      read('/slow', async () => {
        // What the sockets of both sides hold is a few megabytes of some twenty.
        await expect.poll(() => written.get('/fast'), { timeout: 20_000 }).toBe(batches)
        expect(written.get('/slow')).toBeLessThan(batches / 2)
      }),
      read('/fast', async () => {}),
      read('/faster', async () => {}),
    ])
    for (const lines of [slow, ...fast]) expect(lines).toBe(batches * rows.length)
  } finally {
    await listening.close()
  }
})

describe('what every answer carries', () => {
  test('no script or style but our own, no frame, no other host', async () => {
    for (const path of ['/api/v1/', '/api/v1/trainings', '/nowhere', '/']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
    const page = await (await get('/api/v1/')).text()
    const own = /<script type="module" src="\/script\/type-ahead-[0-9a-f]{12}\.js"><\/script>/
    expect(page.replace(own, '')).not.toMatch(/<script|<style|style=|https?:/)
  })

  test('a foreign name for this machine is refused', async () => {
    const foreign = await app.fetch(new Request('http://attacker.example/api/v1/changesets/head'))
    expect(foreign.status).toBe(421)
    expect((await app.fetch(new Request('http://127.0.0.1:4777/api/v1/changesets/head'))).status).toBe(200)
    expect((await app.fetch(new Request('http://[::1]:4777/api/v1/changesets/head'))).status).toBe(200)
    const named = buildApp({ ledger, hosts: ['rastro.example'] })
    expect((await named.fetch(new Request('http://rastro.example/api/v1/changesets/head'))).status).toBe(200)
  })

  test('the style file has its digest in its name and may be kept for ever', async () => {
    const address = /href="(\/style\/[^"]+)"/.exec(await (await get('/api/v1/')).text())![1]!
    const { status, headers } = await get(address)
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  })
})

describe('permalinks', () => {
  test.each([
    ['es-MX,es;q=0.9,en;q=0.5', 'es'],
    ['fr,en;q=0.2,es;q=0.8', 'es'],
    ['es;q=0,en', 'en'],
    ['', 'en'],
    ['*', 'en'],
    [';;;,,q=9', 'en'],
  ])('%s reads %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })

  test('lead to the page in the reader’s language and keep the state of the ledger', async () => {
    const answer = await get('/id/trainings/a1?as_of=1', { 'accept-language': 'es' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/es/trainings/a1?as_of=1'])
    const { content } = await json<{ content: string }>('/api/v1/changesets/head')
    const state = content.slice(0, 16)
    expect((await get(`/id/trainings/a1?as_of=${state}`)).headers.get('location')).toBe(`/en/trainings/a1?as_of=${state}`)
    expect((await get(`/en/trainings/a1?as_of=${state}`)).status).toBe(200)
    const page = await (await get('/es/trainings/a1')).text()
    expect(page).toContain(`http://localhost/id/trainings/a1?as_of=${state}`)
    const quoted = await (await get('/es/quote?country=mex')).text()
    expect(quoted).toContain(`http://localhost/id/search?country=mex&amp;as_of=${state}`)
    expect((await get(`/id/search?country=mex&as_of=${state}`)).headers.get('location')).toBe(
      `/en/search?country=mex&as_of=${state}`,
    )
    const elsewhere = await get(`/api/v1/trainings?as_of=${'0'.repeat(16)}`)
    expect([elsewhere.status, (await elsewhere.json()).code]).toEqual([400, 'AS_OF_UNKNOWN'])
    expect((await get(`/en/trainings/a1?as_of=${'0'.repeat(16)}`)).status).toBe(400)
    expect((await get('/', { 'accept-language': 'es' })).headers.get('location')).toBe('/es/')
    expect((await get('/id/search?q=border&country=mex')).headers.get('location')).toBe('/en/search?q=border&country=mex')
    for (const path of ['countries/mex', 'countries', 'programs/imet', 'changes/1'])
      expect((await get(`/id/${path}`)).headers.get('location')).toBe(`/en/${path}`)
    expect((await get('/id/trainings/unknown')).status).toBe(404)
  })

  test('an expunged training is gone, everywhere', async () => {
    const own = await freshDatabase()
    try {
      await writeServing(own)
      const served = buildApp({ ledger: own })
      expect((await served.request('/api/v1/trainings/a3')).status).toBe(200)
      await expunge(own, ['a3'], about(), withoutArchive)
      expect((await served.request('/id/trainings/a3')).status).toBe(410)
      expect((await served.request('/api/v1/trainings/a3')).status).toBe(410)
      expect(await (await served.request('/api/v1/trainings?q=sfg')).json()).toMatchObject({ total: 0, names: [] })
      const { rows } = await own.ownerPool.query(
        `SELECT (SELECT count(*)::int FROM serving.phrase WHERE text = '7th SFG') AS phrases`,
      )
      expect(rows[0].phrases).toBe(0)
    } finally {
      await own.close()
    }
  })
})

describe('any address gives an answer or a problem, never a failure', () => {
  const odd = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '\u0000',
      '\ud800',
      "'; drop table ledger.training; --",
      '" <-> "',
      "a' & !b | (c",
      ':*',
      '*',
      '"',
      '\\',
      '%',
      '1e400',
      'NaN',
      '-1',
      '99999999999999999999',
      '9007199254740993',
      '0x10',
      '2012-2011',
      '1900-2100',
      'mex,,gtm',
      ',',
      '../../etc/passwd',
      '<script>alert(1)</script>',
      'WzEsMSwiYSJd',
      'W10',
      'e30',
      '١٢',
      '\u202e',
      'a'.repeat(5000),
      'x '.repeat(150),
      'not a & b',
      '$1',
      '{}',
      '[]',
      '1;select pg_sleep(9)',
    ),
    fc.integer().map(String),
    fc.double().map(String),
    fc.array(fc.string({ maxLength: 8 }), { maxLength: 60 }).map((values) => values.join(',')),
  )

  const answered = async (path: string) => {
    const begun = performance.now()
    const { status, body } = await get(path)
    await body?.cancel()
    return { status, slow: performance.now() - begun > 4_000 }
  }

  test('each parameter of the trainings, and several at once', async () => {
    const parameters = fc.array(fc.tuple(fc.constantFrom(...trainingQueryParameters, 'unknown', '', 'q[]'), odd), {
      minLength: 1,
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(parameters, fc.constantFrom('', '.csv', '.ndjson'), async (pairs, suffix) => {
        const query = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
        const { status, slow } = await answered(`/api/v1/trainings${suffix}?${query}`)
        expect(slow).toBe(false)
        expect([200, 400, 414]).toContain(status)
      }),
      { numRuns: 400 },
    )
    expect(mistakes).toEqual([])
  })

  test('every other address, with any id and any parameter', async () => {
    const paths = fc.constantFrom(
      ...endpoints.map(({ path }) => path),
      '/../id/trainings/{id}',
      '/../id/names/{id}',
      '/../id/{id}',
      '/../{id}',
    )
    await fc.assert(
      fc.asyncProperty(
        paths,
        odd,
        fc.array(fc.tuple(fc.constantFrom('as_of', 'q', 'limit', 'cursor', 'country', 'balance'), odd), { maxLength: 2 }),
        async (path, id, pairs) => {
          const query = pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&')
          const { status, slow } = await answered(`/api/v1${path.replace('{id}', encode(id) || 'x')}?${query}`)
          expect(slow).toBe(false)
          // An id "." is no part of an address: what is left ends in a slash.
          expect([200, 301, 302, 303, 308, 400, 404, 410, 414]).toContain(status)
        },
      ),
      { numRuns: 400 },
    )
    expect(mistakes).toEqual([])
  })

  test('every page, in both languages, with any id and any parameter', async () => {
    const paths = fc.constantFrom(
      '/',
      '/search',
      '/search',
      '/quote',
      '/countries',
      '/countries/{id}',
      '/countries/mex',
      '/programs',
      '/programs/{id}',
      '/programs/section-1004',
      '/names/{id}',
      '/trainings/{id}',
      '/trainings/a1',
      '/sources',
      '/sources/{id}',
      '/totals/{id}',
      '/reconciliation',
      '/coverage',
      '/checks',
      '/articles',
      '/articles/{id}',
      '/claims',
      '/claims/{id}',
      '/cases',
      '/method',
      '/wording',
      '/{id}',
    )
    const parameter = fc.constantFrom(
      ...trainingQueryParameters,
      'page',
      'report',
      'unknown',
      ...['measure', 'value', 'value_to', 'place', 'from', 'to', 'years', 'published', 'verdict', 'decision', 'article', 'done'],
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('en', 'es'),
        paths,
        odd,
        fc.array(fc.tuple(parameter, odd), { maxLength: 3 }),
        async (language, path, id, pairs) => {
          const query = pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&')
          const { status, slow } = await answered(`/${language}${path.replace('{id}', encode(id) || 'x')}?${query}`)
          expect(slow).toBe(false)
          expect([200, 301, 303, 400, 404, 410, 414]).toContain(status)
        },
      ),
      { numRuns: 500 },
    )
    expect(mistakes).toEqual([])
  })

  test('what is typed is shown as typed, and never as markup', async () => {
    const typed = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    for (const path of [
      '/en/search?q=',
      '/es/search?unit=',
      '/en/quote?q=',
      '/en/countries/',
      '/es/nowhere/',
      '/en/search?cursor=',
    ]) {
      const page = await (await get(`${path}${encodeURIComponent(typed)}`)).text()
      expect(page).not.toContain('<script>alert')
      expect(page).not.toContain('<img src=x')
    }
  })
})

/** Also what encodeURIComponent refuses: a lone surrogate as its three bytes, and a byte that no text has. */
function encode(text: string): string {
  return [...text].map((character) => (/\p{Surrogate}/u.test(character) ? '%ED%A0%80' : encodeURIComponent(character))).join('')
}
