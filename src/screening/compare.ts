/**
 * Which entities of the ledger a subject may be, and what is known of them: the subject by its names, a person together with the unit, a unit
 * together with its commander at the date. Pure: facts in, hits out.
 *
 * Names alone let a hit in; what the list and the ledger say besides moves its score, each piece named as evidence. Another date of birth is the one
 * thing that takes a namesake off the table; the same number on a document the one that brings in another name.
 */
import type { Span } from '../analysis/command-chain.js'
import type { KnownEntity } from '../ledger/read/known-entities.js'
import { compareRead, readName } from '../names/compare.js'
import { type NameKind, rounded } from '../names/comparison.js'
import { type EntityMatch, identifierKey, matchAmong, nameKindOf } from './entity-match.js'
import { birthEvidence, birthPlaceEvidence, countryEvidence, identifierEvidence, moved } from './evidence.js'
import { reference } from './facts.js'
import { isPart, isThin } from './likeness.js'
import { type Evidence, type Hit, type HitExposure, type HitRole, hitRoles, mostHits, type Subject } from './model.js'
import { type KnownFacts, nameKinds } from './packed-facts.js'
import { commandersOf, Postings, postingEvidence } from './postings.js'

/** A hit as comparing finds it: what reviewers and earlier runs add is not there yet. */
export type FoundHit = Omit<Hit, 'rank' | 'news' | 'firstRun' | 'decision'>

export interface Compared {
  hits: FoundHit[]
  /** All that matched, however many. */
  matched: number
}

/** From here on a person should look; set on invented nominees (bench/screen.ts). */
const lookFrom = 0.8
/** Below it is no hit at all; nor from there to the second, where nothing else speaks for it. */
const keptFrom = 0.6
const keptWithout = 0.7
/** The most that a thin likeness counts by itself. */
const thin = 0.75
/** A part of somebody's name, borne in another country, is a name that many bear. */
const partElsewhere = 0.9
const shortestTelling = 6
/** The best are chosen from so many where a name may be any of thousands ("1st Battalion"); the others are counted alone. */
const mostChosenFrom = 1_000
const stages = [
  { limit: 6, alike: keptWithout },
  { limit: mostHits, alike: lookFrom },
  { limit: mostChosenFrom, alike: 0 },
]
/** Units that a person's unit, and a list's unit, may be, each looked at with its commander. */
const mostUnits = 3
const mostCommanders = 5

interface Candidate {
  entity: KnownEntity
  /** How alike the names are. */
  alike: number
  verdict: Hit['verdict']
  identifier: boolean
  kind: NameKind
}

interface Found {
  candidates: Candidate[]
  matched: number
}

type UnitOfPerson = Candidate & { name: NonNullable<Hit['name']> }
const mostKeptUnits = 5_000
const mostVague = 500

/** In which kinds of names a subject is looked for, its unit among them. */
export function kindsAskedBy({ kind, unit }: Pick<Subject, 'kind' | 'unit'>): readonly NameKind[] {
  return kind === 'person' && unit === null
    ? ['person']
    : kind === null || kind === 'person'
      ? nameKinds
      : ['unit', 'organization']
}

export class Comparer {
  readonly #facts: KnownFacts
  readonly #postings: Postings
  readonly #units = new Map<string, UnitOfPerson[]>()
  readonly #vague = new Map<string, Found>()

  constructor(facts: KnownFacts) {
    this.#facts = facts
    this.#postings = new Postings(facts.postings, facts.parents)
  }

