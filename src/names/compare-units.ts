/**
 * Compares two units' names. A number, echelon or arm that differs weighs most; one that is missing weighs little: "102 Batallón" may be
 * "102/o. Batallón de Infantería" and cannot be "12 Batallón".
 */
import { type Comparison, listed, rounded, type Verdict } from './comparison.js'
import { standsFor, type Word, wordOf, wordSimilarity } from './spelling.js'
import type { UnitName, UnitTerm } from './unit-name.js'
import { echelonSize, isFiller, likeEchelons, mainArms } from './unit-vocabulary.js'

interface Side {
  name: UnitName
  terms: readonly UnitTerm[]
  /** How well each term is found in the other name, 0 to 1. */
  found: Float64Array
}

const least = 0.78

export function compareUnits(a: UnitName, b: UnitName, explain = true): Comparison {
  const reasons: string[] = []
  if (a.terms.length === 0 || b.terms.length === 0) {
    const same = a.printed.trim() !== '' && a.printed.trim() === b.printed.trim()
    return { score: 0, verdict: same ? 'unsure' : 'different', reasons: ['one of the names names no unit'] }
  }
  const left: Side = { name: a, terms: a.terms, found: new Float64Array(a.terms.length) }
  const right: Side = { name: b, terms: b.terms, found: new Float64Array(b.terms.length) }
  // In an order of their own, so that it does not matter which name was given first.
  const [one, two] = a.printed <= b.printed ? [left, right] : [right, left]
  matchTerms(one, two)
  matchJoined(one, two)
  matchJoined(two, one)
  matchCut(one, two)
  matchCut(two, one)
  matchAcronyms(one, two)
  matchAcronyms(two, one)

  const found = (kind: UnitTerm['kind']) => Math.max(matched(left, kind), matched(right, kind))
  const precision = share(left)
  const recall = share(right)
  let score =
    0.5 * ((2 * precision * recall) / (precision + recall || 1)) +
    0.5 * (0.75 * Math.max(precision, recall) + 0.25 * Math.min(precision, recall))
  let against = false
  let doubt = false
  const differ = (kind: UnitTerm['kind'], word: string, factor: number, decisive: boolean): void => {
    const [mine, others] = [lonely(left, kind, 'head'), lonely(right, kind, 'head')]
    if (mine.length === 0 || others.length === 0) return
    if (found(kind) > 0 && (kind === 'echelon' || kind === 'arm')) return
    score *= factor
    if (decisive) against = true
    else doubt = true
    if (explain) reasons.push(`${word} differs: ${listed(mine)} and ${listed(others)}`)
  }
  differ('number', 'number', 0.3, true)
  differ('letter', 'letter', 0.4, true)
  const sized = (side: Side) => lonely(side, 'echelon', 'head').filter((value) => echelonSize[value] !== undefined)
  if (sized(left).length > 0 && sized(right).length > 0) differ('echelon', 'echelon', 0.8, true)
  else differ('echelon', 'echelon', 0.93, false)
  const main = (side: Side) => lonely(side, 'arm', 'head').some((arm) => mainArms.has(arm))
  if (main(left) && main(right)) differ('arm', 'arm', 0.85, true)
  else differ('arm', 'arm', 0.95, false)
  differ('branch', 'branch', 0.8, true)
  const [properLeft, properRight] = [lonely(left, 'proper'), lonely(right, 'proper')]
  const properFound = found('proper')
  const numberFound = found('number') + found('letter')
  if (properLeft.length > 0 && properRight.length > 0) {
    const heads = lonely(left, 'proper', 'head').length > 0 && lonely(right, 'proper', 'head').length > 0
    score *= numberFound > 0 ? 0.92 : properFound > 0 ? 0.8 : 0.6
    if (heads && numberFound === 0) against = properFound === 0
    doubt = true
    if (explain) reasons.push(`names differ: ${listed(properLeft)} and ${listed(properRight)}`)
  }
  if (a.country && b.country && a.country !== b.country) {
    score *= 0.4
    against = true
    if (explain) reasons.push(`country differs: ${a.country} and ${b.country}`)
  }
  // "10/a." is feminine and stands for the zone, whose number is an ordinal; bases and regions are numbered otherwise.
  if (a.ordinalGender || b.ordinalGender) score *= bareOrdinal(a, b)
  const exact = precision > 0.999 && recall > 0.999
  const distinctive = numberFound + properFound > 0 || exact
  if (explain) explainShared(left, right, reasons)
  const echelonKnown = found('echelon') > 0 || found('arm') > 0 || properFound > 0 || exact
  let verdict: Verdict
  if (against || score < 0.4) verdict = 'different'
  else if (score >= 0.78 && distinctive && echelonKnown && !(doubt && score < 0.86)) verdict = 'same'
  else verdict = 'unsure'
  // A class of units ("GAFE") is none of its members ("315th GAFE"), though it may be meant by it.
  if (
    verdict === 'same' &&
    (!numberFound || !properFound) &&
    a.level !== b.level &&
    (a.level === 'class of units' || b.level === 'class of units')
  )
    verdict = 'unsure'
  return { score: rounded(score), verdict, reasons }
}

