/**
 * Tells from a sentence's words which patterns cannot match there, so that they need not be tried.
 *
 * Most patterns begin with a free phrase and try every letter of a sentence; most sentences have none of the words that they turn on. Which
 * letters stand in whatever a pattern matches is read from the pattern itself; where that cannot be told the pattern is always tried.
 */

/** A number for a pattern, by which `Signs` answers. */
export type Gate = number

/** Words of a sentence, as far as patterns ask for them. */
export interface Signs {
  /** False only where the pattern that the gate was made of cannot match. */
  mayMatch(gate: Gate): boolean
}

/** Where nobody has looked: every pattern is tried. */
export const unread: Signs = { mayMatch: () => true }

const shortest = 3
/** Letters of English and Spanish and digits: what words are made of here. Of words that are shorter than any stretch only digits matter. */
const ofWords = /[a-z\d\u00c0-\u024f]/
const words = /[a-z\d\u00c0-\u024f]{3,}|\d/g
/** Stands for any digit. */
const digit = '#'

const always: Gate = -1
const gates = new Map<string, Gate>()
/** By their first three letters, what words may hold and which gates that opens. */
const stems = new Map<string, { stem: string; gate: Gate }[]>()
/** Gates that a digit opens. */
const digital: Gate[] = []
/** Gates by word. Most words open none and stand many times. */
const known = new Map<string, Uint32Array | null>()
const mostKnown = 30_000

export function gateOf({ source }: RegExp): Gate {
  const made = gates.get(source)
  if (made !== undefined) return made
  const needed = neededBy(source)
  const gate = needed === null ? always : gates.size
  gates.set(source, gate)
  known.clear()
  for (const stem of needed ?? [])
    if (stem === digit) digital.push(gate)
    else {
      const first = stem.slice(0, shortest)
      stems.set(first, [...(stems.get(first) ?? []), { stem, gate }])
    }
  return gate
}

/** `text` as patterns see it; those of it or of a part of it may be asked for. */
export function signsOf(text: string): Signs {
  const asked = gates.size
  const open = new Uint32Array((asked >> 5) + 1)
  for (const word of text.toLowerCase().match(words) ?? []) {
    const opened = gatesOf(word)
    if (opened) for (const [at, bits] of opened.entries()) open[at] = (open[at] ?? 0) | bits
  }
  return { mayMatch: (gate) => gate === always || gate >= asked || ((open[gate >> 5] ?? 0) & (1 << (gate & 31))) !== 0 }
}

function gatesOf(word: string): Uint32Array | null {
  const before = known.get(word)
  if (before !== undefined) return before
  const opened: Gate[] = /\d/.test(word) ? [...digital] : []
  for (let at = 0; at + shortest <= word.length; at++)
    for (const { stem, gate } of stems.get(word.slice(at, at + shortest)) ?? []) if (word.startsWith(stem, at)) opened.push(gate)
  let found: Uint32Array | null = null
  if (opened.length > 0) {
    found = new Uint32Array((gates.size >> 5) + 1)
    for (const gate of opened) found[gate >> 5] = found[gate >> 5]! | (1 << (gate & 31))
  }
  if (known.size >= mostKnown) known.clear()
  known.set(word, found)
  return found
}

/** Stretches of letters in lower case, one of which stands in whatever a pattern of this source matches; null where none can be told. */
export function neededBy(source: string): readonly string[] | null {
  let at = 0

  const alternatives = (): readonly string[] | null => {
    const all: string[] = []
    let open = false
    for (;;) {
      const one = sequence()
      if (one === null) open = true
      else all.push(...one)
      if (source[at] !== '|') break
      at++
    }
    return open ? null : [...new Set(all)]
  }

  const sequence = (): readonly string[] | null => {
    let best: readonly string[] | null = null
    let run = ''
    const close = () => {
      if (run.length >= shortest) best = better(best, [run])
      run = ''
    }
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const from = source[at]!
      if (from === '(') {
        close()
        const kind = /^\((?:\?(?:<?[=!]|:|<[^>]+>))?/.exec(source.slice(at))![0]
        at += kind.length
        const within = alternatives()
        at++
        if (!optional() && !/[=!]$/.test(kind)) best = better(best, within)
      } else if (from === '[') {
        close()
        while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
        at++
        optional()
      } else if (from === '\\') {
        close()
        const escaped = /^\\(?:[pP]\{[^}]+\}|u[\da-f]{4}|x[\da-f]{2}|k<[^>]+>|.)/i.exec(source.slice(at))![0]
        at += escaped.length
        if (!optional() && escaped === '\\d') best = better(best, [digit])
      } else {
        at++
        const lower = from.toLowerCase()
        // A letter that need not be there, or may be there twice, ends what stands together.
        const repeated = /[+{]/.test(source[at] ?? '')
        if (optional() || !ofWords.test(lower)) close()
        else {
          run += lower
          if (repeated) close()
        }
      }
    }
    close()
    return best
  }

  /** Steps over a quantifier; whether what it is of may be missing. */
  const optional = (): boolean => {
    const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at, at + 12))?.[0] ?? ''
    at += quantifier.length
    return /^(?:[?*]|\{0)/.test(quantifier)
  }

  return alternatives()
}

/** The list that fewer sentences fulfil: of longer stretches, then the shorter list. */
function better(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null || other === null) return one ?? other
  const weight = (list: readonly string[]) => Math.min(5, ...list.map((stem) => stem.length)) - list.length / 20
  return weight(other) > weight(one) ? other : one
}
