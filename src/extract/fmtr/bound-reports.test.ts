/** Reports that somebody bound into one file: each is read as if it stood alone. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readInput } from '../../../test/golden/golden.js'
import type { Page } from '../../documents/page.js'
import type { ExtractedReport } from './extracted-report.js'
import { readPdfReport } from './pdf-report.js'

const golden = join(import.meta.dirname, '../../../test/golden/pdf')
const pagesOf = (name: string): Page[] => readInput(join(golden, name)).pages

/** With page numbers that run on. Copies of one page are not the same page of a report: that would be read once. */
const numbered = (pages: readonly Page[], from = 1): Page[] =>
  pages.map((page, index) => {
    const words = page.words.map((word) =>
      /^IV-\d+$/.test(word.text) || (/^\d+$/.test(word.text) && word.top > page.height * 0.9)
        ? { ...word, text: word.text.replace(/\d+$/, String(from + index)) }
        : word,
    )
    return { ...page, words, number: from + index }
  })
const read = (pages: readonly Page[]): ExtractedReport => readPdfReport(pages, { file: 'bound.pdf', sha256: '0'.repeat(64) })!

const times = (count: number, pages: readonly Page[]): Page[] => Array.from({ length: count }, () => pages).flat()
const old = times(3, pagesOf('c-wrapped-titles'))
const recent = times(3, pagesOf('e-us-quantity-undeclared'))

test('reports of two layouts in one file give the rows of each', () => {
  const first = read(numbered(old))
  const second = read(numbered(recent, old.length + 1))
  expect([first.layout, second.layout]).toEqual(['C', 'E'])
  const bound = read(numbered([...old, ...recent]))
  expect(bound.trainings).toEqual([...first.trainings, ...second.trainings])
  expect(bound.totals).toEqual([...first.totals, ...second.totals])
  expect(bound.sequence).toHaveLength(bound.trainings.length + bound.totals.length)
  expect(bound.pageLabels).toEqual([...first.pageLabels, ...second.pageLabels])
  expect(bound.pages).toBe(old.length + recent.length)
})

test('a page whose header is printed as in another layout does not part a report', () => {
  const bound = read(numbered([...old, ...recent.slice(0, 1), ...old]))
  expect(bound.layout).toBe('C')
  expect(bound.trainings.length).toBeGreaterThanOrEqual(2 * read(numbered(old)).trainings.length)
})

test('a first page without a header row goes with the report whose numbers begin with it', () => {
  const first = pagesOf('c-no-header-on-first-page')
  const own = numbered([...first, ...old])
  const alone = read(own)
  const bound = read([...numbered(recent), ...own.map((page) => ({ ...page, number: page.number + recent.length }))])
  expect(alone.trainings.length).toBeGreaterThan(read(numbered(old)).trainings.length)
  const before = read(numbered(recent))
  const titles = ({ trainings }: ExtractedReport) => trainings.map(({ courseTitle }) => courseTitle)
  expect(titles(bound)).toEqual([...titles(before), ...titles(alone)])
  expect(bound.unread).toHaveLength(before.unread.length + alone.unread.length)
})

test('reports of two years in one file: neither is a plan of the other', () => {
  const earlier = pagesOf('e-centred-cells')
  const years = (pages: readonly Page[]) => [...new Set(read(numbered(pages)).trainings.map((row) => row.fiscalYear))]
  expect([years(earlier), years(recent)].flat()).toHaveLength(2)
  const bound = read(numbered([...earlier, ...recent]))
  expect(new Set(bound.trainings.map(({ report, fiscalYear, status }) => `${report} ${fiscalYear} ${status}`))).toEqual(
    new Set([...years(earlier), ...years(recent)].map((year) => `${year}-${year + 1} ${year} delivered`)),
  )
})
