/** A pattern that is not tried on a sentence cannot have matched there. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sentencesOf } from '../sentences.js'
import { matchOf, tried } from './phrases.js'
import { beginningsOf, neededBy, type Signs, signsOf } from './signs.js'
import { statuses } from './statuses.js'

test('what a pattern needs is read from it', () => {
  expect(neededBy('\\b(?:the )?(?:army|navies?)(?!\\p{L})')).toEqual(['army', 'navie'])
  expect(neededBy('(?<![\\p{L}\\d])colou?rs? of ')).toEqual(['colo'])
  expect(neededBy('(?:19|20)\\d\\d')).toEqual(['##'])
  expect(neededBy('massacre|\\p{Lu}+')).toBe(null)
  expect(neededBy('(?<=soldiers )[a-z]{2}')).toBe(null)
})

test('what a pattern begins with is read from it', () => {
  expect(beginningsOf('(?<!\\p{L})(?:(?:the )?U\\.S\\.|[Aa]rm(?:y|ies)|(?<=x)\\$)(?!\\p{L})')).toEqual(['the ', 'u ', 'arm', '$'])
  expect(beginningsOf('(?:an?|two)[\\s-]halves')).toEqual(['a ', 'an ', 'two '])
  expect(beginningsOf('(?:said|says)(?!\\p{L})')).toEqual(['said ', 'says '])
  expect(beginningsOf('(?<!\\p{L})(?:some )?(?:\\p{Lu}|\\d+)')).toEqual(['some ', '^', '#'])
  expect(beginningsOf('(?:some )?\\p{L}')).toBe(null)
})

const every: Signs = { mayMatch: () => true, beginningFrom: () => -1 }

test('no sentence of the invented articles loses a match', () => {
  const patterns = tried<unknown>(statuses)
  const lost: string[] = []
  let matched = 0
  for (const set of ['first', 'second', 'third']) {
    const text = readFileSync(new URL(`../../../../test/golden/claims/${set}.txt`, import.meta.url), 'utf8')
    for (const { start, end } of sentencesOf(text)) {
      const sentence = text.slice(start, end)
      const signs = signsOf(sentence)
      for (const pattern of patterns) {
        const match = matchOf(pattern, sentence, every)
        if (match) matched++
        if (match && matchOf(pattern, sentence, signs)?.index !== match.index) lost.push(`${pattern.trigger.source}: ${sentence}`)
      }
    }
  }
  expect(matched).toBeGreaterThan(20)
  expect(lost).toEqual([])
})
