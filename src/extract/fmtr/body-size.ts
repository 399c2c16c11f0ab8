/** The size in which most of some print is set: beside it headings and stamps are large. */
import type { Word } from '../../documents/page.js'

/** The size of most words that have one, in points. */
export function commonSize(places: Iterable<{ readonly words: readonly Word[] }>): number | null {
  const counts = new Map<number, number>()
  for (const { words } of places) for (const { size } of words) if (size > 0) counts.set(size, (counts.get(size) ?? 0) + 1)
  let common: number | null = null
  for (const [size, count] of counts) if (common === null || count > counts.get(common)!) common = size
  return common
}
