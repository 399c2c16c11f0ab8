import { expect, test } from 'vitest'
import { spanishForms } from '../extract/article/claims/actors.js'
import { readPlace } from './claim-places.js'

test.each([
  ['soldados mexicanos', ['MEX']],
  ['policías hondureñas y salvadoreñas', ['HND', 'SLV']],
  ['oficiales franceses', ['FRA']],
  ['tropas alemanas', ['DEU']],
  ['el ejército nicaragüense', ['NIC']],
  ['Mexican soldiers', ['MEX']],
])('%s', (words, codes) => expect(readPlace(words)?.codes).toEqual(codes))

test('who is of no country is of none', () => {
  expect(readPlace('soldados estadounidenses')).toBe(null)
  expect(readPlace('members of the marines')).toBe(null)
})

test('forms of an adjective', () => {
  expect(spanishForms('iraquí')).toContain('iraquíes')
  expect(spanishForms('francés')).toEqual(['francés', 'francesa', 'franceses', 'francesas'])
})
