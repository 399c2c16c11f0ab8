/**
 * How far down the printed recipients of a country reach: sessions under names of units, of classes of units, of a ministry or service
 * only, or of nothing. A session of a row that names two recipients counts under both names where the row does not divide it.
 */
import { type NamingLevel, namesUnit } from '../names/recipient-class.js'

export type LevelSessions = Record<NamingLevel, number>

/** A name is read in some 50 µs, and a country has up to thousands: kept by their text, which never changes its meaning. */
const known = new Map<string, NamingLevel>()
const mostKnown = 100_000

function levelOf(text: string): NamingLevel {
  let level = known.get(text)
  if (level === undefined) {
    level = namesUnit(text)
    if (known.size < mostKnown) known.set(text, level)
  }
  return level
}

export function sumByLevel(names: readonly { text: string; quantity: number }[]): LevelSessions {
  const sums: LevelSessions = { unit: 0, 'class of units': 0, 'service or ministry': 0, none: 0 }
  for (const { text, quantity } of names) sums[levelOf(text)] += quantity
  return sums
}
