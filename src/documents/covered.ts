/** Which words of a row must be covered in an image of its page, because the row's public text does not hold them. */
import type { Box, Word } from './page.js'

export interface MaskedRow {
  /** Where the row stands on the page, in points. */
  boxes: readonly Box[]
  /** The row's public texts: all of its cells with the personal data masked. */
  texts: readonly string[]
}

/**
 * Boxes of the words within a masked row that its public text does not say. Independent of how personal data is found: the image
 * shows no word that the text hides. A word that is broken at a line's end may be covered for nothing; that harms nobody.
 */
export function coversOf(words: readonly Word[], rows: readonly MaskedRow[]): Box[] {
  const covers: Box[] = []
  for (const { boxes, texts } of rows) {
    const said = new Map<string, number>()
    for (const text of texts) for (const word of text.split(/\s+/)) said.set(word, (said.get(word) ?? 0) + 1)
    for (const word of words) {
      if (!boxes.some((box) => isWithin(word, box))) continue
      const left = said.get(word.text) ?? 0
      if (left > 0) said.set(word.text, left - 1)
      else covers.push([word.left - 1, word.top, word.right + 1, word.bottom])
    }
  }
  return covers
}

/** Whether the middle of a word stands in the box. */
export function isWithin(word: Word, [left, top, right, bottom]: Box): boolean {
  const x = (word.left + word.right) / 2
  const y = (word.top + word.bottom) / 2
  return x >= left && x <= right && y >= top && y <= bottom
}
