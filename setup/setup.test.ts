/** The set-up in real processes, on a small project of its own beside real Node: no network, npm is played by a script. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '../src/ledger/project.js'

const folder = mkdtempSync(path.join(tmpdir(), 'rastro-setup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let clone: string
beforeEach(() => {
  clone = mkdtempSync(path.join(folder, 'clone-'))
  for (const name of ['setup', 'src/cli', 'bin']) mkdirSync(path.join(clone, name), { recursive: true })
  for (const name of ['prepare.mjs', 'lock.mjs'])
    copyFileSync(path.join(projectRoot, 'setup', name), path.join(clone, 'setup', name))
  copyFileSync(path.join(projectRoot, 'bin', 'rastro'), path.join(clone, 'bin', 'rastro'))
  write('package.json', JSON.stringify({ type: 'module', engines: { node: '>=20.19' } }))
  write('package-lock.json', JSON.stringify({ packages: { '': {} } }))
  write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'NodeNext', rootDir: '.', outDir: 'dist', types: [] } }))
  write('tsconfig.build.json', JSON.stringify({ extends: './tsconfig.json', include: ['src'] }))
  write(
    'src/cli/main.ts',
    `export const main = async (args: string[]): Promise<void> => { process.stdout.write(args.join() + '\\n') }`,
  )
  // Plays npm: notes how it was called, takes a moment, and "installs" the real compiler.
  write(
    'npm-cli.cjs',
    `const fs = require('node:fs')
     fs.writeFileSync('cache', process.env.npm_config_cache || 'its own')
     fs.appendFileSync('calls', process.argv.slice(2, 4).join(' ') + '\\n')
     if (fs.existsSync('offline')) { console.error('getaddrinfo ENOTFOUND'); process.exit(1) }
     Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
     if (process.argv[2] === 'ci') fs.rmSync('node_modules', { recursive: true, force: true })
     fs.mkdirSync('node_modules', { recursive: true })
     for (const name of ['typescript', '@typescript']) if (!fs.existsSync('node_modules/' + name)) fs.symlinkSync(${JSON.stringify(path.join(projectRoot, 'node_modules'))} + '/' + name, 'node_modules/' + name)`,
  )
})

const write = (name: string, text: string) => writeFileSync(path.join(clone, name), text)
const calls = () =>
  existsSync(path.join(clone, 'calls')) ? readFileSync(path.join(clone, 'calls'), 'utf8').trim().split('\n') : []

function start(args: string[] = ['x'], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, args[0] === '-e' ? args : ['bin/rastro', ...args], {
    cwd: clone,
    env: { PATH: '/usr/bin:/bin', npm_execpath: path.join(clone, 'npm-cli.cjs'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

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

const rastro = (...args: string[]) => finish(start(args.length ? args : undefined))
const forDevelopment = `import('./setup/prepare.mjs').then(({ prepare }) => prepare({ development: true }))`

test('the first run installs and builds and says so on standard error; the second does neither', async () => {
  expect(await rastro('a', 'b')).toMatchObject({ status: 0, out: 'a,b\n', said: expect.stringMatching(/Installing.*\nBuilding/) })
  expect(await rastro('c')).toEqual({ status: 0, out: 'c\n', said: '' })
  expect(calls()).toEqual(['ci --omit=dev'])
})

test('a changed source is built, a removed one is gone, a stylesheet comes along', async () => {
  write('src/cli/old.ts', 'export const old = 1')
  write('src/cli/style.css', 'p { color: red }')
  await rastro()
  expect(existsSync(path.join(clone, 'dist/src/cli/old.js'))).toBe(true)
  rmSync(path.join(clone, 'src/cli/old.ts'))
  write('src/cli/main.ts', `export const main = async (): Promise<void> => { process.stdout.write('changed\\n') }`)
  expect(await rastro()).toMatchObject({ out: 'changed\n', said: expect.stringMatching(/^Building/) })
  expect(existsSync(path.join(clone, 'dist/src/cli/old.js'))).toBe(false)
  expect(readFileSync(path.join(clone, 'dist/src/cli/style.css'), 'utf8')).toBe('p { color: red }')
  expect(calls()).toHaveLength(1)
})

test('a changed lock file installs anew; tests add what is missing without taking away what runs', async () => {
  await rastro()
  expect((await finish(start(['-e', forDevelopment]))).status).toBe(0)
  expect(calls()).toEqual(['ci --omit=dev', 'install --no-save'])
  await rastro()
  expect(calls()).toHaveLength(2)
  write('package-lock.json', JSON.stringify({ packages: { '': { version: '2' } } }))
  await rastro()
  expect(calls().at(-1)).toBe('ci --include=dev')
})

test('a start builds without declarations, which only development has', () => {
  const build = JSON.parse(readFileSync(path.join(projectRoot, 'tsconfig.build.json'), 'utf8'))
  expect(build.compilerOptions.types).toEqual([])
})

test('what was installed by hand and fits the lock file is taken as it is', async () => {
  write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } }))
  mkdirSync(path.join(clone, 'node_modules'))
  for (const name of ['typescript', '@typescript'])
    symlinkSync(path.join(projectRoot, 'node_modules', name), path.join(clone, 'node_modules', name))
  write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }))
  expect(await rastro()).toMatchObject({ status: 0, said: 'Building …\n' })
  expect(calls()).toEqual([])
})

test('two at once: one installs, the other waits and finds it done', async () => {
  const results = await Promise.all([rastro('1'), rastro('2'), rastro('3')])
  expect(results.map(({ status, out }) => [status, out])).toEqual([
    [0, '1\n'],
    [0, '2\n'],
    [0, '3\n'],
  ])
  expect(calls()).toHaveLength(1)
})

test('one that was killed while it worked holds up nobody', async () => {
  const killed = start()
  while (calls().length === 0) await sleep(10)
  killed.kill('SIGKILL')
  await once(killed, 'close')
  expect(existsSync(path.join(clone, 'dist/.setup-lock'))).toBe(true)
  expect(await rastro('after')).toMatchObject({ status: 0, out: 'after\n' })
})

test('a lock of another machine holds while it is touched, and not when it falls silent', async () => {
  mkdirSync(path.join(clone, 'dist'))
  const lock = path.join(clone, 'dist/.setup-lock')
  writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere', nonce: 1 }))
  const waiting = start()
  await sleep(700)
  expect(calls()).toEqual([])
  const minuteAgo = new Date(Date.now() - 60_000)
  utimesSync(lock, minuteAgo, minuteAgo)
  expect(await finish(waiting)).toMatchObject({ status: 0, said: expect.stringContaining('waiting') })
})

test('without a network it says so in a line with a code, and works when the network is back', async () => {
  write('offline', '')
  expect(await rastro()).toMatchObject({
    status: 2,
    said: expect.stringMatching(/SETUP_INSTALL_FAILED[\s\S]*ENOTFOUND[\s\S]*network/),
  })
  rmSync(path.join(clone, 'offline'))
  expect(await rastro('x')).toMatchObject({ status: 0, out: 'x\n' })
})

test('npm gets a cache that can be written where its own cannot', async () => {
  const cache = () => readFileSync(path.join(clone, 'cache'), 'utf8')
  await finish(start(['x'], { npm_config_cache: path.join(clone, 'mine') }))
  expect(cache()).toBe(path.join(clone, 'mine'))
  rmSync(path.join(clone, 'node_modules'), { recursive: true })
  // Below a file no folder can be made, not even by root.
  await finish(start(['x'], { npm_config_cache: path.join(clone, 'package.json', 'cache') }))
  expect(cache()).toMatch(/rastro-npm-/)
})

test('a Node that is too old is told so before anything else', async () => {
  write('package.json', JSON.stringify({ type: 'module', engines: { node: '>=99.1' } }))
  expect(await rastro()).toEqual({ status: 2, out: '', said: expect.stringMatching(/^SETUP_NODE_TOO_OLD: .*99\.1[^\n]*\n$/) })
  expect(calls()).toEqual([])
})
