/**
 * Other ways of writing words of units: abbreviations, other languages and misprints of a kind or arm ("bn", "batallon" for "battalion"), and what an
 * acronym stands for ("sfg" for "special forces group"). All words are normalised (search-key.ts).
 */
import { readDataTable } from '../ledger/vocabulary.js'
import { unitEntries, unitEntryAt } from './unit-vocabulary.js'

/** Kinds and arms whose words are one word in several languages, abbreviations and misprints. "Maintenance" and "supply" are one arm and two words. */
const writtenInManyWays: ReadonlySet<string> = new Set(
  `squad section platoon battery company squadron battalion group regiment wing brigade division corps sector zone garrison fleet detachment unit
  headquarters command directorate department centre school academy institute college infantry artillery cavalry engineers intelligence logistics
  aviation reconnaissance mechanised motorised commando mountain jungle`.split(/\s+/),
)

/** Texts that are written for each other, by each of them. Texts of several words are found by their first. */
interface Ways {
  of: Map<string, readonly string[]>
  /** The most words that a text beginning with this one has. */
  longest: Map<string, number>
}

let known: Ways | undefined

function ways(): Ways {
  if (known) return known
  const groups = new Map<string, string[]>()
  const add = (group: string, text: string) => groups.set(group, [...new Set([...(groups.get(group) ?? []), text])])
  for (const word of unitEntries().keys()) {
    const meaning = meaningOfWord(word)
    if (meaning !== null) add(meaning, word)
  }
  for (const { acronym, full } of acronyms()) {
    add(`for ${acronym}`, acronym)
    add(`for ${acronym}`, full)
  }
  known = { of: new Map(), longest: new Map() }
  for (const texts of groups.values())
    for (const text of texts) {
      known.of.set(text, [...new Set([...(known.of.get(text) ?? []), ...texts.filter((each) => each !== text)])])
      const [first] = text.split(' ')
      known.longest.set(first!, Math.max(text.split(' ').length, known.longest.get(first!) ?? 0))
    }
  return known
}

/** What acronyms of one word stand for, where nothing else is known that they say: of recipients' units, and of those who train. */
function acronyms(): { acronym: string; full: string }[] {
  const ofUnits = [...unitEntries()].flatMap(([acronym, said]) => {
    const own = said.filter(({ words }) => words.length === 1)
    const full = own.length === 1 && own[0]!.kind === 'stands for' ? own[0]!.value : ''
    // "afsf" and "ssf" are read as special forces, which says more than they do.
    return full.includes(' ') && unitEntryAt(full.split(' '), 0, null)?.words.join(' ') !== full ? [{ acronym, full }] : []
  })
  const ofTrainers = readDataTable('vocabulary/acronyms.csv').map((row) => ({ acronym: row.acronym!, full: row.stands_for! }))
  return [...ofUnits, ...ofTrainers]
}

/** The one kind or arm that a word says wherever it stands. */
function meaningOfWord(word: string): string | null {
  const said = (unitEntries().get(word) ?? []).filter(({ words }) => words.length === 1)
  const [first, ...more] = said
  if (first === undefined || (first.kind !== 'echelon' && first.kind !== 'arm')) return null
  if (!writtenInManyWays.has(first.value) || said.some(({ country }) => country !== null)) return null
  return more.every(({ kind, value }) => kind === first.kind && value === first.value) ? `${first.kind} ${first.value}` : null
}

/**
 * How many words from `at` on have other ways of writing together, and these; null for a word that has none, or that can say something else ("ad" is a
 * post or a gun).
 */
export function otherWaysAt(words: readonly string[], at: number): { length: number; others: readonly string[] } | null {
  const { of, longest } = ways()
  for (let length = Math.min(longest.get(words[at]!) ?? 0, words.length - at); length > 0; length--) {
    const others = of.get(words.slice(at, at + length).join(' '))
    if (others) return { length, others }
  }
  return null
}
