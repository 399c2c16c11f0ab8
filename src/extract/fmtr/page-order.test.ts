/** Files whose pages were cut out, shuffled, doubled, stamped or put on sheets together: no row is laid to another country or counted twice. */
import { expect, test } from 'vitest'
import type { WrittenPage } from '../../../test/pdf-writer.js'
import { reportPage, wordsOfPage } from '../../../test/report-pdf.js'
import type { Page } from '../../documents/page.js'
import type { ExtractedReport } from './extracted-report.js'
import { readPdfReport } from './pdf-report.js'

/** A country on two pages: its headings stand on the first, its totals on the second. */
function country(name: string, from: number): WrittenPage[] {
  const whole = reportPage(
    [
      [`Infantry Officer Course ${from}`, 2, '$1,200'],
      [`Pilot Training ${from}`, 1, '$900'],
    ],
    [3, '$2,100'],
  )
  const texts = whole.texts!.map(({ text, ...run }) => ({ ...run, text: text.replace('Freedonia', name) }))
  const isTotal = ({ text, y }: { text: string; y: number }) => /Totals/.test(text) || y > 130
  const isSecond = (y: number) => y > 118 && y < 130
  const number = (page: number) => ({ text: String(page), x: 392, y: 598 })
  const first = texts.filter((run) => !isTotal(run) && !isSecond(run.y))
  const second = texts.filter((run) => run.y === 24 || run.y === 96 || isTotal(run) || isSecond(run.y))
  return [
    { ...whole, texts: [...first, number(from)] },
    { ...whole, texts: [...second, number(from + 1)] },
  ]
}

const written = [...country('Freedonia', 1), ...country('Sylvania', 3), ...country('Ruritania', 5)]
const inFile = (pages: readonly WrittenPage[]): Page[] => pages.map((page, index) => wordsOfPage(page, index + 1))
const read = (pages: readonly Page[]): ExtractedReport => readPdfReport(pages, { file: 'report.pdf', sha256: '0'.repeat(64) })!
const readWritten = (pages: readonly WrittenPage[]) => read(inFile(pages))
const at = (...numbers: number[]) => numbers.map((number) => written[number - 1]!)
const rows = (report: ExtractedReport) =>
  report.trainings.map(({ country, courseTitle, places }) => [country, courseTitle, places[0]?.pageLabel])
const totals = (report: ExtractedReport) => report.totals.map(({ country, quantity, cents }) => [country, quantity, cents])
const notes = (report: ExtractedReport) => report.notes.map(({ code }) => code)

const whole = readWritten(written)

test('pages in their order', () => {
  expect(rows(whole)).toEqual([
    ['Freedonia', 'Infantry Officer Course 1', '1'],
    ['Freedonia', 'Pilot Training 1', '2'],
    ['Sylvania', 'Infantry Officer Course 3', '3'],
    ['Sylvania', 'Pilot Training 3', '4'],
    ['Ruritania', 'Infantry Officer Course 5', '5'],
    ['Ruritania', 'Pilot Training 5', '6'],
  ])
  expect(totals(whole)).toHaveLength(6)
  expect([whole.unread, whole.notes]).toEqual([[], []])
})

test.each([
  ['backwards', [6, 5, 4, 3, 2, 1]],
  ['shuffled', [1, 4, 5, 2, 3, 6]],
])('pages that stand %s are read in the order of their printed numbers', (_, order) => {
  const report = readWritten(at(...order))
  expect(rows(report)).toEqual(rows(whole))
  expect(totals(report)).toEqual(totals(whole))
  expect(report.trainings[0]!.places[0]?.page).toBe(order.indexOf(1) + 1)
  expect(notes(report)).toEqual(['PAGES_SORTED'])
})

test('behind a missing page nothing that was named before it holds', () => {
  const report = readWritten(at(1, 4, 5, 6))
  expect(rows(report).map(([country, title]) => [country, title])).toEqual([
    ['Freedonia', 'Infantry Officer Course 1'],
    ['Ruritania', 'Infantry Officer Course 5'],
    ['Ruritania', 'Pilot Training 5'],
  ])
  // The programme of the row and of the first total is not known; the country of the second is printed.
  expect(report.unread.map(({ place, text }) => [place.page, text.split(' ').slice(0, 3).join(' ')])).toEqual([
    [2, 'Pilot Training 3'],
    [2, 'Fiscal Year 2016'],
  ])
  expect(totals(report)[0]).toEqual(['Sylvania', 3, 210_000])
  expect(notes(report)).toEqual(['PAGES_MISSING'])
  // The rest of its last cells may stand on the page that is missing.
  expect(report.trainings.map(({ flags }) => flags.some(({ code }) => code === 'CUT_BY_MISSING_PAGE'))).toEqual([
    true,
    false,
    false,
  ])
})

