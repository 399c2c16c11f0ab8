import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cells, id, olderPerson, olderUnit, parent, person, publication, table, unit } from '../../../test/sheets.js'
import type { SheetTable } from '../../documents/sheet-table.js'
import { readSpreadsheet } from '../../documents/spreadsheet.js'
import { Publication, Statement } from '../../ledger/entities.js'
import { UserError } from '../../ledger/errors.js'
import { headingsOf } from './columns.js'
import { unitOfId } from './identity.js'
import { layouts } from './layouts.js'
import { type Knowledge, readCollection, recogniseTables } from './read-collection.js'

const nothing: Knowledge = { restricted: new Set(), units: [] }
const readTables = (tables: SheetTable[], knowledge = nothing) =>
  readCollection(recogniseTables(tables, { file: 'units.csv' }), 'source', knowledge)
const read = (rows: Cells[], knowledge = nothing) => readTables([table(rows)], knowledge)
const of = (result: ReturnType<typeof read>, property: string) => result.statements.filter((one) => one.property === property)
const codes = (statement: { flags: { code: string }[] } | undefined) => statement?.flags.map(({ code }) => code)
const failure = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return error as UserError
  }
  throw new Error('Nothing was thrown.')
}

describe('a table of units', () => {
  test('says names, aliases, kinds, country and id, each with its cell, sources and confidence', () => {
    const result = read([
      unit('1', '7 Battalion', {
        'unit:other_names': '7 Bn; 7th Battalion ;; 7 Bn',
        'unit:other_names:source': `${id('B')};${id('d')}`,
        'unit:other_names:confidence': 'Low',
        'unit:classification': 'Army;Military',
      }),
    ])
    const name = of(result, 'name')[0]!
    expect(name).toMatchObject({
      entity: unitOfId(id('1')),
      value: '7 Battalion',
      confidence: 'High',
      citations: [id('a')],
      flags: [],
    })
    expect(name.places).toEqual([{ page: null, pageLabel: null, box: null, row: 2, column: 'unit:name' }])
    expect(of(result, 'alias').map(({ value, citations, confidence }) => [value, citations, confidence])).toEqual([
      ['7 Bn', [id('b'), id('d')], 'Low'],
      ['7th Battalion', [id('b'), id('d')], 'Low'],
    ])
    expect(of(result, 'classification').map(({ value }) => value)).toEqual(['Army', 'Military'])
    expect(of(result, 'country')[0]).toMatchObject({ value: 'NGA' })
    expect(of(result, 'identifier')[0]).toMatchObject({ value: id('1'), details: { scheme: 'Security Force Monitor' } })
    expect(result.entities).toEqual(new Map([[unitOfId(id('1')), 'unit']]))
  })

  test('what several rows say alike is one statement with the places of all', () => {
    const result = read([unit('1', '7 Battalion'), unit('1', '7 Battalion'), unit('1', '7th Battalion')])
    expect(of(result, 'name').map(({ value, places }) => [value, places.map(({ row }) => row)])).toEqual([
      ['7 Battalion', [2, 3]],
      ['7th Battalion', [4]],
    ])
  })

  test('the related unit is the parent, with the four fields of its dates', () => {
    const dates = {
      'unit:related_unit_first_cited_date': '2014-02',
      'unit:related_unit_first_cited_date:source': id('d'),
      'unit:related_unit_first_cited_date:confidence': 'Low',
      'unit:related_unit_first_cited_date_start': 'N',
      'unit:related_unit_last_cited_date': '2016-03-04',
      'unit:related_unit_open': 'E',
    }
    const result = read([unit('1', '7 Battalion', parent('2', '1 Brigade', dates)), unit('2', '1 Brigade')])
    expect(of(result, 'parent')).toMatchObject([
      {
        entity: unitOfId(id('1')),
        object: unitOfId(id('2')),
        value: '1 Brigade',
        details: { relation: 'command', classification: 'Command', first_cited_confidence: 'Low' },
        firstCitedPrinted: '2014-02',
        firstCited: '[2014-02-01,2014-03-01)',
        starts: false,
        lastCited: '[2016-03-04,2016-03-05)',
        ends: true,
        openEnded: 'E',
        citations: [id('b'), id('d')],
        flags: [],
      },
    ])
  })

  test('membership is told from command; a kind that is not known is kept as printed', () => {
    const member = parent('2', 'Mission', { 'unit:relation_type': 'member', 'unit:related_unit_class': '' })
    const odd = parent('2', 'Mission', { 'unit:related_unit_class': 'Tactical' })
    const [one, other] = of(read([unit('1', 'a', member), unit('3', 'b', odd), unit('2', 'Mission')]), 'parent')
    expect(one).toMatchObject({ details: { relation: 'membership' }, flags: [] })
    expect(other).toMatchObject({ details: { classification: 'Tactical' } })
    expect(codes(other)).toEqual(['RELATION_KIND_MISSING'])
  })

  test('a parent that has no row is a unit by its name, with a doubt', () => {
    const result = read([unit('1', '7 Battalion', parent('2', '1 Brigade')), unit('3', '8 Battalion', parent('', '9 Brigade'))])
    const relations = of(result, 'parent')
    expect(relations.map(codes)).toEqual([['PARENT_NOT_LISTED'], ['UNIT_BY_NAME', 'PARENT_NOT_LISTED']])
    const names = of(result, 'name').filter(({ entity }) => relations.some(({ object }) => object === entity))
    expect(names.map(({ value, places }) => [value, places[0]!.column])).toEqual([
      ['1 Brigade', 'unit:related_unit'],
      ['9 Brigade', 'unit:related_unit'],
    ])
    expect(of(result, 'identifier').map(({ value }) => value)).toContain(id('2'))
    expect(result.entities.size).toBe(4)
  })

  test('a unit that is its own ancestor is kept and said so, membership aside', () => {
    const result = read([
      unit('1', 'a', parent('2', 'b')),
      unit('2', 'b', parent('1', 'a')),
      unit('3', 'c', parent('1', 'a')),
      unit('4', 'd', parent('4', 'd')),
      unit('5', 'e', parent('5', 'e', { 'unit:relation_type': 'member' })),
    ])
    expect(of(result, 'parent').map((one) => codes(one)?.includes('OWN_ANCESTOR'))).toEqual([true, true, false, true, false])
  })

  test('sites and areas, with the gazetteer’s id apart', () => {
    const location = 'Ciudad Juárez (osm, point) 48912ae1-bd01-434c-aa8c-c8092b904000'
    const at = (kind: string, more: Cells = {}) => ({ 'unit:location_type': kind, 'unit:location': location, ...more })
    const result = read([
      unit('1', 'a', at('site', { 'unit:base_name': 'Camp One', 'unit:location_first_cited_date': '2012' })),
      unit('1', 'a', at('aoo')),
      unit('1', 'a', at('')),
    ])
    const gazetteer = 'osm, point 48912ae1-bd01-434c-aa8c-c8092b904000'
    expect(of(result, 'site')[0]).toMatchObject({
      value: 'Ciudad Juárez',
      details: { base: 'Camp One', gazetteer },
      firstCited: '[2012-01-01,2013-01-01)',
    })
    expect(of(result, 'area')[0]).toMatchObject({ value: 'Ciudad Juárez', details: { gazetteer } })
    expect(codes(of(result, 'site')[1])).toEqual(['LOCATION_KIND_MISSING'])
  })

  test('bodies are told by their names', () => {
    const result = read([unit('1', 'Ministry of Defence'), unit('2', 'Nigerian Army'), unit('3', '1 Division')])
    expect([...result.entities.values()]).toEqual(['body', 'body', 'unit'])
  })
})

