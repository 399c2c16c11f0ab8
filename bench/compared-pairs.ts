/** Pairs of names at the verdict "same", of every label set that there is, beside trigrams and sorted words on the same pairs. */
import { compareNames, compareRead, readName } from '../src/names/compare.js'
import { bestTrigrams, listedPairs, measured } from './list-names.js'
import { type MadePair, madePairs } from './made-names.js'
import { entityChecks, mexicanUnits, nigerianUnits, sortedWords, strangers, typedPairs } from './name-material.js'
import { scriptPairs } from './script-pairs.js'
import { type UnitPair, unitPairs } from './unit-pairs.js'
import { writtenNames } from './written-names.js'

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

export const percent = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`)

const figures = ({ precision, recall, f1 }: ReturnType<typeof measured>) =>
  `F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`

/**
 * Aliases of units beside canonical names at the verdict "same": those that can be derived and all, with the country given and without it, and
 * how many pairs of those change their verdict with the order of the two names.
 */
export function compareUnitPairs(show = '') {
  return [
    ...([
      ['Mexico', mexicanUnits(), 'MEX'],
      ['Nigeria', nigerianUnits(), 'NGA'],
    ] as const),
  ].map(([label, units, country]) => {
    const pairs = unitPairs(units, country)
    const verdict = ({ a, b }: UnitPair, given: string | null) => compareNames('unit', a, b, given, given).verdict
    const turned = pairs.filter(
      (pair) => verdict(pair, country) !== compareNames('unit', pair.b, pair.a, country, country).verdict,
    )
    const results = (['tuned on', 'held out'] as const).flatMap((part) =>
      ([true, false] as const).map((derivable) => {
        const own = pairs.filter((pair) => pair.part === part && (pair.derivable || !derivable))
        const ours = measured(own, (pair) => {
          const comparison = compareNames('unit', pair.a, pair.b, country, country)
          const said = comparison.verdict === 'same'
          if (said !== pair.same && part === 'tuned on' && derivable && show === (pair.same ? 'missed unit' : 'wrong unit'))
            print(`  ${comparison.verdict} ${comparison.score}: ${pair.a} | ${pair.b} (${comparison.reasons.join('; ')})`)
          return said
        })
        const without = measured(own, (pair) => verdict(pair, null) === 'same')
        const grams = bestTrigrams(own)
        print(
          `Units    ${label.padEnd(7)} ${derivable ? 'derivable' : 'all'.padEnd(9)} ${part} ${own.length} pairs: ${figures(ours)}; without a country ${figures(without)}; trigrams at ${grams.threshold.toFixed(2)} ${figures(grams)}`,
        )
        return { part, derivable, ours, without, grams }
      }),
    )
    print(
      `Units    ${label.padEnd(7)} ${turned.length} of ${pairs.length} pairs change their verdict when the names are turned about`,
    )
    return { label, turned: turned.length, results }
  })
}

export function comparePeople(show = '') {
  const pairs = typedPairs()
  let same = 0
  let sorted = 0
  const hard = { count: 0, same: 0 }
  for (const { a, b } of pairs) {
    const comparison = compareNames('person', a, b)
    const isSame = comparison.verdict === 'same'
    if (isSame) same++
    else if (show === 'people')
      print(`  ${comparison.verdict} ${comparison.score}: ${a} | ${b} (${comparison.reasons.join('; ')})`)
    if (sortedWords(a) === sortedWords(b)) sorted++
    else {
      hard.count++
      if (isSame) hard.same++
    }
  }
  const names = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].map((name) => readName('person', name))
  const others = strangers()
  let wrong = 0
  const start = performance.now()
  for (const stranger of others) {
    const read = readName('person', stranger)
    const hit = names.find((name) => compareRead(read, name, false).verdict === 'same')
    if (!hit) continue
    wrong++
    if (show === 'people') print(`  matched: ${stranger} | ${hit.name.printed}`)
  }
  const microseconds = ((performance.now() - start) * 1000) / others.length / names.length
  const f1 = (found: number, false_: number) => (2 * found) / (2 * found + false_ + (pairs.length - found))
  print(
    `People   ${pairs.length} pairs: F1 ${f1(same, wrong).toFixed(4)} at "same" (sorted words ${f1(sorted, 0).toFixed(3)}); of the ${hard.count} that differ after sorting ${percent(hard.same, hard.count)}; ${wrong} of ${others.length} strangers match any of ${names.length} names (${percent(wrong, others.length)}); ${microseconds.toFixed(1)} µs a comparison`,
  )
  return { f1: f1(same, wrong), hard: hard.same / hard.count, strangers: wrong / others.length }
}

export function compareChecks(show = '') {
  const results = {
    person: { right: 0, found: 0, wrong: 0, missed: 0, count: 0 },
    organization: { right: 0, found: 0, wrong: 0, missed: 0, count: 0 },
  }
  for (const { kind, a, b, same } of entityChecks()) {
    const sum = results[kind as 'person' | 'organization']
    const comparison = compareNames(kind, a, b)
    const said = comparison.verdict === 'same'
    sum.count++
    if (said === same) sum.right++
    else if (show === 'checks')
      print(`  ${same ? 'missed' : 'wrong'} ${comparison.score}: ${a} | ${b} (${comparison.reasons.join('; ')})`)
    if (said && same) sum.found++
    if (said && !same) sum.wrong++
    if (!said && same) sum.missed++
  }
  for (const [kind, sum] of Object.entries(results))
    print(
      `Checks   ${kind.padEnd(12)} ${sum.right} of ${sum.count} right, F1 ${((2 * sum.found) / (2 * sum.found + sum.wrong + sum.missed)).toFixed(3)}`,
    )
  return results
}

/** Names of a sanctions list beside the alternate names of the same entity, and beside the most similar ones of others. */
export function compareListed(kind: 'person' | 'organization', show = '') {
  const pairs = listedPairs(kind)
  return (['tuned on', 'held out'] as const).map((part) => {
    const own = pairs.filter((pair) => pair.part === part)
    const ours = measured(own, (pair) => {
      const { verdict, score, reasons } = compareNames(kind, pair.a, pair.b)
      const said = verdict === 'same'
      if (said !== pair.same && part === 'tuned on' && (show === `missed ${kind}` || show === `wrong ${kind}`))
        if (show.startsWith('missed') === pair.same) print(`  ${verdict} ${score}: ${pair.a} | ${pair.b} (${reasons.join('; ')})`)
      return said
    })
    const sorted = measured(own, (pair) => sortedWords(pair.a) === sortedWords(pair.b))
    const grams = bestTrigrams(own)
    print(
      `Listed   ${kind.padEnd(12)} ${part} ${own.length} pairs: ${figures(ours)}; sorted words ${figures(sorted)}; trigrams at ${grams.threshold.toFixed(2)} ${figures(grams)}`,
    )
    return ours
  })
}

/** Pairs made by rules of invented names: what is written otherwise, and who only looks alike. */
export function compareMade(show = '') {
  const pairs = madePairs()
  return Object.fromEntries(
    (['person', 'organization', 'unit'] as const).map((kind) => {
      const own = pairs.filter((pair) => pair.kind === kind)
      const failed = new Map<string, number>()
      const result = measured(own, (pair) => {
        const said = compareNames(kind, pair.a, pair.b).verdict === 'same'
        if (said !== pair.same) failed.set(pair.rule, (failed.get(pair.rule) ?? 0) + 1)
        if (said !== pair.same && show === `made ${kind}`) print(`  ${pair.rule}: ${pair.a} | ${pair.b}`)
        return said
      })
      const grams = bestTrigrams(own)
      print(
        `Made     ${kind.padEnd(12)} ${own.length} pairs: F1 ${result.f1.toFixed(3)} (precision ${result.precision.toFixed(3)}, recall ${result.recall.toFixed(3)}); trigrams at ${grams.threshold.toFixed(2)} F1 ${grams.f1.toFixed(3)}${[...failed].map(([rule, count]) => `; ${rule} ${count}`).join('')}`,
      )
      return [kind, result]
    }),
  ) as Record<MadePair['kind'], ReturnType<typeof measured>>
}

/** Names in other scripts, with ranks of other languages, in capitals and with slips, beside their plain spellings and other people's. */
export function compareScripts(show = '') {
  return ['read and mended', 'written later'].map((part) => compareScriptPart(part, show))
}

function compareScriptPart(part: string, show: string) {
  const pairs = scriptPairs().filter(({ script }) => (script === 'written later') === (part === 'written later'))
  const wrong = new Map<string, number>()
  const result = measured(pairs, (pair) => {
    const { verdict, score, reasons } = compareNames(pair.kind, pair.a, pair.b)
    const said = verdict === 'same'
    if (said !== pair.same) wrong.set(pair.script, (wrong.get(pair.script) ?? 0) + 1)
    if (said !== pair.same && show === 'scripts') print(`  ${verdict} ${score}: ${pair.a} | ${pair.b} (${reasons.join('; ')})`)
    return said
  })
  const grams = bestTrigrams(pairs)
  print(
    `Scripts  ${part} ${pairs.length} pairs: ${figures(result)}; trigrams at ${grams.threshold.toFixed(2)} F1 ${grams.f1.toFixed(3)}${[...wrong].map(([script, count]) => `; ${script} ${count}`).join('')}`,
  )
  return result
}

/** Names that were written by hand, each set and kind apart. */
export function compareWritten(show = '') {
  const pairs = writtenNames()
  const groups = new Map<string, typeof pairs>()
  for (const pair of pairs) groups.set(`${pair.kind} ${pair.set}`, [...(groups.get(`${pair.kind} ${pair.set}`) ?? []), pair])
  return [...groups].map(([label, own]) => {
    const result = measured(own, ({ kind, a, b, same, country }) => {
      const { verdict, score, reasons } = compareNames(kind, a, b, country, country)
      if ((verdict === 'same') !== same && show === 'written') print(`  ${verdict} ${score}: ${a} | ${b} (${reasons.join('; ')})`)
      return verdict === 'same'
    })
    const grams = bestTrigrams(own)
    print(
      `Written  ${label} ${own.length} pairs: ${figures(result)}; trigrams at ${grams.threshold.toFixed(2)} F1 ${grams.f1.toFixed(3)}`,
    )
    return { label, ...result }
  })
}
