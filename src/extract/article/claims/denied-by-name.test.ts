/** Denials by somebody whose post another sentence names, denials behind what they deny, and numbers that are headings. */
import { describe, expect, test } from 'vitest'
import { readPlainArticle } from '../../../documents/article/plain-article.js'
import { readArticle } from '../read-article.js'

const told =
  'The spokesman of the 82 Division, Colonel Ade Okafor, spoke on Monday. Residents say soldiers killed nine protesters.\n\nShops were closed.\n\n'
const denialsOf = (text: string) => {
  const { claims } = readArticle(readPlainArticle(text))
  const wordsOf = (id: string) => claims.filter((claim) => claim.id === id).map(({ type }) => type)[0]
  return claims.flatMap((claim) =>
    claim.type === 'denial' ? [{ speaker: claim.speaker, of: claim.of, concerns: claim.concerns.map(wordsOf) }] : [],
  )
}

describe('a surname far from the sentence that names its post', () => {
  test.each([
    ['Okafor said that the troops did not shoot at anybody.', 'the troops did not shoot at anybody'],
    ['“Our men never fired a shot,” Okafor said.', 'Our men never fired a shot,'],
    ['No civilian was killed, Okafor insisted.', 'No civilian was killed'],
    ['According to Okafor, no civilian was killed there.', 'no civilian was killed there'],
    ['Okafor told reporters that his men had not been there that day.', 'his men had not been there that day'],
    ['Okafor denied it.', null],
  ])('%s', (sentence, of) =>
    expect(denialsOf(`${told}${sentence}`)).toMatchObject([
      of?.startsWith('his men') ? { speaker: 'Okafor', of } : { speaker: 'Okafor', of, concerns: ['quantity', 'event'] },
    ]),
  )

  test('of a witness it is no denial', () => {
    expect(denialsOf(`${told}Musa said that the troops did not come to help.`)).toEqual([])
  })
})

test('what is refused is no denial, and what is said not to be so is one', () => {
  for (const refused of [
    'The permission was denied.',
    'Visas were denied to the soldiers.',
    'The request for 13 helicopters was denied by Congress.',
  ])
    expect(denialsOf(refused)).toEqual([])
  expect(denialsOf('That soldiers fired on the crowd was denied by the ministry.')).toMatchObject([
    { of: 'soldiers fired on the crowd' },
  ])
  expect(denialsOf('The minister spoke on Monday, the minister said. He said in July that no soldier had fired.')).toMatchObject([
    { of: 'no soldier had fired' },
  ])
})

test('a charge that somebody denied is what the sentence says before it', () => {
  expect(denialsOf('Soldiers burnt two houses, a resident said, a charge that the army denied.')).toEqual([
    { speaker: 'army', of: null, concerns: ['event'] },
  ])
})

test('a number that stands alone counts what the next sentence says', () => {
  const { claims } = readArticle(
    readPlainArticle(
      'By the numbers\n\n2. 14. The number of countries in Africa where special forces held exercises. In 2013 there were nine.\n\n' +
        '3. Zero. The number of Burmese officers trained in 2018, after 19 in 2016.\n\n4. The number of soldiers has grown.',
    ),
  )
  expect(claims.map((claim) => claim.type === 'quantity' && [claim.value, claim.measure, claim.counted])).toEqual([
    [14, 'count', 'countries'],
    [9, 'count', 'countries'],
    [0, 'people_trained', 'Burmese officers'],
    [19, 'people_trained', 'Burmese officers'],
  ])
})
