import { expect, test } from 'vitest'
import { turnLetters, turnMisreadLetters } from './misread-letters.js'
import type { Page } from './page.js'

const page = (...texts: string[]): Page => ({
  number: 1,
  width: 792,
  height: 612,
  words: texts.map((text) => ({ text, left: 0, top: 0, right: 1, bottom: 1, size: 7, bold: false })),
})
const textsOf = ({ words }: Page) => words.map(({ text }) => text)

test.each([
  ['SecretarÌa', 'Secretaría'],
  ['P˙blica', 'Pública'],
  ['Officerís', 'Officer’s'],
  ['A…REO', 'AÉREO'],
  ['COVE—AS', 'COVEÑAS'],
  ['PROCURADURÕA', 'PROCURADURÍA'],
  ['FundaciÛn', 'Fundación'],
  ['INFORMA«’ES', 'INFORMAÇÕES'],
  ['Officers’', 'Officers’'],
  ['O’DONNELL', 'O’DONNELL'],
  ['“Panuco”', '“Panuco”'],
  ['FÈs', 'Fés'],
  ['371º', '371º'],
  // Printed so by the report itself.
  ['Delegaci≤n', 'Delegaci≤n'],
  ['Sπo', 'Sπo'],
  ['Inha∑ma', 'Inha·ma'],
])('%s is printed %s', (read, printed) => {
  expect(turnLetters(read)).toBe(printed)
})

test('a file whose words say so is turned back, its capitals with it', () => {
  const file = page('PolicÌa', 'A…REO', 'plain')
  turnMisreadLetters([file])
  expect(textsOf(file)).toEqual(['Policía', 'AÉREO', 'plain'])
})

test('a file that was read rightly is left alone', () => {
  const file = page('Ministère', 'Océan', 'AÉREO', 'CÙte', 'école', 'Défense', 'París')
  const before = textsOf(file)
  turnMisreadLetters([page('Ministère', 'París', 'Luís')])
  turnMisreadLetters([file])
  expect(textsOf(file)).toEqual(before)
})

test('the glyph that PDFium takes for "fl" is turned as one, and only in a file that is turned', () => {
  const ligature = (): Page => {
    const file = page('Cearfl', 'Inflight', 'PolicÌa')
    file.words[0]!.glyphs = 'Cearﬂ'
    return file
  }
  const file = ligature()
  turnMisreadLetters([file])
  expect(textsOf(file)).toEqual(['Cearß', 'Inflight', 'Policía'])
  const right = ligature()
  right.words[2]!.text = 'Policía'
  turnMisreadLetters([right])
  expect(textsOf(right)).toEqual(['Cearfl', 'Inflight', 'Policía'])
})
