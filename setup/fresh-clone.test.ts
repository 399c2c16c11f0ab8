/**
 * What a newcomer gets: the committed state, cloned, installed as a start installs (without development packages), built, serving.
 *
 * Packages come from npm's cache where it has them, else from the registry. Without a network, and with a cache that lacks some of them,
 * the test is skipped and counted: what it asks about cannot be known then. Changes that are not committed are not tested by it.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { readDescriptor } from '../src/ledger/database/home.js'
import { readPostmaster, whatRuns } from '../src/ledger/database/postmaster.js'
import { stopServer } from '../src/ledger/database/server.js'
import { projectRoot } from '../src/ledger/project.js'

const folder = mkdtempSync(path.join(tmpdir(), 'rastro-newcomer-'))
// The account that runs PostgreSQL where we are root must be able to pass through.
chmodSync(folder, 0o711)
const clone = path.join(folder, 'clone')
const home = path.join(folder, 'home')

let serving: ChildProcess | undefined
afterAll(async () => {
  serving?.kill('SIGKILL')
  const data = (await readDescriptor(home))?.data ?? ''
  const pid = readPostmaster(data)?.pid
  if (pid && whatRuns(pid) === 'postgres') await stopServer({ data, pid })
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
})

/** Where the sources came as an archive there is no committed state to clone. */
const isClone = (() => {
  try {
    return execFileSync('git', ['-C', projectRoot, 'rev-parse', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0
  } catch {
    return false
  }
})()

const noNetwork = /ENOTFOUND|EAI_AGAIN|ENOTCACHED|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT/

/** The machine's own settings for npm stay (its registry, its cache); what these tests set for themselves does not. */
function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    RASTRO_HOME: home,
    npm_config_prefer_offline: 'true',
    // Npm asks again for a minute and more where there is no network.
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '2000',
  }
  for (const name of Object.keys(env)) if (/^(?:DATABASE_|NODE_|VITEST|TEST$|npm_package_)/.test(name)) delete env[name]
  return env
}

const rastro = (...args: string[]) =>
  spawn(process.execPath, ['bin/rastro', ...args], { cwd: clone, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })

async function finish(child: ChildProcess): Promise<{ status: number; out: string; said: string }> {
  let [out, said] = ['', '']
  child.stdout?.on('data', (chunk) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const [status] = (await once(child, 'close')) as [number]
  return { status, out, said }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += chunk
    const address = /http:\S+/.exec(said)?.[0]
    if (address) return address
  }
  throw new Error(`It ended and said: ${said}`)
}

test.skipIf(!isClone)(
  'a fresh clone installs what a start needs and no more, builds with that alone, and serves',
  { timeout: 240_000 },
  async ({ skip }) => {
    execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(projectRoot).href, clone], { stdio: 'pipe' })
    const { status, out, said } = await finish(rastro('--help'))
    if (said.includes('SETUP_INSTALL_FAILED') && noNetwork.test(said))
      skip('packages are neither in the cache of npm nor to be had')
    expect({ status, said }).toEqual({ status: 0, said: expect.stringMatching(/^Installing[^\n]*\nBuilding[^\n]*\n$/) })
    expect(out).toContain('Usage: rastro COMMAND')
    // Were development packages here, a build that needs them would go unnoticed.
    expect(existsSync(path.join(clone, 'node_modules', 'vitest'))).toBe(false)
    expect(existsSync(path.join(clone, 'data', 'us-training', 'datapackage.json'))).toBe(true)

    serving = rastro('serve', '--port', '0', '--without-bundled')
    const address = await addressOf(serving)
    const first = await fetch(`${address}/en/`)
    expect(first.status).toBe(200)
    const sheet = /href="(\/style\/[^"]+)"/.exec(await first.text())?.[1]
    expect((await fetch(`${address}${sheet}`)).status).toBe(200)
    expect(await (await fetch(`${address}/api/v1/trainings`)).json()).toMatchObject({ data: [], total: 0 })
    serving.kill('SIGTERM')
    expect(await once(serving, 'exit')).toEqual([0, null])
  },
)
