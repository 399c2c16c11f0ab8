/**
 * How long a list of 10,000 people takes to be held against the bundled units and OFAC's whole list, as `rastro screen` does it: read, kept,
 * compared in threads, hits kept. Every tenth is on the list under another spelling.
 *
 * Beside it, in the same run, trigram similarity in the same PostgreSQL (pg_trgm, with a GIN index over the same names), which gives names that look
 * alike and nothing else; asked for a part of the list, on as many connections as there are threads, and reckoned up.
 *
 *   npm run bench -- screen [--home FOLDER] [--names N] [--baseline N]
 *
 * Without `--home` a fresh ledger in a temporary folder, with the bundled data and the list.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadCurated } from '../src/exchange/curated/load.js'
import { loadDataPackage } from '../src/exchange/data-package/load.js'
import { ingest } from '../src/extract/ingest.js'
import { type Ledger, openLedger } from '../src/ledger/database/open.js'
import { type KnownEntity, loadKnownEntities } from '../src/ledger/read/known-entities.js'
import { resolveNames } from '../src/resolve/resolve.js'
import { openScreening } from '../src/screening/open.js'
import { chanceOf, inventNominees, variantOf } from './invented-nominees.js'
import { alternateFile, sdnFile, sdnSeenOn } from './listed-entities.js'

const now = () => new Date()
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`

export async function bench(args: string[]): Promise<number> {
  const options = {
    home: { type: 'string' },
    names: { type: 'string', default: '10000' },
    baseline: { type: 'string', default: '500' },
  } as const
  const { values } = parseArgs({ args, options })
  if (!existsSync(sdnFile)) {
    print('No ../shared/data/lists: there is no list to screen against.')
    return 2
  }
  const home = values.home ?? mkdtempSync(path.join(tmpdir(), 'rastro-bench-'))
  const ledger = await openLedger({ home })
  try {
    if (values.home === undefined) await fill(ledger)
    await measure(ledger, Number(values.names), Number(values.baseline))
  } finally {
    await ledger.close()
    if (values.home === undefined) rmSync(home, { recursive: true, force: true })
  }
  return 0
}

async function fill(ledger: Ledger): Promise<void> {
  await loadDataPackage(ledger, 'bench', { now })
  await loadCurated(ledger, 'bench', { now })
  await ingest([sdnFile, alternateFile], ledger, { actor: 'bench', seenOn: sdnSeenOn }, { now, keepOriginal: async () => {} })
  await resolveNames(ledger, { actor: 'bench' }, { now })
}

interface Row {
  name: string
  /** Who it is, of those that are on the list. */
  entity: string | null
}

function madeUp(count: number, people: readonly KnownEntity[]): { rows: Row[]; csv: string } {
  const chance = chanceOf(11)
  const nominees = inventNominees(count, chance)
  const rows = nominees.map(({ name }, at): Row => {
    if (at % 10 !== 5) return { name, entity: null }
    const person = people[Math.floor(chance() * people.length)]!
    return { name: variantOf(person.names[0]!, chance), entity: person.id }
  })
  const lines = nominees.map(({ rank, unit, country, born }, at) =>
    rows[at]!.entity === null ? [rows[at]!.name, rank, unit, country, born] : [rows[at]!.name, '', '', '', ''],
  )
  return {
    rows,
    csv: ['Name,Rank,Unit,Nationality,DOB', ...lines.map((line) => line.map((cell) => `"${cell}"`).join(','))].join('\n'),
  }
}

async function measure(ledger: Ledger, count: number, asked: number): Promise<void> {
  const client = await ledger.ownerPool.connect()
  const entities = await loadKnownEntities(client).finally(() => client.release())
  const people = entities.filter(({ kind, names }) => kind === 'person' && names[0]!.split(/\s+/).length > 1)
  const names = entities.reduce((sum, entity) => sum + entity.names.length, 0)
  const { rows, csv } = madeUp(count, people)
  print(
    `${count.toLocaleString('en')} people against ${entities.length.toLocaleString('en')} entities (${names.toLocaleString('en')} names); load average ${loadavg()[0]!.toFixed(1)}, ${availableParallelism()} cores`,
  )
  const planted = rows.filter(({ entity }) => entity !== null).length
  const found = await screened(ledger, rows, csv)
  const base = await similar(ledger, entities, rows.slice(0, asked))
  const reckoned = (base.milliseconds / asked) * count
  print(
    `found of ${planted} planted: ${percent(found.planted, planted)}; others to look at: ${percent(found.others, count - planted)}`,
  )
  print(
    `trigrams, ${asked} of them: ${seconds(base.milliseconds)}, reckoned up ${seconds(reckoned)}; found of ${base.asked} planted: ${percent(base.planted, base.asked)}; others with a name as alike: ${percent(base.others, asked - base.asked)}`,
  )
  print(
    `rastro ${seconds(found.comparing)} beside trigrams ${seconds(reckoned)}: ratio ${(found.comparing / reckoned).toFixed(2)}`,
  )
}

