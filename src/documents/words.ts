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

/**
 * The same where PDFium itself saw one: it is right where any gap is left. Where a font is not in the file, the box of a wide
 * letter is that of a wider font and takes most of the space after it ("TERRORISM - MET": 0.036 of the size is left).
 */
const HINTED_GAP = 0.025

const LIGATURES: Record<number, string> = {
  64256: 'ff',
  64257: 'fi',
  64258: 'fl',
  64259: 'ffi',
  64260: 'ffl',
  64261: 'st',
  64262: 'st',
}

const FL = '\ufb02'

interface Style {
  size: number
  bold: boolean
  /** Whether the line runs along the page's own x axis. */
  horizontal: boolean
}

/** The words of an open text page, in the order of the content stream; those wholly outside of the displayed page are left out. */
export function readWords(
  { call, view, bytes, floats, scratch }: Pdfium,
  text: number,
  count: number,
  display: Display,
  width: number,
  height: number,
): Word[] {
  const words: Word[] = []
  const bold = new Map<number, boolean>()
  const unicode = call.FPDFText_GetUnicode!
  const looseBox = call.FPDFText_GetLooseCharBox!
  const at = scratch >> 2
  let styledObject = 0
  let style: Style = { size: 0, bold: false, horizontal: true }

  // The word under way, and its extent in the page's own space.
  let written = ''
  let glyphs: string | undefined
  let wordStyle = style
  let wordLeft = 0
  let wordRight = 0
  let wordBottom = 0
  let wordTop = 0
  // The last character's extent.
  let lastLeft = 0
  let lastRight = 0
  let lastBottom = 0
  let lastTop = 0
  // Whether PDFium put white space of its own after the last character.
  let generated = false

  const finish = () => {
    if (written === '') return
    const [x0, y0] = display(wordLeft, wordBottom)
    const [x1, y1] = display(wordRight, wordTop)
    const word: Word = {
      text: written,
      left: hundredths(Math.min(x0, x1)),
      top: hundredths(Math.min(y0, y1)),
      right: hundredths(Math.max(x0, x1)),
      bottom: hundredths(Math.max(y0, y1)),
      size: wordStyle.size,
      bold: wordStyle.bold,
    }
    if (glyphs !== undefined) word.glyphs = glyphs
    if (word.right > 0 && word.bottom > 0 && word.left < width && word.top < height) words.push(word)
    written = ''
    glyphs = undefined
  }

  for (let index = 0; index < count; index++) {
    const code = unicode(text, index)
    if (isSpace(code)) {
      if (written === '') continue
      // White space of PDFium's own making is its reading of a gap, often of none ("798 6", "Asia -Pacific"): ours is below.
      if (call.FPDFText_IsGenerated!(text, index) === 1) generated = true
      else finish()
      continue
    }
    if (code === 0xfeff || (code >= 0x200b && code <= 0x200d)) continue
    let printed: string
    if (code > 0x20 && code < 0x7f) printed = String.fromCharCode(code)
    else if (code >= 0xd800 && code <= 0xdbff && index + 1 < count && unicode(text, index + 1) >> 10 === 0x37) {
      printed = String.fromCharCode(code, unicode(text, index + 1))
      index++
    } else printed = letterOf(code)

    if (!looseBox(text, index, scratch)) continue
    const heap = floats()
    const left = heap[at]!
    const top = heap[at + 1]!
    const right = heap[at + 2]!
    const bottom = heap[at + 3]!

    if (written !== '') {
      // The extents of two characters of one run overlap across the line; along it they meet.
      const sideways = Math.max(left - lastRight, lastLeft - right)
      const upright = Math.max(bottom - lastTop, lastBottom - top)
      const along = wordStyle.horizontal ? sideways : upright
      const across = wordStyle.horizontal ? upright : sideways
      const moved = Math.abs(wordStyle.horizontal ? bottom - lastBottom : left - lastLeft)
      if (
        along > (generated ? HINTED_GAP : GAP) * (wordStyle.size || 1) ||
        across > 0 ||
        (generated && moved > 0.25 * wordStyle.size)
      )
        finish()
    }
    generated = false
    if (written === '') {
      const object = call.FPDFText_GetTextObject!(text, index)
      if (object !== styledObject || object === 0) {
        style = styleOf(object, index)
        styledObject = object
      }
      wordStyle = style
      written = printed
      wordLeft = left
      wordRight = right
      wordBottom = bottom
      wordTop = top
    } else {
      // PDFium writes the glyph of "fl" as two letters that share one box.
      if (printed === 'l' && left === lastLeft && right === lastRight && written.endsWith('f'))
        glyphs = (glyphs ?? written).slice(0, -1) + FL
      else if (glyphs !== undefined) glyphs += printed
      written += printed
      if (left < wordLeft) wordLeft = left
      if (right > wordRight) wordRight = right
      if (bottom < wordBottom) wordBottom = bottom
      if (top > wordTop) wordTop = top
    }
    lastLeft = left
    lastRight = right
    lastBottom = bottom
    lastTop = top
  }
  finish()
  return words

  function styleOf(object: number, index: number): Style {
    // The nominal size is often 1 and the text matrix carries the rest: (a, b) runs along the line, (c, d) up from it.
    let scale = 1
    let horizontal = true
    if (call.FPDFText_GetMatrix!(text, index, scratch)) {
      const heap = floats()
      horizontal = Math.abs(heap[at]!) >= Math.abs(heap[at + 1]!)
      scale = Math.hypot(heap[at + 2]!, heap[at + 3]!)
    }
    if (!object) return { size: 0, bold: false, horizontal }
    const size = call.FPDFTextObj_GetFontSize!(object, scratch) ? hundredths(scale * floats()[at]!) : 0
    const font = call.FPDFTextObj_GetFont!(object)
    let isBold = bold.get(font)
    if (isBold === undefined) {
      isBold = font !== 0 && isBoldFont(font)
      bold.set(font, isBold)
    }
    // Rendering mode 2 fills and strokes: bold made from a regular font.
    return { size, bold: isBold || call.FPDFTextObj_GetTextRenderMode!(object) === 2, horizontal }
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
      return Buffer.from(bytes().subarray(pointer, pointer + length))
    } finally {
      call.free(pointer)
    }
  }
}

/** Of a point: what is finer is noise of the arithmetic, and would be noise in every file that carries a box. */
function hundredths(points: number): number {
  return Math.round(points * 100) / 100
}

/** A code point outside of ASCII as it is to be read; U+FFFD where the file does not say what its glyph means. */
function letterOf(code: number): string {
  if (code === 2 || code === 0xfffe || code === 0xad) return '-'
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code <= 0xdfff) || code === 0xffff || code > 0x10ffff)
    return '\ufffd'
  return LIGATURES[code] ?? String.fromCodePoint(code)
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
