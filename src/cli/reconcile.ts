/** `rastro reconcile`: what the reports print as totals beside what their rows sum to, by report and programme. */

import { resolve } from 'node:path'
import { knownDifference } from '../analysis/known-differences.js'
import { type Reconciliation, type ReconciliationStatus, reconcile } from '../analysis/reconcile.js'
import { countUnread, reconcileLedger } from '../analysis/reconcile-ledger.js'
import { readReports } from '../extract/read-reports.js'
import { describeError, errors } from '../ledger/errors.js'
import { groupBy } from '../ledger/group-by.js'
import { reportsHeld } from '../ledger/read/known-values.js'
import type { PrintedTotal, Training } from '../ledger/records.js'
import { countedCopies } from '../ledger/repeated-pages.js'
import { codeOfCountry, readProgram } from '../ledger/vocabulary.js'
import { countryAsked } from './asked.js'
import { fillEmptyLedger } from './bring-in-data.js'
import type { Command, CommandContext } from './command.js'
import { reportPaths } from './extract.js'
import { ledgerOf } from './ledger-of.js'

export const command: Command = {
  name: 'reconcile',
  summary: 'Compare the trainings with the totals that the reports print',
  usage: `rastro reconcile [--report R] [--country C] [--json]
rastro reconcile --files FILE… [--report R] [--country C] [--json]

  --report R   only this report, "2012-2013"
  --country C  only this country: its name as printed, or its ISO 3166-1 code
  --json       one JSON object per total, one per line
  --files      read these files (or folders) instead of the ledger; needs no database

  rastro reconcile --report 2001-2002 --country MEX
      each programme of Mexico in that report: printed, computed, and whether they agree

Ends with status 1 if a total is an open doubt or unexplained, 2 if a file could not be read or the report is not there.`,
  options: {
    report: { type: 'string' },
    country: { type: 'string' },
    json: { type: 'boolean' },
    files: { type: 'boolean' },
  },
  async run(values, positionals, context) {
    const filter = { report: text(values.report), country: text(values.country) }
    if (positionals.length > 0 && !values.files) {
      throw errors.OPTION_INVALID(`"${positionals[0]}" is no option; files are read with --files`, 'reconcile')
    }
    if (values.files && positionals.length === 0) throw errors.OPTION_INVALID('no file is given', 'reconcile')
    if (filter.report && !/^\d{4}-\d{4}$/.test(filter.report)) {
      throw errors.OPTION_INVALID(`--report is two years, "2012-2013", not "${filter.report}"`, 'reconcile')
    }
    const {
      results: all,
      failed,
      unread,
      held,
    } = values.files ? await ofFiles(positionals, filter, context) : await ofLedger(filter, context)
    // A total on a page that stands in two files is one total.
    const copies = countedCopies(all.map(({ total }) => total))
    const results = all.filter(({ total }) => !copies.has(total))
    if (results.length === 0 && !failed) {
      // "No total" of a report that is not there would be taken for an answer.
      if (filter.report && !held.includes(filter.report)) throw errors.REPORT_UNKNOWN(filter.report, held)
      // A report may print a country that no table knows; one that neither knows is a slip.
      countryAsked(values.country, 'reconcile')
      const asked = [filter.report && `of the report ${filter.report}`, filter.country && `of "${filter.country}"`].filter(
        Boolean,
      )
      context.out.note(`No printed total ${[...asked, 'is'].join(' ')} there to compare with.`)
      return 0
    }
    if (values.json) for (const one of results) await context.out.write(`${JSON.stringify(asJson(one))}\n`)
    else await context.out.write(asTables(results))
    // Beside the tables: what could not be read is in no sum.
    if (unread > 0)
      context.out.note(
        `${unread.toLocaleString('en')} ${unread === 1 ? 'place' : 'places'} inside the tables could not be read; the pages of the sources list them.`,
      )
    if (failed) return 2
    return results.some(({ status }) => status === 'open doubt' || status === 'unexplained') ? 1 : 0
  },
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

interface Filter {
  report?: string | undefined
  country?: string | undefined
}

async function ofLedger({ report, country }: Filter, context: CommandContext) {
  const ledger = await ledgerOf(context)
  try {
    await fillEmptyLedger(ledger, context)
    return {
      results: await reconcileLedger(ledger.readerPool, { report, country: country && (codeOfCountry(country) ?? country) }),
      failed: false,
      unread: await countUnread(ledger.readerPool, report),
      held: await reportsHeld(ledger.readerPool, null),
    }
  } finally {
    await ledger.close()
  }
}

/** All files are read before anything is compared: a country may go on in the next file. */
async function ofFiles(positionals: readonly string[], filter: Filter, { out, cwd, signal }: CommandContext) {
  const paths = await reportPaths(positionals.map((path) => resolve(cwd, path)))
  const trainings: Training[] = []
  const totals: PrintedTotal[] = []
  const files: string[] = []
  const reports = new Set<string>()
  let failed = false
  let unread = 0
  for await (const outcome of readReports(paths, { signal })) {
    if (!outcome.ok) {
      failed = true
      out.note(describeError(outcome.error))
      continue
    }
    files.push(outcome.value.sha256)
    reports.add(outcome.value.report)
    for (const training of outcome.value.trainings) trainings.push(training)
    for (const total of outcome.value.totals) totals.push(total)
    if (!filter.report || outcome.value.report === filter.report) unread += outcome.value.unread.length
  }
  const country = filter.country && (codeOfCountry(filter.country) ?? filter.country)
  const results = reconcile(trainings, totals, knownDifference, files).filter(
    ({ total }) =>
      (!filter.report || total.report === filter.report) &&
      (!country || total.countryCode === country || total.country === filter.country),
  )
  return { results, failed, unread, held: [...reports].sort() }
}

function asJson({ total, trainings, quantity, cents, balance, status, finding }: Reconciliation) {
  const [place] = total.places
  return {
    id: total.id,
    report: total.report,
    source_file: total.sourceFile,
    page: place!.page,
    page_label: place!.pageLabel,
    row: place!.row,
    level: total.level,
    country: total.country,
    program: total.program,
    fiscal_year: total.fiscalYear,
    printed: { quantity: total.quantity, total_cost: total.cents === null ? null : total.cents / 100 },
    computed: { trainings, quantity, total_cost: cents / 100 },
    difference: balance.status === 'off' ? { quantity: balance.quantity, total_cost: balance.cents / 100 } : null,
    status,
    finding: finding?.finding ?? null,
    proof: finding?.proof ?? null,
  }
}

/** Report by report: a line a programme, then each total that does not balance with its place. */
function asTables(results: readonly Reconciliation[]): string {
  const lines: string[] = []
  const byReport = groupBy(results, ({ total }) => total.report)
  for (const [report, own] of [...byReport].sort(([one], [other]) => (one < other ? -1 : 1))) {
    lines.push(`Report ${report}: ${summary(own)}`, '')
    const byProgram = groupBy(own, ({ total }) => programOf(total))
    const rows = [...byProgram]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([program, of]) => [program, ...sums(of), summary(of)])
    lines.push(...table([['programme', 'printed', 'computed', 'printed $', 'computed $', 'totals'], ...rows]), '')
    const off = own.filter(({ status }) => status !== 'balanced')
    for (const one of off) lines.push(...difference(one))
    if (off.length > 0) lines.push('')
  }
  lines.push(`All: ${summary(results)}`)
  return `${lines.join('\n')}\n`
}

