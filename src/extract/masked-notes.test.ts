import { expect, test } from 'vitest'
import { printedTotal, training } from '../../test/ledger-facts.js'
import { maskTraining } from './cells.js'
import { flag } from './fmtr/flags.js'
import { repairedReading, repairNote } from './fmtr/replaced-letters.js'
import { maskTotal } from './masked-notes.js'

const notesOf = (changes: Parameters<typeof training>[0]) =>
  maskTraining(training(changes), 'source').training.flags.map(({ note }) => note)

test('a repair’s note is masked as the cell is, and still leads from the masked cell to its reading', () => {
  const printed = 'CPT Anton Mustern/Amann, N/Avy HQS'
  const repaired = 'CPT Anton Musternamann, Navy HQS'
  const masked = maskTraining(
    training({ recipientUnit: printed, flags: [flag('REPAIRED_TEXT', repairNote(printed, repaired))] }),
    'source',
  ).training
  expect(JSON.stringify(masked)).not.toMatch(/Muster|Anton/)
  expect(repairedReading(masked.recipientUnit!, masked.flags)).toContain('Navy HQS')
})

test('every note that quotes what is withheld in a cell withholds it, with the rest of the note kept', () => {
  expect(
    notesOf({
      deliveryUnit: '99870602 1st Sergeant',
      recipientUnit: 'Army - CPT Anton Beispiel Muster, JAG',
      flags: [
        flag('DELIVERY_QUANTITY_NOT_APPLICABLE', 'Printed "99870602 1st Sergeant - N/A".'),
        flag('UNIT_OUTSIDE_COLUMN', '99870602 1st Sergeant stands under the start.'),
        flag('CANCELLED', 'Printed "Anton Beispiel Muster cancelled".'),
        flag('COST_UNREADABLE', 'Printed "Mr. Carl Exempel, HQ".'),
        flag('COST_BLANK', 'No cost is printed.'),
      ],
    }).slice(0, 5),
  ).toEqual([
    'Printed "[service number withheld] 1st Sergeant - N/A".',
    '[service number withheld] 1st Sergeant stands under the start.',
    'Printed "[name withheld] cancelled".',
    'Printed "Mr. [name withheld], HQ".',
    'No cost is printed.',
  ])
})

test('a total with the words of a training that it was written over withholds them', () => {
  const total = maskTotal(
    printedTotal({
      printed: 'Program Totals 7 99870602 1st Sergeant $10',
      flags: [flag('TOTAL_WITH_STRAY_CELLS', 'Also printed on the line: 99870602 1st Sergeant.')],
    }),
  )
  expect(JSON.stringify(total)).not.toContain('99870602')
})
