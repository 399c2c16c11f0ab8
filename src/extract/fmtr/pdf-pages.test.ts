/** On the reports themselves, where they are at hand: boxes hold their row and no other, ids do not collide, reading tables is quick. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Box, Page } from '../../documents/page.js'
import { openPdf } from '../../documents/pdf.js'
import { textOf } from './lines.js'
import { readPdfReport } from './pdf-report.js'
import { readTables } from './read-tables.js'
import { boxOf, wordsOf } from './row.js'

const reports = join(import.meta.dirname, '../../../../shared/data/fmtr')

const files = [
  ['B', '2000_2001/3164.pdf'],
  ['C', '2001_2002/10968.pdf'],
  ['C', '2002_2003/21821.pdf'],
  ['C', '2003_2004/34337.pdf'],
  ['E', '2007_2008/126577.pdf'],
  ['E', '2013_2014/230213.pdf'],
  ['E', '2020_2021/14-Volume-I-Section-IV-Part-IV-V-South-Central-Asia.pdf'],
] as const

const pagesOf = async (file: string): Promise<Page[]> => {
  const pdf = await openPdf(readFileSync(join(reports, file)), file)
  try {
    return Array.from({ length: pdf.pageCount }, (_, index) => pdf.page(index + 1))
  } finally {
    pdf.close()
  }
}

const isInside = ([left, top, right, bottom]: Box, word: Page['words'][number]): boolean => {
  const x = (word.left + word.right) / 2
  const y = (word.top + word.bottom) / 2
  return x >= left && x <= right && y >= top && y <= bottom
}

describe.skipIf(!existsSync(reports))('given reports', () => {
  test.each(files)('layout %s, %s: every box holds the words of its row and no others', async (layout, file) => {
    const pages = await pagesOf(file)
    const tables = readTables(pages, () => false)!
    expect(tables.layout).toBe(layout)
    expect(tables.rows.length).toBeGreaterThan(200)
    const wrong = tables.order
      .flatMap(({ parts }) => parts)
      .filter((part) => {
        const own = new Set(wordsOf(part))
        const box = boxOf(part)
        const inside = pages[part.page - 1]!.words.filter((word) => isInside(box, word))
        return inside.length !== own.size || inside.some((word) => !own.has(word))
      })
    expect(wrong.map((part) => `page ${part.page}: ${textOf(wordsOf(part))}`)).toEqual([])
  })

  test('ids are the same whenever a file is read, and no two records share one', async () => {
    const seen = new Set<string>()
    for (const [, file] of files.slice(1, 4)) {
      const pages = await pagesOf(file)
      const read = () => {
        const report = readPdfReport(pages, { file, sha256: file })!
        return [...report.trainings, ...report.totals].map(({ id }) => id)
      }
      const ids = read()
      expect(read()).toEqual(ids)
      for (const id of ids) {
        expect(seen.has(id)).toBe(false)
        seen.add(id)
      }
    }
  })

  test('a page fewer moves no other record', async () => {
    const pages = await pagesOf('2001_2002/10968.pdf')
    const idsOn = (among: readonly Page[], page: number) =>
      readPdfReport(among, { file: 'a', sha256: 'a' })!
        .trainings.filter(({ places }) => places[0]!.page === page)
        .map(({ id }) => id)
    expect(idsOn(pages.slice(0, 9), 2)).toEqual(idsOn(pages, 2))
    expect(idsOn(pages, 2).length).toBeGreaterThan(5)
  })
})
