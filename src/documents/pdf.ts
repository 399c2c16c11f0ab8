/**
 * Opens a PDF: its pages as words, and as images.
 *
 * What cannot be opened whole is refused: PDFium repairs a file whose table of contents is broken by guessing, and a page that
 * is missing by guess would be a page of records missing in silence.
 */
import { errors, UserError } from '../ledger/errors.js'
import { type ContentStreams, contentLength, contentStreams, contentsOf } from './content-streams.js'
import type { Box, Page, Word } from './page.js'
import { isPicture } from './page-pictures.js'
import { dropPdfium, type Pdfium, pdfium, SCRATCH_BYTES } from './pdfium.js'
import { drawPage, drawPixels, type ImageOptions, type Pixels } from './render.js'
import { rereadTurned } from './turned-words.js'
import { type Display, readWords } from './words.js'

export interface PdfDocument {
  pageCount: number
  /** Throws PDF_PAGE_DAMAGED for the first page whose contents break off, PDF_DAMAGED where it is not known whose they are. */
  checkContents(): Pick<ContentStreams, 'lettersDoubtful'>
  /** The words of page `n`, counted from 1, where they stand on the page as displayed. */
  page(n: number): Page
  /** The characters of page `n` without white space, as the file stores them: for digests, which no better reading of words may change. */
  letters(n: number): string
  /** The title that the file says of itself, which may be its template's; null if none. */
  title(): string | null
  /** The number that the file itself gives to page `n` ("xii"), which is not always what is printed on it; null if none. */
  label(n: number): string | null
  /** A PNG of page `n`, or of a part of it, with boxes marked. */
  renderPage(n: number, options: ImageOptions): Uint8Array
  /** As `renderPage`, but the pixels: three bytes each, red, green, blue, rows from the top. */
  pixels(n: number, options: ImageOptions): Pixels
  /** The bytes of a new PDF with these pages only, counted from 1. */
  cut(pages: readonly number[]): Uint8Array
  /** Gives the memory back. The document must not be used any more. */
  close(): void
}

/** A report has at most a few hundred pages; the whole volumes some 1,500. */
const PAGE_LIMIT = 20_000
/** The densest given page has 9,000 characters. */
const PAGE_CHARACTER_LIMIT = 250_000
/** Points: 200 inches, the PDF specification's own bound (ISO 32000-1, annex C). */
const PAGE_EXTENT_LIMIT = 14_400

/** Characters that the contents of a blank page may have: "q 1 0 0 1 0 0 cm Q" and the like. */
const BLANK_LENGTH = 120

const ERROR_PASSWORD = 4
const ERROR_SECURITY = 5

/**
 * Opens the bytes of a PDF. `file` is the name for messages.
 * Throws PDF_ENCRYPTED, PDF_TRUNCATED, PDF_DAMAGED, PDF_EMPTY, PDF_TOO_MANY_PAGES or PDF_TOO_LARGE.
 */
