/**
 * Makes the clone runnable: installs when the lock file changed, builds when sources changed, else does nothing, in about a tenth
 * of a second. Plain JavaScript without dependencies, since it runs before there are any; old versions of Node must be able to
 * read it far enough to be told that they are too old.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const installStamp = path.join(root, 'node_modules', '.rastro-install.json')
const buildStamp = path.join(root, 'dist', '.rastro-build.json')

/** A failure whose message is all that the user needs. */
export class SetupError extends Error {}

/**
 * Prepares the clone. `development` asks for what tests and benches need, too. `say` gets a line where something takes a while.
 * Two processes may call this at once: one works, the other waits and finds it done.
 */
export async function prepare({ development = false, say = (line) => process.stderr.write(`${line}\n`) } = {}) {
  checkNode()
  const needed = () => ({ install: installNeeded(development), build: buildNeeded() })
  const { install, build } = needed()
  if (!install && !build) return
  try {
    fs.mkdirSync(path.join(root, 'dist'), { recursive: true })
    fs.accessSync(root, fs.constants.W_OK)
  } catch {
    throw new SetupError(
      `SETUP_NOT_WRITABLE: ${root} must be ${install ? 'installed' : 'built'} first and cannot be written. ` +
        'Run it once as the user whose clone it is, or clone it into a folder of yours.',
    )
  }
  await withLock(path.join(root, 'dist', '.setup-lock'), say, async () => {
    const how = installNeeded(development)
    // Who has run the tests goes on having what they need: a start must not take it away from under them.
    if (how) await install_(how, development || Boolean(readJson(installStamp)?.development), say)
    if (buildNeeded()) await build_(say)
  })
}

function checkNode() {
  const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).engines.node.replace(/[^\d.]/g, '')
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number)
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  throw new SetupError(
    `SETUP_NODE_TOO_OLD: this is Node ${process.versions.node}; Rastro needs ${wanted} or later. Get one from https://nodejs.org.`,
  )
}

const digest = (text) => createHash('sha256').update(text).digest('hex')
const readJson = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
const lockDigest = () => digest(fs.readFileSync(path.join(root, 'package-lock.json')))
const machine = `${process.platform}-${process.arch}`

/** How to install: 'whole' from scratch, 'add' what development needs beside what is there, or null where all is there. */
function installNeeded(development) {
  const stamp = readJson(installStamp) ?? adopt()
  if (!stamp || stamp.lock !== lockDigest() || stamp.machine !== machine) return 'whole'
  return development && !stamp.development ? 'add' : null
}

/** What `npm ci` or `npm install` by hand left is as good, if it is what the lock file asks for. */
function adopt() {
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!installed) return null
  let development = true
  for (const [name, wanted] of Object.entries(readJson(path.join(root, 'package-lock.json')).packages)) {
    if (name === '' || wanted.optional || wanted.devOptional) continue
    if (installed[name]?.version === wanted.version) continue
    if (!wanted.dev) return null
    development = false
  }
  const stamp = { lock: lockDigest(), machine, development }
  try {
    fs.writeFileSync(installStamp, JSON.stringify(stamp))
  } catch {
    // Not ours to write: then it is looked at again each time.
  }
  return stamp
}

