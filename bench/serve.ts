/**
 * How fast pages and API answer over all trainings, and in how much memory. The load comes from this process, the answers from others.
 *
 * Beside it, in the same run, SQLite FTS5 over the same rows answers the API's questions, and only those: the same words, filters and order,
 * as JSON, with 20 rows, the sum, and counts by the same eight facets. Neither keeps an answer. Rastro besides looks up printed names and states
 * what the sum does not cover; SQLite ranks by BM25. Pages have no counterpart.
 *
 * The aims are measured over the mix of all kinds. Each kind is also asked for alone, because in a mix its rate is that of the mix. The
 * first hundred addresses are asked before the clock starts: a server that has answered nothing yet runs code that is not compiled yet.
 *
 * npm run bench -- serve [--home FOLDER] [--database URL] [--requests N] [--draw]
 *   without --home or --database, a fresh ledger with the bundled data in a temporary folder; --draw writes bench/queries.json anew
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'libsql'
import type { Pool } from 'pg'
import { loadDataPackage } from '../src/exchange/data-package/load.js'
import { openLedger } from '../src/ledger/database/open.js'
import { projectRoot } from '../src/ledger/project.js'
import { slugOf } from '../src/ledger/read/cube.js'
import { type Asked, drawQueries, type Kind, kinds } from './serve-queries.js'

const queriesFile = new URL(`file://${path.join(projectRoot, 'bench', 'queries.json')}`)

export async function bench(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      home: { type: 'string' },
      database: { type: 'string' },
      requests: { type: 'string', default: '1000' },
      draw: { type: 'boolean', default: false },
    },
  })
  const scratch = mkdtempSync(path.join(tmpdir(), 'rastro-bench-'))
  const home = values.home ?? path.join(scratch, 'home')
  const ledger = await openLedger({ home, databaseUrl: values.database })
  try {
    if (!values.home && !values.database) await loadDataPackage(ledger, 'bench', { now: () => new Date() })
    await ledger.ownerPool.query('VACUUM ANALYZE')
    if (values.draw || !existsSync(queriesFile)) await drawQueries(ledger.ownerPool, 200, queriesFile)
    const queries = JSON.parse(readFileSync(queriesFile, 'utf8')) as Asked[]
    const { rows } = await ledger.ownerPool.query<{ rows: number }>('SELECT count(*)::int AS rows FROM serving.training')
    say(`${rows[0]!.rows.toLocaleString('en')} trainings; ${values.requests} requests a run; milliseconds`)
    const sqlite = path.join(scratch, 'baseline.sqlite')
    await fillSqlite(ledger.ownerPool, sqlite)
    const requests = Number(values.requests)
    const database = values.database ?? '-'
    const mix = queries.slice(rehearsed)
    const byKind = groupOf(queries.flatMap((asked) => [asked, ...filteredApi(asked)]))
    const rehearse = (port: number) => load(port, queries.slice(0, rehearsed), rehearsed, 10)
    let met = true
    for (const connections of [10, 50]) {
      const baseline = await serving(['sqlite', sqlite], async (port) => {
        const questions = [...(byKind.get('api') ?? []), ...(byKind.get('api filtered') ?? [])].map(baselineOf)
        await load(port, questions.slice(-rehearsed), rehearsed, 10)
        return alone(port, groupOf(questions), connections)
      })
      const cold = await serving(['rastro', home, database, '0'], async (port, child) => {
        await rehearse(port)
        // Not more requests than addresses: what is asked for twice could be answered from some memory.
        const measured = await load(port, mix, Math.min(requests, mix.length), connections)
        const kindsAlone = await alone(port, byKind, connections)
        report(`nothing cached, ${connections} connections`, measured, kindsAlone, baseline)
        say(`  memory (PSS): ${memory(child.pid!, await postmaster(ledger.ownerPool))}`)
        return measured
      })
      const warm = await serving(['rastro', home, database, '96000000'], async (port) => {
        await load(port, queries, queries.length, 10)
        const measured = await load(port, queries, requests * 5, connections)
        report(`warm, ${connections} connections`, measured, new Map(), new Map())
        return measured
      })
      if (connections === 10) met &&= quantile(cold.times, 0.99) < 300
      if (connections === 50) met &&= quantile(warm.times, 0.99) < 100
    }
    say(
      met
        ? 'The aims are met: p99 under 300 ms at 10 with nothing cached, under 100 ms at 50 once warm.'
        : 'The aims are NOT met.',
    )
    return met ? 0 : 1
  } finally {
    await ledger.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Addresses that are asked for before the clock starts. */
const rehearsed = 100

interface Measured {
  /** Milliseconds of each answer. */
  times: number[]
  failed: number
  seconds: number
}

function groupOf(queries: readonly Asked[]): Map<Kind, Asked[]> {
  const groups = new Map<Kind, Asked[]>()
  for (const asked of queries) groups.set(asked.kind, [...(groups.get(asked.kind) ?? []), asked])
  return groups
}

/** The same listing as a page's, asked of the API. */
const filteredApi = ({ kind, path: address, ...rest }: Asked): Asked[] =>
  kind === 'filtered'
    ? [{ ...rest, kind: 'api filtered', path: address.replace('/en/search?', '/api/v1/trainings?limit=20&') }]
    : []

/** The API's question as the baseline's server takes it: the same parameters. */
const baselineOf = (asked: Asked): Asked => ({ ...asked, path: asked.path.replace('/api/v1/trainings', '/') })

