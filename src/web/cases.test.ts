/** The five articles that come with the project, on their page. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { loadCurated } from '../exchange/curated/load.js'
import { readDataTable } from '../ledger/vocabulary.js'
import { type App, buildApp } from './app.js'
import { caseClaims } from './messages/es-case-claims.js'

let ledger: Awaited<ReturnType<typeof freshDatabase>>
let app: App
beforeAll(async () => {
  ledger = await freshDatabase()
  await loadCurated(ledger, 'a tester', { now: () => new Date('2026-01-02T03:04:05Z') })
  app = buildApp({ ledger })
}, 60_000)
afterAll(() => ledger.close())

const text = async (path: string) => (await app.request(path)).text()

test('every claim of theirs can be read in Spanish', () => {
  const words = readDataTable('cases/claims.csv').map((row) => row.words!)
  expect(words.filter((one) => caseClaims[one] === undefined)).toEqual([])
  expect(Object.keys(caseClaims).filter((one) => !words.includes(one))).toEqual([])
})

test('the page has each article’s claims with a verdict, denials beside them, and where two contradict each other', async () => {
  for (const language of ['en', 'es']) {
    const page = await text(`/${language}/cases`)
    for (const { words } of readDataTable('cases/claims.csv'))
      expect(page).toContain((language === 'en' ? words! : caseClaims[words!]!).replaceAll("'", '&#39;'))
    expect(page).toContain(
      language === 'en'
        ? 'Which cartel are those soldiers said to have joined?'
        : '¿A qué cartel se habrían unido esos soldados?',
    )
    expect(page.split('class="case-saying"').length - 1).toBe(2)
    expect(page).toContain('class="case-answers"')
  }
  const page = await text('/en/cases')
  const denied = page.indexOf('U.S. marshals in the dress')
  expect(page.indexOf('no foreign authorities took part', denied)).toBeGreaterThan(denied)
  expect(await text('/en/')).toContain('href="/en/cases"')
})

test('without the bundled data there is nothing to show, and the page says so', async () => {
  const empty = await freshDatabase()
  try {
    expect(await (await buildApp({ ledger: empty }).request('/en/cases')).text()).toContain('started without')
  } finally {
    await empty.close()
  }
})
