import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import {
  about,
  printedTotal,
  source,
  sourceFacts,
  type TrainingWithNames,
  training,
  withoutArchive,
} from '../../../test/ledger-facts.js'
import type { Ledger } from '../database/open.js'
import { commitChangeset, contentDigest } from './change.js'
import { expunge } from './expunge.js'
import { replaceSource, type SourceFacts } from './replace-source.js'
import { undoChangeset } from './undo.js'
import { verifyLedger } from './verify.js'
import { whereabouts } from './whereabouts.js'

let ledger: Ledger
beforeEach(async () => {
  ledger = await freshDatabase()
})
afterEach(() => ledger.close())

const write = (facts: SourceFacts, at = about()) => commitChangeset(ledger, at, (change) => replaceSource(change, facts))

/** Three rows: two of the same print apart from their place, one with a masked cell. */
const rows = (): TrainingWithNames[] => [
  training(),
  training({ id: 't2', places: [{ page: 1, pageLabel: 'IV-1', box: [10, 120, 700, 130], row: null }] }),
  {
    ...training({
      id: 't3',
      recipientUnit: '█████ Sergeant',
      places: [{ page: 2, pageLabel: 'IV-2', box: [10, 100, 700, 110], row: null }],
    }),
    unmasked: '68870602 Sergeant',
  },
]

const ids = async (condition = 'withdrawn IS NULL', table = 'ledger.training'): Promise<string[]> =>
  (await ledger.ownerPool.query(`SELECT id FROM ${table} WHERE ${condition} ORDER BY id`)).rows.map((row) => row.id)

async function verify(schema: 'ledger' | 'restricted' = 'ledger') {
  const client = await ledger.ownerPool.connect()
  try {
    return await verifyLedger(client, schema)
  } finally {
    client.release()
  }
}

const count = async (query: string): Promise<number> =>
  (await ledger.ownerPool.query(`SELECT count(*) AS n FROM ${query}`)).rows[0].n

