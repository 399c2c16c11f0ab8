/** What speaks for or against a hit beside its name, and by how much each moves the score. */
import { dateOrInterval, readRangeText } from '../ledger/dates.js'
import { searchKey } from '../names/search-key.js'
import { identifierKey, identifierKeys } from './entity-match.js'
import type { Evidence, GivenDate } from './model.js'

/** What is missing to 1 is multiplied by the first where it speaks for, the score by the second where it speaks against. */
const moves: Partial<Record<string, number>> = {
  'birth-date same day': 0.3,
  'birth-date possible': 0.7,
  'birth-date year apart': 0.97,
  'birth-date differs': 0.75,
  'birth-place same': 0.6,
  'birth-place part': 0.85,
  'birth-place differs': 0.97,
  'country same': 0.9,
  'country differs': 0.87,
  'identifier ': 0.1,
  'posting same': 0.5,
  'posting above': 0.75,
  'posting below': 0.75,
  'posted-elsewhere ': 0.97,
  'rank same': 0.95,
}

/** The score with one piece of evidence more. */
export function moved(score: number, piece: Evidence): number {
  const kind = 'agreement' in piece ? piece.agreement : 'relation' in piece ? piece.relation : ''
  const by = moves[`${piece.code} ${kind}`]
  if (by === undefined || piece.weight === 'neither') return score
  // The same number on a document is as good as a name, whatever the names say.
  const from = piece.code === 'identifier' ? Math.max(score, 0.5) : score
  return piece.weight === 'for' ? from + (1 - from) * (1 - by) : from * by
}

export function identifierEvidence(given: readonly string[], known: readonly string[]): Evidence | null {
  for (const mine of given) {
    const same = known.find((other) => identifierKeys(other).includes(identifierKey(mine)))
    if (same !== undefined) return { weight: 'for', code: 'identifier', given: mine, known: same, scheme: null }
  }
  return null
}

export function birthEvidence(given: GivenDate | null, known: readonly string[]): Evidence | null {
  if (given === null || given.ranges.length === 0 || known.length === 0) return null
  const days = known.map(readRangeText)
  const printed = known.map(dateOrInterval)
  const isDay = ({ from, to }: { from: string; to: string }) => from === to
  const both = given.ranges.flatMap((mine) => days.map((other) => ({ mine, other })))
  const meets = both.filter(({ mine, other }) => mine.from <= other.to && other.from <= mine.to)
  const said = { code: 'birth-date', given: given.printed, known: printed } as const
  if (meets.some(({ mine, other }) => isDay(mine) && isDay(other) && given.ranges.length === 1))
    return { weight: 'for', ...said, agreement: 'same day' }
  if (meets.length > 0) return { weight: 'for', ...said, agreement: 'possible' }
  const apart = both.some(({ mine, other }) => closeTo(mine, other) || turned(mine.from, other.from))
  return apart ? { weight: 'against', ...said, agreement: 'year apart' } : { weight: 'against', ...said, agreement: 'differs' }
}

/** Lists give the year of a birth by one or two too many or too few, more often than people of one name are born then. */
function closeTo(one: { from: string; to: string }, other: { from: string; to: string }): boolean {
  const year = (day: string) => Number(day.slice(0, 4))
  return year(one.from) - year(other.to) <= 2 && year(other.from) - year(one.to) <= 2
}

/** Day and month the other way round. */
const turned = (one: string, other: string): boolean => one === `${other.slice(0, 4)}-${other.slice(8, 10)}-${other.slice(5, 7)}`

const wordsOf = (place: string): string[] =>
  searchKey(place)
    .split(' ')
    .filter((word) => word.length > 2)

export function birthPlaceEvidence(given: string | null, known: readonly string[]): Evidence | null {
  if (given === null || known.length === 0) return null
  const mine = wordsOf(given)
  if (mine.length === 0) return null
  const said = { code: 'birth-place', given, known: known.slice(0, 5) } as const
  const shared = known.map((place) => {
    const theirs = wordsOf(place)
    return {
      all: mine.every((word) => theirs.includes(word)) || theirs.every((word) => mine.includes(word)),
      some: mine.some((word) => theirs.includes(word)),
    }
  })
  if (shared.some(({ all }) => all)) return { weight: 'for', ...said, agreement: 'same' }
  if (shared.some(({ some }) => some)) return { weight: 'for', ...said, agreement: 'part' }
  return { weight: 'against', ...said, agreement: 'differs' }
}

export function countryEvidence(given: string | null, known: readonly string[]): Evidence | null {
  if (given === null || known.length === 0) return null
  const same = known.includes(given)
  return {
    weight: same ? 'for' : 'against',
    code: 'country',
    agreement: same ? 'same' : 'differs',
    given,
    known: known.slice(0, 5),
  }
}
