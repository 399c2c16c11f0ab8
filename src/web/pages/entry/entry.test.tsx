/** Forms of entry without a browser: what is restricted, who may not enter, and what the fields of a form say. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.js'
import { enteringBy } from '../../../cli/entering.js'
import { judgingBy } from '../../../cli/judging.js'
import { errors } from '../../../ledger/errors.js'
import { type App, buildApp } from '../../app.js'
import { findPassage, paragraphsOf, placeOfRange } from '../../entry/paragraphs.js'
import { readSaid } from '../../entry/read-statement.js'
import { readSpan, Typed } from '../../entry/typed.js'
import { closeEvidence } from '../../evidence.js'
import { formToken } from '../../security.js'

const now = () => new Date('2026-02-01T00:00:00Z')
let ledger: Awaited<ReturnType<typeof freshDatabase>>
let app: App
let readers: App

beforeAll(async () => {
  ledger = await freshDatabase()
  app = buildApp({ ledger, judging: judgingBy(ledger, 'an analyst', now), entering: enteringBy(ledger, 'an analyst', now) })
  readers = buildApp({ ledger, contact: 'desk@example.org' })
})
afterAll(async () => {
  await closeEvidence(app.dependencies)
  await closeEvidence(readers.dependencies)
  await ledger.close()
})

const send = (path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ token: formToken, step: 'enter', ...fields }),
  })
const shown = async (from: App, path: string) => (await from.request(path)).text()

test('what is entered from a restricted note is shown to its analyst and on no public page', async () => {
  const secret = 'What a witness told me in confidence'
  const entered = await send('/en/enter/incident', { note: secret, note_restricted: 'yes', what: 'An event that only I know of' })
  expect(entered.headers.get('location')).toMatch(/^\/en\/enter\/entered\?restricted=1&/)
  for (const path of ['/en/incidents', '/en/sources', '/en/changes', '/api/v1/sources']) {
    const page = await shown(readers, path)
    expect([path, page.includes('only I know') || page.includes('confidence')]).toEqual([path, false])
  }
  expect(await shown(app, entered.headers.get('location')!)).toContain('An event that only I know of')
  expect(await shown(app, '/en/enter/statement')).toContain('[restricted] Note: What a witness told me')
})

test('readers who may not enter anything learn how to answer, and find no form', async () => {
  const entered = await send('/en/enter/incident', {
    note: 'A public note',
    what: 'Somebody was beaten',
    perpetrator_words: 'soldiers',
  })
  expect(entered.status).toBe(303)
  const incident = /\/en\/incidents\/([0-9a-f]{20})/.exec(await shown(readers, '/en/incidents'))![1]
  const page = await shown(readers, `/en/respond/${incident}`)
  expect(page).toContain('desk@example.org')
  expect(page).not.toContain('/enter/')
  // What it is called is what is alleged: nowhere without saying so.
  expect(page).toContain('<h1>Respond or correct: Alleged: Somebody was beaten</h1>')
  const nobody = await shown(readers, '/en/enter')
  expect(nobody).toContain('desk@example.org')
  expect(nobody).not.toContain('<form method="post"')
  expect((await readers.request('/en/enter/incident')).status).toBe(403)
  expect((await app.request(`/en/respond/${'0'.repeat(20)}`)).status).toBe(404)
})

test('of several who are accused, a reply on the page of the incident disputes it for the one that is chosen, or for all', async () => {
  const accuse = (unit: string) =>
    send('/en/enter/incident', {
      note: 'A note on two units',
      what: 'Shots were fired at a market',
      perpetrator: unit,
      perpetrator_id: 'new',
      perpetrator_kind: 'unit',
      perpetrator_words: unit,
    })
  expect((await accuse('7th Invented Battalion')).status).toBe(303)
  const { rows: found } = await ledger.ownerPool.query<{ entity: string; source: string }>(
    `SELECT entity, source FROM ledger.statement WHERE value = 'Shots were fired at a market'`,
  )
  const incident = found[0]!.entity
  const entered = await send('/en/enter/statement', {
    source: found[0]!.source,
    entity: 'Shots were fired at a market',
    entity_id: incident,
    property: 'perpetrator',
    object: '8th Invented Battalion',
    object_id: 'new',
    object_kind: 'unit',
    paragraph: '1',
  })
  expect(entered.status).toBe(303)
  const form = await shown(app, `/en/enter/reply?entity=${incident}&matter=${incident}`)
  expect(form).toContain('8th Invented Battalion')
  const options = new Map(
    [...form.matchAll(/<option value="([0-9a-f]{20})"[^>]*>(\w+ Invented Battalion)/g)].map((one) => [one[2], one[1]!]),
  )
  const reply = {
    entity: incident,
    matter: incident,
    who: 'A spokesman of the invented army',
    on_printed: '2025-12-01',
    received: 'letter',
    disputes: 'perpetrator',
    text: 'The eighth battalion was not there.',
  }
  expect((await send('/en/enter/reply', reply)).status).toBe(422)
  expect((await send('/en/enter/reply', { ...reply, accused: options.get('8th Invented Battalion')! })).status).toBe(303)
  const denied = async () =>
    (
      await ledger.ownerPool.query<{ object: string }>(
        `SELECT object FROM ledger.statement WHERE entity = $1 AND property = 'perpetrator' AND stance = 'denies' AND withdrawn IS NULL ORDER BY object`,
        [incident],
      )
    ).rows.map(({ object }) => object)
  expect(await denied()).toEqual([options.get('8th Invented Battalion')])
  expect((await send('/en/enter/reply', { ...reply, text: 'Neither was there.', accused: 'all' })).status).toBe(303)
  expect(new Set(await denied())).toEqual(new Set(options.values()))
})

test('what the ledger refuses is shown again with the reason and with all that was typed', async () => {
  const fields = { note: 'A note that everybody may read', what: 'Somebody was threatened at a checkpoint' }
  expect((await send('/en/enter/incident', fields)).status).toBe(303)
  const refused = await send('/en/enter/incident', { ...fields, what: 'Another was threatened', note_restricted: 'yes' })
  expect(refused.status).toBe(422)
  const form = await refused.text()
  expect(form).toContain('The ledger did not take this; what you typed is kept.')
  expect(form).toContain(errors.SOURCE_PUBLIC().message)
  expect(form).toContain('Another was threatened')
  expect(form).toMatch(/name="draft" value="[0-9a-f]{24}"/)
})

test('names of victims are kept only where it is ticked, and never from what is restricted', async () => {
  const fields = { note: 'Another note', what: 'Two were taken', victims_names: 'An Invented Name' }
  expect((await send('/en/enter/incident', fields)).status).toBe(422)
  expect((await send('/en/enter/incident', { ...fields, victims_public: 'yes', note_restricted: 'yes' })).status).toBe(422)
  expect((await send('/en/enter/incident', { ...fields, victims_public: 'yes' })).status).toBe(303)
  const { rows } = await ledger.ownerPool.query(`SELECT details FROM ledger.statement WHERE property = 'victims'`)
  expect(rows).toEqual([{ details: { names: 'An Invented Name' } }])
})

test('a passage is found apart from line ends, told where it stands several times, and counted in code points', () => {
  const text = '😀 First line.\n\nThe army said\nno. The army said yes.'
  expect(findPassage(text, 'army  said no')).toHaveLength(1)
  expect(findPassage(text, 'The army said')).toHaveLength(2)
  expect(findPassage(text, 'a (b')).toEqual([])
  expect(paragraphsOf(text).map(({ number }) => number)).toEqual([1, 2, 3])
  expect(placeOfRange(text, findPassage(text, 'First line')[0]!)).toMatchObject({ pageLabel: 'paragraph 1', start: 2, end: 12 })
})

test.each([
  ['2014-03-01', '2014-02', 'last before first'],
  ['2014-03', '2014-03-01', undefined],
])('cited first in %s and last in %s: %s', (first, last, problem) => {
  const typed = new Typed({ first: [first], last: [last] })
  readSaid(typed)
  expect(typed.problems.get('last')).toBe(problem)
})

test('dates are kept as printed and read as they are told to be; what cannot be read is told', () => {
  expect(readSpan('2014-02/2014-03-05')).toEqual({ from: '2014-02-01', to: '2014-03-05' })
  expect(readSpan('2014-03/2014-02')).toBeNull()
  const of = (printed: string, read: string) => {
    const typed = new Typed({ on_printed: [printed], on: [read] })
    return { ...typed.date('on'), problem: typed.problems.get('on') }
  }
  expect(of('last Tuesday', '2014-02-18')).toEqual({
    printed: 'last Tuesday',
    range: '[2014-02-18,2014-02-19)',
    problem: undefined,
  })
  expect(of('last Tuesday', '?')).toEqual({ printed: 'last Tuesday', range: null, problem: undefined })
  expect(of('last Tuesday', '')).toMatchObject({ range: null, problem: 'no date' })
  expect(of('2014-02-30', '')).toMatchObject({ problem: 'no date' })
  expect(of('', '')).toEqual({ printed: null, range: null, problem: undefined })
})
