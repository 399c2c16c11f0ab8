import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { printedTotal, training } from '../../../test/ledger-facts.js'
import { readCoverageFacts } from '../../analysis/coverage-facts.js'
import { countCoverage, coverageRows } from '../../analysis/coverage-rows.js'
import { judgeTotal } from '../../analysis/ledger-balance.js'
import { countUnread } from '../../analysis/reconcile-ledger.js'
import type { ReadReport } from '../../extract/read-report.js'
import { contentDigest } from '../../ledger/changesets/change.js'
import { csvCell } from '../../ledger/publish.js'
import { openReading } from '../../ledger/read/open-reading.js'
import type { Training } from '../../ledger/records.js'
import { withheldPattern } from '../../names/personal-data.js'
import { searchKey } from '../../names/search-key.js'
import { bundledData, loadDataPackage } from './load.js'
import { readCells, readCsv } from './read-csv.js'
import { readTraining, trainingColumns, trainingFields } from './tables.js'
import { writeDataPackage } from './write.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rastro-package-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const report = (name: string, trainings: Training[], year = 2012): ReadReport => ({
  file: `${name}.pdf`,
  sha256: name.repeat(64),
  bytes: 1000,
  mediaType: 'application/pdf',
  report: `${year}-${year + 1}`,
  layout: 'E',
  regions: ['Africa'],
  pages: 2,
  pageLabels: ['IV-1', 'IV-2'],
  trainings,
  totals: [printedTotal({ id: `total-${name}` })],
  unread: [],
  notes: [],
})

const one = () =>
  report('a', [
    training({ id: 'a1', courseTitle: 'A "quoted", title\nof two lines', cents: 1550, recipientUnit: null }),
    training({
      id: 'a2',
      fiscalYear: 2013,
      status: 'proposed',
      cents: null,
      quantity: null,
      flags: [{ code: 'X', note: 'seen, done' }],
    }),
    training({
      id: 'a3',
      places: [
        { page: 1, pageLabel: 'IV-1', box: [10, 500.5, 700, 510.25], row: null },
        { page: 2, pageLabel: null, box: [10, 50, 700, 60], row: null },
      ],
    }),
  ])
const other = () => report('b', [training({ id: 'b1', fiscalYear: 2014 })], 2014)

async function* all(...reports: ReadReport[]) {
  yield* reports
}
const write = (...reports: ReadReport[]) =>
  writeDataPackage(all(...reports), folder, { method: 'a test', coverage: countCoverage() })
const tables = () =>
  new Map(
    readdirSync(folder).map((name) => {
      const bytes = readFileSync(path.join(folder, name))
      return [name, (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')]
    }),
  )

test('the same reports give the same bytes, in whatever order; a new report adds one table', async () => {
  await write(one(), other())
  const first = tables()
  await write(other(), one())
  expect(tables()).toEqual(first)
  await write(one())
  const fewer = tables()
  expect([...first.keys()].filter((name) => !fewer.has(name))).toEqual(['fy2014.csv.gz'])
  for (const year of ['fy2012.csv.gz', 'fy2013.csv.gz']) expect(fewer.get(year)).toBe(first.get(year))
})

test('what is read back is what was written, places and cents included', async () => {
  await write(one())
  const [header, ...cells] = ['fy2012.csv.gz', 'fy2013.csv.gz'].flatMap((name, index) =>
    [...readCells(Buffer.from(tables().get(name)!))].slice(index),
  )
  const at = trainingColumns(header!)
  const source = { sha256: 'a'.repeat(64), fileName: 'volume.pdf' } as never
  const read = cells.map((row) => readTraining(row, at, source)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const expected = one().trainings.map((record) => ({ ...record, sourceSha256: 'a'.repeat(64) }))
  expect(read).toEqual(expected)
})

test('CSV is read back as written, whatever is in the cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', 'é', 'a', '😀') })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
      const text = ['x,y,z', ...rows.map((row) => row.map(csvCell).join(','))].map((line) => `${line}\r\n`).join('')
      expect([...readCsv(text)].map(Object.values)).toEqual(rows)
    }),
  )
})

test('loading is one changeset with the digest that the package states; the same package is not loaded twice', async () => {
  const written = await write(one(), other())
  const ledger = await freshDatabase()
  try {
    const effects = { now: () => new Date() }
    expect(await loadDataPackage(ledger, 'a tester', effects, folder)).toMatchObject({ changeset: 1, withdrawn: 0 })
    expect(await contentDigest(ledger.ownerPool)).toBe(written.contentDigest)
    expect(await loadDataPackage(ledger, 'a tester', effects, folder)).toBe(null)
    const { rows } = await ledger.readerPool.query(`SELECT places FROM ledger.training WHERE id = 'a3'`)
    expect(rows[0].places).toEqual(one().trainings[2]!.places)
    // A newer package brings only what differs.
    await write(one(), report('b', [training({ id: 'b1', fiscalYear: 2014, quantity: 30 })], 2014))
    expect(await loadDataPackage(ledger, 'a tester', effects, folder)).toMatchObject({ changeset: 2, written: 1, withdrawn: 1 })
  } finally {
    await ledger.close()
  }
})