export async function openPdf(content: Uint8Array, file: string): Promise<PdfDocument> {
  const library = await pdfium()
  const { call } = library
  const pointer = call.malloc(content.length || 1)
  if (pointer === 0) throw errors.PDF_TOO_LARGE({ file })
  library.bytes().set(content, pointer)
  let document = 0
  const release = () => {
    if (document) call.FPDF_CloseDocument!(document)
    call.free(pointer)
  }
  let pageCount = 0
  try {
    guarded(file, undefined, () => {
      document = call.FPDF_LoadMemDocument!(pointer, content.length, 0)
      if (!document) {
        const reason = call.FPDF_GetLastError!()
        if (reason === ERROR_PASSWORD || reason === ERROR_SECURITY) throw errors.PDF_ENCRYPTED({ file })
        throw endsProperly(content) ? errors.PDF_DAMAGED({ file }) : errors.PDF_TRUNCATED({ file })
      }
      if (!call.FPDF_DocumentHasValidCrossReferenceTable!(document))
        throw endsProperly(content) ? errors.PDF_DAMAGED({ file }) : errors.PDF_TRUNCATED({ file })
      pageCount = call.FPDF_GetPageCount!(document)
      if (pageCount === 0) throw errors.PDF_EMPTY({ file })
      if (pageCount > PAGE_LIMIT) throw errors.PDF_TOO_MANY_PAGES({ file }, pageCount)
    })
  } catch (error) {
    if (isSound(error)) release()
    throw error
  }

  const load = <T>(n: number, work: (page: number) => T): T => {
    if (!Number.isInteger(n) || n < 1 || n > pageCount) throw errors.PAGE_NOT_FOUND({ file, page: n }, pageCount)
    return guarded(file, n, () => {
      const page = call.FPDF_LoadPage!(document, n - 1)
      if (!page) throw errors.PDF_PAGE_DAMAGED({ file, page: n })
      try {
        return work(page)
      } finally {
        call.FPDF_ClosePage!(page)
      }
    })
  }

  /** What a call wrote to the scratch, as UTF-16 with a zero at its end; what is longer is not there. */
  const textAt = (length: number): string | null =>
    length <= 2 || length > SCRATCH_BYTES - 8
      ? null
      : Buffer.from(library.bytes().subarray(library.scratch, library.scratch + length - 2)).toString('utf16le')

  const pageObject = (n: number): number => call.EPDFDoc_GetPageObjectNumberByIndex!(document, n - 1)

  return {
    pageCount,
    checkContents() {
      // What is encrypted cannot be looked into as it is; a file that opens without a password often is.
      const readable = call.EPDF_IsEncrypted!(document)
        ? guarded(file, undefined, () => decrypted(library, pointer, content.length, file))
        : content
      const { damaged, sound, contents, lettersDoubtful } = contentStreams(readable)
      if (damaged.size === 0 && [...contents].every((object) => sound.has(object))) return { lettersDoubtful }
      const contentsOfPage = contentsOf(readable)
      for (let n = 1; n <= pageCount; n++) {
        if (contentsOfPage(pageObject(n)).some((object) => damaged.has(object) || !sound.has(object)))
          throw errors.PDF_PAGE_DAMAGED({ file, page: n })
      }
      if (damaged.size > 0) throw errors.PDF_DAMAGED({ file })
      return { lettersDoubtful }
    },
    page: (n) =>
      load(n, (page) => {
        const { width, height, display } = geometry(library, page, { file, page: n })
        const outside: Word[] = []
        let hidden = false
        let recognised = false
        const wordsOf = (beyond: Word[]): Word[] => {
          const text = call.FPDFText_LoadPage!(page)
          if (!text) throw errors.PDF_PAGE_DAMAGED({ file, page: n })
          try {
            const count = call.FPDFText_CountChars!(text)
            if (count < 0) throw errors.PDF_PAGE_DAMAGED({ file, page: n })
            if (count > PAGE_CHARACTER_LIMIT) throw errors.PDF_PAGE_TOO_LARGE({ file, page: n })
            // A blank page has no contents; one of whose contents nothing can be drawn is damaged.
            if (count === 0 && call.FPDFPage_CountObjects!(page) === 0 && contentLength(content, pageObject(n)) > BLANK_LENGTH)
              throw errors.PDF_PAGE_DAMAGED({ file, page: n })
            const { words, hiddenLeftOut, mostHidden } = readWords(library, text, count, display, beyond)
            hidden ||= hiddenLeftOut
            recognised ||= mostHidden
            return words
          } finally {
            call.FPDFText_ClosePage!(text)
          }
        }
        const words = rereadTurned(library, page, wordsOf(outside), () => wordsOf([]))
        recognised ||= words.length > 0 && !hidden && isPicture(library, page, width, height)
        return {
          number: n,
          width,
          height,
          words,
          ...(outside.length > 0 ? { outside } : {}),
          ...(hidden ? { hiddenLeftOut: true as const } : {}),
          ...(recognised ? { recognised: true as const } : {}),
        }
      }),
    letters: (n) =>
      load(n, (page) => {
        const text = call.FPDFText_LoadPage!(page)
        if (!text) throw errors.PDF_PAGE_DAMAGED({ file, page: n })
        try {
          const count = call.FPDFText_CountChars!(text)
          if (count > PAGE_CHARACTER_LIMIT) throw errors.PDF_PAGE_TOO_LARGE({ file, page: n })
          let letters = ''
          for (let index = 0; index < count; index++) {
            const code = call.FPDFText_GetUnicode!(text, index)
            // Written as a number each: a stored half of a surrogate pair is no letter that could be encoded.
            if (code > 0x20 && code !== 0xa0) letters += code < 0x7f ? String.fromCharCode(code) : `\\u${code.toString(16)};`
          }
          return letters
        } finally {
          call.FPDFText_ClosePage!(text)
        }
      }),
    title() {
      const tag = library.scratch + SCRATCH_BYTES - 8
      library.bytes().set(new TextEncoder().encode('Title\0'), tag)
      const length = guarded(file, undefined, () => call.FPDF_GetMetaText!(document, tag, library.scratch, SCRATCH_BYTES - 8))
      return textAt(length)
    },
    label: (n) => textAt(guarded(file, n, () => call.FPDF_GetPageLabel!(document, n - 1, library.scratch, SCRATCH_BYTES))),
    renderPage: (n, options) =>
      load(n, (page) => {
        const { width, height } = geometry(library, page, { file, page: n })
        return drawPage(library, page, { width, height }, options)
      }),
    pixels: (n, options) =>
      load(n, (page) => {
        const { width, height } = geometry(library, page, { file, page: n })
        return drawPixels(library, page, { width, height }, options)
      }),
    cut(pages) {
      return guarded(file, undefined, () => cutPages(library, document, pages, file))
    },
    close: () => guarded(file, undefined, release),
  }
}

