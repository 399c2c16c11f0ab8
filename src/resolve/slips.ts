/**
 * Slips of the press: a reading that equals another of its country in everything it says, but for one letter in one proper word that is printed far
 * more often in its other form ("Naitonal", "Caribean"). Pure.
 *
 * All that tells units apart (number, letter, echelon, arm, branch, order) is the same by then; a word with a digit in it ("MINUSMA3") is a number.
 */

export interface CountedReading {
  country: string | null
  key: string
}

/** Shorter words differ by a letter without being slips: "Jinja", "Ninja". */
const leastLetters = 6
/** The other form stands in so many names at least, and in so many times more than this one. */
const leastNames = 6
const timesMore = 5
/** More names than these are no slip of the press. */
const mostNames = 2

export interface Slip {
  /** Key of the reading that it is taken for. */
  key: string
  printed: string
  meant: string
}

const properWord = /^((?:[a-z]+ )?proper )([a-z]+)$/

/** By country and key of the reading that slipped (`${country}|${key}`); where two others would fit, none. One reading a printed name. */
export function slipsOf(readings: readonly CountedReading[]): Map<string, Slip> {
  const namesOf = new Map<string, number>()
  const byRest = new Map<string, { of: CountedReading; word: string }[]>()
  const seen = new Set<string>()
  for (const reading of readings) {
    const parts = reading.key.split(', ')
    const first = !seen.has(`${reading.country}|${reading.key}`)
    seen.add(`${reading.country}|${reading.key}`)
    for (const [at, part] of parts.entries()) {
      const [, before, word] = properWord.exec(part) ?? []
      if (word === undefined) continue
      const counted = `${reading.country}|${word}`
      namesOf.set(counted, (namesOf.get(counted) ?? 0) + 1)
      if (!first || word.length < leastLetters) continue
      const rest = `${reading.country}|${parts.toSpliced(at, 1).join(', ')}|${before}`
      const list = byRest.get(rest)
      if (list) list.push({ of: reading, word })
      else byRest.set(rest, [{ of: reading, word }])
    }
  }
  const found = new Map<string, Slip | null>()
  for (const list of byRest.values())
    for (const { of: one, word } of list) {
      const own = namesOf.get(`${one.country}|${word}`)!
      if (own > mostNames) continue
      for (const { of: other, word: meant } of list) {
        const theirs = namesOf.get(`${other.country}|${meant}`)!
        if (theirs < leastNames || theirs < timesMore * own || !isOneSlip(word, meant)) continue
        const id = `${one.country}|${one.key}`
        const known = found.get(id)
        found.set(id, known === undefined || known?.key === other.key ? { key: other.key, printed: word, meant } : null)
      }
    }
  // What it is taken for may itself have slipped, in another word.
  const last = (slip: Slip, country: string | null): string => {
    let { key } = slip
    for (let step = 0; step < 3; step++) key = found.get(`${country}|${key}`)?.key ?? key
    return key
  }
  return new Map(
    readings.flatMap(({ country, key }) => {
      const slip = found.get(`${country}|${key}`)
      return slip ? [[`${country}|${key}`, { ...slip, key: last(slip, country) }] as const] : []
    }),
  )
}

/** One letter more, less, another, or two neighbours changed over; never the first. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [mine, other] = [a.slice(at), b.slice(at)]
  if (mine.length !== other.length) return mine.length > other.length ? mine.slice(1) === other : other.slice(1) === mine
  return mine.slice(1) === other.slice(1) || (mine[0] === other[1] && mine[1] === other[0] && mine.slice(2) === other.slice(2))
}
