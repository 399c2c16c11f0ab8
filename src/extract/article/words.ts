/** The words of a stretch of prose, where they stand. */
import { itself, remembered } from '../../ledger/remembered.js'
import { articleVocabulary } from './vocabulary.js'

export interface ProseWord {
  start: number
  end: number
  text: string
  lower: string
  /** Begins with a capital, or is a number or an initial. */
  capital: boolean
  number: boolean
  /** Whether a rank may begin with it, and a post: asked of every word of every article, and told once a word. */
  beginsRank: boolean
  beginsPost: boolean
}

const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‘`´-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu
const numberWords = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth one two three four five six seven eight nine ten'.split(
    ' ',
  ),
)

const possessive = /['’‘`]s$/i
const capitalFirst = /^\p{Lu}/u
const roman = /^[IVX]{1,6}$/
const digits = /^\d{1,4}(?:st|nd|rd|th|er|a|o)?$/i

type Shape = Omit<ProseWord, 'start' | 'end' | 'text'>
/** Words stand many times, and are looked at once. */
const shapeOf = remembered(
  20_000,
  (printed: string): Shape => {
    const lower = printed.toLowerCase()
    const capital = capitalFirst.test(printed)
    return {
      lower,
      capital,
      number: capital ? roman.test(printed) || numberWords.has(lower) : digits.test(printed),
      beginsRank: beginsRank(printed, lower, capital),
      beginsPost: articleVocabulary().postStarts.has(firstLetters(lower.startsWith('ex-') ? lower.slice(3) : lower)),
    }
  },
  itself,
)

function beginsRank(printed: string, lower: string, capital: boolean): boolean {
  const { rankStarts } = articleVocabulary()
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
function firstLetters(word: string): string {
  const end = word.search(/['’‘`´-]/)
  return end === -1 ? word : word.slice(0, end)
}

export function proseWords(text: string, from: number, to: number): ProseWord[] {
  const words: ProseWord[] = []
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    let printed = match[0]
    // "Bama's": the possessive is no part of the name.
    if (printed.length > 2 && (printed.endsWith('s') || printed.endsWith('S')) && possessive.test(printed))
      printed = printed.slice(0, -2)
    words.push({ start: match.index, end: match.index + printed.length, text: printed, ...shapeOf(printed) })
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
