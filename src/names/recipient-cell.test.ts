import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRecipientCell } from './recipient-cell.js'
import { classifyRecipient, namesUnit } from './recipient-class.js'

const texts = (cell: string, quantity?: number) => readRecipientCell(cell, { quantity }).map(({ count, text }) => [count, text])

describe('cells that name several', () => {
  test('counts before, behind, in parentheses', () => {
    expect(texts('13 from Ministry of Defense; 9 from National Defense School; and 3 from Senate.', 25)).toEqual([
      [13, 'Ministry of Defense'],
      [9, 'National Defense School'],
      [3, 'Senate'],
    ])
    expect(texts('BDF BDR COMMANDO BATTALION (12), BDR HEADQUARTERS (8), BDF', 32)).toEqual([
      [12, 'BDF BDR COMMANDO BATTALION'],
      [8, 'BDR HEADQUARTERS'],
      [null, 'BDF'],
    ])
    expect(texts('MoD-11; Parliament-5; The Ministry of Justice-6', 22)).toEqual([
      [11, 'MoD'],
      [5, 'Parliament'],
      [6, 'Ministry of Justice'],
    ])
    expect(texts('32-Rwandan Army 2-Rwandan Air Force 6-Rwandan National Police', 40)).toHaveLength(3)
  })

  test('names run together by lost line ends', () => {
    expect(texts('Ministry of DefenseMinistry of Foreign AffairsMinistry of EnergyNational Police', 10)).toEqual([
      [null, 'Ministry of Defense'],
      [null, 'Ministry of Foreign Affairs'],
      [null, 'Ministry of Energy'],
      [null, 'National Police'],
    ])
  })

  test('peers split, hierarchies do not', () => {
    expect(texts('MOD/MFA', 5)).toHaveLength(2)
    expect(texts('9th BN, 10th BN', 100)).toHaveLength(2)
    for (const cell of [
      'J2, General Staff',
      'SOCOM/JAF',
      '1 JR/JDF',
      '7th Bde, 73d Bn',
      'Naval Logistics Center, Philippine Navy',
    ])
      expect(texts(cell, 40), cell).toEqual([[null, cell]])
  })

  test('numbers of units are not counts', () => {
    for (const cell of ['2-nd Naval District, Durres', '95-D LIGHT AIR DEFENSE REGIMENT', 'BAFLIM 10 - 100, BAOPE I'])
      expect(texts(cell, 50), cell).toEqual([[null, cell]])
    expect(texts('13-BI; AGFT; 29-BIM', 29)).toEqual([
      [null, '13-BI'],
      [null, 'AGFT'],
      [null, '29-BIM'],
    ])
  })

  test('one session has one unit', () => expect(texts('Navy; National Defence College; Army', 1)).toHaveLength(1))

  test('names of different classes that cannot be told apart are unknown', () => {
    expect(readRecipientCell('Ministry of DefenseMinistry of Foreign Affairs', { quantity: 1 })[0]?.recipientClass).toBe(
      'unknown',
    )
  })

  test('no naming holds personal data', () => {
    const [naming] = readRecipientCell('100097999 LT Junior Grade', { quantity: 1 })
    expect(naming).toMatchObject({ text: '[service number withheld] LT Junior Grade', recipientClass: 'individual' })
    expect(naming?.flags.map((flag) => flag.code)).toEqual(['PERSONAL_DATA_MASKED'])
  })

  test('what is masked already gives the same', () => {
    const [masked] = readRecipientCell('[service number withheld] LT Junior Grade', { quantity: 1 })
    expect(masked).toMatchObject({ text: '[service number withheld] LT Junior Grade', recipientClass: 'individual' })
  })

  test('a blank cell names nothing', () => expect(readRecipientCell('  ')).toEqual([]))
})

test('any text gives namings in order, none blank, never more than sessions', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('Army', '(12)', ', ', '; ', '3-', ' from ', 'MOD', '/', '2nd Bn', ' and '),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), fc.integer({ min: 0, max: 30 }), (pieces, quantity) => {
      const namings = readRecipientCell(pieces.join(''), { quantity })
      expect(namings.map((naming) => naming.ordinal)).toEqual(namings.map((_, index) => index))
      for (const naming of namings) expect(naming.text.trim()).not.toBe('')
      if (quantity > 0) expect(namings.length).toBeLessThanOrEqual(Math.max(1, quantity))
    }),
  )
})

