import { expect, test } from 'vitest'
import { isContentSyntax } from './content-syntax.js'

const sound = `q 0.1 0 0 -.5 72 700 cm /Cs1 cs 1 .5 0 sc % a remark (
BT /F1 7 Tf 1 0 0 1 36 502 Tm (a \\(half\\) (nested) text) Tj [(IM) -20 (ET) <0041 42>] TJ T* (\\0) ' ET
/Fig <</MCID 3 /Alt (x)>> BDC BI /W 4 /H 4 ID \x00\xff\x01 EI EMC BX unheard-of EX Q`
const is = (text: string) => isContentSyntax(Buffer.from(text, 'latin1'))

test('contents as programs write them', () => {
  expect(is(sound)).toBe(true)
  expect(is('')).toBe(true)
  expect(is(sound.replace('(IM)', `(Number${' '.repeat(30)}Cost)${' '.repeat(9)}`))).toBe(true)
})

test.each([
  ['a hole of NULs', sound.replace('1 0 0 1 36 502', '\0'.repeat(14))],
  ['a hole of spaces', sound.replace('1 0 0 1 36 502', ' '.repeat(20))],
  ['a hole of spaces at its end', sound + ' '.repeat(20)],
  ['a hole of spaces amid hexadecimal digits', sound.replace('<0041', `<${' '.repeat(16)}`)],
  ['a text of which nothing is left', sound.replace('(IM)', `(${' '.repeat(80)})`)],
  ['other data', sound.replace('/F1 7 Tf', '\x93\x01\xfe')],
  ['an unknown operator', sound.replace('Tm', 'Um')],
  ['a text that does not end', sound.replace('text) Tj', 'text  Tj')],
  ['letters among hexadecimal digits', sound.replace('<0041', '<00G1')],
  ['a bracket that opens nothing', sound.replace('Tj', ') Tj')],
])('damage is seen: %s', (_, damaged) => {
  expect(damaged).not.toBe(sound)
  expect(is(damaged)).toBe(false)
})
