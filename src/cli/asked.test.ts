import { expect, test } from 'vitest'
import { countryAsked, factsAsked } from './asked.js'

test('a country is asked for by its code in any case or by its name; what no table knows is refused, not answered with nothing', () => {
  expect(['mex', 'MEX', 'Mexico', ' México '].map((text) => countryAsked(text, 'exposure'))).toEqual(['MEX', 'MEX', 'MEX', 'MEX'])
  expect(countryAsked(undefined, 'exposure')).toBeNull()
  for (const text of ['Narnia', 'ZZZ', ''])
    expect(() => countryAsked(text, 'exposure')).toThrow(
      expect.objectContaining({ code: 'OPTION_INVALID', remedy: 'See: rastro exposure --help' }),
    )
})

test('a day of publication that is none is refused by every command that takes one', () => {
  expect(factsAsked({ published: '2014-02', title: 'A title', json: true })).toEqual({ published: '2014-02', title: 'A title' })
  expect(() => factsAsked({ published: 'yesterday' })).toThrow(expect.objectContaining({ code: 'ARTICLE_DAY_INVALID' }))
})
