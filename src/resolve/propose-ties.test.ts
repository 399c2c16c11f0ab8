/** Whom a claim would be said of. The units, and what is told of them, are invented. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeArticle } from '../../test/article-facts.js'
import { freshDatabase } from '../../test/database.js'
import { about, source, statement } from '../../test/ledger-facts.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { entityRow, statementRow } from '../ledger/changesets/entity-facts.js'
import { sourceRow } from '../ledger/changesets/facts.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import type { Ledger } from '../ledger/database/connect.js'
import { loadClaims } from '../ledger/read/claims.js'
import { proposeTies } from './propose-ties.js'

let ledger: Ledger
beforeAll(async () => {
  ledger = await freshDatabase()
  const sheet = source({
    sha256: 'ef'.repeat(32),
    kind: 'spreadsheet',
    report: null,
    fileName: 'units.csv',
    mediaType: 'text/csv',
  })
  const units: [entity: string, name: string, country: string | null][] = [
    ['tanzanian', '39th Infantry Battalion', 'TZA'],
    ['mexican', '7th Infantry Battalion', 'MEX'],
    ['colombian', '7th Infantry Battalion', 'COL'],
    ['nowhere', '12th Infantry Battalion', null],
  ]
  const said = units.flatMap(([entity, value, country]) => [
    statement({ id: `${entity}-name`, entity, value }),
    ...(country === null ? [] : [statement({ id: `${entity}-country`, entity, property: 'country', value: country })]),
  ])
  const collection = { at: new Date('2026-01-01T00:00:00Z'), by: 'a tester', from: 'a test', method: 'by hand' }
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(sheet, collection),
      statement: said.map((one, position) => statementRow(one, sheet.id, position)),
      entities: units.map(([entity]) => entityRow(entity, 'unit')),
    }),
  )
})
afterAll(() => ledger.close())

async function accused(text: string): Promise<string[]> {
  const { source } = await writeArticle(ledger, text)
  const client = await ledger.ownerPool.connect()
  try {
    const events = (await loadClaims(client, null, [source])).filter(({ claim }) => claim.type === 'event')
    const ties = await Promise.all(events.map((kept) => proposeTies(client, kept, kept.claim)))
    return ties.flat().flatMap((tie) => ('entity' in tie ? [tie.entity] : []))
  } finally {
    client.release()
  }
}
const killed = (unit: string, where = '') =>
  `Raids of the year are told\n\nSoldiers of the ${unit} Infantry Battalion killed 22 people in Mina${where} in June 2014, witnesses said.`

test('a unit of one country is not meant where an article tells of another, or of none', async () => {
  expect(await accused(killed('39th', ', Mexico,'))).toEqual([])
  expect(await accused(killed('39th'))).toEqual([])
  expect(await accused(killed('39th', ', Tanzania,'))).toEqual(['tanzanian'])
  expect(await accused(`${killed('39th')}\n\nThe Tanzanian government did not answer.`)).toEqual(['tanzanian'])
})

test('the country that the sentence names goes before those of the rest', async () => {
  const rest = '\n\nThe Tanzanian government did not answer.'
  expect(await accused(`${killed('39th', ', Mexico,')}${rest}`)).toEqual([])
})

test('of several with one name the one of the country is meant; without any country nobody', async () => {
  expect(await accused(killed('7th', ', Mexico,'))).toEqual(['mexican'])
  expect(await accused(killed('7th'))).toEqual([])
})

test('a unit whose country nobody says is meant by its name', async () => {
  expect(await accused(killed('12th', ', Mexico,'))).toEqual(['nowhere'])
})
