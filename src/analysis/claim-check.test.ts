import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlainArticle } from '../documents/article/plain-article.js'
import type { QuantityClaim } from '../extract/article/claims/claim.js'
import { readArticle } from '../extract/article/read-article.js'
import type { DenialClaim } from '../ledger/claims.js'
import { readTrainingQuery } from '../ledger/read/query.js'
import { boundInWords, readingInWords, reasonInWords, speaking, verdictInWords } from '../web/check-words.js'
import { allowedBy, type ClaimCheck, type ClaimFigure, type ClaimRecord, checkClaim, roundedTo } from './claim-check.js'
import { ClaimChecks, type ListedClaim } from './claim-list.js'
import { type CoverageFacts, coverageOf } from './coverage.js'

/** A record that holds the whole report of these years, with every column filled, and answers every question with this figure. */
function record(figure: Partial<ClaimFigure>, years: readonly number[] = [2010, 2011, 2012]): ClaimRecord & { asked: unknown[] } {
  const facts: CoverageFacts = {
    held: years.map((year) => ({
      report: `${year}-${year + 1}`,
      region: 'Africa',
      fiscalYear: year,
      countryCode: 'KEN',
      rows: 9,
    })),
    columns: years.map((year) => ({ report: `${year}-${year + 1}`, fiscalYear: year, column: 'total_cost', rows: 9, filled: 9 })),
  }
  const asked: unknown[] = []
  return {
    asked,
    sum: async (query) => {
      asked.push(query)
      return { rows: 9, sessions: 0, cents: 0, rowsWithoutCost: 0, sessionsWithoutCost: 0, ...figure }
    },
    coverage: async (scope) => coverageOf(scope, facts),
  }
}

const quantity = (overrides: Partial<QuantityClaim> = {}): QuantityClaim => ({
  type: 'quantity',
  id: 'C1',
  start: 0,
  end: 1,
  sentence: '',
  speaker: null,
  hedge: null,
  period: { printed: 'in fiscal year 2012', from: '2012-01-01', to: '2012-12-31' },
  place: 'Kenya',
  proposed_by: 'rules',
  value: 300,
  low: null,
  high: null,
  comparator: '=',
  measure: 'count',
  counted: 'training sessions',
  currency: null,
  per: null,
  provider: 'United States',
  recipient: 'Kenya',
  programme: 'IMET',
  change: null,
  counterpart: null,
  ...overrides,
})
const people = { measure: 'people_trained', counted: 'Kenyan personnel' } as const
const cost = { measure: 'training_cost', counted: null, currency: 'USD', value: 5000 } as const

const check = (claim: Partial<QuantityClaim>, figure: Partial<ClaimFigure>, published: string | null = '2014-05-01') =>
  checkClaim(quantity(claim), published, record(figure))
const English = speaking('en')

test('the verdicts of many claims are those of their checks, each question put to the record once', async () => {
  const known = record({ sessions: 300 })
  const checks = new ClaimChecks(known)
  const years = [2009, 2010, 2011, 2012].map((year) => ({ printed: `${year}`, from: `${year}-01-01`, to: `${year}-12-31` }))
  const claims = Array.from({ length: 1200 }, (_, index) => {
    const shown = quantity({
      period: years[index % 4]!,
      value: 100 * (1 + (index % 5)),
      ...(index % 7 === 0 && { measure: 'deaths' }),
      ...(index % 3 === 0 && people),
    })
    return { id: `c${index}`, shown, article: { published: '2014-05-01' }, decision: null } as ListedClaim
  })
  const found: ListedClaim[] = []
  for (const verdict of ['agrees', 'ledger higher', 'ledger lower', 'cannot say'] as const) {
    const have = await checks.withVerdict(claims, verdict)
    for (const claim of have)
      expect((await checkClaim(claim.shown, '2014-05-01', record({ sessions: 300 }))).verdict).toBe(verdict)
    found.push(...have)
  }
  expect(found).toHaveLength(claims.length)
  expect(known.asked.length).toBeLessThan(10)
})
const codes = ({ reasons }: ClaimCheck) => reasons.map((reason) => (reason.code === 'coverage' ? reason.gap : reason.code))

