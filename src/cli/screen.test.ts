/** `rastro screen` as a person runs it, over a small ledger of invented units and people: results, status, decisions, and what goes wrong. */
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { writeScreening } from '../../test/screening-ledger.js'
import type { Ledger } from '../ledger/database/open.js'
import type { UserError } from '../ledger/errors.js'
import { readAsked, screenOn } from './screen.js'

let ledger: Ledger
beforeAll(async () => {
  ledger = await freshDatabase()
  await writeScreening(ledger)
}, 60_000)
afterAll(() => ledger?.close())

const list = ['Who,Birthday,From', '"=Fermin Quesnel",1971-02-14,Guatemala', 'Hortensia Vellucci,1988-11-30,Guatemala'].join('\n')

async function rastro(text: string, values: Record<string, string | boolean | string[]>, env: NodeJS.ProcessEnv = {}) {
  const written: string[] = []
  const notes: string[] = []
  const out = {
    write: async (more: string | Uint8Array) => void written.push(String(more)),
    note: (line: string) => void notes.push(line),
    interactive: false,
  }
  const input = (async function* () {
    yield Buffer.from(text)
  })()
  const now = () => new Date('2026-03-01T12:00:00Z')
  const context = {
    out,
    env: { RASTRO_ACTOR: 'ana', ...env },
    cwd: process.cwd(),
    now,
    signal: new AbortController().signal,
    input,
  }
  const files = values.list === undefined && values.lists === undefined ? ['-'] : []
  const status = await screenOn(ledger, values, await readAsked(values, files, context), context)
  return { status, text: written.join(''), notes, id: /The list is (\S+),/.exec(notes.join('\n'))?.[1] ?? '' }
}

const map = ['name=Who', 'birth-date=B', 'country=3']

test('columns are mapped by heading, letter and number; the report says what is alleged, and of the others no more than "no match"', async () => {
  const { status, text, id } = await rastro(list, { map })
  expect(status).toBe(1)
  expect(text).toContain('1. =Fermin Quesnel (row 2)\n   QUESNEL ARBOLEDA, Fermín Anselmo (GTM)')
  expect(text).toContain('same date of birth')
  expect(text).toContain('On a list of Treasury of Freedonia')
  expect(text).toMatch(/For the others: No match in the ledger as of .*, which covers /)
  expect(text).not.toMatch(/clear(?:ed|ance)/i)
  expect(await rastro('', { lists: true })).toMatchObject({ status: 0, text: expect.stringContaining(id) })
})

test('CSV has a row for each possible match and each subject without; no cell of it is a formula', async () => {
  const { status, text } = await rastro(list, { map, format: 'csv', forget: true })
  expect(status).toBe(1)
  const rows = parse(text, { columns: true }) as Record<string, string>[]
  expect(rows.map(({ row, name, result, entity }) => [row, name, result, entity])).toEqual([
    ['2', "'=Fermin Quesnel", 'possible match', 'quesnel'],
    ['3', 'Hortensia Vellucci', 'no match in the ledger', ''],
  ])
  expect(rows[0]!.doubts).toBe('FORMULA_CELL (Who)')
})

test('JSON and NDJSON have every subject, with codes and facts', async () => {
  const { text } = await rastro(list, { map, format: 'ndjson' })
  const views = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(views.map(({ subject, hits }) => [subject.position, hits.length])).toEqual([
    [1, 1],
    [2, 0],
  ])
  expect(views[0].hits[0].evidence[0]).toMatchObject({ code: 'birth-date', agreement: 'same day' })
  const whole = JSON.parse((await rastro(list, { map, format: 'json' })).text)
  expect(whole).toMatchObject({
    list: { subjects: 2, to_look_at: 1 },
    coverage: { people: 2 },
    subjects: [{ subject: { row: 2 } }, {}],
  })
  expect(whole.no_match).toMatch(/^No match in the ledger as of /)
})

test('nobody to look at ends well', async () => {
  expect(await rastro('Name\nHortensia Vellucci', {})).toMatchObject({ status: 0 })
})

test('decisions are made by hand and for many, and a second person confirms', async () => {
  const { id } = await rastro(list, { map, 'four-eyes': true })
  const decided = await rastro('', {
    list: id,
    decide: 'match',
    action: 'need-more',
    subject: '1',
    match: 'quesnel',
    reason: 'Same day',
  })
  expect(decided.notes).toEqual(['Decision 1 is kept. It waits for a second person.'])
  await rastro('', { list: id, share: 'bruno' })
  expect((await rastro('', { list: id, confirm: '1' }, { RASTRO_ACTOR: 'bruno' })).notes).toEqual([
    'Decision 1 (match) is confirmed.',
  ])
  expect((await rastro('', { list: id })).text).toContain('decided: match, need more by ana: Same day')
  const other = await rastro(list, { map })
  expect((await rastro('', { list: other.id, decide: 'no-match', below: '1.01', reason: 'Others' })).notes).toEqual([
    '"No match" for 1 subject.',
  ])
  expect((await rastro('', { list: other.id, remove: true })).status).toBe(0)
  await expect(rastro('', { list: other.id })).rejects.toThrow(
    expect.objectContaining({ code: 'SCREENING_UNKNOWN' }) as UserError,
  )
})

test.each([
  ['no file and no list', 'OPTION_INVALID', { format: 'csv', lists: true, list: 'x' }, ''],
  ['an unknown format', 'OPTION_INVALID', { format: 'pdf' }, list],
  ['an unknown field', 'SCREENING_FIELD_UNKNOWN', { map: ['hat=Who'] }, list],
  ['an unknown column', 'SCREENING_COLUMN_UNKNOWN', { map: ['name=Hat'] }, list],
  ['no column that names anybody', 'SCREENING_COLUMNS_UNKNOWN', {}, list],
  ['an unknown encoding', 'SCREENING_ENCODING_UNKNOWN', { encoding: 'ebcdic' }, list],
  ['a decision without a reason', 'SCREENING_UNKNOWN', { list: 'nowhere', decide: 'match', subject: '1', reason: 'x' }, ''],
])('%s is %s', async (_, code, values, text) => {
  await expect(rastro(text, values as Record<string, string>)).rejects.toThrow(expect.objectContaining({ code }) as UserError)
})
