/**
 * The bar: of 300 invented nominees and 3 who are on OFAC's list under another spelling, the three are found and at most 15 others need a look. Without
 * dates of birth, which tell most namesakes apart, and with two other draws, so that no draw was chosen for it.
 */
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { KnownEntity } from '../src/ledger/read/known-entities.js'
import { Comparer } from '../src/screening/compare.js'
import type { Subject } from '../src/screening/model.js'
import { KnownFacts, packFacts } from '../src/screening/packed-facts.js'
import { factsOf, subject } from '../test/screening-views.js'
import { chanceOf, inventNominees, type Nominee, variantOf } from './invented-nominees.js'
import { listedEntities, sdnFile } from './listed-entities.js'

describe.skipIf(!existsSync(sdnFile))('screening against the given list', () => {
  let people: KnownEntity[]
  let comparer: Comparer
  beforeAll(() => {
    const entities = listedEntities()
    people = entities.filter(({ kind, names }) => kind === 'person' && names[0]!.split(/\s+/).length > 1)
    comparer = new Comparer(new KnownFacts(packFacts(factsOf(entities))))
  }, 60_000)

  const subjectOf = ({ name, country, born }: Pick<Nominee, 'name'> & Partial<Nominee>): Subject =>
    subject({
      name,
      country: country ?? null,
      countryPrinted: country ?? null,
      birth: born === undefined ? null : { printed: born, ranges: [{ from: born, to: born }] },
    })
  const toLookAt = (one: Subject) => comparer.compare(one).hits.filter(({ look }) => look)

  test.each([1, 2, 3])('draw %i: the three are found, and at most 15 of 300 others need a look', (seed) => {
    const chance = chanceOf(seed)
    const nominees = inventNominees(300, chance)
    const planted = Array.from({ length: 3 }, () => people[Math.floor(chance() * people.length)]!)
    for (const person of planted) {
      const hits = toLookAt(subjectOf({ name: variantOf(person.names[0]!, chance) }))
      expect(hits[0]?.entity.id, person.name).toBe(person.id)
    }
    const others = nominees.filter(({ born: _, ...nominee }) => toLookAt(subjectOf(nominee)).length > 0)
    expect(others.length).toBeLessThanOrEqual(15)
    const withBirth = others.filter((nominee) => toLookAt(subjectOf(nominee)).length > 0)
    expect(withBirth.length).toBeLessThanOrEqual(others.length)
  })

  test('of two hundred listed people under other spellings, at least 19 of 20 need a look', () => {
    const chance = chanceOf(7)
    let found = 0
    for (let count = 0; count < 200; count++) {
      const person = people[Math.floor(chance() * people.length)]!
      const hits = toLookAt(subjectOf({ name: variantOf(person.names[0]!, chance) }))
      if (hits.some(({ entity }) => entity.id === person.id)) found++
    }
    expect(found).toBeGreaterThanOrEqual(190)
  })
})