describe('a verdict, where all that was asked for is there', () => {
  test('agrees', async () => {
    expect(await check({}, { sessions: 300 })).toMatchObject({ verdict: 'agrees', partial: false, reasons: [] })
  })

  test('the ledger is higher or lower by the difference to the number that was claimed', async () => {
    const higher = await check({}, { sessions: 340 })
    expect(higher).toMatchObject({ verdict: 'ledger higher', difference: 40 })
    expect(verdictInWords(English, higher)).toBe('Ledger higher, by 40 training sessions')
    expect(await check({}, { sessions: 299 })).toMatchObject({ verdict: 'ledger lower', difference: -1 })
    expect(await check({ value: null, low: 200, high: 250 }, { sessions: 340 })).toMatchObject({ difference: 90 })
  })

  test('"more than", "fewer than", "about" and "nearly" are what they say', async () => {
    const verdict = async (claim: Partial<QuantityClaim>, sessions: number) => (await check(claim, { sessions })).verdict
    expect(await verdict({ comparator: '>' }, 301)).toBe('agrees')
    expect(await verdict({ comparator: '>' }, 300)).toBe('ledger lower')
    expect(await verdict({ comparator: '<' }, 299)).toBe('agrees')
    expect(await verdict({ comparator: '<' }, 300)).toBe('ledger higher')
    expect(await verdict({ comparator: '≈' }, 329)).toBe('agrees')
    expect(await verdict({ comparator: '≈' }, 331)).toBe('ledger higher')
    expect(await verdict({ comparator: '≈', hedge: 'nearly' }, 301)).toBe('agrees')
    expect(await verdict({ comparator: '≈', hedge: 'nearly' }, 316)).toBe('ledger higher')
    expect(await verdict({ comparator: '≈', hedge: 'cerca de' }, 329)).toBe('agrees')
    expect(await verdict({ comparator: '<', hedge: 'not over' }, 300)).toBe('agrees')
    const nearly = { ...cost, value: 800_000, comparator: '≈', hedge: 'casi' } as const
    expect((await check(nearly, { cents: 80_897_200 })).verdict).toBe('agrees')
    expect(await verdict({ comparator: '≈', hedge: 'nearly' }, 271)).toBe('agrees')
  })

  test('money is compared in cents', async () => {
    expect(await check(cost, { cents: 500_000 })).toMatchObject({ verdict: 'agrees' })
    const higher = await check(cost, { cents: 600_050 })
    expect(verdictInWords(English, higher)).toBe('Ledger higher, by $1,000.50')
  })

  test('"at least" and "up to" allow the number itself', () => {
    expect(allowedBy(quantity({ value: 500, comparator: '>', hedge: 'at least' }), 1)).toEqual({ low: 500, high: null })
    expect(allowedBy(quantity({ value: 500, comparator: '<', hedge: 'up to' }), 1)).toEqual({ low: null, high: 500 })
  })

  test('"10,000" is not said of 14,000', () => {
    expect(allowedBy(quantity({ value: 10_000 }), 1)).toEqual({ low: 9500, high: 10_500 })
  })

  test('zeros at the end of a large number are rounding', () => {
    expect(roundedTo(13_000)).toBe(1000)
    expect(roundedTo(73_000_000)).toBe(1_000_000)
    expect(roundedTo(300)).toBe(0)
    expect(roundedTo(1234)).toBe(0)
    expect(allowedBy(quantity({ value: 13_000 }), 1)).toEqual({ low: 12_500, high: 13_500 })
  })
})

