/**
 * An alleged incident with all that one place of a source says of it, as one entry: each part is a statement of its own. Only what is typed becomes
 * one; a part that the form leaves empty is not known, and not denied.
 */
import type { EntityKind } from '../../ledger/entities.js'
import type { Entry, NewEntity, NewStatement } from '../../ledger/entry/enter.js'
import { violationDetailsOf } from './classes.js'
import type { Entering } from './entering.js'
import type { Placed } from './place.js'
import { type Find, readSaid, refuseFuture } from './read-statement.js'
import { readEntity, type Typed } from './typed.js'

export const perpetratorKinds: readonly EntityKind[] = ['unit', 'class of units', 'body', 'person', 'organization']
export const victimKinds = ['deaths', 'disappeared', 'injured', 'detained', 'other'] as const
export const outcomes = ['investigated', 'charged', 'convicted', 'acquitted'] as const

/** What officials weigh when they judge how far an allegation can be believed; none of it is weighed here. */
export const factors = [
  'record of the source',
  'access of the source',
  'how it was obtained',
  'agenda',
  'corroboration',
  'contradiction',
  'detail',
  'history of the unit',
] as const

export async function readIncident(
  typed: Typed,
  placed: Placed | null,
  { entering, find, restricted }: { entering: Entering; find: Find; restricted: boolean },
): Promise<Entry | null> {
  const made: NewEntity[] = []
  const said = readSaid(typed)
  refuseFuture(typed, said, entering.now())
  const { speaker, confidence, status } = said
  const country = typed.country('country')
  made.push({ key: '@incident', kind: 'incident', name: null, country })
  const about = (property: NewStatement['property'], rest: Partial<NewStatement>): NewStatement => ({
    entity: '@incident',
    property,
    speaker,
    confidence,
    status,
    ...rest,
  })
  const statements: NewStatement[] = []
  const what = typed.text('what', { required: true })
  if (what !== null) statements.push({ ...said, entity: '@incident', property: 'occurrence', value: what, stance: 'asserts' })
  const location = typed.text('location', { most: 300 })
  if (location !== null) statements.push(about('location', { value: location }))
  const word = typed.text('violation', { most: 300 })
  if (word !== null) statements.push(about('violation', { value: word, details: violationDetailsOf(typed, word, entering) }))
  const accused = typed.text('perpetrator_words', { most: 300 })
  const object = await readEntity(typed, 'perpetrator', perpetratorKinds, made, find, { country })
  if (accused !== null || object !== null) statements.push(about('perpetrator', { value: accused, object }))
  statements.push(...readVictims(typed, restricted).map((one) => about('victims', one)))
  statements.push(...readAnswers(typed, object, accused).map(({ property, ...rest }) => about(property, rest)))
  for (const factor of factors) {
    const value = typed.text(`factor_${factor}`)
    if (value !== null) statements.push(about('factor', { value, speaker: null, details: { kind: factor } }))
  }
  if (placed === null || typed.problems.size > 0) return null
  return { reason: 'Entered an alleged incident', source: placed.source, place: placed.place, made, statements }
}

/** Names of victims only where the source is public and the analyst has ticked that they are to be kept. */
function readVictims(typed: Typed, restricted: boolean): Partial<NewStatement>[] {
  const low = typed.count('victims_low')
  const high = typed.count('victims_high')
  const kind = typed.choice('victims_kind', victimKinds)
  const names = typed.text('victims_names')
  if (low !== null && high !== null && high < low) typed.refuse('victims_high', 'no number')
  if (names !== null && restricted) typed.refuse('victims_names', 'restricted names')
  else if (names !== null && !typed.ticked('victims_public')) typed.refuse('victims_names', 'unticked names')
  const words = typed.text('victims', { most: 500 })
  if (words === null && low === null && high === null && names === null) return []
  const counted = [low, high].filter((count) => count !== null)
  const value = words ?? ([...new Set(counted)].join('–') || names)
  return [
    {
      value,
      details: { ...(low !== null && { low }), ...(high !== null && { high }), ...(kind && { kind }), ...(names && { names }) },
    },
  ]
}

/** Who denies it, which answer was sought, and what came of it before the law. */
function readAnswers(
  typed: Typed,
  object: string | null,
  accused: string | null,
): (Partial<NewStatement> & Pick<NewStatement, 'property'>)[] {
  const found: (Partial<NewStatement> & Pick<NewStatement, 'property'>)[] = []
  const denial = typed.text('denial')
  const denier = typed.text('denier', { most: 300, required: denial !== null })
  const denied = typed.date('denied')
  if (denier !== null) {
    const dates = { firstCitedPrinted: denied.printed, firstCited: denied.range, stance: 'denies' as const, speaker: denier }
    // Whoever is accused denies having done it; where nobody is named, what is denied is that it happened.
    if (object !== null || accused !== null) found.push({ property: 'perpetrator', object, value: denial ?? accused, ...dates })
    else found.push({ property: 'occurrence', value: denial ?? 'denied', ...dates })
  }
  const sought = typed.date('sought')
  const soughtFrom = typed.text('sought_from', { most: 300, required: sought.printed !== null })
  const outcome = typed.text('sought_outcome', { most: 500 })
  if (soughtFrom !== null)
    found.push({
      property: 'reply',
      value: soughtFrom,
      speaker: null,
      firstCitedPrinted: sought.printed,
      firstCited: sought.range,
      details: { ...(sought.printed && { sought_on: sought.printed }), sought_from: soughtFrom, outcome: outcome ?? 'not known' },
    })
  const legal = typed.choice('legal', outcomes)
  const when = typed.date('legal_on')
  if (legal !== null) {
    const by = typed.text('legal_by', { most: 300 })
    found.push({
      property: 'outcome',
      value: legal,
      firstCitedPrinted: when.printed,
      firstCited: when.range,
      details: { ...(by && { by }) },
    })
  }
  return found
}
