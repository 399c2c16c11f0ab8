/**
 * Starts the embedded PostgreSQL or attaches to the one that runs: one server a cluster, however many processes ask, and whatever
 * was killed before. PostgreSQL's own lock file decides between two starters; who loses attaches.
 */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { errors } from '../errors.js'
import { type Account, serverAccount } from './account.js'
import { type Binaries, runnableBinaries } from './binaries.js'
import { OWNER, openCluster } from './cluster.js'
import { serverEnvironment } from './environment.js'
import { endedOfFullDisk, openHome, reachableFolder, readDescriptor } from './home.js'
import { orphans, readPostmaster, whatRuns } from './postmaster.js'

export interface Server {
  host: string
  port: number
  ownerPassword: string
  readerPassword: string
  /** The cluster's folder. */
  data: string
  /** The process that listens. */
  pid: number
  /** Whether this call started it; false where it was running already. */
  started: boolean
}

export interface ServerOptions {
  home: string
  settings: Readonly<Record<string, string>>
  /** Milliseconds to wait for the server, recovery after a crash included. */
  patience?: number
  /** Tried first, so that a server that is started anew is found where it was. */
  port?: number
}

const HOST = '127.0.0.1'

/** A server for this data folder that answers. Throws DATABASE_START_FAILED, DATABASE_NO_BINARIES, DATABASE_VERSION, HOME_NOT_WRITABLE. */
export async function ensureServer({ home, settings, patience = 60_000, port }: ServerOptions): Promise<Server> {
  const account = serverAccount()
  const folder = await openHome(home, account)
  const known = await readDescriptor(folder)
  if (known) {
    // Most commands find the server running, and need none of its programs.
    const running = await attach(await realpath(known.data).catch(() => known.data), known.ownerPassword)
    if (typeof running === 'object') return { host: HOST, ...known, ...running, started: false }
  }
  const reachable = await reachableFolder(folder, account)
  const binaries = await runnableBinaries(account, reachable)
  const { data: named, ...passwords } = await openCluster(folder, reachable, binaries, account)
  const data = await realpath(named)
  const log = path.join(folder, 'postgres.log')
  const end = Date.now() + patience
  let preferred = port
  let reason = 'it did not answer in time'
  while (Date.now() < end) {
    const running = await attach(data, passwords.ownerPassword)
    if (typeof running === 'object') return { host: HOST, ...running, ...passwords, data, started: false }
    if (running === 'busy') {
      await sleep(25)
      continue
    }
    const started = await start({ data, binaries, account, settings, log, port: preferred ?? (await freePort()), end, passwords })
    if (typeof started === 'object') return { host: HOST, ...started, ...passwords, data, started: true }
    reason = started
    preferred = undefined
    if (/shared memory block/.test(reason)) quit(data)
    if (isHopeless(reason)) break
    await sleep(100)
  }
  throw (await endedOfFullDisk(reason, data)) ? errors.DISK_FULL(data) : errors.DATABASE_START_FAILED(reason, log)
}

/** The running server, 'busy' while it starts, recovers or stops, 'absent' where none runs. */
async function attach(data: string, password: string): Promise<{ pid: number; port: number } | 'busy' | 'absent'> {
  const postmaster = readPostmaster(data)
  if (!postmaster) return 'absent'
  const running = whatRuns(postmaster.pid)
  if (running === 'postgres') {
    if (postmaster.port === null) return 'busy'
    const answer = await knock(postmaster.port, password, data)
    if (answer === 'ours') return { pid: postmaster.pid, port: postmaster.port }
    // It does not answer but is of our cluster: it is about to listen, or has just stopped.
    if (answer === 'busy' || process.platform !== 'linux' || orphans(data).includes(postmaster.pid)) return 'busy'
  }
  // The file was left by a killed server. PostgreSQL itself would take whoever has the number now for its rival.
  const same = readPostmaster(data)?.pid === postmaster.pid
  if (running !== 'nothing' && same) rmSync(path.join(data, 'postmaster.pid'), { force: true })
  return 'absent'
}

/** Asks who is there. The password proves us to it, and SCRAM proves it to us; the folder proves that it is this cluster's. */
async function knock(port: number, password: string, data: string): Promise<'ours' | 'busy' | 'silent'> {
  const client = new pg.Client({ host: HOST, port, user: OWNER, password, database: 'postgres', connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0] && (await realpath(rows[0].data_directory).catch(() => null)) === data ? 'ours' : 'silent'
  } catch (error) {
    // 57P03: starting up, recovering or shutting down. 53300: full, so it lives.
    const code = (error as { code?: string }).code
    return code === '57P03' || code === '53300' || code === '57P01' ? 'busy' : 'silent'
  } finally {
    await client.end().catch(() => {})
  }
}

interface StartOptions {
  data: string
  binaries: Binaries
  account: Account | null
  settings: Readonly<Record<string, string>>
  log: string
  port: number
  end: number
  passwords: { ownerPassword: string }
}

/** Starts it detached from our terminal, so that Ctrl-C reaches only us. Gives what it said where it ended instead. */
async function start(options: StartOptions): Promise<{ pid: number; port: number } | string> {
  const { data, binaries, account, settings, port, end, passwords } = options
  const from = rotate(options.log)
  const log = openSync(options.log, 'a', 0o600)
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...given], {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: '/',
    detached: true,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    windowsHide: true,
  })
  closeSync(log)
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  child.unref()
  while (!ended && Date.now() < end) {
    await sleep(10)
    if (readPostmaster(data)?.pid !== child.pid) continue
    if ((await knock(port, passwords.ownerPassword, data)) === 'ours') return { pid: child.pid as number, port }
  }
  return ended ? said(options.log, from) : 'it did not answer in time'
}

/** Keeps the log small: a new one each ten megabytes, one old one beside it. Returns the size that stands before this start. */
function rotate(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size < 10_000_000) return size
  renameSync(log, `${log}.old`)
  return 0
}

function said(log: string, from: number): string {
  const text = readFileSync(log).subarray(from).toString('utf8')
  const fatal = text.split('\n').filter((line) => /(FATAL|PANIC|could not bind|error while loading):?/i.test(line))
  return (fatal.slice(-2).join(' ') || text.trim().split('\n').at(-1) || 'it said nothing').replace(/^\S+ \S+ \S+ \[\d+\] /, '')
}

/** What waiting will not mend: everything but a rival starter, a taken port, and the last of a killed server going away. */
function isHopeless(reason: string): boolean {
  return !/lock file|shared memory block|could not bind|could not create any TCP|in use|postmaster\.pid|it did not answer/i.test(
    reason,
  )
}

function quit(data: string): void {
  for (const pid of orphans(data)) {
    try {
      process.kill(pid, 'SIGQUIT')
    } catch {
      // Gone, or not ours to end: the next attempt will tell.
    }
  }
}

/** Stops a server and waits until it has gone: sessions are ended, data are safe. */
export async function stopServer(server: Pick<Server, 'data' | 'pid'>, patience = 30_000): Promise<void> {
  // PostgreSQL's "fast" shutdown. On Windows there are no signals; a kill is safe there, the log is replayed at the next start.
  const signal = process.platform === 'win32' ? 'SIGKILL' : 'SIGINT'
  try {
    process.kill(server.pid, signal)
  } catch {
    return
  }
  const end = Date.now() + patience
  while (Date.now() < end && readPostmaster(server.data)?.pid === server.pid && whatRuns(server.pid) === 'postgres')
    await sleep(10)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, HOST, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
