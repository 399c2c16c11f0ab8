import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeWorkbook, writeZip } from '../../test/zip-writer.js'
import { UserError } from '../ledger/errors.js'
import { looksLikeFormula, SHEET_LIMITS } from './sheet-table.js'
import { maySpread, readSpreadsheet } from './spreadsheet.js'

const read = (content: string | Uint8Array) => readSpreadsheet(Buffer.from(content as string), { file: 'units.csv' })
const cells = (content: string | Uint8Array) => read(content).tables[0]!.rows.map((row) => row.cells)
const failure = (act: () => unknown): UserError => {
  try {
    act()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}

describe('text with delimiters', () => {
  test.each([
    [
      'commas',
      'id,name\n1,"1 Division, Kaduna"',
      [
        ['id', 'name'],
        ['1', '1 Division, Kaduna'],
      ],
    ],
    [
      'tabs in a heading with commas',
      'id\tStatus (0=first, 1=fixes, 2=made)\n1\t3',
      [
        ['id', 'Status (0=first, 1=fixes, 2=made)'],
        ['1', '3'],
      ],
    ],
    [
      'semicolons',
      'id;name\n1;a,b',
      [
        ['id', 'name'],
        ['1', 'a,b'],
      ],
    ],
    [
      'commas in the heading, more semicolons below it',
      'id,name\n1,a;b;c',
      [
        ['id', 'name'],
        ['1', 'a;b;c'],
      ],
    ],
    [
      'line ends of Windows',
      'id,name\r\n1,a\r\n',
      [
        ['id', 'name'],
        ['1', 'a'],
      ],
    ],
    [
      'quotes, doubled quotes and line ends within',
      'id,name\n1,"a ""b""\r\nc"',
      [
        ['id', 'name'],
        ['1', 'a "b"\nc'],
      ],
    ],
    [
      'a quote in the middle',
      'id,name\n1,5" gun',
      [
        ['id', 'name'],
        ['1', '5" gun'],
      ],
    ],
    ['rows that are too short and too long', 'a,b\n1\n1,2,3', [['a', 'b'], ['1'], ['1', '2', '3']]],
  ])('%s', (_, text, rows) => expect(cells(text)).toEqual(rows))

  test('blank rows count and are left out', () => {
    expect(read('a,b\n\n,\n1,2\n').tables[0]!.rows.map(({ row }) => row)).toEqual([1, 4])
  })

  test('a cell of 100,000 characters is whole', () => {
    const long = 'x'.repeat(100_000)
    expect(cells(`a,b\n1,"${long}"`)[1]![1]).toBe(long)
  })

  test('a quotation mark that is never closed says in which row', () => {
    expect(failure(() => read('a,b\n1,2\n3,"4\n5,6\n'))).toMatchObject({
      code: 'SHEET_QUOTE_OPEN',
      place: { file: 'units.csv', row: 3 },
    })
  })

  test('more than a table can have is refused with its row', () => {
    expect(failure(() => read(`a\n${'x'.repeat(SHEET_LIMITS.cellCharacters + 1)}`))).toMatchObject({
      code: 'SHEET_TOO_LARGE',
      place: { row: 2 },
    })
    expect(failure(() => read(`${','.repeat(SHEET_LIMITS.columns + 1)}x`)).code).toBe('SHEET_TOO_LARGE')
  })

  test('any table comes back as it was written, in any encoding', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim())
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', '\t'),
        fc.constantFrom('utf8', 'utf16', 'bom'),
        (table, delimiter, encoding) => {
          const rows = [['heading one', 'heading two'], ...table]
          const text = stringify(rows, { delimiter, quoted: true })
          const bytes =
            encoding === 'utf16'
              ? Buffer.from(`\ufeff${text}`, 'utf16le')
              : Buffer.from(encoding === 'bom' ? `\ufeff${text}` : text)
          const found = read(bytes).tables[0]!.rows
          expect(found.map(({ cells }) => cells)).toEqual(rows.filter((row) => row.some((text) => text !== '')))
          for (const { row, cells } of found) expect(cells).toEqual(rows[row - 1])
        },
      ),
    )
  })
})