describe('the layout of 2019', () => {
  const site = {
    'Headquarters (Barracks, Base, Physical Asset)': 'Bori Camp',
    'Source: Headquarters': id('d'),
    'Site: Exact Location - Longitude or OSM Node Name': '7.05',
    'Site: Exact Location - Latitude or OSM Node ID': '4.83',
    'Site:geonames_name': 'Port Harcourt',
    'Site:geonames_id': '27565065',
    'Source: Site:geonames_name': id('a'),
    'Site:admin_level_1_geonames_name': 'Rivers',
    'OrganizationSite:date_first_cited': '6/9/2016',
    os_month: '9',
    os_day: '6',
    os_year: '2016',
  }
  test('sites of several columns, membership, notes for publication, dates in columns that differ', () => {
    const result = read([
      olderUnit('2 Division', { ...site, Notes: 'a note' }),
      olderUnit('7 Battalion', {
        'OrganizationMembership:member_id': 'Operation Test',
        'end date of OrganizationMembership? Y/N': 'E',
        'Date of last citation for OrganizationMembership:member_id': '2016',
        om_last_year: '2016',
      }),
      olderUnit('Operation Test'),
    ])
    expect(of(result, 'site')[0]).toMatchObject({
      value: 'Port Harcourt',
      details: { base: 'Bori Camp', region: 'Rivers', latitude: 4.83, longitude: 7.05, gazetteer: '27565065' },
      firstCited: '[2016-06-09,2016-09-07)',
    })
    expect(codes(of(result, 'site')[0])).toContain('DATE_PARTS_DIFFER')
    expect(of(result, 'note')[0]).toMatchObject({ value: 'a note' })
    expect(of(result, 'parent')[0]).toMatchObject({ value: 'Operation Test', details: { relation: 'membership' }, ends: true })
  })

  test('a unit is found by its name: in its country, then the only one of the name', () => {
    const result = read([
      olderUnit('1 Division', { o_id: id('1') }),
      olderUnit('Mission', { o_id: id('2'), 'Organization division_id': 'sd' }),
      olderUnit('Twin', { o_id: id('3') }),
      olderUnit('Twin', { o_id: id('4') }),
      olderUnit('7 Battalion', { 'OrganizationOrganization:parent_id': '1 division' }),
      olderUnit('8 Battalion', { 'OrganizationOrganization:parent_id': 'Mission' }),
      olderUnit('9 Battalion', { 'OrganizationOrganization:parent_id': 'Twin' }),
      olderUnit('1 Division'),
    ])
    const [battalion, mission, twin] = of(result, 'parent')
    expect([battalion!.object, mission!.object]).toEqual([unitOfId(id('1')), unitOfId(id('2'))])
    expect([battalion, mission, twin].map((one) => codes(one)!.filter((code) => code !== 'RELATION_KIND_MISSING'))).toEqual([
      [],
      ['UNIT_OF_OTHER_COUNTRY'],
      ['NAME_AMBIGUOUS', 'PARENT_NOT_LISTED'],
    ])
    expect(
      of(result, 'name')
        .find(({ value }) => value === '1 Division')!
        .places.map(({ row }) => row),
    ).toEqual([2, 9])
  })

  test('rows that were fixed and not checked are taken with that status; others that are not clean are refused', () => {
    const status = 'Status (0=first commit, 1=fixes needed, 2=fixes made, 3=clean)'
    const result = read(['0', '1', '2', '3', ''].map((value) => olderUnit(`unit of ${value}`, { [status]: value })))
    expect(of(result, 'name').map(({ value, status: standing }) => [value, standing])).toEqual([
      ['unit of 2', 'work needed'],
      ['unit of 3', 'accepted'],
    ])
    expect(result.tables).toEqual([{ table: 'units', sheet: null, rows: 5, refused: 3 }])
    expect(result.losses.filter(({ code }) => code === 'ROW_NOT_CLEAN').map(({ row }) => row)).toEqual([2, 3, 6])
    expect(read(['2', '3'].map((value) => unit('1', value, { 'unit:status:admin': value }))).tables[0]).toMatchObject({
      refused: 1,
    })
  })
})

