/** All that is shown of a unit, body, organisation or person in one state: for its page and for the API. */

import { askingOnce, type CommandChain, commandChain, type Span, unitsAbove, unitsOfChain } from '../analysis/command-chain.js'
import { exposuresOfUnit, type UnitExposures } from '../analysis/exposure-ledger.js'
import { calendarRange } from '../ledger/dates.js'
import { loadAnswers } from '../ledger/read/answers.js'
import type { AsOf } from '../ledger/read/as-of.js'
import { chainRelations, type EntityFacts, loadEntity, type SaidOf } from '../ledger/read/entity.js'
import { loadIdentities } from '../ledger/read/identities.js'
import { type IncidentLine, type ListingOf, loadIncidentLines, loadListingsOf } from '../ledger/read/incidents.js'
import { loadOpenAnswers, type OpenAnswer } from '../ledger/read/open-answers.js'
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
  /** By alleged incident, what its article says against it that nobody has decided on. */
  open: Map<string, OpenAnswer[]>
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
  // Side by side, as each waits for the database most of the time.
  const counting = room === 'units' ? reading.unitTrainings(id, asOf) : null
  const reads = reading.within(asOf, async ({ client, head }, { cube, at }) => {
    const identities = await loadIdentities(client, at)
    const facts = await loadEntity(client, at, id, identities)
    if (!facts || (facts.kind === 'person') !== (room === 'people') || facts.kind === 'incident' || facts.kind === 'article')
      return null
    const listings = await loadListingsOf(client, at, facts.members)
    const accused = [...new Set((facts.saidWith.perpetrator ?? []).map(({ entity }) => entity))]
    const incidents = [...(await loadIncidentLines(client, at, accused)).values()]
    const answered = { incidents: accused, listings: listings.map((listing) => listing.id), listed: facts.members }
    const answers = await loadAnswers(client, at, answered, identities)
    const open = await loadOpenAnswers(client, at, accused)
    if (facts.kind === 'person')
      return {
        facts,
        listings,
        incidents,
        answers,
        open,
        exposure: null,
        chain: null,
        detail: null,
        unattributed: null,
        shownAs: identities.canonicalOf(id),
        head,
      }
    const parents = askingOnce(chainRelations(client, at, identities))
    const chain = await commandChain(id, spanOf(on), parents)
    const unnamed = unitsOfChain(chain).filter((unit) => unit !== id && !facts.others.has(unit))
    for (const [unit, named] of await loadEntityNames(client, at, unnamed)) facts.others.set(unit, named)
    facts.others.set(id, { id, kind: facts.kind, name: facts.name, country: facts.country })
    const detail = at === null ? await loadUnit(client, id, identities) : null
    const country = facts.country ?? detail?.unit.country ?? null
    const classes = detail?.classes.map((unit) => unit.id) ?? []
    const unattributed =
      at === null && facts.kind === 'unit'
        ? await loadUnattributed(client, cube, { country, above: unitsAbove(chain), classes })
        : null
    const exposure = facts.kind === 'unit' ? await exposuresOfUnit(client, at, id, { identities, parents }) : null
    return {
      facts: { ...facts, country },
      exposure,
      listings,
      incidents,
      answers,
      open,
      chain,
      detail,
      unattributed,
      shownAs: identities.canonicalOf(id),
      head,
    }
  })
  const [read, counted] = await Promise.all([reads, counting])
  if (!read) return null
  if (counted === null || read.shownAs !== id) return { ...read, trainings: null }
  // Of the state that the rest is of, where a changeset was committed between the two.
  const isOther = counted.head.digest !== read.head.digest
  const trainings = isOther ? await reading.unitTrainings(id, read.head.changeset) : counted
  const { country } = read.facts
  const scope = country !== null && countryOfCode(country) ? { countries: [country] } : {}
  return { ...read, trainings: { ...trainings, coverage: await coverage(scope, asOf, trainings.head) } }
}
