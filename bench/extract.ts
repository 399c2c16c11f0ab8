/**
 * How fast reports are read: pages a second, wall time and peak memory over a folder of them, beside poppler's `pdftohtml -xml`
 * on the same PDFs with as many processes as we have workers, in the same run. Poppler only takes the text out.
 *
 *   npm run bench -- extract [FOLDER] [--workers N]
 */
import { execFile, spawnSync } from 'node:child_process'
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
    const ours = await readAll(paths, workers)
    failed += ours.failed
    print(`rastro     ${row(ours.pages, ours.seconds)}, ${paths.length} files (${ours.failed} failed), ${workers} workers`)
    print(
      `           ${ours.trainings.toLocaleString('en')} trainings, ${ours.totals.toLocaleString('en')} printed totals, ${ours.megabytes.toFixed(0)} MB of NDJSON; peak memory with all threads ${peakMegabytes()} MB`,
    )
    if (poppler) {
      const seconds = await popplerAll(pdfs, workers)
      print(`pdftohtml  ${row(ours.pages, seconds)}, ${pdfs.length} files, ${workers} processes`)
      print(`wall time, rastro to pdftohtml: ${(ours.seconds / seconds).toFixed(2)}`)
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
  }
  return { ...sum, seconds: (performance.now() - start) / 1000 }
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

/** Of this process with all of its threads; Linux only. */
function peakMegabytes(): string {
  try {
    return (Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024).toFixed(0)
  } catch {
    return 'unknown'
  }
}
