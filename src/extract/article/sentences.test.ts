/** Sentences of long paragraphs are those of short ones. */
import { expect, test } from 'vitest'
import { sentencesOf } from './sentences.js'

const sentence = 'Lt. Gen. A. B. Musa said 12 men of 7 Division died on 3 March.'

test('a megabyte of sentences in one paragraph is cut in bounded time, as a short one is', () => {
  const count = 16_000
  const text = Array.from({ length: count }, () => sentence).join(' ')
  const start = performance.now()
  const found = sentencesOf(text)
  expect(performance.now() - start).toBeLessThan(5_000)
  expect(found.length).toBe(count)
  expect(new Set(found.map(({ start, end }) => text.slice(start, end)))).toEqual(new Set([sentence]))
})

test('a number may begin a sentence behind a whole word or a year, and not behind an abbreviation', () => {
  const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))
  expect(cut('The navy denied the report. 22 civilians died in 2014. 40 men fled.')).toEqual([
    'The navy denied the report.',
    '22 civilians died in 2014.',
    '40 men fled.',
  ])
  expect(cut('La Marina lo negó todo. 500 soldados huyeron.')).toHaveLength(2)
  for (const whole of ['He led No. 5 company of approx. 500 men.', 'See págs. 45 a 60 del informe.', 'It cost U.S. 5 million.'])
    expect(cut(whole)).toEqual([whole])
})

test('what has no sentence’s end is one sentence, however long', () => {
  const text = `${'word '.repeat(10_000)}end.`
  expect(sentencesOf(text)).toEqual([{ start: 0, end: text.length }])
})
