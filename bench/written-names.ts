/**
 * Names of people, organisations and units as reports, lists and articles write them in many languages, beside the same one's and others' names: written by
 * hand from common usage (written-names.tsv). The sets were written one after the other, each before it was compared; then it was read, and names were mended after it.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { NameKind } from '../src/names/comparison.js'
import type { NamePair } from './name-material.js'

export interface WrittenPair extends NamePair {
  set: string
  /** ISO 3166-1 alpha-3 of both; null where none is given. */
  country: string | null
}

export const writtenNames = (): WrittenPair[] =>
  (
    parse(readFileSync('bench/written-names.tsv'), { columns: true, delimiter: '\t', quote: false }) as Record<string, string>[]
  ).map((row) => ({
    set: row.set!,
    kind: row.kind as NameKind,
    same: row.same === 'yes',
    country: row.country || null,
    a: row.name1!,
    b: row.name2!,
  }))
