import { expect, test } from 'vitest'
import { writePdf } from '../../../test/pdf-writer.js'
import { reportPage } from '../../../test/report-pdf.js'
import { extractReport } from './extract.js'

const codeOf = (bytes: Uint8Array): Promise<string> =>
  extractReport({ file: 'report.pdf', sha256: '0'.repeat(64), bytes }).then(
    () => 'read',
    (error) => error.code,
  )

test('a report whose letters nobody can tell is said to be that, and not to be another document', async () => {
  const page = reportPage([['Pilot Training', 1, '$900']], [1, '$900'])
  expect(await codeOf(writePdf([page]))).toBe('read')
  const hidden = page.texts!.map((run) => ({ ...run, text: run.text.replace(/[^ ]/g, '\x05') }))
  expect(await codeOf(writePdf([{ ...page, texts: hidden }]))).toBe('PDF_LETTERS_UNKNOWN')
  const swapped = page.texts!.map((run) => ({
    ...run,
    text: run.text.replace(/[os]/g, (letter) => (letter === 'o' ? 's' : 'o')),
  }))
  expect(await codeOf(writePdf([{ ...page, texts: swapped }]))).toBe('PDF_LETTERS_CHANGED')
  // A bullet or two that the file does not explain hide nothing.
  const letter = [{ text: '\x05 A letter about other things', x: 50, y: 50 }]
  expect(await codeOf(writePdf([{ texts: letter }]))).toBe('NOT_A_TRAINING_REPORT')
})

test('a page whose crop hides a column of its table is refused', async () => {
  const page = reportPage([['Pilot Training', 1, '$900']], [1, '$900'])
  expect(await codeOf(writePdf([{ ...page, crop: [0, 0, 700, 612] }]))).toBe('PDF_PAGE_CROPPED')
  expect(await codeOf(writePdf([{ ...page, crop: [20, 0, 792, 560] }]))).toBe('read')
})

test('rows whose words were recognised from a picture of the page say so, and without bold print the file does', async () => {
  const page = reportPage([['Pilot Training', 1, '$900']], [1, '$900'])
  const picture = (width: number) => `q ${width} 0 0 500 40 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q`
  const toldOf = async (content: string) => {
    const report = await extractReport({ file: 'report.pdf', sha256: '0'.repeat(64), bytes: writePdf([{ ...page, content }]) })
    return [...report.trainings, ...report.totals].map(({ flags }) => flags.some(({ code }) => code === 'TEXT_RECOGNISED'))
  }
  expect(await toldOf(picture(700))).toEqual([true, true, true])
  expect(await toldOf(picture(300))).toEqual([false, false, false])
  const plain = page.texts!.map((run) => ({ ...run, bold: false }))
  expect(await codeOf(writePdf([{ ...page, texts: plain, content: picture(700) }]))).toBe('PDF_TEXT_RECOGNISED')
  expect(await codeOf(writePdf([{ texts: [{ text: 'An article', x: 50, y: 50 }], content: picture(700) }]))).toBe(
    'NOT_A_TRAINING_REPORT',
  )
})

test('a page that is drawn onto itself is read once', async () => {
  const page = reportPage(
    [
      ['Pilot Training', 1, '$900'],
      ['Pilot Training', 1, '$900'],
    ],
    [2, '$1,800'],
  )
  const again = page.texts!.map((run) => ({ ...run, x: run.x + 0.3, y: run.y + 0.2 }))
  const read = await Promise.all(
    [page.texts!, [...page.texts!, ...again]].map((texts) =>
      extractReport({ file: 'report.pdf', sha256: '0'.repeat(64), bytes: writePdf([{ ...page, texts }]) }),
    ),
  )
  expect(read[1]).toEqual(read[0])
  expect(read[0]!.trainings).toHaveLength(2)
})

test('a table with a column more than any report has is refused, and its header told', async () => {
  const page = reportPage([['Pilot Training', 1, '$900']], [1, '$900'])
  const wider = page.texts!.flatMap((run) => (run.text === 'US Unit' ? [{ ...run, text: 'Vetted', x: run.x - 40 }, run] : [run]))
  const bytes = writePdf([page, { ...page, texts: wider }, { ...page, texts: wider }])
  const read = extractReport({ file: 'report.pdf', sha256: '0'.repeat(64), bytes })
  await expect(read).rejects.toMatchObject({
    code: 'PDF_COLUMNS_UNKNOWN',
    place: { file: 'report.pdf', page: 2 },
    message: expect.stringContaining("Student's Unit Vetted US Unit"),
  })
  expect(await codeOf(writePdf([{ ...page, texts: wider }]))).toBe('PDF_COLUMNS_UNKNOWN')
})
