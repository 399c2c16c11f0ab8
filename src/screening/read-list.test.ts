/** Lists as people send them: in any encoding, layout and order of dates. Everybody in them is invented. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeWorkbook, writeZip } from '../../test/zip-writer.js'
import { UserError } from '../ledger/errors.js'
import type { Subject } from './model.js'
import { type ListJob, previewList, readList } from './read-list.js'

const job = (content: string | Uint8Array, more: Partial<ListJob> = {}): ListJob => ({
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  file: 'list',
  mapping: {},
  headed: null,
  encoding: null,
  today: '2026-03-01',
  ...more,
})
const read = (content: string | Uint8Array, more: Partial<ListJob> = {}): Subject[] => readList(job(content, more)).subjects
const codeOf = (content: string | Uint8Array, more: Partial<ListJob> = {}): string => {
  try {
    read(content, more)
    return 'no error'
  } catch (error) {
    return (error as UserError).code
  }
}
const flagsOf = ({ flags }: Subject) => flags.map(({ code, column }) => `${code} ${column ?? ''}`.trim())

test.each([
  ['English', 'Full name,Unit,Rank,Position,Country,Date of birth,Place of birth,Passport No.,Event,Authority,Start date'],
  [
    'Spanish',
    'Nombre completo;Unidad;Grado;Cargo;País;Fecha de nacimiento;Lugar de nacimiento;Pasaporte;Curso;Programa;Fecha de inicio',
  ],
  [
    'French',
    'Nom complet\tUnité\tGrade militaire\tFonction\tNationalité\tDate de naissance\tLieu de naissance\tPasseport\tFormation\tAutorité\tDate de début',
  ],
  [
    'Portuguese',
    'Nome completo|Unidade|Patente|Função|País|Data de nascimento|Local de nascimento|Passaporte|Treinamento|Autoridade|Data de início',
  ],
])('columns are recognised in %s', (_, heading) => {
  const delimiter = /[,;\t|]/.exec(heading)![0]
  const cells = [
    'Ana Inventada',
    'Brigada 9',
    'Maj',
    'Chief',
    'México',
    '14/02/1980',
    'Kano',
    'X-1234',
    'JCET',
    'IMET',
    '2019-05-01',
  ]
  expect(read(`${heading}\n${cells.join(delimiter)}\n`)).toMatchObject([
    {
      name: 'Ana Inventada',
      kind: 'person',
      unit: 'Brigada 9',
      rank: 'Maj',
      post: 'Chief',
      country: 'MEX',
      birth: { printed: '14/02/1980', ranges: [{ from: '1980-02-14', to: '1980-02-14' }] },
      birthPlace: 'Kano',
      identifiers: ['X-1234'],
      event: 'JCET',
      authority: 'IMET',
      start: { ranges: [{ from: '2019-05-01' }] },
      flags: [],
    },
  ])
})

test('names in parts are put together, and a heading of one cell over several columns is part of theirs', () => {
  expect(read('First name,Last name,DOB\nAna,Inventada,1980\n')[0]).toMatchObject({ name: 'Ana Inventada' })
  const grouped =
    'Nominees of spring,,,,\nNominee,,Unit,,\nName,Born,Name,Country,Remarks\nAna Inventada,1980,Brigada 9,México,tall\n'
  expect(read(grouped)).toMatchObject([
    { row: 4, name: 'Ana Inventada', unit: 'Brigada 9', birth: { printed: '1980' }, besides: { Remarks: 'tall' } },
  ])
})

test('a cell of a workbook that spans rows counts for each of them, and says so', () => {
  const subjects = read(mergedWorkbook('B2:B3'))
  expect(subjects.map(({ unit, sheet, row }) => [unit, sheet, row])).toEqual([
    ['Brigada 9', 'Nominees', 2],
    ['Brigada 9', 'Nominees', 3],
    [null, 'Nominees', 4],
  ])
  expect(flagsOf(subjects[1]!)).toEqual(['CELL_SPANS_ROWS Unit'])
})

test('of a workbook the sheets whose columns are known are read, and the preview says which', () => {
  const sheets = [
    { name: 'Notes', rows: [['Made in spring']] },
    {
      name: 'Nominees',
      rows: [
        ['Name', 'Unit'],
        ['Ana Inventada', 'Brigada 9'],
      ],
    },
  ]
  expect(read(writeWorkbook(sheets))).toMatchObject([{ name: 'Ana Inventada', sheet: 'Nominees', row: 2 }])
  expect(previewList(job(writeWorkbook(sheets))).sheets.map(({ name, read }) => [name, read])).toEqual([
    ['Notes', false],
    ['Nominees', true],
  ])
})

test('without a heading each line is a name, also where the surname stands first', () => {
  expect(read('Inventada, Ana\nInventado, Luis\n').map(({ name }) => name)).toEqual(['Inventada, Ana', 'Inventado, Luis'])
  expect(read('Ana Inventada\n3rd Infantry Battalion').map(({ name, kind }) => [name, kind])).toEqual([
    ['Ana Inventada', null],
    ['3rd Infantry Battalion', 'unit'],
  ])
  expect(codeOf('Ana;Brigada;x\nLuis;Brigada;y')).toBe('SCREENING_COLUMNS_UNKNOWN')
  expect(read('Ana;Brigada;x\nLuis;Brigada;y', { mapping: { name: [0], unit: [1] } })).toMatchObject([
    { name: 'Ana', unit: 'Brigada', row: 1 },
    { name: 'Luis', row: 2 },
  ])
})

const words: Record<string, [text: string, name: string]> = {
  'windows-1251': ['Имя;Страна\nСмирнов Иван;Россия\n', 'Смирнов Иван'],
  'koi8-r': ['Имя;Страна\nКузнецова Ольга;Россия\n', 'Кузнецова Ольга'],
  'windows-1256': ['الاسم;البلد\nمحمد أحمد العلي;مصر\n', 'محمد أحمد العلي'],
  'windows-1255': ['שם;ארץ\nדוד כהן;ישראל\n', 'דוד כהן'],
  'windows-1252': ['Nombre;País\nJosé Núñez;México\n', 'José Núñez'],
  'windows-1254': ['Ad;Ülke\nŞükrü Güneş Işıl;Türkiye\n', 'Şükrü Güneş Işıl'],
}
/** By each letter's byte: what the decoder makes of all bytes, turned around. */
function encode(text: string, encoding: string): Buffer {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, index) => index))
  const bytes = [...text].map((letter) => (letter.charCodeAt(0) < 128 ? letter.charCodeAt(0) : [...all].indexOf(letter)))
  expect(bytes).not.toContain(-1)
  return Buffer.from(bytes)
}