describe('a denial', () => {
  const denial = (of: string | null, sentence = '', concerns: string[] = []): DenialClaim => ({
    ...{ type: 'denial', id: 'C2', start: 2, end: 3, sentence, speaker: 'the ministry', hedge: null },
    ...{ period: quantity().period, place: null, proposed_by: 'rules', of, concerns },
  })
  const beside = (claim: DenialClaim) => checkClaim(claim, '2014-05-01', record({ sessions: 300 }), [quantity()])

  test.each([
    ['that fifty Kenyans had been trained under IMET'],
    ['Ningún soldado de Kenia fue entrenado en el año fiscal 2012'],
  ])('of training has what the record lists beside it, and no verdict: %s', async (of) => {
    const checked = await beside(denial(of))
    expect(checked).toMatchObject({ verdict: 'cannot say', figure: { sessions: 300 }, partial: true })
    expect(checked.reasons[0]).toEqual({ code: 'training-denied', asked: 'all' })
    expect(checked.question!.parameters[0]).toMatch(/country=ken/)
  })

  test('that only points back is of what it is tied to', async () => {
    expect((await beside(denial('the figure', 'Nobody believes the figure.', ['C1']))).question!.programs).toEqual(['IMET'])
  })

  test('of training without a time or a country was not checked, and leads to the rows', async () => {
    const timeless = { ...denial('the training of Kenyan soldiers'), period: null }
    expect(await beside(timeless)).toMatchObject({ figure: null, reasons: [{ asked: 'country' }] })
    expect((await beside(timeless)).question!.parameters).toEqual(['country=ken'])
    expect((await beside(denial('that anybody was trained'))).reasons).toEqual([{ code: 'training-denied', asked: 'nothing' }])
  })

  test('that points back at what was not found is not said to be of operations', async () => {
    for (const of of ['the figure', 'esas cifras', null])
      expect((await beside(denial(of, 'He denied it.'))).reasons).toEqual([{ code: 'denied-unread' }])
  })

  test('of a killing is of nothing that the reports tell', async () => {
    const killing = denial(
      'that its soldiers killed the villagers',
      'The army, which trained in Kenya, denied that its soldiers killed.',
    )
    expect((await beside(killing)).reasons).toEqual([{ code: 'no-figure', type: 'denial' }])
  })
})

describe('people are not training sessions', () => {
  test('as many sessions as people claimed do not confirm the people', async () => {
    const found = await check(people, { sessions: 300 })
    expect(found).toMatchObject({ verdict: 'cannot say', reading: 'upper bound' })
    expect(codes(found)).toEqual(['people-within-bound'])
  })

  test('fewer sessions than people claimed refute them', async () => {
    const found = await check(people, { sessions: 250 })
    expect(found).toMatchObject({ verdict: 'ledger lower', difference: -50 })
    expect(boundInWords(English, found)).toContain('if nobody was counted twice')
  })

  test('"fewer than" holds where the sessions are fewer', async () => {
    expect((await check({ ...people, comparator: '<' }, { sessions: 250 })).verdict).toBe('agrees')
    expect((await check({ ...people, comparator: '<' }, { sessions: 350 })).verdict).toBe('cannot say')
  })

  test('sessions of some of the forces are at most those of all', async () => {
    const claim = { counted: 'training sessions for Kenyan police officers' }
    expect(codes(await check(claim, { sessions: 900 }))).toEqual(['narrower-within-bound'])
    expect((await check(claim, { sessions: 200 })).verdict).toBe('ledger lower')
  })
})

