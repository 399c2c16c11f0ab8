/**
 * How alike two words of names are, from 0 to 1: slips of the keyboard (doubled, swapped, dropped letters) and other spellings of one
 * sound cost little, another letter in its place costs much. "Sergei" and "Sergi" are alike, "Schulze" and "Scholz" are not.
 */
import { readDataTable } from '../ledger/vocabulary.js'
import { koreanOf, slavicOf } from './letter-readings.js'

/** A word with what is compared of it; one object a spelling, so that equal words are the same object. */
export interface Word {
  text: string
  /** Spelled as it sounds: "yousef" and "youssef" are both "iusef". */
  sound: string
  /** The consonants of the sound, for words whose vowels were not written or are written at will. */
  bones: string
  /** The consonants in it, a bit a letter: words that share few cannot be alike. */
  consonants: number
  /** The consonants of the sound that are in every transliteration, l and r one: for scripts without vowels. */
  skeleton: string
  /** The consonants with those made one that transliterations write for each other (ch and sh, ts and s, k, q and g). */
  frame: string
  /** Null until it is asked for, as the next one. Read as Russian, Ukrainian and Belarusian letters are changed for each other: "Siarhei", "Serhiy" and "Sergey" are near. */
  slavic: string | null
  /** Read as a Korean syllable: "Pu" and "Bu", "Chong" and "Jong", "Eun" and "Un" are one letter each, written in two ways. */
  korean: string | null
  /** Whether it has a k, q or g, which stand for each other. */
  guttural: boolean
  /** The form that stands for a group of spellings of one name; null where the word is in no group. */
  variant: string | null
  /** Names of which it is a familiar form. */
  nicknameOf: readonly string[]
}

interface NameForms {
  variants: Map<string, string>
  nicknames: Map<string, string[]>
}

let forms: NameForms | undefined

function nameForms(): NameForms {
  if (forms) return forms
  const variants = new Map<string, string>()
  const nicknames = new Map<string, string[]>()
  for (const row of readDataTable('vocabulary/given-names.csv')) {
    if (row.kind === 'variant') variants.set(row.form!, variants.get(row.form!) ?? row.name!)
    else if (row.kind === 'nickname') nicknames.set(row.form!, [...(nicknames.get(row.form!) ?? []), row.name!])
  }
  forms = { variants, nicknames }
  return forms
}

export const slavicReading = (word: Word): string => {
  word.slavic ??= slavicOf(word.text)
  return word.slavic
}

export const koreanReading = (word: Word): string => {
  word.korean ??= koreanOf(word.text)
  return word.korean
}

const none: readonly string[] = []
let known = new Map<string, Word>()

/** The word object of a spelling (lower case, Latin). */
export function wordOf(text: string): Word {
  const existing = known.get(text)
  if (existing) return existing
  if (known.size > 400_000) known = new Map()
  const { variants, nicknames } = nameForms()
  const sound = soundOf(text)
  const bones = bonesOf(sound)
  const word: Word = {
    text,
    sound,
    bones,
    consonants: consonantsOf(text),
    skeleton: bones.replace(/[vh]/g, '').replaceAll('l', 'r'),
    frame: frameOf(text, sound),
    slavic: null,
    korean: null,
    guttural: /[qgk]/.test(text),
    variant: variants.get(text) ?? null,
    nicknameOf: nicknames.get(text) ?? none,
  }
  known.set(text, word)
  return word
}

/** Spellings of one sound across transliterations; order matters. */
const sounds: [RegExp, string][] = [
  [/tsch|tch/g, 'ch'],
  [/sch/g, 'sh'],
  [/dzh|dj|zh/g, 'j'],
  [/ph/g, 'f'],
  [/kh|ck|q/g, 'k'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/^x/g, 'sh'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/w/g, 'v'],
  [/oo|ou/g, 'u'],
  [/(?:ee|iy|yi|ii|ij|ie)/g, 'i'],
  [/[ea][yij]/g, 'ei'],
  [/[yj](?![aeou])/g, 'i'],
  [/y/g, 'i'],
  [/(?<=.{3}[aeo])u$/g, 'v'],
  [/(?<=.{2}[aeo])u(?=sk)/g, 'v'],
  [/avi(?=ch$)/g, 'ovi'],
  [/(.)\1+/g, '$1'],
  [/(?<=.{4})eh$/g, 'a'],
  [/(?<=[aeo])h$/g, ''],
  [/^h(?=[tlmn])/g, ''],
  [/(?<=..)z$/g, 's'],
]

