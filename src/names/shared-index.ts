/**
 * The index itself: of each feature of a name (words, sounds, consonants, letter sets, numbers, acronyms) the names that have it. Threads share it: what
 * grows with the names lies in shared memory, once, and no name is kept as it was read.
 */
import { type ReadName, readName } from './compare.js'
import type { NameKind } from './comparison.js'
import { type PackedTexts, packTexts, shared } from './packed-texts.js'
import { type Word, wordOf } from './spelling.js'
import { initials } from './unit-name.js'

export interface NamedEntity {
  id: string
  kind: NameKind
  /** ISO 3166-1 alpha-3; null where it is not known. */
  country: string | null
  names: readonly string[]
}

export interface SharedIndex {
  ids: PackedTexts
  /** Names as printed; of each its entity's ordinal, its kind as an ordinal, and its country as one of `countries`, 0 where it is not known. */
  texts: PackedTexts
  entities: Uint32Array
  kinds: Uint8Array
  countryOf: Uint16Array
  countries: string[]
  /** Two hashes of each feature; and the features by the first of them, a table in which the next free place is taken. */
  hashes: Uint32Array
  table: Uint32Array
  /** Where the names of each feature begin. */
  starts: Uint32Array
  postings: Uint32Array
}

export const kindsOfNames: readonly NameKind[] = ['person', 'unit', 'organization']

/** `keep` is told each name as it was read. */
export function makeIndex(entities: Iterable<NamedEntity>, keep: (at: number, read: ReadName) => void): SharedIndex {
  const ids: string[] = []
  const texts: string[] = []
  const [entityOf, kinds, countryOf]: [number[], number[], number[]] = [[], [], []]
  const countries = new Map<string, number>()
  // A map a kind, so that a feature is looked up as the string that it is: joined to its kind it would be hashed anew each time.
  const known = kindsOfNames.map(() => new Map<string, number>())
  const features: string[] = []
  const lists: number[][] = []
  for (const entity of entities) {
    const ordinal = ids.push(entity.id) - 1
    if (entity.country !== null && !countries.has(entity.country)) countries.set(entity.country, countries.size + 1)
    for (const printed of entity.names) {
      const read = readName(entity.kind, printed, entity.country)
      const at = texts.push(printed) - 1
      entityOf.push(ordinal)
      kinds.push(kindsOfNames.indexOf(entity.kind))
      countryOf.push(entity.country === null ? 0 : countries.get(entity.country)!)
      keep(at, read)
      const own = known[kindsOfNames.indexOf(entity.kind)]!
      featuresOf(read, (feature) => {
        let id = own.get(feature)
        if (id === undefined) {
          id = lists.length
          own.set(feature, id)
          features.push(entity.kind[0] + feature)
          lists.push([])
        }
        const list = lists[id]!
        if (list[list.length - 1] !== at) list.push(at)
      })
    }
  }
  const starts = new Uint32Array(lists.length + 1)
  const postings = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let from = 0
  for (const [id, list] of lists.entries()) {
    starts[id] = from
    postings.set(list, from)
    from += list.length
  }
  starts[lists.length] = from
  return {
    ids: packTexts(ids),
    texts: packTexts(texts),
    entities: shared(Uint32Array.from(entityOf)),
    kinds: shared(Uint8Array.from(kinds)),
    countryOf: shared(Uint16Array.from(countryOf)),
    countries: [...countries.keys()],
    ...tableOf(features),
    starts: shared(starts),
    postings: shared(postings),
  }
}

/** Features are known by two hashes of 32 bits: of half a million of them two are taken for one once in a hundred million indexes. */
function tableOf(features: readonly string[]): Pick<SharedIndex, 'hashes' | 'table'> {
  const hashes = new Uint32Array(2 * features.length)
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * features.length + 2)))
  let id = 0
  for (const feature of features) {
    const [first, second] = hashesOf(feature)
    hashes[2 * id] = first
    hashes[2 * id + 1] = second
    let place = first & (table.length - 1)
    while (table[place] !== 0) place = (place + 1) & (table.length - 1)
    table[place] = ++id
  }
  return { hashes: shared(hashes), table: shared(table) }
}

export function featureIn({ hashes, table }: SharedIndex, feature: string): number | null {
  const [first, second] = hashesOf(feature)
  for (let place = first & (table.length - 1); table[place] !== 0; place = (place + 1) & (table.length - 1)) {
    const id = table[place]! - 1
    if (hashes[2 * id] === first && hashes[2 * id + 1] === second) return id
  }
  return null
}

/** FNV-1a, and the same from another beginning with another prime. */
function hashesOf(text: string): [number, number] {
  let [first, second] = [0x811c9dc5, 0x9747b28c]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ code, 0x5bd1e995)
  }
  return [(first ^ (first >>> 15)) >>> 0, (second ^ (second >>> 13)) >>> 0]
}

/** What a name is found by, each with its weight. Names that differ by one slip share at least one of them. */
export function featuresOf(read: ReadName, add: (feature: string, weight: number) => void): void {
  if (read.kind === 'unit') {
    const numbers = read.name.terms.filter((term) => term.kind === 'number').map((term) => term.value)
    for (const term of read.name.terms) {
      if (term.kind === 'proper') {
        add(`w${term.value}`, 1)
        if (term.value.length > 3)
          for (const { feature, weight } of featuresOfWord(wordOf(term.value))) if (!feature.startsWith('s')) add(feature, weight)
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
    for (const { feature, weight } of featuresOfWord(word)) add(feature, weight)
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

interface WeightedFeature {
  feature: string
  weight: number
}

/** Made once a word, of which there are far fewer than names. */
const madeOf = new WeakMap<Word, readonly WeightedFeature[]>()

/** Sound and consonants of a word, its beginning and end, and its letters in the order of the alphabet, each once: what one slip leaves. */
function featuresOfWord(word: Word): readonly WeightedFeature[] {
  const made = madeOf.get(word)
  if (made) return made
  const { text } = word
  const features: WeightedFeature[] = [{ feature: `s${word.variant ?? word.sound}`, weight: 1 }]
  if (word.bones.length > 1) features.push({ feature: `b${word.bones}`, weight: 0.4 })
  if (text.length >= 6)
    features.push({ feature: `p${text.slice(0, 4)}`, weight: 0.3 }, { feature: `q${text.slice(-4)}`, weight: 0.3 })
  if (text.length < 16) features.push({ feature: `l${[...new Set(text)].sort().join('')}`, weight: 0.4 })
  for (const name of word.nicknameOf) features.push({ feature: `s${name}`, weight: 0.7 })
  madeOf.set(word, features)
  return features
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
