import { expect, test } from 'vitest'
import { assistance, facts, incident, listing, type Relation, said } from '../../../test/exposure-facts.js'
import { coverage, head } from '../../../test/web-views.js'
import { exposures } from '../../analysis/exposure.js'
import type { Assistance } from '../../ledger/read/assistance.js'
import type { Matter } from '../../ledger/read/matters.js'
import type { NamedEntity } from '../../ledger/read/relations.js'
import { exposureLine, mostMarks } from '../charts/exposure-line.js'
import { exposureInWords, timeInWords } from '../exposure-words.js'
import { formatFor, type Language } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { renderPage } from '../render.js'
import { UnitExposure } from './unit-exposure.js'

const named = (id: string, name: string): [string, NamedEntity] => [id, { id, kind: 'unit', name, country: 'MEX' }]
const names = new Map([named('battalion', '102 <Battalion>'), named('brigade', '1 Brigade')])
const speaks = (language: Language) => ({ text: messagesFor(language), format: formatFor(language) })

const sentence = (
  matter: Matter,
  {
    rows,
    relations = [] as Relation[],
    language = 'en' as Language,
  }: { rows?: Assistance[]; relations?: Relation[]; language?: Language } = {},
) => {
  const [finding] = exposures(facts([matter], { ...(rows && { rows }), relations }))
  return exposureInWords(speaks(language), finding!, names)
}

test('the headline gives sessions, courses, duration, years and interval: what came first preceded', () => {
  const rows = [
    assistance(),
    assistance({
      training: '2',
      course: 'Workshop',
      quantity: 1,
      fiscalYear: 2010,
      startDate: '2010-02-01',
      endDate: '2010-02-01',
    }),
  ]
  expect(sentence(listing({ listed: '[2021-12-10,2021-12-11)' }), { rows })).toBe(
    '4 training sessions of 102 <Battalion> (Captains Career Course, Workshop; 1 to 10 days each; fiscal years 2010, 2012) preceded the listing of the unit by Treasury of Freedonia (Blocked persons, listed 2021-12-10): the last at least 9 years before.',
  )
})

test("a parent's incident is told as the parent's, and an allegation as one", () => {
  const text = sentence(incident({ subject: 'brigade' }), { relations: [{ from: 'battalion', to: 'brigade' }] })
  expect(text).toContain(
    'an alleged incident (“Torture”, 2014-05-17) of which 1 Brigade, above it, not the unit itself, is accused',
  )
  expect(
    sentence(incident({ subject: 'brigade' }), { relations: [{ from: 'battalion', to: 'brigade' }], language: 'es' }),
  ).toContain('del que se acusa a 1 Brigade, por encima de ella, no a la propia unidad')
})

test('what cannot be put in order says why, and rows without a number are not told as none', () => {
  const text = sentence(listing({ listed: null, seenOn: ['2026-01-01'] }), { rows: [assistance({ quantity: null })] })
  expect(text).toContain('1 row without a printed number of sessions of 102 <Battalion>')
  expect(text).toContain('Which came first is not known: a snapshot of the list proves the listing on its day alone')
})

test('time is never rounded up', () => {
  const time = (days: number, exact = true) => timeInWords(speaks('en'), days, exact)
  expect([time(1), time(60), time(729), time(731), time(1460), time(5, false)]).toEqual([
    '1 day',
    '60 days',
    'at least 23 months',
    'at least 2 years',
    'at least 3 years',
    'at least 5 days',
  ])
})

const page = (matters: Matter[], rows = [assistance()], language: Language = 'en') => {
  const found = exposures(facts(matters, { rows, relations: [{ from: 'battalion', to: 'brigade' }] }))
  const site = {
    ...speaks(language),
    language,
    address: '/',
    asOf: null,
    head,
    origin: 'http://localhost',
    stylesheet: '/style.css',
  }
  const own = matters.filter(({ subject }) => subject === 'battalion')
  const read = { exposures: found, names, unit: 'battalion', assistance: rows, matters: own }
  return renderPage(site, <UnitExposure read={read} name="102 <Battalion>" coverage={coverage} />)
}

test('the time line has training above and matters below, hollow where not of the unit itself, and its table has every one', () => {
  const html = page([
    incident(),
    incident({ id: 'other', subject: 'brigade', hull: null, precise: [], violations: [said({ value: 'Arson' })] }),
  ])
  expect(html.match(/exposure-training/g)).toHaveLength(1)
  expect(html.match(/class="exposure-mark exposure-matter"/g)).toHaveLength(1)
  expect(html).toContain('Without a date, so not on the line')
  expect(html).toContain('alleged incident: Arson')
  expect(html).toContain('a unit above it – not of the unit itself')
  expect(html).not.toContain('<Battalion>')
  const apart = page([incident({ subject: 'brigade' })])
  expect(apart).toContain('exposure-matter exposure-apart')
})

test('a unit that only received, or of which only something is alleged, has its time line too', () => {
  expect(page([]).match(/exposure-training/g)).toHaveLength(1)
  const alleged = page([incident()], [])
  expect(alleged.match(/class="exposure-mark exposure-matter"/g)).toHaveLength(1)
  expect(alleged).not.toContain('class="finding"')
  expect(page([], [])).not.toContain('<figure')
})

test('which law applied to the training stands beside an ineligibility, by whose money it was and the year', () => {
  const denied = listing({ kind: 'ineligibility', effect: 'ineligible for assistance', listed: null, deniedIn: 2019 })
  const html = page([denied], [assistance({ agency: 'DoD', fiscalYear: 2012 }), assistance({ training: 't2', agency: 'DoS' })])
  expect(html).toContain('which spoke of training alone')
  expect(html).toContain('section 620M.')
  expect(page([listing()])).not.toContain('620M')
})

test('where nothing is found the page says that this proves nothing, and what is not covered', () => {
  const html = page([])
  expect(html).toContain('That is no proof that there is none.')
  expect(html).toContain('/en/coverage')
  expect(page([], [assistance()], 'es')).toContain('Eso no prueba que no las haya.')
})

test('a unit of thousands of rows is drawn by fiscal year, and the picture stays within its bounds', () => {
  const rows = Array.from({ length: 3000 }, (_, index) => {
    const day = new Date(Date.UTC(2001, 0, 1 + index)).toISOString().slice(0, 10)
    return assistance({ training: `${index}`, startDate: day, endDate: day, fiscalYear: 2001 + Math.floor(index / 366) })
  })
  const html = page([incident()], rows)
  expect(html.match(/exposure-training/g)).toHaveLength(9)
  const many = Array.from({ length: 500 }, () => ({ from: '2010-01-01', to: '2010-12-31', label: 'x', apart: false, open: true }))
  const svg = exposureLine({ title: 't', description: 'd', above: many, below: [] })
  expect(svg.match(/<rect/g)).toHaveLength(mostMarks)
  expect(exposureLine({ title: 't', description: 'd', above: [], below: [] })).toBe('')
})
