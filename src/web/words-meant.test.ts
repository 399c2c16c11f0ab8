import { expect, test } from 'vitest'
import { searchResult } from '../../test/web-views.js'
import { readTrainingQuery, writeTrainingQuery } from '../ledger/read/query.js'
import { siblingsOf } from './sibling-programs.js'
import { askedByFilters, meantBy } from './words-meant.js'

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
  const imet1 = { ...searchResult().facets.program[0]!, value: 'imet-1', label: 'IMET-1', rows: 30 }
  const asked: string[][] = []
  // Counted by programme: no row of the other question is read.
  const siblings = (question: string, among = [imet1]) =>
    siblingsOf(
      {
        programsAmong: async ({ family, program }) => {
          asked.push([...family, ...program])
          return among
        },
      },
      readTrainingQuery(new URLSearchParams(question)),
    )
  expect(await siblings('program=imet&country=mex&year=2012')).toMatchObject({ rows: 30, others: [{ label: 'IMET-1' }] })
  expect(asked).toEqual([['imet']])
  const both = [imet1, { ...imet1, value: 'imet', label: 'IMET', rows: 12 }]
  expect(await siblings('program=imet&country=mex', both)).toMatchObject({ rows: 42, others: [{ label: 'IMET-1' }] })
  expect(await siblings('program=imet-1')).toBeNull()
  expect(await siblings('program=imet', [])).toBeNull()
  expect(await siblings('country=mex')).toBeNull()
  expect(await siblings('program=alp')).toBeNull()
})

test('what the words of a question name is counted as filters, without reading a row of it', async () => {
  const asked: string[] = []
  const byFilters = (address: string, found: number) =>
    askedByFilters(
      {
        sums: async (query) => {
          asked.push(writeTrainingQuery(query).toString())
          return searchResult({ total: 7 })
        },
      },
      readTrainingQuery(new URLSearchParams(address)),
      found,
    )
  expect(await byFilters('q=DRC police', 3)).toMatchObject({ rows: 7, query: { country: ['cod'], q: 'police' } })
  expect(asked).toEqual(['q=police&country=cod'])
  expect(await byFilters('q=DRC police', 1001)).toMatchObject({ rows: null })
  expect(await byFilters('q=DRC police&country=mex', 3)).toBeNull()
  expect(asked).toHaveLength(1)
})
