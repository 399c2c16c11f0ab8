/**
 * How fast facts get into a new ledger: the bundled data, and all given reports from the originals, beside PostgreSQL's own COPY of the same
 * rows into tables without index, salt, digest or search, in the same run.
 *
 *   npm run bench -- ingest [FOLDER] [--bundled-only]
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { PoolClient } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { reportPaths } from '../src/cli/extract.js'
import { openArchive } from '../src/documents/archive.js'
import { loadDataPackage } from '../src/exchange/data-package/load.js'
import { ingest } from '../src/extract/ingest.js'
import { readBounded } from '../src/extract/read-report.js'
import { contentDigest } from '../src/ledger/changesets/change.js'
import { verifyLedger } from '../src/ledger/changesets/verify.js'
import { type Ledger, openLedger } from '../src/ledger/database/open.js'

/** Measures and prints; status 2 if a file failed or the ledger does not verify, else 0. */
export async function bench(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { 'bundled-only': { type: 'boolean' } } })
  const folder = positionals[0] ?? '../shared/data/fmtr'
  let sound = await inNewLedger(async (ledger) => {
    const seconds = await timed(() => loadDataPackage(ledger, 'bench', { now: () => new Date() }))
    return report('bundled data', ledger, seconds)
  })
  if (values['bundled-only']) return sound ? 0 : 2
  if (!existsSync(folder)) {
    print(`No folder ${folder}: reading the originals was not measured.`)
    return sound ? 0 : 2
  }
  const paths = await reportPaths([folder])
  sound =
    (await inNewLedger(async (ledger) => {
      const archive = openArchive(ledger.home)
      let failed = 0
      const seconds = await timed(async () => {
        const results = await ingest(
          paths,
          ledger,
          { actor: 'bench' },
          { now: () => new Date(), keepOriginal: async (file, sha256) => archive.keep(sha256, await readBounded(file)) },
        )
        failed = results.filter(({ outcome }) => outcome === 'failed').length
      })
      print(`${paths.length} originals, ${failed} failed`)
      return (await report('originals', ledger, seconds)) && failed === 0
    })) && sound
  return sound ? 0 : 2
}

async function report(title: string, ledger: Ledger, seconds: number): Promise<boolean> {
  const client = await ledger.ownerPool.connect()
  try {
    const { rows, copySeconds, copied } = await copyAll(client)
    print(
      `${title.padEnd(13)} ${seconds.toFixed(1).padStart(6)} s for ${rows.toLocaleString('en')} rows of the ledger; COPY of the same ${copied.toLocaleString('en')} rows, nothing else: ${copySeconds.toFixed(1)} s; ratio ${(seconds / copySeconds).toFixed(1)}`,
    )
    let sound = false
    const verifying = await timed(async () => {
      sound = (await verifyLedger(client, 'ledger')).problems.length === 0
    })
    print(`verify        ${verifying.toFixed(1).padStart(6)} s, ${sound ? 'everything holds' : 'SOMETHING DOES NOT HOLD'}`)
    print(`content digest ${await contentDigest(client)}`)
    return sound
  } finally {
    client.release()
  }
}

/** The baseline: the same rows out into memory, and back in through COPY alone. Only the way in is measured. */
async function copyAll(client: PoolClient): Promise<{ rows: number; copied: number; copySeconds: number }> {
  let rows = 0
  let copySeconds = 0
  for (const table of ['training', 'naming', 'printed_total', 'printed_name']) {
    const columns = await client.query<{ name: string }>(
      `SELECT quote_ident(column_name) AS name FROM information_schema.columns
        WHERE table_schema = 'ledger' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
      [table],
    )
    const list = columns.rows.map(({ name }) => name).join(', ')
    const chunks: Buffer[] = []
    await pipeline(client.query(copyTo(`COPY (SELECT ${list} FROM ledger.${table}) TO STDOUT`)), async (source) => {
      for await (const chunk of source) chunks.push(chunk as Buffer)
    })
    await client.query(`CREATE TABLE pg_temp.baseline AS SELECT ${list} FROM ledger.${table} LIMIT 0`)
    copySeconds += await timed(async () => {
      await pipeline(chunks, client.query(copyFrom(`COPY pg_temp.baseline FROM STDIN`)))
    })
    const count = await client.query<{ n: number }>('SELECT count(*) AS n FROM pg_temp.baseline')
    rows += count.rows[0]!.n
    await client.query('DROP TABLE pg_temp.baseline')
  }
  return { rows, copied: rows, copySeconds }
}

async function inNewLedger<Result>(use: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  const home = mkdtempSync(path.join(tmpdir(), 'rastro-bench-'))
  const ledger = await openLedger({ home })
  try {
    return await use(ledger)
  } finally {
    await ledger.close()
    rmSync(home, { recursive: true, force: true })
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
