/**
 * Names in any script as Latin letters, so that one grammar reads them: "Барак Обама" is read as "Barak Obama".
 *
 * Arabic and Hebrew write few vowels: what comes of them ("hsyn mwswy") is compared by consonants (spelling.ts), never by letters alone.
 */
import anyAscii from 'any-ascii'
import { plainWords } from './search-key.js'

const beyondAscii = /[^ -~]/
const otherScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
const withoutVowels = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const ofSyllables = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u

/** What a name loses on its way into Latin letters: nothing, its vowels, or the exact sounds. */
export type Loss = 'none' | 'vowels' | 'sounds'

export interface LatinName {
  text: string
  loss: Loss
}

/** The text in Latin letters; as it is where it was. Letters of other scripts only are changed: "5º" stays "5º". */
export function toLatin(text: string): LatinName {
  if (!beyondAscii.test(text) || !otherScript.test(text)) return { text, loss: 'none' }
  const loss: Loss = withoutVowels.test(text) ? 'vowels' : ofSyllables.test(text) ? 'sounds' : 'none'
  // Between katakana words stands a middle dot, which becomes a hyphen and so parts words.
  return { text: anyAscii(text), loss }
}

/** The longest name that is read: what is behind is left out of a comparison, never of a record. */
export const longestName = 500

/** Lower-case words of a name in Latin letters, apostrophes inside words closed ("Qa'ida" is one word), at most 32. Numbers as they stand. */
export function latinWords(text: string): { words: string[]; loss: Loss } {
  const latin = toLatin(text.length > longestName ? text.slice(0, longestName) : text)
  return { words: plainWords(withoutApostrophes(latin.text)).slice(0, 32), loss: latin.loss }
}

const apostrophe = /(?<=\p{L})['’‘`ʼ´](?=\p{L})|(?<![\p{L}\p{N}])['’‘`ʼ´](?=\p{L})/gu

/** "Qa'ida" as "Qaida", "'Abd" as "Abd". */
export const withoutApostrophes = (text: string): string => (/['’‘`ʼ´]/.test(text) ? text.replace(apostrophe, '') : text)
