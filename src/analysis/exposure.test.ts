import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assistance, facts, incident, listing, type Relation, said } from '../../test/exposure-facts.js'
import type { EntityKind } from '../ledger/entities.js'
import type { Assistance } from '../ledger/read/assistance.js'
import type { Matter } from '../ledger/read/matters.js'
import { type Exposure, exposures, statusOf } from './exposure.js'

const ordersOf = (matter: Matter, row: Partial<Assistance> = {}) =>
  exposures(facts([matter], { rows: [assistance(row)] })).map(({ order, undatable }) => undatable ?? order)
const year = { startDate: null, endDate: null }

test('training that ended before the incident preceded it, by days counted from its end', () => {
  const [finding] = exposures(facts([incident()]))
  expect(finding).toMatchObject({ order: 'before', interval: { nearest: 827, farthest: 827, exact: true } })
})

test('a row known by its fiscal year alone came before only what came after that year, and by at least so long', () => {
  expect(ordersOf(incident(), { ...year, fiscalYear: 2013 })).toEqual(['before'])
  expect(ordersOf(incident(), { ...year, fiscalYear: 2014 })).toEqual(['overlap'])
  expect(ordersOf(incident(), { ...year, fiscalYear: 2015 })).toEqual(['after'])
  // Fiscal year 2014 began on 1 October 2013.
  expect(ordersOf(incident({ hull: '[2013-09-30,2013-10-01)', precise: [] }), { ...year, fiscalYear: 2014 })).toEqual(['after'])
  const [finding] = exposures(facts([incident()], { rows: [assistance({ ...year, fiscalYear: 2013 })] }))
  expect(finding!.interval).toEqual({ nearest: 229, farthest: 229, exact: false })
})

test('dates that contradict each other say no more than the fiscal year', () => {
  expect(ordersOf(incident(), { startDate: '2014-05-20', endDate: '2014-05-01', fiscalYear: 2014 })).toEqual(['overlap'])
})

test('training is during an incident only where both are certain to share a day', () => {
  expect(ordersOf(incident(), { startDate: '2014-05-01', endDate: '2014-05-30' })).toEqual(['during'])
  const month = incident({ hull: '[2014-05-01,2014-06-01)', precise: [] })
  expect(ordersOf(month, { startDate: '2014-04-01', endDate: '2014-06-30' })).toEqual(['during'])
  expect(ordersOf(month, { startDate: '2014-05-10', endDate: '2014-05-12' })).toEqual(['overlap'])
  const lasting = incident({ hull: '[2010-01-01,2016-01-01)', precise: ['[2010-01-31,2015-12-01)'] })
  expect(ordersOf(lasting, { ...year, fiscalYear: 2012 })).toEqual(['during'])
})

test('what nothing dates has no order', () => {
  expect(ordersOf(incident({ hull: null, precise: [] }))).toEqual(['no date'])
  expect(ordersOf(listing({ listed: null }))).toEqual(['no date'])
})

test('a snapshot proves the listing on its day: earlier training is undatable, later training came after it', () => {
  const snapshot = listing({ listed: null, seenOn: ['2023-03-01', '2026-01-01'] })
  expect(ordersOf(snapshot)).toEqual(['seen only'])
  expect(ordersOf(snapshot, { startDate: '2024-01-01', endDate: '2024-01-05' })).toEqual(['after'])
  expect(ordersOf(snapshot, { startDate: '2023-02-01', endDate: '2023-03-05' })).toEqual(['during'])
  expect(ordersOf(snapshot, { ...year, fiscalYear: 2023 })).toEqual(['overlap'])
})

test('after the listing training is during it only while the listing is known to be in force', () => {
  const later = { startDate: '2016-01-01', endDate: '2016-01-05' }
  expect(ordersOf(listing())).toEqual(['before'])
  expect(ordersOf(listing(), later)).toEqual(['after'])
  expect(ordersOf(listing({ seenOn: ['2026-01-01'] }), later)).toEqual(['during'])
  expect(ordersOf(listing({ delisted: '[2018-01-01,2018-01-02)' }), later)).toEqual(['during'])
  expect(ordersOf(listing({ delisted: '[2015-01-01,2015-01-02)' }), later)).toEqual(['after'])
})

test('a listing that ended on a day that cannot be read is told as ended, and orders nothing by its end', () => {
  const garbled = listing({ delistedPrinted: 'sine die' })
  expect(statusOf(garbled).standing).toBe('delisted, day not known')
  expect(statusOf(listing({ delisted: '[2018-01-01,2018-01-02)', delistedPrinted: '1 Jan 2018' })).standing).toBe('delisted')
  expect(statusOf(listing()).standing).toBe('listed')
  expect(ordersOf(garbled, { startDate: '2016-01-01', endDate: '2016-01-05' })).toEqual(['after'])
  expect(ordersOf(listing({ listed: null, delistedPrinted: 'sine die' }))).toEqual(['no date'])
})

