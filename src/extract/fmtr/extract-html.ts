/** Reads a training report that was published as an HTML page: layouts A and D, told apart by the table's own rows. */
import { decodeHtml, type HtmlRows, readHtmlRows } from '../../documents/html-rows.js'
import { errors } from '../../ledger/errors.js'
import { readCountry } from '../../ledger/vocabulary.js'
import type { ExtractedReport, ReportFile } from './extracted-report.js'
import { recordsOf } from './html-records.js'
import { withoutRepeats } from './html-repeats.js'
import { readLayoutA } from './html-rows-a.js'
import { readLayoutD } from './html-rows-d.js'
import type { HtmlTables } from './html-tables.js'
import { wordsInCapitals } from './replaced-letters.js'

/**
 * @throws UserError HTML_TRUNCATED where the file breaks off; NOT_A_TRAINING_REPORT where the page holds no training table: trainings or totals under a heading that names
 * a programme and a fiscal year.
 */
export function extractHtmlReport({ file, sha256, bytes, onPage }: ReportFile): ExtractedReport {
  const page = readHtmlRows(decodeHtml(bytes))
  if (page.truncated) throw errors.HTML_TRUNCATED({ file })
  const isCountry = (name: string) => readCountry(name) !== null
  // Under a header of eight columns there is something, read or unread; without one there is nothing.
  const dated = readLayoutD(page, isCountry)
  const tables = withoutRepeats(isEmpty(dated) ? readLayoutA(page, isCountry) : dated)
  const source = { file, sha256, firstYear: firstYearOf(page), knownWords: knownWordsOf(page) }
  if (tables.totals.every(({ context }) => context.heading === null)) throw errors.NOT_A_TRAINING_REPORT({ file })
  onPage?.(1, 1)
  return {
    ...recordsOf(tables, source),
    layout: tables.layout,
    regions: tables.regions,
    pages: null,
    pageLabels: [],
    notes: [],
  }
}

const isEmpty = ({ trainings, totals, unread }: HtmlTables): boolean => trainings.length + totals.length + unread.length === 0

/** "Foreign Military Training Report FY 1999 and 2000", "…, Fiscal Years 2006 and 2007". */
function firstYearOf({ title, items }: HtmlRows): number | null {
  const texts = items.flatMap((item) => (item.kind === 'line' ? item.text : item.cells.map(({ text }) => text)))
  for (const text of [title, ...texts]) {
    const years = /\b(?:FY|Fiscal Years?)\s*(\d{4})\s*(?:and|-|–|&)\s*(\d{4})\b/i.exec(text)
    if (years && Number(years[2]) === Number(years[1]) + 1) return Number(years[1])
  }
  return null
}

function knownWordsOf({ items }: HtmlRows): Set<string> {
  return new Set(items.flatMap((item) => (item.kind === 'row' ? item.cells.flatMap(({ text }) => wordsInCapitals(text)) : [])))
}
