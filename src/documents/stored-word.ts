/**
 * Words as they are kept from a page's reading to the end of the file's: the numbers of a page's words lie in one list.
 *
 * Five numbers as fields of each word are five more objects a word, and all of them live until the file is read. The collection of young
 * objects, which moves what lives on, took a seventh of a worker's time.
 */
import type { Turns, Word } from './page.js'

export interface WordStyle {
  /** Points as displayed. */
  size: number
  bold: boolean
  turned: Turns | null
  /** Whether it is in the file and not displayed, as recognised text is behind the image that it was read from. */
  hidden: boolean
}

/** Left, top, right, bottom. */
const NUMBERS = 4

class StoredWord implements Word {
  text: string
  // There from the start though few words have it: code that reads words of two shapes is compiled anew at the first of the second.
  glyphs: string | undefined = undefined
  private readonly numbers: Float64Array
  private readonly at: number
  private readonly style: WordStyle

  constructor(text: string, numbers: Float64Array, at: number, style: WordStyle) {
    this.text = text
    this.numbers = numbers
    this.at = at
    this.style = style
  }

  get left(): number {
    return this.numbers[this.at]!
  }

  get top(): number {
    return this.numbers[this.at + 1]!
  }

  get right(): number {
    return this.numbers[this.at + 2]!
  }

  get bottom(): number {
    return this.numbers[this.at + 3]!
  }

  get size(): number {
    return this.style.size
  }

  get bold(): boolean {
    return this.style.bold
  }

  get turned(): Turns | null {
    return this.style.turned
  }

  /** As a word is written down: with its numbers. */
  toJSON(): Word {
    const { text, glyphs, left, top, right, bottom, size, bold, turned } = this
    return {
      text,
      ...(glyphs === undefined ? {} : { glyphs }),
      left,
      top,
      right,
      bottom,
      size,
      bold,
      ...(turned === 0 ? {} : { turned }),
    }
  }
}

/** Numbers of the page under way, the longest so far: what lies outside of the heap hurries its collection. */
let gathered = new Float64Array(1024 * NUMBERS)

/** Gathers the words of a page. One at a time. */
export class WordCollector {
  private readonly texts: string[] = []
  private readonly styles: WordStyle[] = []
  private readonly glyphs = new Map<number, string>()
  /** Letters that are displayed, less those that are not. */
  private displayed = 0
  private anyHidden = false

  add(text: string, left: number, top: number, right: number, bottom: number, style: WordStyle, glyphs?: string): void {
    const at = this.texts.length * NUMBERS
    if (at === gathered.length) {
      const more = new Float64Array(gathered.length * 2)
      more.set(gathered)
      gathered = more
    }
    gathered[at] = left
    gathered[at + 1] = top
    gathered[at + 2] = right
    gathered[at + 3] = bottom
    if (glyphs !== undefined) this.glyphs.set(this.texts.length, glyphs)
    if (style.hidden) this.anyHidden = true
    this.displayed += style.hidden ? -text.length : text.length
    this.texts.push(text)
    this.styles.push(style)
  }

  /**
   * The words, in the order in which they were added. Those that are not displayed are left out where as many letters are: somebody had text
   * recognised that was text already, and each word would be there twice.
   */
  words(): { words: Word[]; hiddenLeftOut: boolean; mostHidden: boolean } {
    const numbers = gathered.slice(0, this.texts.length * NUMBERS)
    const words = this.texts.map((text, index) => new StoredWord(text, numbers, index * NUMBERS, this.styles[index]!))
    for (const [index, glyphs] of this.glyphs) words[index]!.glyphs = glyphs
    const mostHidden = this.displayed < 0
    if (!this.anyHidden || mostHidden) return { words, hiddenLeftOut: false, mostHidden }
    return { words: words.filter((_, index) => !this.styles[index]!.hidden), hiddenLeftOut: true, mostHidden }
  }
}
