import { expect, test } from 'vitest'
import { nothingFound, searchResult } from '../../test/web-views.js'
import { readTrainingQuery } from '../ledger/read/query.js'
import { siblingsOf } from './sibling-programs.js'
import { meantBy } from './words-meant.js'

const years = (...spans: [number, number][]) => spans.map(([first, last]) => ({ first, last }))

test.each([
  ['IMET Nigeria 2014', { country: ['nga'], family: ['imet'], year: years([2014, 2014]), rest: '' }],
  ['FY12 Section 1004 México', { country: ['mex'], program: ['section-1004'], year: years([2012, 2012]), rest: '' }],
  ['egipto, año fiscal 2010-12', { country: ['egy'], year: years([2010, 2012]), rest: '' }],
  ['DRC police', { country: ['cod'], rest: 'police' }],
  ['Swaziland army', { country: ['swz'], rest: 'army' }],
  ['Philippine police', { country: ['phl'], rest: 'police' }],
  ['Sénégal gendarmerie', { country: ['sen'], rest: 'gendarmerie' }],
  ['"special forces" Mexico|Colombia Peru', { country: ['per'], rest: '"special forces" Mexico|Colombia' }],
  ['per', { country: ['per'], rest: '' }],
  ['uk', { country: ['gbr'], rest: '' }],
] as const)('"%s" names what filters take', (q, named) => {
  const nothing = { country: [], program: [], family: [], year: [] }
  expect(meantBy(q)).toEqual({ ...nothing, ...(named as object) })
})

test.each([
  '102 batallon infanteria',
  'PER DIEM COURSE',
  'map reading',
  '1ST BN IN',
  'congo',
  '"Mexico"',
  'Mexico*',
  '12 Brigade',
  '',
])('"%s" names nothing but words', (q) => expect(meantBy(q)).toBeNull())

test('of a programme that was renamed the rows under its other names are told, and of one that was not none', async () => {
  const family = searchResult().facets.program.slice(0, 1)
  const found = searchResult({
    total: 30,
    facets: { ...searchResult().facets, program: [{ ...family[0]!, value: 'imet-1', label: 'IMET-1', rows: 30 }] },
  })
  const asked: string[][] = []
  const search = async (query: { family: string[] }) => {
    asked.push(query.family)
    return found
  }
  const siblings = (question: string, result = found) =>
    siblingsOf(
      { search: async (query) => (result === found ? search(query) : result) },
      readTrainingQuery(new URLSearchParams(question)),
    )
  expect(await siblings('program=imet&country=mex&year=2012')).toMatchObject({ rows: 30, others: [{ label: 'IMET-1' }] })
  expect(asked).toEqual([['imet']])
  expect(await siblings('program=imet-1')).toBeNull()
  expect(await siblings('program=imet', nothingFound())).toBeNull()
  expect(await siblings('country=mex')).toBeNull()
  expect(await siblings('program=alp')).toBeNull()
})
