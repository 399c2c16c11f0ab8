/**
 * The one normaliser that text and query go through, so that "batallon infanteria 102" finds "102/o. Batallón de Infantería".
 *
 * Accents go, letters become lower case, everything else becomes a space, and ordinals become digits (English, Spanish, French,
 * Portuguese). It is idempotent, and blind to case, accents and punctuation. No stemming and no stopwords: a unit's name has none.
 */
import { itself, remembered } from './remembered.js'

/** Letters that Unicode does not decompose, as a keyboard without them types them. */
// biome-ignore format: a table reads as a table
const plainLetters: Record<string, string> = {
  ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n', ʻ: '', ʼ: '',
}

const units = new Map<string, number>()
const tens = new Map<string, number>()

const ordinalWords: [number, string][] = [
  [1, 'first primero primera primer premier premiere primeiro primeira'],
  [2, 'second segundo segunda deuxieme'],
  [3, 'third tercero tercera tercer troisieme terceiro terceira'],
  [4, 'fourth cuarto cuarta quatrieme quarto quarta'],
  [5, 'fifth quinto quinta cinquieme'],
  [6, 'sixth sexto sexta sixieme'],
  [7, 'seventh septimo septima setimo setima septieme'],
  [8, 'eighth octavo octava huitieme oitavo oitava'],
  [9, 'ninth noveno novena neuvieme nono nona'],
]
const teenWords: [number, string][] = [
  [11, 'eleventh undecimo undecima onzieme'],
  [12, 'twelfth duodecimo duodecima douzieme'],
  [13, 'thirteenth treizieme'],
  [14, 'fourteenth quatorzieme'],
  [15, 'fifteenth quinzieme'],
  [16, 'sixteenth seizieme'],
  [17, 'seventeenth'],
  [18, 'eighteenth'],
  [19, 'nineteenth'],
]
/** Tens that stand alone ("decimo") or before a unit ("décimo segundo", "twenty-first"). */
const tenWords: [number, string, string][] = [
  [10, 'tenth decimo decima dixieme', 'decimo decima'],
  [20, 'twentieth vigesimo vigesima vingtieme', 'vigesimo vigesima twenty'],
  [30, 'thirtieth trigesimo trigesima trentieme', 'trigesimo trigesima thirty'],
  [
    40,
    'fortieth cuadragesimo cuadragesima quadragesimo quadragesima',
    'cuadragesimo cuadragesima quadragesimo quadragesima forty',
  ],
  [50, 'fiftieth quincuagesimo quincuagesima quinquagesimo', 'quincuagesimo quincuagesima fifty'],
]
for (const [value, words] of [...ordinalWords, ...teenWords]) for (const word of words.split(' ')) units.set(word, value)
for (const [value, alone, before] of tenWords) {
  for (const word of alone.split(' ')) units.set(word, value)
  for (const word of before.split(' ')) tens.set(word, value)
}
const compoundUnits = new Map(ordinalWords.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)))

/** "3rd", "22d", "9no", "1er", "2ème", "102o": the ending is glued to the digits. */
const gluedOrdinal = /^0*(\d+)(?:st|nd|rd|th|d|o|a|os|as|e|er|era|ero|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|re|ere|eme|em|ieme)$/

/** Endings that stand apart ("102/o.", "1/er", "5 th"). "st", "to", "do", "da" and "no" are left: they are words and saints too. */
const looseEnding = new Set(['o', 'a', 'er', 'era', 'ro', 'ra', 'eme', 'ere', 'th', 'nd', 'rd'])

/**
 * Roman numerals of two letters and more that are no common abbreviation here. I, V and X alone are letters ("Company I", "Zone V"
 * stay as printed), and so are C, D, L and M, which begin too many acronyms.
 */
const romans =
  'ii 2,iii 3,iv 4,vi 6,vii 7,viii 8,ix 9,xi 11,xii 12,xiii 13,xiv 14,xv 15,xvi 16,xvii 17,xviii 18,xix 19,xx 20,xxi 21,xxii 22,xxiii 23'

/** Words that are a number by themselves, in digits. */
const numbers = new Map(romans.split(',').map((pair) => pair.split(' ') as [string, string]))
for (const [word, value] of units) numbers.set(word, String(value))

function plain(text: string): string {
  if (ascii.test(text)) return text.replace(/&(?:amp;)+/gi, ' ').toLowerCase()
  return text
    .replace(/&(?:amp;)+/gi, ' ')
    .replace(/(\p{Nd})[ºª°]/gu, '$1 ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøđðłæœþıħŋʻʼ]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
}

/** Of nine texts of ten nothing is to be taken apart. */
const ascii = /^[ -~]*$/

/** Lower-case words without accents, as they stand: of people's names, in which "Xi" and "Primo" are no numbers. */
export function plainWords(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The same as `searchKey`, for the cells of a table: a title stands in hundreds of rows. */
export const searchKeyOfCell = remembered(100_000, searchKey, itself)

/** Text as it is searched: lower-case words and numbers with one space between them; '' where nothing is left. */
export function searchKey(text: string): string {
  const words = plainWords(text)
  const key: string[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!
    const ten = tens.get(word)
    const following = ten === undefined ? undefined : compoundUnits.get(words[index + 1] ?? '')
    let number: string | undefined
    if (ten !== undefined && following !== undefined) {
      number = String(ten + following)
      index++
    } else if (word >= '0' && word < ':') number = gluedOrdinal.exec(word)?.[1] ?? (/^\d+$/.test(word) ? word : undefined)
    else number = numbers.get(word)
    key.push(number ?? word)
    if (number !== undefined) while (looseEnding.has(words[index + 1] ?? '')) index++
  }
  return key.join(' ')
}
