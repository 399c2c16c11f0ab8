/** Words that somebody may have meant who typed another: those that few slips of the hand part from it. */

/**
 * Letters that must be changed, put in, left out or swapped with their neighbour to make one word of the other; `most` + 1 where it is more than `most`.
 * Both are search keys: accents and case are gone.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    let least = row
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1]
      let slips = Math.min(last[at]! + 1, line[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1))
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        slips = Math.min(slips, beforeLast[at - 2]! + 1)
      line.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    beforeLast = last
    last = line
  }
  return Math.min(last[other.length]!, most + 1)
}

/** Slips that a word of this length may hold and still be told: one in four letters, three at most. */
const slipsAllowed = (word: string): number => Math.min(3, Math.floor(word.length / 4))

/** The items nearest to what was typed, the fewest slips first, then as they stand; none that is farther than `slipsAllowed`. */
export function nearestOf<Item>(
  typed: string,
  known: Iterable<Item>,
  keysOf: (item: Item) => readonly string[],
  limit: number,
): Item[] {
  const most = slipsAllowed(typed)
  if (most === 0) return []
  const found: Item[][] = Array.from({ length: most + 1 }, () => [])
  for (const item of known) {
    let least = most + 1
    for (const key of keysOf(item)) least = Math.min(least, slipsBetween(typed, key, most))
    found[least]?.push(item)
  }
  return found.flat().slice(0, limit)
}
