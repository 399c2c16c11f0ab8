/**
 * Misprinted echelons and arms: a word of seven letters and more that is one slip of the keyboard away from one of the table ("Artilery", "Brigdade") is
 * taken for it. Where a letter stands for another the word has eight letters, and neither its first nor its last is wrong: Brígida is no brigade.
 */
import { itself, remembered } from '../ledger/remembered.js'
import { beginsEntry, unitEntriesOf } from './unit-vocabulary.js'

const shortest = 7

/** Echelons and arms of so many letters and more, each with one of its letters left out. */
let bySlip: Map<string, string> | undefined
const terms = new Set<string>()

function without(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

function slipsIndex(): Map<string, string> {
  if (bySlip) return bySlip
  bySlip = new Map()
  for (const { words } of [...unitEntriesOf('echelon'), ...unitEntriesOf('arm')]) {
    const word = words[0]!
    if (words.length > 1 || word.length < shortest) continue
    terms.add(word)
    for (const left of without(word)) if (!bySlip.has(left)) bySlip.set(left, word)
  }
  return bySlip
}

/** The word of the table that a misprinted one is meant to be; null where it is none, or is in the table itself. */
export function meantTerm(word: string): string | null {
  if (word.length < shortest || word.length > 20 || beginsEntry(word) || /\d/.test(word)) return null
  return correctionOf(word)
}

const correctionOf = remembered(
  50_000,
  (word: string): string | null => {
    const index = slipsIndex()
    const listed = index.get(word)
    if (listed !== undefined) return listed
    for (const [at, left] of without(word).entries()) {
      const term = terms.has(left) ? left : index.get(left)
      if (term === undefined) continue
      const swapped = term.length === word.length && [...term].sort().join() === [...word].sort().join()
      if (term.length === word.length && !swapped && (word.length < 8 || at === 0 || at === word.length - 1)) continue
      return term
    }
    return null
  },
  itself,
)
