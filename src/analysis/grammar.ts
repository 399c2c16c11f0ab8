/**
 * Grammars written down as text, and whether a whole sentence follows one.
 *
 *     <fact>   = <giver> trained/taught NUMBER <people> <when>?
 *     <people> = soldiers/officers | DEMONYM soldiers/officers
 *
 * A rule stands in angles and may go on over several lines; `|` parts what it may be. A word in small letters, or any of several between strokes,
 * stands for itself; one in capitals is a kind of word that whoever cuts the sentence into pieces tells. `?` may be missing, `*` may come again.
 *
 * A sentence can often be read in several ways, and all are given: who asks is to be content with every one of them.
 */

/** A piece of a sentence, as a grammar sees it. */
export interface Piece {
  /** In small letters; the kind ("COUNTRY") of a piece that is more than a word. */
  word: string
  start: number
  end: number
}

/** What was read as a rule whose parts matter, from one piece up to another. */
export interface Slot {
  rule: string
  from: number
  to: number
}

export interface Readings {
  /** The slots of each way to read the whole sentence; none where it does not follow the grammar. */
  whole: Slot[][]
  /** The piece that no reading gets past, where there is no whole one. */
  reached: number
}

interface Part {
  /** A rule's name, or null for words. */
  rule: string | null
  words: ReadonlySet<string>
  times: 'once' | 'maybe' | 'any'
}
interface Found {
  to: number
  slots: readonly Slot[]
}
export type Grammar = ReadonlyMap<string, readonly (readonly Part[])[]>

export function readGrammar(text: string): Grammar {
  const rules = new Map<string, Part[][]>()
  for (const [, name, alternatives] of text.matchAll(/<([\w-]+)>\s+=\s+([^=]+?)(?=\s*(?:<[\w-]+>\s+=\s|$))/g))
    rules.set(name!, alternatives!.split(/\s\|\s/).map(readAlternative))
  for (const part of [...rules.values()].flat(2))
    if (part.rule !== null && !rules.has(part.rule)) throw new Error(`The grammar has no rule <${part.rule}>.`)
  return rules
}

const readAlternative = (text: string): Part[] =>
  text
    .trim()
    .split(/\s+/)
    .map((printed) => {
      const [, rule, words, sign] = /^(?:<([\w-]+)>|(.+?))([?*])?$/.exec(printed)!
      return {
        rule: rule ?? null,
        words: new Set(words?.split('/')),
        times: sign === '?' ? 'maybe' : sign === '*' ? 'any' : 'once',
      }
    })

/** Reads pieces as `first`, from the first of them to the last. Only the rules of `slots` are told of, and of those within one another of the same rule the outer. */
export function readWhole(grammar: Grammar, first: string, slots: ReadonlySet<string>, pieces: readonly Piece[]): Readings {
  const known = new Map<string, readonly Found[]>()
  let reached = 0

  function asRule(rule: string, from: number): readonly Found[] {
    const key = `${rule} ${from}`
    const before = known.get(key)
    if (before) return before
    known.set(key, [])
    const all = grammar.get(rule)!.flatMap((parts) => asParts(parts, 0, from))
    const found = distinct(
      slots.has(rule)
        ? all.map(({ to, slots: inner }) => ({
            to,
            slots: [{ rule, from, to }, ...inner.filter((slot) => slot.rule !== rule)],
          }))
        : all,
    )
    known.set(key, found)
    return found
  }

  function asParts(parts: readonly Part[], at: number, from: number): Found[] {
    const part = parts[at]
    if (part === undefined) return [{ to: from, slots: [] }]
    const without = part.times === 'once' ? [] : asParts(parts, at + 1, from)
    const next = part.times === 'any' ? at : at + 1
    const withIt = asPart(part, from)
      .filter(({ to }) => to > from || next > at)
      .flatMap((one) => asParts(parts, next, one.to).map((rest) => ({ to: rest.to, slots: [...one.slots, ...rest.slots] })))
    return [...without, ...withIt]
  }

  function asPart({ rule, words }: Part, from: number): readonly Found[] {
    if (rule !== null) return asRule(rule, from)
    reached = Math.max(reached, from)
    return words.has(pieces[from]?.word ?? '') ? [{ to: from + 1, slots: [] }] : []
  }

  const whole = asRule(first, 0).filter(({ to }) => to === pieces.length)
  return { whole: whole.map((one) => [...one.slots]), reached }
}

function distinct(found: readonly Found[]): Found[] {
  const byKey = new Map(found.map((one) => [`${one.to} ${one.slots.map(({ rule, from, to }) => `${rule} ${from} ${to}`)}`, one]))
  return [...byKey.values()]
}
