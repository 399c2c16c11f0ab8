/** A folder of small reports that never were, for tests of what happens to whole files. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writePdf } from './pdf-writer.js'
import { reportPage } from './report-pdf.js'

/** Of two files with the same country's totals one would be another edition of the other. */
const countries = ['Freedonia', 'Sylvania', 'Ruritania', 'Graustark', 'Orsinia', 'Grand Fenwick']

/** Writes `count` reports of `pages` pages and 30 trainings a page, and returns their paths. All differ in their course titles. */
export function writeReports(count: number, pages = 1): { folder: string; paths: string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'rastro-reports-'))
  const paths = Array.from({ length: count }, (_, file) => {
    const courses = (page: number): [string, number, string][] =>
      Array.from({ length: 30 }, (_, row) => [`Course ${file} ${page} ${row}`, 2, '$1,000'])
    const bytes = writePdf(
      Array.from({ length: pages }, (_, page) => reportPage(courses(page), [60, '$30,000'], countries[file])),
    )
    const place = path.join(folder, `report-${file}.pdf`)
    writeFileSync(place, bytes)
    return place
  })
  return { folder, paths }
}
