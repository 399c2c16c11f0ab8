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
 * Where in the report a record is printed: printed page number and box, together with the country, numbers and words that stand
 * there: page numbers begin anew in each file of 2007–2021, and the same course may stand at the same height of a page 22 in two
 * of them. Null where the page has no printed number.
 *
 * The programme is left out: on the first page of a file the heading may be that of another page.
 */
function printedAt(record: Printed): string | null {
  const [place] = record.places
  if (!place?.pageLabel || !place.box) return null
  const words =
    'printed' in record
      ? [record.printed]
      : [record.courseTitle, record.location, record.recipientUnit, record.startPrinted, record.endPrinted]
  const box = place.box.map((edge) => Math.round(edge))
  return [record.report, record.country, place.pageLabel, ...box, record.quantity, record.cents, ...words].join('\n')
}

/**
 * For each record that another file holds too, at the same place of the same printed page: the copy that counts. That is the one
 * with most pages before it in its file, where the headings above it are known.
 */
export function countedCopies<T extends Printed>(records: readonly T[]): Map<T, T> {
  const copies = new Map<string, T[]>()
  for (const record of records) {
    const place = printedAt(record)
    if (place === null) continue
    const group = copies.get(place)
    if (group) group.push(record)
    else copies.set(place, [record])
  }
  const counted = new Map<T, T>()
  for (const group of copies.values()) {
    const files = new Set(group.map(({ sourceSha256 }) => sourceSha256))
    if (files.size < 2) continue
    const best = group.reduce((most, one) => (one.places[0]!.page! > most.places[0]!.page! ? one : most))
    for (const record of group) if (record.sourceSha256 !== best.sourceSha256) counted.set(record, best)
  }
  return counted
}

/** The records in the order given, without copies that do not count. */
export function withoutRepeatedPages<T extends Printed>(records: readonly T[]): T[] {
  const counted = countedCopies(records)
  return records.filter((record) => !counted.has(record))
}
