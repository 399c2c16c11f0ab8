import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meaningOf, mergeEntities, type NameJudgement } from './meaning.js'

const alone = mergeEntities([])
const rule = (entity: string, score: number | null = null): NameJudgement => ({
  entity,
  verdict: 'same',
  basis: 'rule',
  rule: 'alike 1',
  score,
})
const person = (entity: string, verdict: NameJudgement['verdict']): NameJudgement => ({
  entity,
  verdict,
  basis: 'person',
  rule: null,
  score: null,
})
const entityOf = (...judgements: NameJudgement[]) => meaningOf(judgements, alone)?.entity ?? null

describe('what a printed name means', () => {
  test('is what a rule proposes, until a person says otherwise', () => {
    expect(meaningOf([rule('a')], alone)).toMatchObject({ entity: 'a', basis: 'rule', contested: false })
    expect(meaningOf([rule('a'), person('b', 'same')], alone)).toMatchObject({ entity: 'b', basis: 'person' })
    expect(entityOf()).toBeNull()
  })

  test('is never what a person said it is not, whatever the score', () => {
    expect(entityOf(rule('a', 1), person('a', 'different'))).toBeNull()
    expect(entityOf(rule('a', 1), rule('b', 0.9), person('a', 'different'))).toBe('b')
  })

  test('is not decided by a rule where a person is unsure', () => {
    expect(entityOf(rule('a', 1), person('a', 'unsure'))).toBeNull()
  })

  test('is contested where persons disagree, and then not what one of them denies', () => {
    const other = { ...person('a', 'different') }
    expect(entityOf(person('a', 'same'), other)).toBeNull()
    expect(meaningOf([person('a', 'same'), other, person('b', 'same')], alone)).toMatchObject({ entity: 'b', contested: true })
    expect(meaningOf([person('a', 'same'), person('b', 'same')], alone)).toMatchObject({ entity: 'a', contested: true })
  })

  test('is for one naming what was judged of that naming first', () => {
    const ofName = [rule('a')]
    expect(meaningOf(ofName, alone, [person('b', 'same')])?.entity).toBe('b')
    expect(meaningOf(ofName, alone, [person('a', 'different')])).toBeNull()
    expect(meaningOf([person('a', 'different')], alone, [person('a', 'same')])?.entity).toBe('a')
    expect(meaningOf(ofName, alone, [person('b', 'different')])?.entity).toBe('a')
  })

  test('follows merges: "different" from one is "different" from all that are one with it', () => {
    const merged = mergeEntities([{ subject: 'a', entity: 'b', verdict: 'same' }])
    expect(meaningOf([rule('b')], merged)).toMatchObject({ entity: 'a', judged: 'b' })
    expect(meaningOf([rule('b'), person('a', 'different')], merged)).toBeNull()
  })
})

describe('merged entities', () => {
  test('are shown as the one that a source describes, else as the first by id', () => {
    const pairs = [
      { subject: 'c', entity: 'b', verdict: 'same' as const },
      { subject: 'a', entity: 'c', verdict: 'same' as const },
    ]
    expect(mergeEntities(pairs).canonicalOf('b')).toBe('a')
    expect(mergeEntities(pairs, new Set(['c'])).canonicalOf('a')).toBe('c')
    expect(mergeEntities(pairs).membersOf('b')).toEqual(['a', 'b', 'c'])
    expect(mergeEntities(pairs).canonicalOf('z')).toBe('z')
  })

  test('stay apart where one person says the same and another different', () => {
    const said = (verdict: 'same' | 'different', subject = 'a', entity = 'b') => ({ subject, entity, verdict })
    expect(mergeEntities([said('same'), said('different', 'b', 'a')]).canonicalOf('b')).toBe('b')
    expect(mergeEntities([said('same')]).canonicalOf('b')).toBe('a')
  })
})

const judgement = fc.record({
  entity: fc.constantFrom('a', 'b', 'c', 'd'),
  verdict: fc.constantFrom('same' as const, 'different' as const, 'unsure' as const),
  basis: fc.constantFrom('person' as const, 'rule' as const),
  rule: fc.constantFrom(null, 'alike 1'),
  score: fc.constantFrom(null, 0.5, 0.9, 1),
})
const merge = fc.record({
  subject: fc.constantFrom('a', 'b', 'c', 'd'),
  entity: fc.constantFrom('a', 'b', 'c', 'd'),
  verdict: fc.constantFrom('same' as const, 'different' as const, 'unsure' as const),
})
const shuffled = <Item>(items: fc.Arbitrary<Item[]>) =>
  items.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))

test('the order of judgements does not matter, nor that of merges', () => {
  fc.assert(
    fc.property(
      shuffled(fc.array(judgement)),
      shuffled(fc.array(judgement)),
      shuffled(fc.array(merge)),
      (ofName, ofNaming, merges) => {
        const [one, other] = [0, 1].map((at) => meaningOf(ofName[at]!, mergeEntities(merges[at]!, new Set(['c'])), ofNaming[at]!))
        expect(other).toEqual(one)
      },
    ),
  )
})

test('what a person calls different it never means, unless the naming itself was judged', () => {
  fc.assert(
    fc.property(fc.array(judgement), fc.array(merge), (judgements, merges) => {
      const merged = mergeEntities(merges)
      const meaning = meaningOf(judgements, merged)
      const denied = judgements.filter(({ basis, verdict }) => basis === 'person' && verdict === 'different')
      expect(denied.map(({ entity }) => merged.canonicalOf(entity))).not.toContain(meaning?.entity)
    }),
  )
})

test('an entity and what stands for it are of one group, whose first member it is', () => {
  fc.assert(
    fc.property(fc.array(merge), (merges) => {
      const merged = mergeEntities(merges)
      for (const id of ['a', 'b', 'c', 'd']) {
        expect(merged.membersOf(id)).toContain(id)
        expect(merged.membersOf(id)[0]).toBe(merged.canonicalOf(id))
        expect(merged.canonicalOf(merged.canonicalOf(id))).toBe(merged.canonicalOf(id))
      }
    }),
  )
})
