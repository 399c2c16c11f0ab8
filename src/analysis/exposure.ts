/**
 * Exposure: assistance to a unit that has, or is connected with, an alleged incident, a listing or an ineligibility. A finding is one unit that was
 * assisted, one matter, one path and one order; it says what preceded or followed what, never that it led to it.
 *
 * How strong a finding is stands in named parts (how the name was tied to the unit, the path, what the dates know, the state of the
 * allegation) that nothing adds up.
 */

import { createHash } from 'node:crypto'
import { groupBy } from '../ledger/group-by.js'
import type { Assistance } from '../ledger/read/assistance.js'
import type { ExposureFacts } from '../ledger/read/exposure.js'
import { wasEnded } from '../ledger/read/listing-matters.js'
import type { IncidentMatter, Matter } from '../ledger/read/matters.js'
import type { Holding } from './command-chain.js'
import { disputedSince } from './disputed.js'
import {
  assistanceDates,
  daysBetween,
  matterSpan,
  type Order,
  type Ordering,
  orderOf,
  orders,
  type Undatable,
} from './exposure-order.js'
import {
  type Network,
  networkOf,
  type Path,
  type PathKind,
  pathKinds,
  postedThen,
  type Way,
  waysTo,
  weakest,
} from './exposure-paths.js'

export { type Order, orders, type Undatable } from './exposure-order.js'
export { type PathKind, pathKinds } from './exposure-paths.js'

export const matterKinds = ['incident', 'designation', 'ineligibility'] as const
export type MatterKind = (typeof matterKinds)[number]

/** Which printed names mean the unit: all confirmed by a person, some, or none. */
export const identities = ['confirmed', 'confirmed in part', 'proposed'] as const
export type Identity = (typeof identities)[number]

/**
 * How an allegation stands, by what sources say: *alleged*; *disputed* (denied or questioned by at least one); or a legal outcome in the
 * source's word. Of a listing: *listed*, *delisted* (where the day could not be read: *delisted, day not known*), *denied assistance*.
 */
export interface MatterStatus {
  standing: 'alleged' | 'disputed' | 'listed' | 'delisted' | 'delisted, day not known' | 'denied assistance'
  /** For a disputed allegation: since when, where a date of a denial or a doubt is known (a day, month or year). */
  disputedSince: string | null
  /** Legal outcomes as printed. */
  outcomes: string[]
}

export interface Strength {
  identity: Identity
  /** Reviewers who confirmed the names. */
  confirmedBy: string[]
  path: PathKind
  /** What the least known relation on the path has for the date; null where the path is direct. */
  relation: Holding | null
  /** A source denies or questions a relation on the path. */
  relationDisputed: boolean
  /** How exactly the assistance is dated: each row to the day, none, or some. */
  assistanceDates: 'day' | 'day in part' | 'fiscal year'
  matterDates: 'day' | 'span' | 'snapshot' | 'none'
  status: MatterStatus
}

export interface AssistanceSum {
  rows: number
  /** Training sessions. */
  sessions: number
  /** Rows that print no number of sessions. */
  rowsWithoutSessions: number
  cents: number
  rowsWithoutCost: number
  /** Course titles as printed, most sessions first; null where none is printed. */
  courses: { title: string | null; rows: number; sessions: number }[]
  /** Of the rows that print both dates: the shortest and longest, in days, both ends counted. */
  days: { shortest: number; longest: number; rows: number } | null
  fiscalYears: number[]
}

export interface Exposure {
  id: string
  /** The unit that was assisted. */
  unit: string
  matter: Matter
  path: Path
  order: Order
  /** Why the order is undatable. */
  undatable: Undatable | null
  /** For before and after: days from the nearest training to it, and from the farthest. */
  interval: { nearest: number; farthest: number; exact: boolean } | null
  sum: AssistanceSum
  assistance: Assistance[]
  strength: Strength
}

/**
 * Only what accuses: a source asserts both who did it and a violation or an event. Combat that a source reports without one is context. What a
 * source merely denies or questions accuses nobody.
 */
export function accuses(matter: Matter): boolean {
  if (matter.kind !== 'incident') return true
  const asserted = (said: IncidentMatter['accusations']) => said.some(({ stance }) => stance === 'asserts')
  return asserted(matter.accusations) && asserted(matter.violations)
}

/** Units from which a path leads to any of the matters: whose assistance there is to read. */
export function reachableUnits(facts: Omit<ExposureFacts, 'assistance'>): string[] {
  const network = networkOf(facts.relations, facts.kinds)
  return [...new Set(facts.matters.filter(accuses).flatMap((matter) => waysOf(matter, network).map(({ unit }) => unit)))]
}

const waysOf = (matter: Matter, network: Network): Way[] => waysTo(matter.subject, matterSpan(matter), network)

/** Every finding, by unit, matter, path and order; none where there is no assistance. Total also on circles of relations. */
export function exposures(facts: ExposureFacts): Exposure[] {
  const network = networkOf(facts.relations, facts.kinds)
  const byUnit = groupBy(
    facts.assistance.filter(({ unit }) => facts.kinds.get(unit) === 'unit'),
    ({ unit }) => unit,
  )
  const found: Exposure[] = []
  if (byUnit.size === 0) return found
  for (const matter of facts.matters) {
    if (!accuses(matter)) continue
    for (const way of waysOf(matter, network)) {
      const assistance = byUnit.get(way.unit)
      if (assistance) found.push(...findings(way, matter, assistance))
    }
  }
  return found.sort(inOrder)
}

/** The order in which findings are listed: the same whatever order they were found in. */
export const inOrder = (a: Exposure, b: Exposure): number =>
  byBytes(a.unit, b.unit) ||
  byBytes(a.matter.id, b.matter.id) ||
  pathKinds.indexOf(a.path.kind) - pathKinds.indexOf(b.path.kind) ||
  orders.indexOf(a.order) - orders.indexOf(b.order) ||
  byBytes(a.id, b.id)

