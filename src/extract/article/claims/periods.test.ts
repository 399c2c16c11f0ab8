/** Times as sentences print them. The sentences are made up. */
import { expect, test } from 'vitest'
import { signsOf } from './grammar/signs.js'
import { findPeriods } from './periods.js'

const read = (sentence: string, published: string | null = null) =>
  findPeriods(sentence, 0, sentence.length, published, signsOf(sentence)).map(
    ({ printed, from, to }) => `${printed}: ${from ?? ''}–${to ?? ''}`,
  )

test.each([
  ['They came from March through July 2023.', ['from March through July 2023: 2023-03-01–2023-07-31']],
  ['March-July 2023 was quiet.', ['March-July 2023: 2023-03-01–2023-07-31']],
  ['De marzo a julio de 2023 llegaron.', ['De marzo a julio de 2023: 2023-03-01–2023-07-31']],
  ['From November to March 2012 it rained.', ['From November to March 2012: 2011-11-01–2012-03-31']],
  ['They died in February and March 2011.', ['in February and March 2011: 2011-02-01–2011-03-31']],
  // What lies between is not said.
  ['They died in June and December 2018.', ['in June and December 2018: –']],
  ['Between 3 and 9 July 2019 it burnt.', ['Between 3 and 9 July 2019: 2019-07-03–2019-07-09']],
  ['Del 28 de diciembre al 9 de enero de 2019 hubo paro.', ['Del 28 de diciembre al 9 de enero de 2019: 2018-12-28–2019-01-09']],
  ['On June 1-14, 2016, they met.', ['On June 1-14, 2016: 2016-06-01–2016-06-14']],
  ['Between 2011 and mid-2013 it grew.', ['Between 2011 and mid-2013: 2011-01-01–2013-08-31']],
  ['It grew in 2010-11.', ['in 2010-11: 2010-01-01–2011-12-31']],
  ['In FY13 it grew.', ['In FY13: 2012-10-01–2013-09-30']],
  ['By March 2014 it had grown.', ['By March 2014: –2014-03-31']],
])('%s', (sentence, expected) => expect(read(sentence)).toEqual(expected))

test('months without a year are the last before the article', () => {
  expect(read('They came between March and July.', '2023-09-01')).toEqual(['between March and July: 2023-03-01–2023-07-31'])
  expect(read('Entre noviembre y enero llegaron.', '2023-09-01')).toEqual(['Entre noviembre y enero: 2022-11-01–2023-01-31'])
  expect(read('They came in May and June of last year.', '2023-09-01')).toEqual([
    'in May and June of last year: 2022-05-01–2022-06-30',
  ])
  expect(read('They came between March and July.')).toEqual(['between March and July: –'])
})

test('so many years to a year end with it', () => {
  expect(read('In the three years to 2019 it grew.')).toEqual(['In the three years to 2019: 2017-01-01–2019-12-31'])
  expect(read('In the 12 months to June 2019 it grew.')).toEqual(['In the 12 months to June 2019: 2018-07-01–2019-06-30'])
  expect(read('In the year to September 2019 it grew.')).toEqual(['In the year to September 2019: 2018-10-01–2019-09-30'])
})

test('decades', () => {
  expect(read('It grew in the 1980s and 1990s.')).toEqual(['in the 1980s and 1990s: 1980-01-01–1999-12-31'])
  expect(read('From the 1980s to 2005 it grew.')).toEqual(['From the 1980s to 2005: 1980-01-01–2005-12-31'])
  expect(read('In the first half of the 1990s it grew.')).toEqual(['In the first half of the 1990s: 1990-01-01–1994-12-31'])
  expect(read('En la década de 1980 creció.')).toEqual(['En la década de 1980: 1980-01-01–1989-12-31'])
})

test('what is written down is dated by a year, and nothing happened in it for that; what happened is of its year', () => {
  expect(read('Under a 1985 agreement, 40 instructors came.')).toEqual([])
  expect(read('Bajo un acuerdo de 1974 viven allí 60 asesores.')).toEqual([])
  expect(read('In the 2015 attack on the lake, 105 died.')).toEqual(['2015: 2015-01-01–2015-12-31'])
  expect(read('A 2014 ambush killed nine.')).toEqual(['2014: 2014-01-01–2014-12-31'])
  expect(read('Since the 2012 coup, 80 were trained.')).toEqual(['Since the 2012 coup: 2012-01-01–'])
  expect(read('Desde el golpe de 2009 murieron 90.')).toEqual(['Desde el golpe de 2009: 2009-01-01–'])
  // Nobody says how long after it.
  expect(read('After the 1985 coup, 200 were dismissed.')).toEqual(['After the 1985 coup: –'])
  expect(read('Before 2012 it was small.')).toEqual(['Before 2012: –2011-12-31'])
  expect(read('Eran 30 en 2010; a 2016 sumaban 90.')).toEqual(['en 2010: 2010-01-01–2010-12-31', 'a 2016: 2016-01-01–2016-12-31'])
})
