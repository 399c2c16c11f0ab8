/** What is read of a text as events, part by part. */
import { expect } from 'vitest'
import { readPlainArticle } from '../src/documents/article/plain-article.js'
import { readArticle } from '../src/extract/article/read-article.js'

const eventsOf = (text: string) =>
  readArticle(readPlainArticle(text)).claims.flatMap((one) => (one.type === 'event' ? [one] : []))

/** [perpetrators, action, victims, hedge, speaker]; what is left out at the end is not looked at. */
export function told(text: string, ...expected: (string | null)[][]): void {
  const found = eventsOf(text).map(({ perpetrators, action, victims, hedge, speaker }) => [
    perpetrators,
    action,
    victims,
    hedge,
    speaker,
  ])
  expect(found.map((one, at) => one.slice(0, expected[at]?.length ?? 5))).toEqual(expected)
}

/** What was done, and when, as printed. */
export const toldWhen = (text: string): [action: string, period: string | null][] =>
  eventsOf(text).map(({ action, period }) => [action, period?.printed ?? null])