function soundOf(text: string): string {
  if (/^\d/.test(text)) return text
  let sound = text.length > 40 ? text.slice(0, 40) : text
  for (const [pattern, by] of sounds) sound = sound.replace(pattern, by)
  return sound
}

function consonantsOf(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 97 && code <= 122 && !isVowel(code)) bits |= 1 << (code - 97)
  }
  return bits
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

function bonesOf(sound: string): string {
  return sound
    .replace(/(?<=.)[aeiouh]+/g, '')
    .replace(/^[aeiou]+/, '')
    .replace(/(.)\1+/g, '$1')
}

/** A leading vowel is kept as one sign: "Ali" and "Lee" have another frame. */
function frameOf(text: string, sound: string): string {
  const consonants = sound
    .replace(/ch|sh/g, 'x')
    .replace(/ts|tz/g, 's')
    .replace(/[gq]/g, 'k')
    .replace(/(?<=.)[aeiouyhv]+/g, '')
    .replace(/(.)\1+/g, '$1')
  return /^[aeiouy]/.test(text) ? `a${consonants.replace(/^[aeiouy]+/, '')}` : consonants
}

/** How freely vowels are taken: of names whose language writes them at will they cost little. */
export type Vowels = 'written' | 'at will'

const isVowel = (code: number): boolean =>
  code === 97 || code === 101 || code === 105 || code === 111 || code === 117 || code === 121
const alike = new Set(
  ['kc', 'kq', 'cq', 'sz', 'vw', 'gj', 'jy', 'dt', 'bp', 'gk', 'fv', 'gh', 'hk', 'jh', 'lr', 'mn'].flatMap((pair) => [
    pair,
    `${pair[1]}${pair[0]}`,
  ]),
)

/** What one letter in place of another costs, by their codes: for vowels that are written, and for those written at will. */
const replacements: Record<Vowels, Float64Array> = {
  written: new Float64Array(128 * 128),
  'at will': new Float64Array(128 * 128),
}
for (let a = 0; a < 128; a++)
  for (let b = 0; b < 128; b++) {
    const vowelPair = isVowel(a) && isVowel(b)
    const pair = String.fromCharCode(a, b)
    replacements.written[a * 128 + b] = vowelPair ? (/^[iye]+$/.test(pair) ? 0.4 : 0.8) : alike.has(pair) ? 0.7 : 1
    replacements['at will'][a * 128 + b] = vowelPair ? 0.3 : /^[gk]{2}$/.test(pair) ? 0.3 : alike.has(pair) ? 0.7 : 1
  }

function dropped(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === text.charCodeAt(at - 1) || code === text.charCodeAt(at + 1)) return 0.25
  // "Pong" and "Pyong", "Daniel" and "Daniela" are two names.
  if (code === 121 && at + 1 < text.length) return 0.85
  if (code === 97 && at === text.length - 1) return 0.9
  return isVowel(code) ? 0.5 : code === 104 ? 0.6 : 0.85
}

const width = 42
const table = new Float64Array(width * width)
const drops = new Float64Array(width)