describe('classes', () => {
  test.each([
    ['Daily newspaper La Prensa', null, 'civil society'],
    ['Ministry of Foreign Affairs', null, 'other government'],
    ['Ministry of Defense', null, 'security force'],
    ['National Defense University', null, 'security force'],
    ['National University', null, 'civil society'],
    ['Civil Defense', null, 'other government'],
    ['Prison Service', null, 'security force'],
    ['U.S. Embassy', null, 'U.S. organisation'],
    ['Center for Hemispheric Defense Studies', 'MEX', 'U.S. organisation'],
    ['USAFA', 'MEX', 'U.S. organisation'],
    ['PARAGUAYAN NAVY', 'ARG', "another country's force"],
    ['PARAGUAYAN NAVY', 'PRY', 'security force'],
    ['Armed Forces of Malta', 'ITA', "another country's force"],
    ['Armed Forces of Malta', 'MLT', 'security force'],
    ['102/o. Batallón de Infantería', 'MEX', 'security force'],
    ['N/A', null, 'unknown'],
    ['Various', null, 'unknown'],
    ['-', null, 'unknown'],
    ['LAQZIM', null, 'unknown'],
  ])('%s in %s is %s', (text, country, expected) => expect(classifyRecipient(text, country)).toBe(expected))

  test.each([
    ['Colombian Army', 'service or ministry'],
    ['SEDENA', 'service or ministry'],
    ['Ministry of Defense', 'service or ministry'],
    ['SEMAR SOF', 'class of units'],
    ['GAFE', 'class of units'],
    ['3rd Bn', 'unit'],
    ['Colombian Army BACOT36', 'unit'],
    ['N/A', 'none'],
    ['Multi Service', 'none'],
    ['', 'none'],
    ['GAFE, Santa Fe, Mexico, D.F.', 'class of units'],
    ['315th GAFE, Santa Fe', 'unit'],
  ])('%s names: %s', (text, level) => expect(namesUnit(text)).toBe(level))
})

/** Cells as the reports print them, their names and classes read by eye: country, quantity, cell, names ("count:name"), classes. */
const labelled = readFileSync(new URL('../../test/fixtures/recipient-cells.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [countryCode, quantity, cell, names, classes] = line.split('\t') as [string, string, string, string, string]
    return { countryCode: countryCode || null, quantity: Number(quantity) || null, cell, names, classes: classes.split(' ¦ ') }
  })

test('labelled cells: splits are exact, wrong classes stay under 2 %, undecided under 12 %', () => {
  let wrong = 0
  let undecided = 0
  let all = 0
  for (const { countryCode, quantity, cell, names, classes } of labelled) {
    const namings = readRecipientCell(cell, { countryCode, quantity })
    const read = namings.length > 1 ? namings.map((naming) => `${naming.count ?? ''}:${naming.text}`).join(' ¦ ') : ''
    expect(read, cell).toBe(names)
    for (const [index, expected] of classes.entries()) {
      const given = namings[index]?.recipientClass
      all++
      if (given === expected) continue
      if (given === 'unknown') undecided++
      else wrong++
    }
  }
  expect(all).toBeGreaterThan(400)
  expect(wrong / all).toBeLessThan(0.02)
  expect(undecided / all).toBeLessThan(0.12)
})

test.each([
  ['1) Army Staff College 2) Naval Base Mombasa', ['Army Staff College', 'Naval Base Mombasa']],
  [
    '(1) Army Staff College (2) Naval Base Mombasa, (3) Air Force HQ',
    ['Army Staff College', 'Naval Base Mombasa', 'Air Force HQ'],
  ],
  ['1. Army Staff College; 2. Naval Base', ['Army Staff College', 'Naval Base']],
  // Counts, and numbers of units: not numbers of a list.
  ['1st Brigade, 2nd Brigade (2)', ['1st Brigade, 2nd Brigade (2)']],
  ['1) Army Staff College 3) Naval Base', ['1) Army Staff College 3) Naval Base']],
  // A slash stands between a unit and what it belongs to more often than between two units.
  ['11th Air Unit/ El Aouina AFB', ['11th Air Unit/ El Aouina AFB']],
  ['Indonesian Navy/John Lie Naval Ship', ['Indonesian Navy/John Lie Naval Ship']],
  ['MOD/MFA', ['MOD', 'MFA']],
  ['Regimiento 12/Regimiento 14', ['Regimiento 12', 'Regimiento 14']],
])('%s names %j', (cell, names) => {
  expect(readRecipientCell(cell, { quantity: 10 }).map(({ text }) => text)).toEqual(names)
})

test.each([
  ['COLOMBIAN NCO ACADEMY', 'COL', 'security force'],
  ['ROYAL BAHRAIN LAND FORCE', 'BHR', 'security force'],
  ['23rd Wing, Manta', 'ECU', 'security force'],
  ['Escuadrón Blindado', 'CHL', 'security force'],
  ['Federal Police4', 'MEX', 'security force'],
  ['Colombian Marine Corp', 'CHL', "another country's force"],
  // Words that others bear as well do not decide alone.
  ['Fundación Ideas para la Paz', 'COL', 'civil society'],
  ['Samoa Electric Power Company', 'WSM', 'unknown'],
  ['Art Department', 'MEX', 'unknown'],
])('%s in rows of %s is %s', (name, country, expected) => {
  expect(classifyRecipient(name, country)).toBe(expected)
})
