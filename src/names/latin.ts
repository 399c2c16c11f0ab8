/**
 * Names in any script as Latin letters, so that one grammar reads them: "Барак Обама" is read as "Barak Obama".
 *
 * Arabic and Hebrew write few vowels: common names get theirs from a table (data/vocabulary/given-names.csv, "written"); what comes of others ("hsyn mwswy") is
 * compared by consonants (spelling.ts), never by letters alone. Chinese and Korean names become syllables.
 */
import anyAscii from 'any-ascii'
import { readDataTable } from '../ledger/vocabulary.js'
import { plainWords } from './search-key.js'

const beyondAscii = /[^ -~]/
const otherScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
const withoutVowels = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const ofSyllables = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u

/** What a name loses on its way into Latin letters: nothing, its vowels, the exact sounds, or which of its syllables are one word. */
export type Loss = 'none' | 'vowels' | 'sounds' | 'syllables'

/** Whether vowels of it stand for any: words are compared by their consonants. */
export const losesVowels = (loss: Loss): boolean => loss === 'vowels' || loss === 'sounds'

export interface LatinName {
  text: string
  loss: Loss
}

/** The text in Latin letters; as it is where it was. Letters of other scripts only are changed: "5º" stays "5º". */
export function toLatin(text: string): LatinName {
  if (!beyondAscii.test(text) || !otherScript.test(text)) return { text, loss: 'none' }
  const loss: Loss = withoutVowels.test(text)
    ? 'vowels'
    : isParted(text)
      ? 'syllables'
      : ofSyllables.test(text)
        ? 'sounds'
        : 'none'
  // Between katakana words stands a middle dot, which becomes a hyphen and so parts words.
  const sounded = greek.test(text) ? greekSounds.reduce((read, [letters, by]) => read.replace(letters, by), text) : text
  return { text: anyAscii(parted(sounded)), loss }
}

let written: Map<string, string> | undefined

/** Common names and ranks as Arabic and Hebrew letters write them, with the vowels that they leave out. */
function writtenNames(): Map<string, string> {
  written ??= new Map(
    readDataTable('vocabulary/given-names.csv').flatMap((row) =>
      row.kind === 'written' ? [[row.form!.normalize('NFC'), row.name!] as const] : [],
    ),
  )
  return written
}

const wordWithoutVowels = /[\p{Script=Arabic}\p{Script=Hebrew}]+/gu
/** Harakat, tatweel, niqqud: marks that may stand or not. */
const vowelSigns = /[\u064b-\u065f\u0670\u0640\u0591-\u05bd\u05bf-\u05c7]/gu
/** As they sound at the beginning of a word. */
const firstLetters: Record<string, string> = { أ: 'a', ا: 'a', آ: 'a', ב: 'b', פ: 'p', כ: 'k' }
const article = /^ال(?=.{2})/u
/** Each sign is a syllable of a Chinese or Korean name, but in foreign names, whose words a dot parts: "贝拉克·奥巴马". */
const isParted = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hangul}]/u.test(text) && !/[·・‧･]|[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
const syllable = /[\p{Script=Han}\p{Script=Hangul}]/gu
/** Letters of Arabic that Persian has its own sounds for. */
const persian: Record<string, string> = { ض: 'ز', ظ: 'ز', ذ: 'ز', ث: 'س', ص: 'س', ط: 'ت' }
const persianLetter = /[پچژگکی]/u
const greek = /\p{Script=Greek}/u
/** Greek letters that are one sound together, as passports write them. */
const greekSounds: [RegExp, string][] = [
  [/(?<=[αεΑΕάέ])[υύΥΎ]/gu, 'v'],
  [/γγ/giu, 'ng'],
  [/(?<!\p{L})μπ/giu, 'b'],
  [/(?<!\p{L})ντ/giu, 'd'],
]
/** "64-я", "15-й": an ordinal's ending. */
const cyrillicOrdinal = /(?<=\d)-?(?:ая|ый|ой|я|й|е|го|а)(?!\p{L})/gu

/**
 * What a script writes together is parted as Latin letters write it: the article from its name, the surname from the given name. Names that the table knows get
 * their vowels; a first alif is an A.
 */
function parted(text: string): string {
  const vowels = withoutVowels.test(text) ? withVowels(text) : text
  const bare = /\d/.test(vowels) ? vowels.replace(cyrillicOrdinal, '') : vowels
  return isParted(bare) ? bare.replace(syllable, (sign) => (sign === '이' ? ' yi ' : ` ${anyAscii(sign)} `)) : bare
}

function withVowels(text: string): string {
  const isPersian = persianLetter.test(text)
  return text
    .normalize('NFC')
    .replace(vowelSigns, '')
    .replaceAll('־', '-')
    .replace(/عبد الله/gu, 'عبدالله')
    .replace(wordWithoutVowels, (word) => {
      const known = writtenNames().get(word)
      if (known) return known
      const bare = word.replace(article, '')
      const said = bare.replace(/^[أاآבפכ]/u, (letter) => firstLetters[letter]!).replace(/^إ/u, 'i')
      const name = writtenNames().get(bare) ?? (isPersian ? said.replace(/[ضظذثصط]/gu, (letter) => persian[letter]!) : said)
      return bare === word ? name : `al ${name}`
    })
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
