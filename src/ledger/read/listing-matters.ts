/**
 * Which rows of lists are one listing, and what each proves: a copy that it was listed on the copy's day, a row with a day since when or until when.
 *
 * A list may print a day that cannot be read. That it was taken off is recorded all the same, and the row's copy then proves no listing on its day.
 */
import { readRangeText } from '../dates.js'
import type { CitedPublication } from './entity.js'
import type { ListingMatter, Said, Standing } from './matters.js'

export interface ListingRow
  extends Omit<ListingMatter, 'kind' | 'subject' | 'seenOn' | 'places' | 'cited' | 'replies'>,
    Standing {
  entity: string
  seenOn: string | null
  citations: string[]
}

/**
 * Rows that say the same listing are one. A copy of the list that gives no day of listing is of the one that was listed last before it, where another
 * row tells since when: an announcement and a snapshot are not two listings. Nor are two rows of one day of which the later tells that it ended.
 */
export function listingMatters(
  rows: readonly ListingRow[],
  cited: ReadonlyMap<string, CitedPublication>,
  replies: ReadonlyMap<string, Said[]> = new Map(),
): ListingMatter[] {
  const groups = new Map<string, ListingMatter[]>()
  // Those with a day come first, so that copies find them; of these those that ended.
  const dated = [...rows].sort((a, b) => Number(isUndated(a)) - Number(isUndated(b)) || Number(wasEnded(b)) - Number(wasEnded(a)))
  for (const { entity, seenOn: copied, source, sourceFile, place, citations, ...row } of dated) {
    const standing = { source, sourceFile, place }
    const key = JSON.stringify([entity, row.authority, row.list, row.program, row.law, row.effect, row.deniedIn])
    const group = groups.get(key) ?? []
    groups.set(key, group)
    const seenOn = copied !== null && !wasOver(row, copied) ? copied : null
    const known =
      group.find((one) => days(one) === days(row)) ??
      (isUndated(row) && copied !== null
        ? group
            .filter((one) => wasInForce(one, copied))
            .sort(byListing)
            .at(-1)
        : group.find((one) => isSince(one, row, copied)))
    const publications = citations.flatMap((id) => cited.get(id) ?? [])
    if (known) {
      known.places.push(standing)
      known.flags.push(...row.flags)
      known.cited.push(...publications)
      known.replies.push(...(replies.get(row.id) ?? []))
      if (seenOn !== null && !known.seenOn.includes(seenOn)) known.seenOn.push(seenOn)
    } else
      group.push({
        ...row,
        kind: row.effect === 'ineligible for assistance' || row.deniedIn !== null ? 'ineligibility' : 'designation',
        subject: entity,
        seenOn: seenOn === null ? [] : [seenOn],
        places: [standing],
        flags: [...row.flags],
        cited: publications,
        replies: [...(replies.get(row.id) ?? [])],
      })
  }
  const matters = [...groups.values()].flat()
  for (const matter of matters) matter.seenOn.sort()
  return matters
}

type Days = Pick<ListingMatter, 'listed' | 'delisted' | 'listedPrinted' | 'delistedPrinted'>

/** As printed where they could not be read: "?" and "?" may be two days, and are told as one. */
const days = ({ listed, delisted, listedPrinted, delistedPrinted }: Days) =>
  JSON.stringify([listed ?? listedPrinted, delisted ?? delistedPrinted])

/** A delisting is recorded, whether or not its day could be read. */
export const wasEnded = ({ delisted, delistedPrinted }: Pick<Days, 'delisted' | 'delistedPrinted'>): boolean =>
  delisted !== null || delistedPrinted !== null

const isUndated = (row: Days): boolean => row.listed === null && !wasEnded(row)

/** Whether a row says that the listing had ended by a day, or may have. */
const wasOver = (row: Days, day: string): boolean =>
  wasEnded(row) && (row.delisted === null || readRangeText(row.delisted).from <= day)

/** Whether a row that tells of no end is of a listing of the same day that ended: not where its copy is of a day after that, since it may have been listed again. */
function isSince(one: ListingMatter, row: Days, copied: string | null): boolean {
  if (one.listed === null || one.listed !== row.listed || !wasEnded(one) || wasEnded(row)) return false
  return copied === null || one.delisted === null || readRangeText(one.delisted).from > copied
}

/** Whether the days that are known of a listing leave it in force on a day. */
function wasInForce({ listed, delisted }: ListingMatter, day: string): boolean {
  if (listed === null || readRangeText(listed).to > day) return false
  return delisted === null || readRangeText(delisted).from > day
}

const byListing = (a: ListingMatter, b: ListingMatter): number => (a.listed! < b.listed! ? -1 : a.listed! > b.listed! ? 1 : 0)
