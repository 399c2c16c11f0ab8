/** The packages that were made by hand: loaded once, the same as the files they were taken from, every statement at its place. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { readDelimited } from '../../documents/delimited.js'
import { factsOfList, readList } from '../../extract/take-list.js'
import { commitChangeset, contentDigest } from '../../ledger/changesets/change.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import { undoChangeset } from '../../ledger/changesets/undo.js'
import { verifyLedger } from '../../ledger/changesets/verify.js'
import type { Ledger } from '../../ledger/database/connect.js'
import { projectRoot } from '../../ledger/project.js'
import { readCsv } from '../data-package/read-csv.js'
import { designationSources } from './designations.js'
import { loadCurated } from './load.js'
import { readPackage } from './read-package.js'

const data = path.join(projectRoot, 'data')
const effects = { now: () => new Date('2026-01-02T03:04:05Z') }
const rowsOf = (file: string) => [...readCsv(readFileSync(path.join(data, file), 'utf8'))]

describe('in a ledger', () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await freshDatabase()
  })
  afterAll(() => ledger.close())
  const rows = async (query: string) => (await ledger.ownerPool.query(query)).rows

  test('each package is a changeset of its own, and is loaded once', async () => {
    const first = await loadCurated(ledger, 'a tester', effects)
    expect(Object.entries(first).map(([name, committed]) => [name, committed?.changeset])).toEqual([
      ['designations', 1],
      ['cases', 2],
      // The names that it judges are not in this ledger.
      ['identities', undefined],
    ])
    const digest = await contentDigest(ledger.ownerPool)
    expect(await loadCurated(ledger, 'a tester', effects)).toEqual({ designations: null, cases: null, identities: null })
    expect(await contentDigest(ledger.ownerPool)).toBe(digest)
    const client = await ledger.ownerPool.connect()
    const { problems } = await verifyLedger(client, 'ledger')
    client.release()
    expect(problems).toEqual([])
  })

  test('the Rapid Action Battalion stands on the list on the day of the copy; since when, an announcement says that is cited', async () => {
    const found = await rows(
      `SELECT d.program, d.effect, d.seen_on::text, d.listed, d.delisted, k.value AS kind, d.flags->0->>'code' AS flag FROM ledger.designation d
        JOIN ledger.statement n ON n.entity = d.entity AND n.property = 'name' AND n.value = 'RAPID ACTION BATTALION'
        JOIN ledger.statement k ON k.entity = d.entity AND k.property = 'classification' AND k.value LIKE 'Security force:%'
        ORDER BY d.seen_on`,
    )
    expect(found).toEqual([
      {
        program: 'GLOMAG',
        effect: 'asset block',
        seen_on: '2023-01-06',
        listed: null,
        delisted: null,
        kind: 'Security force: unit',
        flag: 'LIST_DAY_INFERRED',
      },
      {
        program: 'GLOMAG',
        effect: 'asset block',
        seen_on: null,
        listed: '[2021-12-10,2021-12-11)',
        delisted: null,
        kind: 'Security force: unit',
        flag: 'LIST_DAY_BY_HAND',
      },
    ])
  })

  test('where two articles contradict each other on which cartel the soldiers joined, both stand', async () => {
    const joined = await rows(
      `SELECT s.details->>'relation' AS relation, o.value AS cartel, s.source FROM ledger.statement s
        JOIN ledger.statement o ON o.entity = s.object AND o.property = 'name'
        WHERE s.property = 'lineage' AND s.details->>'relation' IN ('joined or formed', 'formed the backbone of') ORDER BY o.value`,
    )
    expect(joined.map(({ cartel }) => cartel)).toEqual(['Los Zetas', 'Sinaloa cartel'])
    expect(new Set(joined.map(({ source }) => source)).size).toBe(2)
  })

  test('a denial stands beside what it denies', async () => {
    const said = await rows(
      `SELECT stance, speaker FROM ledger.statement s WHERE property = 'occurrence' AND entity IN (
        SELECT entity FROM ledger.statement WHERE stance = 'denies' AND property = 'occurrence') ORDER BY position`,
    )
    expect(said).toEqual([
      { stance: 'asserts', speaker: 'the Wall Street Journal' },
      { stance: 'denies', speaker: "Mexico's Navy Secretariat" },
      { stance: 'denies', speaker: 'the Mexican embassy in Washington' },
    ])
  })

  test('what was undone is not loaded again', async () => {
    const about = { actor: 'a tester', reason: 'a test', tool: 'test', toolVersion: '1', at: new Date('2026-01-03') }
    await undoChangeset(ledger, 2, about)
    await undoChangeset(ledger, 1, about)
    expect(await loadCurated(ledger, 'a tester', effects)).toEqual({ designations: null, cases: null, identities: null })
    expect(await rows('SELECT FROM ledger.entity WHERE withdrawn IS NULL')).toEqual([])
  })
})

test('a newer package leaves a file alone that was read as a whole since', async () => {
  const ledger = await freshDatabase()
  const folder = mkdtempSync(path.join(tmpdir(), 'rastro-curated-'))
  try {
    await loadCurated(ledger, 'a tester', effects)
    const [list] = designationSources(await readPackage(path.join(data, 'designations')))
    const { source, facts } = list!
    const more = { ...facts.designations[0]!, id: 'one more', entity: 'whom the package leaves out' }
    facts.designations.push(more)
    facts.entities.set(more.entity, 'organization')
    // As reading the file does: the same source, and a mark that it was read.
    const about = { actor: 'a tester', reason: 'a test', tool: 'test', toolVersion: '1', at: new Date('2026-01-03') }
    await commitChangeset(ledger, about, async (change) => {
      await replaceSource(
        change,
        factsOfList({ facts }, source, { at: about.at, by: 'a tester', from: 'a file', method: 'whole' }),
      )
      await change.client.query(`INSERT INTO private.ingested (source, method, at) VALUES ($1, 'whole', $2)`, [
        source.id,
        about.at,
      ])
    })
    cpSync(data, folder, { recursive: true, filter: (file) => !file.includes('us-training') })
    const description = path.join(folder, 'designations', 'datapackage.json')
    writeFileSync(description, readFileSync(description, 'utf8').replace('"title": "', '"title": "Anew: '))
    await loadCurated(ledger, 'a tester', effects, folder)
    const { rows } = await ledger.ownerPool.query(`SELECT FROM ledger.designation WHERE id = 'one more' AND withdrawn IS NULL`)
    expect(rows).toHaveLength(1)
  } finally {
    await ledger.close()
    rmSync(folder, { recursive: true })
  }
})

test('a newer package says what it says anew and no longer what it said before', async () => {
  const ledger = await freshDatabase()
  const folder = mkdtempSync(path.join(tmpdir(), 'rastro-curated-'))
  const notes = async (text: string) =>
    (await ledger.ownerPool.query(`SELECT FROM ledger.statement WHERE value = $1 AND withdrawn IS NULL`, [text])).rows.length
  try {
    await loadCurated(ledger, 'a tester', effects)
    expect(await notes('The navy.')).toBe(1)
    cpSync(data, folder, { recursive: true, filter: (file) => !file.includes('us-training') })
    const table = path.join(folder, 'designations', 'selection.csv')
    const before = readFileSync(table)
    const after = Buffer.from(before.toString().replace('The navy.', 'The navy of the country.'))
    writeFileSync(table, after)
    const description = path.join(folder, 'designations', 'datapackage.json')
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    writeFileSync(description, readFileSync(description, 'utf8').replace(digest(before), digest(after)))
    await loadCurated(ledger, 'a tester', effects, folder)
    expect([await notes('The navy.'), await notes('The navy of the country.')]).toEqual([0, 1])
    const { rows } = await ledger.ownerPool.query(
      `SELECT (SELECT count(*)::int FROM ledger.source WHERE file_name = 'selection.csv' AND withdrawn IS NULL) AS sources,
        (SELECT count(*)::int FROM ledger.statement s WHERE withdrawn IS NULL AND NOT EXISTS (
          SELECT FROM ledger.source f WHERE f.id = s.source AND f.withdrawn IS NULL)) AS orphans`,
    )
    expect(rows).toEqual([{ sources: 1, orphans: 0 }])
    const client = await ledger.ownerPool.connect()
    const { problems } = await verifyLedger(client, 'ledger').finally(() => client.release())
    expect(problems).toEqual([])
  } finally {
    await ledger.close()
    rmSync(folder, { recursive: true })
  }
})

test('a table that was changed is not believed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rastro-curated-'))
  cpSync(path.join(data, 'designations'), folder, { recursive: true })
  const file = path.join(folder, 'selection.csv')
  writeFileSync(file, readFileSync(file, 'utf8').replace('unit', 'band'))
  await expect(readPackage(folder)).rejects.toMatchObject({ code: 'DATA_PACKAGE_DAMAGED' })
  rmSync(folder, { recursive: true })
})

test('the descriptions name every table and every column', () => {
  for (const name of ['designations', 'cases', 'identities']) {
    const described = JSON.parse(readFileSync(path.join(data, name, 'datapackage.json'), 'utf8'))
    const files = readdirSync(path.join(data, name)).filter((file) => file.endsWith('.csv'))
    expect(described.resources.map((resource: { path: string }) => resource.path).sort()).toEqual(files.sort())
    for (const { path: file, schema } of described.resources)
      expect(schema.fields.map((field: { name: string }) => field.name).join(','), file).toBe(
        readFileSync(path.join(data, name, file), 'utf8').split('\r\n')[0],
      )
  }
})

const shared = path.join(projectRoot, '..', 'shared', 'data')
const ofac = path.join(shared, 'lists', 'ofac')
test.skipIf(!existsSync(ofac))('the picked entries are those of the whole list, row by row', async () => {
  const bytes = readFileSync(path.join(ofac, 'sdn.csv'))
  const [picked] = designationSources(await readPackage(path.join(data, 'designations')))
  expect(picked!.source.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  const table = readDelimited(bytes, { file: 'sdn.csv' })
  const whole = readList(table, 'SDN list', picked!.source.id, { seenOn: '2023-01-06', entries: new Map(), file: 'sdn.csv' })
  // Whom an entry is linked to can be known in the whole list alone.
  const comparable = (facts: typeof whole.facts) => [
    ...facts.statements.filter(({ property }) => property !== 'lineage'),
    // The day of the copy is given to who reads the whole list; here it was inferred.
    ...facts.designations.map((one) => ({ ...one, flags: one.flags.filter(({ code }) => code !== 'LIST_DAY_INFERRED') })),
  ]
  const all = new Map(comparable(whole.facts).map((fact) => [fact.id, fact]))
  for (const fact of comparable(picked!.facts)) expect(all.get(fact.id)).toEqual(fact)
  expect(picked!.facts.designations.length).toBeGreaterThan(100)
})

const seeds = path.join(shared, 'seeds')
describe.skipIf(!existsSync(seeds))('the five articles', () => {
  const articles = rowsOf('cases/articles.csv')
  const texts = new Map(
    readdirSync(seeds).map((file) => {
      const bytes = readFileSync(path.join(seeds, file))
      return [createHash('sha256').update(bytes).digest('hex'), bytes.toString('utf8')] as const
    }),
  )
  const textOf = new Map(articles.map(({ article, sha256 }) => [article, texts.get(sha256!)]))

  test('are those of the digests', () => {
    expect(articles).toHaveLength(5)
    for (const { article } of articles) expect(textOf.get(article), article).toBeDefined()
  })

  test('every range lies in its paragraph and begins and ends with whole words', () => {
    for (const { article, paragraph, start, end, value } of rowsOf('cases/statements.csv')) {
      const characters = [...textOf.get(article)!]
      let at = 0
      const lines = characters
        .join('')
        .split('\n')
        .map((line) => {
          const from = at
          at += [...line].length + 1
          return { from, to: at - 1, line }
        })
      const found = lines.filter(({ line }) => line.trim() !== '')[Number(paragraph) - 1]!
      expect(Number(start), value).toBeGreaterThanOrEqual(found.from)
      expect(Number(end), value).toBeLessThanOrEqual(found.to)
      expect(Number(end)).toBeGreaterThan(Number(start))
      const edges = [characters.slice(Number(start) - 1, Number(start) + 1), characters.slice(Number(end) - 1, Number(end) + 1)]
      for (const [one, other] of edges) expect(/\w/.test(one ?? ' ') && /\w/.test(other ?? ' '), value).toBe(false)
    }
  })

  test('no statement repeats six words of an article in a row', () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const runs = (text: string) => {
      const all = words(text)
      return all.slice(5).map((_, index) => all.slice(index, index + 6).join(' '))
    }
    const theirs = new Set([...textOf.values()].flatMap((text) => runs(text!)))
    for (const { value } of rowsOf('cases/statements.csv')) expect(runs(value!).filter((run) => theirs.has(run))).toEqual([])
  })
})
