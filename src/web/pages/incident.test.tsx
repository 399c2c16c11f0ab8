/** Pages of alleged incidents, and listings on an entity's page, over the bundled cases and designations. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { loadCurated } from '../../exchange/curated/load.js'
import { entryId } from '../../extract/ofac/read-ofac.js'
import { entityId } from '../../ledger/changesets/entity-facts.js'
import type { Ledger } from '../../ledger/database/open.js'
import { type App, buildApp } from '../app.js'
import { datesOf } from './incidents.js'

let ledger: Ledger
let app: App
beforeAll(async () => {
  ledger = await freshDatabase()
  await loadCurated(ledger, 'a tester', { now: () => new Date('2026-01-02T03:04:05Z') })
  app = buildApp({ ledger })
})
afterAll(() => ledger.close())

const incident = (key: string) => entityId('incident', 'Rastro: cases', key)
const page = async (path: string, status = 200) => {
  const response = await app.request(path)
  expect([path, response.status]).toEqual([path, status])
  return response.text()
}
const words = (html: string) =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')

test('an incident is alleged in its title, and who denies it stands beside it at the same size', async () => {
  const html = await page(`/en/incidents/${incident('sinaloa-2014-07-11')}`)
  const text = words(html)
  expect(html).toMatch(
    /<h1>Alleged: U\.S\. marshals in the dress of Mexican marines [^<]*, State of Sinaloa, Mexico \(2014-07-11\)<\/h1>/,
  )
  expect(text).toContain('Rastro does not say that it happened')
  expect(text).toMatch(/said by the Wall Street Journal, according to An article on U\.S\. assistance/)
  expect(text).toContain("denied by Mexico's Navy Secretariat")
  expect(text).toContain('denied by the Mexican embassy in Washington')
  // One element and one class for what is said on either side.
  const [alleged, answered] = html.split('Who denies, doubts or answers it')
  expect([alleged!.split('class="saying"').length - 1, answered!.split('class="saying"').length - 1]).toEqual([1, 3])
  expect(text).toContain('No source held here records an investigation')
})

test('of a doubt about the perpetrator the name is not left standing as the one who doubts', async () => {
  const text = words(await page(`/en/incidents/${incident('iguala-2014')}`))
  expect(text).toContain('On the alleged perpetrator: Guerreros Unidos questioned by witnesses')
})

test('the source’s word is shown with what class it falls under, or that it falls under none', async () => {
  const text = words(await page(`/en/incidents/${incident('honduras-el-salvador-2011-2014')}`))
  expect(text).toContain(
    'extrajudicial killings (22 USC 2304(d)(1): other flagrant denial of the right to life, liberty, or security of person)',
  )
  expect(text).toContain('extortion (a kind of event outside that law: corruption)')
  const spanish = words(await page(`/es/incidents/${incident('honduras-el-salvador-2011-2014')}`))
  expect(spanish).toContain(
    'extrajudicial killings (22 USC 2304(d)(1): otra denegación flagrante del derecho a la vida, a la libertad o a la seguridad de la persona)',
  )
  const massacre = words(await page(`/es/incidents/${incident('tlatlaya-2014')}`))
  expect(massacre).toContain('Se denuncia: massacre, Tlatlaya, México (2014)')
  expect(massacre).toContain('massacre (la palabra no corresponde a ninguna clase de esa ley)')
  expect(massacre).toContain('Ninguna fuente disponible recoge una negación')
})

test('a place in an article is a paragraph and a range', async () => {
  const text = words(await page(`/en/incidents/${incident('tlatlaya-2014')}`))
  expect(text).toMatch(/paragraph \d+, characters \d+ to \d+/)
})

test('the listing has every incident, filters by country, and pages through', async () => {
  const all = await page('/en/incidents')
  expect(words(all)).toContain('9 alleged incidents')
  expect(all.split('href="/en/incidents/').length - 1).toBe(9)
  const mali = words(await page('/en/incidents?country=mli'))
  expect(mali).toContain('2 alleged incidents')
  expect(words(await page('/en/incidents?country=tuvalu'))).toContain('That says nothing of whether there was one.')
  expect(words(await page('/en/incidents?from=9'))).toContain('That says nothing of whether there was one.')
  await page('/en/incidents?country=freedonia', 400)
  await page('/en/incidents?from=-1', 400)
  await page('/en/incidents?as_of=1')
})

test('an id of nothing, of a unit, and of the state before it was alleged answer that it is not there', async () => {
  await page('/en/incidents/nothing', 404)
  await page(`/en/incidents/${entryId('organization', '33951')}`, 404)
  await page(`/en/incidents/${incident('tlatlaya-2014')}?as_of=1`, 404)
})

test('a listing says on which day it was seen, and that absence proves nothing', async () => {
  for (const [language, seen, absence] of [
    ['en', 'seen on the list of 2023-01-06; since when is not known', 'absence from a list proves nothing'],
    ['es', 'visto en la lista del 2023-01-06; desde cuándo no se sabe', 'no figurar en una lista no prueba nada'],
  ]) {
    const text = words(await page(`/${language}/units/${entryId('organization', '33951')}`))
    expect(text).toContain(seen)
    expect(text).toContain(absence)
    expect(text).toContain('GLOMAG')
    expect(text).toContain('sdn.csv')
  }
})

test('a unit that is accused leads to the incident, with who says so', async () => {
  const html = await page(`/en/units/${entityId('unit', 'Rastro: cases', 'grupo-hercules')}`)
  expect(html).toContain(`/en/incidents/${incident('tamaulipas-2014')}`)
  expect(words(html)).toContain('Alleged incidents that name it')
})

test.each([
  ['[2011-01-01,2015-01-01)', '2011 – 2014'],
  ['[2011-02-01,2011-05-01)', '2011-02 – 2011-04'],
  ['[2011-02-01,2011-05-02)', '2011-02-01 – 2011-05-01'],
  ['[2011-01-01,2012-01-01)', '2011'],
  ['[2011-02-03,2011-02-04)', '2011-02-03'],
  [null, null],
])('%s is shown as %s, no more exact than it is known', (range, shown) => {
  expect(datesOf(range)).toBe(shown)
})
