/** Two units of two sources that a person judged to be one: its page and the API say of it what either source says, and answers stay where they were given. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, designation, source, statement } from '../../../test/ledger-facts.js'
import { commitChangeset } from '../../ledger/changesets/change.js'
import { designationRow, entityRow, statementRow } from '../../ledger/changesets/entity-facts.js'
import { sourceRow } from '../../ledger/changesets/facts.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import type { Ledger } from '../../ledger/database/open.js'
import { judge } from '../../resolve/judge.js'
import { type App, buildApp } from '../app.js'

let ledger: Ledger
let app: App
let shown: string
let before: number

const denial = { property: 'perpetrator', stance: 'denies', speaker: 'A Spokesman', firstCitedPrinted: '2019-07' } as const

beforeAll(async () => {
  ledger = await freshDatabase()
  app = buildApp({ ledger })
  const sheet = source({ sha256: 'cd'.repeat(32), kind: 'spreadsheet', report: null })
  const said = [
    statement({ id: 'i1', entity: 'i1', property: 'occurrence', value: 'what is said', firstCited: '[2019-05-01,2019-06-01)' }),
    statement({ id: 'i2', entity: 'i1', property: 'perpetrator', value: 'the 7th', object: 'two', speaker: 'Some Observers' }),
    statement({ id: 'i3', entity: 'i1', property: 'violation', value: 'killing' }),
    statement({ id: 'j1', entity: 'j1', property: 'occurrence', value: 'what is said of two units' }),
    statement({ id: 'j2', entity: 'j1', property: 'perpetrator', value: 'the 7th', object: 'two' }),
    statement({ id: 'j3', entity: 'j1', property: 'perpetrator', value: 'another', object: 'other' }),
    statement({ id: 'j4', entity: 'j1', ...denial, value: 'another', object: 'other', firstCited: '[2019-07-01,2019-08-01)' }),
    statement({ id: 'i4', entity: 'i1', property: 'country', value: 'GTM', stance: 'denies', speaker: 'A Mayor' }),
    statement({ id: 'a1', entity: 'one', value: 'Seventh Battalion' }),
    statement({ id: 'a2', entity: 'two', value: '7th Battalion of Freedonia' }),
    statement({ id: 'a3', entity: 'two', property: 'alias', value: 'The Sevens' }),
    statement({ id: 'a4', entity: 'two', property: 'parent', object: 'brigade' }),
    statement({ id: 'a5', entity: 'brigade', value: 'First Brigade' }),
    statement({ id: 'a6', entity: 'person', value: 'Invented Person' }),
    statement({ id: 'a7', entity: 'person', property: 'posting', object: 'two' }),
    statement({
      id: 'a8',
      entity: 'two',
      property: 'reply',
      value: 'We answer',
      speaker: 'The Sevens',
      details: { answers: 'd1' },
    }),
    statement({ id: 'a9', entity: 'other', value: 'Another Unit' }),
  ]
  const listed = designation({
    id: 'd1',
    entity: 'two',
    list: 'A list of Freedonia',
    seenOn: '2020-01-01',
    delistedPrinted: 'sine die',
  })
  const { changeset } = await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(sheet, { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }),
      statement: said.map((one, position) => statementRow(one, sheet.id, position)),
      designation: [designationRow(listed, sheet.id, 0)],
      entities: [
        ...(['i1', 'j1'] as const).map((id) => entityRow(id, 'incident')),
        ...(['one', 'two', 'brigade', 'other'] as const).map((id) => entityRow(id, 'unit')),
        entityRow('person', 'person'),
      ],
    }),
  )
  before = changeset!
  const decision = { subjectKind: 'entity', subject: 'two', entity: 'one', verdict: 'same', note: null } as const
  await judge(ledger, decision, { reviewer: 'a tester', at: new Date('2026-02-01T00:00:00Z') })
  shown = (await app.request('/en/units/two')).status === 200 ? 'two' : 'one'
}, 60_000)
afterAll(() => ledger?.close())

const get = async (path: string) => (await app.request(path)).text()
const ofEither = [
  'Seventh Battalion',
  '7th Battalion of Freedonia',
  'The Sevens',
  'First Brigade',
  'Invented Person',
  'what is said',
  'A list of Freedonia',
  'We answer',
]

test('names, relations, postings, allegations, listings and answers of either', async () => {
  const page = await get(`/en/units/${shown}`)
  expect(ofEither.filter((words) => !page.includes(words))).toEqual([])
  const answer = await get(`/api/v1/units/${shown}`)
  const ofUnit = ['Seventh Battalion', '7th Battalion of Freedonia', 'The Sevens', 'First Brigade', 'We answer']
  expect(ofUnit.filter((words) => !answer.includes(words))).toEqual([])
})

test('a row that says it was taken off, on whatever day, shows nobody on the list of its copy’s day', async () => {
  const page = await get(`/en/units/${shown}`)
  expect(page).toContain('taken off sine die')
  expect(page).toContain('so says the copy of the list of 2020-01-01')
  expect(page).not.toContain('Seen on the list')
})

test('whom others name by the one is shown as the other, and nothing leads to what is shown no more', async () => {
  const gone = shown === 'one' ? 'two' : 'one'
  for (const path of ['/en/units/brigade', '/en/people/person', '/en/incidents/i1']) {
    const page = await get(path)
    expect([path, page.includes(`/units/${shown}`), page.includes(`/units/${gone}`)]).toEqual([path, true, false])
  }
})

test('a denial of a part that is a bare word says of which part', async () => {
  expect(await get('/en/incidents/i1')).toMatch(/Country<\/p>\s*<p class="printed"[^>]*>GTM/)
})

test('in the state before it was judged each says its own', async () => {
  const page = await get(`/en/units/one?as_of=${before}`)
  expect(ofEither.filter((words) => page.includes(words))).toEqual(['Seventh Battalion'])
})

test('what another unit denies of itself disputes nothing of this one', async () => {
  expect(await get('/en/units/other')).toContain('disputed since 2019-07')
  expect(await get(`/en/units/${shown}`)).not.toContain('disputed since')
  expect(await get('/en/incidents/j1')).toContain('disputed since 2019-07')
})
