/** Which words a text must have for a pattern to match, and which a match begins with. */
import { type Alternatives, type Part, signsOfMoney } from './pattern-parts.js'

/** Of shorter stretches nearly every sentence has one. */
export const shortest = 3
/** Stands for any digit. */
export const digit = '#'
/** Behind letters that are a whole word. */
export const whole = ' '
/** Stands for any word with a capital. */
export const capital = '^'

/** Stretches of letters in lower case, one of which stands in whatever a pattern matches; null where none can be told. */
export function neededBy(alternatives: Alternatives): readonly string[] | null {
  const all = alternatives.map(neededByAll)
  return all.includes(null) ? null : [...new Set(all.flatMap((one) => one!))]
}

function neededByAll(parts: readonly Part[]): readonly string[] | null {
  let best: readonly string[] | null = null
  let runs: readonly string[] = []
  const close = () => {
    if (runs.length > 0 && (runs[0]!.length >= shortest || runs[0]!.startsWith(digit))) best = better(best, runs)
    runs = []
  }
  for (const part of parts) {
    const letters = part.optional ? [] : lettersOf(part)
    const joined = joinedTo(runs, letters)
    const parted = runs.length > 0 && letters.length > 0 && runs[0]!.startsWith(digit) !== letters.includes(digit)
    // Of more letters a longer word tells hardly more.
    if (letters.length === 0 || parted || joined.length > 8 || (letters.length > 1 && (runs[0]?.length ?? 0) > 4)) {
      close()
      runs = letters
    } else runs = joined
    // A letter that may be there twice ends what stands together.
    if (part.repeated) close()
    if (part.is === 'group' && !part.optional) best = better(best, neededBy(part.alternatives))
  }
  close()
  return best
}

const lettersOf = (part: Part): readonly string[] =>
  part.is === 'digit' ? [digit] : part.is === 'letters' && !signsOfMoney.includes(part.letters[0]!) ? part.letters : []
const joinedTo = (runs: readonly string[], letters: readonly string[]): readonly string[] =>
  runs.length === 0 ? letters : runs.flatMap((run) => letters.map((letter) => run + letter))

/** Words that nearly every sentence has. */
const everywhere = new Set(
  'the and for that this with from was were has had have been are not who his its said los las del una que por con para'.split(
    ' ',
  ),
)

/** The list that fewer sentences fulfil: of longer stretches, then the shorter list. */
function better(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null || other === null) return one ?? other
  const weight = (list: readonly string[]) =>
    Math.min(8, ...list.map((stem) => (everywhere.has(stem) ? 0 : stem.length))) - list.length / 20
  return weight(other) > weight(one) ? other : one
}

/** What words begin with that a pattern begins with, those that are whole with a blank behind; null where it may begin otherwise. */
export function beginningsOf(alternatives: Alternatives): readonly string[] | null {
  const { words, empty } = beginningsOfOne(alternatives, false)
  return words && !empty ? [...new Set(words)] : null
}

interface Beginnings {
  words: readonly string[] | null
  /** Whether there may be nothing. */
  empty: boolean
}

function beginningsOfOne(alternatives: Alternatives, parted: boolean): Beginnings {
  const all = alternatives.map((parts) => beginningsOfAll(parts, parted))
  return {
    words: all.some(({ words }) => words === null) ? null : all.flatMap(({ words }) => words!),
    empty: all.some(({ empty }) => empty),
  }
}

/** `parted`: whether no letter follows these parts. */
function beginningsOfAll(parts: readonly Part[], parted: boolean): Beginnings {
  const words: string[] = []
  for (const [at, part] of parts.entries()) {
    if (part.is === 'nothing') continue
    if (part.is === 'other') return { words: null, empty: false }
    if (part.is === 'digit') words.push(digit)
    if (part.is === 'capital') words.push(capital)
    if (part.is === 'letters') words.push(...headsOf(parts.slice(at), parted))
    const ends = !part.repeated && isParted(parts[at + 1], parted)
    const within = part.is === 'group' ? beginningsOfOne(part.alternatives, ends) : null
    if (within?.words === null) return within
    words.push(...(within?.words ?? []))
    if (!part.optional && !within?.empty) return { words, empty: false }
  }
  return { words, empty: true }
}

/** Whether a word cannot go on. */
const isParted = (next: Part | undefined, parted: boolean): boolean => {
  if (next === undefined) return parted
  if (next.optional || next.is === 'group' || next.is === 'capital') return false
  return next.is === 'letters' ? lettersOf(next).length === 0 : next.is === 'digit' || next.parts
}

/** The letters that parts begin with, of which the first is one. */
function headsOf([first, ...rest]: readonly Part[], parted: boolean): readonly string[] {
  if (first?.is !== 'letters') return []
  let runs = first.letters
  if (first.repeated || lettersOf(first).length === 0) return runs
  for (const part of rest) {
    const joined = part.repeated || part.is === 'digit' ? [] : joinedTo(runs, lettersOf(part))
    if (joined.length === 0 || joined.length > 8) return isParted(part, parted) ? runs.map((run) => run + whole) : runs
    runs = part.optional ? [...runs, ...joined] : joined
  }
  return parted ? runs.map((run) => run + whole) : runs
}
