/** Reads from the source of a pattern what it is made of, as far as that tells which words a text must have for it to match. */

export type Part = {
  /** May be missing. */
  optional: boolean
  /** May stand more than once. */
  repeated: boolean
} /** Any of these, which are as long: a stretch that the source prints, a class of letters, or a sign of money. */ & (
  | { is: 'letters'; letters: readonly string[] }
  | { is: 'digit' }
  /** A capital letter, whichever. */
  | { is: 'capital' }
  /** `parts`: is no letter, whatever it is. */
  | { is: 'other'; parts: boolean }
  /** Takes nothing of the text. `parts`: no letter follows. */
  | { is: 'nothing'; parts: boolean }
  | { is: 'group'; alternatives: Alternatives }
)

export type Alternatives = readonly (readonly Part[])[]

/** Letters of English and Spanish, of which words are made here. */
export const letterOfWords = /^[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]$/
export const signsOfMoney = '$€£₦₹'

const noLetter = /^\(\?(?:!\[?\\p\{L\}|=\\[sd])/
const once = { optional: false, repeated: false }

/** Knows groups, classes, escapes and quantifiers; no flags within a pattern and no references. */
export function partsOf(source: string): Alternatives {
  let at = 0

  const taken = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const printed = pattern.exec(source)?.[0] ?? ''
    at += printed.length
    return printed
  }

  const alternatives = (): Part[][] => {
    const all = [sequence()]
    while (source[at] === '|') {
      at++
      all.push(sequence())
    }
    return all
  }

  const sequence = (): Part[] => {
    const parts: Part[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = one()
      parts.push(part)
      if (!quantified.includes(source[at]!)) continue
      const quantifier = taken(quantifiers)
      part.optional = /^(?:[?*]|\{0)/.test(quantifier)
      part.repeated = !quantifier.startsWith('?')
    }
    return parts
  }

  const one = (): Part => {
    const first = source[at]!
    if (first === '(') {
      const parts = noLetter.test(source.slice(at, at + 12))
      const kind = taken(groups)
      const within = alternatives()
      at++
      return /[=!]$/.test(kind) ? { is: 'nothing', parts, ...once } : { is: 'group', alternatives: within, ...once }
    }
    if (first === '[') {
      const printed = taken(classes)
      const letters = [...new Set(printed.slice(1, -1).toLowerCase())]
      if (letters.every((letter) => letterOfWords.test(letter))) return { is: 'letters', letters, ...once }
      return { is: 'other', parts: /^\[(?:\\s|[ ,.;:'’"”“-])+\]$/.test(printed), ...once }
    }
    if (first === '\\') {
      const escaped = taken(escapes)
      if (escaped === '\\d') return { is: 'digit', ...once }
      if (escaped === '\\p{Lu}') return { is: 'capital', ...once }
      if (/^\\[bB]$/.test(escaped)) return { is: 'nothing', parts: false, ...once }
      const mark = /^\\\W$/.test(escaped)
      return (mark ? literal(escaped[1]!) : null) ?? { is: 'other', parts: mark || escaped === '\\s', ...once }
    }
    const stretch = taken(stretches)
    if (stretch !== '') return { is: 'letters', letters: [stretch.toLowerCase()], ...once }
    at++
    if (/[$^]/.test(first)) return { is: 'nothing', parts: false, ...once }
    return literal(first.toLowerCase()) ?? { is: 'other', parts: first !== '.', ...once }
  }

  return alternatives()
}

/** Letters without the one that a quantifier is of. */
const stretches = /[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?![?*+{])/iy
const quantified = '?*+{'
const quantifiers = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y
const groups = /\((?:\?(?:<?[=!]|:|<[^>]+>))?/y
const classes = /\[(?:\\.|[^\]\\])*\]/y
const escapes = /\\(?:[pP]\{[^}]+\}|u[\da-f]{4}|x[\da-f]{2}|k<[^>]+>|.)/iy

function literal(letter: string): Part | null {
  if (/\d/.test(letter)) return { is: 'digit', ...once }
  return letterOfWords.test(letter) || signsOfMoney.includes(letter) ? { is: 'letters', letters: [letter], ...once } : null
}