describe('cannot say', () => {
  const reasons = async (
    claim: Partial<QuantityClaim>,
    figure: Partial<ClaimFigure> = { sessions: 300 },
    published?: string | null,
  ) => {
    const found = await check(claim, figure, published)
    expect(found.verdict).toBe('cannot say')
    for (const reason of found.reasons) expect(reasonInWords(English, reason)).not.toContain('undefined')
    return codes(found)
  }
  const years = (from: string | null, to: string | null, printed = 'then') => ({ period: { printed, from, to } })

  test('a year whose report is not at hand; the figure is of the part that is', async () => {
    const found = await check(years('2012-01-01', '2013-12-31'), { sessions: 300 })
    expect(found).toMatchObject({ verdict: 'cannot say', partial: true, figure: { sessions: 300 } })
    expect(found.reasons).toMatchObject([{ code: 'coverage', gap: 'report-not-at-hand', years: [2013], countries: ['KEN'] }])
  })

  test('already the part at hand is more than what is claimed', async () => {
    const found = await check(years('2012-01-01', '2013-12-31'), { sessions: 301 })
    expect(found).toMatchObject({ verdict: 'cannot say', partExceeds: true })
  })

  test('special forces’ joint exercises are classified', async () => {
    expect(await reasons({ programme: 'JCET' })).toContain('classified-volume')
  })

  test('all programmes together hold classified and bought training', async () => {
    expect(await reasons({ programme: null })).toEqual(expect.arrayContaining(['classified-volume', 'sales-excluded']))
  })

  test('a row without a cost, or another currency', async () => {
    expect(await reasons(cost, { cents: 500_000, rowsWithoutCost: 1 })).toEqual(['cost-not-printed'])
    expect(await reasons({ ...cost, currency: 'EUR' }, { cents: 500_000 })).toEqual(['currency-other'])
  })

  test('of what the record has no row, no row is no zero', async () => {
    const none = await check({}, { rows: 0 })
    expect(none).toMatchObject({ verdict: 'cannot say', partial: false, reasons: [{ code: 'no-row', years: [] }] })
    expect(await reasons({ ...people, comparator: '<' }, { rows: 0 })).toEqual(['no-row'])
    // Of one of two years.
    const some = record({})
    const sum: ClaimRecord['sum'] = async ({ year }) => ({
      rows: year.some(({ first }) => first === 2011) ? 9 : 0,
      sessions: 50,
      cents: 0,
      rowsWithoutCost: 0,
      sessionsWithoutCost: 0,
    })
    const both = quantity({ ...years('2010-10-01', '2012-09-30', 'fiscal years 2011 and 2012') })
    const found = await checkClaim(both, null, { ...some, sum })
    expect(found).toMatchObject({ verdict: 'cannot say', reasons: [{ code: 'no-row', countries: ['KEN'], years: [2012] }] })
    expect(reasonInWords(English, found.reasons[0]!)).toContain('For Kenya')
  })

  test('years outside the series, in the future, half read or not said', async () => {
    expect(await reasons(years('1993-01-01', '1993-12-31'))).toEqual(['year-outside-series'])
    expect(await reasons(years('2030-01-01', '2030-12-31'))).toEqual(
      expect.arrayContaining(['period-future', 'year-outside-series']),
    )
    expect(await reasons(years(null, null, 'over the next five years'))).toEqual(['period-future'])
    expect(await reasons(years('2012-03-01', '2012-03-31', 'in March 2012'))).toEqual(['period-part-of-year'])
    expect(await reasons(years(null, null, 'in March'))).toEqual(['period-unread'])
    expect(await reasons({ period: null })).toEqual(['period-not-said'])
    expect(await reasons({ per: 'year', ...years('2010-01-01', '2012-12-31') })).toEqual(['per-other'])
  })

  test('since a coup, to a year, the early years of a decade and two years in one are no whole years', async () => {
    for (const [from, to, printed] of [
      ['2010-01-01', null, 'Since the 2010 coup'],
      ['2010-01-01', null, 'desde el golpe de 2010'],
      ['2010-01-01', '2012-12-31', 'in the three years to 2012'],
      ['2010-01-01', '2019-12-31', 'in the early 2010s'],
      ['2010-01-01', '2011-12-31', 'in 2010-11'],
    ] as const)
      expect(await reasons(years(from, to, printed)), printed).toContain('period-part-of-year')
    const [whole] = [await check(years('2010-01-01', '2012-12-31', 'in fiscal 2010-12'), { sessions: 300 })]
    expect(whole).toMatchObject({ verdict: 'agrees' })
  })

  test('a congress or a command of which no country is told has not been said to be another’s, and two givers are not one', async () => {
    for (const provider of ['Congress', 'El Comando Norte'])
      expect(await reasons({ provider, programme: null })).toContain('provider-not-said')
    expect(await reasons({ provider: 'France and the United States' })).toEqual(['provider-other'])
    expect((await check({ provider: 'U.S. Army and Marine Corps' }, { sessions: 300 })).verdict).toBe('agrees')
  })

  test('"since 2010" of an article without a day', async () => {
    expect(await reasons(years('2010-01-01', null, 'since 2010'), {}, null)).toContain('period-open')
  })

  test('another provider, one who is not said, no country, and what is no programme of the reports', async () => {
    expect(await reasons({ provider: 'Colombian instructors' })).toEqual(['provider-other'])
    expect(await reasons({ provider: 'Latin American officers' })).toEqual(['provider-other'])
    expect(await reasons({ provider: null, programme: null })).toContain('provider-not-said')
    expect(await reasons({ recipient: null, place: null })).toContain('country-not-said')
    expect(await reasons({ programme: 'Plan Freedonia' })).toContain('program-outside')
  })

  test('what others gave, or went to nobody knows which country, has no part in the record beside it', async () => {
    for (const parts of [{ provider: 'French instructors' }, { recipient: null, place: null }, { programme: 'Plan Freedonia' }]) {
      const asked = record({ sessions: 4000 })
      const found = await checkClaim(quantity(parts), null, asked)
      expect(found).toMatchObject({ verdict: 'cannot say', figure: null, coverage: null })
      expect(asked.asked).toEqual([])
    }
  })

  test('missions, trainers and assistance are more or other than sessions', async () => {
    expect(await reasons({ measure: 'missions', counted: 'missions' })).toEqual(['missions-not-counted'])
    expect(await reasons({ measure: 'trainers', counted: 'trainers' })).toEqual(['trainers-not-summed'])
    expect(await reasons({ ...cost, measure: 'assistance' })).toEqual(['assistance-outside'])
  })

  test('weapons, deaths and budgets are outside of the record, and nothing is asked of it', async () => {
    for (const measure of ['weapons', 'deaths', 'disappeared', 'percent', 'cost', 'personnel']) {
      const asked = record({})
      const found = await checkClaim(quantity({ measure, counted: null }), null, asked)
      expect(found).toMatchObject({ verdict: 'cannot say', question: null, reasons: [{ code: 'measure-outside' }] })
      expect(asked.asked).toEqual([])
    }
  })
})

