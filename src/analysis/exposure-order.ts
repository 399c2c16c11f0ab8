/**
 * Whether assistance came before, during or after an alleged incident or a listing, and how long before or after: only what the dates prove.
 *
 * A row's own start and end are days on each of which it went on; a fiscal year alone (1 October to 30 September) says that it took place on some
 * days of it. An incident's dates are taken as widely as its sources assert them, all together. A snapshot of a list proves the listing on its day
 * alone, so what came before that day cannot be put before or after the listing, while what came after it came after a day of the listing.
 */
import { readRangeText } from '../ledger/dates.js'
import type { Matter } from '../ledger/read/matters.js'
import type { Span } from './command-chain.js'

export const orders = ['before', 'during', 'after', 'undatable'] as const
export type Order = (typeof orders)[number]

/**
 * Why the order cannot be told:
 * - *no date*: nothing dates the incident or the listing;
 * - *seen only*: a snapshot proves the listing on its day, which was after the assistance; since when it was listed is not known;
 * - *ended only*: it ended after the assistance, and nothing tells since when it was listed;
 * - *overlap*: the dates overlap, and are not exact enough to say which came first.
 */
const undatables = ['no date', 'seen only', 'ended only', 'overlap'] as const
export type Undatable = (typeof undatables)[number]

export interface Ordering {
  order: Order
  undatable: Undatable | null
  /** Days between the end of the one and the beginning of the other, of before and after. */
  days: number | null
  /** Both ends are known to the day; else there are at least so many days between. */
  exact: boolean
}

/** Days of a training. `exact`: it went on on each of them; else on some of them. */
export interface AssistanceDates extends Span {
  exact: boolean
}

/** U.S. fiscal years begin on 1 October of the year before. */
const fiscalYearSpan = (year: number): Span => ({ from: `${year - 1}-10-01`, to: `${year}-09-30` })

/** A row whose printed dates are missing or contradict each other is known by its fiscal year. */
export function assistanceDates({
  startDate,
  endDate,
  fiscalYear,
}: {
  startDate: string | null
  endDate: string | null
  fiscalYear: number
}): AssistanceDates {
  if (startDate !== null && endDate !== null && startDate <= endDate) return { from: startDate, to: endDate, exact: true }
  const year = fiscalYearSpan(fiscalYear)
  // One end alone narrows the year where it lies in it.
  if (startDate !== null && endDate === null && startDate >= year.from && startDate <= year.to)
    return { from: startDate, to: year.to, exact: false }
  if (endDate !== null && startDate === null && endDate >= year.from && endDate <= year.to)
    return { from: year.from, to: endDate, exact: false }
  return { ...year, exact: false }
}

/** What happened between two days. `every`: spans on each day of which it did. */
interface Event {
  kind: 'event'
  span: Span
  every: Span[]
}
/** What holds from a day on. Spans are those in which it began and ended, as exactly as is known. */
interface Standing {
  kind: 'standing'
  began: Span | null
  ended: Span | null
  seen: readonly string[]
}
type MatterDates = Event | Standing | null

function matterDates(matter: Matter): MatterDates {
  if (matter.kind === 'incident')
    return matter.hull === null
      ? null
      : { kind: 'event', span: readRangeText(matter.hull), every: matter.precise.map(readRangeText) }
  // State's list names units that were proposed and denied at some time of a calendar year.
  if (matter.deniedIn !== null && matter.listed === null)
    return { kind: 'event', span: { from: `${matter.deniedIn}-01-01`, to: `${matter.deniedIn}-12-31` }, every: [] }
  if (matter.listed === null && matter.delisted === null && matter.seenOn.length === 0) return null
  return {
    kind: 'standing',
    began: matter.listed === null ? null : readRangeText(matter.listed),
    ended: matter.delisted === null ? null : readRangeText(matter.delisted),
    seen: matter.seenOn,
  }
}

/** The days for which relations and postings are asked: those of the incident, of the listing, or of the earliest snapshot of it. */
export function matterSpan(matter: Matter): Span | null {
  const dates = matterDates(matter)
  if (dates === null) return null
  if (dates.kind === 'event') return dates.span
  const seen = dates.seen[0]
  return dates.began ?? (seen === undefined ? dates.ended : { from: seen, to: seen })
}

const undatable = (why: Undatable): Ordering => ({ order: 'undatable', undatable: why, days: null, exact: false })
const during: Ordering = { order: 'during', undatable: null, days: null, exact: true }
const isDay = ({ from, to }: Span): boolean => from === to
const within = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to
const overlap = (a: Span, b: Span): boolean => a.from <= b.to && a.to >= b.from

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export function orderOf(assistance: AssistanceDates, matter: Matter): Ordering {
  const dates = matterDates(matter)
  if (dates === null) return undatable('no date')
  return dates.kind === 'event' ? orderToEvent(assistance, dates) : orderToStanding(assistance, dates)
}

function orderToEvent(assistance: AssistanceDates, { span, every }: Event): Ordering {
  if (assistance.to < span.from) return before(assistance, span)
  if (assistance.from > span.to) return after(assistance, span)
  const together =
    (assistance.exact && (within(span, assistance) || every.some((days) => overlap(days, assistance)))) ||
    every.some((days) => within(assistance, days))
  return together ? during : undatable('overlap')
}

function orderToStanding(assistance: AssistanceDates, { began, ended, seen }: Standing): Ordering {
  // Over before it is known to have begun.
  if (began && assistance.to < began.from) return before(assistance, began)
  if (assistance.exact && seen.some((day) => day >= assistance.from && day <= assistance.to)) return during
  if (began && assistance.from > began.to) {
    const inForce = ended ? assistance.to < ended.from : seen.some((day) => day >= assistance.to)
    return inForce ? during : after(assistance, began)
  }
  if (began) return assistance.exact && within(began, assistance) ? during : undatable('overlap')
  if (ended && assistance.from > ended.to) return after(assistance, ended)
  const first = seen[0]
  if (first !== undefined && assistance.from > first) return after(assistance, { from: first, to: first })
  if (first === undefined) return undatable(ended && assistance.to < ended.from ? 'ended only' : 'overlap')
  return undatable(assistance.to < first ? 'seen only' : 'overlap')
}

const before = (assistance: AssistanceDates, span: Span): Ordering => ({
  order: 'before',
  undatable: null,
  days: daysBetween(assistance.to, span.from),
  exact: assistance.exact && isDay(span),
})

const after = (assistance: AssistanceDates, span: Span): Ordering => ({
  order: 'after',
  undatable: null,
  days: daysBetween(span.to, assistance.from),
  exact: assistance.exact && isDay(span),
})
