/**
 * Draws a quotation as a picture to be passed on: the sentence, the row as the source prints it, the caveat, the place and the permalink.
 *
 * PDFium sets the text in its own standard fonts, which hold western European letters only. A letter that they do not hold is drawn
 * as □, and the card then says that the permalink has the text as it is.
 */
import { errors } from '../ledger/errors.js'
import { type Pdfium, pdfium } from './pdfium.js'
import { encodePng } from './png.js'
import type { Pixels } from './render.js'

export interface Card {
  /** "Rastro": whose card it is, with what it is about. */
  heading: string
  sentence: string
  /** Labelled lines below, in this order: caveat, place, balance, permalink. Labels are in the reader's language. */
  parts: readonly { label: string; text: string }[]
  /** Said where a letter could not be drawn. */
  lettersMissing: string
  /** Said above the row's image; nothing is said where there is none. */
  imageLabel: string
}

const CARD_WIDTH = 1200
const MARGIN = 56
const INNER = CARD_WIDTH - 2 * MARGIN
/** The row's image must be this wide. */
export const CARD_IMAGE_WIDTH = INNER
const MAX_HEIGHT = 2400
const MAX_TEXT = 1200

const INK = [26, 26, 26] as const
const QUIET = [92, 92, 92] as const
const ACCENT = [150, 40, 20] as const
const PAPER = 0xfffdfbf7

interface Line {
  text: string
  font: 'Times-Roman' | 'Helvetica' | 'Helvetica-Bold'
  size: number
  colour: readonly [number, number, number]
  y: number
}

/** Letters of windows-1252 that have a place there beyond Latin-1. */
const BEYOND_LATIN = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')
/** What stands for a letter that the fonts do not hold. U+25A1 itself is not in them: a frame is drawn. */
const MISSING = '\u25a1'

/** The text with letters that cannot be drawn replaced. Accents that stand apart are first joined to their letter. */
export function drawable(text: string): { text: string; missing: boolean } {
  let missing = false
  const letters = [...text.normalize('NFC')].map((letter) => {
    const code = letter.codePointAt(0)!
    if (code === 0x2011) return '-'
    if (code === 0x202f || code === 0xa0 || (code >= 0x2000 && code <= 0x200a)) return ' '
    if ((code >= 0x20 && code < 0x7f) || (code > 0xa0 && code <= 0xff) || BEYOND_LATIN.has(letter)) return letter
    missing = true
    return MISSING
  })
  return { text: letters.join(''), missing }
}

/** A PNG of 1200 pixels' width; `image` is the row's, `CARD_IMAGE_WIDTH` wide. */
export async function drawCard(card: Card, image: Pixels | null): Promise<Uint8Array> {
  const library = await pdfium()
  const { call } = library
  const document = call.FPDF_CreateNewDocument!()
  const fonts = new Map<string, number>()
  const pointers: number[] = []
  try {
    const font = (name: string) => {
      let loaded = fonts.get(name)
      if (loaded === undefined) {
        loaded = call.FPDFText_LoadStandardFont!(document, cString(library, name, pointers))
        fonts.set(name, loaded)
      }
      return loaded
    }
    const textObject = (line: Pick<Line, 'text' | 'font' | 'size'>) => {
      const object = call.FPDFPageObj_CreateTextObj!(document, font(line.font), line.size)
      // A letter without a glyph is set as a space; its frame is drawn over it afterwards.
      call.FPDFText_SetText!(object, wideString(library, line.text.replaceAll(MISSING, 'n'), pointers))
      return object
    }
    const width = (text: string, line: Pick<Line, 'font' | 'size'>) => {
      const object = textObject({ ...line, text: `${text}.` })
      const right = bounds(library, object)[2]
      call.FPDFPageObj_Destroy!(object)
      return right
    }

    const lines: Line[] = []
    let missing = false
    let y = MARGIN
    const put = (raw: string, style: Pick<Line, 'font' | 'size' | 'colour'>, leading = 1.32) => {
      const made = drawable(raw.length > MAX_TEXT ? `${raw.slice(0, MAX_TEXT)}…` : raw)
      missing ||= made.missing
      for (const text of wrap(made.text, (candidate) => width(candidate, style) <= INNER)) {
        y += style.size * leading
        lines.push({ ...style, text, y: y - style.size * (leading - 1) })
      }
    }
    put(card.heading, { font: 'Helvetica-Bold', size: 20, colour: ACCENT })
    y += 18
    put(card.sentence, { font: 'Times-Roman', size: 38, colour: INK }, 1.25)
    let imageTop = 0
    if (image) {
      y += 26
      put(card.imageLabel, { font: 'Helvetica', size: 17, colour: QUIET })
      y += 10
      imageTop = Math.round(y)
      y += image.height
    }
    y += 20
    for (const { label, text } of card.parts) {
      if (!text) continue
      y += 10
      put(label, { font: 'Helvetica-Bold', size: 16, colour: QUIET })
      put(text, { font: 'Helvetica', size: 20, colour: INK })
    }
    if (missing) {
      y += 10
      put(card.lettersMissing, { font: 'Helvetica', size: 17, colour: ACCENT })
    }
    const height = Math.ceil(y + MARGIN)
    if (height > MAX_HEIGHT) throw errors.IMAGE_TOO_LARGE(CARD_WIDTH, height)

    const page = call.FPDFPage_New!(document, 0, CARD_WIDTH, height)
    for (const line of lines) {
      const object = textObject(line)
      call.FPDFPageObj_SetFillColor!(object, line.colour[0], line.colour[1], line.colour[2], 255)
      call.FPDFPageObj_Transform!(object, 1, 0, 0, 1, MARGIN, height - line.y)
      call.FPDFPage_InsertObject!(page, object)
    }
    call.FPDFPage_GenerateContent!(page)
    const pixels = rasterise(library, page, height)
    call.FPDF_ClosePage!(page)
    for (const line of lines) frameMissing(pixels, line, (text) => width(text, line))
    if (image) paste(pixels, image, imageTop)
    return encodePng(pixels, CARD_WIDTH, height)
  } finally {
    for (const loaded of fonts.values()) call.FPDFFont_Close!(loaded)
    call.FPDF_CloseDocument!(document)
    for (const pointer of pointers) call.free(pointer)
  }
}

