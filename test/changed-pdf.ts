/** Changes a PDF as software between a report and its reader may: turns its pages, or protects it from being changed. */

import { saved } from '../src/documents/pdf.js'
import { type Pdfium, pdfium } from '../src/documents/pdfium.js'
import { errors } from '../src/ledger/errors.js'

export interface Turning {
  /** Quarter turns clockwise by which every page comes to be displayed turned. */
  turns: 0 | 1 | 2 | 3
  /** Whether its content is drawn so, on a page that is displayed as it is stored; else only the page's /Rotate says it. */
  drawn: boolean
}

/** The bytes of a copy. Pages begin at the origin of their space. */
export async function turnedPdf(content: Uint8Array, { turns, drawn }: Turning): Promise<Uint8Array> {
  const library = await pdfium()
  const { call } = library
  return changed(library, content, (document) => {
    const count = call.FPDF_GetPageCount!(document)
    for (let index = 0; index < count; index++) {
      const page = call.FPDF_LoadPage!(document, index)
      const rotation = (call.FPDFPage_GetRotation!(page) + turns) & 3
      if (drawn) drawTurned(library, page, rotation)
      else call.FPDFPage_SetRotation!(page, rotation)
      call.FPDF_ClosePage!(page)
    }
  })
}

/** The bytes of a copy that opens without a password and is encrypted all the same, as files are that may not be changed. */
export async function protectedPdf(content: Uint8Array): Promise<Uint8Array> {
  const library = await pdfium()
  const { call, bytes, scratch } = library
  return changed(library, content, (document) => {
    bytes().set(Buffer.from('\0owner\0', 'latin1'), scratch)
    // The reader's password is empty; every permission is given.
    if (!call.EPDF_SetEncryption!(document, scratch, scratch + 1, 0xfffffffc)) throw errors.PDF_DAMAGED({ file: 'to protect' })
  })
}

function changed(library: Pdfium, content: Uint8Array, change: (document: number) => void): Uint8Array {
  const { call, bytes } = library
  const pointer = call.malloc(content.length)
  bytes().set(content, pointer)
  const document = call.FPDF_LoadMemDocument!(pointer, content.length, 0)
  if (!document) throw errors.PDF_DAMAGED({ file: 'to change' })
  change(document)
  const written = saved(library, document)
  call.FPDF_CloseDocument!(document)
  call.free(pointer)
  return written
}

function drawTurned({ call, view, scratch }: Pdfium, page: number, quarters: number): void {
  call.FPDFPage_SetRotation!(page, 0)
  const width = call.FPDF_GetPageWidthF!(page)
  const height = call.FPDF_GetPageHeightF!(page)
  const matrix = [
    [1, 0, 0, 1, 0, 0],
    [0, -1, 1, 0, 0, width],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, height, 0],
  ][quarters]!
  const [right, top] = quarters & 1 ? [height, width] : [width, height]
  const memory = view()
  for (const [at, number] of [...matrix, 0, top, right, 0].entries()) memory.setFloat32(scratch + at * 4, number, true)
  // Matrix, then a rectangle to clip to: left, top, right, bottom.
  if (!call.FPDFPage_TransFormWithClip!(page, scratch, scratch + 24)) throw errors.PDF_PAGE_DAMAGED({ file: 'to turn' })
  call.FPDFPage_SetMediaBox!(page, 0, 0, right, top)
  call.FPDFPage_SetCropBox!(page, 0, 0, right, top)
}
