/**
 * How well and how fast names are compared and found, beside trigram similarity and sorted words on the same names in the same run.
 *
 *   npm run bench -- names [--entities 100000] [--show GROUP]
 *
 * `--show` lists what was not first: "tuned on", "ambiguous", "not derivable", "people", "checks", "scripts", "written", "missed person", "wrong person" (or
 * organization, or unit). The held-out third is not listed.
 */
import { parseArgs } from 'node:util'
import { countries } from '../src/ledger/vocabulary.js'
import { CandidateIndex, type NamedEntity } from '../src/names/candidate-index.js'
import {
  compareChecks,
  compareListed,
  compareMade,
  comparePeople,
  compareScripts,
  compareUnitPairs,
  compareWritten,
  percent,
  print,
} from './compared-pairs.js'
import { isDerivable } from './derivable.js'
import { listIsThere } from './list-names.js'
import {
  type AliasGroup,
  aliasesOf,
  materialIsThere,
  mexicanUnits,
  nigerianUnits,
  strangers,
  trigramSimilarity,
  trigrams,
  typedPairs,
  type UnitWithAliases,
} from './name-material.js'

const groups: AliasGroup[] = ['tuned on', 'held out', 'ambiguous', 'not derivable']

/** Prints all bars and their measures; status 0. */
export async function bench(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { entities: { type: 'string' }, show: { type: 'string' } } })
  if (!materialIsThere()) {
    print('No ../shared/data/sfm and names: nothing was measured.')
    return 0
  }
  const show = values.show ?? ''
  rankAliases('Mexico', mexicanUnits(), 'MEX', true, show)
  rankAliases('Nigeria', nigerianUnits(), 'NGA', false, show)
  rankByAliases('Nigeria', nigerianUnits(), 'NGA')
  rankHomonyms('Nigeria', nigerianUnits(), 'NGA')
  compareUnitPairs(show)
  comparePeople(show)
  compareChecks(show)
  if (listIsThere()) for (const kind of ['person', 'organization'] as const) compareListed(kind, show)
  compareMade(show)
  compareScripts(show)
  compareWritten(show)
  measureIndex(Number(values.entities ?? 100_000))
  return 0
}

/** For each alias, where its unit stands among the canonical names of all units of the country; of equal scores the earlier name first. */
export function rankAliases(label: string, units: readonly UnitWithAliases[], country: string, allDerivable: boolean, show = '') {
  const index = new CandidateIndex(
    units.map((unit, id): NamedEntity => ({ id: String(id), kind: 'unit', country, names: [unit.name] })),
  )
  const grams = units.map((unit) => trigrams(unit.name))
  const sums = new Map(
    groups.map((group) => [
      group,
      { count: 0, first: 0, five: 0, trigramFirst: 0, trigramFive: 0, allHomonyms: 0, derivable: 0, homonyms: 0 },
    ]),
  )
  for (const { alias, unit, group, homonyms } of aliasesOf(units, country, allDerivable)) {
    const sum = sums.get(group)!
    sum.count++
    const found = index.match({ kind: 'unit', country, names: [alias] }, 50).map((match) => Number(match.id))
    const rank = found.indexOf(unit)
    if (rank === 0) sum.first++
    if (rank >= 0 && rank < 5) sum.five++
    if (rank !== 0 && group === show && group !== 'held out')
      print(`  ${rank}: ${alias} → ${units[unit]!.name}; first: ${units[found[0] ?? -1]?.name}`)
    if (homonyms.every((one) => found.includes(one))) sum.allHomonyms++
    if (group === 'ambiguous')
      for (const one of homonyms) {
        if (!isDerivable(alias, units[one]!.name, country)) continue
        sum.homonyms++
        if (found.includes(one)) sum.derivable++
        else if (group === show) print(`  does not come back: ${alias} → ${units[one]!.name}`)
      }
    const own = trigrams(alias)
    const similarity = trigramSimilarity(own, grams[unit]!)
    let before = 0
    for (let other = 0; other < units.length; other++) {
      const its = trigramSimilarity(own, grams[other]!)
      if (its > similarity || (its === similarity && other < unit)) before++
    }
    if (before === 0) sum.trigramFirst++
    if (before < 5) sum.trigramFive++
  }
  for (const [group, sum] of sums) {
    if (sum.count === 0) continue
    const homonyms =
      group === 'ambiguous'
        ? `; all homonyms among 50: ${percent(sum.allHomonyms, sum.count)}, of the ${sum.homonyms} that can be derived ${percent(sum.derivable, sum.homonyms)}`
        : ''
    print(
      `${label.padEnd(8)} ${group.padEnd(14)} ${String(sum.count).padStart(4)} aliases: first ${percent(sum.first, sum.count)}, among five ${percent(sum.five, sum.count)}; trigrams ${percent(sum.trigramFirst, sum.count)}, ${percent(sum.trigramFive, sum.count)}${homonyms}`,
    )
  }
  return sums
}

