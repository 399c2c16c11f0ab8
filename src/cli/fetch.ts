/** `rastro fetch`: downloads official volumes, cuts and checks them, and keeps them in the archive, so that pages can be shown. */

import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openArchive } from '../documents/archive.js'
import { cutOut } from '../documents/cut.js'
import { chooseOriginals, download, type Fetched, fetchOriginals, knownOriginals } from '../extract/fetch-originals.js'
import { readBounded } from '../extract/read-report.js'
import { dataHome } from '../ledger/database/home.js'
import { describeError, errors } from '../ledger/errors.js'
import { csvCell } from '../ledger/publish.js'
import type { Command, CommandContext } from './command.js'
import { reportPaths } from './extract.js'
import { startProgress } from './progress.js'

export const command: Command = {
  name: 'fetch',
  summary: 'Download official volumes and keep them, so that pages can be shown',
  usage: `rastro fetch REPORT|SOURCE… [--from ADDRESS]
rastro fetch --describe FILE…

  REPORT      a report of the series, "2012-2013": all of its files
  SOURCE      one file: its id or SHA-256 (from 8 digits on), or its name
  --from      take it from this address or file instead of the official one
  --describe  print the digests of files at hand, as data/vocabulary/source-texts.csv holds them

  rastro fetch 2015-2016
      downloads the volume, cuts out the six regions, checks their text by its digest and keeps them

Ends with status 2 if anything could not be had; what was had is kept all the same.`,
  options: {
    from: { type: 'string' },
    describe: { type: 'boolean' },
  },
  async run(values, positionals, context) {
    if (positionals.length === 0) throw errors.OPTION_INVALID('no report or source is named', 'fetch')
    if (values.describe === true) return await describe(positionals, context)
    const known = knownOriginals()
    const wanted = [...new Set(positionals.flatMap((each) => chooseOriginals(known, each)))]
    const from = typeof values.from === 'string' ? values.from : undefined
    const home = dataHome(context.env, context.cwd)
    await mkdir(home, { recursive: true, mode: 0o700 })
    const progress = startProgress({
      interactive: context.out.interactive,
      write: (text) => process.stderr.write(text),
      now: () => context.now().getTime(),
      unit: 'pages',
      columns: process.stderr.columns,
    })
    const results = await fetchOriginals(
      wanted,
      openArchive(home),
      {
        download: (address) => download(/^https?:/i.test(address) ? address : resolve(context.cwd, address), context.signal),
        onProgress: (done, of) => progress.update(done / of, done),
      },
      from,
    )
    progress.clear()
    for (const result of results) await context.out.write(`${lineOf(result)}\n`)
    return results.some((result) => result.outcome === 'failed') ? 2 : 0
  },
}

function lineOf(result: Fetched): string {
  const name = `${result.original.report} ${result.original.fileName}`
  if (result.outcome === 'there') return `${name}: is in the archive`
  if (result.outcome === 'failed') return `${name}: ${describeError(result.error)}`
  const how = result.first === null ? 'the same bytes' : `the same words, from page ${result.first} of the file there`
  return `${name}: kept (${how}; ${result.address})`
}

async function describe(paths: readonly string[], { out, cwd }: CommandContext): Promise<number> {
  await out.write('sha256,pages,first_page,text\n')
  for (const path of await reportPaths(paths.map((each) => resolve(cwd, each)))) {
    const sha256 = createHash('sha256')
      .update(await readBounded(path))
      .digest('hex')
    const { pages, firstPage, text } = await cutOut(path, [])
    await out.write(`${[sha256, pages, firstPage, text].map(csvCell).join(',')}\n`)
  }
  return 0
}
