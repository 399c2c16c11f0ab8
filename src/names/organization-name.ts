/**
 * Reads an organisation's printed name: its legal form apart ("OOO", "Limited Liability Company" are one form), generic words known
 * as such, numbers read, what stands in parentheses and the country apart.
 */
import { readDataTable } from '../ledger/vocabulary.js'
import { type Loss, longestName, toLatin, withoutApostrophes } from './latin.js'
import { countryNamed } from './recipient-class.js'
import { searchKey } from './search-key.js'
import { type Word, wordOf } from './spelling.js'
import { cardinals } from './unit-vocabulary.js'

export interface OrganizationName {
  printed: string
  /** The words that are left, in order, each once. */
  words: readonly Word[]
  /** Whether each word is generic ("group", "trading"). */
  generic: readonly boolean[]
  /** Whether each word says nearly nothing ("group"). */
  slight: readonly boolean[]
  /** Whether each word is a place: of a country, a continent, or in parentheses. */
  place: readonly boolean[]
  numbers: readonly string[]
  /** Legal forms, one spelling each ("ltd", "llc", "jsc"). */
  forms: readonly string[]
  /** All words as printed, for reading an acronym. */
  all: readonly string[]
  loss: Loss
}

interface Entry {
  words: string[]
  form: string | null
  /** Says nearly nothing: "group". */
  slight: boolean
}

let table: Map<string, Entry[]> | undefined
let standFor: Map<string, string> | undefined

function entries(): Map<string, Entry[]> {
  if (table) return table
  table = new Map()
  standFor = new Map()
  for (const row of readDataTable('vocabulary/organization-words.csv')) {
    if (row.kind === 'stands for') {
      standFor.set(row.words!, row.value!)
      continue
    }
    const words = row.words!.split(' ')
    table.set(words[0]!, [
      ...(table.get(words[0]!) ?? []),
      { words, form: row.kind === 'form' ? row.value! : null, slight: row.value === 'kind' },
    ])
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length)
  return table
}

function entryAt(words: readonly string[], at: number): Entry | null {
  return (
    entries()
      .get(words[at]!)
      ?.find((entry) => entry.words.every((word, offset) => words[at + offset] === word)) ?? null
  )
}

const continents = new Set([
  'europe',
  'asia',
  'africa',
  'america',
  'international',
  'schweiz',
  'deutschland',
  'rossiya',
  'middle',
  'east',
  'far',
  'overseas',
  'offshore',
])
const roman = new Map('i ii iii iv v vi vii viii ix x'.split(' ').map((sign, at) => [sign, at + 1]))
/** Numerals that are more often words of a name than numbers. */
const notNumbers = new Set('dos una uno tres six dix premier premiere primera primero prime'.split(' '))

/** A name has few parentheses; of a text of nothing else the rest is left out. */
const mostSegments = 100

/** Total: every text gives a reading. */
export function readOrganizationName(printed: string): OrganizationName {
  const text = printed.length > longestName ? printed.slice(0, longestName) : printed
  const latin = toLatin(text)
  const plain = withoutApostrophes(
    latin.text
      .replace(/\bint['’]l\b/gi, 'international')
      .replace(/['’]s\b/gi, '')
      .replace(/(\d)%\s?(?=ers?\b)/g, '$1 percent'),
  )
    // "A.B.C." is "ABC".
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.\s?){2,}(?:\p{L}(?![\p{L}\p{N}])\.?)?/gu, (match) => `${match.replace(/[.\s]/g, '')} `)
    .replace(/(?<=\p{Ll}{3})(?=AG\b)/gu, ' ')
    // "SiemensAG", "BlueOcean": a capital within begins a word.
    .replace(/(?<=\p{Ll}{4})(?=\p{Lu}\p{Ll})/gu, ' ')
  const reading = {
    words: [] as Word[],
    generic: [] as boolean[],
    slight: [] as boolean[],
    place: [] as boolean[],
    numbers: [] as string[],
    forms: [] as string[],
    all: [] as string[],
  }
  let depth = 0
  for (const segment of plain.split(/([()[\]])/, mostSegments)) {
    if (segment === '(' || segment === '[') depth++
    else if (segment === ')' || segment === ']') depth = Math.max(0, depth - 1)
    else readSegment(segment, depth > 0, reading)
  }
  // A name of nothing but a legal form and generic words is made of them.
  return { printed, ...reading, loss: latin.loss }
}

/** Russian, Ukrainian and Belarusian legal forms, however their letters were changed. */
const limitedLiability =
  /\b(?:ob\w{0,2}s\w{0,4}e?stvo|tovar[iy]+stvo|tavarystva) [sz] (?:ogran\w{4,9}|obmezh\w{3,8}|abmezhavanay) (?:otvetst\w{4,9}|vidpovidalni?st\w{0,3}|adkaznasts\w{1,3})\b/g
const jointStock =
  /\b(?:(?:publichno\w{0,3}|otkryto\w{0,3}|zakryto\w{0,3}|nepublichno\w{0,3}|publichne|adkrytae|zakrytae) )?ak[ct]s?[iy]{1,2}[aio]n[ei]rn\w{1,4} (?:ob\w{0,2}s\w{0,4}e?stvo|tovarystvo|tavarystva)\b/g

function readSegment(
  segment: string,
  inside: boolean,
  into: {
    words: Word[]
    generic: boolean[]
    slight: boolean[]
    place: boolean[]
    numbers: string[]
    forms: string[]
    all: string[]
  },
): void {
  const key = searchKey(segment)
  if (key === '') return
  entries()
  const words = (key.length < 12 ? key : key.replace(limitedLiability, 'llc').replace(jointStock, 'jsc'))
    .split(' ', 40)
    .flatMap((word) => standFor!.get(word)?.split(' ') ?? [word])
  for (let at = 0; at < words.length; ) {
    const word = words[at]!
    const entry = entryAt(words, at)
    if (entry?.form) {
      if (!into.forms.includes(entry.form)) into.forms.push(entry.form)
      into.all.push(...entry.words)
      at += entry.words.length
      continue
    }
    const value = cardinals.get(word)
    if (/^\d+$/.test(word) || (value !== undefined && word.length > 2 && !notNumbers.has(word))) {
      let number = value ?? Number(word)
      const next = words[at + 1]
      const unit = next === undefined ? undefined : /^[1-9]$/.test(next) ? Number(next) : cardinals.get(next)
      if (value !== undefined && value >= 20 && unit !== undefined && unit < 10) {
        number += unit
        at++
      }
      if (!into.numbers.includes(String(number))) into.numbers.push(String(number))
      into.all.push(String(number))
      at++
      continue
    }
    // "Fund I", "Fund II, Ltd.": behind at least two words, and nothing but a legal form follows.
    if (roman.has(word) && at >= 2 && (at === words.length - 1 || entryAt(words, at + 1)?.form)) {
      into.numbers.push(String(roman.get(word)))
      into.all.push(word)
      at++
      continue
    }
    into.all.push(word)
    const object = wordOf(word)
    if (!into.words.includes(object) && into.words.length < 24) {
      into.words.push(object)
      into.slight.push(entry?.slight ?? false)
      into.generic.push(entry !== null || word.length === 1)
      into.place.push(
        inside ||
          continents.has(word) ||
          countryNamed(word) !== null ||
          (at + 1 < words.length && countryNamed(`${word} ${words[at + 1]}`) !== null),
      )
    }
    at++
  }
}
