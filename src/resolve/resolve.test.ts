import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { about, designation, source, statement, training } from '../../test/ledger-facts.js'
import { writeServing } from '../../test/serving-ledger.js'
import { commitChangeset, contentDigest } from '../ledger/changesets/change.js'
import { designationRow, entityRow, statementRow } from '../ledger/changesets/entity-facts.js'
import { sourceRow } from '../ledger/changesets/facts.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import { undoChangeset } from '../ledger/changesets/undo.js'
import { verifyLedger } from '../ledger/changesets/verify.js'
import type { Ledger } from '../ledger/database/connect.js'
import { loadIdentities } from '../ledger/read/identities.js'
import { loadListingsOf } from '../ledger/read/incidents.js'
import { readQueue } from '../ledger/read/queue.js'
import { listUnits, loadUnit, type UnitRow } from '../ledger/read/units.js'
import { askWords } from '../ledger/read/words.js'
import { rebuildUnits } from '../ledger/serving/units.js'
import { searchKey } from '../names/search-key.js'
import { fillQueue } from './fill-queue.js'
import { judge, split, undoDecision } from './judge.js'
import { type Resolved, resolveNames } from './resolve.js'

/** Names as the reports print them; rows and figures are invented. */
const names = [
  '315th GAFE, Zapopan, Jalisco',
  '6th BN, GAFE, Nogales, Sonora',
  'GAFE, Parachutist Brigade, Mexico, D.F.',
  'GAFE, Mexico, D.F., Mexico',
  'SEDENA',
  'Secretaría de la Defensa Nacional',
  '102 Batallón de Infantería',
  '102/o. Batallon de Infanteria',
  '102 Batallón',
  'Various',
]
const trainings = names.map((text, at) =>
  training({
    id: `t${at}`,
    country: 'Mexico',
    countryCode: 'MEX',
    recipientUnit: text,
    deliveryUnit: null,
    quantity: at + 1,
    cents: 1000,
  }),
)

const by = { reviewer: 'a reviewer', at: new Date('2026-02-03T04:05:06Z') }
const effects = { now: () => new Date('2026-02-01T00:00:00Z') }

let ledger: Ledger
const opened: Ledger[] = []
async function resolvedLedger(): Promise<Ledger> {
  ledger = await freshDatabase()
  opened.push(ledger)
  await writeServing(ledger, trainings)
  await resolveAll()
  return ledger
}
afterAll(async () => {
  for (const each of opened) await each.close()
})

async function resolveAll(options: { onlyNew?: boolean; country?: string } = {}): Promise<Resolved & { waiting: number }> {
  const resolved = await resolveNames(ledger, { actor: 'a tester', ...options }, effects)
  return { ...resolved, waiting: await resolved.fillQueue() }
}

const within = async <Result>(use: (client: PoolClient) => Promise<Result>) => {
  const client = await ledger.readerPool.connect()
  try {
    return await use(client)
  } finally {
    client.release()
  }
}
const search = async (q: string): Promise<UnitRow[]> =>
  (await within((client) => listUnits(client, { text: askWords(q, searchKey, 'q'), kinds: [], country: null }, 50, null))).rows
const unitOf = async (text: string): Promise<string | null> => {
  const { rows } = await ledger.ownerPool.query(
    'SELECT m.entity FROM serving.name n LEFT JOIN serving.meaning m ON m.printed_name = n.id WHERE n.text = $1',
    [text],
  )
  return rows[0].entity
}
const nameId = async (text: string): Promise<string> =>
  (await ledger.ownerPool.query('SELECT id FROM serving.name WHERE text = $1', [text])).rows[0].id
const pairs = () => within((client) => readQueue(client, { country: null, after: null, first: null }, 50))
const tables = ['meaning', 'naming_meaning', 'unit', 'merged', 'candidate'] as const
const served = async () =>
  Promise.all(
    tables.map(async (table) => (await ledger.ownerPool.query(`SELECT * FROM serving.${table} t ORDER BY t::text`)).rows),
  )

