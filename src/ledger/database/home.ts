/**
 * The data folder: `.rastro/` in the clone unless RASTRO_HOME says otherwise. It holds the archive of originals, the log, and
 * `database.json`, which says where the embedded cluster lies and the passwords that open it.
 *
 * Surprising case: as root the cluster belongs to an unprivileged account that may not be able to walk to the data folder
 * (RASTRO_HOME under /root). Then the cluster lies below /var/lib/rastro, and `database.json` remembers where.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync } from 'node:fs'
import { access, constants, link, mkdir, open, readFile, realpath, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { errors } from '../errors.js'
import { projectRoot } from '../project.js'
import { type Account, canReach } from './account.js'

/** What `database.json` holds. `data` is relative to the data folder where it lies inside, so that the folder can be moved. */
const Descriptor = z.object({
  data: z.string(),
  ownerPassword: z.string(),
  readerPassword: z.string(),
})
export type Descriptor = z.infer<typeof Descriptor>

const outside = '/var/lib/rastro'

/** The data folder that the environment names, absolute. Nothing is made yet. */
export function dataHome(env: NodeJS.ProcessEnv, cwd = process.cwd()): string {
  return env.RASTRO_HOME ? path.resolve(cwd, env.RASTRO_HOME) : path.join(projectRoot, '.rastro')
}

/** Whether this error, or what a program says of itself, comes of a full disk. 53100: PostgreSQL's code for it. */
export const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', '53100'].includes((error as { code?: string } | null)?.code ?? '') ||
  /No space left on device/.test(String(error))

/** Whether what a program ended with comes of a full disk. It may have found no room to say so. */
export const endedOfFullDisk = async (said: string, folder: string, least = LEAST_ROOM): Promise<boolean> =>
  isFull(said) ||
  (await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize < least,
    () => false,
  ))
/** Bytes: a file of PostgreSQL's log of changes. */
const LEAST_ROOM = 16 * 1024 * 1024

/** Makes the data folder where it is missing and returns its real path. Only its owner may look into it. */
export async function openHome(home: string, account: Account | null): Promise<string> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 })
    // Before the cluster is made: the account that runs PostgreSQL may pass through, not look around.
    if (account && !existsSync(descriptorFile(home)) && canReach(path.dirname(home), account)) chmodSync(home, 0o711)
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK)
    return await realpath(home)
  } catch (error) {
    if (isFull(error)) throw errors.DISK_FULL(home)
    throw errors.HOME_NOT_WRITABLE(home, error instanceof Error ? error.message : String(error))
  }
}

/** A folder that the account can reach, for clusters and copied programs: the data folder itself, or one outside of it. */
export async function reachableFolder(home: string, account: Account | null): Promise<string> {
  if (!account || canReach(home, account)) return home
  await mkdir(outside, { recursive: true, mode: 0o711 }).catch((error: Error) => {
    throw errors.HOME_NOT_WRITABLE(outside, error.message)
  })
  return outside
}

const descriptorFile = (home: string) => path.join(home, 'database.json')

/** The descriptor, with `data` absolute; null where no cluster was made yet. */
export async function readDescriptor(home: string): Promise<Descriptor | null> {
  const text = await readFile(descriptorFile(home), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw errors.HOME_NOT_WRITABLE(descriptorFile(home), error.message)
  })
  if (text === null) return null
  const descriptor = Descriptor.parse(JSON.parse(text))
  return { ...descriptor, data: path.resolve(home, descriptor.data) }
}

/**
 * Declares a finished cluster to be this folder's, unless another process was faster: exactly one wins, since a hard link is
 * made or not. Returns whether it was us.
 */
export async function claimCluster(home: string, descriptor: Descriptor): Promise<boolean> {
  const inside = path.relative(home, descriptor.data)
  const data = inside.startsWith('..') || path.isAbsolute(inside) ? descriptor.data : inside
  const draft = `${descriptorFile(home)}.${randomBytes(4).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify({ ...descriptor, data }, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, descriptorFile(home))
    return true
  } catch (error) {
    if (existsSync(descriptorFile(home))) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}
