/** The labelled names of `../shared/data` as bench and tests compare them: units with aliases, people in pairs, whole-entity checks. */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { NameKind } from '../src/names/comparison.js'
import { searchKey } from '../src/names/search-key.js'
import { isDerivable } from './derivable.js'

export interface UnitWithAliases {
  name: string
  aliases: string[]
}

/** An alias is asked for apart where it is another unit's name or alias too, or cannot be derived from its unit's name (derivable.ts). */
export type AliasGroup = 'tuned on' | 'held out' | 'ambiguous' | 'not derivable'

export interface Alias {
  alias: string
  /** Index of its unit. */
  unit: number
  group: AliasGroup
  /** Indexes of all units that have it as a name or alias. */
  homonyms: number[]
}

export const materialFolder = '../shared/data'
export const materialIsThere = (): boolean => existsSync(`${materialFolder}/sfm`) && existsSync(`${materialFolder}/names`)

function table(path: string, delimiter: string, quote: string | false): Record<string, string>[] {
  return parse(readFileSync(`${materialFolder}/${path}`), { columns: true, bom: true, delimiter, quote, relax_quotes: true })
}

/** Security Force Monitor's Mexican units that have aliases (those of other countries in the file left out). */
export function mexicanUnits(): UnitWithAliases[] {
  return grouped(
    table('sfm/mexico/unit_aliases.tsv', '\t', false)
      .filter((row) => row.country === 'mx')
      .map((row) => [row.name!, row.alias!]),
  )
}

/** All of its Nigerian units, with and without aliases. */
export function nigerianUnits(): UnitWithAliases[] {
  const rows = table('sfm/nigeria/ng_orgs_20191024.tsv', '\t', '"')
  return grouped(
    rows.flatMap((row) =>
      ['', ...row['Organization:other_names']!.split(';')].map((alias): [string, string] => [
        row['Organization:name'] ?? row['Organization:Name']!,
        alias,
      ]),
    ),
  )
}

function grouped(pairs: [string, string][]): UnitWithAliases[] {
  const units = new Map<string, Set<string>>()
  for (const [name, alias] of pairs) {
    const own = name.trim()
    if (own === '') continue
    if (!units.has(own)) units.set(own, new Set())
    if (alias.trim() !== '' && alias.trim() !== own) units.get(own)!.add(alias.trim())
  }
  return [...units].map(([name, aliases]) => ({ name, aliases: [...aliases] }))
}

/** Every alias with its group. Every third unit in the order of the file is held out: nothing was looked at there while tuning. */
export function aliasesOf(units: readonly UnitWithAliases[], country: string, allDerivable: boolean): Alias[] {
  const owners = new Map<string, Set<number>>()
  units.forEach(({ name, aliases }, unit) => {
    for (const text of [name, ...aliases]) {
      const key = searchKey(text)
      if (!owners.has(key)) owners.set(key, new Set())
      owners.get(key)!.add(unit)
    }
  })
  return units.flatMap(({ name, aliases }, unit) =>
    aliases.map((alias): Alias => {
      const homonyms = [...owners.get(searchKey(alias))!]
      const group =
        homonyms.length > 1
          ? 'ambiguous'
          : !allDerivable && !isDerivable(alias, name, country)
            ? 'not derivable'
            : unit % 3 === 2
              ? 'held out'
              : 'tuned on'
      return { alias, unit, group, homonyms }
    }),
  )
}

export interface NamePair {
  kind: NameKind
  a: string
  b: string
  same: boolean
}

/** United Nations sanctions names beside independently typed ones: all are the same people. */
export function typedPairs(): NamePair[] {
  return table('names/un_treated_pairs.tsv', '\t', false).map((row) => ({
    kind: 'person',
    a: row.name_un!,
    b: row.name_treated!,
    same: row.is_match === '1',
  }))
}

/** Synthetic people who are none of those. */
export const strangers = (): string[] => table('names/negatives_global.csv', ',', '"').map((row) => row.full_name!)

/** Hand-made checks of whole entities; here by name alone, those of parts put together. */
export function entityChecks(): NamePair[] {
  const blocks = readFileSync(`${materialFolder}/names/entity_checks.yml`, 'utf8')
    // A long value goes on in the next line.
    .replace(/\n\s{4,}(?=[^\s:]+(?:\s|$)(?!\S*:))(?![a-zA-Z]+:)/g, ' ')
    .split(/\n {2}- /)
    .slice(1)
  return blocks.map((block) => {
    const sides: Record<string, string>[] = []
    const own: Record<string, string> = {}
    for (const line of block.split('\n')) {
      const [, key, value] = /^\s*([a-zA-Z]+):\s*(.*?)\s*(?:#.*)?$/.exec(line) ?? []
      if (key === undefined) continue
      if (key === 'query' || key === 'candidate') sides.push({})
      else if (sides.length > 0) sides[sides.length - 1]![key] ??= value!.replace(/^"(.*)"$/, '$1')
      else own[key] = value!
    }
    const nameOf = (side: Record<string, string>) =>
      side.name ?? [side.firstName, side.middleName ?? side.fatherName, side.lastName].filter(Boolean).join(' ')
    return {
      kind: own.schema === 'Person' ? 'person' : 'organization',
      a: nameOf(sides[0]!),
      b: nameOf(sides[1]!),
      same: own.match === 'true',
    }
  })
}

/** A word's letters, sorted words of a name: what "sorting the words alone" compares. */
export const sortedWords = (name: string): string => (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ')

/** PostgreSQL's trigram similarity (pg_trgm): shared trigrams to all, words padded with two spaces before and one behind. */
export function trigrams(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  }
  return found
}

export function trigramSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const one of a) if (b.has(one)) shared++
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}
