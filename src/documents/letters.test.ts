import fc from 'fast-check'
import { expect, test } from 'vitest'
import { putUnit, wordOf } from './letters.js'

function write(text: string): string {
  for (let at = 0; at < text.length; at++) putUnit(at, text.charCodeAt(at))
  return wordOf(text.length)
}

test('a word is what was written, whatever was written before it', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 70 }),
    fc.constantFrom('', 'a', 'aa', 'Aa', 'BB', 'AaAa', 'BBBB', 'AaBB'),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      expect([...words, ...words].map(write)).toEqual([...words, ...words])
    }),
  )
})

test('a word may be longer than any was', () => {
  const text = 'Sicherheitskräfteausbildung'.repeat(40)
  expect(write(text)).toBe(text)
})
