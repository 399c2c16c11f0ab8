/** Comparing one subject with many: how many match is counted to the last, whatever is shown of them, and within a bounded time. */
import { expect, test } from 'vitest'
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
})

const subject = (given: Partial<Subject>): Subject => ({
  position: 1,
  row: 1,
  sheet: null,
  name: '1st Battalion',
  otherNames: [],
  kind: 'unit',
  unit: null,
  rank: null,
  post: null,
  country: null,
  countryPrinted: null,
  birth: null,
  birthPlace: null,
  identifiers: [],
  event: null,
  authority: null,
  start: null,
  besides: {},
  flags: [],
  ...given,
})

const factsOf = (entities: KnownEntity[]) => ({
  entities,
  postings: [],
  parents: [],
  matters: new Map(),
  findings: new Map(),
  assistance: new Map(),
  birthPlaces: new Map(),
})
const many = Array.from({ length: 5_000 }, (_, at) => unit(at, '1st Battalion', at))
const others = Array.from({ length: 1_000 }, (_, at) => unit(10_000 + at, `Escuadrón Zarzuela ${at + 2}`, 1))

test('a name that five thousand units bear is counted five thousand times, shown a page of, and does not hold up the list', () => {
  const comparer = new Comparer(new KnownFacts(packFacts(factsOf([...many, ...others]))))
  const start = performance.now()
  const { hits, matched } = comparer.compare(subject({}))
  expect(matched).toBe(5_000)
  expect(hits).toHaveLength(mostHits)
  // Of the same country only, where the list says which; the same question again costs next to nothing.
  expect(comparer.compare(subject({ country: 'GTM' })).matched).toBe(2_500)
  for (let row = 0; row < 200; row++) comparer.compare(subject({ position: row + 2 }))
  expect(performance.now() - start).toBeLessThan(20_000)
  expect(comparer.compare(subject({ name: 'Escuadrón Zarzuela 500' })).matched).toBeLessThan(1_000)
})

test('threads that share an index which another thread made find what one finds that made its own', async () => {
  const facts = factsOf([...many, ...others])
  const packed = packFacts(facts)
  const here = new Comparer(new KnownFacts(packed))
  const threads = startComparers({ facts: packed, names: namesByKind(facts) }, 2)
  try {
    const asked = ['Escuadrón Zarzuela 77', '1st Battalion', 'Escuadron Zarsuela 402', 'Nobody'].map((name) => subject({ name }))
    const [one, other] = await Promise.all([threads.compare(asked), threads.compare(asked)])
    const expected = asked.map((each) => here.compare(each))
    expect(one).toEqual(expected)
    expect(other).toEqual(expected)
    expect(expected[0]!.hits[0]).toMatchObject({ entity: { name: 'Escuadrón Zarzuela 77' }, look: true })
  } finally {
    await threads.close()
  }
})