test('rows behind different gaps are not laid to the country whose totals come last', () => {
  const report = readWritten(at(2, 4, 5, 6))
  expect(rows(report).map(([country]) => country)).toEqual(['Ruritania', 'Ruritania'])
  expect(totals(report).map(([country]) => country)).toEqual(['Freedonia', 'Sylvania', 'Ruritania', 'Ruritania'])
})

test('a page that stands in the file twice is counted once, and told', () => {
  const report = readWritten(at(1, 2, 2, 3, 4, 5, 6))
  expect(rows(report)).toEqual(rows(whole))
  expect(report.unread).toMatchObject([{ place: { page: 3 }, reason: 'The page stands in the file twice, and is read once.' }])
})

test('the numbers of another document bound with the report say nothing, and its lines are no rows', () => {
  const lines = Array.from({ length: 20 }, (_, line) => ({
    text: 'about 3 units and 1/2/2016, as said',
    x: 72,
    y: 72 + line * 15,
  }))
  const letter: WrittenPage = { width: 792, height: 612, texts: [...lines, { text: '3', x: 392, y: 598 }] }
  const report = readWritten([...at(1), letter, ...at(2, 3, 4, 5, 6), letter])
  expect(rows(report)).toEqual(rows(whole))
  expect(totals(report)).toEqual(totals(whole))
})

const stamped = (page: WrittenPage, ...texts: NonNullable<WrittenPage['texts']>): WrittenPage => ({
  ...page,
  texts: [...page.texts!, ...texts],
})

test.each([
  ['a mark at head and foot', () => [10, 606].map((y) => ({ text: 'UNCLASSIFIED', x: 370, y, size: 7 }))],
  ["a file's running number", (page: number) => [{ text: `STATE-2017-0012${page}`, x: 640, y: 606, size: 7 }]],
  ['a stamp at the height of a row', () => [{ text: 'RELEASED IN FULL', x: 560, y: 111, size: 12 }]],
  ['a watermark', () => [{ text: 'SAMPLE COPY', x: 100, y: 130, size: 70 }]],
  [
    'what a browser prints',
    (page: number) => [
      { text: '9/14/2021, 10:31 AM', x: 20, y: 10, size: 7 },
      { text: `https://www.example.org/report.html ${page}/6`, x: 20, y: 606, size: 7 },
    ],
  ],
])('%s on every page is no part of the tables', (_, stamps) => {
  const report = readWritten(written.map((page, index) => stamped(page, ...stamps(index + 1))))
  expect(rows(report)).toEqual(rows(whole))
  expect(totals(report)).toEqual(totals(whole))
  expect(report.trainings.map(({ id }) => id)).toEqual(whole.trainings.map(({ id }) => id))
  expect(report.unread).toEqual([])
})

/** Pages drawn on sheets, each in a cell of the given size, reduced to it. */
function sheets(pages: readonly WrittenPage[], across: number, down: number, width: number, height: number): Page[] {
  const perSheet = across * down
  return Array.from({ length: Math.ceil(pages.length / perSheet) }, (_, sheet) => {
    const words = pages.slice(sheet * perSheet, (sheet + 1) * perSheet).flatMap((page, cell) => {
      const by = Math.min(width / across / page.width!, height / down / page.height!)
      const left = (cell % across) * (width / across)
      const top = Math.floor(cell / across) * (height / down)
      return wordsOfPage(page).words.map((word) => ({
        text: word.text,
        left: left + word.left * by,
        top: top + word.top * by,
        right: left + word.right * by,
        bottom: top + word.bottom * by,
        size: word.size * by,
        bold: word.bold,
      }))
    })
    return { number: sheet + 1, width, height, words }
  })
}

test.each([
  ['side by side', 2, 1, 1584, 612],
  ['one above the other', 1, 2, 612, 792],
  ['four to a sheet', 2, 2, 792, 612],
] as const)('pages displayed %s are read one by one, at their places on the sheet', (_, across, down, width, height) => {
  const report = read(sheets(written, across, down, width, height))
  expect(rows(report)).toEqual(rows(whole))
  expect(totals(report)).toEqual(totals(whole))
  expect(report.unread).toEqual([])
  expect(report.pageLabels[0]).toBe(across * down === 4 ? '1, 2, 3, 4' : '1, 2')
  expect(new Set(report.trainings.map(({ id }) => id)).size).toBe(6)
  const [first, second] = [report.trainings[0]!.places[0]!, report.trainings[1]!.places[0]!]
  expect([first.page, second.page]).toEqual([1, 1])
  if (across === 2) expect(second.box![0]).toBeGreaterThan(width / 2)
  else expect(second.box![1]).toBeGreaterThan(height / 2)
})

test('sheets folded to a booklet are read in the order of their printed numbers', () => {
  expect(rows(read(sheets(at(6, 1, 2, 5, 4, 3), 2, 1, 1584, 612)))).toEqual(rows(whole))
})
