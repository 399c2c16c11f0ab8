/**
 * Finds the terms of one unit's name in another's: the same, in another language or spelling, cut short, joined, or as first letters ("301 FTS").
 */
import { standsFor, type Word, wordOf, wordSimilarity } from './spelling.js'
import type { UnitName, UnitTerm } from './unit-name.js'
import { isFiller, likeEchelons, nigerianPoliceEchelons } from './unit-vocabulary.js'

/** How a term stands for one that is not the same, in the words of a reason. */
type Way = 'used for each other' | 'other spelling' | 'same meaning' | 'abbreviation' | 'parted differently' | 'first letters'

export interface Side {
  name: UnitName
  terms: readonly UnitTerm[]
  /** How well each term is found in the other name, 0 to 1. */
  found: Float64Array
  /** Of terms that were found as something else: how, and as what; null where nobody asks. */
  ways: Map<number, readonly [way: Way, other: string]> | null
  /** Whether a word of it is made of first letters of the other's. */
  byLetters: boolean
}

const least = 0.78

/** Both names with what of each is found in the other. */
export function matchTerms(a: UnitName, b: UnitName, explain: boolean): [Side, Side] {
  const sideOf = (name: UnitName): Side => ({
    name,
    terms: name.terms,
    found: new Float64Array(name.terms.length),
    ways: explain ? new Map() : null,
    byLetters: false,
  })
  const [left, right] = [sideOf(a), sideOf(b)]
  // In an order of their own, so that it does not matter which name was given first.
  const [one, two] = a.printed <= b.printed ? [left, right] : [right, left]
  matchEqual(one, two)
  matchJoined(one, two)
  matchJoined(two, one)
  matchAlike(one, two)
  matchCut(one, two)
  matchCut(two, one)
  matchAcronyms(one, two)
  matchAcronyms(two, one)
  return [left, right]
}

function matchEqual(left: Side, right: Side): void {
  for (let i = 0; i < left.terms.length; i++) {
    const mine = left.terms[i]!
    for (let j = 0; j < right.terms.length; j++) {
      const other = right.terms[j]!
      if (mine.kind !== other.kind) continue
      if (mine.value === other.value || (mine.common !== null && mine.common === other.common)) {
        found(left, i, right, j, 1, 'same meaning')
        break
      }
    }
  }
}

function found(one: Side, i: number, two: Side, j: number, similarity: number, way: Way): void {
  one.found[i] = similarity
  two.found[j] = similarity
  const [mine, other] = [one.terms[i]!.value, two.terms[j]!.value]
  if (mine === other || one.ways === null) return
  one.ways?.set(i, [way, other])
  two.ways?.set(j, [way, mine])
}

/** Whether one of the names says police, and neither another branch. */
function isPolice(left: Side, right: Side): boolean {
  let police = false
  for (const { terms } of [left, right])
    for (const { kind, value } of terms) {
      if (kind === 'branch' && value !== 'police') return false
      if (kind === 'branch') police = true
    }
  return police
}

function matchAlike(left: Side, right: Side): void {
  const like = left.name.country === 'NGA' && isPolice(left, right) ? nigerianPoliceEchelons : likeEchelons
  for (let i = 0; i < left.terms.length; i++) {
    const mine = left.terms[i]!
    const others = left.found[i] === 0 ? like[mine.value] : undefined
    if (others) {
      const at = right.terms.findIndex(
        (other, j) => other.kind === mine.kind && right.found[j] === 0 && others[other.value] !== undefined,
      )
      if (at >= 0) found(left, i, right, at, others[right.terms[at]!.value]!, 'used for each other')
    }
    if (mine.kind !== 'proper' || left.found[i]! > 0) continue
    let best = least
    let at = -1
    let way: Way = 'other spelling'
    const word: Word = wordOf(mine.value)
    for (let j = 0; j < right.terms.length; j++) {
      const other = right.terms[j]!
      // "Eastern" and "Western" are spelled alike and mean what they mean.
      if (other.kind !== 'proper' || right.found[j]! > 0 || (mine.common !== null && other.common !== null)) continue
      let similarity = wordSimilarity(word, wordOf(other.value))
      const cut = similarity === 0 && abbreviates(mine.value, other.value)
      if (cut) similarity = 0.85
      if (similarity > best) {
        best = similarity
        at = j
        way = cut ? 'abbreviation' : 'other spelling'
      }
    }
    if (at >= 0) found(left, i, right, at, best, way)
  }
}

