/** A pattern that is not tried on a sentence cannot have matched there. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sentencesOf } from '../../sentences.js'
import { findEvents } from '../deeds/events.js'
import { findLineages } from '../deeds/lineages.js'
import { findStatuses } from '../states/statuses.js'
import { partsOf } from './pattern-parts.js'
import { beginningsOf, neededBy } from './pattern-words.js'
import { firstMatch, type Signs, signsOf, sought } from './signs.js'

test('what a pattern needs is read from it', () => {
  expect(neededBy(partsOf('\\b(?:the )?(?:army|navies?)(?!\\p{L})'))).toEqual(['army', 'navie'])
  expect(neededBy(partsOf('(?<![\\p{L}\\d])colou?rs? of '))).toEqual(['colo'])
  expect(neededBy(partsOf('(?:19|20)\\d\\d'))).toEqual(['##'])
  expect(neededBy(partsOf('massacre|\\p{Lu}+'))).toBe(null)
  expect(neededBy(partsOf('(?<=soldiers )[a-z]{2}'))).toBe(null)
})

test('what a pattern begins with is read from it', () => {
  expect(beginningsOf(partsOf('(?<!\\p{L})(?:(?:the )?U\\.S\\.|[Aa]rm(?:y|ies)|(?<=x)\\$)(?!\\p{L})'))).toEqual([
    'the ',
    'u ',
    'arm',
    '$',
  ])
  expect(beginningsOf(partsOf('(?:an?|two)[\\s-]halves'))).toEqual(['a ', 'an ', 'two '])
  expect(beginningsOf(partsOf('(?:said|says)(?!\\p{L})'))).toEqual(['said ', 'says '])
  expect(beginningsOf(partsOf('(?<!\\p{L})(?:some )?(?:\\p{Lu}|\\d+)'))).toEqual(['some ', '^', '#'])
  expect(beginningsOf(partsOf('(?:some )?\\p{L}'))).toBe(null)
})

test('a pattern is found where it stands first, however it begins', () => {
  const text = 'The army, US$5 million richer; ÚNICO and the Ọba of 3rd Unit, of the U.S. the army’s 40'
  const signs = signsOf(text)
  for (const pattern of [
    /(?<!\p{L})(?:(?:the )?(?:U\.S\.|army)|us\$\d+)(?!\p{L})/iu,
    /(?<!\p{L})(?:some )?\p{Lu}[\p{L}]+(?=\sof)/u,
    /(?<![\p{L}\d])(?:\$|(?:of )?(?:\d+(?:st|rd)?|[ú]nico))(?![\p{L}\d])/iu,
    /(?:ab)+|(?:the )+army/iu,
    /\p{L}+ and|\d+/u,
  ]) {
    const all = [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map(({ index, 0: match }) => [index, match])
    const found: unknown[] = []
    const one = sought(pattern)
    for (let match = firstMatch(one, text, signs); match; match = firstMatch(one, text, signs, match.index + match[0].length))
      found.push([match.index, match[0]])
    expect(all.length).toBeGreaterThan(0)
    expect(found).toEqual(all)
  }
})

const every: Signs = { mayMatch: () => true, beginningFrom: (from) => from }

test('no sentence of the invented articles loses what is told there', () => {
  let told = 0
  for (const set of ['first', 'second', 'third']) {
    const text = readFileSync(new URL(`../../../../../test/golden/claims/${set}.txt`, import.meta.url), 'utf8')
    for (const { start, end } of sentencesOf(text)) {
      const sentence = text.slice(start, end)
      for (const find of [findEvents, findLineages, findStatuses]) {
        const found = find(sentence, every)
        told += found.length
        expect(find(sentence, signsOf(sentence))).toEqual(found)
      }
    }
  }
  expect(told).toBeGreaterThan(100)
})
