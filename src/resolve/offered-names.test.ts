import { expect, test } from 'vitest'
import { namesCountryOrProgramme, offeredForce } from './offered-names.js'

test.each([
  ['Honduras'],
  ['the Philippines'],
  ['Latin America'],
  ['Centroamérica'],
  ['Section 1206'],
  ['IMET'],
  ['post'],
  ['The post'],
  ['Basilan'],
  ['Mexico City'],
  ['the captain'],
  ['American-trained Malian officer'],
  ['Mexican soldiers'],
  ['militares de México bajo IMET'],
  ['Latin American security personnel'],
  ['United States'],
])('no page is made of “%s”', (words) => expect(offeredForce(words)).toBeNull())

test.each([
  ['soldiers of the 102nd Infantry Battalion', { kind: 'unit', name: '102nd Infantry Battalion' }],
  ['Members of the Blue Herons Battalion', { kind: 'unit', name: 'Blue Herons Battalion' }],
  ['the 5th Brigade', { kind: 'unit', name: '5th Brigade' }],
  ['the Honduran army', { kind: 'body', name: 'Honduran army' }],
  ['Philippine National Police', { kind: 'body', name: 'Philippine National Police' }],
  ['la Secretaría de Marina', { kind: 'body', name: 'Secretaría de Marina' }],
])('“%s” is a unit or a body', (words, offered) => expect(offeredForce(words)).toEqual(offered))

test('a country, a region or a programme by itself is told from a unit that is called after one', () => {
  for (const name of ['Honduras', 'México', 'Mexican', 'Latin America', 'Section 333', 'IMET'])
    expect(namesCountryOrProgramme(name), name).toBe(true)
  for (const name of ['Honduran Army', 'Batallón Colombia', 'Guinea Battalion'])
    expect(namesCountryOrProgramme(name), name).toBe(false)
})
