/** Alleged incidents, listings and statements as the API gives them: complete, in any state, and never an allegation as a fact. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, designation, source, statement } from '../../../test/ledger-facts.js'
import { loadCurated } from '../../exchange/curated/load.js'
import { entryId } from '../../extract/ofac/read-ofac.js'
import { commitChangeset } from '../../ledger/changesets/change.js'
import { designationRow, entityId, entityRow, statementRow } from '../../ledger/changesets/entity-facts.js'
import { sourceRow } from '../../ledger/changesets/facts.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import { judge } from '../../resolve/judge.js'
import { type App, buildApp } from '../app.js'

let ledger: Awaited<ReturnType<typeof freshDatabase>>
let app: App
let before: number
const rapidAction = entryId('organization', '33951')
const sinaloa = entityId('incident', 'Rastro: cases', 'sinaloa-2014-07-11')

beforeAll(async () => {
  ledger = await freshDatabase()
  await loadCurated(ledger, 'a tester', { now: () => new Date('2026-01-02T03:04:05Z') })
  app = buildApp({ ledger })
  before = ((await json('/api/v1/changesets/head')) as unknown as { changeset: number }).changeset
  const sheet = source({ sha256: 'cd'.repeat(32), kind: 'spreadsheet', report: null })
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(sheet, { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }),
      statement: [
        statement({
          id: 'i1',
          entity: 'i1',
          property: 'occurrence',
          value: 'what is said',
          firstCited: '[2019-05-01,2019-06-01)',
        }),
        statement({ id: 'i2', entity: 'i1', property: 'perpetrator', value: 'the 7th', object: 'u1', speaker: 'Some Observers' }),
        statement({
          id: 'i3',
          entity: 'i1',
          property: 'perpetrator',
          value: 'the 7th',
          object: 'u1',
          stance: 'denies',
          speaker: 'The Army',
        }),
        statement({ id: 'i4', entity: 'i1', property: 'country', value: 'MEX' }),
        statement({ id: 'i5', entity: 'i1', property: 'country', value: 'GTM', stance: 'denies', speaker: 'The Army' }),
        // One answer in three statements, and one that was sought and not had.
        statement({
          id: 'i6',
          entity: 'i1',
          property: 'reply',
          value: 'It was not us',
          speaker: 'The Army',
          details: { disputes: 'perpetrator' },
        }),
        statement({
          id: 'i7',
          entity: 'i1',
          property: 'reply',
          value: 'An answer was sought',
          details: { sought_from: 'The Ministry', outcome: 'no answer' },
        }),
        statement({ id: 'u1', entity: 'u1', value: '=7th Battalion' }),
      ].map((one, position) => statementRow(one, sheet.id, position)),
      designation: [designation()].map((one, position) => designationRow(one, sheet.id, position)),
      entities: [entityRow('i1', 'incident'), entityRow('u1', 'unit')],
    }),
  )
}, 120_000)
afterAll(() => ledger.close())

interface Listing {
  data: Record<string, unknown>[]
  total: number
  next: string | null
  facets: Record<string, { value: string; rows: number }[]>
  limits: string[]
}
const json = async (path: string) => {
  const response = await app.request(path)
  expect([path, response.status]).toEqual([path, 200])
  return (await response.json()) as Listing
}

describe('alleged incidents', () => {
  test('each says what is alleged, by whom, of whom, and that it was denied', async () => {
    const { data, total, limits } = await json('/api/v1/incidents?accused=u1')
    expect(total).toBe(1)
    expect(data[0]).toMatchObject({
      id: 'i1',
      allegation: 'what is said',
      alleged_from: '2019-05-01',
      alleged_to: '2019-05-31',
      alleged_countries: ['MEX'],
      denials_doubts_and_replies: 1,
    })
    expect(data[0]!.accused).toEqual([
      { id: 'u1', name: '=7th Battalion', printed: 'the 7th', stance: 'asserts', speaker: 'Some Observers' },
      { id: 'u1', name: '=7th Battalion', printed: 'the 7th', stance: 'denies', speaker: 'The Army' },
    ])
    expect(limits.join(' ')).toContain('nothing here says that it happened')
  })

  test('by country, years and state; no name of a field takes an allegation for a fact', async () => {
    const all = await json('/api/v1/incidents')
    const mexican = await json('/api/v1/incidents?country=mex')
    expect(mexican.total).toBe(all.facets.country!.find(({ value }) => value === 'MEX')!.rows)
    expect((await json('/api/v1/incidents?country=GTM')).data.map(({ id }) => id)).not.toContain('i1')
    expect((await json('/api/v1/incidents?accused=u1')).facets.country).toEqual([{ value: 'MEX', label: 'MEX', rows: 1 }])
    expect((await json('/api/v1/incidents?accused=u1&country=GTM')).facets.country).toHaveLength(1)
    expect((await json('/api/v1/incidents?year=2019')).data.map(({ id }) => id)).toContain('i1')
    expect((await json('/api/v1/incidents?year=1800-1801')).total).toBe(0)
    expect((await json(`/api/v1/incidents?as_of=${before}`)).total).toBe(all.total - 1)
    const factual = /^(?:incident|violation|perpetrator|victim|crime|occurrence|date|location)/
    expect(all.data.flatMap((row) => Object.keys(row)).filter((name) => factual.test(name))).toEqual([])
  })

  test('one has every statement on it with stance, speaker and place', async () => {
    const one = (await json(`/api/v1/incidents/${sinaloa}`)) as unknown as { kind: string; statements: Record<string, unknown>[] }
    expect(one.kind).toBe('alleged incident')
    expect(one.statements.length).toBeGreaterThan(2)
    for (const said of one.statements) expect(said).toMatchObject({ stance: expect.any(String), places: [expect.anything()] })
    expect((await app.request('/api/v1/incidents/u1')).status).toBe(404)
  })
})

describe('listings', () => {
  test('each says whose list it is, what it does, and of which day the copy is; absence proves nothing', async () => {
    const { data, limits, facets } = await json(`/api/v1/designations?entity=${rapidAction}`)
    expect(data[0]).toMatchObject({
      entity_id: rapidAction,
      country_code: 'BGD',
      effect: 'asset block',
      seen_on: expect.any(String),
      listed: null,
    })
    expect(facets.effect).toEqual([{ value: 'asset block', label: 'asset block', rows: data.length }])
    expect(limits.join(' ')).toContain('Absence from a list proves nothing')
    const [all, barred] = [await json('/api/v1/designations'), await json('/api/v1/designations?effect=visa%20bar,embargo')]
    expect(barred.data.every(({ effect }) => effect !== 'asset block')).toBe(true)
    expect(barred.total).toBeLessThan(all.total)
    expect(barred.facets).toEqual(all.facets)
    expect(all.facets.effect!.reduce((sum, { rows }) => sum + rows, 0)).toBe(all.total)
    expect((await json(`/api/v1/designations?entity=u1&as_of=${before}`)).total).toBe(0)
    expect((await app.request('/api/v1/designations?effect=jail')).status).toBe(400)
  })
})

test('statements of any entity, property and stance', async () => {
  const denials = await json('/api/v1/statements?stance=denies&entity=u1')
  expect(denials.data).toEqual([
    expect.objectContaining({ id: 'i3', entity_kind: 'alleged incident', stance: 'denies', speaker: 'The Army' }),
  ])
  expect((await json('/api/v1/statements?property=name,alias&entity=u1')).data.map(({ id }) => id)).toEqual(['u1'])
  expect((await app.request('/api/v1/statements?property=truth')).status).toBe(400)
})

test.each(['incidents', 'designations', 'statements'])('%s: pages together are the file, in each of its forms', async (room) => {
  const ids: unknown[] = []
  let cursor = ''
  let total = -1
  do {
    const page = await json(`/api/v1/${room}?limit=40${cursor && `&cursor=${cursor}`}`)
    total = page.total
    ids.push(...page.data.map(({ id }) => id))
    cursor = page.next ?? ''
  } while (cursor !== '')
  expect([ids.length, new Set(ids).size]).toEqual([total, total])
  const whole = (await json(`/api/v1/${room}.json`)) as unknown as { id: string }[]
  expect(whole.map(({ id }) => id)).toEqual(ids)
  const lines = (await (await app.request(`/api/v1/${room}.ndjson`)).text()).trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(ids)
  const csv = await (await app.request(`/api/v1/${room}.csv`)).text()
  expect(csv.split('\r\n')[0]!.split(',').sort()).toEqual(Object.keys(whole[0]!).sort())
})

test('what was judged to be one later is not one in an earlier state', async () => {
  const counts = async (state = '') =>
    Promise.all(
      [rapidAction, 'u1'].flatMap((id) =>
        [`designations?entity=${id}`, `incidents?accused=${id}`].map(
          async (asked) => (await json(`/api/v1/${asked}${state}`)).total,
        ),
      ),
    )
  const apart = await counts()
  const decision = { subjectKind: 'entity' as const, subject: rapidAction, entity: 'u1', verdict: 'same' as const, note: null }
  const { changeset } = await judge(ledger, decision, { reviewer: 'a tester', at: new Date('2026-02-01T00:00:00Z') })
  expect(Math.max(...(await counts()))).toBe(apart[0]! + apart[2]!)
  expect(await counts(`&as_of=${changeset! - 1}`)).toEqual(apart)
  // Whichever of both ids is asked for that is shown now, the names of both are said of it.
  const named = async (state = '') =>
    Promise.all(
      [rapidAction, 'u1'].map(async (id) => (await json(`/api/v1/statements?property=name&entity=${id}${state}`)).total),
    )
  const before = await named(`&as_of=${changeset! - 1}`)
  expect(Math.max(...(await named()))).toBe(before[0]! + before[1]!)
})
