/**
 * How long the whole table of exposure takes, and the page of one unit, over the bundled data with names resolved, and besides what
 * ../shared/data has of units, incidents and lists. Beside the table stands one statement that only joins training with what is alleged of
 * the very same unit, without paths, dates or names; beside a unit's page the page of a printed name.
 *
 *   npm run bench -- exposure [--home FOLDER]
 *
 * `--home` asks a ledger that is there already instead of making one.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { exposuresOfLedger } from '../src/analysis/exposure-ledger.js'
import { openArchive } from '../src/documents/archive.js'
import { loadCurated } from '../src/exchange/curated/load.js'
import { loadDataPackage } from '../src/exchange/data-package/load.js'
import { ingest } from '../src/extract/ingest.js'
import { readBounded } from '../src/extract/read-report.js'
import { type Ledger, openLedger } from '../src/ledger/database/open.js'
import { resolveNames } from '../src/resolve/resolve.js'
import { buildApp } from '../src/web/app.js'

const now = () => new Date()
const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Units whose pages are asked for: those on a list first, then those with most rows; and those of whom sources say most. */
const PAGES = 100

/** Status 2 where an aim is missed: the table under 30 s, a unit's page under 100 ms. */
export async function bench(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { home: { type: 'string' } } })
  const home = values.home ?? mkdtempSync(path.join(tmpdir(), 'rastro-bench-'))
  const ledger = await openLedger({ home })
  try {
    if (values.home === undefined) await fill(ledger)
    const table = await measureTable(ledger)
    const page = await measurePages(ledger)
    return table < 30_000 && page < 100 ? 0 : 2
  } finally {
    await ledger.close()
    if (values.home === undefined) rmSync(home, { recursive: true, force: true })
  }
}

async function fill(ledger: Ledger): Promise<void> {
  await loadDataPackage(ledger, 'bench', { now })
  await loadCurated(ledger, 'bench', { now })
  const folders = ['sfm/nigeria', 'incidents', 'lists/ofac'].map((folder) => `../shared/data/${folder}`).filter(existsSync)
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
  const archive = openArchive(ledger.home)
  const taken = await ingest(
    files,
    ledger,
    { actor: 'bench', seenOn: '2023-01-06' },
    { now, keepOriginal: async (file, sha256, options) => archive.keep(sha256, await readBounded(file), options) },
  )
  for (const { file, outcome } of taken) print(`${file}: ${outcome}`)
  await resolveNames(ledger, { actor: 'bench' }, { now })
}

async function measureTable({ readerPool }: Ledger): Promise<number> {
  const client = await readerPool.connect()
  try {
    let found = 0
    const whole = await median(async () => {
      found = (await exposuresOfLedger(client, null)).exposures.length
    })
    const joined = await median(() =>
      client.query(
        `SELECT m.entity, s.id, count(*), min(t.start_date), max(t.end_date) FROM serving.meaning m
          JOIN ledger.naming n ON n.printed_name = m.printed_name AND n.role = 'recipient' AND n.withdrawn IS NULL
          JOIN ledger.training t ON t.id = n.training AND t.withdrawn IS NULL
          JOIN (SELECT object AS entity, id FROM ledger.statement WHERE property = 'perpetrator' AND withdrawn IS NULL
            UNION ALL SELECT entity, id FROM ledger.designation WHERE withdrawn IS NULL) s ON s.entity = m.entity
        GROUP BY m.entity, s.id`,
      ),
    )
    print(
      `whole table   ${whole.toFixed(0).padStart(6)} ms for ${found} findings; one joining statement ${joined.toFixed(0)} ms; ratio ${(whole / joined).toFixed(1)}`,
    )
    return whole
  } finally {
    client.release()
  }
}

async function measurePages(ledger: Ledger): Promise<number> {
  const { rows: units } = await ledger.readerPool.query<{ id: string }>(
    `SELECT e.id FROM ledger.entity e LEFT JOIN (SELECT m.entity, sum(n.rows) AS rows FROM serving.meaning m
        JOIN serving.name n ON n.id = m.printed_name GROUP BY m.entity) r ON r.entity = e.id
      WHERE e.kind = 'unit' AND e.withdrawn IS NULL AND NOT EXISTS (SELECT FROM serving.merged m WHERE m.entity = e.id)
      ORDER BY e.id IN (SELECT entity FROM ledger.designation WHERE withdrawn IS NULL) DESC, r.rows DESC NULLS LAST, e.id LIMIT $1`,
    [PAGES],
  )
  const { rows: described } = await ledger.readerPool.query<{ id: string }>(
    `SELECT s.entity AS id FROM ledger.statement s JOIN ledger.entity e ON e.id = s.entity AND e.withdrawn IS NULL
      WHERE s.withdrawn IS NULL AND e.kind IN ('unit', 'body', 'organization')
        AND NOT EXISTS (SELECT FROM serving.merged m WHERE m.entity = e.id) GROUP BY s.entity ORDER BY count(*) DESC, s.entity LIMIT $1`,
    [PAGES],
  )
  const { rows: names } = await ledger.readerPool.query<{ id: string }>(
    'SELECT id FROM serving.name ORDER BY rows DESC, id LIMIT $1',
    [PAGES],
  )
  const app = buildApp({ ledger, cacheBytes: 0 })
  await app.warm()
  const once = async (room: string, id: string) => {
    const start = performance.now()
    const response = await app.request(`/en/${room}/${id}`)
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`/en/${room}/${id} answered ${response.status}.`)
    return performance.now() - start
  }
  // The median of three, asked one round after the other: on a busy machine a single answer says more of the others.
  const timesOf = async (room: string, list: readonly { id: string }[]) => {
    const rounds: number[][] = []
    for (let round = 0; round < 3; round++) {
      const times: number[] = []
      for (const { id } of list) times.push(await once(room, id))
      rounds.push(times)
    }
    return list.map((_, at) => rounds.map((times) => times[at]!).sort((a, b) => a - b)[1]!).sort((a, b) => a - b)
  }
  // Compiled by then.
  await timesOf('units', units.slice(0, 20))
  await timesOf('names', names.slice(0, 20))
  const ofUnits = await timesOf('units', units)
  const ofDescribed = await timesOf('units', described)
  const ofNames = await timesOf('names', names)
  const at = (times: readonly number[], share: number) => times[Math.floor((times.length - 1) * share)]!
  const told = (times: readonly number[]) =>
    `median ${at(times, 0.5).toFixed(0)}, p90 ${at(times, 0.9).toFixed(0)}, most ${at(times, 1).toFixed(0)} ms`
  print(
    `unit pages    ${told(ofUnits)}; pages of names ${told(ofNames)}; ratio of medians ${(at(ofUnits, 0.5) / at(ofNames, 0.5)).toFixed(1)}`,
  )
  print(`of those of whom sources say most: ${told(ofDescribed)}`)
  return Math.max(at(ofUnits, 1), at(ofDescribed, 1))
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[2]!
}
