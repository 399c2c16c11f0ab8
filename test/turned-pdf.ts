/** Turns the pages of a PDF, as software between a report and its reader may: by what a page says of itself, or by drawing it turned. */

import { pdfium } from '../src/documents/pdfium.js'
import { errors } from '../src/ledger/errors.js'

export interface Turning {
  /** Quarter turns clockwise by which every page comes to be displayed turned. */
  turns: 0 | 1 | 2 | 3
  /** Whether its content is drawn so, on a page that is displayed as it is stored; else only the page's /Rotate says it. */
  drawn: boolean
}

/** The bytes of a copy. Pages begin at the origin of their space. */
export async function turnedPdf(content: Uint8Array, { turns, drawn }: Turning): Promise<Uint8Array> {
  const { call, bytes, view, scratch } = await pdfium()
  const pointer = call.malloc(content.length)
  bytes().set(content, pointer)
  const document = call.FPDF_LoadMemDocument!(pointer, content.length, 0)
  if (!document) throw errors.PDF_DAMAGED({ file: 'to turn' })
  const count = call.FPDF_GetPageCount!(document)
  for (let index = 0; index < count; index++) {
    const page = call.FPDF_LoadPage!(document, index)
    const rotation = (call.FPDFPage_GetRotation!(page) + turns) & 3
    if (drawn) drawTurned(page, rotation)
    else call.FPDFPage_SetRotation!(page, rotation)
    call.FPDF_ClosePage!(page)
  }
  const writer = call.PDFiumExt_OpenFileWriter!()
  call.PDFiumExt_SaveAsCopy!(document, writer)
  const length = call.PDFiumExt_GetFileWriterSize!(writer)
  const copy = call.malloc(length)
  call.PDFiumExt_GetFileWriterData!(writer, copy, length)
  const turned = bytes().slice(copy, copy + length)
  call.free(copy)
  call.PDFiumExt_CloseFileWriter!(writer)
  call.FPDF_CloseDocument!(document)
  call.free(pointer)
  return turned

  function drawTurned(page: number, quarters: number): void {
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
}