describe('persons and their postings', () => {
  const posting: Cells = {
    'person:posting_unit_id:admin': id('1'),
    'person:posting_unit_name': '7 Battalion',
    'person:posting_unit:source': id('b'),
    'person:posting_role': 'Commander',
    'person:posting_role:source': id('d'),
    'person:posting_rank': 'Colonel',
    'person:posting_first_cited_date': '2018-02-01',
    'person:posting_first_cited_date_start': 'Y',
    'person:posting_first_cited_date_start_context': 'appointed',
    'person:posting_last_cited_date': '2019-05-01',
    'person:posting_last_cited_date_end': 'N',
  }
  test('a posting is to a unit, over a time, in a role', () => {
    const result = read([person('6', 'Ada Example', posting)])
    expect(of(result, 'posting')).toMatchObject([
      {
        object: unitOfId(id('1')),
        value: '7 Battalion',
        details: { role: 'Commander', rank: 'Colonel', start_context: 'appointed' },
        starts: true,
        ends: false,
        openEnded: null,
        citations: [id('b'), id('d')],
      },
    ])
    expect(of(result, 'name').map(({ value }) => value)).toEqual(['Ada Example', '7 Battalion'])
  })

  test('in the layout of 2019 a person is known by country and name, and the unit of a posting is asked of the ledger', () => {
    const rows = [
      olderPerson('Ada Example', { Organization: '7 Battalion' }),
      olderPerson('Ada Example', { Organization: '8 Battalion' }),
    ]
    const entity = unitOfId(id('1'))
    const result = read(rows, { restricted: new Set(), units: [{ name: '7 Battalion', country: 'NGA', entity }] })
    const [known, unknown] = of(result, 'posting')
    expect(known).toMatchObject({ object: entity, flags: [] })
    expect(codes(unknown)).toEqual(['UNIT_BY_NAME'])
    expect(known!.entity).toBe(unknown!.entity)
  })

  test('what else is known of a person; a death that is denied', () => {
    const result = read([
      {
        'person_extra:id:admin': id('6'),
        'person_extra:name': 'Ada Example',
        'person_extra:gender': 'Female',
        'person_extra:date_of_birth': '01/01/80',
        'person_extra:deceased': 'N',
        'person_extra:account_type': 'facebook',
        'person_extra:account_id': 'ada',
        'person_extra:notes:admin': 'secret',
      },
      { 'person_extra:id:admin': id('7'), 'person_extra:deceased': 'Y', 'person_extra:deceased_date': '2011' },
      { 'person_extra:id:admin': id('8'), 'person_extra:deceased': 'Y' },
    ])
    expect(result.statements.map(({ property, value, stance, details }) => [property, value, stance, details])).toEqual([
      ['gender', 'Female', 'asserts', {}],
      ['birth', '01/01/80', 'asserts', {}],
      ['death', 'N', 'denies', {}],
      ['account', 'ada', 'asserts', { kind: 'facebook' }],
      ['death', '2011', 'asserts', {}],
      ['death', 'Y', 'asserts', {}],
    ])
    expect(JSON.stringify(result)).not.toContain('secret')
  })
})

