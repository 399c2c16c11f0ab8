/**
 * Reads a unit's printed name into what it says: number, echelon, arm, branch, proper words, place, parent, acronyms.
 *
 * "1/er. BTN. INF." and "primer Batallón de Infantería" say the same; so do "VI RM" and "Sexta Región Militar". What a word means is
 * in data/vocabulary/unit-terms.csv; numbers are read by the one normaliser (search-key.ts) and what only a unit's name needs here.
 */
import { longestName, toLatin } from './latin.js'
import { countryNamed, namesUnit } from './recipient-class.js'
import { searchKey } from './search-key.js'
import { meantTerm } from './unit-misprints.js'
import { cardinals, classAcronyms, isFiller, seats, type UnitEntry, unitEntryAt } from './unit-vocabulary.js'

export type UnitTermKind = 'number' | 'letter' | 'echelon' | 'arm' | 'branch' | 'country' | 'proper'

/** Where in the name a term stands: its head, or a tail that tells the place or what it belongs to. */
export type UnitPart = 'head' | 'parent' | 'place'

export interface UnitTerm {
  kind: UnitTermKind
  /** What it says, in English for echelon, arm and branch; the word itself for proper words; digits for numbers. */
  value: string
  /** Of a proper word that units of many countries have ("especial", "mobile"): the word in English. It tells no unit from another. */
  common: string | null
  part: UnitPart
  /** How much of the name it is, for comparison. */
  weight: number
  /** A proper word that is printed as an acronym is: in capitals. */
  capitals: boolean
}

export type UnitLevel = 'unit' | 'class of units' | 'branch' | 'ministry' | 'none'

export interface UnitName {
  printed: string
  level: UnitLevel
  /** Each thing said once, in the order of the name. */
  terms: readonly UnitTerm[]
  /** All words in their order, acronyms with their expansion, for reading an acronym of the whole. */
  words: readonly string[]
  /** Acronyms that were printed and are known, as printed in lower case. */
  acronyms: readonly string[]
  /** ISO 3166-1 alpha-3 where the name itself says a country, else the country given. */
  country: string | null
  /** Of the ordinal where the name is no more than one: "10/a." is of a zone or company, "10/o." of a battalion or regiment. */
  ordinalGender: 'feminine' | 'masculine' | null
  /** Whether the number is printed as a Roman numeral. */
  roman: boolean
  /** The number of each echelon that has one, by the echelon. */
  numbers: ReadonlyMap<string, string>
}

const weightOf: Record<UnitTermKind, number> = {
  number: 3,
  letter: 2.5,
  echelon: 1,
  arm: 1,
  branch: 0.4,
  country: 0.15,
  proper: 2,
}
/** Of a proper word that many units have. */
const commonWeight = 1.4
const partWeight: Record<UnitPart, number> = { head: 1, parent: 0.45, place: 0.4 }

const dotted = /(?<![\p{L}\p{N}/])(?:(?:\p{L}\.\s?){2,}(?:\p{L}(?![\p{L}\p{N}])\.?)?|(?:\p{Lu}\.)+\p{Lu}(?![\p{L}\p{N}]))/gu
/** "N° 4", "Nº4", "Nro. 4": the sign of a number, which would be read as a letter. */
const numberSign = /(?<!\p{L})n(?:\s?\.?\s?[°º]|ro\.?)\s?(?=\d)/giu
/** In capitals and before no Spanish or French word for a body ("UN BATALLÓN") it is no "un". */
const unitedNations =
  /(?<!\p{L})UN(?!\p{L})(?!\s+(?:BATALL|BATAILL|BATALH|BRIGADA|PELOT|ESCUAD|ESCADR|REGIMI|RÉGIM|GRUPO|GROUPE|COMPA|EQUIP|ÉQUIP|CENTRO))/gu
/** As acronyms are printed: two to eight capitals. */
const capitalWord = /(?<!\p{L})\p{Lu}{2,8}s?(?!\p{L})/gu
/** What a name says, at most: longer cells are lists, to be split before. */
const mostTerms = 24
const romanLetters: Record<string, string> = { i: '1', v: '5', x: '10', l: '50' }
/** A number's own ending tells the gender of the echelon that is left out. */
const feminine = /^\W*\d+\s?(?:\/\s?a|ª|a|va|ta|ma|da|ra|na|era)\W*$/iu
const masculine = /^\W*\d+\s?(?:\/\s?(?:o|er)|º|o|vo|to|mo|do|ro|er|no)\W*$/iu

