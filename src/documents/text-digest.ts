/**
 * Digests of a document's words: the same whether a file is as published, saved again, or cut out of a larger volume. They tell that a
 * downloaded file holds the pages that records were read from, where the bytes cannot be the same.
 */
import { createHash } from 'node:crypto'
import { readHtmlRows } from './html-rows.js'
import { decodeHtml } from './kind.js'

/** The digest of one page, from `PdfDocument.letters`: 64 hexadecimal digits. */
export function pageTextDigest(letters: string): string {
  return sha256(letters)
}

/** The digest of a run of pages, from the digests of each. */
export function textDigest(pageDigests: readonly string[]): string {
  return sha256(pageDigests.join('\n'))
}

/** The digest of an HTML page, over the cells of its table rows. What stands around the tables changes from one copy to the next. */
export function htmlTextDigest(bytes: Uint8Array): string {
  const rows = readHtmlRows(decodeHtml(bytes)).items.filter((item) => item.kind === 'row')
  return sha256(rows.map((row) => row.cells.map((cell) => cell.text).join('\t')).join('\n'))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What is looked for in a volume. */
export interface WantedText {
  sha256: string
  /** Null for HTML. */
  pages: number | null
  /** Digest of the first page; empty for HTML. */
  firstPage: string
  text: string
}

/** The first page, counted from 1, of the run of pages with the wanted words; null where there is none. */
export function findRun(pageDigests: readonly string[], { pages, firstPage, text }: WantedText): number | null {
  if (pages === null) return null
  for (let start = 0; start + pages <= pageDigests.length; start++) {
    if (pageDigests[start] === firstPage && textDigest(pageDigests.slice(start, start + pages)) === text) return start + 1
  }
  return null
}
