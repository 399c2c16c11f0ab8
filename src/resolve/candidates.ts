/**
 * Pairs that may be one and that no rule puts together: for the review queue. Each entity is held against the others of its country, and each
 * name that means nothing yet against all of them.
 */
import type { EntityKind } from '../ledger/entities.js'
import { CandidateIndex, type NamedEntity } from '../names/candidate-index.js'
import { codeOf } from './reading.js'

/** An entity with the names that it is known by, those with most rows first. */
export interface Known {
  id: string
  kind: EntityKind
  country: string | null
  /** A source gives it a name. */
  described: boolean
  /** The sources that do. */
  sources: readonly string[]
  /** It stands on a list, as a unit, class or body: a list has thousands of firms. */
  listed: boolean
  rows: number
  names: readonly string[]
}

export interface UnreadName {
  id: string
  country: string | null
  text: string
  level: EntityKind
}

export interface Candidate {
  subjectKind: 'printed name' | 'entity'
  subject: string
  entity: string
  country: string | null
  score: number
  reasons: string[]
}

/** Below this, pairs are hardly ever one. */
const leastScore = 0.72
const mostOfOne = 3
/** So many names are compared in full for each: of those that share most words, the right one is hardly ever behind them. */
const among = 14
/** Spellings that an entity is found by: more repeat what these say. */
const mostNames = 4

const nameKind = (kind: EntityKind): NamedEntity['kind'] => (kind === 'organization' ? 'organization' : 'unit')

/**
 * Two that sources describe are told apart by those sources, where one describes both. Of a list nobody knows whether its entry is what another list, a
 * spreadsheet or an analyst calls by the same name: a person is asked, since what was received by one stands beside what is said of the other only then.
 */
const areTold = (one: Known, other: Known): boolean =>
  one.described &&
  other.described &&
  (!(one.listed || other.listed) || one.sources.some((source) => other.sources.includes(source)))

/** Units are never classes nor bodies; a source's word for what it describes need not be ours. */
const comparable = (one: Known, other: { kind: EntityKind; described?: boolean }) =>
  one.kind === other.kind ||
  ((one.described || other.described === true) &&
    nameKind(one.kind) === nameKind(other.kind) &&
    one.kind !== 'class of units' &&
    other.kind !== 'class of units')

/** Within one country: pairs of the entities in `wanted` (of all, where null) with any other, and of the names that are given. */
export function findCandidates(
  country: string | null,
  entities: readonly Known[],
  names: readonly UnreadName[],
  wanted: ReadonlySet<string> | null,
  onProgress: (done: number) => void = () => {},
): Candidate[] {
  const code = codeOf(country)
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const index = new CandidateIndex(
    entities.map((entity) => ({
      id: entity.id,
      kind: nameKind(entity.kind),
      country: code,
      names: entity.names.slice(0, mostNames),
    })),
  )
  const found = new Map<string, Candidate>()
  for (const [at, entity] of entities.entries()) {
    if (at % 200 === 0) onProgress(at)
    if (wanted && !wanted.has(entity.id)) continue
    // A list’s names stand in no order, so that any of them may be the one by which others know it.
    const query = { kind: nameKind(entity.kind), country: code, names: entity.names.slice(0, entity.listed ? mostNames : 1) }
    let count = 0
    for (const match of index.match(query, mostOfOne + 1, among)) {
      const other = byId.get(match.id)!
      if (other === entity || match.verdict === 'different' || match.score < leastScore || !comparable(entity, other)) continue
      if (areTold(entity, other)) continue
      // The one that less hangs on is asked about; what a source describes is what it may be.
      const asked =
        entity.described === other.described
          ? (other.rows - entity.rows || (other.id < entity.id ? 1 : -1)) < 0
          : entity.described
      const [subject, candidate] = asked ? [other, entity] : [entity, other]
      found.set(`${subject.id} ${candidate.id}`, {
        subjectKind: 'entity',
        subject: subject.id,
        entity: candidate.id,
        country,
        score: match.score,
        reasons: asked ? turned(match.reasons) : match.reasons,
      })
      if (++count === mostOfOne) break
    }
  }
  for (const name of names) {
    let count = 0
    for (const match of index.match({ kind: nameKind(name.level), country: code, names: [name.text] }, mostOfOne, among)) {
      const other = byId.get(match.id)!
      if (match.verdict === 'different' || match.score < leastScore || !comparable(other, { kind: name.level })) continue
      found.set(`${name.id} ${other.id}`, {
        subjectKind: 'printed name',
        subject: name.id,
        entity: other.id,
        country,
        score: match.score,
        reasons: match.reasons,
      })
      if (++count === mostOfOne) break
    }
  }
  return [...found.values()]
}

/** Reasons of a comparison, for the pair the other way round. */
const turned = (reasons: readonly string[]): string[] =>
  reasons.map((reason) =>
    reason.replace(/only in the (first|second)/, (_, side) => `only in the ${side === 'first' ? 'second' : 'first'}`),
  )