/** Greedy lines; a word longer than a line (an address) is broken where it must be. */
export function wrap(text: string, fits: (candidate: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (fits(line ? `${line} ${word}` : word)) {
      line = line ? `${line} ${word}` : word
      continue
    }
    if (line) lines.push(line)
    line = word
    while (!fits(line)) {
      let end = line.length - 1
      while (end > 1 && !fits(line.slice(0, end))) end--
      lines.push(line.slice(0, end))
      line = line.slice(end)
    }
  }
  if (line) lines.push(line)
  return lines
}

function bounds({ call, floats, scratch }: Pdfium, object: number): [number, number, number, number] {
  call.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12)
  const heap = floats()
  return [heap[scratch >> 2]!, heap[(scratch >> 2) + 1]!, heap[(scratch >> 2) + 2]!, heap[(scratch >> 2) + 3]!]
}

function rasterise({ call, bytes }: Pdfium, page: number, height: number): Uint8Array {
  const bitmap = call.FPDFBitmap_CreateEx!(CARD_WIDTH, height, 3, 0, 0)
  try {
    call.FPDFBitmap_FillRect!(bitmap, 0, 0, CARD_WIDTH, height, PAPER)
    call.FPDF_RenderPageBitmap!(bitmap, page, 0, 0, CARD_WIDTH, height, 0, 0)
    const stride = call.FPDFBitmap_GetStride!(bitmap)
    const buffer = call.FPDFBitmap_GetBuffer!(bitmap)
    const source = bytes().subarray(buffer, buffer + stride * height)
    const pixels = new Uint8Array(CARD_WIDTH * height * 3)
    for (let row = 0, to = 0; row < height; row++) {
      for (let column = 0, from = row * stride; column < CARD_WIDTH; column++, from += 4) {
        pixels[to++] = source[from + 2]!
        pixels[to++] = source[from + 1]!
        pixels[to++] = source[from]!
      }
    }
    return pixels
  } finally {
    call.FPDFBitmap_Destroy!(bitmap)
  }
}

/** Covers the stand-in of every letter that could not be drawn with a frame. */
function frameMissing(pixels: Uint8Array, line: Line, width: (text: string) => number): void {
  for (let at = line.text.indexOf(MISSING); at >= 0; at = line.text.indexOf(MISSING, at + 1)) {
    const dot = width('')
    const left = Math.round(MARGIN + width(line.text.slice(0, at)) - dot)
    const right = Math.round(MARGIN + width(line.text.slice(0, at + 1)) - dot)
    const top = Math.round(line.y - line.size * 0.72)
    const bottom = Math.round(line.y)
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const edge = y - top < 2 || bottom - y < 2 || x - left < 2 || right - x < 3
        const at = (y * CARD_WIDTH + x) * 3
        pixels[at] = edge ? line.colour[0] : 0xfd
        pixels[at + 1] = edge ? line.colour[1] : 0xfb
        pixels[at + 2] = edge ? line.colour[2] : 0xf7
      }
    }
  }
}

function paste(pixels: Uint8Array, image: Pixels, top: number): void {
  for (let row = 0; row < image.height; row++) {
    const from = row * image.width * 3
    pixels.set(image.pixels.subarray(from, from + Math.min(image.width, INNER) * 3), ((top + row) * CARD_WIDTH + MARGIN) * 3)
  }
}

function cString({ call, bytes }: Pdfium, text: string, pointers: number[]): number {
  const encoded = Buffer.from(`${text}\0`, 'latin1')
  const pointer = call.malloc(encoded.length)
  pointers.push(pointer)
  bytes().set(encoded, pointer)
  return pointer
}

function wideString({ call, bytes }: Pdfium, text: string, pointers: number[]): number {
  const encoded = Buffer.from(`${text}\0`, 'utf16le')
  const pointer = call.malloc(encoded.length)
  pointers.push(pointer)
  bytes().set(encoded, pointer)
  return pointer
}
