/** Entities, what is said of them, and judgements: kept, withdrawn, undone and expunged as every fact is. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import {
  about,
  designation,
  judgement,
  source,
  sourceFacts,
  statement,
  training,
  withoutArchive,
} from '../../../test/ledger-facts.js'
import type { Ledger } from '../database/open.js'
import type { Designation, Judgement, Statement } from '../entities.js'
import { draftsOf } from '../entry/drafts.js'
import { commitChangeset, contentDigest } from './change.js'
import { designationRow, entityRow, statementRow } from './entity-facts.js'
import { expunge } from './expunge.js'
import { sourceId, sourceRow } from './facts.js'
import { addJudgements, replaceRuleJudgements } from './judgements.js'
import { replaceSource } from './replace-source.js'
import { undoChangeset } from './undo.js'
import { verifyLedger } from './verify.js'

let ledger: Ledger
beforeEach(async () => {
  ledger = await freshDatabase()
})
afterEach(() => ledger.close())

const sheet = source({ sha256: 'cd'.repeat(32), kind: 'spreadsheet', report: null, fileName: 'units.csv', mediaType: 'text/csv' })
const collection = { at: new Date('2026-01-01T00:00:00Z'), by: 'a tester', from: 'a test', method: 'by hand' }

const writeSheet = (statements: Statement[], { designations = [] as Designation[], withheld = [] as Statement[] } = {}) =>
  commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(sheet, collection),
      statement: statements.map((one, position) => statementRow(one, sheet.id, position)),
      designation: designations.map((one, position) => designationRow(one, sheet.id, position)),
      entities: ['u1', 'u2'].map((id) => entityRow(id, 'unit')),
      withheld: {
        statement: withheld.map((one, position) => statementRow(one, sheet.id, position)),
        entities: [entityRow('u3', 'unit')],
      },
    }),
  )
const judge = (judgements: Judgement[]) =>
  commitChangeset(ledger, about(), (change) => addJudgements(change, { judgements, entities: [entityRow('u1', 'unit')] }))

const ids = async (table: string): Promise<string[]> =>
  (await ledger.ownerPool.query(`SELECT id FROM ${table} WHERE withdrawn IS NULL ORDER BY id`)).rows.map(({ id }) => id)

async function problems(): Promise<unknown[]> {
  const client = await ledger.ownerPool.connect()
  try {
    return [...(await verifyLedger(client, 'ledger')).problems, ...(await verifyLedger(client, 'restricted')).problems]
  } finally {
    client.release()
  }
}

test('statements, designations and judgements verify, and the same again changes nothing', async () => {
  const parent = statement({ id: 's2', property: 'parent', value: null, object: 'u2', details: { relation: 'command' } })
  const first = await writeSheet([statement(), parent], { designations: [designation()] })
  expect(first.written).toBe(6)
  expect((await judge([judgement()])).written).toBe(1)
  const digest = await contentDigest(ledger.ownerPool)
  expect((await writeSheet([statement(), parent], { designations: [designation()] })).changeset).toBeNull()
  expect((await judge([judgement()])).changeset).toBeNull()
  expect(await contentDigest(ledger.ownerPool)).toBe(digest)
  expect(await problems()).toEqual([])
})

test('an entity is current exactly while something current speaks of it', async () => {
  await writeSheet([statement(), statement({ id: 's2', property: 'parent', value: null, object: 'u2' })])
  expect(await ids('ledger.entity')).toEqual(['u1', 'u2'])
  const fewer = await writeSheet([statement()])
  expect(await ids('ledger.entity')).toEqual(['u1'])
  await undoChangeset(ledger, fewer.changeset!, about())
  expect(await ids('ledger.entity')).toEqual(['u1', 'u2'])
  await judge([judgement({ entity: 'u1' })])
  await writeSheet([])
  expect(await ids('ledger.entity')).toEqual(['u1'])
  expect(await problems()).toEqual([])
})

test("a person's judgement replaces his own earlier one and no rule's; undoing it brings the earlier back", async () => {
  await writeSheet([statement()])
  const rule = judgement({ basis: 'rule', reviewer: null, rule: 'alike 1', score: 0.875 })
  await commitChangeset(ledger, about(), (change) => replaceRuleJudgements(change, { judgements: [rule], entities: [] }, null))
  await judge([judgement({ verdict: 'same' })])
  const second = await judge([judgement({ verdict: 'different', note: 'another region' })])
  const verdicts = async () =>
    (await ledger.ownerPool.query(`SELECT basis, verdict, score FROM ledger.judgement WHERE withdrawn IS NULL ORDER BY basis`))
      .rows
  expect(await verdicts()).toEqual([
    { basis: 'person', verdict: 'different', score: null },
    { basis: 'rule', verdict: 'same', score: 0.875 },
  ])
  await undoChangeset(ledger, second.changeset!, about())
  expect((await verdicts())[0]).toMatchObject({ basis: 'person', verdict: 'same' })
  await commitChangeset(ledger, about(), (change) => replaceRuleJudgements(change, { judgements: [], entities: [] }, ['n1']))
  expect(await verdicts()).toHaveLength(1)
  expect(await problems()).toEqual([])
})

test.each([
  [
    'both cited by day',
    '[2014-02-03,2014-02-04)',
    '[2016-01-02,2016-01-03)',
    '[2014-02-03,2016-01-03)',
    '[2014-02-03,2016-01-03)',
  ],
  [
    'a month and a year',
    '[2014-02-01,2014-03-01)',
    '[2016-01-01,2017-01-01)',
    '[2014-02-28,2016-01-02)',
    '[2014-02-01,2017-01-01)',
  ],
  ['one year alone', '[2014-01-01,2015-01-01)', null, null, '[2014-01-01,2015-01-01)'],
  ['one day alone', null, '[2014-05-06,2014-05-07)', '[2014-05-06,2014-05-07)', '[2014-05-06,2014-05-07)'],
  ['the same year twice', '[2014-01-01,2015-01-01)', '[2014-01-01,2015-01-01)', null, '[2014-01-01,2015-01-01)'],
  ['nothing', null, null, null, null],
])('what is precise and imprecise follows from what was cited: %s', async (_, firstCited, lastCited, precise, imprecise) => {
  await writeSheet([statement({ firstCited, lastCited })])
  const { rows } = await ledger.ownerPool.query('SELECT precise::text, imprecise::text FROM ledger.statement')
  expect(rows).toEqual([{ precise, imprecise }])
})

test('what is withheld is in no public table, digest or number', async () => {
  await writeSheet([statement()])
  const digest = await contentDigest(ledger.ownerPool)
  const { changeset } = await writeSheet([statement()], { withheld: [statement({ id: 's9', entity: 'u3' })] })
  expect(changeset).toBeNull()
  expect(await contentDigest(ledger.ownerPool)).toBe(digest)
  expect([await ids('ledger.entity'), await ids('restricted.entity')]).toEqual([['u1'], ['u3']])
  await expect(ledger.readerPool.query('SELECT * FROM restricted.statement')).rejects.toThrow('permission denied')
  expect(await problems()).toEqual([])
})

test('expunging an entity removes all that is said of it, and it does not come back', async () => {
  await commitChangeset(ledger, about(), (change) => replaceSource(change, sourceFacts([training()])))
  const said = [
    statement(),
    statement({ id: 's2', entity: 'u2' }),
    statement({ id: 's3', entity: 'u2', property: 'parent', object: 'u1' }),
  ]
  await writeSheet(said, { designations: [designation()] })
  await judge([judgement()])
  const removed: string[] = []
  await expunge(ledger, ['u1'], about(), { ...withoutArchive, removeOriginal: async (sha256) => void removed.push(sha256) })
  expect(await ids('ledger.statement')).toEqual(['s2'])
  expect([await ids('ledger.designation'), await ids('ledger.judgement'), await ids('ledger.entity')]).toEqual([[], [], ['u2']])
  expect(removed).toEqual([sheet.sha256])
  await writeSheet(said, { designations: [designation()] })
  expect(await ids('ledger.statement')).toEqual(['s2'])
  expect(await ids('ledger.entity')).toEqual(['u2'])
  expect(sourceId(sheet.sha256)).toBe(sheet.id)
  expect(await problems()).toEqual([])
})

test('drafts that speak of what is expunged go with it, wherever they name it, and no others', async () => {
  const [erased, bytes] = ['f071666575146bf78cb0734d', Buffer.from('an invented original')]
  const kept = { ...sheet, sha256: createHash('sha256').update(bytes).digest('hex') }
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(kept, collection),
      statement: [
        statementRow(statement({ entity: erased }), kept.id, 0),
        statementRow(statement({ id: 's2', entity: 'u2' }), kept.id, 1),
      ],
      designation: [],
      entities: [entityRow(erased, 'person'), entityRow('u2', 'unit')],
    }),
  )
  const drafts = draftsOf(ledger.ownerPool, 'an analyst', () => new Date('2026-03-01'))
  const draft = { id: null, form: 'statement', address: '/enter/statement', fields: { value: ['typed'] }, file: null }
  await drafts.keep({ ...draft, address: `/enter/correct/statement?entity=${erased}` })
  await drafts.keep({ ...draft, fields: { entity: ['u2', erased] } })
  await drafts.keep({ ...draft, fields: { note: [`see\n${erased}, which says so`] } })
  await drafts.keep({ ...draft, file: { name: 'a copy.csv', bytes } })
  const other = await drafts.keep({
    ...draft,
    address: '/enter/statement?entity=u2',
    file: { name: 'b.csv', bytes: Buffer.from('other') },
  })
  const { copies } = await expunge(ledger, [erased], about(), withoutArchive)
  expect(copies).toMatchObject({ hits: 0, drafts: 4 })
  expect((await drafts.list()).map(({ id }) => id)).toEqual([other])
})