describe('resolving', () => {
  beforeAll(async () => {
    await resolvedLedger()
  }, 60_000)

  test('names that say the same are one unit, proposed, with what all of them sum to', async () => {
    const one = await unitOf('102 Batallón de Infantería')
    expect(await unitOf('102/o. Batallon de Infanteria')).toBe(one)
    const view = await within((client) => loadUnit(client, one!))
    expect(view?.unit).toMatchObject({
      kind: 'unit',
      country: 'MEX',
      names: 2,
      rows: 2,
      quantity: 7 + 8,
      cents: 2000,
      proposed: true,
    })
    expect(view?.names.map(({ basis, reasons }) => [basis, reasons[0]])).toEqual([
      ['rule', expect.stringContaining('number 102')],
      ['rule', expect.stringContaining('number 102')],
    ])
    expect(await unitOf('102 Batallón')).not.toBe(one)
    expect(await unitOf('Various')).toBeNull()
    expect(await unitOf('SEDENA')).toBe(await unitOf('Secretaría de la Defensa Nacional'))
  })

  test('a queue that was not filled is filled by the next run, as if it had been', async () => {
    const filled = await served()
    await ledger.ownerPool.query('DELETE FROM serving.candidate')
    await ledger.ownerPool.query(`DELETE FROM private.ingested WHERE source LIKE 'review queue%'`)
    const { committed, waiting } = await resolveAll({ onlyNew: true })
    expect(committed.changeset).toBeNull()
    expect(waiting).toBeGreaterThan(0)
    expect(await served()).toEqual(filled)
  })

  test('who searches "GAFE" sees the class first, its members beside it, and the bare rows apart', async () => {
    const found = await search('GAFE')
    expect(found.map(({ kind, name, rows }) => [kind, name, rows])).toEqual([
      ['class of units', 'GAFE', 2],
      ['unit', expect.stringContaining('GAFE'), 1],
      ['unit', expect.stringContaining('GAFE'), 1],
    ])
    const view = await within((client) => loadUnit(client, found[0]!.id))
    expect(view?.members.map(({ name }) => name).sort()).toEqual([
      '315th GAFE, Zapopan, Jalisco',
      '6th BN, GAFE, Nogales, Sonora',
    ])
    expect(view?.names.map(({ text }) => text).sort()).toEqual([
      'GAFE, Mexico, D.F., Mexico',
      'GAFE, Parachutist Brigade, Mexico, D.F.',
    ])
    const member = await within((client) => loadUnit(client, found[1]!.id))
    expect(member?.classes.map(({ name }) => name)).toEqual(['GAFE'])
  })

  test('again, it changes nothing and leaves no changeset', async () => {
    const [digest, before] = [await contentDigest(ledger.ownerPool), await served()]
    const again = await resolveAll()
    expect(again.committed.changeset).toBeNull()
    expect((await resolveAll({ onlyNew: true })).names).toBe(0)
    expect((await resolveAll({ country: 'MEX' })).committed.changeset).toBeNull()
    expect(await contentDigest(ledger.ownerPool)).toBe(digest)
    expect(await served()).toEqual(before)
  })

  test('what is served of units is what working it out from nothing gives', async () => {
    const before = await served()
    const client = await ledger.ownerPool.connect()
    await client.query('BEGIN')
    await rebuildUnits(client)
    await client.query('COMMIT')
    client.release()
    expect(await served()).toEqual(before)
    const reader = await ledger.ownerPool.connect()
    // Names of this small ledger carry the code of a country that their ids were not made with.
    expect((await verifyLedger(reader, 'ledger')).problems.filter(({ table }) => table !== 'printed_name')).toEqual([])
    reader.release()
  })
})

