/**
 * How fast facts get into a new ledger: the bundled data, and all given reports from the originals, beside PostgreSQL's own COPY of the same
 * rows into tables without index or search, in the same run; with the seconds of processor that it took us (worker threads included) and PostgreSQL,
 * which say more than wall time where others use the machine.
 *
 *   npm run bench -- ingest [FOLDER] [--bundled-only | --originals-only]
 *
 * Each of the two in a process of its own: what the first left to the collector is not the second's memory.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
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
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'bundled-only': { type: 'boolean' }, 'originals-only': { type: 'boolean' } },
  })
  const folder = positionals[0] ?? '../shared/data/fmtr'
  if (values['bundled-only']) return bundledData()
  if (values['originals-only']) return originals(folder)
  const inProcess = (which: string) =>
    spawnSync(process.execPath, [...process.argv.slice(1), which], { stdio: 'inherit' }).status ?? 2
  return Math.max(inProcess('--bundled-only'), inProcess('--originals-only'))
}

async function bundledData(): Promise<number> {
  printMachine()
  const sound = await inNewLedger(async (ledger) => {
    const cost = await measured(ledger, () => loadDataPackage(ledger, 'bench', { now: () => new Date() }))
    return report('bundled data', ledger, cost)
  })
  return sound ? 0 : 2
}

async function originals(folder: string): Promise<number> {
  if (!existsSync(folder)) {
    print(`No folder ${folder}: reading the originals was not measured.`)
    return 0
  }
  printMachine()
  const paths = await reportPaths([folder])
  const sound = await inNewLedger(async (ledger) => {
    const archive = openArchive(ledger.home)
    let failed = 0
    const cost = await measured(ledger, async () => {
      const results = await ingest(
        paths,
        ledger,
        { actor: 'bench' },
        { now: () => new Date(), keepOriginal: async (file, sha256) => archive.keep(sha256, await readBounded(file)) },
      )
      failed = results.filter(({ outcome }) => outcome === 'failed').length
    })
    print(`${paths.length} originals, ${failed} failed`)
    return (await report('originals', ledger, cost)) && failed === 0
  })
  return sound ? 0 : 2
}

const printMachine = () => print(`${availableParallelism()} cores, load average ${loadavg()[0]!.toFixed(1)}`)

interface Cost {
  seconds: number
  /** Seconds of processor. */
  ours: number
  /** Of all processes of the embedded server; null where the system does not tell. */
  server: number | null
  /** Our own peak, worker threads included. */
  megabytes: number
}

async function measured(ledger: Ledger, work: () => Promise<unknown>): Promise<Cost> {
  const server = await serverSeconds(ledger)
  const before = { ours: process.cpuUsage(), server: server() }
  let bytes = 0
  const sample = setInterval(() => {
    bytes = Math.max(bytes, process.memoryUsage.rss())
  }, 50)
  const seconds = await timed(work)
  clearInterval(sample)
  const { user, system } = process.cpuUsage(before.ours)
  const after = server()
  return {
    seconds,
    ours: (user + system) / 1e6,
    server: after === null || before.server === null ? null : after - before.server,
    megabytes: bytes / 1e6,
  }
}

/** Seconds of processor that the server's processes have used so far, those that have ended included. Linux only. */
async function serverSeconds({ ownerPool }: Ledger): Promise<() => number | null> {
  const { rows } = await ownerPool.query<{ data_directory: string }>('SHOW data_directory')
  const postmaster = Number(readFileSync(path.join(rows[0]!.data_directory, 'postmaster.pid'), 'utf8').split('\n')[0])
  return () => {
    if (process.platform !== 'linux') return null
    let ticks = 0
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        // After the name in parentheses: state, parent, …; user and system time, and those of children that have ended, are 11 to 14.
        const fields = stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number)
        if (Number(pid) === postmaster) ticks += fields[11]! + fields[12]! + fields[13]! + fields[14]!
        else if (fields[1] === postmaster) ticks += fields[11]! + fields[12]!
      } catch {
        // Ended meanwhile.
      }
    }
    return ticks / 100
  }
}

async function report(title: string, ledger: Ledger, { seconds, ours, server, megabytes }: Cost): Promise<boolean> {
  const client = await ledger.ownerPool.connect()
  try {
    const { rows, copySeconds } = await copyAll(client)
    const processor = `processor: ours ${ours.toFixed(1)} s${server === null ? '' : `, PostgreSQL's ${server.toFixed(1)} s`}`
    print(
      `${title.padEnd(13)} ${seconds.toFixed(1).padStart(6)} s for ${rows.toLocaleString('en')} rows of the large tables; ${processor}; our peak ${megabytes.toFixed(0)} MB`,
    )
    print(
      `COPY          ${copySeconds.toFixed(1).padStart(6)} s for the same rows, nothing else; ratio ${(seconds / copySeconds).toFixed(1)}`,
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
async function copyAll(client: PoolClient): Promise<{ rows: number; copySeconds: number }> {
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
  return { rows, copySeconds }
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
