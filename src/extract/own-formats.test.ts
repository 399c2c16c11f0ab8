/** The tables of our own: the examples of docs/formats.md, what is refused of others, and lists in the ledger. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { type Cells, table } from '../../test/sheets.js'
import { openArchive } from '../documents/archive.js'
import { readDelimited } from '../documents/delimited.js'
import { contentDigest } from '../ledger/changesets/change.js'
import { entityId } from '../ledger/changesets/entity-facts.js'
import { undoChangeset } from '../ledger/changesets/undo.js'
import { verifyLedger } from '../ledger/changesets/verify.js'
import type { Ledger } from '../ledger/database/connect.js'
import { projectRoot } from '../ledger/project.js'
import { type IngestedSource, ingest } from './ingest.js'
import { futureDates, readList, recogniseList } from './take-list.js'

const page = readFileSync(path.join(projectRoot, 'docs', 'formats.md'), 'utf8')
const examples = [...page.matchAll(/```csv\n(.*?)```/gs)].map(([, text]) => Buffer.from(text!))
const read = (sheet: Parameters<typeof recogniseList>[0], seenOn: string | null = null) =>
  readList(sheet, recogniseList(sheet)!, 's', { seenOn, entries: new Map(), file: 'x.csv' })

describe('incidents, by statement', () => {
  const statements = read(readDelimited(examples[0]!, { file: 'incidents.csv' }))

  test('the documented example is read without a doubt', () => {
    expect([statements.table, statements.counts, statements.losses]).toEqual([
      'incidents, by statement',
      { rows: 6, refused: 0 },
      [],
    ])
    expect(statements.facts.publications.size).toBe(4)
  })

  test('what marks a date that is not there is told as such', () => {
    const text = 'collection,entity,kind,property,value,first,starts,last,ends\nc,1,incident,occurrence,what is said,2014,Y,,Y\n'
    expect(read(readDelimited(Buffer.from(text), { file: 'x.csv' })).losses).toMatchObject([
      { row: 2, column: 'ends', code: 'CELL_OF_BLANK', outcome: 'not taken' },
    ])
  })

  test('a denial stands beside what it denies, with who denies it', () => {
    const accused = statements.facts.statements.filter(({ property }) => property === 'perpetrator')
    const unit = entityId('unit', 'Example Monitor', 'unit-7')
    expect(accused.map(({ object, stance, speaker }) => [object, stance, speaker])).toEqual([
      [unit, 'asserts', null],
      [unit, 'denies', 'a spokesman of the army'],
    ])
    expect(statements.facts.statements.find(({ property }) => property === 'reply')!.details).toEqual({
      sought_on: '2014-05-20',
      outcome: 'none',
    })
  })

  const row = (more: Cells): Cells => ({
    collection: 'c',
    entity: '1',
    kind: 'incident',
    property: 'violation',
    value: 'Torture',
    object: '',
    object_kind: '',
    details: '',
    stance: '',
    first: '',
    last: '',
    url: '',
    publication: '',
    ...more,
  })

  test.each<[string, Cells]>([
    ['kind', { kind: 'event' }],
    ['property', { property: 'guilt' }],
    ['property', { property: 'parent' }],
    ['value', { value: '' }],
    ['object_kind', { property: 'perpetrator', object: '2' }],
    ['stance', { stance: 'believes' }],
    ['collection', { collection: '' }],
  ])('a row whose %s says nothing is refused, the others are kept', (column, more) => {
    const result = read(table([row(more), row({})]))
    expect(result.counts).toEqual({ rows: 2, refused: 1 })
    expect(result.losses).toMatchObject([{ row: 2, column, code: 'ROW_INCOMPLETE', outcome: 'refused' }])
    expect(result.facts.statements).toHaveLength(1)
  })

  test('a file cannot say which class of the law a word falls under; the committed table does', () => {
    const result = read(table([row({ value: 'Beating', details: 'gvhr_class=torture' }), row({})]))
    expect(result.facts.statements.map(({ details }) => details.gvhr_class)).toEqual([
      undefined,
      'torture or cruel, inhuman, or degrading treatment or punishment',
    ])
    expect(result.losses).toMatchObject([{ row: 2, code: 'VALUE_UNEXPECTED' }])
  })

  test('an address that is none is told and not kept', () => {
    const result = read(table([row({ publication: 'P', url: 'javascript:alert(1)' })]))
    expect([...result.facts.publications.values()].map(({ url }) => url)).toEqual([null])
    expect(result.losses).toMatchObject([{ row: 2, column: 'url', code: 'CELL_NOT_AN_ADDRESS' }])
  })
})

describe('listings', () => {
  test('the documented example is read: a denial of a year, and a listing of a day', () => {
    const result = read(readDelimited(examples[1]!, { file: 'listings.csv' }))
    expect([result.table, result.counts, result.losses]).toEqual(['listings', { rows: 2, refused: 0 }, []])
    expect(result.facts.designations).toMatchObject([
      { deniedIn: 2019, law: 'Foreign Assistance Act 620M', effect: 'ineligible for assistance', listed: null, delisted: null },
      { deniedIn: null, effect: 'visa bar', listed: '[2021-07-01,2021-07-02)' },
    ])
    expect([...result.facts.entities.values()]).toEqual(['unit', 'person'])
  })

  const row = (more: Cells): Cells => ({
    name: 'U',
    country: 'ng',
    kind: '',
    authority: 'A',
    list: 'L',
    law: '',
    effect: '',
    denied_in: '2019',
    listed: '',
    seen_on: '',
    ...more,
  })

  test.each<[string, Cells]>([
    ['name', { name: '' }],
    ['denied_in', { denied_in: '2019-2020' }],
    ['effect', { effect: 'shame' }],
    ['effect', { denied_in: '' }],
    ['kind', { kind: 'incident' }],
  ])('a row whose %s cannot be read is refused', (column, more) => {
    const result = read(table([row(more), row({})]))
    expect(result.losses).toMatchObject([{ row: 2, column, code: 'ROW_INCOMPLETE' }])
    expect(result.facts.designations).toHaveLength(1)
  })

  test('a denial of a year to come and a listing of a day to come are told, each with its column', () => {
    const { designations } = read(
      table([row({ denied_in: '2031' }), row({ listed: '2030-05-01', seen_on: '2030-05-02' }), row({ denied_in: '2026' })]),
    ).facts
    expect(futureDates([], '2026-01-01', designations)).toMatchObject([
      { row: 2, column: 'denied_in', code: 'DATE_IN_FUTURE', text: '2031' },
      { row: 3, column: 'listed', code: 'DATE_IN_FUTURE', text: '2030-05-01' },
      { row: 3, column: 'seen_on', code: 'DATE_IN_FUTURE', text: '2030-05-02' },
    ])
  })

  test('a copy of no day proves nothing: it is kept and doubted; a month is no day', () => {
    const undated = { denied_in: '', effect: 'visa bar' }
    const result = read(
      table([
        row(undated),
        row({ ...undated, name: 'V', seen_on: '2019-05' }),
        row({ ...undated, name: 'W', seen_on: '2019-05-07' }),
      ]),
    )
    expect(result.facts.designations.map(({ seenOn }) => seenOn)).toEqual([null, null, '2019-05-07'])
    expect(result.losses.map(({ row, code }) => [row, code])).toEqual([
      [2, 'LIST_UNDATED'],
      [3, 'VALUE_UNEXPECTED'],
      [3, 'LIST_UNDATED'],
    ])
    expect(read(table([row(undated)]), '2020-01-01').facts.designations[0]!.seenOn).toBe('2020-01-01')
  })
})

describe('any cells', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '',
      '3',
      '36',
      '-0- ',
      'individual',
      'incident',
      'unit',
      'violation',
      'Torture',
      'perpetrator',
      '2014-02-31',
      '2014',
      '=A1()',
      "a.k.a. 'X; DOB",
      '\x1a',
      'مجهول',
    ),
  )
  const headings = {
    'SDN list': [],
    'SDN alternate names': [],
    'UCDP events': [
      'id',
      'type_of_violence',
      'side_a',
      'date_start',
      'date_end',
      'deaths_civilians',
      'best',
      'latitude',
      'longitude',
    ],
    'incidents, by statement': [
      'collection',
      'entity',
      'kind',
      'property',
      'value',
      'object',
      'object_kind',
      'details',
      'first',
      'last',
      'stance',
      'url',
      'publication',
    ],
    listings: ['name', 'authority', 'list', 'denied_in', 'effect', 'seen_on', 'kind', 'listed'],
  } as const
  const widths = { 'SDN list': 12, 'SDN alternate names': 5 } as Record<string, number>

  test.each(Object.entries(headings))('of %s end in facts of their own ids, with every row counted', (of, columns) => {
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 0, maxLength: 14 }), { minLength: 1, maxLength: 6 }), (cells) => {
        const width = widths[of]
        const own =
          width === undefined
            ? cells
            : cells.map((row, at) => [String(at % 4), ...row, ...Array<string>(width).fill('-0-')].slice(0, width))
        const rows = [...(columns.length > 0 ? [[...columns]] : []), ...own].map((row, at) => ({ row: at + 1, cells: row }))
        const entries = new Map([['1', { id: 'one', kind: 'organization' as const }]])
        const result = readList({ sheet: null, name: null, rows }, of as keyof typeof headings, 's', {
          seenOn: '2020-01-01',
          entries,
          file: 'x',
        })
        expect(result.counts.rows).toBe(own.length)
        expect(result.losses.filter(({ outcome }) => outcome === 'refused')).toHaveLength(result.counts.refused)
        const ids = [...result.facts.statements, ...result.facts.designations].map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { entity } of [...result.facts.statements, ...result.facts.designations])
          expect(result.facts.entities.has(entity)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('in the ledger', () => {
  const blank = Array<string>(6).fill('-0- ').join(',')
  const sdn = Buffer.from(`36,"AEROCARIBBEAN AIRLINES","-0- ","CUBA","-0- ",${blank},"-0- "\r\n\x1a`)
  const alternate = Buffer.from('36,12,"aka","AERO-CARIBBEAN",-0- \r\n99,13,"aka","ELSEWHERE",-0- \r\n\x1a')

  async function inLedger(
    work: (take: (files: [string, Uint8Array][], seenOn?: string) => Promise<IngestedSource[]>, ledger: Ledger) => Promise<void>,
  ) {
    const ledger = await freshDatabase()
    const folder = mkdtempSync(path.join(tmpdir(), 'rastro-lists-'))
    const archive = openArchive(ledger.home)
    const everything = openArchive(ledger.home, { clearance: true })
    try {
      await work(async (files, seenOn) => {
        for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes)
        return ingest(
          files.map(([name]) => path.join(folder, name)),
          ledger,
          { actor: 'a tester', seenOn: seenOn ?? null },
          {
            now: () => new Date('2026-01-02T03:04:05Z'),
            keepOriginal: async (place, sha256, kept) => archive.keep(sha256, readFileSync(place), kept),
            readOriginal: (sha256) => everything.read(sha256),
          },
        )
      }, ledger)
    } finally {
      await ledger.close()
      rmSync(folder, { recursive: true })
    }
  }

  test('the list needs its day; in whatever order list and alternate names come, the ledger is the same, and undoing empties it', async () => {
    let digest = ''
    await inLedger(async (take, ledger) => {
      const refused = await take([['sdn.csv', sdn]])
      expect(refused).toMatchObject([{ outcome: 'failed', error: { code: 'LIST_DAY_MISSING' } }])
      await take(
        [
          ['alt.csv', alternate],
          ['sdn.csv', sdn],
        ],
        '2023-01-06',
      )
      digest = await contentDigest(ledger.ownerPool)
      const { rows } = await ledger.ownerPool.query(
        `SELECT property, value FROM ledger.statement WHERE withdrawn IS NULL ORDER BY 1`,
      )
      expect(rows).toEqual([
        { property: 'alias', value: 'AERO-CARIBBEAN' },
        { property: 'identifier', value: '36' },
        { property: 'name', value: 'AEROCARIBBEAN AIRLINES' },
      ])
    })
    await inLedger(async (take, ledger) => {
      await take([['alt.csv', alternate]], '2023-01-06')
      const [second] = await take([['sdn.csv', sdn]], '2023-01-06')
      expect(second).toMatchObject({ outcome: 'written', sheet: { designations: 1, readAgain: ['alt.csv'] } })
      expect(await contentDigest(ledger.ownerPool)).toBe(digest)
      const again = await take([['sdn.csv', sdn]], '2023-01-06')
      expect(again).toMatchObject([{ outcome: 'known' }])
      const client = await ledger.ownerPool.connect()
      const { problems } = await verifyLedger(client, 'ledger')
      client.release()
      expect(problems).toEqual([])
      await undoChangeset(ledger, 2, {
        actor: 'a tester',
        reason: 'a test',
        tool: 'test',
        toolVersion: '1',
        at: new Date('2026-01-03'),
      })
      const { rows } = await ledger.ownerPool.query('SELECT FROM ledger.entity WHERE withdrawn IS NULL')
      expect(rows).toHaveLength(0)
    })
  })

  test('an incident, its denial and its publication come back as they were given', async () => {
    await inLedger(async (take, ledger) => {
      const [taken] = await take([
        ['incidents.csv', examples[0]!],
        ['listings.csv', examples[1]!],
      ])
      expect(taken).toMatchObject({ outcome: 'written', sheet: { statements: 6, publications: 4, losses: [] } })
      const { rows } = await ledger.ownerPool.query(
        `SELECT stance, speaker FROM ledger.statement WHERE property = 'perpetrator' AND withdrawn IS NULL ORDER BY position`,
      )
      expect(rows).toEqual([
        { stance: 'asserts', speaker: null },
        { stance: 'denies', speaker: 'a spokesman of the army' },
      ])
      const designations = await ledger.ownerPool.query('SELECT denied_in, seen_on FROM ledger.designation ORDER BY position')
      expect(designations.rows).toEqual([
        { denied_in: 2019, seen_on: null },
        { denied_in: null, seen_on: null },
      ])
    })
  })
})
