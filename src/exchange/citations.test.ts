import { expect, test } from 'vitest'
import {
  bibtexCitation,
  type Cited,
  cslCitation,
  placeToQuote,
  plainCitation,
  printedPlace,
  shortCitation,
  volumePage,
} from './citations.js'

const source: Cited['source'] = {
  id: 'a664bdc27670',
  title:
    'Foreign Military Training and DoD Engagement Activities of Interest, Fiscal Years 2012 and 2013, section IV: Western Hemisphere',
  report: '2012-2013',
  publisher: 'U.S. Department of State and U.S. Department of Defense',
  officialUrl: 'https://2009-2017.state.gov/documents/organization/213470.pdf',
  archivedUrl: null,
  sha256: 'a6'.repeat(32),
  volumePageOffset: null,
  publishedPrinted: null,
  fileName: '213470.pdf',
}

const cited = (given: Partial<Cited> = {}): Cited => ({
  source,
  place: { page: 74, pageLabel: 'IV-233', box: [0, 0, 1, 1], row: null },
  record: { id: '0eeafd59ffac1d9591e86d99', state: '3f6c2a9d41be70ee' },
  permalink: 'https://rastro.example/id/trainings/0eeafd59ffac1d9591e86d99?as_of=3f6c2a9d41be70ee',
  asOf: '2026-11-22',
  ...given,
})

test('the page is the one that the volume prints, else the one that its offset gives', () => {
  const place = { page: 74, pageLabel: null, box: null, row: null }
  expect(volumePage(source, cited().place)).toBe('IV-233')
  expect(volumePage({ volumePageOffset: 159 }, place)).toBe('233')
  expect(volumePage(source, place)).toBeNull()
  expect(printedPlace({ source, place })).toBe('page of the file 74')
  expect(printedPlace({ source, place: { page: null, pageLabel: null, box: null, row: 340 } }, 'es')).toBe('fila de tabla 340')
  expect(printedPlace({ source, place: null })).toBeNull()
})

test('in plain text', () => {
  expect(shortCitation(cited())).toBe('FMTR 2012–2013, p. IV-233')
  expect(plainCitation(cited())).toBe(
    'U.S. Department of State and U.S. Department of Defense, Foreign Military Training and DoD Engagement Activities of Interest, Fiscal Years 2012 and 2013, section IV: Western Hemisphere, n.d., p. IV-233. https://2009-2017.state.gov/documents/organization/213470.pdf. Record in Rastro, state of 2026-11-22: https://rastro.example/id/trainings/0eeafd59ffac1d9591e86d99?as_of=3f6c2a9d41be70ee',
  )
  expect(plainCitation(cited(), 'es')).toContain('Registro en Rastro, estado del 2026-11-22')
})

test.each(['http://localhost:4777', 'http://127.0.0.1:4777', 'http://[::1]:4777'])(
  'of a record that %s serves, page and name come before the address, so that it can be followed without that machine',
  (origin) => {
    const here = cited({ permalink: `${origin}/id/trainings/0eeafd59ffac1d9591e86d99?as_of=3f6c2a9d41be70ee` })
    const name = 'Rastro row 0eeafd59ffac1d9591e86d99, state 3f6c2a9d41be70ee of 2026-11-22'
    const text = plainCitation(here)
    expect(text).toContain(name)
    expect(text.indexOf('p. IV-233')).toBeLessThan(text.indexOf(name))
    expect(text.indexOf(name)).toBeLessThan(text.indexOf(origin))
    expect(plainCitation(here, 'es')).toContain(
      'Fila de Rastro 0eeafd59ffac1d9591e86d99, estado 3f6c2a9d41be70ee del 2026-11-22 (en la máquina que lo sirvió: ',
    )
    expect(placeToQuote(here)).toBe(`FMTR 2012–2013, p. IV-233 (${name})`)
    expect(bibtexCitation(here)).toContain(name)
    expect(cslCitation(here).note).toContain(name)
  },
)

test('of a record that a named server serves, the address is enough', () => {
  for (const origin of ['https://rastro.example', 'https://localhost.example', 'https://127.0.0.1.example']) {
    const there = cited({ permalink: `${origin}/id/trainings/0eeafd59ffac1d9591e86d99` })
    expect(placeToQuote(there)).toBe('FMTR 2012–2013, p. IV-233')
    expect(plainCitation(there)).not.toContain('Rastro row')
  }
})

test('in BibTeX, with what TeX would read as commands escaped', () => {
  const entry = bibtexCitation(
    cited({ source: { ...source, title: 'R&D_{1} 100% \\ ~ ^ $5 #2', publishedPrinted: 'August 2013' } }),
  )
  expect(entry).toMatch(/^@techreport\{fmtr-2012-2013-iv-233-0eeafd59,\n/)
  expect(bibtexCitation(cited({ source: { ...source, publisher: 'A & B' } }))).toContain('institution = {A \\& B}')
  expect(entry).toContain('title = {{R\\&D\\_\\{1\\} 100\\% \\textbackslash{} \\textasciitilde{} \\textasciicircum{} \\$5 \\#2}}')
  expect(entry).toContain('author = {{U.S. Department of State} and {U.S. Department of Defense}}')
  expect(entry).toContain('pages = {IV-233}')
  expect(entry).toContain('year = {2013}')
  // Braces balance, or the whole bibliography breaks.
  expect(entry.replace(/\\[{}]/g, '').split('{').length).toBe(entry.replace(/\\[{}]/g, '').split('}').length)
})

test('in CSL-JSON, without fields that are not known', () => {
  const item = cslCitation(cited())
  expect(item).toMatchObject({
    id: 'fmtr-2012-2013-iv-233-0eeafd59',
    type: 'report',
    page: 'IV-233',
    author: [{ literal: 'U.S. Department of State' }, { literal: 'U.S. Department of Defense' }],
    accessed: { 'date-parts': [[2026, 11, 22]] },
  })
  expect(item).not.toHaveProperty('issued')
  expect(cslCitation(cited({ place: null }))).not.toHaveProperty('page')
})
