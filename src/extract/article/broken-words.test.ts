import { expect, test } from 'vitest'
import { readPlainArticle } from '../../documents/article/plain-article.js'
import { readArticle } from './read-article.js'

const read = (text: string) => {
  const article = readArticle(readPlainArticle(text))
  const points = [...text]
  const printed = ({ start, end }: { start: number; end: number }) => points.slice(start, end).join('')
  return { article, printed }
}

test('words that a hyphen breaks at a line’s end are read whole, and placed where they stand', () => {
  const { article, printed } = read(
    'A short title 🚁\n\nColonel Ade Ola-\nniyan, commander of the 7 Divi-\nsion, said that 13,000 sol-\ndiers were trained there.\n',
  )
  expect(article.mentions.map((one) => one.text)).toEqual(['Colonel', 'Ade Ola-\nniyan', 'commander', '7 Divi-\nsion'])
  for (const one of article.mentions) expect(printed(one)).toBe(one.text)
  const [claim] = article.claims
  expect(claim).toMatchObject({ type: 'quantity', value: 13_000, counted: 'soldiers', speaker: 'Colonel Ade Olaniyan' })
  expect(printed(claim!)).toBe('13,000 sol-\ndiers')
  expect(article.text).toContain(claim!.sentence)
})

test('a hyphen that belongs to the word stays', () => {
  const { article } = read(
    'He met the US-\nled force and non-\ncommissioned men, and Colonel Jean-\nPaul Roc said that 40 men had died.\n',
  )
  expect(article.claims[0]).toMatchObject({ value: 40, speaker: 'Colonel Jean-Paul Roc' })
})

test('a number that breaks between two long lines, each taken for a paragraph, is one number', () => {
  const { article } = read(
    'Training in the region\n\nThe commander of the regional centre told the committee last week that the United States had trained 13,-\n000 people in the region between 2007 and 2014, though the committee has not published the list that he gave.',
  )
  expect(article.claims.filter(({ type }) => type === 'quantity')).toMatchObject([{ value: 13_000, measure: 'people_trained' }])
})

test('the mark of a note hides no sentence’s end, and is no number', () => {
  const { article, printed } = read('The army trained 400 soldiers in 2012.[2] The navy denied this.[13]')
  expect(article.claims.map(({ type, speaker }) => [type, speaker])).toEqual([
    ['quantity', null],
    ['denial', 'navy'],
  ])
  expect(printed(article.claims[1]!)).toBe('denied this')
})

test('a soft hyphen breaks no word', () => {
  const { article, printed } = read('The army said that 240 instruc\u00adtors took part.')
  expect(article.claims[0]).toMatchObject({ value: 240, measure: 'trainers', counted: 'instructors' })
  expect(printed(article.claims[0]!)).toBe('240 instruc\u00adtors')
})

test('a number that a line’s end breaks is one number, and told to be damaged', () => {
  const { article } = read(
    'The army said on Monday that it had trained 13,\n000 soldiers in three years in the north of the country.',
  )
  expect(article.claims.map((claim) => claim.type === 'quantity' && [claim.value, claim.repaired])).toEqual([[13_000, '13, 000']])
})

test('a sentence goes on over the lines of a short paragraph', () => {
  const { article } = read(
    'Some 4,500 people have been killed in the north of the country since the\nwar began, and 1,200 have disappeared, the ministry said.',
  )
  expect(article.claims.map((claim) => claim.speaker)).toEqual(['ministry', 'ministry', 'ministry'])
})

test('a number that a hyphen breaks behind its comma is whole', () => {
  const { article, printed } = read(
    'The army said on Monday that it had trained 13,-\n000 soldiers in three years in the north of the country.',
  )
  expect(article.claims.map((claim) => claim.type === 'quantity' && claim.value)).toEqual([13_000])
  expect(printed(article.claims[0]!)).toContain('13,-\n000')
})

test('letters without width and the marks of Markdown break no word', () => {
  const { article, printed } = read(
    'The Gen\u200beral Officer Commanding [7 Division](http://7.example/), Major General **Bala Musa**, said that 13,\u2060000 sol\u200bdiers were trained.',
  )
  expect(article.mentions.map((one) => one.text)).toEqual([
    'Gen\u200beral Officer Commanding',
    '7 Division',
    'Major General',
    'Bala Musa',
  ])
  for (const one of article.mentions) expect(printed(one)).toBe(one.text)
  expect(article.claims.map((claim) => claim.type === 'quantity' && claim.value)).toEqual([13_000])
})