/** Changes rows behind the ledger's back, as who owns the database can. */
async function tamper(statement: string): Promise<void> {
  await ledger.ownerPool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`)
}

describe('1. nothing without a place', () => {
  test('every training and total points to its source and to where in it', async () => {
    await write(sourceFacts(rows()))
    expect(
      await count(`ledger.training t WHERE jsonb_array_length(places) = 0
      OR NOT EXISTS (SELECT FROM ledger.source s WHERE s.id = t.source)`),
    ).toBe(0)
    expect(await count('ledger.training')).toBe(3)
    expect((await verify()).problems).toEqual([])
  })

  test('verify names a row that has lost its place', async () => {
    await write(
      sourceFacts([{ ...training(), places: [] as never, id: 'tx' }].map((row) => ({ ...row, places: training().places }))),
    )
    await tamper(`UPDATE ledger.training SET places = '[]' WHERE id = 'tx'`)
    expect((await verify()).problems.map(({ kind }) => kind)).toContain('row without a place')
  })
})

describe('2. nothing is overwritten', () => {
  test('a corrected row is a new version; the old one says which changeset ended it', async () => {
    await write(sourceFacts([training({ quantity: 3 })]))
    await write(sourceFacts([training({ quantity: 4 })]))
    const { rows: versions } = await ledger.ownerPool.query(
      'SELECT written, withdrawn, quantity FROM ledger.training ORDER BY written',
    )
    expect(versions).toEqual([
      { written: 1, withdrawn: 2, quantity: 3 },
      { written: 2, withdrawn: null, quantity: 4 },
    ])
  })

  test('only differences are written: the same facts again leave no changeset', async () => {
    expect((await write(sourceFacts(rows()))).changeset).toBe(1)
    expect(await write(sourceFacts(rows()))).toMatchObject({
      changeset: null,
      restrictedChangeset: null,
      written: 0,
      withdrawn: 0,
    })
    const one = await write(sourceFacts([...rows(), training({ id: 't4', recipientUnit: null })]))
    expect(one).toMatchObject({ changeset: 2, written: 2, withdrawn: 0 })
  })

  test('each row tells from which changeset to which it stood', async () => {
    await write(sourceFacts(rows()))
    await write(sourceFacts(rows().slice(1)))
    const at = (id: number) => ids(`written <= ${id} AND (withdrawn IS NULL OR withdrawn > ${id})`)
    expect(await at(0)).toEqual([])
    expect(await at(1)).toEqual(['t1', 't2', 't3'])
    expect(await at(2)).toEqual(['t2', 't3'])
  })

  test.each([
    ['a fact', `UPDATE ledger.training SET quantity = 5`],
    ['a digest', `UPDATE ledger.training SET digest = salt`],
    ['a withdrawal that has happened', `UPDATE ledger.training SET withdrawn = NULL WHERE withdrawn = 2`],
    ['a changeset', `UPDATE ledger.changeset SET reason = 'another'`],
    ['the removal of a row', `DELETE FROM ledger.naming`],
    ['the removal of a restricted row', `DELETE FROM restricted.unmasked_cell`],
  ])('the database itself refuses to overwrite: %s', async (_, statement) => {
    await write(sourceFacts(rows()))
    await write(sourceFacts(rows().slice(1)))
    await expect(ledger.ownerPool.query(statement)).rejects.toMatchObject({ code: '23001' })
  })

  test('what is derived may be computed anew, and is no changeset', async () => {
    const facts = sourceFacts([training()])
    await write(facts)
    facts.training![0]!.search_keys = ['other', 'words', '', '', '', '']
    facts.names![0]!.search_key = 'another key'
    expect((await write(facts)).changeset).toBe(null)
    const { rows: found } = await ledger.ownerPool.query('SELECT search_keys FROM ledger.training')
    expect(found[0].search_keys.slice(0, 2)).toEqual(['other', 'words'])
    expect(await ids(`search_key = 'another key'`, 'ledger.printed_name')).toHaveLength(1)
    expect((await verify()).problems).toEqual([])
  })
})

describe('3. undo is a changeset', () => {
  test('it withdraws what was written and restores what was withdrawn; undoing the undo brings it back', async () => {
    await write(sourceFacts(rows()))
    const before = await contentDigest(ledger.ownerPool)
    await write(sourceFacts([training({ quantity: 9 }), ...rows().slice(2)]))
    const after = await contentDigest(ledger.ownerPool)
    expect(after).not.toBe(before)

    expect(await undoChangeset(ledger, 2, about({ reason: 'it was wrong' }))).toMatchObject({ changeset: 3 })
    expect(await contentDigest(ledger.ownerPool)).toBe(before)
    expect(await ids()).toEqual(['t1', 't2', 't3'])

    await undoChangeset(ledger, 3, about())
    expect(await contentDigest(ledger.ownerPool)).toBe(after)
    await undoChangeset(ledger, 4, about())
    expect(await contentDigest(ledger.ownerPool)).toBe(before)

    const { rows: chain } = await ledger.ownerPool.query('SELECT undoes FROM ledger.changeset ORDER BY id')
    expect(chain.map(({ undoes }) => undoes)).toEqual([null, null, 2, 3, 4])
    expect((await verify()).problems).toEqual([])
  })

  test('undoing a first reading leaves nothing of it, restricted cells included', async () => {
    await write(sourceFacts(rows()))
    await undoChangeset(ledger, 1, about())
    expect(await ids()).toEqual([])
    expect(await ids('withdrawn IS NULL', 'ledger.printed_name')).toEqual([])
    expect(await ids('withdrawn IS NULL', 'restricted.unmasked_cell')).toEqual([])
    expect(await contentDigest(ledger.ownerPool)).toBe(await contentDigest({ query: async () => ({ rows: [] }) } as never))
    await undoChangeset(ledger, 2, about())
    expect(await ids('withdrawn IS NULL', 'restricted.unmasked_cell')).toEqual(['t3.recipient_unit'])
    expect((await verify()).problems.concat((await verify('restricted')).problems)).toEqual([])
  })

  test('it says what later work stands on, and changes nothing', async () => {
    await write(sourceFacts(rows()))
    await write(sourceFacts([training({ quantity: 9 }), ...rows().slice(1)]))
    const before = await contentDigest(ledger.ownerPool)
    await expect(undoChangeset(ledger, 1, about())).rejects.toMatchObject({
      code: 'UNDO_BLOCKED',
      message: expect.stringContaining('changeset 2 (1 rows)'),
    })
    expect(await contentDigest(ledger.ownerPool)).toBe(before)
    expect(await count('ledger.changeset')).toBe(2)
  })

  test('a row that came later to the same source stands on the source', async () => {
    await write(sourceFacts([training()]))
    await write(sourceFacts([training(), training({ id: 't9' })]))
    await expect(undoChangeset(ledger, 1, about())).rejects.toMatchObject({ code: 'UNDO_BLOCKED' })
    await expect(undoChangeset(ledger, 7, about())).rejects.toMatchObject({ code: 'CHANGESET_UNKNOWN' })
  })

  test('a name that another source prints stays when one source is undone', async () => {
    const other = source({ sha256: 'cd'.repeat(32) })
    await write(sourceFacts([training()]))
    await write(sourceFacts([training({ id: 'o1' })], { of: other, totals: [] }))
    const names = await ids('withdrawn IS NULL', 'ledger.printed_name')
    await undoChangeset(ledger, 1, about())
    expect(await ids('withdrawn IS NULL', 'ledger.printed_name')).toEqual(names)
    await undoChangeset(ledger, 2, about())
    expect(await ids('withdrawn IS NULL', 'ledger.printed_name')).toEqual([])
    await undoChangeset(ledger, 3, about())
    expect(await ids('withdrawn IS NULL', 'ledger.printed_name')).toEqual(names)
    expect((await verify()).problems).toEqual([])
  })
})

describe('4. two digests', () => {
  test('the content digest knows neither order, time, actor, number of changesets nor detours', async () => {
    const other = source({ sha256: 'cd'.repeat(32) })
    const elsewhere = await freshDatabase()
    try {
      await write(sourceFacts(rows()))
      await write(sourceFacts([training({ id: 'o1' })], { of: other, totals: [] }))
      const there = async (facts: SourceFacts) =>
        commitChangeset(elsewhere, about({ actor: 'someone else', at: new Date('2030-01-01') }), (change) =>
          replaceSource(change, facts),
        )
      await there(sourceFacts([training({ id: 'o1' })], { of: other, totals: [] }))
      await there(sourceFacts([training({ id: 'wrong' })]))
      const shuffled = sourceFacts(rows())
      shuffled.training!.reverse()
      shuffled.naming!.reverse()
      await there(shuffled)
      expect(await contentDigest(elsewhere.ownerPool)).toBe(await contentDigest(ledger.ownerPool))
      const heads = await Promise.all(
        [ledger, elsewhere].map(async ({ ownerPool }) =>
          (await ownerPool.query('SELECT digest FROM ledger.changeset')).rows.at(-1),
        ),
      )
      expect(heads[0]).not.toEqual(heads[1])
    } finally {
      await elsewhere.close()
    }
  })

  test('one changed cent changes the content digest', async () => {
    await write(sourceFacts(rows()))
    const before = await contentDigest(ledger.ownerPool)
    await write(sourceFacts([training({ cents: 123_457 }), ...rows().slice(1)]))
    expect(await contentDigest(ledger.ownerPool)).not.toBe(before)
  })

  test('equal rows have different digests, because each has a salt of its own', async () => {
    await write(sourceFacts([training()]))
    await write(sourceFacts([]))
    await write(sourceFacts([training()]))
    const { rows: versions } = await ledger.ownerPool.query(`SELECT digest FROM ledger.training WHERE id = 't1'`)
    expect(versions).toHaveLength(2)
    expect(versions[0].digest.equals(versions[1].digest)).toBe(false)
  })

  test.each([
    ['an altered fact', `UPDATE ledger.training SET quantity = 300 WHERE id = 't2'`, 'row altered', 2],
    ['an altered past fact', `UPDATE ledger.training SET quantity = 300 WHERE id = 't1'`, 'row altered', 1],
    ['a row that was removed', `DELETE FROM ledger.training WHERE id = 't2'`, 'rows do not match', 2],
    ['a withdrawal that was removed', `UPDATE ledger.training SET withdrawn = NULL WHERE id = 't1'`, 'rows do not match', 2],
    ['a withdrawal that was added', `UPDATE ledger.printed_total SET withdrawn = 2`, 'rows do not match', 2],
    ['a row that was slipped in', `UPDATE ledger.training SET written = 2 WHERE id = 't3'`, 'rows do not match', 1],
    ['a reason', `UPDATE ledger.changeset SET reason = 'nothing special' WHERE id = 1`, 'changeset altered', 1],
    ['an actor', `UPDATE ledger.changeset SET actor = 'nobody' WHERE id = 2`, 'changeset altered', 2],
    ['a changeset that was removed', `DELETE FROM ledger.changeset WHERE id = 1`, 'changeset missing', 1],
    ['a name', `UPDATE ledger.printed_name SET text = 'another' WHERE text = 'Infantry School'`, 'name differs from its id', 1],
    ['a digest of the content', `UPDATE ledger.content_group SET digest = ''`, 'content digest differs', null],
    ['the name of a state', `UPDATE ledger.content_state SET digest = repeat('0', 64)`, 'content digest differs', 2],
  ])('verify finds %s and names the first changeset that does not hold', async (_, statement, kind, firstBad) => {
    await write(sourceFacts([training(), rows()[2]!]))
    await write(sourceFacts([rows()[1]!, rows()[2]!]))
    expect(await verify()).toMatchObject({ problems: [], firstBad: null, changesets: 2 })
    await tamper(statement)
    const found = await verify()
    expect(found.problems.map((problem) => problem.kind)).toContain(kind)
    expect(found.firstBad).toBe(firstBad)
  })

  test('a row whose digest was recomputed to fit still breaks the chain', async () => {
    await write(sourceFacts(rows()))
    const { rowDigest } = await import('./canonical.js')
    const { allRows } = await import('./rows.js')
    const client = await ledger.ownerPool.connect()
    const [stored] = await allRows(client, 'ledger', 'training', `id = 't1'`)
    client.release()
    const digest = rowDigest(stored!.salt, 'training', { ...stored!.row, quantity: 300 })
    await tamper(`UPDATE ledger.training SET quantity = 300, digest = '\\x${digest}' WHERE id = 't1'`)
    expect((await verify()).problems.map(({ kind }) => kind)).toEqual(['rows do not match', 'content digest differs'])
  })

  test('commits are serialised: changesets made at once form one chain', async () => {
    const sources = Array.from({ length: 4 }, (_, n) => source({ sha256: `${n}`.repeat(64) }))
    await Promise.all(sources.map((of, n) => write(sourceFacts([training({ id: `s${n}` })], { of, totals: [] }))))
    expect(await verify()).toMatchObject({ changesets: 4, problems: [] })
  })
})

describe('5. ids come from content', () => {
  test('a withdrawn id answers with the row that stands where it stood', async () => {
    await write(sourceFacts(rows()))
    const moved = training({
      id: 'better',
      quantity: 30,
      places: [{ page: 1, pageLabel: 'IV-1', box: [10, 99, 700, 111], row: null }],
    })
    await write(sourceFacts([moved, ...rows().slice(1)]))
    expect(await whereabouts(ledger.readerPool, 'training', 't1')).toEqual({
      state: 'withdrawn',
      successor: 'better',
      withdrawn: 2,
    })
    expect(await whereabouts(ledger.readerPool, 'training', 't2')).toEqual({ state: 'current' })
    expect(await whereabouts(ledger.readerPool, 'training', 'never')).toEqual({ state: 'unknown' })
    await write(sourceFacts([{ ...moved, id: 'best' }, ...rows().slice(1)]))
    expect(await whereabouts(ledger.readerPool, 'training', 't1')).toEqual({
      state: 'withdrawn',
      successor: 'best',
      withdrawn: 2,
    })
    await write(sourceFacts(rows()))
    expect(await whereabouts(ledger.readerPool, 'training', 't1')).toEqual({ state: 'current' })
    expect((await verify()).problems).toEqual([])
  })

  test('a row withdrawn without a successor says so', async () => {
    await write(sourceFacts(rows()))
    await write(sourceFacts(rows().slice(1)))
    expect(await whereabouts(ledger.readerPool, 'training', 't1')).toEqual({ state: 'withdrawn', successor: null, withdrawn: 2 })
  })

  test('two rows with one id are refused, not merged', async () => {
    await expect(write(sourceFacts([training(), training()]))).rejects.toThrow('Two rows of training have the id t1')
    expect(await count('ledger.changeset')).toBe(0)
  })
})

describe('6. printed names are never edited', () => {
  test('each name stands once and is current exactly while a current naming uses it', async () => {
    await write(sourceFacts(rows()))
    const used = `id IN (SELECT printed_name FROM ledger.naming WHERE withdrawn IS NULL)`
    expect(await ids('true', 'ledger.printed_name')).toHaveLength(3)
    expect(await ids('withdrawn IS NULL', 'ledger.printed_name')).toEqual(await ids(used, 'ledger.printed_name'))
    await write(sourceFacts([{ ...training(), names: ['1st Company', '2nd Company'] }]))
    expect(await ids('withdrawn IS NULL', 'ledger.printed_name')).toEqual(await ids(used, 'ledger.printed_name'))
    expect(await count(`ledger.printed_name WHERE withdrawn IS NULL AND text LIKE '% Company'`)).toBe(2)
  })
})

describe('7. dates say what they know', () => {
  test('the period is precise where both dates are known in order, and empty otherwise', async () => {
    await write(
      sourceFacts([
        training(),
        training({ id: 't2', endDate: null }),
        training({ id: 't3', startDate: '2012-05-01', endDate: '2012-04-01' }),
      ]),
    )
    const { rows: found } = await ledger.ownerPool.query('SELECT period FROM ledger.training ORDER BY id')
    expect(found.map(({ period }) => period)).toEqual(['[2012-01-02,2012-03-05)', null, null])
  })
})

describe('8. money adds up', () => {
  test('equal rows are all kept, in cents', async () => {
    const same = Array.from({ length: 458 }, (_, n) => training({ id: `e${n}`, cents: 10 }))
    await write(sourceFacts(same))
    const { rows: found } = await ledger.ownerPool.query(
      'SELECT sum(cents) AS cents, sum(quantity) AS quantity FROM ledger.training',
    )
    expect(found[0]).toEqual({ cents: 4580, quantity: 1374 })
  })
})

describe('9. restricted means absent', () => {
  test('the reader cannot see the schema, its tables or that a row is there', async () => {
    await write(sourceFacts(rows()))
    for (const table of ['unmasked_cell', 'changeset', 'training', 'content_group']) {
      await expect(ledger.readerPool.query(`SELECT count(*) FROM restricted.${table}`)).rejects.toMatchObject({ code: '42501' })
    }
    const { rows: found } = await ledger.readerPool.query(`SELECT recipient_unit FROM ledger.training WHERE id = 't3'`)
    expect(found[0].recipient_unit).not.toContain('68870602')
  })

  test('no public digest, number or row differs by what is restricted', async () => {
    const elsewhere = await freshDatabase()
    try {
      const facts = sourceFacts(rows())
      await write(facts)
      await commitChangeset(elsewhere, about(), (change) => replaceSource(change, { ...facts, unmasked_cell: [] }))
      await write(sourceFacts([training({ id: 'x1' })], { of: source({ sha256: 'ee'.repeat(32) }), totals: [] }))
      await commitChangeset(ledger, about(), (change) =>
        replaceSource(change, {
          ...sourceFacts([training({ id: 'secret' })], { of: source({ sha256: 'ff'.repeat(32) }), totals: [] }),
          restricted: true,
        }),
      )
      await write(sourceFacts([training({ id: 'y1' })], { of: source({ sha256: 'dd'.repeat(32) }), totals: [] }))
      expect(await ids()).not.toContain('secret')
      expect(await ids('true', 'restricted.training')).toEqual(['secret'])
      const again = write(sourceFacts([training({ id: 'secret' })], { of: source({ sha256: 'ff'.repeat(32) }), totals: [] }))
      await expect(again).rejects.toMatchObject({ code: 'SOURCE_RESTRICTED' })
      expect(await ids()).not.toContain('secret')
      const chain = await ledger.readerPool.query('SELECT id, accompanies FROM ledger.changeset ORDER BY id')
      expect(chain.rows).toEqual([1, 2, 3].map((id) => ({ id, accompanies: null })))
      const groups = (of: Ledger) =>
        of.ownerPool.query('SELECT source, rows, digest FROM ledger.content_group WHERE source = $1', [facts.source.id])
      expect((await groups(ledger)).rows).toEqual((await groups(elsewhere)).rows)
      expect((await verify()).problems.concat((await verify('restricted')).problems)).toEqual([])
    } finally {
      await elsewhere.close()
    }
  })

  test('the reader writes nothing', async () => {
    await write(sourceFacts(rows()))
    for (const statement of [
      `UPDATE ledger.training SET withdrawn = 9`,
      `DELETE FROM ledger.changeset`,
      `TRUNCATE ledger.naming`,
    ]) {
      await expect(ledger.readerPool.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/42501|25006/) })
    }
  })
})

describe('11. half a changeset does not exist', () => {
  test('what fails after rows were written leaves none of them', async () => {
    await write(sourceFacts(rows()))
    const before = await contentDigest(ledger.ownerPool)
    const failing = commitChangeset(ledger, about(), async (change) => {
      await replaceSource(change, sourceFacts([training({ id: 'half' })]))
      throw new Error('the power went out')
    })
    await expect(failing).rejects.toThrow('the power went out')
    expect(await ids()).toEqual(['t1', 't2', 't3'])
    expect(await contentDigest(ledger.ownerPool)).toBe(before)
    expect((await write(sourceFacts([training()]))).changeset).toBe(2)
  })

  test('a reader sees none of it until all of it is there', async () => {
    await commitChangeset(ledger, about(), async (change) => {
      await replaceSource(change, sourceFacts(rows()))
      expect((await ledger.readerPool.query('SELECT FROM ledger.training')).rows).toHaveLength(0)
    })
    expect((await ledger.readerPool.query('SELECT FROM ledger.training')).rows).toHaveLength(3)
  })
})

describe('12. expunging', () => {
  const effects = () => {
    const removed: string[] = []
    return { ...withoutArchive, removed, removeOriginal: async (sha256: string) => void removed.push(sha256) }
  }

  test('removes every version of the row, what it names, the cell behind the mask and the original; verify says expunged', async () => {
    await write(sourceFacts(rows()))
    await write(sourceFacts([...rows().slice(0, 2), { ...rows()[2]!, quantity: 8 }]))
    const outside = effects()
    const done = await expunge(ledger, ['t3'], about({ reason: 'court order 12/2026' }), outside)
    expect(done.removed).toMatchObject({ training: 2, unmasked_cell: 1, printed_name: 1 })
    expect(outside.removed).toEqual(['ab'.repeat(32)])
    expect(await ids('true')).toEqual(['t1', 't2'])
    expect(await count(`ledger.printed_name WHERE text LIKE '%Sergeant%'`)).toBe(0)
    expect(await count('restricted.unmasked_cell')).toBe(0)
    const checked = await verify()
    expect(checked.problems).toEqual([])
    expect(checked.expunged).toBeGreaterThanOrEqual(4)
    expect((await verify('restricted')).problems).toEqual([])
    expect(await whereabouts(ledger.readerPool, 'training', 't3')).toEqual({ state: 'expunged' })
  })

  test('a name that was expunged and has come again with another row can be expunged again', async () => {
    const named = (id: string) => training({ id, recipientUnit: 'Zanzibarquux Guards' })
    await write(sourceFacts([named('t8')]))
    await expunge(ledger, ['t8'], about(), effects())
    await write(sourceFacts([named('t9')]))
    expect(await expunge(ledger, ['t9'], about(), effects())).toMatchObject({ removed: { training: 1 } })
    expect(await verify()).toMatchObject({ problems: [] })
  })

  test('a tombstone cannot be undone, nor slipped in, nor read back from the file', async () => {
    await write(sourceFacts(rows()))
    await expunge(ledger, ['t3'], about(), effects())
    await expect(undoChangeset(ledger, 1, about())).rejects.toMatchObject({ code: 'UNDO_EXPUNGED' })
    await expect(undoChangeset(ledger, 2, about())).rejects.toMatchObject({ code: 'UNDO_EXPUNGED' })
    expect(await write(sourceFacts(rows()))).toMatchObject({ changeset: null, leftOut: 1 })
    expect(await ids()).toEqual(['t1', 't2'])
    await tamper(`INSERT INTO ledger.tombstone (id, written, salt, digest, kind, row_written, row_digest)
      SELECT id, written, salt, digest, 'training', written, digest FROM ledger.training WHERE id = 't1';
      DELETE FROM ledger.training WHERE id = 't1'`)
    expect((await verify()).problems.map(({ kind }) => kind)).toContain('row altered')
  })

  test('a name goes with every training that prints it; a source with all it says', async () => {
    const other = source({ sha256: 'cd'.repeat(32) })
    await write(sourceFacts(rows()))
    await write(
      sourceFacts([training({ id: 'o1', recipientUnit: 'Guards' })], { of: other, totals: [printedTotal({ id: 'p2' })] }),
    )
    const [guards] = await ids(`text = 'Guards'`, 'ledger.printed_name')
    await expunge(ledger, [guards!], about(), effects())
    expect(await ids()).toEqual(['t1', 't2', 't3'])
    expect(await ids('true', 'ledger.printed_total')).toEqual(['p1', 'p2'])
    await expunge(ledger, [other.id], about(), effects())
    expect(await ids('true', 'ledger.printed_total')).toEqual(['p1'])
    expect(await ids('true', 'ledger.source')).toEqual(['ab'.repeat(8)])
    await expect(expunge(ledger, ['nothing'], about(), effects())).rejects.toMatchObject({ code: 'EXPUNGE_UNKNOWN' })
    expect((await verify()).problems).toEqual([])
  })

  test('if the original cannot be removed, nothing is expunged', async () => {
    await write(sourceFacts(rows()))
    const refusing = { removeOriginal: () => Promise.reject(new Error('the disk is read-only')) }
    await expect(expunge(ledger, ['t3'], about(), refusing)).rejects.toThrow('read-only')
    expect(await ids()).toEqual(['t1', 't2', 't3'])
  })
})

describe('13. personal data', () => {
  test('a masked cell is masked in every public table; the words stand in the restricted schema alone', async () => {
    await write(sourceFacts(rows()))
    for (const table of [
      'ledger.training',
      'ledger.naming',
      'ledger.printed_name',
      'serving.training',
      'serving.name',
      'serving.phrase',
    ]) {
      expect(await count(`${table} AS fact WHERE fact::text LIKE '%68870602%'`), table).toBe(0)
    }
    expect(await ids(`text = '68870602 Sergeant'`, 'restricted.unmasked_cell')).toEqual(['t3.recipient_unit'])
  })
})
