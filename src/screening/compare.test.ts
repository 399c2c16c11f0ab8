/** Comparing one subject with many: how many match is counted to the last, whatever is shown of them, and within a bounded time. */
import { expect, test } from 'vitest'
import { factsOf, subject } from '../../test/screening-views.js'
import type { KnownEntity } from '../ledger/read/known-entities.js'
import { Comparer } from './compare.js'
import { startComparers } from './compare-threads.js'
import { mostHits, type Subject } from './model.js'
import { KnownFacts, namesByKind, packFacts } from './packed-facts.js'

const unit = (at: number, name: string, rows: number): KnownEntity => ({
  id: `u${String(at).padStart(5, '0')}`,
  kind: 'unit',
  name,
  names: [name],
  countries: [at % 2 === 0 ? 'GTM' : 'HND'],
  births: [],
  identifiers: [],
  rows,
  proposed: false,
  trainsOnly: false,
})

const asked = (given: Partial<Subject> = {}) =>
  subject({ name: '1st Battalion', kind: 'unit', country: null, countryPrinted: null, ...given })
const many = Array.from({ length: 5_000 }, (_, at) => unit(at, '1st Battalion', at))
const others = Array.from({ length: 1_000 }, (_, at) => unit(10_000 + at, `Escuadrón Zarzuela ${at + 2}`, 1))

test('a name that five thousand units bear is counted five thousand times, shown a page of, and does not hold up the list', () => {
  const comparer = new Comparer(new KnownFacts(packFacts(factsOf([...many, ...others]))))
  const start = performance.now()
  const { hits, matched } = comparer.compare(asked())
  expect(matched).toBe(5_000)
  expect(hits).toHaveLength(mostHits)
  // Of the same country only, where the list says which; the same question again costs next to nothing.
  expect(comparer.compare(asked({ country: 'GTM' })).matched).toBe(2_500)
  for (let row = 0; row < 200; row++) comparer.compare(asked({ position: row + 2 }))
  expect(performance.now() - start).toBeLessThan(20_000)
  expect(comparer.compare(asked({ name: 'Escuadrón Zarzuela 500' })).matched).toBeLessThan(1_000)
})

test('threads that share an index which another thread made find what one finds that made its own', async () => {
  const facts = factsOf([...many, ...others])
  const packed = packFacts(facts)
  const here = new Comparer(new KnownFacts(packed))
  const threads = startComparers({ facts: packed, names: namesByKind(facts) }, 2)
  try {
    const subjects = ['Escuadrón Zarzuela 77', '1st Battalion', 'Escuadron Zarsuela 402', 'Nobody'].map((name) => asked({ name }))
    const [one, other] = await Promise.all([threads.compare(subjects), threads.compare(subjects)])
    const expected = subjects.map((each) => here.compare(each))
    expect(one).toEqual(expected)
    expect(other).toEqual(expected)
    expect(expected[0]!.hits[0]).toMatchObject({ entity: { name: 'Escuadrón Zarzuela 77' }, look: true })
  } finally {
    await threads.close()
  }
})
