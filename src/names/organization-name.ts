/**
 * Reads an organisation's printed name: its legal form apart ("OOO", "Limited Liability Company" are one form), generic words known
 * as such, numbers read, what stands in parentheses and the country apart.
 */
import { countryOfCode, readDataTable } from '../ledger/vocabulary.js'
import { type Loss, longestName, toLatin, withoutApostrophes } from './latin.js'
import { countryNamed } from './recipient-class.js'
import { searchKey } from './search-key.js'
import { slavicReading, type Word, wordOf } from './spelling.js'
import { cardinals } from './unit-vocabulary.js'

export interface OrganizationName {
  printed: string
  /** The words that are left, in order, each once. */
  words: readonly Word[]
  /** Whether each word is generic ("group", "trading"). */
  generic: readonly boolean[]
  /** Whether each word says nearly nothing ("group"). */
  slight: readonly boolean[]
  /** Whether each word is a business that a house keeps apart from its others ("trust", "leasing"). */
  business: readonly boolean[]
  /** What each word is one of, of which a house is only one ("interior" and "defense" are fields of government); mostly nothing. */
  apart: readonly (readonly string[])[]
  /** Whether each word is a place: of a country, a continent, or in parentheses. */
  place: readonly boolean[]
  numbers: readonly string[]
  /** Legal forms, one spelling each ("ltd", "llc", "jsc"). */
  forms: readonly string[]
  /** All words, for reading an acronym. */
  all: readonly string[]
  /**
   * Beside `all`: the words as they were printed, whose first letters an acronym may take, '' where one printed word stands for several; and where
   * each is in `words`, -1 for a legal form.
   */
  printedAs: readonly string[]
  places: readonly number[]
  loss: Loss
}

interface Entry {
  words: string[]
  form: string | null
  /** Says nearly nothing: "group". */
  slight: boolean
  /** A business that houses keep apart: "trust". */
  business: boolean
}

let table: Map<string, Entry[]> | undefined
let standFor: Map<string, string> | undefined
/** Words that keep organisations apart, with the groups in which they do. */
let apart: Map<string, string[]> | undefined
const inNoGroup: readonly string[] = []

