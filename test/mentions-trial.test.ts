/** Who is mentioned in invented articles: read as a whole no worse than it was. */
import { expect, test } from 'vitest'
import { type MentionScore, scoreMentions } from './mentions-trial.js'

const f1 = ({ right, wrong, missed }: MentionScore): number => (2 * right) / (2 * right + wrong + missed)

test('people, ranks, posts and units of invented articles are read as well as they were', () => {
  const { mentions, relations, misses } = scoreMentions()
  // Where this fails, these lines tell what is missed.
  expect(f1(mentions) >= 0.99 && f1(relations) >= 0.98 ? [] : misses).toEqual([])
})
