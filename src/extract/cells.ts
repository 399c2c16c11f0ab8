/**
 * What the cells of a training say beyond their text: the personal data that is masked before anything public sees it, and the units that
 * are named. Names are always read from the masked text, so that the bundled data and the originals give the same.
 */
import type { Row } from '../ledger/changesets/canonical.js'
import { unmaskedCellRow } from '../ledger/changesets/facts.js'
import type { Naming, Training } from '../ledger/records.js'
import { ownCopy, remembered } from '../ledger/remembered.js'
import { maskPersonalData } from '../names/personal-data.js'
import { readRecipientCell } from '../names/recipient-cell.js'
import { repairedReading } from './fmtr/replaced-letters.js'
import { maskNotes } from './masked-notes.js'

const maskedCells = [
  ['courseTitle', 'course_title'],
  ['recipientUnit', 'recipient_unit'],
  ['deliveryUnit', 'delivery_unit'],
  ['location', 'location'],
] as const

/** The training with personal data masked and flagged, and the cells as printed, for the restricted schema. */
export function maskTraining(training: Training, source: string): { training: Training; unmasked: Row[] } {
  const masked = {
    ...training,
    flags: maskNotes(
      training.flags,
      maskedCells.map(([field]) => training[field]),
    ),
  }
  const unmasked: Row[] = []
  for (const [field, column] of maskedCells) {
    const cell = training[field]
    if (cell === null) continue
    const { text, flags } = maskPersonalData(cell)
    if (text === cell) continue
    masked[field] = text
    masked.flags.push(...flags)
    unmasked.push(unmaskedCellRow({ id: training.id, source }, column, cell))
  }
  return { training: masked, unmasked }
}

/**
 * The units that a masked training names: who was trained, and who trained. `reading` is the name as it is to be read where the print is
 * damaged ("N/Avy HQS": "Navy HQS"), else its text.
 */
export function namingsOf(training: Training): { naming: Naming; reading: string }[] {
  const { recipientUnit, deliveryUnit, flags } = training
  const namings = recipientUnit === null ? [] : recipientsOf(training, recipientUnit)
  if (deliveryUnit !== null) {
    const naming: Naming = { role: 'delivery', ordinal: 0, count: null, text: deliveryUnit, recipientClass: null, flags: [] }
    namings.push({ naming, reading: repairedReading(deliveryUnit, flags) })
  }
  return namings
}

/** Cells that were read: three of five stand in another row of the same country. */
const recipientCell = remembered(
  50_000,
  ({ cell, training }: { cell: string; training: Training }): readonly Naming[] => readRecipientCell(ownCopy(cell), training),
  ({ cell, training: { countryCode, quantity } }) => `${countryCode}|${quantity}|${cell}`,
)

/** A damaged cell is classed by its repaired reading; its names stay as printed. */
function recipientsOf(training: Training, cell: string): { naming: Naming; reading: string }[] {
  const printed = recipientCell({ cell, training })
  const repaired = repairedReading(cell, training.flags)
  const mended = repaired === cell ? printed : recipientCell({ cell: repaired, training })
  // Where the damage changes how many names there are, which is which cannot be told.
  if (mended === printed || mended.length !== printed.length) return printed.map((naming) => ({ naming, reading: naming.text }))
  return printed.map((naming, index) => {
    const { text, recipientClass } = mended[index]!
    return { naming: { ...naming, recipientClass }, reading: text }
  })
}
