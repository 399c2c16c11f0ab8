/**
 * Finds the few names of many that may be a queried one, and compares those: an index in memory of words, sounds, consonants, letter
 * sets, numbers and acronyms, the rarest first. A slip of the keyboard leaves at least one of these whole.
 */
import { compareRead, countryFactor, type ReadName, readName, withCountries } from './compare.js'
import type { Comparison, NameKind } from './comparison.js'
import { searchKey } from './search-key.js'
import { type Word, wordOf } from './spelling.js'
import { initials } from './unit-name.js'

export interface NamedEntity {
  id: string
  kind: NameKind
  /** ISO 3166-1 alpha-3; null where it is not known. */
  country: string | null
  names: readonly string[]
}

export interface Match extends Comparison {
  id: string
}

interface Indexed {
  entity: number
  kind: NameKind
  country: string | null
  read: ReadName
}

interface Candidate {
  score: number
  /** The same letters and digits. */
  exact: boolean
  read: ReadName
  name: Indexed
}

/** So many names are compared in full a query; comparing units is cheap, and their words are common. */
const compared = { unit: 48, person: 14, organization: 24 }
/** So many postings are read a query, the rarest first: common words alone find nothing that a person could use. */
const budget = 12_000

export class CandidateIndex {
  readonly #ids: string[] = []
  readonly #names: Indexed[] = []
  readonly #features = new Map<string, number>()
  /** Names of a country's units, for acronyms that take more than the first letters. */
  readonly #unitsOf = new Map<string, number[]>()
  #starts = new Uint32Array(0)
  #postings = new Uint32Array(0)
  /** Of each name, its country as an ordinal of #countries; 0 where it is not known. */
  #countryOf = new Uint16Array(0)
  readonly #countries = new Map<string, number>()
  #scores = new Float32Array(0)
  #touched = new Uint32Array(0)