const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One finding an order (and a reason why it cannot be told) of the assistance that this way connects with the matter. */
function findings(way: Way, matter: Matter, assistance: readonly Assistance[]): Exposure[] {
  const groups = new Map<string, { path: Path; ordering: Ordering; rows: { row: Assistance; ordering: Ordering }[] }>()
  for (const row of assistance) {
    const dates = assistanceDates(row)
    let path = way.path
    if (way.posting) {
      const step = postedThen(way.posting, dates)
      if (!step) continue
      path = { kind: 'person', steps: [step] }
    }
    const ordering = orderOf(dates, matter)
    const key = JSON.stringify([ordering.order, ordering.undatable])
    const group = groups.get(key)
    if (group) {
      group.rows.push({ row, ordering })
      // Where there were several trainings while the person was posted, the least known stands for the step.
      if (way.posting && rankOf(path) > rankOf(group.path)) group.path = path
    } else groups.set(key, { path, ordering, rows: [{ row, ordering }] })
  }
  return [...groups.values()].map(({ path, ordering, rows }) => {
    const days = rows.flatMap(({ ordering: one }) => one.days ?? [])
    const trainings = rows.map(({ row }) => row)
    return {
      id: idOf(way.unit, matter, path.kind, ordering),
      unit: way.unit,
      matter,
      path,
      order: ordering.order,
      undatable: ordering.undatable,
      interval:
        days.length === 0
          ? null
          : { nearest: Math.min(...days), farthest: Math.max(...days), exact: rows.every(({ ordering: one }) => one.exact) },
      sum: sumOfAssistance(trainings),
      assistance: trainings,
      strength: strengthOf(path, matter, trainings),
    }
  })
}

const holdingOrder: readonly (Holding | null)[] = [null, 'cited', 'possible', 'assumed', 'undated', 'not cited', 'ended']
const rankOf = (path: Path): number => holdingOrder.indexOf(weakest(path))

/** The same finding has the same id in any ledger with the same facts. */
const idOf = (unit: string, matter: Matter, path: PathKind, { order, undatable }: Ordering): string =>
  createHash('sha256')
    .update(JSON.stringify([unit, matter.id, matter.subject, path, order, undatable]))
    .digest('hex')
    .slice(0, 16)

function sumOfAssistance(rows: readonly Assistance[]): AssistanceSum {
  const courses = new Map<string | null, { title: string | null; rows: number; sessions: number }>()
  for (const { course, quantity } of rows) {
    const known = courses.get(course) ?? { title: course, rows: 0, sessions: 0 }
    courses.set(course, known)
    known.rows++
    known.sessions += quantity ?? 0
  }
  const lengths = rows.flatMap((row) => {
    const dates = assistanceDates(row)
    return dates.exact ? [daysBetween(dates.from, dates.to) + 1] : []
  })
  return {
    rows: rows.length,
    sessions: rows.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
    rowsWithoutSessions: rows.filter(({ quantity }) => quantity === null).length,
    cents: rows.reduce((sum, { cents }) => sum + (cents ?? 0), 0),
    rowsWithoutCost: rows.filter(({ cents }) => cents === null).length,
    courses: [...courses.values()].sort(
      (a, b) => b.sessions - a.sessions || b.rows - a.rows || byBytes(a.title ?? '', b.title ?? ''),
    ),
    days: lengths.length === 0 ? null : { shortest: Math.min(...lengths), longest: Math.max(...lengths), rows: lengths.length },
    fiscalYears: [...new Set(rows.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b),
  }
}

function strengthOf(path: Path, matter: Matter, rows: readonly Assistance[]): Strength {
  const some = <Value>(count: number, all: Value, part: Value, none: Value) =>
    count === rows.length ? all : count > 0 ? part : none
  const confirmed = rows.filter((row) => row.confirmed).length
  const exact = rows.filter((row) => assistanceDates(row).exact).length
  return {
    identity: some<Identity>(confirmed, 'confirmed', 'confirmed in part', 'proposed'),
    confirmedBy: [...new Set(rows.flatMap(({ confirmedBy }) => confirmedBy ?? []))].sort(byBytes),
    path: path.kind,
    relation: weakest(path),
    relationDisputed: path.steps.some(({ contradictions }) => contradictions.length > 0),
    assistanceDates: some<Strength['assistanceDates']>(exact, 'day', 'day in part', 'fiscal year'),
    matterDates: matterDatesOf(matter),
    status: statusOf(matter),
  }
}

function matterDatesOf(matter: Matter): Strength['matterDates'] {
  const span = matterSpan(matter)
  if (span === null) return 'none'
  if (matter.kind !== 'incident' && matter.listed === null && matter.deniedIn === null) return 'snapshot'
  return span.from === span.to ? 'day' : 'span'
}

export function statusOf(matter: Matter): MatterStatus {
  if (matter.kind === 'incident') {
    const disputed = disputedSince([...matter.accusations, ...matter.occurrences, ...matter.violations])
    const outcomes = matter.outcomes.flatMap(({ value, stance }) => (stance === 'asserts' && value !== null ? [value] : []))
    return {
      standing: disputed ? 'disputed' : 'alleged',
      disputedSince: disputed?.since ?? null,
      outcomes: [...new Set(outcomes)],
    }
  }
  if (matter.kind === 'ineligibility') return { standing: 'denied assistance', disputedSince: null, outcomes: [] }
  const ended = matter.delisted !== null ? 'delisted' : 'delisted, day not known'
  return { standing: wasEnded(matter) ? ended : 'listed', disputedSince: null, outcomes: [] }
}
