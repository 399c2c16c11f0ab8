/**
 * The rule "known unit": a printed name is proposed to be a unit that a source describes (an imported spreadsheet) where the evidence is
 * decisive. What "decisive" is was set so that at least 98 of 100 proposals are right: `npm run bench -- resolve`.
 */
import { CandidateIndex, type Match } from '../names/candidate-index.js'
import { compareUnits } from '../names/compare-units.js'
import { readUnitName, type UnitName } from '../names/unit-name.js'
import { codeOf, tellingTerms } from './reading.js'

/** A unit with the names and aliases that sources give it. */
export interface DescribedUnit {
  id: string
  country: string | null
  names: readonly string[]
}

export interface KnownUnit {
  id: string
  score: number
  reasons: string[]
}

/** Two known units of nearly one score are both waiting for a person. */
const margin = 0.05
const leastScore = 0.9
/** Battalions on missions are numbered by rotation: NIBATT 20 is not the 20th Battalion. */
const rotation = /batt?$/

interface Indexed {
  unit: DescribedUnit
  name: UnitName
}

/** The described units of one country. */
export class KnownUnits {
  readonly #byHead = new Map<string, Indexed[]>()
  readonly #index: CandidateIndex
  readonly #code: string | null

  constructor(units: readonly DescribedUnit[], country: string | null) {
    this.#code = codeOf(country)
    this.#index = new CandidateIndex(
      units.map((unit) => ({ id: unit.id, kind: 'unit' as const, country: this.#code, names: unit.names })),
    )
    for (const unit of units)
      for (const printed of unit.names) {
        const name = readUnitName(printed, this.#code)
        const head = headOf(name, this.#code)
        const known = this.#byHead.get(head)
        if (known) known.push({ unit, name })
        else this.#byHead.set(head, [{ unit, name }])
      }
  }

  /** The most alike, best first. */
  like(printed: string, limit: number): Match[] {
    return this.#index.match({ kind: 'unit', country: this.#code, names: [printed] }, limit)
  }

  /**
   * The one unit that a name decisively means, or null. One of its names says the same in its head (number, echelon, arm, branch, proper words);
   * what else either says speaks against nothing; and no other unit is nearly as alike. `without` leaves out one name of one unit, for
   * measuring.
   */
  decide(printed: string, without?: { id: string; name: string }): KnownUnit | null {
    const name = readUnitName(printed, this.#code)
    if (name.acronyms.some((acronym) => rotation.test(acronym))) return null
    const alike = (this.#byHead.get(headOf(name, this.#code)) ?? [])
      .filter(({ unit, name: other }) => unit.id !== without?.id || other.printed !== without.name)
      .map((known) => ({ ...known, ...compareUnits(name, known.name) }))
      .sort((a, b) => b.score - a.score || (a.unit.id < b.unit.id ? -1 : 1))
    const best = alike[0]
    if (!best || best.verdict !== 'same' || best.score < leastScore) return null
    if (best.reasons.some((reason) => reason.includes(' differs: ') || reason.startsWith('names differ'))) return null
    if (!isTelling(name, this.#code) && !saysTheSame(name, best.name, this.#code)) return null
    const close = (other: { id: string; score: number; verdict: string }) =>
      other.id !== best.unit.id && other.verdict === 'same' && best.score - other.score <= margin
    if (alike.some(({ unit, score, verdict }) => close({ id: unit.id, score, verdict }))) return null
    if (this.like(printed, 4).some(close)) return null
    return { id: best.unit.id, score: best.score, reasons: best.reasons }
  }
}

const ofHead = (name: UnitName, code: string | null) => tellingTerms(name, code).filter((term) => term.part === 'head')

const headOf = (name: UnitName, code: string | null) =>
  ofHead(name, code)
    .map((term) => `${term.kind} ${term.value}`)
    .sort()
    .join(', ')

/** Whether its head tells it from others of its kind. */
const isTelling = (name: UnitName, code: string | null) =>
  ofHead(name, code).some((term) => term.kind === 'number' || term.kind === 'proper')

function saysTheSame(one: UnitName, other: UnitName, code: string | null): boolean {
  const said = (name: UnitName) => new Set(tellingTerms(name, code).map((term) => `${term.kind} ${term.value}`))
  const [a, b] = [said(one), said(other)]
  return a.size === b.size && [...a].every((each) => b.has(each))
}
