/** Makes a cluster, the folder in which PostgreSQL keeps its data: complete and claimed, or not at all. */
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { errors } from '../errors.js'
import type { Account } from './account.js'
import type { Binaries } from './binaries.js'
import { serverEnvironment } from './environment.js'
import { claimCluster, type Descriptor, endedOfFullDisk, readDescriptor } from './home.js'

/** The role that owns the ledger in an embedded cluster. */
export const OWNER = 'rastro'

/**
 * The data folder's cluster, made where there is none. `folder` is where the account may keep it. Two processes may do this at
 * once: each makes its own under a random name, one claims, the other throws its own away.
 */
export async function openCluster(
  home: string,
  folder: string,
  binaries: Binaries,
  account: Account | null,
): Promise<Descriptor> {
  const existing = await readDescriptor(home)
  if (existing) {
    await checkVersion(existing.data, binaries)
    return existing
  }
  const name = createHash('sha256').update(home).digest('hex').slice(0, 8)
  const data = path.join(folder, `postgres-${name}-${randomBytes(4).toString('hex')}`)
  const descriptor = { data, ownerPassword: secret(), readerPassword: secret() }
  try {
    await initialise(descriptor, binaries, account)
    if (await claimCluster(home, descriptor)) return descriptor
  } catch (error) {
    await rm(data, { recursive: true, force: true })
    throw error
  }
  await rm(data, { recursive: true, force: true })
  return openCluster(home, folder, binaries, account)
}

/** Bytes that a new cluster takes, before there is anything in it. */
const EMPTY_CLUSTER = 60 * 1024 * 1024

const secret = () => randomBytes(24).toString('base64url')

async function initialise(descriptor: Descriptor, binaries: Binaries, account: Account | null): Promise<void> {
  await mkdir(descriptor.data, { mode: 0o700 })
  const passwordFile = `${descriptor.data}.password`
  await writeFile(passwordFile, descriptor.ownerPassword, { mode: 0o600, flag: 'wx' })
  try {
    if (account) {
      await chown(descriptor.data, account.uid, account.gid)
      await chown(passwordFile, account.uid, account.gid)
    }
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${descriptor.data}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
      ],
      { ...(account && { uid: account.uid, gid: account.gid }), env: serverEnvironment(), cwd: '/' },
    )
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim() || String(error)
    // It has taken away by now what it had begun.
    if (await endedOfFullDisk(said, path.dirname(descriptor.data), EMPTY_CLUSTER)) throw errors.DISK_FULL(descriptor.data)
    const nameless = /effective user ID (\d+)/.exec(said)?.[1]
    if (nameless) throw errors.ACCOUNT_WITHOUT_NAME(nameless)
    throw errors.DATABASE_START_FAILED(said.split('\n').slice(-3).join(' '), 'the line above')
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function checkVersion(data: string, binaries: Binaries): Promise<void> {
  const found = (await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => null))?.trim()
  if (found === undefined) throw errors.DATABASE_VERSION('nothing (the folder is gone)', binaries.version, data)
  if (found !== binaries.version.split('.')[0]) throw errors.DATABASE_VERSION(found, binaries.version, data)
}
