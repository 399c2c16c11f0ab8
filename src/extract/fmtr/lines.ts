/** A page's words as lines: words that stand at one height, from left to right. Linear but for one sort, whatever the page holds. */
import type { Box, Page, Word } from '../../documents/page.js'

export interface Line {
  page: number
  /** From left to right. */
  words: Word[]
  left: number
  right: number
  top: number
  bottom: number
  /** Of the largest word, in points. */
  size: number
}

export const middle = (box: { top: number; bottom: number }): number => (box.top + box.bottom) / 2

/**
 * Words belong to one line when their middles differ by less than a fifth of the font size: in centred cells, lines that
 * belong together with others stand half a line apart, and must stay apart.
 */
export function readLines(page: Page, words: readonly Word[] = page.words): Line[] {
  const sorted = inOrder([...words], middle)
  const lines: Line[] = []
  let current: Word[] = []
  let y = Number.NEGATIVE_INFINITY
  for (const word of sorted) {
    if (middle(word) - y > Math.max(1.2, word.size * 0.2)) {
      if (current.length > 0) lines.push(lineOf(page.number, current))
      current = []
      y = middle(word)
    }
    current.push(word)
  }
  if (current.length > 0) lines.push(lineOf(page.number, current))
  return lines
}

export function lineOf(page: number, all: Word[]): Line {
  const words = withoutRepeats(inOrder(all, leftOf))
  const [left, top, right, bottom] = boxAround(words)
  let size = 0
  for (const word of words) if (word.size > size) size = word.size
  return { page, words, left, right, top, bottom, size }
}

const leftOf = (word: Word): number => word.left

/** In points: what stands so near to the same word is that word drawn twice, as by software that makes bold print so or saves a page onto itself. */
const REPEATED = 0.5

/** Words from left to right, each once. No given file draws a word twice. */
function withoutRepeats(words: Word[]): Word[] {
  const isRepeat = (word: Word, at: number): boolean => {
    for (let index = at - 1; index >= 0 && word.left - words[index]!.left < REPEATED; index--) {
      const other = words[index]!
      if (other.text === word.text && Math.abs(other.top - word.top) < REPEATED && Math.abs(other.right - word.right) < REPEATED)
        return true
    }
    return false
  }
  return words.some(isRepeat) ? words.filter((word, at) => !isRepeat(word, at)) : words
}

/** Sorts in place. A file stores most words in the order of reading: then nothing is compared twice. */
function inOrder(words: Word[], by: (word: Word) => number): Word[] {
  for (let index = 1; index < words.length; index++) {
    if (by(words[index]!) < by(words[index - 1]!)) return words.sort((a, b) => by(a) - by(b))
  }
  return words
}

export function textOf(words: readonly Word[]): string {
  let text = words.length > 0 ? words[0]!.text : ''
  for (let index = 1; index < words.length; index++) text += ` ${words[index]!.text}`
  return text
}

/** The smallest box around words of one page. */
export function boxAround(words: readonly Word[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const word of words) {
    if (word.left < left) left = word.left
    if (word.top < top) top = word.top
    if (word.right > right) right = word.right
    if (word.bottom > bottom) bottom = word.bottom
  }
  return [left, top, right, bottom]
}