describe('publications, and what only restricted ones say', () => {
  const sources = [
    publication('a', 'open'),
    publication('b', 'hidden', { 'source:restricted:admin': '1', 'source:author': 'A Source' }),
  ]

  test('restricted publications are apart, and no public statement has their ids', () => {
    const units = [
      unit('1', '7 Battalion', {
        'unit:other_names': 'known to one source',
        'unit:other_names:source': id('b'),
        'unit:classification': 'Army',
        'unit:classification:source': `${id('a')};${id('b')}`,
      }),
    ]
    const result = readTables([table(units), table(sources)])
    expect(result.publications.map(({ title }) => title)).toEqual(['open'])
    expect(result.withheld.publications.map(({ title }) => title)).toEqual(['hidden'])
    expect(of(result, 'alias')).toEqual([])
    expect(of(result, 'classification')).toMatchObject([{ value: 'Army', citations: [id('a')] }])
    expect(result.withheld.statements.map(({ property, citations }) => [property, citations])).toEqual([
      ['alias', [id('b')]],
      ['classification', [id('a'), id('b')]],
    ])
    const { withheld: _, restricts, ...open } = result
    expect(restricts).toEqual([id('b')])
    expect(JSON.stringify(open)).not.toMatch(/hidden|A Source|known to one source|bbbbbbbb/)
  })

  test('of a posting only what others say, too, stays', () => {
    const result = read(
      [
        person('6', 'Ada Example', {
          'person:posting_unit_id:admin': id('1'),
          'person:posting_unit_name': '7 Battalion',
          'person:posting_unit:source': id('a'),
          'person:posting_role': 'Commander',
          'person:posting_role:source': id('b'),
          'person:posting_first_cited_date': '2/30/2018',
          'person:posting_first_cited_date:source': id('b'),
          'person:posting_first_cited_date_start': 'Y',
          'person:posting_last_cited_date': '2019',
          'person:posting_last_cited_date:source': id('d'),
        }),
      ],
      { ...nothing, restricted: new Set([id('b')]) },
    )
    expect(of(result, 'posting')).toMatchObject([
      {
        details: {},
        firstCited: null,
        firstCitedPrinted: null,
        starts: null,
        flags: [],
        lastCitedPrinted: '2019',
        citations: [id('a'), id('d')],
      },
    ])
    expect(result.withheld.statements).toMatchObject([{ property: 'posting', details: { role: 'Commander' } }])
  })

  test('who is named by a restricted publication alone does not show by an id or a note without sources', () => {
    const hidden = { ...nothing, restricted: new Set([id('a')]) }
    const result = read(
      [unit('1', '7 Battalion', { 'unit:first_cited_date': '2012', 'unit:first_cited_date:source': id('d') })],
      hidden,
    )
    expect(result.statements).toEqual([])
    expect(result.withheld.statements.map(({ property }) => property).sort()).toEqual([
      'country',
      'existence',
      'identifier',
      'name',
    ])
  })

  test('a doublet that is not restricted opens nothing; addresses that are none are left out', () => {
    const result = read([...sources, publication('b', 'again'), publication('d', 'x', { 'source:url': 'javascript:alert(1)' })])
    expect(result.withheld.publications).toHaveLength(1)
    expect(result.publications.map(({ title, url }) => [title, url])).toEqual([
      ['open', 'https://example.org/'],
      ['x', null],
    ])
    expect(result.losses.map(({ code }) => code)).toEqual(expect.arrayContaining(['ROW_REPEATED', 'CELL_NOT_AN_ADDRESS']))
  })
})

