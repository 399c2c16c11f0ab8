import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countryOfCode, readDataTable } from '../ledger/vocabulary.js'
import { type CoverageFacts, coverageOf } from './coverage.js'
import { citesUncheckedStatute, coverageTables, regionKey, regionOfCountry } from './coverage-tables.js'

/** A ledger that holds rows of these reports, regions and countries, with every column filled. */
function facts(
  held: [report: string, region: string | null, code: string][],
  columns: CoverageFacts['columns'] = [],
): CoverageFacts {
  return {
    held: held.map(([report, region, countryCode]) => ({
      report,
      region,
      fiscalYear: Number(report.slice(0, 4)),
      countryCode,
      rows: 5,
    })),
    columns,
  }
}

describe('one country', () => {
  test('a year whose report is not at hand is a gap, and the year beside it is none', () => {
    const report = coverageOf({ countries: ['MEX'], years: [2012, 2014] }, facts([['2012-2013', 'Western Hemisphere', 'MEX']]))
    expect(report.yearsMissing).toEqual([2014])
    expect(report.present).toEqual({ parts: 1, of: 2, share: 0.5 })
    expect(report.gaps.filter((gap) => gap.state === 'file missing')).toMatchObject([{ fiscalYear: 2014, countries: ['MEX'] }])
  })

  test('a report of a later year shows that the series went on: years between are gaps, and of its own regions nothing is known', () => {
    const held = facts([
      ['2020-2021', 'Africa', 'KEN'],
      ['2023-2024', 'Africa', 'KEN'],
    ])
    const report = coverageOf({ countries: ['KEN'] }, held)
    expect(report.years.slice(-4)).toEqual([2020, 2021, 2022, 2023])
    expect(report.yearsMissing.slice(-2)).toEqual([2021, 2022])
    expect(report.yearsInPart).toEqual([2023])
    expect(report.gaps.filter(({ fiscalYear }) => fiscalYear! > 2020)).toMatchObject([
      { fiscalYear: 2021, reasonCode: 'report-not-at-hand' },
      { fiscalYear: 2022, reasonCode: 'report-not-at-hand' },
      { fiscalYear: 2023, reasonCode: 'parts-not-known' },
    ])
    expect(coverageOf({ years: [2024] }, held).gaps).toMatchObject([{ reasonCode: 'year-outside-series' }])
  })

  test('a report of which nothing is at hand is missing itself, not a part of it', () => {
    const held = facts([['2012-2013', 'Africa', 'KEN']])
    const [whole, part] = coverageOf({ countries: ['MEX'], years: [2009, 2012] }, held).gaps.filter(
      (gap) => gap.state === 'file missing',
    )
    expect(whole).toMatchObject({ fiscalYear: 2009, reasonCode: 'report-not-at-hand', region: null, countries: ['MEX'] })
    expect(part).toMatchObject({ fiscalYear: 2012, reasonCode: 'part-not-at-hand', region: 'Western Hemisphere' })
  })

  test('a piece of a region’s file says nothing of countries that it does not name', () => {
    const all = ['MEX', 'COL', 'PER', 'BRA', 'CHL'].map((code) => ['2012-2013', 'Western Hemisphere', code] as const)
    const held = facts([
      ...all.map(([...row]) => row as [string, string, string]),
      ['2009-2010', 'Western Hemisphere', 'MEX'],
      ['2009-2010', 'Western Hemisphere', 'COL'],
    ])
    expect(coverageOf({ countries: ['MEX'], years: [2009] }, held)).toMatchObject({ yearsMissing: [], yearsInPart: [] })
    const unnamed = coverageOf({ countries: ['PER'], years: [2009] }, held)
    expect(unnamed).toMatchObject({ yearsMissing: [2009], yearsInPart: [], present: { parts: 0, of: 1 } })
    expect(unnamed.gaps[0]).toMatchObject({ reasonCode: 'part-not-at-hand', region: 'Western Hemisphere', countries: ['PER'] })
    const both = coverageOf({ countries: ['MEX', 'PER'], years: [2009] }, held)
    expect(both).toMatchObject({ yearsMissing: [], yearsInPart: [2009] })
    expect(both.gaps[0]).toMatchObject({ reasonCode: 'part-not-at-hand', countries: ['PER'] })
    expect(coverageOf({ years: [2012] }, held).gaps.filter(({ region }) => region === 'Western Hemisphere')).toEqual([])
  })

  test('a region that got countries of another one later was not cut before', () => {
    const later = ['BGD', 'IND', 'KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'].map((code): [string, string, string] => [
      '2005-2006',
      'South Asia',
      code,
    ])
    const held = facts([...later, ['2001-2002', 'South Asia', 'IND'], ['2001-2002', 'South Asia', 'LKA']])
    expect(coverageOf({ countries: ['BGD'], years: [2001] }, held).yearsMissing).toEqual([])
  })

  test('a region’s missing file does not touch another region’s country', () => {
    const held = facts([['2000-2001', 'Africa', 'KEN']])
    expect(coverageOf({ countries: ['KEN'], years: [2000] }, held).yearsMissing).toEqual([])
    expect(coverageOf({ countries: ['EGY'], years: [2000] }, held).yearsMissing).toEqual([2000])
  })

  test('of a region in parts, only the part that lists the country counts', () => {
    const held = facts([
      ['1999-2000', 'Africa Region', 'AGO'],
      ['1999-2000', 'Africa Region (Continued)', 'SEN'],
    ])
    expect(coverageOf({ countries: ['AGO'], years: [1999] }, held).yearsMissing).toEqual([])
    expect(coverageOf({ countries: ['GHA'], years: [1999] }, held).yearsMissing).toEqual([1999])
  })

  test('a country that left the record with NATO has a gap, not zero; before it joined it has none', () => {
    const held = facts([
      ['2003-2004', 'Europe', 'BGR'],
      ['2005-2006', 'Europe', 'GEO'],
    ])
    const exempt = (years: number[]) =>
      coverageOf({ countries: ['BGR'], years }, held).gaps.filter((gap) => gap.reasonCode === 'nato-member')
    expect(exempt([2003])).toEqual([])
    expect(exempt([2005])).toMatchObject([{ state: 'excluded by law', fiscalYear: 2005, countries: ['BGR'] }])
  })

  test('a member that stays in the record has no gap', () => {
    const held = facts([['2018-2019', 'Europe', 'MNE']])
    expect(coverageOf({ countries: ['MNE'], years: [2018] }, held).gaps.some((gap) => gap.reasonCode === 'nato-member')).toBe(
      false,
    )
  })

  test('Central Asia is looked for under the New Independent States until 2003–2004', () => {
    const held = facts([
      ['2001-2002', 'NIS', 'UKR'],
      ['2007-2008', 'South Asia', 'NPL'],
    ])
    expect(coverageOf({ countries: ['KAZ'], years: [2001, 2007] }, held).yearsMissing).toEqual([])
    expect(coverageOf({ countries: ['KAZ'], years: [2002] }, held).yearsMissing).toEqual([2002])
  })
})

