import { expect, test } from 'vitest'
import type { Resolved } from '../resolve/resolve.js'
import { describeResolved } from './resolving.js'

const resolved = (names: number, changeset: number | null) =>
  describeResolved({ committed: { changeset }, names, alike: names, known: 0, tooLittle: 0, none: 0 } as unknown as Resolved)

test('what was proposed is told, and nothing where there was nothing to propose', () => {
  expect(resolved(0, null)).toBeNull()
  expect(resolved(3, 7)).toContain('3 printed names: 3 by what they say')
  expect(resolved(3, null)).toContain('nothing changed')
})
