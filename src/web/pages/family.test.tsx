/** Pages of families of programmes, from rows in a database to the answer. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { training } from '../../../test/ledger-facts.js'
import { writeServing } from '../../../test/serving-ledger.js'
import type { Ledger } from '../../ledger/database/connect.js'
import { type App, buildApp } from '../app.js'

let ledger: Ledger
let app: App

const row = (id: string, programCode: string, programFamily: string, fiscalYear: number, quantity: number) =>
  training({
    id,
    country: 'Mexico',
    countryCode: 'MEX',
    program: `${programCode} - Fiscal Year ${fiscalYear} Department of Defense Training`,
    programCode,
    programFamily,
    fiscalYear,
    quantity,
    cents: quantity * 100_00,
  })

beforeAll(async () => {
  ledger = await freshDatabase()
  await writeServing(ledger, [
    row('old', 'Section 1004', 'Section 1004/333', 2012, 7),
    row('new', 'Section 333', 'Section 1004/333', 2018, 4),
    row('other', 'IMET-1', 'IMET', 2018, 100),
  ])
  app = buildApp({ ledger })
})
afterAll(() => ledger.close())

test('a family sums its programmes, and nothing else', async () => {
  const view = await app.dependencies.reading.family('section-1004-333')
  expect(view?.family).toEqual({ slug: 'section-1004-333', name: 'Section 1004/333' })
  expect(view?.sum).toMatchObject({ rows: 2, quantity: 11, cents: 110_000 })
  expect(view?.programs.map(({ program, quantity }) => [program.code, quantity])).toEqual([
    ['Section 1004', 7],
    ['Section 333', 4],
  ])
  expect(view?.years.map(({ fiscalYear, quantity }) => [fiscalYear, quantity])).toEqual([
    [2012, 7],
    [2018, 4],
  ])
  expect(await app.dependencies.reading.family('section-1005')).toBeNull()
})

test('its page leads to the rows, says what is renamed, and is led to by its programmes', async () => {
  const page = await app.request('/es/families/section-1004-333')
  expect(page.status).toBe(200)
  const html = await page.text()
  expect(html).toContain('/es/search?year=2018&amp;family=section-1004-333')
  expect(html).toContain('Ley Pública 114-328')
  for (const path of ['/es/programs', '/es/programs/section-333'])
    expect(await (await app.request(path)).text()).toContain('href="/es/families/section-1004-333"')
})

test('a family of one is its programme; one that no row is of is not there; both keep the state that was asked for', async () => {
  const { digest } = await app.dependencies.reading.head()
  const only = await app.request(`/en/families/imet?as_of=${digest.slice(0, 16)}`)
  expect([only.status, only.headers.get('location')]).toEqual([302, `/en/programs/imet-1?as_of=${digest.slice(0, 16)}`])
  expect((await app.request('/en/families/none-such')).status).toBe(404)
  expect((await app.request('/id/families/section-1004-333')).headers.get('location')).toBe('/en/families/section-1004-333')
})
