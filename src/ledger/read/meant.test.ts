/** The rows that name a unit follow from the judgements that hold: now, in every past state, and after a judgement is undone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, judgement } from '../../../test/ledger-facts.js'
import { writeServing } from '../../../test/serving-ledger.js'
import { judgeTotal } from '../../analysis/ledger-balance.js'
import { searchKey } from '../../names/search-key.js'
import { commitChangeset } from '../changesets/change.js'
import { entityRow } from '../changesets/entity-facts.js'
import { printedNameId } from '../changesets/facts.js'
import { addJudgements, replaceRuleJudgements } from '../changesets/judgements.js'
import { undoChangeset } from '../changesets/undo.js'
import type { Ledger } from '../database/connect.js'
import type { Judgement } from '../entities.js'
import { openReading } from './open-reading.js'
import { readTrainingQuery } from './query.js'
import type { Reading } from './reading.js'
import { streamTrainings } from './stream.js'

let ledger: Ledger
let reading: Reading
beforeAll(async () => {
  ledger = await freshDatabase()
  await writeServing(ledger)
  reading = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
})
afterAll(() => ledger.close())

const brigade = (ordinal: number) => printedNameId({ kind: 'unit', country: 'Freedonia', text: `${ordinal}th Brigade` })
const byRule = (judgements: Partial<Judgement>[]) =>
  commitChangeset(ledger, about(), (change) =>
    replaceRuleJudgements(
      change,
      {
        judgements: judgements.map((one) => judgement({ basis: 'rule', reviewer: null, rule: 'alike 1', score: 1, ...one })),
        entities: ['u1', 'u2'].map((id) => entityRow(id, 'unit')),
      },
      null,
    ),
  )
const byPerson = (one: Partial<Judgement>) =>
  commitChangeset(ledger, about(), (change) =>
    addJudgements(change, { judgements: [judgement(one)], entities: ['u1', 'u2'].map((id) => entityRow(id, 'unit')) }),
  )
const rowsOf = async (entity: string, asOf?: number) =>
  (await reading.unitTrainings(entity, asOf)).firstPage.rows.map(({ id }) => id).sort()

test('what a rule proposes counts, a person outweighs it, of a naming alone too; every state keeps its own answer', async () => {
  const proposed = await byRule([
    { subject: brigade(1), entity: 'u1' },
    { subject: brigade(2), entity: 'u1' },
    { subject: brigade(4), entity: 'u2' },
  ])
  expect(await rowsOf('u1')).toEqual(['b01', 'b02'])
  const refused = await byPerson({ subject: brigade(2), entity: 'u1', verdict: 'different' })
  expect(await rowsOf('u1')).toEqual(['b01'])
  const moved = await byPerson({ subjectKind: 'naming', subject: 'b04.r0', entity: 'u1' })
  expect(await rowsOf('u1')).toEqual(['b01', 'b04'])
  expect(await rowsOf('u2')).toEqual([])
  const merged = await byPerson({ subjectKind: 'entity', subject: 'u2', entity: 'u1' })
  expect(await rowsOf('u2')).toEqual(['b01', 'b04'])
  const undone = await undoChangeset(ledger, refused.changeset!, about())
  expect(await rowsOf('u1')).toEqual(['b01', 'b02', 'b04'])

  expect(await rowsOf('u1', proposed.changeset!)).toEqual(['b01', 'b02'])
  expect(await rowsOf('u2', proposed.changeset!)).toEqual(['b04'])
  expect(await rowsOf('u1', refused.changeset!)).toEqual(['b01'])
  expect(await rowsOf('u1', moved.changeset!)).toEqual(['b01', 'b04'])
  expect(await rowsOf('u2', moved.changeset!)).toEqual([])
  expect(await rowsOf('u2', merged.changeset!)).toEqual(['b01', 'b04'])
  expect(await rowsOf('u1', undone.changeset!)).toEqual(await rowsOf('u1'))
  expect(await rowsOf('u1', 1)).toEqual([])

  const means = async (asOf?: number) => (await reading.name(brigade(2), asOf))!.means
  expect(await means()).toMatchObject({ id: 'u1', proposed: true })
  expect(await means(refused.changeset!)).toBeNull()
  expect(await means(1)).toBeNull()
})

test('the sum of a unit is the sum of its rows, searched and streamed alike', async () => {
  const { sum, firstPage, years } = await reading.unitTrainings('u1')
  expect(sum.quantity).toBe(1 + 2 + 4)
  expect(firstPage.total).toBe(3)
  expect(years.filter(({ rows }) => rows > 0).map(({ fiscalYear }) => fiscalYear)).toEqual([2008, 2009, 2010])
  const streamed: string[] = []
  const query = readTrainingQuery(new URLSearchParams('entity=u1'))
  for await (const batch of streamTrainings(reading, query, searchKey)) streamed.push(...batch.map(({ id }) => id))
  expect(streamed.sort()).toEqual(['b01', 'b02', 'b04'])
  expect((await reading.search({ ...query, entity: 'nobody' })).total).toBe(0)
})
