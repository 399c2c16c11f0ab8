/** Trainings and printed totals of a file, in the order in which the document prints them. */
import type { PrintedTotal, Training } from '../ledger/records.js'
import type { ExtractedReport } from './fmtr/extracted-report.js'

export type Printed = { type: 'training'; record: Training } | { type: 'total'; record: PrintedTotal }

/**
 * The two lists as one. Places do not tell the order: a page may have columns side by side, or be displayed sideways. Whoever read the
 * document knows it.
 */
export function inDocumentOrder({
  trainings,
  totals,
  sequence,
}: Pick<ExtractedReport, 'trainings' | 'totals' | 'sequence'>): Printed[] {
  let training = 0
  let total = 0
  return sequence.map((type) =>
    type === 'training' ? { type, record: trainings[training++]! } : { type, record: totals[total++]! },
  )
}
