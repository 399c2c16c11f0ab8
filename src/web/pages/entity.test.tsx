/** Pages of units and people over a spreadsheet's statements, as a reader gets them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, source, statement } from '../../../test/ledger-facts.js'
import { commitChangeset } from '../../ledger/changesets/change.js'
import { entityRow, publicationRow, statementRow } from '../../ledger/changesets/entity-facts.js'
import { sourceRow } from '../../ledger/changesets/facts.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import type { Ledger } from '../../ledger/database/open.js'
import type { Statement } from '../../ledger/entities.js'
import { type App, buildApp } from '../app.js'

let ledger: Ledger
let app: App

const dated = (from: string, to: string): Partial<Statement> => ({
  firstCitedPrinted: from,
  firstCited: `[${from},${from.slice(0, 9)}9)`,
  lastCitedPrinted: to,
  lastCited: `[${to},${to.slice(0, 9)}9)`,
  openEnded: 'N',
})

beforeAll(async () => {
  ledger = await freshDatabase()
  const sheet = source({ kind: 'spreadsheet', report: null, fileName: 'units.csv', title: 'Units of Freedonia' })
  const statements = [
    statement({ id: '1', entity: 'battalion', value: '102 <b>Battalion</b>', citations: ['p1', 'p2'] }),
    statement({ id: '2', entity: 'brigade', value: '1 Brigade' }),
    statement({ id: '3', entity: 'namesake', value: '102 <B>BATTALION</B>' }),
    statement({ id: '4', entity: 'officer', value: 'Ada Example' }),
    statement({
      id: '5',
      entity: 'battalion',
      property: 'parent',
      value: null,
      object: 'brigade',
      ...dated('2010-02-01', '2012-03-01'),
    }),
    statement({
      id: '6',
      entity: 'officer',
      property: 'posting',
      value: null,
      object: 'battalion',
      details: { role: 'Commander', rank: 'Colonel' },
      ...dated('2011-02-01', '2011-05-01'),
    }),
    statement({
      id: '7',
      entity: 'battalion',
      property: 'site',
      value: 'Ciudad Ejemplo',
      details: { latitude: 20.6, longitude: -103.4 },
      stance: 'denies',
      speaker: 'the ministry',
    }),
    statement({
      id: '8',
      entity: 'brigade',
      property: 'succession',
      value: null,
      object: 'battalion',
      details: { relation: 'renamed' },
    }),
    statement({
      id: '9',
      entity: 'battalion',
      property: 'remediation',
      value: 'Three officers were tried',
      details: { law: 'Foreign Assistance Act 620M', kind: 'effective steps' },
      speaker: 'the Department of Examples',
      ...dated('2016-03-01', '2016-05-01'),
    }),
    statement({
      id: '10',
      entity: 'officer',
      property: 'lineage',
      value: 'the colonel walked away from the battalion',
      object: 'battalion',
      details: { relation: 'left' },
    }),
    ...['battalion', 'brigade', 'namesake'].map((entity) =>
      statement({ id: `country ${entity}`, entity, property: 'country', value: 'MEX' }),
    ),
  ]
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(sheet, { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }),
      statement: statements.map((one, position) => statementRow(one, sheet.id, position)),
      publication: [
        publicationRow(
          {
            id: 'p1@a sheet',
            row: 2,
            kind: null,
            title: 'A report',
            author: null,
            publisher: 'The Example',
            url: 'javascript:alert(1)',
            archivedUrl: 'https://example.org/report',
            publishedPrinted: '2012',
            published: null,
            accessedPrinted: null,
            locator: 'p. 4',
          },
          sheet.id,
        ),
      ],
      entities: [...['battalion', 'brigade', 'namesake'].map((id) => entityRow(id, 'unit')), entityRow('officer', 'person')],
    }),
  )
  app = buildApp({ ledger })
})
afterAll(() => ledger.close())

const page = async (path: string) => {
  const answer = await app.request(path)
  return { status: answer.status, html: await answer.text() }
}

test('a unit shows its names escaped, its chain, who was posted to it, and what it is not to be confused with', async () => {
  const { status, html } = await page('/en/units/battalion')
  expect(status).toBe(200)
  expect(html).toContain('102 &lt;b&gt;Battalion&lt;/b&gt;')
  expect(html).not.toContain('<b>Battalion')
  expect(html).toContain('href="/en/units/brigade"')
  expect(html).toContain('First cited 2010-02-01 – 2010-02-08; last cited 2012-03-01 – 2012-03-08')
  expect(html).toContain('href="/en/people/officer"')
  expect(html).toMatch(/Not to be confused with[\s\S]*href="\/en\/units\/namesake"/)
  expect(html).toContain('denied: the ministry')
})

test('what is drawn of a chain are links within a group, a citation is called by what it shows, and a grade says whose it is', async () => {
  const { html } = await page('/en/units/battalion')
  // An image has no links in it, for whoever hears the page.
  expect(html).toMatch(/<svg class="chart chain"[^>]* role="group"/)
  expect(html).toMatch(/<a href="#publication-p1" title="1 publication cited">p1<\/a>/)
  expect(html).toContain('graded “High” by the source')
})

test('a denied site is in the table and not on the map', async () => {
  const { html } = await page('/en/units/battalion')
  expect(html).toContain('Ciudad Ejemplo')
  expect(html).not.toContain('site-map')
})

test('an address in a spreadsheet is a link only where it is one of the web; what no source describes says so', async () => {
  const { html } = await page('/en/units/battalion')
  expect(html).not.toContain('href="javascript')
  expect(html).toContain('href="https://example.org/report"')
  expect(html).toContain('id="publication-p2"')
  expect(html).toContain('a publication that no source here describes')
})

test('a day moves a relation that is not cited for it apart, and a bad date is a 400', async () => {
  const { html } = await page('/en/units/battalion?on=2015-01-01')
  expect(html).toMatch(/No source cites a unit above it[\s\S]*Above it at other times[\s\S]*1 Brigade/)
  expect((await page('/en/units/battalion?on=2015-02-30')).status).toBe(400)
  expect((await page('/en/units/battalion?on=soon')).status).toBe(400)
})

test('a person has postings; each kind has its own address; who is not there is a 404', async () => {
  const { html } = await page('/es/people/officer')
  expect(html).toMatch(/Destinos a lo largo del tiempo[\s\S]*Commander[\s\S]*Colonel/)
  expect((await page('/en/units/officer')).status).toBe(404)
  expect((await page('/en/people/battalion')).status).toBe(404)
  expect((await page('/en/units/nobody')).status).toBe(404)
})

test('the chain can be taken as GraphML', async () => {
  const { status, html } = await page('/en/units/battalion/chain.graphml?on=2011-01-01')
  expect(status).toBe(200)
  expect(html.match(/<node /g)).toHaveLength(2)
  expect((await page('/en/units/nobody/chain.graphml')).status).toBe(404)
})

test('before it was written it is not there', async () => {
  expect((await page('/en/units/battalion?as_of=0')).status).toBe(404)
  expect((await page('/en/units/battalion?as_of=1')).status).toBe(200)
})

test('the API says the same, and an address in no language leads to the page', async () => {
  const answer = await app.request('/api/v1/units/battalion?on=2011-01-01')
  expect(answer.status).toBe(200)
  const data = (await answer.json()) as {
    chain: { parents: unknown[] }
    homonyms: unknown[]
    statements: unknown[]
    publications: unknown[]
  }
  expect(data).toMatchObject({ kind: 'unit', country_code: 'MEX', training: { sum: { rows: 0 } } })
  expect(data.chain.parents).toMatchObject([{ id: 'brigade', name: '1 Brigade', holding: 'cited' }])
  expect(data.homonyms).toMatchObject([{ id: 'namesake' }])
  expect(data.statements).toContainEqual(
    expect.objectContaining({
      property: 'name',
      places: [{ page: null, page_label: null, box: null, row: 2, column: 'unit:name' }],
    }),
  )
  expect((await app.request('/api/v1/people/battalion')).status).toBe(404)
  expect((await app.request('/id/units/battalion?as_of=1')).headers.get('location')).toBe('/en/units/battalion?as_of=1')
})

test('remediation has its days, its law, its kind and who says so, in the reader’s language', async () => {
  const said = async (language: string) =>
    (await (await app.request(`/${language}/units/battalion`)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  expect(await said('en')).toMatch(
    /Three officers were tried Foreign Assistance Act 620M effective steps said by the Department of Examples First cited 2016-03-01 [^;]*; last cited 2016-05-01/,
  )
  expect(await said('es')).toMatch(
    /Three officers were tried Ley de Asistencia Exterior, sección 620M medidas efectivas lo dice the Department of Examples/,
  )
})

test('what came before a unit, and who is said to have left it, stand on its page as their sources word it', async () => {
  const html = await (await app.request('/en/units/battalion')).text()
  const [, came, left] =
    /<h3>What came before it<\/h3>([\s\S]*?)<h3>Who is said to be, or to have been, connected with it<\/h3>([\s\S]*?)<\/section>/.exec(
      html,
    )!
  expect(came).toMatch(/href="\/en\/units\/brigade"[\s\S]*renamed/)
  expect(left).toMatch(/href="\/en\/people\/officer"[\s\S]*the colonel walked away from the battalion[\s\S]*left/)
})