/** "coah" for Coahuila, "nav" for naval: the beginning of the word, three letters at least. */
const abbreviates = (a: string, b: string): boolean =>
  a.length >= 3 &&
  b.length >= 3 &&
  a.length !== b.length &&
  (a.startsWith(b) || b.startsWith(a)) &&
  Math.min(a.length, b.length) <= 5

/** "Igboeze" and "Igbo-Eze": two proper words of one name are one of the other. */
function matchJoined(one: Side, two: Side): void {
  for (let i = 0; i + 1 < one.terms.length; i++) {
    const [first, second] = [one.terms[i]!, one.terms[i + 1]!]
    if (
      first.kind !== 'proper' ||
      (second.kind !== 'proper' && second.kind !== 'letter') ||
      one.found[i]! + one.found[i + 1]! > 0
    )
      continue
    const joined = wordOf(first.value + second.value)
    for (let j = 0; j < two.terms.length; j++) {
      const other = two.terms[j]!
      if (other.kind !== 'proper' || two.found[j]! > 0) continue
      const similarity = wordSimilarity(joined, wordOf(other.value))
      if (similarity < 0.85 || wordSimilarity(wordOf(first.value), wordOf(other.value)) >= similarity) continue
      found(one, i, two, j, similarity, 'parted differently')
      one.found[i + 1] = similarity
      one.ways?.set(i, ['parted differently', other.value])
      two.ways?.set(j, ['parted differently', `${first.value} ${second.value}`])
    }
  }
}

/** "Special Brigade" for a Special Forces Brigade: the first word of an arm of two. */
function matchCut(one: Side, two: Side): void {
  for (let i = 0; i < one.terms.length; i++) {
    const term = one.terms[i]!
    if (term.kind !== 'proper' || one.found[i]! > 0) continue
    for (let j = 0; j < two.terms.length; j++) {
      const other = two.terms[j]!
      if (other.kind !== 'arm' || two.found[j]! > 0 || !other.value.startsWith(`${term.value} `)) continue
      found(one, i, two, j, 0.8, 'abbreviation')
      break
    }
  }
}

/** A word that is not known may be made of the first letters of the other name's words: "301 FTS", Flying Training School. */
function matchAcronyms(one: Side, two: Side): void {
  for (let i = 0; i < one.terms.length; i++) {
    const term = one.terms[i]!
    if (term.kind !== 'proper' || one.found[i]! > 0 || !term.capitals || term.value.length < 2 || term.value.length > 8) continue
    const words = two.name.words
    for (let from = 0; from < words.length; from++) {
      if (words[from]![0] !== term.value[0] || isFiller(words[from]!)) continue
      const to = standsFor(term.value, words, from, isFiller)
      if (to - from < 2) continue
      const whole = words.every((word, at) => (at >= from && at < to) || /^\d/.test(word))
      one.found[i] = whole ? 0.95 : 0.8
      one.byLetters = true
      one.ways?.set(i, ['first letters', words.slice(from, to).join(' ')])
      const covered = new Set(words.slice(from, to))
      for (let j = 0; j < two.terms.length; j++) {
        if (two.found[j]! > 0 || two.terms[j]!.kind === 'number') continue
        if (covered.has(two.terms[j]!.value) || two.terms[j]!.kind !== 'proper') two.found[j] = one.found[i]!
      }
      break
    }
  }
}
