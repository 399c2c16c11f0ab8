/** Finds people who are named once more by their surname alone ("Mr. Musa said"), after they were marked by their whole name. */

import type { Span } from '../sentences.js'
import type { Mention } from './mention.js'
import { proseWords } from './words.js'

/** A surname, where it stands again; `mention` is the index of the mention that it repeats, the latest before it. */
export interface Again extends Span {
  mention: number
}

/** A surname that two marked people share points to nobody. `stretches` are in the order of the text, as `mentions` are. */
export function findAgain(text: string, mentions: readonly Mention[], stretches: readonly Span[]): Again[] {
  const people = mentions.flatMap((mention, index) => (mention.type === 'Person' ? [{ ...mention, index }] : []))
  const surnames = new Map<string, string | null>()
  const surnameOf = (name: string): string => name.split(/\s+/).at(-1)!
  for (const { text: name } of people) {
    const surname = surnameOf(name)
    if (name === surname || surname.length < 3) continue
    const known = surnames.get(surname)
    // "T. Y. Buratai" and "Tukur Buratai" may be one; two first names in full are two people.
    const first = name.slice(0, name.length - surname.length)
    if (known === undefined) surnames.set(surname, first)
    else if (known !== null && known !== first && /\p{Ll}/u.test(known) && /\p{Ll}/u.test(first)) surnames.set(surname, null)
  }
  const found: Again[] = []
  const asked = [...surnames].flatMap(([surname, first]) => (first ? [surname] : []))
  if (asked.length === 0) return found
  for (const stretch of stretches) {
    const printed = text.slice(stretch.start, stretch.end)
    if (!asked.some((surname) => printed.includes(surname))) continue
    for (const { start, end, text: word } of proseWords(text, stretch.start, stretch.end)) {
      if (!surnames.get(word) || mentions.some((one) => one.start < end && one.end > start)) continue
      const named = people.findLast((one) => one.end <= start && surnameOf(one.text) === word)
      if (named) found.push({ start, end, mention: named.index })
    }
  }
  return found
}
