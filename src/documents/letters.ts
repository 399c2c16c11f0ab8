/**
 * A word's letters while it is read, and the string that they become.
 *
 * A report prints the same words over and over: one string stands for all that are alike, which spares the memory of a string a
 * word and of one more a letter while it grows.
 */

/** UTF-16 code units of the word under way. */
let units = new Uint16Array(256)

const LONGEST_KEPT = 64
const SLOTS = 8192
/** The string last seen in each slot of a hash. */
const kept: string[] = new Array<string>(SLOTS).fill('')

/** Puts a code unit at `at`, which is at most one behind the last. */
export function putUnit(at: number, unit: number): void {
  if (at === units.length) {
    const more = new Uint16Array(units.length * 2)
    more.set(units)
    units = more
  }
  units[at] = unit
}

/** The string of the first `length` units. */
export function wordOf(length: number): string {
  if (length > LONGEST_KEPT) return written(length)
  let hash = length
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, 31) + units[at]!) | 0
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  const known = kept[slot]!
  if (known.length === length) {
    let at = 0
    while (at < length && known.charCodeAt(at) === units[at]) at++
    if (at === length) return known
  }
  const text = written(length)
  kept[slot] = text
  return text
}

function written(length: number): string {
  let text = ''
  for (let at = 0; at < length; at++) text += String.fromCharCode(units[at]!)
  return text
}
