import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlainArticle } from '../documents/article/plain-article.js'
import { readArticle } from '../extract/article/read-article.js'
import { UserError } from '../ledger/errors.js'
import { askedCheck, checkQueryOf, readCheckQuery, writeCheckQuery } from './check-query.js'
import { readQuestion } from './claim-question.js'

const asked = (address: string) => askedCheck(readCheckQuery(new URLSearchParams(address)))!
const again = (address: string) =>
  writeCheckQuery(readCheckQuery(new URLSearchParams(address)))
    .toString()
    .replaceAll('%2C', ',')
const code = (address: string) => {
  try {
    asked(address)
    return null
  } catch (error) {
    return error instanceof UserError ? `${error.code} ${error.place.column}` : error
  }
}

test('an address that asks nothing is no check, and one that asks half is told what is missing', () => {
  expect(asked('')).toBeNull()
  expect(asked('country=mex')).toBeNull()
  expect(code('measure=people')).toBe('QUERY_INVALID value')
  expect(code('value=12')).toBe('QUERY_INVALID measure')
  expect(code('measure=people&value=many')).toBe('QUERY_INVALID value')
  expect(code('measure=people&value=1&place=Narnia')).toBe('QUERY_INVALID place')
  expect(code('measure=people&value=1&country=zzz')).toBe('QUERY_INVALID country')
  expect(code('measure=people&value=1&from=2014&to=2012')).toBe('QUERY_INVALID to')
  expect(code('measure=people&comparator=between&value=9&value_to=3')).toBe('QUERY_INVALID value_to')
  expect(code('measure=people&value=1&colour=red')).toBe('QUERY_UNKNOWN_PARAMETER colour')
})

test('fiscal years are those; calendar years are read as fiscal years of the same numbers, and that is said', () => {
  const fiscal = asked('measure=sessions&value=13,000&country=mex&from=2012&to=2014').question
  expect(fiscal.years).toEqual([2012, 2013, 2014])
  expect(fiscal.readings).toContainEqual(expect.objectContaining({ code: 'years', first: 2012, last: 2014, as: 'fiscal' }))
  expect(fiscal.reasons).toEqual([])
  const calendar = asked('measure=sessions&value=13000&country=mex&from=2012&years=calendar').question
  expect(calendar.readings).toContainEqual(expect.objectContaining({ first: 2012, last: 2012, as: 'calendar' }))
  const part = asked('measure=sessions&value=3&country=mex&from=2012-03&to=2012-05&years=calendar').question
  expect(part.reasons.map(({ code }) => code)).toEqual(['period-part-of-year'])
})

test('"since" reaches to the day of the article, and nowhere where nobody knows that day', () => {
  expect(asked('measure=cost&value=2&country=mex&from=2012&open=yes&published=2014-11-05').question.years).toEqual([
    2012, 2013, 2014, 2015,
  ])
  const calendar = asked('measure=cost&value=2&country=mex&from=2012&open=yes&published=2014-11-05&years=calendar').question
  expect(calendar.years).toEqual([2012, 2013, 2014])
  const unknown = asked('measure=cost&value=2&country=mex&from=2012&open=yes').question
  expect(unknown.reasons.map(({ code }) => code)).toContain('period-open')
})

describe('the address in its fixed form', () => {
  test('names the countries of a region, so that it asks the same when the list is made better', () => {
    expect(again('measure=people&value=1&place=Maghreb&from=2012')).toBe(
      'measure=people&value=1&country=dza,lby,mar,mrt,tun&from=2012',
    )
    expect(again('measure=people&value=1&place=todos los países')).toBe('measure=people&value=1&country=world')
    expect(asked('measure=people&value=1&country=dza,lby,mar,mrt,tun').question.readings).toContainEqual(
      expect.objectContaining({ code: 'place', region: 'the Maghreb' }),
    )
  })

  test('asks the same once more', () => {
    for (const address of [
      'measure=people&comparator=about&value=13,000&place=Latin America&from=2007&to=2014&years=calendar&program=jcet',
      'measure=cost&comparator=between&value=1.5&value_to=2&country=world&from=2012&provider=unsaid&per=year',
      'measure=sessions&value=3&country=mex&from=2012-03&years=calendar&counted=Mexican police officers&published=2014-01-01',
    ])
      expect(asked(again(address))).toEqual({
        ...asked(address),
        question: expect.objectContaining({ parameters: asked(address).question.parameters }),
      })
  })
})