describe('a person', () => {
  test('merges two units from the queue; undoing it brings both back, and the pair to the queue', async () => {
    await resolvedLedger()
    const before = await served()
    const { waiting, pairs: found } = await pairs()
    expect(waiting).toBe(found.length)
    const pair = found.find(({ left, right }) => [left, right].some((side) => side.unit?.name === '102 Batallón'))!
    expect(pair.left.sample).toHaveLength(1)
    const { changeset } = await judge(ledger, { ...pair, subjectKind: 'entity', verdict: 'same', note: 'one garrison' }, by)
    expect(await unitOf('102 Batallón')).toBe(await unitOf('102 Batallón de Infantería'))
    expect((await within((client) => loadUnit(client, pair.subject)))?.unit).toMatchObject({ rows: 3, names: 3 })
    expect((await pairs()).waiting).toBeLessThan(waiting)
    await undoDecision(ledger, changeset!, by)
    expect(await served()).toEqual(before)
  }, 60_000)

  test('says "different" once: the pair is not proposed again, also when names are resolved anew', async () => {
    await resolvedLedger()
    const { pairs: found } = await pairs()
    for (const pair of found) await judge(ledger, { ...pair, verdict: 'different', note: null }, by)
    expect((await pairs()).waiting).toBe(0)
    expect((await resolveAll()).waiting).toBe(0)
  }, 60_000)

  test('splits a name off a unit, outweighing the rule, and the rule does not take it back', async () => {
    await resolvedLedger()
    const from = (await unitOf('102 Batallón de Infantería'))!
    const name = await nameId('102/o. Batallon de Infanteria')
    const { committed, entity } = await split(ledger, { entity: from, names: [name], note: 'another garrison' }, by)
    expect(await unitOf('102/o. Batallon de Infanteria')).toBe(entity)
    expect(await unitOf('102 Batallón de Infantería')).toBe(from)
    expect((await resolveAll()).committed.changeset).toBeNull()
    expect(await unitOf('102/o. Batallon de Infanteria')).toBe(entity)
    expect((await within((client) => loadUnit(client, entity)))?.unit).toMatchObject({ rows: 1, proposed: false })
    await undoChangeset(ledger, committed.changeset!, about())
    expect(await unitOf('102/o. Batallon de Infanteria')).toBe(from)
  }, 60_000)

  test('judges one naming apart from its name: the row moves, the name stays', async () => {
    await resolvedLedger()
    const [from, to] = [(await unitOf('102 Batallón de Infantería'))!, (await unitOf('102 Batallón'))!]
    const { rows } = await ledger.ownerPool.query(`SELECT id FROM ledger.naming WHERE training = 't6'`)
    await judge(ledger, { subjectKind: 'naming', subject: rows[0].id, entity: to, verdict: 'same', note: null }, by)
    expect(await unitOf('102 Batallón de Infantería')).toBe(from)
    expect((await within((client) => loadUnit(client, from)))?.unit.rows).toBe(1)
    expect((await within((client) => loadUnit(client, to)))?.unit.rows).toBe(2)
  }, 60_000)

  test('keeps what was decided when the report is read again without a name and with it', async () => {
    await resolvedLedger()
    const { pairs: found } = await pairs()
    const pair = found.find(({ left, right }) => [left, right].some((side) => side.unit?.name === '102 Batallón'))!
    await judge(ledger, { ...pair, verdict: 'same', note: null }, by)
    const before = await unitOf('102 Batallón')
    await writeServing(ledger, trainings.slice(0, 6))
    await resolveAll({ onlyNew: true })
    await writeServing(ledger, trainings)
    await resolveAll({ onlyNew: true })
    expect(await unitOf('102 Batallón')).toBe(before)
    expect(await unitOf('102 Batallón de Infantería')).toBe(before)
  }, 60_000)

  test('is told what cannot be: a unit that is not there, a unit and itself, an undo of what is no decision', async () => {
    await resolvedLedger()
    const unit = (await unitOf('SEDENA'))!
    const decision = { subjectKind: 'entity' as const, subject: unit, entity: 'nothing', verdict: 'same' as const, note: null }
    await expect(judge(ledger, decision, by)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(judge(ledger, { ...decision, entity: unit }, by)).rejects.toMatchObject({ code: 'JUDGEMENT_INVALID' })
    await expect(undoDecision(ledger, 1, by)).rejects.toMatchObject({ code: 'JUDGEMENT_INVALID' })
    await expect(split(ledger, { entity: unit, names: [], note: null }, by)).rejects.toMatchObject({ code: 'JUDGEMENT_INVALID' })
  }, 60_000)
})

test('a unit that a source describes is what its name means; taking the source back leaves the names as before', async () => {
  await resolvedLedger()
  const alike = await unitOf('102 Batallón de Infantería')
  const sheet = source({
    sha256: 'cd'.repeat(32),
    kind: 'spreadsheet',
    report: null,
    fileName: 'units.csv',
    mediaType: 'text/csv',
  })
  const said = [
    statement({ id: 's1', value: '102 Batallón de Infantería' }),
    statement({ id: 's2', property: 'country', value: 'MEX' }),
  ]
  const collection = { at: new Date('2026-01-01T00:00:00Z'), by: 'a tester', from: 'a test', method: 'by hand' }
  const { changeset } = await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(sheet, collection),
      statement: said.map((one, position) => statementRow(one, sheet.id, position)),
      entities: [entityRow('u1', 'unit')],
    }),
  )
  const resolved = await resolveAll({ onlyNew: true })
  expect(resolved).toMatchObject({ known: 2 })
  expect(await unitOf('102/o. Batallon de Infanteria')).toBe('u1')
  const view = await within((client) => loadUnit(client, 'u1'))
  expect(view?.unit).toMatchObject({ described: true, proposed: false, rows: 2 })
  expect(view?.names.map(({ basis, rule }) => [basis, rule])).toEqual([
    ['rule', 'known unit 4'],
    ['rule', 'known unit 4'],
  ])
  expect((await pairs()).pairs.some(({ entity, subject }) => entity === 'u1' && subject !== 'u1')).toBe(true)
  await undoChangeset(ledger, changeset!, about())
  await resolveAll({ onlyNew: true })
  expect(await unitOf('102/o. Batallon de Infanteria')).toBe(alike)
}, 60_000)