test('of a listing of which only the end is known what came before that is undatable, what came after it came after', () => {
  const ended = listing({ listed: null, delisted: '[2018-01-01,2018-01-02)' })
  expect(ordersOf(ended)).toEqual(['ended only'])
  expect(ordersOf(ended, { startDate: '2017-12-31', endDate: '2018-01-01' })).toEqual(['overlap'])
  expect(ordersOf(ended, { startDate: '2018-01-02', endDate: '2018-01-05' })).toEqual(['after'])
})

test('assistance of the year in which it was denied is undatable; nothing implies a lifting', () => {
  const denied = listing({ kind: 'ineligibility', listed: null, deniedIn: 2014 })
  expect(ordersOf(denied)).toEqual(['before'])
  expect(ordersOf(denied, { startDate: '2014-03-01', endDate: '2014-03-05' })).toEqual(['overlap'])
  expect(ordersOf(denied, { startDate: '2015-03-01', endDate: '2015-03-05' })).toEqual(['after'])
})

test('a finding is split by order, and its interval is that of the nearest training', () => {
  const rows = [
    assistance({ training: '1', startDate: '2004-01-01', endDate: '2004-01-02', fiscalYear: 2004 }),
    assistance({ training: '2', startDate: '2014-05-01', endDate: '2014-05-16', fiscalYear: 2014, quantity: null }),
    assistance({ training: '3', startDate: '2015-05-17', endDate: '2015-05-20', fiscalYear: 2015 }),
  ]
  const found = exposures(facts([incident()], { rows }))
  expect(found.map(({ order, sum, interval }) => [order, sum.rows, sum.sessions, interval?.nearest, interval?.farthest])).toEqual(
    [
      ['before', 2, 3, 1, 3788],
      ['after', 1, 3, 365, 365],
    ],
  )
  expect(found[0]!.sum).toMatchObject({
    rowsWithoutSessions: 1,
    days: { shortest: 2, longest: 16, rows: 2 },
    fiscalYears: [2004, 2014],
  })
})

const paths = (found: readonly Exposure[]) =>
  found.map(({ unit, path }) => `${unit} ${path.kind} ${path.steps.map(({ to }) => to).join('>')}`)

test('a matter reaches units below and above whom it names, as of its date, and says which', () => {
  const relations = [
    { from: 'battalion', to: 'brigade' },
    { from: 'brigade', to: 'division' },
  ]
  expect(paths(exposures(facts([incident({ subject: 'division' })], { relations })))).toEqual([
    'battalion parent brigade>division',
  ])
  const rows = [assistance({ unit: 'division' })]
  const [below] = exposures(facts([incident()], { rows, relations }))
  expect(paths([below!])).toEqual(['division subunit brigade>battalion'])
  expect(below!.path.steps.map(({ kind, holding }) => [kind, holding])).toEqual([
    ['below', 'cited'],
    ['below', 'cited'],
  ])
})

test('a parent of another time is no path', () => {
  const relations = [{ from: 'battalion', to: 'brigade', imprecise: '[2001-01-01,2003-01-01)' }]
  expect(exposures(facts([incident({ subject: 'brigade' })], { relations }))).toEqual([])
  const open = [{ ...relations[0]!, openEnded: 'Y' as const }]
  const [finding] = exposures(facts([incident({ subject: 'brigade' })], { relations: open }))
  expect(finding!.strength).toMatchObject({ path: 'parent', relation: 'assumed' })
})

test('a relation that is only denied is no path, and one that is also denied says so', () => {
  const relations: Relation[] = [{ from: 'battalion', to: 'brigade', stance: 'denies' }]
  const matters = [incident({ subject: 'brigade' })]
  expect(exposures(facts(matters, { relations }))).toEqual([])
  const [finding] = exposures(facts(matters, { relations: [...relations, { from: 'battalion', to: 'brigade', id: 'other' }] }))
  expect(finding!.strength.relationDisputed).toBe(true)
})

test('no path goes up and down again to a sibling', () => {
  const relations = [
    { from: 'battalion', to: 'brigade' },
    { from: 'sibling', to: 'brigade' },
  ]
  expect(exposures(facts([incident({ subject: 'sibling' })], { relations }))).toEqual([])
})

test('nothing passes through a body or a class of units, nor is held against what lies below one', () => {
  const relations = [
    { from: 'battalion', to: 'middle' },
    { from: 'middle', to: 'division' },
  ]
  for (const kind of ['body', 'class of units'] as const) {
    expect(exposures(facts([incident({ subject: 'division' })], { relations, kinds: { middle: kind } }))).toEqual([])
    expect(exposures(facts([incident({ subject: 'middle' })], { relations, kinds: { middle: kind } }))).toEqual([])
    expect(exposures(facts([incident()], { kinds: { battalion: kind } }))).toEqual([])
  }
})

