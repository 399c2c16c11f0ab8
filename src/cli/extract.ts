/** `rastro extract`: reads training reports and writes their records to standard output; needs no database. */
import { readdir, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { readReportLines } from '../extract/read-reports.js'
import { describeError, errors } from '../ledger/errors.js'
import { CSV_HEADER } from '../ledger/publish.js'
import type { Command, CommandContext } from './command.js'
import { duration, startProgress } from './progress.js'
import { toldOfReport } from './told-of-report.js'

const FORMATS = ['ndjson', 'csv'] as const

export const command: Command = {
  name: 'extract',
  summary: 'Read training reports and write their trainings to standard output',
  usage: `rastro extract FILE… [--totals] [--format ndjson|csv]

  FILE      a report as published (PDF or HTML), or a folder of them
  --totals  also the totals that the reports print, in the order of the document
  --format  ndjson (default) or csv

  rastro extract ../shared/data/fmtr/2012_2013/213470.pdf --totals --format csv > western-hemisphere.csv
      every training and printed total of one file, as a table

Ends with status 2 if any file failed; the rows of the good ones are written all the same.`,
  options: {
    totals: { type: 'boolean' },
    format: { type: 'string' },
  },
  async run(values, positionals, context) {
    const format = FORMATS.find((known) => known === (values.format ?? 'ndjson'))
    if (!format) throw errors.OPTION_INVALID(`--format is ndjson or csv, not "${values.format}"`, 'extract')
    if (positionals.length === 0) throw errors.OPTION_INVALID('no file is given', 'extract')
    const paths = await reportPaths(positionals.map((path) => resolve(context.cwd, path)))
    return await extract(paths, { format, totals: values.totals === true }, context)
  },
}

/** Folders are replaced by the PDF and HTML files in them, at any depth, in the order of their names; and by those of `others` endings. */
export async function reportPaths(paths: readonly string[], others: readonly string[] = []): Promise<string[]> {
  const endings = ['.pdf', '.html', '.htm', ...others]
  const found: string[] = []
  for (const path of paths) {
    // What is not there is told by the reader, as that file's error.
    if (!(await isFolder(path))) {
      found.push(path)
      continue
    }
    const files = await filesIn(path, endings)
    if (files.length === 0) throw errors.FOLDER_WITHOUT_REPORTS({ file: path }, endings)
    found.push(...files.sort())
  }
  return found
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  )

/** A folder that may not be looked into stands for itself: reading it tells why, and what is beside it is read all the same. Links to folders are not followed. */
async function filesIn(folder: string, endings: readonly string[]): Promise<string[]> {
  const inside = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (!inside) return [folder]
  const found: string[] = []
  for (const entry of inside) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await filesIn(path, endings)))
    else if (!endings.includes(extname(entry.name).toLowerCase())) continue
    else if (entry.isFile()) found.push(path)
    else if (entry.isSymbolicLink() && !(await isFolder(path))) found.push(path)
  }
  return found
}

async function extract(
  paths: string[],
  answer: { format: 'ndjson' | 'csv'; totals: boolean },
  context: CommandContext,
): Promise<number> {
  const { out, signal } = context
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        (facts) => facts.size,
        () => 0,
      ),
    ),
  )
  const all = sizes.reduce((sum, size) => sum + size, 0) || 1
  const shares = new Float64Array(paths.length)
  const pages = new Uint32Array(paths.length)
  const start = context.now().getTime()
  const progress = startProgress({
    interactive: out.interactive,
    write: (text) => process.stderr.write(text),
    now: () => context.now().getTime(),
    unit: 'pages',
    columns: process.stderr.columns,
  })
  const draw = () => {
    let done = 0
    let count = 0
    for (const [index, share] of shares.entries()) {
      done += (share * sizes[index]!) / all
      count += pages[index]!
    }
    progress.update(done, count)
  }
  const note = (line: string) => {
    progress.clear()
    out.note(line)
  }

  const sum = { files: 0, failed: 0, trainings: 0, totals: 0, unread: 0, flagged: 0 }
  const outcomes = readReportLines(paths, answer, {
    signal,
    onProgress(index, done, of) {
      shares[index] = of > 0 ? done / of : 0
      pages[index] = done
      draw()
    },
  })
  if (answer.format === 'csv') await out.write(CSV_HEADER)
  let index = 0
  for await (const outcome of outcomes) {
    shares[index] = 1
    index++
    draw()
    if (!outcome.ok) {
      sum.failed++
      note(describeError(outcome.error))
      continue
    }
    const { value } = outcome
    sum.files++
    sum.trainings += value.trainingCount
    sum.totals += value.totalCount
    sum.flagged += value.flaggedCount
    sum.unread += value.unread.length
    for (const line of toldOfReport(value.file, value.unread, value.notes)) note(line)
    await out.write(value.lines)
  }
  progress.clear()
  const seconds = Math.max(0.001, (context.now().getTime() - start) / 1000)
  const pageCount = pages.reduce((total, count) => total + count, 0)
  const many = (count: number, one: string) => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`
  out.note(
    [
      `${many(sum.trainings, 'training')} and ${many(sum.totals, 'printed total')} in ${many(sum.files, 'file')}`,
      `${many(sum.flagged, 'training')} with a flag`,
      `${many(sum.unread, 'place')} not read`,
      `${many(sum.failed, 'file')} failed`,
      `${many(pageCount, 'page')} in ${duration(seconds)} (${many(Math.round(pageCount / seconds), 'page')}/s)`,
    ].join(' · '),
  )
  if (signal.aborted) {
    out.note('Interrupted: what was written is whole files, but not all of them.')
    return 130
  }
  return sum.failed > 0 ? 2 : 0
}