/** What it costs to turn one word into the other; `most` ends the work early. At most 40 letters are read. */
export function slips(a: string, b: string, vowels: Vowels, most = 9): number {
  const n = Math.min(a.length, 40)
  const m = Math.min(b.length, 40)
  if (Math.abs(n - m) > 3 && most < 4) return most + 1
  table[0] = 0
  for (let j = 1; j <= m; j++) {
    drops[j] = dropped(b, j - 1)
    table[j] = table[j - 1]! + drops[j]!
  }
  const costs = replacements[vowels]
  const written = vowels === 'written'
  for (let i = 1; i <= n; i++) {
    const row = i * width
    const drop = dropped(a, i - 1)
    const x = a.charCodeAt(i - 1)
    let least = table[row - width]! + drop
    table[row] = least
    for (let j = 1; j <= m; j++) {
      const y = b.charCodeAt(j - 1)
      let cost = table[row - width + j - 1]!
      if (x !== y) {
        // "Angelo" and "Angela", "Mario" and "Maria" are two people.
        if (written && i === n && j === m && ((x === 111 && y === 97) || (x === 97 && y === 111))) cost += 1.5
        else cost += x < 128 && y < 128 ? costs[x * 128 + y]! : 1
      }
      const without = table[row - width + j]! + drop
      if (without < cost) cost = without
      const added = table[row + j - 1]! + drops[j]!
      if (added < cost) cost = added
      if (i > 1 && j > 1 && x === b.charCodeAt(j - 2) && y === a.charCodeAt(i - 2)) {
        const swapped = table[row - 2 * width + j - 2]! + 0.4
        if (swapped < cost) cost = swapped
      }
      table[row + j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
  }
  return table[n * width + m]!
}

/** "Michel" and "Michelle" sound alike and are two people, as are "Francisco" and "Francisca". */
function feminineOf(a: string, b: string): boolean {
  if (a.length === b.length) return a.slice(0, -1) === b.slice(0, -1) && /^(?:oa|ao)$/.test(a.at(-1)! + b.at(-1)!)
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.length - short.length === 2 && /(?:elle|ella|ette|enne)$/.test(long) && long.startsWith(short)
}

/** From 0 to 1; below 0.7 it is 0, since such words are not one word. */
export function wordSimilarity(a: Word, b: Word, vowels: Vowels = 'written'): number {
  if (a === b || a.text === b.text) return 1
  const n = a.text.length
  const m = b.text.length
  if (n === 1 || m === 1) return 0
  const digitsA = a.text.charCodeAt(0) < 58
  const digitsB = b.text.charCodeAt(0) < 58
  if (digitsA || digitsB) return 0
  if (a.variant !== null && a.variant === b.variant) return 0.97
  const longest = n > m ? n : m
  if (Math.abs(n - m) > 3) return 0
  if (a.sound === b.sound && longest > 2) return vowels === 'written' && feminineOf(a.text, b.text) ? 0.75 : 0.96
  if (vowels === 'written' && feminineOf(a.text, b.text)) return 0.75
  if (longest < 3) return 0
  const weight = longest <= 4 ? 1.4 : longest === 5 ? 1.2 : 1
  const most = (longest * 0.3) / weight + 0.01
  // A consonant for another costs 0.7 at least and changes two bits; a dropped one changes one.
  if (bitCount(a.consonants ^ b.consonants) > (2 * most) / 0.7) return 0
  const cost = slips(a.text, b.text, vowels, most)
  let similarity = 1 - (cost * weight) / longest
  // Of one Arabic or Persian letter come k, q, g and gh: as they sound, they are near.
  if (vowels === 'at will' && similarity < 0.9)
    similarity = Math.max(similarity, 1 - (slips(a.sound, b.sound, vowels, most) * weight) / longest - 0.02)
  if (a.bones === b.bones && a.bones.length >= 2 && vowels === 'at will' && similarity < 0.9)
    similarity = Math.max(similarity, a.bones.length >= 3 && similarity >= 0.75 && Math.abs(n - m) < 3 ? 0.88 : 0.8)
  if (similarity < 0.9 && longest > 5 && Math.abs(n - m) === 1 && looksAlike(a.text, b.text)) return 0.9
  return similarity < 0.7 ? 0 : similarity
}

/** "Femando" for "Fernando": letters that a scanner takes for one. */
const looksAlike = (a: string, b: string): boolean =>
  (a.includes('rn') && a.replace('rn', 'm') === b) || (b.includes('rn') && b.replace('rn', 'm') === a)

/** Whether one is a familiar form of the other ("Bill", "William"), or both of one name. */
export function nicknames(a: Word, b: Word): boolean {
  const names = (word: Word) => [word.text, word.variant, ...word.nicknameOf]
  if (a.nicknameOf.length === 0 && b.nicknameOf.length === 0) return false
  return names(a).some(
    (name) => name !== null && (b.nicknameOf.includes(name) || (a.nicknameOf.includes(name) && names(b).includes(name))),
  )
}

/**
 * Whether letters stand for words, each word giving its beginning ("occh": Operación Conjunta Chihuahua, "datops" Department of Army
 * Training and Operations). Returns the index behind the last word that is stood for, counted from `from`; -1 where they do not.
 */
export function standsFor(letters: string, words: readonly string[], from: number, skip: (word: string) => boolean): number {
  const read = (at: number, index: number): number => {
    if (at === letters.length || (at === letters.length - 1 && letters[at] === 's' && at > 2)) return index
    if (index >= words.length) return -1
    const word = words[index]!
    let most = 0
    while (most < word.length && most < 4 && at + most < letters.length && word[most] === letters[at + most]) most++
    for (let taken = 1; taken <= most; taken++) {
      const end = read(at + taken, index + 1)
      if (end !== -1) return end
    }
    return skip(word) && index > from ? read(at, index + 1) : -1
  }
  return read(0, from)
}
