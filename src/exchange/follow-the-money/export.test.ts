/** The export is valid FollowTheMoney: every entity against the official model, and nothing that the model would misread. */
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { plainly } from '../../ledger/entities.js'
import type { EntityBatch, ExportedStatement } from '../../ledger/read/all-entities.js'
import { asFollowTheMoney, type FollowTheMoneyEntity } from './export.js'

interface ModelSchema {
  extends: string[]
  properties: Record<string, { type: string; range?: string }>
  edge?: { source: string; target: string }
}
const model: {
  schemata: Record<string, ModelSchema>
  types: Record<string, { values?: Record<string, string>; maxLength: number }>
} = createRequire(import.meta.url)('@opensanctions/followthemoney/dist/defaultModel.json')

const ancestors = (name: string): string[] => [name, ...model.schemata[name]!.extends.flatMap(ancestors)]
const propertyOf = (schema: string, name: string) =>
  ancestors(schema)
    .map((each) => model.schemata[each]!.properties[name])
    .find((property) => property !== undefined)

/** What the official package would refuse, by the model that it ships. */
function problems(entities: readonly FollowTheMoneyEntity[]): string[] {
  const schemaOf = new Map(entities.map(({ id, schema }) => [id, schema]))
  return entities.flatMap(({ id, schema, properties }) => {
    if (!model.schemata[schema]) return [`${id}: no schema ${schema}`]
    return Object.entries(properties).flatMap(([name, values]) => {
      const property = propertyOf(schema, name)
      if (!property) return [`${id}: ${schema} has no property ${name}`]
      return values.flatMap((value) => {
        const listed = model.types[property.type]?.values
        if (value.length > model.types[property.type]!.maxLength) return [`${id}: ${name} is too long`]
        if (listed && !(value in listed)) return [`${id}: ${name} cannot be ${value}`]
        if (property.type === 'date' && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) return [`${id}: ${name} is no date: ${value}`]
        if (property.type === 'number' && Number.isNaN(Number(value))) return [`${id}: ${name} is no number: ${value}`]
        if (property.type === 'entity') {
          const target = schemaOf.get(value)
          if (!target) return [`${id}: ${name} names ${value}, which is not there`]
          if (property.range && !ancestors(target).includes(property.range)) return [`${id}: ${name} cannot be a ${target}`]
        }
        return []
      })
    })
  })
}

const said = (overrides: Partial<ExportedStatement>): ExportedStatement => ({
  ...plainly,
  id: Math.random().toString(36).slice(2),
  entity: 'battalion',
  property: 'name',
  precise: null,
  imprecise: null,
  source: 's',
  places: [],
  sourceSha256: 'ab',
  sourceFile: 'units.csv',
  ...overrides,
})

const batch = (): EntityBatch => ({
  entities: [
    {
      id: 'battalion',
      kind: 'unit',
      statements: [
        said({ value: '102 Batallón' }),
        said({ property: 'alias', value: '102/o. B.I.', citations: ['p1', 'p2'] }),
        said({ property: 'alias', value: 'the feared ones', stance: 'denies' }),
        said({ property: 'country', value: 'MEX' }),
        said({ property: 'site', value: 'Ciudad Ejemplo', details: { latitude: 20.5, longitude: -103.25, base: 'Cuartel' } }),
        said({
          property: 'parent',
          object: 'region',
          details: { relation: 'command' },
          firstCited: '[2014-02-01,2014-03-01)',
          starts: false,
          lastCited: '[2016-01-01,2017-01-01)',
          openEnded: 'E',
        }),
        said({ property: 'parent', object: 'class', details: { relation: 'membership' } }),
      ],
      designations: [
        {
          id: 'd',
          entity: 'battalion',
          authority: 'Treasury of Freedonia',
          list: 'Blocked persons',
          program: null,
          law: null,
          effect: 'asset block',
          listedPrinted: null,
          listed: '[2021-12-10,2021-12-11)',
          delistedPrinted: null,
          delisted: null,
          seenOn: '2023-05-06',
          deniedIn: null,
          reason: null,
          identifiers: {},
          citations: [],
          places: [],
          flags: [],
          sourceSha256: 'ab',
          sourceFile: 'list.csv',
        },
      ],
    },
    { id: 'region', kind: 'body', statements: [said({ entity: 'region', value: 'V Región Militar' })], designations: [] },
    { id: 'class', kind: 'class of units', statements: [said({ entity: 'class', value: 'GAFE' })], designations: [] },
    {
      id: 'officer',
      kind: 'person',
      statements: [
        said({ entity: 'officer', value: 'Ada Example' }),
        said({ entity: 'officer', property: 'gender', value: 'Female' }),
        said({ entity: 'officer', property: 'birth', value: '14 Feb 1971' }),
        said({ entity: 'officer', property: 'birth', value: '1972', firstCited: '[1972-03-01,1972-04-01)' }),
        said({ entity: 'officer', property: 'birth', value: 'circa 1970' }),
        said({ entity: 'officer', property: 'posting', object: 'battalion', details: { role: 'Commander', rank: 'Colonel' } }),
      ],
      designations: [],
    },
    {
      id: 'event',
      kind: 'incident',
      statements: [said({ entity: 'event', property: 'occurrence', value: 'alleged' })],
      designations: [],
    },
  ],
  kinds: new Map([
    ['battalion', 'unit'],
    ['region', 'body'],
    ['class', 'class of units'],
    ['officer', 'person'],
  ]),
  publications: new Map([
    [
      'p1',
      {
        id: 'p1',
        title: null,
        author: null,
        publisher: null,
        url: 'https://example.org/1',
        archivedUrl: null,
        publishedPrinted: null,
        locator: null,
      },
    ],
    [
      'p2',
      {
        id: 'p2',
        title: null,
        author: null,
        publisher: null,
        url: 'javascript:alert(1)',
        archivedUrl: null,
        publishedPrinted: null,
        locator: null,
      },
    ],
  ]),
})

