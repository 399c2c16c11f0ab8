import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseServer, freshDatabase } from '../../test/database.js'
import { writePdf } from '../../test/pdf-writer.js'
import { reportPage } from '../../test/report-pdf.js'
import { writeReports } from '../../test/reports-folder.js'
import { countCoverage } from '../analysis/coverage-rows.js'
import { openArchive } from '../documents/archive.js'
import { loadDataPackage } from '../exchange/data-package/load.js'
import { writeDataPackage } from '../exchange/data-package/write.js'
import { contentDigest } from '../ledger/changesets/change.js'
import { expunge } from '../ledger/changesets/expunge.js'
import { undoChangeset } from '../ledger/changesets/undo.js'
import { verifyLedger } from '../ledger/changesets/verify.js'
import { whereabouts } from '../ledger/changesets/whereabouts.js'
import type { Ledger } from '../ledger/database/connect.js'
import { waysInto } from '../ledger/database/embedded.js'
import { projectRoot } from '../ledger/project.js'
import { ingest } from './ingest.js'
import { readReports } from './read-reports.js'

let reports: ReturnType<typeof writeReports>
beforeAll(() => {
  reports = writeReports(4)
})
afterAll(() => rmSync(reports.folder, { recursive: true }))

function takeIn(paths: readonly string[], ledger: Ledger, options = {}) {
  const archive = openArchive(ledger.home)
  return ingest(
    paths,
    ledger,
    { actor: 'a tester', ...options },
    { now: () => new Date(), keepOriginal: async (file, sha256) => archive.keep(sha256, readFileSync(file)) },
  )
}

async function verify(ledger: Ledger) {
  const client = await ledger.ownerPool.connect()
  try {
    return await verifyLedger(client, 'ledger')
  } finally {
    client.release()
  }
}

async function withLedger<Result>(use: (ledger: Ledger & { name: string }) => Promise<Result>): Promise<Result> {
  const ledger = await freshDatabase()
  try {
    return await use(ledger)
  } finally {
    await ledger.close()
  }
}