describe('encodings', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1')
  test('windows-1252 where nothing is UTF-8', () => {
    const table = read(latin('a,b\nBatall\xf3n,\x80 5')).tables[0]!
    expect(table.rows[1]).toEqual({ row: 2, cells: ['Batallón', '€ 5'] })
  })
  test('one line in another encoding spoils no other, and is told', () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n"Batallón\n2",1\n'), latin('Ca\xf1\xf3n,2\n'), Buffer.from('Región,3\n')])
    const rows = read(bytes).tables[0]!.rows
    expect(rows.map(({ cells }) => cells[0])).toEqual(['a', 'Batallón\n2', 'Cañón', 'Región'])
    expect(rows.filter(({ otherEncoding }) => otherEncoding).map(({ row }) => row)).toEqual([3])
  })
  test('UTF-16 of either order, with and without its mark', () => {
    const text = 'name,alias\nBatallón,GAFE\n'
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(little).swap16()
    const marked = Buffer.from(`\ufeff${text}`, 'utf16le')
    for (const bytes of [little, big, marked, Buffer.from(marked).swap16()]) expect(cells(bytes)[1]).toEqual(['Batallón', 'GAFE'])
  })
})

describe('Excel workbooks', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0&quot;day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
  const dated = (serial: number, style: number) => ({ attributes: `s="${style}"`, inside: `<v>${serial}</v>` })

  test('cells show texts, numbers, dates, truths and the kept values of formulas', () => {
    const bytes = writeWorkbook(
      [
        {
          name: 'units',
          rows: [
            ['unit:name', 'b', 'c', 'd', 'e', 'f'],
            [
              ' Batallón <1> & Co',
              7.5,
              dated(41_000, 1),
              dated(41_000.5, 2),
              dated(3, 3),
              { attributes: 't="b"', inside: '<v>1</v>' },
            ],
            [
              { attributes: 't="str"', inside: '<f>cmd|"/c calc"!A1</f><v>shown</v>' },
              { attributes: '', inside: '<f>1+1</f>' },
              { attributes: 't="inlineStr"', inside: '<is><r><t>in </t></r><r><t>line</t></r></is>' },
            ],
          ],
        },
        { name: 'persons', rows: [['person:name'], [], ['']] },
      ],
      { styles },
    )
    const { tables, mediaType } = readSpreadsheet(bytes, { file: 'all.xlsx' })
    expect(mediaType).toContain('spreadsheetml')
    expect(tables.map(({ sheet, name }) => [sheet, name])).toEqual([
      [1, 'units'],
      [2, 'persons'],
    ])
    expect(tables[0]!.rows[1]!.cells).toEqual(['Batallón <1> & Co', '7.5', '2012-04-01', '2012-04-01T12:00:00', '3', 'TRUE'])
    expect(tables[0]!.rows[2]).toMatchObject({
      cells: ['shown', '=1+1', 'in line'],
      formulas: { 0: '=cmd|"/c calc"!A1', 1: '=1+1' },
    })
    expect(tables[1]!.rows).toEqual([{ row: 1, cells: ['person:name'] }])
  })

  test('dates are counted from 1904 where the workbook says so', () => {
    const bytes = writeWorkbook([{ name: 'a', rows: [['x'], [dated(0, 1)]] }], { styles, book: '<workbookPr date1904="1"/>' })
    expect(readSpreadsheet(bytes, {}).tables[0]!.rows[1]!.cells).toEqual(['1904-01-01'])
  })

  test('another zip archive is no workbook; entities that a document defines are not expanded', () => {
    expect(failure(() => readSpreadsheet(writeZip([{ name: 'a', content: '' }]), {})).code).toBe('FILE_KIND_UNKNOWN')
    const lol = `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(1000)}">]>`
    const bytes = writeWorkbook([{ name: 'a', rows: [['x', { attributes: 't="str"', inside: '<v>&a;</v>' }]] }], { book: lol })
    expect(readSpreadsheet(bytes, {}).tables[0]!.rows[0]!.cells).toEqual(['x', '&a;'])
  })

  test('is told from its bytes', () => {
    expect(maySpread(writeWorkbook([{ name: 'a', rows: [['x']] }]))).toBe(true)
    expect(maySpread(writeZip([{ name: 'word/document.xml', content: '' }]))).toBe(false)
    expect(maySpread(Buffer.from('%PDF-1.7'))).toBe(false)
    expect(maySpread(Buffer.from('unit:name,unit:id:admin\n'))).toBe(true)
  })
})

test.each([
  ['=cmd|"/c calc"!A1', true],
  ['@SUM(A1)', true],
  ['+A1', true],
  ['-(1)', true],
  ['-5', false],
  ['+234 803 1', false],
  ['1 Division', false],
  ['= ', false],
])('%s may be a formula: %s', (text, expected) => expect(looksLikeFormula(text)).toBe(expected))
