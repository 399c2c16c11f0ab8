/** Cells on their way in: what no text holds is left out, and what turns text around. */

/** No name, number or title is longer. */
const longestCell = 1_000

/** Marks of direction show nothing by themselves; those that turn the text around can make a name read as another. */
const unseen = /[\u200b\u200e\u200f\u061c\ufeff]/gu
const forbidden = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u
const allForbidden = new RegExp(forbidden, 'gu')

export interface CleanCell {
  text: string
  /** Held characters that no text has, or that turn text around. */
  controls: boolean
  shortened: boolean
}

/** White space of any kind is one blank; composed as text is written. */
export function cleanCell(raw: string): CleanCell {
  // Half a character, where a text was cut, is none.
  const spaced = raw.slice(0, 4 * longestCell).replace(/[\s\u00a0]+/gu, ' ')
  const bare = spaced.replace(unseen, '').replace(allForbidden, '')
  const text = bare.normalize('NFC').trim()
  const whole = [...text]
  return {
    text: whole.length > longestCell ? whole.slice(0, longestCell).join('') : text,
    controls: forbidden.test(spaced),
    shortened: whole.length > longestCell || raw.length > 4 * longestCell,
  }
}
