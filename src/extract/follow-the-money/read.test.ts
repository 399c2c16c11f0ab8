/** FollowTheMoney entities in: what we wrote comes back as itself, what others wrote is read or told line by line, and nothing is dropped. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, designation, source, statement } from '../../../test/ledger-facts.js'
import { asFollowTheMoney } from '../../exchange/follow-the-money/export.js'
import { commitChangeset } from '../../ledger/changesets/change.js'
import { designationRow, entityRow, statementRow } from '../../ledger/changesets/entity-facts.js'
import { sourceRow } from '../../ledger/changesets/facts.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import type { Ledger } from '../../ledger/database/open.js'
import { allEntities } from '../../ledger/read/all-entities.js'
import { maybeFollowTheMoney, readFollowTheMoney } from './read.js'
import { takeFollowTheMoney } from './take.js'

let ledger: Ledger
beforeAll(async () => {
  ledger = await freshDatabase()
})
afterAll(() => ledger.close())

const bytes = (lines: readonly unknown[]) =>
  new TextEncoder().encode(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
const read = (...lines: unknown[]) => readFollowTheMoney(bytes(lines), 'source', 'x.ftm.json')

test('people, units, relations, sites and sanctions become statements and designations, each with its line', () => {
  const found = read(
    {
      id: 'a',
      schema: 'Organization',
      properties: { name: ['1 Brigade'], topics: ['gov.security'], country: ['ng'], addressEntity: ['s'] },
    },
    { id: 'b', schema: 'Organization', properties: { name: ['Army'], topics: ['mil'], notes: ['x'] } },
    { id: 's', schema: 'Address', properties: { full: ['Kaduna'], latitude: ['10.5'], longitude: ['7.4'] } },
    { id: 'p', schema: 'Person', properties: { name: ['Ada Example'], birthDate: ['1960-03'] } },
    {
      id: 'm',
      schema: 'Membership',
      properties: { member: ['a'], organization: ['b'], role: ['command'], startDate: ['2010'], date: ['2012-05'] },
    },
    { id: 'e', schema: 'Employment', properties: { employee: ['p'], employer: ['a'], role: ['Commander'] } },
    {
      id: 'z',
      schema: 'Sanction',
      properties: { entity: ['b'], authority: ['Treasury'], provisions: ['asset block'], date: ['2023-05-06'] },
    },
  )
  expect(found.losses).toEqual([])
  expect([...found.entities.values()]).toEqual(['unit', 'unit', 'person'])
  const said = found.statements.map(({ property, value, places }) => [property, value, places[0]!.row])
  expect(said).toContainEqual(['country', 'NGA', 1])
  expect(said).toContainEqual(['site', 'Kaduna', 1])
  expect(found.statements.find(({ property }) => property === 'parent')).toMatchObject({
    details: { relation: 'command' },
    firstCited: '[2010-01-01,2011-01-01)',
    starts: true,
    places: [{ row: 5 }],
  })
  expect(found.statements.find(({ property }) => property === 'posting')).toMatchObject({
    details: { role: 'Commander' },
    starts: null,
  })
  expect(found.designations).toMatchObject([{ effect: 'asset block', seenOn: '2023-05-06', listed: null }])
})

test('what the ledger has no place for is told with its line, and nothing else is lost', () => {
  const found = read(
    { id: 'a', schema: 'Organization', properties: { name: ['A'], email: ['a@example.org'] } },
    { id: 'v', schema: 'Vessel', properties: { name: ['Ship'] } },
    { id: 'a', schema: 'Organization', properties: { name: ['A again'] } },
    '{ not json',
    { id: 'm', schema: 'Membership', properties: { member: ['a'], organization: ['nobody'] } },
  )
  expect(found.losses.map(({ row, code }) => [row, code])).toEqual([
    [3, 'ROW_REPEATED'],
    [4, 'LINE_UNREADABLE'],
    [1, 'CELL_NOT_KEPT'],
    [2, 'SCHEMA_NOT_KEPT'],
    [5, 'LINK_UNKNOWN'],
  ])
  expect(found.rows).toBe(5)
  expect(found.refused).toBe(4)
})

test('a file without an entity is refused, and other files are not taken for one', () => {
  expect(() => read('{"schema": "x"}')).toThrow(expect.objectContaining({ code: 'FTM_EMPTY' }))
  expect(maybeFollowTheMoney(bytes([{ id: 'a', schema: 'Person', properties: {} }]))).toBe(true)
  expect(maybeFollowTheMoney(new TextEncoder().encode('id,schema\n1,"Person"'))).toBe(false)
})

test('any lines are read or refused, each counted, and never throw but as a file without entities', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.integer(), fc.constant(null))
  const schema = fc.constantFrom(
    'Person',
    'Organization',
    'Membership',
    'Sanction',
    'Address',
    'Employment',
    'Succession',
    'Vessel',
    '__proto__',
  )
  const name = fc.constantFrom(
    'name',
    'birthDate',
    'country',
    'member',
    'organization',
    'entity',
    'authority',
    'addressEntity',
    'date',
    '__proto__',
  )
  const line = fc.oneof(
    fc.string().map((text) => text.replaceAll('\n', ' ')),
    fc
      .record({
        id: fc.constantFrom('a', 'b', 'c', 'rastro-00145e169fe2a135fa44'),
        schema,
        properties: fc.dictionary(name, value),
      })
      .map((one) => JSON.stringify(one)),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      try {
        const found = read(...lines)
        expect(found.rows).toBe(lines.filter((text) => text.trim() !== '').length)
        for (const { entity, object } of found.statements) {
          expect(found.entities.has(entity)).toBe(true)
          if (object !== null) expect(found.entities.has(object)).toBe(true)
        }
        expect(new Set(found.statements.map(({ id }) => id)).size).toBe(found.statements.length)
      } catch (error) {
        expect(error).toMatchObject({ code: 'FTM_EMPTY' })
      }
    }),
  )
})

test('what is exported and taken in elsewhere speaks of the same entities', async () => {
  const sheet = source({ kind: 'spreadsheet', report: null, fileName: 'units.csv' })
  const ids = ['a'.repeat(20), 'b'.repeat(20)]
  const statements = [
    statement({ id: '1', entity: ids[0]! }),
    statement({ id: '2', entity: ids[1]!, value: 'Army' }),
    statement({ id: '3', entity: ids[0]!, property: 'parent', value: null, object: ids[1]!, details: { relation: 'command' } }),
  ]
  const collection = { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(sheet, collection),
      statement: statements.map((one, position) => statementRow(one, sheet.id, position)),
      designation: [designationRow(designation({ entity: ids[0]! }), sheet.id, 0)],
      entities: ids.map((id) => entityRow(id, 'unit')),
    }),
  )
  const client = await ledger.readerPool.connect()
  const lines: unknown[] = []
  for await (const batch of allEntities(client)) lines.push(...asFollowTheMoney(batch, new Map()))
  client.release()
  const elsewhere = await freshDatabase()
  try {
    const effects = { now: () => new Date(0), keepOriginal: async () => {} }
    const given = { file: 'x.ftm.json', bytes: bytes(lines), actor: 'a tester', method: 'x', restricted: false }
    const { report } = await takeFollowTheMoney(given, elsewhere, effects)
    expect(report).toMatchObject({ entities: 2, losses: [] })
    const { rows } = await elsewhere.readerPool.query(
      `SELECT entity, property, object FROM ledger.statement WHERE property IN ('name', 'parent') ORDER BY entity, property`,
    )
    expect(rows).toEqual([
      { entity: ids[0], property: 'name', object: null },
      { entity: ids[0], property: 'parent', object: ids[1] },
      { entity: ids[1], property: 'name', object: null },
    ])
    expect((await takeFollowTheMoney(given, elsewhere, effects)).committed.changeset).toBeNull()
  } finally {
    await elsewhere.close()
  }
})
