/** What reading one file of the Foreign Military Training Report gives, whatever its layout. */
import type { Place, PrintedTotal, Training, UnreadPlace } from '../../ledger/records.js'

/** A: HTML 1999–2000; B: two columns a page 2000–2001; C: 2001–2006; D: HTML 2006–2007; E: 2007–2021. Told by content only. */
export type Layout = 'A' | 'B' | 'C' | 'D' | 'E'

/** A remark on the file as a whole or on one place of it: a country without activities, a heading that names no fiscal year. */
export interface ReportNote {
  code: string
  text: string
  place: Place | null
}

export interface ExtractedReport {
  /** "2012-2013": the first fiscal year that the file's own headings name, and the year after. */
  report: string
  layout: Layout
  /** Regions in the order in which the file names them, as printed without the word "Region". */
  regions: string[]
  /** Pages of the file; null for HTML, which has none. */
  pages: number | null
  /** For each page of the file in order, the number printed on it ("IV-233"), or null. Empty for HTML. */
  pageLabels: (string | null)[]
  /** In the order of the document. */
  trainings: Training[]
  totals: PrintedTotal[]
  /** Which of the two lists the next record stands in, from the first in the document to the last. */
  sequence: ('training' | 'total')[]
  /** What is inside a table and neither a training, a heading, a total nor known page furniture. */
  unread: UnreadPlace[]
  notes: ReportNote[]
}

export interface ReportFile {
  /** The base name, for records and messages; nothing is derived from it. */
  file: string
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  sha256: string
  bytes: Uint8Array
  onPage?(done: number, of: number): void
}
