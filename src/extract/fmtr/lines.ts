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
  const sorted = words.map((word) => ({ word, y: middle(word) })).sort((a, b) => a.y - b.y)
  const lines: Line[] = []
  let current: Word[] = []
  let y = Number.NEGATIVE_INFINITY
  for (const entry of sorted) {
    if (entry.y - y > Math.max(1.2, entry.word.size * 0.2)) {
      if (current.length > 0) lines.push(lineOf(page.number, current))
      current = []
      y = entry.y
    }
    current.push(entry.word)
  }
  if (current.length > 0) lines.push(lineOf(page.number, current))
  return lines
}

export function lineOf(page: number, words: Word[]): Line {
  words.sort((a, b) => a.left - b.left)
  const line: Line = { page, words, left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity, size: 0 }
  for (const word of words) {
    line.left = Math.min(line.left, word.left)
    line.right = Math.max(line.right, word.right)
    line.top = Math.min(line.top, word.top)
    line.bottom = Math.max(line.bottom, word.bottom)
    line.size = Math.max(line.size, word.size)
  }
  return line
}

export const textOf = (words: readonly Word[]): string => words.map((word) => word.text).join(' ')

/** The smallest box around words of one page. */
export function boxAround(words: readonly Word[]): Box {
  const { left, top, right, bottom } = lineOf(0, [...words])
  return [left, top, right, bottom]
}