describe('the question', () => {
  test('a region is a list of countries that is said', async () => {
    const { question } = await check({ recipient: 'Central American police' }, {})
    expect(question!.countries).toEqual(['BLZ', 'CRI', 'GTM', 'HND', 'NIC', 'PAN', 'SLV'])
    expect(question!.readings.map((one) => readingInWords(English, one)).join(' ')).toContain('Honduras')
    expect(question!.parameters[0]).toContain('country=blz,cri,gtm')
  })

  test('its address asks the same, so that its rows are one click away', async () => {
    const { question } = await check({ recipient: 'Latin American police', programme: 'JCET' }, {})
    expect(question!.parameters).toHaveLength(1)
    expect(readTrainingQuery(new URLSearchParams(question!.parameters[0]))).toEqual(question!.queries[0])
  })

  test('"since 2010" reaches to the year of publication, and calendar years are read as fiscal years', async () => {
    const since = { period: { printed: 'since 2010', from: '2010-01-01', to: null } }
    const { question } = await check(since, {}, '2012-11-30')
    expect(question!.years).toEqual([2010, 2011, 2012])
    expect(question!.readings.map((one) => readingInWords(English, one)).join(' ')).toContain('October 2009 to September 2012')
  })

  test('"over the past decade" are the ten years before the one of publication', async () => {
    const { question } = await check({ period: { printed: 'over the past decade', from: null, to: null } }, {}, '2012-11-30')
    expect([question!.years[0], question!.years.at(-1)]).toEqual([2002, 2011])
  })

  test('so are "en la última década" and "los últimos cinco años", and without a day of publication nobody knows which', async () => {
    const said = (printed: string, published: string | null) =>
      check({ period: { printed, from: null, to: null } }, {}, published)
    expect((await said('en la última década', '2012-11-30')).question!.years).toHaveLength(10)
    expect((await said('en los últimos cinco años', '2012-11-30')).question!.years).toEqual([2007, 2008, 2009, 2010, 2011])
    expect((await said('en los últimos cinco años', null)).reasons).toContainEqual({
      code: 'period-open',
      printed: 'en los últimos cinco años',
    })
  })

  test.each([
    'Estados Unidos capacitó a 300 soldados de Kenia bajo la Sección 1004 en el año fiscal 2012.',
    'Kenia recibió 300 sesiones de adiestramiento de Estados Unidos con la sección 1004 en el año fiscal 2012.',
    'The United States gave Kenya 300 training sessions under section 1004 in fiscal year 2012.',
  ])('"%s" is of a programme of the reports', async (sentence) => {
    const [claim] = readArticle(readPlainArticle(sentence)).claims
    const { question, verdict } = await checkClaim(claim!, null, record({ sessions: 200 }))
    expect([question!.programs, verdict]).toEqual([['Section 1004'], 'ledger lower'])
  })

  test('a programme that was renamed is asked for by its family', async () => {
    const { question } = await check({ programme: 'INL' }, {})
    expect(question!.queries[0]).toMatchObject({ family: ['inl-incle'], program: [], year: [{ first: 2012, last: 2012 }] })
  })

  test('sessions with who gave and got them in the same sentence', async () => {
    const { claims } = readArticle(readPlainArticle('U.S. forces gave 120 training sessions to Kenya under IMET in 2012.'))
    const found = await checkClaim(claims[0]!, null, record({ sessions: 120 }))
    expect(found).toMatchObject({ verdict: 'agrees', question: { countries: ['KEN'], years: [2012], programs: ['IMET'] } })
  })

  test('claims as an article makes them', async () => {
    const { claims } = readArticle(
      readPlainArticle('In fiscal year 2012 the United States trained 2,500 Kenyan soldiers under IMET, the ministry said.'),
    )
    const found = await checkClaim(claims[0]!, null, record({ sessions: 2000 }))
    expect(found).toMatchObject({ verdict: 'ledger lower', question: { countries: ['KEN'], years: [2012], programs: ['IMET'] } })
  })
})

