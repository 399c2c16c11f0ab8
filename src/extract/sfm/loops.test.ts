import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgesOnCircles } from './loops.js'

const edges = (...pairs: string[]) => pairs.map((pair) => ({ child: pair[0]!, parent: pair[1]! }))

test('a unit that is its own parent, or its grandparent’s parent, is on a circle; a diamond is none', () => {
  expect([...edgesOnCircles(edges('aa'))]).toEqual([0])
  expect([...edgesOnCircles(edges('ab', 'bc', 'ca', 'dc'))].sort()).toEqual([0, 1, 2])
  expect(edgesOnCircles(edges('ab', 'ac', 'bd', 'cd')).size).toBe(0)
})

test('a chain of 100,000 units is no matter of depth', () => {
  const chain = Array.from({ length: 100_000 }, (_, at) => ({ child: `${at}`, parent: `${at + 1}` }))
  expect(edgesOnCircles(chain).size).toBe(0)
  expect(edgesOnCircles([...chain, { child: '100000', parent: '0' }]).size).toBe(100_001)
})

test('an edge is on a circle exactly where its parent leads back to its child', () => {
  const unit = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  fc.assert(
    fc.property(fc.array(fc.record({ child: unit, parent: unit }), { maxLength: 12 }), (all) => {
      const leads = (from: string, to: string, seen = new Set<string>()): boolean => {
        if (from === to) return true
        if (seen.has(from)) return false
        seen.add(from)
        return all.some(({ child, parent }) => child === from && leads(parent, to, seen))
      }
      const expected = all.flatMap(({ child, parent }, at) => (leads(parent, child) ? [at] : []))
      expect([...edgesOnCircles(all)].sort((a, b) => a - b)).toEqual(expected)
    }),
  )
})