test('every entity is one of the official model, and names only entities that are there and fit', () => {
  const entities = [...asFollowTheMoney(batch(), new Map())]
  expect(problems(entities)).toEqual([])
  expect(entities.map(({ schema }) => schema)).toEqual([
    'Organization',
    'Address',
    'Membership',
    'Sanction',
    'Organization',
    'Person',
    'Employment',
  ])
})

test('a denial is no alias, a class of units and an incident are no organisation, and an address is one of the web', () => {
  const text = JSON.stringify([...asFollowTheMoney(batch(), new Map())])
  expect(text).not.toContain('feared')
  expect(text).not.toContain('GAFE')
  expect(text).not.toContain('alleged')
  expect(text).not.toContain('javascript')
  expect(text).toContain('https://example.org/1')
})

test('first cited is no start, an exact last citation is an end', () => {
  const membership = [...asFollowTheMoney(batch(), new Map())].find(({ schema }) => schema === 'Membership')!
  expect(membership.properties).toMatchObject({ date: ['2014-02'], endDate: ['2016'], role: ['command'] })
  expect(membership.properties.startDate).toBeUndefined()
})

test('what no source names is exported under the name that most rows print, and says that no person has confirmed it', () => {
  const units: EntityBatch = {
    entities: [{ id: 'unit', kind: 'unit', statements: [], designations: [] }],
    kinds: new Map([['unit', 'unit']]),
    publications: new Map(),
  }
  const names = ['1/er. B.I.', 'PRIMER BATALLON']
  const [unit] = asFollowTheMoney(
    units,
    new Map([['unit', { name: '1/er. B.I.', names, countries: ['MEX'], proposed: true, trainsOnly: false }]]),
  )
  expect(unit!.properties).toMatchObject({ name: ['1/er. B.I.'], alias: ['PRIMER BATALLON'], country: ['mx'] })
  expect(unit!.properties.notes!.join()).toContain('no person has confirmed it')
})

test('beside the name that a source gives, printed spellings are aliases', () => {
  const known = {
    name: '102 Batallón',
    names: ['102 Batallón', '102/o. B.I.', '102 BN'],
    countries: ['MEX'],
    proposed: false,
    trainsOnly: false,
  }
  const [battalion] = asFollowTheMoney(batch(), new Map([['battalion', known]]))
  expect(battalion!.properties).toMatchObject({ name: ['102 Batallón'], alias: ['102/o. B.I.', '102 BN'] })
  expect(battalion!.properties.notes).toBeUndefined()
})

test('a birth is the day, month or year that a list prints; what is only about a year is none of these', () => {
  const officer = [...asFollowTheMoney(batch(), new Map())].find(({ schema }) => schema === 'Person')!
  expect(officer.properties.birthDate).toEqual(['1971-02-14', '1972-03'])
})

test('cells of any length and states that are no more are told within the model', () => {
  const long = 'Ejemplo de una celda larga. '.repeat(200).trim()
  const given = batch()
  for (const entity of given.entities)
    for (const one of entity.statements) {
      if (one.value !== null && one.property !== 'gender') one.value = one.property === 'country' ? 'SCG' : long
      one.details = Object.fromEntries(Object.keys(one.details).map((name) => [name, name.endsWith('tude') ? 1 : long]))
    }
  for (const entity of given.entities) for (const one of entity.designations) one.program = long
  const exported = [...asFollowTheMoney(given, new Map())]
  expect(problems(exported)).toEqual([])
  const battalion = exported.find(({ id }) => id.endsWith('battalion'))!
  expect(battalion.properties).toMatchObject({ country: ['csxx'], description: [long] })
  expect(battalion.properties.name![0]).toMatch(/…$/)
  expect(battalion.properties.idNumber).toBeUndefined()
})
