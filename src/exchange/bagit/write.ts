/**
 * Writes a bag (RFC 8493) of given files: the same files and the same facts give the same bytes. Payload comes first and the manifests last, so
 * that nothing but digests is held of what was written.
 */
import { createHash } from 'node:crypto'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { errors } from '../../ledger/errors.js'
import { type BagFile, declaration, pathObjection, writePath, writtenDigests } from './format.js'

/** What stands in bag-info.txt: label and value, in this order. */
export type BagInfo = readonly (readonly [label: string, value: string])[]

interface Listed {
  path: string
  digests: Record<string, string>
}

/**
 * The bag's files: the payload, whose paths are given from `data/`, and the tag files.
 * @throws TypeError where a path leads out of the bag, or stands twice: both are mistakes of ours
 */
export async function* bagOf(payload: AsyncIterable<BagFile> | Iterable<BagFile>, info: BagInfo): AsyncGenerator<BagFile> {
  const listed: Listed[] = []
  const seen = new Set<string>()
  let bytes = 0
  for await (const file of payload) {
    const objection = pathObjection(file.path)
    if (objection !== null) throw new TypeError(`The path ${JSON.stringify(file.path)} cannot stand in a bag: ${objection}.`)
    // Where capitals make no difference, one of two such files would be lost.
    if (seen.has(file.path.toLowerCase())) throw new TypeError(`The path ${file.path} stands twice in the bag.`)
    seen.add(file.path.toLowerCase())
    const placed = { path: `data/${file.path}`, bytes: file.bytes }
    listed.push(digested(placed))
    bytes += file.bytes.length
    yield placed
  }
  const tags: BagFile[] = [
    { path: 'bagit.txt', bytes: Buffer.from(declaration) },
    {
      path: 'bag-info.txt',
      bytes: Buffer.from([...info, ['Payload-Oxum', `${bytes}.${listed.length}`] as const].map(infoLine).join('')),
    },
    ...writtenDigests.map((name) => ({ path: `manifest-${name}.txt`, bytes: manifest(listed, name) })),
  ]
  yield* tags
  const listedTags = tags.map(digested)
  for (const name of writtenDigests) yield { path: `tagmanifest-${name}.txt`, bytes: manifest(listedTags, name) }
}

const digested = ({ path: at, bytes }: BagFile): Listed => ({
  path: at,
  digests: Object.fromEntries(writtenDigests.map((name) => [name, createHash(name).update(bytes).digest('hex')])),
})

const manifest = (listed: readonly Listed[], name: string): Uint8Array =>
  Buffer.from(
    [...listed]
      .sort((one, other) => (one.path < other.path ? -1 : 1))
      .map(({ path: at, digests }) => `${digests[name]}  ${writePath(at)}\n`)
      .join(''),
  )

/** A value of several lines is one line: what a person typed must not begin a label of its own. */
const infoLine = ([label, value]: readonly [string, string]): string => `${label}: ${value.replaceAll(/\s+/g, ' ').trim()}\n`

/**
 * Writes the files under `folder`, which must not be there: whole or not at all.
 * @throws UserError DOSSIER_EXISTS
 */
export async function writeBagFolder(folder: string, files: AsyncIterable<BagFile>): Promise<{ files: number; bytes: number }> {
  if (await stat(folder).catch(() => null)) throw errors.DOSSIER_EXISTS(folder)
  const aside = `${folder}.part`
  await rm(aside, { recursive: true, force: true })
  const written = { files: 0, bytes: 0 }
  try {
    for await (const { path: at, bytes } of files) {
      const file = path.join(aside, ...at.split('/'))
      // Who may read a private list is who wrote it.
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      await writeFile(file, bytes, { mode: 0o600 })
      written.files++
      written.bytes += bytes.length
    }
    await rename(aside, folder)
    return written
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw error
  }
}
