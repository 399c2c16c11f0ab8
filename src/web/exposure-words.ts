/** A finding in words: what was received, what it preceded or followed and by how long, whose matter it is, and the path with its dates. */

import type { AssistanceSum, Exposure } from '../analysis/exposure.js'
import { matterSpan } from '../analysis/exposure-order.js'
import type { Step } from '../analysis/exposure-paths.js'
import { rangeText, shortDate } from '../ledger/dates.js'
import type { ListingMatter, Matter } from '../ledger/read/matters.js'
import type { NamedEntity } from '../ledger/read/relations.js'
import { writerIn } from './messages/reasons.js'
import type { Site } from './site.js'

export type Speaks = Pick<Site, 'text' | 'format'>
export type Names = ReadonlyMap<string, NamedEntity>

export const nameIn = (names: Names, id: string): string => names.get(id)?.name ?? id

/** Course titles named in a headline; the rest are counted. */
const mostCourses = 3

/** "3 training sessions of X (Course A, Course B; 2 to 5 days each; fiscal years 2008, 2010)". */
function assistanceInWords({ text, format }: Speaks, sum: AssistanceSum, unit: string): string {
  const words = text.exposure
  const counted = [
    ...(sum.sessions > 0 || sum.rowsWithoutSessions === 0 ? [words.sessions(sum.sessions, format.number(sum.sessions))] : []),
    ...(sum.rowsWithoutSessions > 0 ? [words.rowsWithout(sum.rowsWithoutSessions, format.number(sum.rowsWithoutSessions))] : []),
  ]
  const titles = sum.courses.slice(0, mostCourses).map(({ title }) => title ?? words.courseUnknown)
  const further = sum.courses.length - titles.length
  const courses = [...titles, ...(further > 0 ? [words.furtherCourses(further, format.number(further))] : [])].join(', ')
  const lasted = sum.days && words.eachDays(sum.days.shortest, sum.days.longest)
  const duration = lasted && (sum.days!.rows < sum.rows ? words.whereDated(lasted) : lasted)
  const years = words.fiscalYears(sum.fiscalYears.length, format.years(sum.fiscalYears))
  return `${words.ofUnit(format.list(counted), unit)} (${[courses, duration, years].filter(Boolean).join('; ')})`
}

/** Whole years from two on, whole months from two on, else days; never rounded up. */
export function timeInWords({ text, format }: Speaks, days: number, exact: boolean): string {
  const words = text.exposure
  const years = Math.floor(days / 365.25)
  const months = Math.floor(days / 30.44)
  const time = years >= 2 ? words.years(years, format.number(years)) : months >= 2 ? words.months(months) : words.days(days)
  // A whole number of years is less than what it stands for.
  return exact && years < 2 && months < 2 ? time : words.atLeast(time)
}

/** When the matter was, as exactly as is known: "2014-05", "listed 2010, taken off 2012", "seen on 2026-01-01". */
export function whenInWords({ text }: Pick<Speaks, 'text'>, matter: Matter): string | null {
  if (matter.kind !== 'incident') return listingDays(text, matter).join(', ') || null
  const span = matterSpan(matter)
  return span && dayOrSpan(rangeText(span))
}

/** Since when, until when, or when it was seen: a day that could not be read as it is printed. */
function listingDays(text: Speaks['text'], matter: ListingMatter): string[] {
  const words = text.exposure
  const { listed, listedPrinted, delisted, delistedPrinted, deniedIn, seenOn } = matter
  const days: string[] = []
  if (listed !== null) days.push(words.since(dayOrSpan(listed)))
  else if (deniedIn !== null) days.push(words.deniedIn(deniedIn))
  else if (listedPrinted !== null) days.push(words.sinceUnread(listedPrinted))
  if (delisted !== null) days.push(text.incident.delisted(dayOrSpan(delisted)))
  else if (delistedPrinted !== null) days.push(words.untilUnread(delistedPrinted))
  if (listed === null && deniedIn === null && seenOn.length > 0) days.push(words.seenOn(seenOn.join(', ')))
  return days
}

function dayOrSpan(range: string): string {
  const short = shortDate(range)
  if (short !== null) return short
  const [from, end] = range.slice(1, -1).split(',') as [string, string]
  const last = new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return `${from} – ${last}`
}

