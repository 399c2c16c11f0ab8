/**
 * How fast reports are read: pages a second, wall time and peak memory over a folder of them, beside poppler's `pdftohtml -xml`
 * on the same PDFs with as many processes as we have workers, in the same run. Poppler only takes the text out.
 * On a busy machine wall time says little: the seconds of processor are printed beside it, and the digest of what was written.
 *
 *   npm run bench -- extract [FOLDER] [--workers N]
 */
import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { reportPaths } from '../src/cli/extract.js'
import { readReportLines } from '../src/extract/read-reports.js'

/** Measures and prints; status 2 if a file failed, else 0. */
export async function bench(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { workers: { type: 'string' }, rounds: { type: 'string' } },
  })
  const folder = positionals[0] ?? '../shared/data/fmtr'
  const workers = Number(values.workers ?? availableParallelism())
  const rounds = Number(values.rounds ?? 1)
  if (!existsSync(folder)) {
    print(`No folder ${folder}: nothing was measured.`)
    return 0
  }
  const paths = await reportPaths([folder])
  const pdfs = paths.filter((path) => path.toLowerCase().endsWith('.pdf'))
  const poppler = spawnSync('pdftohtml', ['-v']).error === undefined
  let failed = 0
  for (let round = 1; round <= rounds; round++) {
    const before = process.cpuUsage()
    const ours = await readAll(paths, workers)
    const { user, system } = process.cpuUsage(before)
    const processor = (user + system) / 1e6
    failed += ours.failed
    print(`rastro     ${row(ours.pages, ours.seconds)}, ${paths.length} files (${ours.failed} failed), ${workers} workers`)
    print(
      `           ${ours.trainings.toLocaleString('en')} trainings, ${ours.totals.toLocaleString('en')} printed totals, ${ours.megabytes.toFixed(0)} MB of NDJSON (SHA-256 ${ours.digest.slice(0, 16)}…); ${processor.toFixed(1)} s of processor; peak memory with all threads ${peakMegabytes()} MB`,
    )
    if (poppler) {
      const already = childSeconds()
      const seconds = await popplerAll(pdfs, workers)
      const theirs = childSeconds() - already
      print(
        `pdftohtml  ${row(ours.pages, seconds)}, ${pdfs.length} files, ${workers} processes; ${theirs.toFixed(1)} s of processor`,
      )
      print(`rastro to pdftohtml: wall time ${(ours.seconds / seconds).toFixed(2)}, processor ${(processor / theirs).toFixed(2)}`)
    } else print('pdftohtml is not installed here: no comparison.')
  }
  return failed > 0 ? 2 : 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function row(pages: number, seconds: number): string {
  return `${(pages / seconds).toFixed(0).padStart(5)} pages/s, ${seconds.toFixed(1).padStart(6)} s for ${pages.toLocaleString('en')} pages`
}

async function readAll(paths: string[], workers: number) {
  const start = performance.now()
  const digest = createHash('sha256')
  const sum = { pages: 0, trainings: 0, totals: 0, failed: 0, megabytes: 0 }
  for await (const outcome of readReportLines(paths, { format: 'ndjson', totals: true }, { workers })) {
    if (!outcome.ok) {
      sum.failed++
      continue
    }
    sum.pages += outcome.value.pages ?? 0
    sum.trainings += outcome.value.trainingCount
    sum.totals += outcome.value.totalCount
    sum.megabytes += outcome.value.lines.length / 1e6
    digest.update(outcome.value.lines)
  }
  return { ...sum, digest: digest.digest('hex'), seconds: (performance.now() - start) / 1000 }
}

async function popplerAll(pdfs: string[], workers: number): Promise<number> {
  const start = performance.now()
  const waiting = [...pdfs]
  const run = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await new Promise<void>((resolve, reject) => {
        execFile('pdftohtml', ['-xml', '-i', '-q', '-stdout', path!], { maxBuffer: 1 << 30, encoding: 'buffer' }, (error) =>
          error ? reject(error) : resolve(),
        )
      })
    }
  }
  await Promise.all(Array.from({ length: workers }, run))
  return (performance.now() - start) / 1000
}

/** Seconds of processor of the child processes that have ended (fields 16 and 17 of proc(5)'s stat, in hundredths); Linux only. */
function childSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return Number.NaN
  }
}

/** Of this process with all of its threads; Linux only. */
function peakMegabytes(): string {
  try {
    return (Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024).toFixed(0)
  } catch {
    return 'unknown'
  }
}
