/**
 * Puts our trainings beside the rows of Security Force Monitor's extraction (fmtrpt_data) and compares their text cells. Pure.
 *
 * Rows are aligned by what is no text: region, printed page, quantity, cost and dates (layout A: country and programme, it has no
 * pages). Of rows that agree in all of these, those with the same text are paired first. The peer's known losses are left out by
 * the rules in `losses`, each counted, so that what remains is comparable.
 */

import { isBlank, isNotApplicable, readCents, readQuantity } from '../src/extract/fmtr/values.js'
import type { Training } from '../src/ledger/records.js'

export const columns = ['course_title', 'location', 'student_unit', 'us_unit'] as const
export type Column = (typeof columns)[number]

/** A row of the peer's file, as it stands there. */
export type PeerRow = Record<
  'file' | 'country' | 'program' | 'quantity' | 'total_cost' | 'start_date' | 'end_date' | 'page_number' | Column,
  string
>

/** Rows of the peer that are no trainings, or not whole ones, and are left out. */
const losses = {
  'a totals line among the trainings': (row: PeerRow) =>
    /^(?:(?:.* )?(?:FY|Fiscal Year) ?\d+ )?(?:Program |Country )?Totals?:?$/i.test(plain(row.course_title)) ||
    (row.course_title === '' && isTotal(row)),
  'the tail of a wrapped title, without numbers': (row: PeerRow) =>
    row.quantity === '' && row.total_cost === '' && row.start_date === '' && row.end_date === '',
  'a quantity that is no number (columns run together or shifted)': (row: PeerRow) =>
    row.quantity !== '' && !('value' in readQuantity(row.quantity)),
  'a cost that is no amount (columns run together or shifted)': (row: PeerRow) =>
    !isBlank(row.total_cost) && !isNotApplicable(row.total_cost) && !('value' in readCents(row.total_cost)),
} satisfies Record<string, (row: PeerRow) => boolean>

/** 2007–2008: 565 totals without a title, told by what no training lacks: location, units and dates. */
const isTotal = (row: PeerRow): boolean =>
  row.location === '' && row.student_unit === '' && row.us_unit === '' && row.start_date === '' && row.end_date === ''

export interface Cell {
  column: Column
  training: Training
  peer: PeerRow
  ours: string
  theirs: string
}

export interface Comparison {
  /** Rows of the peer left out, by the rule that did. */
  left: Record<string, number>
  peerRows: number
  ourRows: number
  aligned: number
  cells: Record<Column, { compared: number; differ: Cell[] }>
}

const emptyComparison = (): Comparison => ({
  left: Object.fromEntries(Object.keys(losses).map((rule) => [rule, 0])),
  peerRows: 0,
  ourRows: 0,
  aligned: 0,
  cells: Object.fromEntries(
    columns.map((column) => [column, { compared: 0, differ: [] as Cell[] }]),
  ) as unknown as Comparison['cells'],
})

/** Compares all trainings of one report with all rows of the peer for it. */
export function compareWithPeer(trainings: readonly Training[], peer: readonly PeerRow[]): Comparison {
  const comparison = emptyComparison()
  const rows = peer.filter((row) => {
    const rule = Object.entries(losses).find(([, isLoss]) => isLoss(row))?.[0]
    if (rule) comparison.left[rule]! += 1
    return rule === undefined
  })
  comparison.peerRows = rows.length
  comparison.ourRows = trainings.length
  for (const [training, row] of align(trainings, rows)) {
    comparison.aligned++
    for (const column of columns) {
      const ours = ourText(training, column)
      const theirs = row[column]
      if (!columnsOf(training).includes(column)) continue
      const cell = comparison.cells[column]
      cell.compared++
      if (!sameText(ours, theirs, column)) cell.differ.push({ column, training, peer: row, ours, theirs: plain(theirs) })
    }
  }
  return comparison
}

/** Layouts A and B have a title only; a report without the column has it blank everywhere, at the peer too. */
function columnsOf(training: Training): readonly Column[] {
  return training.startPrinted === null && training.endPrinted === null && /^(?:1999|2000)-/.test(training.report)
    ? ['course_title']
    : columns
}

/** Pairs of rows that agree in all that is no text; each row at most once. */
export function align(trainings: readonly Training[], peer: readonly PeerRow[]): [Training, PeerRow][] {
  const pairs: [Training, PeerRow][] = []
  let ours = trainings.map((training) => training)
  let theirs = peer.map((row) => row)
  // A row that crosses pages has the later page at the peer; then what is left is tried without the page.
  for (const page of [0, 1, null] as const) {
    const groups = new Map<string, PeerRow[]>()
    for (const row of theirs) push(groups, peerKey(row, page !== null), row)
    const own = new Map<string, Training[]>()
    for (const training of ours) push(own, ourKey(training, page), training)
    const paired = new Set<Training | PeerRow>()
    for (const [key, group] of own) {
      for (const pair of pairUp(group, groups.get(key) ?? [])) {
        pairs.push(pair)
        paired.add(pair[0]).add(pair[1])
      }
    }
    ours = ours.filter((training) => !paired.has(training))
    theirs = theirs.filter((row) => !paired.has(row))
  }
  return pairs
}

