/**
 * Which entity a naming means: computed from the judgements that hold, and from nothing else, so that a withdrawn judgement restores what was
 * before, and the order in which they were made does not matter.
 *
 * A judgement of the naming outweighs one of its name, a person's outweighs a rule's, and "different" outweighs any "same" beside it.
 */

import type { Judgement } from './entities.js'
import { groupBy } from './group-by.js'

type Judged = Pick<Judgement, 'subject' | 'entity' | 'verdict'>
export type NameJudgement = Pick<Judgement, 'entity' | 'verdict' | 'basis' | 'rule' | 'score'>

/** Entities that persons judged to be one. */
export interface Merged {
  /** The entity that stands for all that it was merged with: itself where it was merged with none. */
  canonicalOf(entity: string): string
  /** All that are one with it, itself among them. */
  membersOf(entity: string): readonly string[]
  /** Every entity that another stands for, with that other. */
  readonly canonical: ReadonlyMap<string, string>
}

export interface Meaning {
  /** Canonical. */
  entity: string
  /** The entity that the deciding judgement names. */
  judged: string
  basis: Judgement['basis']
  rule: string | null
  score: number | null
  /** Persons disagree, or have said of it that it is several. */
  contested: boolean
}

const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Puts together what persons judged to be the same. Where one person said "same" of two entities and another "different", they stay apart.
 *
 * The one that stands for the others is the first in this order: those that a source describes (their ids and pages are known outside) before
 * those known from printed names alone, then by id.
 */
export function mergeEntities(judgements: readonly Judged[], described: ReadonlySet<string> = new Set()): Merged {
  const pair = ({ subject, entity }: Judged) => (subject < entity ? `${subject} ${entity}` : `${entity} ${subject}`)
  const apart = new Set(judgements.filter(({ verdict }) => verdict === 'different').map(pair))
  const parent = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let above = parent.get(root); above !== undefined; above = parent.get(root)) root = above
    if (root !== id) parent.set(id, root)
    return root
  }
  for (const judged of judgements) {
    if (judged.verdict !== 'same' || judged.subject === judged.entity || apart.has(pair(judged))) continue
    const [one, other] = [rootOf(judged.subject), rootOf(judged.entity)]
    if (one !== other) parent.set(one, other)
  }
  const groups = groupBy(new Set([...parent].flat()), rootOf)
  const canonical = new Map<string, string>()
  const members = new Map<string, readonly string[]>()
  for (const group of groups.values()) {
    group.sort((a, b) => Number(described.has(b)) - Number(described.has(a)) || byBytes(a, b))
    for (const id of group) {
      members.set(id, group)
      if (id !== group[0]) canonical.set(id, group[0]!)
    }
  }
  return {
    canonical,
    canonicalOf: (entity) => canonical.get(entity) ?? entity,
    membersOf: (entity) => members.get(entity) ?? [entity],
  }
}

/**
 * What a printed name means, by the judgements of it (`ofName`); or, with `ofNaming`, what one naming of it means, by those of it first. Null
 * where nothing decides.
 */
export function meaningOf(
  ofName: readonly NameJudgement[],
  { canonicalOf }: Pick<Merged, 'canonicalOf'>,
  ofNaming: readonly NameJudgement[] = [],
): Meaning | null {
  /** Entities about which something that outweighs what follows has been said. */
  const settled = new Set<string>()
  let contested = false
  for (const judgements of [ofNaming, ofName])
    for (const basis of ['person', 'rule'] as const) {
      const held = judgements.filter((one) => one.basis === basis && !settled.has(canonicalOf(one.entity)))
      const against = new Set(held.filter(({ verdict }) => verdict === 'different').map(({ entity }) => canonicalOf(entity)))
      const same = held.filter(({ verdict }) => verdict === 'same')
      const allowed = same.filter(({ entity }) => !against.has(canonicalOf(entity)))
      if (basis === 'person' && allowed.length < same.length) contested = true
      if (allowed.length > 0) {
        // The likeliest of several, then an order that does not depend on who came first.
        allowed.sort(
          (a, b) =>
            (b.score ?? 1) - (a.score ?? 1) ||
            Number(a.score === null) - Number(b.score === null) ||
            byBytes(canonicalOf(a.entity), canonicalOf(b.entity)) ||
            byBytes(a.entity, b.entity) ||
            byBytes(a.rule ?? '', b.rule ?? ''),
        )
        const decided = allowed[0]!
        const entity = canonicalOf(decided.entity)
        if (basis === 'person' && allowed.some((other) => canonicalOf(other.entity) !== entity)) contested = true
        return { entity, judged: decided.entity, basis, rule: decided.rule, score: decided.score, contested }
      }
      // What a person is unsure of, no rule decides.
      for (const { entity } of held) settled.add(canonicalOf(entity))
    }
  return null
}