test.each(Object.entries(words))('%s is told from its letters, or named', (encoding, [text, name]) => {
  const options = { mapping: { name: [0] }, headed: true }
  expect(readList(job(encode(text, encoding), options))).toMatchObject({ encoding, subjects: [{ name }] })
  expect(read(encode(text, encoding), { ...options, encoding: encoding as 'koi8-r' })[0]!.name).toBe(name)
})

test.each([
  [
    'iso-8859-2',
    'Jméno,Jednotka\nŽofie Šťastná,Tři sta šedesátá první rota\nLukáš Dvořák,Hradní stráž\nMatěj Růžička,Česká četa\n',
    'Žofie Šťastná',
  ],
  ['windows-1250', 'Név,Egység\nSzűcs Győző,Első zászlóalj\nDömötör Ildikó,Tűzér ezred\nŐri Csöngő,Hírközpont\n', 'Szűcs Győző'],
  ['windows-1252', 'Nome,Unidade\nJoão Conceição,Batalhão de Fuzileiros\nInês Magalhães,Órgão de instrução\n', 'João Conceição'],
] as const)('%s is not taken for its neighbour among the Latin ones', (encoding, text, name) => {
  const options = { headed: true, mapping: { name: [0] } }
  expect(readList(job(encode(text, encoding), options))).toMatchObject({
    encoding,
    subjects: [{ name }, {}, ...(encoding === 'windows-1252' ? [] : [{}])],
  })
})

