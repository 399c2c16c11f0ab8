/**
 * Reads a page's characters as words where they stand on the page as displayed.
 *
 * A word ends at white space, at a change of line, and at a gap that the eye would read as a space: a table's columns are
 * often nothing but a distance. PDFium turns a hyphen at the end of a line into U+0002 and adds spaces and line ends that are
 * not in the file; the first is a hyphen again here, the others only separate.
 */
import { putUnit, wordOf } from './letters.js'
import type { Turns, Word } from './page.js'
import type { Pdfium } from './pdfium.js'
import { WordCollector, type WordStyle } from './stored-word.js'

/** How a page is displayed: the box of its own space that is shown, quarter turns clockwise, and the size as displayed, in points. */
export interface Display {
  left: number
  top: number
  right: number
  bottom: number
  turns: number
  width: number
  height: number
}

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

/** The number of a note, raised behind a word or a number by this share of its height and in smaller print, is none of its digits. */
const RAISED = 0.1
const SMALLER = 0.88

/** Where an extent in the page's own space has its edges. */
const LEFT = 0
const TOP = 1
const RIGHT = 2
const BOTTOM = 3

interface Style extends WordStyle {
  /** Whether the line runs along the page's own x axis. */
  horizontal: boolean
}

/** A line may slope by this much (30 degrees, as rise over run) and still runs along a side of the page; words across a page slope by 38 degrees and more. */
const SLOPE = 0.577

/** The words of an open text page, in the order of the content stream; those wholly outside of the displayed page are put in `outside`. */
export function readWords(
  library: Pdfium,
  text: number,
  count: number,
  display: Display,
  outside: Word[],
): ReturnType<WordCollector['words']> {
  const { call, floats, scratch } = library
  const words = new WordCollector()
  const bold = new Map<number, boolean>()
  const unicode = call.FPDFText_GetUnicode!
  const looseBox = call.FPDFText_GetLooseCharBox!
  const at = scratch >> 2
  let styledObject = 0
  let style: Style = { size: 0, bold: false, turned: 0, hidden: false, horizontal: true }

  // The word under way. Its letters and extent, and the last character's, are in lists of numbers: as variables they would leave an
  // object behind for every character.
  let length = 0
  let lastUnit = 0
  /** Where in the word "fl" is one glyph. */
  let ligatures: number[] | null = null
  let wordStyle = style
  const word = new Float64Array(4)
  const last = new Float64Array(4)
  // Whether PDFium put white space of its own after the last character.
  let generated = false
  // Whether the last character is a soft hyphen: browsers write those, too, at which no line ends, beneath the letter that follows.
  let soft = false
  // Whether the word under way is the raised number of a note.
  let raised = false

  for (let index = 0; index < count; index++) {
    const code = unicode(text, index)
    if (isSpace(code)) {
      if (length === 0) continue
      // White space of PDFium's own making is its reading of a gap, often of none ("798 6", "Asia -Pacific"): ours is below.
      if (call.FPDFText_IsGenerated!(text, index) === 1) generated = true
      else {
        addWord(words, wordOf(length), ligatures, wordStyle, display, word, outside)
        length = 0
        ligatures = null
      }
      continue
    }
    if (code === 0xfeff || (code >= 0x200b && code <= 0x200d)) continue
    const pair = code >= 0xd800 && code <= 0xdbff && index + 1 < count ? unicode(text, index + 1) : 0
    const paired = pair >> 10 === 0x37
    if (paired) index++

    if (!looseBox(text, index, scratch)) continue
    const heap = floats()
    const left = heap[at]!
    const top = heap[at + 1]!
    const right = heap[at + 2]!
    const bottom = heap[at + 3]!

    let begins = false
    if (length > 0) {
      // The extents of two characters of one run overlap across the line; along it they meet.
      const sideways = Math.max(left - last[RIGHT]!, last[LEFT]! - right)
      const upright = Math.max(bottom - last[TOP]!, last[BOTTOM]! - top)
      const along = wordStyle.horizontal ? sideways : upright
      const across = wordStyle.horizontal ? upright : sideways
      begins = !raised && isDigit(code) && wordStyle.horizontal && isRaised(top, bottom, last[TOP]!, last[BOTTOM]!)
      const moved = Math.abs(wordStyle.horizontal ? bottom - last[BOTTOM]! : left - last[LEFT]!)
      if (
        along > (generated ? HINTED_GAP : GAP) * (wordStyle.size || 1) ||
        across > 0 ||
        (generated && moved > 0.25 * wordStyle.size) ||
        (raised ? isRaised(last[TOP]!, last[BOTTOM]!, top, bottom) : begins)
      ) {
        addWord(words, wordOf(length), ligatures, wordStyle, display, word, outside)
        length = 0
        ligatures = null
      }
    }
    generated = false
    if (soft && length > 0 && Math.abs(left - last[LEFT]!) < 0.02 * wordStyle.size) length--
    soft = code === 0xad && style.horizontal
    if (length === 0) {
      raised = begins
      const object = call.FPDFText_GetTextObject!(text, index)
      if (object !== styledObject || object === 0) {
        style = styleOf(library, text, object, index, bold, display.turns)
        styledObject = object
      }
      wordStyle = style
      word[LEFT] = left
      word[RIGHT] = right
      word[BOTTOM] = bottom
      word[TOP] = top
    } else {
      // PDFium writes the glyph of "fl" as two letters that share one box, all of it: on a line that runs upwards any two share left and right.
      if (code === 0x6c && lastUnit === 0x66 && isSameBox(left, top, right, bottom, last)) {
        ligatures ??= []
        ligatures.push(length - 1)
      }
      if (left < word[LEFT]!) word[LEFT] = left
      if (right > word[RIGHT]!) word[RIGHT] = right
      if (bottom < word[BOTTOM]!) word[BOTTOM] = bottom
      if (top > word[TOP]!) word[TOP] = top
    }
    if (code > 0x20 && code < 0x7f) {
      putUnit(length++, code)
      lastUnit = code
    } else {
      const printed = paired ? String.fromCharCode(code, pair) : letterOf(code)
      for (let unit = 0; unit < printed.length; unit++) putUnit(length++, printed.charCodeAt(unit))
      lastUnit = printed.charCodeAt(printed.length - 1)
    }
    last[LEFT] = left
    last[RIGHT] = right
    last[BOTTOM] = bottom
    last[TOP] = top
  }
  if (length > 0) addWord(words, wordOf(length), ligatures, wordStyle, display, word, outside)
  return words.words()
}