test('one changeset a source; read again nothing changes; originals are kept by digest', () =>
  withLedger(async (ledger) => {
    const first = await takeIn(reports.paths, ledger)
    expect(first.map(({ outcome }) => outcome)).toEqual(Array(4).fill('written'))
    const digest = await contentDigest(ledger.ownerPool)
    expect((await takeIn(reports.paths, ledger)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('known'))
    const again = await takeIn([...reports.paths].reverse(), ledger, { again: true })
    expect(again.map(({ outcome }) => outcome)).toEqual(Array(4).fill('unchanged'))
    expect(await contentDigest(ledger.ownerPool)).toBe(digest)
    const { rows } = await ledger.ownerPool.query(
      `SELECT (SELECT count(*) FROM ledger.changeset) AS changesets, (SELECT count(*) FROM ledger.training) AS trainings,
        (SELECT sum(quantity) FROM ledger.training) AS quantity, (SELECT sum(cents) FROM ledger.training) AS cents`,
    )
    expect(rows[0]).toEqual({ changesets: 4, trainings: 120, quantity: 240, cents: 12_000_000 })
    const { rows: sources } = await ledger.ownerPool.query('SELECT sha256, official_url FROM ledger.source')
    for (const { sha256, official_url } of sources) {
      // A file that no table knows has no address: nothing is made up.
      expect(official_url).toBe(null)
      expect(await openArchive(ledger.home).read(sha256)).not.toBe(null)
    }
  }))

test('a file that cannot be read loses only itself', () =>
  withLedger(async (ledger) => {
    const broken = path.join(reports.folder, 'broken.pdf')
    writeFileSync(broken, '%PDF-1.7 nothing')
    const results = await takeIn([reports.paths[0]!, broken, reports.paths[1]!], ledger)
    rmSync(broken)
    expect(results.map(({ file, outcome }) => `${file} ${outcome}`).sort()).toEqual([
      'broken.pdf failed',
      'report-0.pdf written',
      'report-1.pdf written',
    ])
  }))

/** A report of two countries on a page each; `captains` is a row of the first, `dx` moves all that is printed to the right. */
function edition(name: string, captains: [number, string], total: [number, string], { dx = 0, title = 'Captains' } = {}): string {
  const first = reportPage(
    [
      ['Airborne', 2, '$10,000'],
      [title, ...captains],
      ['English', 5, '$25,000'],
    ],
    total,
  )
  const second = reportPage([['Pilot', 1, '$4,000']], [1, '$4,000'], 'Sylvania')
  const moved = [first, second].map((page) => ({ ...page, texts: page.texts?.map((text) => ({ ...text, x: text.x + dx })) }))
  const place = path.join(reports.folder, `${name}.pdf`)
  writeFileSync(place, writePdf(moved, { title: name }))
  return place
}
const sums = async (ledger: Ledger) =>
  (
    await ledger.readerPool.query(
      'SELECT sum(quantity)::int AS quantity, sum(cents)::float8 / 100 AS dollars FROM serving.training',
    )
  ).rows[0]

test('another edition of a report is refused until a person says which of the two holds; nothing counts twice', () =>
  withLedger(async (ledger) => {
    const first = edition('first', [1, '$40,000'], [8, '$75,000'])
    await takeIn([first], ledger)
    const before = await contentDigest(ledger.ownerPool)
    const corrected = edition('corrected', [3, '$120,000'], [10, '$155,000'])
    // A row that changed under a total that did not; the same print, moved by some points.
    const renamed = edition('renamed', [1, '$40,000'], [8, '$75,000'], { title: 'Commanders' })
    const shifted = edition('shifted', [1, '$40,000'], [8, '$75,000'], { dx: 3 })
    const refused = await takeIn([corrected, renamed, shifted], ledger)
    expect(refused.map((result) => result.outcome === 'failed' && result.error.code)).toEqual(Array(3).fill('EDITION_OF_ANOTHER'))
    expect(await contentDigest(ledger.ownerPool)).toBe(before)
    expect(readdirSync(path.join(ledger.home, 'archive'))).toHaveLength(1)
    // The same print saved anew is no other edition: it counts once.
    expect(await takeIn([edition('anew', [1, '$40,000'], [8, '$75,000'])], ledger)).toMatchObject([{ outcome: 'written' }])
    expect(await sums(ledger)).toEqual({ quantity: 9, dollars: 79_000 })

    const { rows: sources } = await ledger.ownerPool.query('SELECT id, file_name FROM ledger.source ORDER BY file_name')
    const [anew, old] = sources as [{ id: string }, { id: string }]
    expect(await takeIn([corrected], ledger, { replaces: [old.id] })).toMatchObject([{ outcome: 'failed' }])
    const [taken] = await takeIn([corrected], ledger, { replaces: [old.id, anew.id] })
    expect(taken).toMatchObject({ outcome: 'written' })
    expect(await sums(ledger)).toEqual({ quantity: 11, dollars: 159_000 })
    const { rows: told } = await ledger.ownerPool.query('SELECT reason FROM ledger.changeset ORDER BY id DESC LIMIT 1')
    expect(told).toEqual([{ reason: 'Read corrected.pdf in place of anew.pdf, first.pdf' }])
    const { rows: captains } = await ledger.ownerPool.query(
      `SELECT id, withdrawn IS NULL AS current FROM ledger.training WHERE course_title = 'Captains' AND source <> $1 ORDER BY current`,
      [anew.id],
    )
    expect(await whereabouts(ledger.readerPool, 'training', captains[0].id)).toMatchObject({ successor: captains[1].id })
    expect(await whereabouts(ledger.readerPool, 'source', old.id)).toMatchObject({ state: 'withdrawn' })
    expect(await takeIn([first], ledger, { again: true })).toMatchObject([
      { outcome: 'known', replacedBy: { file: 'corrected.pdf', changeset: 3 } },
    ])
    expect((await verify(ledger)).problems).toEqual([])
    const about = { actor: 'a tester', reason: 'a test', tool: 'a test', toolVersion: '0', at: new Date() }
    await undoChangeset(ledger, 3, about)
    expect(await sums(ledger)).toEqual({ quantity: 9, dollars: 79_000 })
    expect((await verify(ledger)).problems).toEqual([])
    // Who expunges a row is told what stood in its place in the other edition, and may say the same.
    await undoChangeset(ledger, 4, about)
    const done = await expunge(ledger, [captains[1].id], about, { removeOriginal: async () => {}, patience: 0 })
    expect(done.elsewhere).toContain(captains[0].id)
  }))

test('a correction of some pages takes the place of no whole report; the same bytes under two names are one file', () =>
  withLedger(async (ledger) => {
    const whole = edition('whole', [1, '$40,000'], [8, '$75,000'])
    await takeIn([whole], ledger)
    const { rows } = await ledger.ownerPool.query('SELECT id FROM ledger.source')
    const page = path.join(reports.folder, 'erratum.pdf')
    writeFileSync(page, writePdf([reportPage([['Airborne', 7, '$70,000']], [7, '$70,000'])]))
    expect(await takeIn([page], ledger, { replaces: [rows[0].id] })).toMatchObject([
      { outcome: 'failed', error: { code: 'EDITION_LACKS', message: expect.stringContaining('Sylvania') } },
    ])
    const copy = path.join(reports.folder, 'copy.pdf')
    copyFileSync(reports.paths[2]!, copy)
    expect((await takeIn([reports.paths[2]!, copy], ledger)).map(({ outcome }) => outcome)).toEqual(['written', 'known'])
  }))

test('a restricted file that is given again without the option is refused, alone, and before anything of it is kept', () =>
  withLedger(async (ledger) => {
    const [hidden, open] = reports.paths as [string, string]
    await takeIn([hidden], ledger, { restricted: true })
    const kept: string[] = []
    const results = await ingest(
      [hidden, open],
      ledger,
      { actor: 'a tester', again: true },
      { now: () => new Date(), keepOriginal: async (file) => void kept.push(file) },
    )
    expect(results).toMatchObject([{ outcome: 'failed', error: { code: 'SOURCE_RESTRICTED' } }, { outcome: 'written' }])
    // Nor is it passed over as known, as if it had become public.
    expect(await takeIn([hidden], ledger)).toMatchObject([{ outcome: 'failed', error: { code: 'SOURCE_RESTRICTED' } }])
    expect(kept).toEqual([open])
    expect((await ledger.readerPool.query('SELECT file_name FROM ledger.source')).rows).toEqual([{ file_name: 'report-1.pdf' }])
  }))

/** Ingests in a process of its own, which can be killed. Uses what was built, as a user's command does. */
function ingestInProcess(ways: unknown): {
  killAfter(milliseconds: number): Promise<void>
  ended: Promise<{ took: number; status: number | null }>
} {
  const script = `
    import { readFileSync } from 'node:fs'
    import { connect } from '${projectRoot}/dist/src/ledger/database/connect.js'
    import { openArchive } from '${projectRoot}/dist/src/documents/archive.js'
    import { ingest } from '${projectRoot}/dist/src/extract/ingest.js'
    const { ways, paths } = JSON.parse(process.argv[2])
    const ledger = connect(ways)
    const archive = openArchive(ledger.home)
    const results = await ingest(paths, ledger, { actor: 'a tester' }, {
      now: () => new Date(), keepOriginal: async (file, sha256) => archive.keep(sha256, readFileSync(file)),
    })
    await ledger.close()
    process.exitCode = results.some(({ outcome }) => outcome === 'failed') ? 2 : 0`
  const file = path.join(reports.folder, 'ingest.mjs')
  writeFileSync(file, script)
  const child = spawn(process.execPath, [file, JSON.stringify({ ways, paths: reports.paths })], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const start = performance.now()
  const ended = new Promise<{ took: number; status: number | null }>((resolve) => {
    child.on('exit', (status) => resolve({ took: performance.now() - start, status }))
  })
  return {
    ended,
    async killAfter(milliseconds) {
      await sleep(milliseconds)
      child.kill('SIGKILL')
      await ended
    },
  }
}

test(
  'killed at 20 random moments, the next run completes and the content digest is that of an undisturbed run',
  {
    timeout: 300_000,
  },
  async () => {
    const server = databaseServer()
    const { undisturbed, took } = await withLedger(async (ledger) => {
      const { took, status } = await ingestInProcess(waysInto(server, ledger.name, ledger.home)).ended
      expect(status).toBe(0)
      return { undisturbed: await contentDigest(ledger.ownerPool), took }
    })
    let interrupted = 0
    for (let round = 0; round < 20; round += 1) {
      // Random, but spread over the whole run: a twentieth of it each.
      const moment = ((round + Math.random()) / 20) * took
      await withLedger(async (ledger) => {
        await ingestInProcess(waysInto(server, ledger.name, ledger.home)).killAfter(moment)
        const left = await verify(ledger)
        expect(left.problems, `killed after ${moment} ms`).toEqual([])
        const { rows } = await ledger.ownerPool.query('SELECT count(*) AS trainings FROM ledger.training GROUP BY source')
        expect(
          rows.every(({ trainings }) => trainings === 30),
          `killed after ${moment} ms`,
        ).toBe(true)
        if (rows.length < 4) interrupted += 1
        await takeIn(reports.paths, ledger)
        expect(await contentDigest(ledger.ownerPool), `killed after ${moment} ms`).toBe(undisturbed)
      })
    }
    expect(interrupted).toBeGreaterThan(3)
  },
)

async function* readAll(paths: readonly string[]) {
  for await (const outcome of readReports(paths)) {
    if (!outcome.ok) throw outcome.error
    yield outcome.value
  }
}

const given = path.join(projectRoot, '../shared/data/fmtr')
// The second begins with the rest of a row of another file, which cannot be read.
const samples = ['1999_2000/cit_nis_all.html', '2001_2002/10968.pdf', '2006_2007/South_Central_Asia_2006_2007.html'].map((file) =>
  path.join(given, file),
)

test.skipIf(!existsSync(given))('the bundled data and the originals give the same ids and the same content digest', () =>
  withLedger((read) =>
    withLedger(async (loaded) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'rastro-package-'))
      try {
        const written = await writeDataPackage(readAll(samples), folder, { method: 'a test', coverage: countCoverage() })
        await loadDataPackage(loaded, 'a tester', { now: () => new Date() }, folder)
        await takeIn(samples, read)
        const digest = await contentDigest(read.ownerPool)
        expect(written.contentDigest).toBe(digest)
        expect(await contentDigest(loaded.ownerPool)).toBe(digest)
        const rows = (ledger: Ledger) =>
          ledger.ownerPool.query('SELECT id, position, search_keys FROM ledger.training ORDER BY id').then((found) => found.rows)
        expect(await rows(loaded)).toEqual(await rows(read))
        const unread = await loaded.readerPool.query('SELECT text, page, reason FROM ledger.unread_place')
        expect(unread.rows).toEqual([{ text: 'OPERATIONS COMMAND', page: 1, reason: 'These lines follow no row.' }])
        // Reading the originals afterwards adds what is behind the masks, and nothing public.
        const after = await takeIn(samples, loaded)
        expect(after.map((source) => 'committed' in source && source.committed.changeset)).toEqual([null, null, null])
        expect((await verify(loaded)).problems).toEqual([])
      } finally {
        rmSync(folder, { recursive: true })
      }
    }),
  ),
)
