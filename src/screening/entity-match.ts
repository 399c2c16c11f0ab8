/**
 * Which entities of the ledger a query may mean: by the names as `rastro match` compares them, then by what else is said of both. The one way for
 * the interfaces and for screening; pure, so that it can run in any thread.
 *
 * A score is how alike the names are, never how likely a person is guilty of anything; that nothing is found clears nobody.
 */
import { readRangeText } from '../ledger/dates.js'
import type { KnownEntity } from '../ledger/read/known-entities.js'
import { countryOfCode } from '../ledger/vocabulary.js'
import { CandidateIndex, type Match, type NamedEntity } from '../names/candidate-index.js'
import { type NameKind, rounded, type Verdict } from '../names/comparison.js'
import { searchKey } from '../names/search-key.js'

export interface NameQuery {
  /** In which of the three grammars the names are read: several where it is not known. */
  kinds: readonly NameKind[]
  names: readonly string[]
  /** ISO 3166-1 alpha-3. */
  countries: readonly string[]
  /** Ranges of dates of birth, as PostgreSQL writes them. */
  births: readonly string[]
  identifiers: readonly string[]
  /** Of these kinds alone; of all where there is none. */
  of?: readonly KnownEntity['kind'][]
  /** Security forces alone: see `isForce`. */
  forces?: boolean
  /** Ids of those that it is known not to be. */
  without?: readonly string[]
  /** Ids of those that it may be; of all where it is not given. */
  within?: readonly string[]
  /** Matches below this score are left out. */
  least: number
  limit: number
}

/** What bears on a score, each from 0 to 1; absent where one side does not say it. */
export interface Features {
  name?: number
  country?: number
  birth?: number
  identifier?: number
}

export interface EntityMatch {
  id: string
  score: number
  verdict: Verdict
  reasons: string[]
  features: Features
}

export interface EntitiesAsked {
  /** Words in any order, the beginning of each being enough; all entities where there are none. */
  words: string
  kinds: readonly KnownEntity['kind'][]
  countries: readonly string[]
  /** Security forces alone. */
  forces?: boolean
  from: number
  limit: number
}

export interface EntityPage {
  ids: string[]
  total: number
  /** How many of all that match are of each country and kind. */
  countries: [country: string, count: number][]
  kinds: [kind: string, count: number][]
  /** How many of them are security forces. */
  forces: number
}

/** Of who only gives training nothing says that it is one. */
const isForce = ({ kind, trainsOnly }: Pick<KnownEntity, 'kind' | 'trainsOnly'>): boolean =>
  (kind === 'unit' || kind === 'body') && !trainsOnly

/** In which grammar the names of a kind are read. */
export const nameKindOf = (kind: KnownEntity['kind']): NameKind => (kind === 'person' || kind === 'organization' ? kind : 'unit')

/** A person of one name and another date of birth is somebody else more often than not. */
const otherBirth = 0.75
/** The same date of birth, or the same number on a list, takes away so much of what is missing. */
const sameBirth = 0.3
const mostCountries = 3
/** Shorter ones are of no use in telling two apart. */
const shortestIdentifier = 4

/** Up to so many that changed get an index of their own beside the first; if there are more, all are indexed anew. */
const mostChanged = 4_000

/** Whom a query may be compared with. */
export interface Known {
  /** `isAsked`: who may be found, where not all may; whoever may not takes nobody's place. */
  candidates(query: Omit<NamedEntity, 'id'>, limit: number, isAsked: IsAsked | null): Match[]
  ofIdentifier(key: string): readonly KnownEntity[]
  entity(id: string): KnownEntity | undefined
}

type IsAsked = (entity: Pick<KnownEntity, 'id' | 'kind' | 'trainsOnly'>) => boolean

/** Best first; of equal scores those that more rows name, then by id. */
export function matchAmong(known: Known, query: NameQuery): EntityMatch[] {
  const found = new Map<string, EntityMatch>()
  const countries = query.countries.length === 0 ? [null] : query.countries.slice(0, mostCountries)
  const isAsked = askedBy(query)
  for (const kind of query.kinds)
    for (const country of countries)
      for (const { id, score, verdict, reasons } of known.candidates(
        { kind, country, names: query.names },
        query.limit + 5,
        isAsked,
      )) {
        const before = found.get(id)
        if (!before || score > before.features.name!) found.set(id, { id, score, verdict, reasons, features: { name: score } })
      }
  for (const identifier of query.identifiers)
    for (const { id, kind } of known.ofIdentifier(identifierKey(identifier))) {
      if (!query.kinds.includes(nameKindOf(kind))) continue
      const before = found.get(id) ?? { id, score: 0, verdict: 'unsure' as const, reasons: [], features: {} }
      found.set(id, withIdentifier(before, identifier))
    }
  return [...found.values()]
    .map((match) => ({ match: weighed(match, known.entity(match.id)!, query), entity: known.entity(match.id)! }))
    .filter(({ match, entity }) => match.score >= query.least && match.score > 0 && (isAsked === null || isAsked(entity)))
    .sort((a, b) => b.match.score - a.match.score || b.entity.rows - a.entity.rows || (a.entity.id < b.entity.id ? -1 : 1))
    .slice(0, query.limit)
    .map(({ match }) => match)
}