/** Aliases that cannot be derived, with all other aliases of all units as evidence beside the names, the asked one left out. */
function rankByAliases(label: string, units: readonly UnitWithAliases[], country: string): void {
  let [count, first, five] = [0, 0, 0]
  for (const { alias, unit, group } of aliasesOf(units, country, false)) {
    if (group !== 'not derivable') continue
    const index = new CandidateIndex(
      units.map(
        (one, id): NamedEntity => ({
          id: String(id),
          kind: 'unit',
          country,
          names: [one.name, ...one.aliases.filter((own) => own !== alias)],
        }),
      ),
    )
    const rank = index.match({ kind: 'unit', country, names: [alias] }).findIndex((match) => match.id === String(unit))
    count++
    if (rank === 0) first++
    if (rank >= 0) five++
  }
  print(
    `${label.padEnd(8)} not derivable  ${String(count).padStart(4)} aliases, other aliases as evidence: first ${percent(first, count)}, among five ${percent(five, count)}`,
  )
}

/**
 * Ambiguous aliases with all recorded names and aliases of all units as evidence: whether all units that have the alias come back, and whether they
 * come before all that have not.
 */
export function rankHomonyms(label: string, units: readonly UnitWithAliases[], country: string) {
  const index = new CandidateIndex(
    units.map((unit, id): NamedEntity => ({ id: String(id), kind: 'unit', country, names: [unit.name, ...unit.aliases] })),
  )
  const sum = { count: 0, all: 0, first: 0 }
  for (const { alias, group, homonyms } of aliasesOf(units, country, false)) {
    if (group !== 'ambiguous') continue
    sum.count++
    const found = index.match({ kind: 'unit', country, names: [alias] }, 50).map((match) => Number(match.id))
    if (homonyms.every((one) => found.includes(one))) sum.all++
    if (found.slice(0, homonyms.length).every((one) => homonyms.includes(one))) sum.first++
  }
  print(
    `${label.padEnd(8)} ambiguous      ${String(sum.count).padStart(4)} aliases, recorded aliases as evidence: all homonyms come back for ${percent(sum.all, sum.count)}, before all others for ${percent(sum.first, sum.count)}`,
  )
  return sum
}

