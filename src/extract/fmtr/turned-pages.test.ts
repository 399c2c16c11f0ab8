/** Reports whose pages are displayed sideways or upside down, or drawn so: the same records, places where they are displayed. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Turning, turnedPdf } from '../../../test/changed-pdf.js'
import { type TextRun, type WrittenPage, writePdf } from '../../../test/pdf-writer.js'
import { reportPage } from '../../../test/report-pdf.js'
import { isWithin } from '../../documents/covered.js'
import type { Page } from '../../documents/page.js'
import { openPdf } from '../../documents/pdf.js'
import type { ExtractedReport } from './extracted-report.js'
import { readPdfReport } from './pdf-report.js'

const reports = join(import.meta.dirname, '../../../../shared/data/fmtr')

const turnings: Turning[] = [
  { turns: 1, drawn: false },
  { turns: 2, drawn: false },
  { turns: 3, drawn: true },
]

const pagesOf = async (bytes: Uint8Array): Promise<Page[]> => {
  const pdf = await openPdf(bytes, 'report.pdf')
  try {
    return Array.from({ length: pdf.pageCount }, (_, index) => pdf.page(index + 1))
  } finally {
    pdf.close()
  }
}

const read = (pages: readonly Page[]) => readPdfReport(pages, { file: 'report.pdf', sha256: '0'.repeat(64) })!

/** Each record with the words that stand in its boxes on the pages as displayed, instead of ids and boxes. */
function withWords({ trainings, totals, ...report }: ExtractedReport, pages: readonly Page[]): unknown {
  const wordsIn = ({ places }: { places: { page: number | null; box: readonly number[] | null }[] }) =>
    places.map(({ page, box }) =>
      pages[page! - 1]!.words.filter((word) => isWithin(word, box as [number, number, number, number]))
        .map(({ text }) => text)
        .sort(),
    )
  const without = <T extends { id: string; places: { page: number | null; box: readonly number[] | null }[] }>(record: T) => {
    const { id: _, places: __, ...rest } = record
    return { ...rest, words: wordsIn(record) }
  }
  const unread = report.unread.map((one) => ({ text: one.text, reason: one.reason, words: wordsIn({ places: [one.place] }) }))
  return { ...report, notes: [], unread, trainings: trainings.map(without), totals: totals.map(without) }
}

describe.skipIf(!existsSync(reports))('given reports', () => {
  test.each([
    ['B', '2000_2001/3164.pdf', 2],
    ['C', '2001_2002/10968.pdf', 3],
    ['C', '2002_2003/21821.pdf', 3],
    ['E', '2007_2008/126577.pdf', 3],
    ['E', '2015_2016/2015_2016_Europe_fmtrpt.pdf', 3],
  ] as const)('layout %s, %s: turned pages give the same records in the same order', async (layout, file, count) => {
    const whole = await openPdf(readFileSync(join(reports, file)), file)
    const bytes = whole.cut(Array.from({ length: count }, (_, index) => index + 1))
    whole.close()
    const upright = await pagesOf(bytes)
    const report = read(upright)
    expect(report.layout).toBe(layout)
    expect(report.trainings.length).toBeGreaterThan(30)
    const expected = withWords(report, upright)
    for (const turning of turnings) {
      const turned = await pagesOf(await turnedPdf(bytes, turning))
      expect(turned[0]!.width).toBeCloseTo(turning.turns === 2 ? upright[0]!.width : upright[0]!.height, 1)
      expect(withWords(read(turned), turned), JSON.stringify(turning)).toEqual(expected)
    }
  })
})

const page = reportPage(
  [
    ['Infantry Officer Course', 2, '$1,200'],
    ['Pilot Training', 1, '$900'],
  ],
  [3, '$2,100'],
)

const runs = (texts: readonly TextRun[], matrix: string): string =>
  texts.map(({ text, x, y, size = 7 }) => `q ${matrix} cm BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET Q`).join('\n')