describe('columns', () => {
  const rows = [unit('1', '7 Battalion', parent('2', '1 Brigade')), unit('2', '1 Brigade')]
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const said = ({ statements }: ReturnType<typeof read>) => statements

  test('may stand in any order and be written in any case', () => {
    const reversed = readTables([table(rows, [...headings].reverse())])
    expect(said(reversed)).toEqual(said(read(rows)))
    const shouted = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key.toUpperCase(), value])))
    expect(read(shouted).statements.map(({ value }) => value)).toEqual(said(read(rows)).map(({ value }) => value))
  })

  test('may be missing, which is told', () => {
    const few = read([
      {
        'unit:id:admin': id('1'),
        'unit:name': '7 Battalion',
        'unit:related_unit_id:admin': id('2'),
        'unit:related_unit': '1 Brigade',
      },
    ])
    expect(of(few, 'parent')).toMatchObject([{ object: unitOfId(id('2')) }])
    expect(few.losses.filter(({ code }) => code === 'COLUMN_MISSING').map(({ column }) => column)).toContain('unit:country')
  })

  test('may stand twice: equal cells are one, differing ones are told', () => {
    const doubled = table(rows)
    for (const row of doubled.rows) row.cells.push(row.row === 1 ? 'unit:name' : row.row === 2 ? '7 Battalion' : 'another name')
    const result = readTables([doubled])
    const names = of(result, 'name')
    expect(names.map((name) => [name.value, codes(name)])).toEqual([
      ['7 Battalion', []],
      ['1 Brigade', ['COLUMNS_DIFFER']],
    ])
    expect(result.losses.filter(({ code }) => code === 'COLUMN_REPEATED').map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'in part'],
      [3, 'not taken'],
    ])
  })

  test('that nobody knows, cells beyond the heading, and marks of blank values are told cell by cell', () => {
    const sheet = table([
      unit('1', 'a', { 'unit:colour': 'blue', 'unit:other_names:source': id('b'), 'unit:comments:admin': 'secret' }),
    ])
    sheet.rows[1]!.cells.push('stray')
    const { losses } = readTables([sheet])
    expect(
      losses.filter(({ code }) => code !== 'COLUMN_MISSING').map(({ row, column, code, text }) => [row, column, code, text]),
    ).toEqual([
      [2, 'unit:other_names:source', 'CELL_OF_BLANK', id('b')],
      [2, 'unit:comments:admin', 'CELL_INTERNAL', null],
      [2, 'unit:colour', 'COLUMN_UNKNOWN', 'blue'],
      [2, null, 'CELL_BEYOND_HEADING', 'stray'],
    ])
  })
})

