/**
 * Reads a page's characters as words where they stand on the page as displayed.
 *
 * A word ends at white space, at a change of line, and at a gap that the eye would read as a space: a table's columns are
 * often nothing but a distance. PDFium turns a hyphen at the end of a line into U+0002 and adds spaces and line ends that are
 * not in the file; the first is a hyphen again here, the others only separate.
 */
import type { Word } from './page.js'
import type { Pdfium } from './pdfium.js'

/** Maps a point of the page's own space to the page as displayed. */
export type Display = (x: number, y: number) => [x: number, y: number]

/** A gap wider than this share of the font size separates words where no space is stored; a narrow space is 0.18 to 0.28 of it. */
const GAP = 0.17

const LIGATURES: Record<number, string> = {
  64256: 'ff',
  64257: 'fi',
  64258: 'fl',
  64259: 'ffi',
  64260: 'ffl',
  64261: 'st',
  64262: 'st',
}

interface Style {
  size: number
  bold: boolean
}

/** The words of an open text page, in the order of the content stream; those wholly outside of the displayed page are left out. */
export function readWords(
  { call, view, bytes, scratch }: Pdfium,
  text: number,
  count: number,
  display: Display,
  width: number,
  height: number,
): Word[] {
  const words: Word[] = []
  const bold = new Map<number, boolean>()
  let memory = view()
  let styledObject = 0
  let style: Style = { size: 0, bold: false }

  let current: Word | undefined
  // The end of the last character along the line of writing, in the page's own space.
  let horizontal = true
  const last = { left: 0, right: 0, bottom: 0, top: 0 }

  const finish = () => {
    if (current && current.right > 0 && current.bottom > 0 && current.left < width && current.top < height) {
      current.left = hundredths(current.left)
      current.top = hundredths(current.top)
      current.right = hundredths(current.right)
      current.bottom = hundredths(current.bottom)
      words.push(current)
    }
    current = undefined
  }

  for (let index = 0; index < count; index++) {
    let code = call.FPDFText_GetUnicode!(text, index)
    if (isSpace(code)) {
      finish()
      continue
    }
    if (code === 0xfeff || (code >= 0x200b && code <= 0x200d)) continue
    let printed: string
    if (code === 2 || code === 0xfffe || code === 0xad) printed = '-'
    else if (code >= 0xd800 && code <= 0xdfff) {
      const next = index + 1 < count ? call.FPDFText_GetUnicode!(text, index + 1) : 0
      if (code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00)
        printed = String.fromCodePoint(code)
        index++
      } else printed = '\ufffd'
    } else if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xffff || code > 0x10ffff) printed = '\ufffd'
    else printed = LIGATURES[code] ?? String.fromCodePoint(code)

    if (!call.FPDFText_GetLooseCharBox!(text, index, scratch)) continue
    if (memory.byteLength === 0) memory = view()
    const left = memory.getFloat32(scratch, true)
    const top = memory.getFloat32(scratch + 4, true)
    const right = memory.getFloat32(scratch + 8, true)
    const bottom = memory.getFloat32(scratch + 12, true)

    if (current) {
      const size = current.size || 1
      // The two extents of a character of the same run overlap across the line; along it they meet.
      const along = horizontal ? gap(last.left, last.right, left, right) : gap(last.bottom, last.top, bottom, top)
      const across = horizontal ? gap(last.bottom, last.top, bottom, top) : gap(last.left, last.right, left, right)
      if (along > GAP * size || across > 0) finish()
    }
    const [x0, y0] = display(left, bottom)
    const [x1, y1] = display(right, top)
    if (current) {
      current.text += printed
      current.left = Math.min(current.left, x0, x1)
      current.right = Math.max(current.right, x0, x1)
      current.top = Math.min(current.top, y0, y1)
      current.bottom = Math.max(current.bottom, y0, y1)
    } else {
      const object = call.FPDFText_GetTextObject!(text, index)
      if (object !== styledObject || !object) {
        style = styleOf(object, index)
        styledObject = object
      }
      current = {
        text: printed,
        left: Math.min(x0, x1),
        top: Math.min(y0, y1),
        right: Math.max(x0, x1),
        bottom: Math.max(y0, y1),
        size: style.size,
        bold: style.bold,
      }
    }
    last.left = left
    last.right = right
    last.bottom = bottom
    last.top = top
  }
  finish()
  return words

  function styleOf(object: number, index: number): Style {
    // The nominal size is often 1 and the text matrix carries the rest: (a, b) runs along the line, (c, d) up from it.
    let scale = 1
    if (call.FPDFText_GetMatrix!(text, index, scratch)) {
      memory = view()
      const [a, b, c, d] = [0, 4, 8, 12].map((offset) => memory.getFloat32(scratch + offset, true)) as [
        number,
        number,
        number,
        number,
      ]
      scale = Math.hypot(c, d)
      horizontal = Math.abs(a) >= Math.abs(b)
    }
    if (!object) return { size: 0, bold: false }
    const size = scale * (call.FPDFTextObj_GetFontSize!(object, scratch) ? view().getFloat32(scratch, true) : 0)
    const font = call.FPDFTextObj_GetFont!(object)
    let isBold = bold.get(font)
    if (isBold === undefined) {
      isBold = font !== 0 && isBoldFont(font)
      bold.set(font, isBold)
      memory = view()
    }
    // Rendering mode 2 fills and strokes: bold made from a regular font.
    return { size, bold: isBold || call.FPDFTextObj_GetTextRenderMode!(object) === 2 }
  }

  /** By the font's name; where the name says nothing ("CIDFont+F1", the 2020–2021 report) by the embedded font's own style bits. */
  function isBoldFont(font: number): boolean {
    const length = call.FPDFFont_GetBaseFontName!(font, scratch, 256)
    const name =
      length > 1 && length <= 256 ? Buffer.from(bytes().subarray(scratch, scratch + length - 1)).toString('latin1') : ''
    if (/bold|black|heavy|demi/i.test(name)) return true
    if (call.FPDFFont_GetFlags!(font) & (1 << 18)) return true
    return styledBold(fontFile(font))
  }

  function fontFile(font: number): Buffer {
    if (!call.FPDFFont_GetIsEmbedded!(font) || !call.FPDFFont_GetFontData!(font, 0, 0, scratch)) return Buffer.alloc(0)
    const length = view().getUint32(scratch, true)
    if (length === 0 || length > 4 << 20) return Buffer.alloc(0)
    const pointer = call.malloc(length)
    try {
      if (!call.FPDFFont_GetFontData!(font, pointer, length, scratch)) return Buffer.alloc(0)
      return Buffer.from(bytes().slice(pointer, pointer + length))
    } finally {
      call.free(pointer)
    }
  }
}

/** Of a point: what is finer is noise of the arithmetic, and would be noise in every file that carries a box. */
function hundredths(points: number): number {
  return Math.round(points * 100) / 100
}

/** Distance between two extents, negative where they overlap. */
function gap(from: number, to: number, nextFrom: number, nextTo: number): number {
  return Math.max(nextFrom - to, from - nextTo)
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

/** Whether an OpenType font's `head` table carries the bold bit of macStyle. */
export function styledBold(font: Buffer): boolean {
  if (font.length < 12) return false
  const tables = font.readUInt16BE(4)
  for (let table = 0; table < tables && 28 + table * 16 <= font.length; table++) {
    const entry = 12 + table * 16
    if (font.toString('latin1', entry, entry + 4) !== 'head') continue
    const offset = font.readUInt32BE(entry + 8)
    return offset + 46 <= font.length && (font.readUInt16BE(offset + 44) & 1) === 1
  }
  return false
}
