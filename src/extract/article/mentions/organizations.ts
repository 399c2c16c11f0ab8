/**
 * Finds the names of units, institutions and forces in a sentence: "7 Division Garrison", "Oji River Police Division", "Operation Lafiya
 * Dole", "the Nigerian Army", "102 Batallón de Infantería".
 *
 * What ends such a name is a word that a unit's name ends with (force-words.csv); what comes before it is read backwards, as far as it
 * can belong. A word that many bodies use ("school", "centre", "group") ends one only with a number or a military word before it.
 */

import { countryEndingAt, joiner, readBody, readForce, readForceOf, readOperation, readShip, readSpanish } from './forces.js'
import type { Organization } from './mention.js'
import { readEndingAt } from './unit-names.js'
import { forceOfCountry, glued, isAcronym, numberedWord, numberJoined, operationWord, warship } from './unit-words.js'
import type { ArticleVocabulary } from './vocabulary.js'
import type { ProseWord } from './words.js'

const numberAfterIt =
  /^[ -]\(?(\d{1,3}|[IVX]{1,5}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)\)?(?![\p{L}\p{N}-]| (?:\p{Lu}\p{Ll}+ )?(?:Division|Brigade|Battalion|Squadron|Regiment)| (?:[Cc]ommand|[Hh]eadquarters)(?!\p{L}))/u
/** "Civilian JTF", "Multinational JTF". */
const beforeAcronym = /^(?:Civilian|Multi-?[Nn]ational|MN)$/

/** "335 BSG", "NIBATT 36", "Civilian JTF": what the acronym at a word is printed with. */
function withItsNumber(text: string, words: readonly ProseWord[], at: number): Organization {
  const { start, end } = words[at]!
  const before = words[at - 1]
  if (
    before &&
    /^[ -]$/.test(text.slice(before.end, start)) &&
    (/^\d{1,3}$/.test(before.text) || beforeAcronym.test(before.text))
  )
    return { start: before.start, end, force: false, acronym: true }
  const number = /^ (?:\d{1,3}|[IVX]{1,5})(?=[,.;:)]|$| (?:in|at|and|has|had|was|is|said|who|which|on|under|to)\b)/.exec(
    text.slice(end, end + 14),
  )
  return { start, end: end + (number?.[0].length ?? 0), force: false, acronym: true }
}

function shortUnit(text: string, words: readonly ProseWord[], at: number): Organization | null {
  const { start, end, text: printed } = words[at]!
  if (glued.test(printed) || numberJoined.test(printed)) return { start, end, force: false, acronym: true }
  if (!numberedWord.test(printed)) return null
  const before = words[at - 1]
  if (
    before &&
    (before.number || before.capital) &&
    /^ $/.test(text.slice(before.end, start)) &&
    !/^(?:Commander|AIG|GOC|DIG|CP|The)$/.test(before.text)
  )
    return null
  const after = numberAfterIt.exec(text.slice(end, end + 40))
  return after ? { start, end: end + after[0].length, force: false, acronym: true } : null
}

/** A place that is called after the unit: "33 Brigade Barracks", "7 Division Hospital". */
const placeOf =
  /^ (?:Barracks?|Hospital|Cantonment|Church|Mosque|Junction|Road|Street|Stadium|Market|Mammy|Primary|Children|Quarters|Officers['’]? (?:Wives|Mess))\b/
/** Many are spoken of: a unit only beside a post, as a mere acronym is. */
const mission =
  /(?:United Nations|African-led|UN|U\.N\.|African? Union|AU|ECOWAS|NATO|EU|European Union)(?:\/United Nations)?(?: \p{Lu}[\p{L}-]+){0,4} (?:Mission|Operations?|Force|Stabili[sz]ation Mission)(?: (?:in|for|to) (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)?/gu

export function findOrganizations(text: string, words: readonly ProseWord[], vocabulary: ArticleVocabulary): Organization[] {
  const found: Organization[] = []
  const acronyms: Organization[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (!word.tellsUnit) continue
    if (operationWord.test(word.text)) {
      const operation = readOperation(text, words, at, vocabulary)
      if (operation) found.push(operation)
    }
    if (warship.test(word.text)) {
      const ship = readShip(text, words, at)
      if (ship) found.push(ship)
    }
    const body = word.capital && vocabulary.bodyStarts.has(word.lower) ? readBody(text, words, at, vocabulary) : null
    if (body) found.push(body)
    const ofCountry = forceOfCountry.test(word.text) ? readForceOf(text, words, at, vocabulary) : null
    if (ofCountry) found.push(ofCountry)
    const unit = readEndingAt(text, words, at, vocabulary)
    if (unit) found.push(unit)
    if (isAcronym(word.text, vocabulary) && text[word.start - 1] !== '(') acronyms.push(withItsNumber(text, words, at))
    const short = shortUnit(text, words, at)
    if (short) found.push(short)
    const country = word.capital || word.lower === 'national' ? countryEndingAt(words, at, vocabulary) : null
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
      const unit = readSpanish(text, words, at, further, vocabulary)
      if (unit) found.push(unit)
    }
  }
  if (acronyms.length > 0 && !areShouted(words)) found.push(...acronyms)
  const first = words[0]
  const last = words[words.length - 1]
  if (first && last) {
    const sentence = text.slice(first.start, last.end)
    if (/ (?:Mission|Operations?|Force)\b/.test(sentence))
      for (const match of sentence.matchAll(mission))
        found.push({
          start: first.start + match.index,
          end: first.start + match.index + match[0].length,
          force: false,
          acronym: true,
        })
  }
  return withOperations(
    text,
    longest(found).filter(({ end }) => !placeOf.test(text.slice(end, end + 20))),
  )
}

const areShouted = (words: readonly ProseWord[]): boolean =>
  words.length > 3 && words.filter(({ capital, text }) => capital && /^\p{Lu}{3,}$/u.test(text)).length > words.length / 2

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
    const opened = gap.includes('(') && !gap.includes(')')
    // "the Joint Task Force, JTF, Operation Calm Sea": the acronym only repeats.
    const repeats = before?.acronym && joined.length > 1 && text.slice(joined.at(-2)!.end, before.start) === ', '
    if (
      before &&
      !repeats &&
      /^(?:,| \((?:North|South)[ -](?:East|West|Central)\),?| \()? ?$/.test(gap) &&
      /^operation /i.test(text.slice(one.start, one.start + 10)) &&
      /(?:task ?force|[JS]M?TF)$/i.test(text.slice(before.start, before.end)) &&
      (!opened || text[one.end] === ')')
    )
      joined[joined.length - 1] = { start: before.start, force: false, end: opened ? one.end + 1 : one.end }
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