/**
 * Reads a printed name. Total: every text gives a reading, that of an empty one has no terms. `country` is ISO 3166-1 alpha-3 of the
 * rows that it stands in, and decides between readings of an acronym.
 */
export function readUnitName(printed: string, country: string | null = null): UnitName {
  const text = (printed.length > longestName ? printed.slice(0, longestName) : printed).replace(/&(?:amp;)*/gi, ' & ')
  const signed = text.replace(numberSign, 'no ').replace(unitedNations, 'United Nations')
  let latin = toLatin(signed).text
  if (latin.includes('.')) latin = latin.replace(dotted, (match) => `${match.replace(/[.\s]/g, '')} `)
  latin = latin.replace(/(?<=\p{L}{2})['’‘`](?=\p{L})/gu, '')
  const reader = new Reader(country)
  const segments = latin.split(/[(),;[\]]|\s[-–—]\s|\s\/\s/u).filter((segment) => /[\p{L}\p{N}]/u.test(segment))
  segments.slice(0, mostTerms).forEach((segment, ordinal) => {
    reader.read(segment, ordinal)
  })
  return reader.name(printed)
}

class Reader {
  readonly #terms = new Map<string, UnitTerm>()
  readonly #words: string[] = []
  readonly #acronyms: string[] = []
  #country: string | null
  readonly #given: string | null
  #roman = false
  #part: UnitPart = 'head'
  #capitals: ReadonlySet<string> | null = null
  readonly #numbers = new Map<string, string>()
  /** Numbers of this segment before an echelon, and an echelon before its number. */
  #waiting: string[] = []
  #unnumbered: string | null = null

  constructor(country: string | null) {
    this.#country = country
    this.#given = country
  }

  read(segment: string, ordinal: number): void {
    let words = expandNumbers(searchKey(segment).split(' ', 40), this.#given)
    if (ordinal > 0) this.#part = this.#terms.size === 0 ? 'head' : tailPart(words, this.#given, this.#hasEchelon())
    else this.#part = 'head'
    words = this.#expand(words)
    this.#waiting = []
    this.#unnumbered = null
    // A name without any capital does not tell.
    this.#capitals = /\p{Lu}/u.test(segment) ? new Set(segment.match(capitalWord)?.map((word) => word.toLowerCase())) : null
    for (let at = 0; at < words.length; ) at += this.#take(words, at, segment)
  }

  /** Acronyms of the table are replaced by what they stand for. */
  #expand(words: string[]): string[] {
    const expanded: string[] = []
    for (let at = 0; at < words.length; ) {
      const entry = unitEntryAt(words, at, this.#given)
      if (entry?.kind === 'stands for') this.#acronyms.push(entry.words.join(' '))
      // "Antinarcóticos" is "anti narcotics".
      if (entry?.kind === 'stands for' || (entry?.kind === 'common' && entry.value.includes(' '))) {
        expanded.push(...entry.value.split(' '))
        at += entry.words.length
      } else {
        const word = words[at++]!
        expanded.push((entry === null ? meantTerm(word) : null) ?? word)
      }
    }
    return expanded
  }

  /** Reads what begins at a word; returns how many words it was. */
  #take(words: string[], at: number, segment: string): number {
    const word = words[at]!
    if (/^\d/.test(word)) {
      this.#words.push(word)
      this.#add('number', /^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word)
      if (!/\d/.test(segment)) this.#roman = /(?<![\p{L}])[IVXL]+(?![\p{L}])/u.test(segment)
      return 1
    }
    const entry: UnitEntry | null = unitEntryAt(words, at, this.#given)
    const beside = (offset: number) => {
      const other = words[at + offset] === undefined ? null : unitEntryAt(words, at + offset, this.#given)
      return other?.kind === 'echelon' || other?.kind === 'arm' || other?.kind === 'branch'
    }
    if (word.length === 1 && /[a-z]/.test(word)) {
      const capital = new RegExp(`(?<![\\p{L}\\p{N}])${word.toUpperCase()}(?![\\p{L}\\p{N}])`, 'u').test(segment)
      if (romanLetters[word] && capital && (beside(1) || beside(-1) || at === words.length - 1)) {
        this.#words.push(word)
        this.#roman = true
        this.#add('number', romanLetters[word]!)
        return 1
      }
      if (capital || entry === null) {
        this.#words.push(word)
        this.#add('letter', word)
        return 1
      }
    }
    const named = entry === null || entry.kind === 'filler' ? countryAt(words, at) : null
    if (named) {
      if (this.#country === null || this.#country === named.code) {
        this.#country = named.code
        this.#words.push(...words.slice(at, at + named.count))
        this.#add('country', named.code)
        return named.count
      }
    }
    if (entry === null || entry.kind === 'stands for' || entry.kind === 'common') {
      this.#words.push(word)
      this.#add('proper', word, entry?.kind === 'common' ? entry.value : null)
      return 1
    }
    if (entry.kind === 'filler') {
      // "3rd Bn of 5th Regt": what follows "of" and has a number of its own is what the unit belongs to.
      if (
        this.#part === 'head' &&
        this.#hasNumber() &&
        /^(?:of|de|del|du|do|da)$/.test(word) &&
        belongs(words, at + 1, this.#given)
      )
        this.#part = 'parent'
      this.#words.push(word)
      return 1
    }
    if (entry.kind === 'number sign') return 1
    this.#words.push(...entry.words)
    this.#add(entry.kind, entry.value)
    return entry.words.length
  }

  #hasNumber(): boolean {
    for (const term of this.#terms.values())
      if ((term.kind === 'number' || term.kind === 'letter') && term.part === 'head') return true
    return false
  }

  #hasEchelon(): boolean {
    for (const term of this.#terms.values()) if (term.kind === 'echelon' && term.part === 'head') return true
    return false
  }

  /** "1st Bn 2nd Bde" and "Batallón 1, Brigada 2": which number an echelon has, the first of each; of two before it ("2/5 Bn") none is known to be its own. */
  #numberOf(kind: UnitTermKind, value: string): void {
    if (kind === 'number') {
      if (this.#unnumbered !== null) this.#numbers.set(this.#unnumbered, value)
      else this.#waiting.push(value)
      this.#unnumbered = null
    } else if (kind === 'echelon' && !this.#numbers.has(value)) {
      if (this.#waiting.length === 1) this.#numbers.set(value, this.#waiting[0]!)
      this.#unnumbered = this.#waiting.length === 0 ? value : null
      this.#waiting = []
    }
  }

  #add(kind: UnitTermKind, value: string, common: string | null = null): void {
    this.#numberOf(kind, value)
    const key = `${kind} ${value}`
    if (this.#terms.has(key) || this.#terms.size >= mostTerms) return
    const seat = kind === 'echelon' && seats.has(value) ? 0.5 : 1
    this.#terms.set(key, {
      kind,
      value,
      common,
      part: this.#part,
      weight: (common === null ? weightOf[kind] : commonWeight) * partWeight[this.#part] * seat,
      capitals: kind === 'proper' && (this.#capitals === null || this.#capitals.has(value)),
    })
  }

  name(printed: string): UnitName {
    const terms = [...this.#terms.values()]
    const bare = terms.length === 1 && terms[0]!.kind === 'number'
    return {
      printed,
      get level() {
        return levelOf(printed, terms, this.acronyms)
      },
      terms,
      words: this.#words,
      acronyms: this.#acronyms,
      country: this.#country,
      ordinalGender: bare ? (feminine.test(printed) ? 'feminine' : masculine.test(printed) ? 'masculine' : null) : null,
      roman: this.#roman,
      numbers: this.#numbers,
    }
  }
}

/** XXIV to XLIX but for XL, which is a size; the normaliser reads the lower ones. */
const highRomans: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 26 }, (_, at) => {
    const number = at + 24
    const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10]!
    return [`${{ 2: 'xx', 3: 'xxx', 4: 'xl' }[Math.floor(number / 10)]!}${ones}`, number] as const
  }).filter(([numeral]) => numeral !== 'xl'),
)

/** Numbers written out, and numbers glued to a word of a unit: "eighty 2" is 82, "2zm" 2 and zm, "rn8" rn and 8. */
function expandNumbers(words: string[], country: string | null): string[] {
  if (words.length === 1 && words[0] === '') return []
  const out: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const value = cardinals.get(word) ?? highRomans.get(word)
    // "dos" and "uno" are also words: only where a number can be.
    if (value !== undefined && !(isFiller(word) && at < words.length - 1)) {
      const next = words[at + 1]
      const unit = next === undefined ? undefined : /^[1-9]$/.test(next) ? Number(next) : cardinals.get(next)
      if (value >= 20 && unit !== undefined && unit < 10) {
        out.push(String(value + unit))
        at++
      } else out.push(String(value))
      continue
    }
    const glued = word.length > 2 ? (/^(\d+)([a-z]{2,})$/.exec(word) ?? /^([a-z]{2,})(\d+)$/.exec(word)) : null
    if (glued) {
      const letters = /\d/.test(glued[1]!) ? glued[2]! : glued[1]!
      const entry = unitEntryAt([letters], 0, country)
      // "2ID": a number and an acronym of the rest.
      if (entry || /^\d+[a-z]{2,4}$/.test(word)) {
        out.push(glued[1]!, glued[2]!)
        continue
      }
    }
    out.push(word)
  }
  return out
}

/**
 * A tail with an echelon or branch is what the unit belongs to, unless no echelon stood before: then it is of the head, and so are arms
 * alone ("Eighty second (Airborne) Division"). Any other tail is a place.
 */
function tailPart(words: string[], country: string | null, echelonBefore: boolean): UnitPart {
  let arms = 0
  let other = 0
  for (let at = 0; at < words.length; ) {
    const entry = unitEntryAt(words, at, country)
    if (entry?.kind === 'echelon' && !echelonBefore) return 'head'
    if (entry?.kind === 'echelon' || entry?.kind === 'branch' || entry?.kind === 'stands for') return 'parent'
    if (entry?.kind === 'arm') arms++
    else if (entry?.kind !== 'filler') other++
    at += entry?.words.length ?? 1
  }
  return arms > 0 && other === 0 ? 'head' : 'place'
}

/** Whether a unit of its own begins here: its number or branch, and its echelon, with no more than two words between. */
function belongs(words: string[], from: number, country: string | null): boolean {
  for (let at = from; at < Math.min(words.length, from + 4); ) {
    const entry = unitEntryAt(words, at, country)
    if (entry?.kind === 'echelon' || entry?.kind === 'branch' || entry?.kind === 'stands for') return true
    at += entry?.words.length ?? 1
  }
  return false
}

function countryAt(words: string[], at: number): { code: string; count: number } | null {
  for (const count of [3, 2, 1]) {
    if (at + count > words.length) continue
    const code = countryNamed(words.slice(at, at + count).join(' '))
    if (code) return { code, count }
  }
  return null
}

const ministries = /^(?:sedena|semar|mod|moi|mnd|moj|mfa|mdn|ssp|pgr|fgr|sdn)$/
function levelOf(printed: string, terms: readonly UnitTerm[], acronyms: readonly string[]): UnitLevel {
  if (terms.length === 0) return 'none'
  const numbered = terms.some((term) => term.kind === 'number' || term.kind === 'letter')
  const level = namesUnit(printed)
  if (level === 'none') return 'none'
  if (terms.some((term) => term.kind === 'echelon' && term.value === 'ministry') && !numbered && terms.length <= 4)
    return 'ministry'
  if (
    acronyms.some((acronym) => ministries.test(acronym)) &&
    acronyms.length ===
      searchKey(printed)
        .split(' ')
        .filter((word) => !/^\d+$/.test(word)).length
  )
    return 'ministry'
  if (
    !numbered &&
    acronyms.length > 0 &&
    acronyms.every((acronym) => classAcronyms.has(acronym)) &&
    searchKey(printed).split(' ').length === acronyms.length
  )
    return 'class of units'
  if (level === 'service or ministry') return 'branch'
  return level
}

/** The first letters of a name's words that carry meaning, as its acronym would be made: '' for a single word. */
export function initials(words: readonly string[]): string {
  const letters = words.filter((word) => !isFiller(word) && !/^\d/.test(word)).map((word) => word[0]!)
  return letters.length < 2 ? '' : letters.join('')
}