describe('listings of one unit by two authorities', () => {
  const collection = { at: new Date('2026-01-01T00:00:00Z'), by: 'a tester', from: 'a test', method: 'by hand' }
  const list = (key: string, entries: readonly [entity: string, name: string, listed?: boolean][]) => {
    const file = source({ sha256: key.repeat(32), kind: 'list', report: null, fileName: `${key}.csv`, mediaType: 'text/csv' })
    return commitChangeset(ledger, about(), (change) =>
      replaceSource(change, {
        source: sourceRow(file, collection),
        statement: entries
          .flatMap(([entity, value]) => [
            statement({ id: `${key}-${entity}`, entity, value }),
            statement({ id: `${key}-${entity}-country`, entity, property: 'country', value: 'MEX' }),
          ])
          .map((one, position) => statementRow(one, file.id, position)),
        designation: entries
          .filter(([, , listed = true]) => listed)
          .map(([entity], position) =>
            designationRow(
              designation({ id: `listing-${key}-${entity}`, entity, authority: `Authority ${key}` }),
              file.id,
              position,
            ),
          ),
        entities: entries.map(([entity]) => entityRow(entity, 'unit')),
      }),
    )
  }
  const waitingFor = async (entity: string) =>
    (await pairs()).pairs
      .filter((pair) => pair.subject === entity || pair.entity === entity)
      .map(({ subject, entity: other }) => [subject, other].sort())

  test('wait for a person as a pair, at once where the second list comes, and joined by a person stand on one page', async () => {
    await resolvedLedger()
    await list('a1', [
      ['first', 'Batallón Lince de Zarzuela'],
      ['other', 'Batallón Lince de Zarzuela Segundo'],
    ])
    await list('b2', [['sheet', 'Batallón Garza de Zarzuela', false]])
    await resolveAll({ onlyNew: true })
    // Two entries of one list are two, by that list; nothing is listed of the third.
    expect(await waitingFor('first')).toEqual([])
    await list('c3', [
      ['second', 'Batallon Lince, Zarzuela'],
      ['heron', 'Batallon Garza, Zarzuela'],
    ])
    await resolveAll({ onlyNew: true })
    expect(await waitingFor('second')).toContainEqual(['first', 'second'])
    expect(await waitingFor('heron')).toContainEqual(['heron', 'sheet'])
    const { waiting } = await pairs()
    await resolveAll()
    expect((await pairs()).waiting).toBe(waiting)
    const pair = (await pairs()).pairs.find((one) => [one.subject, one.entity].sort().join() === 'first,second')!
    expect(pair).toMatchObject({ allegations: 2, country: 'MEX' })
    await judge(ledger, { ...pair, subjectKind: 'entity', verdict: 'same', note: null }, by)
    expect(await waitingFor('second')).not.toContainEqual(['first', 'second'])
    const identities = await within((client) => loadIdentities(client, null))
    const listings = await within((client) =>
      loadListingsOf(client, null, identities.membersOf(identities.canonicalOf('second'))),
    )
    expect(listings.map(({ authority }) => authority).sort()).toEqual(['Authority a1', 'Authority c3'])
  }, 60_000)
})

test('names whose comparing takes too long are told as names of a country, which the next run proposes again', async () => {
  await resolvedLedger()
  const hurried = { few: -1, limits: { fileMilliseconds: 1 } }
  await expect(fillQueue(ledger, [], null, null, undefined, undefined, hurried)).rejects.toMatchObject({
    code: 'NAMES_NOT_COMPARED',
    message: expect.stringMatching(/^The names of MEX were not compared .* it took too long\.$/),
    remedy: expect.stringContaining('bin/rastro resolve'),
  })
})