/** Each kind without the others beside it. */
async function alone(
  port: number,
  byKind: ReadonlyMap<Kind, readonly Asked[]>,
  connections: number,
): Promise<Map<Kind, Measured>> {
  const measured = new Map<Kind, Measured>()
  for (const [kind, queries] of byKind) measured.set(kind, await load(port, queries, queries.length, connections))
  return measured
}

async function serving<Result>(args: string[], use: (port: number, child: ChildProcess) => Promise<Result>): Promise<Result> {
  const child = spawn(process.execPath, [path.join(projectRoot, 'dist/bench/serve-process.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.stdout?.once('data', (data: Buffer) => resolve(Number(String(data).trim())))
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    })
    return await use(port, child)
  } finally {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    }
  }
}

/** Every connection asks the next address as soon as it has its answer. */
async function load(port: number, queries: readonly Asked[], requests: number, connections: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const measured: Measured = { times: [], failed: 0, seconds: 0 }
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < requests) {
        const { path: address } = queries[next++ % queries.length]!
        const start = performance.now()
        const status = await ask(port, address, agent)
        measured.times.push(performance.now() - start)
        if (status !== 200) measured.failed++
      }
    }),
  )
  measured.seconds = (performance.now() - began) / 1000
  agent.destroy()
  return measured
}

function ask(port: number, address: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: address, agent }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
      response.once('error', reject)
    }).once('error', reject)
  })
}

function report(
  title: string,
  mix: Measured,
  kindsAlone: ReadonlyMap<Kind, Measured>,
  baseline: ReadonlyMap<Kind, Measured>,
): void {
  say(`\n${title}`)
  say('  kind          requests/s   median      p99   failed   SQLite FTS5: requests/s   median      p99   ratio of p99')
  const figures = ({ times, seconds }: Measured) =>
    `${number(times.length / seconds, 11)} ${number(quantile(times, 0.5), 8)} ${number(quantile(times, 0.99), 8)}`
  const line = (kind: string, measured: Measured, other?: Measured) =>
    say(
      `  ${kind.padEnd(12)} ${figures(measured)} ${number(measured.failed, 8, 0)}${
        other
          ? `             ${figures(other)} ${number(quantile(measured.times, 0.99) / quantile(other.times, 0.99), 14, 2)}`
          : ''
      }`,
    )
  for (const kind of kinds) {
    const measured = kindsAlone.get(kind)
    if (measured) line(kind, measured, baseline.get(kind))
  }
  line('mix', mix)
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const number = (value: number, width: number, digits = value < 10 ? 1 : 0) => value.toFixed(digits).padStart(width)

async function postmaster(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  return parentOf(rows[0]!.pid)
}

const parentOf = (pid: number): number => {
  try {
    return Number(/\) \w (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Memory of the server and of PostgreSQL with its processes; shared pages count once. Linux only, and only what we may see. */
function memory(server: number, database: number): string {
  if (!existsSync('/proc/self/smaps_rollup')) return 'not measured on this system'
  const pss = (pid: number): number => {
    try {
      return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
    } catch {
      return 0
    }
  }
  const backends = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && database > 0 && (pid === database || parentOf(pid) === database))
  const postgres = backends.reduce((sum, pid) => sum + pss(pid), 0)
  return `server ${pss(server).toFixed(0)} MB, PostgreSQL ${postgres.toFixed(0)} MB, together ${(pss(server) + postgres).toFixed(0)} MB`
}

async function fillSqlite(pool: Pool, file: string): Promise<void> {
  const database = new Database(file)
  database.exec(`PRAGMA journal_mode = off; PRAGMA synchronous = off;
    CREATE TABLE training (id TEXT, title TEXT, recipient TEXT, delivery TEXT, location TEXT, program TEXT, country TEXT, year INTEGER,
      class INTEGER, quantity INTEGER, cents INTEGER, family TEXT, agency TEXT, report TEXT, status TEXT);
    CREATE VIRTUAL TABLE words USING fts5(recipient, title, delivery, rest, content='', tokenize='unicode61 remove_diacritics 2')`)
  const insert = database.prepare('INSERT INTO training VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const index = database.prepare('INSERT INTO words (rowid, recipient, title, delivery, rest) VALUES (?, ?, ?, ?, ?)')
  const { rows } = await pool.query(`SELECT t.id, t.course_title, t.recipient_unit, t.delivery_unit, t.location, t.program_code,
      lower(coalesce(t.country_code, t.country)) AS country, t.fiscal_year, t.program_family, t.agency, t.report, t.status, c.classes, t.quantity::float8 AS quantity, t.cents::float8 AS cents,
      t.search_keys, c.words
    FROM serving.training s JOIN ledger.training t ON t.id = s.id AND t.withdrawn IS NULL JOIN serving.cell c ON c.id = s.cell WHERE s.delivered`)
  const fill = database.transaction(() => {
    for (const [position, row] of rows.entries()) {
      insert.run(
        row.id,
        row.course_title,
        row.recipient_unit,
        row.delivery_unit,
        row.location,
        row.program_code && slugOf(row.program_code),
        row.country,
        row.fiscal_year,
        row.classes,
        row.quantity,
        row.cents,
        row.program_family,
        row.agency,
        row.report,
        row.status,
      )
      const keys = row.search_keys as string[]
      index.run(position + 1, keys[1], keys[0], keys[2], `${keys[3]} ${row.words}`)
    }
  })
  fill()
  database.exec(
    'CREATE INDEX training_country ON training (country, year); CREATE INDEX training_year ON training (year); CREATE INDEX training_program ON training (program); CREATE INDEX training_cents ON training (cents); ANALYZE',
  )
  database.close()
}
