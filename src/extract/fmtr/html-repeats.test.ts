import { expect, test } from 'vitest'
import { extractHtmlReport } from './extract-html.js'

const read = (rows: string) =>
  extractHtmlReport({
    file: 'report.html',
    sha256: 'a'.repeat(64),
    bytes: new TextEncoder().encode(`<title>Foreign Military Training Report FY 1999 and 2000</title><table>${rows}</table>`),
  })
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const programme = (country: string, courses: number) =>
  row(`<b>${country}, Marshall Center, FY 99</b>`) +
  row('Executive Course', '1', '$90').repeat(courses) +
  row('FY 99 Totals:', String(courses), `$${courses * 90}`)

test('a table that stands in the page twice is read once and told; equal rows within one are not', () => {
  const once = programme('Mexico', 3) + programme('Peru', 3)
  const { trainings, totals, unread } = read(once + once)
  expect(trainings.map(({ country, places }) => [country, places[0]!.row])).toEqual([
    ...[2, 3, 4].map((ordinal) => ['Mexico', ordinal]),
    ...[7, 8, 9].map((ordinal) => ['Peru', ordinal]),
  ])
  expect(totals).toHaveLength(2)
  expect(unread).toHaveLength(8)
  expect(unread[0]).toMatchObject({ place: { row: 12 }, reason: 'The table stands in the file twice, and is read once.' })
})

test('a table that goes on under its heading again is no copy', () => {
  const { trainings, unread } = read(programme('Mexico', 3) + programme('Mexico', 2))
  expect([trainings.length, unread.length]).toEqual([5, 0])
})
