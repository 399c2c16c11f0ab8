import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fourDigitYear, readProgramHeading, readRunningHead, readTotalsLine } from './headings.js'

describe('programme headings', () => {
  test.each([
    // Every form is printed in a report; the file is named where it was seen first.
    [
      'DoS Africa Region, Angola, Africa Center for Strategic Studies, FY 01',
      ['Africa', 'Angola', 'Africa Center for Strategic Studies', 2001, 'DoS'],
    ],
    [
      'DOS Africa Region, Botswana, Foreign Military Financing (FMF),FY05',
      ['Africa', 'Botswana', 'Foreign Military Financing (FMF)', 2005, 'DoS'],
    ],
    [
      'DOHS Europe Region, Georgia, DOT/US Coast Guard Activities,FY03',
      ['Europe', 'Georgia', 'DOT/US Coast Guard Activities', 2003, 'DHS'],
    ],
    [
      'Africa Region, Malawi, Non-Security Assistance, Unified Command (Note 4), FY 01',
      ['Africa', 'Malawi', 'Non-Security Assistance, Unified Command (Note 4)', 2001, null],
    ],
    [
      'Africa Region, Cape Verde, Republic Of, Africa Center for Strategic Studies, FY 01',
      ['Africa', 'Cape Verde, Republic Of', 'Africa Center for Strategic Studies', 2001, null],
    ],
    [
      'DOD East Asia and Pacific Region, Korea, Republic of, PME Exchanges,FY03',
      ['East Asia and Pacific', 'Korea, Republic of', 'PME Exchanges', 2003, 'DoD'],
    ],
    [
      'Western Hemisphere Region, Peru, Miscellaneous, DOS/DOD, Non-Security Assistance (Note 3), FY 01',
      ['Western Hemisphere', 'Peru', 'Miscellaneous, DOS/DOD, Non-Security Assistance (Note 3)', 2001, null],
    ],
    [
      'Mexico, International Military Education And Training (IMET), FY 99',
      [null, 'Mexico', 'International Military Education And Training (IMET)', 1999, null],
    ],
    ['IMET-1 - Fiscal Year 2012 Department of State Training', [null, null, 'IMET-1', 2012, 'DoS']],
    // Not seen: another department, and a table that says it goes on.
    ['IMET-1 - Fiscal Year 2012 Department of Energy Training', [null, null, 'IMET-1', 2012, null]],
    ['IMET-1 - Fiscal Year 2012 DoS Training (Continued)', [null, null, 'IMET-1', 2012, 'DoS']],
    ["Mexico, Marshall Center, FY 00 (cont'd)", [null, 'Mexico', 'Marshall Center', 2000, null]],
    ['Misc DOD/DOS Non-SA - FY 2007 DoD Training', [null, null, 'Misc DOD/DOS Non-SA', 2007, 'DoD']],
    ['DOHS/USCG - Fiscal Year 2010 Department of Homeland Security Training', [null, null, 'DOHS/USCG', 2010, 'DHS']],
    ['IMET-X- FY 2008 DoS Training', [null, null, 'IMET-X', 2008, 'DoS']],
    ['FMF – FY 2008 DoS Training', [null, null, 'FMF', 2008, 'DoS']],
    ['Non-SA, Combatant Command - FY 2006 DoD Training', [null, null, 'Non-SA, Combatant Command', 2006, 'DoD']],
  ] as const)('%s', (text, [region, country, program, fiscalYear, agency]) => {
    expect(readProgramHeading(text)).toEqual({ region, country, program, fiscalYear, agency })
  })

  test.each([
    'AIR COMD & STAFF COLLEGE',
    'Fiscal Year 2012 Program Totals',
    'Benin',
    'FY 01',
    ', FY 01',
    'Course, FY',
    'Angola, FY 01',
  ])('%s is none', (text) => {
    expect(readProgramHeading(text)).toBeNull()
  })

  test('a table of countries settles what the grammar cannot', () => {
    const text = 'Africa Region, Congo, Brazzaville, Section 1004, FY 02'
    expect(readProgramHeading(text)?.country).toBe('Congo')
    expect(readProgramHeading(text, (name) => name === 'Congo, Brazzaville')?.country).toBe('Congo, Brazzaville')
  })

  const words = fc
    .array(fc.stringMatching(/^[A-Z][a-zéñ'&()/.0-9-]{0,9}$/), { minLength: 1, maxLength: 4 })
    .map((list) => list.join(' '))
  const region = fc.constantFrom('Africa', 'East Asia and Pacific', 'NIS', 'Western Hemisphere')
  const year = fc.integer({ min: 1999, max: 2035 })

  test('whatever is put together is taken apart (layouts A to C)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, 'DoS', 'DOD', 'DOHS'),
        region,
        words,
        fc.array(words, { minLength: 1, maxLength: 3 }),
        year,
        fc.boolean(),
        (agency, region, country, parts, fiscalYear, spaced) => {
          fc.pre(!/ region$|^region$/i.test(country) && !/^(the |north$|south$|.*(republic|states?|kingdom))/i.test(parts[0]!))
          const program = parts.join(', ')
          const text = `${agency ? `${agency} ` : ''}${region} Region, ${country}, ${program},${spaced ? ' FY ' : 'FY'}${String(fiscalYear).slice(2)}`
          const heading = readProgramHeading(text)
          expect(heading).toMatchObject({ region, country, program, fiscalYear })
        },
      ),
    )
  })

  test('whatever is put together is taken apart (layouts D and E)', () => {
    fc.assert(
      fc.property(
        words,
        year,
        fc.constantFrom('DoS', 'DoD', 'Department of Homeland Security'),
        (program, fiscalYear, agency) => {
          expect(readProgramHeading(`${program} - Fiscal Year ${fiscalYear} ${agency} Training`)).toMatchObject({
            program,
            fiscalYear,
            country: null,
          })
        },
      ),
    )
  })

  test('no text, however odd, throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        readProgramHeading(text)
        readTotalsLine(text)
        readRunningHead(text)
      }),
    )
  })
})

