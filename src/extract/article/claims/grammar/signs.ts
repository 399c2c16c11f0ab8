/**
 * Tells from a sentence's words which patterns cannot match there, so that they need not be tried, and where those may begin that begin with a word.
 *
 * Most patterns begin with a free phrase and try every letter of a sentence; most sentences have none of the words that they turn on. Which
 * letters stand in whatever a pattern matches is read from the pattern itself; where that cannot be told the pattern is always tried.
 */
import { type Alternatives, partsOf, signsOfMoney } from './pattern-parts.js'
import { beginningsOf, capital, digit, neededBy, shortest, whole } from './pattern-words.js'

/** A number for a pattern, by which `Signs` answers. */
export type Gate = number

/** Words of a sentence, as far as patterns ask for them. */
export interface Signs {
  /** False only where the pattern that the gate was made of cannot match. */
  mayMatch(gate: Gate): boolean
  /** Where the first word at or behind `from` stands that a pattern may begin with, of which the gate is the `beginning`; -1 where none does. */
  beginningFrom(from: number, gate: Gate): number
}

/** A pattern with what tells that it need not be tried on a sentence, and where there; `beginning` is null where it may begin anywhere. */
export interface Sought {
  pattern: RegExp
  gate: Gate
  beginning: Gate | null
}

const always: Gate = -1
/** How many gates there are; those of patterns by what they were made of. */
let count = 0
const gates = new Map<string, Gate>()
/** By their first letters, what words may hold and which gates that opens. */
const stems = new Map<string, { stem: string; gate: Gate }[]>()
/** What words may begin with. */
const heads = new Map<string, Gate[]>()
/** Of patterns that may begin with any word that has a capital. */
const capitals = new Set<Gate>()
/** Gates by word. Most words open none and stand many times. */
const known = new Map<string, Uint32Array>()
const opensNone = new Uint32Array(0)
const mostKnown = 30_000

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

export const gateOf = ({ source }: RegExp): Gate => gates.get(source) ?? gateFor(source, partsOf(source))

function gateFor(source: string, parts: Alternatives): Gate {
  const needed = neededBy(parts)
  const gate = needed === null ? always : count++
  gates.set(source, gate)
  known.clear()
  for (const stem of needed ?? []) add(stems, stem.slice(0, shortest), { stem, gate })
  return gate
}

export function sought(pattern: RegExp): Sought {
  const { source } = pattern
  const flags = pattern.flags.replace('g', '')
  const parts = partsOf(source)
  const gate = gates.get(source) ?? gateFor(source, parts)
  const words = beginningsOf(parts)
  if (words === null) return { pattern: new RegExp(source, `${flags}g`), gate, beginning: null }
  const beginning = count++
  known.clear()
  for (const word of words)
    if (word === capital) capitals.add(beginning)
    else add(heads, word, beginning)
  return { pattern: new RegExp(source, `${flags}y`), gate, beginning }
}

/** The first match that begins at `from` or behind it and before `to`; the signs are of this text. */
export function firstMatch(
  { pattern, gate, beginning }: Sought,
  text: string,
  signs: Signs,
  from = 0,
  to = text.length,
): RegExpExecArray | null {
  if (!signs.mayMatch(gate)) return null
  if (beginning === null) {
    pattern.lastIndex = from
    const match = pattern.exec(text)
    return match && match.index < to ? match : null
  }
  for (let at = signs.beginningFrom(from, beginning); at !== -1 && at < to; at = signs.beginningFrom(at + 1, beginning)) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return match
  }
  return null
}

/** Whether a pattern is found in words of the text that the signs are of. */
export const finds = (pattern: RegExp, words: string, signs: Signs): boolean =>
  signs.mayMatch(gateOf(pattern)) && pattern.test(words)

/** Whether words stand that a pattern may begin with. */
export const begins = ({ beginning }: Sought, signs: Signs): boolean =>
  beginning === null || signs.beginningFrom(0, beginning) !== -1

/** Where the last word stands that a pattern begins with; -1 where none does. */
export function lastBeginning({ beginning }: Sought, signs: Signs): number {
  let last = -1
  for (let at = signs.beginningFrom(0, beginning!); at !== -1; at = signs.beginningFrom(at + 1, beginning!)) last = at
  return last
}

/** What a letter is by its code, learnt when it is met: 1 for letters, 2 for digits, 3 for signs, each of which stands for itself. */
const kinds = new Uint8Array(0x10000)
const none = 4
function kindOf(code: number): number {
  const letter = String.fromCharCode(code)
  kinds[code] = /\p{L}/u.test(letter) ? 1 : /\d/.test(letter) ? 2 : signsOfMoney.includes(letter) ? 3 : none
  return kinds[code]
}

const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return kinds[code] || kindOf(code)
}

/** As long as `text`: "İ" in small letters would be two. */
export const inSmallLetters = (text: string): string => (text.includes('İ') ? text.replaceAll('İ', 'i') : text).toLowerCase()

/** `text` as patterns see it; those of it or of a part of it may be asked for, and where they begin is told of it alone. */
export function signsOf(text: string): Signs {
  const asked = count
  const open = new Uint32Array((asked >> 5) + 1)
  const starts: number[] = []
  const opened: Uint32Array[] = []
  const capitalised: boolean[] = []
  const lower = inSmallLetters(text)
  for (let start = 0; start < lower.length; ) {
    const kind = kindAt(lower, start)
    let end = start + 1
    if (kind !== none) {
      if (kind !== 3) while (end < lower.length && kindAt(lower, end) === kind) end++
      const bits = gatesOf(kind === 2 ? digit.repeat(end - start) : lower.slice(start, end))
      const isCapital = lower.charCodeAt(start) !== text.charCodeAt(start)
      if (bits.length > 0 || isCapital) {
        starts.push(start)
        opened.push(bits)
        capitalised.push(isCapital)
      }
      for (let index = 0; index < bits.length; index++) open[index] = open[index]! | bits[index]!
    }
    start = end
  }
  return {
    mayMatch: (gate) => gate === always || gate >= asked || has(open, gate),
    beginningFrom(from, gate) {
      if (gate >= asked) return signsOf(text).beginningFrom(from, gate)
      const byCapital = capitals.has(gate)
      for (let at = 0; at < starts.length; at++)
        if (starts[at]! >= from && ((byCapital && capitalised[at]) || has(opened[at]!, gate))) return starts[at]!
      return -1
    },
  }
}

const has = (bits: Uint32Array, gate: Gate): boolean => ((bits[gate >> 5] ?? 0) & (1 << (gate & 31))) !== 0

function gatesOf(word: string): Uint32Array {
  const before = known.get(word)
  if (before !== undefined) return before
  const opened: Gate[] = []
  for (let at = 0; at < word.length; at++)
    for (let length = 1; length <= Math.min(shortest, word.length - at); length++)
      for (const { stem, gate } of stems.get(word.slice(at, at + length)) ?? []) if (word.startsWith(stem, at)) opened.push(gate)
  for (let length = 1; length <= word.length + 1; length++) opened.push(...(heads.get(`${word}${whole}`.slice(0, length)) ?? []))
  let found = opensNone
  if (opened.length > 0) {
    found = new Uint32Array((count >> 5) + 1)
    for (const gate of opened) found[gate >> 5] = found[gate >> 5]! | (1 << (gate & 31))
  }
  if (known.size >= mostKnown) known.clear()
  known.set(word, found)
  return found
}
