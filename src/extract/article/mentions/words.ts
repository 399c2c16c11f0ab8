/** The words of a stretch of prose, where they stand. */
import { itself, ownCopy, remembered } from '../../../ledger/remembered.js'
import { tellsUnit } from './unit-words.js'
import { type ArticleVocabulary, articleVocabulary } from './vocabulary.js'

export interface ProseWord extends Shape {
  start: number
  end: number
}

/** What is told of a word by its letters alone: asked of every word of every article, and told once a word. */
interface Shape {
  /** Without a possessive: "Bama's". */
  text: string
  lower: string
  /** Begins with a capital, or is a number or an initial. */
  capital: boolean
  number: boolean
  /** Whether a rank may begin with it, and a post; whether it may be what a unit's name is told by. */
  beginsRank: boolean
  beginsPost: boolean
  tellsUnit: boolean
}

const numberWords = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth one two three four five six seven eight nine ten'.split(
    ' ',
  ),
)

const possessive = /['’‘`]s$/i
const capitalFirst = /^\p{Lu}/u
const roman = /^[IVX]{1,6}$/
const digits = /^\d{1,4}(?:st|nd|rd|th|er|a|o)?$/i

/** Words stand many times, and are looked at once. */
const shapeOf = remembered(
  20_000,
  (printed: string): Shape => {
    const vocabulary = articleVocabulary()
    const text = ownCopy(printed.replace(possessive, ''))
    const lower = text.toLowerCase()
    const capital = capitalFirst.test(text)
    const number = capital ? roman.test(text) || numberWords.has(lower) : digits.test(text)
    return {
      text,
      lower,
      capital,
      number,
      beginsRank: beginsRank(text, lower, capital, vocabulary),
      beginsPost: vocabulary.postSeconds.has(firstLetters(lower.startsWith('ex-') ? lower.slice(3) : lower)),
      tellsUnit: tellsUnit(text, lower, vocabulary),
    }
  },
  itself,
)

function beginsRank(printed: string, lower: string, capital: boolean, { rankStarts }: ArticleVocabulary): boolean {
  // "A/IGP".
  if (printed.length === 1) return /[A-Z\d]/.test(printed)
  const dash = lower.indexOf('-')
  const first = dash === -1 ? lower : lower.slice(0, dash)
  return (
    (capital && printed[1] !== lower[1]) ||
    first === 'acting' ||
    first === 'state' ||
    rankStarts.has(first) ||
    (isPlural(first) && rankStarts.has(singular(first, rankStarts)))
  )
}

/** "Colonels". */
export const isPlural = (lower: string): boolean => lower.length > 5 && lower.endsWith('s')

/** "colonel", "coronel" of "coroneles". */
export const singular = (lower: string, known: { has(word: string): boolean }): string =>
  lower.endsWith('es') && known.has(lower.slice(0, -2)) ? lower.slice(0, -2) : lower.slice(0, -1)

/** "commander" of "commander-in-chief": a word goes on only behind a hyphen or an apostrophe. */
export function firstLetters(word: string): string {
  const end = word.search(/['’‘`´-]/)
  return end === -1 ? word : word.slice(0, end)
}

/** What a character is; up to `letter` it may begin a word. */
const [capital, small, letter, mark, joining, other] = [1, 2, 3, 4, 5, 6]
/** By UTF-16 unit, once it was met: to ask a pattern of every letter takes five times as long. */
const kinds = new Uint8Array(0x10000)

function kindOf(character: string): number {
  if (/^\p{Lu}$/u.test(character)) return capital
  if (/^\p{Ll}$/u.test(character)) return small
  if (/^[\p{L}\p{N}]$/u.test(character)) return letter
  if (/^\p{M}$/u.test(character)) return mark
  return /^['’‘`´-]$/.test(character) ? joining : other
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  // Each half of a pair is what the pair is.
  if (unit >= 0xd800 && unit < 0xdc00) return kindOf(text.slice(at, at + 2))
  if (unit >= 0xdc00 && unit < 0xe000) return kindOf(text.slice(at - 1, at + 1))
  const known = kinds[unit]
  if (known) return known
  const kind = kindOf(text.charAt(at))
  kinds[unit] = kind
  return kind
}

/** Whether a stretch is printed in capitals. */
export function isShouted(text: string, from: number, to: number): boolean {
  let [capitals, all] = [0, 0]
  for (let at = from; at < to; at++) {
    const kind = kindAt(text, at)
    if (kind === capital) capitals++
    if (kind <= small) all++
  }
  return capitals > 14 && capitals > all * 0.7
}

/** Letters and digits with their marks; an apostrophe or a hyphen between two joins them. */
export function proseWords(text: string, from: number, to: number): ProseWord[] {
  const words: ProseWord[] = []
  for (let at = from; at < to; at++) {
    if (kindAt(text, at) > letter) continue
    const start = at
    let kind = letter
    do kind = kindAt(text, ++at)
    while (kind <= mark || (kind === joining && kindAt(text, at + 1) <= letter))
    const { text: printed, lower, capital, number, beginsRank, beginsPost, tellsUnit } = shapeOf(text.slice(start, at))
    // Copying what was told by spreading it takes twice as long.
    words.push({ start, end: start + printed.length, text: printed, lower, capital, number, beginsRank, beginsPost, tellsUnit })
  }
  return words
}

/** Words that begin with a capital for no other reason than that a sentence or a headline does. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'the a an in on at he she it they we you his her its their our this that these those and but or for from by with of to as while when after before who whom whose which what ' +
    'where why how said says has have had was were is are be been also not no some many more most all both each any there here then now mr mrs ms dr told according meanwhile however ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'yesterday today tomorrow speaking addressing reacting earlier later into over under until since during between through about against among around because if so yet nor ' +
    'el los las en un una por con para que su sus se lo dijo según pero'
  ).split(' '),
)

/** Whether nothing but a space, a hyphen, a slash or a quotation mark stands between two words. */
export function adjacent(text: string, before: ProseWord, after: ProseWord): boolean {
  const gap = text.slice(before.end, after.start)
  return gap.length <= 3 && /^['’]?s?[ \u00a0\n]?[/&“”"‘’'`-]?[ \u00a0]?$/.test(gap) && !/^['’]s/.test(gap)
}