/** A page's size as displayed, and the way from its own space to there. */
function geometry(library: Pdfium, page: number, place: { file: string; page: number }) {
  const { call, scratch } = library
  const width = call.FPDF_GetPageWidthF!(page)
  const height = call.FPDF_GetPageHeightF!(page)
  if (!(width > 0 && height > 0)) throw errors.PDF_PAGE_DAMAGED(place)
  if (width > PAGE_EXTENT_LIMIT || height > PAGE_EXTENT_LIMIT) throw errors.PDF_PAGE_TOO_LARGE(place)
  call.FPDF_GetPageBoundingBox!(page, scratch)
  const view = library.view()
  const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => view.getFloat32(scratch + offset, true)) as unknown as Box
  const display: Display = { left, top, right, bottom, turns: call.FPDFPage_GetRotation!(page) & 3, width, height }
  return { width, height, display }
}

/** The bytes of a document without its protection, which is opened once more for it; the streams are as they were. */
function decrypted(library: Pdfium, pointer: number, length: number, file: string): Uint8Array {
  const { call } = library
  const document = call.FPDF_LoadMemDocument!(pointer, length, 0)
  if (!document) throw errors.PDF_DAMAGED({ file })
  try {
    if (!call.EPDF_RemoveEncryption!(document)) throw errors.PDF_ENCRYPTED({ file })
    return saved(library, document)
  } finally {
    call.FPDF_CloseDocument!(document)
  }
}

/** The bytes of an open document as it is now. */
export function saved({ call, bytes }: Pdfium, document: number): Uint8Array {
  const writer = call.PDFiumExt_OpenFileWriter!()
  try {
    call.PDFiumExt_SaveAsCopy!(document, writer)
    const length = call.PDFiumExt_GetFileWriterSize!(writer)
    const copy = call.malloc(length)
    call.PDFiumExt_GetFileWriterData!(writer, copy, length)
    const file = bytes().slice(copy, copy + length)
    call.free(copy)
    return file
  } finally {
    call.PDFiumExt_CloseFileWriter!(writer)
  }
}

function cutPages(library: Pdfium, document: number, pages: readonly number[], file: string): Uint8Array {
  const { call, view } = library
  const part = call.FPDF_CreateNewDocument!()
  const indices = call.malloc(pages.length * 4)
  try {
    const memory = view()
    pages.forEach((page, at) => {
      memory.setInt32(indices + at * 4, page - 1, true)
    })
    if (!call.FPDF_ImportPagesByIndex!(part, document, indices, pages.length, 0)) throw errors.PDF_DAMAGED({ file })
    return saved(library, part)
  } finally {
    call.free(indices)
    call.FPDF_CloseDocument!(part)
  }
}

/** Runs PDFium, and turns its end (out of memory, a failed assertion) into an error of the file's; the instance is given up. */
function guarded<T>(file: string, page: number | undefined, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof UserError) throw error
    dropPdfium()
    throw page === undefined ? errors.PDF_TOO_LARGE({ file }) : errors.PDF_PAGE_TOO_LARGE({ file, page })
  }
}

/** Whether PDFium's heap can still be trusted after this error. */
function isSound(error: unknown): boolean {
  return error instanceof UserError && error.code !== 'PDF_TOO_LARGE' && error.code !== 'PDF_PAGE_TOO_LARGE'
}

/** A complete PDF ends with the marker %%EOF, give or take some padding. */
function endsProperly(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF')
}
