import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noSum, sum, total, training, trainingView } from '../../../test/web-views.js'
import { RecipientClass } from '../../ledger/records.js'
import type { NamingLevel } from '../../names/recipient-class.js'
import { formatFor, type Language, languages } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { quoteSum, quoteTraining, type SumQuotationInput, type TrainingQuotationInput, type Words } from './quotation.js'

const wordsOf = (language: Language): Words => ({ text: messagesFor(language), format: formatFor(language) })
const people =
  /trainees?\b|people|persons?\b|soldiers|personas|individuos? adiestrad|adiestrados\b|were trained|fueron adiestrad/i

const rowInput = (changes: Partial<TrainingQuotationInput> = {}): TrainingQuotationInput => ({
  view: trainingView(),
  country: 'Mexico',
  countryInSentence: 'Mexico',
  level: 'unit',
  recipientClass: 'security force',
  place: 'FMTR 2012–2013, p. IV-233',
  permalink: 'http://localhost:4777/id/trainings/t-1?as_of=3f6c2a9d41be70ee',
  ...changes,
})

const sumInput = (changes: Partial<SumQuotationInput> = {}): SumQuotationInput => ({
  sum: sum(),
  scope: 'Mexico',
  years: [2010, 2011, 2012],
  missing: [2009],
  gaps: [],
  balance: { totals: 10, balanced: 9, reportErrors: 1, openDoubts: 0, unexplained: 0 },
  reports: ['2010-2011', '2012-2013'],
  permalink: 'http://localhost:4777/id/search?country=mex&as_of=3f6c2a9d41be70ee',
  ...changes,
})

describe('a row', () => {
  test('is quoted as what the report lists, with its figures', () => {
    const { sentence, balance, permalink } = quoteTraining(wordsOf('en'), rowInput())
    expect(sentence).toBe(
      'The U.S. government’s Foreign Military Training report for 2012–2013 lists 24 training sessions in “Tactical Combat Casualty Care” for “102/o. Batallón de Infantería” (Mexico) in fiscal year 2012 under “Section 1004 - Fiscal Year 2012 Department of Defense Training”, with a printed cost of $45,123.',
    )
    expect(balance).toContain('2 do not equal')
    expect(permalink).toContain('as_of=3f6c2a9d41be70ee')
  })

  test('that names only a ministry accuses no unit', () => {
    const view = trainingView({ training: training({ recipientUnit: 'SEDENA' }) })
    for (const language of languages) {
      const words = wordsOf(language)
      expect(quoteTraining(words, rowInput({ view, level: 'service or ministry' })).caveat).toContain(
        words.text.quote.serviceCaveat,
      )
      expect(quoteTraining(words, rowInput({ view, level: 'class of units' })).caveat).toContain(words.text.quote.classCaveat)
      expect(quoteTraining(words, rowInput({ view })).caveat).not.toContain(words.text.quote.serviceCaveat)
    }
  })

  test('whose figures are printed over, whose words are withheld or whose reading is in doubt says so and calls nothing blank', () => {
    const flagged = (code: string, changes = {}) =>
      trainingView({ training: training({ flags: [{ code, note: '' }], ...changes }) })
    const lost = quoteTraining(
      wordsOf('en'),
      rowInput({ view: flagged('OVERPRINTED_BY_TOTALS', { quantity: null, cents: null, courseTitle: null }) }),
    )
    expect(lost.sentence).toContain('lists a training whose sessions and cost cannot be read for')
    expect(`${lost.sentence} ${lost.caveat}`).not.toMatch(/without a|No cost is printed/)
    for (const language of languages) {
      const words = wordsOf(language)
      expect(quoteTraining(words, rowInput({ view: flagged('PERSONAL_DATA_MASKED') })).caveat).toContain(
        words.text.quote.maskedCaveat,
      )
      for (const code of ['TEXT_RECOGNISED', 'NOTE_AMID_CELLS'])
        expect(quoteTraining(words, rowInput({ view: flagged(code) })).caveat).toContain(words.text.quote.doubtfulCaveat)
    }
  })

  test('that begins with a share writes it out where it is nearly none or nearly all', () => {
    expect([messagesFor('en').quote.sumWithoutUnitAlone('<1%'), messagesFor('es').quote.sumWithoutUnit('>99%')]).toEqual([
      'Less than 1% of the sessions print no recipient.',
      'Más del 99% de las sesiones no imprime receptor, y otras nombran solo un ministerio o una fuerza.',
    ])
    expect(messagesFor('es').country.recipientsNote('14%', '5')).toMatch(/^El 14% de las sesiones/)
  })

  test('of a newspaper is not one of a security force', () => {
    expect(quoteTraining(wordsOf('en'), rowInput({ recipientClass: 'civil society' })).caveat).toContain(
      'must not be called a unit',
    )
  })

  test('that was only planned says so in the sentence and beside it', () => {
    const view = trainingView({ training: training({ status: 'proposed' }) })
    const quoted = quoteTraining(wordsOf('en'), rowInput({ view }))
    expect(quoted.sentence).toContain('as planned')
    expect(quoted.caveat).toContain('does not say that the training took place')
  })

  test('without a cost, or with $0, is not free', () => {
    for (const cents of [null, 0]) {
      const quoted = quoteTraining(wordsOf('en'), rowInput({ view: trainingView({ training: training({ cents }) }) }))
      expect(quoted.sentence).toContain(cents === null ? 'without a printed cost' : 'with a printed cost of $0')
      expect(quoted.caveat).toContain('that does not mean that it was free')
    }
  })

  test('that balances says so, and one that counts in no total says that', () => {
    expect(quoteTraining(wordsOf('en'), rowInput({ view: trainingView({ totals: [total()] }) })).balance).toContain(
      'equals the sum',
    )
    expect(quoteTraining(wordsOf('en'), rowInput({ view: trainingView({ totals: [] }) })).balance).toContain('no total')
  })
})