/** What is alleged, in the sources' own words: the violations that any of them names. */
export function violationWords({ text }: Pick<Speaks, 'text'>, matter: Matter): string {
  if (matter.kind !== 'incident') return [matter.authority, matter.list, matter.program].filter(Boolean).join(', ')
  const said = matter.violations.filter(({ stance, value }) => stance === 'asserts' && value !== null).map(({ value }) => value!)
  return [...new Set(said)].join(', ') || text.exposure.kinds.incident
}

function matterInWords(speaks: Speaks, { matter, path }: Pick<Exposure, 'matter' | 'path'>, names: Names): string {
  const words = speaks.text.exposure
  const whose = words.whose[path.kind]
  const name = nameIn(names, matter.subject)
  const say = (part: string | ((name: string) => string)) => (typeof part === 'string' ? part : part(name))
  const when = whenInWords(speaks, matter)
  if (matter.kind === 'incident') return words.incident(`“${violationWords(speaks, matter)}”`, when, say(whose.accused))
  if (matter.kind === 'ineligibility') return words.ineligible(matter.authority, when, say(whose.other))
  return words.listing(matter.authority, [matter.list, matter.program].filter(Boolean).join(', '), when, say(whose.other))
}

/** The finding as one sentence. */
export function exposureInWords(speaks: Speaks, finding: Exposure, names: Names): string {
  const words = speaks.text.exposure
  const assistance = assistanceInWords(speaks, finding.sum, nameIn(names, finding.unit))
  const matter = matterInWords(speaks, finding, names)
  const { interval, order, undatable } = finding
  if (order === 'during') return words.accompanied(assistance, matter)
  if (order === 'undatable' || !interval) return words.unordered(assistance, matter, words.undatable[undatable ?? 'no date'])
  const time = timeInWords(speaks, interval.nearest, interval.exact)
  const alone = finding.sum.rows === 1
  return order === 'before'
    ? words.preceded(assistance, alone ? words.theOnly(time) : words.theLast(time), matter)
    : words.followed(assistance, alone ? words.theOnlyAfter(time) : words.theFirst(time), matter)
}

/** A step of the path: who was what to whom, what the dates know of it, and for which date it was asked. */
export function stepInWords({ text }: Speaks, step: Step, matter: Matter, names: Names): string {
  const words = text.exposure
  const said = words.steps[step.kind](nameIn(names, step.from), nameIn(names, step.to))
  const span = matterSpan(matter)
  const asked =
    step.asOf === 'assistance'
      ? words.asOfAssistance
      : step.asOf === 'matter' && span
        ? words.asOfMatter(dayOrSpan(rangeText(span)))
        : null
  return `${said} (${[text.entity.holdings[step.holding], asked].filter(Boolean).join('; ')})`
}

/** The parts of a finding's strength, each in words of its own: nothing adds them up. */
export function strengthInWords({ text, language }: Pick<Site, 'text' | 'language'>, { strength, matter }: Exposure): string[] {
  const words = text.exposure
  const { status, relation, relationDisputed } = strength
  return [
    words.identities[strength.identity] +
      (strength.confirmedBy.length > 0 ? ` (${strength.confirmedBy.map((one) => writerIn(language, one)).join(', ')})` : ''),
    words.paths[strength.path] + (relation ? ` (${text.entity.holdings[relation]})` : ''),
    ...(relationDisputed ? [words.relationDisputed] : []),
    words.assistanceDates[strength.assistanceDates],
    words.matterDates[strength.matterDates],
    ...howDated(words, matter),
    [
      status.standing === 'disputed' && status.disputedSince !== null
        ? text.respond.disputedSince(status.disputedSince)
        : words.standing[status.standing],
      ...status.outcomes,
    ].join('; '),
  ]
}

/** Days of a listing that the list itself does not say: entered by hand, or inferred. */
const howDated = (words: Speaks['text']['exposure'], matter: Matter): string[] =>
  matter.kind === 'incident'
    ? []
    : (['LIST_DAY_BY_HAND', 'LIST_DAY_INFERRED'] as const).flatMap((code) =>
        matter.flags.some((flag) => flag.code === code) ? [words.howDated[code]] : [],
      )
