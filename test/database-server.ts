/**
 * The run's PostgreSQL: started once in a temporary folder, in memory where there is room, with a migrated database that `freshDatabase` clones. A
 * run that was killed leaves its server and folders behind; the next one clears them away.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeReady } from '../src/ledger/database/connect.js'
import { asOwner, createDatabase, prepareRoles, waysInto } from '../src/ledger/database/embedded.js'
import { readPostmaster } from '../src/ledger/database/postmaster.js'
import { ensureServer, type Server, stopServer } from '../src/ledger/database/server.js'
import { laptop } from '../src/ledger/database/settings.js'
import { migrations } from '../src/ledger/migrations/index.js'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: Server | { failed: string }
  }
}

const PREFIX = 'rastro-tests-'

/** A file system in memory, as Linux has. A cloned database is 400 files, and making these on a disk takes twice as long as most tests. */
const MEMORY = '/dev/shm'
/** More than twice what all databases of a run need at once. */
const ROOM = 2_000_000_000
const TEMPLATE = 'rastro_template'

/** What dies with the machine may be lost, and many databases share the server. */
const disposable: Readonly<Record<string, string>> = {
  ...laptop,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '150',
  shared_buffers: '64MB',
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  for (const folder of [tmpdir(), MEMORY]) await sweep(folder)
  const home = ownFolder(hasRoom(MEMORY) ? MEMORY : tmpdir())
  // What tests leave in the temporary folder goes with the run.
  const before = process.env.TMPDIR
  const temporary = ownFolder(tmpdir())
  process.env.TMPDIR = path.join(temporary, 't')
  mkdirSync(process.env.TMPDIR)
  chmodSync(process.env.TMPDIR, 0o1777)
  let server: Server | undefined
  try {
    server = await ensureServer({ home, settings: disposable })
    await createDatabase(asOwner(server), TEMPLATE)
    const { readerPassword } = server
    await makeReady(waysInto(server, TEMPLATE, home), migrations, (client) => prepareRoles(client, { readerPassword }, TEMPLATE))
    project.provide('databaseServer', server)
  } catch (error) {
    // What needs no database is still tested; what does fails with this reason.
    project.provide('databaseServer', { failed: error instanceof Error ? error.message : String(error) })
  }
  return async () => {
    if (server) await stopServer(server)
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    for (const folder of [home, temporary]) rmSync(folder, { recursive: true, force: true })
  }
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > ROOM
  } catch {
    return false
  }
}

function ownFolder(within: string): string {
  const folder = mkdtempSync(path.join(within, `${PREFIX}${process.pid}-`))
  // The account that runs PostgreSQL where we are root must be able to pass through.
  chmodSync(folder, 0o711)
  return folder
}

/** Ends servers of runs whose process has gone, and removes their folders. */
async function sweep(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('-')[0] : Number.NaN)
    if (!(pid > 0) || lives(pid)) continue
    const home = path.join(folder, name)
    try {
      for (const entry of readdirSync(home)) {
        const data = path.join(home, entry)
        const postmaster = readPostmaster(data)
        if (postmaster) await stopServer({ data, pid: postmaster.pid })
      }
      rmSync(home, { recursive: true, force: true })
    } catch {
      // Another user's: it is theirs to clear.
    }
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
