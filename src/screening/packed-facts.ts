/**
 * All that subjects are compared with, in memory that threads share: of each entity one record, which is read when it is asked for. Whoever makes an index of
 * names first hands it to the others.
 */
import type { KnownEntity } from '../ledger/read/known-entities.js'
import { CandidateIndex, type NamedEntity, type SharedIndex } from '../names/candidate-index.js'
import type { NameKind } from '../names/comparison.js'
import { type PackedTexts, packTexts, textAt } from '../names/packed-texts.js'
import { countryOf, type Known, keysOf, nameKindOf } from './entity-match.js'
import type { Facts, Relation } from './facts.js'
import type { HitExposure } from './model.js'

/** What a record holds: nothing that is empty. */
interface Entry {
  entity: KnownEntity
  matters?: HitExposure['matters']
  findings?: HitExposure['findings']
  assistance?: NonNullable<HitExposure['assistance']>
  birthPlaces?: string[]
}

export interface PackedFacts {
  ids: PackedTexts
  records: PackedTexts
  /** Ordinals of the entities that have an identifier, by its key. */
  identifiers: Map<string, number[]>
  postings: Relation[]
  parents: Relation[]
}

export const nameKinds: readonly NameKind[] = ['unit', 'organization', 'person']

export function packFacts(facts: Facts): PackedFacts {
  const identifiers = new Map<string, number[]>()
  const records = facts.entities.map((entity, at) => {
    for (const key of keysOf(entity)) identifiers.set(key, [...(identifiers.get(key) ?? []), at])
    const { id } = entity
    const of = <Value>(name: keyof Entry, value: Value | undefined) => (value === undefined ? {} : { [name]: value })
    const entry: Entry = {
      entity,
      ...of('matters', facts.matters.get(id)),
      ...of('findings', facts.findings.get(id)),
      ...of('assistance', facts.assistance.get(id)),
      ...of('birthPlaces', facts.birthPlaces.get(id)),
    }
    return JSON.stringify(entry)
  })
  return {
    ids: packTexts(facts.entities.map(({ id }) => id)),
    records: packTexts(records),
    identifiers,
    postings: facts.postings,
    parents: facts.parents,
  }
}

export function namesByKind({ entities }: Pick<Facts, 'entities'>): Record<NameKind, number> {
  const sizes = { unit: 0, organization: 0, person: 0 }
  for (const { kind, names } of entities) sizes[nameKindOf(kind)] += names.length
  return sizes
}

/** Records and names that were asked for are kept until there are so many: most lists ask for the same few again and again. */
const mostKept = 20_000

export class KnownFacts {
  readonly postings: Relation[]
  readonly parents: Relation[]
  readonly #packed: PackedFacts
  readonly #ordinals: ReadonlyMap<string, number>
  readonly #entries = new Map<number, Entry>()
  readonly #indexes = new Map<NameKind, CandidateIndex>()

  constructor(packed: PackedFacts) {
    this.#packed = packed
    this.postings = packed.postings
    this.parents = packed.parents
    this.#ordinals = new Map(Array.from({ length: packed.ids.ends.length }, (_, at) => [textAt(packed.ids, at), at]))
  }

  entity(id: string): KnownEntity | undefined {
    return this.about(id)?.entity
  }

  about(id: string): Entry | undefined {
    const at = this.#ordinals.get(id)
    return at === undefined ? undefined : this.#entry(at)
  }

  /** Entities by the names of one kind; their index is made where no thread has made it. */
  named(kind: NameKind): Known & Pick<CandidateIndex, 'all'> {
    const index = this.#indexOf(kind)
    return {
      candidates: (query, limit) => index.match(query, limit),
      all: (query, least) => index.all(query, least),
      ofIdentifier: (key) => (this.#packed.identifiers.get(key) ?? []).map((at) => this.#entry(at).entity),
      entity: (id) => this.entity(id),
    }
  }

  /** For the other threads. */
  index(kind: NameKind): SharedIndex {
    return this.#indexOf(kind).shared
  }

  takeIndex(kind: NameKind, made: SharedIndex): void {
    if (!this.#indexes.has(kind)) this.#indexes.set(kind, new CandidateIndex(made, { mostRead: mostKept }))
  }

  #indexOf(kind: NameKind): CandidateIndex {
    let index = this.#indexes.get(kind)
    if (!index) {
      index = new CandidateIndex(this.#namedBy(kind), { mostRead: mostKept })
      this.#indexes.set(kind, index)
    }
    return index
  }

  *#namedBy(kind: NameKind): Iterable<NamedEntity> {
    for (let at = 0; at < this.#packed.records.ends.length; at++) {
      const { entity } = JSON.parse(textAt(this.#packed.records, at)) as Entry
      if (nameKindOf(entity.kind) === kind)
        yield { id: entity.id, kind, country: countryOf(entity.countries), names: entity.names }
    }
  }

  #entry(at: number): Entry {
    let entry = this.#entries.get(at)
    if (!entry) {
      if (this.#entries.size >= mostKept) this.#entries.clear()
      entry = JSON.parse(textAt(this.#packed.records, at)) as Entry
      this.#entries.set(at, entry)
    }
    return entry
  }
}
