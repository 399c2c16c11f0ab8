/** Who was posted where on the days that a list asks about, and which unit stood above which: as evidence, and to find a unit's commander. */

import { type Holding, holdingOf, holdings, type Span } from '../analysis/command-chain.js'
import { groupBy } from '../ledger/group-by.js'
import { searchKey } from '../names/search-key.js'
import type { Relation } from './facts.js'
import type { EntityReference, Evidence, Subject } from './model.js'

/** May have held on those days. */
const held: ReadonlySet<Holding> = new Set<Holding>(['cited', 'possible', 'assumed', 'undated'])
/** No army is so deep: see command-chain. */
const deepest = 30
/** Units above one that are looked through. */
const widest = 300

export class Postings {
  readonly #byPerson: ReadonlyMap<string, readonly Relation[]>
  readonly #byUnit: ReadonlyMap<string, readonly Relation[]>
  readonly #parents: ReadonlyMap<string, readonly Relation[]>

  constructor(postings: readonly Relation[], parents: readonly Relation[]) {
    this.#byPerson = groupBy(postings, ({ from }) => from)
    this.#byUnit = groupBy(postings, ({ to }) => to)
    this.#parents = groupBy(parents, ({ from }) => from)
  }

  ofPerson(person: string): readonly Relation[] {
    return this.#byPerson.get(person) ?? []
  }

  toUnit(unit: string): readonly Relation[] {
    return this.#byUnit.get(unit) ?? []
  }

  /** Every unit above one on those days. Total also where units are above themselves. */
  above(unit: string, span: Span | null): Set<string> {
    const found = new Set<string>()
    let frontier = [unit]
    for (let depth = 0; frontier.length > 0 && depth < deepest && found.size < widest; depth++) {
      const next = frontier.flatMap((id) => (this.#parents.get(id) ?? []).filter((one) => held.has(holdingOf(one, span))))
      frontier = [...new Set(next.map(({ to }) => to))].filter((id) => id !== unit && !found.has(id))
      for (const id of frontier) found.add(id)
    }
    return found
  }
}

const datesOf = (posting: Relation, span: Span | null) => ({
  holding: holdingOf(posting, span),
  first: posting.firstCitedPrinted,
  last: posting.lastCitedPrinted,
})

/** What the person's postings say of the unit and rank that the list gives. `units`: what the list's unit may be. */
export function postingEvidence(
  subject: Pick<Subject, 'unit' | 'rank'>,
  units: readonly string[],
  person: string,
  postings: Postings,
  span: Span | null,
  reference: (id: string) => EntityReference,
): Evidence[] {
  const own = postings.ofPerson(person)
  if (own.length === 0) return []
  const evidence: Evidence[] = []
  const ranks = [...new Set(own.flatMap(({ rank }) => rank ?? []))]
  if (subject.rank !== null && ranks.length > 0) {
    const same = ranks.some((rank) => searchKey(rank) === searchKey(subject.rank!))
    // A rank changes with the years: another one speaks against nobody.
    evidence.push({
      weight: same ? 'for' : 'neither',
      code: 'rank',
      agreement: same ? 'same' : 'differs',
      given: subject.rank,
      known: ranks.slice(0, 5),
    })
  }
  if (subject.unit === null || units.length === 0) return evidence
  const given = subject.unit
  const related = (posting: Relation): 'same' | 'above' | 'below' | null => {
    if (units.includes(posting.to)) return 'same'
    if (units.some((unit) => postings.above(unit, span).has(posting.to))) return 'above'
    return units.some((unit) => postings.above(posting.to, span).has(unit)) ? 'below' : null
  }
  const found = own
    .flatMap((posting) => {
      const relation = related(posting)
      return relation ? [{ posting, relation, dates: datesOf(posting, span) }] : []
    })
    .sort(
      (a, b) =>
        ['same', 'above', 'below'].indexOf(a.relation) - ['same', 'above', 'below'].indexOf(b.relation) ||
        holdings.indexOf(a.dates.holding) - holdings.indexOf(b.dates.holding),
    )
  const best = found[0]
  if (best)
    evidence.push({
      // Posted there at another time is still the same person's unit; it weighs all the same, and the dates say when.
      weight: 'for',
      code: 'posting',
      relation: best.relation,
      given,
      unit: reference(best.posting.to),
      role: best.posting.role,
      rank: best.posting.rank,
      dates: best.dates,
    })
  else {
    const elsewhere = [...new Set(own.map(({ to }) => to))]
    evidence.push({
      weight: 'against',
      code: 'posted-elsewhere',
      given,
      units: elsewhere.slice(0, 5).map(reference),
      of: elsewhere.length,
    })
  }
  return evidence
}

/** Posts that command: "Commander", "GOC", "Comandante", "Chief of Army Staff"; not a deputy, a spokesman or a chief of a staff section. */
const commands =
  /command(?!.*(?:spokes|relations))|\b[gafo]oc\b|\bco\b|comandante|commandant|commander|\bjefe\b|\bchef\b|\bchief of (?:the )?(?:army|navy|naval|air|defen[cs]e|police)|inspector general|director general|officer in charge/i
const notInCommand = /\b(?:deputy|vice|second|assistant|former|ex|subcomandante|adjoint|spokes\w*|relations|information)\b/i

/** Who commanded a unit on those days (at any time, where none are given), those whom most is known of first. */
export function commandersOf(
  unit: string,
  postings: Postings,
  span: Span | null,
): { person: string; evidence: Omit<Extract<Evidence, { code: 'commands' }>, 'unit'> & { weight: 'neither' } }[] {
  const found = postings
    .toUnit(unit)
    .filter((posting) => posting.role !== null && commands.test(posting.role) && !notInCommand.test(posting.role))
    .map((posting) => ({ posting, dates: datesOf(posting, span) }))
    .filter(({ dates }) => held.has(dates.holding))
    .sort(
      (a, b) =>
        holdings.indexOf(a.dates.holding) - holdings.indexOf(b.dates.holding) ||
        ((b.posting.lastCited ?? '') < (a.posting.lastCited ?? '') ? -1 : 1),
    )
  const seen = new Set<string>()
  return found.flatMap(({ posting, dates }) => {
    if (seen.has(posting.from)) return []
    seen.add(posting.from)
    return [
      { person: posting.from, evidence: { weight: 'neither', code: 'commands', role: posting.role, rank: posting.rank, dates } },
    ]
  })
}
