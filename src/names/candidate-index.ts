/**
 * Finds the few names of many that may be a queried one, and compares those: an index in memory of words, sounds, consonants, letter
 * sets, numbers and acronyms, the rarest first. A slip of the keyboard leaves at least one of these whole.
 */
import { compareRead, countryFactor, type ReadName, readName, withCountries } from './compare.js'
import type { Comparison } from './comparison.js'
import { textAt } from './packed-texts.js'
import { searchKey } from './search-key.js'
import { featureIn, featuresOf, kindsOfNames, makeIndex, type NamedEntity, type SharedIndex } from './shared-index.js'

export type { NamedEntity, SharedIndex } from './shared-index.js'

export interface Match extends Comparison {
  id: string
}

interface Candidate {
  score: number
  /** The same letters and digits. */
  exact: boolean
  read: ReadName
  /** Ordinal of the name. */
  at: number
}

/** So many names are compared in full a query; comparing units is cheap, and their words are common. */
const compared = { unit: 48, person: 14, organization: 24 }
/** So many postings are read a query, the rarest first: common words alone find nothing that a person could use. */
const budget = 12_000

export interface IndexOptions {
  /** So many names are kept as they were read; more are read again when they are compared. All of them where it is not given. */
  mostRead?: number
}

export class CandidateIndex {
  readonly shared: SharedIndex
  readonly #mostRead: number
  readonly #read = new Map<number, ReadName>()
  /** Names of a country's units, for acronyms that take more than the first letters. */
  readonly #unitsOf = new Map<string, number[]>()
  readonly #scores: Float32Array
  readonly #touched: Uint32Array

  /** Reads and indexes all names; ids are kept as they are and need not be unique. Or takes an index that another thread made. */
  constructor(entities: Iterable<NamedEntity> | SharedIndex, { mostRead = Number.POSITIVE_INFINITY }: IndexOptions = {}) {
    this.#mostRead = mostRead
    this.shared = Symbol.iterator in entities ? makeIndex(entities, (at, read) => this.#keep(at, read)) : entities
    this.#scores = new Float32Array(this.shared.entities.length)
    this.#touched = new Uint32Array(this.shared.entities.length)
  }

  get size(): number {
    return this.shared.ids.ends.length
  }

  /**
   * The entities that may be the queried one, best first, at most `limit`; of equal scores the one indexed first. `among` is how many names
   * are compared in full: fewer where many queries matter more than the last unlikely match. `isAsked` tells of an entity by its ordinal whether it may
   * be found: others take nobody's place among those that are compared.
   */
  match(
    query: Omit<NamedEntity, 'id'>,
    limit = 5,
    among = compared[query.kind],
    isAsked: ((entity: number) => boolean) | null = null,
  ): Match[] {
    const best = new Map<number, Candidate>()
    for (const printed of query.names) {
      const read = readName(query.kind, printed, query.country)
      this.#compare(read, query, this.#candidates(read, query, Math.max(among, 3 * limit), isAsked), best)
      if (best.size === 0 && isAcronym(read)) {
        const units = this.#unitsOfCountry(query.country ?? '')
        this.#compare(read, query, isAsked ? units.filter((at) => isAsked(this.shared.entities[at]!)) : units, best)
      }
    }
    return [...best]
      .sort(([x, a], [y, b]) => b.score - a.score || Number(b.exact) - Number(a.exact) || x - y)
      .slice(0, limit)
      .map(([entity, { read, at }]) => ({
        id: textAt(this.shared.ids, entity),
        ...withCountries(compareRead(read, this.#nameAt(at)), query.kind, query.country, this.#countryAt(at)),
      }))
  }

  /**
   * Ids of all entities that are at least so alike, in no order: also where a name ("1st Battalion") may be any of thousands. What its rarest feature
   * finds is compared without another bound than the size of the index, some ten thousand names a tenth of a second.
   */
  all(query: Omit<NamedEntity, 'id'>, least: number): string[] {
    const found = new Set<number>()
    for (const printed of query.names) {
      const read = readName(query.kind, printed, query.country)
      for (const at of this.#candidates(read, query, Number.POSITIVE_INFINITY)) {
        const entity = this.shared.entities[at]!
        if (found.has(entity)) continue
        const { score, verdict } = compareRead(read, this.#nameAt(at), false)
        if (verdict !== 'different' && score * countryFactor(query.kind, query.country, this.#countryAt(at)) >= least)
          found.add(entity)
      }
    }
    return [...found].map((entity) => textAt(this.shared.ids, entity))
  }

  #keep(at: number, read: ReadName): void {
    if (this.#read.size >= this.#mostRead) this.#read.clear()
    if (this.#mostRead > 0) this.#read.set(at, read)
  }

  #nameAt(at: number): ReadName {
    let read = this.#read.get(at)
    if (!read) {
      read = readName(kindsOfNames[this.shared.kinds[at]!]!, textAt(this.shared.texts, at), this.#countryAt(at))
      this.#keep(at, read)
    }
    return read
  }

  #countryAt(at: number): string | null {
    const country = this.shared.countryOf[at]!
    return country === 0 ? null : this.shared.countries[country - 1]!
  }

  #unitsOfCountry(country: string): number[] {
    const known = this.#unitsOf.get(country)
    if (known) return known
    const { countries, countryOf, kinds } = this.shared
    const wanted = countries.indexOf(country) + 1
    const found: number[] = []
    if (wanted > 0)
      for (let at = 0; at < kinds.length && found.length < mostOfCountry; at++)
        if (countryOf[at] === wanted && kindsOfNames[kinds[at]!] === 'unit') found.push(at)
    this.#unitsOf.set(country, found)
    return found
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
      const name = this.#nameAt(at)
      const entity = this.shared.entities[at]!
      const { score } = compareRead(read, name, false)
      const counted = score * countryFactor(query.kind, query.country, this.#countryAt(at))
      const known = best.get(entity)
      if (counted <= 0 || (known && counted < known.score)) continue
      const exact = counted > 0.9 && searchKey(name.name.printed) === key
      if (!known || counted > known.score || (exact && !known.exact)) best.set(entity, { score: counted, exact, read, at })
    }
  }

  #candidates(
    read: ReadName,
    query: Omit<NamedEntity, 'id'>,
    most: number,
    isAsked: ((entity: number) => boolean) | null = null,
  ): number[] {
    const found: { id: number; size: number; weight: number }[] = []
    const seen = new Set<number>()
    const { starts, postings, countryOf, countries, entities } = this.shared
    featuresOf(read, (feature, weight) => {
      const id = featureIn(this.shared, query.kind[0] + feature)
      if (id === null || seen.has(id)) return
      seen.add(id)
      found.push({ id, size: starts[id + 1]! - starts[id]!, weight })
    })
    found.sort((a, b) => a.size - b.size || a.id - b.id)
    const scores = this.#scores
    const touched = this.#touched
    let count = 0
    let spent = 0
    // Units of other countries are left out; a country that no name has is one of them like the rest.
    const strict = query.kind === 'unit' && query.country !== null ? countries.indexOf(query.country) + 1 || 65_535 : 0
    for (const { id, size, weight } of found) {
      if (spent > 0 && spent + size > budget) break
      spent += size
      const gain = weight * Math.log(1 + entities.length / size)
      for (let at = starts[id]!, end = starts[id + 1]!; at < end; at++) {
        const name = postings[at]!
        if (scores[name] === 0) {
          const country = countryOf[name]!
          if (strict !== 0 && country !== 0 && country !== strict) continue
          if (isAsked && !isAsked(entities[name]!)) continue
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