/** Rendering modes of text (ISO 32000-1, table 106). The first makes bold from a regular font. */
const FILLED_AND_STROKED = 2
const HIDDEN = 3

/** Of the text object that a character is of. `bold` remembers what is known of the page's fonts; the page is displayed turned by `turns`. */
function styleOf(library: Pdfium, text: number, object: number, index: number, bold: Map<number, boolean>, turns: number): Style {
  const { call, floats, scratch } = library
  const at = scratch >> 2
  // The nominal size is often 1 and the text matrix carries the rest: (a, b) runs along the line, (c, d) up from it.
  let scale = 1
  let along = 1
  let upwards = 0
  if (call.FPDFText_GetMatrix!(text, index, scratch)) {
    const heap = floats()
    along = heap[at]!
    upwards = heap[at + 1]!
    scale = Math.hypot(heap[at + 2]!, heap[at + 3]!)
  }
  const horizontal = Math.abs(along) >= Math.abs(upwards)
  if (!object) return { size: 0, bold: false, turned: turnedBy(along, upwards, turns), hidden: false, horizontal }
  let size = call.FPDFTextObj_GetFontSize!(object, scratch) ? hundredths(scale * floats()[at]!) : 0
  // A negative size writes backwards: with a matrix that turns by half a circle, the line is upright.
  if (size < 0) {
    size = -size
    along = -along
    upwards = -upwards
  }
  const font = call.FPDFTextObj_GetFont!(object)
  let isBold = bold.get(font)
  if (isBold === undefined) {
    isBold = font !== 0 && isBoldFont(library, font)
    bold.set(font, isBold)
  }
  const mode = call.FPDFTextObj_GetTextRenderMode!(object)
  return {
    size,
    bold: isBold || mode === FILLED_AND_STROKED,
    turned: turnedBy(along, upwards, turns),
    hidden: mode === HIDDEN,
    horizontal,
  }
}

