/**
 * Which recorded aliases of a unit can be derived from its name at all. The rule, as bench/README.md publishes it:
 *
 * 1. An alias with a number (or letter) of its own, none of which the name has while it has others, cannot be derived: it is another
 *    designation or a slip of the source ("149 Battalion" as "419 battalion").
 * 2. Otherwise it can if it shares a distinctive word with the name: a number, a letter ("Area G"), or a proper word, letter by letter
 *    or but for one slip in a word of five letters and more. Echelon, arm, branch and country are not distinctive.
 * 3. It also can if its letters are the first letters of the name's words ("FTS"), or if, all acronyms written out, it says nothing
 *    that the name does not say, echelon and branch included ("Special Task Force" as "STF").
 */
import { standsFor, wordOf, wordSimilarity } from '../src/names/spelling.js'
import { readUnitName, type UnitName } from '../src/names/unit-name.js'
import { isFiller } from '../src/names/unit-vocabulary.js'

export function isDerivable(alias: string, name: string, country: string): boolean {
  const [a, n] = [readUnitName(alias, country), readUnitName(name, country)]
  const numbers = (terms: typeof a.terms) =>
    terms.filter((term) => term.kind === 'number' || term.kind === 'letter').map((term) => term.value)
  const [mine, theirs] = [numbers(a.terms), numbers(n.terms)]
  if (mine.length > 0 && theirs.length > 0 && !mine.some((value) => theirs.includes(value))) return false
  const own = distinctiveWords(n)
  const shared = distinctiveWords(a).some((word) =>
    own.some(
      (other) =>
        word === other || (Math.min(word.length, other.length) >= 5 && wordSimilarity(wordOf(word), wordOf(other)) >= 0.8),
    ),
  )
  if (shared) return true
  const joined = distinctiveWords(a).join('')
  if (joined.length >= 5 && joined === own.join('')) return true
  const unknown = a.terms.filter((term) => term.kind === 'proper')
  if (
    unknown.some(
      (term) => term.value.length >= 2 && n.words.some((_, from) => standsFor(term.value, n.words, from, isFiller) - from >= 2),
    )
  )
    return true
  return (
    a.terms.length > 0 && a.terms.every((term) => n.terms.some((other) => other.kind === term.kind && other.value === term.value))
  )
}

/** The words of a name that tell it from others of its kind: its numbers and proper words, acronyms that are not known among them. */
export function distinctiveWords(name: UnitName): string[] {
  return name.terms
    .filter((term) => term.kind === 'number' || term.kind === 'letter' || term.kind === 'proper')
    .map((term) => term.value)
}
