/** Draws a page, or a part of it, as a PNG with boxes marked: a highlighter's tint and a thin frame, the print beneath readable. */
import { errors } from '../ledger/errors.js'
import type { Box, Turns } from './page.js'
import type { Pdfium } from './pdfium.js'
import { encodePng } from './png.js'
import { asDisplayed } from './reading-frame.js'

export interface ImageOptions {
  /** Of the image, in pixels. */
  width: number
  /** In points from the displayed page's top left. */
  marks?: readonly Box[]
  /** What must not be seen (personal data), in points: painted over, not merely left out of the highlight. */
  covers?: readonly Box[]
  /** The part of the page to show, in points; the whole page if absent. */
  crop?: Box
  /** Quarter turns clockwise by which the text is turned on the page as displayed: the image shows it upright. */
  turned?: Turns
}

export interface Pixels {
  pixels: Uint8Array
  width: number
  height: number
}

/** Pixels of one image: a sheet of legal paper at 200 dots an inch has 4.8 million. */
const PIXEL_LIMIT = 12_000_000

const TINT = [255, 233, 117] as const
const FRAME = [191, 54, 12] as const
/** Grey of what is covered: dark, and not to be taken for print. */
const COVER = 70

/** FPDFBitmap_BGRx and the flags FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER of PDFium's public headers. */
const BGRX = 3
const FLAGS = 0x01 | 0x10

/** Renders the open page; `size` is its extent in points as displayed. Throws IMAGE_TOO_LARGE. */
export function drawPage(
  library: Pdfium,
  page: number,
  size: { width: number; height: number },
  options: ImageOptions,
): Uint8Array {
  const image = drawPixels(library, page, size, options)
  return encodePng(image.pixels, image.width, image.height)
}

/** As `drawPage`, but the pixels themselves: three bytes each, red, green, blue, rows from the top. */
export function drawPixels(
  { call, bytes }: Pdfium,
  page: number,
  size: { width: number; height: number },
  { width, marks = [], covers = [], crop, turned = 0 }: ImageOptions,
): Pixels {
  const back = ((4 - turned) & 3) as Turns
  const shown = back & 1 ? { width: size.height, height: size.width } : size
  const inShown = (box: Box): Box => asDisplayed(box, back, size)
  const part = crop ? within(inShown(crop), shown) : ([0, 0, shown.width, shown.height] as const)
  const scale = width / (part[2] - part[0])
  const columns = Math.round(width)
  const rows = Math.max(1, Math.round((part[3] - part[1]) * scale))
  if (!(columns >= 1) || columns * rows > PIXEL_LIMIT) throw errors.IMAGE_TOO_LARGE(columns, rows)
  const bitmap = call.FPDFBitmap_CreateEx!(columns, rows, BGRX, 0, 0)
  if (!bitmap) throw errors.IMAGE_TOO_LARGE(columns, rows)
  try {
    call.FPDFBitmap_FillRect!(bitmap, 0, 0, columns, rows, 0xffffffff)
    call.FPDF_RenderPageBitmap!(
      bitmap,
      page,
      Math.round(-part[0] * scale),
      Math.round(-part[1] * scale),
      Math.round(shown.width * scale),
      Math.round(shown.height * scale),
      back,
      FLAGS,
    )
    const stride = call.FPDFBitmap_GetStride!(bitmap)
    const buffer = call.FPDFBitmap_GetBuffer!(bitmap)
    const source = bytes().subarray(buffer, buffer + stride * rows)
    const pixels = new Uint8Array(columns * rows * 3)
    for (let row = 0, to = 0; row < rows; row++) {
      for (let column = 0, from = row * stride; column < columns; column++, from += 4) {
        pixels[to++] = source[from]!
        pixels[to++] = source[from + 1]!
        pixels[to++] = source[from + 2]!
      }
    }
    const line = Math.max(1, Math.round(scale))
    const inPixels = (box: Box) =>
      [
        Math.floor((box[0] - part[0]) * scale),
        Math.floor((box[1] - part[1]) * scale),
        Math.ceil((box[2] - part[0]) * scale),
        Math.ceil((box[3] - part[1]) * scale),
      ] as const
    for (const cover of covers) paint(pixels, columns, rows, inPixels(inShown(cover)))
    for (const mark of marks) highlight(pixels, columns, rows, inPixels(inShown(mark)), line)
    return { pixels, width: columns, height: rows }
  } finally {
    call.FPDFBitmap_Destroy!(bitmap)
  }
}

function within(box: Box, { width, height }: { width: number; height: number }): Box {
  const left = Math.min(Math.max(0, box[0]), width - 1)
  const top = Math.min(Math.max(0, box[1]), height - 1)
  return [left, top, Math.min(width, Math.max(left + 1, box[2])), Math.min(height, Math.max(top + 1, box[3]))]
}

function highlight(
  pixels: Uint8Array,
  columns: number,
  rows: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
  line: number,
) {
  for (let y = Math.max(0, top - line); y < Math.min(rows, bottom + line); y++) {
    for (let x = Math.max(0, left - line); x < Math.min(columns, right + line); x++) {
      const at = (y * columns + x) * 3
      const frame = x < left || x >= right || y < top || y >= bottom
      for (let channel = 0; channel < 3; channel++) {
        // Print is seen through the frame: a line of a tall cell may stand across it.
        const printed = pixels[at + channel]!
        pixels[at + channel] = frame ? Math.min(printed, FRAME[channel]!) : (printed * TINT[channel]!) / 255
      }
    }
  }
}

function paint(
  pixels: Uint8Array,
  columns: number,
  rows: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
) {
  for (let y = Math.max(0, top); y < Math.min(rows, bottom); y++) {
    const from = y * columns
    pixels.fill(COVER, (from + Math.max(0, left)) * 3, (from + Math.min(columns, Math.max(0, right))) * 3)
  }
}