/** Quarter turns clockwise, as displayed, of a line that runs along (x, y) of the page's own space, whose y axis points up; null where it is askew. */
function turnedBy(x: number, y: number, turns: number): Turns | null {
  if (Math.min(Math.abs(x), Math.abs(y)) > SLOPE * Math.max(Math.abs(x), Math.abs(y))) return null
  const own = Math.abs(x) >= Math.abs(y) ? (x >= 0 ? 0 : 2) : y < 0 ? 1 : 3
  return ((own + turns) & 3) as Turns
}

/** By the font's name; where the name says nothing ("CIDFont+F1", the 2020–2021 report) by the embedded font's own style bits. */
function isBoldFont(library: Pdfium, font: number): boolean {
  const { call, bytes, scratch } = library
  const length = call.FPDFFont_GetBaseFontName!(font, scratch, 256)
  const name = length > 1 && length <= 256 ? Buffer.from(bytes().subarray(scratch, scratch + length - 1)).toString('latin1') : ''
  if (/bold|black|heavy|demi/i.test(name)) return true
  if (call.FPDFFont_GetFlags!(font) & (1 << 18)) return true
  return isStyledBold(library, font)
}

function isStyledBold({ call, bytes, view, scratch }: Pdfium, font: number): boolean {
  if (!call.FPDFFont_GetIsEmbedded!(font) || !call.FPDFFont_GetFontData!(font, 0, 0, scratch)) return false
  const length = view().getUint32(scratch, true)
  if (length === 0 || length > 4 << 20) return false
  const pointer = call.malloc(length)
  try {
    if (!call.FPDFFont_GetFontData!(font, pointer, length, scratch)) return false
    const { buffer } = bytes()
    return styledBold(Buffer.from(buffer, pointer, length))
  } finally {
    call.free(pointer)
  }
}

/** Adds a word where it stands on the page as displayed; to `outside` where that is wholly outside of it. */
function addWord(
  words: WordCollector,
  text: string,
  ligatures: readonly number[] | null,
  style: Style,
  display: Display,
  extent: Float64Array,
  outside: Word[],
): void {
  let x0: number
  let y0: number
  let x1: number
  let y1: number
  switch (display.turns) {
    case 1:
      x0 = extent[BOTTOM]! - display.bottom
      x1 = extent[TOP]! - display.bottom
      y0 = extent[LEFT]! - display.left
      y1 = extent[RIGHT]! - display.left
      break
    case 2:
      x0 = display.right - extent[LEFT]!
      x1 = display.right - extent[RIGHT]!
      y0 = extent[BOTTOM]! - display.bottom
      y1 = extent[TOP]! - display.bottom
      break
    case 3:
      x0 = display.top - extent[BOTTOM]!
      x1 = display.top - extent[TOP]!
      y0 = display.right - extent[LEFT]!
      y1 = display.right - extent[RIGHT]!
      break
    default:
      x0 = extent[LEFT]! - display.left
      x1 = extent[RIGHT]! - display.left
      y0 = display.top - extent[BOTTOM]!
      y1 = display.top - extent[TOP]!
  }
  const left = hundredths(Math.min(x0, x1))
  const top = hundredths(Math.min(y0, y1))
  const right = hundredths(Math.max(x0, x1))
  const bottom = hundredths(Math.max(y0, y1))
  if (right > 0 && bottom > 0 && left < display.width && top < display.height)
    words.add(text, left, top, right, bottom, style, ligatures ? glyphsOf(text, ligatures) : undefined)
  else if (!style.hidden) outside.push({ text, left, top, right, bottom, ...style })
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** Whether a character stands above another's line and is smaller than it. */
function isRaised(top: number, bottom: number, otherTop: number, otherBottom: number): boolean {
  const height = otherTop - otherBottom
  return top - bottom < SMALLER * height && bottom - otherBottom > RAISED * height
}

function isSameBox(left: number, top: number, right: number, bottom: number, box: Float64Array): boolean {
  return left === box[LEFT] && top === box[TOP] && right === box[RIGHT] && bottom === box[BOTTOM]
}

/** A text with "fl" as one character at each of these places. */
function glyphsOf(text: string, places: readonly number[]): string {
  let glyphs = ''
  let from = 0
  for (const place of places) {
    glyphs += text.slice(from, place) + FL
    from = place + 2
  }
  return glyphs + text.slice(from)
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
function styledBold(font: Buffer): boolean {
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