describe('a sum', () => {
  test('is one of training sessions, with its gaps', () => {
    const quoted = quoteSum(wordsOf('en'), sumInput())
    expect(quoted.sentence).toBe(
      'The U.S. government’s Foreign Military Training reports in this ledger list 3,456 training sessions for Mexico in fiscal years 2010–2012 (120 rows, with costs of $1,234,567 printed).',
    )
    expect(quoted.caveat).toContain('Training sessions are counted, not people')
    expect(quoted.caveat).toContain('missing for fiscal year 2009: a gap is not zero')
    expect(quoted.balance).toContain('9 of the 10 totals')
  })

  test('of plans alone says how many are listed, and never that there is none', () => {
    const quoted = quoteSum(wordsOf('en'), sumInput({ sum: noSum(), plans: 300, years: [2000, 2001], balance: null }))
    expect(quoted.sentence).toContain('list 300 rows of plans for Mexico in fiscal years 2000–2001')
    expect(quoted.caveat).toContain('do not say that the training took place')
    expect(`${quoted.sentence} ${quoted.caveat}`).not.toMatch(/no row/)
  })

  test('of rows that all print no recipient does not speak of others that name a ministry', () => {
    const all = sum()
    const quoted = quoteSum(wordsOf('en'), sumInput({ sum: { ...all, quantityWithoutUnit: all.quantity } }))
    expect(quoted.caveat).toContain('None of these rows prints a recipient')
    expect(quoted.caveat).not.toContain('ministry')
  })

  test('of nothing is not a finding that there was nothing', () => {
    const quoted = quoteSum(wordsOf('en'), sumInput({ sum: noSum(), years: [] }))
    expect(quoted.sentence).toContain('list no row for Mexico')
    expect(quoted.caveat).toContain('does not show that there was no training')
  })
})

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((value) => !people.test(value))

test('whatever the row, no sentence counts people, is unfinished, or lets a blank be zero', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.record({
        quantity: fc.option(fc.nat(5000)),
        cents: fc.option(fc.nat(10_000_000)),
        recipientUnit: fc.option(text),
        courseTitle: fc.option(text),
        status: fc.constantFrom('delivered' as const, 'proposed' as const),
      }),
      fc.option(fc.constantFrom(...RecipientClass.options)),
      fc.constantFrom<NamingLevel | null>('unit', 'class of units', 'service or ministry', 'none', null),
      (language, changes, recipientClass, level) => {
        const view = trainingView({ training: training(changes) })
        const words = wordsOf(language)
        const quoted = quoteTraining(words, rowInput({ view, recipientClass, level }))
        for (const part of Object.values(quoted)) {
          expect(part).not.toMatch(/undefined|null|NaN/)
          expect(part.trim()).not.toBe('')
        }
        expect(quoted.sentence).not.toMatch(people)
        expect(quoted.sentence.endsWith('.')).toBe(true)
        expect(quoted.caveat).toContain(words.text.quote.sessionsCaveat)
        if (changes.status === 'proposed') expect(quoted.caveat).toContain(words.text.quote.plannedCaveat)
        if (changes.cents === null) expect(quoted.caveat).toContain(words.text.quote.noCostCaveat)
        if (changes.recipientUnit && level === 'service or ministry')
          expect(quoted.caveat).toContain(words.text.quote.serviceCaveat)
        if (changes.recipientUnit && recipientClass !== null && recipientClass !== 'security force')
          expect(quoted.caveat).toContain(words.text.quote.notForceCaveat(words.text.classes[recipientClass]))
      },
    ),
    { numRuns: 300 },
  )
})

test('whatever the sum, missing years and sessions without a cost are said', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.nat(1000),
      fc.nat(1000),
      fc.array(fc.integer({ min: 1999, max: 2020 })),
      (language, rows, without, missing) => {
        const words = wordsOf(language)
        const of = sum({
          rows,
          quantity: rows * 3,
          rowsWithoutCost: Math.min(rows, without),
          quantityWithoutCost: Math.min(rows, without) * 3,
        })
        const quoted = quoteSum(words, sumInput({ sum: of, missing }))
        expect(quoted.sentence).not.toMatch(people)
        if (missing.length > 0) expect(quoted.caveat).toContain(words.format.years(missing))
        if (of.rowsWithoutCost > 0) expect(quoted.caveat).toContain(words.format.number(of.quantityWithoutCost))
        if (rows > 0 && of.rowsWithoutCost === rows) expect(quoted.sentence).not.toContain('$')
      },
    ),
  )
})
