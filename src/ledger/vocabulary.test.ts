import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slugOf } from './read/cube.js'
import { programSlug } from './read/known-values.js'
import {
  countries,
  countryOfAlpha2,
  countryOfCode,
  programBreaks,
  programOfCode,
  programs,
  readAgency,
  readCountry,
  readDataTable,
  readProgram,
} from './vocabulary.js'

describe('countries', () => {
  test.each([
    ['Cote D’ivoire, Republic Of', 'CIV'],
    ['CÔTE D’IVOIRE', 'CIV'],
    ['Burma', 'MMR'],
    ['Swaziland', 'SWZ'],
    ['Macedonia (FYROM)', 'MKD'],
    ['Congo (DROC)', 'COD'],
    ['Republic of Congo (Congo - Brazzaville)', 'COG'],
    ['Gambia, The', 'GMB'],
    ['The Gambia', 'GMB'],
    ['Kosovo', 'XKX'],
    ['Antigua And Barbuda (UK)', 'ATG'],
    ['Korea - South (Republic of)', 'KOR'],
    ['Sudan, Government of Southern', 'SSD'],
    ['Sudan', 'SDN'],
    ['Niger', 'NER'],
    ['Nigeria', 'NGA'],
    ['Guinea', 'GIN'],
    ['Guinea - Bissau', 'GNB'],
    ['Dominica', 'DMA'],
    ['Dominican Republic', 'DOM'],
    ['Palestinian Authority', 'PSE'],
    ['Serbia and Montenegro', 'SCG'],
    ['Yugoslavia', 'YUG'],
  ])('%s is %s', (printed, code) => expect(readCountry(printed)?.code).toBe(code))

  test('what is no country has no code, and says why', () => {
    for (const printed of ['NATO', 'Indochina', 'Congo', 'Africa Regional']) {
      const read = readCountry(printed)
      expect(read?.code).toBeNull()
      expect(read?.reason?.length).toBeGreaterThan(10)
    }
  })

  test('a near miss is not a guess', () => {
    for (const printed of ['Nigeri', 'Guinea-Bisau', 'Mexico FY 2012', 'Congo Republic', 'Republic', '', 'Kore']) {
      expect(readCountry(printed), printed).toBeNull()
    }
  })

  test('every country has a code of two letters of its own, and none that no country has', () => {
    const letters = countries().map(({ alpha2 }) => alpha2)
    expect(letters.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([])
    expect(new Set(letters).size).toBe(letters.length)
    expect(readDataTable('vocabulary/country-alpha2.csv')).toHaveLength(letters.length)
    expect(['ng', 'MX', 'tc', 'xk', 'gb', 'YU'].map((code) => countryOfAlpha2(code)?.code)).toEqual([
      'NGA',
      'MEX',
      'TCA',
      'XKX',
      'GBR',
      'YUG',
    ])
    expect(countryOfAlpha2('zz')).toBeNull()
  })

  test('a dissolved state says so', () => {
    for (const code of ['YUG', 'SCG', 'ANT']) expect(countryOfCode(code)?.reason).toMatch(/^Dissolved/)
  })

  test('case, accents and punctuation never change the reading', () => {
    const forms = readDataTable('vocabulary/country-names.csv').map((row) => row.printed!)
    fc.assert(
      fc.property(fc.constantFrom(...forms), (form) => {
        const read = readCountry(form)
        expect(readCountry(form.toUpperCase().replace('ß', 'SS'))).toEqual(read)
        expect(readCountry(form.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(read)
        expect(readCountry(` ${form.replaceAll(',', ' , ')}.`)).toEqual(read)
      }),
    )
  })

  test('every form leads to a country of the table or says why not, and every country can be read by its name', () => {
    for (const row of readDataTable('vocabulary/country-names.csv')) {
      if (row.code) expect(countryOfCode(row.code), row.printed).not.toBeNull()
      else expect(row.reason, row.printed).not.toBe('')
    }
    for (const country of countries()) expect(readCountry(country.nameEn)?.code, country.nameEn).toBe(country.code)
    expect(new Set(countries().map((country) => country.code)).size).toBe(countries().length)
  })
})

describe('programmes', () => {
  test.each([
    ['IMET-1 - Fiscal Year 2012 Department of State Training', 'IMET-1', 'IMET', 'DoS'],
    ['DOHS/USCG - FY 2007 DOHS Training', 'DOHS/USCG', 'Coast Guard', 'DHS'],
    [
      'DOD Africa Region, Angola,  DoD Regional Centers for Strategic Studies,FY05',
      'Regional Centers',
      'Regional Centers',
      'DoD',
    ],
    [
      'DOS Africa Region, Congo, Republic of (Brazzaville), International Military Education and Training (IMET), FY05',
      'IMET',
      'IMET',
      'DoS',
    ],
    ['Mexico, Non-Security Assistance, Unified Command Engagement Activities, FY 99', 'Non-SA, UC', 'Non-SA, UC', 'DoD'],
    ['Antigua And Barbuda (UK), Section 1004 - DoD Drug Interdiction, FY 00', 'Section 1004', 'Section 1004/333', 'DoD'],
    ['Section 1004 (Note 1), FY 01', 'Section 1004', 'Section 1004/333', 'DoD'],
    ['Non-SA, UC, JCET - Fiscal Year 2010 Department of Defense Training', 'Non-SA, UC, JCET', 'Non-SA, UC', 'DoD'],
    ['Misc DOD/DOS Non-SA - FY 2007 DoD Training', 'Misc DOD/DOS Non-SA', 'Misc DOD/DOS Non-SA', 'DoD'],
    ['Miscellaneous, DOS/DOD, Non-Security Assistance (Note 3), FY 01', 'Misc DOD/DOS Non-SA', 'Misc DOD/DOS Non-SA', null],
    ['PCCF - Fiscal Year 2018 Department of State Training', 'PCCF', 'PCCF', 'DoS'],
    ['Department of Homeland Security/United States Coat Guard Activities, FY05', 'DOHS/USCG', 'Coast Guard', 'DHS'],
    ['DoT/USCG Activities, FY 00', 'DoT/USCG', 'Coast Guard', null],
    ['Center For Hemispheric Defense Studies, FY 00 FY 00', 'CHDS', 'Regional Centers', 'DoD'],
    ['IMET', 'IMET', 'IMET', 'DoS'],
    ['GPOI - FY 2008 DoS Training', 'GPOI', 'PKO', 'DoS'],
  ])('%s is %s', (printed, code, family, agency) => expect(readProgram(printed)).toEqual({ code, family, agency }))

  test('an agency around the heading counts where the heading names none', () => {
    expect(readProgram('Section 506', 'DOD')?.agency).toBe('DoD')
    expect(readProgram('PCCF - Fiscal Year 2018 Department of State Training', 'DoD')?.agency).toBe('DoS')
    expect(readAgency('Department of Homeland Security Training')).toBe('DHS')
  })

  test('an unknown heading is null, also when it ends like a known one', () => {
    for (const printed of [
      'Section 9999, FY 05',
      'IMETX',
      'Other Activities, IMET, FY 05',
      'No activities reported for Niue in 2007-2008',
      '',
    ])
      expect(readProgram(printed), printed).toBeNull()
  })

  test('headings, codes and crosswalk agree', () => {
    for (const row of readDataTable('vocabulary/program-headings.csv')) {
      expect(readProgram(row.heading!)?.code, row.heading).toBe(row.code)
      expect(readProgram(`${row.heading}, FY 03`)?.code, row.heading).toBe(row.code)
      expect(readProgram(`${row.heading} - Fiscal Year 2016 Department of Defense Training`)).toMatchObject({
        code: row.code,
        agency: 'DoD',
      })
    }
    for (const step of programBreaks()) {
      expect(programOfCode(step.from)?.family, step.from).toBe(programOfCode(step.to)?.family)
      expect(step.citation).not.toBe('')
    }
    expect(programBreaks('PKO').map((step) => `${step.from}→${step.to}`)).toContain('GPOI→PKO')
    expect(programs().every((program) => program.nameEs && program.nameEn && program.source)).toBe(true)
  })
})

test('the data package describes every table and its fields', () => {
  const folder = new URL('../../data/vocabulary/', import.meta.url)
  const described = JSON.parse(readFileSync(new URL('datapackage.json', folder), 'utf8'))
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'))
  expect(described.resources.map((resource: { path: string }) => resource.path).sort()).toEqual(files.sort())
  for (const { path, schema } of described.resources) {
    const header = readFileSync(new URL(path, folder), 'utf8').split('\n')[0]
    expect(schema.fields.map((field: { name: string }) => field.name).join(','), path).toBe(header)
  }
})

test('the slug of every programme is read as that programme', () => {
  for (const { code } of programs()) expect([code, programSlug(slugOf(code))]).toEqual([code, slugOf(code)])
  expect(programSlug('Financiamiento militar extranjero')).toBe('fmf')
})

const peer = new URL('../../../shared/data/fmtr-peer/', import.meta.url)

test.skipIf(!existsSync(peer))('every country and programme of the peer’s rows is known', () => {
  const unknown = new Set<string>()
  for (const file of readdirSync(peer)) {
    const lines = gunzipSync(readFileSync(new URL(file, peer)))
      .toString('utf8')
      .split('\n')
      .slice(1)
    for (const pair of new Set(lines.filter(Boolean).map((line) => line.split('\t').slice(1, 3).join('\t')))) {
      const [country, program] = pair.split('\t') as [string, string]
      if (!readCountry(country)) unknown.add(country)
      if (!readProgram(program) && !/^No activities reported|^Republic Of, /.test(program)) unknown.add(program)
    }
  }
  expect([...unknown]).toEqual([])
})
