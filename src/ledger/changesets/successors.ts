/** Which new row stands where a withdrawn one stood, so that an id that was cited goes on answering. */
import { groupBy } from '../group-by.js'
import type { Place } from '../records.js'
import type { Row } from './canonical.js'

/**
 * Pairs of withdrawn id and successor, each row at most once. First by place: on the page where their boxes overlap most, or on the same
 * table row; then, of those left, rows that print the same.
 */
export function findSuccessors(withdrawn: readonly Row[], written: readonly Row[]): [id: string, successor: string][] {
  const pairs = new Map<string, string>()
  const taken = new Set<string>()
  const byPage = groupBy(written, pageOf)
  for (const old of withdrawn) {
    let best: { id: string; overlap: number } | undefined
    for (const candidate of byPage.get(pageOf(old)) ?? []) {
      if (taken.has(candidate.id)) continue
      const overlap = overlapOf(firstPlace(old), firstPlace(candidate))
      if (overlap > (best?.overlap ?? 0)) best = { id: candidate.id, overlap }
    }
    if (!best) continue
    pairs.set(old.id, best.id)
    taken.add(best.id)
  }
  const byWords = groupBy(
    written.filter(({ id }) => !taken.has(id)),
    wordsOf,
  )
  for (const old of withdrawn) {
    if (pairs.has(old.id)) continue
    const same = byWords.get(wordsOf(old))?.shift()
    if (same) pairs.set(old.id, same.id)
  }
  return [...pairs]
}

const firstPlace = (row: Row): Place => (row.places as Place[])[0]!
const pageOf = (row: Row): string => {
  const { page, row: ordinal } = firstPlace(row)
  return page === null ? `row ${ordinal}` : `page ${page}`
}

const wordsOf = (row: Row): string =>
  JSON.stringify(
    ['country', 'program', 'fiscal_year', 'level', 'course_title', 'quantity', 'cents', 'recipient_unit', 'start_printed'].map(
      (name) => row[name],
    ),
  )

/** Height that two boxes share as a part of the lower one's; 1 for the same table row; 0 where they share nothing. */
function overlapOf(one: Place, other: Place): number {
  if (one.page === null) return one.row === other.row ? 1 : 0
  if (!one.box || !other.box) return 0
  const [left, top, right, bottom] = one.box
  const shared = Math.min(bottom, other.box[3]) - Math.max(top, other.box[1])
  const beside = Math.min(right, other.box[2]) - Math.max(left, other.box[0])
  if (shared <= 0 || beside <= 0) return 0
  return shared / Math.max(bottom - top, other.box[3] - other.box[1])
}