function programOf({ level, program }: PrintedTotal): string {
  if (level === 'country') return '(countries)'
  return readProgram(program ?? '')?.code ?? program ?? ''
}

/** Of totals that cover the same rows, only the innermost is summed: a fiscal year's where it is printed, else the programme's. */
function sums(results: readonly Reconciliation[]): string[] {
  const years = results.filter(({ total }) => total.level === 'fiscal_year')
  const innermost = years.length > 0 ? years : results
  const sum = (of: (one: Reconciliation) => number) => innermost.reduce((total, one) => total + of(one), 0)
  return [
    sum(({ total }) => total.quantity ?? 0).toLocaleString('en'),
    sum(({ quantity }) => quantity).toLocaleString('en'),
    dollars(sum(({ total }) => total.cents ?? 0)),
    dollars(sum(({ cents }) => cents)),
  ]
}

function summary(results: readonly Reconciliation[]): string {
  const count = (status: ReconciliationStatus) => results.filter((one) => one.status === status).length
  const said = [
    [count('report error'), "the report's own error"],
    [count('open doubt'), 'open doubt'],
    [count('unexplained'), 'unexplained'],
  ] as const
  const balanced = `${count('balanced').toLocaleString('en')} of ${results.length.toLocaleString('en')} balanced`
  return [balanced, ...said.filter(([of]) => of > 0).map(([of, words]) => `${of} ${words}`)].join(', ')
}

function difference({ total, quantity, cents, status, finding }: Reconciliation): string[] {
  const [place] = total.places
  const where =
    place!.page === null ? `row ${place!.row}` : `page ${place!.page}${place!.pageLabel ? ` (${place!.pageLabel})` : ''}`
  const scope = [total.country, total.program, total.fiscalYear && `FY ${total.fiscalYear}`].filter(Boolean).join(', ')
  const words = status === 'report error' ? "the report's own error" : status
  const figures = `printed ${total.quantity ?? '–'} and $${dollars(total.cents ?? 0)}, computed ${quantity} and $${dollars(cents)}`
  const lines = [`  ${total.sourceFile}, ${where}: ${scope}: ${figures}: ${words}`]
  if (finding) lines.push(`      ${finding.finding} ${finding.proof}`)
  return lines
}

const dollars = (cents: number): string =>
  (cents / 100).toLocaleString('en', { minimumFractionDigits: cents % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })

/** Columns padded to their widest cell; the first and last to the left, numbers to the right. */
function table(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const last = widths.length - 1
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === last ? cell.padEnd(column === last ? 0 : widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  )
}