/** Same texts first, then by how many columns agree, then in order. Groups are small but for rows printed hundreds of times. */
function pairUp(ours: readonly Training[], theirs: readonly PeerRow[]): [Training, PeerRow][] {
  const pairs: [Training, PeerRow][] = []
  const left = [...theirs]
  let open = [...ours]
  for (let need = columns.length; need >= 0 && open.length > 0 && left.length > 0; need--) {
    const still: Training[] = []
    for (const training of open) {
      const index = left.findIndex(
        (row) => columns.filter((column) => sameText(ourText(training, column), row[column], column)).length >= need,
      )
      if (index < 0) still.push(training)
      else pairs.push([training, ...left.splice(index, 1)] as [Training, PeerRow])
    }
    open = still
  }
  return pairs
}

function ourKey(training: Training, laterPage: 0 | 1 | null): string {
  const { places, quantity, cents, startPrinted, endPrinted } = training
  const printed = places[0]!.pageLabel ?? String(places[0]!.page ?? '')
  const page = printed === '' ? '' : Number(/(\d+)$/.exec(printed)?.[1] ?? 0) + (laterPage ?? 0)
  // The peer's heading of layout A is at times another one, where a heading takes two rows: then the country is enough.
  const heading = laterPage === null ? '' : `${programKey(training.program)}|${training.fiscalYear}`
  const where = places[0]!.page === null ? `${training.country}|${heading}` : ''
  // One file holds all regions of 2005–2006, and the peer's rows do not say which is theirs.
  const region = training.report === '2005-2006' ? 'all regions' : regionKey(training.region ?? '')
  return [
    region,
    where,
    laterPage === null ? '' : page,
    quantity ?? '',
    cents ?? '',
    dateKey(startPrinted),
    dateKey(endPrinted),
  ].join('|')
}

function peerKey(row: PeerRow, withPage: boolean): string {
  const quantity = readQuantity(row.quantity)
  const cents = readCents(row.total_cost)
  const year = /FY ?(\d\d)$/.exec(row.program)?.[1]
  const heading = withPage
    ? `${programKey(plain(row.program).replace(/, FY ?\d\d$/, ''))}|${year === '99' ? 1999 : `20${year}`}`
    : ''
  const where = row.page_number === '' ? `${plain(row.country)}|${heading}` : ''
  const region = /^\d{4}_\d{4}_(.+?)(?:_\d)?(?:_Region)?_fmtrpt/.exec(row.file)?.[1] ?? ''
  return [
    regionKey(region),
    where,
    withPage ? row.page_number : '',
    'value' in quantity ? quantity.value : '',
    'value' in cents ? cents.value : '',
    dateKey(row.start_date),
    dateKey(row.end_date),
  ].join('|')
}

/** "East Asia and Pacific", "East_Asia_And_Pacific"; the peer files 2005–2006 under "All_Regions" and renames two regions. */
function regionKey(region: string): string {
  const key = region
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
  if (key === 'new independent states' || key === 'newly independent states') return 'nis'
  return key === 'south central asia' ? 'south asia' : key
}

const programKey = (program: string): string => program.toLowerCase().replace(/[^a-z0-9]+/g, '')
const dateKey = (printed: string | null): string =>
  printed === null || isBlank(printed) || isNotApplicable(printed) ? '' : plain(printed)

export function ourText(training: Training, column: Column): string {
  switch (column) {
    case 'course_title':
      return training.courseTitle ?? ''
    case 'location':
      return training.location ?? ''
    case 'student_unit':
      return training.recipientUnit ?? ''
    case 'us_unit':
      return training.deliveryUnit ?? ''
  }
}

/** White space as single spaces. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * Whether two cells say the same. The peer joins wrapped lines with two spaces, so there, and only there, a space may stand or not;
 * it keeps "N/A" and "-", which are blank to us, never splits the number off the US unit, and leaves "&quot;" as it is.
 */
export function sameText(ours: string, theirs: string, column: Column): boolean {
  const printed = theirs.replaceAll('&quot;', '"')
  if (column === 'us_unit') {
    const split = /^(.*?)(?:^|\s+)-\s*(?:\d[\d,]*|N\/A)$/is.exec(theirs.trim())
    if (split && sameText(ours, split[1]!, 'location')) return true
  }
  if (plain(ours) === plain(printed)) return true
  if (ours === '') return isBlank(printed) || isNotApplicable(printed)
  const wraps = printed.trim().split(/\s{2,}/)
  if (wraps.length < 2) return false
  const pattern = wraps.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s?')
  return new RegExp(`^${pattern}$`).test(plain(ours))
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const group = map.get(key)
  if (group) group.push(value)
  else map.set(key, [value])
}