function entries(): Map<string, Entry[]> {
  if (table) return table
  table = new Map()
  standFor = new Map()
  apart = new Map()
  for (const row of readDataTable('vocabulary/organization-words.csv')) {
    if (row.kind === 'stands for') {
      standFor.set(row.words!, row.value!)
      continue
    }
    if (row.kind === 'apart') {
      apart.set(row.words!, [...(apart.get(row.words!) ?? []), row.value!])
      continue
    }
    const words = row.words!.split(' ')
    table.set(words[0]!, [
      ...(table.get(words[0]!) ?? []),
      { words, form: row.kind === 'form' ? row.value! : null, slight: row.value === 'kind', business: row.value === 'business' },
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
    business: [] as boolean[],
    apart: [] as (readonly string[])[],
    place: [] as boolean[],
    numbers: [] as string[],
    forms: [] as string[],
    all: [] as string[],
    printedAs: [] as string[],
    places: [] as number[],
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
  /\b(?:ob\w{0,2}s\w{0,4}e?stvo|tovar[iy]+stvo|tavarystva) [sz] (?:ogran\w{4,9}|obmezh\w{3,8}|abmezhavanay) (?:otvets\w{4,14}|vidpovidalni?st\w{0,3}|adkaznasts\w{1,4})\b/g
const jointStock =
  /\b(?:(?:publichno\w{0,3}|otkryto\w{0,3}|zakryto\w{0,3}|nepublichno\w{0,3}|publichne|adkrytae|zakrytae) )?ak[ct]s?[iy]{1,2}[aio]n[ei]rn\w{1,4} (?:ob\w{0,2}s\w{0,4}e?stvo|tovarystvo|tavarystva)\b/g

/** Endings that Russian, Ukrainian and Belarusian words change, however their letters were: "-skaya", "-skogo", "-skiy". */
const slavicEnding = /(?:[aeo]?y[aeo]|o[eiy]|[yi][yij]|[oe]go|[yi]kh|iya|i[eya]|[aeiouy])$/
let stems: Map<string, string> | undefined

/** What a long word stands for that differs from one of the table in its ending and transliteration alone ("Mashinostroitelnogo"). */
function byStem(word: string): string | undefined {
  if (word.length < 8) return undefined
  const stemOf = (text: string) => slavicReading(wordOf(text.replace(slavicEnding, '')))
  if (!stems) {
    stems = new Map()
    for (const [form, value] of standFor!) {
      const stem = form.length < 8 || form.includes(' ') ? '' : stemOf(form)
      if (stem.length >= 6 && !stems.has(stem)) stems.set(stem, value)
    }
  }
  return stems.get(stemOf(word))
}

/** "Malian" is of Mali; countries whose name has several words stay as they are printed. */
function ofCountry(word: string): string | undefined {
  const name = searchKey(countryOfCode(countryNamed(word) ?? '')?.nameEn ?? '')
  return name === '' || name.includes(' ') ? undefined : name
}

/** The words as far as the table knows them in English; and of each the word that was printed, whose first letter an acronym takes. */
function inEnglish(printed: readonly string[]): { words: string[]; origins: string[] } {
  entries()
  const words: string[] = []
  const origins: string[] = []
  for (let at = 0; at < printed.length; at++) {
    const word = printed[at]!
    const pair = at + 1 < printed.length ? standFor!.get(`${word} ${printed[at + 1]}`) : undefined
    const meant = pair ?? standFor!.get(word) ?? byStem(word) ?? ofCountry(word) ?? word
    for (const [ordinal, one] of meant.split(' ').entries()) {
      words.push(one)
      origins.push(ordinal === 0 ? word : '')
    }
    if (pair !== undefined) at++
  }
  return { words, origins }
}

function readSegment(
  segment: string,
  inside: boolean,
  into: {
    words: Word[]
    generic: boolean[]
    slight: boolean[]
    business: boolean[]
    apart: (readonly string[])[]
    place: boolean[]
    numbers: string[]
    forms: string[]
    all: string[]
    printedAs: string[]
    places: number[]
  },
): void {
  const key = searchKey(segment)
  if (key === '') return
  entries()
  const printed = (key.length < 12 ? key : key.replace(limitedLiability, 'llc').replace(jointStock, 'jsc')).split(' ', 40)
  const { words, origins } = inEnglish(printed)
  const said = (word: string, origin: string, place: number) => {
    into.all.push(word)
    into.printedAs.push(origin)
    into.places.push(place)
  }
  for (let at = 0; at < words.length; ) {
    const word = words[at]!
    const entry = entryAt(words, at)
    if (entry?.form) {
      if (!into.forms.includes(entry.form)) into.forms.push(entry.form)
      for (const part of entry.words) said(part, part, -1)
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
      said(String(number), String(number), -1)
      at++
      continue
    }
    // "Fund I", "Fund II, Ltd.": behind at least two words, and nothing but a legal form follows.
    if (roman.has(word) && at >= 2 && (at === words.length - 1 || entryAt(words, at + 1)?.form)) {
      into.numbers.push(String(roman.get(word)))
      said(word, word, -1)
      at++
      continue
    }
    const object = wordOf(word)
    if (!into.words.includes(object) && into.words.length < 24) {
      into.words.push(object)
      into.slight.push(entry?.slight ?? false)
      into.business.push(entry?.business ?? false)
      into.apart.push(apart!.get(word) ?? inNoGroup)
      into.generic.push(entry !== null || word.length === 1)
      into.place.push(
        inside ||
          continents.has(word) ||
          countryNamed(word) !== null ||
          (at + 1 < words.length && countryNamed(`${word} ${words[at + 1]}`) !== null),
      )
    }
    said(word, origins[at]!, into.words.indexOf(object))
    at++
  }
}