  compare(subject: Subject): Compared {
    if (!/[\p{L}\p{N}]/u.test(subject.name)) return { hits: [], matched: 0 }
    const span = spanOf(subject)
    const names = [subject.name, ...subject.otherNames]
    const kinds: readonly NameKind[] =
      subject.kind === null
        ? ['person', 'unit', 'organization']
        : subject.kind === 'person'
          ? ['person']
          : ['unit', 'organization']
    const own = this.#candidates(names, kinds, subject)
    const units = subject.unit === null ? [] : this.#unitsOf(subject.unit, subject.country)
    const hits = own.candidates.flatMap((candidate) => this.#subjectHit(candidate, subject, units, span) ?? [])
    const aboutUnits = hits.filter(({ entity, verdict }) => entity.kind === 'unit' && verdict === 'same').slice(0, mostUnits)
    for (const { entity } of aboutUnits) hits.push(...this.#commanders(entity.id, span))
    for (const unit of units) hits.push(this.#unitHit(unit))
    const others = withAlike(hits)
    return { hits: withoutDoubles(others).sort(byWeight).slice(0, mostHits), matched: own.matched }
  }

  /** Lists have names that hundreds bear ("1st Battalion") again and again: what was found of one is kept. */
  #candidates(names: string[], kinds: readonly NameKind[], subject: Pick<Subject, 'country' | 'identifiers'>): Found {
    const key = JSON.stringify([names, kinds, subject.country, subject.identifiers])
    const known = this.#vague.get(key)
    if (known) return known
    const found = this.#find(names, kinds, subject)
    if (found.matched > mostHits) {
      if (this.#vague.size >= mostVague) this.#vague.clear()
      this.#vague.set(key, found)
    }
    return found
  }

  /** By name, best first, and how many there are; by identifier besides. */
  #find(names: string[], kinds: readonly NameKind[], subject: Pick<Subject, 'country' | 'identifiers'>): Found {
    const countries = subject.country === null ? [] : [subject.country]
    const found: Candidate[] = []
    let matched = 0
    for (const kind of kinds) {
      // A unit is of one country; people and organisations are found wherever they are said to be from.
      const query = {
        kinds: [kind],
        names,
        countries: kind === 'unit' ? countries : [],
        births: [],
        identifiers: subject.identifiers,
        least: keptFrom,
      }
      const isHit = (match: EntityMatch) => match.verdict !== 'different' || match.features.identifier === 1
      let matches: EntityMatch[] = []
      let all = false
      // Most names have few that are like them; more are looked for, and counted, only where all that were asked for are much like it.
      for (const { limit, alike } of stages) {
        const asked = matchAmong(this.#facts.named(kind), { ...query, limit })
        matches = asked.filter(isHit)
        all = asked.length < limit
        if (all || (matches.at(-1)?.score ?? 0) < alike) break
      }
      const like = matches.filter(({ score }) => score >= keptWithout).length
      matched +=
        !all && like > mostHits
          ? Math.max(like, this.#facts.named(kind).all({ kind, country: query.countries[0] ?? null, names }, keptWithout).length)
          : like
      for (const match of matches.slice(0, mostHits)) {
        found.push({
          entity: this.#facts.entity(match.id)!,
          alike: match.features.name ?? 0,
          verdict: match.verdict === 'same' ? 'same' : 'unsure',
          identifier: match.features.identifier === 1,
          kind,
        })
      }
    }
    return { candidates: found, matched }
  }

  #subjectHit(
    { entity, alike, verdict, identifier, kind }: Candidate,
    subject: Subject,
    units: readonly UnitOfPerson[],
    span: Span | null,
  ): FoundHit | null {
    const evidence: Evidence[] = []
    const push = (piece: Evidence | null) => {
      if (piece) evidence.push(piece)
    }
    if (identifier) push(identifierEvidence(subject.identifiers, entity.identifiers))
    if (entity.kind === 'person') {
      push(birthEvidence(subject.birth, entity.births))
      push(birthPlaceEvidence(subject.birthPlace, this.#facts.about(entity.id)?.birthPlaces ?? []))
      const ids = new Map(units.map((unit) => [unit.entity.id, unit]))
      for (const piece of postingEvidence(subject, [...ids.keys()], entity.id, this.#postings, span, (id) => this.#reference(id)))
        push(piece)
    }
    push(countryEvidence(subject.country, entity.countries))
    this.#aboutUnit(entity, push)
    // A short number is on many documents: it is no hit where the names are not alike.
    const telling = identifier && subject.identifiers.some((given) => identifierKey(given).length >= shortestTelling)
    const most = evidence.reduce(moved, alike)
    const speaks = evidence.some(({ weight, code }) => weight === 'for' && code !== 'country')
    if (most < (speaks ? keptFrom : keptWithout) || (alike < keptFrom && !telling)) return null
    // Only now: which of fifty names it is takes longer than all before.
    const name = bestName(kind, [subject.name, ...subject.otherNames], entity, subject.country)
    const elsewhere = evidence.some((piece) => piece.code === 'country' && piece.agreement === 'differs')
    const counted =
      (isThin(name, entity.kind, subject.kind) ? Math.min(alike, thin) : alike) * (elsewhere && isPart(name) ? partElsewhere : 1)
    const score = evidence.reduce(moved, counted)
    if (score < keptFrom) return null
    const birthDiffers = evidence.some((piece) => piece.code === 'birth-date' && piece.agreement === 'differs')
    return {
      role: 'subject',
      entity: reference(entity),
      score: rounded(score),
      verdict: birthDiffers || score < lookFrom ? 'unsure' : verdict,
      name,
      evidence,
      exposure: this.#exposure(entity),
      look: score >= lookFrom && !birthDiffers,
    }
  }

  /** Units that the list names for a person. Without a country any country's: then only what is named in full counts. */
  #unitsOf(printed: string, country: string | null): UnitOfPerson[] {
    // Lists name the same units again and again.
    const key = JSON.stringify([printed, country])
    const known = this.#units.get(key)
    if (known) return known
    const { candidates } = this.#candidates([printed], ['unit', 'organization'], { country, identifiers: [] })
    const least = country === null ? 0.95 : 0.8
    const units = candidates
      .filter(({ verdict, alike }) => verdict === 'same' && alike >= least)
      .sort((a, b) => b.alike - a.alike || b.entity.rows - a.entity.rows)
      .slice(0, mostUnits)
      .map((unit) => ({ ...unit, name: bestName(unit.kind, [printed], unit.entity, country) }))
    if (this.#units.size >= mostKeptUnits) this.#units.clear()
    this.#units.set(key, units)
    return units
  }

  #unitHit({ entity, name, verdict }: UnitOfPerson): FoundHit {
    const evidence: Evidence[] = []
    this.#aboutUnit(entity, (piece) => evidence.push(piece))
    return this.#besideHit('unit of the person', entity, name.score, verdict, name, evidence)
  }

  #commanders(unit: string, span: Span | null): FoundHit[] {
    return commandersOf(unit, this.#postings, span)
      .slice(0, mostCommanders)
      .flatMap(({ person, evidence }) => {
        const entity = this.#facts.entity(person)
        if (!entity) return []
        const piece: Evidence = { ...evidence, unit: this.#reference(unit) }
        return [this.#besideHit('commander of the unit', entity, 1, 'same', null, [piece])]
      })
  }

  /** The unit or the commander is no subject of the list: a person looks where something is said of them. */
  #besideHit(
    role: HitRole,
    entity: KnownEntity,
    score: number,
    verdict: Hit['verdict'],
    name: Hit['name'],
    evidence: Evidence[],
  ): FoundHit {
    const exposure = this.#exposure(entity)
    const look = exposure.matters.of + exposure.findings.of > 0
    return { role, entity: reference(entity), score: rounded(score), verdict, name, evidence, exposure, look }
  }

  #aboutUnit(entity: KnownEntity, push: (piece: Evidence) => void): void {
    if (entity.kind === 'person') return
    if (entity.kind === 'body' || entity.kind === 'class of units')
      push({ weight: 'neither', code: 'no-single-unit', kind: entity.kind })
    if (entity.rows > 0)
      push({ weight: 'neither', code: 'name-basis', basis: entity.proposed ? 'proposed' : 'confirmed', rows: entity.rows })
  }

  #exposure({ id }: KnownEntity): HitExposure {
    const said = this.#facts.about(id)
    const none = { shown: [], of: 0 }
    return { matters: said?.matters ?? none, findings: said?.findings ?? none, assistance: said?.assistance ?? null }
  }

  #reference(id: string) {
    const entity = this.#facts.entity(id)
    return entity ? reference(entity) : { id, kind: 'unit' as const, name: id, country: null }
  }
}

/** The days that the list asks about: of an event whose order of day and month is not known, all that it may be. */
function spanOf({ start }: Pick<Subject, 'start'>): Span | null {
  const ranges = start?.ranges ?? []
  if (ranges.length === 0) return null
  return {
    from: ranges.map(({ from }) => from).sort()[0]!,
    to: ranges
      .map(({ to }) => to)
      .sort()
      .at(-1)!,
  }
}

/** Which of the names let it in, with reasons: comparing kept the best score alone. */
function bestName(
  kind: NameKind,
  names: readonly string[],
  entity: KnownEntity,
  country: string | null,
): NonNullable<Hit['name']> {
  const theirs = entity.countries[0] ?? null
  const known = entity.names.map((name) => ({ name, read: readName(nameKindOf(entity.kind), name, theirs) }))
  let best: NonNullable<Hit['name']> & { pair: Parameters<typeof compareRead> | null } = {
    given: names[0]!,
    known: entity.name,
    score: 0,
    reasons: [],
    pair: null,
  }
  for (const given of names) {
    const read = readName(kind, given, country)
    for (const { name, read: other } of known) {
      const { score } = compareRead(read, other, false)
      if (score > best.score || (score === best.score && name === given))
        best = { given, known: name, score, reasons: [], pair: [read, other] }
    }
  }
  const { pair, ...name } = best
  return { ...name, score: rounded(name.score), reasons: pair ? compareRead(pair[0], pair[1]).reasons : [] }
}

const strength = ({ evidence }: FoundHit): number =>
  evidence.reduce((sum, { weight }) => sum + (weight === 'for' ? 1 : weight === 'against' ? -1 : 0), 0)
const said = ({ exposure }: FoundHit): number => exposure.matters.of + exposure.findings.of

/** Who needs a look first; then the subject itself; then by score; ties by evidence, by what is said, by rows, by id. */
function byWeight(a: FoundHit, b: FoundHit): number {
  return (
    Number(b.look) - Number(a.look) ||
    hitRoles.indexOf(a.role) - hitRoles.indexOf(b.role) ||
    b.score - a.score ||
    strength(b) - strength(a) ||
    said(b) - said(a) ||
    (b.exposure.assistance?.rows ?? 0) - (a.exposure.assistance?.rows ?? 0) ||
    (a.entity.id < b.entity.id ? -1 : 1)
  )
}

/** Namesakes that match as well: who takes the first for the one should know. */
const alikeWithin = 0.03

function withAlike(hits: readonly FoundHit[]): FoundHit[] {
  const own = hits.filter(({ role }) => role === 'subject')
  return hits.map((hit) => {
    if (hit.role !== 'subject') return hit
    const count = own.filter((other) => other !== hit && other.score >= hit.score - alikeWithin).length
    return count === 0 ? hit : { ...hit, evidence: [...hit.evidence, { weight: 'neither', code: 'others-alike', count }] }
  })
}

/** One entity in one role stands once; whom the list names is not told again as the unit's commander. */
function withoutDoubles(hits: readonly FoundHit[]): FoundHit[] {
  const seen = new Set<string>()
  return hits.filter(({ entity, role }) => {
    const key = `${role} ${entity.id}`
    if (seen.has(key) || (role !== 'subject' && seen.has(`subject ${entity.id}`))) return false
    seen.add(key)
    return true
  })
}