async function install_(how, development, say) {
  say(how === 'add' ? 'Installing what tests need …' : 'Installing packages (once, about a minute) …')
  const whole = ['ci', ...(development ? ['--include=dev'] : ['--omit=dev'])]
  // Adding leaves alone what is there: a server that runs from this clone keeps its programs.
  const add = ['install', '--no-save', '--include=dev']
  fs.rmSync(installStamp, { force: true })
  await npm([
    ...(how === 'add' ? add : whole),
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  fs.writeFileSync(installStamp, JSON.stringify({ lock: lockDigest(), machine, development }))
}

/** Runs npm where it can be found, with a cache that can be written also where HOME cannot. Its output shows only when it fails. */
async function npm(args) {
  const beside = [
    path.join(path.dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const given = process.env.npm_execpath
  const script = [given && /npm-cli\.c?js$/.test(given) ? given : '', ...beside].find((file) => file && fs.existsSync(file))
  const env = { ...process.env, PATH: [path.dirname(process.execPath), process.env.PATH].filter(Boolean).join(path.delimiter) }
  // npm start --omit=dev and the like reach us as settings; what is installed is for us to say.
  for (const name of ['npm_config_omit', 'npm_config_include', 'npm_config_production', 'NODE_ENV']) delete env[name]
  // npm hands its own settings on to what it runs, a cache below a HOME that cannot be written among them.
  const cache = env.npm_config_cache ?? path.join(os.homedir(), '.npm')
  if (!canMake(cache)) env.npm_config_cache = path.join(os.tmpdir(), `rastro-npm-${process.getuid?.() ?? 'user'}`)
  const [command, before] = script ? [process.execPath, [script]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const { status, output } = await run(command, [...before, ...args], { env, shell: command === 'npm.cmd' })
  if (status === 0) return
  throw new SetupError(
    `SETUP_INSTALL_FAILED: packages could not be installed.\n${output.trim().split('\n').slice(-15).join('\n')}\n` +
      'Check the network (or the npm registry that is configured) and try again.',
  )
}

/** Whether this folder, or the nearest one above it that exists, can be written. */
function canMake(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK)
    return true
  } catch (error) {
    return error.code === 'ENOENT' && path.dirname(folder) !== folder && canMake(path.dirname(folder))
  }
}

/** Runs a program to its end. Not synchronously: the lock's heartbeat must go on. */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ status: 127, output: `${output}${error.message}` }))
    child.on('close', (status) => resolve({ status, output }))
  })
}

const isTest = (name) => /\.test\.tsx?$/.test(name)
const isSource = (name) => /\.tsx?$/.test(name)

/** Every file under these folders, relative to the clone, sorted. */
function files(folders) {
  return folders
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name))),
    )
    .sort()
}

const built = ['src', 'bench'].filter((folder) => fs.existsSync(path.join(root, folder)))

/** What the build was made from: names, sizes and times, which is enough to see a change and takes milliseconds. */
function sourceDigest() {
  const all = [...files(built).filter((name) => !isTest(name)), 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']
  return digest(
    all
      .map((name) => {
        const { size, mtimeMs } = fs.statSync(path.join(root, name))
        return `${name}:${size}:${mtimeMs}`
      })
      .join('\n'),
  )
}

const program = path.join(root, 'dist', 'src', 'cli', 'main.js')
const buildNeeded = () => !fs.existsSync(program) || readJson(buildStamp)?.sources !== sourceDigest()

async function build_(say) {
  say('Building …')
  const sources = sourceDigest()
  const dist = path.join(root, 'dist')
  // The compiler would take for done what somebody removed.
  if (!fs.existsSync(buildStamp) || !fs.existsSync(program)) fs.rmSync(path.join(dist, '.tsbuildinfo'), { force: true })
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  // Types are checked by `npm test`, which has the packages' declarations; a start has not, and need not wait for it.
  const options = ['-p', 'tsconfig.build.json', '--noCheck', '--pretty', 'false']
  const { status, output } = await run(process.execPath, [compiler, ...options])
  const wanted = new Set()
  for (const name of files(built)) {
    if (isTest(name)) continue
    if (isSource(name)) {
      const base = name.replace(/\.tsx?$/, '')
      wanted.add(`${base}.js`).add(`${base}.js.map`)
    } else {
      wanted.add(name)
      fs.mkdirSync(path.dirname(path.join(dist, name)), { recursive: true })
      fs.copyFileSync(path.join(root, name), path.join(dist, name))
    }
  }
  // What was renamed or removed must not live on in dist.
  for (const name of files(
    built.map((folder) => path.join('dist', folder)).filter((folder) => fs.existsSync(path.join(root, folder))),
  )) {
    if (!wanted.has(path.relative('dist', name))) fs.rmSync(path.join(root, name))
  }
  if (status !== 0) throw new SetupError(`SETUP_BUILD_FAILED: the sources could not be built.\n${output.trim()}`)
  fs.writeFileSync(buildStamp, JSON.stringify({ sources }))
}
