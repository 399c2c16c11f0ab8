/** Incidents as Security Force Monitor lays them out: allegations, never facts, and classes that accuse no unit. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Cells, id, table } from '../../../test/sheets.js'
import { readSpreadsheet } from '../../documents/spreadsheet.js'
import type { Property, Statement } from '../../ledger/entities.js'
import { incidentOfId, personOfId, unitOfId } from './identity.js'
import { readCollection, recogniseTables } from './read-collection.js'

const row = (more: Cells = {}): Cells => ({
  incident_id: id('1'),
  country: 'ng',
  start: '2014-03-24',
  end: '2014-03-25',
  first_allegation: '2017-09-05',
  location_osm_id: '271613766',
  location_description: 'a police station',
  violation_types: 'Beating ; Torture',
  description: 'Invented: two people say that they were beaten.',
  perpetrator_classification: 'Police',
  perpetrator_unit_ref: '',
  perpetrator_person_ref: '',
  source_ids: id('a'),
  ...more,
})

const read = (rows: Cells[], restricted: string[] = []) =>
  readCollection(recogniseTables([table(rows)], { file: 'incidents.tsv' }), 'a source', {
    restricted: new Set(restricted),
    units: [],
  })
const of = (result: { statements: Statement[] }, property: Property) =>
  result.statements.filter((statement) => statement.property === property)

describe('the published columns', () => {
  test('an incident is what is alleged, with its days, and when that was first alleged', () => {
    const result = read([row()])
    expect(of(result, 'occurrence')).toMatchObject([
      {
        entity: incidentOfId(id('1')),
        value: 'Invented: two people say that they were beaten.',
        firstCited: '[2014-03-24,2014-03-25)',
        lastCited: '[2014-03-25,2014-03-26)',
        starts: true,
        ends: true,
        details: { first_alleged: '2017-09-05' },
        citations: [id('a')],
        places: [{ row: 2, column: 'description' }],
      },
    ])
    expect(result.entities).toEqual(new Map([[incidentOfId(id('1')), 'incident']]))
    expect(of(result, 'country').map(({ value }) => value)).toEqual(['NGA'])
    expect(of(result, 'location')).toMatchObject([
      { value: 'a police station', details: { gazetteer: 'OpenStreetMap 271613766' } },
    ])
  })

  test('the source’s word is kept; only a word of the table falls under a class of the law', () => {
    const words = of(read([row({ violation_types: 'Beating ; TORTURE; Something new' })]), 'violation')
    expect(words.map(({ value, details }) => [value, details.gvhr_class ?? null])).toEqual([
      ['Beating', null],
      ['TORTURE', 'torture or cruel, inhuman, or degrading treatment or punishment'],
      ['Something new', null],
    ])
  })

  test('a class of perpetrators accuses no unit; an id does', () => {
    const result = read([row({ perpetrator_classification: 'Navy ; Military', perpetrator_unit_ref: id('7') })])
    expect(of(result, 'perpetrator').map(({ value, object }) => [value, object])).toEqual([
      ['Navy', null],
      ['Military', null],
      [null, unitOfId(id('7'))],
    ])
  })

  test('a month stays a month, and an end before the start is doubted', () => {
    const month = of(read([row({ start: '2012-11-00', end: '2012-11-00' })]), 'occurrence')[0]!
    expect([month.firstCited, month.flags]).toEqual(['[2012-11-01,2012-12-01)', []])
    const turned = of(read([row({ start: '2014-03-24', end: '2013-03-24' })]), 'occurrence')[0]!
    expect(turned.flags.map(({ code }) => code)).toEqual(['CITED_LAST_BEFORE_FIRST'])
  })

  test('what only a restricted publication alleges is not public, its id neither', () => {
    const result = read([row(), row({ incident_id: id('2'), source_ids: id('b') })], [id('b')])
    expect(new Set(result.statements.map(({ entity }) => entity))).toEqual(new Set([incidentOfId(id('1'))]))
    expect(result.withheld.statements.length).toBeGreaterThan(5)
    expect(JSON.stringify(result.statements)).not.toContain(id('2'))
  })

  test('a row without an id is refused, and loses only itself', () => {
    const result = read([row({ incident_id: '' }), row()])
    expect(result.tables).toMatchObject([{ rows: 2, refused: 1 }])
    expect(result.losses.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { row: 2, column: 'incident_id', code: 'ROW_WITHOUT_SUBJECT' },
    ])
    expect(of(result, 'occurrence')).toHaveLength(1)
  })
})

const present = (more: Cells = {}): Cells => ({
  'incident:status:admin': '3',
  'incident:id:admin': id('5'),
  'incident:start_date': '10/21/2008',
  'incident:violation_type': 'Torture',
  'incident:violation_description': 'Invented.',
  'incident:perpetrator_person_id:admin': id('8'),
  'incident:perpetrator_person_name': 'Invented Person',
  'incident:perpetrator_unit_id:admin': id('7'),
  'incident:perpetrator_unit_name': '7 Invented Battalion',
  'incident:perpetrator_classification': 'Army',
  'incident:all:source': id('a'),
  ...more,
})

describe('the present columns', () => {
  test('units and people are accused by their ids and named by the row', () => {
    const result = read([present()])
    expect(of(result, 'perpetrator').map(({ value, object }) => [value, object])).toEqual([
      ['Army', null],
      ['7 Invented Battalion', unitOfId(id('7'))],
      ['Invented Person', personOfId(id('8'))],
    ])
    expect(of(result, 'name').map(({ value, entity }) => [value, entity])).toEqual([
      ['Invented Person', personOfId(id('8'))],
      ['7 Invented Battalion', unitOfId(id('7'))],
    ])
  })

  test('where names and ids are not of one number nobody is accused by an id', () => {
    const result = read([present({ 'incident:perpetrator_unit_name': 'One; Two' })])
    const units = of(result, 'perpetrator').filter(({ value }) => value === 'One' || value === 'Two')
    expect(units.map(({ object, flags }) => [object, flags[0]?.code])).toEqual([
      [null, 'NAMES_AND_IDS_DIFFER'],
      [null, 'NAMES_AND_IDS_DIFFER'],
    ])
  })

  test('what is not clean is not taken over', () => {
    expect(read([present({ 'incident:status:admin': '1' })]).tables).toMatchObject([{ rows: 1, refused: 1 }])
  })
})

const given = new URL('../../../../shared/data/incidents/sfm_incidents.tsv', import.meta.url)
test.skipIf(!existsSync(given))('the ten given incidents are all read, and name classes only', () => {
  const { tables } = readSpreadsheet(readFileSync(given), { file: 'sfm_incidents.tsv' })
  const result = readCollection(recogniseTables(tables, { file: 'sfm_incidents.tsv' }), 'a source', {
    restricted: new Set(),
    units: [],
  })
  expect(result.tables).toMatchObject([{ table: 'incidents', rows: 10, refused: 0 }])
  expect(of(result, 'occurrence')).toHaveLength(10)
  expect(of(result, 'perpetrator').every(({ object }) => object === null)).toBe(true)
  expect(result.losses.filter(({ outcome }) => outcome !== 'flagged')).toEqual([])
})
