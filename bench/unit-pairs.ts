/**
 * Pairs of units' names at the verdict: each recorded alias beside its own unit's canonical name, and beside the canonical names of the two other units
 * that are most like it, one by trigrams and one by the numbers and proper words that it shares. Every third unit of each country is held out.
 *
 * An alias that is another unit's name or alias as well is left out, since nothing tells whether it is the same.
 */
import { readUnitName } from '../src/names/unit-name.js'
import { distinctiveWords, isDerivable } from './derivable.js'
import { aliasesOf, type NamePair, trigramSimilarity, trigrams, type UnitWithAliases } from './name-material.js'

export interface UnitPair extends NamePair {
  part: 'tuned on' | 'held out'
  /** ISO 3166-1 alpha-3. */
  country: string
  /** Whether the alias can be derived from its own unit's name at all (derivable.ts); of a pair that is not the same, that of its alias. */
  derivable: boolean
}

/** All pairs of a country's units, `a` the alias; the same in every run. */
export function unitPairs(units: readonly UnitWithAliases[], country: string): UnitPair[] {
  const grams = units.map((unit) => trigrams(unit.name))
  const words = units.map((unit) => new Set(distinctiveWords(readUnitName(unit.name, country))))
  const bearers = new Map<string, number>()
  for (const own of words) for (const word of own) bearers.set(word, (bearers.get(word) ?? 0) + 1)
  const mostAlike = (unit: number, likeness: (other: number) => number): number | null => {
    let best: number | null = null
    let most = 0
    for (let other = 0; other < units.length; other++) {
      const alike = other === unit ? 0 : likeness(other)
      if (alike <= most) continue
      most = alike
      best = other
    }
    return best
  }
  return aliasesOf(units, country, false).flatMap(({ alias, unit, group }) => {
    if (group === 'ambiguous') return []
    const own = trigrams(alias)
    const said = distinctiveWords(readUnitName(alias, country))
    const byTrigrams = mostAlike(unit, (other) => trigramSimilarity(own, grams[other]!))
    const byWords = mostAlike(unit, (other) => {
      const shared = said.filter((word) => words[other]!.has(word))
      // Rare words first; of as many, the name that says the least else.
      return shared.reduce((sum, word) => sum + Math.log(1 + units.length / bearers.get(word)!), 0) / (words[other]!.size + 3)
    })
    const pair = (other: number, same: boolean): UnitPair => ({
      kind: 'unit',
      country,
      part: unit % 3 === 2 ? 'held out' : 'tuned on',
      derivable: isDerivable(alias, units[unit]!.name, country),
      a: alias,
      b: units[other]!.name,
      same,
    })
    const others = new Set([byTrigrams, byWords].filter((other) => other !== null))
    return [pair(unit, true), ...[...others].map((other) => pair(other, false))]
  })
}
