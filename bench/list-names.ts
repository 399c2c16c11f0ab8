/**
 * Pairs of names that nobody made for matching: an entity of OFAC's list beside its own alternate names, and beside the names of other
 * entities that are most like it. Every third entity is held out: its misses are never listed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { NameKind } from '../src/names/comparison.js'
import { materialFolder, type NamePair, sortedWords, trigramSimilarity, trigrams } from './name-material.js'

export interface ListedPair extends NamePair {
  part: 'tuned on' | 'held out'
}

export const listIsThere = (): boolean => existsSync(`${materialFolder}/lists/ofac/sdn.csv`)

/** At most so many alternate names of one entity, so that a few entities with fifty do not decide the figure. */
const mostAliases = 4

/**
 * For each alternate name ("a.k.a.", not former names) one pair that is the same and one that is not: in turn the other entity whose name
 * has the nearest trigrams, and the one that shares the rarest words. Two entities of which any names have the same words are not taken
 * for different. Vessels and aircraft are left out.
 */
export function listedPairs(kind: Exclude<NameKind, 'unit'>): ListedPair[] {
  const read = (file: string): string[][] =>
    parse(readFileSync(`${materialFolder}/lists/ofac/${file}`), { relax_quotes: true, relax_column_count: true })
  const type = kind === 'person' ? 'individual' : '-0-'
  const aliases = new Map<string, string[]>()
  for (const [id, , way, name] of read('alt.csv')) if (way === 'aka') aliases.set(id!, [...(aliases.get(id!) ?? []), name!])
  const entities = read('sdn.csv')
    .filter((row) => row[2]?.trim() === type && row[0] !== 'ID')
    .map(([id, name]) => ({ name: name!, aliases: aliases.get(id!) ?? [] }))
  const keys = entities.map((entity) => new Set([entity.name, ...entity.aliases].map(sortedWords)))
  const grams = entities.map((entity) => trigrams(entity.name))
  const words = entities.map((entity) => new Set(sortedWords(entity.name).split(' ')))
  const [byGram, byWord] = [holders(grams), holders(words)]
  const other = (own: number, text: string, way: 'trigrams' | 'words'): string | null => {
    const parts = way === 'trigrams' ? trigrams(text) : new Set(sortedWords(text).split(' '))
    const shared = new Float64Array(entities.length)
    for (const part of parts) {
      const list = (way === 'trigrams' ? byGram : byWord).get(part) ?? []
      for (const at of list) shared[at]! += way === 'trigrams' ? 1 : Math.log(entities.length / list.length)
    }
    let best = -1
    let most = 0
    for (let at = 0; at < entities.length; at++) {
      if (at === own || shared[at] === 0) continue
      const size = way === 'trigrams' ? parts.size + grams[at]!.size - shared[at]! : words[at]!.size + 3
      if (shared[at]! / size <= most || [...keys[at]!].some((key) => keys[own]!.has(key))) continue
      most = shared[at]! / size
      best = at
    }
    return best < 0 ? null : entities[best]!.name
  }
  const pairs: ListedPair[] = []
  let turn = 0
  entities.forEach((entity, own) => {
    const part = own % 3 === 2 ? 'held out' : 'tuned on'
    for (const alias of new Set(entity.aliases.slice(0, mostAliases))) {
      if (alias === entity.name) continue
      pairs.push({ kind, part, a: entity.name, b: alias, same: true })
      const unlike = other(own, turn % 4 < 2 ? entity.name : alias, turn % 2 === 0 ? 'trigrams' : 'words')
      turn++
      if (unlike) pairs.push({ kind, part, a: turn % 4 < 2 ? entity.name : alias, b: unlike, same: false })
    }
  })
  return pairs
}

function holders(sets: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  sets.forEach((set, at) => {
    for (const part of set) {
      const list = found.get(part)
      if (list) list.push(at)
      else found.set(part, [at])
    }
  })
  return found
}

/** Precision, recall and F1 of what was said of pairs. */
export function measured<Pair extends NamePair>(pairs: readonly Pair[], says: (pair: Pair) => boolean) {
  let [found, wrong, missed] = [0, 0, 0]
  for (const pair of pairs) {
    const said = says(pair)
    if (said && pair.same) found++
    else if (said) wrong++
    else if (pair.same) missed++
  }
  return {
    precision: found / Math.max(1, found + wrong),
    recall: found / Math.max(1, found + missed),
    f1: (2 * found) / Math.max(1, 2 * found + wrong + missed),
  }
}

/** Trigram similarity at the threshold that is best for these very pairs: what it could reach with a lucky hand. */
export function bestTrigrams(pairs: readonly NamePair[]) {
  const similarities = new Map(pairs.map((pair) => [pair, trigramSimilarity(trigrams(pair.a), trigrams(pair.b))]))
  let best = { threshold: 0, precision: 0, recall: 0, f1: 0 }
  for (let threshold = 0.1; threshold < 1; threshold += 0.05) {
    const result = measured(pairs, (pair) => similarities.get(pair)! >= threshold)
    if (result.f1 > best.f1) best = { threshold, ...result }
  }
  return best
}
