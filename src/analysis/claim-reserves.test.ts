/** Where a sum beside a number would answer what nobody said: nothing is said then. The articles are made up. */
import { expect, test } from 'vitest'
import { readPlainArticle } from '../documents/article/plain-article.js'
import { readArticle } from '../extract/article/read-article.js'
import { type ClaimRecord, checkClaim } from './claim-check.js'
import { coverageOf } from './coverage.js'

/** Whole reports of 2010 to 2014 for the world, in which every question sums to this many sessions, at 1,000 dollars each. */
function record(sessions: (years: number[]) => number): ClaimRecord {
  const all = [2010, 2011, 2012, 2013, 2014]
  const held = all.flatMap((year) =>
    ['KEN', 'GHA', 'MLI'].map((countryCode) => ({
      report: `${year}-${year + 1}`,
      region: 'Africa',
      fiscalYear: year,
      countryCode,
      rows: 9,
    })),
  )
  const columns = all.map((year) => ({
    report: `${year}-${year + 1}`,
    fiscalYear: year,
    column: 'total_cost' as const,
    rows: 9,
    filled: 9,
  }))
  return {
    sum: async (query) => {
      const years = (query.year ?? []).flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, at) => first + at),
      )
      const number = sessions(years)
      return { rows: number, sessions: number, cents: number * 100_000, rowsWithoutCost: 0, sessionsWithoutCost: 0 }
    },
    coverage: async (scope) => coverageOf(scope, { held, columns }),
  }
}

const checked = async (sentence: string, sessions: number | ((years: number[]) => number) = 100, published = '2016-05-05') => {
  const { claims } = readArticle(readPlainArticle(sentence))
  const claim = claims.find(({ type }) => type === 'quantity')
  if (!claim) return { verdict: 'no claim', reasons: [] as string[] }
  const found = await checkClaim(claim, published, record(typeof sessions === 'number' ? () => sessions : sessions))
  return { verdict: found.verdict, reasons: found.reasons.map(({ code }) => code as string) }
}

test('what is compared at all', async () => {
  const sentence = 'In fiscal year 2012 the United States trained 500 Kenyan soldiers under IMET.'
  expect(await checked(sentence)).toEqual({ verdict: 'ledger lower', reasons: [] })
})

test.each([
  ['a request', 'For fiscal year 2012 the United States requested $900,000 for IMET training in Kenya.'],
  ['a plan', 'In fiscal year 2012 the United States will train 500 Kenyan soldiers under IMET.'],
  ['a denial', 'In fiscal year 2012 the United States did not train 500 Kenyan soldiers under IMET.'],
  ['a question', 'Did the United States train 500 Kenyan soldiers under IMET in fiscal year 2012?'],
  ['a difference', 'In fiscal year 2012 the United States trained 500 more Kenyan soldiers under IMET than the year before.'],
  ['a part', 'In fiscal year 2012 the United States trained another 500 Kenyan soldiers under IMET.'],
  ['one of each', 'In fiscal year 2012 IMET training in Kenya cost $9,000 per student.'],
  ['of several years', 'In fiscal years 2011 to 2013 the United States trained 500 Kenyan soldiers a year under IMET.'],
  ['others too', 'In fiscal year 2012 the United States trained 5,000 soldiers from Kenya and other countries under IMET.'],
  [
    'everywhere',
    'In fiscal year 2012 the United States trained 5,000 soldiers worldwide under IMET, among them Kenyan soldiers.',
  ],
  ['many countries', 'In fiscal year 2012 the United States trained 5,000 soldiers from 21 countries under IMET in Kenya.'],
  ['half a year', 'In the first half of fiscal year 2012 the United States trained 500 Kenyan soldiers under IMET.'],
  ['late in a year', 'Since late 2011 the United States trained 500 Kenyan soldiers under IMET.'],
  ['until a year', 'By 2013 the United States had trained 500 Kenyan soldiers under IMET.'],
  ['another programme', 'In fiscal year 2012 the United States trained 500 Kenyan soldiers under Expanded IMET.'],
  ['outside the programme', 'In fiscal year 2012 the United States trained 500 Kenyan soldiers outside IMET.'],
  ['by its graduates', 'In fiscal year 2012 IMET graduates trained 5,000 Kenyan recruits.'],
  ['by somebody else', 'In fiscal year 2012 British instructors trained 500 Kenyan soldiers under IMET.'],
  ['battalions', 'In fiscal year 2012 the United States trained 300 Kenyan battalions under IMET.'],
  ['a part that is from there', 'In fiscal year 2012 IMET trained 1,000 officers, 300 of them from Kenya.'],
  ['some that are from there', 'In fiscal year 2012 IMET trained 1,000 officers, including 300 from Kenya.'],
  [
    'a country where somebody speaks',
    'Speaking in Kenya, the ambassador said IMET had trained 5,000 officers in fiscal year 2012.',
  ],
  ['a country of an ambassador', 'The ambassador to Kenya said that in fiscal year 2012 IMET trained 5,000 foreign officers.'],
  ['one among them', 'In fiscal year 2012 IMET trained 1,000 officers, among them Kenyan and Ghanaian lieutenants.'],
  ['some under the programme', 'In fiscal year 2012 the United States trained 5,000 Kenyan officers, some under IMET.'],
  [
    'other programmes too',
    'In fiscal year 2012 the United States trained 5,000 Kenyan officers under IMET and other programmes.',
  ],
  ['one of two countries', 'In fiscal year 2012 IMET gave 41 training sessions to Mali, five times what Kenya got.'],
  ['a namesake', 'In fiscal year 2012 IMET trained 500 officers at Fort Benning, Georgia.'],
])('nothing is said of %s', async (_, sentence) => {
  expect((await checked(sentence)).verdict).toMatch(/^(?:cannot say|no claim)$/)
})

