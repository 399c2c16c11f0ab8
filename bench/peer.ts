/**
 * How far our text agrees with Security Force Monitor's extraction of the same reports, column by column and report by report.
 *
 *   npm run bench -- peer [FOLDER] [PEER FOLDER] [--report 2005_2006] [--show N]
 *
 * The peer is a comparison, not the truth: each disagreement is given to who is wrong, by rule or by the table of judged cases.
 * The aim is 99.5 % in each column over all reports.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { reportPaths } from '../src/cli/extract.js'
import { readReports } from '../src/extract/read-reports.js'
import type { Training } from '../src/ledger/records.js'
import { type Cell, type Column, columns, compareWithPeer, type PeerRow } from './peer-alignment.js'
import { type JudgedCase, type Judgement, judge, tailsOf, type Verdict } from './peer-judgement.js'

/** Of the cells of a column over all reports, leaving out the peer's known losses and where the peer is wrong or the print ambiguous. */
const AIM = 0.995

/** Prints the tables; status 1 where a column stays below the aim. */
export async function bench(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { report: { type: 'string' }, show: { type: 'string' } },
  })
  const [folder = '../shared/data/fmtr', peerFolder = '../shared/data/fmtr-peer'] = positionals
  const show = Number(values.show ?? 0)
  if (!existsSync(folder) || !existsSync(peerFolder)) {
    print(`No folder ${existsSync(folder) ? peerFolder : folder}: nothing was compared.`)
    return 0
  }
  const judged = judgedCases()
  const sum = new Map<Column, { compared: number; tails: number; verdicts: Map<Verdict, number> }>()
  const reasons = new Map<string, { count: number; example: string }>()
  const lost = new Map<string, number>()
  print(`report     peer rows  our rows  aligned   ${columns.map((column) => column.padStart(22)).join('')}`)
  for (const file of readdirSync(peerFolder).sort()) {
    const report = file.replace(/\.tsv\.gz$/, '')
    if (!file.endsWith('.tsv.gz') || (values.report && values.report !== report) || !existsSync(join(folder, report))) continue
    const peer = readPeer(join(peerFolder, file))
    const trainings = await readTrainings(join(folder, report))
    const comparison = compareWithPeer(trainings, peer)
    const isTail = tailsOf(peer)
    for (const [rule, count] of Object.entries(comparison.left)) lost.set(rule, (lost.get(rule) ?? 0) + count)
    const agreement = columns.map((column) => {
      const { compared, differ } = comparison.cells[column]
      const of = sum.get(column) ?? { compared: 0, tails: 0, verdicts: new Map<Verdict, number>() }
      sum.set(column, of)
      const real = differ.filter((cell) => !isTail(cell))
      of.tails += differ.length - real.length
      of.compared += compared - (differ.length - real.length)
      for (const cell of real) note(cell, judge(cell, judged), of.verdicts, reasons, show, report)
      const cells = compared - (differ.length - real.length)
      return cells === 0
        ? '–'
        : `${(cells - real.length).toLocaleString('en')}/${cells.toLocaleString('en')} ${percent(cells - real.length, cells)}`
    })
    print(
      [
        report.padEnd(10),
        comparison.peerRows.toLocaleString('en').padStart(10),
        comparison.ourRows.toLocaleString('en').padStart(9),
        comparison.aligned.toLocaleString('en').padStart(8),
        '   ',
        ...agreement.map((text) => text.padStart(22)),
      ].join(''),
    )
  }
  print('\nRows of the peer left out:')
  for (const [rule, count] of lost) print(`  ${String(count).padStart(6)}  ${rule}`)
  print('\ncolumn           cells  agree       peer wrong  print ambiguous  we wrong  not judged  its known losses')
  let below = false
  for (const [column, { compared, tails, verdicts }] of sum) {
    const count = (verdict: Verdict) => verdicts.get(verdict) ?? 0
    const differ = [...verdicts.values()].reduce((total, one) => total + one, 0)
    const ours = count('we wrong') + count('not judged')
    if (compared > 0 && (compared - differ) / compared < AIM) below = true
    print(
      `${column.padEnd(13)}${compared.toLocaleString('en').padStart(9)}  ${percent(compared - differ, compared)}  ${[
        count('peer wrong'),
        count('print ambiguous'),
        count('we wrong'),
        count('not judged'),
      ]
        .map((number, index) => String(number).padStart([10, 15, 8, 10][index]!))
        .join('  ')}  ${String(tails).padStart(16)}   not the peer's fault: ${percent(compared - ours, compared)}`,
    )
  }
  print('\nDisagreements:')
  for (const [reason, { count, example }] of [...reasons].sort(([, one], [, other]) => other.count - one.count)) {
    print(`  ${String(count).padStart(6)}  ${reason}\n          ${example}`)
  }
  return below ? 1 : 0
}

function note(
  cell: Cell,
  { verdict, reason }: Judgement,
  verdicts: Map<Verdict, number>,
  reasons: Map<string, { count: number; example: string }>,
  show: number,
  report: string,
): void {
  verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
  const key = `${verdict}: ${reason}`
  const example = `${report} page ${cell.peer.page_number}, ${cell.peer.country}, ${cell.column}: ours "${cell.ours}", the peer's "${cell.theirs}"`
  const known = reasons.get(key)
  if (known) known.count++
  else reasons.set(key, { count: 1, example })
  if (verdict !== 'peer wrong' && (known?.count ?? 0) < show) print(`    ${verdict}: ${example}`)
}

async function readTrainings(folder: string): Promise<Training[]> {
  const trainings: Training[] = []
  for await (const outcome of readReports(await reportPaths([folder]))) {
    if (!outcome.ok) throw outcome.error
    for (const training of outcome.value.trainings) trainings.push(training)
  }
  return trainings
}

/** Tab-separated, one header line, quotes mean nothing. The rows of 2005–2006 name no region in their file. */
function readPeer(path: string): PeerRow[] {
  return parse(gunzipSync(readFileSync(path)), { delimiter: '\t', columns: true, quote: false, relax_column_count: true })
}

/** Beside the sources, wherever this was built to. */
function judgedCases(): JudgedCase[] {
  const path = ['bench/peer-judged.tsv', join(import.meta.dirname, 'peer-judged.tsv')].find((one) => existsSync(one))
  return path ? parse(readFileSync(path), { delimiter: '\t', columns: true, quote: false }) : []
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
