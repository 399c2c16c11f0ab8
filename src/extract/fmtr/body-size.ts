/** The size in which most of some print is set: beside it headings and stamps are large. */
import type { Word } from '../../documents/page.js'

/** The size of most words that have one, in points. */
export function commonSize(places: Iterable<{ readonly words: readonly Word[] }>): number | null {
  const counts = new Map<number, number>()
  // Most words have the size of the word before.
  let last = 0
  let run = 0
  for (const { words } of places) {
    for (const { size } of words) {
      if (size !== last) {
        if (last > 0) counts.set(last, (counts.get(last) ?? 0) + run)
        last = size
        run = 0
      }
      run++
    }
  }
  if (last > 0) counts.set(last, (counts.get(last) ?? 0) + run)
  let common: number | null = null
  for (const [size, count] of counts) if (common === null || count > counts.get(common)!) common = size
  return common
}
