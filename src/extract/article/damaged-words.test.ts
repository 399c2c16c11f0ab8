import { expect, test } from 'vitest'
import { readPlainArticle } from '../../documents/article/plain-article.js'
import { numbersBesideDamage, repairWords } from './damaged-words.js'
import { describeNotRead } from './not-read.js'
import { readArticle } from './read-article.js'

test.each([
  ['13,000 so1diers of the mi1itary, 240 0fficers k1lled', '13,000 soldiers of the military, 240 officers killed'],
  ['5oldiers and 12 peop|e in Ju1y', 'soldiers and 12 people in July'],
  ['35 p0licías y 20 mi1itares', '35 policías y 20 militares'],
  [
    'H1N1 covid19 10th B2B 1990s AK47s 15year 5year-old 1million 4x4s',
    'H1N1 covid19 10th B2B 1990s AK47s 15year 5year-old 1million 4x4s',
  ],
])('%s', (printed, repaired) => {
  expect(repairWords(printed)).toBe(repaired)
  expect(repaired.length).toBe(printed.length)
})

test('what is read of damaged words is given as printed, and the claim says that it is damaged', () => {
  const text = 'Co1onel J0hn Musa said that 1,200 so1diers had fled.'
  const { claims, mentions } = readArticle(readPlainArticle(text))
  expect(claims).toMatchObject([{ value: 1200, counted: 'so1diers', repaired: '1,200 so1diers' }])
  expect(mentions.map((one) => one.text)).toEqual(['Co1onel', 'J0hn Musa'])
})

test('numbers beside words that cannot be repaired are told', () => {
  const text = 'Some 1,200 p€op!e had fled, and 1,2?0 men died; mail 12 me@example.org about R&D.'
  expect(numbersBesideDamage(text)).toEqual(['1,200 p€op!e', '1,2?0'])
  expect(describeNotRead({ text })).toEqual([
    'numbers or words in it are damaged; what is claimed there may not be read: “1,200 p€op!e”, “1,2?0”',
  ])
})
