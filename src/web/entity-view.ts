/** All that is shown of a unit, body, organisation or person in one state: for its page and for the API. */

import { type CommandChain, commandChain, type Span, unitsAbove, unitsOfChain } from '../analysis/command-chain.js'
import { exposuresOfUnit, type UnitExposures } from '../analysis/exposure-ledger.js'
import { calendarRange } from '../ledger/dates.js'
import { loadAnswers } from '../ledger/read/answers.js'
import type { AsOf } from '../ledger/read/as-of.js'
import { chainRelations, type EntityFacts, loadEntity, type SaidOf } from '../ledger/read/entity.js'
import { type IncidentLine, type ListingOf, loadIncidentLines, loadListingsOf } from '../ledger/read/incidents.js'
import { loadEntityNames } from '../ledger/read/relations.js'
import { loadUnattributed, type Unattributed } from '../ledger/read/unattributed.js'
import { loadUnit, type UnitDetail } from '../ledger/read/units.js'
import type { Head, UnitTrainings } from '../ledger/read/views.js'
import { countryOfCode } from '../ledger/vocabulary.js'
import type { Covered } from './coverage.js'
import type { WebDependencies } from './dependencies.js'

export interface EntityView {
  facts: EntityFacts
  /** For units: with what is cited for the span that was asked for. */
  chain: CommandChain | null
  /** Which names mean it is served for the present alone; null in a past state and for people. */
  detail: UnitDetail | null
  unattributed: Unattributed | null
  /** For a unit: its training beside what is alleged or listed. */
  exposure: UnitExposures | null
  listings: ListingOf[]
  /** Alleged incidents that name it. */
  incidents: IncidentLine[]
  /** Denials, doubts and replies, by the incident or listing that they answer. */
  answers: Map<string, SaidOf[]>
  trainings: Covered<UnitTrainings> | null
  /** The unit that it is shown as, where persons judged it to be one with another. */
  shownAs: string
  head: Head
}

/** A day, month or year ("2014-05"); null for any time. */
export function spanOf(text: string): Span | null {
  const [year, month, day] = text.split('-').map(Number)
  return text === '' ? null : calendarRange(year!, month ?? null, day ?? null)
}

/** Null where the state has no such unit, or no such person. Incidents have pages of their own. */
export async function readEntityView(
  { reading, coverage }: WebDependencies,
  id: string,
  room: 'units' | 'people',
  asOf: AsOf,
  on: string,
): Promise<EntityView | null> {
  const read = await reading.within(asOf, async ({ client, head }, { cube }) => {
    const at = asOf === undefined ? null : head.changeset
    const facts = await loadEntity(client, at, id)
    if (!facts || (facts.kind === 'person') !== (room === 'people') || facts.kind === 'incident' || facts.kind === 'article')
      return null
    const listings = await loadListingsOf(client, at, facts.members)
    const accused = [...new Set((facts.saidWith.perpetrator ?? []).map(({ entity }) => entity))]
    const incidents = [...(await loadIncidentLines(client, at, accused)).values()]
    const answers = await loadAnswers(client, at, {
      incidents: accused,
      listings: listings.map((listing) => listing.id),
      listed: facts.members,
    })
    if (facts.kind === 'person')
      return {
        facts,
        listings,
        incidents,
        answers,
        exposure: null,
        chain: null,
        detail: null,
        unattributed: null,
        shownAs: id,
        head,
      }
    const chain = await commandChain(id, spanOf(on), chainRelations(client, at))
    for (const [unit, named] of await loadEntityNames(client, at, unitsOfChain(chain))) facts.others.set(unit, named)
    const detail = at === null ? await loadUnit(client, id) : null
    const country = facts.country ?? detail?.unit.country ?? null
    const classes = detail?.classes.map((unit) => unit.id) ?? []
    const unattributed =
      at === null && facts.kind === 'unit'
        ? await loadUnattributed(client, cube, { country, above: unitsAbove(chain), classes })
        : null
    const exposure = facts.kind === 'unit' ? await exposuresOfUnit(client, at, id) : null
    return {
      facts: { ...facts, country },
      exposure,
      listings,
      incidents,
      answers,
      chain,
      detail,
      unattributed,
      shownAs: detail?.unit.id ?? id,
      head,
    }
  })
  if (!read) return null
  if (read.facts.kind === 'person' || read.shownAs !== id) return { ...read, trainings: null }
  const trainings = await reading.unitTrainings(id, asOf)
  const { country } = read.facts
  const scope = country !== null && countryOfCode(country) ? { countries: [country] } : {}
  return { ...read, trainings: { ...trainings, coverage: await coverage(scope, asOf, trainings.head) } }
}