describe('bad input', () => {
  test.each([
    ['an unknown heading', table([{ student_unit: '1 Division' }]), 'SHEET_UNKNOWN'],
    ['incidents without their ids', table([{ 'incident:violation_type': 'x' }]), 'SHEET_COLUMN_MISSING'],
    ['units without id and name', table([{ 'unit:country': 'ng' }]), 'SHEET_COLUMN_MISSING'],
    ['a heading alone', table([], ['unit:id:admin', 'unit:name']), 'SHEET_WITHOUT_ROWS'],
    ['nothing', { sheet: null, name: null, rows: [] }, 'SHEET_WITHOUT_ROWS'],
  ])('%s is a clear error', (_, sheet, code) => {
    expect(failure(() => readTables([sheet as SheetTable]))).toMatchObject({ code, place: { file: 'units.csv' } })
  })

  test('in a workbook the sheets that are known are read, the others are told', () => {
    const result = readTables([table([unit('1', 'a')]), table([{ student_unit: 'x' }])])
    expect(result.problems.map(({ code }) => code)).toEqual(['SHEET_UNKNOWN'])
    expect(of(result, 'name')).toHaveLength(1)
  })

  test('formulas are text with a doubt, names of punctuation and of any script are kept, unreadable sources are told', () => {
    const result = read([
      unit('1', '=cmd|"/c calc"!A1', { 'unit:name:source': `${id('a')}; nan` }),
      unit('2', '— … —'),
      unit('3', 'القوات المسلحة'),
      unit('4', 'x'.repeat(100_000), { 'unit:country': 'Atlantis' }),
      unit('1', '', { 'unit:id:admin': '' }),
    ])
    expect(of(result, 'name').map((name) => [name.value!.slice(0, 20), codes(name)])).toEqual([
      ['=cmd|"/c calc"!A1', ['FORMULA_CELL', 'CITATION_UNREADABLE']],
      ['— … —', ['NAME_WITHOUT_LETTERS']],
      ['القوات المسلحة', []],
      ['x'.repeat(20), []],
    ])
    expect(of(result, 'name')[3]!.value).toHaveLength(100_000)
    expect(codes(of(result, 'country').find(({ value }) => value === 'Atlantis'))).toEqual(['COUNTRY_UNKNOWN'])
    expect(result.losses.filter(({ outcome }) => outcome === 'refused')).toMatchObject([{ row: 6 }])
  })

  test('any table of any cells ends in facts that hold or in a user’s error, and every row is accounted for', () => {
    const headings = layouts.flatMap((layout) => headingsOf(layout))
    const heading = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...headings) }, { weight: 1, arbitrary: fc.string() })
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '',
        '3',
        '2',
        'Y',
        'N',
        'E',
        'ng',
        '2012',
        '5/13/2012',
        'member',
        'site',
        'Command',
        '=A1',
        '…',
        id('1'),
        id('2'),
      ),
      fc.constantFrom(`${id('a')};${id('b')}`, '1 Division', '2 Division; 3 Division', '99', 'Test (osm) 7'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    const sheet = fc
      .tuple(
        fc.constantFrom(...layouts),
        fc.array(heading, { minLength: 1, maxLength: 30 }),
        fc.array(fc.array(cell, { maxLength: 34 }), { maxLength: 6 }),
      )
      .map(([layout, some, rows]): SheetTable => {
        const all = [...headingsOf(layout).slice(0, 4), ...some]
        return { sheet: 1, name: 'a', rows: [all, ...rows].map((cells, index) => ({ row: index + 1, cells })) }
      })
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), fc.subarray([id('a'), id('b')]), (tables, restricted) => {
        let result: ReturnType<typeof read>
        try {
          result = readTables(tables, { restricted: new Set(restricted), units: [] })
        } catch (error) {
          if (error instanceof UserError) return
          throw error
        }
        const all = [...result.statements, ...result.withheld.statements]
        for (const statement of all) {
          expect(Statement.safeParse(statement).error).toBeUndefined()
          expect(statement.value !== null || statement.object !== null).toBe(true)
          for (const end of [statement.entity, statement.object]) if (end !== null) expect(result.entities.has(end)).toBe(true)
        }
        for (const one of [...result.publications, ...result.withheld.publications])
          expect(Publication.safeParse(one).error).toBeUndefined()
        for (const list of [result.statements, result.withheld.statements, result.publications, result.withheld.publications])
          expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
        const hidden = new Set([...restricted, ...result.restricts])
        expect(result.statements.flatMap(({ citations }) => citations).filter((one) => hidden.has(one))).toEqual([])
        const { tables: told, problems } = result
        expect(told.length + problems.length).toBe(tables.length)
        const refused = result.losses.filter(({ outcome }) => outcome === 'refused').length
        expect(told.reduce((sum, one) => sum + one.refused, 0)).toBe(refused)
        if (problems.length === 0)
          expect(told.reduce((sum, one) => sum + one.rows, 0)).toBe(tables.reduce((sum, one) => sum + one.rows.length - 1, 0))
      }),
      { numRuns: 400 },
    )
  })
})