const someYears = fc.uniqueArray(fc.integer({ min: 1999, max: 2020 }), { maxLength: 8 })
const someClaim = fc.record({
  value: fc.integer({ min: 1, max: 20_000 }),
  comparator: fc.constantFrom('=' as const, '≈' as const, '>' as const, '<' as const),
  programme: fc.constantFrom('IMET', 'FMF', 'JCET', 'FMS', null),
  recipient: fc.constantFrom('Kenya', 'West African soldiers', 'Germany', null),
  kind: fc.constantFrom(people, cost, { measure: 'count', counted: 'courses' }),
  first: fc.integer({ min: 1996, max: 2022 }),
  length: fc.integer({ min: 0, max: 4 }),
})
const claimOf = ({ kind, first, length, ...rest }: typeof someClaim extends fc.Arbitrary<infer T> ? T : never) =>
  quantity({
    ...rest,
    ...kind,
    value: rest.value,
    period: { printed: 'fiscal', from: `${first}-01-01`, to: `${first + length}-12-31` },
  })
const someFigure = fc.record({
  sessions: fc.nat(30_000),
  cents: fc.nat(3_000_000),
  rowsWithoutCost: fc.integer({ min: 0, max: 1 }),
})

test('whatever is claimed, nothing is said where a touched cell is not present', async () => {
  let said = 0
  await fc.assert(
    fc.asyncProperty(someClaim, someFigure, someYears, async (parts, figure, years) => {
      const found = await checkClaim(claimOf(parts), '2022-01-01', record(figure, [...years, parts.first]))
      const gaps = found.coverage?.gaps.filter(({ state }) => state !== 'in progress elsewhere') ?? []
      if (gaps.length > 0) {
        expect(found.verdict).toBe('cannot say')
        expect(found.partial).toBe(true)
      }
      if (found.verdict === 'cannot say') expect(found.reasons).not.toEqual([])
      else said++
    }),
    { numRuns: 600, seed: 7 },
  )
  expect(said).toBeGreaterThan(5)
})

