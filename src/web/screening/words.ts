/** A screening in words, for its pages and its dossier: what speaks for a hit, what is said of it, and what the ledger covered when it was asked. */

import { readRangeText, shortDate } from '../../ledger/dates.js'
import type { Coverage, Dates, Evidence, FindingSummary, Hit, MatterSummary, Subject } from '../../screening/model.js'
import { countryInWords } from '../countries.js'
import type { Format, Language } from '../messages/format.js'
import type { Messages } from '../messages/messages.js'

export interface Speaks {
  language: Language
  text: Messages
  format: Format
}

/** What a row is called: the person, else the unit that it names; a row that names neither by its number. */
export function subjectName({ text }: Pick<Speaks, 'text'>, { name, unit, row, sheet }: Subject): string {
  return name || unit || text.screening.rowOf(row, sheet)
}

/** What the list gives of a subject besides its name, each with its label; null or empty where it gives nothing. */
export function givenLines({ text }: Pick<Speaks, 'text'>, subject: Subject): [string, string | null][] {
  const { fields } = text.screening
  return [
    [fields['other names'], subject.otherNames.join('; ')],
    [fields.kind, subject.kind && text.screening.kinds[subject.kind]],
    [fields.unit, subject.unit],
    [fields.rank, subject.rank],
    [fields.position, subject.post],
    [fields.country, subject.countryPrinted ?? subject.country],
    [fields['birth date'], subject.birth?.printed ?? null],
    [fields['birth place'], subject.birthPlace],
    [fields.identifiers, subject.identifiers.join('; ')],
    [fields.event, subject.event],
    [fields.authority, subject.authority],
    [fields['start date'], subject.start?.printed ?? null],
  ]
}

/** Cut, not rounded: what is not quite alike is not all of it. */
export const percentOf = ({ format }: Pick<Speaks, 'format'>, score: number): string =>
  format.number(Math.floor(score * 100 + 1e-9))

export function evidenceInWords(speaks: Speaks, evidence: Evidence): string {
  const { text, format } = speaks
  const words = text.screeningEvidence
  const listed = (values: readonly string[]) => format.list(values)
  switch (evidence.code) {
    case 'birth-date':
      return words.birthDates[evidence.agreement](evidence.given, listed(evidence.known))
    case 'birth-place':
      return words.birthPlaces[evidence.agreement](evidence.given, listed(evidence.known))
    case 'country':
      return words.countries[evidence.agreement](
        countryInWords(evidence.given, speaks.language),
        listed(evidence.known.map((known) => countryInWords(known, speaks.language))),
      )
    case 'identifier':
      return words.identifier(evidence.given, evidence.known, evidence.scheme)
    case 'posting':
      return joined(words.postings[evidence.relation](evidence.unit.name, evidence.given), postInWords(speaks, evidence))
    case 'posted-elsewhere': {
      const more = evidence.of - evidence.units.length
      const units = [...evidence.units.map(({ name }) => name), ...(more > 0 ? [words.andMore(more)] : [])]
      return words.elsewhere(units.join(', '), evidence.given)
    }
    case 'rank':
      return words.ranks[evidence.agreement](evidence.given, listed(evidence.known))
    case 'commands':
      return joined(words.commands(evidence.unit.name), postInWords(speaks, evidence))
    case 'name-basis':
      return words.bases[evidence.basis](evidence.rows, format.number(evidence.rows))
    case 'no-single-unit':
      return words.noSingleUnit(text.entity.kinds[evidence.kind])
    case 'others-alike':
      return words.othersAlike(evidence.count, format.number(evidence.count))
  }
}

/** Role and rank as printed, and what the dates know. */
function postInWords(
  { text }: Speaks,
  { role, rank, dates }: { role: string | null; rank: string | null; dates: Dates },
): string[] {
  const words = text.screeningEvidence
  const post = [rank, role].filter(Boolean).join(', ')
  const when = words.dates(dates.first, dates.last)
  // The days themselves say that it is cited.
  const holding = dates.holding === 'cited' && when ? '' : text.entity.holdings[dates.holding]
  return [...(post ? [words.as(post)] : []), when, holding].filter(Boolean)
}

const joined = (first: string, rest: readonly string[]): string => (rest.length > 0 ? `${first} (${rest.join('; ')})` : first)

/** One row of a list under several programmes is read once, with all of them; a page that says the same five times hides what differs. */
export function byRow(matters: readonly MatterSummary[]): MatterSummary[] {
  const rows = new Map<string, MatterSummary>()
  for (const matter of matters) {
    const { id, program, ...rest } = matter
    const key = matter.kind === 'incident' ? id : JSON.stringify(rest)
    const known = rows.get(key)
    const programs = [known?.program, program].filter(Boolean).join(', ')
    rows.set(key, known ? { ...known, program: programs || null } : matter)
  }
  return [...rows.values()]
}

