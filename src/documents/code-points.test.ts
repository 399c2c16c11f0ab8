import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints } from './code-points.js'

test('an emoji is one code point and two UTF-16 units', () => {
  const text = 'A 🚁 over Bama'
  const points = codePoints(text)
  expect(points.of(text.indexOf('over'))).toBe(4)
  expect(points.at(4)).toBe(text.indexOf('over'))
})

test('offsets of any text are those of its code points, there and back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'é', '🚁', '\n', '漢', '\ud83d', '\u{1f1f3}')), (letters) => {
      const text = letters.join('')
      const points = codePoints(text)
      let unit = 0
      for (const [count, letter] of [...text].entries()) {
        expect(points.of(unit)).toBe(count)
        expect(points.at(count)).toBe(unit)
        unit += letter.length
      }
    }),
  )
})