describe('all countries', () => {
  test('a report of which some regions are at hand is missing in part', () => {
    const held = facts([
      ['2000-2001', 'Africa Region', 'BEN'],
      ['2000-2001', 'East Asia and Pacific', 'THA'],
      ['2000-2001', 'South Asia', 'BGD'],
      ['2000-2001', 'Western Hemisphere', 'MEX'],
    ])
    const report = coverageOf({ years: [2000] }, held)
    expect(report.yearsInPart).toEqual([2000])
    expect(report.present).toMatchObject({ parts: 4, of: 7 })
    expect(report.gaps.filter((gap) => gap.state === 'file missing').map((gap) => gap.region)).toEqual([
      'Europe',
      'Near East',
      'New Independent States',
    ])
  })

  test('an empty ledger covers nothing, and says so of every year', () => {
    const report = coverageOf({}, facts([]))
    expect(report.present.share).toBe(0)
    expect(report.yearsMissing).toEqual(Array.from({ length: 22 }, (_, index) => 1999 + index))
  })

  test('a year outside the series is a gap', () => {
    expect(coverageOf({ years: [2022] }, facts([])).gaps).toMatchObject([{ reasonCode: 'year-outside-series', fiscalYear: 2022 }])
  })
})

describe('columns and programmes', () => {
  const held = facts(
    [
      ['1999-2000', 'Western Hemisphere', 'MEX'],
      ['2003-2004', 'Western Hemisphere', 'MEX'],
    ],
    [
      { report: '2003-2004', fiscalYear: 2003, column: 'delivery_unit', rows: 1000, filled: 50 },
      { report: '2003-2004', fiscalYear: 2003, column: 'location', rows: 1000, filled: 950 },
      { report: '1999-2000', fiscalYear: 1999, column: 'location', rows: 1000, filled: 0 },
    ],
  )
  test('a column that is not printed is absent; one that is printed and empty is blank, with its share', () => {
    const states = (year: number) =>
      coverageOf({ countries: ['MEX'], years: [year] }, held)
        .gaps.filter((gap) => gap.column)
        .map((gap) => [gap.column, gap.state, gap.filledShare])
    expect(states(1999)).toContainEqual(['location', 'column absent', 0])
    expect(states(1999)).not.toContainEqual(['location', 'column blank', 0])
    expect(states(2003)).toEqual([['delivery_unit', 'column blank', 0.05]])
  })

  test('what is classified touches sums over its programme and over all, not over another', () => {
    const classified = (programs?: string[]) =>
      coverageOf({ years: [2003], programs }, held).gaps.some((gap) => gap.state === 'classified')
    expect(classified()).toBe(true)
    expect(classified(['Non-SA, UC'])).toBe(true)
    expect(classified(['IMET'])).toBe(false)
  })
})

