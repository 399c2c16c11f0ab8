/** Which readings are taken for slips of others. The units are invented. */
import { expect, test } from 'vitest'
import { readPrintedName } from './reading.js'
import { isOneSlip, slipsOf } from './slips.js'

const read = (text: string, country = 'COL') => readPrintedName({ text, country, recipientClass: 'security force' })
const readings = (...texts: string[]) =>
  texts.flatMap((text) => {
    const { key, country } = read(text)
    return key === null ? [] : [{ key, country }]
  })
/** The word in eight further names, so that its form is the usual one. */
const usual = (word: string) => Array.from({ length: 8 }, (_, at) => `${word} Guard Battalion ${at + 40}`)
const takenFor = (slipped: string, ...others: string[]) => slipsOf(readings(slipped, ...others)).get(`COL|${read(slipped).key}`)

test('one letter in a word that is far oftener printed otherwise', () => {
  const meant = '12 Zarvanda Guard Battalion'
  for (const slipped of ['Zravanda', 'Zarvnda', 'Zarvandda', 'Zarvamda'])
    expect(takenFor(`12 ${slipped} Guard Battalion`, meant, ...usual('Zarvanda'))).toEqual({
      key: read(meant).key,
      printed: slipped.toLowerCase(),
      meant: 'zarvanda',
    })
})

test.each([
  ['another number', '13 Zravanda Guard Battalion', '12 Zarvanda Guard Battalion'],
  ['another echelon', '12 Zravanda Guard Brigade', '12 Zarvanda Guard Battalion'],
  ['another arm', '12 Zravanda Artillery Battalion', '12 Zarvanda Infantry Battalion'],
  ['a digit', '12 Zarvanda3 Guard Battalion', '12 Zarvanda Guard Battalion'],
  ['two letters', '12 Zarwnda Guard Battalion', '12 Zarvanda Guard Battalion'],
  ['another first letter', '12 Karvanda Guard Battalion', '12 Zarvanda Guard Battalion'],
])('%s is none', (_, slipped, meant) => {
  expect(takenFor(slipped, meant, ...usual('Zarvanda'))).toBeUndefined()
})

test('nor is a form that is as usual, a short word, or what could be two', () => {
  expect(
    takenFor('12 Zarvando Guard Battalion', '12 Zarvanda Guard Battalion', ...usual('Zarvanda'), ...usual('Zarvando')),
  ).toBeUndefined()
  expect(takenFor('12 Zarvo Guard Battalion', '12 Zarva Guard Battalion', ...usual('Zarva'))).toBeUndefined()
  const two = ['12 Zarvanda Guard Battalion', '12 Zarvande Guard Battalion', ...usual('Zarvanda'), ...usual('Zarvande')]
  expect(takenFor('12 Zarvandi Guard Battalion', ...two)).toBeUndefined()
})

test.each([
  ['national', 'naitonal', true],
  ['national', 'nationall', true],
  ['national', 'natinal', true],
  ['national', 'rational', false],
  ['national', 'nationally', false],
])('%s and %s: %s', (a, b, slipped) => expect(isOneSlip(a, b)).toBe(slipped))
