import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KnownEntity } from '../ledger/read/known-entities.js'
import { EntityMatcher, type NameQuery } from './entity-match.js'

const known = (overrides: Partial<KnownEntity> & Pick<KnownEntity, 'id' | 'names'>): KnownEntity => ({
  kind: 'unit',
  name: overrides.names[0]!,
  countries: [],
  births: [],
  identifiers: [],
  rows: 0,
  proposed: false,
  trainsOnly: false,
  ...overrides,
})

const entities = [
  known({ id: 'a', names: ['102 Batallón de Infantería', '102/o. B.I.'], countries: ['MEX'], rows: 3 }),
  known({ id: 'b', names: ['103 Batallón de Infantería'], countries: ['MEX'], rows: 9 }),
  known({ id: 'c', kind: 'person', names: ['Amaro Ruelas Trigo'], births: ['[1960-05-02,1960-05-03)'], countries: ['MEX'] }),
  known({ id: 'd', kind: 'organization', names: ['Freedonia Border Force'], identifiers: ['FBF-1234'] }),
]

const asks = (overrides: Partial<NameQuery>): NameQuery => ({
  kinds: ['unit', 'organization'],
  names: [],
  countries: [],
  births: [],
  identifiers: [],
  least: 0.5,
  limit: 5,
  ...overrides,
})

const idsOf = (matcher: EntityMatcher, query: Partial<NameQuery>) => matcher.match(asks(query)).map(({ id }) => id)

test('a unit is found by another spelling of its name, and its neighbour by number is not taken for it', () => {
  const [first, ...others] = new EntityMatcher(entities).match(asks({ names: ['102 Infantry Battalion'], countries: ['MEX'] }))
  expect(first).toMatchObject({ id: 'a', verdict: 'same', features: { country: 1 } })
  expect(others.every(({ verdict }) => verdict === 'different')).toBe(true)
})

test('another date of birth speaks against a person, the same one for', () => {
  const matcher = new EntityMatcher(entities)
  const person = { kinds: ['person'] as const, names: ['Amaro Ruelas'], least: 0 }
  const [without] = matcher.match(asks(person))
  const [same] = matcher.match(asks({ ...person, births: ['[1960-01-01,1961-01-01)'] }))
  const [other] = matcher.match(asks({ ...person, births: ['[1985-01-01,1986-01-01)'] }))
  expect(same!.score).toBeGreaterThan(without!.score)
  expect(other!.score).toBeLessThan(without!.score)
  expect(other).toMatchObject({ verdict: 'different', features: { birth: 0 } })
})

test('the same identifier finds what no name does', () => {
  expect(idsOf(new EntityMatcher(entities), { names: ['Zzz'], identifiers: ['fbf 1234'] })).toEqual(['d'])
})

test('whoever may not be found takes nobody’s place among those that are compared: by kind, id and what changed', () => {
  const name = '5 Batallón de Infantería'
  const crowd = Array.from({ length: 200 }, (_, at) =>
    known({ id: `x${at}`, kind: at % 2 ? 'unit' : 'class of units', names: [name], rows: 10 }),
  )
  const named = { names: [name], limit: 1 }
  const before = new EntityMatcher([...crowd, known({ id: 'y', kind: 'body', names: [name] }), ...entities])
  expect(idsOf(before, { ...named, of: ['body'] })).toEqual(['y'])
  expect(idsOf(before, { ...named, without: crowd.map(({ id }) => id) })).toEqual(['y'])
  expect(idsOf(before, { ...named, within: ['y', 'a'] })).toEqual(['y'])
  expect(idsOf(before, { ...named, within: [] })).toEqual([])
  // Nor do those that a later state has no more.
  const after = new EntityMatcher([known({ id: 'y', kind: 'body', names: [name] }), ...entities], before)
  expect(idsOf(after, named)).toEqual(['y'])
})

test('words find names by their beginnings, whole names first, then those with most rows', () => {
  const matcher = new EntityMatcher(entities)
  const search = (words: string) => matcher.search({ words, kinds: [], countries: [], from: 0, limit: 10 })
  expect(search('batallon infa').ids).toEqual(['b', 'a'])
  expect(search('103 batallón de infantería').ids).toEqual(['b'])
  expect(search('!!!').total).toBe(0)
  expect(search('')).toMatchObject({ total: 4, countries: [['MEX', 3]] })
})

test('in a later state what changed is found as it is now, and what is gone is not', () => {
  const before = new EntityMatcher(entities)
  const renamed = known({ id: 'b', names: ['Fuerza Aérea de Sylvania'], countries: ['MEX'] })
  const fresh = known({ id: 'e', names: ['77 Regimiento de Caballería'], countries: ['MEX'] })
  const later = new EntityMatcher([...entities.filter(({ id }) => id !== 'd' && id !== 'b'), renamed, fresh], before)
  const anew = new EntityMatcher([...entities.filter(({ id }) => id !== 'd' && id !== 'b'), renamed, fresh])
  for (const name of ['103 Batallón de Infantería', 'Sylvania Air Force', '77th Cavalry Regiment', 'Freedonia Border Force'])
    expect(idsOf(later, { names: [name] })).toEqual(idsOf(anew, { names: [name] }))
  expect(idsOf(later, { names: ['77 Regimiento de Caballeria'], countries: ['MEX'] })).toContain('e')
  expect(later.search({ words: '103', kinds: [], countries: [], from: 0, limit: 5 }).ids).toEqual([])
})

test('whatever is asked ends in scores between nothing and one, best first', () => {
  const matcher = new EntityMatcher(entities)
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 3 }), (names) => {
      const scores = matcher.match(asks({ names, kinds: ['unit', 'person', 'organization'], least: 0 })).map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
      for (const score of scores) expect(score > 0 && score <= 1).toBe(true)
    }),
    { numRuns: 60 },
  )
})