test('the committed tables name known countries, regions and states, and cite every row', () => {
  const { series, known, exempt } = coverageTables()
  for (const part of series) for (const code of part.countries) expect(countryOfCode(code), code).not.toBeNull()
  for (const entry of exempt) for (const code of entry.countries) expect(countryOfCode(code), code).not.toBeNull()
  for (const row of [...known, ...exempt]) {
    expect(row.citation).not.toBe('')
    expect(row.reason).not.toBe('')
  }
  for (const part of series.filter((one) => one.countries.length > 0))
    for (const code of part.countries)
      expect(regionOfCountry(code, part.fiscalYear), `${part.region} ${code}`).toBe(regionKey(part.region))
})

test('the data package describes the tables and their fields', () => {
  const folder = new URL('../../data/coverage/', import.meta.url)
  for (const { path, schema } of JSON.parse(readFileSync(new URL('datapackage.json', folder), 'utf8')).resources) {
    const header = readFileSync(new URL(path, folder), 'utf8').split('\n')[0]
    expect(schema.fields.map((field: { name: string }) => field.name).join(','), path).toBe(header)
  }
})

test('a citation that names a statute says that it was not checked, in words and in its column; others do not', () => {
  const rows = ['coverage/coverage.csv', 'coverage/exempt-countries.csv'].flatMap((table) => readDataTable(table))
  const statutory = /\bUSC\b|Public Law|\bAct of \d{4}/
  for (const { citation, statute_checked } of rows) {
    expect(citesUncheckedStatute(citation!), citation).toBe(statute_checked === 'no')
    if (statutory.test(citation!)) expect(['no', 'yes']).toContain(statute_checked)
  }
  for (const { authority, statute_checked } of readDataTable('vocabulary/programs.csv'))
    if (statutory.test(authority!)) expect(['no', 'yes'], authority).toContain(statute_checked)
})
