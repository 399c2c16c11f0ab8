/**
 * Pages that stand in two files of a report: which of two copies of a record counts. Pure; the only place of this rule. A file that was saved anew by
 * another program has other bytes, so that it is another source: all its rows are copies.
 *
 * Where a volume was cut into files at a region's end, the page with the end of one region and the beginning of the next was put
 * into both (FMTR 2001–2002: IV-35, IV-62, IV-95, IV-161, IV-181 and IV-188, 121 rows). Such rows are printed once and counted
 * once. Equal rows elsewhere are no copies: reports print the same row up to 458 times.
 */
import type { PrintedTotal, Training } from './records.js'

type Common = 'sourceSha256' | 'report' | 'country' | 'quantity' | 'cents' | 'places'
/** What of a training, or of a printed total, tells whether another is a copy of it. */
export type PrintedRow = Pick<Training, Common | 'courseTitle' | 'location' | 'recipientUnit' | 'startPrinted' | 'endPrinted'>
export type PrintedTotalLine = Pick<PrintedTotal, Common | 'printed'>
type Printed = PrintedRow | PrintedTotalLine

/**
 * Where in the report a record is printed: printed page number and box, together with the country, numbers and words that stand
 * there: page numbers begin anew in each file of 2007–2021, and the same course may stand at the same height of a page 22 in two
 * of them. Where the page has no printed number its number in the file tells, and in a report without pages the number of the row: both are the same only in a
 * file that was saved anew. Null where nothing says where it stands.
 *
 * The programme is left out: on the first page of a file the heading may be that of another page.
 */
function printedAt(record: Printed): string | null {
  const [place] = record.places
  if (!place) return null
  const where = place.box ? [place.pageLabel ?? `#${place.page}`, ...place.box.map((edge) => Math.round(edge))] : [place.row]
  if (where[0] === null) return null
  const words =
    'printed' in record
      ? [record.printed]
      : [record.courseTitle, record.location, record.recipientUnit, record.startPrinted, record.endPrinted]
  return [record.report, record.country, ...where, record.quantity, record.cents, ...words].join('\n')
}

/**
 * Of two copies the one with more pages before it in its file counts: there the headings above it are known. Where both have as
 * many, the file's digest decides, so that the order in which files came never does.
 */
function outranks(one: Printed, other: Printed): boolean {
  const pages = (one.places[0]!.page ?? 0) - (other.places[0]!.page ?? 0)
  return pages !== 0 ? pages > 0 : one.sourceSha256 < other.sourceSha256
}

/** Pairs of the same printed record in two files: the first does not count wherever the second is at hand, too. */
export function repetitions<T extends Printed>(records: Iterable<T>): [copy: T, counted: T][] {
  const copies = new Map<string, T[]>()
  for (const record of records) {
    const place = printedAt(record)
    if (place === null) continue
    const group = copies.get(place)
    if (group) group.push(record)
    else copies.set(place, [record])
  }
  const pairs: [T, T][] = []
  for (const group of copies.values()) {
    if (group.length < 2) continue
    for (const one of group)
      for (const other of group) if (one.sourceSha256 !== other.sourceSha256 && outranks(other, one)) pairs.push([one, other])
  }
  return pairs
}

/** For each record that does not count: the copy that does. */
export function countedCopies<T extends Printed>(records: Iterable<T>): Map<T, T> {
  const counted = new Map<T, T>()
  for (const [copy, other] of repetitions(records)) {
    const known = counted.get(copy)
    if (!known || outranks(other, known)) counted.set(copy, other)
  }
  return counted
}

/** The records in the order given, without copies that do not count. */
export function withoutRepeatedPages<T extends Printed>(records: readonly T[]): T[] {
  const counted = countedCopies(records)
  return records.filter((record) => !counted.has(record))
}
