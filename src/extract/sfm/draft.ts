/**
 * A statement in the making: every value in it with the publications that say just this value, so that what only restricted publications
 * say can be left out of what is public, part by part.
 */

import { statementId } from '../../ledger/changesets/entity-facts.js'
import { rangeText } from '../../ledger/dates.js'
import type { Details, Property, Statement } from '../../ledger/entities.js'
import type { Flag, Place } from '../../ledger/records.js'
import type { CitedDate, Part } from './sheet-reader.js'

export interface Span {
  first: CitedDate | null
  last: CitedDate | null
  starts: boolean | null
  ends: boolean | null
  openEnded: 'Y' | 'N' | 'E' | null
}

export const noSpan: Span = { first: null, last: null, starts: null, ends: null, openEnded: null }

export interface Draft {
  entity: string
  property: Property
  /** What the statement says, and who says it; null where it says the dates of something else (`about`). */
  main: Part | null
  /** What must be public for the statement to be, without being cited by it: the name that it repeats. */
  about: Part | null
  value: string | null
  object: string | null
  details: Record<string, Part | string | number>
  span: Span
  stance: Statement['stance']
  status: Statement['status']
  flags: Flag[]
  /** The rows that say it, from the first. */
  places: Place[]
  /** Tells it from others of its row and column. */
  ordinal: number
}

const isPart = (value: Part | string | number): value is Part => typeof value === 'object'

function partsOf({ main, details, span }: Draft): Part[] {
  return [main, ...Object.values(details).filter(isPart), span.first, span.last].filter((part) => part !== null)
}

/** All publications that the statement cites. */
export const citationsOf = (draft: Draft): string[] => [...new Set(partsOf(draft).flatMap(({ citations }) => citations))]

/** Whether a value has sources and all of them are restricted. */
export const onlyRestricted = (part: Part | null, restricted: ReadonlySet<string>): boolean =>
  part !== null && part.citations.length > 0 && part.citations.every((id) => restricted.has(id))

/** What of the statement may be public: without what only restricted publications say; null where nothing is left of it. */
export function publicPart(draft: Draft, restricted: ReadonlySet<string>): Draft | null {
  const hidden = (part: Part | null) => onlyRestricted(part, restricted)
  if (hidden(draft.main) || hidden(draft.about)) return null
  const open = <P extends Part>(part: P | null): P | null =>
    part === null || hidden(part) ? null : { ...part, citations: part.citations.filter((id) => !restricted.has(id)) }
  const first = open(draft.span.first)
  const last = open(draft.span.last)
  if (draft.main === null && !first && !last && (draft.span.first || draft.span.last)) return null
  const span = {
    first,
    last,
    starts: first ? draft.span.starts : null,
    ends: last ? draft.span.ends : null,
    openEnded: last || !draft.span.last ? draft.span.openEnded : null,
  }
  const details = Object.entries(draft.details).flatMap(([name, value]): [string, Part | string | number][] => {
    if (!isPart(value)) return [[name, value]]
    const shown = open(value)
    return shown ? [[name, shown]] : []
  })
  return { ...draft, main: open(draft.main), details: Object.fromEntries(details), span }
}

/** What the draft says, whatever row it stands in: of equal ones one is kept, with all their places. */
export function saying({ places: _, ordinal: __, ...draft }: Draft): string {
  return JSON.stringify(draft)
}

const inDegrees = new Set(['latitude', 'longitude'])

export function statementOf(draft: Draft, source: string): Statement {
  const { main, details, span, places } = draft
  const place = places[0]!
  const plain: Details = {}
  for (const [name, value] of Object.entries(details))
    plain[name] = isPart(value) ? (inDegrees.has(name) ? Number(value.text) : value.text) : value
  const confidence = main?.confidence ?? null
  // Where the dates are graded apart from what they are of.
  for (const [name, date] of [
    ['first_cited_confidence', span.first],
    ['last_cited_confidence', span.last],
  ] as const)
    if (date?.confidence && date.confidence !== confidence) plain[name] = date.confidence
  const flags = new Map<string, Flag>()
  for (const flag of [...draft.flags, ...partsOf(draft).flatMap((part) => part.flags)])
    flags.set(`${flag.code} ${flag.note}`, flag)
  return {
    id: statementId(source, place.page ?? 0, place.row ?? 0, place.column ?? '', draft.property, draft.ordinal),
    entity: draft.entity,
    property: draft.property,
    value: draft.value,
    object: draft.object,
    details: plain,
    stance: draft.stance,
    speaker: null,
    firstCitedPrinted: span.first?.text ?? null,
    firstCited: span.first?.range ? rangeText(span.first.range) : null,
    starts: span.starts,
    lastCitedPrinted: span.last?.text ?? null,
    lastCited: span.last?.range ? rangeText(span.last.range) : null,
    ends: span.ends,
    openEnded: span.openEnded,
    confidence,
    status: draft.status,
    citations: citationsOf(draft).sort(),
    places,
    flags: [...flags.values()],
  }
}
