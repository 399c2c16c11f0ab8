/**
 * Says of a cell in which we and the peer differ who is wrong: by rules where the two texts show it, else by a table of cases that
 * were judged on the page's image (peer-judged.tsv). Pure.
 */
import { type Cell, type Column, columns, ourText, type PeerRow, plain } from './peer-alignment.js'

export type Verdict = 'peer wrong' | 'we wrong' | 'print ambiguous' | 'not judged'

export interface Judgement {
  verdict: Verdict
  reason: string
}

/** A judged case: exact texts, in any report and page where they meet. `ours` may be left out ("*"). */
export interface JudgedCase {
  column: Column
  ours: string
  theirs: string
  verdict: Verdict
  reason: string
}

export function judge(cell: Cell, judged: readonly JudgedCase[]): Judgement {
  const ours = plain(cell.ours)
  const { theirs } = cell
  const known = judged.find(
    (one) =>
      one.column === cell.column && (one.ours === '*' || one.ours === ours) && (one.theirs === '*' || one.theirs === theirs),
  )
  if (known) return { verdict: known.verdict, reason: known.reason }
  const spaced = (text: string) => text.replace(/\s+-(?=\s)/g, '-')
  if (spaced(theirs) === spaced(ours)) return { verdict: 'we wrong', reason: 'we lost the space before a hyphen' }
  if (theirs.replace(/(\S)-\s/g, '$1-') === ours.replace(/(\S)-\s/g, '$1-')) {
    return { verdict: 'print ambiguous', reason: 'a line ends in a hyphen: the next one may or may not begin a word' }
  }
  const withoutSpace = (text: string) => text.replace(/\s+/g, '')
  if (withoutSpace(ours) === withoutSpace(theirs)) {
    return { verdict: 'print ambiguous', reason: 'only the space between two words differs, where lines or letters meet' }
  }
  if (runsOn(cell)) return { verdict: 'peer wrong', reason: 'the peer has words of one cell in its neighbour' }
  if (bothSidesWhole(cell)) {
    return { verdict: 'peer wrong', reason: 'the peer has words of one cell in its neighbour' }
  }
  if (theirs === '') return { verdict: 'peer wrong', reason: 'the peer lost the cell' }
  if (ours.startsWith(theirs)) return { verdict: 'peer wrong', reason: 'the peer cut the cell after a line' }
  if (ours.endsWith(theirs.replace(/\s*-\s*\d+$/, '')))
    return { verdict: 'peer wrong', reason: 'the peer lost the first lines of the cell' }
  if (ours === '') return { verdict: 'we wrong', reason: 'we lost the cell' }
  if (theirs.startsWith(ours) || theirs.endsWith(ours)) return { verdict: 'we wrong', reason: 'we cut the cell' }
  return { verdict: 'not judged', reason: 'the texts differ' }
}

/** The peer's cell is ours and goes on with the beginning of the next column's (2020–2021: "… Royal Thai Air Force Keesler AFB, MS - 0"). */
function runsOn({ column, training, peer, ours, theirs }: Cell): boolean {
  const next = columns[columns.indexOf(column) + 1]
  if (next === undefined || ours === '' || !theirs.startsWith(plain(ours))) return false
  const rest = theirs
    .slice(plain(ours).length)
    .replace(/\s*-\s*\d+$/, '')
    .trim()
  const nextText = plain(ourText(training, next))
  return rest !== '' && nextText.startsWith(rest) && plain(peer[next]) !== nextText
}

/** All four cells together hold the same words on both sides, and a cell of the peer's stands in two columns or is blank. */
function bothSidesWhole({ training, peer }: Cell): boolean {
  const words = (texts: readonly string[]) =>
    plain(texts.join(' '))
      .split(/[\s]+/)
      .filter((word) => word !== '' && word !== '-')
      .sort()
      .join(' ')
  return words(columns.map((column) => ourText(training, column))) === words(columns.map((column) => peer[column]))
}

/**
 * The peer's rows without numbers are tails of wrapped cells that became rows of their own (664 in 2005–2006): a cell that misses
 * exactly such a tail of the same or the next page is a known loss, no disagreement.
 */
export function tailsOf(peer: readonly PeerRow[]): (cell: Cell) => boolean {
  const tails = new Set<string>()
  for (const row of peer) {
    if (row.quantity !== '' || row.total_cost !== '' || row.start_date !== '') continue
    for (const column of columns) if (row[column] !== '') tails.add(`${row.file}|${row.page_number}|${plain(row[column])}`)
  }
  return ({ ours, theirs, peer: row }) => {
    const text = plain(ours)
    if (theirs === '' || !text.startsWith(theirs)) return false
    const rest = text.slice(theirs.length).trim()
    const page = Number(row.page_number)
    return [page, page + 1].some((number) => tails.has(`${row.file}|${number}|${rest}`))
  }
}