test('coverage says what is there and what is not, with a citation each, and a ledger that loaded the package says the same', async () => {
  await write(one(), other())
  const rows = [...readCsv(tables().get('coverage.csv')!)]
  expect(rows.every(({ report, state, reason, citation }) => report && state && reason && citation)).toBe(true)
  const of = (year: string, state: string) => rows.filter((row) => row.fiscal_year === year && row.state === state)
  expect(of('2012', 'present')).toMatchObject([{ report: '2012-2013', region: 'Western Hemisphere', program: '', column: '' }])
  // Plans are no coverage; of the year of `a2` nothing was delivered.
  expect(of('2013', 'present')).toEqual([])
  expect(of('2013', 'file missing')).toMatchObject([{ report: '2013-2014', region: '' }])
  expect(of('2014', 'file missing').length).toBeGreaterThan(0)
  expect(rows.some(({ state }) => state === 'excluded by law')).toBe(true)
  const ledger = await freshDatabase()
  try {
    await loadDataPackage(ledger, 'a tester', { now: () => new Date() }, folder)
    const facts = await readCoverageFacts(ledger.readerPool)
    const counted = countCoverage()
    for (const report of [one(), other()]) counted.count(report.trainings)
    const sorted = (list: object[]) => list.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
    expect(sorted(facts.held)).toEqual(sorted(counted.facts().held))
    expect(sorted(facts.columns)).toEqual(sorted(counted.facts().columns))
    expect(facts.columns.find(({ fiscalYear, column }) => fiscalYear === 2012 && column === 'recipient_unit')).toMatchObject({
      rows: 2,
      filled: 1,
    })
    const known = rows.map(({ report, fiscal_year, region, program, column, state, countries }) =>
      [report, fiscal_year, region, program, column, state, countries].join('|'),
    )
    expect(
      coverageRows(facts).map(({ report, fiscalYear, region, program, column, state, countries }) =>
        [report, fiscalYear, region, program, column, state, countries.join(' ')].join('|'),
      ),
    ).toEqual(known)
    expect(await readCoverageFacts(ledger.readerPool, 0)).toEqual({ held: [], columns: [] })
    expect(await readCoverageFacts(ledger.readerPool, 1)).toEqual(facts)
  } finally {
    await ledger.close()
  }
})

test('what could not be read is kept with its place and reason, masked, and goes when a better reading reads it', async () => {
  const place = { page: 2, pageLabel: 'IV-2', box: [10, 20, 30, 40.5] as [number, number, number, number], row: null }
  const reason = 'These lines follow no row.'
  const words = ['68870602 1st Sergeant', 'UNIVERSITY', 'UNIVERSITY']
  await write({ ...one(), unread: words.map((text) => ({ place, text, reason })) })
  expect(tables().get('unread.csv')).not.toContain('68870602')
  const ledger = await freshDatabase()
  try {
    const effects = { now: () => new Date() }
    await loadDataPackage(ledger, 'a tester', effects, folder)
    const reading = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
    const id = 'a'.repeat(16)
    const [masked, ...others] = (await reading.source(id))!.unread
    expect(masked!.text).toMatch(withheldPattern)
    expect(others).toEqual([
      { place, text: 'UNIVERSITY', reason },
      { place, text: 'UNIVERSITY', reason },
    ])
    expect(await countUnread(ledger.readerPool, '2012-2013')).toBe(3)
    expect(await countUnread(ledger.readerPool, '1999-2000')).toBe(0)
    await write(one())
    expect(await loadDataPackage(ledger, 'a tester', effects, folder)).toMatchObject({ written: 0, withdrawn: 3 })
    expect((await reading.source(id))!.unread).toEqual([])
    expect((await reading.source(id, 1))!.unread).toHaveLength(3)
  } finally {
    await ledger.close()
  }
})

test.each([
  ['a changed table', 'fy2012.csv.gz', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('15.5', '15.6'))],
  ['a cut table', 'fy2012.csv.gz', (bytes: Buffer) => bytes.subarray(0, 40)],
  ['a changed source', 'sources.csv', (bytes: Buffer) => Buffer.from(bytes.toString().replace('Africa', 'Asia'))],
  ['a description that is none', 'datapackage.json', () => Buffer.from('{')],
])('a damaged package is refused as a whole: %s', async (_, name, damage) => {
  await write(one(), other())
  const file = path.join(folder, name)
  writeFileSync(file, damage(readFileSync(file)))
  const ledger = await freshDatabase()
  try {
    const loading = loadDataPackage(ledger, 'a tester', { now: () => new Date() }, folder)
    await expect(loading).rejects.toMatchObject({ code: 'DATA_PACKAGE_DAMAGED' })
    expect((await ledger.ownerPool.query('SELECT FROM ledger.training')).rowCount).toBe(0)
  } finally {
    await ledger.close()
  }
})

test('personal data is masked in what is written', async () => {
  await write(report('c', [training({ recipientUnit: '68870602 1st Sergeant' })]))
  const text = tables().get('fy2012.csv.gz')!
  expect(text).not.toContain('68870602')
  expect(text).toMatch(withheldPattern)
})

test('the package in the repository describes every field of every table', () => {
  const description = JSON.parse(readFileSync(path.join(bundledData, 'datapackage.json'), 'utf8'))
  const fields = description.resources.find((resource: { name: string }) => resource.name === 'fy2012').schema.fields
  expect(fields.map((field: { name: string }) => field.name)).toEqual(trainingFields.map(({ name }) => name))
  expect(fields.every((field: { description: string; type: string }) => field.description && field.type)).toBe(true)
  expect(description.licenses).toHaveLength(1)
  expect(description.sources.length).toBeGreaterThan(50)
})
