import { describe, expect, test } from 'vitest'
import { materialIsThere, mexicanUnits, nigerianUnits } from '../../bench/name-material.js'
import { measureRule } from '../../bench/resolve.js'
import { KnownUnits } from './known-units.js'

const unit = (id: string, ...names: string[]) => ({ id, country: 'NGA', names })
const known = new KnownUnits(
  [
    unit('20', '20 Mechanized Battalion', '20 Battalion'),
    unit('245', '245 Recce Battalion'),
    unit('3', '3 Armoured Division'),
    unit('log air', 'Logistics Command (Air Force)'),
    unit('log navy', 'Logistics Command (Navy)'),
    unit('301', '301 Flying Training School'),
  ],
  'NGA',
)

describe('a name is decisively a known unit', () => {
  test.each([
    ['20 BN', '20'],
    ['245 Recon BN', '245'],
    ['301ST FLYING TRAINING SCHOOL, KADUNA', '301'],
  ])('%s', (printed, id) => {
    expect(known.decide(printed)).toMatchObject({ id })
  })
})

describe('a name waits for a person', () => {
  test.each([
    ['NIBATT 20', 'battalions on missions are numbered by rotation'],
    ['245 Artillery BN', 'another arm'],
    ['HQ 3 Division', 'its headquarters or itself'],
    ['Logistics Command', 'of two services'],
    ['21 BN', 'another number'],
    ['Battalion', 'any'],
  ])('%s: %s', (printed) => {
    expect(known.decide(printed)).toBeNull()
  })
})

test.skipIf(!materialIsThere())(
  'at least 98 of 100 decisions are right, and the held-out third is no worse',
  () => {
    const mexico = measureRule('Mexico', mexicanUnits(), 'MEX', true)
    expect(mexico.decided).toBeGreaterThan(120)
    expect(mexico.wrong / mexico.decided).toBeLessThanOrEqual(0.02)
    const nigeria = measureRule('Nigeria', nigerianUnits(), 'NGA', false)
    expect(nigeria.decided).toBeGreaterThan(200)
    expect(nigeria.wrong / nigeria.decided).toBeLessThanOrEqual(0.02)
    expect((mexico.heldOutWrong + nigeria.heldOutWrong) / (mexico.heldOut + nigeria.heldOut)).toBeLessThanOrEqual(0.02)
  },
  120_000,
)
