import { expect, test } from 'vitest'
import { source, training } from '../../test/ledger-facts.js'
import { flag } from './fmtr/flags.js'
import { repairNote } from './fmtr/replaced-letters.js'
import { factsOfReport } from './report-facts.js'

const factsOf = (...trainings: ReturnType<typeof training>[]) =>
  factsOfReport({ source: source(), trainings, totals: [], unread: [] })

test('a damaged cell is found and classed by its repaired reading, and stays as printed', () => {
  const printed = 'N/Avy HQS'
  const damaged = training({ recipientUnit: printed, flags: [flag('REPAIRED_TEXT', repairNote(printed, 'Navy HQS'))] })
  const sound = factsOf(training({ recipientUnit: 'Navy HQS' }))
  const facts = factsOf(damaged)
  expect(facts.training![0]!.recipient_unit).toBe(printed)
  expect(facts.training![0]!.search_keys).toEqual(sound.training![0]!.search_keys)
  expect(facts.names!.find(({ text }) => text === printed)!.search_key).toBe('navy hqs')
  expect(facts.naming![0]!.recipient_class).toBe('security force')
})

test('a repair speaks of its own cell only, also where another begins alike', () => {
  const flags = [flag('REPAIRED_TEXT', repairNote('N/Avy "A"', 'Navy "A"')), flag('REPAIRED_TEXT', repairNote('N/Avy', 'Navy'))]
  const facts = factsOf(training({ recipientUnit: 'N/Avy', courseTitle: 'N/Avy "A"', deliveryUnit: 'N/A', flags }))
  expect((facts.training![0]!.search_keys as string[]).slice(0, 3)).toEqual(['navy a', 'navy', 'n a'])
})

test('names of a damaged list are paired with their readings', () => {
  const printed = 'N/Avy Staff College; N/Ational War College'
  const repaired = 'Navy Staff College; National War College'
  const facts = factsOf(
    training({ recipientUnit: printed, deliveryUnit: null, flags: [flag('REPAIRED_TEXT', repairNote(printed, repaired))] }),
  )
  expect(facts.names!.map(({ text, search_key }) => [text, search_key])).toEqual([
    ['N/Avy Staff College', 'navy staff college'],
    ['N/Ational War College', 'national war college'],
  ])
})
