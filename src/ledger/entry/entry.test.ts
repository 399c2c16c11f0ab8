import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, source as sourceOf, statement } from '../../../test/ledger-facts.js'
import { commitChangeset } from '../changesets/change.js'
import { entityRow, statementRow } from '../changesets/entity-facts.js'
import { sourceId, sourceRow } from '../changesets/facts.js'
import { replaceSource } from '../changesets/replace-source.js'
import { verifyLedger } from '../changesets/verify.js'
import type { Ledger } from '../database/connect.js'
import type { Statement } from '../entities.js'
import { correct } from './correct.js'
import { draftsOf } from './drafts.js'
import { type Entry, enter, enterSource, type NewSource, undoEntry } from './enter.js'

let ledger: Ledger
beforeAll(async () => {
  ledger = await freshDatabase()
})
afterAll(() => ledger.close())

const by = { actor: 'an analyst', at: new Date('2026-03-01T00:00:00Z') }
const whole = { page: null, pageLabel: null, box: null, row: null, start: 0, end: 20 }

function note(text: string, restricted = false): NewSource {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const source = sourceOf({ sha256, id: sourceId(sha256), kind: 'note', title: text, report: null, pages: null })
  return { source, collectedFrom: 'written down', restricted }
}

const alleged = (source: Entry['source']): Entry => ({
  reason: 'Entered an alleged incident',
  source,
  place: whole,
  made: [
    { key: '@incident', kind: 'incident', name: null, country: 'GTM' },
    { key: '@unit', kind: 'unit', name: '7th Invented Battalion', country: 'GTM' },
  ],
  statements: [
    { entity: '@incident', property: 'occurrence', value: 'Two men were taken from a market', speaker: 'relatives' },
    { entity: '@incident', property: 'perpetrator', value: 'the battalion', object: '@unit' },
  ],
})

const current = async (schema: string, property: string) =>
  (
    await ledger.ownerPool.query(
      `SELECT id, entity, object, value, stance, speaker, source FROM ${schema}.statement WHERE property = $1 AND withdrawn IS NULL ORDER BY id`,
      [property],
    )
  ).rows

test('an entry is one changeset; sent twice it is one entry; undone it leaves nothing behind, and it can be brought back', async () => {
  const entered = await enter(ledger, alleged(note('a first note')), by)
  const incident = entered.made.get('@incident')!
  expect(await current('ledger', 'perpetrator')).toMatchObject([
    { entity: incident, object: entered.made.get('@unit'), source: entered.source },
  ])
  expect((await enter(ledger, alleged(note('a first note')), by)).changeset).toBeNull()
  const undone = await undoEntry(ledger, entered.changeset!, 'ledger', by)
  expect(await current('ledger', 'occurrence')).toEqual([])
  expect((await ledger.ownerPool.query('SELECT FROM ledger.entity WHERE withdrawn IS NULL')).rows).toEqual([])
  await undoEntry(ledger, undone.changeset!, 'ledger', by)
  expect(await current('ledger', 'occurrence')).toHaveLength(1)
})

test('what is entered from a restricted source is nowhere in public, takes no public number, and is undone by itself', async () => {
  const before = await ledger.ownerPool.query('SELECT count(*)::int AS n, max(id)::int AS last FROM ledger.changeset')
  const entered = await enter(ledger, alleged(note('a source that could be hurt', true)), by)
  expect(entered.changeset).toBeNull()
  const after = await ledger.ownerPool.query('SELECT count(*)::int AS n, max(id)::int AS last FROM ledger.changeset')
  expect(after.rows).toEqual(before.rows)
  expect((await current('restricted', 'occurrence')).map(({ source }) => source)).toEqual([entered.source])
  const { rows } = await ledger.readerPool.query('SELECT FROM ledger.source WHERE id = $1', [entered.source])
  expect(rows).toEqual([])
  await undoEntry(ledger, entered.restrictedChangeset!, 'restricted', by)
  expect(await current('restricted', 'occurrence')).toEqual([])
})

test('a source that is entered again with another day is corrected for all that was entered from it, and the correction can be undone', async () => {
  const dated = (printed: string | null, restricted = false): NewSource => {
    const given = note(restricted ? 'a letter in confidence' : 'an article on paper', restricted)
    return { ...given, source: { ...given.source, kind: 'article', publisher: 'The Valley Courier', publishedPrinted: printed } }
  }
  const day = async (schema = 'ledger') =>
    (
      await ledger.ownerPool.query(
        `SELECT published_printed AS printed, published::text, publisher FROM ${schema}.source WHERE title LIKE 'a% on paper' AND withdrawn IS NULL
          OR title LIKE '%in confidence' AND withdrawn IS NULL`,
      )
    ).rows
  await enterSource(ledger, dated('2014-02-17'), by)
  await enter(ledger, alleged(dated('2014-02-17')), by)
  expect((await enterSource(ledger, dated('2014-02-17'), by)).changeset).toBeNull()
  // What is left blank says nothing.
  expect((await enterSource(ledger, { ...dated(null) }, by)).changeset).toBeNull()
  const corrected = await enterSource(ledger, dated('2014-02-18'), by)
  expect(corrected).toMatchObject({ changeset: expect.any(Number), written: 1, withdrawn: 1 })
  expect(await day()).toEqual([{ printed: '2014-02-18', published: '[2014-02-18,2014-02-19)', publisher: 'The Valley Courier' }])
  const { rows } = await ledger.ownerPool.query('SELECT reason FROM ledger.changeset WHERE id = $1', [corrected.changeset])
  expect(rows[0].reason).toBe('Corrected what is said of the source “an article on paper”')
  // The same day in other words is no correction; given with an entry another day is refused, rather than lost.
  expect((await enterSource(ledger, dated('2014-02-18'), by)).changeset).toBeNull()
  await expect(enter(ledger, alleged(dated('2014-02-17')), by)).rejects.toMatchObject({
    code: 'SOURCE_DAY_DIFFERS',
    message: expect.stringContaining('2014-02-18'),
  })
  await undoEntry(ledger, corrected.changeset!, 'ledger', by)
  expect(await day()).toMatchObject([{ printed: '2014-02-17' }])
  await enterSource(ledger, dated('2014-02-17', true), by)
  expect(await enterSource(ledger, dated('2014-02', true), by)).toMatchObject({
    changeset: null,
    restrictedChangeset: expect.any(Number),
  })
  expect(await day('restricted')).toMatchObject([{ printed: '2014-02' }])
})

