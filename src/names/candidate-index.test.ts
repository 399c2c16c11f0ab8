import { expect, test } from 'vitest'
import { CandidateIndex, type NamedEntity } from './candidate-index.js'

const unit = (id: string, name: string, country: string | null = 'MEX'): NamedEntity => ({
  id,
  kind: 'unit',
  country,
  names: [name],
})
const person = (id: string, ...names: string[]): NamedEntity => ({ id, kind: 'person', country: null, names })

const index = new CandidateIndex([
  unit('1', '1 Batallón de Infantería'),
  unit('10', '10 Batallón de Infantería'),
  unit('zone', '10 Zona Militar'),
  unit('colombian', '10 Batallón de Infantería', 'COL'),
  unit('school', '301 Flying Training School', 'NGA'),
  person('salek', 'ABDULHAI SALEK'),
  person('kaina', 'INNOCENT KAINA', 'India Queen'),
  person('faiz', 'FAIZ'),
  { id: 'pla', kind: 'organization', country: 'CHN', names: ['People’s Liberation Army'] },
])
const ids = (query: Omit<NamedEntity, 'id'>, limit?: number) => index.match(query, limit).map((match) => match.id)

test('the best is first, and a unit of another country is none', () => {
  expect(ids({ kind: 'unit', country: 'MEX', names: ['10/o. B.I.'] })).toEqual(['10', 'zone', '1'])
  expect(ids({ kind: 'unit', country: 'MEX', names: ['10/a.'] })[0]).toBe('zone')
  expect(ids({ kind: 'unit', country: null, names: ['10 Batallón de Infantería'] }).slice(0, 2)).toEqual(['10', 'colombian'])
  expect(ids({ kind: 'unit', country: 'PER', names: ['10 Batallón de Infantería'] })).toEqual([])
})

test.each([
  ['SALEK, ABDULHAI', 'salek'],
  ['Абдулхай Салек', 'salek'],
  ['INNOCNET KAINA', 'kaina'],
  ['QUEEN, India', 'kaina'],
  ['AFIZ', 'faiz'],
])('%s is found', (name, id) => expect(ids({ kind: 'person', country: null, names: [name] })[0]).toBe(id))

test('acronyms find what they stand for', () => {
  expect(ids({ kind: 'unit', country: 'NGA', names: ['301 FTS'] })).toEqual(['school'])
  expect(ids({ kind: 'organization', country: null, names: ['PLA'] })).toEqual(['pla'])
})

test('of several names the best counts, once an entity; kinds are apart; nothing gives nothing', () => {
  expect(ids({ kind: 'person', country: null, names: ['Innocent Kaina', 'India Queen', 'Abdulhai Salek'] })).toEqual([
    'salek',
    'kaina',
  ])
  expect(ids({ kind: 'person', country: null, names: ['10 Batallón de Infantería'] })).toEqual([])
  for (const names of [[], [''], ['…'], ['\u0000']]) expect(ids({ kind: 'unit', country: null, names })).toEqual([])
})

test('at most as many as asked for, each with its reasons', () => {
  expect(ids({ kind: 'unit', country: 'MEX', names: ['Batallón de Infantería'] }, 1)).toHaveLength(1)
  expect(index.match({ kind: 'unit', country: 'MEX', names: ['12 Batallón de Infantería'] })[0]!.reasons[0]).toMatch(
    /^number differs: 12 and 1/,
  )
})
