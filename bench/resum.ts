/**
 * Sums again, with another tool's words and none of our reading, what each listed total covers: the proof that a total of
 * data/reconciliation is the report's own error and no misreading of ours.
 *
 *   npm run bench -- resum [FOLDER]
 *
 * PDF: poppler's `pdftotext -bbox` gives words with boxes; between the first row under the heading and the line of totals, the
 * numbers that stand under one another with the total's own quantity and cost are added up. HTML: the same over `<td>` cells, found
 * by a regular expression. Then the printed totals of a country's programmes are added up and compared with its printed total.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { knownDifference, knownDifferences } from '../src/analysis/known-differences.js'
import { type Reconciliation, reconcile } from '../src/analysis/reconcile.js'
import { reportPaths } from '../src/cli/extract.js'
import { readReports } from '../src/extract/read-reports.js'
import type { PrintedTotal, Training } from '../src/ledger/records.js'

interface Word {
  page: number
  text: string
  left: number
  top: number
  right: number
  bottom: number
}

interface Sum {
  quantity: number
  cents: number
}

/** Prints a line a listed total; status 1 where the other tool's sum is not ours. */
export async function bench([folder = '../shared/data/fmtr']: string[]): Promise<number> {
  if (!existsSync(folder)) {
    print(`No folder ${folder}: nothing was summed.`)
    return 0
  }
  const files = new Set(knownDifferences().map(({ file }) => file))
  const paths = (await reportPaths([folder])).filter((path) => files.has(basename(path)))
  const poppler = spawnSync('pdftotext', ['-v']).error === undefined
  const trainings: Training[] = []
  const totals: PrintedTotal[] = []
  const order: string[] = []
  for await (const outcome of readReports(paths)) {
    if (!outcome.ok) throw outcome.error
    order.push(outcome.value.sha256)
    for (const training of outcome.value.trainings) trainings.push(training)
    for (const total of outcome.value.totals) totals.push(total)
  }
  const results = reconcile(trainings, totals, knownDifference, order)
  let disagree = 0
  const count = { agree: 0, cross: 0, off: 0 }
  for (const result of results.filter(({ status }) => status !== 'balanced')) {
    if (result.status === 'open doubt') {
      print(`doubt  ${describe(result)}`)
      continue
    }
    const { total } = result
    const path = paths.find((one) => basename(one) === total.sourceFile)!
    if (total.level === 'country') {
      const cross = crossTotals(result, results)
      if (cross) count.cross++
      else count.off++
      print(`${cross ? 'cross ' : 'CROSS?'} ${describe(result)}`)
      continue
    }
    if (path.endsWith('.pdf') && !poppler) continue
    const covered = trainings.filter(
      (row) =>
        row.sourceSha256 === total.sourceSha256 &&
        row.country === total.country &&
        row.program === total.program &&
        (total.fiscalYear === null || row.fiscalYear === total.fiscalYear),
    )
    const sum = path.endsWith('.pdf') ? sumOfPdf(path, total, covered) : sumOfHtml(path, total, covered)
    const same = sum !== null && sum.quantity === result.quantity && Math.abs(sum.cents - result.cents) < 1
    if (same) count.agree++
    else disagree++
    print(
      `${same ? 'agree ' : 'DIFFER'} ${describe(result)}; again ${sum ? `${sum.quantity} and $${sum.cents / 100}` : 'not found'}`,
    )
  }
  print(
    `${count.agree} sums agree, ${disagree} differ; ${count.cross} countries agree with their programmes' printed totals, ${count.off} do not.`,
  )
  return disagree + count.off > 0 ? 1 : 0
}

function describe({ total, quantity, cents, status }: Reconciliation): string {
  const place = total.places[0]!
  const scope = [total.country, total.program, total.fiscalYear].filter((part) => part !== null).join(', ')
  return `${total.sourceFile} ${place.page ?? `row ${place.row}`}: ${scope}: printed ${total.quantity} and $${(total.cents ?? 0) / 100}, ours ${quantity} and $${cents / 100} (${status})`
}

/**
 * Whether the printed totals of the programmes give the country's printed total, to a dollar a programme (they are rounded), or
 * else what the rows sum to: then the country's total alone is wrong.
 */
function crossTotals(
  { total: country, quantity: rows, cents: rowCents }: Reconciliation,
  results: readonly Reconciliation[],
): boolean {
  const programs = results
    .map(({ total }) => total)
    .filter(
      (total) => total.level === 'program' && total.sourceSha256 === country.sourceSha256 && total.country === country.country,
    )
  const quantity = programs.reduce((sum, total) => sum + (total.quantity ?? 0), 0)
  const cents = programs.reduce((sum, total) => sum + (total.cents ?? 0), 0)
  const rounding = 100 * programs.length
  return (
    (quantity === country.quantity && Math.abs(cents - (country.cents ?? 0)) < rounding) ||
    (quantity === rows && Math.abs(cents - rowCents) < rounding)
  )
}