test('two programmes are asked for together', async () => {
  const { claims } = readArticle(readPlainArticle('In fiscal year 2012 IMET and FMF training in Kenya cost $50,000.'))
  const found = await checkClaim(
    claims[0]!,
    '2016-05-05',
    record(() => 50),
  )
  expect(found.question?.programs).toEqual(['IMET', 'FMF'])
})

test('all countries of a list are asked for', async () => {
  const { claims } = readArticle(
    readPlainArticle('In fiscal year 2012 the United States trained 500 soldiers from Kenya, Ghana and Mali under IMET.'),
  )
  expect(
    (
      await checkClaim(
        claims[0]!,
        '2016-05-05',
        record(() => 50),
      )
    ).question?.countries,
  ).toEqual(['KEN', 'GHA', 'MLI'])
})

test('each country of an elliptic list has its own number', async () => {
  const { claims } = readArticle(
    readPlainArticle('In fiscal year 2012 the United States trained 212 Kenyan officers under IMET. Ghana sent 94 and Mali 131.'),
  )
  expect(claims.map((claim) => claim.type === 'quantity' && [claim.value, claim.measure, claim.recipient])).toEqual([
    [212, 'people_trained', 'Kenyan officers'],
    [94, 'people_trained', 'Ghana'],
    [131, 'people_trained', 'Mali'],
  ])
})

test('a time behind the next number is that number’s', () => {
  const { claims } = readArticle(readPlainArticle('In fiscal year 2012 deaths fell to 50, from 90 in fiscal year 2011.'))
  expect(claims.map(({ period }) => period?.from)).toEqual(['2011-10-01', '2010-10-01'])
})

test('courses are no sessions, and so at most as many', async () => {
  const sentence = (number: number) => `In fiscal year 2012 the United States gave ${number} courses to Kenya under IMET.`
  expect(await checked(sentence(12))).toEqual({ verdict: 'cannot say', reasons: ['narrower-within-bound'] })
  expect((await checked(sentence(120))).verdict).toBe('ledger lower')
})

test('of a calendar year the months outside the fiscal year could make the difference', async () => {
  const lower = 'In 2012 the United States trained 150 Kenyan soldiers under IMET.'
  // 100 in each fiscal year: 150 between January and December are possible.
  expect(await checked(lower, (years) => years.length * 100)).toEqual({ verdict: 'cannot say', reasons: ['calendar-years'] })
  expect((await checked(lower, (years) => years.length * 50)).verdict).toBe('ledger lower')
  const higher = 'In 2012 the United States gave 60 training sessions to Kenya under IMET.'
  expect(await checked(higher, (years) => years.length * 100)).toEqual({ verdict: 'cannot say', reasons: ['calendar-years'] })
  const years = 'From 2011 to 2013 the United States gave 60 training sessions to Kenya under IMET.'
  expect((await checked(years, (asked) => asked.length * 100)).verdict).toBe('ledger higher')
})

test('a year that was not over when the article was written is a part of one', async () => {
  const sentence = 'In fiscal year 2012 the United States trained 500 Kenyan soldiers under IMET.'
  expect(await checked(sentence, 100, '2012-05-05')).toEqual({ verdict: 'cannot say', reasons: ['period-part-of-year'] })
})
