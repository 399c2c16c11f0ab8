/** Lists held against a small ledger of invented units and people: made, compared, decided, screened again, and purged to the last row. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { writeSaid, writeScreening } from '../../test/screening-ledger.js'
import type { Ledger } from '../ledger/database/open.js'
import type { UserError } from '../ledger/errors.js'
import { judge } from '../resolve/judge.js'
import type { ListSummary } from './model.js'
import { openScreening } from './open.js'
import { KnownFacts } from './packed-facts.js'
import { readFacts } from './prepare.js'
import type { Screening } from './screening.js'

const list = [
  'Name,Rank,Unit,Nationality,DOB,Start date',
  'Fermin Quesnel,Coronel,12 Batallón de Infantería,Guatemala,14/02/1971,2012-06-01',
  'Fermín Anselmo Quesnel,Capt,,Guatemala,03/09/1994,',
  'Hortensia Vellucci,Lt,Batallón Rápido Zarzuela,Guatemala,30/11/1988,2012-06-01',
  'Balthasar Inchausti,Lt,,Guatemala,01/12/1990,',
].join('\n')

let ledger: Ledger
let screening: Screening
let now = new Date('2026-03-01T12:00:00Z')

beforeAll(async () => {
  ledger = await freshDatabase()
  await writeScreening(ledger)
  screening = openScreening(ledger, { now: () => now })
}, 60_000)
afterAll(async () => {
  await screening?.close()
  await ledger?.close()
})
beforeEach(() => {
  now = new Date('2026-03-01T12:00:00Z')
})

async function compared(text = list, options = {}): Promise<ListSummary> {
  const made = await screening.create('ana', { text }, options)
  await screening.compare('ana', made.id)
  return screening.list('ana', made.id)
}

const hitsOf = async (id: string, position: number) => (await screening.subject('ana', id, position)).hits
const unknown = expect.objectContaining({ code: 'SCREENING_UNKNOWN' }) as UserError

test('a thread of its own reads of a large ledger what is read here of a small one', async () => {
  const read = async (few: number) => {
    const { facts, names, coverage } = await readFacts(ledger.readerPool, few)
    return { names, coverage, said: new KnownFacts(facts).about('quesnel'), postings: facts.postings }
  }
  const here = await read(1_000)
  expect(here).toMatchObject({ said: { matters: { of: 1 } }, postings: [{ from: 'quesnel' }, { from: 'ostrander' }] })
  expect(await read(0)).toEqual(here)
})

test('a person is found by a variant of the name, with date of birth, country, posting and rank as evidence', async () => {
  const { id, toLookAt, run } = await compared()
  expect(toLookAt).toBe(2)
  expect(run).toMatchObject({
    state: 'done',
    done: 4,
    of: 4,
    coverage: { people: 2, lists: [{ entries: 2, seenOn: ['2026-01-01'] }] },
  })
  const [first] = await hitsOf(id, 1)
  expect(first).toMatchObject({ role: 'subject', entity: { id: 'quesnel' }, look: true, verdict: 'same' })
  expect(first!.evidence.map(({ code, weight }) => [code, weight])).toEqual([
    ['birth-date', 'for'],
    ['rank', 'for'],
    ['posting', 'for'],
    ['country', 'for'],
  ])
  expect(first!.evidence).toContainEqual(expect.objectContaining({ code: 'posting', relation: 'same', role: 'Comandante' }))
  expect(first!.exposure.matters).toMatchObject({
    of: 1,
    shown: [{ kind: 'designation', list: 'units.csv', row: expect.anything() }],
  })
})

test('a namesake born on another day is told and needs no look; nobody is nobody', async () => {
  const { id } = await compared()
  const [namesake] = await hitsOf(id, 2)
  expect(namesake).toMatchObject({ entity: { id: 'quesnel' }, look: false, verdict: 'unsure' })
  expect(namesake!.evidence).toContainEqual(expect.objectContaining({ code: 'birth-date', agreement: 'differs' }))
  expect(await hitsOf(id, 4)).toEqual([])
})

test("a person's unit is looked at with the person: one that is listed needs a look, one of which nothing is said does not", async () => {
  const { id } = await compared()
  expect((await hitsOf(id, 3))[0]).toMatchObject({ role: 'unit of the person', entity: { id: 'rapid' }, look: true })
  const other = (await hitsOf(id, 1)).find(({ entity }) => entity.id === 'twelfth')
  expect(other).toMatchObject({ role: 'unit of the person', look: false })
})

test('a unit is looked at with who commanded it on the day that the list gives', async () => {
  const commandersOn = async (day: string) => {
    const { id } = await compared(
      `Unit,Country,Start date\n12 Batallón de Infantería,Guatemala,${day}\nBrigada Marimba,Guatemala,${day}`,
    )
    return (await hitsOf(id, 1))
      .filter(({ role }) => role === 'commander of the unit')
      .map(({ entity, look }) => [entity.id, look])
  }
  expect(await commandersOn('2012-06-01')).toEqual([['quesnel', true]])
  expect(await commandersOn('2013-06-01')).toEqual([['ostrander', false]])
  expect(await commandersOn('2019-06-01')).toEqual([])
})

test('the number of a passport finds whom no name does', async () => {
  const { id } = await compared('Name,Passport,DOB\nErnesto Xavier,G4471902,1999-01-01\nErnesto Xavier,G4471902,1971-02-14')
  expect(await hitsOf(id, 2)).toMatchObject([
    { entity: { id: 'quesnel' }, evidence: [{ code: 'identifier' }, { code: 'birth-date' }] },
  ])
})

test('a decision counts until it expires; a later one takes its place', async () => {
  const { id } = await compared()
  const decided = await screening.decide('ana', id, {
    position: 1,
    entity: 'quesnel',
    finding: 'match',
    action: 'refuse',
    reason: 'Same day of birth',
    expires: '2026-04-01',
  })
  expect(decided).toMatchObject({ state: 'counts', reviewer: 'ana', at: now.toISOString(), run: 1 })
  expect((await screening.list('ana', id)).waiting).toBe(1)
  now = new Date('2026-04-01T00:00:00Z')
  expect((await hitsOf(id, 1))[0]!.decision).toBeNull()
  expect((await screening.list('ana', id)).waiting).toBe(2)
  await screening.decide('ana', id, {
    position: 1,
    entity: 'quesnel',
    finding: 'possible',
    action: 'need more',
    reason: 'Asked the embassy',
  })
  expect((await screening.decisions('ana', id, 1)).map(({ state }) => state)).toEqual(['counts', 'superseded'])
  await expect(screening.decide('ana', id, { position: 1, finding: 'match', reason: ' ' })).rejects.toThrow(
    expect.objectContaining({ code: 'SCREENING_DECISION_INVALID' }) as UserError,
  )
})

test('"no match" for many leaves alone what scores higher and what was decided', async () => {
  const { id } = await compared()
  expect(await screening.decideNoMatch('ana', id, { below: 0.5 }, { reason: 'Too unlike' })).toBe(0)
  await screening.decide('ana', id, { position: 1, entity: 'quesnel', finding: 'match', reason: 'It is' })
  expect(await screening.decideNoMatch('ana', id, { positions: [1, 3] }, { reason: 'Another unit' })).toBe(1)
  expect((await screening.list('ana', id)).waiting).toBe(0)
  expect(await screening.decisions('ana', id, 3)).toMatchObject([{ finding: 'no match', bulk: true, entity: 'rapid' }])
})

test('"no match" for many takes in whatever waits again, as the list counts it', async () => {
  const { id } = await compared()
  const decided = { entity: 'quesnel', finding: 'match', reason: 'It is', expires: '2026-04-01' } as const
  await screening.decide('ana', id, { position: 1, ...decided })
  now = new Date('2026-04-01T00:00:00Z')
  expect((await screening.list('ana', id)).waiting).toBe(2)
  expect(await screening.decideNoMatch('ana', id, { positions: [1, 3] }, { reason: 'Asked anew' })).toBe(2)
  expect((await screening.list('ana', id)).waiting).toBe(0)
})

test('with four eyes a decision waits for a second person', async () => {
  const { id } = await compared(`${list}\n`, { fourEyes: true })
  const { number, state } = await screening.decide('ana', id, {
    position: 1,
    entity: 'quesnel',
    finding: 'match',
    reason: 'It is',
  })
  expect(state).toBe('waits')
  await expect(screening.confirm('ana', id, number)).rejects.toThrow(
    expect.objectContaining({ code: 'SCREENING_SAME_PERSON' }) as UserError,
  )
  await expect(screening.confirm('bruno', id, number)).rejects.toThrow(unknown)
  await screening.share('ana', id, 'bruno')
  expect(await screening.confirm('bruno', id, number)).toMatchObject({ state: 'counts', confirmedBy: 'bruno' })
})

test('with four eyes a confirmed decision counts until a later one is confirmed, too; what was replaced cannot be confirmed', async () => {
  const { id } = await compared(`${list}\n\n`, { fourEyes: true })
  await screening.share('ana', id, 'bruno')
  const decide = async (finding: 'match' | 'no match' | 'possible', more = {}) =>
    (await screening.decide('ana', id, { position: 1, entity: 'quesnel', finding, reason: 'Seen', ...more })).number
  const states = async () => (await screening.decisions('ana', id, 1)).map(({ number, state }) => [number, state])
  const standing = async () => (await hitsOf(id, 1))[0]!.decision?.finding
  const waiting = async () =>
    (await screening.subjects('ana', id, { show: 'waiting' })).rows.map(({ subject }) => subject.position)
  await screening.confirm('bruno', id, await decide('match'))
  expect(await waiting()).toEqual([3])
  await decide('no match')
  expect(await states()).toEqual([
    [2, 'waits'],
    [1, 'counts'],
  ])
  expect(await standing()).toBe('match')
  // The second person finds it by this.
  expect(await waiting()).toEqual([1, 3])
  expect((await screening.list('ana', id)).waiting).toBe(2)
  // A change of mind before anybody confirmed takes the place of what waited, not of what counts.
  await decide('possible', { expires: '2026-04-01' })
  expect(await states()).toEqual([
    [3, 'waits'],
    [2, 'superseded'],
    [1, 'counts'],
  ])
  await expect(screening.confirm('bruno', id, 2)).rejects.toThrow(
    expect.objectContaining({ code: 'SCREENING_NOT_WAITING' }) as UserError,
  )
  await screening.confirm('bruno', id, 3)
  expect(await states()).toEqual([
    [3, 'counts'],
    [2, 'superseded'],
    [1, 'superseded'],
  ])
  expect(await standing()).toBe('possible')
  expect(await waiting()).toEqual([3])
  // A later one ended it for good: it does not come back where that expires.
  now = new Date('2026-04-01T00:00:00Z')
  expect((await states()).at(-1)).toEqual([1, 'superseded'])
  expect(await standing()).toBeUndefined()
})

test('with four eyes "no match" for many takes nothing in that a decision stands on, confirmed or waiting', async () => {
  const { id } = await compared(`${list}\n\n\n`, { fourEyes: true })
  await screening.decide('ana', id, { position: 1, entity: 'quesnel', finding: 'match', reason: 'It is' })
  expect(await screening.decideNoMatch('ana', id, { positions: [1, 3] }, { reason: 'Another unit' })).toBe(1)
})

test('a list is there for its owner and named colleagues, and for others as if it were not', async () => {
  const { id } = await compared()
  expect(await screening.lists('bruno')).not.toContainEqual(expect.objectContaining({ id }))
  for (const asked of [
    () => screening.list('bruno', id),
    () => screening.subjects('bruno', id),
    () => screening.subject('bruno', id, 1),
    () => screening.decide('bruno', id, { position: 1, finding: 'match', reason: 'x' }),
    () => screening.remove('bruno', id),
    () => screening.list('ana', 'nowhere'),
  ])
    await expect(asked()).rejects.toThrow(unknown)
  await screening.share('ana', id, 'bruno')
  expect((await screening.subject('bruno', id, 1)).hits[0]!.entity.id).toBe('quesnel')
  await expect(screening.remove('bruno', id)).rejects.toThrow(
    expect.objectContaining({ code: 'SCREENING_NOT_OWNER' }) as UserError,
  )
  await screening.unshare('ana', id, 'bruno')
  await expect(screening.list('bruno', id)).rejects.toThrow(unknown)
})

test('screened again when the ledger changed, only what is new is news, and it asks for a new decision', async () => {
  const { id } = await compared()
  await screening.decideNoMatch('ana', id, { positions: [1, 2, 3, 4] }, { reason: 'Looked at' })
  expect((await screening.rescreen('ana', id)).number).toBe(1)
  await writeSaid(ledger, 'bb', ['twelfth', 'quesnel'], 'later.csv')
  const run = await screening.rescreen('ana', id)
  expect(run).toMatchObject({ number: 2, state: 'done' })
  const { rows } = await screening.subjects('ana', id, { show: 'news' })
  expect(
    rows.map(({ subject, hits }) => [subject.position, hits.flatMap(({ entity, news }) => (news ? [[entity.id, news]] : []))]),
  ).toEqual([
    [
      1,
      [
        ['quesnel', 'changed'],
        ['twelfth', 'changed'],
      ],
    ],
  ])
  expect(rows[0]!.hits[0]!.decision).toBeNull()
  expect((await screening.list('ana', id)).waiting).toBe(1)
  await screening.seen('ana', id)
  expect((await screening.list('ana', id)).withNews).toBe(0)
})

test('a decision on a whole subject does not stand beside what was found later', async () => {
  const { id } = await compared()
  await screening.decide('ana', id, { position: 1, finding: 'no match', reason: 'Nobody of these' })
  expect((await screening.subject('ana', id, 1)).decision).toMatchObject({ finding: 'no match' })
  expect((await screening.list('ana', id)).waiting).toBe(1)
  await writeSaid(ledger, 'cc', ['quesnel'], 'later still.csv')
  await screening.rescreen('ana', id)
  expect((await screening.subject('ana', id, 1)).decision).toBeNull()
  expect(await screening.decisions('ana', id, 1)).toMatchObject([{ state: 'outdated' }])
  expect((await screening.list('ana', id)).waiting).toBe(2)
})

test('a decision made while the list is compared again is of what was to be seen, not of what is found then', async () => {
  const { id } = await compared()
  await writeSaid(ledger, 'dd', ['quesnel'], 'last.csv')
  await ledger.ownerPool.query(
    'INSERT INTO private.screening_run (list, number, started, changeset, coverage) SELECT list, 2, started, changeset, coverage FROM private.screening_run WHERE list = $1',
    [id],
  )
  const decided = await screening.decide('ana', id, { position: 1, entity: 'quesnel', finding: 'no match', reason: 'Another' })
  expect(decided).toMatchObject({ state: 'counts', run: 1 })
  await screening.compare('ana', id)
  expect(await screening.decisions('ana', id, 1)).toMatchObject([{ state: 'outdated' }])
})

test('a run that is stopped goes on with what is left, and the same file given again is the same list', async () => {
  const text = `Name\n${Array.from({ length: 550 }, (_, index) => `Invented Person ${index}`).join('\n')}\nFermin Quesnel Arboleda`
  const made = await screening.create('ana', { text })
  const stop = new AbortController()
  await screening.compare('ana', made.id, { signal: stop.signal, onProgress: (done) => done > 0 && stop.abort() }).catch(() => {})
  expect((await screening.create('ana', { text })).id).toBe(made.id)
  // Read otherwise it is another list: its first row is a subject now.
  const other = await screening.create('ana', { text }, { headed: false, mapping: { name: [0] } })
  expect((await screening.create('ana', { text }, { headed: true, mapping: { name: [0] } })).id).not.toBe(other.id)
  expect((await screening.create('ana', { text }, { headed: false, mapping: { name: [0] } })).id).toBe(other.id)
  const run = await screening.compare('ana', made.id)
  expect(run).toMatchObject({ number: 1, state: 'done', done: 551 })
  expect((await screening.list('ana', made.id)).toLookAt).toBe(1)
  expect((await screening.create('ana', { text })).id).not.toBe(made.id)
})

test('ninety days on a list is purged with all that hangs on it, unless it is kept; the reader’s role never sees any of it', async () => {
  for (const { id } of await screening.lists('ana')) await screening.remove('ana', id)
  const [kept, purged] = [await compared(), await compared(`${list}\nOne,More,,,,`)]
  await screening.share('ana', purged.id, 'bruno')
  await screening.decide('ana', purged.id, { position: 1, finding: 'match', reason: 'It is' })
  await screening.keep('ana', kept.id, true)
  const tables = await ledger.ownerPool.query<{ name: string; by: string }>(
    `SELECT 'private.' || relname AS name, CASE relname WHEN 'screening_list' THEN 'id' ELSE 'list' END AS by FROM pg_class
      WHERE relnamespace = 'private'::regnamespace AND relkind = 'r' AND relname LIKE 'screening%' AND relname <> 'screening_upload' ORDER BY relname`,
  )
  expect(tables.rows).toHaveLength(6)
  const rowsOf = async (id: string) => {
    const counts = await Promise.all(
      tables.rows.map(({ name, by }) => ledger.ownerPool.query(`SELECT FROM ${name} WHERE ${by} = $1`, [id])),
    )
    return counts.map(({ rowCount }) => rowCount)
  }
  expect((await rowsOf(purged.id)).every((count) => count! > 0)).toBe(true)
  for (const { name } of tables.rows)
    await expect(ledger.readerPool.query(`SELECT * FROM ${name}`)).rejects.toMatchObject({ code: '42501' })
  now = new Date('2026-05-31T00:00:00Z')
  expect(await screening.purge()).toBe(1)
  expect(await rowsOf(purged.id)).toEqual([0, 0, 0, 0, 0, 0])
  expect((await rowsOf(kept.id))[3]).toBe(1)
  expect(await screening.keep('ana', kept.id, false)).toMatchObject({ purgeAfter: '2026-08-29' })
})

test('of what is covered, units that a person judged to be one are counted once', async () => {
  const units = async () => (await readFacts(ledger.readerPool, 1_000)).coverage.units
  const before = await units()
  const by = { reviewer: 'ana', at: now }
  const decision = { subjectKind: 'entity', subject: 'twelfth', entity: 'rapid', note: null } as const
  await judge(ledger, { ...decision, verdict: 'same' }, by)
  expect(await units()).toBe(before - 1)
  await judge(ledger, { ...decision, verdict: 'different' }, by)
  expect(await units()).toBe(before)
})
