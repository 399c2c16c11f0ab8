/**
 * Whether a file gives its letters wrongly: the header of its tables reads as one with some letters put for others ("Cuorse Title" throughout).
 * Then the page shows a report, and what is read is none.
 */
import type { Page } from '../../documents/page.js'
import { readLines, textOf } from './lines.js'

/** The end of the headers of 2001–2021. */
const HEADERS = ['Total Cost Start Date End Date', 'Cost Start Date End Date'].map((text) => text.split(' '))
/** Letters that others stand for: with more of them any words of these lengths would do. */
const MOST_CHANGED = 6

/** The header as it is read; null where there is none. */
export function headerInOtherLetters(pages: readonly Page[]): string | null {
  for (const page of pages)
    for (const line of readLines(page)) {
      const words = line.words.map(({ text }) => text)
      if (HEADERS.some((header) => isChanged(words.slice(-header.length), header))) return textOf(line.words)
    }
  return null
}

/** Whether words are others with some letters put for others, each always for the same. */
function isChanged(words: readonly string[], others: readonly string[]): boolean {
  if (words.length !== others.length || words.some((word, at) => word.length !== others[at]!.length)) return false
  const [read, printed] = [words.join(''), others.join('')]
  if (read === printed) return false
  const by = new Map<string, string>()
  const back = new Map<string, string>()
  for (const [at, letter] of [...printed].entries()) {
    const other = read[at]!
    if ((by.get(letter) ?? other) !== other || (back.get(other) ?? letter) !== letter) return false
    by.set(letter, other)
    back.set(other, letter)
  }
  return [...by].filter(([letter, other]) => letter !== other).length <= MOST_CHANGED
}
