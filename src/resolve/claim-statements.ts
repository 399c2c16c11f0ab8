/**
 * What an accepted claim says of whom: its statements, each with the claim's place, speaker, hedge and period. Pure: who is meant is given.
 *
 * The parts of a lineage are statements apart, as none implies the others; a denial is a statement of the very property that it denies. A claim
 * whose perpetrators are only words ("soldiers") accuses nobody: the words stand as the value, without an entity.
 */
import { violationDetails } from '../extract/incidents/violations.js'
import { byHand } from '../ledger/changesets/by-hand.js'
import { entityId, statementId } from '../ledger/changesets/entity-facts.js'
import {
  type Claim,
  type ClaimPeriod,
  type ClaimTie,
  claimFlag,
  type DenialClaim,
  type LineagePart,
  type QuantityClaim,
} from '../ledger/claims.js'
import { rangeText, readPartialDate } from '../ledger/dates.js'
import { type Details, type EntityKind, type Property, plainly, propertyMeanings, type Statement } from '../ledger/entities.js'
import { errors } from '../ledger/errors.js'
import type { Flag, Place } from '../ledger/records.js'

export interface AcceptedClaim {
  /** The ledger's id of the claim. */
  id: string
  source: string
  /** As accepted: corrected where it was corrected. */
  claim: Claim
  words: string | null
  place: Place
  ties: readonly ClaimTie[]
  /** Kinds of the entities that ties name by id. */
  kinds: ReadonlyMap<string, EntityKind>
  /** For a denial: what the claims that it concerns became. */
  denied: readonly Statement[]
}

export interface ClaimStatements {
  statements: Statement[]
  /** Every entity that they speak of. */
  entities: Map<string, EntityKind>
}

/** Verbatim text of a source is kept where it is short. Characters. */
const longestQuotation = 300

/** @throws UserError CLAIM_UNTIED, CLAIM_TIE_INVALID */
export function statementsOfClaim(accepted: AcceptedClaim): ClaimStatements {
  const writing = new Writing(accepted)
  const { claim } = accepted
  switch (claim.type) {
    case 'quantity':
      writing.claimed('subject', quantityDetails(claim))
      break
    case 'status':
      writing.claimed('subject', { type: 'status', state: claim.state })
      break
    case 'event': {
      const incident = writing.entity('subject') ?? writing.incident()
      writing.say(incident, 'occurrence', { value: writing.quotation, details: hedged(claim) })
      writing.say(incident, 'violation', { value: claim.action, details: violationDetails(claim.action) })
      if (claim.place) writing.say(incident, 'location', { value: claim.place })
      if (claim.victims) writing.say(incident, 'victims', { value: claim.victims })
      const perpetrator = writing.entity('perpetrators')
      if (claim.perpetrators || perpetrator)
        writing.say(incident, 'perpetrator', { value: claim.perpetrators, object: perpetrator })
      break
    }
    case 'lineage': {
      const subject = writing.subject()
      const parts = lineageRelations(claim.relation)
      const said = (Object.keys(parts) as LineagePart[]).filter((part) => claim[part] !== null || writing.entity(part))
      const details = { verb: claim.relation, members: claim.members, ...hedged(claim) }
      for (const part of said)
        writing.say(subject, 'lineage', {
          value: claim[part] ?? writing.quotation,
          object: writing.entity(part),
          details: { relation: parts[part], ...details },
        })
      if (said.length === 0)
        writing.say(subject, 'lineage', { value: writing.quotation, details: { relation: 'linked to', ...details } })
      break
    }
    case 'denial':
    case 'doubt':
      denials(writing, accepted, claim)
  }
  return { statements: writing.statements, entities: writing.entities }
}

function denials(writing: Writing, { denied }: AcceptedClaim, claim: DenialClaim): void {
  const stance = claim.type === 'denial' ? 'denies' : 'questions'
  const own = writing.entity('subject')
  // What a name or a place is, is not what was denied.
  const meant = denied.filter(
    ({ stance, property }) => stance === 'asserts' && !['name', 'country', 'location'].includes(property),
  )
  if (!own && meant.length === 0) throw errors.CLAIM_UNTIED()
  if (own && !meant.some(({ entity }) => entity === own)) {
    const property = writing.entities.get(own) === 'incident' ? 'occurrence' : 'claim'
    writing.say(own, property, { value: claim.of ?? writing.quotation, stance, details: hedged(claim) })
  }
  for (const { entity, property, value, object, details } of meant) {
    writing.denied.add(entity)
    writing.say(entity, property, { value, object, details, stance })
  }
}

const hedged = ({ hedge }: Pick<Claim, 'hedge'>): Details => (hedge === null ? {} : { hedge })

const flagsOf = (claim: Claim): Flag[] =>
  claim.type === 'quantity' && claim.repaired !== undefined ? [claimFlag('NUMBER_REPAIRED', `“${claim.repaired}”`)] : []

function quantityDetails(claim: QuantityClaim): Details {
  const { measure, value, low, high, comparator, currency, per, counted, provider, recipient, programme } = claim
  const all = { measure, value, low, high, comparator, currency, per, counted, provider, recipient, programme }
  return { type: 'quantity', ...Object.fromEntries(Object.entries(all).filter(([, one]) => one !== null)) }
}

