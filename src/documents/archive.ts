/**
 * The originals by the SHA-256 of their bytes, below the data folder: archive/ab/cdef… and, for restricted ones, restricted/ab/cdef….
 *
 * A file is there whole or not at all (written aside and renamed), written once however often it is given, and checked against its name
 * whenever it is read.
 *
 * What was removed stays out: what was expunged of the ledger stands on it still, and whoever gave its folder again, or fetched the volume, would show it
 * to everybody who looks at a row beside it.
 */
import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { errors } from '../ledger/errors.js'

export interface Archive {
  /** Keeps an original, unless it was removed. Throws ARCHIVE_DAMAGED when the bytes are not those of the digest. */
  keep(sha256: string, bytes: Uint8Array, options?: { restricted?: boolean }): Promise<void>
  has(sha256: string): Promise<boolean>
  /** The original, or null where it is not kept. Throws ARCHIVE_DAMAGED when the file is not what its name says. */
  read(sha256: string): Promise<Uint8Array | null>
  /** Removes an original for good, in both places, and what stands in for it, whether or not it is kept. */
  remove(sha256: string): Promise<void>
  /** Whether it was removed, and is never kept again. */
  isRemoved(sha256: string): Promise<boolean>
  /** Says that the file `edition`, kept here too, has the pages and words of `sha256`: cut out of a larger volume, or saved again. */
  keepEdition(sha256: string, edition: string, from: string): Promise<void>
  /** The file to show for `sha256`: itself, else an edition of it; null where neither is kept. */
  shown(sha256: string): Promise<string | null>
  /** When what is shown changed last, in milliseconds of the epoch: other processes keep originals, too. 0 where nothing was ever kept. */
  changedAt(): Promise<number>
}

/** `clearance`: whether restricted originals may be read. */
export function openArchive(home: string, { clearance = false }: { clearance?: boolean } = {}): Archive {
  const placeOf = (sha256: string, restricted: boolean): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('An original is named by 64 hexadecimal digits.')
    return path.join(home, restricted ? 'restricted' : 'archive', sha256.slice(0, 2), sha256.slice(2))
  }
  const editionFile = (sha256: string) => `${placeOf(sha256, false)}.edition`
  const editionOf = async (sha256: string): Promise<string | null> => {
    const text = await readFile(editionFile(sha256), 'utf8').catch(() => null)
    const edition = /^([0-9a-f]{64}) /.exec(text ?? '')?.[1]
    return edition && (await exists(placeOf(edition, false))) ? edition : null
  }
  const root = path.join(home, 'archive')
  /** A change of a file below is no change of the folder, which alone can be asked for at every request. */
  const markChanged = async () => {
    const now = new Date()
    await utimes(root, now, now)
  }
  const removed = (sha256: string) => `${placeOf(sha256, false)}.removed`
  const readable = (sha256: string) => [placeOf(sha256, false), ...(clearance ? [placeOf(sha256, true)] : [])]
  return {
    async keep(sha256, bytes, { restricted = false } = {}) {
      check(sha256, bytes)
      const place = placeOf(sha256, restricted)
      if ((await exists(place)) || (await exists(removed(sha256)))) return
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      const aside = `${place}.${randomBytes(6).toString('hex')}.part`
      try {
        const file = await open(aside, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(aside, place)
      } finally {
        await rm(aside, { force: true })
      }
      if (!restricted) await markChanged()
    },
    async has(sha256) {
      for (const place of readable(sha256)) if (await exists(place)) return true
      return false
    },
    async read(sha256) {
      for (const place of readable(sha256)) {
        if (!(await exists(place))) continue
        const bytes = await readFile(place)
        check(sha256, bytes)
        return bytes
      }
      return null
    },
    async keepEdition(sha256, edition, from) {
      const place = editionFile(sha256)
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      const aside = `${place}.${randomBytes(6).toString('hex')}.part`
      await writeFile(aside, `${edition} ${from}\n`, { mode: 0o600 })
      await rename(aside, place)
      await markChanged()
    },
    async shown(sha256) {
      for (const place of readable(sha256)) if (await exists(place)) return sha256
      return await editionOf(sha256)
    },
    async remove(sha256) {
      const edition = await editionOf(sha256)
      await rm(editionFile(sha256), { force: true })
      if (edition) await rm(placeOf(edition, false), { force: true })
      for (const place of [placeOf(sha256, false), placeOf(sha256, true)]) {
        await rm(place, { force: true })
        await rmdir(path.dirname(place)).catch(() => {})
      }
      await mkdir(path.dirname(removed(sha256)), { recursive: true, mode: 0o700 })
      await writeFile(removed(sha256), '', { mode: 0o600 })
      await markChanged()
    },
    isRemoved: (sha256) => exists(removed(sha256)),
    changedAt: () =>
      stat(root).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
  }
}

const exists = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  )

function check(sha256: string, bytes: Uint8Array): void {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw errors.ARCHIVE_DAMAGED(sha256)
}