test('of what a program read the day is what it read', async () => {
  const list = note('a list that is read')
  const given: NewSource = { ...list, source: { ...list.source, kind: 'list', publishedPrinted: '2023-01-06' } }
  await enterSource(ledger, given, by)
  await expect(
    enterSource(ledger, { ...given, source: { ...given.source, publishedPrinted: '2026-01-06' } }, by),
  ).rejects.toMatchObject({ code: 'SOURCE_DAY_DIFFERS' })
})

test('what is public already is not entered as restricted: its statements would be public', async () => {
  await enter(ledger, alleged(note('a note that everybody reads')), by)
  const again = { ...alleged(note('a note that everybody reads', true)), statements: alleged('').statements.slice(0, 1) }
  await expect(enter(ledger, again, by)).rejects.toMatchObject({ code: 'SOURCE_PUBLIC' })
})

test('a public entry cannot speak of what only restricted sources speak of', async () => {
  const secret = await enter(ledger, { ...alleged(note('another secret', true)) }, by)
  const entity = secret.made.get('@incident')!
  const entry: Entry = {
    ...alleged(note('a public note')),
    made: [],
    statements: [{ entity, property: 'occurrence', value: 'denied', stance: 'denies' }],
  }
  await expect(enter(ledger, entry, by)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a statement that cannot be about its entity is refused, and nothing of the entry is kept', async () => {
  const entry = alleged(note('a third note'))
  const bad: Entry = { ...entry, statements: [...entry.statements, { entity: '@unit', property: 'victims', value: 'two' }] }
  await expect(enter(ledger, bad, by)).rejects.toMatchObject({ code: 'ENTRY_INVALID' })
  expect((await ledger.ownerPool.query(`SELECT FROM ledger.source WHERE title = 'a third note'`)).rows).toEqual([])
})

test('reading a source again leaves what was entered by hand, and does not bring back what was corrected until the correction is undone', async () => {
  const { source, restricted } = note('a spreadsheet that is read')
  await enterSource(ledger, { source, restricted, collectedFrom: 'a folder' }, by)
  const read: Statement = statement({ id: 'read-1', entity: 'unit-1', property: 'name', value: 'Wrong Name' })
  const other: Statement = statement({ id: 'read-2', entity: 'unit-1', property: 'alias', value: 'Another Name' })
  const again = () =>
    commitChangeset(ledger, about(), (change) =>
      replaceSource(change, {
        source: sourceRow(source, { at: by.at, by: 'a tester', from: 'a folder', method: 'm' }),
        statement: [read, other].map((one, at) => statementRow(one, source.id, at)),
        entities: [entityRow('unit-1', 'unit')],
      }),
    )
  await again()
  await enter(
    ledger,
    {
      reason: 'r',
      source: source.id,
      place: { ...whole, row: 4 },
      made: [],
      statements: [{ entity: 'unit-1', property: 'note', value: 'seen' }],
    },
    by,
  )
  const corrected = await correct(
    ledger,
    { kind: 'statement', id: 'read-1', reason: 'The cell was misread', instead: { value: 'Right Name' } },
    by,
  )
  const names = async () =>
    (await current('ledger', 'name')).filter(({ entity }) => entity === 'unit-1').map(({ value }) => value)
  expect(await names()).toEqual(['Right Name'])
  await again()
  expect(await names()).toEqual(['Right Name'])
  expect(await current('ledger', 'note')).toHaveLength(1)
  await undoEntry(ledger, corrected.changeset!, 'ledger', by)
  expect(await names()).toEqual(['Wrong Name'])
  await again()
  expect(await names()).toEqual(['Wrong Name'])
})

test.each(['ledger', 'restricted'] as const)(
  'the %s chain proves itself after entries, corrections and undoings',
  async (schema) => {
    const client = await ledger.ownerPool.connect()
    try {
      expect((await verifyLedger(client, schema)).problems).toEqual([])
    } finally {
      client.release()
    }
  },
)

test('drafts are their owner’s alone, and are erased for good by themselves after their time', async () => {
  const day = (at: string) => () => new Date(`${at}T00:00:00Z`)
  const own = draftsOf(ledger.ownerPool, 'an analyst', day('2026-03-01'))
  const draft = { form: 'source', address: '/enter/source', fields: { title: ['An invented title'] }, file: null }
  const id = await own.keep({ id: null, ...draft })
  expect(await draftsOf(ledger.ownerPool, 'somebody else', day('2026-03-01')).read(id)).toBeNull()
  await draftsOf(ledger.ownerPool, 'somebody else', day('2026-03-01')).keep({ id, ...draft, fields: { title: ['theirs'] } })
  expect((await own.read(id))?.fields).toEqual({ title: ['An invented title'] })
  expect(await draftsOf(ledger.ownerPool, 'an analyst', day('2026-06-15')).list()).toEqual([])
  expect((await ledger.ownerPool.query('SELECT FROM private.draft WHERE id = $1', [id])).rows).toEqual([])
})
