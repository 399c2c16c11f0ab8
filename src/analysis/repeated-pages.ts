/**
 * Pages that stand in two files of a report. Pure.
 *
 * Where a volume was cut into files at a region's end, the page with the end of one region and the beginning of the next was put
 * into both (FMTR 2001–2002: IV-35, IV-62, IV-95, IV-161, IV-181 and IV-188, 121 rows). Such rows are printed once and counted
 * once. Equal rows elsewhere are no copies: reports print the same row up to 458 times.
 */
import type { PrintedTotal, Training } from '../ledger/records.js'

type Printed = Training | PrintedTotal

/**
 * Where in the report a record is printed: printed page number and box, together with what is printed there, so that files whose
 * page numbers begin anew (2007–2021) are not confused. Null where the page has no printed number.
 */
export function printedAt(record: Printed): string | null {
  const [place] = record.places
  if (!place?.pageLabel || !place.box) return null
  const words =
    'printed' in record ? [record.level, record.printed] : [record.courseTitle, record.startPrinted, record.endPrinted]
  const { report, country, program, fiscalYear, quantity, cents } = record
  const box = place.box.map((edge) => Math.round(edge))
  return [report, place.pageLabel, ...box, country, program, fiscalYear, quantity, cents, ...words].join('\n')
}

/** The records in the order given, without those that another file holds already at the same place of the same printed page. */
export function withoutRepeatedPages<T extends Printed>(records: readonly T[]): T[] {
  const heldBy = new Map<string, string>()
  return records.filter((record) => {
    const place = printedAt(record)
    if (place === null) return true
    const holder = heldBy.get(place)
    if (holder === undefined) heldBy.set(place, record.sourceSha256)
    return holder === undefined || holder === record.sourceSha256
  })
}