function askedBy({ of, forces = false, without, within }: NameQuery): IsAsked | null {
  if (of === undefined && within === undefined && !forces && (without ?? []).length === 0) return null
  const [never, only] = [new Set(without), within && setOf(within)]
  return (entity) =>
    !never.has(entity.id) &&
    (of === undefined || of.includes(entity.kind)) &&
    (!forces || isForce(entity)) &&
    (only === undefined || only.has(entity.id))
}

/** The queries of one batch have one list, of up to all that there are. */
function setOf(ids: readonly string[]): ReadonlySet<string> {
  const known = sets.get(ids)
  if (known) return known
  const made = new Set(ids)
  sets.set(ids, made)
  return made
}
const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

function weighed(match: EntityMatch, entity: KnownEntity, query: NameQuery): EntityMatch {
  const features = { ...match.features }
  const reasons = [...match.reasons]
  let { score, verdict } = match
  if (query.countries.length > 0 && entity.countries.length > 0)
    features.country = query.countries.some((country) => entity.countries.includes(country)) ? 1 : 0
  if (query.births.length > 0 && entity.births.length > 0) {
    const same = query.births.some((birth) => entity.births.some((other) => meet(birth, other)))
    features.birth = same ? 1 : 0
    reasons.push(same ? 'date of birth agrees' : 'date of birth differs')
    score = same ? score + (1 - score) * sameBirth : score * otherBirth
    if (!same) verdict = 'different'
  }
  return { ...match, score: rounded(score), verdict, reasons, features }
}

export class EntityMatcher {
  readonly #entities: readonly KnownEntity[]
  readonly #byId: ReadonlyMap<string, KnownEntity>
  /** What was indexed first, and by which names: indexing all takes seconds, and most changesets change a few. */
  readonly #base: Indexed
  /** Those of another state that differ from `#base`. */
  readonly #changed: Indexed | null
  readonly #byIdentifier = new Map<string, KnownEntity[]>()
  /** Each entity's names as they are searched: a line each, beginning with a blank. */
  readonly #searched = new Map<string, string>()

