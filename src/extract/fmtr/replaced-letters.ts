/**
 * Undoes, as a second reading, a replacement that went wrong at the source: in the report of 2006–2007 every "NA" of some
 * columns, in any case, became "N/A": "N/Avy", "EntreN/Amiento", "SEDEN/A". Pure. What is printed is kept beside the reading.
 *
 * The surprising case: "LOGN/ADMIN" may be two words. So a word in capitals is repaired only if the repaired word is printed
 * whole elsewhere in the same file ("SEDENA", "CESNAV"); beside a small letter "N/A" is no abbreviation and is always repaired.
 */
import type { Flag } from '../../ledger/records.js'

export function repairReplacedLetters(text: string, knownWords: ReadonlySet<string>): string {
  if (!text.includes('N/A')) return text
  return text.replace(/[\p{L}\p{M}/]*N\/A[\p{L}\p{M}/]*/gu, (word) => {
    if (/^N\/A$|^\/|\/$/.test(word)) return word
    const rest = word.replaceAll('N/A', '')
    if (/\p{Ll}/u.test(rest)) {
      return word.replace(/N\/A/g, (_match, offset: number) => (offset === 0 ? 'Na' : 'na'))
    }
    const whole = word.replaceAll('N/A', 'NA')
    return knownWords.has(whole) ? whole : word
  })
}

/** The words of a text in capitals, for `knownWords`. */
export function wordsInCapitals(text: string): string[] {
  return text.match(/(?<![\p{L}/])\p{Lu}{3,}(?![\p{L}/])/gu) ?? []
}

/** What the flag REPAIRED_TEXT says of a cell. */
export const repairNote = (printed: string, repaired: string): string => `"${printed}" reads "${repaired}".`

/** What a note of REPAIRED_TEXT says; null where it says something else. */
export function readRepairNote(note: string): { printed: string; repaired: string } | null {
  const [, printed, repaired] = /^"(.*)" reads "(.*)"\.$/su.exec(note) ?? []
  return printed === undefined || repaired === undefined ? null : { printed, repaired }
}

/** The repaired reading of a cell by the flags of its row; the cell itself where none speaks of it. */
export function repairedReading(cell: string, flags: readonly Flag[]): string {
  if (flags.length === 0) return cell
  const beginning = repairNote(cell, '').slice(0, -2)
  const note = flags.find(({ code, note }) => code === 'REPAIRED_TEXT' && note.startsWith(beginning))?.note
  return note === undefined ? cell : note.slice(beginning.length, -2)
}