test('sessions never confirm by equality how many people there were', async () => {
  await fc.assert(
    fc.asyncProperty(someClaim, someFigure, async (parts, figure) => {
      const claim = claimOf({ ...parts, kind: people, programme: 'IMET', recipient: 'Kenya', first: 2012, length: 0 })
      const found = await checkClaim(claim, null, record(figure))
      if (claim.comparator !== '<') expect(found.verdict).not.toBe('agrees')
      expect(found.verdict).not.toBe('ledger higher')
    }),
    { numRuns: 200 },
  )
})

test('a figure that is the very number which is said to be exceeded is told without a difference of nothing', async () => {
  const more = await check({ comparator: '>' }, { sessions: 300 })
  expect(verdictInWords(English, more)).toBe('Ledger lower: it has just this number, and the claim is of more')
  const fewer = await check({ comparator: '<' }, { sessions: 300 })
  expect(verdictInWords(English, fewer)).toBe('Ledger higher: it has just this number, and the claim is of less')
})

test('that nobody was trained is not called possible where the record has sessions', async () => {
  const { verdict, reasons } = await check({ ...people, value: 0 }, { sessions: 300 })
  expect([verdict, reasons.map(({ code }) => code)]).toEqual(['cannot say', ['people-some']])
})

test('what some of the forces got is bounded by what all got, and nobody is counted twice there', async () => {
  const soldiers = await check({ counted: 'training sessions', recipient: "Kenya's navy" }, { sessions: 100 })
  expect(boundInWords(English, soldiers)).toBe('Even all that the record has, whoever got it, is less than claimed.')
  expect(boundInWords(English, await check(people, { sessions: 100 }))).toContain('counted twice')
})

test.each([
  ['The School of the Americas trained 50 Kenyan soldiers under IMET in fiscal year 2012.', []],
  ['La Escuela de las Américas capacitó a 50 soldados de Kenia en el año fiscal 2012.', []],
  ['The United States gave Kenya 50 training sessions under E-IMET in fiscal year 2012.', ['E-IMET']],
  ['The United States gave Kenya 50 training sessions outside IMET in fiscal year 2012.', ['not IMET']],
])('"%s" is said of the United States, and of no programme but the one that it names', async (sentence, outside) => {
  const [claim] = readArticle(readPlainArticle(sentence)).claims
  const { reasons, verdict } = await checkClaim(claim!, null, record({ sessions: 300 }))
  expect([verdict, reasons.filter(({ code }) => code === 'provider-other')]).toEqual(['cannot say', []])
  expect(reasons.flatMap((reason) => (reason.code === 'program-outside' ? [reason.program] : []))).toEqual(outside)
})

test.each([
  'Estados Unidos capacitó con la Sección 1004 a 300 soldados de Kenia en el año fiscal 2012.',
  'The United States gave Kenya 300 training sessions under Section 1004 every month in fiscal year 2012.',
])('the number that a programme is called by is claimed of nothing: %s', (sentence) => {
  const { claims } = readArticle(readPlainArticle(sentence))
  expect(claims.map((claim) => claim.type === 'quantity' && claim.value)).toEqual([300])
})

test('fiscal years with a hyphen between are fiscal years', async () => {
  const [claim] = readArticle(
    readPlainArticle('The United States gave Kenya 300 training sessions under IMET in fiscal years 2011-2012.'),
  ).claims
  expect(await checkClaim(claim!, null, record({ sessions: 300 }))).toMatchObject({
    verdict: 'agrees',
    question: { years: [2011, 2012] },
  })
})

test('whoever trained together with others is not the United States alone', async () => {
  for (const provider of ['France with the United States', 'Estados Unidos junto con Francia', 'U.S./France'])
    expect((await check({ provider }, { sessions: 300 })).reasons).toContainEqual({ code: 'provider-other', provider })
})
