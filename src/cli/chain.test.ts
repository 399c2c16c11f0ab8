import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { about, source, statement } from '../../test/ledger-facts.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { entityRow, statementRow } from '../ledger/changesets/entity-facts.js'
import { sourceRow } from '../ledger/changesets/facts.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import type { Ledger } from '../ledger/database/open.js'
import { showChain } from './chain.js'

let ledger: Ledger
beforeAll(async () => {
  ledger = await freshDatabase()
  const sheet = source({ kind: 'spreadsheet', report: null, fileName: 'units.csv' })
  const collection = { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }
  const name = (entity: string, value: string) => statement({ id: `name ${entity}`, entity, value })
  const parent = (entity: string, object: string, from: string, to: string) =>
    statement({
      id: `${entity} under ${object}`,
      entity,
      object,
      property: 'parent',
      value: null,
      details: { relation: 'command' },
      firstCitedPrinted: from,
      firstCited: `[${from},${from.slice(0, 8)}28)`,
      starts: true,
      lastCitedPrinted: to,
      lastCited: `[${to},${to.slice(0, 8)}28)`,
      openEnded: 'N',
    })
  const statements = [
    name('b', '102 <Battalion> & Co'),
    name('r', '1 Brigade'),
    name('d', 'Northern Division'),
    name('s', '1 Brigade'),
    parent('b', 'r', '2010-02-01', '2012-03-01'),
    parent('b', 's', '2014-02-01', '2015-03-01'),
    parent('r', 'd', '2001-02-01', '2019-03-01'),
  ]
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(sheet, collection),
      statement: statements.map((one, position) => statementRow(one, sheet.id, position)),
      entities: ['b', 'r', 'd', 's'].map((id) => entityRow(id, 'unit')),
    }),
  )
})
afterAll(() => ledger.close())

const chain = async (name: string, format: 'text' | 'json' | 'graphml', day?: string) => {
  const client = await ledger.readerPool.connect()
  const span = day ? { from: day, to: day } : null
  return showChain(client, { name, span, country: null, format }).finally(() => client.release())
}

test('a day shows the parents of that day, with the dates that they are cited for, and the others apart', async () => {
  expect(await chain('102 <battalion> & co', 'text', '2011-05-06')).toBe(`102 <Battalion> & Co  b (2011-05-06)

Above it:
  1 Brigade  r
      2010-02-01 (start: Y) – 2012-03-01 (open: N), cited
    Northern Division  d
        2001-02-01 (start: Y) – 2019-03-01 (open: N), cited

Below it: none cited

Above it at other times:
  1 Brigade  2014-02-01 (start: Y) – 2015-03-01 (open: N), outside its known start or end

No parent is cited:
  2012-03-28 to 2014-01-31
`)
})

test('GraphML has a node a unit and an edge a relation, labelled with the four date fields, and escapes names', async () => {
  const graph = await chain('b', 'graphml')
  expect(graph.match(/<node /g)).toHaveLength(4)
  expect(graph.match(/<edge /g)).toHaveLength(3)
  expect(graph).toContain('<data key="label">102 &lt;Battalion&gt; &amp; Co</data>')
  expect(graph).toContain('source="r" target="b"><data key="dates">2010-02-01 (start: Y) – 2012-03-01 (open: N)</data>')
})

test('a name that two units have asks which, and one that none has says so', async () => {
  await expect(chain('1 Brigade', 'text')).rejects.toMatchObject({
    code: 'ENTITY_AMBIGUOUS',
    message: expect.stringMatching(/ {2}r .*\n {2}s /),
  })
  await expect(chain('9 Brigade', 'text')).rejects.toMatchObject({ code: 'ENTITY_UNKNOWN' })
})

test('JSON has every statement of a link', async () => {
  const read = JSON.parse(await chain('b', 'json', '2011-05-06'))
  expect(read.parents[0]).toMatchObject({
    id: 'r',
    holding: 'cited',
    statements: [{ starts: true, firstCitedPrinted: '2010-02-01' }],
  })
  expect(read.parents_at_other_times).toMatchObject([{ id: 's', holding: 'ended' }])
})
