/** Whether a file hides what its glyphs mean: its pages show words, and nothing can be read from them. */
import type { Page } from './page.js'

/** U+FFFD, which words.ts gives for what is no letter, and the code points of private use that fonts put in its place. */
const unknown = /[\ufffd\ue000-\uf8ff]/g

/** More than half of the letters: a report with bullets or ornaments has a few. */
export function areLettersUnknown(pages: readonly Page[]): boolean {
  let letters = 0
  let hidden = 0
  for (const { words } of pages) {
    for (const { text } of words) {
      letters += text.length
      hidden += text.match(unknown)?.length ?? 0
    }
  }
  return hidden * 2 > letters
}
