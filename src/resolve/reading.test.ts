/** Printed names are real: the reports' own. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecipientClass } from '../ledger/records.js'
import { entityOfReading } from './proposals.js'
import { readPrintedName } from './reading.js'

const read = (text: string, country: string | null = 'MEX', recipientClass: RecipientClass | null = 'security force') =>
  readPrintedName({ text, country, recipientClass })
const entity = (...name: Parameters<typeof read>) => entityOfReading(read(...name))

describe('names that say the same are one unit', () => {
  test.each([
    ['1ST BATTALION, INFANTRY', '1st Infantry Battalion', 'JOR'],
    ['COLOMBIAN ARMY COUNTERGUERRILLAS BATTALION NO.8', 'COLOMBIAN ARMY COUNTERGUERRILLAS BATALLION NO.8', 'COL'],
    ['1st. Air Brigade', 'Air Brigade No.1', 'CHL'],
    ['21nd Combat Wing, Taura', 'COMBAT WING 21, TAURA', 'ECU'],
    ['Iraqi Ministry of Defense', 'MINISTRY OF DEFENSE', 'IRQ'],
    ['BURUNDIAN ARMY', 'Army', 'BDI'],
    ['SEDENA', 'Secretaría de la Defensa Nacional', 'MEX'],
    ['SEMAR 1250', 'SEMAR', 'MEX'],
  ])('%s and %s', (one, other, country) => {
    expect(entity(one, country)).not.toBeNull()
    expect(entity(one, country)).toBe(entity(other, country))
  })
})

describe('names that say different things are not', () => {
  test.each([
    ['315th GAFE, Zapopan, Jalisco', '6th BN, GAFE, Nogales, Sonora', 'MEX'],
    ['315th GAFE, Zapopan, Jalisco', 'GAFE', 'MEX'],
    ['3rd Bn 5th Regt', '5th Bn 3rd Regt', 'KEN'],
    ['ROYAL MAINTENANCE CORPS', 'ROYAL SUPPLY & TRANSPORTATION CORPS.', 'JOR'],
    ['5th Infantry Battalion', '5th Artillery Battalion', 'UGA'],
    ['102/o. Batallón de Infantería', '12/o. Batallón de Infantería', 'MEX'],
  ])('%s and %s', (one, other, country) => {
    expect(entity(one, country)).not.toBeNull()
    expect(entity(one, country)).not.toBe(entity(other, country))
  })

  test('the same words in two countries are two units', () => {
    expect(entity('1st Infantry Battalion', 'JOR')).not.toBe(entity('1st Infantry Battalion', 'KEN'))
  })
})

describe('levels', () => {
  test.each([
    ['315th GAFE, Zapopan, Jalisco', 'MEX', 'unit'],
    ['GAFE', 'MEX', 'class of units'],
    ['GAFE, Parachutist Brigade, Mexico, D.F.', 'MEX', 'class of units'],
    ['MP BTN', 'ROU', 'class of units'],
    ['Special Forces', 'JOR', 'class of units'],
    ['SEDENA', 'MEX', 'body'],
    ['SEMAR 1250', 'MEX', 'body'],
    ['Army', 'MEX', 'body'],
    ['Joint Staff', 'PHL', 'body'],
    ['N/A', 'MEX', 'none'],
    ['Various', 'MEX', 'none'],
    ['UNK', 'COL', 'none'],
  ])('%s (%s) is a %s', (text, country, level) => {
    expect(read(text, country).level).toBe(level)
  })

  test('a bare class, wherever it is said to be, is the class that its acronym names', () => {
    expect(read('GAFE, Parachutist Brigade, Mexico, D.F.')).toMatchObject({ key: read('GAFE').key, className: 'GAFE' })
  })

  test('what is no force becomes an organisation where it names one, and private persons nothing', () => {
    expect(read('National Security Council', 'THA', 'other government')).toMatchObject({ level: 'organization' })
    expect(entity('Media', 'THA', 'civil society')).toBeNull()
    expect(read('[name withheld]', 'GEO', 'individual').level).toBe('none')
  })

  test("another country's force is of the country that it says", () => {
    expect(read('Egyptian Army', 'JOR', "another country's force")).toMatchObject({ level: 'body', country: 'EGY' })
    expect(entity('Egyptian Army', 'JOR', "another country's force")).toBe(entity('Army', 'EGY'))
  })
})

describe('a reading that tells too little proposes nothing', () => {
  test.each([
    ['"B" Company Army', 'LBR'],
    ['G-3', 'PHL'],
    ['Fleet Command', 'IDN'],
  ])('%s', (text, country) => {
    expect(read(text, country).key).toBeNull()
  })

  test('where a training was held is not who held it', () => {
    expect(read('Ghana (In Country Training)', null, null).level).toBe('none')
  })
})

test('any text gives a reading, the same each time, and none of its letters is lost from a key that is too long to read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.constantFrom('MEX', 'Freedonia', null), (text, country) => {
      expect(read(text, country)).toEqual(read(text, country))
    }),
  )
  const list = (last: string) =>
    `${Array.from({ length: 40 }, (_, at) => `Ministry of Defense Office ${at}`).join('; ')}; ${last}`
  expect(entity(list('Tuzla'))).not.toBe(entity(list('Zenica')))
})
