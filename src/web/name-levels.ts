/**
 * How far down the printed recipients of a country reach: sessions under names of units, of classes of units, of a ministry or service
 * only, or of nothing. A session of a row that names two recipients counts under both names where the row does not divide it.
 */
import type { Reading } from '../ledger/read/reading.js'
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

/** Null for a past state, whose names are not kept, and where there is no country code to find names by. */
export async function levelSessions(
  reading: Pick<Reading, 'within'>,
  countryCode: string | null,
  asOf: number | undefined,
): Promise<LevelSessions | null> {
  if (countryCode === null) return null
  return reading.within(asOf, async ({ client }, { past }) => {
    if (past !== null) return null
    const { rows } = await client.query<{ text: string; quantity: number }>(
      'SELECT text, quantity FROM serving.name WHERE country = $1 AND recipient AND quantity > 0',
      [countryCode],
    )
    return sumByLevel(rows)
  })
}

export function sumByLevel(names: readonly { text: string; quantity: number }[]): LevelSessions {
  const sums: LevelSessions = { unit: 0, 'class of units': 0, 'service or ministry': 0, none: 0 }
  for (const { text, quantity } of names) sums[levelOf(text)] += quantity
  return sums
}
