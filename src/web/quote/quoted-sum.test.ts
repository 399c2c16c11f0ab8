import fc from 'fast-check'
import { expect, test } from 'vitest'
import { head, nothingFound, searchResult, sum, total, training } from '../../../test/web-views.js'
import { readTrainingQuery, TrainingQuery } from '../../ledger/read/query.js'
import { formatFor, type Language, languages } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import type { Site } from '../site.js'
import { scopeInWords, sumQuotation } from './quoted-sum.js'

const siteIn = (language: Language): Site => ({
  language,
  text: messagesFor(language),
  format: formatFor(language),
  address: '/quote',
  asOf: null,
  head,
  origin: 'http://localhost:4777',
  stylesheet: '/style.css',
})

const asked = (question: string) => readTrainingQuery(new URLSearchParams(question))
const quoted = (question: string, result = searchResult(), language: Language = 'en') =>
  sumQuotation({ totals: async () => ({ totals: [], head }) }, siteIn(language), asked(question), result)

/** Filters, each with a value and what of it the sentence has to show. */
const word = fc.stringMatching(/^[a-z]{3,12}$/)
const few = fc.integer({ min: 1, max: 499 })
const many = fc.integer({ min: 500, max: 999 })
const filters = fc.record(
  {
    q: word,
    unit: word,
    name: word,
    source: word,
    flag: fc.constantFrom('CANCELLED', 'COST_BLANK'),
    agency: fc.constantFrom('DoS', 'DoD', 'DHS', 'none'),
    class: fc.constantFrom('security force', 'unknown'),
    report: fc.constantFrom('2012-2013', '2006-2007'),
    country: fc.constantFrom('mex', 'col', 'ken'),
    program: fc.constantFrom('imet', 'fmf'),
    family: fc.constantFrom('imet', 'non-sa'),
    quantity_min: few.map(String),
    quantity_max: many.map(String),
    cost_min: few.map(String),
    cost_max: many.map(String),
  },
  { requiredKeys: [] },
)

test('every filter of a question is named in the words of its sum, none is left to the permalink', () => {
  fc.assert(
    fc.property(fc.constantFrom(...languages), filters, (language, chosen) => {
      const site = siteIn(language)
      const words = (question: Record<string, string>) =>
        scopeInWords(site, readTrainingQuery(new URLSearchParams(question)), searchResult({ rows: [] }))
      const whole = words(chosen as Record<string, string>)
      expect(whole).not.toMatch(/permalink|enlace|further|otros filtros|undefined/)
      for (const [filter, value] of Object.entries(chosen)) {
        // Leaving a filter out changes the words: what is counted and what is said go together.
        const { [filter as keyof typeof chosen]: _, ...rest } = chosen
        expect(words(rest as Record<string, string>), filter).not.toBe(whole)
        if (['q', 'unit', 'name', 'source', 'flag'].includes(filter)) expect(whole).toContain(value)
        if (filter.startsWith('quantity') || filter.startsWith('cost')) expect(whole).toContain(value)
        if (filter === 'report') expect(whole).toContain(value.replace('-', '–'))
        if (filter === 'agency') expect(whole).toContain(site.text.agencies[value as 'DoD'])
        if (filter === 'class') expect(whole).toContain(site.text.classes[value as 'unknown'])
      }
    }),
    { numRuns: 200 },
  )
})

test('no parameter of a question is without words, but those that choose no rows', () => {
  // biome-ignore format: a table
  const values: Record<string, string> = {
    q: 'a', country: 'mex', program: 'imet', family: 'imet', agency: 'DoD', class: 'unknown', unit: 'a', name: 'a', entity: 'a', flag: 'A',
    quantity_min: '1', quantity_max: '1', cost_min: '1', cost_max: '1', report: '2012-2013', source: 'a', year: '2012',
  }
  const chooseNoRows = ['status', 'sort', 'cursor', 'limit', 'as_of']
  expect(Object.keys({ ...values, ...Object.fromEntries(chooseNoRows.map((each) => [each, ''])) }).sort()).toEqual(
    Object.keys(TrainingQuery.shape).sort(),
  )
  const none = scopeInWords(siteIn('en'), asked(''), nothingFound())
  for (const [parameter, value] of Object.entries(values))
    expect(scopeInWords(siteIn('en'), asked(`${parameter}=${value}`), nothingFound()), parameter).not.toBe(none)
})

test('the words around a scope are those of a sentence, also where nothing is listed', () => {
  const words = (language: Language, question: string, result = nothingFound()) =>
    scopeInWords(siteIn(language), asked(question), result)
  expect(words('en', 'country=phl,dom,mex')).toBe('the Philippines, the Dominican Republic, and Mexico')
  expect(words('es', 'country=dom,gbr,mhl,phl')).toBe('la República Dominicana, el Reino Unido, las Islas Marshall y Filipinas')
  expect(words('en', 'q=gafe&program=section-1004')).toBe('any country, under Section 1004, matching “gafe”')
  expect(words('es', 'q=gafe')).toBe('ningún país, con las palabras “gafe”')
  expect(words('es', 'country=mex&class=unknown,individual&quantity_max=1')).toBe(
    'México, con receptores clasificados como “desconocido” o “individuo”, en filas de a lo sumo 1 sesión de adiestramiento',
  )
})

test('a printed name and a file are called by what they print, not by their ids', async () => {
  const rows = [training()]
  const { sentence } = await quoted('name=n-00000001&source=s-0123456789abcdef', searchResult({ rows }))
  expect(sentence).toContain('with the printed name “102/o. Batallón de Infantería”, in the file “whem-2012-2013.pdf” alone')
})

test('a question for years without rows says which years, so that it denies no other', async () => {
  const { sentence } = await quoted('country=mex&year=2009,2013-2014', nothingFound())
  expect(sentence).toContain('list no row for Mexico, fiscal years 2009 and 2013–2014.')
  expect((await quoted('country=mex&year=2014', nothingFound())).sentence).toContain('for Mexico, fiscal year 2014.')
})

test('rows of plans alone are no missing rows, also where everything was asked for', async () => {
  const plans = nothingFound()
  const { sentence } = await quoted('country=mex&status=all', { ...plans, total: 300, facets: searchResult().facets })
  expect(sentence).toContain('list 300 rows of plans')
})

test('a sum of picked rows does not speak of others that name a ministry', async () => {
  const result = searchResult({ sum: sum() })
  for (const question of ['q=batallon', 'unit=7th', 'name=n-1', 'flag=CANCELLED', 'class=unknown'])
    expect((await quoted(question, result)).caveat).not.toContain('ministry')
  expect((await quoted('country=mex', result)).caveat).toContain('others name only a ministry')
})

test('a total that stands in two files is counted once, as on the page of all totals', async () => {
  const totals = [total({ id: 't1', counts: true, status: 'balanced' }), total({ id: 't2', counts: false, status: 'balanced' })]
  const { balance } = await sumQuotation({ totals: async () => ({ totals, head }) }, siteIn('en'), asked(''), searchResult())
  expect(balance).toContain('1 of the 1 totals')
})