const number = /^\$?\d[\d,]*(?:\.\d+)?$/
const amountOf = (text: string): number => Number(text.replace(/[$,]/g, ''))

function sumOfPdf(path: string, total: PrintedTotal, covered: readonly Training[]): Sum | null {
  const end = total.places[0]!
  const places = covered.flatMap((row) => row.places)
  const begin = places.reduce((first, place) => (before(place, first) ? place : first), end)
  // Rows may follow a line of totals that was written over one of them.
  const last = places.reduce((latest, place) => (before(latest, place) ? place : latest), end)
  const words = popplerWords(path, begin.page!, last.page!)
  const line = words.filter(({ page, top, bottom }) => page === end.page && bottom > end.box![1] && top < end.box![3])
  const printed = (value: number | null) =>
    line.find(({ text }) => number.test(text) && value !== null && Math.abs(amountOf(text) - value) < 0.005)
  const quantityWord = printed(total.quantity)
  const costWord = [...line].reverse().find(({ text }) => /^\$/.test(text) && amountOf(text) === (total.cents ?? 0) / 100)
  if (!quantityWord || !costWord) return null
  const within = (word: Word) =>
    (word.page > begin.page! || word.bottom > begin.box![1] - 1) && (word.page < last.page! || word.top < last.box![3] - 1)
  // Lines of other totals in between (a programme over its years) are no rows.
  const totalsLines = words.filter(({ text }) => /^Totals?:?$/.test(text))
  const isTotal = (word: Word) => totalsLines.some((one) => one.page === word.page && Math.abs(one.top - word.top) < 3)
  const counts = (word: Word) => number.test(word.text) && within(word) && !isTotal(word)
  const under = (head: Word) => (word: Word) => counts(word) && word.left < head.right + 14 && word.right > head.left - 14
  // Where rows print the dollar sign, an amount is told by it, in whatever column it stands (2002–2003, torn rows of 2015–2017).
  const signed = words.some((word) => under(costWord)(word) && word.text.startsWith('$'))
  const isCost = (word: Word) => (signed ? counts(word) && word.text.startsWith('$') : under(costWord)(word))
  return {
    quantity: words.filter(under(quantityWord)).reduce((sum, { text }) => sum + amountOf(text), 0),
    cents: Math.round(words.filter(isCost).reduce((sum, { text }) => sum + amountOf(text) * 100, 0)),
  }
}

const before = (
  one: { page: number | null; box: number[] | null },
  other: { page: number | null; box: number[] | null },
): boolean => (one.page ?? 0) - (other.page ?? 0) < 0 || (one.page === other.page && (one.box?.[1] ?? 0) < (other.box?.[1] ?? 0))

function popplerWords(path: string, first: number, last: number): Word[] {
  const html = execFileSync('pdftotext', ['-bbox', '-f', String(first), '-l', String(last), path, '-'], {
    maxBuffer: 1e9,
  }).toString()
  const words: Word[] = []
  let page = first - 1
  for (const [tag, left, top, right, bottom, text] of html.matchAll(
    /<page |<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g,
  )) {
    if (tag === '<page ') page++
    else words.push({ page, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text: text! })
  }
  return words
}

/** Quantity and cost of the rows between the programme's first row and its last, by their cells' place in the `<tr>`. */
function sumOfHtml(path: string, total: PrintedTotal, covered: readonly Training[]): Sum | null {
  const rows = readFileSync(path, 'latin1').split(/<tr\b/i)
  const ordinals = covered.flatMap(({ places }) => places.map(({ row }) => row!))
  const [first, last] = [Math.min(...ordinals), Math.max(...ordinals)]
  const cellsOf = (row: string) =>
    [...row.matchAll(/<td\b[^>]*>([\s\S]*?)(?=<td\b|<\/tr|$)/gi)].map(([, cell]) => cell!.replace(/<[^>]*>|&nbsp;/g, '').trim())
  const sum = { quantity: 0, cents: 0 }
  for (const row of rows.slice(first, last + 1)) {
    const cells = cellsOf(row)
    const cost = cells.length >= 8 ? cells[5] : cells[2]
    if (/Totals?:?$/.test(cells[0] ?? '')) continue
    if (number.test(cells[1] ?? '')) sum.quantity += amountOf(cells[1]!)
    if (number.test(cost ?? '')) sum.cents += Math.round(amountOf(cost!) * 100)
  }
  return total.places[0]!.row === null ? null : sum
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
