import { expect, test } from 'vitest'
import { type HtmlRow, readHtmlRows } from './html-rows.js'
import { decodeHtml, kindOf } from './kind.js'

const rows = (html: string) => readHtmlRows(html).items.filter((item): item is HtmlRow => item.kind === 'row')
const texts = (html: string) => rows(html).map((row) => row.cells.map((cell) => cell.text))

test('cells and rows that are not closed end where the next begins', () => {
  expect(texts('<TABLE><TR><TD>AIRBORNE<TD>2<TD>$876<TR><TD></TR><TR><TD>AWC </TABLE>')).toEqual([
    ['AIRBORNE', '2', '$876'],
    [''],
    ['AWC'],
  ])
})

test('a row counts the <tr> tags of the file, those of nested tables included', () => {
  const html =
    '<table><tr><td>seal<table><tr><td>inner</td></tr></table>after</td></tr></table><table><tr><td>last</td></tr></table>'
  expect(rows(html).map(({ ordinal, cells }) => [ordinal, cells.map((cell) => cell.text).join('|')])).toEqual([
    [1, 'seal after'],
    [2, 'inner'],
    [3, 'last'],
  ])
})

test('style, colour and span of a cell are kept; bold means at least half of its text', () => {
  const [first, second] = rows(
    '<table><tr bgcolor=Beige><td colspan=8><B>Albania</B>&nbsp;</td></tr><tr><td><b>FY 99</b> Totals</td><td><em>x</em></td></tr></table>',
  )
  expect(first!.cells).toEqual([{ text: 'Albania', bold: true, italic: false, background: 'beige', colspan: 8 }])
  expect(second!.cells.map(({ bold, italic }) => [bold, italic])).toEqual([
    [false, false],
    [false, true],
  ])
})

test('lines between rows stand where they stand in the file; scripts are no text', () => {
  const html =
    '<title>T</title><script>var a = "<tr>"</script><I>Western Hemisphere Region<br>(Continued)</I><p><table><tr><td>1</td></tr></table>end &amp; more'
  expect(
    readHtmlRows(html).items.map((item) => (item.kind === 'row' ? item.ordinal : item.text + (item.italic ? '/' : ''))),
  ).toEqual(['Western Hemisphere Region/', '(Continued)/', 1, 'end & more'])
})

test('paragraphs and breaks within a cell are spaces', () => {
  expect(texts('<table><tr><td><p>Army</p><p>Staff<br>College</p>\n of\u00a0War</td></tr></table>')).toEqual([
    ['Army Staff College of War'],
  ])
})

test('what a file is comes from its bytes', () => {
  const kind = (text: string) => kindOf(Buffer.from(text, 'latin1')).kind
  expect(kind('%PDF-1.4 …')).toBe('pdf')
  expect(kind('\n\n%PDF-1.4')).toBe('pdf')
  expect(kind('\x89PNG\r\n\x1a\n')).toBe('other')
  expect(kind('<!-- saved --> <HTML>')).toBe('html')
  expect(kind('course,quantity\n1,2\n')).toBe('text')
  expect(kind('')).toBe('empty')
  expect(kind('\0\0\0\x01ab\0\0')).toBe('other')
  expect(kindOf(Buffer.from('\ufeff<html><table>', 'utf16le')).kind).toBe('html')
  expect(kindOf(Buffer.from('<html><table>', 'utf16le')).kind).toBe('html')
})

test('text is decoded by byte order mark, declared charset, UTF-8, else windows-1252', () => {
  expect(decodeHtml(Buffer.from('\ufeff<p>Río', 'utf16le'))).toContain('Río')
  expect(decodeHtml(Buffer.from('<meta charset="iso-8859-1"><p>Río', 'latin1'))).toContain('Río')
  expect(decodeHtml(Buffer.from('<p>Río ’', 'utf8'))).toContain('Río ’')
  expect(decodeHtml(Buffer.from('<p>R\xedo \x92', 'latin1'))).toContain('Río ’')
  expect(decodeHtml(Buffer.from('<meta charset="nonsense-1"><p>Río', 'utf8'))).toContain('Río')
  expect(decodeHtml(Buffer.from('a\0b'))).toBe('ab')
})

test.each([
  ['whole', '<html><body><table><tr><td>a</td></tr></table></body></html>', false],
  [
    'whole, as some pages of 1999: without the end of body and page',
    '<body><table><tr><td>a<tr><td>b</table></BLOCKQUOTE>',
    false,
  ],
  ['whole, with a table that is not closed', '<body><table><tr><td>a</body>', false],
  ['cut between two rows', '<body><table><tr><td>a</td></tr>', true],
  ['cut within a cell', '<body><table><tr><td>a</td></tr><tr><td>$1,4', true],
  ['cut within a tag', '<body><table><tr><td>a</td></tr></table><a hre', true],
])('%s: whether the page breaks off', (_, html, truncated) => {
  expect(readHtmlRows(html).truncated).toBe(truncated)
})
