/** What the search box suggests, over rows in a database. How it behaves in a browser is tested in test/e2e. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { training } from '../../test/ledger-facts.js'
import { servingTrainings, writeServing } from '../../test/serving-ledger.js'
import type { Ledger } from '../ledger/database/connect.js'
import { type App, buildApp } from './app.js'
import { asPrefix, type Suggestions } from './suggestions.js'

let ledger: Ledger
let app: App

beforeAll(async () => {
  ledger = await freshDatabase()
  const successor = training({ id: 'c1', programCode: 'Section 333', programFamily: 'Counter-drug', fiscalYear: 2018 })
  await writeServing(ledger, [...servingTrainings, successor])
  app = buildApp({ ledger })
})
afterAll(() => ledger.close())

async function suggested(q: string, language = 'en') {
  const answer = await app.request(`/${language}/suggest?q=${encodeURIComponent(q)}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Suggestions
}
const found = async (q: string, language?: string) =>
  (await suggested(q, language)).groups.flatMap(({ options }) => options.map(({ text, href }) => [text, href]))

test('a country is found by its beginning, in either language, and leads to its page in the reader’s', async () => {
  expect(await found('mex')).toContainEqual(['Mexico', '/en/countries/mex'])
  expect(await found('MÉX', 'es')).toContainEqual(['México', '/es/countries/mex'])
  expect(await found('polonia')).toContainEqual(['Poland', '/en/countries/pol'])
  for (const [typed, page] of [
    ['DRC', '/en/countries/cod'],
    ['uk', '/en/countries/gbr'],
    ['burma', '/en/countries/mmr'],
    ['Swazi', '/en/countries/swz'],
  ] as const)
    expect((await found(typed))[0]?.[1]).toBe(page)
  expect((await suggested('poland')).groups[0]?.options[0]?.detail).toBe('no row in the reports held')
})

test('a programme is found by its code or by what it stands for, its family beside it', async () => {
  expect(await found('counter')).toEqual([
    ['Counter-drug', '/en/families/counter-drug'],
    ['Section 1004', '/en/programs/section-1004'],
  ])
  expect(await found('antidrogas', 'es')).toContainEqual(['Section 1004', '/es/programs/section-1004'])
  expect((await found('section 333'))[0]).toEqual(['Section 333', '/en/programs/section-333'])
})

test('a printed name is found by words in any order, the last of them begun', async () => {
  expect((await found('infanteria 102 bata')).map(([text]) => text)).toContain('102/o. Batallón de Infantería')
  expect(await found('infanteria bata 102')).toEqual([])
  expect(asPrefix('102 bata')).toBe('102 bata*')
  expect(asPrefix('102 batallon ')).toBe('102 batallon ')
  expect(asPrefix('"7th* spec')).toBe(' 7th  spec*')
})

test('what nothing matches, and what is no word, gives no group and says so', async () => {
  expect(await suggested('zzzz')).toEqual({ groups: [], status: 'No suggestion.' })
  for (const odd of ['', '   ', '***', '"', '%', '(', "'; drop"]) expect((await suggested(odd)).groups).toEqual([])
  expect((await app.request('/en/suggest?q=a&colour=red')).status).toBe(400)
  expect((await app.request(`/en/suggest?q=${'a'.repeat(1001)}`)).status).toBe(400)
})