  /** `before`: a matcher of an earlier state, of which what did not change is taken. */
  constructor(entities: readonly KnownEntity[], before: EntityMatcher | null = null) {
    this.#entities = entities
    this.#byId = new Map(entities.map((entity) => [entity.id, entity]))
    const changed = before && entities.filter((entity) => before.#base.keys.get(entity.id) !== indexedBy(entity))
    if (before && changed && changed.length <= mostChanged) {
      this.#base = before.#base
      this.#changed = changed.length > 0 ? indexOf(changed) : null
    } else {
      this.#base = indexOf(entities)
      this.#changed = null
    }
    for (const entity of entities) {
      const known = before ? before.#byId.get(entity.id) : undefined
      const searched = before && known && sameList(known.names, entity.names) ? before.#searched.get(entity.id) : undefined
      if (searched !== undefined) this.#searched.set(entity.id, searched)
      for (const key of keysOf(entity)) {
        const list = this.#byIdentifier.get(key)
        if (list) list.push(entity)
        else this.#byIdentifier.set(key, [entity])
      }
    }
  }

  get size(): number {
    return this.#entities.length
  }

  /** Best first; of equal scores those that more rows name, then by id. */
  match(query: NameQuery): EntityMatch[] {
    return matchAmong(
      {
        candidates: (asked, limit, isAsked) => this.#candidates(asked, limit, isAsked),
        ofIdentifier: (key) => this.#byIdentifier.get(key) ?? [],
        entity: (id) => this.#byId.get(id),
      },
      query,
    )
  }

  /** Subjects by the words of their names: one that is called just that first, then those that most rows name. */
  search({ words, kinds, countries, forces = false, from, limit }: EntitiesAsked): EntityPage {
    const key = searchKey(words)
    const terms = key.split(' ').filter(Boolean)
    const byCountry = new Map<string, number>()
    const byKind = new Map<string, number>()
    const found: { entity: KnownEntity; exact: boolean }[] = []
    // Something was typed, but no word of it.
    if (terms.length > 0 || words.trim() === '')
      for (const entity of this.#entities) {
        if (kinds.length > 0 && !kinds.includes(entity.kind)) continue
        if (forces && !isForce(entity)) continue
        if (countries.length > 0 && !countries.some((country) => entity.countries.includes(country))) continue
        const searched = this.#searchedOf(entity)
        if (!terms.every((term) => searched.includes(` ${term}`))) continue
        found.push({ entity, exact: searched.split('\n').includes(` ${key}`) })
        byKind.set(entity.kind, (byKind.get(entity.kind) ?? 0) + 1)
        for (const country of entity.countries) byCountry.set(country, (byCountry.get(country) ?? 0) + 1)
      }
    found.sort(
      (a, b) => Number(b.exact) - Number(a.exact) || b.entity.rows - a.entity.rows || (a.entity.id < b.entity.id ? -1 : 1),
    )
    return {
      ids: found.slice(from, from + limit).map(({ entity }) => entity.id),
      total: found.length,
      countries: mostFirst(byCountry),
      kinds: mostFirst(byKind),
      forces: found.filter(({ entity }) => isForce(entity)).length,
    }
  }

  /** In the order of the ids; those that no entity has are left out. */
  entities(ids: readonly string[]): KnownEntity[] {
    return ids.flatMap((id) => this.#byId.get(id) ?? [])
  }

  #candidates(query: Omit<NamedEntity, 'id'>, limit: number, isAsked: IsAsked | null): Match[] {
    const among = (indexed: Indexed, isOld: (id: string) => boolean) => {
      const mayBe = (ordinal: number) => {
        const entity = this.#byId.get(indexed.ids[ordinal]!)
        return entity !== undefined && !isOld(entity.id) && (isAsked === null || isAsked(entity))
      }
      return indexed.index.match(query, limit, undefined, mayBe)
    }
    const changed = this.#changed
    const found = among(this.#base, (id) => changed?.keys.has(id) ?? false)
    return changed ? [...found, ...among(changed, () => false)] : found
  }

  /** Made when words are first searched for: who only matches names never needs them. */
  #searchedOf({ id, names }: KnownEntity): string {
    const known = this.#searched.get(id)
    if (known !== undefined) return known
    const searched = names.map((name) => ` ${searchKey(name)}`).join('\n')
    this.#searched.set(id, searched)
    return searched
  }
}

interface Indexed {
  index: CandidateIndex
  /** Ids by the ordinals of the index. */
  ids: readonly string[]
  /** What each was indexed by. */
  keys: ReadonlyMap<string, string>
}

function indexOf(entities: readonly KnownEntity[]): Indexed {
  return {
    index: new CandidateIndex(
      entities.map(({ id, kind, countries, names }) => ({ id, kind: nameKindOf(kind), country: countryOf(countries), names })),
    ),
    ids: entities.map(({ id }) => id),
    keys: new Map(entities.map((entity) => [entity.id, indexedBy(entity)])),
  }
}

const indexedBy = ({ kind, countries, names }: KnownEntity): string =>
  JSON.stringify([nameKindOf(kind), countryOf(countries), ...names])

export const countryOf = (countries: readonly string[]): string | null => countries.find((code) => countryOfCode(code)) ?? null

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at])

function withIdentifier(match: EntityMatch, identifier: string): EntityMatch {
  if (match.features.identifier === 1) return match
  return {
    ...match,
    score: rounded(Math.max(match.score, 0.9)),
    verdict: match.verdict === 'different' ? 'unsure' : match.verdict,
    reasons: [`identifier ${identifier} is the same`, ...match.reasons],
    features: { ...match.features, identifier: 1 },
  }
}

/** Whether two ranges have a day in common: "1960" meets "1960-05-02". */
function meet(one: string, other: string): boolean {
  const [a, b] = [readRangeText(one), readRangeText(other)]
  return a.from <= b.to && b.from <= a.to
}

export const identifierKey = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** "A123 (Iran) issued 2004" is found by the number alone as well. */
export function identifierKeys(printed: string): string[] {
  const bare = printed.replace(/\s*(?:\(|\bissued\b|\bexpires\b).*$/is, '')
  return [...new Set([identifierKey(printed), identifierKey(bare)])]
}

/** By which identifiers an entity is found. */
export const keysOf = ({ identifiers }: Pick<KnownEntity, 'identifiers'>): Set<string> =>
  new Set(identifiers.flatMap(identifierKeys).filter((key) => key.length >= shortestIdentifier))

const mostFirst = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
