/** Reads one file of the Foreign Military Training Report, of whatever layout: by what is in it, never by its name. */
import { kindOf } from '../../documents/kind.js'
import { turnMisreadLetters } from '../../documents/misread-letters.js'
import type { Page } from '../../documents/page.js'
import { openPdf } from '../../documents/pdf.js'
import { areLettersUnknown } from '../../documents/unknown-letters.js'
import { errors } from '../../ledger/errors.js'
import { headerInOtherLetters } from './changed-letters.js'
import { firstCroppedPage } from './cropped-pages.js'
import { extractHtmlReport } from './extract-html.js'
import type { ExtractedReport, ReportFile } from './extracted-report.js'
import { readLines, textOf } from './lines.js'
import { readPdfReport } from './pdf-report.js'
import { hasTableHeader } from './strips.js'
import { hasUnknownColumn } from './table-header.js'

export type { ExtractedReport, ReportFile } from './extracted-report.js'

/**
 * Throws NOT_A_TRAINING_REPORT for a file without such a table, PDF_NO_TEXT for a scan, FILE_… and PDF_… for what cannot be read.
 * A file is read whole or not at all: there are no partial rows.
 */
export async function extractReport(input: ReportFile): Promise<ExtractedReport> {
  const { file, sha256, bytes } = input
  const { kind, description } = kindOf(bytes)
  if (kind === 'empty') throw errors.FILE_EMPTY({ file })
  if (kind === 'html') return extractHtmlReport(input)
  if (kind !== 'pdf') throw errors.FILE_KIND_UNKNOWN({ file }, description)
  const { pages, lettersDoubtful } = await readPages(input)
  const cropped = firstCroppedPage(pages)
  if (cropped !== null) throw errors.PDF_PAGE_CROPPED({ file, page: cropped })
  const report = readPdfReport(pages, { file, sha256 })
  if (!report) {
    if (areLettersUnknown(pages)) throw errors.PDF_LETTERS_UNKNOWN({ file })
    if (pages.some((page) => page.recognised && hasTableHeader(page))) throw errors.PDF_TEXT_RECOGNISED({ file })
    const unknown = pages.flatMap((page) => readLines(page).filter(hasUnknownColumn))[0]
    if (unknown) throw errors.PDF_COLUMNS_UNKNOWN({ file, page: unknown.page }, textOf(unknown.words))
    const header = headerInOtherLetters(pages)
    throw header === null ? errors.NOT_A_TRAINING_REPORT({ file }) : errors.PDF_LETTERS_CHANGED({ file }, header)
  }
  if (lettersDoubtful) {
    const text = 'A font of the file gives one letter to two of its signs: letters may be read that the page does not show.'
    report.notes.push({ code: 'LETTERS_DOUBTFUL', text, place: null })
  }
  return report
}

async function readPages({ file, bytes, onPage }: ReportFile): Promise<{ pages: Page[]; lettersDoubtful: boolean }> {
  const pdf = await openPdf(bytes, file)
  try {
    const { lettersDoubtful } = pdf.checkContents()
    const pages: Page[] = []
    for (let number = 1; number <= pdf.pageCount; number++) {
      pages.push(pdf.page(number))
      onPage?.(number, pdf.pageCount)
    }
    if (pages.every((page) => page.words.length === 0)) throw errors.PDF_NO_TEXT({ file })
    turnMisreadLetters(pages)
    return { pages, lettersDoubtful }
  } finally {
    pdf.close()
  }
}