const given = new URL('../../../../shared/data/sfm/', import.meta.url)
const fromFile = (file: string) => {
  const { tables } = readSpreadsheet(readFileSync(new URL(file, given)), { file })
  return readTables(tables)
}

describe.skipIf(!existsSync(given))('the given files', () => {
  test('every heading is known, and every cell of Nigeria’s units is read or internal', () => {
    const result = fromFile('nigeria/ng_orgs_20191024.tsv')
    expect(result.tables).toEqual([{ table: 'units', sheet: null, rows: 1552, refused: 0 }])
    expect(result.entities.size).toBe(1058)
    expect(result.losses.filter(({ code }) => code === 'COLUMN_UNKNOWN' || code === 'COLUMN_MISSING')).toEqual([])
    expect(of(result, 'parent').filter((one) => codes(one)?.includes('PARENT_NOT_LISTED'))).toEqual([])
    expect(new Set(of(result, 'identifier').map(({ value }) => value)).size).toBe(1055)
  })

  test('all are read but the names of students’ units', () => {
    const outcomes = ['nigeria', 'mexico', 'columns'].flatMap((folder) =>
      readdirSync(new URL(folder, given)).map((file) => {
        try {
          const { tables, losses } = fromFile(`${folder}/${file}`)
          expect(
            losses.filter(({ code }) => code === 'COLUMN_UNKNOWN'),
            file,
          ).toEqual([])
          return [file, tables[0]!.table, tables[0]!.rows, tables[0]!.refused]
        } catch (error) {
          return [file, (error as UserError).code]
        }
      }),
    )
    expect(outcomes).toEqual([
      ['dos_fmtrpt_nga_distinct_units_20191024.tsv', 'SHEET_UNKNOWN'],
      ['ng_orgs_20191024.tsv', 'units', 1552, 0],
      ['ng_persons_20190501.csv', 'persons', 885, 0],
      ['sources_20190501.csv', 'sources', 5987, 2],
      ['unit_aliases.tsv', 'aliases', 200, 0],
      ['incidents.csv', 'incidents', 3, 2],
      ['persons.csv', 'persons', 7, 1],
      ['persons_extra.csv', 'persons extra', 2, 0],
      ['sources.csv', 'sources', 112, 0],
      ['units.csv', 'units', 11, 2],
    ])
  })
})
