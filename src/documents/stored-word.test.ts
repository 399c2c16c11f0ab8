import { expect, test } from 'vitest'
import { WordCollector, type WordStyle } from './stored-word.js'

test('words keep their numbers and their order, however many there are', () => {
  const words = new WordCollector()
  const styles: WordStyle[] = [
    { size: 7, bold: false, turned: 0, hidden: false },
    { size: 10.5, bold: true, turned: 0, hidden: false },
  ]
  for (let at = 0; at < 3000; at++)
    words.add(`word ${at}`, at, at + 0.25, at + 0.5, at + 0.75, styles[at % 2]!, at === 2998 ? 'glyphs' : undefined)
  const { words: stored } = words.words()
  expect(stored).toHaveLength(3000)
  expect(JSON.parse(JSON.stringify(stored.slice(2998)))).toEqual([
    { text: 'word 2998', glyphs: 'glyphs', left: 2998, top: 2998.25, right: 2998.5, bottom: 2998.75, size: 7, bold: false },
    { text: 'word 2999', left: 2999, top: 2999.25, right: 2999.5, bottom: 2999.75, size: 10.5, bold: true },
  ])
  stored[0]!.text = 'turned'
  expect(stored.slice(0, 2).map(({ text, left }) => `${text} ${left}`)).toEqual(['turned 0', 'word 1 1'])
})