test.each(['utf8', 'utf16le'] as const)('%s is read with its mark and without', (encoding) => {
  for (const mark of ['', '\ufeff'])
    expect(read(Buffer.from(`${mark}Nombre;País\nJosé Núñez Peña;México\n`, encoding))).toMatchObject([
      { name: 'José Núñez Peña', country: 'MEX' },
    ])
})

test.each(['\t', ',', ';', '|', '^', '~', '¦', '\x1f', '؛'])('cells parted by %j', (delimiter) => {
  const rows = [
    ['Name', 'Unit', 'Country'],
    ['Ana Inventada', 'Brigada 9', 'Peru'],
    ['Luis Inventado', 'Brigada 8', 'Peru'],
  ]
  expect(read(rows.map((row) => row.join(delimiter)).join('\r\n'))).toMatchObject([
    { name: 'Ana Inventada', unit: 'Brigada 9', country: 'PER' },
    { name: 'Luis Inventado' },
  ])
  expect(read(`sep=${delimiter}\r\n${rows.map((row) => row.join(delimiter)).join('\r\n')}`)[0]).toMatchObject({
    name: 'Ana Inventada',
    row: 3,
  })
})

test.each([
  ['day, month, year', ['31/01/1980', '04/03/1981'], ['1980-01-31', '1981-03-04']],
  ['month, day, year', ['01/31/1980', '04/03/1981'], ['1980-01-31', '1981-04-03']],
  ['year, month, day', ['1980-01-31', '1981.3.4'], ['1980-01-31', '1981-03-04']],
  ['year, day, month', ['1980/31/01', '1981/04/03'], ['1980-01-31', '1981-03-04']],
  ['words', ['31 de enero de 1980', '4 mars 1981'], ['1980-01-31', '1981-03-04']],
  ['two digits of the year', ['31.01.80', '04.03.31'], ['1980-01-31', '1931-03-04']],
  ['other digits', ['٣١/٠١/١٩٨٠', '٠٤/٠٣/١٩٨١'], ['1980-01-31', '1981-03-04']],
])('dates by %s, told from the column', (_, cells, days) => {
  const subjects = read(['Name,DOB', ...cells.map((cell) => `Ana Inventada ${cell.length},${cell}`)].join('\n'))
  expect(subjects.map(({ birth }) => birth!.ranges)).toEqual(days.map((day) => [{ from: day, to: day }]))
  expect(subjects.flatMap(flagsOf)).toEqual([])
})

test('what the column does not tell is both days; what is no date is a flag on its cell alone', () => {
  const [ambiguous, impossible, future, good] = read(
    'Name,DOB\nA Inventada,04/03/1981\nB Inventada,31/02/1980x\nC Inventada,2031-01-01\nD Inventada,May 1980',
  )
  expect(ambiguous!.birth!.ranges.map(({ from }) => from).sort()).toEqual(['1981-03-04', '1981-04-03'])
  expect([ambiguous, impossible, future, good].map((subject) => flagsOf(subject!))).toEqual([
    ['DATE_AMBIGUOUS DOB'],
    ['DATE_IMPOSSIBLE DOB'],
    ['DATE_IN_FUTURE DOB'],
    [],
  ])
})

test('bad cells are flags with row and column, and the other rows are as they were', () => {
  const subjects = read(
    [
      'Name,Kind,Country,DOB',
      '=HYPERLINK("x"),person,Peru,1980',
      '\u202eecilA,ghost,Atlantis,1980',
      '---,,,',
      ',,Peru,',
      'Ana Inventada,person,Peru,1980',
      'Ana Inventada,person,Peru,1980',
    ].join('\n'),
  )
  expect(subjects.map(({ row, flags }) => [row, flags.map(({ code, column }) => [code, column])])).toEqual([
    [2, [['FORMULA_CELL', 'Name']]],
    [
      3,
      [
        ['CONTROL_CHARACTERS', 'Name'],
        ['COUNTRY_UNKNOWN', 'Country'],
        ['KIND_UNKNOWN', 'Kind'],
      ],
    ],
    [4, [['NAME_WITHOUT_LETTERS', 'Name']]],
    [5, [['ROW_NOT_A_SUBJECT', null]]],
    [6, []],
    [7, [['ROW_REPEATED', null]]],
  ])
  expect(subjects[1]).toMatchObject({ name: 'ecilA', kind: null, country: null, countryPrinted: 'Atlantis' })
})

