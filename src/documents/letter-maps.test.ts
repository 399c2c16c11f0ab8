import { expect, test } from 'vitest'
import { isLetterMap, namesLettersTwice } from './letter-maps.js'

const map = (chars: string, ranges: string) =>
  `/CIDInit /ProcSet findresource begin begincmap 2 beginbfchar ${chars} endbfchar 1 beginbfrange ${ranges} endbfrange endcmap`

test.each([
  ['sound', map('<0003> <0020> <00B1> <00660069>', '<0024> <0026> <0041>\n<0030> <0031> [<0061> <00660069>]'), false],
  ['with two hyphens', map('<0003> <002D> <0004> <002D>', '<0024> <0026> <0041>'), false],
  ['with a changed letter', map('<0003> <0042> <0004> <0020>', '<0024> <0026> <0041>'), true],
  ['with a changed range', map('<0003> <0020>', '<0024> <0026> <0041> <0044> <0046> <0043>'), true],
  ['with a changed list', map('<0003> <0061>', '<0030> <0031> [<0061> <0062>]'), true],
])('a map of letters: %s', (_, text, twice) => {
  expect(isLetterMap(Buffer.from(text))).toBe(true)
  expect(namesLettersTwice(text)).toBe(twice)
})

test('what is no map', () => {
  expect(isLetterMap(Buffer.from('BT /F1 7 Tf (a) Tj ET'))).toBe(false)
})
