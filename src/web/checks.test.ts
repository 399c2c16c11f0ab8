/** Checks as pages and answers of the API, over a small ledger. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { training } from '../../test/ledger-facts.js'
import { writeServing } from '../../test/serving-ledger.js'
import { type App, buildApp } from './app.js'

let ledger: Awaited<ReturnType<typeof freshDatabase>>
let app: App
const mexican = { country: 'Mexico', countryCode: 'MEX' }
const rows = [
  training({ id: 'one', ...mexican, quantity: 70, cents: 100_000 }),
  training({ id: 'two', ...mexican, quantity: 50, cents: null }),
  training({ id: 'plan', ...mexican, quantity: 900, status: 'proposed' }),
]
beforeAll(async () => {
  ledger = await freshDatabase()
  await writeServing(ledger, rows)
  app = buildApp({ ledger })
})
afterAll(() => ledger.close())

const asked = 'measure=people&value=200&country=mex&from=2012&program=imet-1'
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const text = async (path: string) => (await get(path)).text()

test('the page to ask from, and what its form sends led to an address of a fixed form', async () => {
  for (const language of ['en', 'es']) expect((await get(`/${language}/checks`)).status).toBe(200)
  const sent = await get(
    '/es/checks?measure=people&comparator=exactly&value=1,200&value_to=&place=México&from=2012&to=&years=fiscal&program=imet-1',
  )
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toBe('/es/checks?measure=people&value=1200&country=mex&from=2012&program=imet-1')
  const empty = await get('/en/checks?measure=people&comparator=exactly&value=&place=Mexico')
  expect(empty.headers.get('location')).toBe('/en/checks')
})

test('the verdict with its difference, people apart from sessions, and the rows one click away', async () => {
  const english = await text(`/en/checks?${asked}`)
  expect(english).toContain('Ledger lower, by 80 training sessions.')
  expect(english).toContain('Even if nobody was counted twice')
  expect(english).toContain('People are not training sessions')
  expect(english).toContain('/en/search?country=mex&amp;year=2012&amp;program=imet-1')
  expect(english).toContain('120 training sessions in 2 rows')
  const spanish = await text(`/es/checks?${asked}`)
  expect(spanish).toContain('El registro da menos: 80 sesiones de adiestramiento de diferencia.')
  expect(spanish).toContain('un límite superior de las personas')
})

test('where a year is not at hand nothing can be said, and the partial figure follows', async () => {
  const page = await text('/en/checks?measure=people&value=200&country=mex&from=2011&to=2012&program=imet-1')
  const [verdict, reason, part] = [
    'Cannot say.',
    'The report is not among the sources of this ledger: fiscal year 2011 (Mexico).',
    'The part at hand:',
  ]
  expect(page.indexOf(verdict)).toBeGreaterThan(0)
  expect(page.indexOf(reason)).toBeGreaterThan(page.indexOf(verdict))
  expect(page.indexOf(part)).toBeGreaterThan(page.indexOf(reason))
  expect(page).toContain('which is no answer by itself')
  expect(page).toContain('1 of the 2 parts of the reports that it touches is at hand')
})

test('what others gave has no figure beside it, and none is said to be missing from the reports', async () => {
  const page = await text('/en/checks?measure=people&value=200&country=mex&from=2012&provider=French%20instructors')
  expect(page).toContain('what the record sums is no part of what is claimed')
  expect(page).toContain('list of it was not asked')
  expect(page).not.toContain('have no figure for it')
  expect(page).not.toContain('The part at hand:')
})

test('a time that is left open, and one part of the reports, are said in words', async () => {
  const address = 'measure=people&value=200&country=mex&from=2012&open=yes&published=2012-12-01&years=calendar&program=imet-1'
  expect(await text(`/en/checks?${address}`)).toContain('“since 2012” was read as')
  expect(await text(`/es/checks?${address}`)).toContain('“desde 2012” se leyó como')
  expect(await text(`/en/checks?${asked}`)).toContain('The one part of the reports that it touches is at hand')
  expect(await text(`/es/checks?${asked}`)).toContain('Está disponible la única parte de los informes')
})

test('where only what came under some programmes is lacking, the page leads to asking of another', async () => {
  const general = 'measure=sessions&value=70&country=mex&from=2012'
  const page = await text(`/en/checks?${general}`)
  expect(page).toContain('Joint exercises of special forces (JCET) are mostly in Volume III')
  expect(page).toMatch(/<a href="#edit">What is lacking is of [^<]*JCET[^<]* alone\. If the claim is of another programme/)
  expect(page).toContain('id="edit"')
  for (const other of [
    `${general}&program=imet-1`,
    `${general}&said=planned`,
    'measure=sessions&value=70&country=mex&from=2011&to=2012',
  ])
    expect(await text(`/en/checks?${other}`)).not.toContain('What is lacking is of')
})

test('the API says the same, with codes, words and a permalink', async () => {
  const { data } = (await (await get(`/api/v1/checks?${asked}`)).json()) as { data: Record<string, unknown> }
  expect(data).toMatchObject({
    verdict: 'ledger lower',
    verdict_words: expect.stringContaining('by 80 training sessions'),
    difference: -80,
    reading: 'upper bound',
    query: { countries: ['MEX'], fiscal_years: [2012], parameters: ['country=mex&year=2012&program=imet-1'] },
    figure: { training_sessions: 120, partial: false },
    permalink: expect.stringMatching(
      /^\/id\/checks\?measure=people&value=200&country=mex&from=2012&program=imet-1&as_of=[0-9a-f]{16}$/,
    ),
  })
  expect((await get('/api/v1/checks')).status).toBe(400)
  expect((await get('/api/v1/checks?measure=people&value=x')).status).toBe(400)
})

test('a permalink shows the check as it was made, whatever is added to the ledger later', async () => {
  const { data } = (await (await get(`/api/v1/checks?${asked}`)).json()) as { data: { permalink: string } }
  expect(await text(`/en/checks?${asked}`)).toContain(data.permalink.replaceAll('&', '&amp;'))
  await writeServing(ledger, [...rows, training({ id: 'three', ...mexican, quantity: 500 })])
  const led = await get(data.permalink, { 'accept-language': 'es' })
  expect(led.status).toBe(303)
  const kept = await text(led.headers.get('location')!)
  expect(kept).toContain('El registro da menos: 80 sesiones')
  expect(kept).toContain('/es/search?country=mex&amp;year=2012&amp;program=imet-1&amp;as_of=')
  expect(await text(`/en/checks?${asked}`)).toContain('Cannot say.')
  expect((await get('/id/checks?colour=red')).status).toBe(400)
})

test('the quotation of a check is a picture too, in either language', async () => {
  for (const language of ['en', 'es']) {
    const page = await (await app.request(`/${language}/checks?measure=sessions&value=70&country=mex&from=2012`)).text()
    const card = /href="([^"]*checks\.png[^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&')
    expect(card).toMatch(/as_of=[0-9a-f]{16}/)
    const picture = await app.request(card)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  }
  expect((await app.request('/en/checks.png')).status).toBe(404)
})

test('words of an address are shown as words', async () => {
  const page = await text(`/en/checks?${asked}&counted=${encodeURIComponent('<script>alert(1)</script> police')}`)
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('&lt;script&gt;')
})

test('where no article was taken in, the page of claims says so and blames no filter', async () => {
  const page = await text('/en/claims')
  expect(page).toContain('No article has been taken into this ledger yet.')
  expect(page).not.toContain('matches these filters')
})