test('a person connects the units of which a posting is cited for the date of the incident, or of the training', () => {
  const posting = (imprecise: string) => [{ from: 'officer', to: 'battalion', property: 'posting' as const, imprecise }]
  const kinds = { officer: 'person' } as const
  const found = (imprecise: string) =>
    exposures(facts([incident({ subject: 'officer' })], { relations: posting(imprecise), kinds })).map(
      ({ path }) => path.steps[0]!.asOf,
    )
  expect(found('[2014-01-01,2015-01-01)')).toEqual(['matter'])
  expect(found('[2012-01-01,2013-01-01)')).toEqual(['assistance'])
  expect(found('[2005-01-01,2006-01-01)')).toEqual([])
})

test('a person is no way from one unit to another, nor up from the unit of the posting', () => {
  const relations: Relation[] = [
    { from: 'officer', to: 'elsewhere', property: 'posting' },
    { from: 'elsewhere', to: 'battalion' },
    { from: 'officer', to: 'battalion', property: 'posting', imprecise: '[1990-01-01,1991-01-01)' },
  ]
  expect(exposures(facts([incident({ subject: 'officer' })], { relations, kinds: { officer: 'person' } }))).toEqual([])
})

test('a successor inherits nothing but the path, told as such; two successors of one unit are no path to each other', () => {
  const relations: Relation[] = [
    { from: 'old', to: 'battalion', property: 'succession', imprecise: null },
    { from: 'old', to: 'other', property: 'succession' },
  ]
  const [finding] = exposures(facts([incident({ subject: 'old' })], { relations }))
  expect(finding!.path).toMatchObject({ kind: 'succession', steps: [{ kind: 'came before', to: 'old', holding: 'undated' }] })
  expect(exposures(facts([incident({ subject: 'other' })], { relations }))).toEqual([])
})

test('what a source only denies, or tells of without a violation, accuses nobody', () => {
  expect(exposures(facts([incident({ accusations: [said({ stance: 'denies' })] })]))).toEqual([])
  expect(exposures(facts([incident({ violations: [] })]))).toEqual([])
})

test('strength stands in named parts', () => {
  const rows = [assistance(), assistance({ training: 't2', confirmed: false, confirmedBy: null, ...year })]
  const disputed = incident({
    accusations: [
      said({ value: null }),
      said({ stance: 'denies', speaker: 'the ministry', firstCited: '[2015-02-03,2015-02-04)' }),
    ],
    outcomes: [said({ value: 'investigated' })],
  })
  expect(exposures(facts([disputed], { rows }))[0]!.strength).toEqual({
    identity: 'confirmed in part',
    confirmedBy: ['a reviewer'],
    path: 'direct',
    relation: null,
    relationDisputed: false,
    assistanceDates: 'day in part',
    matterDates: 'day',
    status: { standing: 'disputed', disputedSince: '2015-02-03', outcomes: ['investigated'] },
  })
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const network = fc.record({
  kinds: fc.tuple(
    ...ids.map(() => fc.constantFrom<EntityKind>('unit', 'unit', 'unit', 'body', 'class of units', 'person', 'organization')),
  ),
  relations: fc.array(
    fc.record({
      from: fc.constantFrom(...ids),
      to: fc.constantFrom(...ids),
      property: fc.constantFrom('parent' as const, 'parent' as const, 'posting' as const, 'succession' as const),
    }),
    { maxLength: 14 },
  ),
  subject: fc.constantFrom(...ids),
})

test('over any relations, circles too: no step touches a body or a class, no path turns, and each finding has one id', () => {
  fc.assert(
    fc.property(network, ({ kinds, relations, subject }) => {
      const kindOf = new Map(ids.map((id, index) => [id as string, kinds[index]!]))
      const found = exposures(
        facts([incident({ subject }), listing({ subject })], {
          rows: ids.map((unit) => assistance({ unit, training: unit })),
          relations: relations.map((one, index) => ({ ...one, id: `${index}` })),
          kinds: Object.fromEntries(kindOf),
        }),
      )
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
      for (const { unit, path, matter } of found) {
        const touched = [unit, ...path.steps.map(({ to }) => to)]
        expect(new Set(path.steps.map(({ kind }) => kind)).size).toBeLessThanOrEqual(1)
        expect(touched.at(-1)).toBe(matter.subject)
        expect(new Set(touched).size).toBe(touched.length)
        expect(kindOf.get(unit)).toBe('unit')
        for (const id of touched.slice(0, -1)) expect(kindOf.get(id)).toBe('unit')
        expect(['unit', 'person']).toContain(kindOf.get(matter.subject))
      }
      // Nobody is missed who is named directly.
      if (kindOf.get(subject) === 'unit')
        expect(found.some(({ unit, path }) => unit === subject && path.kind === 'direct')).toBe(true)
    }),
    { numRuns: 300 },
  )
})
