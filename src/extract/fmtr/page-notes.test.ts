/** What somebody put on single pages, and what a crop leaves out: no cell holds it, no row is laid elsewhere, and it is told. */
import { expect, test } from 'vitest'
import type { TextRun, WrittenPage } from '../../../test/pdf-writer.js'
import { reportPage, wordsOfPage } from '../../../test/report-pdf.js'
import { firstCroppedPage } from './cropped-pages.js'
import type { ExtractedReport } from './extracted-report.js'
import { readPdfReport } from './pdf-report.js'

const names = ['Freedonia', 'Sylvania', 'Ruritania', 'Graustark', 'Zubrowka', 'Syldavia']

/** A country a page, each with two courses. */
const written: WrittenPage[] = names.map((name) => {
  const page = reportPage(
    [
      ['Infantry Officer Course', 2, '$1,200'],
      ['Pilot Training', 1, '$900'],
    ],
    [3, '$2,100'],
  )
  return { ...page, texts: page.texts!.map(({ text, ...run }) => ({ ...run, text: text.replace('Freedonia', name) })) }
})
const wordsOf = (pages: readonly WrittenPage[]) => pages.map((page, index) => wordsOfPage(page, index + 1))
const read = (pages: readonly WrittenPage[]): ExtractedReport | null =>
  readPdfReport(wordsOf(pages), { file: 'report.pdf', sha256: '0'.repeat(64) })
const withOn = (number: number, ...texts: TextRun[]): WrittenPage[] =>
  written.map((page, index) => (index + 1 === number ? { ...page, texts: [...page.texts!, ...texts] } : page))
const facts = (report: ExtractedReport | null) => report?.trainings.map(({ places: _, ...training }) => training)
const told = (report: ExtractedReport | null) => report?.unread.map(({ place, text }) => [place.page, text])

const whole = read(written)

test('pages without notes', () => {
  expect(whole!.trainings.map(({ country }) => country)).toEqual(names.flatMap((name) => [name, name]))
  expect([whole!.unread, whole!.notes]).toEqual([[], []])
})

test.each([
  ['above the tables', { text: 'RECEIVED', x: 700, y: 30, bold: true }],
  ['below the tables', { text: '000123', x: 60, y: 590 }],
  ['beside a row', { text: 'OK', x: 10, y: 110 }],
  ['in other print amid a row', { text: 'see p. 9', x: 300, y: 112, size: 9 }],
  ['in other print between rows', { text: 'RECEIVED', x: 380, y: 116, size: 10 }],
  ['in large print of its own', { text: 'RECEIVED', x: 300, y: 140, size: 14 }],
  ['under the dates alone', { text: 'check', x: 690, y: 116 }],
])('a note %s is told and is part of no row', (_, note) => {
  const report = read(withOn(3, note))
  expect(facts(report)).toEqual(facts(whole))
  expect(told(report)).toEqual([[3, note.text]])
})

test.each([
  ['a sentence between two rows, over their columns', { text: 'Note: this course was held at another site', x: 100, y: 116 }],
  [
    'a sentence at the left of the table',
    { text: 'Per the post, all of the figures below were corrected later on', x: 36, y: 116 },
  ],
  ['a word at no column, between two rows', { text: 'ditto', x: 420, y: 116 }],
  ['a word at a column, nearer to two rows than lines are', { text: 'ditto', x: 378, y: 116 }],
  ['a word amid a row, where no cell begins', { text: 'ditto', x: 486, y: 110 }],
])('in the tables’ own print, %s is told and is part of no cell', (_, note) => {
  const report = read(withOn(3, note))
  const withoutDoubt = facts(report)?.map(({ flags, ...row }) => ({
    ...row,
    flags: flags.filter(({ code }) => code !== 'NOTE_AMID_CELLS'),
  }))
  expect(withoutDoubt).toEqual(facts(whole))
  expect(told(report)).toEqual([[3, note.text]])
})

