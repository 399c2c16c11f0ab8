/** Trainings and printed totals of a file, in the order in which the document prints them. */
import type { Place, PrintedTotal, Training } from '../ledger/records.js'

export type Printed = { type: 'training'; record: Training } | { type: 'total'; record: PrintedTotal }

/**
 * Merges the two lists, each of which is in the order of the document already. `columns`: how many columns of print a page has,
 * read one after the other (two in the report of 2000–2001); `width` is the page's, in points.
 */
export function inDocumentOrder(
  trainings: readonly Training[],
  totals: readonly PrintedTotal[],
  columns: { count: number; width: number } = { count: 1, width: 0 },
): Printed[] {
  const merged: Printed[] = []
  let training = 0
  let total = 0
  while (training < trainings.length || total < totals.length) {
    const next = trainings[training]
    const nextTotal = totals[total]
    if (next && (!nextTotal || compare(next.places[0]!, nextTotal.places[0]!) <= 0)) {
      merged.push({ type: 'training', record: next })
      training++
    } else {
      merged.push({ type: 'total', record: nextTotal! })
      total++
    }
  }
  return merged

  function compare(one: Place, other: Place): number {
    return (
      (one.page ?? 0) - (other.page ?? 0) ||
      (one.row ?? 0) - (other.row ?? 0) ||
      column(one) - column(other) ||
      top(one) - top(other)
    )
  }

  function column(place: Place): number {
    return columns.count > 1 && place.box ? Math.floor((place.box[0] / columns.width) * columns.count) : 0
  }
}

function top(place: Place): number {
  return place.box ? (place.box[1] + place.box[3]) / 2 : 0
}