/** What each part of a lineage says, by the verb that joins them. */
function lineageRelations(verb: string): Record<LineagePart, string> {
  const joined = /backbone|core|n[uú]cleo|columna/i.test(verb)
    ? 'formed the backbone of'
    : /^(?:has |have |had )?(?:led|leads?|encabez|lider|dirig)/i.test(verb)
      ? 'led'
      : 'joined or formed'
  return { left: 'left', joined, trained_by: 'trained by' }
}

/** Collects the statements; what is said of an entity is checked against what can be said of its kind. */
class Writing {
  readonly statements: Statement[] = []
  readonly entities = new Map<string, EntityKind>()
  /** Entities that a denial speaks of as somebody else does. */
  readonly denied = new Set<string>()
  readonly quotation: string
  private readonly tied = new Map<string, string>()

  constructor(private readonly accepted: AcceptedClaim) {
    const { claim, words, ties, kinds } = accepted
    this.quotation = words ?? shortened(claim.sentence)
    for (const tie of ties) {
      if ('entity' in tie) {
        const kind = kinds.get(tie.entity)
        if (!kind) throw errors.NOT_FOUND(`entity "${tie.entity.slice(0, 40)}"`)
        this.entities.set(tie.entity, kind)
        this.tied.set(tie.role, tie.entity)
      } else this.tied.set(tie.role, this.named(tie.kind, tie.name))
    }
  }

  entity(role: ClaimTie['role']): string | null {
    return this.tied.get(role) ?? null
  }

  /** @throws UserError CLAIM_UNTIED */
  subject(): string {
    const subject = this.entity('subject')
    if (!subject) throw errors.CLAIM_UNTIED()
    return subject
  }

  /** The incident of an event that no other claim told of: one for each claim. */
  incident(): string {
    const id = incidentOfClaim(this.accepted.id)
    this.entities.set(id, 'incident')
    return id
  }

  private article(): string {
    this.entities.set(this.accepted.source, 'article')
    return this.accepted.source
  }

  claimed(role: ClaimTie['role'], details: Details): void {
    // Where no name is known, the article says it of nobody: that it says so stands with the article itself.
    const subject = this.entity(role) ?? this.article()
    this.say(subject, 'claim', { value: this.quotation, details: { ...details, ...hedged(this.accepted.claim) } })
  }

  say(
    entity: string,
    property: Property,
    said: { value: string | null; object?: string | null; details?: Details; stance?: Statement['stance'] },
  ): void {
    const { id, source, claim, place } = this.accepted
    const kind = this.entities.get(entity) ?? this.accepted.kinds.get(entity)
    const meaning = propertyMeanings[property]
    const objectKind = said.object ? this.entities.get(said.object) : undefined
    if (kind && !meaning.of.includes(kind)) throw errors.CLAIM_TIE_INVALID(property, kind)
    if (objectKind && !meaning.object?.includes(objectKind)) throw errors.CLAIM_TIE_INVALID(property, objectKind)
    this.statements.push({
      ...plainly,
      citations: [],
      flags: property === 'claim' ? flagsOf(claim) : [],
      id: byHand(statementId(source, 'claim', id, property, this.statements.length)),
      entity,
      property,
      value: said.value,
      object: said.object ?? null,
      details: Object.fromEntries(Object.entries(said.details ?? {}).filter(([, value]) => value !== null)),
      stance: said.stance ?? 'asserts',
      speaker: claim.speaker,
      ...(property === 'name' ? {} : cited(claim.period)),
      places: [place],
    })
  }

  /** Whom the words name, where the ledger has nobody of that name: the same for the same words in any article. */
  private named(kind: Exclude<ClaimTie, { entity: string }>['kind'], name: string): string {
    if (kind === 'incident') return this.incident()
    const id = entityId(kind, 'named in articles', name.trim().toLowerCase())
    if (!this.entities.has(id)) {
      this.entities.set(id, kind)
      this.say(id, 'name', { value: name.trim() })
    }
    return id
  }
}

const incidentOfClaim = (claim: string): string => entityId('incident', 'claim of an article', claim)

function shortened(sentence: string): string {
  const letters = [...sentence.replace(/\s+/g, ' ').trim()]
  return letters.length <= longestQuotation
    ? letters.join('')
    : `${letters
        .slice(0, longestQuotation - 1)
        .join('')
        .replace(/\s+\S*$/, '')}…`
}

/** Both ends known: some time between them. One end: from it on, or up to it. */
function cited(period: ClaimPeriod | null): Partial<Statement> {
  if (period === null) return {}
  const { printed, from, to } = period
  const [first, last] = [from, to].map((day) => (day === null ? null : readPartialDate(day)))
  if (first && last)
    return { firstCitedPrinted: printed, firstCited: last.to < first.from ? null : rangeText({ from: first.from, to: last.to }) }
  if (first) return { firstCitedPrinted: printed, firstCited: rangeText(first) }
  if (last) return { lastCitedPrinted: printed, lastCited: rangeText(last) }
  return { firstCitedPrinted: printed }
}