  /** Reads and indexes all names; ids are kept as they are and need not be unique. */
  constructor(entities: Iterable<NamedEntity>) {
    const lists: number[][] = []
    for (const entity of entities) {
      const ordinal = this.#ids.push(entity.id) - 1
      for (const printed of entity.names) {
        const read = readName(entity.kind, printed, entity.country)
        const at = this.#names.push({ entity: ordinal, kind: entity.kind, country: entity.country, read }) - 1
        if (entity.kind === 'unit' && entity.country !== null) {
          const own = this.#unitsOf.get(entity.country)
          if (own) own.push(at)
          else this.#unitsOf.set(entity.country, [at])
        }
        featuresOf(read, (given) => {
          const feature = entity.kind[0] + given
          let id = this.#features.get(feature)
          if (id === undefined) {
            id = lists.length
            this.#features.set(feature, id)
            lists.push([])
          }
          const list = lists[id]!
          if (list[list.length - 1] !== at) list.push(at)
        })
      }
    }
    this.#starts = new Uint32Array(lists.length + 1)
    this.#postings = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0))
    let from = 0
    for (let id = 0; id < lists.length; id++) {
      this.#starts[id] = from
      this.#postings.set(lists[id]!, from)
      from += lists[id]!.length
    }
    this.#starts[lists.length] = from
    this.#countryOf = Uint16Array.from(this.#names, ({ country }) => {
      if (country === null) return 0
      if (!this.#countries.has(country)) this.#countries.set(country, this.#countries.size + 1)
      return this.#countries.get(country)!
    })
    this.#scores = new Float32Array(this.#names.length)
    this.#touched = new Uint32Array(this.#names.length)
  }

  get size(): number {
    return this.#ids.length
  }

  /**
   * The entities that may be the queried one, best first, at most `limit`; of equal scores the one indexed first. `among` is how many names
   * are compared in full: fewer where many queries matter more than the last unlikely match.
   */
  match(query: Omit<NamedEntity, 'id'>, limit = 5, among = compared[query.kind]): Match[] {
    const best = new Map<number, Candidate>()
    for (const printed of query.names) {
      const read = readName(query.kind, printed, query.country)
      this.#compare(read, query, this.#candidates(read, query, Math.max(among, 3 * limit)), best)
      if (best.size === 0 && isAcronym(read))
        this.#compare(read, query, this.#unitsOf.get(query.country ?? '')?.slice(0, mostOfCountry) ?? [], best)
    }
    return [...best]
      .sort(([x, a], [y, b]) => b.score - a.score || Number(b.exact) - Number(a.exact) || x - y)
      .slice(0, limit)
      .map(([entity, { read, name }]) => ({
        id: this.#ids[entity]!,
        ...withCountries(compareRead(read, name.read), query.kind, query.country, name.country),
      }))
  }

  /** Of names that are equally alike, one of the same letters is nearer than one that only says the same. */
  #compare(
    read: ReadName,
    query: Pick<NamedEntity, 'kind' | 'country'>,
    candidates: readonly number[],
    best: Map<number, Candidate>,
  ): void {
    const key = searchKey(read.name.printed)
    for (const at of candidates) {
      const name = this.#names[at]!
      const { score } = compareRead(read, name.read, false)
      const counted = score * countryFactor(query.kind, query.country, name.country)
      const known = best.get(name.entity)
      if (counted <= 0 || (known && counted < known.score)) continue
      const exact = counted > 0.9 && searchKey(name.read.name.printed) === key
      if (!known || counted > known.score || (exact && !known.exact)) best.set(name.entity, { score: counted, exact, read, name })
    }
  }

  #candidates(read: ReadName, query: Omit<NamedEntity, 'id'>, most: number): number[] {
    const found: { id: number; size: number; weight: number }[] = []
    const seen = new Set<number>()
    featuresOf(read, (feature, weight) => {
      const id = this.#features.get(query.kind[0] + feature)
      if (id === undefined || seen.has(id)) return
      seen.add(id)
      found.push({ id, size: this.#starts[id + 1]! - this.#starts[id]!, weight })
    })
    found.sort((a, b) => a.size - b.size || a.id - b.id)
    const scores = this.#scores
    const touched = this.#touched
    let count = 0
    let spent = 0
    // Units of other countries are left out; a country that no name has is as any other of them.
    const strict = query.kind === 'unit' && query.country !== null ? (this.#countries.get(query.country) ?? 65_535) : 0
    const countryOf = this.#countryOf
    for (const { id, size, weight } of found) {
      if (spent > 0 && spent + size > budget) break
      spent += size
      const gain = weight * Math.log(1 + this.#names.length / size)
      for (let at = this.#starts[id]!, end = this.#starts[id + 1]!; at < end; at++) {
        const name = this.#postings[at]!
        if (scores[name] === 0) {
          const country = countryOf[name]!
          if (strict !== 0 && country !== 0 && country !== strict) continue
          touched[count++] = name
        }
        scores[name]! += gain
      }
    }
    const top = highest(scores, touched, count, most)
    for (let at = 0; at < count; at++) scores[touched[at]!] = 0
    return top
  }
}

/** "DATOPS" is of no word's first letters alone: where nothing else is found, it is held against all units of its country, so many at most. */
const mostOfCountry = 2_000

const isAcronym = (read: ReadName): boolean =>
  read.kind === 'unit' && read.name.terms.length === 1 && read.name.terms[0]!.capitals

/** The names with the highest scores, of equal ones the first indexed. */
function highest(scores: Float32Array, touched: Uint32Array, count: number, most: number): number[] {
  if (count <= most) return [...touched.subarray(0, count)]
  const top: number[] = []
  for (let at = 0; at < count; at++) {
    const name = touched[at]!
    const score = scores[name]!
    if (top.length === most && score <= scores[top[most - 1]!]!) continue
    let place = top.length
    while (place > 0 && scores[top[place - 1]!]! < score) place--
    top.splice(place, 0, name)
    if (top.length > most) top.pop()
  }
  return top
}

/** What a name is found by, each with its weight. Names that differ by one slip share at least one of them. */
function featuresOf(read: ReadName, add: (feature: string, weight: number) => void): void {
  if (read.kind === 'unit') {
    const numbers = read.name.terms.filter((term) => term.kind === 'number').map((term) => term.value)
    for (const term of read.name.terms) {
      if (term.kind === 'proper') {
        add(`w${term.value}`, 1)
        if (term.value.length > 3) {
          addEnds(term.value, add)
          const { bones } = wordOf(term.value)
          if (bones.length > 1) add(`b${bones}`, 0.4)
        }
        if (term.capitals && term.value.length > 1) add(`i${term.value}`, 1)
      } else if (term.kind === 'number' || term.kind === 'letter') add(`#${term.value}`, 1.5)
      else if (term.kind === 'echelon') {
        for (const number of numbers) add(`#${number} ${term.value}`, 1)
        add(`e${term.value}`, 0.5)
      } else if (term.kind === 'arm') add(`a${term.value}`, 0.5)
      else add(`b${term.value}`, 0.2)
    }
    // The same words are found however many names have some of them; a number finds them anyway.
    if (numbers.length === 0 && read.name.terms.length > 1) add(`=${read.name.words.join(' ')}`, 2)
    for (const acronym of unitInitials(read.name.words)) add(`i${acronym}`, 1)
    return
  }
  const words: readonly Word[] = read.name.words
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (read.kind === 'organization' && read.name.generic[at]) {
      add(`w${word.text}`, 0.4)
      continue
    }
    add(`s${word.variant ?? word.sound}`, 1)
    if (word.bones.length > 1) add(`b${word.bones}`, 0.4)
    addEnds(word.text, add)
    for (const name of word.nicknameOf) add(`s${name}`, 0.7)
  }
  if (read.kind === 'person') {
    add(`j${read.name.letters}`, 1)
    for (const initial of read.name.initials) add(`n${initial}`, 0.1)
  } else {
    for (const number of read.name.numbers) add(`#${number}`, 0.7)
    add(`j${words.map((word) => word.text).join('')}`, 1)
    const acronym = initials(read.name.all)
    if (acronym.length > 2) add(`i${acronym}`, 1)
    if (words.length <= 2) for (const word of words) if (word.text.length < 8) add(`i${word.text}`, 1)
  }
}

/** Beginning and end of a word, and its letters in the order of the alphabet, each once: what one slip leaves. */
function addEnds(word: string, add: (feature: string, weight: number) => void): void {
  if (word.length >= 6) {
    add(`p${word.slice(0, 4)}`, 0.3)
    add(`q${word.slice(-4)}`, 0.3)
  }
  if (word.length < 16) add(`l${[...new Set(word)].sort().join('')}`, 0.4)
}

/** Acronyms of a unit's words: of all, and of those from any word to the last or from the first to any. */
function unitInitials(words: readonly string[]): string[] {
  const letters = initials(words)
  // "DOAL" takes the "of" along.
  const found = new Set([
    words
      .filter((word) => !/^\d/.test(word))
      .map((word) => word[0])
      .join(''),
  ])
  for (let at = 0; at + 1 < letters.length && at < 6; at++) {
    found.add(letters.slice(at))
    if (at > 0) found.add(letters.slice(0, at + 1))
  }
  return [...found].filter((acronym) => acronym.length > 1 && acronym.length <= 8)
}