test('what a claim was read as and its address ask the record the same, for the same reasons', () => {
  const text = [
    'In fiscal year 2012 the United States trained 200 Mexican soldiers under IMET-1.',
    'Between 2011 and 2013 the U.S. trained nearly 4,000 Latin American officers.',
    'Since 2006 the United States has trained more than 16,000 members of Mexican security forces.',
    'The army trained 300 police officers in Honduras in 2010.',
    'U.S. assistance to Colombia came to $73 million in 2012.',
    'In March 2012 the Pentagon trained 25 Kenyan pilots.',
  ].join('\n\n')
  for (const published of ['2014-11-05', null]) {
    const { claims } = readArticle({ ...readPlainArticle(text), facts: { ...readPlainArticle(text).facts, published } })
    const quantities = claims.flatMap((claim) => (claim.type === 'quantity' ? [claim] : []))
    expect(quantities.length).toBeGreaterThan(4)
    for (const claim of quantities) {
      const question = readQuestion(claim, published)
      if (question === null) continue
      const found = asked(writeCheckQuery(checkQueryOf(claim, question, published)).toString())
      const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code).sort()
      expect([claim.sentence, found.question.parameters]).toEqual([claim.sentence, question.parameters])
      expect([claim.sentence, codes(found.question.reasons)]).toEqual([claim.sentence, codes(question.reasons)])
      expect([claim.sentence, found.question.narrower]).toEqual([claim.sentence, question.narrower])
      expect([found.claim.value, found.claim.low, found.claim.high]).toEqual([claim.value, claim.low, claim.high])
    }
  }
})

test('whatever an address holds, it is a question or an error that says which parameter', () => {
  const names = [
    'measure',
    'value',
    'value_to',
    'comparator',
    'place',
    'country',
    'from',
    'to',
    'years',
    'open',
    'published',
    'program',
    'counted',
    'provider',
    'per',
    'as_of',
    'x',
  ]
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      'people',
      'cost',
      'sessions',
      '12',
      '1,000',
      'mex',
      'world',
      '2012',
      '2012-02-30',
      'fiscal',
      'calendar',
      'yes',
      'between',
      '2014-11-05',
      'imet',
      '\u0000',
      '9'.repeat(40),
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 8 }), (pairs) => {
      try {
        askedCheck(readCheckQuery(new URLSearchParams(pairs)))
      } catch (error) {
        expect(error).toBeInstanceOf(UserError)
        expect((error as UserError).place.column ?? (error as UserError).code).toBeTruthy()
      }
    }),
    { numRuns: 500 },
  )
})

test.each(['Mexico and Atlantis', 'Mexico City', 'atlantis, méxico', 'Latin America without Cuba'])(
  'a place that is not wholly known is not asked for in part: %s',
  (place) => {
    const address = new URLSearchParams({ measure: 'sessions', value: '5', place, from: '2012' })
    expect(() => askedCheck(readCheckQuery(address))).toThrow(expect.objectContaining({ code: 'QUERY_INVALID' }))
  },
)

test.each([
  'Mexico and El Salvador',
  'México, Honduras y Guatemala',
  'the Sahel',
  'el Caribe',
  "Côte d'Ivoire",
  'all countries',
  'Bosnia and Herzegovina',
])('a place that is known is asked for: %s', (place) => {
  const address = new URLSearchParams({ measure: 'sessions', value: '5', place, from: '2012' })
  expect(askedCheck(readCheckQuery(address))).not.toBe(null)
})
