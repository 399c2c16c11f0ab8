/**
 * Which trainings a printed total claims to sum. Pure; the only place of this rule.
 *
 * The surprising case: a report may print the same total twice (a programme's heading stands in two places of a country, each with
 * rows and totals of its own). Then each sums the rows between the one before and itself, else all rows of its scope.
 */
import { groupBy } from './group-by.js'
import type { Place, PrintedTotal, Training } from './records.js'
import { countedCopies, type PrintedRow, type PrintedTotalLine, withoutRepeatedPages } from './repeated-pages.js'

/** What of a training tells which totals it counts in. */
export type CoveredTraining = PrintedRow & Pick<Training, 'program' | 'fiscalYear'>
/** What of a printed total tells which trainings it sums. */
export type CoveringTotal = PrintedTotalLine & Pick<PrintedTotal, 'level' | 'program' | 'fiscalYear'>

/**
 * The trainings under each total, in the order of the totals. Trainings and totals of several files may be mixed, those of a file in the
 * order of the document: a country may begin at the end of one file and go on in the next (FMTR 2001–2002, Zambia). Linear in
 * trainings, but for the few totals that are printed twice.
 *
 * `files` are the sources in their order, where what is given is not all of them: of a file without a training here the order could not be told.
 *
 * A scope is the triple (country, programme, fiscal year) within a report, each null where it spans. Both delivered and proposed
 * trainings count: the country totals of 1999–2000 and 2000–2001 add both years (FMTR 2000–2001, Western Hemisphere, Mexico).
 */
export function coveredRows<T extends CoveredTraining>(
  trainings: readonly T[],
  totals: readonly CoveringTotal[],
  files: readonly string[] = [],
): (readonly T[])[] {
  const rows = indexByScope(withoutRepeatedPages(trainings))
  const fileOrder = new Map(
    [...files, ...[...trainings, ...totals].map(({ sourceSha256 }) => sourceSha256)].map((file) => [file, 0]),
  )
  for (const [index, sha256] of [...fileOrder.keys()].entries()) fileOrder.set(sha256, index)
  const counted = countedCopies(totals)
  const levelAndScope = (total: CoveringTotal) => `${total.level}\n${scopeKey(total)}`
  const repeated = groupBy(
    totals.filter((total) => !counted.has(total)),
    levelAndScope,
  )
  return totals.map((total) => {
    const copy = counted.get(total) ?? total
    const alike = repeated.get(levelAndScope(copy))!
    return coveredBy(copy, alike, rows.get(scopeKey(copy)) ?? [], fileOrder)
  })
}

interface Scope {
  report: string
  country: string | null
  program: string | null
  fiscalYear: number | null
}

/**
 * A note is no part of a programme's name: headings are repeated with and without it (FMTR 2001–2002, Saudi Arabia). As a regular expression
 * that means the same to JavaScript and PostgreSQL, cases aside.
 */
export const programNote = String.raw`\s*\(Notes? [\d, &and]+\)`
const note = new RegExp(programNote, 'i')
const withoutNote = (program: string): string => program.replace(note, '')

const scopeKey = ({ report, country, program, fiscalYear }: Scope): string =>
  [report, country ?? '', program === null ? '' : withoutNote(program), fiscalYear ?? ''].join('\n')

/** Every training under each of the scopes that a total over it could have. */
function indexByScope<T extends CoveredTraining>(trainings: readonly T[]): Map<string, T[]> {
  const index = new Map<string, T[]>()
  for (const training of trainings) {
    const { report, country, program, fiscalYear } = training
    for (const scope of [
      { country, program, fiscalYear },
      { country, program, fiscalYear: null },
      { country, program: null, fiscalYear },
      { country, program: null, fiscalYear: null },
    ]) {
      const key = scopeKey({ report, ...scope })
      const rows = index.get(key)
      if (rows) rows.push(training)
      else index.set(key, [training])
    }
  }
  return index
}

/**
 * All rows of the scope. Where the same total is printed more than once: those of its own file, if each file has some; within a
 * file, those between the one before and this one, and after the last one, too.
 */
function coveredBy<T extends CoveredTraining>(
  total: CoveringTotal,
  alike: readonly CoveringTotal[],
  rows: readonly T[],
  fileOrder: ReadonlyMap<string, number>,
): readonly T[] {
  if (alike.length === 1) return rows
  const files = new Set(rows.map(({ sourceSha256 }) => sourceSha256))
  const apart =
    new Set(alike.map(({ sourceSha256 }) => sourceSha256)).size > 1 && alike.every((one) => files.has(one.sourceSha256))
  const sameFile = (record: { sourceSha256: string }) => !apart || record.sourceSha256 === total.sourceSha256
  const upright = frameOfPages(rows)
  const order = (one: T | CoveringTotal, other: T | CoveringTotal) =>
    fileOrder.get(one.sourceSha256)! - fileOrder.get(other.sourceSha256)! || inOrder(upright(one), upright(other))
  const sequence = alike.filter(sameFile).sort(order)
  const at = sequence.indexOf(total)
  const before = sequence[at - 1]
  const last = at === sequence.length - 1
  return rows.filter((row) => sameFile(row) && (!before || order(row, before) > 0) && (last || order(row, total) < 0))
}

type Positioned = { sourceSha256: string; places: readonly Place[] }

/**
 * Gives a record's first place as its page is read: a page may be displayed sideways or upside down. Lines are longer than high, and the rows,
 * which come in the order of the document, say which way they follow each other; rows in columns side by side say nothing.
 */
function frameOfPages(rows: readonly Positioned[]): (record: Positioned) => Place {
  const pageOf = ({ sourceSha256, places }: Positioned) => `${sourceSha256} ${places[0]!.page}`
  const upwards = new Map<string, number>()
  let before: Positioned | null = null
  for (const row of rows) {
    const last = before && pageOf(before) === pageOf(row) ? before.places[0]!.box : null
    const box = row.places[0]!.box
    before = row
    if (!last || !box) continue
    // Along the lines they must overlap; across, one follows the other.
    const along = isSideways(box) ? 1 : 0
    if (last[along + 2]! < box[along]! || box[along + 2]! < last[along]!) continue
    const step = Math.sign(box[1 - along]! - last[1 - along]!)
    upwards.set(pageOf(row), (upwards.get(pageOf(row)) ?? 0) + step)
  }
  return (record) => {
    const place = record.places[0]!
    if (!place.box) return place
    const [left, top, right, bottom] = place.box as [number, number, number, number]
    const step = upwards.get(pageOf(record)) ?? 0
    // Of rows from the right to the left the lines run downwards; where a page has one row alone, that is how most are turned.
    if (isSideways(place.box)) return { ...place, box: step > 0 ? [-bottom, left, -top, right] : [top, -right, bottom, -left] }
    return step < 0 ? { ...place, box: [-right, -bottom, -left, -top] } : place
  }
}

const isSideways = (box: readonly number[]): boolean => box[3]! - box[1]! > box[2]! - box[0]!

/** Page, row in the file, then height on the page. Boxes that overlap in no column stand in columns side by side. */
function inOrder(one: Place, other: Place): number {
  const page = (one.page ?? 0) - (other.page ?? 0) || (one.row ?? 0) - (other.row ?? 0)
  if (page !== 0 || !one.box || !other.box) return page
  if (one.box[2] < other.box[0]) return -1
  if (other.box[2] < one.box[0]) return 1
  return one.box[1] + one.box[3] - other.box[1] - other.box[3]
}