/** Real units and people among as many made-up ones as it takes: numbers, echelons and arms of all countries, first and last names mixed. */
function population(count: number): NamedEntity[] {
  const mexico = mexicanUnits()
  const nigeria = nigerianUnits()
  const entities: NamedEntity[] = [
    ...mexico.map((unit, at): NamedEntity => ({ id: `MEX ${at}`, kind: 'unit', country: 'MEX', names: [unit.name] })),
    ...nigeria.map((unit, at): NamedEntity => ({ id: `NGA ${at}`, kind: 'unit', country: 'NGA', names: [unit.name] })),
    ...typedPairs().map((pair, at): NamedEntity => ({ id: `UN ${at}`, kind: 'person', country: null, names: [pair.a] })),
  ]
  let seed = 20_191_024
  const pick = <T>(list: readonly T[]): T => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return list[Math.floor((seed / 2_147_483_648) * list.length)]!
  }
  const codes = countries()
    .map((country) => country.code)
    .filter((code) => code !== 'MEX' && code !== 'NGA')
  const parts = strangers().map((name) => name.split(' '))
  const unParts = typedPairs().map((pair) => pair.a.split(' '))
  const arms = ['Infantry', 'Artillery', 'Armoured', 'Engineer', 'Signals', 'Mechanised', 'Airborne', 'Special Forces', '']
  const echelons = ['Battalion', 'Brigade', 'Regiment', 'Division', 'Company', 'Squadron', 'Group']
  const numbers = Array.from({ length: 400 }, (_, at) => at + 1)
  while (entities.length < count) {
    const id = String(entities.length)
    if (entities.length % 2 === 0)
      entities.push({
        id,
        kind: 'unit',
        country: pick(codes),
        names: [`${pick(numbers)} ${pick(arms)} ${pick(echelons)}, ${pick(parts)[0]}`],
      })
    else {
      const from = pick([parts, unParts])
      entities.push({
        id,
        kind: 'person',
        country: pick(codes),
        names: [`${pick(from)[0]} ${pick(from)[1] ?? ''} ${pick(from).at(-1)}`],
      })
    }
  }
  return entities
}

function measureIndex(count: number): void {
  const entities = population(count)
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let start = performance.now()
  const work = process.cpuUsage()
  const index = new CandidateIndex(entities)
  const worked = process.cpuUsage(work)
  const seconds = (performance.now() - start) / 1000
  const megabytes = (process.memoryUsage().rss - before) / 1e6
  print(
    `Index    ${count.toLocaleString('en')} entities built in ${seconds.toFixed(2)} s, ${((worked.user + worked.system) / 1e6).toFixed(2)} s of processor time (bar 5), ${megabytes.toFixed(0)} MB more resident (bar 500)`,
  )
  const queries: { id: string; kind: 'unit' | 'person'; country: string | null; name: string }[] = [
    ...aliasesOf(mexicanUnits(), 'MEX', true)
      .filter((alias) => alias.group !== 'ambiguous')
      .map((alias) => ({ id: `MEX ${alias.unit}`, kind: 'unit' as const, country: 'MEX', name: alias.alias })),
    ...aliasesOf(nigerianUnits(), 'NGA', false)
      .filter((alias) => alias.group === 'tuned on' || alias.group === 'held out')
      .map((alias) => ({ id: `NGA ${alias.unit}`, kind: 'unit' as const, country: 'NGA', name: alias.alias })),
    ...typedPairs().map((pair, at) => ({ id: `UN ${at}`, kind: 'person' as const, country: null, name: pair.b })),
  ]
  for (const query of queries.slice(0, 200)) index.match({ kind: query.kind, country: query.country, names: [query.name] })
  for (const kind of ['unit', 'person'] as const) {
    const own = queries.filter((query) => query.kind === kind)
    let first = 0
    let five = 0
    start = performance.now()
    const cpu = process.cpuUsage()
    for (const { id, country, name } of own) {
      const rank = index.match({ kind, country, names: [name] }).findIndex((match) => match.id === id)
      if (rank === 0) first++
      if (rank >= 0) five++
    }
    const wall = (performance.now() - start) / 1000
    const used = process.cpuUsage(cpu)
    const core = (used.user + used.system) / 1e6
    print(
      `Match    ${own.length} ${kind} queries: ${Math.round(own.length / wall).toLocaleString('en')} a second, ${Math.round(own.length / core).toLocaleString('en')} a second of a core (bar 1,000); first ${percent(first, own.length)}, among five ${percent(five, own.length)}`,
    )
  }
}
