/**
 * The servers that the serving bench asks, each in a process of its own: Rastro on PostgreSQL, and the baseline, SQLite's FTS5 with the
 * same facets over the same rows. Prints its port. Arguments: rastro HOME DATABASE_URL|- CACHE_BYTES, or sqlite FILE.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import Database from 'libsql'
import { openLedger } from '../src/ledger/database/open.js'
import { buildApp } from '../src/web/app.js'

const [kind, ...rest] = process.argv.slice(2)
if (kind === 'rastro') await serveRastro(rest[0]!, rest[1] === '-' ? undefined : rest[1], Number(rest[2]))
else if (kind === 'sqlite') serveSqlite(rest[0]!)
else throw new Error(`no server is called ${kind}`)

function announce(server: { address(): unknown }) {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
}

async function serveRastro(home: string, databaseUrl: string | undefined, cacheBytes: number): Promise<void> {
  const ledger = await openLedger({ home, databaseUrl })
  const app = buildApp({ ledger, cacheBytes, report: (error) => process.stderr.write(`${String(error)}\n`) })
  await app.warm()
  const server = createAdaptorServer({ fetch: app.fetch as never }) as Server
  // A connection that waits for its turn behind slow answers is not given up between them.
  server.keepAliveTimeout = 120_000
  server.listen(0, '127.0.0.1', () => announce(server))
  process.once('SIGTERM', () => {
    server.close()
    void ledger.close().then(() => process.exit(0))
  })
}

const facets = ['country', 'year', 'program', 'family', 'agency', 'class', 'report', 'status']

/** What the API answers to the same parameters: a page of rows, the sum, and counts by each facet. */
function serveSqlite(file: string): void {
  const database = new Database(file, { readonly: true })
  const answer = (parameters: URLSearchParams) => {
    const match = (parameters.get('q') ?? '')
      .split(' ')
      .filter(Boolean)
      .map((word) => `"${word.replaceAll('"', '')}"`)
      .join(' ')
    const filters = ['country', 'year', 'program'].filter((name) => parameters.get(name))
    const conditions = [...(match ? ['words MATCH ?'] : []), ...filters.map((name) => `${name} = ?`)]
    const values = [...(match ? [match] : []), ...filters.map((name) => parameters.get(name))]
    const tables = match ? 'words JOIN training ON training.rowid = words.rowid' : 'training'
    const from = `FROM ${tables} ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}`
    const order = parameters.get('sort') === '-cost' ? 'cents DESC' : match ? 'bm25(words)' : 'year DESC'
    const counts = facets.map((column) => [
      column,
      database
        .prepare(`SELECT ${column} AS value, count(*) AS rows, sum(quantity) AS quantity ${from} GROUP BY ${column}`)
        .all(...values),
    ])
    const sum = database
      .prepare(`SELECT count(*) AS total, sum(quantity) AS quantity, sum(cents) AS cents ${from}`)
      .get(...values)
    const data = database
      .prepare(`SELECT training.* ${from} ORDER BY ${order} LIMIT ?`)
      .all(...values, Number(parameters.get('limit') ?? 50))
    return { data, sum, facets: Object.fromEntries(counts) }
  }
  const server = createServer((request, response) => {
    const body = JSON.stringify(answer(new URL(request.url ?? '/', 'http://localhost').searchParams))
    response.setHeader('content-type', 'application/json')
    response.end(body)
  })
  // A connection that waits for its turn behind slow answers is not given up between them.
  server.keepAliveTimeout = 120_000
  server.listen(0, '127.0.0.1', () => announce(server))
  process.once('SIGTERM', () => process.exit(0))
}
