/**
 * What the cells of a training say beyond their text: the personal data that is masked before anything public sees it, and the units that
 * are named. Names are always read from the masked text, so that the bundled data and the originals give the same.
 */
import type { Row } from '../ledger/changesets/canonical.js'
import { unmaskedCellRow } from '../ledger/changesets/facts.js'
import type { Naming, Training } from '../ledger/records.js'
import { maskPersonalData } from '../names/personal-data.js'
import { readRecipientCell } from '../names/recipient-cell.js'

const maskedCells = [
  ['courseTitle', 'course_title'],
  ['recipientUnit', 'recipient_unit'],
  ['deliveryUnit', 'delivery_unit'],
  ['location', 'location'],
] as const

/** The training with personal data masked and flagged, and the cells as printed, for the restricted schema. */
export function maskTraining(training: Training, source: string): { training: Training; unmasked: Row[] } {
  const masked = { ...training, flags: [...training.flags] }
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

/** The units that a masked training names: who was trained, and who trained. */
export function namingsOf(training: Training): Naming[] {
  const { recipientUnit, deliveryUnit, country, countryCode, quantity } = training
  const namings = recipientUnit === null ? [] : readRecipientCell(recipientUnit, { country, countryCode, quantity })
  if (deliveryUnit !== null) {
    namings.push({ role: 'delivery', ordinal: 0, count: null, text: deliveryUnit, recipientClass: null, flags: [] })
  }
  return namings
}