test.each([
  ['behind a programme’s heading', { text: 'see annex', x: 240, y: 80 }],
  ['behind a programme’s heading, in bold', { text: 'see annex', x: 240, y: 80, bold: true }],
  ['over a programme’s heading', { text: 'see annex', x: 100, y: 80 }],
  ['behind a country’s heading', { text: 'see annex', x: 120, y: 59.5 }],
  ['behind a country’s heading, in bold', { text: 'see annex', x: 120, y: 59.5, bold: true }],
])('a note %s does not hide it', (_, note) => {
  const report = read(withOn(3, note))
  expect(facts(report)).toEqual(facts(whole))
  expect(told(report)).toEqual([[3, note.text]])
})

test.each([
  ['beside a row', { text: 'NOT DELIVERED', x: 455, y: 110, bold: true }],
  ['where a cell may go on', { text: 'REVIEWED', x: 36, y: 117, bold: true }],
])('a note in bold %s is part of no cell', (_, note) => {
  const report = read(withOn(3, note))
  const cells = facts(report)?.map(({ flags: _, ...row }) => row)
  expect(cells).toEqual(facts(whole)?.map(({ flags: _, ...row }) => row))
  expect(told(report)).toEqual([[3, note.text]])
})

test('a row that words are written over is in doubt', () => {
  const report = read(withOn(3, { text: 'cancelled', x: 255, y: 110 }))
  const doubtful = report!.trainings.filter(({ flags }) => flags.some(({ code }) => code === 'NOTE_AMID_CELLS'))
  expect(doubtful.map(({ country, courseTitle }) => [country, courseTitle])).toEqual([['Ruritania', 'Infantry Officer Course']])
})

test('a footnote below a table that goes on on the next page joins no row of either', () => {
  const [first, second] = written
  const open = { ...first!, texts: first!.texts!.filter(({ y }) => y < 130) }
  const goesOn = { ...second!, texts: second!.texts!.filter(({ y }) => y < 30 || y > 90) }
  const foot = { text: 'a/ With others.', x: 36, y: 142 }
  const report = read([{ ...open, texts: [...open.texts, foot] }, goesOn, ...written.slice(2)])
  expect(report!.trainings.slice(0, 4).map(({ country, courseTitle }) => [country, courseTitle])).toEqual([
    ['Freedonia', 'Infantry Officer Course'],
    ['Freedonia', 'Pilot Training'],
    ['Freedonia', 'Infantry Officer Course'],
    ['Freedonia', 'Pilot Training'],
  ])
  expect(told(report)).toEqual([[1, foot.text]])
})

test('a number that somebody put below the page’s own on one page is not taken for it', () => {
  const numbered = written.map((page, index) => ({ ...page, texts: [...page.texts!, { text: `${index + 1}`, x: 394, y: 580 }] }))
  numbered[2]!.texts.push({ text: '4711', x: 390, y: 600 })
  const report = read(numbered)
  expect(facts(report)).toEqual(facts(whole))
  expect(report!.pageLabels).toEqual(['1', '2', '3', '4', '5', '6'])
  expect([report!.unread, report!.notes]).toEqual([[], []])
})

test('a row below the margin that other pages keep is a row all the same', () => {
  const row = ['Last Course', '4', 'Fort Benning, GA', 'Infantry Battalion 3', 'USAIS', '$50', '1/2/2016', '2/3/2016']
  const lefts = [36, 216, 252, 378, 504, 630, 684, 738]
  const texts = written[2]!.texts!.filter(({ y }) => y < 130)
  const longer = { ...written[2]!, texts: [...texts, ...row.map((text, at) => ({ text, x: lefts[at]!, y: 300 }))] }
  const report = read(written.map((page, index) => (index === 2 ? longer : page)))
  expect(report!.trainings.filter(({ country }) => country === 'Ruritania').map(({ courseTitle }) => courseTitle)).toEqual([
    'Infantry Officer Course',
    'Pilot Training',
    'Last Course',
  ])
  expect(report!.unread).toEqual([])
})