async function screened(ledger: Ledger, rows: readonly Row[], csv: string) {
  const screening = openScreening(ledger, { now })
  const memory: number[] = []
  try {
    const start = performance.now()
    const { id } = await screening.create('bench', { text: csv })
    const made = performance.now()
    const cpu = process.cpuUsage()
    let first = 0
    let most = 0
    // Reading and indexing take most, in threads that end with it.
    const sampling = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss / 1e6)
    }, 50)
    await screening.compare('bench', id, {
      onProgress: (done) => {
        if (done > 0 && first === 0) first = performance.now()
        if (done > 0) memory.push(process.memoryUsage().rss / 1e6)
      },
    })
    clearInterval(sampling)
    const end = performance.now()
    const used = process.cpuUsage(cpu)
    print(
      `read and kept ${seconds(made - start)}; facts read and names indexed ${seconds(first - made)}; all compared ${seconds(end - made)} (${((used.user + used.system) / 1e6).toFixed(1)} s of processor, threads included)`,
    )
    const half = memory[Math.floor(memory.length / 2)] ?? 0
    print(
      `memory at the first portion, half way and at the end: ${memory[0]?.toFixed(0)}, ${half.toFixed(0)}, ${memory.at(-1)?.toFixed(0)} MB; most while it was read and indexed ${most.toFixed(0)} MB`,
    )
    let [planted, others] = [0, 0]
    for (let after: number | null = 0; after !== null; ) {
      const page: Awaited<ReturnType<typeof screening.subjects>> = await screening.subjects('bench', id, {
        show: 'look',
        after,
        limit: 1000,
      })
      for (const { subject, hits } of page.rows) {
        const { entity } = rows[subject.position - 1]!
        if (entity === null) others++
        else if (hits.some((hit) => hit.look && hit.entity.id === entity)) planted++
      }
      after = page.rows.length === 1000 ? page.rows.at(-1)!.subject.position : null
    }
    await screening.remove('bench', id)
    return { comparing: end - start, planted, others }
  } finally {
    await screening.close()
  }
}

/** From here on trigrams call two names alike: what pg_trgm's own operator takes by default would be 0.3. */
const alike = 0.5

async function similar(ledger: Ledger, entities: readonly KnownEntity[], rows: readonly Row[]) {
  const pool = ledger.ownerPool
  await pool.query('CREATE SCHEMA IF NOT EXISTS bench; CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA bench')
  try {
    await pool.query('CREATE TABLE bench.name AS SELECT * FROM unnest($1::text[], $2::text[]) AS given (entity, name)', [
      entities.flatMap(({ id, names }) => names.map(() => id)),
      entities.flatMap(({ names }) => names),
    ])
    await pool.query('CREATE INDEX name_trgm ON bench.name USING gin (name bench.gin_trgm_ops); ANALYZE bench.name')
    let [planted, others, next] = [0, 0, 0]
    const start = performance.now()
    const connections = Array.from({ length: Math.min(3, availableParallelism()) }, async () => {
      const client = await pool.connect()
      try {
        await client.query(`SET search_path = bench, public; SET pg_trgm.similarity_threshold = ${alike}`)
        while (next < rows.length) {
          const { name, entity } = rows[next++]!
          const found = await client.query<{ entity: string }>(
            `SELECT entity, max(similarity(name, $1)) AS score FROM bench.name WHERE name % $1 GROUP BY entity ORDER BY score DESC LIMIT 25`,
            [name],
          )
          if (entity === null) others += found.rows.length > 0 ? 1 : 0
          else if (found.rows.some((row) => row.entity === entity)) planted++
        }
      } finally {
        await client.query('RESET search_path; RESET pg_trgm.similarity_threshold')
        client.release()
      }
    })
    await Promise.all(connections)
    return {
      milliseconds: performance.now() - start,
      planted,
      others,
      asked: rows.filter(({ entity }) => entity !== null).length,
    }
  } finally {
    await pool.query('DROP SCHEMA bench CASCADE')
  }
}