test('names from right to left are kept as they are written, without marks of direction', () => {
  expect(read('Name,Country\n\u200fمحمد العلي\u200e,مصر\n')[0]).toMatchObject({ name: 'محمد العلي' })
})

test('what is no list ends in an error that says so', () => {
  expect(codeOf('')).toBe('FILE_EMPTY')
  expect(codeOf('\n \n')).toBe('SCREENING_WITHOUT_SUBJECTS')
  expect(codeOf('Name,Unit\n')).toBe('SCREENING_WITHOUT_SUBJECTS')
  expect(codeOf(Buffer.from('%PDF-1.7 …'))).toBe('SCREENING_KIND_UNKNOWN')
  expect(codeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).toBe('SCREENING_KIND_UNKNOWN')
  expect(codeOf('Name,Unit\n"Ana Inventada,x\n')).toBe('SHEET_QUOTE_OPEN')
  expect(codeOf(writeZip([{ name: 'a.txt', content: 'x' }]))).toBe('SCREENING_KIND_UNKNOWN')
  expect(codeOf(new Uint8Array(128_000_001))).toBe('SCREENING_TOO_LARGE')
  expect(codeOf(`Name\n${'A\n'.repeat(100_001)}`)).toBe('SCREENING_TOO_MANY')
})

test('a small workbook that would unpack into a large one is refused', () => {
  const bomb = writeZip([
    { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>' },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="r" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(130_000_000, 0x20), claims: 1000 },
  ])
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(codeOf(bomb)).toBe('ZIP_TOO_LARGE')
})

test('any bytes end in subjects, a row each, or in an error with a code', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('Name', 'DOB', 'Unit', '1980-13-44', '=1+1', '"', '\u202e'),
  )
  const table = fc
    .array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 })
    .map((rows) => Buffer.from(rows.map((row) => row.join(',')).join('\n')))
  const bytes = fc.uint8Array({ maxLength: 400 }).map((all) => Buffer.from(all))
  fc.assert(
    fc.property(
      fc.oneof(
        table,
        bytes,
        table.map((one) => Buffer.concat([Buffer.from('Name,DOB,Country\n'), one])),
      ),
      fc.boolean(),
      (content, mapped) => {
        try {
          const subjects = read(content, mapped ? { mapping: { name: [0] } } : {})
          expect(subjects.map(({ position }) => position)).toEqual(subjects.map((_, index) => index + 1))
          // PostgreSQL keeps neither of these in a text.
          for (const subject of subjects) expect(JSON.stringify(subject)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
          previewList(job(content))
        } catch (error) {
          if (!(error instanceof UserError)) throw error
        }
      },
    ),
    { numRuns: 200 },
  )
})

/** A workbook in which a range of cells is shown as one. */
function mergedWorkbook(range: string): Buffer {
  const sheet = (rows: string, more = '') => `<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`
  const row = (number: number, ...cells: string[]) =>
    `<row r="${number}">${cells.map((cell, index) => (cell ? `<c r="${'AB'[index]}${number}" t="inlineStr"><is><t>${cell}</t></is></c>` : '')).join('')}</row>`
  return writeZip([
    { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="Nominees" r:id="r"/></sheets></workbook>' },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="r" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: sheet(
        row(1, 'Name', 'Unit') + row(2, 'Ana Inventada', 'Brigada 9') + row(3, 'Luis Inventado') + row(4, 'Eva Inventada'),
        `<mergeCells><mergeCell ref="${range}"/></mergeCells>`,
      ),
    },
  ])
}
