/** The embedded server, really started, killed and shared. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, expect, test } from 'vitest'
import { projectRoot } from '../project.js'
import { openEmbedded } from './embedded.js'
import { readDescriptor } from './home.js'
import { readPostmaster, whatRuns } from './postmaster.js'
import { stopServer } from './server.js'

const folder = mkdtempSync(path.join(tmpdir(), 'rastro-embedded-'))
chmodSync(folder, 0o711)
/** One cluster for all tests, as making one takes a second; stopped after each. */
const home = path.join(folder, 'home')
const processes: ChildProcess[] = []

afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL')
  await end(home)
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))

async function end(of: string): Promise<void> {
  const data = (await readDescriptor(of))?.data ?? ''
  const pid = readPostmaster(data)?.pid
  if (pid && whatRuns(pid) === 'postgres') await stopServer({ data, pid })
}

const open = () => openEmbedded({ home, migrations: [] })
const dataFolder = async () => (await readDescriptor(home))?.data ?? ''
const runningPid = async () => readPostmaster(await dataFolder())?.pid ?? null

/** Another process that has the ledger open; resolves when it has, to be killed. */
async function another(): Promise<ChildProcess> {
  const module = path.join(projectRoot, 'dist', 'src', 'ledger', 'database', 'embedded.js')
  const script = `import(process.argv[1]).then(({ openEmbedded }) => openEmbedded({ home: process.argv[2], migrations: [] }))
    .then((ledger) => { process.send('open'); process.on('message', () => ledger.close().then(() => process.exit(0))) })`
  const child = fork('-e', [script, module, home], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  processes.push(child)
  await once(child, 'message')
  return child
}

test('starts, keeps rows, stops when the last has left, and starts again', async () => {
  const first = await open()
  const second = await open()
  await first.ownerPool.query('create table kept as select 1 as a')
  const pid = await runningPid()
  await first.close()
  expect(await runningPid()).toBe(pid)
  await second.close()
  expect(await runningPid()).toBeNull()
  const again = await open()
  expect((await again.ownerPool.query('select * from kept')).rows).toEqual([{ a: 1 }])
  await again.close()
})

test('many at once, from nothing, use one server and one cluster', async () => {
  const fresh = path.join(folder, 'fresh')
  const ledgers = await Promise.all([1, 2, 3].map(() => openEmbedded({ home: fresh, migrations: [] })))
  const identities = await Promise.all(
    ledgers.map(
      async ({ ownerPool }) => (await ownerPool.query('select system_identifier::text from pg_control_system()')).rows[0],
    ),
  )
  expect(new Set(identities.map((row) => row.system_identifier)).size).toBe(1)
  await Promise.all(ledgers.map((ledger) => ledger.close()))
  expect(readPostmaster((await readDescriptor(fresh))?.data ?? '')).toBeNull()
  // Who lost threw its own cluster away.
  expect(readdirSync(fresh).filter((name) => name.startsWith('postgres-'))).toHaveLength(1)
})

test('a server whose process was killed is attached to, and stopped by the next who leaves last', async () => {
  const child = await another()
  const pid = await runningPid()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const ledger = await open()
  expect(await runningPid()).toBe(pid)
  await ledger.close()
  expect(await runningPid()).toBeNull()
})

test('a server that was killed itself comes back under who uses it, with what was committed', async () => {
  const ledger = await open()
  await ledger.ownerPool.query('create table precious as select 1 as a')
  const pid = (await runningPid()) as number
  process.kill(pid, 'SIGKILL')
  await expect.poll(runningPid, { timeout: 15_000 }).not.toBe(pid)
  await expect
    .poll(async () => (await ledger.ownerPool.query('select a from precious').catch(() => ({ rows: [] }))).rows, {
      timeout: 15_000,
    })
    .toEqual([{ a: 1 }])
  await ledger.close()
})

test('a lock file that names another program is no obstacle', async () => {
  await (await open()).close()
  const data = await dataFolder()
  const sleeper = fork('-e', ['setTimeout(() => {}, 60000)'], { execArgv: [] })
  processes.push(sleeper)
  writeFileSync(path.join(data, 'postmaster.pid'), `${sleeper.pid}\n${data}\n1\n5432\n\n127.0.0.1\n 1 1\nready\n`)
  const ledger = await open()
  expect((await ledger.ownerPool.query('select 1 as a')).rows).toEqual([{ a: 1 }])
  await ledger.close()
  expect(whatRuns(sleeper.pid as number)).toBe('another program')
})

test('leaving while another comes in ends nobody’s work', async () => {
  await (await open()).close()
  for (let round = 0; round < 4; round += 1) {
    const first = await open()
    const leaving = first.close()
    await sleep(round * 15)
    const second = await open()
    expect((await second.ownerPool.query('select 1 as a')).rows).toEqual([{ a: 1 }])
    await leaving
    await second.close()
  }
})

test('passwords and data are for their owner only, and a password opens nothing but this cluster', async () => {
  const ledger = await open()
  await ledger.close()
  expect(statSync(path.join(home, 'database.json')).mode & 0o077).toBe(0)
  expect(statSync(await dataFolder()).mode & 0o077).toBe(0)
  const access = readFileSync(path.join(await dataFolder(), 'pg_hba.conf'), 'utf8')
  expect(access).toContain('scram-sha-256')
  expect(access.split('\n').filter((line) => /^[^#].*\b(trust|peer|md5)\b/.test(line))).toEqual([])
  expect(existsSync(path.join(home, 'postgres.log'))).toBe(true)
})

test('data of another PostgreSQL are not touched', async () => {
  await (await open()).close()
  const file = path.join(await dataFolder(), 'PG_VERSION')
  const before = readFileSync(file)
  writeFileSync(file, '12\n')
  try {
    await expect(open()).rejects.toMatchObject({ code: 'DATABASE_VERSION' })
  } finally {
    writeFileSync(file, before)
  }
})
