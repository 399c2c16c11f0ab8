import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainly } from '../ledger/entities.js'
import type { RelationStatement } from '../ledger/read/relations.js'
import { type ChainLink, commandChain, holdingOf, relationsOfChain, unitsOfChain } from './command-chain.js'

/** `from` is under `to`; dates as days or months ("2014-02"), null where nothing is cited. */
function relation(from: string, to: string, overrides: Partial<RelationStatement> = {}): RelationStatement {
  return {
    ...plainly,
    id: `${from}<${to}${overrides.id ?? ''}`,
    from,
    to,
    property: 'parent',
    details: { relation: 'command' },
    precise: null,
    imprecise: null,
    source: 'a sheet',
    places: [],
    ...overrides,
  }
}

/** Cited on both days. */
const between = (from: string, to: string) => ({ precise: `[${from},${to})`, imprecise: `[${from},${to})` })
const day = (text: string) => ({ from: text, to: text })

const reading = (relations: readonly RelationStatement[]) => async (side: 'from' | 'to', units: readonly string[]) =>
  relations.filter((one) => units.includes(one[side]))

const tree = (links: readonly ChainLink[]): unknown =>
  links.map(({ unit, links: further, stopped }) => [unit, stopped ?? tree(further)])

describe('what dates say of a day', () => {
  const cited = {
    firstCited: null,
    lastCited: null,
    starts: false,
    ends: false,
    openEnded: 'N' as const,
    precise: '[2014-03-01,2016-01-01)',
    imprecise: '[2014-02-01,2017-01-01)',
  }
  test.each([
    ['within the precise range', cited, '2015-06-01', 'cited'],
    ['on its last day', cited, '2015-12-31', 'cited'],
    ['within the imprecise range alone', cited, '2016-06-01', 'possible'],
    ['before the first citation, which is no start', cited, '2013-01-01', 'not cited'],
    ['before a known start', { ...cited, starts: true }, '2013-01-01', 'ended'],
    ['after the last citation, which is no end', cited, '2018-01-01', 'not cited'],
    ['after it, where the source takes it to go on', { ...cited, openEnded: 'Y' as const }, '2018-01-01', 'assumed'],
    ['after an exact last date', { ...cited, openEnded: 'E' as const }, '2018-01-01', 'ended'],
    ['after a known end, whatever is assumed', { ...cited, ends: true, openEnded: 'Y' as const }, '2018-01-01', 'ended'],
    ['without any date', { ...cited, precise: null, imprecise: null }, '2015-06-01', 'undated'],
  ])('%s', (_, dates, on, expected) => {
    expect(holdingOf(dates, day(on))).toBe(expected)
  })

  test('a span asks whether it held on at least one day of it', () => {
    expect(holdingOf(cited, { from: '2010-01-01', to: '2014-03-01' })).toBe('cited')
    expect(holdingOf(cited, { from: '2010-01-01', to: '2014-02-03' })).toBe('possible')
    expect(holdingOf(cited, null)).toBe('cited')
  })
})

describe('a chain', () => {
  test('goes up to all parents and down to all children, and never up and down again to a sibling', async () => {
    const relations = [
      relation('battalion', 'brigade'),
      relation('battalion', 'police command'),
      relation('brigade', 'division'),
      relation('sibling', 'brigade'),
      relation('company', 'battalion'),
      relation('company', 'other battalion'),
    ]
    const chain = await commandChain('battalion', null, reading(relations))
    expect(tree(chain.parents)).toEqual([
      ['brigade', [['division', []]]],
      ['police command', []],
    ])
    expect(tree(chain.children)).toEqual([['company', []]])
    expect(unitsOfChain(chain)).not.toContain('sibling')
    expect(unitsOfChain(chain)).not.toContain('other battalion')
  })

  test('as of a day has the parent of that day, and lists the other apart', async () => {
    const relations = [
      relation('battalion', 'first brigade', between('2010-01-01', '2012-01-01')),
      relation('battalion', 'second brigade', between('2013-01-01', '2015-01-01')),
    ]
    const chain = await commandChain('battalion', day('2014-01-01'), reading(relations))
    expect(tree(chain.parents)).toEqual([['second brigade', []]])
    expect(chain.parentsAtOtherTimes).toMatchObject([{ unit: 'first brigade', holding: 'not cited' }])
    expect(chain.gaps).toEqual([{ from: '2012-01-01', to: '2012-12-31', before: ['first brigade'], after: ['second brigade'] }])
  })

  test('a day of a parent is the same day of its parent: it does not mix times', async () => {
    const relations = [
      relation('battalion', 'brigade', between('2010-01-01', '2020-01-01')),
      relation('brigade', 'old division', between('2000-01-01', '2005-01-01')),
      relation('brigade', 'division', between('2009-01-01', '2020-01-01')),
    ]
    const chain = await commandChain('battalion', day('2014-01-01'), reading(relations))
    expect(tree(chain.parents)).toEqual([['brigade', [['division', []]]]])
  })

  test('a loop is shown once and said', async () => {
    const relations = [relation('a', 'b'), relation('b', 'c'), relation('c', 'a'), relation('d', 'd')]
    const chain = await commandChain('a', null, reading(relations))
    expect(tree(chain.parents)).toEqual([['b', [['c', [['a', 'loop']]]]]])
    expect(tree((await commandChain('d', null, reading(relations))).parents)).toEqual([['d', 'loop']])
  })

  test('sources that differ stand side by side, and who denies a relation makes none', async () => {
    const relations = [
      relation('a', 'b', { id: 'x', ...between('2010-01-01', '2011-01-01') }),
      relation('a', 'b', { id: 'y', ...between('2012-01-01', '2013-01-01') }),
      relation('a', 'b', { id: 'z', stance: 'denies' }),
      relation('a', 'c', { stance: 'denies' }),
    ]
    const chain = await commandChain('a', null, reading(relations))
    expect(chain.parents).toHaveLength(1)
    expect(chain.parents[0]!.statements).toHaveLength(2)
    expect(chain.parents[0]!.contradictions).toHaveLength(1)
  })

  test('where a source takes a parent to go on there is no gap after it', async () => {
    const relations = [
      relation('a', 'b', { ...between('2010-01-01', '2011-01-01'), openEnded: 'Y' }),
      relation('a', 'c', between('2014-01-01', '2015-01-01')),
    ]
    expect((await commandChain('a', null, reading(relations))).gaps).toEqual([])
  })

  test('ends for any relations, shows each relation it can reach once, and nothing else', async () => {
    const unit = fc.integer({ min: 0, max: 7 }).map(String)
    const pairs = fc.uniqueArray(fc.tuple(unit, unit), { maxLength: 40, selector: ([from, to]) => `${from} ${to}` })
    await fc.assert(
      fc.asyncProperty(pairs, unit, async (list, start) => {
        const relations = list.map(([from, to]) => relation(from, to))
        const chain = await commandChain(start, null, reading(relations))
        const reach = (side: 'from' | 'to') => {
          const other = side === 'from' ? 'to' : 'from'
          const seen = new Set([start])
          for (const id of seen) for (const one of relations) if (one[side] === id) seen.add(one[other])
          return relations.filter((one) => seen.has(one[side]))
        }
        const expected = new Set([...reach('from'), ...reach('to')].map(({ id }) => id))
        expect(new Set(relationsOfChain(chain).map(({ id }) => id))).toEqual(expected)
      }),
    )
  })
})