/** "Alleged: torture (2014-05)", "On a list of X: Y": who says what, never that it is so. */
export function matterInWords({ text }: Pick<Speaks, 'text'>, matter: MatterSummary): string {
  const words = text.screeningEvidence
  if (matter.kind === 'incident')
    return words.alleged(matter.violations.join(', ') || text.incident.nothingNamed, matter.span && daysOf(matter.span))
  if (matter.kind === 'ineligibility') return words.denied(matter.authority ?? '–')
  return words.listed(matter.authority ?? '–', [matter.list, matter.program].filter(Boolean).join(', ') || '–')
}

/** How it stands and what its dates prove: each a part of its own. */
export function matterParts({ text }: Pick<Speaks, 'text'>, matter: MatterSummary): string[] {
  const words = text.incident
  const parts = [text.exposure.standing[matter.standing], ...matter.outcomes.map((outcome) => words.outcomeOf(outcome))]
  if (matter.kind === 'incident') return parts
  if (matter.effect !== null) parts.unshift(words.effects[matter.effect] ?? matter.effect)
  if (matter.span !== null) parts.push(words.listed(daysOf(matter.span)))
  if (matter.deniedIn !== null) parts.push(words.deniedIn(matter.deniedIn))
  // Since when is known where the list itself says it.
  const seen = matter.span === null ? words.seenOn : text.exposure.seenOn
  if (matter.seenOn.length > 0) parts.push(seen(matter.seenOn.join(', ')))
  return parts
}

/** "list.csv, row 12". */
export function placeInWords(
  { text }: Pick<Speaks, 'text'>,
  { sourceFile, row, page }: Pick<MatterSummary, 'sourceFile' | 'row' | 'page'>,
): string {
  const where = page !== null ? text.screeningEvidence.page(page) : row !== null ? text.entity.rowOf(row, null) : null
  return [sourceFile, where].filter(Boolean).join(', ')
}

export const findingInWords = ({ text, format }: Speaks, { sessions, unit, order }: FindingSummary): string =>
  text.screeningEvidence.finding(sessions, format.number(sessions), unit.name, text.screeningEvidence.orders[order])

/** "2014", "2014-05", a day, or from the first day to the last. */
function daysOf(range: string): string {
  const short = shortDate(range)
  if (short !== null) return short
  const { from, to } = readRangeText(range)
  return `${from} – ${to}`
}

/** What the ledger held when it was asked, each part by itself. */
export function coverageParts({ text, format }: Speaks, coverage: Coverage): string[] {
  const words = text.screening.covers
  const { trainings } = coverage
  return [
    ...(trainings === null
      ? []
      : [
          words.trainings(
            format.number(trainings.rows),
            trainings.first === trainings.last,
            trainings.first === trainings.last ? String(trainings.first) : `${trainings.first}–${trainings.last}`,
            trainings.countries,
            format.number(trainings.countries),
          ),
        ]),
    words.units(coverage.units, format.number(coverage.units)),
    words.people(coverage.people, format.number(coverage.people)),
    words.organizations(coverage.organizations, format.number(coverage.organizations)),
    words.incidents(coverage.incidents, format.number(coverage.incidents)),
    words.lists(coverage.lists.length, format.number(coverage.lists.length)),
  ]
}

/** The end of "No match in the ledger …": as of when, and what that state covers. */
export const coveredInWords = (speaks: Speaks, coverage: Coverage): string =>
  speaks.text.screening.asOf(speaks.format.date(coverage.at.slice(0, 10)), speaks.format.list(coverageParts(speaks, coverage)))

/** Never more than this: no match, as of when, in what. */
export const noMatchInWords = (speaks: Speaks, coverage: Coverage): string =>
  `${speaks.text.screening.noMatch} ${coveredInWords(speaks, coverage)}`

/** A list with its entries, and the days of its copies: what a listing can be known from. */
export function listInWords({ text, format }: Speaks, list: Coverage['lists'][number]): string {
  const words = text.screening
  return [
    `${list.authority}: ${list.list}`,
    words.entries(list.entries, format.number(list.entries)),
    ...(list.seenOn.length > 0 ? [words.copies(list.seenOn.join(', '))] : []),
    ...(list.deniedIn.length > 0 ? [words.deniedIn(format.years(list.deniedIn))] : []),
  ].join('; ')
}

/** The address of what a hit is in the ledger. */
export const hitPath = ({ entity }: Pick<Hit, 'entity'>): string =>
  `/${entity.kind === 'person' ? 'people' : 'units'}/${entity.id}`
