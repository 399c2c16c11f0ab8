/** Reads many reports in parallel, each in a worker thread, results in the order given. */
import { basename } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { type Outcome, type PoolOptions, runInWorkers, workerModule } from '../documents/worker-pool.js'
import type { Source } from '../ledger/records.js'
import type { ReadReport } from './read-report.js'
import type { ReportFacts } from './report-facts.js'

export interface ReadJob {
  path: string
  answer: { kind: 'records' } | { kind: 'facts' } | { kind: 'lines'; format: 'ndjson' | 'csv'; totals: boolean }
}

/** A report as facts of the ledger: they are made where it was read, beside whoever writes those of the one before. */
export interface ReportAsFacts extends Omit<ReadReport, 'trainings' | 'totals'> {
  source: Source
  facts: ReportFacts
}

/** A report whose records are published lines already: what is handed between threads is then one buffer. */
export interface ReportLines extends Omit<ReadReport, 'trainings' | 'totals'> {
  trainingCount: number
  totalCount: number
  /** Trainings that carry at least one flag. */
  flaggedCount: number
  /** UTF-8, without a header. */
  lines: Uint8Array
}

/** Lines of a file take 2 MB, at most 8: many may wait, so that nobody idles beside a report of 306 pages. */
const WAITING_LINES = 6

/**
 * Megabytes that a reader's heap may hold before what is old in it is looked through. By itself V8 begins with a few, looks every dozen
 * pages, and each time forgets the compiled code of all functions of which none is alive just then: it was compiling the same again and again.
 */
const HEAP_BEFORE_COLLECTING = 96

type Options = Omit<PoolOptions, 'module'>

/** The records of each file, or why there are none. A file that fails loses only itself. */
export function readReports(paths: readonly string[], options: Options = {}): AsyncGenerator<Outcome<ReadReport>, void, void> {
  return run<ReadReport>(paths, { kind: 'records' }, options)
}

/** The facts of each file, likewise. */
export function readReportFacts(
  paths: readonly string[],
  options: Options = {},
): AsyncGenerator<Outcome<ReportAsFacts>, void, void> {
  return run<ReportAsFacts>(paths, { kind: 'facts' }, options)
}

/** The published lines of each file, in the order of the document. */
export function readReportLines(
  paths: readonly string[],
  answer: { format: 'ndjson' | 'csv'; totals: boolean },
  options: Options = {},
): AsyncGenerator<Outcome<ReportLines>, void, void> {
  // For threads started from here on, of the whole process: only a program that reads files to lines and ends comes by here.
  setFlagsFromString(`--initial-heap-size=${HEAP_BEFORE_COLLECTING}`)
  return run<ReportLines>(paths, { kind: 'lines', ...answer }, { waiting: WAITING_LINES, ...options })
}

function run<Result>(paths: readonly string[], answer: ReadJob['answer'], options: Options) {
  const jobs = paths.map((path) => ({ file: basename(path), input: { path, answer } satisfies ReadJob }))
  return runInWorkers<ReadJob, Result>(jobs, { ...options, module: workerModule(import.meta.url, './read-report.worker.js') })
}
