import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { errors } from '../ledger/errors.js'
import { projectRoot } from '../ledger/project.js'
import type { Command, CommandContext } from './command.js'
import { commands, type Listed } from './commands.js'
import { run } from './main.js'

const home = mkdtempSync(path.join(tmpdir(), 'rastro-main-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const command = (act: Command['run']): Listed => ({
  name: 'act',
  summary: 'Acts',
  load: async () => ({
    command: {
      name: 'act',
      summary: 'Acts',
      usage: 'rastro act [--loud]',
      options: { loud: { type: 'boolean' }, only: { type: 'string' }, many: { type: 'string', multiple: true } },
      run: act,
    },
  }),
})
const unloadable: Listed = {
  name: 'other',
  summary: 'Is never loaded',
  load: () => Promise.reject(new Error('Loaded though not called.')),
}

async function call(args: string[], act: Command['run'] = async () => 0) {
  const said = { out: '', notes: [] as string[] }
  const context: CommandContext = {
    out: {
      write: async (text) => {
        said.out += text
      },
      note: (line) => said.notes.push(line),
      interactive: false,
    },
    env: { RASTRO_HOME: home },
    cwd: home,
    now: () => new Date(0),
    signal: new AbortController().signal,
  }
  return { status: await run(args, context, [command(act), unloadable]), ...said }
}

test.each([
  Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' }),
  Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
])('a full disk is said to be one, and is no fault of ours', async (error) => {
  const { status, notes } = await call(['act'], () => Promise.reject(error))
  expect({ status, notes }).toEqual({ status: 2, notes: [expect.stringMatching(/^DISK_FULL: /)] })
})

test('a command gets its options and gives the exit status; others are not loaded', async () => {
  const seen: unknown[] = []
  const { status } = await call(['act', '--loud', 'a', 'b'], async (values, positionals) => {
    seen.push({ ...values }, positionals)
    return 1
  })
  expect({ status, seen }).toEqual({ status: 1, seen: [{ loud: true }, ['a', 'b']] })
})

test('help lists the commands without loading one, and tells how each is used', async () => {
  expect(await call(['--help'])).toMatchObject({ status: 0, out: expect.stringMatching(/act +Acts\n +other +Is never loaded/) })
  expect(await call([])).toMatchObject({ status: 2, out: expect.stringContaining('Usage') })
  for (const asked of [
    ['act', '--help'],
    ['help', 'act'],
  ])
    expect(await call(asked)).toMatchObject({ status: 0, out: 'Acts.\n\nrastro act [--loud]\n' })
  expect(await call(['help'])).toMatchObject({ status: 0, out: expect.stringContaining('Usage') })
})

test('an unknown command or option is the user’s error, with what to do', async () => {
  expect(await call(['atc'])).toMatchObject({ status: 2, notes: [expect.stringMatching(/^COMMAND_UNKNOWN: .*atc.*act, other/)] })
  expect(await call(['act', '--quiet'])).toMatchObject({
    status: 2,
    notes: [expect.stringMatching(/^OPTION_INVALID: there is no option --quiet\. See: rastro act --help$/)],
  })
})

test('what was nearly typed is named', async () => {
  expect(await call(['othre'])).toMatchObject({ notes: [expect.stringMatching(/Did you mean other\? Known: act, other/)] })
  expect(await call(['act', '--onyl', 'a'])).toMatchObject({
    notes: [expect.stringMatching(/there is no option --onyl \(did you mean --only\?\)\. See/)],
  })
  expect(await call(['act', '--only'])).toMatchObject({ notes: [expect.stringMatching(/--only needs a value behind it\. See/)] })
})

test('an option that takes one value is not given two, of which one would be ignored', async () => {
  const given = ['act', '--only', 'a', '--only=b', '--loud', '--loud']
  expect(await call(given)).toMatchObject({ status: 2, notes: [expect.stringMatching(/^OPTION_INVALID: --only is given twice/)] })
  expect(await call(['act', '--many', 'a', '--many', 'b', '--loud', '--loud'])).toMatchObject({ status: 0 })
})

test('an error of the user’s is one line with place and remedy, and ends with 2', async () => {
  const { status, notes } = await call(['act'], async () => {
    throw errors.FILE_NOT_FOUND('a.pdf')
  })
  expect({ status, notes }).toEqual({
    status: 2,
    notes: [expect.stringMatching(/^a\.pdf: FILE_NOT_FOUND: There is no such file\. Check the path\./)],
  })
})

test('a fault of ours is one line without a trace; the trace is in a file for developers', async () => {
  const { status, notes } = await call(['act'], async () => {
    throw new TypeError('Cannot read properties of undefined')
  })
  expect(status).toBe(1)
  expect(notes).toEqual([expect.stringMatching(/^INTERNAL: Cannot read properties of undefined\./)])
  expect(notes[0]).not.toContain('    at ')
  const file = path.join(home, 'rastro-errors.log')
  expect(notes[0]).toContain(file)
  expect(readFileSync(file, 'utf8')).toMatch(/^1970-01-01T00:00:00.000Z TypeError: Cannot[\s\S]+ at /)
})

test('every command of the list loads, under its own name, with a usage', async () => {
  expect(commands.length).toBeGreaterThan(5)
  for (const listed of commands) {
    const { command } = await listed.load()
    expect(command.name).toBe(listed.name)
    expect(command.usage).toContain(`rastro ${listed.name}`)
  }
})

test('every command that is written can be called, and the documents name no other', async () => {
  const names = commands.map(({ name }) => name)
  const folder = path.join(projectRoot, 'src', 'cli')
  const written = readdirSync(folder).filter((file) =>
    /^export const command\b/m.test(readFileSync(path.join(folder, file), 'utf8')),
  )
  expect(written.map((file) => path.basename(file, '.ts')).sort()).toEqual([...names].sort())
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...readdirSync(path.join(projectRoot, 'docs')).map((file) => `docs/${file}`),
  ]
  for (const file of documents.filter((each) => each.endsWith('.md')))
    for (const [, name] of readFileSync(path.join(projectRoot, file), 'utf8').matchAll(/`(?:bin\/)?rastro ([a-z]+)/g))
      expect(names, file).toContain(name)
})

const built = path.join(projectRoot, 'dist', 'src', 'cli', 'main.js')
const program = ['-e', `import(${JSON.stringify(built)}).then(({ main }) => main(process.argv.slice(1)))`]

test.skipIf(!existsSync(built))('a reader that goes away ends the program quietly', async () => {
  const child = spawn(process.execPath, [...program, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const status = await new Promise((resolve) => child.once('close', resolve))
  expect({ status, said }).toEqual({ status: 0, said: '' })
})

test.skipIf(!existsSync(built))('the program’s exit status is that of the command', () => {
  const { status, stderr } = spawnSync(process.execPath, [...program, 'nosuch'], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^COMMAND_UNKNOWN: [^\n]+\n$/) })
})

test('every command opens the ledger that the environment names, with the reader that an administrator made', () => {
  const folder = path.join(projectRoot, 'src', 'cli')
  const own = readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name) && name !== 'ledger-of.ts')
  expect(own.filter((name) => /openLedger\(/.test(readFileSync(path.join(folder, name), 'utf8')))).toEqual([])
})