/** Text that runs up, down, and slantwise, across the page of 792 by 612 points. */
const upwards = (...texts: TextRun[]): string => runs(texts, '0 1 -1 0 0 0')
const downwards = (...texts: TextRun[]): string => runs(texts, '0 -1 1 0 0 612')
const slantwise = (...texts: TextRun[]): string => runs(texts, '0.7 0.7 -0.7 0.7 0 0')

const titles = (report: ExtractedReport) =>
  report.trainings.map((row) => [row.courseTitle, row.quantity, row.location, row.cents])
const both = [
  ['Infantry Officer Course', 2, 'Fort Benning, GA', 120_000],
  ['Pilot Training', 1, 'Fort Benning, GA', 90_000],
]

const readWritten = async (...written: WrittenPage[]) => read(await pagesOf(writePdf(written)))

test('a stamp, a watermark and a note on the margin that run otherwise take no part in the rows', async () => {
  const content = [
    upwards({ text: 'RECEIVED 2/3/2017 LIBRARY', x: 480, y: -700, size: 14 }),
    // Longer than all that the table prints, and right through it.
    downwards({
      text: 'This copy was printed from the archive of the library and is not for sale. '.repeat(12),
      x: 20,
      y: 400,
      size: 6,
    }),
    slantwise({ text: 'DRAFT COPY', x: 450, y: 0, size: 90 }),
  ].join('\n')
  const report = await readWritten({ ...page, content })
  expect(titles(report)).toEqual(both)
  expect(report.totals.map(({ quantity, cents }) => [quantity, cents])).toEqual([
    [3, 210_000],
    [3, 210_000],
  ])
  expect(report.unread).toEqual([])
})

test('rows that run otherwise than the rest of their page are said to be unread, with their place', async () => {
  const row = { text: 'Ranger Course 4 Fort Benning, GA $4,000 1/2/2016 2/3/2016', x: 100, y: 380, size: 7 }
  const report = await readWritten({ ...page, content: downwards(row) })
  expect(titles(report)).toEqual(both)
  expect(report.unread).toMatchObject([
    { text: row.text, reason: 'The line runs otherwise than the rest of its page.', place: { page: 1 } },
  ])
  const [left, top, right, bottom] = report.unread[0]!.place.box!
  expect([left, right].every((edge) => edge > 375 && edge < 390)).toBe(true)
  expect(top).toBeCloseTo(100, 0)
  expect(bottom).toBeGreaterThan(250)
})

test('pages turned one way and another go on from each other', async () => {
  const pages = [page, page, page, page].map((one, at) => ({ ...one, rotate: ([0, 90, 180, 270] as const)[at]! }))
  const report = await readWritten(...pages)
  expect(titles(report)).toEqual([...both, ...both, ...both, ...both])
  const boxes = report.trainings.map(({ places }) => places[0]!.box!)
  const [upright, sideways, upsideDown, otherwise] = [boxes[0]!, boxes[2]!, boxes[4]!, boxes[6]!]
  const [left, top, right, bottom] = upright
  expect(sideways.map(Math.round)).toEqual([612 - bottom, left, 612 - top, right].map(Math.round))
  expect(upsideDown.map(Math.round)).toEqual([792 - right, 612 - bottom, 792 - left, 612 - top].map(Math.round))
  expect(otherwise.map(Math.round)).toEqual([top, 792 - right, bottom, 792 - left].map(Math.round))
})

test('text that is written with a negative size is upright, too', async () => {
  const texts = page.texts!.map(
    ({ text, x, y, size = 7, bold }) => `BT /${bold ? 'F2' : 'F1'} ${-size} Tf -1 0 0 -1 ${x} ${612 - y} Tm (${text}) Tj ET`,
  )
  expect(titles(await readWritten({ ...page, texts: [], content: texts.join('\n') }))).toEqual(both)
})