test.each([
  ['"Page 2 of 6" in bold', (page: number) => ({ text: `Page ${page} of 6`, x: 370, y: 590, bold: true })],
  ['a number in the corner', (page: number) => ({ text: `0012${page}`, x: 740, y: 590 })],
  ['a date', () => ({ text: '12/3/2018', x: 30, y: 590 })],
])('%s on every page is no part of the tables', (_, stamp) => {
  const report = read(written.map((page, index) => ({ ...page, texts: [...page.texts!, stamp(index + 1)] })))
  expect(facts(report)).toEqual(facts(whole))
  expect(report!.unread).toEqual([])
})

test('a number of somebody else below the report’s own does not put the pages out of order', () => {
  const numbered = written.map((page, index) => ({
    ...page,
    texts: [...page.texts!, { text: `IV-${index + 7}`, x: 390, y: 580 }, { text: `${42 - index}`, x: 390, y: 600 }],
  }))
  const report = read(numbered)
  expect(facts(report)).toEqual(facts(whole))
  expect(report!.pageLabels[0]).toBe('IV-7')
})

test('what follows a country’s totals without a heading is of no country that was named', () => {
  const headless = written.map((page, index) =>
    index === 2 ? { ...page, texts: page.texts!.filter(({ text, y }) => text !== 'Ruritania' && y !== 80) } : page,
  )
  const report = read(headless)
  expect(report!.trainings.map(({ country }) => country)).toEqual(
    names.filter((name) => name !== 'Ruritania').flatMap((name) => [name, name]),
  )
  expect(report!.unread).toHaveLength(3)
})

test('a country’s totals that stand above its rows leave them to it', () => {
  const ahead = written.map((page) => ({
    ...page,
    texts: page.texts!.map((run) => (run.y === 150 ? { ...run, y: 70 } : run)),
  }))
  expect(read(ahead)!.trainings.map(({ country }) => country)).toEqual(names.flatMap((name) => [name, name]))
})

test('letters that the file does not explain are flagged', () => {
  const report = read(
    written.map((page) => ({
      ...page,
      texts: page.texts!.map((run) => ({ ...run, text: run.text.replace('Pilot', '\ufffdilot') })),
    })),
  )
  const notes = report!.trainings.map(({ flags }) => flags.find(({ code }) => code === 'LETTERS_UNKNOWN')?.note)
  expect(notes).toEqual(names.flatMap(() => [undefined, 'Read as "\ufffdilot Training".']))
})

test('the print of a web page, and tables of which no row can be read, are no report', () => {
  const title = { text: 'IV. Country Training Activities--Europe', x: 36, y: 40, size: 14, bold: true }
  expect(read(withOn(1, title))).toBeNull()
  const empty = written.map((page) => ({ ...page, texts: page.texts!.filter(({ y }) => y < 100) }))
  expect(read(empty)).toBeNull()
})

test('a page that displays a part of its table is told from one without its margins', () => {
  const cropped = (isOutside: (run: { top: number; left: number }) => boolean) =>
    wordsOf(written).map(({ words, ...page }) => ({
      ...page,
      words: words.filter((word) => !isOutside(word)),
      outside: words.filter(isOutside),
    }))
  expect(firstCroppedPage(wordsOf(written))).toBeNull()
  expect(firstCroppedPage(cropped(({ top }) => top < 30))).toBeNull()
  expect(firstCroppedPage(cropped(({ top }) => top < 65))).toBe(1)
  expect(firstCroppedPage(cropped(({ left }) => left > 700))).toBe(1)
  expect(
    firstCroppedPage([{ number: 1, width: 600, height: 800, words: [], outside: wordsOf(written)[0]!.words.slice(0, 1) }]),
  ).toBeNull()
})
