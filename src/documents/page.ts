/**
 * What the room above gets of a page: words where they stand on the page *as displayed*.
 *
 * Coordinates are in points (1/72 inch) from the top left of the displayed page, so that a page that is stored rotated
 * (all of the 2001–2006 training reports are) reads like any other. One that is *displayed* turned is read by reading-frame.ts.
 */

/** [left, top, right, bottom] in points from the displayed page's top left. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3

/** A run of characters without a space in it. `size` is the font size in points as displayed. */
export interface Word {
  text: string
  /** The text with "fl" as one character (U+FB02) where it is one glyph; absent where there is none. See misread-letters.ts. */
  glyphs?: string
  left: number
  top: number
  right: number
  bottom: number
  size: number
  bold: boolean
  /** By how much the word is turned on the page as displayed: absent or 0 where it is upright, null where it is askew. */
  turned?: Turns | null
}

/** A page's words in the order of the content stream; `number` counts from 1 in the file. */
export interface Page {
  number: number
  width: number
  height: number
  words: Word[]
  /** What the file holds of the page and its display leaves out; absent where that is nothing. */
  outside?: Word[]
  /** Whether words that are in the file and not displayed were left out; absent where none were. */
  hiddenLeftOut?: true
  /** Whether the words were recognised by a program from a picture, which is what the page displays; absent where they were not. */
  recognised?: true
}
