import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestShown, markText } from './article-marks.js'

const text = 'Menu\n\nIn 2012 the 🪖 7th Group trained 300 men.\n\nGive now!'
const at = (words: string) => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length
  return { start, end: start + Array.from(words).length }
}
const mention = (words: string) => ({ ...at(words), type: 'Organization' as const, text: words })

test('a claim and a mention within it are marked, after an emoji too, and what was set apart says what it is', () => {
  const { blocks, elsewhere } = markText(
    text,
    {
      blocks: [
        { kind: 'navigation', ...at('Menu') },
        { kind: 'paragraph', ...at('In 2012 the 🪖 7th Group trained 300 men.') },
        { kind: 'appeal', ...at('Give now!') },
      ],
      mentions: [mention('7th Group')],
    },
    [at('7th Group trained 300 men'), { start: 900, end: 905 }],
  )
  expect(blocks.map(({ kind }) => kind)).toEqual(['navigation', 'paragraph', 'appeal'])
  expect(blocks[1]!.pieces.map(({ text: words, claims, mention: named }) => [words, claims, named])).toEqual([
    ['In 2012 the 🪖 ', [], null],
    ['7th Group', [0], 0],
    [' trained 300 men', [0], null],
    ['.', [], null],
  ])
  expect(blocks[1]!.claims).toEqual([0])
  expect(elsewhere).toEqual([1])
})

test('whatever stands where, the pieces are the text, and each claim begins and ends once', () => {
  const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 50 }),
      fc.array(range, { maxLength: 6 }),
      fc.array(range, { maxLength: 6 }),
      fc.array(range, { maxLength: 6 }),
      (words, blocks, mentions, claims) => {
        const marked = markText(
          words,
          {
            blocks: blocks.map((one) => ({ kind: 'paragraph' as const, ...one })),
            mentions: mentions.map((one) => ({ type: 'Person' as const, text: '', ...one })),
          },
          claims,
        )
        const pieces = marked.blocks.flatMap((block) => block.pieces)
        expect(
          pieces
            .map((piece) => piece.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(words.replace(/\s/g, ''))
        const shown = marked.blocks.flatMap((block) => block.claims)
        expect([...shown, ...marked.elsewhere].sort((a, b) => a - b)).toEqual([...claims.keys()])
      },
    ),
    { numRuns: 300 },
  )
})

test('of a book the beginning is shown, and how much is left is said', () => {
  const long = 'word '.repeat(longestShown / 4)
  const started = performance.now()
  const { left, blocks } = markText(
    long,
    {
      blocks: [{ kind: 'paragraph', start: 0, end: long.length }],
      mentions: Array.from({ length: 20_000 }, (_, index) => ({
        type: 'Person',
        text: 'word',
        start: index * 10,
        end: index * 10 + 4,
      })),
    },
    [],
  )
  expect(left).toBe(long.length - longestShown)
  expect(blocks[0]!.pieces.length).toBeGreaterThan(30_000)
  expect(performance.now() - started).toBeLessThan(3000)
})
