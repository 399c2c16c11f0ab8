/** A page of a training report that never was, as those of 2007–2021 are laid out; Freedonia and its units are invented. */
import type { Page } from '../src/documents/page.js'
import type { WrittenPage } from './pdf-writer.js'

/** A page as the reports of 2007–2021 print it, with one country, one programme and the given courses. */
export function reportPage(
  courses: readonly [title: string, quantity: number, cost: string][],
  total: [quantity: number, cost: string],
  country = 'Freedonia',
): WrittenPage {
  const columns = [36, 216, 252, 378, 504, 630, 684, 738]
  const row = (cells: string[], y: number, bold = false) => cells.map((text, at) => ({ text, x: columns[at]!, y, bold }))
  const header = ['Course Title', 'Qty', 'Training Location', "Student's Unit", 'US Unit', 'Total Cost', 'Start Date', 'End Date']
  const rows = courses.flatMap(([title, quantity, cost], at) =>
    row(
      [title, String(quantity), 'Fort Benning, GA', 'Infantry Battalion 3', 'USAIS', cost, '1/2/2016', '2/3/2016'],
      110 + at * 12,
    ),
  )
  const end = 110 + courses.length * 12
  return {
    width: 792,
    height: 612,
    texts: [
      { text: 'Volume I - Section IV - Part IV-VI - Western Hemisphere', x: 320, y: 24, bold: true },
      { text: country, x: 36, y: 60, size: 12, bold: true },
      { text: 'IMET - Fiscal Year 2016 Department of State Training', x: 36, y: 80, bold: true },
      ...row(header, 96),
      ...rows,
      ...row(['Fiscal Year 2016 Program Totals', String(total[0]), '', '', '', total[1]], end, true),
      ...row([`${country} Fiscal Year 2016 Totals`, String(total[0]), '', '', '', total[1]], end + 16, true),
    ],
  }
}

/** The page's words as they are read, without writing a file: each letter is half as wide as it is high. */
export function wordsOfPage({ width = 612, height = 792, texts = [] }: WrittenPage, number = 1): Page {
  const words = texts.flatMap(({ text, x, y, size = 7, bold = false }) => {
    let left = x
    return text.split(' ').map((word) => {
      const right = left + (word.length * size) / 2
      const read = { text: word, left, top: y - size * 0.8, right, bottom: y + size * 0.2, size, bold }
      left = right + size / 3
      return read
    })
  })
  return { number, width, height, words }
}
