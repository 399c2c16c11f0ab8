/**
 * Finds the names of units, institutions and forces in a sentence: "7 Division Garrison", "Oji River Police Division", "Operation Lafiya
 * Dole", "the Nigerian Army", "102 Batallón de Infantería".
 *
 * What ends such a name is a word that a unit's name ends with (force-words.csv); what comes before it is read backwards, as far as it
 * can belong. A word that many bodies use ("school", "centre", "group") ends one only with a number or a military word before it.
 */
import { countryEndingAt, joiner, operationWord, readForce, readOperation, readShip, readSpanish, warship } from './forces.js'
import type { Span } from './sentences.js'
import { readEndingAt } from './unit-names.js'
import type { ArticleVocabulary } from './vocabulary.js'
import type { ProseWord } from './words.js'

export interface Organization extends Span {
  /** A whole force of a country, named on the way ("the Nigerian Army said"), not a unit of it. */
  force: boolean
  /** Printed as nothing but an acronym: a unit only where a post or appointment says so ("Commander, TRADOC"). */
  acronym?: boolean
}

/** "TRADOC", "RAB-11", "Rab-7". */
const acronym = /^(?:\p{Lu}{3,8}(?:-\d{1,3})?|\p{Lu}\p{Ll}{2}-\d{1,2})$/u
const notAcronyms = new Set([
  'USA',
  'THE',
  'AND',
  'FOR',
  'GEN',
  'COL',
  'MAJ',
  'CAPT',
  'FCT',
  'VIP',
  'IED',
  'IEDS',
  'IDP',
  'IDPS',
  'FSS',
  'DSS',
  'MSS',
  'CSO',
])
/** A place that is called after the unit: "33 Brigade Barracks", "7 Division Hospital". */
const placeOf =
  /^ (?:Barracks?|Hospital|Cantonment|Church|Mosque|Junction|Road|Street|Stadium|Market|Mammy|Primary|Children|Quarters)\b/
const mission =
  /(?:United Nations|African-led|UN|U\.N\.|African? Union|AU|ECOWAS|NATO|EU|European Union)(?:\/United Nations)?(?: \p{Lu}[\p{L}-]+){0,4} (?:Mission|Operations?|Force|Stabili[sz]ation Mission)(?: (?:in|for|to) (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)?/gu

export function findOrganizations(text: string, words: readonly ProseWord[], vocabulary: ArticleVocabulary): Organization[] {
  const found: Organization[] = []
  const shouted =
    words.length > 3 && words.filter(({ capital, text }) => capital && /^\p{Lu}{3,}$/u.test(text)).length > words.length / 2
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if ((word.lower.startsWith('o') || word.lower === 'exercise') && operationWord.test(word.text)) {
      const operation = readOperation(text, words, at, vocabulary)
      if (operation) found.push(operation)
    }
    if (word.capital && warship.test(word.text)) {
      const ship = readShip(text, words, at)
      if (ship) found.push(ship)
    }
    const unit = readEndingAt(text, words, at, vocabulary)
    if (unit) found.push(unit)
    if (
      word.capital &&
      acronym.test(word.text) &&
      text[word.start - 1] !== '(' &&
      !shouted &&
      !vocabulary.rankAcronyms.has(word.text) &&
      !vocabulary.postStarts.has(word.lower) &&
      !notAcronyms.has(word.text)
    )
      found.push({ start: word.start, end: word.end, force: false, acronym: true })
    const country = word.capital ? countryEndingAt(words, at, vocabulary) : null
    if (country !== null) {
      const force = readForce(text, words, country, at, vocabulary)
      if (force) found.push(force)
    }
    const next = words[at + 1]?.lower ?? ''
    const further = furtherWords(words, at, vocabulary)
    if (
      (further > 0 || vocabulary.spanishHeads.has(word.lower)) &&
      (!vocabulary.heads.has(word.lower) || joiner.test(next) || /^d['’]/.test(next))
    ) {
      const unit = readSpanish(text, words, at, further)
      if (unit) found.push(unit)
    }
  }
  const first = words[0]
  const last = words[words.length - 1]
  if (first && last) {
    const sentence = text.slice(first.start, last.end)
    if (/ (?:Mission|Operations?|Force)\b/.test(sentence))
      for (const match of sentence.matchAll(mission))
        found.push({ start: first.start + match.index, end: first.start + match.index + match[0].length, force: false })
  }
  return withOperations(
    text,
    longest(found).filter(({ end }) => !placeOf.test(text.slice(end, end + 12))),
  )
}

/** How many words behind this one are of the same head: "zona militar", "secretaría de marina"; 0 where it is one of its own, or none. */
function furtherWords(words: readonly ProseWord[], at: number, vocabulary: ArticleVocabulary): number {
  if (!vocabulary.spanishPairStarts.has(words[at]!.lower)) return 0
  for (let last = Math.min(words.length - 1, at + mostHeadWords - 1); last > at; last--)
    if (
      vocabulary.spanishHeads.has(
        words
          .slice(at, last + 1)
          .map(({ lower }) => lower)
          .join(' '),
      )
    )
      return last - at
  return 0
}
const mostHeadWords = 5

/** "Joint Task Force, Operation Calm Sea", "Special Task Force (Operation Calm Sea)": one name. */
function withOperations(text: string, found: readonly Organization[]): Organization[] {
  const joined: Organization[] = []
  for (const one of found) {
    const before = joined.at(-1)
    const gap = before ? text.slice(before.end, one.start) : ''
    // "the Joint Task Force, JTF, Operation Calm Sea": the acronym only repeats.
    const repeats = before?.acronym && joined.length > 1 && text.slice(joined.at(-2)!.end, before.start) === ', '
    if (
      before &&
      !repeats &&
      /^(?:,| \()? ?$/.test(gap) &&
      /^operation /i.test(text.slice(one.start, one.start + 10)) &&
      /(?:task ?force|[JS]M?TF)$/i.test(text.slice(before.start, before.end)) &&
      (!gap.includes('(') || text[one.end] === ')')
    )
      joined[joined.length - 1] = { start: before.start, force: false, end: gap.includes('(') ? one.end + 1 : one.end }
    else joined.push(one)
  }
  return joined
}

/** Of overlapping names the longest; of equal ones the first. */
function longest(found: Organization[]): Organization[] {
  const kept: Organization[] = []
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (!kept.some((other) => one.start < other.end && one.end > other.start)) kept.push(one)
  return kept.sort((a, b) => a.start - b.start)
}
