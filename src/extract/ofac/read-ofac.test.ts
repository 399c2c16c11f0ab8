/** OFAC's list and its alternate names as published. The people in these rows are invented. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDelimited } from '../../documents/delimited.js'
import type { Property } from '../../ledger/entities.js'
import type { UserError } from '../../ledger/errors.js'
import { readList, recogniseList, snapshotWarnings } from '../take-list.js'
import { entryId } from './read-ofac.js'
import { programsOf, readRemarks } from './remarks.js'

const blank = Array<string>(6).fill('-0- ').join(',')
const sdn = (...lines: string[]) => readDelimited(Buffer.from(lines.join('\r\n')), { file: 'sdn.csv' })
const unit = `33951,"RAPID ACTION BATTALION","-0- ","GLOMAG","-0- ",${blank},"Organization Established Date 26 Mar 2004; Target Type Government Entity; a.k.a. 'RAB'."`
const person = `50001,"INVENTED, Person","individual","SDGT] [IFSR","Minister",${blank},"DOB 30 Apr 1963; alt. DOB 1964; nationality Iran; Gender Male; Passport A123 (Iran); Linked To: RAPID ACTION BATTALION."`
const vessel = `50002,"INVENTED SHIP","vessel","SYRIA","-0- ",${blank},"-0- "`
const END = '\x1a'

const read = (...lines: string[]) =>
  readList(sdn(...lines), 'SDN list', 'a source', { seenOn: '2023-01-06', entries: new Map(), file: 'sdn.csv' })
const of = (result: ReturnType<typeof read>, property: Property) =>
  result.facts.statements.filter((statement) => statement.property === property)

describe('the list', () => {
  test('is told from its first row, with or without a heading that was added', () => {
    const heading = 'ID,Name,Type,Country,Title,Col_F,Col_G,Col_H,Col_I,Col_J,Col_K,Details'
    expect(recogniseList(sdn(unit))).toBe('SDN list')
    expect(recogniseList(sdn(heading, unit))).toBe('SDN list')
    expect(recogniseList(sdn('36,12,"aka","AERO",-0- '))).toBe('SDN alternate names')
    expect(recogniseList(sdn('a,b,c', '1,2,3'))).toBeNull()
    const headed = read(heading, unit)
    expect(headed.counts).toEqual({ rows: 1, refused: 0 })
    expect(headed.facts.designations).toMatchObject([{ program: 'GLOMAG', places: [{ row: 2, column: 'Program' }] }])
  })

  test('an entry is listed on the day of the copy alone, once a programme', () => {
    const { facts } = read(unit, person)
    const battalion = entryId('organization', '33951')
    expect(
      facts.designations.map(({ entity, program, effect, seenOn, listed }) => [entity, program, effect, seenOn, listed]),
    ).toEqual([
      [battalion, 'GLOMAG', 'asset block', '2023-01-06', null],
      [entryId('person', '50001'), 'SDGT', 'asset block', '2023-01-06', null],
      [entryId('person', '50001'), 'IFSR', 'asset block', '2023-01-06', null],
    ])
    expect(new Set(facts.designations.map(({ id }) => id)).size).toBe(3)
    // The selection says that it is a unit; the list does not say what it is.
    expect([...facts.entities.values()]).toEqual(['unit', 'person'])
  })

  test('without the day it is refused', () => {
    const failing = () => readList(sdn(unit), 'SDN list', 's', { seenOn: null, entries: new Map(), file: 'sdn.csv' })
    expect(failing).toThrow(expect.objectContaining({ code: 'LIST_DAY_MISSING' }) as UserError)
  })

  test('remarks are names, dates, countries, numbers and links', () => {
    const result = read(unit, person)
    expect(of(result, 'alias')).toMatchObject([{ value: 'RAB', details: { kind: 'a.k.a.' } }])
    expect(of(result, 'existence')).toMatchObject([{ firstCited: '[2004-03-26,2004-03-27)', starts: true }])
    expect(of(result, 'birth').map(({ value }) => value)).toEqual(['30 Apr 1963', '1964'])
    expect(of(result, 'country')).toMatchObject([{ value: 'IRN', details: { kind: 'nationality' } }])
    expect(of(result, 'identifier').map(({ value, details }) => [value, details.scheme])).toContainEqual([
      'A123 (Iran)',
      'Passport',
    ])
    expect(of(result, 'lineage')).toMatchObject([
      { value: 'Linked To: RAPID ACTION BATTALION', object: entryId('organization', '33951') },
    ])
    expect(of(result, 'note').map(({ value }) => value)).toEqual(['Title: Minister'])
  })

  test('vessels are told as not taken over, the mark at the end as no row, and a broken row loses itself alone', () => {
    const result = read(unit, vessel, `x,"NO NUMBER","-0- ","CUBA","-0- ",${blank},"-0- "`, unit, END)
    expect(result.counts).toEqual({ rows: 4, refused: 2 })
    expect(result.losses.map(({ row, code, outcome }) => [row, code, outcome])).toEqual([
      [2, 'ROW_OF_VESSEL', 'not taken'],
      [3, 'ROW_INCOMPLETE', 'refused'],
      [4, 'ROW_REPEATED', 'refused'],
      [5, 'ROW_END_MARK', 'not taken'],
    ])
    expect(result.facts.entities.size).toBe(1)
  })
})

test.each([
  ["a.k.a. 'X; Y'; a.k.a. 'Z'.", ['X; Y', 'Z']],
  ["all offices worldwide; f.k.a. 'OLD NAME'.", ['OLD NAME']],
  ['Linked To: A.', []],
  ['', []],
])('aliases in %j', (remarks, aliases) => {
  expect(readRemarks(remarks).flatMap((remark) => (remark.kind === 'alias' ? [remark.text] : []))).toEqual(aliases)
})

test('programmes are divided as the list divides them', () => {
  expect(programsOf('SDGT] [NPWMD] [IFSR')).toEqual(['SDGT', 'NPWMD', 'IFSR'])
  expect(programsOf('[CAATSA - RUSSIA]')).toEqual(['CAATSA - RUSSIA'])
  expect(programsOf('')).toEqual([])
})

test('alternate names are those of entries that are known; of others they are told, and the lists’ difference with them', () => {
  const known = { id: entryId('organization', '36'), kind: 'organization' as const }
  const alternate = sdn('36,12,"aka","AERO-CARIBBEAN",-0- ', '99,13,"fka","ELSEWHERE",-0- ', END)
  const result = readList(alternate, 'SDN alternate names', 's', {
    seenOn: null,
    entries: new Map([['36', known]]),
    file: 'alt.csv',
  })
  expect(result.facts.statements).toMatchObject([
    { entity: known.id, property: 'alias', value: 'AERO-CARIBBEAN', details: { kind: 'a.k.a.', number: '12' } },
  ])
  expect(result.losses.map(({ row, code }) => [row, code])).toEqual([
    [2, 'ROW_OF_ABSENT_ENTRY'],
    [3, 'ROW_END_MARK'],
  ])
  expect(result.warnings).toEqual([expect.stringMatching(/^1 alternate names are of 1 entries/)])
})

const given = new URL('../../../../shared/data/lists/ofac/', import.meta.url)
describe.skipIf(!existsSync(given))('the given lists', () => {
  const table = (file: string) => readDelimited(readFileSync(new URL(file, given)), { file })

  test('every row is read, or told why not; what remarks say is nowhere lost', () => {
    const list = table('sdn.csv')
    const result = readList(list, 'SDN list', 's', { seenOn: '2023-01-06', entries: new Map(), file: 'sdn.csv' })
    expect(result.counts).toEqual({ rows: 11_443, refused: 0 })
    const lost = (code: string) => result.losses.filter((loss) => loss.code === code).length
    expect([lost('ROW_OF_VESSEL'), lost('ROW_END_MARK'), result.facts.entities.size]).toEqual([978, 1, 10_465])
    expect(new Set(result.facts.statements.map(({ id }) => id)).size).toBe(result.facts.statements.length)
    const notes = of(result, 'note').length / result.facts.statements.length
    expect(notes).toBeLessThan(0.2)

    const entries = new Map(
      of(result, 'identifier')
        .filter(({ details }) => details.scheme === 'OFAC SDN')
        .map(({ value, entity }) => [value!, { id: entity, kind: result.facts.entities.get(entity)! }]),
    )
    const names = readList(table('alt.csv'), 'SDN alternate names', 't', { seenOn: null, entries, file: 'alt.csv' })
    expect(names.counts).toEqual({ rows: 20_260, refused: 0 })
    expect(
      names.facts.statements.filter(({ property }) => property === 'alias').length +
        names.losses.filter(({ code }) => code === 'ROW_OF_ABSENT_ENTRY').length,
    ).toBe(20_260)
    expect(names.warnings[0]).toMatch(/of different days/)
  })
})

test('a list and alternate names of different days are warned about, and not those of one day', () => {
  expect(snapshotWarnings('SDN alternate names', '2026-01-01', ['2023-01-06'])).toEqual([
    expect.stringMatching(
      /^The snapshots differ: these alternate names are a copy of 2026-01-01, and the list in the ledger of 2023-01-06/,
    ),
  ])
  expect(snapshotWarnings('SDN list', '2023-01-06', [null])[0]).toContain('of a day that nobody said')
  expect(snapshotWarnings('SDN list', '2023-01-06', ['2023-01-06'])).toEqual([])
  expect(snapshotWarnings('SDN list', '2023-01-06', [])).toEqual([])
})