describe('totals lines', () => {
  test.each([
    ['FY 01 Totals:', { level: 'fiscal_year', country: null, fiscalYear: 2001 }],
    ['Program Totals:', { level: 'program', country: null, fiscalYear: null }],
    ['Country Totals:', { level: 'country', country: null, fiscalYear: null }],
    ['FY 2007 Program Totals', { level: 'program', country: null, fiscalYear: 2007 }],
    ['Fiscal Year 2012 Program Totals', { level: 'program', country: null, fiscalYear: 2012 }],
    ['Angola FY 2007 Totals', { level: 'country', country: 'Angola', fiscalYear: 2007 }],
    ['St Kitts And Nevis\u00a0Fiscal Year 2012 Totals', { level: 'country', country: 'St Kitts And Nevis', fiscalYear: 2012 }],
  ] as const)('%s', (text, expected) => {
    expect(readTotalsLine(text)).toEqual(expected)
  })

  test.each([
    'TOTAL ARMY INSTRUCTOR TNG',
    'TOTAL QUALITY MANAGEMENT',
    'CONTRACTS - TOTAL',
    'Totals',
    'IMET-1 Program Totals',
    '',
  ])('%s is a course or nothing', (text) => {
    expect(readTotalsLine(text)).toBeNull()
  })
})

test.each([
  ['Volume I Section IV-I - Africa', 'Africa'],
  ['Volume I, Section IV-VI - Western Hemisphere', 'Western Hemisphere'],
  ['Volume I - Section IV - Part IV-II - East Asia and Pacific', 'East Asia and Pacific'],
  ['Volume II of the set', null],
  ['Africa', null],
])('running head %s', (text, region) => {
  expect(readRunningHead(text)).toBe(region)
})

test('two digits are read within the series', () => {
  expect(['99', '00', '21', '2012'].map(fourDigitYear)).toEqual([1999, 2000, 2021, 2012])
})
