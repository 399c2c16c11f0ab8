/** `rastro data`: builds the bundled data from a folder of originals. */
import { resolve } from 'node:path'
import { countCoverage } from '../analysis/coverage-rows.js'
import { bundledData } from '../exchange/data-package/load.js'
import { writeDataPackage } from '../exchange/data-package/write.js'
import { extractionMethod } from '../extract/method.js'
import type { ReadReport } from '../extract/read-report.js'
import { readReports } from '../extract/read-reports.js'
import { errors } from '../ledger/errors.js'
import type { Command } from './command.js'
import { reportPaths } from './extract.js'
import { duration, startProgress } from './progress.js'

export const command: Command = {
  name: 'data',
  summary: 'Build the bundled data from a folder of originals',
  usage: `rastro data FOLDER… [--to FOLDER]

  FOLDER  reports as published (PDF or HTML), at any depth
  --to    where to write; data/us-training of the clone if absent

  rastro data ../shared/data/fmtr
      writes one table per fiscal year, the printed totals, the sources and the coverage, with personal data masked

The same files give the same tables. If any file cannot be read nothing is written and the status is 2.`,
  options: { to: { type: 'string' } },
  async run(values, positionals, { out, cwd, now, signal }) {
    if (positionals.length === 0) throw errors.OPTION_INVALID('no folder is given', 'data')
    const paths = await reportPaths(positionals.map((path) => resolve(cwd, path)))
    const folder = typeof values.to === 'string' ? resolve(cwd, values.to) : bundledData
    const start = now().getTime()
    const progress = startProgress({
      interactive: out.interactive,
      write: (text) => process.stderr.write(text),
      now: () => now().getTime(),
      unit: 'files',
      columns: process.stderr.columns,
    })
    async function* reports(): AsyncGenerator<ReadReport> {
      let done = 0
      for await (const outcome of readReports(paths, { signal })) {
        if (!outcome.ok) throw outcome.error
        done += 1
        progress.update(done / paths.length, done)
        yield outcome.value
      }
      signal.throwIfAborted()
    }
    try {
      const written = await writeDataPackage(reports(), folder, { method: extractionMethod(), coverage: countCoverage() })
      progress.clear()
      const number = (count: number) => count.toLocaleString('en')
      for (const { path, rows } of written.tables) out.note(`${path}: ${number(rows)} rows`)
      out.note(
        [
          `${number(written.trainings)} trainings and ${number(written.totals)} printed totals of ${number(written.sources)} sources`,
          `${number(written.masked)} cells masked`,
          `${(written.bytes / 1e6).toFixed(1)} MB in ${folder}`,
          duration((now().getTime() - start) / 1000),
        ].join(' · '),
      )
      out.note(`Content digest ${written.contentDigest}`)
      return 0
    } finally {
      progress.clear()
    }
  },
}