function matchTerms(left: Side, right: Side): void {
  for (let i = 0; i < left.terms.length; i++) {
    const mine = left.terms[i]!
    for (let j = 0; j < right.terms.length; j++) {
      const other = right.terms[j]!
      if (mine.kind !== other.kind) continue
      if (mine.value === other.value) {
        left.found[i] = 1
        right.found[j] = 1
        break
      }
    }
  }
  for (let i = 0; i < left.terms.length; i++) {
    const mine = left.terms[i]!
    if (left.found[i] === 0 && likeEchelons[mine.value]) {
      const at = right.terms.findIndex(
        (other, j) => other.kind === mine.kind && right.found[j] === 0 && likeEchelons[mine.value]![other.value] !== undefined,
      )
      if (at >= 0) {
        left.found[i] = likeEchelons[mine.value]![right.terms[at]!.value]!
        right.found[at] = left.found[i]!
      }
    }
    if (mine.kind !== 'proper' || left.found[i]! > 0) continue
    let best = least
    let at = -1
    const word: Word = wordOf(mine.value)
    for (let j = 0; j < right.terms.length; j++) {
      const other = right.terms[j]!
      if (other.kind !== 'proper' || right.found[j]! > 0) continue
      let similarity = wordSimilarity(word, wordOf(other.value))
      if (similarity === 0 && abbreviates(mine.value, other.value)) similarity = 0.85
      if (similarity > best) {
        best = similarity
        at = j
      }
    }
    if (at >= 0) {
      left.found[i] = best
      right.found[at] = best
    }
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
      if (similarity < 0.85) continue
      one.found[i] = similarity
      one.found[i + 1] = similarity
      two.found[j] = similarity
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
      one.found[i] = 0.8
      two.found[j] = 0.8
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
      const covered = new Set(words.slice(from, to))
      for (let j = 0; j < two.terms.length; j++) {
        if (two.found[j]! > 0 || two.terms[j]!.kind === 'number') continue
        if (covered.has(two.terms[j]!.value) || two.terms[j]!.kind !== 'proper') two.found[j] = one.found[i]!
      }
      break
    }
  }
}

function share(side: Side): number {
  let all = 0
  let found = 0
  for (let i = 0; i < side.terms.length; i++) {
    const weight = side.terms[i]!.weight
    all += weight
    found += weight * side.found[i]!
  }
  return all === 0 ? 0 : found / all
}

function lonely(side: Side, kind: UnitTerm['kind'], part?: UnitTerm['part']): string[] {
  const values: string[] = []
  for (let i = 0; i < side.terms.length; i++) {
    const term = side.terms[i]!
    if (term.kind === kind && side.found[i] === 0 && (part === undefined || term.part === part)) values.push(term.value)
  }
  return values
}

function matched(side: Side, kind: UnitTerm['kind']): number {
  let count = 0
  for (let i = 0; i < side.terms.length; i++) if (side.terms[i]!.kind === kind && side.found[i]! > 0) count++
  return count
}

const feminineEchelons = new Set(['zone', 'company', 'brigade', 'region', 'division', 'battery', 'section'])

function bareOrdinal(a: UnitName, b: UnitName): number {
  const [bare, full] = a.ordinalGender ? [a, b] : [b, a]
  const echelon = full.terms.find((term) => term.kind === 'echelon')?.value
  if (!echelon) return 1
  if (echelon === 'base') return 0.9
  const gender = feminineEchelons.has(echelon) ? 'feminine' : 'masculine'
  if (gender !== bare.ordinalGender) return 0.85
  return (full.roman !== bare.roman ? 0.95 : 1) * (echelon === 'zone' ? 1 : 0.97)
}

function explainShared(left: Side, right: Side, reasons: string[]): void {
  const shared = (kind: UnitTerm['kind']) =>
    left.terms.filter((term, i) => term.kind === kind && left.found[i]! > 0).map((term) => term.value)
  for (const [kind, word] of [
    ['number', 'number'],
    ['letter', 'letter'],
    ['echelon', 'echelon'],
    ['arm', 'arm'],
    ['proper', 'name'],
  ] as const) {
    const values = shared(kind)
    if (values.length > 0) reasons.push(`same ${word}: ${listed(values)}`)
  }
  for (const [kind, word] of [
    ['number', 'number'],
    ['echelon', 'echelon'],
    ['arm', 'arm'],
    ['proper', 'name'],
  ] as const) {
    const [mine, others] = [lonely(left, kind), lonely(right, kind)]
    if (mine.length > 0 !== others.length > 0)
      reasons.push(`${word} only in ${mine.length > 0 ? 'the first' : 'the second'}: ${listed(mine.length > 0 ? mine : others)}`)
  }
}
