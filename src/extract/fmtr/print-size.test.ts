import { expect, test } from 'vitest'
import { type WrittenPage, writePdf } from '../../../test/pdf-writer.js'
import { reportPage } from '../../../test/report-pdf.js'
import { openPdf } from '../../documents/pdf.js'
import { readPdfReport } from './pdf-report.js'

/** Two rows, each with a unit that wraps around the row's own line; rows tile the page, whatever their height. */
function printed(): WrittenPage {
  const page = reportPage(
    [
      ['Infantry Officer Course', 2, '$1,200'],
      ['Pilot Training', 1, '$900'],
    ],
    [3, '$2,100'],
  )
  const units = page.texts!.filter(({ text }) => text === 'Infantry Battalion 3')
  const texts = page.texts!.filter(({ text }) => text !== 'Infantry Battalion 3')
  for (const [at, { x, y }] of units.entries()) {
    texts.push({ text: `Battalion ${at + 1} of`, x, y: y - 4 }, { text: 'Infantry', x, y: y + 4 })
  }
  return { ...page, texts: texts.map((run) => (run.y > 115 ? { ...run, y: run.y + 6 } : run)) }
}

const enlarged = ({ width = 0, height = 0, texts = [], ...page }: WrittenPage, by: number): WrittenPage => ({
  ...page,
  width: width * by,
  height: height * by,
  texts: texts.map(({ text, x, y, size = 7, bold }) => ({ text, x: x * by, y: y * by, size: size * by, bold })),
})

async function read(page: WrittenPage) {
  const pdf = await openPdf(writePdf([page]), 'report.pdf')
  try {
    return readPdfReport([pdf.page(1)], { file: 'report.pdf', sha256: '0'.repeat(64) })!
  } finally {
    pdf.close()
  }
}

test.each([0.3, 0.5, 1, 1.2, 2, 6])(
  'a report printed %d times as large gives the same rows, at places on its own pages',
  async (by) => {
    const report = await read(enlarged(printed(), by))
    expect(report.trainings.map((row) => [row.courseTitle, row.recipientUnit, row.cents])).toEqual([
      ['Infantry Officer Course', 'Battalion 1 of Infantry', 120_000],
      ['Pilot Training', 'Battalion 2 of Infantry', 90_000],
    ])
    expect(report.unread).toEqual([])
    const usual = await read(printed())
    for (const [at, row] of report.trainings.entries()) {
      const expected = usual.trainings[at]!.places[0]!.box!.map((edge) => edge * by)
      for (const [side, edge] of row.places[0]!.box!.entries())
        expect(Math.abs(edge - expected[side]!)).toBeLessThan(0.1 * by + 0.1)
    }
  },
)

test('what is bound with the tables in larger print does not make them look small', async () => {
  const page = printed()
  const prose = Array.from({ length: 40 }, (_, at) => ({
    text: 'a note in larger print about the tables '.repeat(2),
    x: 36,
    y: 200 + at * 10,
    size: 9.5,
  }))
  const pdf = await openPdf(writePdf([page, { width: 792, height: 612, texts: prose }]), 'report.pdf')
  const report = readPdfReport([pdf.page(1), pdf.page(2)], { file: 'report.pdf', sha256: '0'.repeat(64) })!
  pdf.close()
  const usual = await read(page)
  expect(report.trainings.map(({ id, places }) => [id, places])).toEqual(usual.trainings.map(({ id, places }) => [id, places]))
})
