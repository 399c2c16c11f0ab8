/** `rastro undo` and `rastro expunge` as a user runs them: in processes of their own, on a ledger with one report. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeReports } from '../../test/reports-folder.js'
import { sourceId } from '../ledger/changesets/facts.js'
import { readDescriptor } from '../ledger/database/home.js'
import { readPostmaster, whatRuns } from '../ledger/database/postmaster.js'
import { stopServer } from '../ledger/database/server.js'
import { projectRoot } from '../ledger/project.js'

const main = path.join(projectRoot, 'dist', 'src', 'cli', 'main.js')
const folder = mkdtempSync(path.join(tmpdir(), 'rastro-correct-'))
chmodSync(folder, 0o711)
const home = path.join(folder, 'home')
let reports: ReturnType<typeof writeReports>

beforeAll(() => {
  reports = writeReports(1)
})
afterAll(async () => {
  const data = (await readDescriptor(home))?.data ?? ''
  const pid = readPostmaster(data)?.pid
  if (pid && whatRuns(pid) === 'postgres') await stopServer({ data, pid })
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  rmSync(reports.folder, { recursive: true })
})

function rastro(...args: string[]): { status: number | null; out: string; said: string } {
  const script = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script, ...args], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', RASTRO_HOME: home },
  })
  return { status, out: stdout, said: stderr.trimEnd() }
}

/** Content digest, or what else `verify` says on a line. */
const verified = (what: RegExp): string | undefined => {
  const { status, out } = rastro('verify')
  expect(status, out).toBe(0)
  return what.exec(out)?.[1]
}
const digest = /content digest +(\S+)/

test.skipIf(!existsSync(main))(
  'what was ingested is undone, the undoing is undone, and an undo that would pull away later work says so',
  () => {
    const nothing = verified(digest)
    expect(rastro('ingest', ...reports.paths)).toMatchObject({ status: 0 })
    // The report, and what its names are proposed to mean.
    const first = verified(digest)
    expect(first).not.toBe(nothing)
    expect(rastro('undo', '9', '--reason', 'a test')).toMatchObject({
      status: 2,
      said: expect.stringMatching(/^CHANGESET_UNKNOWN: .*9/),
    })
    expect(rastro('undo', '1', '--reason', 'a test')).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^Changeset 3 undoes 1: \d+ rows withdrawn, 0 restored\.$/),
    })
    expect(verified(digest)).toBe(nothing)
    expect(rastro('undo', '1', '--reason', 'twice')).toMatchObject({
      status: 2,
      said: expect.stringMatching(/^UNDO_BLOCKED: .*changeset 3/s),
    })
    expect(rastro('undo', '3', '--reason', 'it was right')).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^Changeset 5 undoes 3: 0 rows withdrawn, \d+ restored\.$/),
    })
    expect(verified(digest)).toBe(first)
    expect(rastro('undo', '1', '--reason', 'a test')).toMatchObject({ status: 2, said: expect.stringMatching(/^UNDO_BLOCKED/) })
    expect(verified(digest)).toBe(first)
  },
)

test.skipIf(!existsSync(main)).each([
  [['undo'], /^OPTION_INVALID: .*number of one changeset/],
  [['undo', '1', '2', '--reason', 'r'], /^OPTION_INVALID: .*number of one changeset/],
  [['undo', 'one', '--reason', 'r'], /^OPTION_INVALID: .*number of one changeset/],
  [['undo', '0', '--reason', 'r'], /^OPTION_INVALID: .*number of one changeset/],
  [['undo', '1e3', '--reason', 'r'], /^OPTION_INVALID: .*number of one changeset/],
  [['undo', '99999999999999999999', '--reason', 'r'], /^OPTION_INVALID: .*number of one changeset/],
  [['undo', '9007199254740991', '--reason', 'r'], /^CHANGESET_UNKNOWN/],
  [['undo', '1', '--reason', ' '], /^OPTION_INVALID: .*--reason/],
  [['expunge'], /^OPTION_INVALID: .*an id/],
  [['expunge', 'x', '--yes'], /^OPTION_INVALID: .*--reason/],
  [['expunge', 'x', '--reason', 'r'], /^OPTION_INVALID: .*--yes/],
  [['expunge', 'no such id', '--reason', 'r', '--yes'], /^EXPUNGE_UNKNOWN: .*no such id/],
  [['expunge', "'; DROP TABLE ledger.training --", '--reason', 'r', '--yes'], /^EXPUNGE_UNKNOWN/],
])('%j is refused in one line', (args, message) => {
  const { status, said } = rastro(...args)
  expect({ status, said }).toEqual({ status: 2, said: expect.stringMatching(message) })
  expect(said).not.toContain('\n')
})

test.skipIf(!existsSync(main))(
  'an expunged source leaves tombstones, cannot be undone, and stays out when it is read again',
  () => {
    const source = sourceId(createHash('sha256').update(readFileSync(reports.paths[0]!)).digest('hex'))
    const done = rastro('expunge', source, '--reason', 'an order', '--yes')
    expect(done).toMatchObject({
      status: 0,
      said: expect.stringMatching(
        /^Removed for good, .*of training.*originals of 1 sources?\.\nNo screening list and no draft had copied any of it\.$/,
      ),
    })
    expect(verified(/(\d+) expunged/)).not.toBe('0')
    expect(rastro('expunge', source, '--reason', 'again', '--yes')).toMatchObject({
      status: 2,
      said: expect.stringMatching(/^EXPUNGE/),
    })
    expect(rastro('undo', '3', '--reason', 'a test')).toMatchObject({ status: 2, said: expect.stringMatching(/^UNDO_EXPUNGED/) })
    const before = verified(digest)
    const archived = () =>
      readdirSync(path.join(home, 'archive'), { recursive: true }).filter((name) => /[0-9a-f]{62}$/.test(`${name}`))
    rmSync(path.join(home, 'archive'), { recursive: true })
    expect(rastro('ingest', '--again', ...reports.paths)).toMatchObject({ status: 0 })
    // Also where the archive is another machine's, which knows nothing of it.
    expect(archived()).toEqual([])
    expect(verified(digest)).toBe(before)
  },
)
